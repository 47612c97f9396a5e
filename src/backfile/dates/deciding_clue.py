"""Which clue decides the day: the first rule's, but for what bends the order (docs/dates.md says what)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from backfile.dates.clue import Clue
from backfile.dates.precedence import RANKS, RULES
from backfile.model.clue_rules import Basis, DateRule

_PRINTED = (DateRule.VISIBLE_BARE, DateRule.VISIBLE_PUBLISHED)
_OF_METADATA = frozenset(
    {
        DateRule.JSON_LD_STORY_PUBLISHED,
        DateRule.META_PUBLISHED,
        DateRule.MICRODATA_PUBLISHED,
        DateRule.JSON_LD_PAGE_PUBLISHED,
    }
)
"""What a move to another CMS dates anew: a printed day that is more than a day earlier comes before them."""
_TO_THE_MINUTE = len("2017-02-23T16:47")
_FARTHEST_WEST = timedelta(hours=12)
_BARE = frozenset({DateRule.VISIBLE_BARE, DateRule.TIME_BARE})
_A_LIST = 3
"""Days by the headline with no word beside them: so many are a list's, and none is the story's."""
_TOLD_WITHIN = 60
"""Days from an event to the last story on it. A move to another content system dates stories months or years later."""
_PRECISIONS = {"second": 0, "minute": 1, "day": 2, "month": 3, "year": 4}


def deciding_clue(clues: Iterable[Clue], field: str) -> Clue | None:
    """The usable clue of the first rule; days before months before years."""
    usable = [clue for clue in clues if clue.why_not is None and RULES[clue.rule].field == field]
    if not usable:
        return None
    usable.sort(key=_worth)
    chosen = usable[0]
    if chosen.rule in _BARE and len(_bare_days(usable)) >= _A_LIST:
        return _beside_a_list(usable)
    if chosen.rule == DateRule.VISIBLE_BARE and chosen.stands == "over" and chosen.stamp and chosen.stamp.has_weekday:
        chosen = _of_meta_before(chosen, usable)
    if field == "updated" or chosen.stamp is None or chosen.stamp.day is None:
        return chosen
    return _bent(chosen, usable)


def _bent(chosen: Clue, usable: Sequence[Clue]) -> Clue:
    """The clue that decides where an export, an address or metadata would: each gives way to what outweighs it."""
    if chosen.rule == DateRule.EXPORT_PUBLISHED:
        moved = (c for c in usable if c.rule == DateRule.VISIBLE_PUBLISHED and _days_between(c, chosen) < -1)
        return next(moved, chosen)
    if chosen.rule == DateRule.URL:
        near = (c for c in usable if c.rule != DateRule.URL and abs(_days_between(c, chosen)) <= 1)
        return next(near, None) or _against_address(chosen, usable)
    if chosen.rule in _OF_METADATA and not any(_bears_out(c, chosen) for c in usable):
        before = _printed_before(chosen, usable)
        return _borne_out(chosen, usable) if before is chosen else before
    return chosen


def _of_meta_before(masthead: Clue, usable: Sequence[Clue]) -> Clue:
    """The day of a meta element named only "date" that is some days before a stamp over the headline: a masthead prints today and its weekday."""
    metas = (c for c in usable if c.rule == DateRule.META_DATE and _days_between(c, masthead) < -1)
    return next(metas, masthead)


def _against_address(address: Clue, usable: Sequence[Clue]) -> Clue:
    """The address's clue, or the one that outweighs it.

    A story comes out before the day that its address names only where that is an event's or an issue's. A day in a slug's
    words that is some days before the metadata's is what the story tells of; years before, it is the story's own, from before a
    move. A day in the path gives way where print and metadata agree on another.
    """
    rival = next((c for c in usable if c.rule in _OF_METADATA or (c.rule in _PRINTED and c.is_alone)), None)
    if rival is None or rival.stamp is None or rival.stamp.kind == "relative" or rival.stamp.day is None:
        return address
    days = _days_between(rival, address)
    agreeing = {
        c.rule in _OF_METADATA
        for c in usable
        if c.rule in (*_OF_METADATA, *_PRINTED) and abs(_days_between(c, rival)) <= 1
    }
    is_recent = address.stands == "slug" and days <= _TOLD_WITHIN and rival.rule in _OF_METADATA
    return rival if days < 0 or is_recent or len(agreeing) == 2 else address


def _beside_a_list(usable: Sequence[Clue]) -> Clue | None:
    """Where the days by the headline are a list's: the only one between headline and text, or the first clue that is
    none of them."""
    under = [c for c in usable if c.rule in _BARE and c.stands == "under"]
    is_sure = len(_bare_days(under)) == 1 and not any(c.rule in _BARE and c.stands == "over" for c in usable)
    return under[0] if is_sure else next((c for c in usable if c.rule not in _BARE), None)


def _bare_days(usable: Sequence[Clue]) -> set[str]:
    return {day for c in usable if c.rule in _BARE and (day := _value(c)[:10])}


def _bears_out(clue: Clue, chosen: Clue) -> bool:
    """Whether an address names the chosen clue's month."""
    return clue.rule == DateRule.URL and _value(clue)[:7] == _value(chosen)[:7]


def _value(clue: Clue) -> str:
    return clue.stamp.value if clue.stamp is not None else ""


def _printed_before(chosen: Clue, usable: Sequence[Clue]) -> Clue:
    """The printed stamp that is more than a day earlier than metadata, or no zone's clock at that moment, where no
    printed stamp bears the metadata out."""
    printed = [c for c in usable if c.rule in _PRINTED and c.is_alone]
    if not printed or any(abs(_days_between(c, chosen)) <= 1 and not _is_earlier_moment(c, chosen) for c in printed):
        return chosen
    return printed[0] if _days_between(printed[0], chosen) < -1 or _is_earlier_moment(printed[0], chosen) else chosen


def _borne_out(chosen: Clue, usable: Sequence[Clue]) -> Clue:
    """The metadata's clue, or the printed one where more kinds of clue name its day than name the metadata's: a page that
    is printed and listed anew keeps an old day in one corner."""
    printed = next(
        (c for c in usable if _kind_of(c) == "printed" and c.is_alone and abs(_days_between(c, chosen)) > 1), None
    )
    if printed is None:
        return chosen
    for_chosen, for_printed = (
        {_kind_of(c) for c in usable if abs(_days_between(c, one)) <= 1} for one in (chosen, printed)
    )
    return printed if len(for_printed) > len(for_chosen) else chosen


def _kind_of(clue: Clue) -> str:
    """What a clue is for counting: a printed stamp and its <time> element are one."""
    basis = RULES[clue.rule].basis
    return "printed" if basis in (Basis.VISIBLE, Basis.TIME) else clue.rule if basis == Basis.META else basis


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
    return max(2, _PRECISIONS[clue.stamp.precision]), clue.stamp.kind == "relative", RANKS[clue.rule]
