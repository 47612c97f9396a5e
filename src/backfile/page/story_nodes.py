"""Which JSON-LD nodes are of the story (schema.org Article and its kin), and which merely stand on its page.

A node is the story's own where its address or its headline is the page's; a lone node of an article counts too. Images, videos,
authors, breadcrumbs and comments never do: they are of other types, or hang inside other nodes, which the page's table
does not open.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from backfile.lexicon.schema_org import types_of
from backfile.model.page import NodeRole, StoryNode, Title, TitleSource

Node = dict[str, Any]

_STORY_TYPES = frozenset(
    "newsarticle article blogposting reportagenewsarticle opinionnewsarticle analysisnewsarticle reviewnewsarticle "
    "backgroundnewsarticle askpublicnewsarticle liveblogposting techarticle scholarlyarticle medicalscholarlyarticle report "
    "satiricalarticle advertisercontentarticle socialmediaposting hentry review claimreview creativework".split()
)
_WORK_TYPES = frozenset("discussionforumposting recipe howto".split())
"""What is no story, and has its day all the same."""
_PAGE_TYPES = frozenset(
    "webpage itempage medicalwebpage aboutpage faqpage qapage checkoutpage profilepage videoobject podcastepisode newsvideo".split()
)
_ROLES = {
    **dict.fromkeys(_STORY_TYPES, NodeRole.STORY),
    **dict.fromkeys(_WORK_TYPES, NodeRole.WORK),
    **dict.fromkeys(_PAGE_TYPES, NodeRole.PAGE),
}
_OF_THE_PAGE = (TitleSource.OG, TitleSource.TWITTER, TitleSource.ELEMENT)
_NOT_WORD = re.compile(r"\W+")
_LEAST_TITLE = 15
"""Letters of a title that tell a story from others where only its beginning or end is given."""


def find_story_nodes(
    linked_data: Sequence[Node], addresses: Iterable[str | None], titles: Iterable[Title]
) -> tuple[StoryNode, ...]:
    """The nodes that speak for the story, the surest first. `addresses` and `titles` are those of the page."""
    told = [(node, role) for node in linked_data if not _is_reference(node) and (role := _role_of(node)) is not None]
    if not told:
        return ()
    known = {_path(address) for address in addresses} - {None}
    names = [_plain(text) for by, text in titles if by in _OF_THE_PAGE]
    stories = [(node, role) for node, role in told if role is not NodeRole.PAGE]
    ranked = [(_likeness(node, known, names), node, role) for node, role in stories]
    own = [(node, role) for due in (_TOLD, _NOT_DENIED) for rank, node, role in ranked if rank == due]
    found = [StoryNode(node, role, True) for node, role in (own if own or len(stories) > 1 else stories)]
    pages = [node for node, role in told if role is NodeRole.PAGE and _likeness(node, known, names)]
    found += [StoryNode(node, NodeRole.PAGE, True) for node in pages]
    if not own and len(stories) > 1:
        node, role = stories[0] if "headline" in stories[0][0] else max(stories, key=lambda one: len(one[0]))
        found.append(StoryNode(node, role, False))
    return tuple(found)


def _is_reference(node: Node) -> bool:
    """True for a node that does no more than name another: {"@type": ..., "@id": ...}."""
    return len(node) <= 2


def _role_of(node: Node) -> NodeRole | None:
    """By a node's type; of several the first in the order of NodeRole."""
    roles = {role for name in types_of(node) if (role := _ROLES.get(name.lower())) is not None}
    return next((role for role in NodeRole if role in roles), None)


_TOLD, _NOT_DENIED, _DENIED = 2, 1, 0


def _likeness(node: Node, known: set[str | None], names: list[str]) -> int:
    """_TOLD where the node's address or headline is the page's, _NOT_DENIED where it has neither, else _DENIED."""
    says_another = False
    for key in ("mainEntityOfPage", "url", "@id"):
        path = _path(node.get(key))
        if path in known:
            return _TOLD
        says_another = says_another or path is not None
    title = node.get("headline") or node.get("name")
    if not isinstance(title, str) or not title:
        return _DENIED if says_another else _NOT_DENIED
    plain = _plain(title)
    return _TOLD if any(_alike(plain, name) for name in names) else _DENIED


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


def _plain(title: str) -> str:
    return _NOT_WORD.sub(" ", title.lower()).strip()


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return False
    return one == other or (len(one) > _LEAST_TITLE and one in other) or (len(other) > _LEAST_TITLE and other in one)
