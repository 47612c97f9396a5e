"""A story's fields in an application state: those beside its text, or under the headline that the page prints."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from backfile.model.page import NodeRole, Page
from backfile.page.script_json import state_values
from backfile.page.story_nodes import find_story_nodes


def fields_around(value: Any, texts: list[str]) -> dict[str, Any] | None:
    """A node in schema.org's words of what stands beside the story in the JSON: headline, authors, times, section."""
    holder = _holder(value, max(texts, key=len, default=""), 0)
    node = _fields_of(holder) if holder is not None else {}
    return node if "headline" in node else None


def _fields_of(holder: dict[str, Any]) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "NewsArticle"}
    for name, keys in _FIELD_KEYS.items():
        said = next((found for key in keys if (found := _reach(holder, key))), None)
        if said:
            node[name] = said
    return node


_FIELD_KEYS = {
    "headline": ("headline", "headlines.basic", "title", "titles.default", "hed", "name"),
    "author": ("authors", "author", "byline", "bylines", "credits.by", "creator"),
    "datePublished": (
        "datePublished", "date_published", "publishedAt", "published_at", "firstPublished", "first_publish_date", "display_date",
        "publishDate", "publish_date", "pubDate", "publicationDate", "published", "publishedTime", "firstPublishDate",
    ),
    "dateModified": (
        "dateModified", "date_modified", "updatedAt", "updated_at", "lastModified", "last_updated_date", "modified", "updated",
        "updateDate", "lastUpdated", "modifiedAt",
    ),
    "articleSection": ("section", "articleSection", "taxonomy.primary_section.name", "category"),
    "alternativeHeadline": ("subheadline", "subheadlines.basic", "dek", "deck", "standfirst", "subhead", "subtitle"),
    "description": ("subheadlines.basic", "description.basic", "dek", "standfirst", "summary", "excerpt", "description"),
}  # fmt: skip
"""What application states call a story's fields: schema.org's names, Arc's (Fusion), and those of common React sites."""
_DEEPEST = 40
"""Levels of JSON that are looked into."""


def _holder(value: Any, text: str, depth: int) -> dict[str, Any] | None:
    """The innermost object that has a headline and, somewhere below it, the text."""
    if depth > _DEEPEST or not text:
        return None
    for item in _inside(value):
        found = _holder(item, text, depth + 1)
        if found is not None:
            return found
    return value if isinstance(value, dict) and any(_headlines(value)) and _holds(value, text, 0) else None


def _holds(value: Any, text: str, depth: int) -> bool:
    if isinstance(value, str):
        return value == text
    return depth < _DEEPEST and any(_holds(item, text, depth + 1) for item in _inside(value))


def _inside(value: Any) -> Iterable[Any]:
    """What an object or a list holds."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _headlines(holder: dict[str, Any]) -> Iterator[Any]:
    """What an object says that may be its headline: a name is not enough."""
    return (_reach(holder, key) for key in _FIELD_KEYS["headline"] if key != "name")


def _reach(holder: dict[str, Any], key: str) -> Any:
    """The value at a dotted key: a string, a list or an object that names somebody; None for anything else."""
    value: Any = holder
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, str | list):
        return value or None
    return value if isinstance(value, dict) and "name" in value else None


def with_script_fields(page: Page, headline: str) -> Page | None:
    """A page with the node of the story that its scripts hold under the headline that it prints; None where they hold none, or
    where the page's own metadata describe the story.

    Pages that a server writes out leave byline, stamp and section to the script that takes over.
    """
    run = max(_ASCII.findall(headline), key=len, default="")
    is_told = any(found.role is NodeRole.STORY for found in page.story_nodes) or any(
        meta.name == _DATED_META for meta in page.metas
    )
    if len(run) < _LEAST_RUN or is_told:
        return None
    sought = _LETTERS.sub("", headline.casefold())
    nodes = [
        node
        for value in state_values(page.capture.payload, run.encode())
        for holder in _named(value, sought, 0)
        if (node := _fields_of(holder)).keys() & _WORTH
    ]
    if not nodes:
        return None
    linked_data = (*page.linked_data, max(nodes, key=len))
    story_nodes = find_story_nodes(linked_data, (page.url, page.canonical), page.titles)
    return replace(page, linked_data=linked_data, story_nodes=story_nodes)


_ASCII = re.compile(r"[A-Za-z0-9 ,.-]+")
_LETTERS = re.compile(r"[\W_]+")
_LEAST_RUN = 10
"""Code points of a headline that are written alike in text and in JSON: a script without them is not read."""
_DATED_META = "article:published_time"
_WORTH = frozenset(("author", "datePublished", "dateModified"))


def _named(value: Any, sought: str, depth: int) -> Iterator[dict[str, Any]]:
    """The objects whose headline has the letters that are sought."""
    if depth > _DEEPEST:
        return
    for item in _inside(value):
        if isinstance(item, dict | list):
            yield from _named(item, sought, depth + 1)
    if isinstance(value, dict) and any(
        isinstance(one, str) and _LETTERS.sub("", one.casefold()) == sought for one in _headlines(value)
    ):
        yield value
