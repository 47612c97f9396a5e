"""The lines of a page that name its story's writers: bylines under the headline, names alone on a line, and what else prints them."""

import re
from collections.abc import Iterator

from backfile.label.bylines import BYLINE_START, OTHER_WORK, may_begin_byline
from backfile.model.label import FieldKind, FurnitureKind, Label
from backfile.model.page import HEADINGS, Page
from backfile.quotes.given_names import is_given
from backfile.story.parts import Parts
from backfile.story.persons import is_no_person, looks_like_name, name_parts
from backfile.story.printed_names import (
    Zones,
    author_links,
    is_by_alone,
    leading_names,
    named_after_by,
    spaced,
)


def names_elsewhere(parts: Parts, zones: Zones) -> Iterator[list[str]]:
    """Names that the page prints elsewhere than in a byline under its headline, the surest first."""
    page, labels = parts.page, parts.labels
    tail = zones.after_body()
    yield _contacts(parts, zones.head)
    yield _signed(page, labels, zones, tail)
    yield _links(page, zones.head, sure_only=False)
    yield boxed_names(parts, zones, zones.head, with_bios=True)
    yield from named_in_bylines(parts, zones, zones.in_body(), in_head=False)
    yield from named_in_bylines(parts, zones, tail, in_head=False)
    yield _links(page, tail, sure_only=True)
    yield _repeated(page, boxed_names(parts, zones, tail, with_bios=True))
    in_stamps = _in_stamps(page, labels, zones.head)
    yield _repeated(page, in_stamps)
    yield list(filter(_begins_given, in_stamps))
    yield _under_headline(page, labels, zones.head)
    yield _at_opening(page, zones)


def _under_headline(page: Page, labels: list[Label], head: list[int]) -> list[str]:
    """A name alone on a line between headline and body, sure to be one by its given name: systems draw bylines as boxes of no name."""
    for index in head:
        block, label = page.blocks[index], labels[index]
        if (
            label.kind is FurnitureKind.BYLINE_BOX
            and label.rule == "head-zone"
            and block.tag not in HEADINGS
            and any(map(is_given, block.text.split()))
        ):
            names = name_parts(spaced(block))
            if not any(map(_begins_given, names)):
                continue
            if are_people(names):
                return names
            if are_people(names[:1]) and _begins_given(names[0]):
                return names[:1]
    return []


def _begins_given(name: str) -> bool:
    return is_given(name.split()[0])


_DATE = re.compile(
    r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\b[A-Za-zÀ-ž]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? ?[A-Za-zÀ-ž]{3,10}\.?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d\d(?: ?[ap]m)?|\d+ \w+)",
    re.I,
)


def named_in_bylines(parts: Parts, zones: Zones, among: list[int], *, in_head: bool) -> Iterator[list[str]]:
    """Who each line with a "by" names, or the line after one that is a "by" alone."""
    blocks, labels = parts.page.blocks, parts.labels
    for index in among:
        block = blocks[index]
        text = spaced(block) if block.seams else block.text
        may_begin = may_begin_byline(text)
        opening = BYLINE_START.match(text) if may_begin else None
        kind = labels[index][0]
        is_byline = in_head and (
            kind in _OFTEN_BYLINES
            or (kind not in _NEVER_BOXED and len(text) < _LONGEST_BOXED and zones.in_author_box(block))
        )
        names = named_after_by(block, text, opening, is_byline=is_byline) if opening or is_byline else []
        if not names and may_begin and len(text) < _BY_ALONE and is_by_alone(text) and index + 1 < len(blocks):
            names = _leading_people(spaced(blocks[index + 1]))
        if names:
            yield names


_OFTEN_BYLINES = frozenset((FieldKind.BYLINE, FieldKind.STAMP))
_NEVER_BOXED = frozenset((FieldKind.HEADLINE, FieldKind.DEK, FurnitureKind.NAVIGATION, FurnitureKind.SHARE))
_BY_ALONE = 24
_LONGEST_BOXED = 120


def _leading_people(text: str) -> list[str]:
    """The names that a line opens with; none where it opens otherwise, or goes on as a sentence does."""
    if len(text) > 160:
        return []
    return leading_names(name_parts(text))


def _links(page: Page, among: list[int], *, sure_only: bool) -> list[str]:
    """The links to authors' pages in the first block that has one, and in those that follow it at once."""
    names: list[str] = []
    last = -1
    for index in among:
        if last >= 0 and (index - last > 2 or OTHER_WORK.match(page.blocks[index].text)):
            break
        found = author_links(page.blocks[index], page.author_links, sure_only=sure_only)
        if found:
            names += found
            last = index
    return names


def boxed_names(parts: Parts, zones: Zones, among: list[int], *, with_bios: bool) -> list[str]:
    """The names in the first box that is named an author's or a byline."""
    for index in among:
        block = parts.page.blocks[index]
        if (with_bios and parts.labels[index].kind is FurnitureKind.AUTHOR_BIO) or zones.in_author_box(block):
            names = _leading_people(spaced(block))
            if names:
                return names
    return []


def _repeated(page: Page, names: list[str]) -> list[str]:
    """The names that stand on the page once more, beside a portrait or in a notice on the writer: no chance words do."""
    return [
        name
        for name in names
        if sum(name in block.text for block in page.blocks) > 1 or any(name in picture.alt for picture in page.pictures)
    ]


def _signed(page: Page, labels: list[Label], zones: Zones, tail: list[int]) -> list[str]:
    """A name alone on a line under the headline, that heads a notice after the story too."""
    after = [page.blocks[i].text for i in tail]
    for index in zones.head:
        block, label = page.blocks[index], labels[index]
        if label.kind in (FieldKind.BYLINE, FurnitureKind.BYLINE_BOX) and looks_like_name(block.text):
            leads_in = label.kind is FieldKind.BYLINE and block.tag == "p" and not block.linked
            if leads_in or any(text.startswith(block.text) for text in after):
                return [block.text]
    return []


def _at_opening(page: Page, zones: Zones) -> list[str]:
    """Several names that are one of the body's first paragraphs: "Ann Lee/Bo Marsh"."""
    for index in zones.opening():
        block = page.blocks[index]
        if block.tag == "p" and len(block.text) < _LONGEST_NAMES:
            names = name_parts(block.text)
            if len(names) > 1 and are_people(names):
                return names
    return []


_LONGEST_NAMES = 80


def _in_stamps(page: Page, labels: list[Label], among: list[int]) -> list[str]:
    """A name that shares its line with the stamp, or stands alone beside it."""
    for index in among:
        block = page.blocks[index]
        if labels[index].kind is FieldKind.STAMP:
            names = [part for part in name_parts(_DATE.sub("|", spaced(block))) if looks_like_name(part)]
            if names:
                return names[:1]
    for index in among:
        text = page.blocks[index].text
        beside = [labels[i] for i in (index - 1, index + 1) if 0 <= i < len(labels)]
        if (
            labels[index].kind in (FieldKind.BYLINE, FurnitureKind.BYLINE_BOX)
            and looks_like_name(text)
            and any(label.kind is FieldKind.STAMP or label.rule == "reading-time" for label in beside)
        ):
            return [text]
    return []


def lone_names(parts: Parts, head: list[int], *, surely: bool) -> Iterator[list[str]]:
    """The names that stand as a byline does but with no "by": the contacts of HTML's <address>, a line in a box named a byline;
    and, unless asked for what is sure, any name alone on its line."""
    blocks = parts.page.blocks
    contacts = _contacts(parts, head)
    if contacts:
        yield contacts
    for index in parts.of(FieldKind.BYLINE):
        if index in head and (not surely or parts.labels[index].rule == "named-byline"):
            names = name_parts(spaced(blocks[index]))
            if names and are_people(names):
                yield names


def _contacts(parts: Parts, head: list[int]) -> list[str]:
    blocks = parts.page.blocks
    names = [name for i in head if blocks[i].tag == "address" for name in name_parts(blocks[i].text)]
    return names if are_people(names) else []


def are_people(names: list[str]) -> bool:
    """True where each looks like a name and none is a role or a desk."""
    return all(looks_like_name(name) and not is_no_person(name) for name in names)
