"""An archive to read and to add to, and what archivists say of it: days, outlets, speakers, pages taken in, stories taken down."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from os import PathLike

from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.archivist_log import Logged
from backfile.archive.settled.rulings import SPEAKER, Ruling
from backfile.archive.store.capture_tables import in_utc
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import ArchiveError, DayRefused
from backfile.ingest import add_sources
from backfile.many_days import DayRow, ManySaid, settle_all, settling_of, unsettle_all
from backfile.many_takings import PageRow, take_all, take_one, untake_all, untake_one
from backfile.model.added import Added, Progress
from backfile.model.story import Story
from backfile.taking_down import TakingDown, Word
from backfile.takings import skipped_pages


class OpenArchive(TakingDown):
    """An archive to read and to add to; made by the first `add` where there is none."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        super().__init__(folder, must_exist=False)

    def add(
        self,
        *given: str | PathLike[str],
        jobs: int = 1,
        copy: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> Added:
        """Add files and folders. With `jobs` over 1, the calling script needs `if __name__ == "__main__":`.

        `progress` is called about once a second with how far it has come. Raises ArchiveLocked, ArchiveFull.
        """
        return add_sources(self.folder, given, jobs=jobs, copy=copy, progress=progress)

    def settle(
        self,
        story_id: str,
        day: str | date,
        *,
        because: str,
        by: str,
        despite_page: bool = False,
        at: datetime | None = None,
    ) -> Story:
        """Date a story as an archivist: `day` is a date or, in ISO 8601, a day, a month or a year. The story as it is then.

        Kept as evidence beside what the page says. `at` is when it was settled, now where it is not given. With
        `despite_page` also against the page's own date, which stays, or outside the window. Raises ValueError for what
        is no day, StoryMissing, DayRefused, ArchiveLocked.
        """
        given = day.isoformat()[:10] if isinstance(day, date) else day
        word = Word(because, by, at)
        return self._said(story_id, settling_of(self, story_id, given, word, despite_page=despite_page))

    def unsettle(self, story_id: str, *, by: str, because: str | None = None, at: datetime | None = None) -> Story:
        """Take back what archivists said of the story's date: it is dated by its page again, or undated.

        Raises StoryMissing, DayRefused where there is nothing to take back, ArchiveLocked.
        """
        if not self.is_settled(story_id):
            raise DayRefused("no archivist has dated this story: there is nothing to take back", story_id)
        return self._said(story_id, Settling(None, because, by, in_utc(at or datetime.now(UTC)) or ""))

    def settle_all(
        self, rows: Iterable[DayRow], *, by: str, because: str | None = None, despite_page: bool = False
    ) -> ManySaid:
        """Date many stories at once, as `settle` does each; rows that are refused are named. Raises ArchiveLocked, ArchiveFull."""
        return settle_all(self, rows, because=because, by=by, despite_page=despite_page)

    def unsettle_all(self, rows: Iterable[DayRow], *, by: str, because: str | None = None) -> ManySaid:
        """Take back the days that such rows gave, where they hold still. Raises ArchiveLocked, ArchiveFull."""
        return unsettle_all(self, rows, because=because, by=by)

    def rule(self, said: Ruling) -> None:
        """Say as an archivist that two outlets, or two speakers, are one or are not, or take that back.

        Raises ArchiveError for an outlet that the archive does not have, QuotationMissing for such a speaker, DayRefused where there
        is nothing to take back, ArchiveLocked.
        """
        for name in (said.one, said.other):
            if said.kind == SPEAKER:
                self.speaker(name)
            elif not self.outlet_names(name):
                raise ArchiveError(f"there is no outlet {name} here; `backfile outlet` lists them", str(self.folder))
        if said.value is None and said.pair not in {one.pair for one in self.rulings(said.kind)}:
            raise DayRefused(
                "no archivist has said anything of the two: there is nothing to take back", str(self.folder)
            )
        self.keep_said([said])  # what is one story with its print page may be two now

    def take(self, place: str, *, because: str, by: str, at: datetime | None = None) -> Story:
        """Take a skipped page in as a story: `place` is where it lies, as the report of an adding has it, or its address.

        Raises ArchiveError where no page, or more than one, was skipped there, and for one without text; SourceError where its bytes
        are gone; ArchiveLocked.
        """
        return self.story(take_one(self, place, Word(because, by, at)))

    def untake(self, story_id: str, *, by: str, because: str | None = None, at: datetime | None = None) -> None:
        """Take back that a page is a story: it is skipped again, unless it is a story by itself. The archive's tables are made again
        without it, as a repair makes them. Raises StoryMissing, ArchiveError where nobody took it in, ArchiveLocked."""
        untake_one(self, story_id, Word(because, by, at))

    def skipped_pages(self) -> list[Outcome]:
        """Pages that were judged to be no story, each once: what `take` could take in."""
        return skipped_pages(self._db)

    def take_all(self, rows: Iterable[PageRow], *, by: str, because: str | None = None) -> ManySaid:
        """Take in many skipped pages at once, as `take` does each; rows that are refused are named. Raises ArchiveLocked, ArchiveFull."""
        return take_all(self, rows, Word(because, by))

    def untake_all(self, rows: Iterable[PageRow], *, by: str, because: str | None = None) -> ManySaid:
        """Take back that the pages of such rows are stories; the archive is made again once. Raises ArchiveLocked, ArchiveFull."""
        return untake_all(self, rows, Word(because, by))

    def _said(self, story_id: str, said: Settling) -> Story:
        self.keep_said([Logged(story_id, said)])
        return self.story(story_id)
