"""backfile undated: stories that nothing dates, with the days that are left and the likeliest of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from click.exceptions import Exit

from backfile.cli.options import archive_option, json_option, limit_option, outlet_option
from backfile.cli.output import say, say_json, tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.entry import Undated

SCHEMA = "backfile/undated/1"


@verb("backfile undated --archive back", "backfile undated --outlet paper.example --limit 100 --archive back")
@outlet_option
@limit_option("Stories")
@archive_option
@json_option
def undated(outlet: str | None, limit: int, archive: Path, as_json: bool) -> None:
    """List the stories that nothing dates. Each stands with when it can have been published and the likeliest days."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.undated(outlet=outlet, limit=limit)
    if as_json:
        say_json({"schema": SCHEMA, **found.to_dict()})
    now = datetime.now(UTC)
    for one in () if as_json else found.stories:
        for line in _lines(one, now):
            say(line)
        say()
    tell(f"{len(found.stories)} of {found.total} undated")
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
