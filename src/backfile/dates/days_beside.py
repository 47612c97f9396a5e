"""A story's day weighed anew with what feeds, sitemaps and fronts say of its address (docs/evidence.md says why each is worth what it is).

The page's own clues were weighed when it was read. What names its address may be added before or after, so that it is kept beside
the record and weighed when the record is asked for. Of several entries of feeds the earliest day counts: a feed that is edited moves on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from backfile.dates.cue_words import UPDATED
from backfile.dates.local_clock import Newsroom, OtherClocks, host_of, on_newsroom_clock
from backfile.dates.parse_stamp import ParsedStamp, find_stamps, parse_stamp
from backfile.dates.precedence import RANKS, RULES
from backfile.dates.usable_clues import FIRST_DAY
from backfile.model.clue_rules import DateRule
from backfile.model.mentions import HeldMention, MentionKind
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason
from backfile.model.story import Evidence, Stamp, Story

_PUBLISHED = {
    MentionKind.FEED: DateRule.FEED_PUBLISHED,
    MentionKind.NEWS_SITEMAP: DateRule.SITEMAP_PUBLISHED,
    MentionKind.FRONT: DateRule.FRONT_PUBLISHED,
}
_UPDATED = {
    MentionKind.FEED: DateRule.FEED_UPDATED,
    MentionKind.NEWS_SITEMAP: DateRule.SITEMAP_UPDATED,
    MentionKind.SITEMAP: DateRule.SITEMAP_UPDATED,
}
_MOVED = frozenset(
    {
        DateRule.EXPORT_PUBLISHED,
        DateRule.JSON_LD_STORY_PUBLISHED,
        DateRule.META_PUBLISHED,
        DateRule.MICRODATA_PUBLISHED,
        DateRule.JSON_LD_PAGE_PUBLISHED,
    }
)
"""What a move to another content system dates anew: a feed that names a day more than one before it is from before the move."""
_A_DAY = timedelta(days=1)


class _Said(NamedTuple):
    """A day that something beside the page gives."""

    rule: DateRule
    where: str
    raw: str
    stamp: ParsedStamp | None
    seen: str | None
    why_not: Reason | None


def with_mentions(story: Story, mentions: Sequence[HeldMention]) -> Story:
    """The story as it stands once these have spoken; its window and the days of its text are the caller's to make anew."""
    known = {(clue.rule, clue.raw) for clue in story.evidence}
    said = [one for one in _all_said(story, mentions) if (one.rule, one.raw) not in known]
    story = _published(story, [one for one in said if RULES[one.rule].field == "published"], _first_named(mentions))
    return _updated(story, [one for one in said if RULES[one.rule].field == "updated"])


def _all_said(story: Story, mentions: Sequence[HeldMention]) -> Iterator[_Said]:
    done = set()
    for mention, origin, seen, _ in mentions:
        for rule, raw in (
            (_PUBLISHED.get(mention.kind), mention.published),
            (_UPDATED.get(mention.kind), mention.updated),
        ):
            if rule is not None and raw and (rule, raw) not in done:
                done.add((rule, raw))
                stamp = _read(rule, raw, story.language)
                yield _Said(rule, f"{mention.kind}:{origin}", raw, stamp, seen, _fault_of(stamp, seen, story))


def _read(rule: DateRule, raw: str, language: str | None) -> ParsedStamp | None:
    """The stamp in it; of a line that was printed on a front, the only one, with no word for a change beside it."""
    if rule is not DateRule.FRONT_PUBLISHED or raw[:4].isdigit():
        return parse_stamp(raw, language=language)
    stamps = find_stamps(raw, language=language)
    return stamps[0] if len(stamps) == 1 and not UPDATED.is_in(raw) else None


def _fault_of(stamp: ParsedStamp | None, seen: str | None, story: Story) -> Reason | None:
    if stamp is None or stamp.kind == "ambiguous":
        return ClueCode.UNREADABLE.of()
    if stamp.kind != "full":
        return ClueCode.NO_YEAR.of()
    saved = story.captured_at.isoformat() if story.captured_at else None
    latest = [_day_after(at) for at in (seen, saved) if at]
    if any(stamp.value[:10] > day[: len(stamp.value[:10])] for day in latest):
        return ClueCode.AFTER_CAPTURE.of()
    return ClueCode.BEFORE_WEB.of() if stamp.value[:10] < FIRST_DAY[: len(stamp.value[:10])] else None


def _day_after(at: str) -> str:
    return (date.fromisoformat(at[:10]) + _A_DAY).isoformat()


def _first_named(mentions: Iterable[HeldMention]) -> str | None:
    """When the first that names the address was saved: the story is no newer."""
    return min((one.seen for one in mentions if one.seen), default=None)


def _published(story: Story, said: Sequence[_Said], named: str | None) -> Story:
    best = min((one for one in said if one.why_not is None), key=_worth, default=None)
    before = _rule_of(story)
    is_late = _is_after(story.published, named)
    used = None
    if best is not None and _decides(best, story, named):
        used, before = best, best.rule.value
        why = ClueCode.NAMED_BEFORE.of((named or "")[:10]) if is_late else ClueCode.OUTRANKED.of(before)
        story = replace(story, published=_stamp_of(best, story), evidence=_outdone(story, why))
        is_late = False
    elif best is not None and story.published is not None and _says_more(best, story.published, story):
        used = best
        story = replace(story, published=_with_clock(story.published, _stamp_of(best, story)))
    outranked = ClueCode.OUTRANKED.of(before) if before else None
    evidence = (*story.evidence, *(_evidence(one, "published", one is used, outranked) for one in said))
    story = replace(story, evidence=evidence)
    if story.published is None:
        return story
    is_disputed = story.published.conflict or is_late or (bool(said) and _is_disputed(story, story.published))
    return replace(story, published=story.published._replace(conflict=is_disputed))


def _outdone(story: Story, why: Reason) -> tuple[Evidence, ...]:
    """The evidence, none of it used for the day any more."""
    return tuple(
        clue._replace(used=False, why_not=why) if clue.used and clue.field == "published" else clue
        for clue in story.evidence
    )


def _with_clock(day: Stamp, clock: Stamp) -> Stamp:
    return day._replace(
        value=clock.value, precision=clock.precision, zone=clock.zone, clock_basis=clock.basis, clock_raw=clock.raw
    )


def _is_disputed(story: Story, stamp: Stamp) -> bool:
    """Whether a clue that could decide names a day more than one away."""
    days = (
        clue.value[:10] for clue in story.evidence if clue.field == "published" and clue.value and clue.could_decide
    )
    return any(_far(stamp.value, day) for day in days if len(day) == 10)


def _worth(one: _Said) -> tuple[int, int, str]:
    assert one.stamp is not None
    return {"month": 3, "year": 4}.get(one.stamp.precision, 2), RANKS[one.rule], one.stamp.value[:10]


def _decides(best: _Said, story: Story, named: str | None) -> bool:
    """Whether what stands beside the page dates it: nothing else does, or nothing as good."""
    page, stamp, rule = story.published, best.stamp, _rule_of(story)
    assert stamp is not None
    if page is None:
        return True
    if len(page.value) < 10:
        return stamp.value.startswith(page.value) and len(stamp.value) > len(page.value)
    if rule is None or stamp.day is None:
        return False
    is_earlier = date.fromisoformat(stamp.day) < date.fromisoformat(page.value[:10]) - _A_DAY
    if is_earlier and best.rule is not DateRule.FRONT_PUBLISHED and (rule in _MOVED or _is_after(page, named)):
        return True
    return RANKS[best.rule] < RANKS[DateRule(rule)] and _far(page.value, stamp.day)


def _rule_of(story: Story) -> str | None:
    """The rule whose clue gave the page's own day."""
    used = [clue for clue in story.evidence if clue.used and clue.field == "published" and clue.rule in RANKS]
    own = next(
        (clue for clue in used if story.published and clue.raw == story.published.raw), used[0] if used else None
    )
    return own.rule if own else None


def _is_after(stamp: Stamp | None, named: str | None) -> bool:
    """Whether a day lies after the one on which the story was named already."""
    return bool(stamp and named and len(stamp.value) >= 10 and stamp.value[:10] > _day_after(named))


def _far(value: str, day: str) -> bool:
    """Whether two days are more than one apart."""
    return len(value) >= 10 and abs((date.fromisoformat(value[:10]) - date.fromisoformat(day)).days) > 1


def _says_more(best: _Said, published: Stamp, story: Story) -> bool:
    """Whether it gives the time of day of the page's own day."""
    if published.precision != "day" or best.stamp is None or len(best.stamp.value) < 16:
        return False
    told = _stamp_of(best, story)
    return len(told.value) > 10 and told.value[:10] == published.value


def _stamp_of(one: _Said, story: Story) -> Stamp:
    """The stamp that it gives, on the newsroom's clock where that can be told; midnight as a day."""
    assert one.stamp is not None
    value, precision, zone = one.stamp.value, one.stamp.precision, one.stamp.zone
    local = on_newsroom_clock(one.stamp, OtherClocks((), (), (), Newsroom(host_of(story.url), story.language)))
    if local is not None:
        value, zone = local, "inferred"
    if "T00:00" in value and value[13:19] in (":00", ":00:00"):
        value, precision, zone = value[:10], "day", "unknown"
    return Stamp(value, precision, zone, RULES[one.rule].basis.value, one.raw)


def _updated(story: Story, said: Sequence[_Said]) -> Story:
    """A last change is taken where the page states none, and where it is not before the story."""
    usable = [one for one in said if one.why_not is None and one.stamp is not None and not _is_before(one, story)]
    best = (
        None
        if story.updated
        else max(usable, key=lambda one: (-RANKS[one.rule], one.stamp.value if one.stamp else ""), default=None)
    )
    updated = _stamp_of(best, story) if best else story.updated
    rule = best.rule.value if best else next((c.rule for c in story.evidence if c.used and c.field == "updated"), None)
    outranked = ClueCode.OUTRANKED.of(rule) if rule else None
    evidence = tuple(_evidence(one, "updated", one is best, outranked) for one in said)
    return replace(story, updated=updated, evidence=(*story.evidence, *evidence))


def _is_before(one: _Said, story: Story) -> bool:
    return bool(one.stamp and story.published and one.stamp.value[:10] < story.published.value[:10])


def _evidence(one: _Said, field: str, used: bool, outranked: Reason | None) -> Evidence:
    why_not = None if used else one.why_not or outranked
    return Evidence(field, one.stamp.value if one.stamp else None, one.raw, one.where, one.rule.value, used, why_not)
