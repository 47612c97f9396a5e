"""backfile delist: an archivist takes a story out of lists and search engines; it is read at its address."""

from pathlib import Path
from typing import Any

from backfile.cli.options import story_or_table_argument
from backfile.cli.takedown_options import (
    expect_no_other,
    expect_one,
    ground_of,
    ground_option,
    say_done,
    stories_meant,
    takedown_options,
    word_of,
)
from backfile.cli.verb import verb


@verb(
    'backfile delist k7ca --ground privacy --because "asked on 3 May 2026, minor offence, 2001" --archive back',
    'backfile delist k7ca --ground request --because "letter of 3 May" --also all --archive back',
    "backfile delist k7ca --undo --archive back",
    'backfile delist --csv cases.csv --ground request --because "letter of 3 May" --archive back',
)
@story_or_table_argument
@ground_option
@takedown_options
def delist(story_id: str | None, ground: str | None, archive: Path, **given: Any) -> None:
    """Take a story out of lists, searches, feeds and search engines, or all of a table. It is kept, and read at its address."""
    from backfile.archive.settled.rulings import DELIST
    from backfile.cli.takedown_tables import DONE, Standing, take_table
    from backfile.open_archive import OpenArchive

    if given["table"]:
        expect_no_other(story_id)
        with OpenArchive(archive) as opened:
            take_table(opened, DELIST, given, Standing(value=ground or ""))
        return
    story_id = expect_one(story_id)
    word = word_of(given)
    with OpenArchive(archive) as opened:
        stories = stories_meant(opened, story_id, given, ask="Delist too")
        if given["undo"]:
            opened.take_back(DELIST, stories, word)
        else:
            opened.delist(stories, ground_of(ground), word)
    say_done(DONE[DELIST][given["undo"]], stories)
