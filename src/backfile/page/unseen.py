"""Words that no reader of the page saw: hidden by an element's style or class, and a line without them.

A screen reader's words for a link ("opens in a new tab"), a tooltip, a twin of a drop cap: they stand inside a sentence and are none of
it. What is hidden as a whole box is told by the box's name (`box_names.furniture_hint`), since a box may hold the rest of the story.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from backfile.late_pattern import late
from backfile.lexicon.byline_openings import BY_WORDS
from backfile.model.page import HEADINGS, Block, Box, Span

_STYLE = late(
    r"display\s*:\s*none|(?<!-)visibility\s*:\s*(?:hidden|collapse)|clip-path\s*:\s*inset\(\s*(?:50|100)%|font-size\s*:\s*0(?![.\d])"
    r"|(?:left|right|top|text-indent|margin-left)\s*:\s*-(?:\d{4,}|9\d\d|\d{2,}(?:em|rem))"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]",
    re.I,
)
"""Matches "display:none", "clip: rect(1px, 1px, 1px, 1px)", "left:-9999px"; not "backface-visibility: hidden"."""
_CLASS = late(
    r"(?<![a-z])(?<!not-)(?:sr[-_]?only|visually[-_]?hidden|hidden[-_]?visually|screen[-_]?readers?(?:[-_]?(?:only|text))?(?![a-z])|"
    r"assistive(?:[-_]?text)?(?![a-z])|(?:a11y|acc|accessib\w{0,6})[-_]?(?:hidden|hide|only|text)|element[-_]?invisible|"
    r"off[-_]?screen(?![a-z])|hidden[-_]?accessible|(?:aural|reader|speech|voice)[-_]?only|"
    r"(?:tooltip|popover|hovercard|flyout)[-_]*(?:text|content|body|inner|panel))"
    r"|(?:^|\s)(?:(?:is|js|u)-hidden|(?:u-)?hide|hidden|d-none|display-?none|invisible|blind)(?=\s|$)",
    re.I,
)
_SHOWN_ON_SOME = late(
    r":(?:block|flex|inline|grid|contents|table)|visible-|(?:^|\s)d-(?:\w{2,5}-)?(?:block|flex|inline|grid|table)|show-for"
)
"""Hidden on narrow screens only, say: "hidden md:block", "d-none d-lg-flex"."""


@lru_cache(maxsize=16384)
def hides(style_or_class: str) -> bool:
    """Whether an inline style, or the classes of an element, hide what is in it."""
    if ":" in style_or_class and _STYLE.search(style_or_class):
        return True
    return _CLASS.search(style_or_class) is not None and not _SHOWN_ON_SOME.search(style_or_class)


def is_hiding(attributes: dict[str, str | None]) -> bool:
    """Whether an element hides what is in it."""
    if "hidden" in attributes or attributes.get("role") == "tooltip":
        return True
    return any((value := attributes.get(key)) and hides(value) for key in ("class", "style"))


class Seen(NamedTuple):
    """A line as it is seen: the fields of a `Block` that depend on it, and the words taken out."""

    text: str
    links: tuple[Span, ...]
    seams: tuple[int, ...]
    emphasis: int
    linked: int
    unseen: tuple[str, ...]


def seen_part(block: Block, unseen: Sequence[tuple[int, int]], first: int) -> Seen:
    """A line without its unseen words; `unseen` are their places in it, `first` is the length of its first run of text.

    A line that is unseen as a whole stays: its box says what it is. So does a word or two that opens a short line and says
    what it is ("By", "Published"), and a "By" inside one. A drop cap is joined to its word.
    """
    text, tag = block.text, block.tag
    cuts = [_widened(text, *place) for place in unseen if not _is_label(text, tag, *place)]
    if sum(end - start for start, end in cuts) >= len(text):
        cuts = []
    words = tuple(word for start, end in cuts if (word := text[start:end].strip()))
    if len(block.links) >= _FEWEST_IN_PANEL and (panel := _panel(block)) is not None:
        cuts.append(panel)
        words = (*words, text[slice(*panel)].strip())
    cuts += _initial(text, first, cuts)
    if not cuts:
        return Seen(text, block.links, block.seams, block.emphasis, block.linked, ())
    return _without(block, sorted(cuts), words)


def _is_label(text: str, tag: str, start: int, end: int) -> bool:
    if end - start > _LABEL or len(text) > _LABELLED or tag in HEADINGS:
        return False
    return start == 0 or text[start:end].strip(" |:·•-–—").lower() in BY_WORDS


_LABEL, _LABELLED = 24, 120
"""Code points of a label and of the line that it opens."""


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of some words with one of the spaces around them, where there are two."""
    has_space = text[start : start + 1] == " "
    if has_space and end < len(text) and text[end] != " " and text[end].isalnum():
        return start + 1, end
    if not has_space and text[end : end + 1] == " " and (start == 0 or text[start - 1] == " "):
        return start, end + 1
    return start, end


def _initial(text: str, first: int, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The space after a drop cap, or the letter that is set twice."""
    if not 0 < first <= LONGEST_INITIAL or len(text) < LEAST_WITH_INITIAL or (cuts and cuts[0][0] < first):
        return []
    letter, after = text[first - 1], text[first : first + 3]
    if not letter.isupper() or (first == 2 and text[0].isalnum()):
        return []
    if after[0] == letter and after[1].islower():
        return [(first, first + 1)]
    if after[0] == " " and after[1].islower() and (letter not in _WORDS_OF_A_LETTER or not after[2:].strip()):
        goes_on = text[first + 1 : first + 8].partition(" ")[0]
        return [] if goes_on in _AFTER_A_SIGN else [(first, first + 1)]
    return []


LONGEST_INITIAL, LEAST_WITH_INITIAL = 2, 80
"""Code points of a drop cap, with a quotation mark, and of the paragraph that it opens."""
_AFTER_A_SIGN = frozenset("is was are has and or of in to for can ist war und oder hat est et es son".split())
"""What follows a letter that stands for something: "R is a language"."""
_WORDS_OF_A_LETTER = frozenset("AIOEYÀUVSKZWАИОВСКУЯ")
"""Letters that are words by themselves somewhere: "A man", "I am", "O homem", "V Praze"; of these a space is believed."""


_FEWEST_IN_PANEL, _WORDS_OF_A_HEADLINE = 2, 4


def _panel(block: Block) -> tuple[int, int] | None:
    """The place of a panel that opens on a name in a sentence: links to stories, one after the other with no word between."""
    text, links = block.text, block.links
    if len(text) - block.linked < LEAST_WITH_INITIAL // 2:
        return None
    run = [links[0]]
    for link in (*links[1:], Span(len(text) + 1, len(text) + 1, "")):
        if not text[run[-1].end : link.start].strip() and link.end <= len(text):
            run.append(link)
            continue
        start = run[0].start
        is_glued = start in block.seams and text[start - 1].isalnum()
        shown = run if is_glued else run[1:]
        is_after_name = len(run) > 1 and (
            (run[1].start in block.seams and len(run) > 2) or text[slice(*run[0][:2])] == text[slice(*run[1][:2])]
        )
        if (is_after_name or (is_glued and len(run) > 1)) and any(
            text[one.start : one.end].count(" ") >= _WORDS_OF_A_HEADLINE - 1 for one in shown
        ):
            return shown[0].start, shown[-1].end
        run = [link]
    return None


def _without(block: Block, cuts: list[tuple[int, int]], words: tuple[str, ...]) -> Seen:
    text = block.text
    kept, at = [], 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = max(at, end)
    shown = "".join([*kept, text[at:]])
    bare = shown.strip()
    gone = len(shown) - len(shown.lstrip())

    def moved(place: int) -> int:
        before = sum(min(place, end) - start for start, end in cuts if start < place)
        return min(max(place - before - gone, 0), len(bare))

    links = tuple(
        Span(start, end, one.href) for one in block.links if (start := moved(one.start)) < (end := moved(one.end))
    )
    seams = tuple(dict.fromkeys(seam for seam in map(moved, block.seams) if 0 < seam < len(bare)))
    return Seen(bare, links, seams, min(block.emphasis, len(bare)), sum(one.end - one.start for one in links), words)


UNSEEN_NAME, UNSEEN_TAG = "is-hidden", "span"
"""What a hidden box is named, and the element of the one that holds the words taken out: no other box is one, since it is inline."""


def with_unseen(blocks: list[Block], boxes: list[Box], unseen: Sequence[str]) -> None:
    """Set the words that were taken out of lines after the page's blocks, in a hidden box of their own: nothing of a page is lost."""
    if unseen:
        boxes.append(Box(0, UNSEEN_TAG, UNSEEN_NAME, 1))
        blocks.extend(Block(words, UNSEEN_TAG, len(boxes) - 1) for words in dict.fromkeys(unseen))
