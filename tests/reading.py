"""A reading with no rules: what the tests of the archive need of one. Marks in the page say what is on it."""

import os
import re
from dataclasses import replace

from backfile.archive.store.story_records import Encoder
from backfile.archive.versions.version_decision import Outcome, outcome_of
from backfile.model.capture import Capture
from backfile.model.reason_codes import CODES
from backfile.model.reasons import Reason
from backfile.model.story import Author, BodyBlock, Outlet, Stamp, Story
from backfile.reading import PageRead
from backfile.workers import outcome_of_failed


def read_capture(capture: Capture, *, analyse: bool = True) -> Story:
    """<title>, <p>, and <!-- name: value --> for published, outlet, domain, byline, authors, kind and what goes wrong."""
    text = capture.payload.decode()
    marks = dict(re.findall(r"<!-- (\w+): (.*?) -->", text))
    if "raise" in marks:
        raise ValueError(marks["raise"])
    text = re.sub("<!--.*?-->", "", text)
    title = re.search("<title>(.*?)</title>", text)
    body = "\n\n".join(re.findall("<p>(.*?)</p>", text, re.DOTALL))
    story = Story(
        id="",
        url=capture.url,
        captured_at=capture.captured_at,
        headline=title[1] if title else None,
        body=body,
        byline=marks.get("byline"),
        authors=tuple(Author(name) for name in marks.get("authors", "").split(", ") if name),
        outlet=Outlet(marks.get("outlet"), marks.get("domain")),
        kind=marks.get("kind", "story"),
        kind_reason=_reason(marks["reason"]) if "reason" in marks else None,
        blocks=(BodyBlock("paragraph", body, 0, len(body)),),
    )
    if "published" in marks:
        value = marks["published"]
        precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "minute")
        story = replace(story, published=Stamp(value, precision, "unknown", "visible", value))
    return story


def _reason(mark: str) -> Reason:
    """ "error-title: 404": a code and its values."""
    code, *values = mark.split(": ")
    return CODES[code].of(*values)


def read_page(capture: Capture, *, analyse: bool = True) -> PageRead:
    """The same, as the archive asks for it."""
    return PageRead(read_capture(capture, analyse=analyse))


def outcome_from(capture: Capture, encoder: Encoder) -> Outcome:
    """For worker processes: a page marked "die" ends the process that reads it."""
    if b"<!-- die: now -->" in capture.payload:
        os._exit(9)
    try:
        return outcome_of(capture, read_capture(capture), encoder=encoder)
    except ValueError as error:
        return outcome_of_failed(capture, str(error))
