"""Reading of one capture that never fails: a page that cannot be read is passed over with its reason. Needs no archive."""

from collections.abc import Callable
from typing import TypeVar

from backfile.archive.versions.kept_stories import why_not_kept
from backfile.model.capture import Capture, Skipped, SkipReason
from backfile.model.labelled_page import LabelledPage
from backfile.model.story import Story
from backfile.reading import read_labels, read_page

Result = TypeVar("Result")


def read_whole(capture: Capture, *, analyse: bool = True) -> tuple[Skipped | None, Story | None]:
    """The story on a capture and, where it is none that an archive keeps, why; `analyse` as in `backfile.read`."""
    story = tried(lambda: read_page(capture, analyse=analyse).story, capture)
    if isinstance(story, Skipped):
        return story, None
    refused = why_not_kept(story)
    return (Skipped(capture.place, *refused, capture.url, capture.captured_at) if refused else None), story


def read_blocks(capture: Capture) -> tuple[Skipped | None, LabelledPage | None]:
    """The page of a capture and a label for each of its blocks or, where that fails, why."""
    read = tried(lambda: read_labels(capture), capture)
    return (read, None) if isinstance(read, Skipped) else (None, read)


def tried(read: Callable[[], Result], capture: Capture) -> Result | Skipped:
    """What reading a capture gives or, where it fails, why."""
    try:
        return read()
    except Exception as error:  # the one place: no page may end a run over many (STYLE 16)
        return unreadable(capture, f"the page could not be read ({type(error).__name__}: {error})")


def unreadable(capture: Capture, why: str) -> Skipped:
    """A capture that reading failed on."""
    line = " ".join(why.split())[:500]
    return Skipped(capture.place, SkipReason.UNREADABLE, line, capture.url, capture.captured_at)
