"""What a task's captures gave, kept: rows in parts, counts for the note."""

from collections import Counter
from collections.abc import Iterator
from time import monotonic, process_time

from backfile.cluster.corpus_rows import corpus_story_row, skipped_row
from backfile.cluster.part_files import PartFiles
from backfile.cluster.span_notes import MOST_TOLD, SpanNote
from backfile.model.capture import Capture
from backfile.one_capture import CaptureRead


class KeptResults:
    """Keeps the rows of a task, and counts them."""

    def __init__(self, parts: PartFiles) -> None:
        self._began, self._worked = monotonic(), process_time()
        self._parts = parts
        self._captures = self._stories = self._undated = self._damaged = 0
        self._skipped: Counter[str] = Counter()
        self._told: list[str] = []

    def keep(self, results: Iterator[tuple[CaptureRead, Capture | None]]) -> None:
        """Take what each capture gave. Raises OutputRefused."""
        for read, capture in results:
            self._captures += 1
            if read.skipped is not None:
                self._skip(read, capture)
            else:
                assert capture is not None
                self._take(read, capture)

    def _skip(self, read: CaptureRead, capture: Capture | None) -> None:
        skipped = read.skipped
        assert skipped is not None
        self._skipped[skipped.reason.value] += 1
        if skipped.reason.is_fault:
            self._tell(f"{read.place}: {skipped.reason}: {skipped.message}")
        self._parts.add_skipped(skipped_row(skipped, capture, read))

    def _take(self, read: CaptureRead, capture: Capture) -> None:
        assert read.story is not None
        self._stories += 1
        self._undated += read.story.published is None
        if read.damage is not None:
            self._damaged += 1
            self._tell(read.damage)
        self._parts.add_story(corpus_story_row(capture, read))

    def _tell(self, line: str) -> None:
        if len(self._told) < MOST_TOLD:
            self._told.append(line)

    def counted(self, note: SpanNote) -> SpanNote:
        """The note with what was counted, once the parts are written."""
        return note._replace(
            captures=self._captures, stories=self._stories, undated=self._undated, damaged=self._damaged,
            skipped=dict(sorted(self._skipped.items())), told=tuple(self._told), parts=tuple(self._parts.parts),
            skipped_part=self._parts.skipped_part, seconds=round(monotonic() - self._began, 3),
            cpu_seconds=round(process_time() - self._worked, 3),
        )  # fmt: skip
