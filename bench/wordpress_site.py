"""A made-up paper's site in the manner of a WordPress theme, out of the texts of the sets of pages: what bench.rescue_site saves and rescues.

Every fifth story has no day on its page: half of these are named with their days by the feed, the others by nothing. Addresses are by day, by number
(`?p=7`) or files; some old numbers lead to them. Each story links to two others and shows a picture.
"""

import html
import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from bench.sets import find_sets

_FIRST = date(2004, 1, 5)
_SHORTEST = 600


@dataclass
class Post:
    """A story of the site."""

    number: int
    headline: str
    paragraphs: list[str]
    day: date
    path: str
    dated: str
    """page | feed | nothing"""
    links: list["Post"] = field(default_factory=list)
    old_number: bool = False
    """True where `?p=N` led to it, and the crawl saw that."""


def texts(sets: Path) -> Iterator[tuple[str, list[str]]]:
    """Headlines and paragraphs of the stories in the sets."""
    import backfile

    for pages in find_sets(sets):
        for page in pages.pages():
            story = backfile.read(page.raw, url=page.url, analyse=False)
            if story.kind == "story" and story.headline and len(story.body) >= _SHORTEST:
                yield story.headline, story.body.split("\n\n")


def make_posts(found: Iterator[tuple[str, list[str]]], count: int) -> list[Post]:
    """So many stories, a few a day, linked at random: the same ones each time."""
    chance = random.Random(17)
    posts = []
    for number, (headline, paragraphs) in zip(range(1, count + 1), found, strict=False):
        day = _FIRST + timedelta(days=number // 3)
        forms = (
            f"/{day:%Y/%m/%d}/story-{number}/",
            f"/{day:%Y/%m/%d}/story-{number}/",
            f"/news/story-{number}.html",
            f"/?p={number}",
        )
        is_dated = number % 5 != 0
        path = forms[number % 4] if is_dated else forms[2 + number % 2]
        dated = "page" if is_dated else "feed" if number % 2 else "nothing"
        posts.append(Post(number, headline, paragraphs, day, path, dated, old_number=number % 3 == 0))
    for post in posts:
        post.links = chance.sample(posts, 2)
    return posts


def picture(number: int) -> bytes:
    """A PNG of one colour, another for each story."""
    row = b"\0" + bytes((number % 256, number // 256 % 256, 128)) * 40
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 30)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts
    )


def page_of(post: Post) -> str:
    """A story's page."""
    headline = html.escape(post.headline)
    stamp = f'<span class="posted-on">Posted on <time class="entry-date published" datetime="{post.day}T08:00:00-05:00">{post.day:%B} {post.day.day}, {post.day.year}</time></span>'
    body = "".join(f"<p>{html.escape(text)}</p>\n" for text in post.paragraphs)
    links = " and ".join(
        f'<a href="{other.path}">what we wrote of it in number {other.number}</a>' for other in post.links
    )
    return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{headline} | The Made-up Gazette</title>
<meta property="og:title" content="{headline}"><meta property="og:image" content="/wp-content/uploads/{post.number}.png"></head><body class="single single-post">
<header class="site-header"><p class="site-title"><a href="/">The Made-up Gazette</a></p><nav><a href="/news/">News</a> <a href="/about/">About</a></nav></header>
<main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{headline}</h1><div class="entry-meta">{stamp if post.dated == "page" else ""}</div></header>
<div class="entry-content"><figure class="wp-caption"><img src="/wp-content/uploads/{post.number}.png" width="600" height="400"><figcaption>Picture {post.number} of the day</figcaption></figure>
{body}<p>Readers may remember {links} as it was then.</p></div></article></main>
<footer class="site-footer"><p>Copyright 2026 The Made-up Gazette</p></footer></body></html>"""


def feed_of(posts: list[Post]) -> str:
    """The site's feed, of all stories but those that nothing dates."""
    items = "".join(
        f"<item><title>{html.escape(post.headline)}</title><link>{{base}}{html.escape(post.path)}</link><pubDate>{_stamp(post.day)}</pubDate></item>"
        for post in posts
        if post.dated != "nothing"
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Made-up Gazette</title><link>{{base}}/</link>{items}</channel></rss>'


def _stamp(day: date) -> str:
    from datetime import UTC, datetime

    return format_datetime(datetime(day.year, day.month, day.day, 13, tzinfo=UTC))


class Site:
    """The site, served on this machine alone."""

    def __init__(self, posts: list[Post]) -> None:
        pages = {post.path: page_of(post).encode() for post in posts}
        pictures = {f"/wp-content/uploads/{post.number}.png": picture(post.number) for post in posts}
        led = {f"/?page_id={post.number}": post.path for post in posts if post.old_number}
        feed = feed_of(posts)

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                base = f"http://127.0.0.1:{self.server.server_address[1]}"
                if self.path in led:
                    self.send_response(301)
                    self.send_header("Location", led[self.path])
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                kind, body = "text/html; charset=UTF-8", pages.get(self.path)
                if self.path == "/feed/":
                    kind, body = "application/rss+xml; charset=UTF-8", feed.replace("{base}", base).encode()
                elif body is None:
                    kind, body = "image/png", pictures.get(self.path)
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.led = led

    def __enter__(self) -> "Site":
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
