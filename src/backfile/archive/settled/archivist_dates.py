"""A story's record once archivists have said when it was published: decided here, from plain values (STYLE 4).

What the page says is never written over. Where the page gives no date, or gives a month or a year that the archivist's
day lies in, the archivist's is the date. Where the page gives another date, the page's stays, and the two are shown as a
conflict. Everything that archivists ever said of the story is in `evidence`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from backfile.archive.versions.stamp_days import days_of, span_of
from backfile.model.clue_rules import Basis, DateRule
from backfile.model.plain_values import plain_values
from backfile.model.reason_codes import ArchiveCode, SettledCode
from backfile.model.reasons import Reason
from backfile.model.story import Evidence, Stamp, Story, Window, stamp_from_dict, story_from_dict
from backfile.wording.age import say_settling

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
"""Matches "2017-02-23", "2017-02", "2017"; not "23 February"."""
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
_BY_ARCHIVIST = (Basis.ARCHIVIST.value, DateRule.ARCHIVIST.value)
"""Evidence.where and Evidence.rule."""
_A_DAY = timedelta(days=1)


class Settling(NamedTuple):
    """What an archivist said of a story's day."""

    value: str | None
    """A day, a month or a year, ISO 8601; None takes back what was said before."""
    because: str | None
    by: str
    at: str
    """UTC, "2017-02-23T21:47:00Z"."""
    despite: bool = False
    """True where it was said against what the page says or leaves open."""

    @property
    def ground(self) -> tuple[str, str, str | None]:
        """Who said so, on which day, and why."""
        return self.by, self.at[:10], self.because


class Dated(NamedTuple):
    """A story as its page dates it, or as it stood once an archivist had spoken."""

    said: Settling | None
    story: Story


def parse_day(text: str) -> str:
    """A day, a month or a year as given. Raises ValueError for what is in no calendar."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no day: write it as 2017-02-23, or as much as is known: 2017-02, 2017")
    try:
        days_of(_bare(text))
    except ValueError as error:
        raise ValueError(f"there is no day {text} in the calendar") from error
    return text


def refusal(story: Story, value: str, now: datetime, *, despite_page: bool) -> str | None:
    """Why this day is not taken: said to a person. `story` is as saved, what archivists said before left out.

    A day after the first capture, or one still to come, is never taken; one that the page contradicts only where the
    archivist says so.
    """
    first, last = days_of(_bare(value))
    if first > now.astimezone(UTC).date() + _A_DAY:
        return f"{value} has not come yet"
    saved = _first_seen(story)
    if saved is not None and first > saved + _A_DAY:
        return f"the page was saved on {saved.isoformat()}: it cannot have been published after that"
    if despite_page:
        return None
    if story.published is not None:
        if not _is_alike(story.published, value):
            return (
                f"the page itself gives {story.published.value} ({story.published.basis}); with --despite-page that date "
                "stays, and yours is shown beside it as a conflict"
            )
        return None
    if not _is_within(story.window, first, last):
        reasons = "; ".join(map(str, story.window.because)) or "no reasons are kept"
        return (
            f"{value} is outside {story.window.earliest or 'an open start'} to {story.window.latest or 'an open end'}, "
            f"the days that are left for this story ({reasons}); --despite-page takes it all the same"
        )
    return None


def settled(record: dict[str, Any], log: Sequence[Settling]) -> dict[str, Any]:
    """The record (schema `backfile/story/1`) with what archivists said of it, oldest first."""
    if not log:
        return record
    page = stamp_from_dict(record["published"])
    holding = log[-1] if log[-1].value else None
    is_used = holding is not None and (page is None or _refines(holding, page))
    evidence = [*record["evidence"], *map(plain_values, _evidence(log, page, is_used))]
    found = {**record, "evidence": evidence, "doubts": doubts_left(record["doubts"], log)}
    if holding is None:
        return found
    if not is_used:
        assert page is not None
        assert holding.value is not None
        conflict = page.conflict or not _is_alike(page, holding.value)
        return {**found, "published": {**record["published"], "conflict": conflict}}
    return found | _dated(record, holding)


def doubts_left(doubts: list[dict[str, Any]], log: Sequence[Settling]) -> list[dict[str, Any]]:
    """The doubts of a record once archivists have spoken: none about a day that one has settled."""
    is_settled = bool(log) and log[-1].value is not None
    return [doubt for doubt in doubts if doubt["field"] != "published"] if is_settled else doubts


def _dated(record: dict[str, Any], holding: Settling) -> dict[str, Any]:
    """The fields that the archivist's day gives: the stamp, the window, and the dates of the text counted from it."""
    assert holding.value is not None
    story = story_from_dict(record)
    window = story.window
    first, last = days_of(_bare(holding.value))
    fits = _is_within(window, first, last)
    stamp = _bare(holding.value)._replace(raw=say_settling(*holding.ground), conflict=holding.despite or not fits)
    if fits:
        earliest, latest = span_of(window)
        first, last = max(first, earliest or first), min(last, latest or last)
    from backfile.dates.text.find_dates import find_dates  # heavy, and needed for few stories

    dates = find_dates(story.body, published=stamp, language=story.language) if story.dates else story.dates
    because = (ArchiveCode.SETTLED.of(holding.value, *holding.ground), *window.because)
    dated = replace(
        story,
        published=stamp,
        window=Window(first.isoformat(), last.isoformat(), because),
        dates=dates,
    ).to_dict()
    return {name: dated[name] for name in ("published", "window", "dates")}


def _evidence(log: Sequence[Settling], page: Stamp | None, is_used: bool) -> list[Evidence]:
    """A clue for each day that was ever said; what was taken back says by whom."""
    found = []
    for said, after in zip(log, [*log[1:], None], strict=True):
        if said.value is None:
            continue
        why_not: Reason | None = None
        if page is not None and not is_used:
            why_not = (SettledCode.PAGE_AGREES if _is_alike(page, said.value) else SettledCode.PAGE_STANDS).of()
        if after is not None:
            why_not = (SettledCode.SETTLED_ANEW if after.value else SettledCode.TAKEN_BACK).of(*after.ground)
        raw = say_settling(*said.ground)
        found.append(Evidence("published", said.value, raw, *_BY_ARCHIVIST, used=why_not is None, why_not=why_not))
    return found


def _bare(value: str) -> Stamp:
    return Stamp(value, _PRECISIONS[len(value)], "unknown", Basis.ARCHIVIST.value, value)


def _refines(holding: Settling, page: Stamp) -> bool:
    """Whether the archivist says more of the same date: a day of the page's month."""
    value = holding.value or ""
    return len(value) > len(page.value) and value.startswith(page.value)


def _is_alike(page: Stamp, value: str) -> bool:
    """Whether the two are within a day of each other, as far as both go."""
    first, last = days_of(_bare(value))
    page_first, page_last = days_of(page)
    return first - _A_DAY <= page_last and page_first <= last + _A_DAY


def _is_within(window: Window, first: date, last: date) -> bool:
    return (window.earliest or "") <= last.isoformat() and first.isoformat() <= (window.latest or "9999")


def _first_seen(story: Story) -> date | None:
    seen = [version.first_seen for version in story.versions if version.first_seen]
    return date.fromisoformat(min(seen)[:10]) if seen else None
