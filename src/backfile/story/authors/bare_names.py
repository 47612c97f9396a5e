"""Names that stand on lines of their own, with no "by": beside the stamp, under the headline, at the body's ends."""

import re
from collections.abc import Callable, Sequence

from backfile.label.head_lines import NAME_BESIDE_STAMP
from backfile.late_pattern import late
from backfile.lexicon.european_names import is_given_anywhere
from backfile.lexicon.given_names import FIRST_FAMILY_NAMES
from backfile.lexicon.name_tails import is_office
from backfile.lexicon.read_byline import parted
from backfile.lexicon.split_names import is_no_person, looks_like_name, may_be_name, name_parts
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import HEADINGS, Block, Page


def are_people(names: list[str]) -> bool:
    """True where each looks like a name and none is a role or a desk."""
    return all(map(_is_person, names))


def under_headline(page: Page, labels: Sequence[Label], head: list[int]) -> list[str]:
    """A name alone on a line between headline and body, sure to be one by its given name: systems draw bylines as boxes of no name."""
    for index in head:
        block, label = page.blocks[index], labels[index]
        if (
            label[0] in _NAMED_LINES
            and label.rule in _BY_PLACE
            and block.tag not in HEADINGS
            and any(map(is_given_anywhere, block.text.split()))
        ):
            names = name_parts(parted(block))
            if not any(map(begins_given, names)) or _IN_BRACKETS.search(block.text):
                continue
            if not block.text.isascii() and (others := list(filter(_is_caseless_name, names))):
                return others
            if are_people(names):
                return names
            if are_people(names[:1]) and begins_given(names[0]):
                return names[:1]
    return []


_IN_BRACKETS = late(r"\([^()]{6,}")
"""More than initials: who is in a picture, and where."""
_BY_PLACE = frozenset((RuleName.HEAD_ZONE, RuleName.NAME_BEFORE_BODY))
"""The rules that go by where a line stands, not by a name of its box."""


def begins_given(name: str) -> bool:
    """True where the first word is a given name, or one that families are called by where that stands first."""
    first = name.split()[0]
    return is_given_anywhere(first) or first.lower() in FIRST_FAMILY_NAMES


def _is_caseless_name(name: str) -> bool:
    """True for a given name and others in a script without capitals."""
    return name.upper() == name.lower() and may_be_name(name) and begins_given(name)


_DATE = late(
    r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\b[A-Za-zÀ-ž]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? ?[A-Za-zÀ-ž]{3,10}\.?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d\d(?: ?[ap]m)?|\d+ \w+)",
    re.I,
)


def beside_stamp(page: Page, labels: Sequence[Label], among: list[int]) -> list[str]:
    """The names that a mark alone parts from the stamp, with nothing else on the line: "3 March 2017 | Ann Lee"."""
    for index in among:
        block = page.blocks[index]
        if (
            labels[index].kind not in _OFTEN_STAMPS
            or not _SHORTEST_STAMP < len(block.text) < _LONGEST_STAMP
            or not _DIGIT.search(block.text)
        ):
            continue
        if found := NAME_BESIDE_STAMP.match(parted(block)):
            names = name_parts(found["before"] or found["after"])
            if len(names) == _WITH_PLACE and " " not in names[1]:
                names = names[:1]
            linked = "".join([block.text[span.start : span.end] for span in block.links])
            if names and are_people(names) and names[0] not in linked:
                return names
    return []


_WITH_PLACE = 2
"""A name and where it was written, in one word: "Ann Lee | Lugo | 3 March 2017"."""
_SHORTEST_STAMP, _LONGEST_STAMP = 12, 110
_DIGIT = late(r"\d")
_OFTEN_STAMPS = frozenset(
    (FieldKind.STAMP, FieldKind.BYLINE, FurnitureKind.BYLINE_BOX, FurnitureKind.CALL_OUT, FurnitureKind.NAVIGATION)
)


def signature(labelled: LabelledPage) -> list[str]:
    """A name alone on one of the body's last lines, or on the next: how many papers sign. It is sure to be one by its given name,
    by a family name in capitals ("Cécile MARCHAND"), or as the story's last line where that is set in a style of its own."""
    blocks, body = labelled.page.blocks, labelled.body
    last = body[-1] if body else len(blocks)
    after = [i for i in (last + 1,) if i < len(blocks) and labelled.labels[i].rule in _RIGHT_BELOW]
    for index in (*body[:-5:-1], *after):
        block = blocks[index]
        if len(block[0]) > _LONGEST_SIGNATURE or labelled.labels[index].kind is BodyKind.CAPTION or block.linked:
            continue
        name = _alone(block)
        is_set_apart = _is_set_apart(block, labelled.page.language_tag)
        if not name or (index > last and not is_set_apart and labelled.labels[index].kind is not FieldKind.BYLINE):
            continue  # a line below the story is no signature unless it says so
        if begins_given(name) or (index == last and is_set_apart) or _CAPITAL_FAMILY.match(name):
            return [name]
    return []


_RIGHT_BELOW = frozenset((RuleName.OUTSIDE_BODY, RuleName.AUTHOR_NOTE))


def _is_set_apart(block: Block, language: str | None) -> bool:
    """Whether a line is set as signatures are: after a dash, with initials, or in a style of its own."""
    if block.text[0] in _SIGNS or _INITIALS.search(block.text) is not None:
        return True
    return block.emphasis == len(block.text) and not _has_capitals(language)


def _alone(block: Block) -> str:
    """The name that a line is, but for the marks around it and initials; nothing for another line."""
    text = _INITIALS.sub("", block.text.strip("–—- ")).strip("() ")
    is_short = text.count(" ") < _MOST_NAMES and block.tag not in HEADINGS
    return text if is_short and name_parts(text) == [text] and _is_person(text) else ""


_MOST_NAMES = 3
"""Given names and family names of one person."""


def _has_capitals(language: str | None) -> bool:
    """True where headings have capitals in mid-line, so that two words with capitals may be no name: English titles, German nouns."""
    return (language or "en")[:2].lower() in _CAPITALISED


_CAPITALISED = frozenset(("en", "de", "lb"))
_SIGNS = frozenset("—–(")
"""What letters and briefs set before the name of who signs."""
_INITIALS = late(r"\s*\(\w{1,4}\)$")
_CAPITAL_FAMILY = late(r"[A-ZÀ-Ž][a-zß-ž]+(?:-[A-ZÀ-Ž][a-zß-ž]+)? [A-ZÀ-Ž'’-]{3,}$")


_LONGEST_SIGNATURE = 48


def is_told_of(labelled: LabelledPage, name: str) -> bool:
    """True where the headline or the midst of the story tells of somebody: a reporter is not in his own story."""
    if " " not in name and name.isascii():
        return False
    blocks, midst = labelled.page.blocks, labelled.body[1:-2]
    places = midst if labelled.headline < 0 else (labelled.headline, *midst)
    return any(blocks[index].text.find(name) > 0 for index in places) or (
        labelled.headline >= 0 and blocks[labelled.headline].text.startswith(name)
    )


def repeated(page: Page, names: list[str]) -> list[str]:
    """The names that stand on the page once more, beside a portrait or in a notice on the writer: no chance words do."""
    return [
        name
        for name in names
        if sum(name in block.text for block in page.blocks) > 1 or any(name in picture.alt for picture in page.pictures)
    ]


def _is_person(name: str) -> bool:
    return looks_like_name(name) and not is_no_person(name)


def beside_office(page: Page, head: list[int], is_outlet: Callable[[str], bool]) -> list[str]:
    """A name alone on its line that an office, the outlet or an address follows, there or on the next: "Ann Lee, Staff Writer"."""
    for index in head:
        text = page.blocks[index].text
        if len(text) > _LONGEST_NAMES or page.blocks[index].tag in HEADINGS:
            continue
        after = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
        if _is_person(text):
            if len(after) < _LONGEST_SIGNATURE and (is_office(after) or _ADDRESS.match(after)):
                return [text]
            continue
        mark = _AFTER_NAME.search(text)
        if mark is not None and are_people([text[: mark.start()]]):
            rest = text[mark.end() :]
            if is_office(rest):
                return list(filter(_is_person, name_parts(text)))
            if is_outlet(rest) and is_given_anywhere(text.split()[0]):
                return [text[: mark.start()]]
    return []


_ADDRESS = late(r"\S+@\S+$")
_AFTER_NAME = late(r"\s*[,|·•/]\s*|\s[–—-]\s")


def signed_twice(page: Page, labels: Sequence[Label], head: list[int], tail: list[int]) -> list[str]:
    """A name alone on a line under the headline, that heads a notice after the story too."""
    after = [page.blocks[i].text for i in tail]
    for index in head:
        block, label = page.blocks[index], labels[index]
        if label[0] in _NAMED_LINES and looks_like_name(block[0]):
            leads_in = label.kind is FieldKind.BYLINE and block.tag == "p" and not block.linked
            if leads_in or any(text.startswith(block.text) for text in after):
                return [block.text]
    return []


def at_opening(page: Page, among: list[int]) -> list[str]:
    """Several names that are one of the body's first paragraphs: "Ann Lee/Bo Marsh"."""
    for index in among:
        block = page.blocks[index]
        if block.tag == "p" and len(block.text) < _LONGEST_NAMES:
            names = name_parts(block.text)
            if len(names) > 1 and are_people(names):
                return names
    return []


_LONGEST_NAMES = 80


def in_stamp_lines(page: Page, labels: Sequence[Label], among: list[int]) -> list[str]:
    """A name that shares its line with the stamp, or stands alone beside it."""
    for index in among:
        block = page.blocks[index]
        if labels[index][0] is FieldKind.STAMP:
            rest = _DATE.sub("|", parted(block))
            if rest.isascii() and not _TWO_CAPITALS.search(rest):
                continue
            names = [part for part in name_parts(rest) if looks_like_name(part)]
            if names:
                return names[:1]
    for index in among:
        text = page.blocks[index].text
        if (
            labels[index][0] in _NAMED_LINES
            and looks_like_name(text)
            and any(
                label.kind is FieldKind.STAMP or label.rule is RuleName.READING_TIME
                for label in labels[index - 1 : index + 2 : 2]
            )
        ):
            return [text]
    return []


_TWO_CAPITALS = late(r"[A-Z]\S*(?: [a-z]+){0,3} [A-Z]")
_NAMED_LINES = frozenset((FieldKind.BYLINE, FurnitureKind.BYLINE_BOX))
