"""The clues of a page -> when it was published and when updated, with the case for each.

`published` and `updated` are decided apart, each from its own clues by one table of precedence (docs/dates.md prints
the same table). A clue is passed over, with the reason kept, when its day is after the capture, before the web, open
between two readings, or when its words or its place say that it is another story's.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from backfile.dates.clue import Clue, Reader
from backfile.dates.deciding_clue import deciding_clue
from backfile.dates.find_clues import find_clues
from backfile.dates.local_clock import Newsroom, OtherClocks, host_of, on_newsroom_clock
from backfile.dates.no_story import without_publication
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.precedence import RANKS, RULES
from backfile.dates.self_reference import reprint_clues, told_clues
from backfile.dates.stamp_region import Region
from backfile.dates.usable_clues import in_order, judged, latest_day, without_false_addresses
from backfile.dates.visible_stamps import find_named_stamp
from backfile.model.clue_rules import DateRule
from backfile.model.labelled_page import LabelledPage
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason
from backfile.model.story import Evidence, Stamp

_A_MINUTE = 60


class StampDecision(NamedTuple):
    """What decide_stamps gives."""

    published: Stamp | None
    updated: Stamp | None
    evidence: tuple[Evidence, ...]


class _Decided(NamedTuple):
    """A field's stamp, with the clues that gave it."""

    stamp: Stamp
    day: Clue
    """The clue that decided."""
    clock: Clue
    """The one that gave the time of day and the zone: the same, or one that names the same day more exactly."""


def decide_stamps(labelled: LabelledPage, *, language: str | None, why_no_story: Reason | None = None) -> StampDecision:
    """When the story was published and updated. `language` is "en", "de" ...; `why_no_story` is given where the page is none."""
    page, region = labelled.page, Region(labelled)
    read = Reader(page, language)
    latest = latest_day(page)
    clues = [judged(clue, latest) for clue in in_order(find_clues(page, region, read), page)]
    clues = without_false_addresses(clues)
    published = deciding_clue(clues, "published")
    if published is None or RANKS[published.rule] > RANKS[DateRule.NAMED_BOX]:
        named = find_named_stamp(page, region, read)
        if named is not None:
            clues.append(judged(named, latest))
            published = deciding_clue(clues, "published")
    if published is None:
        clues.extend(judged(clue, latest) for clue in told_clues(page, region, read))
        published = deciding_clue(clues, "published")
    else:
        known = {clue.raw for clue in clues if clue.why_not is None}
        clues.extend(judged(clue, latest) for clue in reprint_clues(page, region, read) if clue.raw not in known)
    if why_no_story is not None:
        clues = without_publication(clues, why_no_story, page)
        published = deciding_clue(clues, "published")
    newsroom = Newsroom(host_of(page.url), read.language)
    first = _decided(published, clues, newsroom)
    last = _decided(deciding_clue(clues, "updated"), clues, newsroom)
    evidence = tuple(_evidence(clues, {"published": first, "updated": last}))
    updated = last.stamp if last else None
    if first is not None and updated is not None and _is_before(updated.value, first.stamp.value):
        updated = updated._replace(conflict=True)
    return StampDecision(first.stamp if first else None, updated, evidence)


def _is_before(value: str, other: str) -> bool:
    """Whether a stamp lies before another: as instants where both state a zone, else as far as both are printed."""
    if len(value) > 16 and len(other) > 16:
        one, two = datetime.fromisoformat(value), datetime.fromisoformat(other)
        if one.tzinfo is not None and two.tzinfo is not None:
            return (two - one).total_seconds() >= _A_MINUTE
    length = min(len(value), len(other), 10)
    return value[:length] < other[:length]


def _decided(chosen: Clue | None, clues: Sequence[Clue], newsroom: Newsroom) -> _Decided | None:
    """The stamp that the chosen clue gives; its time of day from the most exact clue of the same day, where that has more
    to say of it than the chosen one."""
    if chosen is None or chosen.stamp is None:
        return None
    field = RULES[chosen.rule].field
    usable = [c for c in clues if c.why_not is None and c.stamp is not None]
    rivals = [c for c in usable if RULES[c.rule].field == field]
    others = OtherClocks(
        _stamps(rivals),
        _stamps(c for c in rivals if c.where == "visible"),
        _stamps(c for c in usable if RULES[c.rule].field != field),
        newsroom,
    )
    clock = _most_exact(chosen, rivals)
    told = _told(clock, others)
    stamp = Stamp(*told, RULES[chosen.rule].basis.value, chosen.raw, _is_disputed(chosen, rivals))
    if clock is chosen or told == _told(chosen, others):
        return _Decided(stamp, chosen, chosen)
    stamp = stamp._replace(clock_basis=RULES[clock.rule].basis.value, clock_raw=clock.raw)
    return _Decided(stamp, chosen, clock)


def _most_exact(chosen: Clue, rivals: Sequence[Clue]) -> Clue:
    """Of the clues that name the chosen one's day, the one that says most of its time and zone; of equals the first rule's."""
    day = chosen.stamp.day if chosen.stamp is not None else None
    if day is None:
        return chosen
    same = [clue for clue in rivals if clue is chosen or (clue.stamp is not None and clue.stamp.day == day)]
    return chosen if len(same) == 1 else min(same, key=_exactness)


def _exactness(clue: Clue) -> tuple[bool, bool, int]:
    assert clue.stamp is not None
    value = clue.stamp.value
    has_clock = len(value) > 10 and value[10:16] != "T00:00"
    return not has_clock, clue.stamp.zone != "stated", RANKS[clue.rule]


def _stamps(clues: Iterable[Clue]) -> list[ParsedStamp]:
    return [clue.stamp for clue in clues if clue.stamp is not None]


def _told(clue: Clue, others: OtherClocks) -> tuple[str, str, str]:
    """(value, precision, zone) as a clue gives them: on the newsroom's clock where that can be told, midnight as a day."""
    assert clue.stamp is not None
    value, precision, zone = clue.stamp.value, clue.stamp.precision, clue.stamp.zone
    local = on_newsroom_clock(clue.stamp, others)
    if local is not None:
        value, zone = local, "inferred"
    if "T00:00" in value and value[13:19] in (":00", ":00:00"):
        return value[:10], "day", "unknown"
    return value, precision, zone


def _is_disputed(chosen: Clue, rivals: Sequence[Clue]) -> bool:
    """True where another clue of the field names a day more than one away."""
    assert chosen.stamp is not None
    day = chosen.stamp.day
    if day is None:
        return False
    claims = (c.stamp.day for c in rivals if c.stamp is not None and c.is_alone)
    others = {other for other in claims if other is not None and other != day}
    return any(abs((date.fromisoformat(other) - date.fromisoformat(day)).days) > 1 for other in others)


def _evidence(clues: Sequence[Clue], decided: dict[str, _Decided | None]) -> Iterable[Evidence]:
    for clue in clues:
        rule = RULES.get(clue.rule)
        field = rule.field if rule else "published"
        chosen = decided[field]
        used = chosen is not None and (clue is chosen.day or clue is chosen.clock)
        why_not = clue.why_not
        if not used and why_not is None and chosen is not None:
            why_not = ClueCode.OUTRANKED.of(chosen.day.rule.value)
        value = clue.stamp.value if clue.stamp else None
        yield Evidence(field, value, clue.raw, clue.where, clue.rule.value, used, why_not)
