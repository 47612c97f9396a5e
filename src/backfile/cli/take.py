"""backfile take: an archivist takes a skipped page in as a story, or all of a table, or takes that back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from backfile.cli.date import login_name
from backfile.cli.given_tables import YES, end_table, table_rows, tell_all_refused, words_in
from backfile.cli.options import archive_option
from backfile.cli.output import say, say_csv, tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.many_takings import PageRow
    from backfile.open_archive import OpenArchive

_COLUMNS = ("place", "url", "reason", "message", "take", "because")


@verb(
    'backfile take pages/brief.html --because "a story of two lines" --archive back',
    'backfile take "crawl.warc at byte 40211" --because "the news in brief" --archive back',
    "backfile take k7ca --undo --archive back",
    "backfile take --skipped --archive back",
    'backfile take --csv skipped.csv --because "the news in brief" --archive back',
)
@click.argument(
    "page", metavar="[PLACE]", required=False,
    help="Where the page lies, as add's report says, or its address; to undo, the story's id.",
)  # fmt: skip
@click.option("--because", metavar="WORDS", help="Why it is a story.")
@click.option("--by", metavar="NAME", help="Who says so; else the login name.")
@click.option("--undo", is_flag=True, help="Take back that it is a story: it is skipped again.")
@click.option("--skipped", is_flag=True, help="Print the table of pages that were skipped, and do nothing.")
@click.option(
    "--csv", "table", metavar="FILE", type=click.Path(path_type=Path),
    help="A table of pages, as --skipped prints it, yes in its column take; - for standard input.",
)  # fmt: skip
@archive_option
def take(page: str | None, table: Path | None, skipped: bool, archive: Path, **given: Any) -> None:
    """Take a skipped page in as a story, or all of a table. Who, when and why are kept, and it can be undone."""
    from backfile.open_archive import OpenArchive

    why = " ".join((given["because"] or "").split()) or None
    if [page is None, table is None, not skipped].count(False) != 1:
        raise click.UsageError("name a page, or give a table with --csv, or ask for one with --skipped")
    if page and not (why or given["undo"]):
        raise click.UsageError('say why with --because "...": it is kept with the story')
    who = " ".join((given["by"] or login_name()).split())
    with OpenArchive(archive) as opened:
        if skipped:
            _say_skipped(opened)
        elif table:
            _take_table(opened, table, who, why, undo=given["undo"])
        elif given["undo"]:
            story_id = opened.full_id(page or "")
            opened.untake(story_id, by=who, because=why)
            tell(f"Taken back: {story_id} is skipped again, and the archive's tables were made without it.")
        else:
            _take_one(opened, page or "", who, why or "")


def _take_one(archive: "OpenArchive", page: str, who: str, why: str) -> None:
    from backfile.cli.written_stories import dated

    story = archive.take(page, because=why, by=who)
    say(story.headline or "(no headline)")
    say(f"  {dated(story.published, datetime.now(UTC))} | {story.id}")
    say(f"  {story.kind_reason}")


def _say_skipped(archive: "OpenArchive") -> None:
    """The pages that could be taken in, as a table to fill in."""
    clean = archive.redactions.any.clean
    pages = archive.skipped_pages()
    say_csv(
        _COLUMNS,
        (
            {"place": clean(str(one.place)), "url": one.url, "reason": one.reason, "message": one.message}
            for one in pages
        ),
    )
    tell(f"{len(pages):,} skipped pages")
    if not pages:
        raise Exit(1)


def _take_table(archive: "OpenArchive", table: Path, who: str, why: str | None, *, undo: bool) -> None:
    rows = [*table_rows(table, ("place",))]
    meant = [*_meant(rows)]
    said = (archive.untake_all if undo else archive.take_all)(meant, by=who, because=why)
    tell_all_refused(said.refused)
    what = "taken back" if undo else "taken in"
    say(f"{len(said.stories):,} {what}, {len(said.refused):,} refused, {len(rows) - len(meant):,} passed over")
    end_table(said, undo=undo)


def _meant(rows: list[tuple[int, dict[str, str]]]) -> "Iterator[PageRow]":
    """The rows that say yes; of a table without a column take every row that names a page."""
    from backfile.many_takings import PageRow

    for line, row in rows:
        if row.get("place") and row.get("take", YES[0]).casefold() in YES:
            yield PageRow(line, row["place"], words_in(row, "because"))
