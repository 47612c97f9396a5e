"""A record stored before reasons had codes shows what it showed and explains itself as it did."""

import pytest

import backfile
from backfile.archive.integrity.old_records import with_codes
from backfile.model.reason_codes import OldCode
from backfile.model.story import Story, story_from_dict
from backfile.wording.date_case import say_case
from tests.archive.older import without_codes

DATED = """<html><head><title>Ferry back - The Post</title>
<meta property="article:published_time" content="2017-02-23T16:47:00-05:00"><meta name="date" content="2017-02-23">
</head><body><article><h1>Ferry back</h1><p class="date">February 23, 2017</p><p>{}</p></article><footer>Posted 2011-01-01</footer></body></html>"""
PROSE = "The ferry to the point is back after nine years on the slip, and it sails at nine, as it did before. " * 6


MILL = f"<h1>Mill shut</h1><p>It shut on Monday. {PROSE.replace('ferry', 'mill')}</p>"


def told_again(story: Story) -> Story:
    """The story as a record without codes gives it."""
    return story_from_dict(with_codes(without_codes(story.to_dict())))


def test_stories_read_and_explain_themselves_as_before() -> None:
    before = [backfile.read(page) for page in (DATED.format(PROSE), MILL)]
    after = [told_again(story) for story in before]
    assert [without_codes(story.to_dict()) for story in after] == [without_codes(story.to_dict()) for story in before]
    assert [say_case(story) for story in after] == [say_case(story) for story in before]
    assert "agree" in "".join(say_case(story) or "" for story in after)
    assert after[0].kind_reason is not None
    assert after[0].kind_reason.code == OldCode.IN_WORDS


def test_a_sentence_that_no_version_had_is_kept_and_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.archive.integrity.old_records._WHY_NOT", {})
    story = told_again(backfile.read(DATED.format(PROSE)))
    assert {clue.why_not.code for clue in story.evidence if clue.why_not} == {OldCode.IN_WORDS}
    assert not any(clue.could_decide for clue in story.evidence if not clue.used)
