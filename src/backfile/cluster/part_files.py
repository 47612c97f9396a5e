"""Part files: the rows of one task, in runs sorted by year and domain, so that the corpus is made by taking slices of them.

Memory is bounded by a run's size, whatever the task's: rows are sorted and written when so many bytes of them are held.
"""

from types import TracebackType
from typing import Any, Self

from backfile.cluster.corpus_rows import CORPUS_SKIPPED, LAST, PART_STORIES, REPEATED, Sized, row_key
from backfile.cluster.remote_files import OutFolder
from backfile.cluster.span_notes import PARTS, Part
from backfile.model.flat_rows import Columns, Row, arrow_table

RUN_BYTES = 24 * 1024 * 1024
"""Of text and records of a run. As Python's strings, as a table of Arrow's, sorted and written it takes some five times as much at its
height: 120 MB beside the 180 of a worker that has read some pages, of 400 MB that a task may take."""
_GROUP_BYTES = 1024 * 1024
"""Of a group of rows, which is what can be read by itself: small, since a slice of the corpus takes a few rows of many parts."""
LEVEL = 3
"""Of Zstandard."""


class PartFiles:
    """The parts of one task, from `with` to its end."""

    def __init__(self, out: OutFolder, key: str, *, run_bytes: int = RUN_BYTES) -> None:
        self._out = out
        self._key = key
        self._run_bytes = run_bytes
        self._stories: list[Sized] = []
        self._held = 0
        self._skipped: list[Row] = []
        self.parts: list[Part] = []
        self.skipped_part: Part | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._write_run()
            self._write_skipped()

    def add_story(self, found: Sized) -> None:
        """Take a story's row."""
        self._stories.append(found)
        self._held += found.size
        if self._held >= self._run_bytes:
            self._write_run()

    def add_skipped(self, found: Sized) -> None:
        """Take the row of a capture that holds no story."""
        self._skipped.append(found.row)

    def _write_run(self) -> None:
        if not self._stories:
            return
        self._stories.sort(key=lambda one: row_key(one.row))
        name = f"{PARTS}/{self._key}-{len(self.parts):03}.parquet"
        count, weights = len(self._stories), _weights(self._stories)
        group = max(1, count * _GROUP_BYTES // max(self._held, 1))
        rows = [one.row for one in self._stories]
        self._stories, self._held = [], 0
        size = write_rows(self._out, name, rows, PART_STORIES, group=group)
        self.parts.append(Part(name, size, count, weights))

    def _write_skipped(self) -> None:
        if self._skipped:
            name, count = f"{PARTS}/{self._key}-skipped.parquet", len(self._skipped)
            size = write_rows(self._out, name, self._skipped, CORPUS_SKIPPED, group=100_000)
            self.skipped_part = Part(name, size, count)


def write_rows(out: OutFolder, name: str, rows: list[Row], columns: Columns, *, group: int) -> int:
    """Write rows as one file; its bytes. Raises OutputRefused, ExtraMissing."""
    table = arrow_table(rows, columns)
    rows.clear()
    with out.new_file(name) as partial:
        write_table(partial, table, group=group)
        return partial.stat().st_size


def write_table(place: Any, table: Any, *, group: int) -> None:
    """A table as Parquet."""
    from pyarrow.parquet import write_table as write_parquet

    write_parquet(table, place, row_group_size=group, **parquet_form(table.column_names))


def parquet_form(names: list[str]) -> dict[str, Any]:
    """How files of the corpus are written: the same rows give the same bytes."""
    return {
        "compression": "zstd",
        "compression_level": LEVEL,
        "use_dictionary": [name for name in names if name in REPEATED],
        "write_statistics": [name for name in names if name not in ("text", "record")],
    }


def _weights(rows: list[Sized]) -> tuple[tuple[str, str, int, int], ...]:
    """Bytes of a sorted run, by year, a megabyte or the rest of a year at a time."""
    weights: list[tuple[str, str, int, int]] = []
    for one in rows:
        year, domain = one.row["year"], one.row["domain"] or LAST
        last = weights[-1] if weights else None
        if last and last[0] == year and (last[2] < _GROUP_BYTES or last[1] == domain):
            weights[-1] = (year, last[1], last[2] + one.size, last[3] + 1)
        else:
            weights.append((year, domain, one.size, 1))
    return tuple(weights)
