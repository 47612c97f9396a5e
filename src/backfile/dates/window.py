"""When a story must have been published: the days that its stamps, its capture and its own words leave open.

A window is made of bounds, each with its reason. A stamp that holds the day gives that day. Without one
the capture, a stated change, a correction or a comment bounds it from above, and what the text tells as past (text_bounds.py)
from below. What is only likely (the weekdays that the text names) narrows nothing and is listed among the reasons.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from backfile.dates.local_clock import host_of
from backfile.dates.parse_stamp import find_stamps
from backfile.dates.text_bounds import proven_bounds, weekday_reasons
from backfile.dates.time_zones import country_offset
from backfile.dates.window_bounds import FIRST_DAY, Bound
from backfile.model.clue_rules import DateRule
from backfile.model.reason_codes import WindowCode
from backfile.model.reasons import Reason
from backfile.model.story import EMBEDDED, Stamp, Story, Window

_A_DAY = timedelta(days=1)
_FIELDS = ("published", "updated")


def find_window(story: Story, more: Iterable[Bound] = ()) -> Window:
    """The window of `story`; `more` are bounds from outside it (copies, neighbours in the archive).

    Bounds that contradict those before them are left out: the surest come first. A text that the page says was changed
    proves nothing of its first day: what it tells may have been added.
    """
    bounds = [*_from_published(story), *more]
    if not any(bound.side == "earliest" for bound in bounds):
        bounds = [*_from_above(story), *bounds]
        if story.updated is None:
            bounds += [Bound(*found) for found in proven_bounds(story)]
    earliest, latest, because = _narrowed(bounds)
    if story.published is None or len(story.published.value) < 10:
        because += weekday_reasons(story, earliest, latest)
    if earliest is None:
        earliest = FIRST_DAY
        because.append(WindowCode.NO_OLDER.of())
    return Window(earliest.isoformat(), latest.isoformat() if latest else None, tuple(because))


def _narrowed(bounds: Sequence[Bound]) -> tuple[date | None, date | None, list[Reason]]:
    earliest: date | None = None
    latest: date | None = None
    reasons: dict[str, Reason] = {}
    for side, day, because in bounds:
        if day < FIRST_DAY:
            continue
        if side == "earliest" and (latest is None or day <= latest) and (earliest is None or day > earliest):
            earliest = day
        elif side == "latest" and (earliest is None or day >= earliest) and (latest is None or day < latest):
            latest = day
        else:
            continue
        reasons[side] = because
    return earliest, latest, list(dict.fromkeys(reasons.values()))


def _from_published(story: Story) -> Iterator[Bound]:
    """The stamp's own span; up to the last change where the page states one that is more than a day later."""
    stamp = story.published
    if stamp is None:
        return
    first, last = _span_of(stamp)
    code = WindowCode.PUBLISHED
    near = (first - _A_DAY, last + _A_DAY)
    published, updated = (_claimed_days(story, field) for field in _FIELDS)
    days = [day for day in published if stamp.conflict or near[0] <= day <= near[1]]
    days += [day for day in updated if near[0] <= day <= near[1]]
    if len(stamp.value) >= 10 and days and (min(days) < first or max(days) > last):
        first, last = min(first, *days), max(last, *days)
        code = WindowCode.PUBLISHED_DISPUTED
    because = code.of(stamp.value, stamp.basis)
    yield Bound("earliest", first, because)
    changed = _last_change(story, updated)
    if changed is not None and changed > last:
        last = changed
        because = WindowCode.CHANGED_LATER.of(last.isoformat())
    yield Bound("latest", last, because)


def _last_change(story: Story, claimed: Iterable[date]) -> date | None:
    """The last day on which the page can have been changed by what it says, to the end of a month or a year it names."""
    told = [_span_of(story.updated)[1]] if story.updated is not None and len(story.updated.value) < 10 else []
    return max([*claimed, *told], default=None)


def _claimed_days(story: Story, field: str) -> list[date]:
    """The days of every clue of a field that could be used. A sitemap's last change may be that of a template."""
    days = {
        clue.value[:10]
        for clue in story.evidence
        if clue.field == field and clue.value and clue.could_decide and clue.rule != DateRule.SITEMAP_UPDATED
    }
    return [date.fromisoformat(day) for day in days if len(day) == 10]


def _span_of(stamp: Stamp) -> tuple[date, date]:
    """The first and the last day that a stamp can mean; an instant in UTC may be another day on the newsroom's clock."""
    value = stamp.value
    if len(value) == 4:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date.fromisoformat(value[:10])
    if not value.endswith("+00:00"):
        return day, day
    hour = int(value[11:13])
    return day - timedelta(days=hour < 12), day + timedelta(days=hour >= 10)


def _from_above(story: Story) -> Iterator[Bound]:
    """What bounds an undated story from above: its capture, a stated change, a correction's day, a comment's day."""
    if story.captured_at is not None:
        day = _day_there(story.captured_at, host_of(story.url))
        yield Bound("latest", day, WindowCode.SAVED.of(story.captured_at.date().isoformat()))
    if story.updated is not None:
        because = WindowCode.CHANGED.of(story.updated.value, story.updated.basis)
        yield Bound("latest", _span_of(story.updated)[1], because)
    for kind, text in [(f.kind, f.text) for f in story.furniture] + [(n.kind, n.text) for n in story.notes]:
        if kind in ("comments", "correction", "clarification"):
            yield from _from_print(kind, text, story.language)
    if story.captured_at is None:
        yield from _from_copyright(story)


def _day_there(captured_at: datetime, host: str | None) -> date:
    """The day of the capture on the newsroom's clock, where its country tells that; else in UTC, with what is east of it."""
    offset = country_offset(host, captured_at)
    return (captured_at + timedelta(minutes=offset if offset is not None else 14 * 60)).date()


# "Joined: 12.03.2009", "Member since"; not "Posted"
_OF_THE_READER = re.compile(r"join|member|registrier|mitglied|registered|since|seit", re.I)


def _from_print(kind: str, text: str, language: str | None) -> Iterator[Bound]:
    for stamp in find_stamps(text, language=language):
        if (
            stamp.kind == "full"
            and stamp.day
            and not _OF_THE_READER.search(text[max(0, stamp.start - 25) : stamp.start])
        ):
            day = date.fromisoformat(stamp.day)
            if day >= FIRST_DAY:
                yield Bound("latest", day, WindowCode.BEARS_DAY.of(kind, stamp.day))


# "© 2012-2024 Winsome Ledger", "Copyright 2024"; not "2024 ©"
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}?(?:(?:19|20)\d\d\s?[-–—]\s?)?((?:19|20)\d\d)(?!\d)", re.I)


_YEAR = re.compile(r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d,])")


def _from_copyright(story: Story) -> Iterator[Bound]:
    """A footer's last year with one more, where the page names that year or the one before elsewhere, and none later: a
    footer left to age says nothing, and stands alone with its year."""
    years = [int(m[1]) for piece in story.furniture if piece.kind == "footer" for m in _COPYRIGHT.finditer(piece.text)]
    if not years:
        return
    texts = (_COPYRIGHT.sub("", text) for text in _words_and_addresses(story))
    named = max((int(m[0]) for text in texts for m in _YEAR.finditer(text)), default=0)
    if named in (max(years) - 1, max(years)):
        yield Bound("latest", date(max(years) + 1, 12, 31), WindowCode.FOOTER_YEAR.of(max(years)))


def _words_and_addresses(story: Story) -> Iterator[str]:
    """Every text of the page, and the addresses of its pictures and links: uploads lie in folders named for the year."""
    yield from (story.body, story.headline or "", *(piece.text for piece in story.furniture))
    yield from (image.url for image in story.images if image.url and not image.url.startswith(EMBEDDED))
    yield from (link.href for block in story.blocks for link in block.links)
