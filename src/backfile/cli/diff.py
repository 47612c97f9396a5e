"""backfile diff: a story's change from one version to another, or two stories side by side, word by word."""

from datetime import UTC, datetime
from pathlib import Path

import click

from backfile.cli.options import archive_option, json_option, story_argument
from backfile.cli.output import say, say_json
from backfile.cli.verb import verb

SCHEMA = "backfile/diff/1"


@verb(
    "backfile diff k7ca --archive back",
    "backfile diff k7ca 9f3b1c 04d2aa --archive back",
    "backfile diff k7ca --with m2xq --archive back",
)
@story_argument
@click.argument("before", metavar="[A]", required=False, help="A version's id, or its start; else the last but one.")
@click.argument("after", metavar="[B]", required=False, help="The version to compare it with; else the newest.")
@click.option("--with", "other", metavar="ID", help="Another story, a copy say, to be set beside this one.")
@archive_option
@json_option
def diff(story_id: str, before: str | None, after: str | None, other: str | None, archive: Path, as_json: bool) -> None:
    """Print what changed in a story, word by word. Marks are colours on a terminal: {+added+}, [-cut-]."""
    from backfile.archive import Archive
    from backfile.cli.written_changes import change_head, diff_lines, say_coloured

    if other and before:
        raise click.UsageError("--with sets two stories side by side: leave the versions out")
    with Archive(archive) as opened:
        story = opened.full_id(story_id)
        if other:
            found = opened.beside(story, opened.full_id(other))
            record = {"story": story, "other": opened.full_id(other), "diff": found.to_dict()}
            head: list[str] = []
        else:
            change = opened.diff(story, before, after)
            assert change.diff is not None
            found, record = change.diff, change.to_dict()
            head = list(change_head(change, datetime.now(UTC)))
    if as_json:
        say_json({"schema": SCHEMA, **record})
        return
    for line in head:
        say(line)
    for line in diff_lines(found):
        say_coloured(line)
