"""The tables and the picture."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from bench.extractors import EVERY
from bench.picture import draw
from bench.scores import Truth, summary
from bench.tables import kind_table, markdown_table, score_table, time_table, views_of
from bench.timing import Timing

TRUTHS = [
    {"id": "1", "page_type": "article", "body": "The ferry left at noon.", "headline": "Ferry leaves"},
    {"id": "2", "page_type": "product", "body": "A lamp for the desk."},
]
ANSWER = {"body": "The ferry left at noon", "headline": "Ferry <leaves>", "kind": "story"}
PAGES = {name: [Truth(truth).score(ANSWER, EVERY[name]) for truth in TRUTHS] for name in ("justext", "backfile")}
TIMING = Timing(
    set_name="made-up",
    pages=2,
    page_kb=3,
    when="2026-01-02",
    rounds=3,
    load=0.5,
    ms={"parse-floor": 0.5, "backfile": 2.0, "justext": 20.0},
    spread={"parse-floor": (0.4, 0.6), "backfile": (1.9, 2.1), "justext": (19.0, 21.0)},
)


def test_a_set_of_several_types_has_a_table_of_its_articles_first() -> None:
    views = views_of("made-up", "2 pages", PAGES)
    assert [(view.title, view.rows["justext"].pages) for view in views] == [
        ("made-up, its articles", 1),
        ("made-up, pages of all types", 2),
    ]


def test_backfile_is_the_first_row_and_empty_columns_are_left_out() -> None:
    lines = score_table(views_of("made-up", "", PAGES)[0], absent=["goose3"]).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["backfile", "justext", "goose3"]
    assert "not installed here" in lines[-1]
    assert "headline" in lines[0]
    assert "segments" not in lines[0]


def test_types_of_page_are_counted_apart() -> None:
    table = kind_table(PAGES["backfile"])
    assert "| article   | a story       | 1     | 1     | 1.000 |" in table
    assert "| product   | none          | 1     | 0     | 0.000 |" in table


def test_times_are_multiples_of_the_parse() -> None:
    rows = time_table(TIMING, {"backfile": 55}).splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert cells[1] == ["backfile", "2.00", "1.90 to 2.10", "4.0", "1.00", "55 MB"]
    assert cells[2][3:] == ["40.0", "10.00", "-"]


def test_a_tables_columns_are_aligned() -> None:
    assert markdown_table(["", "b"], [["long", "1"]]) == "|      | b |\n| ---- | - |\n| long | 1 |"


def test_the_picture_is_svg_with_a_bar_for_each_figure() -> None:
    rows = {name: summary(pages) for name, pages in PAGES.items()}
    root = ET.fromstring(draw("made-up & <small>", rows, TIMING))
    space = "{http://www.w3.org/2000/svg}"
    texts = [element.text for element in root.iter(f"{space}text")]
    assert root.tag == f"{space}svg"
    assert {"Backfile", "justext", "not given", "2 news pages (made-up & <small>)", "20.0"} <= set(texts)
    bars = [element for element in root.iter(f"{space}rect") if "bar" in element.get("class", "").split()]
    assert len(bars) == 2 * 3 + 1  # body, exact and time for both; the headline for one
    assert all(0 < float(bar.get("width", 0)) <= 74 for bar in bars)
    assert "prefers-color-scheme:dark" in "".join(root.itertext())


def test_the_picture_can_do_without_times() -> None:
    rows = {"backfile": replace(summary(PAGES["backfile"]), headline=None)}
    texts = [element.text for element in ET.fromstring(draw("made-up", rows, None)).iter()]
    assert "Time, less is better" not in texts
    assert "Headline" not in texts
