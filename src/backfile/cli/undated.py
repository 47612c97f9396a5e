"""backfile undated: stories that nothing dates, with the days that are left and the likeliest of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from backfile.cli.options import ARCHIVE, ArchiveOption, JsonOption, OutletOption
from backfile.cli.output import entry_lines, say, say_json, tell
from backfile.wording.age import say_days, say_window

if TYPE_CHECKING:
    from backfile.model.entry import Undated

SCHEMA = "backfile/undated/1"


def undated(
    outlet: OutletOption = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="Stories to print.")] = 20,
    archive: ArchiveOption = ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """List the stories that nothing dates, each with when it can have been published and the likeliest days."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.undated(outlet=outlet, limit=limit)
    if as_json:
        say_json({"schema": SCHEMA, **found._asdict()})
    now = datetime.now(UTC)
    for one in () if as_json else found.stories:
        for line in _lines(one, now):
            say(line)
        say()
    tell(f"{len(found.stories)} of {found.total} undated")
    if not found.total:
        raise typer.Exit(1)


def _lines(one: "Undated", now: datetime) -> Iterator[str]:
    yield from entry_lines(one.entry, now)
    yield f"  {say_window(one.entry.window, now) or 'Nothing bounds when it was published.'}"
    yield from (f"    {reason}" for reason in one.entry.window.because)
    if not one.likely:
        yield "  Nothing in the archive points to a day."
    for likely in one.likely:
        yield f"  Likely {say_days(likely.first, likely.last)}:"
        yield from (f"    {reason}" for reason in likely.because)
