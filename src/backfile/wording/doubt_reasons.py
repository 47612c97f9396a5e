"""Why a reading may be wrong, in English."""

from backfile.model.page import CutSign
from backfile.model.reason_codes import DoubtCode
from backfile.model.reasons import Code, Words
from backfile.wording.enumeration import enumerated

_SIGNS: dict[str, str] = {
    CutSign.RECORD: "the record that holds it ends before it does",
    CutSign.TAG: "its markup ends inside a tag",
    CutSign.TEXT: "its markup ends in a line of text",
    CutSign.BOXES: "its markup ends with boxes open",
    CutSign.BODY: "its markup ends without the end of its body",
}


def _cut_off(sign: str) -> str:
    seen = f": {_SIGNS[sign]}" if sign in _SIGNS else ""
    return f"the page was cut off, and the story's end may be missing{seen}"


def _dates_conflict(value: str, others: tuple[str, ...]) -> str:
    return f"{value} was taken, and the page says {enumerated(others) if others else 'another day'} too"


def _near_even(kind: str, log_odds: float) -> str:
    other = "no story" if kind in _STORIES else "a story"
    return f"it was taken for {_KINDS.get(kind, kind)}, and may be {other}: what it is made of says so (log odds of a story {log_odds:.1f})"


_STORIES = ("story", "live-blog", "video", "gallery")
_KINDS = {
    "story": "a story",
    "live-blog": "a live blog",
    "video": "a video",
    "gallery": "a gallery",
    "listing": "a listing",
    "other": "no story",
}

DOUBTS: dict[Code, Words] = {
    DoubtCode.READINGS_DISAGREE: "the rules and the block model disagree on what is text: on {share} % of its length",
    DoubtCode.OPENING: "prose between the headline and the text is not in it, {blocks} blocks",
    DoubtCode.PROSE_LEFT_OUT: "the text is short: {share} % of the prose on the page, notices and notes aside",
    DoubtCode.SCATTERED: "the text stands in {blocks} blocks among {lines} lines that are furniture",
    DoubtCode.SEVERAL_STORIES: "another story stands below: “{headline}”",
    DoubtCode.HIDDEN_TEXT: "{share} % of the text is hidden until something shows it",
    DoubtCode.CUT_OFF: _cut_off,
    DoubtCode.DOUBLE_ENCODED: "the text was encoded twice, and that was undone",
    DoubtCode.KIND_NEAR_EVEN: _near_even,
    DoubtCode.DATES_CONFLICT: _dates_conflict,
}
