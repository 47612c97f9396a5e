"""backfile undated: stories that nothing dates, with the days that are left and the likeliest of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from click.exceptions import Exit

from backfile.cli.lists import list_options, say_list, tell_part
from backfile.cli.options import archive_option, outlet_option
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.entry import Undated

SCHEMA = "backfile/undated/1"


@verb("backfile undated --archive back", "backfile undated --outlet paper.example --limit 100 --archive back")
@outlet_option
@archive_option
@list_options("Stories")
def undated(outlet: str | None, archive: Path, limit: int, offset: int) -> None:
    """List the stories that nothing dates. Each stands with when it can have been published and the likeliest days."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.undated(outlet=outlet, limit=limit, offset=offset)
    now = datetime.now(UTC)
    say_list(found, lambda one: _lines(one, now), schema=SCHEMA)
    tell_part(found, "undated", offset=offset)
    if not found.total:
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
