"""Tables on a terminal; the same rows with tabs between the cells where the output goes to a file or a pipe."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TypeAlias

from backfile.cli.output import say, shown
from backfile.model.labelled_page import LabelledPage
from backfile.model.story import Story
from backfile.wording.age import heading, until_now
from backfile.wording.date_case import say_case

Rows: TypeAlias = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""Names of the columns, and the cells."""


def block_rows(labelled: LabelledPage) -> Rows:
    """Every block of a page: its number, what it is, the rule that says so, its element, its text."""
    records = block_records(labelled)
    rows: list[tuple[str, ...]] = [(str(r["index"]), r["kind"], r["rule"], r["tag"], r["text"]) for r in records]
    return ("block", "kind", "rule", "tag", "text"), rows


def block_records(labelled: LabelledPage) -> list[dict[str, Any]]:
    """The same, for JSON."""
    return [
        {"index": index, "kind": label.kind.value, "rule": label.rule.value, "tag": block.tag, "text": block.text}
        for index, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True))
    ]


def evidence_rows(story: Story, now: datetime) -> Rows:
    """Every clue found for a field: where, what it says, and whether it was used; and what bounds the window, up to `now`."""
    rows: list[tuple[str, ...]] = [
        (
            clue.field,
            "yes" if clue.used else "no",
            clue.value or "",
            clue.where,
            clue.rule,
            clue.raw,
            str(clue.why_not or ""),
        )
        for clue in story.evidence
    ]
    window = until_now(story.window, now)
    bounds = f"{window.earliest or 'not known'} to {window.latest or 'not known'}"
    rows += [("window", "yes", bounds, "", "", str(reason), "") for reason in window.because]
    return ("field", "used", "value", "where", "rule", "as printed", "why not"), rows


def say_evidence(story: Story, *, is_first: bool) -> None:
    """The case for a story's date: in a sentence on a terminal, and the clues in a table."""
    now = datetime.now(UTC)
    if sys.stdout.isatty():
        if not is_first:
            say()
        say(say_case(story) or f"{heading(story.published, now)}.")
        is_first = True
    say_table(*evidence_rows(story, now), is_first=is_first)


def say_table(columns: tuple[str, ...], rows: list[tuple[str, ...]], *, is_first: bool) -> None:
    """A table to stdout, one after another with an empty line between."""
    if not is_first:
        say()
    if sys.stdout.isatty():
        _say_drawn(columns, rows)
        return
    for line in _tabbed(columns, rows):
        say(line)


def _tabbed(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for row in (columns, *rows):
        yield "\t".join(" ".join(cell.split()) for cell in row)


def _say_drawn(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(shown, row))
    Console(markup=False, highlight=False, emoji=False).print(table)
