"""backfile search: find stories by their words."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from backfile.cli.options import ARCHIVE, ArchiveOption, JsonOption, OutletOption, SinceOption, UntilOption
from backfile.cli.output import entry_lines, say, say_json, tell

SCHEMA = "backfile/search/1"


class Sort(StrEnum):
    """Orders of what was found."""

    RANK = "rank"
    DATE = "date"


def search(
    query: Annotated[
        str,
        typer.Argument(metavar="QUERY", help='Words, "phrases", -word, OR, fields as speaker: and quote:; "" for all.'),
    ],
    archive: ArchiveOption = ARCHIVE,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    undated: Annotated[bool, typer.Option("--undated", help="Only stories that nothing dates.")] = False,
    sort: Annotated[Sort, typer.Option("--sort", help="Best first, or newest first.")] = Sort.RANK,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="Stories to print.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Search an archive. Every story found is shown with its date and age, or as undated."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.search(
            query, since=since, until=until, outlet=outlet, undated=undated, sort=sort.value, limit=limit
        )
    if as_json:
        say_json({"schema": SCHEMA, "query": query, **found._asdict()})
    now = datetime.now(UTC)
    for entry in () if as_json else found.entries:
        for line in entry_lines(entry, now):
            say(line)
        say()
    tell(f"{len(found.entries)} of {found.total} found")
    if found.undated_left_out:
        tell(f"{found.undated_left_out} undated left out, because a date was asked for")
    if found.stories_behind:
        tell(f"{found.stories_behind} stories are newer than the search index; `backfile upgrade` brings it up")
    if not found.total:
        raise typer.Exit(1)
