"""backfile undated and backfile date: what they print, as JSON too, and how they end."""

import json
import shutil
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told
from tests.cli.ended import Run, runner

from backfile.archive import Archive

TEXT = (
    "Crews from six towns were working Wednesday to put out a brush fire near the old quarry, and ninety acres of peat have"
    " burned since noon, the county's fire marshal said at the roadside as the wind turned and the smoke came down."
)
STORIES = [
    told("post.example/fire", None, TEXT, headline="Fire near the quarry"),
    told("beacon.example/a", "2017-08-09", TEXT, headline="Brush fire burns"),
    told("times.example/b", None, "The council met.", headline="Council meets"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_of(tmp_path_factory.mktemp("undated") / "archive", ((5, story) for story in STORIES))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    shutil.copytree(made, tmp_path / "archive")
    monkeypatch.chdir(tmp_path)
    return runner(capsys)


@pytest.fixture
def ids(made: Path) -> dict[str | None, str]:
    with Archive(made) as archive:
        return {entry.headline: entry.id for entry in (*archive.newest(), *archive.by_year(None))}


def test_undated_stories_with_their_windows_and_likely_days(run: Run, ids: dict[str, str]) -> None:
    ended = run("undated", "--outlet", "post.example")
    assert (ended.code, ended.err) == (0, "1 of 1 undated\n")
    lines = ended.out.splitlines()
    assert lines[0] == "Fire near the quarry"
    assert lines[1] == f"  Undated | Post | {ids['Fire near the quarry']} | 1 copy"
    assert "  It was published between 1 January 1990 and 6 January 2019." in lines
    assert "    seen first on 2019-01-06" in lines
    at = lines.index("  Likely 9 August 2017:")
    assert lines[at + 1 :] == [
        "    the same text ran as “Brush fire burns” (Beacon, 9 August 2017)",
        "    the text names a weekday that fits a Wednesday",
        "",
    ]


def test_undated_as_json(run: Run) -> None:
    found = json.loads(run("undated", "--json").out)
    assert (found["schema"], found["total"], len(found["stories"])) == ("backfile/undated/1", 2, 2)
    by_headline = {one["entry"]["headline"]: one for one in found["stories"]}
    fire = by_headline["Fire near the quarry"]
    assert fire["entry"]["published"] is None
    assert (fire["likely"][0]["first"], fire["likely"][0]["last"]) == ("2017-08-09", "2017-08-09")
    assert by_headline["Council meets"]["likely"] == []
    assert "Nothing in the archive points to a day." in run("undated").out


def test_undated_with_a_limit_and_of_nobody(run: Run) -> None:
    assert run("undated", "--limit", "1").err == "1 of 2 undated\nFor the next: --offset 1; for more at once: --limit\n"
    assert run("undated", "--outlet", "Nobody").code == 1
    assert run("undated", "--limit", "0").code == 2


def test_a_day_is_settled_shown_and_taken_back(run: Run, ids: dict[str, str]) -> None:
    story = ids["Council meets"]
    ended = run("date", story[:10], "2016-05-04", "--because", "the  minutes", "--by", "Jo Ash")
    assert ended.code == 0
    assert ended.out.startswith("Council meets\n  4 May 2016 · ")
    assert "(dated by an archivist)" in ended.out
    ground = "Dated by an archivist, Jo Ash, on "
    for verb in (["show", story], ["search", "council"]):
        out = run(*verb).out
        assert "4 May 2016" in out
        assert ground in out
        assert "the minutes" in out
    assert json.loads(run("show", story, "--json").out)["published"]["basis"] == "archivist"
    assert run("search", "council", "--from", "2016-05-04", "--to", "2016-05-04").code == 0
    undone = run("date", story, "--undo")
    assert (undone.code, undone.out) == (0, f"Council meets\n  Undated | {story}\n")
    assert run("show", story).out.startswith("Undated\n")
    assert run("date", story, "--undo").code == 1


def test_the_login_name_is_who_says_so(run: Run, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "li-oak")
    assert "archivist, li-oak, on" in run("date", ids["Council meets"], "2016", "--because", "a guess").out
    monkeypatch.setattr("getpass.getuser", _nobody)
    ended = run("date", ids["Council meets"], "2016", "--because", "a guess")
    assert ended.code == 2
    assert "--by" in ended.err


def _nobody() -> str:
    raise KeyError("uid 4711")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["2016"], 2, "--because"),
        (["2016", "--because", "  "], 2, "--because"),
        (["--because", "x"], 2, "--undo"),
        (["2016-02-30", "--because", "x"], 2, "calendar"),
        (["4 May", "--because", "x"], 2, "write it as 2017-02-23"),
        (["2016", "--undo"], 2, "takes no day"),
        (["--undo", "--despite-page"], 2, "takes no day"),
        (["2019-02-01", "--because", "x"], 1, "saved on 2019-01-06"),
        (["2999", "--because", "x"], 1, "not come yet"),
        (["1980", "--because", "x"], 1, "outside 1990-01-01 to 2019-01-06"),
    ],
)
def test_what_is_no_day_or_cannot_be(run: Run, ids: dict[str, str], arguments: list[str], code: int, says: str) -> None:
    ended = run("date", ids["Council meets"], *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert says in ended.err.replace("\n", " ")
    assert run("search", "council", "--undated").code == 0


def test_a_dated_story_keeps_its_pages_date(run: Run, ids: dict[str, str]) -> None:
    story = ids["Brush fire burns"]
    refused = run("date", story, "2010-01-01", "--because", "a clipping")
    assert refused.code == 1
    assert "the page itself gives 2017-08-09" in refused.err
    taken = run("date", story, "2010-01-01", "--because", "a clipping", "--by", "Jo", "--despite-page")
    assert taken.code == 0
    assert "9 August 2017" in taken.out
    assert "disagree" in taken.err
    assert "An archivist dates it 1 January 2010 (Jo, on " in run("show", story).out


def test_no_such_story_and_no_archive(run: Run, tmp_path: Path) -> None:
    assert run("date", "zzzz", "2016", "--because", "x").code == 1
    assert run("date", "zzzz", "2016", "--because", "x", "--archive", tmp_path / "none").code == 1
    assert not (tmp_path / "none").exists()
    assert run("undated", "--archive", tmp_path / "none").code == 1
