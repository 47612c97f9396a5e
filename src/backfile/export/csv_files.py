"""Tables as comma-separated values (RFC 4180), a file each, safe to open in a spreadsheet."""

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from backfile.archive.reader import Archive
from backfile.export.archive_tables import TABLES, Table
from backfile.export.exported import Exported
from backfile.export.stories import Stories
from backfile.export.whole_output import whole_output

_ORDERS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes as the beginning of a formula (OWASP, CSV injection)."""
_NOT_IN_CSV = frozenset({"record"})
"""A record in a cell is of no use in a spreadsheet, and half as large again as all the rest."""


def write_csv(archive: Archive, stories: Stories, out: Path) -> Exported:
    """Writes stories.csv, quotations.csv, versions.csv and captures.csv into the new folder `out`."""
    done = Exported("stories")
    with whole_output(out, is_folder=True) as folder, ExitStack() as stack:
        writers = {table.name: _writer(table, folder, stack) for table in TABLES}
        for story in stories:
            done.count += 1
            for table in TABLES:
                for row in table.rows_of(archive, story):
                    writers[table.name].writerow({name: _counted(value, done) for name, value in row.items()})
    return done


def _writer(table: Table, folder: Path, stack: ExitStack) -> "csv.DictWriter[str]":
    file = stack.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
    columns = [name for name in table.columns if name not in _NOT_IN_CSV]
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    return writer


def harmless(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula behind an apostrophe, as spreadsheets themselves mark text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_ORDERS) else value


def _counted(value: Any, done: Exported) -> Any:
    safe = harmless(value)
    if safe is not value:
        done.lost["cells that begin as a formula does: an apostrophe stands before each"] += 1
    return safe
