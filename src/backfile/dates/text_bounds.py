"""What a text's own dates prove of when it was written: what it tells as past had happened, what it announces had not.

Only dates that the words give whole ("February 3, 2016", "in 2014") prove anything, and only where the verb near them
says which way they lie (TimeML calls it the relation to the document's creation time). Weekdays prove nothing alone,
since each week has all of them: they are listed, for the days that fit.
"""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from backfile.dates.printed_days import find_days, is_day
from backfile.dates.text.tense import direction_of
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty
from backfile.model.reason_codes import WindowCode
from backfile.model.reasons import Reason
from backfile.model.story import DateMention, Story

_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")s?\b", re.I)
_MOST_LISTED = 14
_YEARS_BACK = 20
_LOOKS_BACK = 10
_YEAR_LEADS = frozenset("in since during".split())
_EVENTS = frozenset(
    "election elections olympics games campaign season primary referendum census earthquake hurricane tsunami war crisis "
    "race vote championship tournament final finals summit festival attack attacks shooting fire flood crash strike coup".split()
)
# "Last edited: ", "Joined: Mon "; a day of the page's own, or of a reader's
_OF_THE_PAGE = re.compile(
    r"(?:updat|edited|revis|review|modified|joined|member|retrieved|accessed|date\s?:)[^.\n]{0,25}$", re.I
)


def proven_bounds(story: Story) -> Iterator[tuple[str, date, Reason]]:
    """(side, day, reason) for each date of an undated story's text that bounds it, the surest first."""
    mentions = [
        m for m in story.dates if m.type in ("DATE", "TIME") and m.certainty == DateCertainty.AS_PRINTED and m.value
    ]
    if not mentions or (story.language or "en")[:2] != "en":
        return
    tokens = Tokens(story.body)
    starts = [tokens.start(at) for at in range(len(tokens.words))]
    for mention in sorted(mentions, key=lambda m: -len(m.value or "")):
        span = _span(mention.value or "")
        at = bisect_right(starts, mention.start) - 1
        if span is None or at < 0:
            continue
        end = bisect_right(starts, mention.end - 1)
        if _OF_THE_PAGE.search(story.body, max(0, mention.start - 40), mention.start):
            continue
        if _is_told_as_past(tokens, at, end, is_year=len(mention.value or "") == 4):
            yield "earliest", span[0], WindowCode.TOLD_AS_PAST.of(_clause(story.body, mention))


def _span(value: str) -> tuple[date, date] | None:
    """The first and the last day of a calendar value; None for others, and for what lies before the web."""
    m = _CALENDAR.match(value)
    if m is None or int(m[1]) < 1990:
        return None
    year, month = int(m[1]), int(m[2] or 1)
    if m[3]:
        day = date(year, month, int(m[3]))
        return day, day
    last = month if m[2] else 12
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def _is_told_as_past(tokens: Tokens, start: int, end: int, *, is_year: bool) -> bool:
    """Whether the verb near the date points back, with no infinitive or condition between that may point ahead."""
    if direction_of(tokens, start, end) >= 0:
        return False
    before = [tokens.lower(at) for at in range(max(0, start - _LOOKS_BACK), start)]
    for mark in (".", "|", ";"):
        if mark in before:
            before = before[len(before) - before[::-1].index(mark) :]
    if any(word in _AHEAD for word in before):
        return False
    if not is_year:
        return True
    is_event = bool(before) and before[-1] in ("the", "'s", "s") and tokens.lower(end) in _EVENTS
    return is_event or (len(before) > 1 and before[-1] in _YEAR_LEADS and _has_past_verb(before))


def _has_past_verb(words: list[str]) -> bool:
    """Whether a verb in the past stands in a clause, and none in the present: a year named ahead has often no verb at all."""
    return any(word in _PAST or word.endswith("ed") for word in words) and _PRESENT.isdisjoint(words)


_PAST = frozenset(
    "was were had did won lost began left became came went got made took gave found held met led ran said told saw sold "
    "bought built sent paid spent cut hit set put rose fell grew broke fought died".split()
)
_PRESENT = frozenset("is are am be being has have it's that's they're we're i'm isn't aren't".split())


_AHEAD = frozenset(
    "to by until till through for will would if could may might before planned plans plan scheduled expected set due next "
    "deadline target goal projected estimated forecast than upcoming".split()
)


def _clause(body: str, mention: DateMention) -> str:
    """The date with a few of the words before it."""
    head = body[max(0, mention.start - 40) : mention.start]
    head = head[head.find(" ") + 1 :] if len(head) == 40 else head
    return re.sub(r"\s+", " ", head.rsplit("\n", 1)[-1] + mention.text).strip()


def fitting_weekdays(story: Story) -> frozenset[int]:
    """The weekdays (Monday is 0) on which a story that names these weekdays is published; none where it names none."""
    named = {m[1].capitalize() for mention in story.dates if (m := _WEEKDAY.fullmatch(mention.text))}
    return frozenset(_likely_weekdays([WEEKDAYS.index(name) for name in named])) if named else frozenset()


def weekday_reasons(story: Story, earliest: date | None, latest: date | None) -> list[Reason]:
    """What the weekdays that an undated text names say: the days of publication that fit, where they can be listed."""
    reasons = list(_named_day_reasons(story, earliest, latest))
    named = [m[1].capitalize() for mention in story.dates if (m := _WEEKDAY.fullmatch(mention.text))]
    if not named:
        return reasons
    likely = _likely_weekdays([WEEKDAYS.index(name) for name in named])
    fitting = tuple(WEEKDAYS[number] for number in likely)
    listed: tuple[str, ...] = ()
    if earliest is not None and latest is not None and (latest - earliest).days < _MOST_LISTED * 4:
        days = [earliest + timedelta(days=n) for n in range((latest - earliest).days + 1)]
        listed = tuple(day.isoformat() for day in days if day.weekday() in likely)
    days_shown = listed if len(listed) <= _MOST_LISTED else ()
    return [*reasons, WindowCode.WEEKDAYS_FIT.of(tuple(dict.fromkeys(named)), fitting, days_shown)]


def _named_day_reasons(story: Story, earliest: date | None, latest: date | None) -> Iterator[Reason]:
    """For a weekday named with its day and month, the days of the window on which they fall together."""
    if latest is None:
        return
    first = earliest or date(latest.year - _YEARS_BACK, latest.month, 1)
    for mention in story.dates:
        days = find_days(mention.text, language="en") if mention.value is None and mention.type == "DATE" else []
        if (
            len(days) != 1
            or days[0].year is not None
            or days[0].weekday is None
            or not days[0].month
            or not days[0].day
        ):
            continue
        day = days[0]
        fits = [
            date(year, day.month or 1, day.day or 1).isoformat()
            for year in range(latest.year, first.year - 1, -1)
            if is_day(year, day.month or 1, day.day or 1)
            and date(year, day.month or 1, day.day or 1).weekday() == day.weekday
        ]
        yield WindowCode.NAMED_DAY.of(mention.text, tuple(fits))
        return


def _likely_weekdays(named: list[int]) -> list[int]:
    """The weekdays that a story naming these is published on: the newest of them, or the day after it.

    The newest is the one after the widest gap of the week: Wednesday and Thursday give Thursday, and Sunday and Monday
    give Monday.
    """
    days = sorted(set(named))
    gaps = [((days[(n + 1) % len(days)] - day - 1) % 7, day) for n, day in enumerate(days)]
    newest = max(gaps)[1]
    return [newest, (newest + 1) % 7]
