"""backfile date: an archivist says when a story was published, or takes it back."""

import getpass
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backfile.cli.given_tables import end_table, table_rows, tell_all_refused, words_in
from backfile.cli.options import archive_option, story_or_table_argument
from backfile.cli.output import say, tell
from backfile.cli.verb import verb
from backfile.cli.written_stories import dated
from backfile.model.story import Story
from backfile.wording.age import say_ground

if TYPE_CHECKING:
    from backfile.many_days import DayRow, ManySaid


@verb(
    'backfile date k7ca 2003-05-20 --because "the printed paper, page A4" --archive back',
    "backfile date k7ca --undo --archive back",
    'backfile date --csv days.csv --because "the printed index" --archive back',
)
@story_or_table_argument
@click.argument("day", metavar="[DAY]", required=False, help="2017-02-23, or as much as is known: 2017-02, 2017.")
@click.option("--because", metavar="WORDS", help="Why: what says that it was that day.")
@click.option("--by", metavar="NAME", help="Who says so; else the login name.")
@click.option("--undo", is_flag=True, help="Take back what was said of this story's date.")
@click.option(
    "--despite-page", is_flag=True, help="Also against the page's own date, which stays, or outside the window."
)
@click.option(
    "--csv", "table", metavar="FILE", type=click.Path(path_type=Path),
    help="A table of stories and days, as `undated --csv` prints it, its column day filled in; - for standard input.",
)  # fmt: skip
@archive_option
def date(story_id: str | None, day: str | None, table: Path | None, archive: Path, **given: Any) -> None:
    """Date a story by hand, or all of a table. The day is kept beside what the page says, with who, when and why, and can be undone."""
    from backfile.open_archive import OpenArchive

    why = " ".join((given["because"] or "").split())
    undo, despite_page = given["undo"], given["despite_page"]
    if (table is None) == (story_id is None):
        raise click.UsageError("name a story, or give a table with --csv")
    if table is None:
        _expect_sense(day, why, undo=undo, despite_page=despite_page)
    who = " ".join((given["by"] or login_name()).split())
    with OpenArchive(archive) as opened:
        if table is not None:
            given_rows = list(_rows(table))
            rows = [row for row in given_rows if row.day]
            said = (
                opened.unsettle_all(rows, by=who, because=why or None)
                if undo
                else opened.settle_all(rows, by=who, because=why or None, despite_page=despite_page)
            )
            _say_table(said, empty=len(given_rows) - len(rows), undo=undo)
            return
        found = opened.full_id(story_id or "")
        if undo:
            story = opened.unsettle(found, by=who, because=why or None)
        else:
            assert day is not None
            story = opened.settle(found, day, because=why, by=who, despite_page=despite_page)
    _say_outcome(story)


def _rows(table: Path) -> "Iterator[DayRow]":
    from backfile.many_days import DayRow

    for line, row in table_rows(table, ("id", "day")):
        yield DayRow(line, row.get("id", ""), row.get("day", ""), words_in(row, "because"))


def _say_table(said: "ManySaid", *, empty: int, undo: bool) -> None:
    tell_all_refused(said.refused)
    what = "taken back" if undo else "dated"
    say(f"{len(said.stories):,} {what}, {len(said.refused):,} refused, {empty:,} without a day")
    end_table(said, undo=undo)


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
