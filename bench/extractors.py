"""Every extractor that is measured, each as "import the library once, return a function of a page".

A peer runs as its own documentation shows, without comments where that can be asked for. Nothing is tuned to a set.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.sets import SavedPage

Answer = dict[str, Any]
Extract = Callable[[SavedPage], Answer]

WHOLE = frozenset(("body", "headline", "authors", "date"))


@dataclass(frozen=True)
class Extractor:
    """An extractor and what it gives."""

    name: str
    package: str
    """On PyPI."""
    gives: frozenset[str]
    """Of body, headline, authors, date; kind for Backfile."""
    call: str
    """How it is called, for the docs."""
    load: Callable[[], Extract]


def backfile(*, analyse: bool) -> Extract:
    """Backfile's own reader. It gets the bytes, as it would from a WARC."""
    from backfile import read

    def extract(page: SavedPage) -> Answer:
        story = read(page.raw, url=page.url, analyse=analyse)
        stamp = story.published
        return {
            "body": "\n\n".join(
                block.text for block in story.blocks if block.kind != "embed"
            ),  # the sets leave posts out
            "headline": story.headline,
            "authors": [author.name for author in story.authors],
            "date": stamp.value if stamp else None,
            "kind": story.kind,
        }

    return extract


def trafilatura(**options: Any) -> Extract:
    import trafilatura as library

    def extract(page: SavedPage) -> Answer:
        found = library.bare_extraction(
            page.markup, url=page.url, with_metadata=True, include_comments=False, **options
        )
        if found is None:
            return {}
        authors = (found.author or "").split(";")
        return {"body": found.text, "headline": found.title, "authors": authors, "date": found.date}

    return extract


def newspaper4k() -> Extract:
    import newspaper

    def extract(page: SavedPage) -> Answer:
        article = newspaper.Article(page.url or "", fetch_images=False)
        article.download(input_html=page.text)
        article.parse()
        date = article.publish_date.isoformat() if article.publish_date else None
        return {"body": article.text, "headline": article.title, "authors": article.authors, "date": date}

    return extract


def news_please() -> Extract:
    from newsplease import NewsPlease

    def extract(page: SavedPage) -> Answer:
        found = NewsPlease.from_html(page.text, url=page.url, fetch_images=False)
        date = str(found.date_publish) if found.date_publish else None
        return {"body": found.maintext, "headline": found.title, "authors": found.authors, "date": date}

    return extract


def readability_lxml() -> Extract:
    import html_text
    from readability import Document

    def extract(page: SavedPage) -> Answer:
        document = Document(page.text)
        author = document.author()
        return {
            "body": html_text.extract_text(document.summary(html_partial=True)),
            "headline": document.short_title(),
            "authors": [author] if author and author != "[no-author]" else [],
        }

    return extract


def resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def extract(page: SavedPage) -> Answer:
        tree = HTMLTree.parse(page.text)
        return {"body": extract_plain_text(tree, main_content=True), "headline": tree.title}

    return extract


def rs_trafilatura() -> Extract:
    import rs_trafilatura as library

    def extract(page: SavedPage) -> Answer:
        found = library.extract(page.text, url=page.url) if page.url else library.extract(page.text)
        authors = [found.author] if found.author else []
        return {"body": found.main_content, "headline": found.title, "authors": authors, "date": found.date}

    return extract


def justext() -> Extract:
    import justext as library

    stop_words = frozenset().union(*(library.get_stoplist(name) for name in library.get_stoplists()))

    def extract(page: SavedPage) -> Answer:
        paragraphs = library.justext(page.text, stop_words, 50, 200, 0.1, 0.2, 0.2, 200, True)
        return {"body": "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)}

    return extract


def goose3() -> Extract:
    from goose3 import Goose

    goose = Goose()

    def extract(page: SavedPage) -> Answer:
        found = goose.extract(raw_html=page.text)
        day = re.match(r"\d{4}-\d\d-\d\d", str(found.publish_date or ""))
        return {
            "body": found.cleaned_text,
            "headline": found.title,
            "authors": found.authors,
            "date": day[0] if day else None,
        }

    return extract


def htmldate() -> Extract:
    from htmldate import find_date

    return lambda page: {"date": find_date(page.markup, url=page.url, original_date=True, extensive_search=True)}


def parse_floor() -> Extract:
    """What it costs to build the tree, and nothing else: no reader that parses can be faster."""
    from selectolax.lexbor import LexborHTMLParser

    def extract(page: SavedPage) -> Answer:
        LexborHTMLParser(page.raw)
        return {}

    return extract


_BODY, _TITLED = frozenset(("body",)), frozenset(("body", "headline"))

OURS = (
    Extractor(
        "backfile", "backfile", WHOLE | {"kind"}, "read(bytes, url=url, analyse=False)", lambda: backfile(analyse=False)
    ),
)
PEERS = (
    Extractor("trafilatura", "trafilatura", WHOLE, "bare_extraction(with_metadata=True, include_comments=False)", trafilatura),
    Extractor("trafilatura-fast", "trafilatura", WHOLE, "the same with fast=True", lambda: trafilatura(fast=True)),
    Extractor("newspaper4k", "newspaper4k", WHOLE, "Article.download(input_html=...), parse()", newspaper4k),
    Extractor("readability-lxml", "readability-lxml", WHOLE - {"date"}, "Document.summary(html_partial=True), html-text", readability_lxml),
    Extractor("resiliparse", "resiliparse", _TITLED, "extract_plain_text(main_content=True); headline is <title>", resiliparse),
    Extractor("rs-trafilatura", "rs-trafilatura", WHOLE, "extract(html, url=url)", rs_trafilatura),
    Extractor("justext", "justext", _BODY, "all stop lists joined", justext),
    Extractor("goose3", "goose3", WHOLE, "Goose().extract(raw_html=...)", goose3),
    Extractor("news-please", "news-please", WHOLE, "NewsPlease.from_html(fetch_images=False)", news_please),
    Extractor("htmldate", "htmldate", frozenset(("date",)), "find_date(original_date=True, extensive_search=True)", htmldate),
)  # fmt: skip
TIMED_ONLY = (
    Extractor("parse-floor", "selectolax", frozenset(), "LexborHTMLParser(bytes)", parse_floor),
    Extractor("backfile-analysed", "backfile", frozenset(), "read(bytes, url=url)", lambda: backfile(analyse=True)),
)
EVERY = {extractor.name: extractor for extractor in (*OURS, *PEERS, *TIMED_ONLY)}
"""Backfile and the parse floor run in Backfile's own environment, peers in theirs."""
