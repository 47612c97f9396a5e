"""Stories that sit only in a script: JSON-LD articleBody, __NEXT_DATA__, Fusion.globalContent, Apollo and Redux state.

Such pages are drawn by a browser out of JSON. No list of frameworks is kept: in whatever JSON there is, a story is the
list whose texts hold most prose, or the one long text; its markup is read as a page's is.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from backfile.limits import LONGEST_SCRIPT
from backfile.model.page import Page
from backfile.page.node_trees import largest_tree
from backfile.page.page_titles import find_titles
from backfile.page.story_nodes import find_story_nodes
from backfile.page.tree_tables import Tables, read_tables

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.I | re.S)
_ASSIGNED = re.compile(r"(?:^|[;\s])(?:window\.|self\.|var |let |const )?[\w.$\[\]\"']+\s*=\s*(?=[\[{]|JSON\.parse\()")
_JSON_PARSE = re.compile(r"JSON\.parse\(\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')\s*\)")
_PROSE = 30
_LEAST = 120
_TEXT_KEYS = frozenset(
    "content text html body value articlebody markup copy rendered description paragraph raw".split()
)
_NOT_TEXT = re.compile(
    r"link|image|photo|video|gallery|promo|advert|newsletter|related|interstitial|divider|audio|embed", re.I
)
_NOT_STORY = re.compile(
    r"related|recommend|comment|advert|promo|teaser|author|bio|footer|menu|nav|newsletter|legal|privacy|caption|seo|meta(?!data)|config|translation|i18n|messages|label",
    re.I,
)


def with_script_story(page: Page, body_length: int) -> Page | None:
    """A page with the story that this one's scripts hold set after its blocks, or None where they hold no more than it shows.

    `body_length` is what the page itself shows of a story, in code points.
    """
    texts = _article_body(page)
    node = None
    if _prose(texts) <= 2 * body_length and body_length < _LEAST:
        values = [(_best(value), value) for value in _state_values(page.capture.payload)]
        texts, value = max(values, key=lambda pair: _prose(pair[0]), default=([], None))
        trees = [(tree, held) for _, held in values if (tree := largest_tree(held, _NOT_STORY)) is not None]
        tree, held = max(trees, key=lambda pair: pair[0].size, default=(None, None))
        if tree is not None and tree.size >= _OF_TREE * _prose(texts):
            texts, value = [tree.markup], held
            node = fields_around(value, [tree.longest])
        else:
            node = fields_around(value, texts)
    if _prose(texts) < max(_LEAST, 2 * body_length):
        return None
    is_new = node is not None and not any("headline" in known for known in page.linked_data)
    linked_data = (*page.linked_data, node) if node is not None and is_new else page.linked_data
    titles = find_titles(page.title, page.metas, linked_data)
    tables, shift = _tables(texts), len(page.boxes)
    boxes = [box._replace(parent=max(box.parent, 0) + shift if box.parent >= 0 else 0) for box in tables.boxes]
    return replace(
        page,
        linked_data=linked_data,
        titles=titles,
        story_nodes=find_story_nodes(linked_data, (page.url, page.canonical), titles),
        boxes=(*page.boxes, *boxes),
        state_from=len(page.blocks),
        blocks=(*page.blocks, *(block._replace(box=block.box + shift) for block in tables.blocks)),
    )


def fields_around(value: Any, texts: list[str]) -> dict[str, Any] | None:
    """A node in schema.org's words of what stands beside the story in the JSON: headline, authors, times, section."""
    holder = _holder(value, max(texts, key=len, default=""), 0)
    if holder is None:
        return None
    node: dict[str, Any] = {"@type": "NewsArticle"}
    for name, keys in _FIELD_KEYS.items():
        said = next((found for key in keys if (found := _reach(holder, key))), None)
        if said:
            node[name] = said
    return node if "headline" in node else None


_OF_TREE = 0.8
"""A tree is believed where it has so much of the prose that is found without it: its nodes' texts are the same, in pieces."""
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


def _holder(value: Any, text: str, depth: int) -> dict[str, Any] | None:
    """The innermost object that has a headline and, somewhere below it, the text."""
    if depth > 40 or not text:
        return None
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        found = _holder(item, text, depth + 1)
        if found is not None:
            return found
    if (
        isinstance(value, dict)
        and any(_reach(value, key) for key in _FIELD_KEYS["headline"][:5])
        and _holds(value, text, 0)
    ):
        return value
    return None


def _holds(value: Any, text: str, depth: int) -> bool:
    if isinstance(value, str):
        return value == text
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return depth < 40 and any(_holds(item, text, depth + 1) for item in inner)


def _reach(holder: dict[str, Any], key: str) -> Any:
    """The value at a dotted key: a string, a list or an object that names somebody; None for anything else."""
    value: Any = holder
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, str | list):
        return value or None
    return value if isinstance(value, dict) and "name" in value else None


def _article_body(page: Page) -> list[str]:
    bodies = [node["articleBody"] for node in page.linked_data if isinstance(node.get("articleBody"), str)]
    longest = max(bodies, key=len, default="")
    return [longest]


_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(\[.*\])\s*\)\s*;?\s*$", re.S)
_FLIGHT_ROW = re.compile(r"(?:^|\n)[0-9a-f]+:(?=[\[{\"]|T[0-9a-f]+,)")
_FLIGHT_TEXT = re.compile(r"T([0-9a-f]+),")


def _flight_values(chunks: list[str]) -> Iterator[Any]:
    """The rows of a React server payload (Next.js App Router): "id:JSON" lines, and "id:Tlength,text" in bytes of UTF-8."""
    payload = "".join(chunks)
    decoder = json.JSONDecoder(strict=False)
    texts: list[str] = []
    for row in _FLIGHT_ROW.finditer(payload):
        text = _FLIGHT_TEXT.match(payload, row.end())
        if text is not None:
            size = int(text[1], 16)
            raw = payload[text.end() : text.end() + size].encode("utf-8", "surrogatepass")[:size]
            texts.append(raw.decode("utf-8", "replace"))
            continue
        try:
            yield decoder.raw_decode(payload, row.end())[0]
        except (ValueError, RecursionError):
            continue
    yield from ({"text": text} for text in texts)


def _state_values(payload: bytes) -> Iterator[Any]:
    flight: list[str] = []
    for found in _SCRIPT.finditer(payload):
        attributes, text = found[1].lower(), found[2]
        if b"src=" in attributes or len(text) > LONGEST_SCRIPT or b"ld+json" in attributes:
            continue
        script = text.decode("utf-8", "replace")
        pushed = _FLIGHT.search(script) if b"__next_f" in text else None
        if pushed is None:
            yield from _json_in(script)
            continue
        try:
            flight += [part for part in json.loads(pushed[1], strict=False) if isinstance(part, str)]
        except ValueError:
            continue
    yield from _flight_values(flight)


def _json_in(script: str) -> Iterator[Any]:
    """The JSON values in a script: all of it, or what is assigned to a name or given to JSON.parse."""
    stripped = script.strip()
    decoder = json.JSONDecoder(strict=False)
    if stripped[:1] in "[{":
        starts = [0]
    else:
        stripped = _JSON_PARSE.sub(_unquoted, stripped)
        starts = [found.end() for found in _ASSIGNED.finditer(stripped)]
    until = 0
    for start in starts:
        if start < until:
            continue
        try:
            value, until = decoder.raw_decode(stripped, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict | list):
            yield value


def _unquoted(found: re.Match[str]) -> str:
    quoted = found[1]
    if quoted[0] == "'":
        quoted = '"' + quoted[1:-1].replace('\\"', '"').replace('"', '\\"').replace("\\'", "'") + '"'
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return found[0]


def _best(value: Any) -> list[str]:
    """The texts of one place in the JSON (a path, list positions aside) with most prose. Items of one list stay together."""
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    _gather(value, (), places, 0)
    return max(places.values(), key=_prose, default=[])


def _gather(value: Any, path: tuple[str, ...], places: dict[tuple[str, ...], list[str]], depth: int) -> None:
    if depth > 40:
        return
    if isinstance(value, str):
        if path and path[-1].lower() in _TEXT_KEYS | {"*"}:
            places[path].append(value)
    elif isinstance(value, list):
        for item in value:
            _gather(item, (*path, "*"), places, depth + 1)
    elif isinstance(value, dict):
        kind = value.get("type") or value.get("__typename") or value.get("_type")
        if isinstance(kind, str) and _NOT_TEXT.search(kind):
            return
        for key, item in value.items():
            if not _NOT_STORY.search(key):
                _gather(item, (*path, key if not key.isdigit() and ":" not in key else "*"), places, depth + 1)


def _prose(texts: list[str]) -> int:
    """Code points in texts that read as sentences."""
    return sum(
        len(text)
        for text in texts
        if len(text) >= _PROSE and " " in text[:_PROSE] and not text.startswith(("http", "{", "["))
    )


def _tables(texts: list[str]) -> Tables:
    """Each text read as markup: entities and tags cleaned, <p> and <br><br> parting paragraphs, as do line ends in bare text."""
    parts = []
    for text in texts:
        if "&lt;" in text and "<" not in text:
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        bare = "</p>" not in text and "<br" not in text
        parts.append("<p>" + (re.sub(r"\s*\n\s*", "</p><p>", text.strip()) if bare else text) + "</p>")
    root = LexborHTMLParser("<article class='story-body'>" + "\n".join(parts) + "</article>").root
    return read_tables(root)
