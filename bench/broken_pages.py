"""Broken pages: every page cut, with bytes changed, tags dropped or its encoding named wrongly, and read. Nothing may raise.

    python -m bench.broken_pages [--sets ../shared/data/sets] [--every 20] [--cuts 20] [--seed 0] [--picture FILE.svg]

Pages are those of tests/pages and, where the sets are there, every so manieth of theirs. A cut page is read as far as it goes: printed is, for
each tenth of the page that is left, which share of the whole page's body its reading has (mean and tenth of worst pages), and which share
of the cut pages carries the doubt `cut-off`. `--picture` draws it. Exits 1 where a reading raises, or takes over two seconds for 100 kB.
"""

import argparse
import gzip
import random
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import backfile

ROOT = Path(__file__).parents[1]
_TAG = re.compile(rb"</?[a-zA-Z][^>]*>")
_WORD = re.compile(r"\w+")
ENCODINGS = ("utf-8", "windows-1252", "utf-16", "shift_jis", "gb18030", "iso-2022-jp", "koi8-r", "utf-7", "none-such")


class Broken(NamedTuple):
    """A page as it is after harm."""

    how: str
    """cut | bytes | tags | encoding"""
    left: float
    """The share of the page's bytes that is there."""
    page: bytes


def broken(page: bytes, chance: random.Random, cuts: int) -> Iterator[Broken]:
    """The page in its broken forms: cut at so many places, and three of each other kind."""
    for n in range(cuts):
        left = (n + chance.random()) / cuts
        yield Broken("cut", left, page[: int(len(page) * left)])
    for _ in range(3):
        changed = bytearray(page)
        for _ in range(max(1, len(page) // 500)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield Broken("bytes", 1.0, bytes(changed))
        yield Broken("tags", 1.0, _TAG.sub(lambda tag: b"" if chance.random() < 0.1 else tag[0], page))
        named = chance.choice(ENCODINGS)
        yield Broken("encoding", 1.0, b'<meta charset="%s">' % named.encode() + page)


def pages(sets: Path, every: int) -> Iterator[tuple[str, bytes]]:
    """Names and bytes."""
    for path in sorted(ROOT.glob("tests/pages/*/page.html")):
        yield path.parent.name, path.read_bytes()
    for path in sorted(sets.glob("*/html/*.html.gz"))[::every]:
        yield path.name, gzip.decompress(path.read_bytes())


def share_kept(whole: str, part: str) -> float:
    """The share of the whole body's words that the part's has, in whatever order."""
    left = defaultdict(int)
    for word in _WORD.findall(part):
        left[word] += 1
    words = _WORD.findall(whole)
    kept = 0
    for word in words:
        if left[word]:
            left[word] -= 1
            kept += 1
    return kept / len(words) if words else 1.0


class Outcome:
    """What was found over all pages."""

    def __init__(self) -> None:
        self.read: dict[str, int] = defaultdict(int)
        self.kept: dict[int, list[float]] = defaultdict(list)
        self.cut_off: dict[int, list[bool]] = defaultdict(list)
        self.faults: list[str] = []

    def try_all(self, name: str, page: bytes, chance: random.Random, cuts: int) -> None:
        """One page in all its broken forms."""
        whole = backfile.read(page, analyse=False)
        for one in broken(page, chance, cuts):
            start = time.process_time()
            try:
                story = backfile.read(one.page, analyse=one.how != "cut")
            except ValueError as error:
                if one.page.strip():
                    self.faults.append(f"{name}, {one.how} {one.left:.2f}: {error!r}")
                continue
            except Exception as error:
                self.faults.append(f"{name}, {one.how} {one.left:.2f}: {error!r}")
                continue
            took = time.process_time() - start
            if took > 2 * max(1.0, len(one.page) / 100_000):
                self.faults.append(f"{name}, {one.how} {one.left:.2f}: {took:.1f} s for {len(one.page):,} bytes")
            self.read[one.how] += 1
            if one.how == "cut" and whole.body:
                tenth = int(one.left * 10)
                self.kept[tenth].append(share_kept(whole.body, story.body))
                self.cut_off[tenth].append(any(doubt.reason == "cut-off" for doubt in story.doubts))

    def curve(self) -> list[tuple[int, float, float, float]]:
        """By tenths of the page that are left: mean share of body, the worst tenth's bound, share of pages that say `cut-off`."""
        rows = []
        for tenth, shares in sorted(self.kept.items()):
            worst = sorted(shares)[len(shares) // 10]
            rows.append((tenth, statistics.mean(shares), worst, statistics.mean(self.cut_off[tenth])))
        return rows


def picture(curve: list[tuple[int, float, float, float]]) -> str:
    """The curve as SVG: bytes of the page left to the right, share of the body upwards."""

    def line(column: int, colour: str) -> str:
        points = " ".join(f"{60 + (row[0] + 0.5) * 40:.0f},{230 - row[column] * 200:.0f}" for row in curve)
        return f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'

    grid = "".join(
        f'<text x="52" y="{234 - share * 2}" text-anchor="end">{share}%</text><path d="M60 {230 - share * 2}H460" stroke="#ddd"/>'
        for share in range(0, 101, 25)
    )
    along = "".join(
        f'<text x="{60 + share * 4}" y="250" text-anchor="middle">{share}%</text>' for share in range(0, 101, 20)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-family="sans-serif" font-size="12">'
        '<rect width="480" height="300" fill="#fff"/>'
        f"{grid}{along}{line(1, '#174a7c')}{line(3, '#b3541e')}"
        '<text x="60" y="272">share of the page that is left</text>'
        '<text x="60" y="290" fill="#174a7c">share of the body that is read</text>'
        '<text x="280" y="290" fill="#b3541e">cut pages that say cut-off</text></svg>\n'
    )


def main() -> None:
    asked = argparse.ArgumentParser(description="Reads pages that are cut, changed and mislabelled.")
    asked.add_argument("--sets", type=Path, default=ROOT.parent / "shared/data/sets")
    asked.add_argument("--every", type=int, default=20)
    asked.add_argument("--cuts", type=int, default=20)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--picture", type=Path)
    given = asked.parse_args()
    found, given_pages = Outcome(), list(pages(given.sets, given.every))
    for name, page in given_pages:
        found.try_all(name, page, random.Random(f"{given.seed} {name}"), given.cuts)
    for fault in found.faults:
        print(fault)
    curve = found.curve()
    for tenth, mean, worst, said in curve:
        print(
            f"{tenth * 10:3} to {tenth * 10 + 10:3}% of the page left: {mean:6.1%} of the body, nine pages in ten over {worst:6.1%}; cut-off said {said:6.1%}"
        )
    if given.picture:
        given.picture.write_text(picture(curve), "utf-8")
    kinds = ", ".join(f"{number:,} {how}" for how, number in found.read.items())
    print(
        f"{len(given_pages):,} pages broken, {sum(found.read.values()):,} readings ({kinds}): {len(found.faults)} failed"
    )
    sys.exit(bool(found.faults))


if __name__ == "__main__":
    main()
