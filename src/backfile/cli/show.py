"""backfile show: one story of an archive."""

from datetime import UTC, datetime
from pathlib import Path

import click

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say, say_json
from backfile.cli.verb import verb


@verb("backfile show k7ca --archive back", "backfile show k7ca --archive back --json")
@click.argument("story_id", metavar="ID", help="The story's id, as lists and searches print it, or the start of it.")
@archive_option
@click.option("--version", metavar="VERSION", help="A version's id, or its start; else the newest.")
@json_option
def show(story_id: str, archive: Path, version: str | None, as_json: bool) -> None:
    """Print a story, with its versions and its copies."""
    from backfile.archive import Archive
    from backfile.cli.written_stories import story_text

    with Archive(archive) as opened:
        story = opened.story(opened.full_id(story_id), version=version)
        of_form = opened.form_size(story.id)
    if as_json:
        say_json(story.to_dict())
        return
    for line in story_text(story, datetime.now(UTC)):
        say(line)
    if of_form:
        say()
        say(f"Its text is of a form that about {of_form:,} stories print with small changes: they are not listed.")
