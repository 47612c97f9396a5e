"""backfile changes: which stories changed after they were first saved, and how."""

from datetime import UTC, date, datetime
from pathlib import Path

import click
from click.exceptions import Exit

from backfile.archive.search.search_days import first_day
from backfile.cli.lists import list_options, say_list, tell_part
from backfile.cli.options import Parsed, archive_option, outlet_option
from backfile.cli.verb import verb
from backfile.model.changes import CHANGE_KINDS

SCHEMA = "backfile/changes/1"


@verb(
    "backfile changes --kind silent --archive back",
    "backfile changes --since 2017-02 --outlet courier.example --csv --archive back",
)
@click.option("--kind", type=click.Choice(CHANGE_KINDS), help="Only changes of this kind.")
@click.option("--since", metavar="DAY", type=Parsed("day", first_day), help="Seen on this day or later.")
@outlet_option
@archive_option
@list_options("Changes")
def changes(kind: str | None, since: date | None, outlet: str | None, archive: Path, limit: int, offset: int) -> None:
    """List changes of stories, those seen last first. Each says of what kind it is and how much of it weighs."""
    from backfile.archive import Archive
    from backfile.cli.written_changes import change_lines

    with Archive(archive) as opened:
        found = opened.changes(kind=kind, since=since, outlet=outlet, limit=limit, offset=offset)
    now = datetime.now(UTC)
    say_list(found, lambda change: change_lines(change, now), schema=SCHEMA)
    tell_part(found, "changes", offset=offset)
    if not found.total:
        raise Exit(1)
