"""How far a job of `backfile cluster` has come: lines on a terminal that are drawn anew, or lines of JSON for a log."""

import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from backfile.cli.output import say_json, shown
from backfile.cli.talk import is_quiet

if TYPE_CHECKING:
    from backfile.cluster.job_report import JobProgress
    from backfile.cluster.relating.relating_job import RelatingProgress

PROGRESS_SCHEMA = "backfile/cluster-progress/1"
RELATING_SCHEMA = "backfile/relating-progress/1"
_EVERY = 1.0
"""Seconds between lines."""
_REASONS = 5
"""Reasons to skip that have a place in the view, the commonest."""


class ClusterView:
    """Shown from `with` to its end; called with how far the job has come."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._live: Any = None
        self._told = 0.0

    def __enter__(self) -> "ClusterView":
        if not self._as_json and not is_quiet() and sys.stderr.isatty():
            from rich.console import Console
            from rich.live import Live

            self._live = Live("", console=Console(file=sys.stderr), transient=True, auto_refresh=False)
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Take it away: the report follows."""
        if self._live:
            self._live.stop()

    def __call__(self, come: "JobProgress") -> None:
        """Show how far reading has come, unless the last was shown a moment ago."""
        self._show(come, PROGRESS_SCHEMA, view_lines)

    def relating(self, come: "RelatingProgress") -> None:
        """The same of relating."""
        self._show(come, RELATING_SCHEMA, relating_lines)

    def _show(self, come: Any, schema: str, lines: Callable[[Any], list[str]]) -> None:
        now = monotonic()
        if now - self._told < _EVERY and come.done < come.total:
            return
        self._told = now
        if self._as_json:
            say_json({"schema": schema, **come.to_dict()}, on_one_line=True)
        elif self._live:
            from rich.text import Text

            self._live.update(Text(shown("\n".join(lines(come)))), refresh=True)


def view_lines(come: "JobProgress") -> list[str]:
    """What stands on the terminal."""
    share = 100 * come.done // max(come.total, 1)
    if come.step == "writing":
        return [f"writing the corpus: {come.done:,} of {come.total:,} files"]
    rates = f"{come.rate:,.1f} captures/s, {come.rate / max(come.cores, 1):,.1f}/s a core on {come.cores:,}"
    skipped = sorted(come.skipped.items(), key=lambda one: -one[1])[:_REASONS]
    told = ", ".join(f"{reason} {count:,}" for reason, count in skipped)
    return [
        f"reading: {come.files:,} of {come.all_files:,} files, {share}%, {rates}, left: {_span(come.seconds_left)}",
        f"stories {come.stories:,}, undated {come.undated:,}, skipped {sum(come.skipped.values()):,}{f' ({told})' if told else ''}",
        f"faults {come.faults:,}, given up {come.failed:,}"
        + (f"; dashboard: {come.dashboard}" if come.dashboard else ""),
    ]


def relating_lines(come: "RelatingProgress") -> list[str]:
    """What stands on the terminal."""
    dashboard = f"; dashboard: {come.dashboard}" if come.dashboard else ""
    return [
        f"relating, step {come.number} of {come.steps} ({come.step}): {come.done:,} of {come.total:,} tasks on {come.cores:,}, {_span(come.seconds)}{dashboard}"
    ]


def _span(seconds: float | None) -> str:
    if seconds is None:
        return "-:--"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
