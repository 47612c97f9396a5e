"""Stories that sit only in a script: JSON-LD articleBody, __NEXT_DATA__, Fusion.globalContent, Apollo and Redux state.

Such pages are drawn by a browser out of JSON. No list of frameworks is kept: in whatever JSON there is, a story is the
list whose texts hold most prose, or the one long text; its markup is read as a page's is.
"""

import html
import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from backfile.model.page import Page
from backfile.page.node_trees import FIGURE, Tree, figure_of, trees_in
from backfile.page.page_metadata import Said
from backfile.page.page_titles import find_titles
from backfile.page.script_fields import fields_around
from backfile.page.script_json import state_values
from backfile.page.story_nodes import find_story_nodes
from backfile.page.tree_tables import Tables, read_tables

_PROSE = 30
_LEAST = 120
_TEXT_KEYS = frozenset(
    "content text html body value articlebody markup copy rendered description paragraph raw".split()
)
_NOT_TEXT = re.compile(
    r"link|image|photo|video|gallery|promo|advert|newsletter|related|interstitial|divider|audio|embed", re.I
)
_NOT_STORY = re.compile(
    r"[^(]*?(?:related|recommend|moreOn|comment|advert|promo|teaser|author|bio|footer|menu|nav|newsletter|legal|privacy|caption|seo|meta(?!data)|config|translation|i18n|messages|label)",
    re.I,
)
"""Matches keys whose values are none of the story. Apollo's keys have a field's arguments in brackets after its name: they say nothing of it."""


def with_script_story(page: Page, body_length: int) -> Page | None:
    """A page with the story that this one's scripts hold set after its blocks, or None where they hold no more than it shows.

    `body_length` is what the page itself shows of a story, in code points.
    """
    texts = _article_body(page)
    node = None
    if _prose(texts) <= 2 * body_length and body_length < _LEAST:
        values = [(_best(value), value) for value in state_values(page.capture.payload)]
        texts, value = max(values, key=lambda pair: _prose(pair[0]), default=([], None))
        tree, of_tree = _own_tree(page, [held for _, held in values])
        if tree is not None and tree.size >= _OF_TREE * _prose(texts):
            texts, node = [tree.markup], of_tree
        else:
            node = fields_around(value, [text for text in texts if not text.startswith(FIGURE)])
    if _prose(texts) < max(_LEAST, 2 * body_length):
        return None
    is_new = node is not None and not any("headline" in known for known in page.linked_data)
    linked_data = (*page.linked_data, node) if node is not None and is_new else page.linked_data
    titles = find_titles(page.title, page.metas, linked_data)
    tables, shift = _tables(texts), len(page.boxes)
    boxes = [box._replace(parent=max(box.parent, 0) + shift if box.parent >= 0 else 0) for box in tables.boxes]
    pictures = [
        one._replace(block=one.block + len(page.blocks), figure=one.figure + shift if one.figure > 0 else one.figure)
        for one in Said(tables.marks).pictures
    ]
    return replace(
        page,
        linked_data=linked_data,
        titles=titles,
        story_nodes=find_story_nodes(linked_data, (page.url, page.canonical), titles),
        boxes=(*page.boxes, *boxes),
        state_from=len(page.blocks),
        pictures=(*page.pictures, *pictures),
        blocks=(*page.blocks, *(block._replace(box=block.box + shift) for block in tables.blocks)),
    )


_OF_TREE = 0.8
"""A tree is believed where it has so much of the prose that is found without it: its nodes' texts are the same, in pieces."""


def _own_tree(page: Page, values: list[Any]) -> tuple[Tree | None, dict[str, Any] | None]:
    """The page's story among the trees in its scripts, with the fields beside it: the largest under a headline that the page is called by, else the largest."""
    trees = sorted(
        ((tree, held) for held in values for tree in trees_in(held, _NOT_STORY)), key=lambda pair: -pair[0].size
    )
    found = [(tree, fields_around(held, [tree.longest])) for tree, held in trees[:_MOST_TREES]]
    titled = (one for one in found if one[1] is not None and _is_called(page, one[1]["headline"]))
    return next(titled, found[0] if found else (None, None))


def _is_called(page: Page, headline: object) -> bool:
    """Whether a title of the page begins with the headline."""
    said = _LETTERS.sub("", headline.casefold()) if isinstance(headline, str) else ""
    return bool(said) and any(_LETTERS.sub("", title.text.casefold()).startswith(said) for title in page.titles)


_LETTERS = re.compile(r"[\W_]+")
_MOST_TREES = 12
"""A state may hold the stories that its page leads to as well, some with their text."""


def _article_body(page: Page) -> list[str]:
    bodies = [node["articleBody"] for node in page.linked_data if isinstance(node.get("articleBody"), str)]
    longest = max(bodies, key=len, default="")
    return [longest]


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
            beside = next((place for place in places if place[:-1] == path), None)
            if beside is not None and (figure := figure_of(value)):
                places[beside].append(figure)
            return
        for key, item in value.items():
            if not _NOT_STORY.match(key):
                _gather(item, (*path, key if not key.isdigit() and ":" not in key else "*"), places, depth + 1)


def _prose(texts: list[str]) -> int:
    """Code points in texts that read as sentences, without their markup."""
    return sum(
        len(_TAG.sub("", _markup(text)))
        for text in texts
        if len(text) >= _PROSE and " " in text[:_PROSE] and not text.startswith(("http", "{", "[", FIGURE))
    )


_TAG = re.compile(r"<[^<>]*>")


def _markup(text: str) -> str:
    """A text as markup: some systems escape a story's, its entities too."""
    return html.unescape(text) if "&lt;" in text and "<" not in text else text


def _tables(texts: list[str]) -> Tables:
    """Each text read as markup: entities and tags cleaned, <p> and <br><br> parting paragraphs, as do line ends in bare text."""
    parts = []
    for text in texts:
        text = _markup(text)
        if text.startswith(FIGURE):
            parts.append(text)
            continue
        bare = "</p>" not in text and "<br" not in text
        parts.append("<p>" + (re.sub(r"\s*\n\s*", "</p><p>", text.strip()) if bare else text) + "</p>")
    root = LexborHTMLParser("<article class='story-body'>" + "\n".join(parts) + "</article>").root
    return read_tables(root)
