"""backfile note: an archivist sets a line above a story."""

from pathlib import Path
from typing import Any

import click

from backfile.cli.options import story_or_table_argument
from backfile.cli.takedown_options import (
    expect_no_other,
    expect_one,
    say_done,
    stories_meant,
    takedown_options,
    word_of,
)
from backfile.cli.verb import verb


@verb(
    'backfile note k7ca "The charges were dropped on 3 May 2003." --because "court file 03-117" --archive back',
    'backfile note k7ca "The charges were dropped." --because "court file" --also m2xq --archive back',
    "backfile note k7ca --undo --archive back",
    "backfile note --csv notes.csv --archive back",
)
@story_or_table_argument
@click.argument("text", metavar="[TEXT]", required=False, help="The line.")
@takedown_options
def note(story_id: str | None, text: str | None, archive: Path, **given: Any) -> None:
    """Set a line above a story, on every output, or above all of a table. The story itself stays as it was; who, when and why are kept."""
    from backfile.archive.settled.rulings import NOTE
    from backfile.cli.takedown_tables import DONE, take_table
    from backfile.open_archive import OpenArchive

    if given["table"]:
        expect_no_other(story_id, text)
        with OpenArchive(archive) as opened:
            take_table(opened, NOTE, given)
        return
    story_id = expect_one(story_id)
    if bool(text and text.strip()) == given["undo"]:
        raise click.UsageError("--undo takes no text" if text else "say the line that is to stand above the story")
    word = word_of(given)
    with OpenArchive(archive) as opened:
        stories = stories_meant(opened, story_id, given, ask="The same note above")
        if given["undo"]:
            opened.take_back(NOTE, stories, word)
        else:
            opened.note(stories, text or "", word)
    say_done(DONE[NOTE][given["undo"]], stories)
