"""Who carries out the tasks of a job. A job knows tasks, and what became of each; a runner knows processes and machines."""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from backfile.errors import BackfileError

TRIES = 3
"""A task that fails is tried so often: a file may be at fault, or the network for a moment."""


class Done(NamedTuple):
    """What became of a task."""

    task: Any
    result: Any = None
    error: str | None = None
    """Why it was given up."""
    has_broken_workers: bool = False
    """True where the processes that were at it died."""


class Runner(Protocol):
    """Carries out tasks."""

    @property
    def cores(self) -> int:
        """Tasks that are carried out at a time."""

    @property
    def dashboard(self) -> str | None:
        """The address of a page that shows the work."""

    @property
    def is_guarded(self) -> bool:
        """Whether a process may be ended in the middle of a task: another takes its place."""

    def run(self, work: Callable[[Any], Any], tasks: Iterable[Any], stop: threading.Event) -> Iterator[Done]:
        """What became of the tasks, in any order; where `stop` is set, of those that are done by then. Raises what no trying again
        mends: OutputRefused, OtherReader."""


class RunnerHere:
    """Carries out tasks in this process, one after another: what a cluster does, without one."""

    cores = 1
    dashboard = None
    is_guarded = False

    def run(self, work: Callable[[Any], Any], tasks: Iterable[Any], stop: threading.Event) -> Iterator[Done]:
        """As a Runner does."""
        for task in tasks:
            if stop.is_set():
                return
            yield _tried(work, task)


def _tried(work: Callable[[Any], Any], task: Any) -> Done:
    error: Exception | None = None
    for _ in range(TRIES):
        try:
            return Done(task, work(task))
        except BackfileError:
            raise
        except Exception as met:  # what a cluster does with a task that fails (STYLE 16: the job is a loop over inputs)
            error = met
    return Done(task, error=said(error))


def said(error: BaseException | None) -> str:
    """An error in a line."""
    line = " ".join(str(error).split())[:500]
    return f"{type(error).__name__}: {line}" if line else type(error).__name__
