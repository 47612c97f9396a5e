"""Names that stand on lines of their own, with no "by": beside the stamp, under the headline, at the body's ends."""

import re
from collections.abc import Sequence

from backfile.late_pattern import late
from backfile.lexicon.given_names import is_given
from backfile.lexicon.read_byline import parted
from backfile.lexicon.split_names import is_no_person, looks_like_name, name_parts
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import HEADINGS, Page


def are_people(names: list[str]) -> bool:
    """True where each looks like a name and none is a role or a desk."""
    return all(looks_like_name(name) and not is_no_person(name) for name in names)


def under_headline(page: Page, labels: Sequence[Label], head: list[int]) -> list[str]:
    """A name alone on a line between headline and body, sure to be one by its given name: systems draw bylines as boxes of no name."""
    for index in head:
        block, label = page.blocks[index], labels[index]
        if (
            label[0] in _NAMED_LINES
            and label.rule in _BY_PLACE
            and block.tag not in HEADINGS
            and any(map(is_given, block.text.split()))
        ):
            names = name_parts(parted(block))
            if not any(map(begins_given, names)):
                continue
            if are_people(names):
                return names
            if are_people(names[:1]) and begins_given(names[0]):
                return names[:1]
    return []


_BY_PLACE = frozenset((RuleName.HEAD_ZONE, RuleName.NAME_BEFORE_BODY))
"""The rules that go by where a line stands, not by a name of its box."""


def begins_given(name: str) -> bool:
    """True where the first word is a given name."""
    return is_given(name.split()[0])


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
        if found := _STAMP_AND_REST.match(parted(block)):
            names = name_parts(found["before"] or found["after"])
            linked = "".join([block.text[span.start : span.end] for span in block.links])
            if names and are_people(names) and names[0] not in linked:
                return names
    return []


_SHORTEST_STAMP, _LONGEST_STAMP = 12, 110
_DIGIT = late(r"\d")
_OFTEN_STAMPS = frozenset(
    (FieldKind.STAMP, FieldKind.BYLINE, FurnitureKind.BYLINE_BOX, FurnitureKind.CALL_OUT, FurnitureKind.NAVIGATION)
)
_STAMP = (
    r"(?:[A-Za-zÀ-ž]{2,9}\.?,? )?(?:\d{1,2}\.? ?[A-Za-zÀ-ž]{3,10}\.?,? \d{4}|[A-Za-zÀ-ž]{3,10}\.? \d{1,2},? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
    r"(?:\W{1,3}\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?| Uhr)?)?"
)
_STAMP_AND_REST = late(
    rf"(?:{_STAMP}\s*[|•·–—-]\s*(?P<after>\D{{5,60}})|(?P<before>\D{{5,60}}?)\s*[|•·–—-]\s*{_STAMP})$"
)
"""Matches "04.02.2022 | 13:10 Uhr | Ann Lee"; not "3 March 2017 Quarry Road"."""


def signature(labelled: LabelledPage) -> list[str]:
    """A name alone on one of the body's last lines, sure to be one by its given name: how many papers sign."""
    for index in labelled.body[:-5:-1]:
        block = labelled.page.blocks[index]
        if len(block[0]) > _LONGEST_SIGNATURE or labelled.labels[index].kind is BodyKind.CAPTION or block.linked:
            continue
        text = block.text.strip("()– ")
        if text.count(" ") < 3 and looks_like_name(text) and begins_given(text):
            return [text]
    return []


_LONGEST_SIGNATURE = 48


def repeated(page: Page, names: list[str]) -> list[str]:
    """The names that stand on the page once more, beside a portrait or in a notice on the writer: no chance words do."""
    return [
        name
        for name in names
        if sum(name in block.text for block in page.blocks) > 1 or any(name in picture.alt for picture in page.pictures)
    ]


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
