"""Why a clue to a date did not decide, in English."""

from backfile.model.reason_codes import ClueCode, SettledCode
from backfile.model.reasons import Code, Words
from backfile.wording.age import say_settling


def _taken_back(by: str, day: str, because: str | None) -> str:
    return f"taken back by {say_settling(by, day, because)}"


def _settled_anew(by: str, day: str, because: str | None) -> str:
    return f"settled anew by {say_settling(by, day, because)}"


CLUES: dict[Code, Words] = {
    ClueCode.OUTRANKED: "{by} comes first",
    ClueCode.UNREADABLE: "it could not be read as a date",
    ClueCode.NO_YEAR: "no year is printed, and no weekday that would tell it",
    ClueCode.AFTER_CAPTURE: "it is after the capture",
    ClueCode.BEFORE_WEB: "it is before the web",
    ClueCode.AFTER_TEXT: "a stamp after the text with no word beside it may be anything's",
    ClueCode.SERVED: "it is the moment of serving",
    ClueCode.OUTSIDE: "it stands outside the story",
    ClueCode.IN_TEXT: "it stands in the text, which has begun",
    ClueCode.IN_SENTENCE: "it stands in a sentence",
    ClueCode.HEADS_SENTENCE: "it heads a sentence",
    ClueCode.WORDS_BEFORE: "the words before it say that it is not the story's",
    ClueCode.OF_EVENT: "a time and a place stand beside it: it is an event's",
    ClueCode.OF_ISSUE: "it is the day of a printed issue",
    ClueCode.OF_SPAN: "a span of days or hours is an event's",
    ClueCode.OF_REVIEW: "it is one of the days of a paper's review",
    ClueCode.OF_LIST: "it stands in a list of months or beside the weather",
    ClueCode.SEVERAL_DAYS: "the page says so of several days",
    ClueCode.NO_STORY: "the page is no story, and was not published as one",
    ClueCode.OF_IMPORT: "so many posts of the export share the day that it is that of a move to another system",
    ClueCode.NAMED_BEFORE: "what was saved on {day} names the story already",
    SettledCode.PAGE_STANDS: "the page gives another date, which stays",
    SettledCode.PAGE_AGREES: "the page gives that date itself",
    SettledCode.TAKEN_BACK: _taken_back,
    SettledCode.SETTLED_ANEW: _settled_anew,
}
