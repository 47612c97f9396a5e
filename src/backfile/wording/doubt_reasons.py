"""Why a reading may be wrong, in English."""

from backfile.model.page import CutSign
from backfile.model.reason_codes import DoubtCode
from backfile.model.reasons import Code, Words
from backfile.wording.enumeration import enumerated
from backfile.wording.site_languages import gettext, to_translate

_SIGNS: dict[str, str] = {
    CutSign.RECORD: to_translate("the record that holds it ends before it does"),
    CutSign.TAG: to_translate("its markup ends inside a tag"),
    CutSign.TEXT: to_translate("its markup ends in a line of text"),
    CutSign.BOXES: to_translate("its markup ends with boxes open"),
    CutSign.BODY: to_translate("its markup ends without the end of its body"),
}


def _cut_off(sign: str) -> str:
    words = gettext("the page was cut off, and the story's end may be missing")
    return f"{words}: {gettext(_SIGNS[sign])}" if sign in _SIGNS else words


def _dates_conflict(value: str, others: tuple[str, ...]) -> str:
    said = enumerated(others) if others else gettext("another day")
    return gettext("{value} was taken, and the page says {others} too").format(value=value, others=said)


def _near_even(kind: str, log_odds: float) -> str:
    words = gettext(
        "it was taken for {kind}, and may be {other}: what it is made of says so (log odds of a story {odds})"
    )
    other = gettext("no story") if kind in _STORIES else gettext("a story")
    return words.format(kind=gettext(_KINDS[kind]) if kind in _KINDS else kind, other=other, odds=f"{log_odds:.1f}")


_STORIES = ("story", "live-blog", "video", "gallery")
_KINDS = {
    "story": to_translate("a story"),
    "live-blog": to_translate("a live blog"),
    "video": to_translate("a video"),
    "gallery": to_translate("a gallery"),
    "listing": to_translate("a listing"),
    "other": to_translate("no story"),
}

DOUBTS: dict[Code, Words] = {
    DoubtCode.READINGS_DISAGREE: to_translate(
        "the rules and the block model disagree on what is text: on {share} % of its length"
    ),
    DoubtCode.OPENING: to_translate("prose between the headline and the text is not in it, {blocks} blocks"),
    DoubtCode.PROSE_LEFT_OUT: to_translate(
        "the text is short: {share} % of the prose on the page, notices and notes aside"
    ),
    DoubtCode.SCATTERED: to_translate("the text stands in {blocks} blocks among {lines} lines that are furniture"),
    DoubtCode.SEVERAL_STORIES: to_translate("another story stands below: “{headline}”"),
    DoubtCode.HIDDEN_TEXT: to_translate("{share} % of the text is hidden until something shows it"),
    DoubtCode.CUT_OFF: _cut_off,
    DoubtCode.DOUBLE_ENCODED: to_translate("the text was encoded twice, and that was undone"),
    DoubtCode.KIND_NEAR_EVEN: _near_even,
    DoubtCode.DATES_CONFLICT: _dates_conflict,
}
