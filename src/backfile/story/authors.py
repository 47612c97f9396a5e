"""The people who wrote a story, by the page's metadata and by what it prints (schema.org author; IPTC creator)."""

import re
from collections.abc import Iterator
from typing import Any

from backfile.label.agencies import is_agency
from backfile.label.bylines import OTHER_WORK, begins_byline
from backfile.model.label import FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.model.story import Author
from backfile.page.story_node import types_of
from backfile.story.linked import names_of, persons_by_id
from backfile.story.persons import Site, is_no_person, looks_like_name, name_parts
from backfile.story.printed_names import (
    Zones,
    author_links,
    in_author_box,
    is_by_alone,
    leading_names,
    named_after_by,
    spaced,
)

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "articleauthor", "article_author",
    "article:author_name", "og:article:author", "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "dc.contributor",
    "creator", "shareaholic:article_author_name",
)  # fmt: skip


_SAID = frozenset((*_METAS, "twitter:label1", "twitter:data1"))


def find_authors(page: Page, labels: list[Label], node: dict[str, Any] | None, site: Site) -> tuple[Author, ...]:
    """The people who wrote it; where none is named, the agency. Never the site itself, a desk or a page's own words."""
    export = page.capture.export
    if export and export.authors:
        return _people(list(export.authors), site)
    zones = Zones(page, labels)
    agencies: tuple[Author, ...] = ()
    claimed: tuple[Author, ...] = ()
    for names in (_linked_data_names(page, node), *_meta_names(page)):
        found = _people(names, site)
        if any(author.role != "agency" for author in found):
            claimed = found if len(names) > 1 else _persons(found)
            break
        agencies = agencies or found
    bylines = [
        people
        for names in _bylines(page, labels, zones.head, in_head=True)
        if (people := _persons(_people(names, site)))
    ]
    if claimed:
        return _corrected(page, zones, claimed, bylines)
    if bylines:
        return bylines[0]
    for names in _printed(page, labels, zones):
        people = _persons(_people(names, site))
        if people:
            return people
    return agencies


def _persons(found: tuple[Author, ...]) -> tuple[Author, ...]:
    return tuple(author for author in found if author.role != "agency")


def _corrected(
    page: Page, zones: Zones, claimed: tuple[Author, ...], bylines: list[tuple[Author, ...]]
) -> tuple[Author, ...]:
    """What the metadata claim, or what the byline prints where it names other people, or more: metadata then tell who put the
    story into the system, or the first of several."""
    theirs = {author.name.casefold() for author in claimed}
    if not any(map(str.isascii, theirs)) and any(map(_in_no_case, theirs)):
        return claimed  # the same people in another script, for all that a comparison can tell
    told = [people for people in bylines if all(looks_like_name(author.name) for author in people)]
    named = [{author.name.casefold() for author in people} for people in told]
    for people, mine in zip(told, named, strict=True):
        if mine > theirs:
            return people
    if told and not any(mine & theirs for mine in named) and not _signs(page, claimed):
        return told[0]
    for index in zones.head:
        text = page.blocks[index].text
        if len(claimed) == 1 and claimed[0].name in text and len(text) > len(claimed[0].name) + 6:
            parts = name_parts(spaced(page.blocks[index]))
            if len(parts) > 1 and all(looks_like_name(part) for part in parts) and claimed[0].name in parts:
                return tuple(map(Author, dict.fromkeys(parts)))
    if not any(looks_like_name(author.name) or not author.name.isascii() for author in claimed):
        names = _boxes(page, [], zones.head)
        if names and all(_is_login(author.name) for author in claimed):
            return tuple(map(Author, names))
    return claimed


def _signs(page: Page, claimed: tuple[Author, ...]) -> bool:
    """True where a byline anywhere on the page names one of those that the metadata claim."""
    return any(
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
    yield _links(page, zones.head, sure_only=False)
    yield _boxes(page, labels, zones.head)
    tail = zones.after_body()
    yield from _bylines(page, labels, zones.in_body(), in_head=False)
    yield from _bylines(page, labels, tail, in_head=False)
    yield _links(page, tail, sure_only=True)
    yield _signed(page, labels, zones, tail)
    yield _repeated(page, _boxes(page, labels, tail))
    yield _repeated(page, _in_stamps(page, labels, zones.head))


def _linked_data_names(page: Page, node: dict[str, Any] | None) -> list[str]:
    """Names in the story's node, or in the page's where it says nothing; a reference is looked up among the page's persons."""
    nodes = [node] if node else []
    nodes += [
        other for other in page.linked_data if other is not node and "author" in other and types_of(other) & _PAGES
    ]
    for one in nodes:
        persons = persons_by_id(page)
        named = names_of(one.get("author"), persons) or names_of(one.get("creator"), persons)
        names = [name for name, is_person in named if is_person or is_agency(name) or looks_like_name(name)]
        if any(names):
            return names
    return []


_INVERTED = ("citation_author", "dc.creator", "dc.contributor")
"""Library metadata put the family name first."""
_INVERSION = re.compile(r"^([^,;]+), ([^,;]+)$")
_DATE = re.compile(
    r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\b[A-Za-zÀ-ž]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? ?[A-Za-zÀ-ž]{3,10}\.?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d\d(?: ?[ap]m)?|\d+ \w+)",
    re.I,
)
_SHORT_LINE = 160
_PAGES = frozenset(("WebPage", "Article", "NewsArticle", "BlogPosting"))


def _meta_names(page: Page) -> list[list[str]]:
    said: dict[str, list[str]] = {}
    for meta in page.metas:
        if meta.name in _SAID and not meta.content.startswith(("http", "@")):
            said.setdefault(meta.name, []).append(meta.content)
    for name in _INVERTED:
        if name in said:
            said[name] = [_INVERSION.sub(r"\2 \1", value) for value in said[name]]
    found = [said[name] for name in _METAS if name in said]
    if "twitter:label1" in said and "twitter:data1" in said:  # WordPress: "Written by", in the page's language
        value = said["twitter:data1"][0]
        if not any(char.isdigit() for char in value):
            found.append([value])
    return found


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
    """A name alone on a line under the headline: a paragraph of its own before the first, or one that heads a notice after the story."""
    after = [page.blocks[i].text for i in tail]
    for index in zones.head:
        block, label = page.blocks[index], labels[index]
        if label.kind in (FieldKind.BYLINE, FurnitureKind.BYLINE_BOX) and looks_like_name(block.text):
            leads_in = label.kind is FieldKind.BYLINE and block.tag == "p" and not block.linked
            if leads_in or any(text.startswith(block.text) for text in after):
                return [block.text]
    return []


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
        for part in name_parts(printed):
            author = _author(part, site)
            if author is not None:
                found.setdefault(author.name.casefold(), author)
    return tuple(found.values())


def _author(part: str, site: Site) -> Author | None:
    """A person or an agency; the site's name is a person's where it reads as one: blogs are named after who writes them."""
    if is_agency(part):
        return Author(part, role="agency")
    if is_no_person(part) or (site.is_called(part) and not looks_like_name(part)):
        return None
    return Author(part)
