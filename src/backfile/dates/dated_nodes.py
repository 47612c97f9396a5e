"""Which JSON-LD nodes speak for the story (schema.org Article and kin), and which for something beside it.

A node counts as the story's own where its address or its headline is the page's; a lone article node counts unless both
say otherwise. Images, videos, authors, breadcrumbs, comments and related stories never do: they are either of other
types or hang inside other nodes, which the page's table does not open.
"""

import re
from collections.abc import Iterator
from typing import Any

from backfile.dates.meta_names import PAGE_TYPES, STORY_TYPES
from backfile.model.page import Page

Node = dict[str, Any]
_NOT_WORD = re.compile(r"\W+")


def story_nodes(page: Page, headline: str | None) -> Iterator[tuple[Node, str]]:
    """(node, "story" or "page") for the nodes that date the story, the surest first."""
    told = [(node, kind) for node in page.linked_data if (kind := _kind_of(node.get("@type"))) is not None]
    if not told:
        return
    known: set[str | None] = {_path(page.url), _path(page.canonical)} - {None}
    names = [name for name in (headline, page.title) if name]
    stories = [node for node, kind in told if kind == "story"]
    own = [node for node in stories if _is_own(node, known, names, may_be_lone=not headline)]
    for node in stories if not own and len(stories) == 1 else own:
        yield node, "story"
    for node, kind in told:
        if kind == "page" and _is_own(node, known, names):
            yield node, "page"


def _kind_of(types: Any) -> str | None:
    """ "story", "page" or None, by a node's type or, of several, the first that says."""
    if isinstance(types, str):
        return _KINDS[types]
    if isinstance(types, list):
        kinds = {_KINDS[kind] for kind in types if isinstance(kind, str)}
        return "story" if "story" in kinds else "page" if "page" in kinds else None
    return None


class _Kinds(dict[str, str | None]):
    """The kind of each type met: pages name the same few."""

    def __missing__(self, written: str) -> str | None:
        name = written.rsplit("/", 1)[-1].lower()
        kind = "story" if name in STORY_TYPES else "page" if name in PAGE_TYPES else None
        if len(self) < _MOST_KINDS:
            self[written] = kind
        return kind


_KINDS = _Kinds()
_MOST_KINDS = 1000


def _is_own(node: Node, known: set[str | None], names: list[str], *, may_be_lone: bool | None = None) -> bool:
    """Whether the node's address or headline is the page's. With nothing to compare: where `may_be_lone` is not None,
    and the node has no headline or the page none."""
    says_another = False
    for key in ("mainEntityOfPage", "url", "@id"):
        path = _path(node.get(key))
        if path in known:
            return True
        says_another = says_another or path is not None
    title = node.get("headline") or node.get("name")
    has_title = isinstance(title, str) and bool(title)
    if has_title and any(_alike(str(title), name) for name in names):
        return True
    return may_be_lone is not None and not says_another and (may_be_lone or not isinstance(title, str))


def _path(value: Any) -> str | None:
    """The path of an address without a last slash: what tells the pages of a site apart."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    if not isinstance(value, str) or not value.startswith(("http", "/")):
        return None
    host_from = value.find("//") + 2
    path_from = value.find("/", host_from) if host_from > 1 else 0
    if path_from < 0:
        return None
    return value[path_from:].partition("?")[0].partition("#")[0].rstrip("/") or None


def _alike(one: str, other: str) -> bool:
    a, b = (_NOT_WORD.sub(" ", text.lower()).strip() for text in (one, other))
    return bool(a and b) and (a == b or (len(a) > 15 and a in b) or (len(b) > 15 and b in a))
