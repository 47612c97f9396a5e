"""Reading of one capture that never fails: a page that cannot be read is passed over with its reason. Needs no archive."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from backfile.archive.versions.kept_stories import why_not_kept
from backfile.capture import text_damage
from backfile.model.capture import Capture, Place, Skipped, SkipReason
from backfile.model.labelled_page import LabelledPage
from backfile.model.story import Story
from backfile.reading import read_labels, read_page
from backfile.reading_time import ReadingTooLong, bounded_reading
from backfile.story.link_lists import Lists

Result = TypeVar("Result")


class CaptureRead(NamedTuple):
    """What reading a capture gave. A listing, say, has both a reason to be skipped and a story."""

    place: Place
    skipped: Skipped | None
    """Why an archive would pass it over."""
    story: Story | None = None
    labelled: LabelledPage | None = None
    """Where its labels were asked for: in place of the story."""
    damage: str | None = None
    """A line on what is wrong with its bytes."""
    lists: Lists = ()
    """Of a listing, the stories that it links to."""


def read_story(capture: Capture, *, analyse: bool = True) -> CaptureRead:
    """The story on a capture; `analyse` as in `backfile.read`."""
    read = tried(lambda: read_page(capture, analyse=analyse), capture)
    if isinstance(read, Skipped):
        return CaptureRead(capture.place, read, damage=_damage(capture))
    refused = why_not_kept(read.story)
    skipped = Skipped(capture.place, *refused, capture.url, capture.captured_at, read.mentions) if refused else None
    return CaptureRead(capture.place, skipped, read.story, damage=_damage(capture), lists=read.lists)


def read_blocks(capture: Capture) -> CaptureRead:
    """The page of a capture and a label for each of its blocks."""
    read = tried(lambda: read_labels(capture), capture)
    skipped, labelled = (read, None) if isinstance(read, Skipped) else (None, read)
    return CaptureRead(capture.place, skipped, labelled=labelled, damage=_damage(capture))


def lost_capture(capture: Capture, why: str) -> CaptureRead:
    """A capture that a process could not read."""
    return CaptureRead(capture.place, unreadable(capture, why))


def _damage(capture: Capture) -> str | None:
    damage = text_damage(capture)
    return f"{capture.place}: damaged-text: {damage}" if damage else None


def tried(read: Callable[[], Result], capture: Capture) -> Result | Skipped:
    """What reading a capture gives or, where it fails, why."""
    try:
        with bounded_reading():
            return read()
    except ReadingTooLong as error:
        return unreadable(capture, str(error))
    except Exception as error:  # the one place: no page may end a run over many (STYLE 16)
        return unreadable(capture, f"the page could not be read ({type(error).__name__}: {error})")


def unreadable(capture: Capture, why: str) -> Skipped:
    """A capture that reading failed on."""
    line = " ".join(why.split())[:500]
    return Skipped(capture.place, SkipReason.UNREADABLE, line, capture.url, capture.captured_at)
