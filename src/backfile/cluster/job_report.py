"""How far a job has come, and what it did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from backfile.cluster.manifest import FailedSpan
from backfile.cluster.span_notes import MOST_TOLD, SpanNote
from backfile.model.plain_values import plain_record


class JobProgress(NamedTuple):
    """How far a job has come."""

    step: str
    """reading | writing: tasks read inputs, then write the files of the corpus."""
    files: int
    """Inputs read to their end."""
    all_files: int
    done: int
    """Bytes of the inputs, or files of the corpus, of `total`."""
    total: int
    captures: int
    stories: int
    undated: int
    skipped: dict[str, int]
    faults: int
    failed: int
    """Stretches given up, each tried three times."""
    seconds: float
    cores: int
    dashboard: str | None

    @property
    def rate(self) -> float:
        """Captures a second."""
        return self.captures / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """As long as the rest takes at the pace so far; None before there is one."""
        return self.seconds * (self.total - self.done) / self.done if self.done else None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, with the rates."""
        left = self.seconds_left
        rates = {"a_second": round(self.rate, 1), "a_second_and_core": round(self.rate / max(self.cores, 1), 1)}
        return plain_record(self) | rates | {"seconds_left": None if left is None else round(left)}


@dataclass(slots=True)
class JobReport:
    """What a job did."""

    inputs: int = 0
    """Inputs that were read in this run, to their end."""
    held: int = 0
    """Inputs that the corpus had already."""
    left_out: int = 0
    """Files of lists and folders that are of other days."""
    captures: int = 0
    stories: int = 0
    undated: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    faults: int = 0
    damaged: int = 0
    failed: dict[str, list[FailedSpan]] = field(default_factory=dict)
    """By address, what could not be read."""
    told: list[str] = field(default_factory=list)
    """A line for a person on each of the first faults."""
    files: int = 0
    """Files of the corpus that were written, and their bytes."""
    size: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    """Of reading, of all workers."""
    is_stopped: bool = False
    """True where it was stopped before the end; the same call goes on from there."""

    def recount(self, notes: Iterable[SpanNote]) -> None:
        """Count anew what the stretches gave."""
        self.captures = self.stories = self.undated = self.damaged = self.faults = 0
        self.skipped, self.told, self.cpu_seconds = Counter(), [], 0.0
        for note in notes:
            self.count(note)

    def count(self, note: SpanNote) -> None:
        """Take in what a stretch gave."""
        self.captures += note.captures
        self.stories += note.stories
        self.undated += note.undated
        self.damaged += note.damaged
        self.skipped.update(note.skipped)
        self.faults += note.faults
        self.cpu_seconds += note.cpu_seconds
        self.told += note.told[: MOST_TOLD - len(self.told)]

    @property
    def is_whole(self) -> bool:
        """True where all was read, and nothing that was given was at fault."""
        return not (self.is_stopped or self.failed or self.faults or self.damaged)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)
