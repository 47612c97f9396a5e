"""backfile date: an archivist says when a story was published, or takes it back."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from backfile.cli.options import ARCHIVE, ArchiveOption
from backfile.cli.output import dated, say, tell
from backfile.model.story import Story
from backfile.wording.age import say_ground


def date(
    story_id: Annotated[str, typer.Argument(metavar="ID", help="The story's id, or the start of it.")],
    day: Annotated[
        str | None, typer.Argument(metavar="DAY", help="2017-02-23, or as much as is known: 2017-02, 2017.")
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WORDS", help="Why: what says that it was that day.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so; else the login name.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was said of this story's date.")] = False,
    despite_page: Annotated[
        bool,
        typer.Option("--despite-page", help="Also against the page's own date, which stays, or outside the window."),
    ] = False,
    archive: ArchiveOption = ARCHIVE,
) -> None:
    """Date a story by hand. It is kept beside what the page says, with who, when and why, and can be undone."""
    from backfile.ingest import OpenArchive

    why = " ".join((because or "").split())
    _expect_sense(day, why, undo=undo, despite_page=despite_page)
    with OpenArchive(archive) as opened:
        found = opened.full_id(story_id)
        who = " ".join((by or _login_name()).split())
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
            raise typer.BadParameter("--undo takes back what was said: it takes no day, and no --despite-page")
        return
    if day is None:
        raise typer.BadParameter("say the day, as 2017-02-23, or take back what was said with --undo")
    try:
        parse_day(day)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    if not why:
        raise typer.BadParameter('say why with --because "...": it is kept with the date')


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise typer.BadParameter("there is no login name here: say who you are with --by") from error


def _say_outcome(story: Story) -> None:
    """The story as it is dated now, and what is still to be seen to."""
    say(story.headline or "(no headline)")
    say(f"  {dated(story.published, datetime.now(UTC))} | {story.id}")
    if ground := say_ground(story.published):
        say(f"  {ground}")
    if story.published and story.published.conflict:
        tell("The dates of this story disagree; its page and `backfile show` say so.")
