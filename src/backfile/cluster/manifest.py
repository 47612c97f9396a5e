"""The manifest of a corpus: a line for each input, with what it gave, its digest, how long it took, and its faults.

It is written when the rows that it tells of are in the corpus, never before: what it holds is not read again.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from backfile.cluster.input_list import Input
from backfile.cluster.remote_files import OutFolder
from backfile.cluster.span_notes import MOST_TOLD, REVISITS, SpanNote
from backfile.model.plain_values import plain_record

MANIFEST = "manifest.jsonl"


class FailedSpan(NamedTuple):
    """A stretch that could not be read, though it was tried three times."""

    number: int
    start: int
    end: int | None
    error: str


class ManifestLine(NamedTuple):
    """What is known of an input."""

    address: str
    size: int
    changed: str
    digest: str
    """Of its bytes, where it was read as one; else of the digests of its stretches, in their order."""
    spans: int
    """Stretches that it was read in."""
    captures: int
    stories: int
    undated: int
    skipped: dict[str, int]
    """Captures that hold no story, by reason."""
    faults: int
    damaged: int
    told: tuple[str, ...]
    seconds: float
    cpu_seconds: float
    reader: str
    """Which Backfile read it; "" where nothing of it was read."""
    batch: int
    """Of the run that took it in, from 1."""
    failed: tuple[FailedSpan, ...] = ()


def held_manifest(out: OutFolder) -> dict[str, ManifestLine]:
    """The manifest's lines by address."""
    lines = (orjson.loads(line) for line in (out.read(MANIFEST) or b"").splitlines())
    return {line["address"]: _line(line) for line in lines}


def write_manifest(out: OutFolder, lines: Iterable[ManifestLine]) -> None:
    """Write the manifest anew. Raises OutputRefused."""
    ordered = sorted(lines, key=lambda line: line.address)
    out.write(
        MANIFEST, b"".join(orjson.dumps(plain_record(line), option=orjson.OPT_APPEND_NEWLINE) for line in ordered)
    )


def lines_of(
    notes: Iterable[SpanNote],
    failed: Mapping[Input, Sequence[FailedSpan]],
    before: Mapping[str, ManifestLine],
    batch: int,
) -> dict[str, ManifestLine]:
    """The lines of inputs that were read in a batch, by address; `before` are those of earlier ones."""
    by_input: defaultdict[Input, list[SpanNote]] = defaultdict(list)
    for note in notes:
        by_input[note.input].append(note)
    for one in failed:
        by_input[one]  # an input of which nothing was read has a line too
    return {
        one.address: _line_of(
            one, sorted(read, key=lambda note: note.number), tuple(failed.get(one, ())), before.get(one.address), batch
        )
        for one, read in by_input.items()
    }


def _line_of(
    one: Input, notes: list[SpanNote], failed: tuple[FailedSpan, ...], before: ManifestLine | None, batch: int
) -> ManifestLine:
    skipped = Counter(before.skipped if before else {})
    for note in notes:
        skipped.update(note.skipped)
    told = [line for note in notes for line in note.told]
    if before:
        told = [*before.told, *told]
    return ManifestLine(
        address=one.address,
        size=one.size,
        changed=one.changed,
        digest=_digest([one.digest for one in ([before] if before else []) + notes if one.digest]),
        spans=sum(note.number < REVISITS for note in notes) + (before.spans if before else 0),
        captures=_total(notes, before, "captures"),
        stories=_total(notes, before, "stories"),
        undated=_total(notes, before, "undated"),
        skipped=dict(sorted(skipped.items())),
        faults=_total(notes, before, "faults"),
        damaged=_total(notes, before, "damaged"),
        told=tuple(told[:MOST_TOLD]),
        seconds=round(_total(notes, before, "seconds"), 3),
        cpu_seconds=round(_total(notes, before, "cpu_seconds"), 3),
        reader=notes[0].reader if notes else before.reader if before else "",
        batch=batch,
        failed=failed,
    )


def _total(notes: list[SpanNote], before: ManifestLine | None, name: str) -> Any:
    return sum(getattr(one, name) for one in (*notes, *([before] if before else [])))


def _digest(digests: list[str]) -> str:
    if len(digests) < 2:
        return "".join(digests)
    return f"sha256:{hashlib.sha256(''.join(digests).encode()).hexdigest()}"


def _line(held: dict[str, Any]) -> ManifestLine:
    failed = tuple(FailedSpan(**one) for one in held["failed"])
    return ManifestLine(**{**held, "told": tuple(held["told"]), "failed": failed})
