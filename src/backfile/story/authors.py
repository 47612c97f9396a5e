"""The people who wrote a story, by the page's metadata and by what it prints (schema.org author; IPTC creator)."""

from collections.abc import Iterator
from typing import Any

from backfile.label.agencies import is_agency
from backfile.label.bylines import BYLINE_START
from backfile.model.label import FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.model.story import Author
from backfile.story.linked import names_of, persons_by_id, types_of
from backfile.story.persons import Site, is_no_person, looks_like_name, name_parts
from backfile.story.printed_names import Zones, author_links, in_author_box, named_after_by, spaced

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "articleauthor", "article_author",
    "article:author_name", "og:article:author", "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "dc.contributor",
    "creator",
)  # fmt: skip


def find_authors(
    page: Page, labels: list[Label], node: dict[str, Any] | None, site: Site
) -> tuple[Author, ...]:
    """The people who wrote it; where none is named, the agency. Never the site itself, a desk or a page's own words."""
    export = page.capture.export
    if export and export.authors:
        return _people(list(export.authors), site)
    agencies: tuple[Author, ...] = ()
    for names, is_printed in _sources(page, labels, node):
        found = _people(names, site)
        people = tuple(author for author in found if author.role != "agency")
        if people:
            return people if is_printed or len(names) == 1 else found
        if not is_printed:
            agencies = agencies or found
    return agencies


def _sources(
    page: Page, labels: list[Label], node: dict[str, Any] | None
) -> Iterator[tuple[list[str], bool]]:
    """(names, are as printed), the surest first."""
    zones = Zones(page, labels)
    yield _linked_data_names(page, node), False
    yield from ((names, False) for names in _meta_names(page))
    yield _first_by(page, labels, zones.head, in_head=True), True
    yield _links(page, zones.head), True
    yield _boxes(page, labels, zones.head), True
    yield _first_by(page, labels, zones.body, in_head=False), True
    yield _first_by(page, labels, zones.tail, in_head=False), True
    yield _links(page, zones.tail), True
    yield _boxes(page, labels, zones.tail), True


def _linked_data_names(page: Page, node: dict[str, Any] | None) -> list[str]:
    """Names in the story's node, or in the page's where it says nothing; a reference is looked up among the page's persons."""
    nodes = [node] if node else []
    nodes += [other for other in page.linked_data if other is not node and "author" in other and types_of(other) & _PAGES]
    for one in nodes:
        persons = persons_by_id(page)
        names = [name for name, _ in names_of(one.get("author"), persons) or names_of(one.get("creator"), persons)]
        if any(names):
            return names
    return []


_PAGES = frozenset(("WebPage", "Article", "NewsArticle", "BlogPosting"))


def _meta_names(page: Page) -> list[list[str]]:
    said: dict[str, list[str]] = {}
    for meta in page.metas:
        if not meta.content.startswith(("http", "@")):
            said.setdefault(meta.name, []).append(meta.content)
    found = [said[name] for name in _METAS if name in said]
    if "twitter:label1" in said and "twitter:data1" in said:  # WordPress: "Written by", in the page's language
        value = said["twitter:data1"][0]
        if not any(char.isdigit() for char in value):
            found.append([value])
    return found


def _first_by(page: Page, labels: list[Label], among: list[int], *, in_head: bool) -> list[str]:
    """Who the first line with a "by" names."""
    for index in among:
        block, kind = page.blocks[index], labels[index].kind
        is_byline = in_head and (
            kind in (FieldKind.BYLINE, FieldKind.STAMP) or (len(block.text) < 120 and in_author_box(page, block))
        )
        names = named_after_by(block, is_byline=is_byline)
        if names:
            return names
    return []


def _links(page: Page, among: list[int]) -> list[str]:
    """The links to authors' pages in the first block that has one, and in those that follow it at once."""
    names: list[str] = []
    last = -1
    for index in among:
        found = author_links(page.blocks[index], page.author_links)
        if found and last >= 0 and index - last > 2:
            break
        if found:
            names += found
            last = index
    return names


def _boxes(page: Page, labels: list[Label], among: list[int]) -> list[str]:
    """The name in the first box that is named an author's or a byline."""
    for index in among:
        block = page.blocks[index]
        if labels[index].kind is FurnitureKind.AUTHOR_BIO or in_author_box(page, block):
            parts = name_parts(spaced(block))
            if parts and looks_like_name(parts[0]):
                return [part for part in parts if looks_like_name(part)]
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
