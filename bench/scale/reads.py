"""Reads an archive as readers do, and takes the time: CPU of one core, warm, the 95th percentile of many different questions."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import cycle, islice
from typing import Any, NamedTuple

from bench.made_stories import word

from backfile.archive import Archive

_TIMES = 60
_WARM = 6


class Read(NamedTuple):
    """One kind of question, and what it may take."""

    name: str
    due: float
    """Milliseconds."""
    ask: Callable[[Archive, Any], object]
    about: Callable[[Archive, random.Random], list[Any]]
    """What it is asked about, each a different thing."""


class Took(NamedTuple):
    """What a kind of question took, in milliseconds."""

    name: str
    due: float
    median: float
    p95: float
    found: int
    """Stories or quotations found by the last of them."""


def read_all(archive: Archive, only: str = "") -> Iterator[Took]:
    """Every kind of question in turn."""
    for read in READS:
        if only in read.name:
            about = read.about(archive, random.Random(read.name))
            yield timed(read, about, partial(read.ask, archive))


def timed(read: Read, about: list[Any], ask: Callable[[Any], object]) -> Took:
    """A question asked about each of these things, warm."""
    found: object = 0
    times = []
    for at, what in enumerate(islice(cycle(about), _WARM + _TIMES)):
        began = time.process_time()
        found = ask(what)
        if at >= _WARM:
            times.append((time.process_time() - began) * 1000)
    times.sort()
    return Took(read.name, read.due, times[len(times) // 2], times[int(len(times) * 0.95)], _size(found))


def _size(found: object) -> int:
    total = getattr(found, "total", None)
    return int(total) if total is not None else len(found) if isinstance(found, list) else 1


def _words(low: int, high: int, count: int = 1, form: str = "{}") -> Callable[[Archive, random.Random], list[str]]:
    """Searches of so many words each, between two ranks of how common they are."""

    def about(_archive: Archive, own: random.Random) -> list[str]:
        return [form.format(" ".join(word(own.randrange(low, high)) for _ in range(count))) for _ in range(_TIMES)]

    return about


def _ranges(_archive: Archive, own: random.Random) -> list[tuple[str, date, date]]:
    starts = [date(2001, 1, 1) + timedelta(days=own.randrange(7000)) for _ in range(_TIMES)]
    return [
        (word(own.randrange(30, 300)), start, start + timedelta(days=own.choice((30, 365, 2000)))) for start in starts
    ]


def _phrases(archive: Archive, own: random.Random) -> list[str]:
    """Three words that stand together in some story."""
    found = []
    for entry in _some(archive, own):
        words = archive.story(entry).body.split()
        at = own.randrange(len(words) - 3)
        found.append(f'"{" ".join(words[at : at + 3])}"'.replace("“", "").replace("”", "").replace(",", ""))
    return found


def _some(archive: Archive, own: random.Random) -> list[str]:
    """Stories from all over the archive."""
    stories = archive.stats().stories
    pages = [archive.newest(limit=3, offset=own.randrange(max(1, int(stories * 0.8)))) for _ in range(_TIMES // 3)]
    return [entry.id for page in pages for entry in page]


def _speakers(archive: Archive, own: random.Random) -> list[str]:
    """The most quoted, and others."""
    often = archive.speakers(limit=20)
    return [entry.id for entry in [*often, *archive.speakers(limit=40, offset=own.randrange(200, 400))]]


def _speaker_page(archive: Archive, speaker: str) -> object:
    archive.speaker(speaker)
    return archive.quotes(speaker=speaker, limit=30)


def _outlets(archive: Archive, own: random.Random) -> list[str]:
    """The largest outlet, and others."""
    lines = archive.shelves.outlets()
    return [lines[0].key, *(own.choice(lines).key for _ in range(_TIMES - 1))]


def _sections(archive: Archive, own: random.Random) -> list[tuple[str, str]]:
    shelves = [archive.shelves.outlet(key) for key in _outlets(archive, own)]
    return [(shelf.key, own.choice(shelf.sections)[0]) for shelf in shelves if shelf and shelf.sections]


def _authors(archive: Archive, own: random.Random) -> list[str]:
    """The most named, and others."""
    names = [name for name, _ in archive.shelves.authors()]
    return [*names[:20], *(own.choice(names) for _ in range(_TIMES - 20))]


def _outlet_page(archive: Archive, key: str) -> object:
    archive.shelves.outlet(key)
    return archive.shelves.outlet_stories(key, limit=31, offset=0)


def _author_page(archive: Archive, name: str) -> object:
    archive.shelves.author(name)
    return archive.shelves.author_stories(name, limit=31, offset=0)


def _month_page(archive: Archive, span: tuple[str, date, date]) -> object:
    first = span[1].replace(day=1)
    last = first + timedelta(days=27)
    archive.shelves.days(first, last)
    archive.shelves.nearest_days(first, last)
    return archive.shelves.stories_between(first, last, limit=31, offset=0)


def _offsets(_archive: Archive, own: random.Random) -> list[int]:
    return [own.randrange(0, 3000, 30) for _ in range(_TIMES)]


def _nothing(_archive: Archive, _own: random.Random) -> list[None]:
    return [None]


def _search(archive: Archive, words: str, **more: Any) -> object:
    return archive.search(words, limit=20, **more)


SEARCHES = (
    Read("rare word", 5, _search, _words(20_000, 60_000)),
    Read("common word", 15, _search, _words(30, 150)),
    Read("three words", 15, _search, _words(40, 900, 3)),
)
PHRASES = Read("phrase", 40, _search, _phrases)
READS = (
    *SEARCHES,
    PHRASES,
    Read(
        "word, range of days",
        20,
        lambda archive, asked: archive.search(asked[0], since=asked[1], until=asked[2], limit=20),
        _ranges,
    ),
    Read("common word, page 100", 15, partial(_search, offset=2000), _words(30, 150)),
    Read("common word, by date", 15, partial(_search, sort="date"), _words(30, 150)),
    Read("years and outlets", 15, lambda archive, asked: archive.search(asked, limit=1), _words(30, 150)),
    Read("newest", 5, lambda archive, at: archive.newest(limit=30, offset=at % 300), _offsets),
    Read("newest, far down", 5, lambda archive, at: archive.newest(limit=30, offset=20_000 + at), _offsets),
    Read("story", 5, lambda archive, story: archive.story(story), _some),
    Read("speaker page", 20, _speaker_page, _speakers),
    Read("speakers", 20, lambda archive, at: archive.speakers(limit=30, offset=at), _offsets),
    Read("quotations about", 40, lambda archive, asked: archive.quotes(about=asked, limit=20), _words(30, 900, 2)),
    Read("undated", 40, lambda archive, at: archive.undated(limit=20, offset=at), _offsets),
    Read("outlet page", 20, _outlet_page, _outlets),
    Read(
        "section",
        20,
        lambda archive, asked: archive.shelves.outlet_stories(asked[0], section=asked[1], limit=31, offset=0),
        _sections,
    ),
    Read("author page", 20, _author_page, _authors),
    Read("month page", 20, _month_page, _ranges),
    Read(
        "this day in all years",
        20,
        lambda archive, span: archive.shelves.on_this_day(span[1].month, span[1].day, limit=30),
        _ranges,
    ),
    Read("neighbours", 2, lambda archive, story: archive.shelves.neighbours(story), _some),
    Read("stats", 10, lambda archive, _: archive.stats(), _nothing),
)
