"""backfile redact: an archivist has names or passages left out, in a story or in all of the archive."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
from backfile.cli.output import say, tell
from backfile.cli.takedown_options import (
    destroy_option,
    expect_no_other,
    for_good_option,
    stories_meant,
    takedown_options,
    tell_saved,
    word_of,
)
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.open_archive import OpenArchive
    from backfile.taking_down import Redacted

_MOST_TOLD = 20


@verb(
    'backfile redact "Jane Doe" --in k7ca --because "letter of 3 May" --archive back',
    'backfile redact "Jane Doe" Doe --everywhere --because "letter of 3 May" --archive back',
    'backfile redact "Jane Doe" --in k7ca --undo --archive back',
    'backfile redact --csv names.csv --everywhere --because "letter of 3 May" --archive back',
)
@click.argument("words", metavar="WORDS...", nargs=-1, help="Names or passages, each in quotes.")
@click.option("--in", "story_id", metavar="ID", help="In this story.")
@click.option("--everywhere", is_flag=True, help="In all of the archive, and in what is added later.")
@destroy_option
@for_good_option
@takedown_options
def redact(
    words: tuple[str, ...], archive: Path, *, story_id: str | None, everywhere: bool, destroy: bool, for_good: bool, **given: Any
) -> None:  # fmt: skip
    """Put a mark in the place of names or passages, in every output, by word or by table. The archive keeps a keyed digest of them, and not the words."""
    from backfile.archive.settled.rulings import REDACT
    from backfile.cli.takedown_tables import Standing, take_table
    from backfile.open_archive import OpenArchive

    if given["table"]:
        expect_no_other(story_id, *words)
        with OpenArchive(archive) as opened:
            everything = Standing(story=EVERYWHERE if everywhere else "")
            take_table(opened, REDACT, given, everything, for_good=for_good, destroy=destroy)
        return
    if not words:
        raise click.UsageError("give the words, each in quotes, or a table with --csv")
    if bool(story_id) == everywhere:
        raise click.UsageError("say where: --in ID, or --everywhere")
    if everywhere and (given["also"] or given["only"]):
        raise click.UsageError("--everywhere is every story: it takes no --also and no --only")
    word = word_of(given)
    with OpenArchive(archive) as opened:
        scope = stories_meant(opened, story_id, given, ask="Redact too in") if story_id else [EVERYWHERE]
        if given["undo"]:
            _say_undone(opened.unredact(words, scope, word))
            return
        done = opened.redact(words, scope, word, for_good=for_good, destroy=destroy)
        _say_done(opened, done)


def _say_done(archive: "OpenArchive", done: "Redacted") -> None:
    for one in done.stories[:_MOST_TOLD]:
        say(f"{one} is redacted: {archive.story(one).headline or '(no headline)'}")
    if len(done.stories) > _MOST_TOLD:
        say(f"and {len(done.stories) - _MOST_TOLD:,} more stories")
    if not done.stories:
        tell("No story has these words today; they are left out of what is added from now on.")
    tell(f"The words stood {done.places:,} times in texts. By these ids it is taken back: {' '.join(done.ids)}")
    tell_saved(done.saved)


def _say_undone(done: "Redacted") -> None:
    say("The words are in their stories again, read from the saved pages.")
    if done.stories:
        tell(
            f"{len(done.stories):,} stories stay as they are, since their saved pages are gone: {' '.join(done.stories)}"
        )
