"""Which files a job is to read."""

import gzip
from datetime import date
from pathlib import Path

from backfile.cluster.input_list import Choice, list_inputs


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


DAYS = [f"crawl/CC-NEWS-201702{day}010101-00001.warc.gz" for day in ("22", "23", "24")]


def test_a_list_of_paths_names_files_behind_its_prefix_of_the_days_wanted(tmp_path: Path) -> None:
    made(tmp_path / "store", *DAYS)
    lines = "\n".join([*DAYS, "crawl/CC-NEWS-20170224020202-00002.warc.gz", "crawl/of-no-day.warc.gz"])
    (tmp_path / "warc.paths.gz").write_bytes(gzip.compress(lines.encode()))
    choice = Choice(str(tmp_path / "store"), date(2017, 2, 23), date(2017, 2, 24))
    found = list_inputs([str(tmp_path / "warc.paths.gz")], choice)
    assert [one.address for one in found.inputs] == [str(tmp_path / "store" / name) for name in DAYS[1:]]
    assert found.left_out == 2
    (missing,) = found.refused
    assert missing.place.path.endswith("-00002.warc.gz")
    assert missing.reason == "missing-file"


def test_days_are_of_what_is_found_and_not_of_what_is_named(tmp_path: Path) -> None:
    made(tmp_path, *DAYS)
    choice = Choice(until=date(2017, 2, 22))
    named = list_inputs([str(tmp_path / DAYS[2]), str(tmp_path / "crawl")], choice)
    assert [Path(one.address).name for one in named.inputs] == [Path(DAYS[2]).name, Path(DAYS[0]).name]
    assert [one.is_named for one in named.inputs] == [True, False]


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "warc.paths.gz").write_bytes(b"\x1f\x8bnot gzip")
    found = list_inputs([str(tmp_path / "warc.paths.gz"), str(tmp_path / "none.paths")], Choice())
    assert [one.message.startswith("The list cannot be read") for one in found.refused] == [True, True]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, *DAYS)
    found = list_inputs([str(tmp_path), str(tmp_path / DAYS[0])], Choice())
    assert len(found.inputs) == 3
