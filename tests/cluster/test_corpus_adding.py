"""A corpus in an archive: the same as its files added, and a slice of it."""

from pathlib import Path

import pyarrow
import pytest

import backfile
from backfile.cli import main
from backfile.cluster.corpus_adding import add_corpus
from backfile.cluster.corpus_filter import filter_of
from backfile.errors import QueryError
from backfile.model.added import Added
from tests.cluster.corpora import SAVED, rows
from tests.ingest.logical import dump


def test_the_archive_is_the_one_that_the_files_make(corpus: Path, of_files: tuple[Path, Added], tmp_path: Path) -> None:
    added = add_corpus(tmp_path / "of-corpus", str(corpus))
    made, expected = of_files
    assert (added.captures, added.stories, added.versions, added.skipped) == (
        expected.captures, expected.stories, expected.versions, expected.skipped,
    )  # fmt: skip
    assert (added.faults, added.damaged, added.doubts) == (expected.faults, expected.damaged, expected.doubts)
    of_corpus, of_these = dump(tmp_path / "of-corpus"), dump(made)
    assert [name for name in of_these if of_corpus[name] != of_these[name]] == []
    again = add_corpus(tmp_path / "of-corpus", str(corpus))
    assert (again.held, again.stories) == (again.captures, 0)


def test_a_slice_is_added_by_the_command(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = {row["id"] for row in rows(corpus) if row["year"] == 2017 and row["domain"] == "wald7.example"}
    with pytest.raises(SystemExit) as ended:
        main(
            [
                "add",
                str(corpus),
                "--where",
                "domain = 'wald7.example' and year = 2017",
                "--archive",
                str(tmp_path / "back"),
            ]
        )
    assert ended.value.code == 0
    printed = dict(line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert printed["New stories"] == str(len(wanted))
    with backfile.open(tmp_path / "back") as archive:
        assert {entry.id for entry in archive.search("", limit=100).entries} == wanted
    assert wanted


TABLE = pyarrow.table({
    "domain": ["a.example", "b.example", "it's.example", None], "year": pyarrow.array([2017, 2018, None, 2017], pyarrow.int32()),
    "offset": [0, 1, 2, 3],
})  # fmt: skip


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("domain = 'a.example'", [0]),
        ("DOMAIN_ = 'a'", "no column DOMAIN_"),
        ("year = 2017 AND domain IS NULL", [3]),
        ("year >= 2018 or domain = 'it''s.example'", [1, 2]),
        ("not year = 2017", [1]),
        ("year in (2017, 2018) and not (domain <> 'b.example')", [1]),
        ("year is not null and year < 2018", [0, 3]),
        ("year = '2017'", "year is compared with a number"),
        ("domain = 2017", "domain is compared with text in single quotes"),
        ("domain", "=, <, > , in or is is expected".replace("> ,", ">,")),
        ("year = 2017 domain", "“domain” is not expected there"),
        ("(year = 2017", "“)” is missing"),
        ("year = 2017; drop table", "“; drop table” is not understood"),
        ("", "a column is expected"),
    ],
)
def test_conditions_are_read_as_sql_reads_them(where: str, found: "list[int] | str") -> None:
    if isinstance(found, str):
        with pytest.raises(QueryError, match=found.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
            filter_of(where, TABLE.schema)
    else:
        assert TABLE.filter(filter_of(where, TABLE.schema))["offset"].to_pylist() == found


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["CORPUS", str(SAVED)], "a corpus is added alone", 2),
        (["CORPUS", "--copy"], "a corpus is added alone", 2),
        ([str(SAVED), "--where", "year = 2017"], "--where chooses stories of a corpus", 2),
        (["CORPUS", "--where", "yaer = 2017"], "there is no column yaer", 2),
        (["memory://nowhere"], "there is no corpus there", 1),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str], said: str, code: int, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(corpus) if one == "CORPUS" else one for one in arguments]
    with pytest.raises(SystemExit) as ended:
        main(["add", *given, "--archive", str(tmp_path / "back")])
    assert ended.value.code == code
    assert said in capsys.readouterr().err
