"""Figures -> tables: Markdown, which reads well enough as text on a terminal too."""

import os
import platform
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.extractors import EVERY, OURS, PEERS, Extractor
from bench.scores import PageScore, Scores, summary
from bench.timing import FLOOR, Timing


@dataclass(frozen=True)
class View:
    """What one table is about: a set, or the pages of one type in it."""

    title: str
    set_name: str
    note: str
    rows: dict[str, Scores]
    """Extractor's name -> figures."""


Column = tuple[str, Callable[[Scores], str | None]]


def _three(value: float | None) -> str | None:
    return None if value is None else f"{value:.3f}"


_COLUMNS: tuple[Column, ...] = (
    ("shingle F1", lambda s: _three(s.body.f1) if s.body else None),
    ("precision", lambda s: _three(s.body.precision) if s.body else None),
    ("recall", lambda s: _three(s.body.recall) if s.body else None),
    ("exact", lambda s: _three(s.exact)),
    ("word-bag F1", lambda s: _three(s.bag)),
    ("segments F1", lambda s: _three(s.segments)),
    ("headline", lambda s: _three(s.headline)),
    ("authors", lambda s: _three(s.authors)),
    ("day right / wrong / missed", lambda s: f"{s.dates.right} / {s.dates.wrong} / {s.dates.missed}" if s.dates else None),
    ("story or not", lambda s: _three(s.kind)),
    ("failed", lambda s: str(s.failed) if s.failed else None),
)  # fmt: skip


def views_of(set_name: str, note: str, pages: dict[str, list[PageScore]]) -> list[View]:
    """A view of the whole set; where it has pages of several types, one of its articles first."""
    types = {page.page_type for rows in pages.values() for page in rows}
    whole = {name: summary(rows) for name, rows in pages.items()}
    views = [View(set_name, set_name, note, whole)]
    if "article" in types and len(types) > 1:
        only = {name: summary(page for page in rows if page.page_type == "article") for name, rows in pages.items()}
        count = next(iter(only.values())).pages
        views[0] = View(f"{set_name}, pages of all types", set_name, note, whole)
        views.insert(0, View(f"{set_name}, its articles", set_name, f"{count} pages of {note}", only))
    return views


def score_table(view: View, absent: Iterable[str] = ()) -> str:
    """A row an extractor; a column that nobody has a figure in is left out."""
    shown = [column for column in _COLUMNS if any(column[1](scores) is not None for scores in view.rows.values())]
    rows = [[name, *(column[1](scores) or "-" for column in shown)] for name, scores in _in_order(view.rows).items()]
    rows += [[name, "not installed here", *[""] * (len(shown) - 1)] for name in absent]
    return markdown_table(["", *(title for title, _ in shown)], rows)


def kind_table(pages: list[PageScore]) -> str:
    """Of each page type, how many pages Backfile read as what they are: articles as stories, others as none."""
    types = sorted({page.page_type for page in pages if page.page_type and page.kind is not None})
    rows = []
    for page_type in types:
        judged = [bool(page.kind) for page in pages if page.page_type == page_type]
        due = "a story" if page_type == "article" else "none"
        rows.append([page_type, due, str(len(judged)), str(sum(judged)), f"{sum(judged) / len(judged):.3f}"])
    return markdown_table(["page type", "to be read as", "pages", "right", "share"], rows)


def time_table(timing: Timing, memory: dict[str, int]) -> str:
    """Fastest first; how many times the floor, and how many times Backfile."""
    floor, ours = timing.ms[FLOOR], timing.ms["backfile"]
    rows = []
    for name, ms in sorted(timing.ms.items(), key=lambda item: item[1]):
        low, high = timing.spread[name]
        peak = f"{memory[name]} MB" if name in memory else "-"
        rows.append([name, f"{ms:.2f}", f"{low:.2f} to {high:.2f}", f"{ms / floor:.1f}", f"{ms / ours:.2f}", peak])
    return markdown_table(["", "ms a page", "rounds", "x the parse", "x Backfile", "peak memory"], rows)


def version_table(versions: dict[str, str | None]) -> str:
    """What was run, and how it was called."""
    listed = (*OURS, *PEERS, EVERY[FLOOR])
    rows = [[e.name, _version(e, versions), f"`{e.call}`"] for e in listed]
    return markdown_table(["", "version", "called as"], rows)


def _version(extractor: Extractor, versions: dict[str, str | None]) -> str:
    return versions.get(extractor.name) or "not installed here"


def machine() -> str:
    """The machine in a line."""
    model = next(
        (line.split(":")[1].strip() for line in _cpu_lines() if line.startswith("model name")), platform.machine()
    )
    return f"{os.cpu_count()} cores of {model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def _cpu_lines() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return []


def _in_order(rows: dict[str, Scores]) -> dict[str, Scores]:
    """Backfile, then the peers as they are listed."""
    return {name: rows[name] for name in EVERY if name in rows}


def markdown_table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table with its columns aligned, so that it can be read unrendered."""
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in [head, *rows]]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
