"""How a story's date is known, said in a sentence: what it is from, what agrees, and where clues disagree."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from backfile.model.clue_rules import Basis, DateRule
from backfile.model.story import Evidence, Stamp, Story
from backfile.wording.age import say_value
from backfile.wording.enumeration import enumerated
from backfile.wording.site_languages import gettext, ngettext, to_translate

_DISAGREE = to_translate("The page gives dates that disagree.")


class Source(NamedTuple):
    """A part of a page that can date it, in a reader's words."""

    name: str
    origin: str
    """What is said of a date that it decided, without what agrees with it."""


_METADATA = Source(to_translate("the page’s metadata"), to_translate("The date is from the page’s metadata"))
_PRINTED = Source(to_translate("the date printed on the page"), to_translate("The date is printed on the page"))
_TOLD = Source(to_translate("a sentence on the page"), to_translate("The date is told in a sentence on the page"))
_UNDER = Source(to_translate("the date under the text"), to_translate("The date is printed under the text"))
_OF_BASIS: dict[str, Source] = {
    Basis.JSON_LD: _METADATA,
    Basis.META: _METADATA,
    Basis.MICRODATA: _METADATA,
    Basis.VISIBLE: _PRINTED,
    Basis.TIME: _PRINTED,
    Basis.DATELINE: Source(to_translate("the dateline"), to_translate("The date is in the dateline")),
    Basis.URL: Source(to_translate("the address"), to_translate("The date is from the page’s address")),
    Basis.EXPORT: Source(to_translate("the newsroom’s export"), to_translate("The date is from the newsroom’s export")),
    Basis.FEED: Source(to_translate("the outlet’s feed"), to_translate("The date is from the outlet’s feed")),
    Basis.SITEMAP: Source(to_translate("the outlet’s sitemap"), to_translate("The date is from the outlet’s sitemap")),
    Basis.FRONT: Source(
        to_translate("a list of stories on another page"),
        to_translate("The date stands beside the link on another page"),
    ),
    Basis.GIVEN: Source(to_translate("who gave the text"), to_translate("The date was given with the text")),
}
"""What a kind of clue is to a reader."""
_OF_RULE: dict[str, Source] = {
    DateRule.EXPORT_PUBLISHED: _OF_BASIS[Basis.EXPORT],
    DateRule.FEED_PUBLISHED: _OF_BASIS[Basis.FEED],
    DateRule.SITEMAP_PUBLISHED: _OF_BASIS[Basis.SITEMAP],
    DateRule.FRONT_PUBLISHED: _OF_BASIS[Basis.FRONT],
    DateRule.VISIBLE_PUBLISHED: _PRINTED,
    DateRule.URL: _OF_BASIS[Basis.URL],
    DateRule.JSON_LD_STORY_PUBLISHED: _METADATA,
    DateRule.META_PUBLISHED: _METADATA,
    DateRule.MICRODATA_PUBLISHED: _METADATA,
    DateRule.TIME_PUBLISHED: _PRINTED,
    DateRule.JSON_LD_PAGE_PUBLISHED: _METADATA,
    DateRule.VISIBLE_BARE: _PRINTED,
    DateRule.TIME_BARE: _PRINTED,
    DateRule.DATELINE: _OF_BASIS[Basis.DATELINE],
    DateRule.NAMED_BOX: _PRINTED,
    DateRule.AFTER_PUBLISHED: _UNDER,
    DateRule.TOLD_PUBLISHED: _TOLD,
    DateRule.SIGNED: _UNDER,
    DateRule.META_DATE: _METADATA,
    DateRule.JSON_LD_STORY_CREATED: _METADATA,
    DateRule.JSON_LD_PAGE_CREATED: _METADATA,
    DateRule.MICRODATA_CREATED: _METADATA,
}
"""What a clue to the publication is to a reader, by the rule that found it."""


# "2017", "2017-02", "2017-02-23T16:47"; not "02-23", "T16:47"
_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?$")


def say_case(story: Story) -> str | None:
    """ "The date is from the page’s metadata; the address agrees.", "Clues disagree: ..."; None where nothing tells."""
    stamp = story.published
    if stamp is None:
        return None
    usable = [clue for clue in story.evidence if _is_usable(clue)]
    used = _decider([clue for clue in usable if clue.used], stamp)
    source = _OF_RULE.get(used.rule) if used else _OF_BASIS.get(stamp.basis)
    if source is None:
        return None
    others = [(other, clue) for clue in usable if clue is not used and (other := _OF_RULE.get(clue.rule)) is not None]
    if stamp.conflict:
        said = _disagreement(source, used.value if used else None, stamp, others) or gettext(_DISAGREE)
    else:
        said = f"{gettext(source.origin)}{_agreement(source, stamp, others, is_sole=used is not None)}."
    clock = _OF_BASIS.get(stamp.clock_basis or "", source)
    if clock == source:
        return said
    words = gettext("Its time of day is from {source}.")
    return f"{said} {words.format(source=gettext(clock.name))}"


def _agreement(source: Source, stamp: Stamp, others: Iterable[tuple[Source, Evidence]], *, is_sole: bool) -> str:
    """What other sources agree; with none, that none does, where `is_sole` says that the clues of the page are known."""
    agreeing = list(
        dict.fromkeys(other.name for other, clue in others if other != source and _agrees(clue.value, stamp))
    )
    if agreeing:
        words = ngettext("; {sources} agrees", "; {sources} agree", len(agreeing))
        return words.format(sources=enumerated([gettext(name) for name in agreeing]))
    return gettext("; no other clue names a day") if is_sole else ""


def _decider(used: list[Evidence], stamp: Stamp) -> Evidence | None:
    """The clue that decided, of those that the stamp was made of."""
    return next((clue for clue in used if clue.raw == stamp.raw), used[0] if used else None)


def _is_usable(clue: Evidence) -> bool:
    """A clue to the publication that was used, or would have been if none came before it."""
    return clue.field == "published" and clue.could_decide and _DATED.match(clue.value or "") is not None


def _disagreement(
    source: Source, value: str | None, stamp: Stamp, others: Iterable[tuple[Source, Evidence]]
) -> str | None:
    """Each source that names another day, with the days that it names."""
    days: dict[str, list[str]] = {}
    for other, clue in others:
        if not _agrees(clue.value, stamp):
            said = days.setdefault(other.name, [])
            if (day := say_value((clue.value or "")[:10])) not in said:
                said.append(day)
    if not days:
        return None
    too = gettext(", and {days}").format(days=enumerated(days.pop(source.name))) if source.name in days else ""
    listed = "".join(
        gettext("; {source} says {days}").format(source=gettext(name), days=enumerated(said))
        for name, said in days.items()
    )
    words = gettext("Clues disagree: {source} says {day}, which is used").format(
        source=gettext(source.name), day=say_value((value or stamp.value)[:10])
    )
    return f"{words}{too}{listed}."


def _agrees(value: str | None, stamp: Stamp) -> bool:
    """Whether a clue names the stamp's day, the day beside it (clocks differ), or a month or a year that holds it."""
    if value is None:
        return False
    if len(value) < len("2017-02-23") or len(stamp.value) < len("2017-02-23"):
        length = min(len(value), len(stamp.value))
        return value[:length] == stamp.value[:length]
    return abs((date.fromisoformat(value[:10]) - date.fromisoformat(stamp.value[:10])).days) <= 1
