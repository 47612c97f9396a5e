"""backfile read: stories to stdout, without an archive."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from backfile.cli.options import parse_moment
from backfile.cli.saying import say, say_json, story_markdown, story_text, tell

if TYPE_CHECKING:
    from backfile.model.capture import Skipped
    from backfile.model.story import Story


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files and folders; - is stdin.")],
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="The page's address.")] = None,
    captured_at: Annotated[
        datetime | None,
        typer.Option("--captured-at", metavar="TIME", parser=parse_moment, help="When it was saved, with a zone."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The whole record, one JSON object a story.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="The same, one story a line, in input order.")] = False,
    as_text: Annotated[
        bool, typer.Option("--text", help="Plain text, the date first: what is printed anyway.")
    ] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Markdown.")] = False,
) -> None:
    """Read saved pages and print the stories on them. What holds no story is named on stderr."""
    if as_json + as_jsonl + as_text + as_markdown > 1:
        raise typer.BadParameter("choose one of --json, --jsonl, --text and --markdown")
    now = datetime.now(UTC)
    stories = faults = 0
    for skipped, story in _found(sources, url, captured_at):
        if skipped is not None:
            faults += skipped.reason.is_fault
            tell(f"{skipped.place}: {skipped.reason}: {skipped.message}")
        else:
            stories += 1
        if story is None:
            continue
        if as_json or as_jsonl:
            say_json(story.to_dict(), on_one_line=as_jsonl)
        elif skipped is None:
            _say_apart(story_markdown(story, now) if as_markdown else story_text(story, now), is_first=stories == 1)
    if faults or not stories:
        raise typer.Exit(1)


def _found(
    sources: list[str], url: str | None, captured_at: datetime | None
) -> "Iterator[tuple[Skipped | None, Story | None]]":
    """Every capture in input order: why it was passed over, the story on it, or both (a listing, say)."""
    from backfile import capture
    from backfile.model.capture import Skipped
    from backfile.workers import read_whole

    for source in sources:
        for found in capture.read_captures(source, url=url, captured_at=captured_at):
            yield (found, None) if isinstance(found, Skipped) else read_whole(found)


def _say_apart(lines: Iterator[str], *, is_first: bool) -> None:
    if not is_first:
        say()
        say("-" * 72)
        say()
    for line in lines:
        say(line)
