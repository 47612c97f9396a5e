"""The relations over a whole corpus: what an archive of the same files tells, however the work is cut and broken off."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pytest

import backfile
from backfile.cli import main
from backfile.cluster.relating.relating_job import relate_corpus
from backfile.cluster.runners import RunnerHere
from backfile.errors import OutputRefused, SourceUnreadable
from backfile.model.added import Added
from tests.cluster.corpora import Backwards, Dying

BLOCKS = 40_000
"""Bytes of a block: several blocks, of a few stories each."""


@pytest.fixture(scope="module")
def related(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("related") / "corpus"
    shutil.copytree(corpus, out)
    report = relate_corpus(str(out), RunnerHere(), block_bytes=BLOCKS)
    assert (report.tables["stories"], report.tables["versions"]) == (report.stories, report.versions)
    assert not report.is_held
    return out


def table(corpus: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table, in its order."""
    rows: list[dict[str, Any]] = pyarrow.dataset.dataset(str(corpus / "relations" / name)).to_table().to_pylist()
    return rows


def all_tables(corpus: Path) -> dict[str, list[dict[str, Any]]]:
    return {one.name: table(corpus, one.name) for one in (corpus / "relations").iterdir() if one.is_dir()}


def shown(archive: backfile.Archive, rows: list[dict[str, Any]]) -> Iterator[backfile.Story]:
    """The archive's stories of the rows, other views too."""
    yield from (archive.story(row["story"]) for row in rows)


def test_copies_are_those_of_the_archive(related: Path, of_files: tuple[Path, Added]) -> None:
    found: dict[str, list[Any]] = {}
    for row in table(related, "copies"):
        other = (row["other"], row["relation"], row["share"], row["is_view"], row["is_source"], row["other_outlet"])
        found.setdefault(row["story"], []).append((*other, row["other_title"], row["other_published"]))
    kinds = set()
    with backfile.open(of_files[0]) as archive:
        for story in shown(archive, table(related, "stories")):
            wanted = [
                (copy.id, copy.relation, copy.share, copy.is_view, copy.is_source, copy.outlet, copy.headline, copy.published and copy.published.value)
                for copy in story.copies
            ]  # fmt: skip
            assert found.get(story.id, []) == wanted, story.url
            kinds |= {(relation, is_view, is_source) for _, relation, _, is_view, is_source, *_ in wanted}
    assert kinds >= {("copy", True, False), ("copy", False, True), ("rewrite", False, False), ("shares", False, False)}


def test_stories_and_versions_are_those_of_the_archive(related: Path, of_files: tuple[Path, Added]) -> None:
    found: dict[str, list[Any]] = {}
    for row in table(related, "versions"):
        seen = (row["version"], row["first_seen"], row["last_seen"], row["captures"], row["change"], row["changed"])
        found.setdefault(row["story"], []).append(seen)
    rows = table(related, "stories")
    with backfile.open(of_files[0]) as archive:
        listed = {entry.id: entry for entry in archive.search("", limit=1000).entries}
        for story in shown(archive, rows):
            wanted = [
                (one.id, one.first_seen, one.last_seen, one.captures, one.change, "; ".join(one.changed) or None)
                for one in story.versions
            ]
            assert found[story.id] == wanted, story.url
    assert {row["story"]: row["copies"] for row in rows if row["view_of"] is None} == {
        name: entry.copy_count for name, entry in listed.items()
    }
    assert max(len(versions) for versions in found.values()) == 2
    assert "https://beacon.example/news/ferry/print" in {row["url"] for row in rows if row["view_of"]}


def test_threads_are_those_of_the_archive(related: Path, of_files: tuple[Path, Added]) -> None:
    found: dict[str, list[Any]] = {}
    for row in table(related, "threads"):
        link = (row["other"], row["order"], row["because"], row["other_outlet"], row["other_title"])
        found.setdefault(row["story"], []).append((*link, row["other_published"]))
    with backfile.open(of_files[0]) as archive:
        for entry in archive.search("", limit=1000).entries:
            wanted = [
                (link.id, link.order, "; ".join(map(str, link.because)), link.outlet, link.headline, link.published and link.published.value)
                for link in archive.thread(entry.id)
            ]  # fmt: skip
            assert found.get(entry.id, []) == wanted, entry.url
    assert len(found) > 5


@pytest.mark.long
@pytest.mark.parametrize("runner", [RunnerHere(), Backwards()])
def test_the_tables_are_the_same_however_the_work_is_cut(
    runner: RunnerHere, related: Path, corpus: Path, tmp_path: Path
) -> None:
    shutil.copytree(corpus, tmp_path / "corpus")
    relate_corpus(str(tmp_path / "corpus"), runner, block_bytes=10**9 if type(runner) is RunnerHere else BLOCKS)
    assert all_tables(tmp_path / "corpus") == all_tables(related)
    assert not (tmp_path / "corpus" / "_work").exists()


@pytest.mark.long
def test_a_job_that_was_broken_off_goes_on(related: Path, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus, tmp_path / "corpus")
    deaths = 0
    while True:
        try:
            relate_corpus(str(tmp_path / "corpus"), Dying(7), block_bytes=BLOCKS)
            break
        except KeyboardInterrupt:
            deaths += 1
            assert not (tmp_path / "corpus" / "relations").exists()
    assert deaths > 2
    assert all_tables(tmp_path / "corpus") == all_tables(related)


def test_what_is_made_is_not_made_again(related: Path) -> None:
    again = relate_corpus(str(related), Dying(0), block_bytes=BLOCKS)
    assert again.is_held
    assert again.stories == len(table(related, "stories"))


def test_a_corpus_that_grew_is_related_anew(related: Path, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(related, tmp_path / "corpus")
    file = next((tmp_path / "corpus" / "stories").rglob("*.parquet"))
    shutil.copy(file, file.with_name("0009-00000.parquet"))
    report = relate_corpus(str(tmp_path / "corpus"), RunnerHere())
    before = table(related, "stories")
    assert not report.is_held
    assert report.captures > sum(row["captures"] for row in before)
    assert len(table(tmp_path / "corpus", "stories")) == len(before)


def test_no_corpus_and_one_that_is_being_written_are_refused(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="no corpus"):
        relate_corpus(str(tmp_path / "none"), RunnerHere())
    assert not (tmp_path / "none").exists()
    shutil.copytree(corpus, tmp_path / "corpus")
    (tmp_path / "corpus" / "_work").mkdir()
    (tmp_path / "corpus" / "_work" / "plan.json").write_text('{"batch": 1, "parts": [], "files": [], "failed": []}')
    with pytest.raises(OutputRefused, match="has not ended"):
        relate_corpus(str(tmp_path / "corpus"), RunnerHere())


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["relate", "corpus", "--to", "other"], "name the corpus alone", 2),
        (["relate", "corpus", "other"], "name the corpus alone", 2),
        (["relate", "corpus", "--since", "2017"], "name the corpus alone", 2),
        (["read", "crawl"], "--to is missing", 2),
        (["mend", "corpus"], "'read', 'relate'", 2),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["cluster", *arguments])
    assert ended.value.code == code
    assert said in capsys.readouterr().err
