"""What is counted: shingles as in scrapinghub's article-extraction-benchmark, WCXB's word bag, trafilatura's segments, fields.

Each was compared with the benchmark's own scorer on that benchmark's own output; docs/benchmarks.md says what each means.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SHINGLE = 4

Tokens = Sequence[str]


class Overlap(NamedTuple):
    """Shares of a page that are in both texts, only in the extractor's, only in the truth: they sum to one, or are all 0."""

    both: float
    extra: float
    missing: float


class Rates(NamedTuple):
    """Each from 0 to 1."""

    f1: float
    precision: float
    recall: float


def words(text: str | None) -> list[str]:
    """Runs of word characters, case kept: "It's 5 km" -> It, s, 5, km."""
    return _WORD.findall(text or "")


def shingles(tokens: Tokens) -> Counter[tuple[str, ...]]:
    """Every run of four words, counted; a text of fewer words is one shorter shingle, an empty one none."""
    runs = range(max(1, len(tokens) - _SHINGLE + 1)) if tokens else ()
    return Counter(tuple(tokens[start : start + _SHINGLE]) for start in runs)


def overlap(due: Counter[tuple[str, ...]], got: Counter[tuple[str, ...]]) -> Overlap:
    """How two texts' shingles overlap, scaled so that a long page counts as much as a short one."""
    both = sum((due & got).values())
    extra, missing = got.total() - both, due.total() - both
    total = both + extra + missing
    return Overlap(both / total, extra / total, missing / total) if total else Overlap(0.0, 0.0, 0.0)


def page_rates(page: Overlap) -> Rates:
    """A page's own precision, recall and F1. Two empty texts agree: 1."""
    if page.extra == page.missing == 0:
        return Rates(1.0, 1.0, 1.0)
    return _rates(_share(page.both, page.both + page.extra), _share(page.both, page.both + page.missing))


def shingle_rates(pages: Iterable[Overlap]) -> Rates:
    """The set's: mean precision where something was returned, mean recall where something was due, and their harmonic mean."""
    rated = [(page, page_rates(page)) for page in pages]
    precision = [rates.precision for page, rates in rated if page.both + page.extra > 0]
    recall = [rates.recall for page, rates in rated if page.both + page.missing > 0]
    return _rates(fmean(precision or [0.0]), fmean(recall or [0.0]))


def bag_f1(due: str, got: str) -> float:
    """WCXB's: F1 of the two texts' lower-cased words, order left aside. Two empty texts agree: 1."""
    wanted, given = Counter(words(due.lower())), Counter(words(got.lower()))
    if not wanted and not given:
        return 1.0
    both = (wanted & given).total()
    return _rates(_share(both, given.total()), _share(both, wanted.total())).f1


class Segments(NamedTuple):
    """trafilatura's counts for a page: pieces of text that must stand in the body, and that must not."""

    found: int
    banned: int
    missed: int
    left_out: int


def segments(due: Sequence[str], banned: Sequence[str], body: str) -> Segments:
    """Which segments stand in the body, white space folded; an empty body holds none."""
    text = folded(body)
    found = sum(folded(segment) in text for segment in due) if text else 0
    wrong = sum(folded(segment) in text for segment in banned) if text else 0
    return Segments(found, wrong, len(due) - found, len(banned) - wrong)


def segments_f1(pages: Iterable[Segments]) -> float:
    """F1 over all segments of a set, the counts summed first."""
    rows = list(pages)
    found, banned, missed = (sum(row[column] for row in rows) for column in range(3))
    return _share(2 * found, 2 * found + banned + missed)


_BY = re.compile(r"\s*(?:by|von|par|por|di|door)\s*:?\s+", re.I)
_DEGREES = re.compile(
    r",?\s+(?:Ph\.?D|M\.?D|M\.?[AS]|MSc|BSc|MPH|MBA|RDN?|RN|LD|DVM|VMD|DDS|FAND|FAC[LS]M?|FOMA|DABOM|DACVB|CFP|CPP|PSP|CEPF)\b[.®]?(?=\s*(?:[,;]|$|\s(?:and|&)\s))"
)
"""A degree after a name is no name: some truths have it and some have not, so that it counts for and against nobody."""
_BETWEEN_NAMES = re.compile(r"\s*(?:[;,|/]|\band\b|\bund\b|\bet\b|\by\b|&|\bwith\b)\s*", re.I)


def author_set(names: Iterable[str] | None) -> frozenset[str]:
    """People's names, case, a leading "by" and degrees left aside, lists in one string parted: the whole set is compared."""
    parted = (
        part
        for name in names or ()
        for part in _BETWEEN_NAMES.split(_DEGREES.sub("", _BY.sub("", folded(name), count=1)))
    )
    return frozenset(part for part in (piece.casefold().strip(" .-–—") for piece in parted) if part)


def same_line(text: str | None) -> str:
    """A headline as it is compared: white space folded, case left aside, typographic marks kept."""
    return folded(text).casefold()


def folded(text: str | None) -> str:
    """White space folded to single spaces."""
    return " ".join((text or "").split())


_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)")


def day_of(value: str | None) -> str | None:
    """The calendar day of an ISO 8601 value as written, with no shift of zone; None where it is not known to the day."""
    found = _DAY.match(value or "")
    return found[1] if found else None


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _rates(precision: float, recall: float) -> Rates:
    return Rates(_share(2 * precision * recall, precision + recall), precision, recall)
