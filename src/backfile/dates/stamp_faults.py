"""What the words around a printed stamp say against it: an issue's day, an event's, a deadline, a broadcast, another story's."""

import re

from backfile.dates.cue_words import (
    BEFORE_ANOTHER_DAY,
    DATED,
    NOT_THE_STORY,
    OF_AN_ISSUE,
    OF_ANOTHER_DAY,
    OF_STATE,
    THEN_AN_ISSUE,
)
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.printed_days import without_weekday
from backfile.late_pattern import late
from backfile.lexicon.byline_openings import STARTS_AS_BYLINE
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason

# "Editor’s Note, May 4, 2016: ..." heads a note
HEADS_NOTE = late(r"\b(?:note|anmerkung|hinweis|nota|noot|disclosure)\b", re.I)
# the first day of a span, before its last: "14. - ", "June 5 – "; not "Jane Roe - ", "17:44 - "
_TO_A_SPAN = late(r"(?<![\d:.])(?:3[01]|[12]\d|[1-9])\.?(?:\s?(?:st|nd|rd|th))?\s?[-–—]\s?$")
# what goes on from the first day of a span: " – 9 June", " - 21:00", " to 9 pm"; not " - 11 minutes", " | 4 min"
_ON_FROM_A_SPAN = late(
    r"\s?(?:[-–—]|to|bis|until|till|à|al|a|tot|til)\s?(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\d{1,2}[:.h]\d\d|(?:\d{1,2}\.?(?:st|nd|rd|th)?\s)?[^\W\d_]{3,10}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})",
    re.I,
)
# "Opening night: ", "Court date: "; not "Harbor | ", "By:KJ 12:"
_LABEL = late(r"(?<![^\W\d])[^\W\d]{2,}\s?:\s*$")
# a translation's: "原文(投稿日："
_OF_THE_SOURCE = late("原文|原載|原著")
# ": This story is one of several"; not ": Ferry stopped", " | 4 min read"
_THEN_A_SENTENCE = late(r"\s?:\s(?:[^\s|·•]+\s){5}")
# "February 2017 (9)": a blog's list of months
_OF_AN_ARCHIVE = late(r"\s?\(\d{1,4}\)")
# "Published in the print edition of the "; not "Published: "
_IN_AN_ISSUE = late(r"\b(?:in|appeared) (?:the )?(?:\w+ ){0,2}(?:print edition|issue)(?: of)?(?: the)?[\s,]*$", re.I)
# "submitted 04.04.19; peer-reviewed by", "Preprints (earlier versions) ... first published"; not "Submitted by admin on"
_OF_A_PAPER = late(r"\b(?:submitted|received)\b.*\b(?:accepted|peer-reviewed)\b|\bpreprints?\b", re.I)
CITED = late(r"\bdoi:|\bPMID\b|\b(?:19|20)\d\d;\s?\d+", re.I)
"""Matches "J Dent. 2019;46:632. Published 2019 May 22. doi:10.1111": an entry of a list of papers after a story."""


def fault_of_words(text: str, before: str, field: str | None, stamp: ParsedStamp) -> Reason | None:
    """Why a stamp of a line is not the story's, by the words around it; `before` is what stands before it outside of links, `field`
    what they name."""
    fault = _fault_of_bare(text, before, stamp) if field is None else _fault_of_named(text, before, field, stamp)
    if fault is not None:
        return fault
    if _TO_A_SPAN.search(text, 0, stamp.start) or _ON_FROM_A_SPAN.match(text, stamp.end):
        return ClueCode.OF_SPAN.of()
    if "°" in text or _OF_AN_ARCHIVE.match(text, stamp.end):
        return ClueCode.OF_LIST.of()
    return None


def _fault_of_bare(text: str, before: str, stamp: ParsedStamp) -> Reason | None:
    if OF_AN_ISSUE.search(before) or THEN_AN_ISSUE.match(text, stamp.end):
        return ClueCode.OF_ISSUE.of()
    if NOT_THE_STORY.is_in(before) or OF_ANOTHER_DAY.match(without_weekday(before)) or HEADS_NOTE.search(before):
        return ClueCode.WORDS_BEFORE.of()
    is_limit = stamp.kind != "relative" and BEFORE_ANOTHER_DAY.search(text, 0, stamp.start) is not None
    if is_limit or _has_another_label(text[: stamp.start]):  # "for 2 dager siden" is no limit
        return ClueCode.WORDS_BEFORE.of()
    return ClueCode.HEADS_SENTENCE.of() if _THEN_A_SENTENCE.match(text, stamp.end) else None


def _fault_of_named(text: str, before: str, field: str, stamp: ParsedStamp) -> Reason | None:
    if field == "published" and (THEN_AN_ISSUE.match(text, stamp.end) or _IN_AN_ISSUE.search(before)):
        return ClueCode.OF_ISSUE.of()
    if _OF_THE_SOURCE.search(before):
        return ClueCode.WORDS_BEFORE.of()
    return ClueCode.OF_REVIEW.of() if field == "published" and _OF_A_PAPER.search(text) else None


def _has_another_label(before: str) -> bool:
    """Whether a label stands right before a stamp that is none of a story's stamps: "Opening night: "; not "Date: ", "By KJ: "."""
    label = _LABEL.search(before)
    if label is None or STARTS_AS_BYLINE.match(before):
        return False
    return not (DATED.search(label[0]) or OF_STATE.search(before))
