"""An archive made before reasons had codes opens, shows what it showed and answers as it answered."""

from pathlib import Path

import pytest

import backfile
from backfile.model.reason_codes import OldCode
from backfile.wording.date_case import say_case
from tests.archive.older import make_older, without_codes

DATED = """<html><head><title>Ferry back - The Post</title>
<meta property="article:published_time" content="2017-02-23T16:47:00-05:00"><meta name="date" content="2017-02-23">
</head><body><article><h1>Ferry back</h1><p class="date">February 23, 2017</p><p>{}</p></article><footer>Posted 2011-01-01</footer></body></html>"""
PROSE = "The ferry to the point is back after nine years on the slip, and it sails at nine, as it did before. " * 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "ferry.html").write_text(DATED.format(PROSE))
    (saved / "mill.html").write_text(f"<h1>Mill shut</h1><p>It shut on Monday. {PROSE.replace('ferry', 'mill')}</p>")
    with backfile.open(tmp_path / "archive") as archive:
        archive.add(saved)
    return tmp_path / "archive"


def test_stories_read_and_explain_themselves_as_before(folder: Path) -> None:
    with backfile.Archive(folder) as archive:
        before = [archive.story(entry.id) for entry in archive.search("").entries]
    make_older(folder)
    with backfile.Archive(folder) as archive:
        after = [archive.story(entry.id) for entry in archive.search("").entries]
    assert len(before) == 2
    assert [without_codes(story.to_dict()) for story in after] == [without_codes(story.to_dict()) for story in before]
    assert [say_case(story) for story in after] == [say_case(story) for story in before]
    assert "agree" in "".join(say_case(story) or "" for story in after)
    assert after[0].kind_reason.code == OldCode.IN_WORDS


def test_a_sentence_that_no_version_had_is_kept_and_decides_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backfile.archive.store.old_records._WHY_NOT", {})
    make_older(folder)
    with backfile.Archive(folder) as archive:
        story = next(archive.story(entry.id) for entry in archive.search("ferry").entries)
    assert {clue.why_not.code for clue in story.evidence if clue.why_not} == {OldCode.IN_WORDS}
    assert not any(clue.could_decide for clue in story.evidence if not clue.used)
