"""The clues of a page -> when it was published and when updated, with the case for each.

`published` and `updated` are decided apart, each from its own clues by one table of precedence (docs/dates.md prints
the same table). A clue is passed over, with the reason kept, when its day is after the capture, before the web, open
between two readings, or when its words or its place say that it is another story's.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from backfile.dates.clue import Clue, Reader
from backfile.dates.find_clues import find_clues
from backfile.dates.local_clock import host_of, on_newsroom_clock
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.self_reference import told_clues
from backfile.dates.stamp_region import Region
from backfile.dates.visible_stamps import find_named_stamp
from backfile.model.label import Label
from backfile.model.page import Page
from backfile.model.story import Evidence, Stamp


class Rule(NamedTuple):
    """A line of the table of precedence."""

    name: str
    field: str
    """published | updated"""
    basis: str
    """Stamp.basis of what it decides."""
    what: str
    """What the clue is, for a reader."""


PRECEDENCE: tuple[Rule, ...] = (
    Rule("export-published", "published", "export", "the CMS export's own field"),
    Rule("visible-published", "published", "visible", "a stamp by the headline with a word such as Published"),
    Rule("url", "published", "url", "a full day in the address, where no other clue is within a day of it"),
    Rule("json-ld-story-published", "published", "json-ld", "datePublished of the story's own JSON-LD node"),
    Rule(
        "meta-published", "published", "meta", "a meta element named for publication (article:published_time and kin)"
    ),
    Rule("microdata-published", "published", "microdata", "itemprop datePublished in the story's region"),
    Rule("time-published", "published", "time", "a <time> element marked as publication"),
    Rule("json-ld-page-published", "published", "json-ld", "datePublished of the page's JSON-LD node"),
    Rule("visible-bare", "published", "visible", "a stamp by the headline with no word beside it"),
    Rule("time-bare", "published", "time", "a <time> element by the headline"),
    Rule("dateline", "published", "dateline", "a day with its year at the head of the text"),
    Rule("named-box", "published", "visible", "a stamp alone in a box named for one, where nothing above it is found"),
    Rule("after-published", "published", "visible", "a stamp just after the text with a word such as Published"),
    Rule(
        "told-published",
        "published",
        "visible",
        "a sentence about the story, or a line away from the headline that says Published",
    ),
    Rule("signed", "published", "visible", "a day that ends a signature, the last line of the text"),
    Rule("meta-date", "published", "meta", "a meta element named date, created or issued"),
    Rule("json-ld-story-created", "published", "json-ld", "dateCreated of the story's own JSON-LD node"),
    Rule("json-ld-page-created", "published", "json-ld", "dateCreated of the page's JSON-LD node"),
    Rule("microdata-created", "published", "microdata", "itemprop dateCreated in the story's region"),
    Rule("export-updated", "updated", "export", "the CMS export's field of the last change"),
    Rule("json-ld-story-updated", "updated", "json-ld", "dateModified of the story's own JSON-LD node"),
    Rule("meta-updated", "updated", "meta", "a meta element named for the last change (article:modified_time and kin)"),
    Rule("visible-updated", "updated", "visible", "a stamp by the headline with a word such as Updated"),
    Rule("microdata-updated", "updated", "microdata", "itemprop dateModified in the story's region"),
    Rule("time-updated", "updated", "time", "a <time> element marked as the last change"),
    Rule("json-ld-page-updated", "updated", "json-ld", "dateModified of the page's JSON-LD node"),
    Rule("after-updated", "updated", "visible", "a stamp just after the text with a word such as Updated"),
    Rule("told-updated", "updated", "visible", "a sentence about the story that says when it was changed"),
)
"""The first rule with a usable clue decides the day; the others are kept as evidence."""

NEVER: dict[str, str] = {
    "after-bare": "a stamp after the text with no word beside it may be anything's",
}
"""Rules whose clues are shown and never used, with the reason."""

_OF_METADATA = frozenset({"json-ld-story-published", "meta-published", "microdata-published", "json-ld-page-published"})
"""What a move to another CMS dates anew: a printed day that is more than a day earlier comes before them."""

_A_MINUTE = 60
_TO_THE_MINUTE = len("2017-02-23T16:47")
_FARTHEST_WEST = timedelta(hours=12)
_BARE = frozenset({"visible-bare", "time-bare"})
_A_LIST = 3
"""Days by the headline with no word beside them: so many are a list's, and none is the story's."""

FIRST_DAY = "1990-01-01"
"""No page of the web is older."""


class StampDecision(NamedTuple):
    """What decide_stamps gives."""

    published: Stamp | None
    updated: Stamp | None
    evidence: tuple[Evidence, ...]


# "11/01/2021"; not "2021/11/01", "13/01/2021"
_SLASHED = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{2}|\d{4})(?![\d/])")
_RANK = {rule.name: rank for rank, rule in enumerate(PRECEDENCE)}
_RULES = {rule.name: rule for rule in PRECEDENCE}
_PRECISIONS = {"second": 0, "minute": 1, "day": 2, "month": 3, "year": 4}


def decide_stamps(page: Page, labels: Sequence[Label], *, headline: str | None, language: str | None) -> StampDecision:
    """When the story was published and updated. `labels` are the page's blocks'; `language` is "en", "de" ..."""
    region = Region(page, labels, headline)
    read = Reader(page, language)
    latest = _latest_day(page)
    clues = [_judged(clue, latest) for clue in _ordered(find_clues(page, region, read), page)]
    published = _decide(clues, "published")
    if published is None or _RANK[published.rule] > _RANK["named-box"]:
        named = find_named_stamp(page, region, read)
        if named is not None:
            clues.append(_judged(named, latest))
            published = _decide(clues, "published")
    if published is None:
        clues.extend(_judged(clue, latest) for clue in told_clues(page, region, read))
        published = _decide(clues, "published")
    updated = _decide(clues, "updated")
    host = host_of(page.url)
    first, last = _stamp(published, clues, host), _stamp(updated, clues, host)
    if first is not None and last is not None and _is_before(last.value, first.value):
        last = last._replace(conflict=True)
    return StampDecision(first, last, tuple(_evidence(clues, published, updated)))


def _is_before(value: str, other: str) -> bool:
    """Whether a stamp lies before another: as instants where both state a zone, else as far as both are printed."""
    if len(value) > 16 and len(other) > 16:
        one, two = datetime.fromisoformat(value), datetime.fromisoformat(other)
        if one.tzinfo is not None and two.tzinfo is not None:
            return (two - one).total_seconds() >= _A_MINUTE
    length = min(len(value), len(other), 10)
    return value[:length] < other[:length]


def _ordered(clues: list[Clue], page: Page) -> list[Clue]:
    """The clues, with an open order of day and month settled where one reading only is a day that the page names."""
    clues = _turned(clues)
    if not any(clue.stamp is not None and clue.stamp.kind == "ambiguous" for clue in clues):
        return clues
    sure: set[str | None] = {clue.stamp.day for clue in clues if clue.stamp is not None and clue.stamp.day is not None}
    sure |= {mark.value[:10] for mark in page.times}
    return [_settled(clue, sure) for clue in clues]


def _turned(clues: list[Clue]) -> list[Clue]:
    """The clues, with 11/01/2021 read the other way round where only so it is the day of the metadata."""
    if not any("/" in clue.raw and clue.rule != "url" for clue in clues):
        return clues
    known = {c.stamp.day for c in clues if c.stamp is not None and c.stamp.day and not _SLASHED.search(c.raw)}
    turned = []
    for clue in clues:
        day = clue.stamp.day if clue.stamp is not None else None
        other = f"{day[:4]}-{day[8:]}-{day[5:7]}" if day else ""
        if clue.stamp is not None and other in known and day not in known and _SLASHED.search(clue.raw):
            value = other + clue.stamp.value[10:]
            clue = clue._replace(stamp=clue.stamp._replace(value=value))
        turned.append(clue)
    return turned


def _settled(clue: Clue, sure: set[str | None]) -> Clue:
    if clue.stamp is None or clue.stamp.kind != "ambiguous":
        return clue
    fits = [day for day in clue.stamp.readings if day in sure]
    if len(fits) != 1:
        return clue
    return clue._replace(stamp=clue.stamp._replace(value=fits[0], precision="day", kind="full"))


def _latest_day(page: Page) -> str | None:
    """The last day that the story can bear: a day after the capture, for zones."""
    captured_at = page.capture.captured_at
    return (captured_at + timedelta(days=1)).strftime("%Y-%m-%d") if captured_at else None


def _judged(clue: Clue, latest: str | None) -> Clue:
    """The clue, with the reason why it cannot be used where there is one."""
    if clue.why_not:
        return clue
    fault = NEVER.get(clue.rule) or _fault_of(clue.stamp, latest)
    return clue._replace(why_not=fault) if fault else clue


def _fault_of(stamp: ParsedStamp | None, latest: str | None) -> str | None:
    if stamp is None:
        return "it could not be read as a date"
    if stamp.kind == "no-year" and not stamp.has_weekday:
        return "no year is printed, and no weekday that would tell it"
    if latest is not None and stamp.value[:10] > latest[: len(stamp.value[:10])]:
        return "it is after the capture"
    if stamp.value[:10] < FIRST_DAY[: len(stamp.value[:10])]:
        return "it is before the web"
    return None


def _decide(clues: Iterable[Clue], field: str) -> Clue | None:
    """The usable clue of the first rule; days before months before years."""
    usable = [clue for clue in clues if clue.why_not is None and _RULES[clue.rule].field == field]
    if not usable:
        return None
    usable.sort(key=_worth)
    chosen = usable[0]
    if chosen.rule in _BARE and len(_bare_days(usable)) >= _A_LIST:
        under = [c for c in usable if c.rule in _BARE and c.stands == "under"]
        is_sure = len(_bare_days(under)) == 1 and not any(c.rule in _BARE and c.stands == "over" for c in usable)
        return under[0] if is_sure else next((c for c in usable if c.rule not in _BARE), None)
    if field == "published" and chosen.stamp is not None and chosen.stamp.day is not None:
        if chosen.rule == "url":
            return next((c for c in usable if c.rule != "url" and abs(_days_between(c, chosen)) <= 1), chosen)
        if chosen.rule in _OF_METADATA and not any(_bears_out(c, chosen) for c in usable):
            before = _printed_before(chosen, usable)
            return _borne_out(chosen, usable) if before is chosen else before
    return chosen


def _bare_days(usable: Sequence[Clue]) -> set[str]:
    return {day for c in usable if c.rule in _BARE and (day := _value(c)[:10])}


def _bears_out(clue: Clue, chosen: Clue) -> bool:
    """Whether an address names the chosen clue's month."""
    return clue.rule == "url" and _value(clue)[:7] == _value(chosen)[:7]


def _value(clue: Clue) -> str:
    return clue.stamp.value if clue.stamp is not None else ""


def _printed_before(chosen: Clue, usable: Sequence[Clue]) -> Clue:
    """The printed stamp that is more than a day earlier than metadata, or no zone's clock at that moment, where no
    printed stamp bears the metadata out."""
    printed = [c for c in usable if c.rule in ("visible-bare", "visible-published")]
    if not printed or any(abs(_days_between(c, chosen)) <= 1 and not _is_earlier_moment(c, chosen) for c in printed):
        return chosen
    return printed[0] if _days_between(printed[0], chosen) < -1 or _is_earlier_moment(printed[0], chosen) else chosen


def _borne_out(chosen: Clue, usable: Sequence[Clue]) -> Clue:
    """The metadata's clue, or the printed one where more kinds of clue name its day than name the metadata's: a page that
    is printed and listed anew keeps an old day in one corner."""
    printed = next((c for c in usable if _kind_of(c) == "printed" and abs(_days_between(c, chosen)) > 1), None)
    if printed is None:
        return chosen
    for_chosen, for_printed = (
        {_kind_of(c) for c in usable if abs(_days_between(c, one)) <= 1} for one in (chosen, printed)
    )
    return printed if len(for_printed) > len(for_chosen) else chosen


def _kind_of(clue: Clue) -> str:
    """What a clue is for counting: a printed stamp and its <time> element are one."""
    basis = _RULES[clue.rule].basis
    return "printed" if basis in ("visible", "time") else clue.rule if basis == "meta" else basis


def _is_earlier_moment(clue: Clue, chosen: Clue) -> bool:
    """Whether a printed time of day lies before an instant, whatever the zone that it is printed in."""
    value, instant = _value(clue), _value(chosen)
    if (
        len(value) != _TO_THE_MINUTE
        or value.endswith("T00:00")
        or chosen.stamp is None
        or chosen.stamp.zone != "stated"
    ):
        return False
    apart = datetime.fromisoformat(value).replace(tzinfo=UTC) - datetime.fromisoformat(instant)
    return apart < -_FARTHEST_WEST


def _days_between(clue: Clue, other: Clue) -> int:
    """Days from `other` to `clue`; a thousand where one names no day."""
    if clue.stamp is None or other.stamp is None or clue.stamp.day is None or other.stamp.day is None:
        return 1000
    return (date.fromisoformat(clue.stamp.day) - date.fromisoformat(other.stamp.day)).days


def _worth(clue: Clue) -> tuple[int, bool, int]:
    """What counts back comes last: it counts from when the page was made, and a cache may have served it days later."""
    assert clue.stamp is not None
    return max(2, _PRECISIONS[clue.stamp.precision]), clue.stamp.kind == "relative", _RANK[clue.rule]


def _stamp(chosen: Clue | None, clues: Sequence[Clue], host: str | None) -> Stamp | None:
    """The decided stamp; the clock of an agreeing clue where the one that decided has none."""
    if chosen is None or chosen.stamp is None:
        return None
    field = _RULES[chosen.rule].field
    rivals = [c for c in clues if c.why_not is None and c.stamp is not None and _RULES[c.rule].field == field]
    day = chosen.stamp.day
    same = [c for c in rivals if c is chosen or (day is not None and c.stamp is not None and c.stamp.day == day)]
    best = chosen if len(same) == 1 else min(same, key=_exactness)
    assert best.stamp is not None
    value, precision, zone = best.stamp.value, best.stamp.precision, best.stamp.zone
    if value.endswith("+00:00"):
        stated = [c.stamp for c in rivals if c.stamp is not None]
        printed = [c.stamp for c in rivals if c.stamp is not None and c.where == "visible"]
        local = on_newsroom_clock(best.stamp, stated, printed, host)
        if local is not None:
            value, zone = local, "inferred"
    if "T00:00" in value and value[13:19] in (":00", ":00:00"):
        value, precision, zone = value[:10], "day", "unknown"
    return Stamp(value, precision, zone, _RULES[best.rule].basis, best.raw, _is_disputed(chosen, rivals))


def _exactness(clue: Clue) -> tuple[bool, bool, int]:
    assert clue.stamp is not None
    value = clue.stamp.value
    has_clock = len(value) > 10 and value[10:16] != "T00:00"
    return not has_clock, clue.stamp.zone != "stated", _RANK[clue.rule]


def _is_disputed(chosen: Clue, rivals: Sequence[Clue]) -> bool:
    """True where another clue of the field names a day more than one away."""
    assert chosen.stamp is not None
    day = chosen.stamp.day
    if day is None:
        return False
    others = {c.stamp.day for c in rivals if c.stamp is not None and c.stamp.day is not None and c.stamp.day != day}
    return any(abs((date.fromisoformat(other) - date.fromisoformat(day)).days) > 1 for other in others)


def _evidence(clues: Sequence[Clue], published: Clue | None, updated: Clue | None) -> Iterable[Evidence]:
    for clue in clues:
        rule = _RULES.get(clue.rule)
        field = rule.field if rule else "published"
        chosen = published if field == "published" else updated
        used = clue is chosen
        why_not = clue.why_not
        if not used and why_not is None and chosen is not None:
            why_not = f"{chosen.rule} comes first"
        value = clue.stamp.value if clue.stamp else None
        yield Evidence(field, value, clue.raw, clue.where, clue.rule, used, why_not)
