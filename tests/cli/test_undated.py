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


def _table(*lines: str, name: str = "days.csv") -> str:
    Path(name).write_text("\n".join(lines), "utf-8")
    return name


def test_a_table_dates_what_it_can_names_the_rest_and_is_undone_as_one(run: Run, ids: dict[str, str]) -> None:
    fire, council, burns = ids["Fire near the quarry"], ids["Council meets"], ids["Brush fire burns"]
    table = _table(
        "ID;Day;Because",
        f"{fire};2017-08-09;the printed paper",
        f"{council};20/05/2003;",
        f"{burns};2010-01-01;",
        "nothere;2010-01-01;",
        f"{council};;not known",
        f"{fire};2017-08-10;",
    )
    ended = run("date", "--csv", table, "--because", "the index", "--by", "Jo")
    assert (ended.code, ended.out) == (1, "1 dated, 4 refused, 1 without a day\n")
    refused = ended.err.splitlines()
    assert [line.split(":")[0] for line in refused[:4]] == ["line 3", "line 4", "line 5", "line 7"]
    assert "write it as 2017-02-23" in refused[0]
    assert "the page itself gives 2017-08-09" in refused[1]
    assert "a row before this one" in refused[3]
    assert "Dated by an archivist, Jo" in run("show", fire).out
    assert "the printed paper" in run("show", fire).out
    undone = run("date", "--csv", table, "--undo", "--by", "Jo")
    assert undone.out == "1 taken back, 4 refused, 1 without a day\n"
    assert "Undated" in run("undated", "--outlet", "post.example").out


def test_a_day_that_was_settled_otherwise_since_is_not_taken_back(run: Run, ids: dict[str, str]) -> None:
    council = ids["Council meets"]
    table = _table("id,day", f"{council},2016")
    assert run("date", "--csv", table, "--because", "a guess", "--by", "Jo").code == 0
    assert run("date", council, "2015", "--because", "the minutes", "--by", "Li").code == 0
    undone = run("date", "--csv", table, "--undo", "--by", "Jo")
    assert undone.code == 1
    assert "Li has dated it otherwise: 2015" in undone.err


def test_a_layout_fills_in_the_days_of_a_table(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told_at = [
        told(f"post.example/2003/05{day}-news", None, f"The ferry of day {day} ran late.") for day in (20, 21, 45)
    ]
    archive_of(tmp_path / "laid", ((5, story) for story in told_at))
    monkeypatch.setenv("BACKFILE_ARCHIVE", "laid")
    filled = run("undated", "--layout", "post.example/{year}/{month}{day}-*")
    assert (filled.code, filled.err) == (0, "2 of 3 undated\n")
    dated = run("date", "--csv", _table(*filled.out.splitlines()), "--because", "its address", "--by", "Jo")
    assert dated.out == "2 dated, 0 refused, 0 without a day\n"
    assert run("undated").err == "1 of 1 undated\n"
    assert run("undated", "--layout", "post.example/{year}/{month}{day}-*").code == 1


@pytest.mark.parametrize(
    ("arguments", "lines", "says"),
    [
        (["--csv", "none.csv"], [], "There is no such file"),
        (["--csv", "days.csv"], ["id,date", "a,2016"], "has no column day: its head has id, date"),
        (["--csv", "days.csv"], [], "no head at all"),
        (["k7ca", "2016", "--csv", "days.csv"], ["id,day"], "name a story, or give a table"),
        ([], [], "name a story, or give a table"),
        (["--csv", "days.csv"], ["id,day", '"a,2016'], "days.csv, line 2: it is no table"),
        (["--csv", "days.csv"], ["id,day", ",2016"], "0 dated, 1 refused"),
    ],
)
def test_a_table_that_is_none(run: Run, arguments: list[str], lines: list[str], says: str) -> None:
    _table(*lines)
    ended = run("date", *arguments, "--because", "x", "--by", "Jo")
    assert ended.code in (1, 2)
    assert says in (ended.err + ended.out).replace("\n", " ")


def test_a_table_of_outlets_joins_them_and_parts_them_again(run: Run) -> None:
    table = _table(
        "one,other,because", "post.example,beacon.example,one house", "post.example,nowhere.example,", name="pairs.csv"
    )
    ended = run("outlet", "--csv", table, "--because", "one masthead", "--by", "Jo")
    assert (ended.code, ended.out) == (1, "1 said, 1 refused\n")
    assert "line 3: post.example, nowhere.example: there is no outlet nowhere.example here" in ended.err
    assert "post.example and beacon.example are one: Jo" in run("outlet", "post.example").out
    undone = run("outlet", "--csv", table, "--undo", "--by", "Jo")
    assert undone.out == "1 taken back, 1 refused\n"
    assert "are one" not in run("outlet", "post.example").out
