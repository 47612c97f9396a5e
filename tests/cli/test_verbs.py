"""Every verb: what it prints, where, and how it exits."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.ended import Run, runner
from tests.pages import bundle, page


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return runner(capsys)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    fire = page("Barn burns", "<!-- published: 2017-02-23 --><!-- outlet: The Town -->A barn burned on Mill Road.")
    return bundle(
        tmp_path / "crawl.lines",
        [
            ("https://t.example/fire", "2017-03-01T00:00:00+00:00", fire),
            ("https://t.example/fire", "2018-03-01T00:00:00+00:00", fire.replace("burned", "burned down")),
            ("https://t.example/cake", None, page("Cake", "Six eggs of Mill Road.")),
            ("https://t.example/", None, page("Front", "<!-- kind: listing -->Many stories")),
        ],
    )


def added(run: Run, saved: Path) -> None:
    assert run("add", saved, "--jobs", "1").code == 0


def test_version(run: Run) -> None:
    ended = run("--version")
    assert (ended.code, ended.out) == (0, "0.1.0\n")


@pytest.mark.parametrize(
    ("parts", "said"), [(("backfile.page",), ""), (("backfile.page._nowhere",), "install it again")]
)
def test_version_says_where_parts_are_not_compiled(
    run: Run, monkeypatch: pytest.MonkeyPatch, parts: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr("backfile.cli._COMPILED", parts)
    ended = run("--version")
    assert (ended.code, ended.out) == (0, "0.1.0\n")
    assert said in ended.err if said else ended.err == ""


def test_add(run: Run, saved: Path, tmp_path: Path) -> None:
    ended = run("add", saved, "--jobs", "1")
    assert ended.code == 0
    rows = dict(line.rsplit(None, 1) for line in ended.out.splitlines())
    assert {name.strip(): count for name, count in rows.items()} == {
        "Captures": "4", "already held": "0", "New stories": "2", "New versions": "3", "undated": "1", "in doubt": "0", "Skipped": "1",
        "listing": "1", "Faults": "0",
    }  # fmt: skip
    assert ended.err == "Report: archive/reports/1.jsonl\n"
    assert len((tmp_path / "archive/reports/1.jsonl").read_text().splitlines()) == 4


def test_show_says_who_is_named_where_no_byline_is_printed(run: Run, tmp_path: Path) -> None:
    line = "Ann Lee, Tom Birch (named as the authors in the saved file; no printed byline was found)"
    named = page("Mill", "<!-- authors: Ann Lee, Tom Birch -->The night shift ends.")
    printed = page("Fair", "<!-- authors: Ann Lee --><!-- byline: By Ann Lee -->The fair came.")
    pages = [("https://t.example/mill", None, named), ("https://t.example/fair", None, printed)]
    added(run, bundle(tmp_path / "named.lines", pages))
    entries = {e["headline"]: e["id"] for e in json.loads(run("search", "", "--json").out)["entries"]}
    assert line in run("show", entries["Mill"]).out.splitlines()
    shown = run("show", entries["Fair"]).out
    assert "By Ann Lee" in shown.splitlines()
    assert "named as" not in shown


def test_add_with_faults(run: Run, saved: Path) -> None:
    ended = run("add", saved, "gone.html", "--jobs", "1", "--archive", "other", "--copy")
    assert ended.code == 1
    assert "missing-file" in ended.out
    assert Path("other/payloads").is_dir()


def test_search(run: Run, saved: Path) -> None:
    added(run, saved)
    ended = run("search", "mill road", "--sort", "date")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == "Barn burns"
    assert lines[1].startswith("  23 February 2017 · ")
    assert " years ago | The Town | " in lines[1]
    assert lines[1].endswith("2 versions")
    assert "  Undated | " in ended.out
    assert "2 of 2 found" in ended.err
    ended = run("search", "mill", "--to", "2018-01-01", "--from", "2017-01-01", "--limit", "1", "--json")
    found = json.loads(ended.out)
    assert found["schema"] == "backfile/search/1"
    assert [entry["headline"] for entry in found["entries"]] == ["Barn burns"]
    assert found["undated_left_out"] == 1
    assert run("search", "mill", "--outlet", "the town").out.startswith("Barn burns")
    assert run("search", "nosuchword").code == 1
    assert run("search", "", "--to", "2018-01-01").out.startswith("Barn burns")
    assert run("search", "", "--undated").out.startswith("Cake")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["search", '"mill'], "quotation mark"),
        (["search", "mill", "--from", "yesterday"], "is not a date"),
        (["search", "mill", "--sort", "size"], "size"),
        (["search"], "QUERY"),
        (["nothing"], "nothing"),
        (["read", "a.html", "--json", "--text"], "choose one"),
        (["read", "a.html", "--blocks", "--text"], "choose one"),
        (["read", "a.html", "--evidence", "--json"], "choose one"),
        (["read", "a.txt", "--published", "soon"], "no day"),
        (["read", "a.txt", "--published", "2017-02-23", "--blocks"], "bare text"),
        (["search", "mill", "--undated", "--from", "2017-01-01"], "no side of a day"),
        (["read", "a.html", "--captured-at", "2017-02-23"], "no zone"),
        (["read", "a.html", "--captured-at", "soon"], "no time"),
        (["add", "-"], "save the page"),
        (["add", "a.html", "--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage(run: Run, saved: Path, arguments: list[str], message: str) -> None:
    added(run, saved)
    ended = run(*arguments)
    assert ended.code == 2
    assert message in ended.err
    assert ended.out == ""


@pytest.mark.parametrize("verb", [["search", "x"], ["show", "x"], ["stats"], ["check"]])
def test_no_archive(run: Run, verb: list[str]) -> None:
    ended = run(*verb, "--archive", "nowhere")
    assert (ended.code, ended.out) == (1, "")
    assert "there is no archive here" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert not Path("nowhere").exists()


def test_show(run: Run, saved: Path) -> None:
    added(run, saved)
    found = json.loads(run("search", "barn", "--json").out)["entries"][0]["id"]
    shown = run("show", found)
    assert shown.code == 0
    assert shown.out.startswith("From 23 February 2017 · ")
    assert "changed: body" in shown.out
    story = json.loads(run("show", found, "--json").out)
    assert (story["schema"], story["id"], len(story["versions"])) == ("backfile/story/1", found, 2)
    older = run("show", found, "--version", story["versions"][0]["id"])
    assert "burned on" in older.out
    cake = json.loads(run("search", "eggs", "--json").out)["entries"][0]["id"]
    assert run("show", cake).out.startswith("Undated\n")
    ended = run("show", "zz")
    assert (ended.code, "no story zz" in ended.err) == (1, True)


def test_stats(run: Run, saved: Path) -> None:
    added(run, saved)
    assert "Stories" in run("stats").out
    counted = json.loads(run("stats", "--json").out)
    assert (counted["schema"], counted["captures"], counted["stories"], counted["undated"]) == (
        "backfile/stats/1", 4, 2, 1,
    )  # fmt: skip
    assert counted["skipped"] == [["listing", 1]]


def test_check(run: Run, saved: Path) -> None:
    added(run, saved)
    ended = run("check")
    assert (ended.code, ended.out) == (0, "")
    assert "All is well: 4 captures" in ended.err
    saved.unlink()
    saved.write_text("")
    ended = run("check")
    assert ended.code == 1
    assert len(ended.out.splitlines()) == 4
    assert "4 faults" in ended.err


def test_read(run: Run, saved: Path) -> None:
    ended = run("read", saved)
    assert ended.code == 0
    assert ended.out.startswith("From 23 February 2017 · ")
    assert "\nUndated\n\nCake\n" in ended.out
    assert ": listing: " in ended.err
    lines = run("read", saved, "--jsonl").out.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["story", "story", "story", "listing"]
    markdown = run("read", saved, "--markdown").out
    assert markdown.startswith("# Barn burns\n\n*From 23 February 2017 · ")


def test_read_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = run("read", "empty")
    assert (ended.code, ended.out, ended.err) == (1, "", "empty: there is nothing in it to read\n")


def test_read_one_as_json(run: Run) -> None:
    Path("one.html").write_text(page("Barn", "A barn."))
    ended = run("read", "one.html", "--json")
    assert json.loads(ended.out)["schema"] == "backfile/story/1"
    assert ended.code == 0
    ended = run("read", "one.html", "gone.html", "--text")
    assert ended.code == 1
    assert ended.out.startswith("Undated")
    assert "gone.html: missing-file: " in ended.err
    Path("one.html").write_text("<!-- raise: no such thing -->")
    ended = run("read", "one.html")
    assert (ended.code, ended.out) == (1, "")
    assert "unreadable" in ended.err


def test_read_blocks(run: Run) -> None:
    Path("one.html").write_text("<title>Barn</title><h1>A barn burned on Mill Road</h1><p>Nobody was hurt in it.</p>")
    ended = run("read", "one.html", "--blocks")
    assert ended.code == 0
    lines = [line.split("\t") for line in ended.out.splitlines()]
    assert lines[0] == ["block", "kind", "rule", "tag", "text"]
    assert lines[1][0] == "0"
    assert lines[1][3:] == ["h1", "A barn burned on Mill Road"]
    blocks = json.loads(run("read", "one.html", "--blocks", "--json").out)
    assert [list(block) for block in blocks] == [["index", "kind", "rule", "tag", "text"]] * 2
    assert blocks[1]["text"] == "Nobody was hurt in it."
    assert json.loads(run("read", "one.html", "--blocks", "--jsonl").out) == blocks
    assert run("read", "gone.html", "--blocks").code == 1


def test_read_labels_gives_what_blocks_lists(run: Run) -> None:
    import backfile.reading
    from backfile.model.capture import Capture, Place

    html = b"<h1>A barn burned on Mill Road</h1><p>Nobody was hurt in it.</p>"
    labelled = backfile.reading.read_labels(Capture(html, "", Place("-"), media_type="text/html"))
    assert len(labelled.page.blocks) == len(labelled.labels) == 2


def test_read_evidence(run: Run) -> None:
    story = page("Barn", "<!-- published: 2017-02-23 -->A barn.")
    Path("one.html").write_text(story)
    ended = run("read", "one.html", "--evidence")
    assert ended.code == 0
    assert ended.out.splitlines()[0].split("\t") == [
        "field", "used", "value", "where", "rule", "as printed", "why not",
    ]  # fmt: skip


def test_tables_are_drawn_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from backfile.cli.tables import say_table

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    say_table(
        ("kind", "text"),
        [("paragraph", "[bold] words that go on for more than a line"), ("x", "\x1b[2Jy")],
        is_first=True,
    )
    drawn = capsys.readouterr().out
    assert "─" in drawn
    assert "[bold]" in drawn
    assert "\ufffd[2Jy" in drawn
    assert len(drawn.splitlines()) >= 5


def test_serve_on_a_taken_port(run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.site.open_app", lambda archive: None, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = run("serve", "--port", taken.getsockname()[1])
    assert ended.code == 1
    assert "cannot listen" in ended.err


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys, backfile.cli\n"
        "heavy = {'tantivy', 'numpy', 'starlette', 'uvicorn', 'selectolax', 'fastwarc', 'zstandard', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "src"},
        cwd=Path(__file__).parents[2],
    )
    assert ended.stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--url", "t.example/a", "page.html"), "'t.example/a' is no address: write it as https://"),
        (("--url", "", "page.html"), "'' is no address"),
        (("--url", "https://t.example/a", "page.html", "page.html"), "--url is the address of one page"),
        (("--url", "https://t.example/a", "."), "--url is the address of one page"),
        (
            ("--published", "2999", "page.html"),
            "'2999' is no day that a story can be of: write it as 2017-02-23, 2017-02",
        ),
        (("--published", "", "page.html"), "'' is no day that a story can be of"),
    ],
)
def test_read_used_wrongly(run: Run, arguments: tuple[str, ...], message: str) -> None:
    Path("page.html").write_text(page("Fair", "The fair came."))
    ended = run("read", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("--from", "2017"), 1), (("--from", "2017-02", "--to", "2017-02"), 1), (("--to", "2017"), 1),
        (("--to", "2017-01"), 0), (("--from", "2017-03"), 0), (("--to", "2016"), 0), (("--from", "2017-02-23"), 1),
    ],
)  # fmt: skip
def test_days_may_be_months_and_years(run: Run, saved: Path, days: tuple[str, ...], found: int) -> None:
    added(run, saved)
    assert json.loads(run("search", "", "--json", *days).out)["total"] == found


@pytest.mark.parametrize("verb", [("search", "mill"), ("quotes",)])
@pytest.mark.parametrize(
    ("days", "message"),
    [
        (("--from", "2018", "--to", "2017"), "nothing is published from 2018-01-01 on and up to 2017-12-31"),
        (("--from", "23/2/2017"), "is not a date: write a year, 2017, a month, 2017-02, or a day, 2017-02-23"),
        (("--to", "2017-02-30"), "there is no day 2017-02-30 in the calendar"),
    ],
)
def test_days_that_are_none(run: Run, saved: Path, verb: tuple[str, ...], days: tuple[str, ...], message: str) -> None:
    added(run, saved)
    ended = run(*verb, *days)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_a_page_gives_a_terminal_no_orders(run: Run, tmp_path: Path) -> None:
    hostile = page("Fair\x1b]0;owned\x07", "<!-- byline: By \x9b31mAnn -->The fair\x1b[2J came.\n\nTwo\tcells.")
    added(run, bundle(tmp_path / "hostile.lines", [("https://t.example/fair", None, hostile)]))
    entry = json.loads(run("search", "fair", "--json").out)["entries"][0]
    assert "\x1b" in entry["headline"]
    listed, shown = run("search", "fair").out, run("show", entry["id"]).out
    for out in (listed, shown, run("undated").out):
        assert not {*out} & {*map(chr, range(9)), "\x07", "\x1b", "\x9b"}
        assert "Fair\ufffd]0;owned\ufffd" in out
    assert "Two\tcells." in shown


def test_tables_stand_in_line_under_wide_letters(run: Run, tmp_path: Path) -> None:
    names = ("青潮新聞", "Élan", "The Town")
    pages = [(f"https://t.example/{n}", None, page("A", f"<!-- outlet: {name} -->B.")) for n, name in enumerate(names)]
    added(run, bundle(tmp_path / "wide.lines", pages))
    lines = {line.split()[0]: line for line in run("stats").out.splitlines()}
    width = len(lines["Stories"])
    assert (len(lines["Élan"]), len(lines["青潮新聞"])) == (width, width - 4)


def test_an_excerpt_is_one_line_of_single_spaces(run: Run, tmp_path: Path) -> None:
    added(
        run, bundle(tmp_path / "a.lines", [("https://t.example/a", None, page("A", "The fair came.</p><p>All went."))])
    )
    assert "  The fair came. All went." in run("search", "fair").out.splitlines()
