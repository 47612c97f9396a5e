"""backfile forget: an archivist takes a story out for good; a tombstone stays."""

from pathlib import Path
from typing import Any

from backfile.cli.options import story_or_table_argument
from backfile.cli.takedown_options import (
    destroy_option,
    expect_no_other,
    expect_one,
    for_good_option,
    ground_of,
    ground_option,
    say_done,
    stories_meant,
    takedown_options,
    tell_saved,
    word_of,
)
from backfile.cli.verb import verb


@verb(
    'backfile forget k7ca --ground court-order --because "order 7 O 117/26" --only --archive back',
    'backfile forget k7ca --ground rights --because "letter of 3 May" --also all --destroy --for-good --archive back',
    "backfile forget k7cah2pqm5xw3nbe --undo --archive back",
    'backfile forget --csv cases.csv --ground privacy --because "letter of 3 May" --archive back',
)
@story_or_table_argument
@ground_option
@destroy_option
@for_good_option
@takedown_options
def forget(
    story_id: str | None, ground: str | None, archive: Path, *, destroy: bool, for_good: bool, **given: Any
) -> None:
    """Take a story out of the archive and every output, or all of a table. A tombstone stays, and its pages are withheld when they are added again."""
    from backfile.archive.settled.rulings import FORGET
    from backfile.cli.takedown_tables import DONE, Standing, take_table
    from backfile.open_archive import OpenArchive

    if given["table"]:
        expect_no_other(story_id)
        with OpenArchive(archive) as opened:
            take_table(opened, FORGET, given, Standing(value=ground or ""), for_good=for_good, destroy=destroy)
        return
    story_id = expect_one(story_id)
    word = word_of(given)
    with OpenArchive(archive) as opened:
        if given["undo"]:
            opened.take_back(FORGET, [story_id], word)
            say_done(DONE[FORGET][True], [story_id])
            return
        stories = stories_meant(opened, story_id, given, ask="Forget too")
        done = opened.forget(stories, ground_of(ground), word, for_good=for_good, destroy=destroy)
    say_done(DONE[FORGET][False], stories)
    tell_saved(done)
