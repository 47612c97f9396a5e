"""backfile show: one story of an archive."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from backfile.cli.options import ARCHIVE, ArchiveOption, JsonOption
from backfile.cli.output import say, say_json, story_text


def show(
    story_id: Annotated[
        str, typer.Argument(metavar="ID", help="The story's id, as lists and searches print it, or the start of it.")
    ],
    archive: ArchiveOption = ARCHIVE,
    version: Annotated[
        str | None, typer.Option("--version", metavar="VERSION", help="A version's id, or its start; else the newest.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print a story, with its versions and its copies."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        story = opened.story(opened.full_id(story_id), version=version)
    if as_json:
        say_json(story.to_dict())
        return
    for line in story_text(story, datetime.now(UTC)):
        say(line)
