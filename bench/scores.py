"""An extractor's answers on a set against its truth -> figures, for the set and for each page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from typing import Any

from bench.extractors import Extractor
from bench.metrics import (
    Overlap,
    Rates,
    Segments,
    author_set,
    bag_f1,
    day_of,
    overlap,
    page_rates,
    same_line,
    segments,
    segments_f1,
    shingle_rates,
    shingles,
    words,
)

STORY_KINDS = frozenset(("story", "live-blog", "gallery", "video"))


@dataclass(frozen=True)
class PageScore:
    """One page: None where the truth says nothing, or the extractor does not give it."""

    id: str
    page_type: str | None
    failed: bool
    body: Overlap | None = None
    bag: float | None = None
    exact: bool | None = None
    segments: Segments | None = None
    headline: bool | None = None
    authors: bool | None = None
    date: str | None = None
    """right | wrong | missed"""
    kind: bool | None = None
    """True where a story was read as a story, or another page as none."""


@dataclass(frozen=True)
class Dates:
    """Pages whose day is known: how many were given the right one, a wrong one, none."""

    right: int
    wrong: int
    missed: int

    @property
    def pages(self) -> int:
        """All pages whose day is known."""
        return self.right + self.wrong + self.missed


@dataclass(frozen=True)
class Scores:
    """The figures of a set; None where there are none."""

    pages: int
    failed: int
    body: Rates | None
    bag: float | None
    exact: float | None
    segments: float | None
    headline: float | None
    authors: float | None
    dates: Dates | None
    kind: float | None


class Truth:
    """A page's truth, with what scoring needs of it worked out once for all extractors."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known

    @cached_property
    def bodies(self) -> list[tuple[str, list[str], Any]]:
        """(text, words, shingles) of the body, and of each other body that is as right; empty where none is known."""
        if self.known.get("body") is None:
            return []
        texts = [self.known["body"], *(self.known.get("body_alternatives") or [])]
        return [(text, words(text), shingles(words(text))) for text in texts]

    def score(self, answer: dict[str, Any], extractor: Extractor) -> PageScore:
        """The page's figures for one extractor's answer; no answer is an empty one."""
        found: dict[str, Any] = {"id": self.known["id"], "page_type": self.known.get("page_type")}
        found["failed"] = "error" in answer
        if "body" in extractor.gives:
            found |= self._body(answer.get("body") or "")
        found |= {name: judge for name, judge in self._fields(answer).items() if name in extractor.gives}
        return PageScore(**found)

    def _body(self, body: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.bodies:
            tokens = words(body)
            mine = shingles(tokens)
            pairs = [overlap(due, mine) for _, _, due in self.bodies]
            found["body"] = max(pairs, key=lambda pair: page_rates(pair).f1)
            found["bag"] = max(bag_f1(text, body) for text, _, _ in self.bodies)
            found["exact"] = any(tokens == due for _, due, _ in self.bodies)
        due, banned = self.known.get("with") or [], self.known.get("without") or []
        if due or banned:
            found["segments"] = segments(due, banned, body)
        return found

    def _fields(self, answer: dict[str, Any]) -> dict[str, Any]:
        known, found = self.known, dict[str, Any]()
        if known.get("headline"):
            found["headline"] = same_line(answer.get("headline")) == same_line(known["headline"])
        if known.get("authors"):
            found["authors"] = author_set(answer.get("authors")) == author_set(known["authors"])
        if known.get("date_published"):
            day = day_of(answer.get("date"))
            found["date"] = "missed" if day is None else "right" if day == known["date_published"] else "wrong"
        if known.get("page_type"):
            found["kind"] = (answer.get("kind") in STORY_KINDS) == (known["page_type"] == "article")
        return found


def summary(pages: Iterable[PageScore]) -> Scores:
    """A set's figures out of its pages'."""
    rows = list(pages)
    bodies = [page.body for page in rows if page.body is not None]
    pieces = [page.segments for page in rows if page.segments is not None]
    dates = [page.date for page in rows if page.date is not None]
    return Scores(
        pages=len(rows),
        failed=sum(page.failed for page in rows),
        body=shingle_rates(bodies) if bodies else None,
        bag=_mean(page.bag for page in rows),
        exact=_mean(page.exact for page in rows),
        segments=segments_f1(pieces) if pieces else None,
        headline=_mean(page.headline for page in rows),
        authors=_mean(page.authors for page in rows),
        dates=Dates(dates.count("right"), dates.count("wrong"), dates.count("missed")) if dates else None,
        kind=_mean(page.kind for page in rows),
    )


def _mean(values: Iterable[float | bool | None]) -> float | None:
    known = [float(value) for value in values if value is not None]
    return fmean(known) if known else None
