"""What a page says of itself outside its text, looked for among its blocks: its titles, its descriptions, JSON-LD's articleBody."""

from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from backfile.model.page import Page, TitleSource

HEAD = 40
"""Characters of a block's text that are compared."""
_LEAST_TITLE = 15
"""Characters of <title> that a block must be to be taken for it."""
_TITLES = frozenset((TitleSource.JSON_LD, TitleSource.OG, TitleSource.TWITTER, TitleSource.DC, TitleSource.HEADLINE))
_DEK_METAS = frozenset({"description", "og:description", "twitter:description", "dc.description"})
_LEAST_BODY = 200
"""Characters of an articleBody below which it is a teaser."""


def says_story(page: Page) -> bool:
    """Whether a page says that it is a story: by JSON-LD, its day of publication, or its kind (Open Graph)."""
    return bool(page.story_nodes) or any(
        name == "article:published_time" or (name == "og:type" and content == "article") for name, content in page.metas
    )


class Claims(NamedTuple):
    """The beginnings of what a page says of itself."""

    titles: set[str]
    """Of <title> all beginnings: the site's name follows."""
    deks: dict[str, int]
    """How its descriptions begin, and how long they are."""


def read_claims(page: Page) -> Claims:
    """What the page's titles and descriptions are, by its metadata."""
    title = page.title or ""
    titles = {title[:size] for size in range(_LEAST_TITLE, HEAD + 1)} if len(title) >= _LEAST_TITLE else set()
    titles.update(text[:HEAD] for by, text in page.titles if by in _TITLES)
    deks = {}
    for name, content in page.metas:
        if name in _DEK_METAS:
            deks[content[:HEAD]] = len(content)
    for node in page.linked_data:
        dek = node.get("description")
        if isinstance(dek, str):
            deks[dek[:HEAD]] = len(dek)
    deks.pop("", None)
    return Claims(titles, deks)


def titled_block(tags: Sequence[str], are_titles: Sequence[bool]) -> int:
    """The block that is an <h1> and a title, else the first of either; -1 for none."""
    first = [index for index, tag in enumerate(tags) if tag == "h1"]
    first = [index for index in first if are_titles[index]] or first
    if not first and True in are_titles:
        first = [are_titles.index(True)]
    return first[0] if first else -1


def article_body(page: Page) -> str:
    """The longest articleBody of the page's JSON-LD, white space folded; "" where that is a teaser at most."""
    bodies = [node["articleBody"] for node in page.linked_data if isinstance(node.get("articleBody"), str)]
    body = " ".join(unescape(max(bodies, key=len)).split()) if bodies else ""
    return body if len(body) >= _LEAST_BODY else ""


def are_held(texts: Sequence[str], body: str) -> list[bool]:
    """Which texts begin or end as a passage of the body."""
    return [
        len(text) * 2 >= HEAD and (text[:HEAD] in body or (len(text) > HEAD and text[-HEAD:] in body)) for text in texts
    ]
