"""Why a clue to a date did not decide, in English."""

from backfile.model.reason_codes import ClueCode, SettledCode
from backfile.model.reasons import Code, Words
from backfile.wording.age import tell_settling
from backfile.wording.site_languages import gettext, to_translate


def _taken_back(by: str, day: str, because: str | None) -> str:
    return gettext("taken back by {settling}").format(settling=tell_settling(by, day, because))


def _settled_anew(by: str, day: str, because: str | None) -> str:
    return gettext("settled anew by {settling}").format(settling=tell_settling(by, day, because))


CLUES: dict[Code, Words] = {
    ClueCode.OUTRANKED: to_translate("{by} comes first"),
    ClueCode.UNREADABLE: to_translate("it could not be read as a date"),
    ClueCode.NO_YEAR: to_translate("no year is printed, and no weekday that would tell it"),
    ClueCode.AFTER_CAPTURE: to_translate("it is after the capture"),
    ClueCode.BEFORE_WEB: to_translate("it is before the web"),
    ClueCode.AFTER_TEXT: to_translate("a stamp after the text with no word beside it may be anything's"),
    ClueCode.SERVED: to_translate("it is the moment of serving"),
    ClueCode.OUTSIDE: to_translate("it stands outside the story"),
    ClueCode.IN_TEXT: to_translate("it stands in the text, which has begun"),
    ClueCode.IN_SENTENCE: to_translate("it stands in a sentence"),
    ClueCode.HEADS_SENTENCE: to_translate("it heads a sentence"),
    ClueCode.WORDS_BEFORE: to_translate("the words before it say that it is not the story's"),
    ClueCode.OF_EVENT: to_translate("a time and a place stand beside it: it is an event's"),
    ClueCode.OF_ISSUE: to_translate("it is the day of a printed issue"),
    ClueCode.OF_SPAN: to_translate("a span of days or hours is an event's"),
    ClueCode.OF_REVIEW: to_translate("it is one of the days of a paper's review"),
    ClueCode.OF_LIST: to_translate("it stands in a list of months or beside the weather"),
    ClueCode.SEVERAL_DAYS: to_translate("the page says so of several days"),
    ClueCode.NO_STORY: to_translate("the page is no story, and was not published as one"),
    ClueCode.OF_IMPORT: to_translate(
        "so many posts of the export share the day that it is that of a move to another system"
    ),
    ClueCode.NAMED_BEFORE: to_translate("what was saved on {day} names the story already"),
    SettledCode.PAGE_STANDS: to_translate("the page gives another date, which stays"),
    SettledCode.PAGE_AGREES: to_translate("the page gives that date itself"),
    SettledCode.TAKEN_BACK: _taken_back,
    SettledCode.SETTLED_ANEW: _settled_anew,
}
