"""Which JSON-LD nodes speak for the story (schema.org Article and kin), and which for something beside it.

A node counts as the story's own where its address or its headline is the page's; a lone article node counts unless both
say otherwise. Images, videos, authors, breadcrumbs, comments and related stories never do: they are either of other
types or hang inside other nodes, which the page's table does not open.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from backfile.dates.places import PAGE_TYPES, STORY_TYPES
from backfile.model.page import Page

Node = dict[str, Any]
_NOT_WORD = re.compile(r"\W+")


def story_nodes(page: Page, headline: str | None) -> Iterator[tuple[Node, str]]:
    """(node, "story" or "page") for the nodes that date the story, the surest first."""
    if not page.linked_data:
        return
    stories = [node for node in page.linked_data if _is_of(node, STORY_TYPES)]
    if stories:
        own = [node for node in stories if _is_own(node, page, headline)]
        if not own and len(stories) == 1:
            own = stories
        for node in own:
            yield node, "story"
    for node in page.linked_data:
        if _is_of(node, PAGE_TYPES) and _is_own(node, page, headline, strict=True):
            yield node, "page"


def _is_of(node: Node, types: frozenset[str]) -> bool:
    kind = node.get("@type")
    if isinstance(kind, str):
        return kind.rsplit("/", 1)[-1].lower() in types
    return isinstance(kind, list) and any(isinstance(k, str) and k.rsplit("/", 1)[-1].lower() in types for k in kind)


def _is_own(node: Node, page: Page, headline: str | None, *, strict: bool = False) -> bool:
    """Whether the node's address or headline is the page's; with nothing to compare, not `strict`."""
    addresses = [_address(node.get(key)) for key in ("url", "mainEntityOfPage", "@id")]
    said = {a for a in addresses if a}
    known = {a for a in (_address(page.url), _address(page.canonical)) if a}
    if said & known:
        return True
    title = node.get("headline") or node.get("name")
    if isinstance(title, str) and title:
        names = [headline, page.title]
        if any(name and _alike(title, name) for name in names):
            return True
    return not strict and not said and not (isinstance(title, str) and headline)


def _address(value: Any) -> str | None:
    """The path of an address without a last slash: what tells the pages of a site apart."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    if not isinstance(value, str) or not value.startswith(("http", "/")):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    return path or None


def _alike(one: str, other: str) -> bool:
    a, b = (_NOT_WORD.sub(" ", text.lower()).strip() for text in (one, other))
    return bool(a and b) and (a == b or (len(a) > 15 and a in b) or (len(b) > 15 and b in a))
