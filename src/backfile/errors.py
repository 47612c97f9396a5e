"""Everything that Backfile raises.

    BackfileError
    ├── SourceError            a file given cannot be read
    │   ├── SourceMissing
    │   └── SourceUnreadable   no permission, or the disk failed
    ├── ArchiveError           the archive's folder cannot be used
    │   ├── ArchiveMissing     no archive there
    │   ├── ArchiveLocked      another process is adding to it
    │   ├── ArchiveOutdated    it was made by an older Backfile: `backfile upgrade` brings it up
    │   ├── ArchiveDamaged     a stored thing is not readable, or its digest is wrong
    │   ├── ArchiveFull        the disk is full: what was acknowledged is safe
    │   ├── StoryMissing       no story of that id
    │   │   ├── StoryForgotten an archivist had it forgotten: a tombstone is left
    │   │   └── StoryLeftOut   the owner of the archive does not show it
    │   ├── TakedownRefused    a taking down that cannot be done, or not without being asked for once more
    │   ├── DayRefused         a day that a story cannot have been published on, or that its page contradicts
    │   └── QuotationMissing   no speaker or utterance of that id
    ├── OutputRefused          an export's place is taken, or cannot be written
    ├── ExtraMissing           a part that is not installed is needed
    └── QueryError             a search that cannot be understood

Each carries the place, pickles, and wraps a library's error with `from`.
"""


class BackfileError(Exception):
    """A line for a person: what is wrong, where, and what to do."""

    def __init__(self, message: str, place: str | None = None) -> None:
        super().__init__(message, place)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class SourceError(BackfileError):
    """A file given cannot be read."""


class SourceMissing(SourceError):
    """There is no such file or folder."""


class SourceUnreadable(SourceError):
    """No permission, or the disk failed."""


class ArchiveError(BackfileError):
    """The archive's folder cannot be used."""


class ArchiveMissing(ArchiveError):
    """There is no archive in that folder."""


class ArchiveLocked(ArchiveError):
    """Another process is adding to it."""


class ArchiveOutdated(ArchiveError):
    """It was made by an older Backfile: `backfile upgrade` brings it up."""


class ArchiveDamaged(ArchiveError):
    """A stored thing is not readable, or its digest is wrong."""


class ArchiveFull(ArchiveError):
    """The disk is full: what was acknowledged is safe."""


class StoryMissing(ArchiveError, KeyError):
    """No story of that id; a KeyError too, since `archive[id]` raises it."""

    __str__ = BackfileError.__str__


class StoryForgotten(StoryMissing):
    """An archivist had it forgotten: the tombstone, on what ground and since when."""

    def __init__(
        self, message: str, place: str | None = None, *, ground: str = "", day: str = "", story: str = ""
    ) -> None:
        super().__init__(message, place)
        self.args = (message, place)
        self.ground = ground
        self.day = day
        self.story = story

    def __reduce__(self) -> tuple[object, ...]:
        return _forgotten, (self.message, self.place, self.ground, self.day, self.story)


def _forgotten(message: str, place: str | None, ground: str, day: str, story: str) -> StoryForgotten:
    return StoryForgotten(message, place, ground=ground, day=day, story=story)


class StoryLeftOut(StoryMissing):
    """The owner of the archive does not show it: it is kept, and in no output."""


class TakedownRefused(ArchiveError):
    """A taking down that cannot be done, or not without being asked for once more."""


class DayRefused(ArchiveError):
    """A day that a story cannot have been published on, or that its page contradicts."""


class QuotationMissing(ArchiveError):
    """No speaker or utterance of that id."""


class OutputRefused(BackfileError):
    """The place that something is to be written to is taken, or cannot be written."""


class ExtraMissing(BackfileError, ImportError):
    """A part that is not installed is needed: the message names the extra that brings it."""

    def __init__(self, what: str, module: str, extra: str) -> None:
        super().__init__(f"{what} needs {module}, which is not installed: pip install 'backfile[{extra}]'")
        self.args = (what, module, extra)


class QueryError(BackfileError, ValueError):
    """A search that cannot be understood."""
