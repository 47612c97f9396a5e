"""backfile read: stories to stdout, without an archive."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click
from click.exceptions import Exit

from backfile.cli.options import MOMENT
from backfile.cli.output import say, say_json, tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.capture import Capture, Skipped

# "https://paper.example/a", "file:///home/ann/a.html"; not "paper.example/a", "not an address"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+$")

Found: TypeAlias = "tuple[Skipped | None, Any, str | None]"
"""Why a capture was passed over; what was read from it; damage to its text. A listing, say, has both of the first."""


@verb(
    "backfile read page.html --url https://paper.example/2017/02/23/a-story/ --json",
    "backfile read crawl.warc.gz --jsonl",
    "cat page.html | backfile read - --text",
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, help="Files and folders; - is stdin.")
@click.option("--url", metavar="URL", help="The page's address.")
@click.option("--captured-at", metavar="TIME", type=MOMENT, help="When it was saved, with a zone.")
@click.option("--published", metavar="DAY", help="The sources are a story's bare text, published on this day.")
@click.option("--json", "as_json", is_flag=True, help="The whole record, one JSON object a story.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="The same, one story a line, in input order.")
@click.option("--text", "as_text", is_flag=True, help="Plain text, the date first: what is printed anyway.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Markdown.")
@click.option("--blocks", is_flag=True, help="Every block of the page: its label, the rule, the text. Also as --json.")
@click.option("--evidence", is_flag=True, help="Every clue found for a field, used or not, and why not.")
def read(
    sources: tuple[str, ...],
    url: str | None,
    captured_at: datetime | None,
    published: str | None,
    as_json: bool,
    as_jsonl: bool,
    as_text: bool,
    as_markdown: bool,
    blocks: bool,
    evidence: bool,
) -> None:
    """Read saved pages and print the stories on them. What holds no story is named on stderr."""
    if as_json + as_jsonl + as_text + as_markdown + evidence + (blocks and not (as_json or as_jsonl)) > 1:
        raise click.UsageError("choose one of --json, --jsonl, --text, --markdown, --blocks and --evidence")
    if published is not None and (blocks or url or captured_at):
        raise click.UsageError("--published goes with bare text: it takes no --url, --captured-at or --blocks")
    _expect_one_page(sources, url)
    write = _writer(blocks, evidence, as_markdown, "line" if as_jsonl else "lines" if as_json else "")
    analyse = as_json or as_jsonl or evidence  # text and Markdown print nothing of what that finds
    if published is not None:
        found = _texts(sources, published)
    else:
        found = _found(sources, url, captured_at, blocks=blocks, analyse=analyse)
    printed = faults = met = 0
    for skipped, what, damage in found:
        met += 1
        if skipped is not None:
            faults += skipped.reason.is_fault
            tell(f"{skipped.place}: {skipped.reason}: {skipped.message}")
        if damage is not None:
            faults += 1
            tell(damage)
        if what is not None and (skipped is None or as_json or as_jsonl or evidence):
            write(what, printed == 0)
        printed += what is not None and skipped is None
    if not met:
        tell(f"{', '.join(sources)}: there is nothing in it to read")
    if faults or not printed:
        raise Exit(1)


def _expect_one_page(sources: Sequence[str], url: str | None) -> None:
    """An address is a page's own: of several, it would be wrong for all but one."""
    if url is None:
        return
    if not _ADDRESS.match(url):
        raise click.UsageError(f"{url!r} is no address: write it as https://paper.example/2017/02/23/a-story/")
    if len(sources) > 1 or Path(sources[0]).is_dir():
        raise click.UsageError("--url is the address of one page: read its file alone")


def _writer(blocks: bool, evidence: bool, as_markdown: bool, json: str) -> Callable[[Any, bool], None]:
    """Writes a story, or a page with its labels; told whether it is the first."""
    from backfile.cli.tables import block_records, block_rows, say_evidence, say_table
    from backfile.cli.written_stories import story_markdown, story_text

    if json:
        as_record = block_records if blocks else lambda story: story.to_dict()
        return lambda what, _: say_json(as_record(what), on_one_line=json == "line")
    if blocks:
        return lambda read, is_first: say_table(*block_rows(read), is_first=is_first)
    if evidence:
        return lambda story, is_first: say_evidence(story, is_first=is_first)
    now = datetime.now(UTC)
    lines = story_markdown if as_markdown else story_text
    return lambda story, is_first: _say_apart(lines(story, now), is_first=is_first)


def _found(
    sources: Sequence[str], url: str | None, captured_at: datetime | None, *, blocks: bool, analyse: bool
) -> Iterator[Found]:
    """Every capture in input order, as a story or, with `blocks`, as a page and the labels of its blocks."""
    from backfile.capture import text_damage
    from backfile.model.capture import Skipped
    from backfile.one_capture import read_blocks, read_whole

    for capture in _captures(sources, url, captured_at):
        if isinstance(capture, Skipped):
            yield capture, None, None
        else:
            damage = text_damage(capture)
            read = read_blocks(capture) if blocks else read_whole(capture, analyse=analyse)
            yield *read, f"{capture.place}: damaged-text: {damage}" if damage else None


def _texts(sources: Sequence[str], published: str) -> Iterator[Found]:
    """Stories of bare text: nothing is taken out, and the day is the one given."""
    from backfile.model.capture import Skipped, SkipReason
    from backfile.page.decode import decode
    from backfile.reading import read_text

    try:
        read_text("", published=published)
    except ValueError as error:
        message = f"{published!r} is no day that a story can be of: write it as 2017-02-23, 2017-02 or 2017"
        raise click.UsageError(message) from error
    for capture in _captures(sources, None, None):
        if isinstance(capture, Skipped):
            yield capture, None, None
        elif capture.media_type != "text/plain":
            message = "this is a page, and --published is for a story's bare text: leave it out"
            refused = Skipped(capture.place, SkipReason.NOT_READABLE_KIND, message, capture.url, capture.captured_at)
            yield refused, None, None
        else:
            yield None, read_text(decode(capture.payload, capture.charset).text, published=published), None


def _captures(sources: Sequence[str], url: str | None, captured_at: datetime | None) -> "Iterator[Capture | Skipped]":
    from backfile import capture

    for source in sources:
        yield from capture.read_captures(source, url=url, captured_at=captured_at)


def _say_apart(lines: Iterator[str], *, is_first: bool) -> None:
    if not is_first:
        say()
        say("-" * 72)
        say()
    for line in lines:
        say(line)
