"""What each rule, table and reader is worth: read everything without it, and count what is lost and what is gained.

    python -m bench.rule_worth [--part label,line,nobody,dates,readers] [--sets FOLDER] [--sample 60] [--all]

Parts: the rules of labelling (label/rules.py), the rules of lines, the tables of lexicon/not_people.py, the shapes of dates in text, the
readers of the grammar of quotations. A part
is switched off in the running program, never in its file. Read are the made-up pages of tests/pages, those with the whole truth, the cases of
dates in text and of quotations, and --sample pages of each set (none with 0). Printed are those that change nothing anywhere, then those worth less than
nothing, then, with --all, the rest. "Told otherwise" are made-up pages with another
label, and stories of the sets with another day: no truth says which is right.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from bench.check_fields import WHOLE, of_folder
from bench.check_floor import read_set
from bench.predictions import ROOT
from bench.sets import find_sets
from tests.dates.test_text import CASES, stamp
from tests.label.test_rules import LISTS
from tests.quotes.test_cases import ALL as QUOTED
from tests.quotes.test_cases import KINDS, quotes_of
from tests.quotes.test_readers import EVERY
from tests.test_pages import PAGES, capture_in, differences

import backfile
from backfile.dates.text import find_dates as dates
from backfile.dates.text.date_rules import EACH, NAMED, RULES
from backfile.label import label_page as labelling
from backfile.label import line_label as lines
from backfile.label.line_rules import LINE_RULES
from backfile.late_pattern import late
from backfile.lexicon import not_people, split_names
from backfile.quotes import analyse_speech
from backfile.reading import read_capture, read_labels

_NEVER = "(?!)"


class Part(NamedTuple):
    """What is switched off: attributes of a module and their values without the rule."""

    name: str
    module: Any
    changed: dict[str, Any]
    needs: str
    """Which readings it can change: "pages", "dates" or "quotes"."""


class Worth(NamedTuple):
    """What was read."""

    right: dict[str, float]
    """Place to how right it was."""
    labels: dict[str, tuple[str, ...]]
    """What else was told of a page: the labels of a made-up one, the days in a set's story."""


def parts(wanted: set[str]) -> Iterator[Part]:
    """Every part that can be switched off."""
    if "label" in wanted:
        for name in LISTS:
            rules = getattr(labelling, name)
            for at, rule in enumerate(rules):
                yield Part(
                    f"label {name.removesuffix('_RULES').lower()} {rule.name} {at}",
                    labelling,
                    {name: rules[:at] + rules[at + 1 :]},
                    "pages",
                )
    if "line" in wanted:
        for at, row in enumerate(LINE_RULES):
            fits = (*lines._FITS[:at], late(_NEVER), *lines._FITS[at + 1 :])
            yield Part(f"line {row.name} {at}: {row.example[:40]}", lines, {"_FITS": fits}, "pages")
    if "nobody" in wanted:
        for name, table in vars(not_people).items():
            if name.isupper() and isinstance(table, frozenset | tuple):
                yield Part(f"nobody {name}", not_people, {name: type(table)()}, "pages")
    if "dates" in wanted:
        for at, shape in enumerate(RULES):
            named = late(NAMED.pattern.replace(f"(?P<r{at}>{shape.pattern})", f"(?P<r{at}>{_NEVER})"))
            each = (*EACH[:at], late(_NEVER), *EACH[at + 1 :])
            yield Part(f"dates {shape.name} {at}", dates, {"NAMED": named, "EACH": each}, "dates")
    if "readers" in wanted:
        for case in EVERY:
            module, name, at = case.values
            rows = getattr(module, name)
            yield Part(f"readers {case.id}", module, {name: rows[:at] + rows[at + 1 :]}, "quotes")


@contextmanager
def without(part: Part) -> Iterator[None]:
    """The program without a part."""
    _forget()
    with patch.multiple(part.module, **part.changed):
        yield
    _forget()


def _forget() -> None:
    """Empty what is remembered of lines and names."""
    lines._kept.cache_clear()
    for kept in vars(split_names).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


def read_pages(sets: Path | None, sample: int) -> Worth:
    """How right each place of the pages is."""
    right: dict[str, float] = {}
    labels: dict[str, tuple[str, ...]] = {}
    for folder in PAGES:
        capture = capture_in(folder)
        record = read_capture(capture, analyse=False).to_dict()
        found = read_labels(capture)
        labels[folder.name] = tuple(
            str(label[:2]) for label in (found[1] if isinstance(found, tuple) else found.labels)
        )
        for field, due in _due(folder).items():
            right[f"{folder.name} {field}"] = float(not differences(record.get(field), due, field))
    if (WHOLE / "truth.jsonl").is_file():
        wrong = dict(of_folder(WHOLE))
        right |= {f"{page} {field}": 0.0 for page, field in wrong}
    for pages in find_sets(sets, None) if sets and sample else ():
        ids = {truth["id"] for truth in pages.truths[:: max(1, len(pages.truths) // sample)]}
        for number, score in enumerate(read_set(pages, ids)):
            for figure in ("bag", "exact", "headline", "authors"):
                right[f"{pages.name} {number} {figure}"] = float(getattr(score, figure) or 0)
    return Worth(right, labels)


def _due(folder: Path) -> dict[str, Any]:
    due: dict[str, Any] = json.loads((folder / "story.json").read_text("utf-8"))
    return due


@cache
def _texts(sets: Path | None, sample: int) -> tuple[str, ...]:
    """The stories of a sample of each set."""
    if not (sets and sample):
        return ()
    texts = []
    for pages in find_sets(sets, None):
        ids = {truth["id"] for truth in pages.truths[:: max(1, len(pages.truths) // sample)]}
        texts += [backfile.read(page.raw, url=page.url, analyse=False).body for page in pages.pages(ids)]
    return tuple(texts)


def read_dates(sets: Path | None, sample: int) -> Worth:
    """How many of the cases of dates in text are right, and what is found in the sets' stories."""
    right = {}
    found_in = {
        str(number): tuple(
            f"{one.text} {one.value}" for one in dates.find_dates(text, published=stamp("2017-02-23"), language="en")
        )
        for number, text in enumerate(_texts(sets, sample))
    }
    for block in CASES.read_text("utf-8").strip().split("\n\n"):
        title, given, due = block.split("\n")
        day, text = given.split(" | ", 1)
        found = dates.find_dates(text.replace(" // ", "\n\n"), published=stamp(day))
        right[title] = float(("; ".join(f"{one.text} = {one.type} {one.value}" for one in found) or "nothing") == due)
    return Worth(right, found_in)


def read_quotes(sets: Path | None, sample: int) -> Worth:
    """How many of the cases of quotations are right, and what is found in the sets' stories."""
    found_in = {
        str(number): tuple(f"{quote.text} {quote.speaker}" for quote in analyse_speech(text).quotes)
        for number, text in enumerate(_texts(sets, sample))
    }
    right = {}
    for case in QUOTED:
        passage, due = case.values
        right[str(case.id)] = float(quotes_of(passage) == [line for line in due if line.startswith(KINDS)])
    return Worth(right, found_in)


READERS: dict[str, Callable[[Path | None, int], Worth]] = {
    "pages": read_pages,
    "dates": read_dates,
    "quotes": read_quotes,
}


def main() -> None:
    """Print what each part is worth."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.rule_worth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", default="label,line,nobody,dates,readers")
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    parser.add_argument("--sample", type=int, default=60, help="pages of each set")
    parser.add_argument("--all", action="store_true", help="print the parts that are worth something too")
    given = parser.parse_args()
    whole: dict[str, Worth] = {}
    idle = 0
    for part in parts(set(given.part.split(","))):
        if part.needs not in whole:
            whole[part.needs] = READERS[part.needs](given.sets, given.sample)
        with without(part):
            found = READERS[part.needs](given.sets, given.sample)
        line, is_idle = _said(part, whole[part.needs], found)
        idle += is_idle
        if is_idle or given.all or " worth -" in line:
            print(line, flush=True)
    print(f"{idle} change nothing anywhere")
    sys.exit(1 if idle else None)


def _said(part: Part, whole: Worth, found: Worth) -> tuple[str, bool]:
    """A part's line, and whether it changes nothing."""
    changed = {
        place: whole.right.get(place, 1.0) - found.right.get(place, 1.0) for place in {*whole.right, *found.right}
    }
    lost = sum(1 for by in changed.values() if by > 0)
    gained = sum(1 for by in changed.values() if by < 0)
    moved = sum(whole.labels[page] != found.labels[page] for page in whole.labels)
    return (
        f"{part.name:<64} worth {sum(changed.values()):+8.2f}: {lost} places lost without it, {gained} gained, {moved} pages told otherwise",
        not (lost or gained or moved),
    )


if __name__ == "__main__":
    main()
