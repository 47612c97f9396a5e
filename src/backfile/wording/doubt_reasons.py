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
}


def _cut_off(sign: str) -> str:
    seen = f": {_SIGNS[sign]}" if sign in _SIGNS else ""
    return f"the page was cut off, and the story's end may be missing{seen}"


def _dates_conflict(value: str, others: tuple[str, ...]) -> str:
    return f"{value} was taken, and the page says {enumerated(others) if others else 'another day'} too"


DOUBTS: dict[Code, Words] = {
    DoubtCode.SEVERAL_STORIES: "another story stands below: “{headline}”",
    DoubtCode.HIDDEN_TEXT: "{words} words of the text are hidden until something shows them",
    DoubtCode.CUT_OFF: _cut_off,
    DoubtCode.DOUBLE_ENCODED: "the text was encoded twice, and that was undone",
    DoubtCode.DATES_CONFLICT: _dates_conflict,
}
