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
    │   ├── DayRefused         a day that a story cannot have been published on, or that its page contradicts
    │   └── QuotationMissing   no speaker or utterance of that id
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


class StoryMissing(ArchiveError):
    """No story of that id."""


class DayRefused(ArchiveError):
    """A day that a story cannot have been published on, or that its page contradicts."""


class QuotationMissing(ArchiveError):
    """No speaker or utterance of that id."""


class QueryError(BackfileError):
    """A search that cannot be understood."""
