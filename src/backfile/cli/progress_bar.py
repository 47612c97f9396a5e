"""The progress bar on stderr: share done, how many a second, time left. Only on a terminal."""

import sys

from backfile.cli.talk import is_quiet

_WIDTH = 20
"""Columns: what is said beside the bar matters more."""


class Bar:
    """Shown from `with` to its end; called with how far the work has come."""

    def __init__(self, counted: str = "captures") -> None:
        self._counted = counted

    def __enter__(self) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns = (
            BarColumn(_WIDTH),
            TaskProgressColumn(),
            TextColumn(
                f"{{task.fields[told]}}{{task.fields[count]}} {self._counted}, {{task.fields[rate]}} a second, left:",
                markup=False,
            ),
            TimeRemainingColumn(),
        )
        console = Console(file=sys.stderr)
        self._progress = Progress(
            *columns, console=console, transient=True, disable=is_quiet() or not console.is_terminal
        )
        self._progress.start()
        self._task = self._progress.add_task("", total=None, count=0, rate=0, told="")
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, done: int, total: int, count: int, told: str = "") -> None:
        """So many bytes, or steps, of all are done, and so many captures; `told` is said before them."""
        rate = int(count / max(self._progress.tasks[0].elapsed or 0, 0.1))
        self._progress.update(self._task, completed=done, total=total, count=f"{count:,}", rate=f"{rate:,}", told=told)

    def step(self, done: int, total: int) -> None:
        """Work that is counted by its own steps."""
        self(done, total, done)
