"""backfile read: stories to stdout, without an archive."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from backfile.cli.options import MOMENT, whole_number
from backfile.cli.output import tell
from backfile.cli.read_forms import Form, form_of, writer_of
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.capture import Capture, Skipped
    from backfile.model.story import Story
    from backfile.one_capture import CaptureRead

# "https://paper.example/a", "file:///home/ann/a.html"; not "paper.example/a", "not an address"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+$")


@verb(
    "backfile read page.html --url https://paper.example/2017/02/23/a-story/ --json",
    "backfile read crawl.warc.gz --jsonl",
    "backfile read pages/ --output-dir texts --markdown --jobs 2",
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
@click.option("--no-embeds", is_flag=True, help="Leave posts of other people's out of the text or the Markdown.")
@click.option("--csv", "as_csv", is_flag=True, help="A table with a line for each story, its text too.")
@click.option("--blocks", is_flag=True, help="Every block of the page: its label, the rule, the text. Also as --json.")
@click.option("--evidence", is_flag=True, help="Every clue found for a field, used or not, and why not.")
@click.option(
    "-o",
    "--output-dir",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a file for each story into this folder: text, --json or --markdown.",
)
@click.option(
    "--jobs", metavar="N", default=1, type=whole_number(1, 1_000), help="Processes that read pages; 1 if not given."
)
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
    as_csv: bool,
    no_embeds: bool,
    output_dir: Path | None,
    jobs: int,
) -> None:
    """Read saved pages and print the stories on them. What holds no story is named on stderr."""
    asked = {
        "json": as_json, "jsonl": as_jsonl, "text": as_text, "markdown": as_markdown, "csv": as_csv, "blocks": blocks,
        "evidence": evidence,
    }  # fmt: skip
    form = form_of([name for name, is_asked in asked.items() if is_asked])
    _expect_sense(form, to_folder=output_dir is not None, jobs=jobs)
    if no_embeds and form.name not in ("text", "markdown"):
        raise click.UsageError("--no-embeds goes with --text or --markdown: the record names each block's kind")
    if published is not None and (blocks or url or captured_at or jobs > 1):
        raise click.UsageError("--published goes with bare text: it takes no --url, --captured-at, --blocks or --jobs")
    _expect_one_page(sources, url)
    if published is not None:
        found = _texts(sources, published)
    else:
        found = _found(_captures(sources, url, captured_at), form, jobs)
    printed = faults = met = 0
    with writer_of(form, output_dir) as write:
        for read in found:
            met += 1
            faults += _tell_faults(read)
            if no_embeds and read.story is not None:
                read = read._replace(story=_without_embeds(read.story))
            if (read.story or read.labelled) and (read.skipped is None or form.prints_skipped):
                write(read)
            printed += read.skipped is None
    if not met:
        tell(f"{', '.join(sources)}: there is nothing in it to read")
    if faults or not printed:
        raise Exit(1)


def _without_embeds(story: "Story") -> "Story":
    """The story without the posts in its text: what the newsroom wrote itself."""
    kept = [block.text for block in story.blocks if block.kind != "embed"]
    blocks = tuple(block for block in story.blocks if block.kind != "embed")
    return replace(story, body="\n\n".join(kept), blocks=blocks) if len(kept) < len(story.blocks) else story


def _tell_faults(read: "CaptureRead") -> int:
    """Say why a capture was passed over, and what is wrong with its bytes; how many of these are faults."""
    if read.skipped is not None:
        tell(f"{read.place}: {read.skipped.reason}: {read.skipped.message}")
    if read.damage is not None:
        tell(read.damage)
    return (read.skipped is not None and read.skipped.reason.is_fault) + (read.damage is not None)


def _expect_sense(form: Form, *, to_folder: bool, jobs: int) -> None:
    if to_folder and form.suffix is None:
        raise click.UsageError("--output-dir writes a file each: with --json, --markdown or --text")
    if jobs > 1 and form.of_blocks:
        raise click.UsageError("--jobs reads stories: leave it out with --blocks")


def _expect_one_page(sources: Sequence[str], url: str | None) -> None:
    """An address is a page's own: of several, it would be wrong for all but one."""
    if url is None:
        return
    if not _ADDRESS.match(url):
        raise click.UsageError(f"{url!r} is no address: write it as https://paper.example/2017/02/23/a-story/")
    if len(sources) > 1 or Path(sources[0]).is_dir():
        raise click.UsageError("--url is the address of one page: read its file alone")


def _found(captures: "Iterator[Capture | Skipped]", form: Form, jobs: int) -> "Iterator[CaptureRead]":
    """Every capture in input order, as a story or, for a form of blocks, as a page and the labels of its blocks."""
    from backfile.model.capture import Skipped
    from backfile.one_capture import CaptureRead, lost_capture, read_blocks, read_story

    read_one = read_blocks if form.of_blocks else partial(read_story, analyse=form.analyses)
    if jobs == 1:
        items: Iterator[Any] = (one if isinstance(one, Skipped) else read_one(one) for one in captures)
        yield from (CaptureRead(one.place, one) if isinstance(one, Skipped) else one for one in items)
        return
    from backfile.workers import Workers

    with Workers(jobs, partial(_read_in_worker, analyse=form.analyses), lost=lost_capture) as workers:
        for one in workers.read_in_order(captures):
            yield CaptureRead(one.place, one) if isinstance(one, Skipped) else one


def _read_in_worker(capture: "Capture", _: object, *, analyse: bool) -> "CaptureRead":
    """In a process of its own, which is given an archive's encoder too."""
    from backfile.one_capture import read_story

    return read_story(capture, analyse=analyse)


def _texts(sources: Sequence[str], published: str) -> "Iterator[CaptureRead]":
    """Stories of bare text: nothing is taken out, and the day is the one given."""
    from backfile.model.capture import Skipped, SkipReason
    from backfile.one_capture import CaptureRead
    from backfile.page.decode import decode
    from backfile.reading import read_text

    try:
        read_text("", published=published)
    except ValueError as error:
        message = f"{published!r} is no day that a story can be of: write it as 2017-02-23, 2017-02 or 2017"
        raise click.UsageError(message) from error
    for one in _captures(sources, None, None):
        if isinstance(one, Skipped):
            yield CaptureRead(one.place, one)
        elif one.media_type != "text/plain":
            message = "this is a page, and --published is for a story's bare text: leave it out"
            refused = Skipped(one.place, SkipReason.NOT_READABLE_KIND, message, one.url, one.captured_at)
            yield CaptureRead(one.place, refused)
        else:
            yield CaptureRead(one.place, None, read_text(decode(one.payload, one.charset).text, published=published))


def _captures(sources: Sequence[str], url: str | None, captured_at: datetime | None) -> "Iterator[Capture | Skipped]":
    from backfile import capture

    for source in sources:
        yield from capture.read_captures(source, url=url, captured_at=captured_at)
