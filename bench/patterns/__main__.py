"""Patterns attacked: each pattern of src/backfile with pumped strings of its own, then those that grow with whole pages of such strings.

    python -m bench.patterns [--seed 0] [NAME ...]

A pattern passes where its time grows as its text does. One that grows faster passes only where nothing that is read can bring it so long a
text: each of its worst strings stands in turn in every place of a page (PLACES), and reading may take two seconds for 100 kB at most and
not grow by a higher power than 1.6. Prints each pattern that grows, and for each the slowest place. Exits 1 where a page is too slow, or where
the source compiles a pattern that was not seen. `make check-patterns` runs it.
"""

import argparse
import contextlib
import math
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import bench.patterns.found as found
from bench.patterns.found import Found
from bench.patterns.pumps import Pump, pumps

from backfile.errors import BackfileError

_LENGTHS = (2000, 4000, 8000)
_NOTICED = 0.002
"""Seconds for the shortest text; a straight line at a hundred nanoseconds a letter takes a tenth of it."""
_MOST = 1.0
"""Seconds at which a text is given up."""
_POWER = 1.6
_PAGES = (20_000, 40_000)
_MOST_OF_A_PAGE = 2.0 / 100_000
"""Seconds a byte."""
_LEAST = 0.4
"""Seconds below which the growth of a page's time says nothing."""
_WORST = 2


class Growth(NamedTuple):
    """How a pattern's time grows with a string."""

    seconds: float
    power: float
    pump: Pump


class _GivenUp(Exception):
    pass


def _cpu(work: Callable[[], object], most: float) -> float:
    """CPU seconds; infinite where it takes longer than `most`."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        work()
    except _GivenUp:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - start


def growths(one: Found, seed: int) -> list[Growth]:
    """The strings with which a pattern's time grows faster than the text, the worst first."""
    compiled = re.compile(one.pattern, one.flags)
    grown = []
    for pump in pumps(one.pattern, one.flags, seed=seed):
        times = []
        for length in _LENGTHS:
            text = pump.text(length)
            times.append(_cpu(_use(compiled, text, one), _MOST))
            if times[-1] == math.inf or times[0] < _NOTICED:
                break
        if times[0] < _NOTICED:
            continue
        power = math.inf if times[-1] == math.inf else math.log2(max(times[-1], 1e-6) / times[0]) / 2
        if power > _POWER:
            grown.append(Growth(times[-1], power, pump))
    return sorted(grown, key=lambda growth: (-growth.power, -growth.seconds))[:_WORST]


def _use(compiled: "re.Pattern[str] | re.Pattern[bytes]", text: str, one: Found) -> Callable[[], object]:
    given = text.encode("utf-8", "replace") if isinstance(one.pattern, bytes) else text
    if one.anchored:
        return lambda: compiled.match(given)  # type: ignore[arg-type]
    return lambda: sum(1 for _ in compiled.finditer(given))  # type: ignore[arg-type]


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\x00", "\x01")


_STORY = (
    "<p>The council voted on Thursday to close the bridge, the mayor said in a statement to reporters here.</p>" * 3
)
_HEAD, _FOOT = "<html><head><title>Bridge closed</title>", "</article></body></html>"
_BODY = f"</head><body><article><h1>Bridge closed</h1>{_STORY}"
_BARE = ("markup of the head", "script", "markup of the story", "text")
"""Places in which a string stands as it is; in the others its markup is escaped."""
PLACES = {
    "markup of the head": f"{_HEAD}{{}}{_BODY}{_FOOT}",
    "script": f"{_HEAD}<script>var a = {{}};</script>{_BODY}{_FOOT}",
    "markup of the story": f"{_HEAD}{_BODY}{{}}{_FOOT}",
    "text": "{}",
    "title": f"<html><head><title>{{}}</title>{_BODY}{_FOOT}",
    "headline": f"{_HEAD}</head><body><article><h1>{{}}</h1>{_STORY}{_FOOT}",
    "name of the site": f'{_HEAD}<meta property="og:site_name" content="{{}}">{_BODY}{_FOOT}',
    "metadata author": f'{_HEAD}<meta name="author" content="{{}}">{_BODY}{_FOOT}',
    "metadata day": f'{_HEAD}<meta property="article:published_time" content="{{}}">{_BODY}{_FOOT}',
    "address": f'{_HEAD}<link rel="canonical" href="https://a.example/{{}}">{_BODY}{_FOOT}',
    "linked data": f'{_HEAD}<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{{}}"}}</script>{_BODY}{_FOOT}',
    "byline": f'{_HEAD}</head><body><article><h1>Bridge closed</h1><p class="byline">By {{}}</p>{_STORY}{_FOOT}',
    "line under the headline": f"{_HEAD}</head><body><article><h1>Bridge closed</h1><p>{{}}</p>{_STORY}{_FOOT}",
    "time": f'{_HEAD}</head><body><article><h1>Bridge closed</h1><time datetime="{{}}">{{}}</time>{_STORY}{_FOOT}',
    "paragraph": f"{_HEAD}{_BODY}<p>{{}}</p>{_STORY}{_FOOT}",
    "bold at a paragraph's head": f"{_HEAD}{_BODY}<p><b>{{}}</b> We will not.</p>{_STORY}{_FOOT}",
    "caption": f"{_HEAD}{_BODY}<figure><img src=a.jpg><figcaption>{{}}</figcaption></figure>{_STORY}{_FOOT}",
    "embedded post": f'{_HEAD}{_BODY}<blockquote class="twitter-tweet"><p>{{}}</p></blockquote>{_STORY}{_FOOT}',
    "link": f'{_HEAD}{_BODY}<p><a href="{{}}">{{}}</a></p>{_STORY}{_FOOT}',
    "name of a box": f'{_HEAD}{_BODY}<div class="{{}}">The council met.</div>{_STORY}{_FOOT}',
    "line after the story": f"{_HEAD}{_BODY}<p>{{}}</p>{_FOOT}",
    "footer": f"{_HEAD}{_BODY}</article><footer><p>{{}}</p></footer></body></html>",
}


def readers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Every place that a stranger's text can come to: of a page, an export, a search."""
    from backfile.archive.search.query import parse_query
    from backfile.capture.wxr_posts import page_body

    for name, place in PLACES.items():
        yield name, _page_with(place, is_bare=name in _BARE)
    yield "post of an export", page_body
    yield "search", parse_query


def _page_with(place: str, *, is_bare: bool) -> Callable[[str], object]:
    import backfile

    return lambda text: backfile.read(place.replace("{}", text if is_bare else _html(text)).encode())


class Slowest(NamedTuple):
    """The place at which a page with a pattern's string took longest."""

    place: str
    seconds: float
    power: float

    @property
    def too_slow(self) -> bool:
        """Whether a page may not take so long."""
        grows = self.power > _POWER and self.seconds > _LEAST
        return grows or self.seconds > _PAGES[-1] * _MOST_OF_A_PAGE


def slowest(pump: Pump, places: list[tuple[str, Callable[[str], object]]]) -> Slowest:
    """Pages with the string in each place, at two sizes."""
    worst = Slowest("", 0.0, 0.0)
    short, long = (pump.text(size) for size in _PAGES)
    for name, read in places:
        seconds = _cpu(lambda read=read: _tried(read, long), 4.0)  # type: ignore[misc]
        power = 0.0
        if seconds > _LEAST:
            shorter = _cpu(lambda read=read: _tried(read, short), 4.0)  # type: ignore[misc]
            power = math.inf if math.inf in (seconds, shorter) else math.log2(seconds / max(shorter, 1e-4))
        one = Slowest(name, seconds, power)
        if (one.too_slow, one.seconds) > (worst.too_slow, worst.seconds):
            worst = one
    return worst


def _tried(read: Callable[[str], object], text: str) -> None:
    with contextlib.suppress(ValueError, BackfileError):  # what is no page, and no search
        read(text)


def _give_up(*_: object) -> None:
    raise _GivenUp


def main() -> None:
    asked = argparse.ArgumentParser(description="Attacks every pattern with strings made from its own structure.")
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("names", nargs="*", help="patterns whose place holds one of these; all by default")
    given = asked.parse_args()
    signal.signal(signal.SIGPROF, _give_up)
    all_found, unseen = found.patterns()
    chosen = [one for one in all_found if not given.names or any(name in str(one.place) for name in given.names)]
    places, growing, slow = list(readers()), 0, 0
    for one in chosen:
        if grown := growths(one, given.seed):
            growing += 1
            worst = max((slowest(growth.pump, places) for growth in grown), key=lambda at: (at.too_slow, at.seconds))
            slow += worst.too_slow
            print(
                f"{one.place}  power {grown[0].power:.1f} {grown[0].pump!r:.120}\n"
                f"    slowest page: {worst.place} {worst.seconds:.2f} s, power {worst.power:.1f}  {'TOO SLOW' * worst.too_slow}",
                flush=True,
            )
    for place in unseen:
        print(f"{place}: compiles a pattern that was not seen")
    print(
        f"{len(chosen)} patterns: {growing} grow faster than their text, {slow} of them make a page slow; {len(unseen)} not seen"
    )
    sys.exit(bool(slow or unseen))


if __name__ == "__main__":
    main()
