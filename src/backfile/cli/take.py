"""backfile take: an archivist takes a skipped page in as a story, or takes that back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from backfile.cli.date import login_name
from backfile.cli.options import archive_option
from backfile.cli.output import say, tell
from backfile.cli.verb import verb


@verb(
    'backfile take pages/brief.html --because "a story of two lines" --archive back',
    'backfile take "crawl.warc at byte 40211" --because "the news in brief" --archive back',
    "backfile take k7ca --undo --archive back",
)
@click.argument(
    "page", metavar="PLACE", help="Where the page lies, as add's report says, or its address; to undo, the story's id."
)
@click.option("--because", metavar="WORDS", help="Why it is a story.")
@click.option("--by", metavar="NAME", help="Who says so; else the login name.")
@click.option("--undo", is_flag=True, help="Take back that it is a story: it is skipped again.")
@archive_option
def take(page: str, because: str | None, by: str | None, undo: bool, archive: Path) -> None:
    """Take a skipped page in as a story. Who, when and why are kept, and it can be undone."""
    from backfile.cli.written_stories import dated
    from backfile.open_archive import OpenArchive

    why = " ".join((because or "").split())
    if not why and not undo:
        raise click.UsageError('say why with --because "...": it is kept with the story')
    who = " ".join((by or login_name()).split())
    with OpenArchive(archive) as opened:
        if undo:
            story_id = opened.full_id(page)
            opened.untake(story_id, by=who, because=why or None)
            tell(f"Taken back: {story_id} is skipped again, and the archive's tables were made without it.")
            return
        story = opened.take(page, because=why, by=who)
    say(story.headline or "(no headline)")
    say(f"  {dated(story.published, datetime.now(UTC))} | {story.id}")
    say(f"  {story.kind_reason}")
