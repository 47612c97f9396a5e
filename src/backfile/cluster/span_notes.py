"""Notes on what was read: one a stretch, written by whoever read it when its rows are safe, and kept until the corpus holds them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import orjson

from backfile.cluster.input_list import Input
from backfile.cluster.remote_files import WORK, OutFolder
from backfile.model.capture import FAULTS
from backfile.model.plain_values import plain_record

NOTES = f"{WORK}/notes"
PARTS = f"{WORK}/parts"
MOST_TOLD = 20
"""Lines on faults that are kept of a stretch, an input, and a run."""
REVISITS = 1_000_000
"""Added to a stretch's number, names what was read of its revisits."""


class Part(NamedTuple):
    """A file of rows that one task wrote."""

    name: str
    size: int
    rows: int
    weights: tuple[tuple[str, str, int, int], ...] = ()
    """Of a part of stories, in the order of its rows: year, first domain, bytes of text and records, rows."""


class SpanNote(NamedTuple):
    """What reading a stretch of an input gave."""

    input: Input
    number: int
    """Of the stretch in its input, from 0."""
    start: int
    end: int | None
    key: str
    reader: str
    """Which Backfile read it."""
    digest: str
    """Of the stretch's bytes."""
    began: int | None = None
    ended: int | None = None
    """The edges of the stretch as they were found (capture/record_span.py); of a whole file None."""
    captures: int = 0
    stories: int = 0
    undated: int = 0
    skipped: Mapping[str, int] = MappingProxyType({})
    damaged: int = 0
    told: tuple[str, ...] = ()
    """A line for a person on each of the first faults."""
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    parts: tuple[Part, ...] = ()
    skipped_part: Part | None = None
    originals: str | None = None
    """The file that says where the records lie that revisits may refer to."""
    waiting: tuple["Waiting", ...] = ()
    """Revisits that are read when all stretches are."""

    @property
    def name(self) -> str:
        """The file that it is kept in."""
        return f"{NOTES}/{self.key}.json"

    @property
    def faults(self) -> int:
        """Captures and stretches of bytes that could not be read: among the skipped."""
        return sum(count for reason, count in self.skipped.items() if reason in FAULTS)

    @property
    def files(self) -> tuple[str, ...]:
        """The files of its rows."""
        parts = tuple(part.name for part in (*self.parts, self.skipped_part) if part)
        return (*parts, self.originals) if self.originals else parts


class Waiting(NamedTuple):
    """A revisit, and what it says of the record that it refers to."""

    member: str | None
    offset: int
    length: int | None
    keys: tuple[int, ...]


def write_note(out: OutFolder, note: SpanNote) -> None:
    """Keep a note. Raises OutputRefused."""
    out.write(note.name, orjson.dumps(plain_record(note)))


def held_notes(out: OutFolder) -> Iterator[SpanNote]:
    """The notes of jobs that did not end."""
    for name in out.names(NOTES):
        data = out.read(name)
        if data is not None:
            yield _note(orjson.loads(data))


def drop_note(out: OutFolder, note: SpanNote) -> None:
    """Forget what a stretch gave: it is read again."""
    out.remove([note.name, *note.files])


def _note(held: dict[str, Any]) -> SpanNote:
    part = held["skipped_part"]
    return SpanNote(
        **{
            **held,
            "input": Input(**held["input"]),
            "told": tuple(held["told"]),
            "waiting": tuple(
                Waiting(one["member"], one["offset"], one["length"], tuple(one["keys"])) for one in held["waiting"]
            ),
            "parts": tuple(_part(one) for one in held["parts"]),
            "skipped_part": _part(part) if part else None,
        }
    )


def _part(held: dict[str, Any]) -> Part:
    return Part(held["name"], held["size"], held["rows"], tuple(tuple(weight) for weight in held["weights"]))
