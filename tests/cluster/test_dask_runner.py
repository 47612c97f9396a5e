"""The runner of Dask's, in this process: the same rows, and what it does with what fails."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import dask
import distributed
import pytest
from distributed.nanny import _get_env_variables

from backfile.cli import main
from backfile.cluster.dask_runner import _CONFIG, ClusterLost, DaskRunner, attempted
from backfile.errors import OutputRefused
from tests.cluster.corpora import made_crawls, read, rows


@pytest.fixture(scope="module")
def runner() -> Iterator[DaskRunner]:
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as cluster,
        DaskRunner(scheduler=cluster.scheduler_address) as runner,
    ):
        yield runner


class Task(NamedTuple):
    key: str
    fails: int = 0


tries: list[Task] = []


def work(task: Task) -> str:
    tries.append(task)
    if tries.count(task) <= task.fails:
        raise OSError(5, "Input/output error")
    return task.key * 2


def refused(task: Task) -> str:
    raise OutputRefused("the disk is full", task.key)


def test_a_task_that_fails_is_tried_three_times(runner: DaskRunner) -> None:
    tasks = [Task("a"), Task("b", fails=2), Task("c", fails=3)]
    done = {one.task.key: (one.result, one.error) for one in runner.run(work, tasks, threading.Event())}
    assert done["a"] == ("aa", None)
    assert done["b"] == ("bb", None)
    assert done["c"] == (None, "OSError: [Errno 5] Input/output error")
    assert [tries.count(task) for task in tasks] == [1, 3, 3]


def test_what_no_trying_mends_ends_the_job(runner: DaskRunner) -> None:
    with pytest.raises(OutputRefused, match="the disk is full"):
        list(runner.run(refused, [Task("a")], threading.Event()))


def test_a_job_that_is_to_stop_hands_out_nothing(runner: DaskRunner) -> None:
    stop = threading.Event()
    stop.set()
    assert list(runner.run(work, [Task("d")], stop)) == []
    assert Task("d") not in tries


def test_a_corpus_read_by_dask_is_the_same(runner: DaskRunner, tmp_path: Path) -> None:
    crawls = made_crawls(tmp_path)
    report = read(crawls, tmp_path / "out", runner)
    read(crawls, tmp_path / "here")
    assert report.stories == 15
    assert rows(tmp_path / "out") == rows(tmp_path / "here")


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any, **__: Any) -> None:
        raise OSError("Timed out trying to connect")

    monkeypatch.setattr(distributed, "Client", gone)
    with pytest.raises(ClusterLost, match="no scheduler answers there"), DaskRunner(scheduler="tcp://127.0.0.1:1"):
        pass


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--workers", "0"], "whole number"),
        (["--scheduler", "10.0.0.1"], "is no scheduler's address"),
        (["--scheduler", "tcp://10.0.0.1:8786", "--workers", "2"], "leave them out with --scheduler"),
        (["--worker-memory", "much"], "is no size of memory"),
        (["--since", "23/02/2017"], "is not a date"),
        (["-"], "save what comes in to one"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["cluster", "read", str(tmp_path), "--to", str(tmp_path / "out"), *arguments])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_without_dask_it_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(SystemExit) as ended:
        main(["cluster", "read", str(tmp_path), "--to", str(tmp_path / "out")])
    assert ended.value.code == 1
    assert "pip install 'backfile[cluster]'" in capsys.readouterr().err


def test_a_worker_looks_for_garbage_as_seldom_as_the_command() -> None:
    gc.set_threshold(700)
    assert attempted(lambda _: gc.get_threshold()[0], None) == 100_000


def test_workers_here_keep_free_memory_for_the_next_page() -> None:
    with dask.config.set(_CONFIG):
        assert "MALLOC_TRIM_THRESHOLD_" not in _get_env_variables("distributed.nanny.pre-spawn-environ")
        assert "OMP_NUM_THREADS" in _get_env_variables("distributed.nanny.pre-spawn-environ")
