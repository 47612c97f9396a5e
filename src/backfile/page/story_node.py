"""Which JSON-LD node is the story's own (schema.org Article and its kin), and which merely stand on its page."""

from typing import Any

from backfile.model.page import Page

Node = dict[str, Any]

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReviewNewsArticle BlogPosting LiveBlogPosting Report SatiricalArticle ScholarlyArticle SocialMediaPosting TechArticle "
    "AdvertiserContentArticle Review CreativeWork".split()
)
NEWS_TYPES = frozenset(kind for kind in ARTICLE_TYPES if "News" in kind or kind == "LiveBlogPosting")
"""What newsrooms call a story of theirs; the other types are everybody's."""


def types_of(node: Node) -> frozenset[str] | set[str]:
    """A node's @type as a set of bare names."""
    value = node.get("@type")
    if isinstance(value, str):
        return {value.rsplit("/", 1)[-1]}
    return {name.rsplit("/", 1)[-1] for name in value if isinstance(name, str)} if isinstance(value, list) else _NONE


_NONE: frozenset[str] = frozenset()


def story_node(page: Page) -> Node | None:
    """The node that describes this page's story: an article, the one whose address is the page's where there are several."""
    found = [
        node for node in page.linked_data if not _is_reference(node) and not ARTICLE_TYPES.isdisjoint(types_of(node))
    ]
    if not found:
        return None
    if len(found) > 1 and page.url:
        address = _plain(page.url)
        for node in found:
            if any(isinstance(said, str) and _plain(said) == address for said in _addresses(node)):
                return node
    return found[0] if "headline" in found[0] else max(found, key=len)


def _is_reference(node: Node) -> bool:
    """True for a node that does no more than name another: {"@type": ..., "@id": ...}."""
    return len(node) <= 2 or ("headline" not in node and "name" not in node and "datePublished" not in node)


def _addresses(node: Node) -> list[Any]:
    main = node.get("mainEntityOfPage")
    return [node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main]


def _plain(address: str) -> str:
    return address.split("?")[0].rstrip("/")
