"""Which of the rules of lines a line fits.

Plan. Few lines of a page begin as any rule's lines do: the first letters are looked up, and tell the few rules that are tried. A
rule whose lines can begin with anything is tried where one of the words that it needs is in the line. Of those that fit the
first in LINE_RULES counts. A rule's pattern is compiled when it is first tried.
"""

from functools import lru_cache

from backfile.label.language_lines import LANGUAGE_OPENINGS
from backfile.label.line_openings import LENGTH, MARK, NUMBER, OPENINGS
from backfile.label.line_rule import LineRule
from backfile.label.line_rules import LINE_RULES
from backfile.late_pattern import late
from backfile.model.label import FurnitureKind, RuleName
from backfile.model.page import HEADINGS, Block

_LONGEST = max(rule.longest for rule in LINE_RULES)
_NONE = len(LINE_RULES)
_FITS = tuple(late(rule.pattern) for rule in LINE_RULES)
_ANYWHERE = tuple((at, rule.longest, need) for at, rule in enumerate(LINE_RULES) for need in rule.needs)
_LONGEST_ANYWHERE = max(longest for _, longest, _ in _ANYWHERE)


def _by_opening() -> dict[str, tuple[int, ...]]:
    """The rules whose lines may begin so, in their order: those of a longer opening and those of what it begins with."""
    rules: dict[str, list[int]] = {}
    for at, row in enumerate((*OPENINGS, *LANGUAGE_OPENINGS)):
        for opening in row.split("|"):
            rules.setdefault(opening, []).append(at)
    return {
        opening: tuple(sorted(at for size in range(1, len(opening) + 1) for at in rules.get(opening[:size], ())))
        for opening in rules
    }


_RULES = _by_opening()


def line_label(text: str) -> LineRule | None:
    """The first rule that a block's text fits, or None."""
    size = len(text)
    if text[0] in "{[" and _CODE.match(text):
        return _TEMPLATE
    if size > _LONGEST:
        return None
    return _kept(text) if size <= _SHORT else _first_fit(text, size)


def block_label(block: Block) -> LineRule | None:
    """The first rule that a block fits; a full sentence without a link is prose, whatever it begins with, and a heading no player's."""
    rule = line_label(block.text)
    if rule is None or rule.kind not in _OF_LINES:
        return rule
    if block.linked:
        return None if rule.name is RuleName.RELATED_LINE and _is_paragraph(block) else rule
    if rule.name is RuleName.VIDEO_TITLE:
        return None if block.tag in HEADINGS or block.emphasis == len(block.text) else rule
    return None if rule.name is RuleName.RELATED_LINE and _is_sentence(block) else rule


_OF_LINES = (FurnitureKind.RELATED, FurnitureKind.MEDIA)


def _is_sentence(block: Block) -> bool:
    """Eight words and an end, and no colon after the first of them: "Next up is the soup, which comes cold!"; not "Read more: ..."."""
    text = block.text
    return (
        block.tag not in HEADINGS
        and block.emphasis < len(text)
        and text.endswith(_ENDS)
        and text.count(" ") >= _FEWEST_WORDS - 1
        and ":" not in text[:_OPENING]
        and not text.startswith(_POINTERS)
    )


def _is_paragraph(block: Block) -> bool:
    """Several sentences, a few words of them a link: "Click here for the form. You fill it in at home, and ..."."""
    text = block.text
    return (
        len(text) > _PARAGRAPH
        and block.linked * 5 < len(text)
        and text.endswith(_ENDS)
        and ". " in text
        and ":" not in text[:_OPENING]
    )


_PARAGRAPH = 160
_POINTERS = ("Click here", "Klicken Sie hier", "Cliquez ici", "Haga clic", "Clique aqui", "Clicca qui", "Klik hier")
"""What no story's own sentence begins with."""
_ENDS, _FEWEST_WORDS, _OPENING = (".", "!", "…", ".”", "!”", '."'), 8, 30
_CODE = late(r'[{\[]+\s*["\'][\w$@ -]+["\']\s*[:,]|\[\s*\{')
"""JSON in a box, as widgets leave it: {"rows":3, ...}. However long it is, it is no text."""
_TEMPLATE = next(rule for rule in LINE_RULES if rule.name is RuleName.TEMPLATE_MARK)
_SHORT = 60
"""Code points: two lines in three of a page are no longer, and the most of these stand on every page of their outlet."""


@lru_cache(maxsize=16384)
def _kept(text: str) -> LineRule | None:
    return _first_fit(text, len(text))


def _first_fit(text: str, size: int) -> LineRule | None:
    line = text.lower()
    found = _NONE
    for at in _rules_for(line):
        if size <= LINE_RULES[at].longest and _FITS[at].match(line):
            found = at
            break
    if size <= _LONGEST_ANYWHERE:
        for at, longest, need in _ANYWHERE:
            if need in line and at < found and size <= longest and _FITS[at].match(line):
                found = at
                break
    return LINE_RULES[found] if found < _NONE else None


def _rules_for(line: str) -> tuple[int, ...]:
    """The rules whose lines may begin as this one does."""
    first = line[0]
    if not first.isalpha():
        return _RULES[NUMBER] if first.isdigit() else _RULES[MARK]
    for size in _SIZES:
        rules = _RULES.get(line[:size])
        if rules is not None:
            return rules
    return ()


_SIZES = range(LENGTH, 0, -1)
