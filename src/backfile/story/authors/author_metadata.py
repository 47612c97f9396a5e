"""Whom a page's metadata name as its writers: JSON-LD's author and creator, and the metas that systems write (schema.org author)."""

import re
from collections.abc import Iterator
from typing import Any

from backfile.lexicon.agencies import is_agency
from backfile.lexicon.schema_org import NEWS_TYPES, names_of, persons_by_id, types_of
from backfile.lexicon.split_names import is_systems_own, looks_like_name
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Page
from backfile.story.authors.site_names import Site

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "articleauthor", "article_author",
    "article:author_name", "og:article:author", "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "dc.contributor",
    "creator", "shareaholic:article_author_name",
)  # fmt: skip
_LABELLED = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
"""Labelled values for Twitter's cards: WordPress puts the author in the first, in the page's language; others say which it is."""
_SAID = frozenset((*_METAS, *_LABELLED[0], *_LABELLED[1]))
_INVERTED = ("citation_author", "dc.creator", "dc.contributor")
"""Library metadata put the family name first."""
_INVERSION = re.compile(r"^([^,;]+), ([^,;]+)$")
_NO_NAME = ("http", "@", "(")
"""An address of a profile, a handle, the credit of an image."""
_PAGES = frozenset(("WebPage", "Article", "NewsArticle", "BlogPosting"))


def claimed_names(labelled: LabelledPage, node: dict[str, Any] | None, site: Site) -> Iterator[list[str]]:
    """The names that each of the metadata gives, the surest first."""
    names = _linked_data_names(labelled.page, node, site)
    if names:
        yield names
    yield from _meta_names(labelled)


def _linked_data_names(page: Page, node: dict[str, Any] | None, site: Site) -> list[str]:
    """Names in the story's node, or in the page's where it says nothing; a reference is looked up among the page's persons."""
    nodes = [node] if node else []
    nodes += [
        other
        for other in page.linked_data
        if other is not node and "author" in other and not _PAGES.isdisjoint(types_of(other))
    ]
    if not nodes:
        return []
    persons = persons_by_id(page)
    for one in nodes:
        author = one.get("author")
        if isinstance(author, dict) and is_systems_own(str(author.get("url") or author.get("@id"))):
            continue
        named = names_of(author, persons) or names_of(one.get("creator"), persons)
        names = [name for name, is_person in named if is_person or _may_write(name, site)]
        if any(names):
            return names
    return []


def _may_write(organisation: str, site: Site) -> bool:
    """True for what is called an organisation and is an agency, or a person by its looks: not for the site."""
    return is_agency(organisation) or (looks_like_name(organisation) and not site.is_called(organisation))


def _meta_names(labelled: LabelledPage) -> list[list[str]]:
    said: dict[str, list[str]] = {}
    for name in _SAID.intersection(labelled.metas):
        values = [text for text in dict.fromkeys(labelled.metas[name]) if not text.startswith(_NO_NAME)]
        if values:
            said[name] = values
    if not said:
        return []
    for name in _INVERTED:
        if name in said:
            said[name] = [_INVERSION.sub(r"\2 \1", value) for value in said[name]]
    found = [said[name] for name in _METAS if name in said]
    for label, data in _LABELLED:
        if label in said and data in said and (label == "twitter:label1" or _WRITTEN_BY.match(said[label][0])):
            value = said[data][0]
            if not any(char.isdigit() for char in value):
                found.append([value])
    return found


_WRITTEN_BY = re.compile(
    r"(?:written by|author|by|verfasst von|autor\w*|auteur|escrito por|écrit par|scritto da|geschreven door)\W*$", re.I
)


def is_outlets(node: dict[str, Any] | None, site: Site) -> bool:
    """True where a newsroom's node names its outlet, as an organisation, for the story's writer: it is signed by nobody."""
    named = names_of(node.get("author")) if node and not NEWS_TYPES.isdisjoint(types_of(node)) else []
    return bool(named) and all(not is_person and site.is_called(name) for name, is_person in named)
