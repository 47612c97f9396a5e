"""Tables: one row each, columns as promised, no formula of a spreadsheet, years as folders, and the record whole in Parquet."""

import csv
import json
from pathlib import Path

import pyarrow.dataset
import pytest

import backfile
from backfile import Archive, ExtraMissing
from backfile.export.archive_tables import TABLES
from backfile.export.csv_files import write_csv
from backfile.export.json_lines import write_json_lines
from backfile.export.parquet_files import write_parquet


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_each(sample: Archive, tmp_path: Path) -> None:
    done = write_csv(sample, sample.stories(), tmp_path / "out")
    tables = {table.name: _rows(tmp_path / "out" / f"{table.name}.csv") for table in TABLES}
    for table in TABLES:
        assert list(tables[table.name][0]) == [name for name in table.columns if name != "record"]
    stories = list(sample)
    assert done.count == len(tables["stories"]) == len(stories)
    by_id = {row["id"]: row for row in tables["stories"]}
    for story in stories:
        row = by_id[story.id]
        assert row["text"].removeprefix("'") == story.body
        assert row["published"] == (story.published.value if story.published else "")
        assert row["basis"] == (story.published.basis if story.published else "")
    assert len(tables["versions"]) == sum(len(story.versions) for story in stories)
    assert len(tables["quotations"]) == sum(len(story.quotes) for story in stories)
    assert len(tables["captures"]) == sum(len(sample.captures_of(story.id)) for story in stories)
    assert {row["story"] for row in tables["captures"]} == set(by_id)


def test_a_cell_gives_a_spreadsheet_no_orders(tmp_path: Path) -> None:
    prose = "<p>The board met on Monday and put the vote on the ferry off until the fares are known to all of its members.</p>"
    page = f"<h1>=HYPERLINK(&quot;https://evil.example&quot;)</h1><p>By @Ann Roy</p>{prose * 4}"
    (tmp_path / "page.html").write_text(page, "utf-8")
    with backfile.open(tmp_path / "back") as archive:
        archive.add(tmp_path / "page.html")
        done = write_csv(archive, archive.stories(), tmp_path / "out")
    (row,) = _rows(tmp_path / "out" / "stories.csv")
    assert row["title"] == '\'=HYPERLINK("https://evil.example")'
    assert sum(done.lost.values()) >= 1
    for path in (tmp_path / "out").iterdir():
        assert not [cell for row in _rows(path) for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_parquet_is_parted_by_year_and_holds_the_record(sample: Archive, tmp_path: Path) -> None:
    write_parquet(sample, sample.stories(), tmp_path / "out")
    table = pyarrow.dataset.dataset(tmp_path / "out" / "stories", partitioning="hive").to_table().to_pylist()
    for row in table:
        story = sample[row["id"]]
        assert json.loads(row["record"]) == json.loads(json.dumps(story.to_dict()))
        assert row["year"] == (int(story.published.value[:4]) if story.published else None)
        assert row["date"] == (story.published.date if story.published else None)
    assert len(table) == len(sample)
    assert sum(row["year"] is None for row in table) == sum(story.published is None for story in sample)


def test_parquet_without_pyarrow_says_what_to_install(
    sample: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'backfile\[parquet\]'"):
        write_parquet(sample, sample.stories(), tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_json_lines_are_the_records(sample: Archive, tmp_path: Path) -> None:
    write_json_lines(sample, sample.stories(where="ferry"), tmp_path / "out.jsonl")
    records = list(map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines()))
    assert records == [json.loads(json.dumps(story.to_dict())) for story in sample.stories(where="ferry")]
    assert len(records) > 2
