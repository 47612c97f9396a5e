"""Records that a Backfile without codes stored: the codes of their sentences, so that a story's date is explained as before.

The sentences are those of that Backfile, and are kept here as they were, whatever wording/ says now. One that is not here keeps its words.
"""

from typing import Any

from backfile.model.date_rules import DateRule
from backfile.model.plain_values import ground_of
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason

_WHY_NOT: dict[str, Reason] = {
    **{f"{rule} comes first": ClueCode.OUTRANKED.of(rule.value) for rule in DateRule},
    "it could not be read as a date": ClueCode.UNREADABLE.of(),
    "no year is printed, and no weekday that would tell it": ClueCode.NO_YEAR.of(),
    "it is after the capture": ClueCode.AFTER_CAPTURE.of(),
    "it is before the web": ClueCode.BEFORE_WEB.of(),
    "a stamp after the text with no word beside it may be anything's": ClueCode.AFTER_TEXT.of(),
    "it is the moment of serving": ClueCode.SERVED.of(),
    "it stands outside the story": ClueCode.OUTSIDE.of(),
    "it stands in the text, which has begun": ClueCode.IN_TEXT.of(),
    "it stands in a sentence": ClueCode.IN_SENTENCE.of(),
    "it heads a sentence": ClueCode.HEADS_SENTENCE.of(),
    "the words before it say that it is not the story's": ClueCode.WORDS_BEFORE.of(),
    "a time and a place stand beside it: it is an event's": ClueCode.OF_EVENT.of(),
    "a span of days or hours is an event's": ClueCode.OF_SPAN.of(),
    "it is one of the days of a paper's review": ClueCode.OF_REVIEW.of(),
    "it stands in a list of months or beside the weather": ClueCode.OF_LIST.of(),
    "the page says so of several days": ClueCode.SEVERAL_DAYS.of(),
}


def with_codes(record: dict[str, Any]) -> dict[str, Any]:
    """The record (schema `backfile/story/1`) with a code for each reason that is known by its sentence."""
    if all("why_not_ground" in clue for clue in record["evidence"]):
        return record
    evidence = [{**clue, "why_not_ground": ground_of(_WHY_NOT.get(clue["why_not"]))} for clue in record["evidence"]]
    return {**record, "evidence": evidence}
