"""backfile search: find stories by their words."""

from datetime import UTC, date, datetime
from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.lists import list_options, say_list, tell_part
from backfile.cli.options import archive_option, outlet_option, since_option, until_option
from backfile.cli.output import tell
from backfile.cli.verb import verb

SCHEMA = "backfile/search/1"


@verb(
    'backfile search "ferry fares" --to 2005-12-31 --archive back',
    'backfile search "speaker:okafor -ferry" --sort date --archive back',
    'backfile search "" --undated --archive back',
)
@click.argument(
    "query", help='Words, "phrases", word*, -word, OR, NOT, (...), fields as speaker: and from:; "" for all.'
)
@archive_option
@since_option
@until_option
@outlet_option
@click.option("--undated", is_flag=True, help="Only stories that nothing dates.")
@click.option(
    "--sort",
    type=click.Choice(["rank", "date"]),
    default="rank",
    help="Best first, or newest first; rank if not given.",
)
@list_options("Stories")
def search(
    query: str,
    archive: Path,
    since: date | None,
    until: date | None,
    outlet: str | None,
    undated: bool,
    sort: str,
    limit: int,
    offset: int,
) -> None:
    """Search an archive. Every story found is shown with its date and age, or as undated."""
    from backfile.archive import Archive
    from backfile.cli.written_stories import entry_lines

    with Archive(archive) as opened:
        found = opened.search(
            query, since=since, until=until, outlet=outlet, undated=undated, sort=sort, limit=limit, offset=offset
        )
    now = datetime.now(UTC)
    say_list(found, lambda entry: entry_lines(entry, now), schema=SCHEMA, query=query)
    tell_part(found, "found", offset=offset)
    if found.undated_left_out:
        tell(f"{found.undated_left_out} undated left out, because a date was asked for")
    if found.stories_behind:
        tell(f"{found.stories_behind} stories are newer than the search index; `backfile upgrade` brings it up")
    if found.suggestions:
        tell(f"Words of this archive that are written much like it: {', '.join(found.suggestions)}")
    if not found.total:
        raise Exit(1)
