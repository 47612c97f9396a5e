"""What a revisit repeats, looked for in its own file and then in the web archives beside it in the folder."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from backfile.capture.faults import Fault
from backfile.capture.file_kinds import suffix_of
from backfile.capture.one_record import record_at
from backfile.capture.open_place import Opener
from backfile.capture.read_file import Reading, read_file
from backfile.capture.record_loop import Record
from backfile.capture.revisits import OriginalIndex
from backfile.model.capture import Place


def original_nearby(revisit: Record, opener: Opener) -> Record | None:
    """The record that `revisit` repeats; None where no file beside it holds it. Raises OSError and Fault."""
    for path in _files_nearby(revisit.place.path):
        facts = path.stat()
        place = _index(str(path), facts.st_size, facts.st_mtime_ns).find(revisit.headers)
        if place:
            return record_at(place, opener)
    return None


def _files_nearby(name: str) -> Iterator[Path]:
    own = Path(name)
    yield own
    for path in sorted(own.parent.iterdir()):
        if path != own and suffix_of(path.name) in ("warc", "wacz", "zip") and path.is_file():
            yield path


@lru_cache(maxsize=16)
def _index(path: str, size: int, changed: int) -> OriginalIndex:  # noqa: ARG001 - a changed file is another file
    """The records of one file that revisits may refer to; kept, as one file's revisits are read one after another."""
    reading = Reading(Opener())
    try:
        with Path(path).open("rb") as raw:
            for _ in read_file(raw, Place(path), reading, is_named=True):
                pass
    except (OSError, Fault):
        pass  # what was found before the fault still stands; the fault was reported when the file was added
    return reading.originals
