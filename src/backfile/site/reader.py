"""What the site asks of an archive: `backfile.archive.Archive` answers it, and so does a small fake in the tests."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from backfile.model.entry import Entry, SearchResult, Stats
from backfile.model.story import Story


class ArchiveReader(Protocol):
    """An archive opened for reading. Each call is quick and in this thread: the site's handlers do not wait for one."""

    def story(self, story_id: str, /, *, version: str | None = None) -> Story:
        """The story, at its newest version or at the version of that id. Raises StoryMissing."""
        ...

    def newest(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> Sequence[Entry]:
        """Dated stories, the newest first."""
        ...

    def by_year(self, year: int | None, /, *, limit: int, offset: int) -> Sequence[Entry]:
        """The stories of a year; of None, those that nothing dates."""
        ...

    def years(self) -> Sequence[tuple[int | None, int]]:
        """Years with the count of their stories; None for the undated."""
        ...

    def outlets(self) -> Sequence[tuple[str, int]]:
        """Outlets with the count of their stories, most first."""
        ...

    def search(
        self,
        query: str,
        /,
        *,
        since: date | None,
        until: date | None,
        outlet: str | None,
        undated: bool,
        sort: str,
        limit: int,
        offset: int,
    ) -> SearchResult:
        """Stories that match, all of them for "". `sort` is "rank" or "date". Raises QueryError for a query that cannot
        be understood."""
        ...

    def stats(self) -> Stats:
        """What the archive holds."""
        ...

    def close(self) -> None:
        """Let its files go."""
        ...
