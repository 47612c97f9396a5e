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
        return before in ([], ["on"], ["in"]) or _was_done_then(before)
    if before[-1:] == ["the"] or before[-1:] == ["s"]:
        return tokens.lower(end) in _EVENTS and (before[-2:-1] in _AFTER_IT or _was_done_then(before[:-1]))
    return (
        before[-1:] != ["on"]
        and before[-1:] != ["of"]
        and _YEAR_LEADS.issuperset(before[-1:])
        and _was_done_then(before)
    )


_AFTER_IT = (["after"], ["since"], ["during"], ["following"])


def _was_done_then(before: list[str]) -> bool:
    """Whether the words before a date tell of something done on it: "was closed on", "killed two people in".

    The verb in the past must govern the date. Right before it, it does. With an object between, what was announced, approved or won may
    lie ahead ("signaled a faster pace of increases in", "won a place in the"), and so may what a clause of its own tells ("a rule
    that bans bags in").
    """
    if not _PRESENT.isdisjoint(before):
        return False
    words = before[:-1] if before[-1:] and before[-1] in _LEADS else before
    has_lead = len(words) < len(before)
    verb = next((at for at in range(len(words) - 1, -1, -1) if _is_past(words[at])), None)
    if verb is None:
        return False
    between = words[verb + 1 :]
    if not between:
        return has_lead or words[verb] in _OF_EVENTS
    if words[verb] in _LOOK_AHEAD or not _RELATIVE.isdisjoint(between):
        return False
    return has_lead and between[-1] not in _MAY_LIE_AHEAD


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and word not in _NOT_VERBS)


_LEADS = frozenset("in on since during at around late early mid".split())
_NOT_VERBS = frozenset("need feed seed speed indeed hundred red bed shed embed united".split())
_RELATIVE = frozenset("that which who whose where".split())
_OF_EVENTS = frozenset("won lost attended covered survived hosted watched followed".split())
"""Verbs whose object is an event that is over: "won the 2015 final"."""
_LOOK_AHEAD = frozenset(
    "said told announced signaled signalled approved agreed voted backed passed proposed promised pledged vowed predicted projected "
    "revealed unveiled won earned secured clinched booked qualified named picked chose chosen selected sought urged called asked "
    "requested demanded ordered filed registered signed awarded decided hoped wanted aimed delayed postponed moved pushed extended "
    "adopted banned offered confirmed warned raised granted gave got allowed cleared presented outlined detailed reserved sold bought "
    "considered discussed supported opposed recommended endorsed introduced reached saw set put received made required".split()
)
"""Verbs in the past whose object may lie ahead."""
_MAY_LIE_AHEAD = frozenset(
    "increase increases cut cuts hike hikes raise raises rise growth plan plans launch opening start bid run place spot berth ban bans "
    "return move target goal goals deal contract lease tour games season debut release vote election expansion closure strike talks "
    "visit summit ticket tickets seat seats production spending budget rates sales deliveries inflation work construction".split()
)
"""Nouns of what may lie ahead, right before a date."""
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
