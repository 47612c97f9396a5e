"""What the site asks of an archive: `backfile.archive.Archive` answers it, and so does a small fake in the tests."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from backfile.model.addresses import AddressResult
from backfile.model.changes import Change, ChangeResult, Diff
from backfile.model.entry import CaptureEntry, DoubtfulResult, Entry, LikelyDay, SearchResult, Stats
from backfile.model.quotation import QuotationResult, Speaker, SpeakerEntry, Utterance, Voice
from backfile.model.shelves import AuthorShelf, Counts, DayCount, Neighbours, OutletLine, OutletShelf
from backfile.model.story import Story, ThreadLink
from backfile.model.traces import Trace

if TYPE_CHECKING:
    from backfile.archive.addresses.address_queries import Addresses
    from backfile.archive.takedowns.redactions import Redactions
    from backfile.archive.takedowns.takedown_rulings import Takedowns


class Shelves(Protocol):
    """Outlets, sections, authors and days, as `backfile.archive.shelves.shelf_reader.ShelfReader` has them."""

    def outlets(self) -> Sequence[OutletLine]:
        """Outlets with their stories, most first."""
        ...

    def outlet(self, key: str, /) -> OutletShelf | None:
        """The outlet of that domain or name."""
        ...

    def outlet_stories(
        self, key: str, /, *, section: str | None = None, year: int | None = None, limit: int, offset: int
    ) -> Sequence[Entry]:
        """Stories of an outlet, of one of its sections or of one year: the newest first, the undated last."""
        ...

    def authors(self) -> Counts:
        """Names of authors with their stories, most first."""
        ...

    def author(self, name: str, /) -> AuthorShelf | None:
        """Who is named so as an author."""
        ...

    def author_stories(self, name: str, /, *, year: int | None = None, limit: int, offset: int) -> Sequence[Entry]:
        """Stories that name an author so: the newest first, the undated last."""
        ...

    def days(self, first: date, last: date, /) -> Sequence[DayCount]:
        """Days from the first to the last that have stories which say their day."""
        ...

    def vague_stories(self, first: date, last: date, /) -> int:
        """Stories that say a month or a year that lies between the two, and no day."""
        ...

    def nearest_days(self, first: date, last: date, /) -> tuple[date | None, date | None]:
        """The last day before and the first day after that have stories."""
        ...

    def stories_between(self, first: date, last: date, /, *, limit: int, offset: int) -> Sequence[Entry]:
        """Stories of these days, the newest first."""
        ...

    def on_this_day(self, month: int, day: int, /, *, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Stories of that day of the month in every year, the oldest first."""
        ...

    def neighbours(self, story_id: str, /) -> Neighbours:
        """What the story's outlet published just before and just after it."""
        ...


class ArchiveReader(Protocol):
    """An archive opened for reading. Each call is quick and in this thread: the site's handlers do not wait for one."""

    folder: Path

    @property
    def addresses(self) -> "Addresses":
        """What is held of addresses, for the files of a saved page."""
        ...

    def captures_of(self, story_id: str, /) -> Sequence[CaptureEntry]:
        """Every capture of the story, oldest first. Raises StoryMissing."""
        ...

    def story(self, story_id: str, /, *, version: str | None = None) -> Story:
        """The story, at its newest version or at the version of that id. Raises StoryMissing."""
        ...

    def is_listed(self, story_id: str, /) -> bool:
        """Whether lists and search engines may show the story. Raises StoryMissing."""
        ...

    @property
    def redactions(self) -> "Redactions":
        """Which words are left out of which story."""
        ...

    def pictures_left_out(self, story_id: str, /, *, version: str | None = None) -> set[str]:
        """Addresses of the pictures of a story that the owner's rules leave out."""
        ...

    @property
    def takedowns(self) -> "Takedowns":
        """What archivists and the owner said of stories."""
        ...

    def note_of(self, story_id: str, /) -> str | None:
        """The line that an archivist set above the story."""
        ...

    def at(self, address: str, /) -> AddressResult:
        """The stories that stood at an address, and every capture of it."""
        ...

    def at_path(self, path: str, /) -> AddressResult:
        """The same for a path and its query, on whatever host it stood."""
        ...

    def likely_days(self, story_id: str, /, *, version: str | None = None) -> Sequence[LikelyDay]:
        """The likeliest days of an undated story; none for a dated one."""
        ...

    def thread(self, story_id: str, /) -> Sequence[ThreadLink]:
        """The other stories on its matter, in the order of their days. Raises StoryMissing."""
        ...

    def trace(self, text: str, /) -> Trace:
        """Who printed a passage. Raises QueryError for one that is too short."""
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

    @property
    def shelves(self) -> Shelves:
        """What there is to browse in."""
        ...

    def doubts(self, *, doubt: str | None, limit: int, offset: int) -> DoubtfulResult:
        """Stories whose reading is in doubt, the heaviest doubts first."""
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

    def quotes(self, *, speaker: str | None, limit: int, offset: int) -> QuotationResult:
        """What a speaker said, the newest first."""
        ...

    def voices(self, story_id: str, /, *, version: str | None = None) -> Sequence[Voice]:
        """Whose the quotations of one version of a story are."""
        ...

    def speakers(self, *, name: str | None, outlet: str | None, limit: int, offset: int) -> Sequence[SpeakerEntry]:
        """People who are quoted, those in the most stories first."""
        ...

    def speaker(self, speaker_id: str, /) -> Speaker:
        """One of them. Raises QuotationMissing."""
        ...

    def utterance(self, utterance_id: str, /) -> Utterance:
        """An utterance as every outlet and version prints it. Raises QuotationMissing."""
        ...

    def changes(self, *, kind: str | None, limit: int, offset: int) -> ChangeResult:
        """Changes of all stories, those seen last first."""
        ...

    def diff(self, story_id: str, before: str, after: str, /) -> Change:
        """A story's change from one version to another, word by word. Raises StoryMissing."""
        ...

    def beside(self, story_id: str, other: str, /) -> Diff:
        """Two stories word by word. Raises StoryMissing."""
        ...

    def state(self) -> str:
        """A sign of what the archive holds: another one after each change."""
        ...

    def stats(self) -> Stats:
        """What the archive holds."""
        ...

    def close(self) -> None:
        """Let its files go."""
        ...
