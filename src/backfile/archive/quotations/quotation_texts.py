"""A quotation's text as lists print it, and the day that the story gives for the saying: read from its record."""

import re
from bisect import bisect_right
from typing import TypeAlias

from backfile.archive.store.record_form import Record
from backfile.model.certainties import DateCertainty
from backfile.model.quotation import BETWEEN_PIECES

Days: TypeAlias = list[tuple[int, int, str]]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BESIDE = re.compile(r"(?:\W*\b(?:on|late|early|in|at|an?|the|of|to|his|her|its|their|[\w’'-]+)\b){0,7}[\s,]*")
"""Matches " in a statement on ": a few words with no stop between. What is between a cue and the day that goes with it."""
_STOPS = re.compile(
    '[.;:!?()—–“”"«»\n]|, (?:who|which|where|when|after|before|but|and)\\b|\\b(?:since|until|by|before)\\b'
)
"""Matches ", who": after it another clause begins, and its day is not the day of the saying."""
_LEADS_IN = re.compile(r"\b(?:on|late|early) $", re.IGNORECASE)
"""Matches the "On " of "On Tuesday Lee said"; without it the day ends the sentence before."""
_FARTHEST = 60
_INHERITED = DateCertainty.LAST_NAMED
"""The certainty of a clock time with no day of its own."""


def days_in(record: Record) -> Days:
    """The days that a record's body names, in order: where each stands, and which it is."""
    return sorted((day["start"], day["end"], day["value"]) for day in record["dates"] if _is_day(day))


def text_of(body: str, pieces: list[list[int]]) -> str:
    """The words of the pieces; where the story's own stand between two of them, a sign that they do."""
    shown, before = "", None
    for start, end in pieces:
        if before is not None:
            shown += BETWEEN_PIECES if any(letter.isalnum() for letter in body[before:start]) else " "
        shown += body[start:end]
        before = end
    return shown


def said_on(body: str, quote: Record, days: Days) -> str | None:
    """The day that the text gives for the saying, beside cue and speaker: "said Tuesday", "On Feb. 21 Lee told".

    A day within the quotation is of what was said, and one in another clause of neither. `days` are those of the record.
    """
    spans = [tuple(span) for span in (quote["cue_span"], quote["speaker_span"]) if span]
    if not quote["cue_span"] or not days:
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    near = days[bisect_right(days, (start - _FARTHEST,)) : bisect_right(days, (end + _FARTHEST,))]
    for day_start, day_end, value in near:
        if any(a < day_end and day_start < b for a, b in quote["pieces"]):
            continue
        if _goes_with(body, (start, end), (day_start, day_end), quote["pieces"]):
            return value[:10]
    return None


def _goes_with(body: str, cue: tuple[int, int], day: tuple[int, int], pieces: list[list[int]]) -> bool:
    """Whether the day at `day` is told of the cue at `cue`, and not of something else near it."""
    if cue[0] <= day[0] and day[1] <= cue[1]:
        return not _STOPS.search(body[cue[0] : day[0]])
    if day[0] >= cue[1]:
        between = body[cue[1] : day[0]]
        is_cut = any(cue[1] <= a < day[0] for a, _ in pieces)
        return not is_cut and not _STOPS.search(between) and _BESIDE.fullmatch(between) is not None
    after = body[day[1] : cue[0]].strip()
    return after == "," or (not after and _LEADS_IN.search(body[: day[0]][-8:]) is not None)


def _is_day(mention: Record) -> bool:
    has_day = mention["type"] in ("DATE", "TIME") and mention["certainty"] != _INHERITED
    return has_day and bool(_DAY.match(mention["value"] or ""))
