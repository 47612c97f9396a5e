"""Doubts: each has a page that raises it, and the same page, mended, that does not."""

import pytest
from tests.doubtful_pages import FIRST, FOOT, PAGES, page

import backfile
from backfile.label import model_vote
from backfile.model.reason_codes import DoubtCode
from backfile.model.story import story_from_dict


def words_of(markup: str) -> list[str]:
    return [doubt.reason for doubt in backfile.read(markup, "https://paper.example/ferry", analyse=False).doubts]


@pytest.mark.parametrize("code", PAGES)
def test_each_doubt_is_raised_by_its_page_alone(code: DoubtCode) -> None:
    doubtful, mended = PAGES[code]
    assert code in words_of(doubtful)
    assert words_of(mended) == []


def test_every_doubt_has_a_page() -> None:
    assert set(PAGES) | {DoubtCode.READINGS_DISAGREE} == set(DoubtCode)


@pytest.mark.parametrize(("score", "is_doubtful"), [(0.05, True), (0.9, False)])
def test_a_body_that_the_model_would_not_take_is_in_doubt(
    monkeypatch: pytest.MonkeyPatch, score: float, is_doubtful: bool
) -> None:
    monkeypatch.setattr(model_vote, "score_blocks", lambda page, zone: [score] * len(zone))
    words = words_of(page(*FIRST, "Fares are 4 pounds.", after=FOOT))
    assert words == (["body-readings-disagree"] if is_doubtful else [])


@pytest.mark.parametrize("code", PAGES)
def test_a_doubt_is_read_back_as_it_was(code: DoubtCode) -> None:
    story = backfile.read(PAGES[code][0], "https://paper.example/ferry")
    again = story_from_dict(story.to_dict())
    assert again.doubts == story.doubts
    assert list(map(str, (doubt.detail for doubt in again.doubts))) == [str(doubt.detail) for doubt in story.doubts]


@pytest.mark.parametrize(
    ("end", "sign"),
    [
        ("<p>The vote is on Tues", "text"),
        ("<p>The vote is on Tuesday.</p><div class='rel", "tag"),
        ("<p>The vote is on Tuesday.</p><script>var a = 1;", "tag"),
        ("<p>The vote is on Tuesday.</p>", "boxes"),
    ],
)
def test_a_page_that_was_cut_says_how_that_is_seen(end: str, sign: str) -> None:
    whole = page(*FIRST)
    cut = whole[: whole.rindex("</div></div>")] + end
    (doubt,) = backfile.read(cut).doubts
    assert (doubt.field, doubt.reason, doubt.detail.said) == ("body", "cut-off", {"sign": sign})


def test_a_page_that_writes_out_its_body_and_not_its_end_was_cut() -> None:
    whole = f"<html><head><title>Rain</title></head><body><h1>Rain</h1><p>By Ruth Birch</p>{''.join(f'<p>{text}</p>' for text in FIRST)}"
    (doubt,) = backfile.read(whole).doubts
    assert (doubt.reason, doubt.detail.said) == ("cut-off", {"sign": "body"})
    assert backfile.read(f"{whole}</body></html>").doubts == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Rain</title><h1>Rain</h1><p>By Ruth Birch" + "".join(f"<p>{text}" for text in FIRST),
        f"<title>Rain</title><h1>Rain</h1><p>By Ruth Birch<p>{FIRST[0]}<p>{FIRST[1]}<hr>by hand, 1998.",
        page(*FIRST, after=FOOT, end="")[:-4],
    ],
    ids=["end tags left out", "written by hand", "cut below the story"],
)
def test_a_story_that_is_whole_is_in_no_doubt(markup: str) -> None:
    assert words_of(markup) == []
