"""The handler for traces: who printed a passage, of the words asked for or of a story's paragraph."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from backfile.errors import QueryError
from backfile.model.changes import WordRun
from backfile.model.traces import Print, Trace
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.site_address import story_path
from backfile.site.speaker_pages import Renderer
from backfile.site.story_blocks import body_parts
from backfile.site.when import When, when
from backfile.wording.age import say_window
from backfile.wording.story_names import headline_of
from backfile.wording.trace_words import say_marks, say_order, say_origin, say_place, say_quoted, say_relation


class PrintLine(NamedTuple):
    """A story that prints the passage."""

    place: str
    """What it is in the order: "First printed"."""
    path: str
    headline: str
    outlet: str | None
    when: When
    basis: str | None
    """The kind of clue that its day comes from."""
    window: str | None
    relation: str
    credit: str | None
    runs: tuple[WordRun, ...]
    marks: tuple[str, ...]


class TracePages:
    """The page of a trace, over one archive."""

    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer) -> None:
        self._archive = archive
        self._now = now
        self._render = render

    async def trace(self, request: Request) -> Response:
        """Who printed the passage; the form alone where none is given."""
        text, complaint, found = self._asked(request), None, None
        try:
            found = self._archive.trace(text) if text.strip() else None
        except QueryError as error:
            complaint = error.message[:1].upper() + error.message[1:].removesuffix(".") + "."
        now = self._now()
        lines = [_line(one, found, now) for one in found.prints] if found else []
        said = [line for line in (say_origin(found), say_quoted(found), *say_order(found)) if line] if found else []
        return self._render(
            request, "trace.html", text=text, complaint=complaint, asked=found is not None, lines=lines, said=said
        )

    def _asked(self, request: Request) -> str:
        """The words given; else those of the paragraph of a story that is named. Raises StoryMissing."""
        asked = request.query_params
        if "story" not in asked:
            return asked.get("q", "")
        parts = body_parts(self._archive.story(asked["story"], version=asked.get("version") or None))
        number = asked.get("part", "")
        at = int(number) if number.isdecimal() and len(number) < 9 else len(parts)
        return "".join(piece.text for piece in parts[at].items[0] if not piece.is_dateline) if at < len(parts) else ""


def _line(one: Print, found: Trace, now: datetime) -> PrintLine:
    return PrintLine(
        place=say_place(one, found),
        path=story_path(one.id),
        headline=headline_of(one.headline),
        outlet=one.outlet,
        when=when(one.published, now),
        basis=one.published.basis if one.published else None,
        window=None if one.published else say_window(one.window, now),
        relation=say_relation(one),
        credit=one.credit,
        runs=one.runs,
        marks=say_marks(one),
    )
