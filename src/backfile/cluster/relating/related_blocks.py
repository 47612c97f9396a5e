"""Second step: the stories of a block: their versions, what each is compared by, and its fingerprints, sent to where they meet others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import numpy as np
import orjson
import zstandard

from backfile.archive.passages.copies import Passages, passages_of
from backfile.archive.passages.credited_source import credited_in
from backfile.archive.passages.views import View
from backfile.archive.store.key_runs import MOST_HOLDERS, Keys, distinct, packed
from backfile.archive.store.record_form import Record
from backfile.archive.versions.change_kinds import changed_fields, kind_of_change
from backfile.archive.versions.held_versions import HeldVersion, in_order
from backfile.archive.versions.stamp_days import sort_key
from backfile.archive.versions.version_decision import seen_again, shown_first
from backfile.cluster.part_files import write_rows
from backfile.cluster.relating.piece_files import PieceReader, PieceWriter, pieces_in
from backfile.cluster.relating.quoted_words import QUOTED, quoted_lines
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, RelatingPlan, all_made_by, made_by, plan_at_work
from backfile.cluster.relating.row_gathering import GATHER, ID
from backfile.cluster.remote_files import OutFolder
from backfile.errors import BackfileError
from backfile.export.archive_tables import VERSIONS
from backfile.model.flat_rows import Columns, Row, dated_row
from backfile.model.plain_values import plain_values
from backfile.model.story import Stamp, Window, stamp_from_dict, window_from_dict

BLOCKS, KEYS, RUNS, STORIES = "blocks", "keys", "runs", "stories"
CORPUS_VERSIONS: Columns = {name: kind for name, kind in VERSIONS.items() if name != "text"}
"""The columns of an archive's table of versions, but for the text: it is in the corpus."""
_LEADING = MOST_HOLDERS.bit_length() - 1
"""Bits below those of a key that runs keep."""
_MOST_RUNS = (1 << 16) - 1
GROUP = 20_000
"""Rows of a group of the tables."""


class StoryFacts(NamedTuple):
    """A story as it is laid beside others: all but its text."""

    number: int
    id: str
    version: str
    """Its newest."""
    versions: int
    captures: int
    runs: int
    name: str
    domain: str
    """Of its outlet; "" where the page gives none."""
    headline: str | None
    url: str | None
    published: Stamp | None
    window: Window
    sort: int | None
    credited: str | None
    """The agency or outlet that it credits."""

    @property
    def view(self) -> View:
        """As far as it tells whether another is a view of it."""
        return View(self.number, self.id, self.headline, self.url, self.published, self.runs)

    def kept(self) -> list[Any]:
        """The facts as they are kept; `facts_of` reads them."""
        return [plain_values(value) for value in self]


def facts_of(held: list[Any]) -> StoryFacts:
    """The facts as they are kept."""
    known = StoryFacts(*held)
    return known._replace(published=stamp_from_dict(held[10]), window=window_from_dict(held[11]))


class Block:
    """The stories of a block, read one by one, from `with` to its end."""

    def __init__(self, out: OutFolder, number: int) -> None:
        self._file = PieceReader(out, f"{FOLDER}/{STORIES}/{number:05}")

    def __enter__(self) -> "Block":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def places(self) -> list[int]:
        """Of its stories."""
        return self._file.numbers

    def story(self, place: int) -> tuple[list[Any], Record]:
        """The facts as they are kept (`facts_of`), and the record."""
        facts, record = orjson.loads(next(self._file.pieces(place)))
        return facts, record


def make_block(task: BlockTask) -> None:
    """Make out the stories of a block. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    pieces = pieces_in(out, all_made_by(GATHER, len(plan.files)), task.number)
    lines = sorted(
        line[:ID] + zstandard.compress(line[ID:], 1) for piece in pieces for line in piece.splitlines()
    )  # a block's lines as they are would be 250 MB
    rows: list[Row] = []
    compared: list[Passages] = []
    outlets: Counter[tuple[str, str]] = Counter()
    captures = len(lines)
    with (
        out.new_file(f"{FOLDER}/{STORIES}/{task.number:05}") as partial,
        PieceWriter(partial) as stories,
        out.new_file(made_by(QUOTED, task.number)) as unfinished,
        PieceWriter(unfinished) as quoted,
    ):
        for place, (_, of_story) in enumerate(groupby(lines, key=lambda line: line[:ID])):
            if place >> plan.shift:
                raise BackfileError(
                    f"a corpus can be compared up to {MOST_HOLDERS:,} stories, and it has more", task.out
                )
            seen = _versions_in(of_story)
            rows += _version_rows(seen)
            compared.append(passages_of(seen[-1].record["body"]))
            facts = _facts(seen, task.number << plan.shift | place, compared[-1].runs)
            for one in seen:
                outlet = one.record["outlet"] or {}
                outlets[outlet.get("name") or "", outlet.get("domain") or ""] += one is seen[-1]
            for to, line in quoted_lines([one.record for one in reversed(seen)], facts.number, plan):
                quoted.add(to, line)
            stories.add(place, orjson.dumps([facts.kept(), seen[-1].record]))
    versions = len(rows)
    if rows:
        write_rows(out, f"{FOLDER}/versions/{task.number:05}", rows, CORPUS_VERSIONS, group=GROUP)
    runs = np.minimum([one.runs for one in compared], _MOST_RUNS).astype("<u2")
    out.write(f"{FOLDER}/{RUNS}/{task.number:05}", runs.tobytes())
    send_keys(out, made_by(KEYS, task.number), plan, task.number, [one.keys for one in compared])
    counts = {"captures": captures, "stories": len(compared), "versions": versions}
    named = [[*outlet, count] for outlet, count in sorted(outlets.items())]
    out.write(task.made, orjson.dumps({**counts, "outlets": named}))


class _Seen(NamedTuple):
    held: HeldVersion
    shown: tuple[str, str, str]
    """Orders the captures of the version: the record of the least is kept."""
    record: Record


def _versions_in(lines: Iterable[bytes]) -> list[_Seen]:
    """The versions of one story, the oldest first."""
    seen: dict[bytes, _Seen] = {}
    for line in lines:
        digest, at, payload, url, record = orjson.loads(zstandard.decompress(line[ID:]))
        key = bytes.fromhex(digest)
        before = seen.get(key)
        held = seen_again(before.held if before else None, key, at)
        shown = shown_first(at, payload, url)
        if before and before.shown <= shown:
            shown, record = before[1:]
        seen[key] = _Seen(held, shown, record)
    return [seen[one.digest] for one in in_order([one.held for one in seen.values()])]


def _version_rows(seen: list[_Seen]) -> Iterator[Row]:
    changes: list[tuple[str | None, tuple[str, ...]]] = [(None, ())]
    for before, after in pairwise(one.record for one in seen):
        changes.append((kind_of_change(before, after), changed_fields(before, after)))
    for (held, _, record), (change, changed) in zip(seen, changes, strict=True):
        dated = dated_row(stamp_from_dict(record["published"]), window_from_dict(record["window"]))
        yield {
            "story": record["id"], "version": held.id, "first_seen": held.first_seen, "last_seen": held.last_seen,
            "captures": held.captures, "change": change, "changed": "; ".join(changed) or None, "title": record["headline"],
            **dated,
        }  # fmt: skip


def _facts(seen: list[_Seen], number: int, runs: int) -> StoryFacts:
    held, _, record = seen[-1]
    outlet = record["outlet"] or {}
    stamp = stamp_from_dict(record["published"])
    return StoryFacts(
        number, record["id"], held.id, len(seen), sum(one.held.captures for one in seen), min(runs, _MOST_RUNS),
        outlet.get("name") or "", outlet.get("domain") or "", record["headline"], record["url"], stamp,
        window_from_dict(record["window"]), sort_key(stamp, record["id"]) if stamp else None, credited_in(record),
    )  # fmt: skip


def send_keys(out: OutFolder, name: str, plan: RelatingPlan, block: int, keys: Sequence[Keys]) -> None:
    """Send each fingerprint with who has it to those of its range: as many ranges as there are blocks. Raises OutputRefused."""
    first = block << plan.shift
    numbers = np.repeat(np.arange(first, first + len(keys), dtype=np.uint64), [len(own) for own in keys])
    none: Keys = np.empty(0, dtype=np.uint64)
    entries = distinct(packed(np.concatenate([none, *keys]), numbers))
    ranges = (entries >> np.uint64(_LEADING)) * np.uint64(plan.blocks) >> np.uint64(64 - _LEADING)
    with out.new_file(name) as partial, PieceWriter(partial) as pieces:
        pieces.add_sorted(entries, ranges)
