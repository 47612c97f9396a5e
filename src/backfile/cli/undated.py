"""backfile undated: stories that nothing dates, with the days that are left and the likeliest of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.cli.lists import list_options, say_list, tell_part
from backfile.cli.options import Parsed, archive_option, outlet_option
from backfile.cli.output import say_csv, tell
from backfile.cli.verb import verb
from backfile.dates.address_layout import AddressLayout
from backfile.model.entry import UNDATED_COLUMNS

if TYPE_CHECKING:
    from backfile.archive import Archive
    from backfile.model.entry import Undated

SCHEMA = "backfile/undated/1"
_AT_ONCE = 1000
"""Stories read from the archive together, where all of them are gone through."""


@verb(
    "backfile undated --archive back",
    "backfile undated --outlet paper.example --limit 100 --archive back",
    'backfile undated --layout "paper.example/{year}/{month}{day}-*" --csv --archive back',
)
@outlet_option
@click.option(
    "--layout", metavar="ADDRESS", type=Parsed("layout", AddressLayout),
    help="A table of those whose address is so laid out, the day in it filled in: for `date --csv`, once you have looked at it.",
)  # fmt: skip
@archive_option
@list_options("Stories")
def undated(outlet: str | None, layout: AddressLayout | None, archive: Path, limit: int, offset: int) -> None:
    """List the stories that nothing dates. Each stands with when it can have been published and the likeliest days."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        if layout:
            _say_layout(opened, layout, outlet)
            return
        found = opened.undated(outlet=outlet, limit=limit, offset=offset)
    now = datetime.now(UTC)
    say_list(found, lambda one: _lines(one, now), schema=SCHEMA)
    tell_part(found, "undated", offset=offset)
    if not found.total:
        raise Exit(1)


def _say_layout(archive: "Archive", layout: AddressLayout, outlet: str | None) -> None:
    """All undated stories of the layout as a table, with the days of their addresses."""
    rows, at = [], 0
    while found := archive.undated(outlet=outlet, limit=_AT_ONCE, offset=at):
        at += len(found)
        days = [(one, layout.day_of(one.entry.url or "")) for one in found]
        rows += [{**one.to_row(), "day": day} for one, day in days if day]
    say_csv(UNDATED_COLUMNS, rows)
    tell(f"{len(rows):,} of {at:,} undated")
    if not rows:
        raise Exit(1)


def _lines(one: "Undated", now: datetime) -> Iterator[str]:
    from backfile.cli.written_stories import entry_lines
    from backfile.wording.age import say_days, say_window

    yield from entry_lines(one.entry, now)
    yield f"  {say_window(one.entry.window, now) or 'Nothing bounds when it was published.'}"
    yield from (f"    {reason}" for reason in one.entry.window.because)
    if not one.likely:
        yield "  Nothing in the archive points to a day."
    for likely in one.likely:
        yield f"  Likely {say_days(likely.first, likely.last)}:"
        yield from (f"    {reason}" for reason in likely.because)
