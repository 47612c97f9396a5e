"""A field of a made-up page that falls is named, with its page; one that was known to be wrong is not."""

import json
from pathlib import Path

import pytest

from bench import check_fields

SCORER = """
def outlet(truth, record):
    yield "outlet", "right" if record["outlet"]["name"] == truth["outlet"] else "wrong", f"want {truth['outlet']}"

JUDGES = (outlet,)
"""
PAGE = (
    "<title>Basin drained - {outlet}</title><h1>Basin drained</h1><p>" + "The board drained the basin on Monday. " * 9
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "score.py").write_text(SCORER)
    truths = [
        {"id": name, "file": f"{name}.html", "url": None, "captured_at": None, "outlet": "The Courier"}
        for name in ("right", "fallen", "known")
    ]
    (tmp_path / "truth.jsonl").write_text("".join(json.dumps(truth) + "\n" for truth in truths))
    for truth in truths:
        outlet = "The Courier" if truth["id"] == "right" else "The Gazette"
        (tmp_path / "pages" / str(truth["file"])).write_text(PAGE.format(outlet=outlet))
    return tmp_path


def test_what_fell_is_named(folder: Path) -> None:
    wrong = dict(check_fields.of_folder(folder))
    assert set(wrong) == {("fallen", "outlet"), ("known", "outlet")}
    (line,) = check_fields.fallen(wrong, {("known", "outlet")})
    assert line.startswith("fallen: outlet fell: wrong: want The Courier")
