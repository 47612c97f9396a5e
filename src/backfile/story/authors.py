"""The people who wrote a story, by the page's metadata and by what it prints (schema.org author; IPTC creator)."""

import re
from collections.abc import Iterator
from typing import Any

from backfile.label.agencies import is_agency
from backfile.label.bylines import OTHER_WORK, begins_byline
from backfile.model.label import FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.model.story import Author
from backfile.quotes.given_names import is_given
from backfile.story.claimed_names import claimed_names
from backfile.story.parts import Parts
from backfile.story.persons import Site, is_no_person, looks_like_name, name_parts, same_name
from backfile.story.printed_names import (
    Zones,
    author_links,
    in_author_box,
    is_by_alone,
    leading_names,
    named_after_by,
    spaced,
)


def find_authors(parts: Parts, node: dict[str, Any] | None, site: Site) -> tuple[Author, ...]:
    """The people who wrote it; where none is named, the agency. Never the site itself, a desk or a page's own words."""
    page, labels = parts.page, parts.labels
    export = page.capture.export
    if export and export.authors:
        return _people(list(export.authors), site)
    zones = Zones(parts)
    claimed, agencies = _claimed(claimed_names(page, node, site), site)
    bylines, printed_agencies = _told(page, labels, zones, site)
    if claimed:
        return _corrected(parts, zones, claimed, bylines, site)
    if bylines:
        return bylines[0]
    if printed_agencies:
        return printed_agencies
    for names in _printed(page, labels, zones):
        people = _persons(_people(names, site))
        if people:
            return people
    return agencies


def _claimed(said: Iterator[list[str]], site: Site) -> tuple[tuple[Author, ...], tuple[Author, ...]]:
    """(people, agencies) of the first of the metadata that names any; of a later one that names them and more, or that names
    others than the site."""
    claimed: tuple[Author, ...] = ()
    agencies: tuple[Author, ...] = ()
    for names in said:
        found = _people(names, site)
        people = _persons(found)
        if not people:
            agencies = agencies or found
        elif not claimed or _says_more(people, claimed, site):
            claimed = found if len(names) > 1 else people
    return claimed, agencies


def _says_more(people: tuple[Author, ...], claimed: tuple[Author, ...], site: Site) -> bool:
    if _all_sites(claimed, site):
        return not _all_sites(people, site)
    return set(_persons(claimed)) < set(people) and all(looks_like_name(author.name) for author in people)


def _all_sites(authors: tuple[Author, ...], site: Site) -> bool:
    return all(site.is_called(author.name) for author in authors)


def _told(
    page: Page, labels: list[Label], zones: Zones, site: Site
) -> tuple[list[tuple[Author, ...]], tuple[Author, ...]]:
    """(the people whom each byline under the headline names, the agency in the first that names nobody else)."""
    bylines: list[tuple[Author, ...]] = []
    agencies: tuple[Author, ...] = ()
    for names in _bylines(page, labels, zones.head, in_head=True):
        found = _people(names, site)
        people = _persons(found)
        if people:
            bylines.append(people)
        elif not bylines:
            agencies = agencies or found
    return bylines, agencies


def _persons(found: tuple[Author, ...]) -> tuple[Author, ...]:
    return tuple(author for author in found if author.role != "agency")


def _corrected(
    parts: Parts, zones: Zones, claimed: tuple[Author, ...], bylines: list[tuple[Author, ...]], site: Site
) -> tuple[Author, ...]:
    """What the metadata claim, or what the byline prints where it names other people, or more: metadata then tell who put the
    story into the system, or the first of several."""
    page = parts.page
    theirs = {same_name(author.name) for author in claimed}
    if not any(map(str.isascii, theirs)) and any(map(_in_no_case, theirs)):
        return claimed  # the same people in another script, for all that a comparison can tell
    is_sites = _all_sites(claimed, site)
    lone = list(_lone_names(parts, zones.head, surely=not is_sites))
    linked = {name for i in zones.head for name in author_links(page.blocks[i], page.author_links, sure_only=True)}
    told = [
        people for people in bylines if all(looks_like_name(author.name) or author.name in linked for author in people)
    ]
    if is_sites or not told:
        told = [tuple(map(Author, names)) for names in lone] or told
    named = [{same_name(author.name) for author in people} for people in told]
    for people, mine in zip(told, named, strict=True):
        if mine > theirs:
            return people
    if told and not any(mine & theirs for mine in named) and not _signs(page, zones, claimed):
        return told[0]
    for index in zones.head:
        text = page.blocks[index].text
        if len(claimed) == 1 and claimed[0].name in text and len(text) > len(claimed[0].name) + 6:
            names = name_parts(spaced(page.blocks[index]))
            if len(names) > 1 and claimed[0].name in names and _are_people(names):
                return tuple(map(Author, dict.fromkeys(names)))
    if not any(looks_like_name(author.name) or not author.name.isascii() for author in claimed):
        names = _boxes(page, [], zones.head)
        if names and all(_is_login(author.name) for author in claimed):
            return tuple(map(Author, names))
    return claimed


def _lone_names(parts: Parts, head: list[int], *, surely: bool) -> Iterator[list[str]]:
    """The names that stand as a byline does but with no "by": the contacts of HTML's <address>, a line in a box named a byline;
    and, unless asked for what is sure, any name alone on its line."""
    blocks = parts.page.blocks
    contacts = [name for i in head if blocks[i].tag == "address" for name in name_parts(blocks[i].text)]
    if contacts and _are_people(contacts):
        yield contacts
    for index in head:
        label = parts.labels[index]
        if label.kind is FieldKind.BYLINE and (label.rule == "named-byline" or not surely):
            names = name_parts(spaced(blocks[index]))
            if names and _are_people(names):
                yield names


def _are_people(names: list[str]) -> bool:
    return all(looks_like_name(name) and not is_no_person(name) for name in names)


def _signs(page: Page, zones: Zones, claimed: tuple[Author, ...]) -> bool:
    """True where a byline anywhere on the page, or a line of its own under the headline, names one of those that the metadata claim."""
    own = {author.name for author in claimed}
    return any(page.blocks[index].text in own for index in zones.head) or any(
        len(block.text) < _SHORT_LINE
        and begins_byline(block.text)
        and any(author.name in block.text for author in claimed)
        for block in page.blocks
    )


def _in_no_case(name: str) -> bool:
    return name.upper() == name.lower()


def _is_login(name: str) -> bool:
    """True for what systems call their users: "ann.lee", "alee3"."""
    return name.islower() and " " not in name


def _printed(page: Page, labels: list[Label], zones: Zones) -> Iterator[list[str]]:
    """Names that the page prints elsewhere than in a byline under its headline, the surest first."""
    tail = zones.after_body()
    yield _signed(page, labels, zones, tail)
    yield _links(page, zones.head, sure_only=False)
    yield _boxes(page, labels, zones.head)
    yield from _bylines(page, labels, zones.in_body(), in_head=False)
    yield from _bylines(page, labels, tail, in_head=False)
    yield _links(page, tail, sure_only=True)
    yield _repeated(page, _boxes(page, labels, tail))
    in_stamps = _in_stamps(page, labels, zones.head)
    yield _repeated(page, in_stamps)
    yield list(filter(_begins_given, in_stamps))
    yield _under_headline(page, labels, zones.head)


def _under_headline(page: Page, labels: list[Label], head: list[int]) -> list[str]:
    """A name alone on a line between headline and body, sure to be one by its given name: systems draw bylines as boxes of no name."""
    for index in head:
        block, label = page.blocks[index], labels[index]
        if label.kind is FurnitureKind.BYLINE_BOX and label.rule == "head-zone" and block.tag not in _HEADINGS:
            names = name_parts(spaced(block))
            if not any(map(_begins_given, names)):
                continue
            if _are_people(names):
                return names
            if _are_people(names[:1]) and _begins_given(names[0]):
                return names[:1]
    return []


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def _begins_given(name: str) -> bool:
    return is_given(name.split()[0])


_DATE = re.compile(
    r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\b[A-Za-zÀ-ž]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? ?[A-Za-zÀ-ž]{3,10}\.?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d\d(?: ?[ap]m)?|\d+ \w+)",
    re.I,
)
_SHORT_LINE = 160


def _bylines(page: Page, labels: list[Label], among: list[int], *, in_head: bool) -> Iterator[list[str]]:
    """Who each line with a "by" names, or the line after one that is a "by" alone."""
    for index in among:
        block, kind = page.blocks[index], labels[index].kind
        is_byline = in_head and (
            kind is FieldKind.BYLINE
            or kind is FieldKind.STAMP
            or (len(block.text) < 120 and in_author_box(page, block))
        )
        names = named_after_by(block, is_byline=is_byline)
        if not names and is_by_alone(block.text) and index + 1 < len(page.blocks):
            names = _leading_people(spaced(page.blocks[index + 1]))
        if names:
            yield names


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


def _boxes(page: Page, labels: list[Label], among: list[int]) -> list[str]:
    """The names in the first box that is named an author's or a byline."""
    for index in among:
        block = page.blocks[index]
        if (labels and labels[index].kind is FurnitureKind.AUTHOR_BIO) or in_author_box(page, block):
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
    """A name alone on a line under the headline, that heads a notice after the story too; or several that are a
    paragraph among the first."""
    after = [page.blocks[i].text for i in tail]
    for index in zones.head:
        block, label = page.blocks[index], labels[index]
        if label.kind in (FieldKind.BYLINE, FurnitureKind.BYLINE_BOX) and looks_like_name(block.text):
            leads_in = label.kind is FieldKind.BYLINE and block.tag == "p" and not block.linked
            if leads_in or any(text.startswith(block.text) for text in after):
                return [block.text]
    for index in zones.opening():
        block = page.blocks[index]
        if block.tag == "p" and len(block.text) < _LONGEST_NAMES:
            names = name_parts(block.text)
            if len(names) > 1 and _are_people(names):
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
            looks_like_name(text)
            and labels[index].kind in (FieldKind.BYLINE, FurnitureKind.BYLINE_BOX)
            and any(label.kind is FieldKind.STAMP or label.rule == "reading-time" for label in beside)
        ):
            return [text]
    return []


def _people(names: list[str], site: Site) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    for printed in names:
        if _COMPANY.search(printed):
            continue  # its parts are no people either: "Weir Publishing GmbH, Kiel, Germany"
        for part in name_parts(printed):
            author = _author(part, site)
            if author is not None:
                found.setdefault(author.name.casefold(), author)
    return tuple(found.values())


_COMPANY = re.compile(r"\b(?:GmbH|e\. ?V\b|S\.A\.|Ltd|LLC|Inc)\b")


def _author(part: str, site: Site) -> Author | None:
    """A person or an agency; the site's name is a person's where it reads as one: blogs are named after who writes them."""
    if is_agency(part):
        return Author(part, role="agency")
    if is_no_person(part) or (site.is_called(part) and not looks_like_name(part)):
        return None
    return Author(part)
