"""backfile date: an archivist says when a story was published, or takes it back."""

import getpass
from datetime import UTC, datetime
from pathlib import Path

import click

from backfile.cli.options import archive_option, story_argument
from backfile.cli.output import say, tell
from backfile.cli.verb import verb
from backfile.cli.written_stories import dated
from backfile.model.story import Story
from backfile.wording.age import say_ground


@verb(
    'backfile date k7ca 2003-05-20 --because "the printed paper, page A4" --archive back',
    "backfile date k7ca --undo --archive back",
)
@story_argument
@click.argument("day", metavar="[DAY]", required=False, help="2017-02-23, or as much as is known: 2017-02, 2017.")
@click.option("--because", metavar="WORDS", help="Why: what says that it was that day.")
@click.option("--by", metavar="NAME", help="Who says so; else the login name.")
@click.option("--undo", is_flag=True, help="Take back what was said of this story's date.")
@click.option(
    "--despite-page", is_flag=True, help="Also against the page's own date, which stays, or outside the window."
)
@archive_option
def date(
    story_id: str,
    day: str | None,
    because: str | None,
    by: str | None,
    undo: bool,
    despite_page: bool,
    archive: Path,
) -> None:
    """Date a story by hand. The day is kept beside what the page says, with who, when and why, and can be undone."""
    from backfile.open_archive import OpenArchive

    why = " ".join((because or "").split())
    _expect_sense(day, why, undo=undo, despite_page=despite_page)
    with OpenArchive(archive) as opened:
        found = opened.full_id(story_id)
        who = " ".join((by or login_name()).split())
        if undo:
            story = opened.unsettle(found, by=who, because=why or None)
        else:
            assert day is not None
            story = opened.settle(found, day, because=why, by=who, despite_page=despite_page)
    _say_outcome(story)


def _expect_sense(day: str | None, why: str, *, undo: bool, despite_page: bool) -> None:
    from backfile.archive.settled.archivist_dates import parse_day

    if undo:
        if day or despite_page:
            raise click.UsageError("--undo takes back what was said: it takes no day, and no --despite-page")
        return
    if day is None:
        raise click.UsageError("say the day, as 2017-02-23, or take back what was said with --undo")
    try:
        parse_day(day)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not why:
        raise click.UsageError('say why with --because "...": it is kept with the date')


def login_name() -> str:
    """Who says so, where nobody is named."""
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise click.UsageError("there is no login name here: say who you are with --by") from error


def _say_outcome(story: Story) -> None:
    """The story as it is dated now, and what is still to be seen to."""
    say(story.headline or "(no headline)")
    say(f"  {dated(story.published, datetime.now(UTC))} | {story.id}")
    if ground := say_ground(story.published):
        say(f"  {ground}")
    if story.published and story.published.conflict:
        tell("The dates of this story disagree; its page and `backfile show` say so.")
