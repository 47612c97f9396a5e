"""Revisits of a corpus: pages that repeat a page of another record, which may lie in any stretch of any input of the job.

Each stretch keeps where the records lie that revisits may refer to, and which revisits it met. When all are read, the job finds for
each revisit the first record, in the order of the inputs, that it refers to: so it is the same however the inputs were cut.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import NamedTuple

from backfile.capture.read_file import Reading, read_revisit
from backfile.capture.revisits import OriginalIndex, revisit_keys
from backfile.cluster.capture_results import read_results
from backfile.cluster.kept_results import KeptResults
from backfile.cluster.part_files import RUN_BYTES, PartFiles, write_rows
from backfile.cluster.remote_files import OutFolder, RemoteOpener
from backfile.cluster.span_notes import PARTS, REVISITS, SpanNote, Waiting, write_note
from backfile.model.capture import Capture, Place, Skipped


class AllWaiting(OriginalIndex):
    """An index that finds nothing, so that every revisit waits, and keeps what each asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: list[tuple[int, ...]] = []

    def find(self, revisit: Mapping[str, str]) -> Place | None:
        """None; the keys are kept."""
        self._asked.append(tuple(revisit_keys(revisit)))
        return None

    def waiting(self, reading: Reading) -> tuple[Waiting, ...]:
        """The revisits that were met, each with what it asked for."""
        return tuple(
            Waiting(place.member, place.offset or 0, place.length, keys)
            for place, keys in zip(reading.waiting, self._asked, strict=True)
        )


def write_originals(out: OutFolder, key: str, originals: OriginalIndex) -> str | None:
    """Keep where the records of a stretch lie; the file's name, None where there is none. Raises OutputRefused."""
    rows = [{"key": key, "member": place.member, "offset": place.offset} for key, place in originals.places()]
    if not rows:
        return None
    name = f"{PARTS}/{key}-originals.parquet"
    write_rows(out, name, rows, {"key": "uint64", "member": "string", "offset": "int64"}, group=len(rows))
    return name


class RevisitTask(NamedTuple):
    """The revisits of a stretch to be read."""

    note: SpanNote
    originals: tuple[Place | None, ...]
    """Of each revisit that waits, the record that it repeats."""
    out: str
    is_guarded: bool = False
    is_careful: bool = False

    @property
    def key(self) -> str:
        """Names the task, its note and its parts."""
        return f"{self.note.key}-revisits"


def read_revisits(task: RevisitTask) -> SpanNote:
    """Read the revisits of a stretch and keep their rows, then the note on them. Raises OutputRefused."""
    out = OutFolder(task.out)
    of = task.note
    with ExitStack() as stack:
        kept = KeptResults(stack.enter_context(PartFiles(out, task.key, run_bytes=RUN_BYTES)))
        kept.keep(read_results(_revisits(task), stack, is_guarded=task.is_guarded, is_careful=task.is_careful))
    note = kept.counted(SpanNote(of.input, of.number + REVISITS, 0, None, task.key, of.reader, ""))
    write_note(out, note)
    return note


def _revisits(task: RevisitTask) -> Iterator[Capture | Skipped]:
    opener = RemoteOpener()
    for one, original in zip(task.note.waiting, task.originals, strict=True):
        place = Place(task.note.input.address, one.member, one.offset, one.length)
        yield read_revisit(place, original, opener)


def revisit_tasks(out: OutFolder, notes: Iterable[SpanNote], *, is_guarded: bool) -> Iterator[RevisitTask]:
    """The revisits of the stretches, which are given in the order of the inputs."""
    notes = list(notes)
    wanted = {key for note in notes for one in note.waiting for key in one.keys}
    if not wanted:
        return
    found: dict[int, Place] = {}
    for note in notes:
        for key, place in _originals(out, note):
            if key in wanted:
                found.setdefault(key, place)
    for note in notes:
        if note.waiting:
            originals = tuple(next((found[key] for key in one.keys if key in found), None) for one in note.waiting)
            yield RevisitTask(note, originals, out.address, is_guarded)


def _originals(out: OutFolder, note: SpanNote) -> Iterator[tuple[int, Place]]:
    if note.originals is None:
        return
    from pyarrow.parquet import read_table

    with out.open(note.originals) as file:
        columns = read_table(file).to_pydict()
    for key, member, offset in zip(columns["key"], columns["member"], columns["offset"], strict=True):
        yield key, Place(note.input.address, member, offset)
