"""Tables that an archivist filled in and gives back: CSV as a spreadsheet saves it."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.cli.output import tell
from backfile.errors import SourceError, SourceMissing

if TYPE_CHECKING:
    from backfile.many_days import ManySaid, RowRefused
    from backfile.many_takedowns import ManyTaken

_SEPARATORS = ",;\t"
"""What spreadsheets put between cells: a semicolon where a comma parts decimals."""
YES = ("yes", "true", "1", "x")
"""What a spreadsheet has in a column that is either so or not."""
_MOST_CELL = 1_000_000


def table_rows(
    given: Path, needed: tuple[str, ...], other_names: Mapping[str, str] | None = None
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table by its head, each with its line; "-" is standard input. A column may have another name than the one that is needed.

    Raises SourceError, UsageError for a column that it lacks.
    """
    csv.field_size_limit(_MOST_CELL)
    text = _text(given)
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = [name.strip().casefold() for name in next(rows, [])]
        others = {other: name for other, name in (other_names or {}).items() if name not in names}
        names = [others.get(name, name) for name in names]
        if lacking := [name for name in needed if name not in names]:
            has = ", ".join(filter(None, names)) or "no head at all"
            raise click.UsageError(f"{given} has no column {' and no column '.join(lacking)}: its head has {has}")
        for cells in rows:
            yield rows.line_num, {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
    except csv.Error as error:
        raise SourceError(
            f"it is no table of comma-separated values: {error}", f"{given}, line {rows.line_num}"
        ) from error


def words_in(row: Mapping[str, str], column: str) -> str | None:
    """What a row says in a column, white space folded; None where that is nothing."""
    return " ".join(row.get(column, "").split()) or None


def tell_refused(line: int, given: str, why: str) -> None:
    """A row of a table that is not taken."""
    tell(f"line {line}: {given}: {why}")


def tell_all_refused(refused: "Iterable[RowRefused]") -> None:
    """The rows that were not taken."""
    for one in refused:
        tell_refused(one.line, one.given, one.why)


def end_table(said: "ManySaid | ManyTaken", *, undo: bool) -> None:
    """The last of what is said of a table: how it is taken back. Exit 1 where a row was refused."""
    if said.stories and not undo:
        tell("To take all of it back: the same command with --undo.")
    if said.refused:
        raise Exit(1)


def _text(given: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(given) == "-" else given.read_bytes()
    except FileNotFoundError as error:
        raise SourceMissing("There is no such file. Check the name.", str(given)) from error
    except OSError as error:
        raise SourceError(f"It cannot be read ({error.strerror or error}).", str(given)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("It is not UTF-8: save it as “CSV UTF-8”.", str(given)) from error
