"""Stories kept as a tree of nodes in JSON, as editors leave them: ProseMirror, Slate, Lexical, Portable Text, Contentful, HTML parsed to JSON.

No list of editors is kept. A node is an object that says its type and has children or a text; a story is a list of nodes. The tree is written as markup, which is then read as any page's is.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple

from backfile.late_pattern import late

_TYPE_KEYS = ("type", "_type", "nodeType", "tagName", "tag", "name", "kind")
_CHILD_KEYS = ("children", "content", "nodes", "items", "childNodes", "child", "spans", "elements")
_TEXT_KEYS = ("text", "data", "value", "content", "nodeValue", "literal")
_NOT_TEXT = late(
    r"image|photo|picture|video|gallery|promo|advert|\bad\b|newsletter|related|interstitial|divider|audio|embed|script|style|figure|widget|button|comment",
    re.I,
)
_TAGS = (
    ("li", late(r"list[-_ ]?item|li$", re.I)),
    ("ol", late(r"(?:ordered|numbered)[-_ ]?list|ol$", re.I)),
    ("ul", late(r"(?:unordered|bullet\w*)?[-_ ]?list$|ul$", re.I)),
    ("blockquote", late(r"(?:block|pull)?[-_ ]?quote|quotation", re.I)),
    ("h2", late(r"head(?:er|ing)|sub-?(?:head|title)|h[1-6]$|title$", re.I)),
    ("p", late(r"para(?:graph)?|p$|block$|unstyled|normal$|text-?block", re.I)),
)
"""What types are called, and the element that each is written as; those that are none of these are inline or hold others."""
_DEEPEST, _FEWEST_NODES, _LEAST_TEXT = 40, 2, 30


class Tree(NamedTuple):
    """A story's tree."""

    markup: str
    size: int
    """Code points of text in paragraphs of it."""
    longest: str
    """The longest text of a node, by which its place in the JSON is found again."""


def trees_in(value: Any, not_story: re.Pattern[str]) -> Iterator[Tree]:
    """The trees with text in a JSON value; `not_story` is said of keys whose values are none of the story."""
    return (tree for nodes in _lists(value, not_story, 0) if (tree := _read(nodes)).size)


def _lists(value: Any, not_story: re.Pattern[str], depth: int) -> Iterator[list[Any]]:
    """The outermost lists of nodes."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        if sum(_is_node(item) for item in value) >= _FEWEST_NODES:
            yield value
        else:
            for item in value:
                yield from _lists(item, not_story, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list) and not not_story.match(key):
                yield from _lists(item, not_story, depth + 1)


def _is_node(value: Any) -> bool:
    """An object with a type, and children that are objects or a text of its own."""
    if not isinstance(value, dict) or _type(value) is None:
        return False
    return any(isinstance(one, dict) for one in _children(value)) or any(
        isinstance(said := value.get(key), str) and len(said) >= _LEAST_TEXT for key in _TEXT_KEYS
    )


def _type(node: dict[str, Any]) -> str | None:
    return next((said for key in _TYPE_KEYS if isinstance(said := node.get(key), str) and said), None)


def _children(node: dict[str, Any]) -> list[Any]:
    return next((found for key in _CHILD_KEYS if isinstance(found := node.get(key), list)), [])


def _read(nodes: list[Any]) -> Tree:
    texts: list[str] = []
    markup = "".join(_block(_written(node, texts, 0)) for node in nodes)
    plain = (_TAG.sub("", part) for part in _ENDS.split(markup))
    return Tree(markup, sum(len(part) for part in plain if len(part) >= _LEAST_TEXT), max(texts, key=len, default=""))


_TAG, _ENDS = late(r"<[^>]*>"), late(r"</(?:p|li|blockquote|h2)>")


def _block(markup: str, tag: str = "p") -> str:
    """A node that stands by itself, or in a list, is a block, whatever its type is called."""
    return markup if not markup.strip() or markup.startswith((*_BLOCKS, FIGURE)) else f"<{tag}>{markup}</{tag}>"


_BLOCKS = tuple(f"<{tag}>" for tag in ("p", "li", "ol", "ul", "blockquote", "h2"))


def _written(node: Any, texts: list[str], depth: int) -> str:
    """A node as markup; nothing for promos and the like, and for pictures without a word."""
    if isinstance(node, str):
        return escape(node, quote=False) if depth else ""
    if not isinstance(node, dict) or depth > _DEEPEST:
        return ""
    kind = _type(node) or ""
    if _NOT_TEXT.search(kind):
        return figure_of(node)
    tag = _tag(node, kind)
    children = _children(node)
    parts = [_written(child, texts, depth + 1) for child in children] if children else [_text(node, texts)]
    inner = "".join(_block(part, "li") for part in parts) if tag in ("ol", "ul") else "".join(parts)
    if not inner:
        return "\n" if kind in ("br", "hard-break", "hardBreak", "linebreak") else ""
    href = _address(node)
    if href is not None:
        return f'<a href="{escape(href)}">{inner}</a>'
    return f"<{tag}>{inner}</{tag}>" if tag else inner


def _tag(node: dict[str, Any], kind: str) -> str | None:
    """The element that a node is written as: by its style where it has one, as in Portable Text, else by its type."""
    style = node.get("style")
    for said in (
        "li" if isinstance(node.get("listItem"), str) else None,
        style if isinstance(style, str) else None,
        kind,
    ):
        found = next((tag for tag, named in _TAGS if said and named.match(said)), None)
        if found is not None:
            return found
    return None


def _text(node: dict[str, Any], texts: list[str]) -> str:
    said = next((found for key in _TEXT_KEYS if isinstance(found := node.get(key), str) and found), "")
    texts.append(said)
    return said if _MARKUP.search(said) else escape(said, quote=False)


_MARKUP = late(r"</?[a-z][\w-]*[^<>]*>|&\w+;")
"""A node's text may be markup itself."""


def _address(node: dict[str, Any]) -> str | None:
    """Where a link leads: on the node, or in what it says of itself."""
    for holder in (node, *(node.get(key) for key in ("attribs", "attrs", "attributes", "data", "props"))):
        if isinstance(holder, dict):
            found = next((said for key in ("href", "url", "uri") if isinstance(said := holder.get(key), str)), None)
            if found is not None:
                return found
    return None


FIGURE = '<figure class="image">'


def figure_of(element: dict[str, Any]) -> str:
    """The markup of a picture among a story's elements, with its caption and credit; "" for an element without them."""
    address, caption, credit = (
        next((said for key in keys if isinstance(said := element.get(key), str) and said), "")
        for keys in (("url", "src"), ("caption", "description"), ("credit", "credits", "byline", "photographer"))
    )
    if not address or not (caption or credit):
        return ""
    credited = f'<div class="photo-credit">{escape(credit)}</div>' if credit else ""
    captioned = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'{FIGURE}<img src="{escape(address)}">{captioned}{credited}</figure>'
