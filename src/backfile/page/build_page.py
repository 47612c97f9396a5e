"""Capture -> Page."""

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from backfile.model.capture import Capture
from backfile.model.page import Block, Box, CutSign, Meta, Page
from backfile.page.cut_off import cut_sign
from backfile.page.decode import Decoded, decode, mend_double_encoding
from backfile.page.deep_nesting import without_deep_nesting
from backfile.page.endless_tags import without_endless_tags
from backfile.page.linked_data import read_linked_data
from backfile.page.page_metadata import Said
from backfile.page.page_titles import find_titles
from backfile.page.story_nodes import find_story_nodes
from backfile.page.tree_tables import Tables, read_tables


def build_page(capture: Capture) -> Page:
    """The capture decoded and parsed. Never fails: whatever the bytes are, a browser would show something."""
    decoded = decode(capture.payload, capture.charset)
    if capture.media_type == "text/plain":
        return _text_page(capture, decoded)
    decoded = decoded._replace(markup=bounded(decoded.markup))
    walk = _walked(decoded.markup)
    mended = None
    if walk.looks_double_encoded:
        mended = mend_double_encoding(decoded.text)
        if mended is not None:
            decoded = decoded._replace(markup=mended, reason=decoded.reason + "; double-encoded, mended")
            walk = _walked(mended)
    said = Said(walk.marks)
    url = _address(capture.url, said.canonical, said.metas)
    linked_data = tuple(read_linked_data(said.linked_data_texts))
    titles = find_titles(said.title, said.metas, linked_data)
    return Page(
        capture=capture,
        url=url,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        language_tag=said.language_tag,
        title=said.title,
        blocks=tuple(walk.blocks),
        boxes=tuple(walk.boxes),
        metas=tuple(said.metas),
        canonical=said.canonical,
        linked_data=linked_data,
        titles=titles,
        story_nodes=find_story_nodes(linked_data, (url, said.canonical), titles),
        times=tuple(said.times),
        pictures=tuple(said.pictures),
        author_links=frozenset(walk.author_links),
        cut_sign=CutSign.RECORD if capture.is_cut else cut_sign(decoded.markup),
        is_mended=mended is not None,
    )


def bounded(markup: str | bytes) -> str | bytes:
    """The markup without what costs a parser the square of its size."""
    if isinstance(markup, bytes):
        return without_deep_nesting(without_endless_tags(markup))
    written = markup.encode("utf-8", "replace")
    bounded = without_deep_nesting(without_endless_tags(written))
    return markup if bounded is written else bounded


def _walked(markup: str | bytes) -> Tables:
    return read_tables(LexborHTMLParser(markup).root)


def _address(given: str | None, canonical: str | None, metas: list[Meta]) -> str | None:
    """The capture's own address first; else what the page says of itself, where it is absolute."""
    if given:
        return given
    said = [canonical, *(meta.content for meta in metas if meta.name == "og:url")]
    return next((url for url in said if url and url.startswith(("http://", "https://"))), None)


def absolute(href: str, base: str | None) -> str:
    """An address as the page means it; as written where the page's own address is unknown or it is no address."""
    if not base or href.startswith(("http://", "https://", "#", "javascript:", "mailto:", "data:")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _text_page(capture: Capture, decoded: Decoded) -> Page:
    """A plain-text story: paragraphs between blank lines; every line one where there are no blank lines."""
    mended = mend_double_encoding(decoded.text)
    parts = [" ".join(part.split()) for part in _paragraphs(mended or decoded.text)]
    return Page(
        capture=capture,
        url=capture.url,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        blocks=tuple(Block(part, "p", 1) for part in parts if part),
        boxes=(Box(-1, "html", "", 0), Box(0, "body", "", 1)),
        is_plain_text=True,
        cut_sign=CutSign.RECORD if capture.is_cut else None,
        is_mended=mended is not None,
    )


def _paragraphs(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    if "" not in lines[1:-1]:
        return lines
    return "\n".join(lines).split("\n\n")
