"""What the archive keeps of a version's quotations: one row each, made from the record alone (STYLE 4)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import orjson

from backfile.archive.quotations.speaker_grounds import grounds_of, person_id
from backfile.archive.quotations.utterance_match import Wording, wording_of, words_of
from backfile.model.quotation import BETWEEN_PIECES
from backfile.model.story import Outlet
from backfile.story.identity import fold

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
_INHERITED = "last-named"
"""The certainty of a clock time with no day of its own."""


class QuotedRow(NamedTuple):
    """A quotation as stored. Which story and version it is of, the writer knows."""

    number: int
    text: str
    kind: str
    act: str | None
    speaker: str | None
    name: str | None
    """The speaker's full name, folded, where the speaker is one of the story's people."""
    person: str | None
    """The person's id on the strongest ground here: the outlet, the office, or the story alone."""
    domain: str | None
    office: str | None
    """The two grounds that may join the name to other stories; both None where nothing may."""
    role: str | None
    as_printed: str | None
    certainty: str | None
    said_on: str | None
    said_by: str
    """Speaker and role, folded, for finding: " sean spicer press secretary "."""
    wording: Wording


class VersionQuotations(NamedTuple):
    """A version's quotations, with what a list of them says of the version."""

    rows: list[QuotedRow]
    headline: str | None
    about: str
    """The headline's words, folded, with a space at each end: for finding."""
    outlet: str | None
    domain: str | None
    dating: bytes
    """Its `published` and `window`, as JSON."""
    first_day: int | None
    last_day: int | None
    sort: int | None


def quoted_of(record: dict[str, Any], days: tuple[date, date] | None, sort: int | None) -> VersionQuotations:
    """What is kept of a story's record (schema `backfile/story/1`), its quotations in their order.

    `days` and `sort` are those of its stamp (`version_decision.days_of`, `sort_key`); None for the undated.
    """
    outlet = record["outlet"] or {}
    return VersionQuotations(
        rows=list(_rows(record)),
        headline=record["headline"],
        about=" ".join(("", *words_of(record["headline"] or ""), "")),
        outlet=outlet.get("name") or outlet.get("domain"),
        domain=outlet.get("domain"),
        dating=orjson.dumps({"published": record["published"], "window": record["window"]}),
        first_day=days[0].toordinal() if days else None,
        last_day=days[1].toordinal() if days else None,
        sort=sort,
    )


def _rows(record: dict[str, Any]) -> Iterator[QuotedRow]:
    people = {person["name"] for person in record["people"]}
    outlet = Outlet(**record["outlet"]) if record["outlet"] else Outlet(None, None)
    days = sorted((m["start"], m["end"], m["value"]) for m in record["dates"] if _is_day(m))
    for number, quote in enumerate(record["quotes"]):
        speaker, role = quote["speaker"], quote["role"]
        grounds = grounds_of(speaker, role, outlet, record["id"]) if speaker in people else ()
        joins = {ground.kind: ground.value for ground in grounds}
        yield QuotedRow(
            number=number,
            text=_text_of(record["body"], quote["pieces"]),
            kind=quote["kind"],
            act=quote["act"],
            speaker=speaker,
            name=fold(speaker) if grounds else None,
            person=person_id(speaker, grounds[0]) if grounds else None,
            domain=joins.get("outlet"),
            office=joins.get("office"),
            role=role,
            as_printed=quote["as_printed"],
            certainty=quote["certainty"],
            said_on=said_on(record["body"], quote, days),
            said_by=" ".join(("", *words_of(f"{speaker or ''} {role or ''}"), "")),
            wording=wording_of(quote["text"], speaker, record["id"]),
        )


def _text_of(body: str, pieces: list[list[int]]) -> str:
    """The words of the pieces; where the story's own stand between two of them, a sign that they do."""
    shown, before = "", None
    for start, end in pieces:
        if before is not None:
            shown += BETWEEN_PIECES if any(letter.isalnum() for letter in body[before:start]) else " "
        shown += body[start:end]
        before = end
    return shown


def said_on(body: str, quote: dict[str, Any], days: list[tuple[int, int, str]]) -> str | None:
    """The day that the text gives for the saying, beside cue and speaker: "said Tuesday", "On Feb. 21 Lee told".

    A day within the quotation is of what was said, and one in another clause of neither. `days` are in order.
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


def _is_day(mention: dict[str, Any]) -> bool:
    has_day = mention["type"] in ("DATE", "TIME") and mention["certainty"] != _INHERITED
    return has_day and bool(_DAY.match(mention["value"] or ""))
