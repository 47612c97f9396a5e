"""Tasks carried out by Dask: on this machine's own processes, or by the workers of a scheduler that runs elsewhere.

Dask runs a task again when its worker dies, and gives up one that three workers died at, or that failed three times. Few tasks are
handed out at a time, as many as keep every worker busy, so that the scheduler's memory does not grow with the job.
"""

import logging
import os
import queue
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from time import monotonic
from types import TracebackType
from typing import Any, Self

from backfile.cluster.runners import TRIES, Done, said
from backfile.errors import BackfileError, ExtraMissing
from backfile.garbage import collect_seldom

WORKER_MEMORY = "1GB"
"""Of a worker of this machine's own; past 95% of it Dask ends the process and begins another. A worker takes some 400 MB (docs/cluster.md)."""
_CONFIG = {
    "distributed.deploy.lost-worker-timeout": "3s",
    # Dask looks at a task's stack a hundred times a second otherwise: some 3% of the reading, and 15 MB, for a picture on its own page.
    "distributed.worker.profile.enabled": False,
    # Else each piece of memory over 64 kB goes back to the system at once, and is asked for again for the next page: 3% of the reading, for 15 MB.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
}
_WAIT = 0.5
"""Seconds between looks at whether the job is to stop."""
_MEND = 5.0
"""Seconds between looks at whether workers are gone."""
_AHEAD = 3
"""Tasks a core that are handed out: one at work, and two that wait beside it."""


class ClusterLost(BackfileError):
    """The scheduler cannot be reached, or is gone."""


class DaskRunner:
    """Carries out tasks with Dask, from `with` to its end."""

    is_guarded = True

    def __init__(self, *, scheduler: str | None = None, workers: int = 1, memory: str = WORKER_MEMORY) -> None:
        """`scheduler` is the address of one that runs; else so many processes are begun here."""
        self._scheduler = scheduler
        self._workers = workers
        self._memory = memory
        self._stack = ExitStack()
        self._client: Any = None
        self._cluster: Any = None
        self._mended = 0.0
        self._dead: set[Any] = set()
        """Workers that had no process at the last look."""

    def __enter__(self) -> Self:
        try:
            import distributed
        except ModuleNotFoundError as error:
            raise ExtraMissing("backfile cluster", "distributed", "cluster") from error
        import dask

        self._stack.enter_context(dask.config.set(_CONFIG))
        for name in (
            "distributed",
            "tornado",
            "tornado.application",
            "asyncio",
        ):  # what they have to say, we say in a line
            logging.getLogger(name).setLevel(logging.CRITICAL)
        os.environ.setdefault("DASK_LOGGING__DISTRIBUTED", "critical")  # the same of the processes that are begun here
        for tries_left in range(TRIES - 1, -1, -1):
            try:
                self._client = self._stack.enter_context(self._connected(distributed))
                break
            except (OSError, ValueError) as error:
                self._stack.close()
                raise ClusterLost(f"no scheduler answers there ({said(error)})", self._scheduler) from error
            except RuntimeError as error:  # a worker of ours died before it was there
                self._stack.close()
                if not tries_left:
                    raise ClusterLost(f"no process could be begun here ({said(error)})") from error
        return self

    def _connected(self, distributed: Any) -> Any:
        if self._scheduler:
            return distributed.Client(self._scheduler, timeout="20s", set_as_default=False)
        self._cluster = distributed.LocalCluster(
            n_workers=self._workers, threads_per_worker=1, processes=True, memory_limit=self._memory,
            dashboard_address="127.0.0.1:0",
        )  # fmt: skip
        return distributed.Client(self._stack.enter_context(self._cluster), set_as_default=False)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError, TimeoutError):
            self._stack.close()

    @property
    def cores(self) -> int:
        """Of all workers that there are now."""
        with suppress(OSError):
            return max(1, sum(int(count) for count in self._client.nthreads().values()))
        return 1

    @property
    def dashboard(self) -> str | None:
        """Dask's own page on the work."""
        return self._client.dashboard_link if _has_dashboard() or self._scheduler else None

    def run(self, work: Callable[[Any], Any], tasks: Iterable[Any], stop: threading.Event) -> Iterator[Done]:
        """As a Runner does. Raises ClusterLost too."""
        waiting = iter(tasks)
        ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        out: dict[Any, Any] = {}
        try:
            while True:
                while not stop.is_set() and len(out) < _AHEAD * self.cores:
                    task = next(waiting, None)
                    if task is None:
                        break
                    future = self._submit(work, task)
                    out[future] = task
                    future.add_done_callback(ended.put)
                if not out or stop.is_set():
                    return
                self._mend()
                with suppress(queue.Empty):
                    future = ended.get(timeout=_WAIT)
                    yield self._done(future, out.pop(future))
        finally:
            if out:
                with suppress(Exception):  # the scheduler may be gone: what is out is lost then anyway
                    self._client.cancel(list(out))

    def _mend(self) -> None:
        """Begin the workers here anew that are gone for good: Dask replaces one that dies, but not one that dies while it begins."""
        if self._cluster is None or monotonic() - self._mended < _MEND:
            return
        self._mended = monotonic()
        if len(self._cluster.scheduler_info["workers"]) < self._workers:
            self._cluster.sync(self._forget_dead)
            self._cluster.scale(self._workers)

    async def _forget_dead(self) -> None:
        """Takes away those without a process: Dask keeps them in its list, and so begins no others in their place."""
        dead = {name for name, nanny in self._cluster.workers.items() if not nanny.is_alive()}
        for name in dead & self._dead:  # twice: one that is between two processes has none either
            await self._cluster.workers.pop(name).close(timeout=1)
        self._dead = dead

    def _submit(self, work: Callable[[Any], Any], task: Any) -> Any:
        """A key of its own each time: Dask would take a task of a key that it knows for done."""
        return self._client.submit(attempted, work, task, key=f"{task.key}-{uuid.uuid4().hex[:8]}", retries=TRIES - 1)

    def _done(self, future: Any, task: Any) -> Done:
        from distributed import KilledWorker

        if future.status == "finished":
            result = future.result()
            if isinstance(result, BackfileError):
                raise result
            return Done(task, result)
        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker):
                return Done(task, error="each of the processes that read it died at it", has_broken_workers=True)
            return Done(task, error=said(error))
        raise ClusterLost("the scheduler is gone: run the same command again to go on", self._scheduler)


def attempted(work: Callable[[Any], Any], task: Any) -> Any:
    """A task's result, or what no trying again mends."""
    import pyarrow

    collect_seldom()
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # its own takes 80 MB more for a file of the corpus
    try:
        return work(task)
    except BackfileError as error:
        return error
    finally:  # what reading leaves free goes back to the system: it would be added to what writing takes
        pyarrow.default_memory_pool().release_unused()


def _has_dashboard() -> bool:
    from importlib.util import find_spec

    return find_spec("bokeh") is not None
