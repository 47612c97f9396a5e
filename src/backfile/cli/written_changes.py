"""Changes written out as text: each with its kind, and word by word with what was cut and added."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime

from backfile.cli.output import shown
from backfile.cli.written_stories import dated
from backfile.model.changes import Change, Diff, WordRun
from backfile.wording.age import heading
from backfile.wording.change_words import say_field, say_kind, say_matters, say_weight

_LONGEST, _KEPT = 40, 12
"""Words that both texts have: of a longer run its ends are printed, so many words of each."""
_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def change_lines(change: Change, now: datetime) -> Iterator[str]:
    """A change of a list: what kind, when seen, then the story with its date."""
    yield change.headline or "(no headline)"
    about = (dated(change.published, now), change.outlet, change.story)
    yield "  " + " | ".join(part for part in about if part)
    yield f"  {_kind(change)}"


def change_head(change: Change, now: datetime) -> Iterator[str]:
    """A change by itself: the story's date first, then what kind of change it is."""
    yield heading(change.published, now)
    yield " | ".join(part for part in (change.headline, change.outlet, change.story) if part)
    yield _kind(change)


def diff_lines(diff: Diff) -> Iterator[str]:
    """Two texts by field, with marks as wdiff has them; in colour on a terminal. What matters stands first."""
    yield from say_matters(diff.matters)
    for field in diff.fields:
        yield ""
        yield f"{say_field(field.field)}:"
        for line in "".join(map(_words, _shortened(field.runs))).split("\n"):
            yield f"  {line}" if line else ""


def marked_words(runs: Iterable[WordRun]) -> str:
    """Runs with marks as wdiff has them."""
    return "".join(map(_words, runs))


def is_coloured() -> bool:
    """Whether colours may be printed: to a terminal, unless its user wants none (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def say_coloured(line: str) -> None:
    """A line with marks of change, to stdout: marks are colours on a terminal, and a saved page's words give it no orders."""
    line = shown(line)
    if is_coloured():
        for mark, colour in (("[-", _RED), ("{+", _GREEN)):
            line = line.replace(mark, colour)
        line = line.replace("-]", _PLAIN).replace("+}", _PLAIN)
    sys.stdout.write(line + "\n")


def _kind(change: Change) -> str:
    seen = f"first seen {change.seen}" if change.seen else "seen on a day not known"
    return f"{say_kind(change.kind)}, {seen}: {change.before} to {change.after}; {say_weight(change.weight)}"


def _words(run: WordRun) -> str:
    if run.kind == "same":
        return run.after
    return _marked("[-", run.before, "-]") + _marked("{+", run.after, "+}")


def _marked(opening: str, text: str, closing: str) -> str:
    """The words within marks, each of its lines; the space around them outside."""
    if not text.strip():
        return text if opening == "{+" else ""
    inner = text.strip()
    lead, tail = text[: text.index(inner[0])], text[text.rindex(inner[-1]) + 1 :]
    lines = "\n".join(f"{opening}{line}{closing}" if line else "" for line in inner.split("\n"))
    return lead + lines + (tail or " " if opening == "[-" else tail)


def _shortened(runs: tuple[WordRun, ...]) -> Iterator[WordRun]:
    """The runs without the middle of what both have, where that is long."""
    for at, run in enumerate(runs):
        words = run.after.split()
        if run.kind != "same" or len(words) <= _LONGEST:
            yield run
            continue
        head = "" if at == 0 else " ".join(words[:_KEPT]) + " "
        tail = "" if at == len(runs) - 1 else " " + " ".join(words[-_KEPT:]) + " "
        yield WordRun("same", run.before, f"{head}…{tail}")
