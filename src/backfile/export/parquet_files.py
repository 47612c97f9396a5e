"""Tables as Parquet, a folder each, parted by the year of publication as Hive, DuckDB, Polars and pyarrow read it."""

from collections import defaultdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from backfile.archive.reader import Archive
from backfile.export.archive_tables import NO_YEAR, TABLES, Table
from backfile.export.exported import Exported
from backfile.export.stories import Stories
from backfile.export.whole_output import whole_output
from backfile.model.flat_rows import Row, arrow_table
from backfile.model.story import Story

if TYPE_CHECKING:
    import pyarrow.parquet

_HELD_ROWS = 5_000
"""Rows in memory before they are written: with their texts some 100 MB at the most."""
_COLUMNS = {table.name: table.columns for table in TABLES}


def write_parquet(archive: Archive, stories: Stories, out: Path) -> Exported:
    """Writes stories/year=2017/stories.parquet and the like into the new folder `out`. Raises ExtraMissing without pyarrow."""
    arrow_table([], {})  # says what is missing before anything is made
    done = Exported("stories")
    with whole_output(out, is_folder=True) as folder, _Files(folder) as files:
        for story in stories:
            done.count += 1
            for table in TABLES:
                files.add(table, _year(story), list(table.rows_of(archive, story)))
    return done


def _year(story: Story) -> str:
    return story.published.value[:4] if story.published else NO_YEAR


class _Files:
    """The files of an export: one a table and year, each open until the end, rows held until there are many."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        self._rows = 0
        self._writers: dict[tuple[str, str], pyarrow.parquet.ParquetWriter] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._write()
        for writer in self._writers.values():
            writer.close()

    def add(self, table: Table, year: str, rows: list[Row]) -> None:
        """Rows of a table, of stories of one year."""
        self._held[table.name, year] += rows
        self._rows += len(rows)
        if self._rows >= _HELD_ROWS:
            self._write()

    def _write(self) -> None:
        for (name, year), rows in self._held.items():
            held = arrow_table(rows, _COLUMNS[name])
            self._writer(name, year, held.schema).write_table(held)
        self._held.clear()
        self._rows = 0

    def _writer(self, name: str, year: str, schema: Any) -> "pyarrow.parquet.ParquetWriter":
        from pyarrow.parquet import ParquetWriter

        if (name, year) not in self._writers:
            path = self._folder / name / f"year={year}" / f"{name}.parquet"
            path.parent.mkdir(parents=True)
            self._writers[name, year] = ParquetWriter(path, schema, compression="zstd")
        return self._writers[name, year]
