"""One capture read: capture -> page -> labels -> story."""

import hashlib
from datetime import date, datetime

from backfile.model.capture import Capture, Place
from backfile.model.identity import story_id
from backfile.model.story import BodyBlock, Story


def read_capture(capture: Capture, *, analyse: bool = True) -> Story:
    """The Story on a capture. PROVISIONAL until the reading stages land: <title> and <p> only."""
    from selectolax.lexbor import LexborHTMLParser

    del analyse
    tree = LexborHTMLParser(capture.payload)
    title = tree.css_first("title")
    texts = [text for node in tree.css("p") if (text := " ".join(node.text().split()))]
    blocks, start = [], 0
    for text in texts:
        blocks.append(BodyBlock("paragraph", text, start, start + len(text)))
        start += len(text) + 2
    headline = " ".join(title.text().split()) if title else None
    return Story(
        id=story_id(capture.url, headline, "\n\n".join(texts)),
        url=capture.url,
        captured_at=capture.captured_at,
        headline=headline,
        body="\n\n".join(texts),
        blocks=tuple(blocks),
    )


def read(html: str | bytes, url: str | None = None, captured_at: datetime | None = None, analyse: bool = True) -> Story:
    """The Story on a page. `captured_at` needs a zone; `analyse=False` leaves out what is found in the body's words.

    Raises ValueError for a time without a zone.
    """
    if captured_at is not None and captured_at.tzinfo is None:
        raise ValueError("captured_at has no time zone: give it one, datetime(..., tzinfo=UTC)")
    payload = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    capture = Capture(
        payload=payload,
        payload_digest="sha256:" + hashlib.sha256(payload).hexdigest(),
        place=Place("-"),
        url=url,
        captured_at=captured_at,
        media_type="text/html",
        charset="utf-8" if isinstance(html, str) else None,
    )
    return read_capture(capture, analyse=analyse)


def read_text(text: str, published: date | datetime | None = None) -> Story:
    """The Story of a text as it is: its body is `text`. PROVISIONAL until the reading stages land."""
    from backfile.model.story import Stamp

    stamp = None
    if published is not None:
        precision = "second" if isinstance(published, datetime) else "day"
        zone = "stated" if isinstance(published, datetime) and published.tzinfo else "unknown"
        stamp = Stamp(published.isoformat(), precision, zone, "given", published.isoformat())
    return Story(id=story_id(None, None, text), body=text, published=stamp)
