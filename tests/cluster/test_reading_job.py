"""Sources into a corpus: the same rows however the work is cut, ordered and broken off."""

import json
import shutil
import threading
from pathlib import Path
from typing import Any

import fsspec
import pytest

from backfile.capture import read_captures
from backfile.cluster.corpus_rows import CORPUS_SKIPPED, CORPUS_STORIES
from backfile.cluster.input_list import Choice, Input
from backfile.cluster.reading_job import USUAL_SIZES, Sizes, bundled
from backfile.cluster.remote_files import RemoteOpener
from backfile.cluster.span_reading import SpanTask
from backfile.errors import OutputRefused
from backfile.model.capture import Skipped
from backfile.one_capture import read_story
from tests.capture import making
from tests.cluster.corpora import CRAWLS, SMALL, Backwards, Dying, made_crawls, read, rows

FINE = SMALL._replace(span=900, slice=8_000)
ALL_TASKS = 15
"""Stretches, and files, of the three crawls that are made, cut so."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's crawls, cut as finely as can be."""
    out = tmp_path_factory.mktemp("corpus") / "out"
    read(CRAWLS, out)
    return out


def manifest(corpus: Path) -> dict[str, dict[str, Any]]:
    lines = map(json.loads, (corpus / "manifest.jsonl").read_text().splitlines())
    return {Path(line["address"]).name: line for line in lines}


def test_a_row_is_what_reading_the_file_gives(corpus: Path) -> None:
    expected: dict[str, str] = {}
    skipped = 0
    for source in CRAWLS:
        for found in read_captures(source):
            one = None if isinstance(found, Skipped) else read_story(found)
            if one is None or one.skipped:
                skipped += 1
            else:
                expected[str(one.place)] = json.dumps(one.story.to_dict(), sort_keys=True)
    held = {}
    for row in rows(corpus):
        inner = f"!/{row['member']}" if row["member"] else ""
        held[f"{row['path']}{inner} at byte {row['offset']}"] = json.dumps(json.loads(row["record"]), sort_keys=True)
    assert held == expected
    assert len(rows(corpus, "skipped")) == skipped


def test_the_rows_are_the_same_however_the_work_is_cut(corpus: Path, tmp_path: Path) -> None:
    read(CRAWLS, tmp_path / "out", sizes=USUAL_SIZES)
    for table in ("stories", "skipped"):
        assert rows(tmp_path / "out", table) == rows(corpus, table)
    assert len(list(corpus.rglob("*.parquet"))) > len(list((tmp_path / "out").rglob("*.parquet")))


def test_columns_are_named_as_other_tools_name_them(corpus: Path) -> None:
    row = rows(corpus)[0]
    assert list(row) == [*CORPUS_STORIES, "year"]
    assert list(rows(corpus, "skipped")[0]) == list(CORPUS_SKIPPED)
    assert {"crawl_date", "domain", "url", "title", "text", "published", "basis", "language", "author"} <= set(row)
    assert {row["year"] for row in rows(corpus)} > {2001, 2017, None}
    assert all((row["published"] is None) == (row["year"] is None) for row in rows(corpus))


def test_the_manifest_says_what_each_input_gave(corpus: Path) -> None:
    held = manifest(corpus)
    assert {name: (one["captures"], one["stories"], one["faults"]) for name, one in held.items()} == {
        "courier-2001.warc.gz": (6, 5, 0),
        "courier-2022.wacz": (10, 8, 0),
        "wald7-2017.warc.gz": (13, 9, 0),
        "truncated.warc.gz": (4, 1, 1),
    }
    assert sum(one["stories"] for one in held.values()) == len(rows(corpus))
    assert "cut short" in held["truncated.warc.gz"]["told"][0]
    assert all(one["digest"].startswith("sha256:") and one["seconds"] > 0 and one["reader"] for one in held.values())
    assert held["courier-2001.warc.gz"]["spans"] > 2


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return made_crawls(tmp_path_factory.mktemp("crawls"))


@pytest.fixture(scope="module")
def made(crawls: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "out"
    report = read(crawls, out, sizes=FINE)
    assert (report.stories, report.skipped) == (15, {"http-status": 3})
    return out


def test_the_rows_are_the_same_in_whatever_order_the_work_is_done(
    crawls: list[str], made: Path, tmp_path: Path
) -> None:
    read(crawls, tmp_path / "out", Backwards())
    for table in ("stories", "skipped"):
        assert rows(tmp_path / "out", table) == rows(made, table)


def test_what_is_held_is_not_read_again_and_more_is_added(crawls: list[str], made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = read(crawls[:1], out)
    assert (first.inputs, first.held) == (1, 0)
    again = read(crawls, out)
    assert (again.inputs, again.held) == (2, 1)
    assert rows(out) == rows(made)
    assert {one["batch"] for one in manifest(out).values()} == {1, 2}
    assert not (out / "_work").exists()


def test_a_file_that_changed_is_told_and_not_read_into_the_same_corpus(tmp_path: Path) -> None:
    crawl, out = tmp_path / "crawl.warc.gz", tmp_path / "out"
    crawl.write_bytes(making.gz([making.response("The mill reopened on Monday.", "https://valley.example/a")]))
    read([str(crawl)], out)
    before = (out / "manifest.jsonl").read_text()
    crawl.write_bytes(making.gz([making.response("The mill closed on Friday.", "https://valley.example/b")]))
    report = read([str(crawl)], out)
    assert "changed since it was read" in report.failed[str(crawl)][0].error
    assert not report.is_whole
    assert (out / "manifest.jsonl").read_text() == before


@pytest.mark.parametrize("tasks", [4, 12])
def test_a_job_that_dies_goes_on(tasks: int, crawls: list[str], made: Path, tmp_path: Path) -> None:
    """In the reading of the stretches, before the files are written, and among them."""
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        read(crawls, out, Dying(tasks), sizes=FINE)
    assert not (out / "manifest.jsonl").exists()
    rest = Dying(100)
    read(crawls, out, rest, sizes=FINE)
    assert 100 - rest.left == ALL_TASKS - tasks, "what was done was done again, or not all"
    assert rows(out) == rows(made)
    assert rows(out, "skipped") == rows(made, "skipped")
    assert not (out / "_work").exists()


def test_a_job_that_is_stopped_says_so_and_goes_on(crawls: list[str], made: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    out = tmp_path / "out"
    stopped = read(crawls, out, stop=stop, progress=lambda come: stop.set() if come.stories > 2 else None)
    assert stopped.is_stopped
    assert not list(out.glob("stories/**/*.parquet"))
    assert not read(crawls, out).is_stopped
    assert rows(out) == rows(made)


@pytest.mark.parametrize(("sizes", "tries"), [(USUAL_SIZES._replace(bundle=0), 3), (USUAL_SIZES, 4)])
def test_a_file_that_cannot_be_read_is_tried_three_times_and_listed(
    sizes: Sizes, tries: int, crawls: list[str], made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three times by itself; where it was read with other small files, once in their company before."""
    opened: list[str] = []
    rightly = RemoteOpener.open_file

    def fail(self: RemoteOpener, path: str) -> Any:
        opened.append(path)
        if path == crawls[1]:
            raise OSError(5, "Input/output error")
        return rightly(self, path)

    monkeypatch.setattr(RemoteOpener, "open_file", fail)
    report = read(crawls, tmp_path / "out", sizes=sizes)
    assert opened.count(crawls[1]) == tries
    assert report.inputs == 2
    assert "Input/output error" in report.failed[crawls[1]][0].error
    assert "Input/output error" in manifest(tmp_path / "out")["crawl-1.warc.gz"]["failed"][0]["error"]
    monkeypatch.undo()
    assert read(crawls, tmp_path / "out").inputs == 1
    assert rows(tmp_path / "out") == rows(made)


def test_a_stretch_that_begins_inside_a_page_is_read_again(tmp_path: Path) -> None:
    inner = making.response("Not a page of this crawl.", "https://inner.example/")
    page = making.http(b"<p>The mill reopened.</p>" + b"\n" * 1500 + inner + b"<p>It closed.</p>")
    outer = [making.record(page, f"https://valley.example/{number}") for number in range(4)]
    crawl = tmp_path / "plain.warc"
    crawl.write_bytes(b"".join(outer))
    cut = SMALL._replace(span=outer[0].index(inner) - 20)
    read([str(crawl)], tmp_path / "out", sizes=cut)
    urls = [row["url"] for table in ("stories", "skipped") for row in rows(tmp_path / "out", table)]
    assert sorted(urls) == [f"https://valley.example/{number}" for number in range(4)]


def test_small_files_are_read_together_in_their_order(tmp_path: Path) -> None:
    sizes = [10, 20, 30, 500, 40, *[1] * 70]
    tasks = [
        SpanTask(Input(f"{number}.warc", size, "", is_named=True), 0, 0, None, "out", "Backfile")
        for number, size in enumerate(sizes)
    ]
    bundles = [[task.input.size for task in bundle.tasks] for bundle in bundled(tasks, 50)]
    assert bundles == [[10, 20], [30], [500], [40, *[1] * 10], [1] * 50, [1] * 10]


def test_two_jobs_do_not_write_one_corpus(tmp_path: Path) -> None:
    def begin_another(_: object) -> None:
        with pytest.raises(OutputRefused, match="another job writes this corpus"):
            read(CRAWLS[:1], tmp_path / "out")

    read(CRAWLS[3:], tmp_path / "out", progress=begin_another)


def test_input_and_output_may_lie_elsewhere(crawls: list[str], made: Path, tmp_path: Path) -> None:
    """In fsspec's memory, which stands for a bucket: it has addresses, and no folders to rename in."""
    memory = fsspec.filesystem("memory")
    for source in crawls:
        memory.pipe_file(f"/crawl/{Path(source).name}", Path(source).read_bytes())
    memory.pipe_file("/list/warc.paths", b"crawl-0.warc.gz")
    assert read(["memory://crawl"], "memory://out").inputs == 3
    again = read(["memory://list/warc.paths"], "memory://out", choice=Choice(prefix="memory://crawl/"))
    memory.get("/out", str(tmp_path / "out"), recursive=True)
    memory.rm("/", recursive=True)
    assert [row["record"] for row in rows(tmp_path / "out")] == [row["record"] for row in rows(made)]
    assert {row["path"] for row in rows(tmp_path / "out")} == {
        f"memory:///crawl/crawl-{number}.warc.gz" for number in range(3)
    }
    assert (again.inputs, again.held) == (0, 1)


def test_the_corpus_is_not_read_into_itself(tmp_path: Path) -> None:
    shutil.copy(CRAWLS[0], tmp_path / "crawl.warc.gz")
    for _ in range(2):
        read([str(tmp_path)], tmp_path / "out")
    assert list(manifest(tmp_path / "out")) == ["crawl.warc.gz"]


def test_a_file_is_no_corpus(crawls: list[str], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("somebody's")
    with pytest.raises(OutputRefused, match="a file stands there"):
        read(crawls, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "somebody's"
