"""backfile trace: who printed a passage first, who repeated, cut or changed it, and where it is no more."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say_json, tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.traces import Print, Trace

SCHEMA = "backfile/trace/1"


@verb(
    'backfile trace "the dock would hold for forty winters" --archive back',
    "backfile trace - --archive back --json",
)
@click.argument("text", metavar="TEXT", help="The passage, of four words or more; - reads it from stdin.")
@archive_option
@json_option
def trace(text: str, archive: Path, as_json: bool) -> None:
    """Say who printed a passage first, who repeated, cut or changed it, and in which versions it came or went."""
    from backfile.archive import Archive
    from backfile.cli.written_changes import say_coloured

    with Archive(archive) as opened:
        found = opened.trace(sys.stdin.read() if text == "-" else text)
    if as_json:
        say_json({"schema": SCHEMA, **found.to_dict()})
    for line in () if as_json else _lines(found, datetime.now(UTC)):
        say_coloured(line)
    if not found.prints:
        tell("no story here prints it")
        raise Exit(1)


def _lines(found: "Trace", now: datetime) -> Iterator[str]:
    from backfile.wording.trace_words import say_order, say_origin, say_place, say_quoted

    for one in found.prints:
        yield from _print_lines(one, say_place(one, found), now)
    for line in (say_origin(found), say_quoted(found), *say_order(found)):
        if line:
            yield line


def _print_lines(one: "Print", place: str, now: datetime) -> Iterator[str]:
    from backfile.cli.written_changes import marked_words
    from backfile.cli.written_stories import dated
    from backfile.wording.age import say_window
    from backfile.wording.trace_words import say_marks, say_relation

    day = f"{dated(one.published, now)} (by {one.published.basis})" if one.published else "Undated"
    yield f"{place}: " + " | ".join((day, one.outlet or "unknown outlet", one.id, one.headline or "(no headline)"))
    if one.published is None and (window := say_window(one.window, now)):
        yield f"  {window}"
    credit = f", crediting {one.credit}" if one.credit else ""
    yield f"  {say_relation(one)}{credit}" + (": " + " ".join(marked_words(one.runs).split()) if one.runs else "")
    yield from (f"  {mark}" for mark in say_marks(one))
    yield ""
