"""Doubts: each has a page that raises it, and the same page, mended, that does not."""

import pytest

import backfile
from backfile.label import model_vote
from backfile.model.reason_codes import DoubtCode
from backfile.model.story import story_from_dict

FIRST = (
    "The council said on Monday that the ferry to the island will run every hour from May, and that fares will stay as they are.",
    "Ruth Okafor, who has run the harbour since 2009, said the second boat had been mended and would be back in the water by then.",
    "The winter timetable was cut in October after the older of the two boats lost its gearbox on the way home from the island.",
    "Islanders had asked for the boat to run until midnight at weekends, and the council will vote on that in the first week of June.",
)
BELOW = (
    "The mill on Cooper Street will have a new roof before the winter, its owner said on Friday, and the bakery can stay in it.",
    "The old roof was taken off in a storm in March, and since then rain has come into two of the five floors of the building.",
)
TITLE = "Ferry to run every hour from May"


def page(*paragraphs: str, after: str = "", end: str = "</div></body></html>") -> str:
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<html><head><title>{TITLE}</title></head><body><div id='page'><div class='story'><h1>{TITLE}</h1>"
        f"<p class='byline'>By Ruth Birch</p>{text}</div>{after}{end}"
    )


FOOT = "<footer><p>Contact the newsroom</p><p>About us</p><p>Terms of use</p><p>Careers at the paper</p></footer>"
SECOND = (
    "<div class='story'><h1>Mill to have a new roof</h1><p class='byline'>By Tom Ash</p>"
    + "".join(f"<p>{text}</p>" for text in BELOW)
    + "</div>"
)
TWICE = str.maketrans({"é": "Ã©", "ü": "Ã¼", "ö": "Ã¶"})
ACCENTED = tuple(text.replace("Okafor", "Okéfor").replace("boat", "büat").replace("the", "thö") for text in FIRST)
METAS = "<meta property='article:published_time' content='2017-02-23T10:00:00Z'>"
DAYS = page(*FIRST, after=FOOT).replace("<head>", f"<head>{METAS}")

TIDES = "".join(
    f"<div><a href='/tides/{hour}'>The tide at the quay at {hour} o'clock</a></div>" for hour in range(1, 16)
)
ASIDE = f"<aside class='related'><p>{BELOW[0]}</p><p>{BELOW[1]}</p></aside>"
UNSIGNED = page(FIRST[0], after=FOOT).replace("<p class='byline'>By Ruth Birch</p>", "")

PAGES: dict[DoubtCode, tuple[str, str]] = {
    DoubtCode.OPENING: (
        page(*FIRST, *BELOW).replace(
            "<p class='byline'>", f"<aside class='related'><p>{BELOW[0]}</p><p>{BELOW[1]}</p></aside><p class='byline'>"
        ),
        page(*FIRST, *BELOW),
    ),
    DoubtCode.PROSE_LEFT_OUT: (page(*FIRST, after=ASIDE), page(*FIRST, after=FOOT)),
    DoubtCode.SCATTERED: (
        page(*FIRST).replace("</p>\n<p>", f"</p><div class='related'>{TIDES}</div><p>"),
        page(*FIRST),
    ),
    DoubtCode.KIND_NEAR_EVEN: (UNSIGNED, page(*FIRST[:2], after=FOOT)),
    DoubtCode.SEVERAL_STORIES: (page(*FIRST, after=SECOND), page(*FIRST, after=FOOT)),
    DoubtCode.HIDDEN_TEXT: (
        page(*FIRST[:2], after=f"<h3>Read on</h3><div style='display:none'><p>{FIRST[2]}</p><p>{FIRST[3]}</p></div>"),
        page(*FIRST[:2], after=f"<h3>Read on</h3><div><p>{FIRST[2]}</p><p>{FIRST[3]}</p></div>"),
    ),
    DoubtCode.CUT_OFF: (page(*FIRST, FIRST[0][:60], end="")[:-5], page(*FIRST, FIRST[0][:60])),
    DoubtCode.DOUBLE_ENCODED: (page(*ACCENTED).translate(TWICE), page(*ACCENTED)),
    DoubtCode.DATES_CONFLICT: (
        DAYS.replace("By Ruth Birch</p>", "By Ruth Birch</p><p class='date'>Published March 2, 2019</p>"),
        DAYS,
    ),
}


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
