"""What a newsroom prints under its text without a heading: who wrote it, what it asks of its readers, where its office is."""

import re
from collections.abc import Sequence

from backfile.label.appeals import asks_for_paper, asks_readers, is_contact, is_office, reads_as_wall
from backfile.label.draft import Draft
from backfile.label.head_lines import BARE_NAME, begins_byline, is_head_line
from backfile.label.nesting import boxes_around, is_inside
from backfile.late_pattern import late
from backfile.lexicon.byline_openings import is_edit
from backfile.lexicon.european_names import is_given_anywhere
from backfile.lexicon.read_byline import read_byline
from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import HEADINGS, Box

_BIO = Label(FurnitureKind.AUTHOR_BIO, RuleName.AUTHOR_NOTE)
_APPEAL = Label(FurnitureKind.PROMO, RuleName.APPEAL_AT_END)
_DESK = Label(FurnitureKind.BYLINE_BOX, RuleName.AUTHOR_NOTE)
_WALL = Label(FurnitureKind.PAYWALL, RuleName.APPEAL_AT_END)
_OFFICE = Label(FurnitureKind.FOOTER, RuleName.APPEAL_AT_END)
_NOTE_REACH, _BYLINE_REACH = 3, 12
_LONGEST_DESK = 60
"""Code points of a line on who looked the story over: "（责任编辑：王五）"."""
_LONGEST_NOTE = 600


def author_note(draft: Draft) -> None:
    """The last paragraphs, where they begin with the name in the byline: a story does not speak of its writer in the third person."""
    page, body = draft.page, draft.body
    inside = [at for at, is_body in enumerate(body) if is_body]
    if len(inside) < 2:
        return
    while len(inside) > 2 and len((last := page.blocks[inside[-1]]).text) < _LONGEST_DESK and is_edit(last.text):
        draft.give(inside.pop(), _DESK)
    if _is_signature(draft, inside):
        at = inside.pop()
        draft.give(at, Label(FieldKind.BYLINE, RuleName.AUTHOR_NOTE, read_byline(page.blocks[at])))
    names, lines = _names(draft, inside[0]), _signed_lines(draft, inside[0])
    for at in inside[: -_NOTE_REACH - 1 : -1]:
        text = page.blocks[at].text
        if at == inside[0] or len(text) > _LONGEST_NOTE:
            return
        if (
            any(text.startswith(name) and _SAYS_WHO.match(text, len(name)) for name in names)
            or _SIGNED_OFF.match(text)
            or _is_of_signed(text, lines)
            or (at in inside[-_LAST:] and _is_of_stranger(text, [page.blocks[one].text for one in inside if one < at]))
        ):
            draft.give(at, _BIO)


def _is_signature(draft: Draft, inside: Sequence[int]) -> bool:
    """Whether the text's last line is a name alone, under a full sentence, of nobody whom the story tells of; in brackets, as Japanese papers sign."""
    blocks = draft.page.blocks
    last, before = blocks[inside[-1]], blocks[inside[-2]]
    if (found := _IN_BRACKETS.match(last.text)) is not None:
        return before.text.endswith(_EASTERN_STOPS) and not _NO_PERSON.search(found[1]) and found[1] not in before.text
    name = last.text.strip("–—- ")
    if last.tag in _NO_SIGNATURE or last.links or not BARE_NAME.match(name) or not before.text.endswith(_STOPS):
        return False
    family = name.rsplit(" ", 1)[-1].casefold()
    return is_given_anywhere(name.split()[0]) and not any(family in blocks[at].text.casefold() for at in inside[:-1])


_NO_SIGNATURE = frozenset(("li", "td", "th", "dd", "dt", "figcaption", "blockquote", *HEADINGS))
_IN_BRACKETS = late(
    r"[【（(]([\u3400-\u9fff々]{3,5}|[\u3400-\u9fff々]{1,3}[ 　][\u3040-\u309f\u3400-\u9fff々]{1,4})[】）)]$"
)
"""Matches "【佐藤健一】", "（山田 花子）"; not "（共同）", "（写真）", which are agencies and pictures."""
_NO_PERSON = late(r"[部社聞局員長版省庁面欄編稿]$|^(?:写真|時事|共同|撮影|構成|取材|責任|责任|編集|编辑|記者|完|以上)")
_EASTERN_STOPS = ("。", "」", "」。", "！", "？", "”")
_STOPS = (".", "!", "?", "”", '"', "»", "…")


def _signed_lines(draft: Draft, first: int) -> list[str]:
    """The stamps and bylines of the head: a name may stand after the day, "4 October 2019 by Delia Marchbanks"."""
    lines = (block.text for block in draft.page.blocks[draft.headline + 1 : first][-_BYLINE_REACH:])
    return [line for line in lines if is_head_line(line)]


def _is_of_signed(text: str, lines: list[str]) -> bool:
    """Whether a paragraph begins with a name that stands in one of the lines."""
    name = _NAME_FIRST.match(text)
    return name is not None and any(name[0] in line for line in lines) and _SAYS_WHO.match(text, name.end()) is not None


_NAME_FIRST = late(r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3}")


def _is_of_stranger(text: str, before: Sequence[str]) -> bool:
    """Whether a paragraph is on somebody of the trade whom the story has not named: it closes with its writer, where no byline says who
    that is. Of 2,400 stories three end so, and all three with their writer."""
    found = _STRANGER.match(text)
    if found is None or len(text) > _LONGEST_OF_STRANGER or _QUOTED.search(text):
        return False
    last = found[1].rsplit(" ", 1)[-1]
    return _TRADE.search(text, found.end(), found.end() + _TRADE_WITHIN) is not None and not any(
        last in one for one in before
    )


_STRANGER = late(
    r"(?:[–—-]\s?)?([A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin|[A-Z]\.))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3})"
    r" (?=(?:is|was|are|ist|est|es|è|é|writes|covers|reports|teaches|schreibt|écrit|escribe|scrive|escreve|lives|has (?:written|been)) )"
)
_TRADE = late(
    r"\b(?:(?:staff|senior|freelance|contributing|former|our) (?:\w+ )?(?:writer|reporter|journalist|correspondent|columnist|editor|producer|photographer)s?"
    r"|(?:writer|reporter|journalist|correspondent|columnist|editor|contributor|author|blogger|producer|photographer)s? (?:at|for|of|with)\b"
    r"|(?:['’]s|s['’]) (?:\w+ )?(?:writer|reporter|correspondent|columnist|editor)"
    r"|(?:professor|lecturer|fellow|director|partner|attorney|founder)\b.{0,40}\b(?:at|of)|writes (?:about|for|on)|covers|latest book|can be reached|follow (?:him|her|them)|@\w+"
    r"|journalist(?:in)?|redakteur(?:in)?|autor(?:in|a)?|journaliste|auteure?|periodista|jornalista|giornalist[ai])\b",
    re.I,
)
"""What a newsroom says of who writes for it."""
_QUOTED = late(r"“|„|«| said\b")
_LAST, _LONGEST_OF_STRANGER, _TRADE_WITHIN = 2, 400, 160


_SAYS_WHO = late(r"(?!.{0,30}\b(?:reported|contributed|reporting)\b)(?:,? [^\W\d_]|, \w|\s?[:(–—-]|[がはさも])")
_SIGNED_OFF = late(
    r"(?:[–—-]\s?)?(?:the (?:author|writer)s? (?:is|are|was|has|teaches|lives|works)\b|(?:der|die) (?:autor|autorin|verfasser|verfasserin) (?:ist|lebt|lehrt|arbeitet)\b"
    r"|l[’']aute(?:ur|ure|rice) (?:est|enseigne|travaille|vit)\b|(?:el|la) autora? (?:es|fue|enseña|trabaja|vive)\b|(?:l[’']autore|l[’']autrice) (?:è\b|insegna|lavora|vive)|[oa] autora? (?:é\b|ensina|trabalha|vive)|de auteur (?:is|doceert|werkt|woont)\b)",
    re.I,
)
"""Matches "The author is a professor of law."; not "The author of the report said"."""


def _names(draft: Draft, first: int) -> set[str]:
    """Whom the byline names, of two words at least."""
    page = draft.page
    lines = [block for block in page.blocks[draft.headline + 1 : first] if len(block.text) < 160][-_BYLINE_REACH:]
    named = {name for block in lines if begins_byline(block.text) for name in read_byline(block).names}
    named.update(meta.content for meta in page.metas if meta.name in ("author", "article:author"))
    for found in page.story_nodes:
        authors = found.node.get("author")
        for one in authors if isinstance(authors, list) else [authors]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str):
                named.add(name)
    return {name for name in named if " " in name.strip() or not name.isascii()}


def appeal_at_end(draft: Draft) -> None:
    """Boxes of their own after the story's last paragraph that ask its readers for money, for an account, for a subscription, or say
    where the office is; then the last paragraphs of the story's own box, which have to say more plainly that they do."""
    for blocks in _boxes_at_end(draft):
        text = " ".join(draft.page.blocks[at].text for at in blocks)
        kind = (
            _WALL if reads_as_wall(text) else _APPEAL if asks_readers(text) else _OFFICE if is_contact(text) else None
        )
        if kind is None:
            break
        for at in blocks:
            draft.give(at, kind)
    inside = [at for at, is_body in enumerate(draft.body) if is_body]
    for at in inside[: -_NOTE_REACH - 1 : -1] if len(inside) > _NOTE_REACH else inside[:1:-1]:
        text = draft.page.blocks[at].text
        if asks_for_paper(text):
            draft.give(at, _WALL if reads_as_wall(text) else _APPEAL)
        elif is_office(text):
            draft.give(at, _OFFICE)


def _boxes_at_end(draft: Draft) -> list[list[int]]:
    """The body's last blocks, a box each, from the last: those in boxes that hold none of the story's paragraphs before."""
    page, body = draft.page, draft.body
    inside = [at for at, is_body in enumerate(body) if is_body]
    found: list[list[int]] = []
    while len(inside) > 1 and len(found) < _MOST_BOXES:
        own = _own_box(draft, inside)
        if own is None:
            break
        blocks = [at for at in inside if is_inside(page, page.blocks[at].box, own)]
        if _has_twin(draft, own, inside[: -len(blocks)]):
            break
        if sum(len(page.blocks[at].text) for at in blocks) > _LONGEST_APPEAL or len(blocks) == len(inside):
            break
        found.append(blocks)
        inside = inside[: -len(blocks)]
    return found


def _has_twin(draft: Draft, box: int, story: list[int]) -> bool:
    """Whether a part of the story before stands in a box of the same make: then this one is a part of it too."""
    boxes = draft.page.boxes
    made = _make(boxes[box])
    return any(
        around != box and _make(boxes[around]) == made
        for at in story
        for around in boxes_around(draft.page, draft.page.blocks[at].box)
    )


def _make(box: Box) -> tuple[str, str, int]:
    return box.tag, _DIGITS.sub("", box.name), box.depth


_DIGITS = re.compile(r"\d+")


def _own_box(draft: Draft, inside: list[int]) -> int | None:
    """The widest box around the last block that holds no paragraph of the story before it, but for headings."""
    page = draft.page
    boxes = page.boxes
    last = page.blocks[inside[-1]]
    holders: set[int] = set()
    box = last.box
    own = None
    story = [page.blocks[at] for at in inside[:-1]]
    while box > 0:
        if boxes[box].tag in _TEXT:
            box = boxes[box].parent
            continue
        held = [block for block in story if is_inside(draft.page, block.box, box)]
        if any(block.tag not in HEADINGS for block in held) and len(held) * 2 > len(story):
            break
        if held and sum(len(block.text) for block in held) > _LONGEST_APPEAL:
            break
        own, holders = box, holders | {box}
        box = boxes[box].parent
    return own


_TEXT = frozenset(("p", "li", "ul", "ol", "blockquote", *HEADINGS))
_MOST_BOXES, _LONGEST_APPEAL = 3, 1500
