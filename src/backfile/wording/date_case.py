"""How a story's date is known, said in a sentence: what it is from, what agrees, and where clues disagree."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from backfile.model.story import Evidence, Stamp, Story
from backfile.wording.age import say_day

_DISAGREE = "The page gives dates that disagree."


class Source(NamedTuple):
    """A part of a page that can date it, in a reader's words."""

    name: str
    origin: str
    """What is said of a date that it decided."""


_METADATA = Source("the page’s metadata", "is from the page’s metadata")
_PRINTED = Source("the date printed on the page", "is printed on the page")
_SOURCES: dict[str, Source] = {
    "json-ld": _METADATA,
    "meta": _METADATA,
    "microdata": _METADATA,
    "visible": _PRINTED,
    "time": _PRINTED,
    "named": _PRINTED,
    "after": Source("the date under the text", "is printed under the text"),
    "signed": Source("the date under the text", "is printed under the text"),
    "told": Source("a sentence on the page", "is told in a sentence on the page"),
    "dateline": Source("the dateline", "is in the dateline"),
    "url": Source("the address", "is from the page’s address"),
    "export": Source("the newsroom’s export", "is from the newsroom’s export"),
    "feed": Source("the feed", "is from the feed"),
    "given": Source("who gave the text", "was given with the text"),
}
"""The beginning of a rule's name, of a clue's place or of a stamp's basis -> what it is to a reader."""


# "2017", "2017-02", "2017-02-23T16:47"; not "02-23", "T16:47"
_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?$")


def say_case(story: Story) -> str | None:
    """ "The date is from the page’s metadata; the address agrees.", "Clues disagree: ..."; None where nothing tells."""
    stamp = story.published
    if stamp is None:
        return None
    usable = [clue for clue in story.evidence if _is_usable(clue)]
    used = next((clue for clue in usable if clue.used), None)
    source = _source_of(used) if used else _source(stamp.basis)
    if source is None:
        return None
    others = [(other, clue) for clue in usable if not clue.used and (other := _source_of(clue)) is not None]
    if stamp.conflict:
        return _disagreement(source, used.value if used else None, stamp, others) or _DISAGREE
    agreeing = _names(other.name for other, clue in others if other != source and _agrees(clue.value, stamp))
    if not agreeing:
        return f"The date {source.origin}{'; no other clue names a day' if used else ''}."
    return f"The date {source.origin}; {_joined(agreeing)} {'agrees' if len(agreeing) == 1 else 'agree'}."


def _is_usable(clue: Evidence) -> bool:
    """A clue to the publication that was used, or would have been if none came before it."""
    if clue.field != "published" or not _DATED.match(clue.value or ""):
        return False
    return clue.used or clue.why_not is None or clue.why_not.endswith("comes first")


def _source(name: str) -> Source | None:
    for prefix, source in _SOURCES.items():
        if name.startswith(prefix):
            return source
    return None


def _source_of(clue: Evidence) -> Source | None:
    return _source(clue.rule) or _source(clue.where)


def _disagreement(
    source: Source, value: str | None, stamp: Stamp, others: Iterable[tuple[Source, Evidence]]
) -> str | None:
    """Each source that names another day, with the days that it names."""
    days: dict[str, list[str]] = {}
    for other, clue in others:
        if not _agrees(clue.value, stamp):
            said = days.setdefault(other.name, [])
            if (day := _said(clue.value)) not in said:
                said.append(day)
    if not days:
        return None
    too = f", and {_joined(days.pop(source.name))}" if source.name in days else ""
    listed = "".join(f"; {name} says {_joined(said)}" for name, said in days.items())
    return f"Clues disagree: {source.name} says {_said(value or stamp.value)}, which is used{too}{listed}."


def _agrees(value: str | None, stamp: Stamp) -> bool:
    """Whether a clue names the stamp's day, the day beside it (clocks differ), or a month or a year that holds it."""
    if value is None:
        return False
    if len(value) < len("2017-02-23") or len(stamp.value) < len("2017-02-23"):
        length = min(len(value), len(stamp.value))
        return value[:length] == stamp.value[:length]
    return abs((date.fromisoformat(value[:10]) - date.fromisoformat(stamp.value[:10])).days) <= 1


def _said(value: str | None) -> str:
    value = (value or "")[:10]
    return say_day(Stamp(value, {4: "year", 7: "month"}.get(len(value), "day"), "unknown", "", value))


def _names(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
