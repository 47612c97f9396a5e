"""Days that an archivist settles in bulk: every row of a table that can be taken is, in one go, and each that cannot is named with why."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from backfile.archive.reader import Archive
from backfile.archive.settled.archivist_dates import Settling, parse_day, refusal
from backfile.archive.settled.archivist_log import Logged
from backfile.archive.store.capture_tables import in_utc
from backfile.errors import BackfileError, DayRefused
from backfile.taking_down import TakingDown, Word


class DayRow(NamedTuple):
    """A row of a table of days."""

    line: int
    """Of the table, the head counted."""
    story: str
    """A story's id, the start of it, or its old address."""
    day: str
    because: str | None = None
    """None where one reason holds for all rows."""


class RowRefused(NamedTuple):
    """A row that was not taken."""

    line: int
    given: str
    why: str


class ManySaid(NamedTuple):
    """What became of a table's rows."""

    stories: tuple[str, ...]
    """Ids of those that were settled, or whose day was taken back."""
    refused: tuple[RowRefused, ...]


class TableRow(Protocol):
    """A row of any table that is given."""

    @property
    def line(self) -> int:
        """Of the table, the head counted."""


Row = TypeVar("Row", bound=TableRow)


def refused_among(rows: Iterable[Row], work: Callable[[Row], None], named: Callable[[Row], str]) -> list[RowRefused]:
    """`work` on each row: those that it refuses, by raising ValueError or BackfileError, by what they name."""
    refused = []
    for row in rows:
        try:
            work(row)
        except (ValueError, BackfileError) as error:
            why = error.message if isinstance(error, BackfileError) else str(error)
            refused.append(RowRefused(row.line, named(row), why))
    return refused


def reason_of(row: str | None, of_all: str | None) -> str:
    """The reason of a row, else the one for all. Raises ValueError where there is none."""
    if because := row or of_all:
        return because
    raise ValueError("it has no reason: fill its column because, or give one for all with --because")


Saying: TypeAlias = Callable[[str, DayRow], Settling]
"""What is said of a story by a row. Raises ValueError or BackfileError where it is not to be said."""


def settling_of(archive: Archive, story_id: str, day: str, word: Word, *, despite_page: bool) -> Settling:
    """A story's day as an archivist's word. Raises ValueError for what is no day, StoryMissing, DayRefused."""
    day = parse_day(day)
    at = word.at or datetime.now(UTC)
    if why := refusal(archive.as_saved(story_id), day, at, despite_page=despite_page):
        raise DayRefused(why, story_id)
    return Settling(day, word.because, word.by, in_utc(at) or "", despite_page)


def settle_all(
    archive: TakingDown, rows: Iterable[DayRow], *, because: str | None, by: str, despite_page: bool = False
) -> ManySaid:
    """Date the stories of the rows. Raises ArchiveLocked, ArchiveFull."""
    now = datetime.now(UTC)

    def said(story_id: str, row: DayRow) -> Settling:
        word = Word(reason_of(row.because, because), by, now)
        return settling_of(archive, story_id, row.day, word, despite_page=despite_page)

    return _said_of_all(archive, rows, said)


def unsettle_all(archive: TakingDown, rows: Iterable[DayRow], *, because: str | None, by: str) -> ManySaid:
    """Take back the days of the rows: only those that hold still, so that what was settled otherwise since stays. Raises ArchiveLocked."""
    at = in_utc(datetime.now(UTC)) or ""

    def said(story_id: str, row: DayRow) -> Settling:
        holding = archive.as_dated(story_id)[-1].said
        if holding is None or holding.value is None:
            raise DayRefused("no archivist has dated this story: there is nothing to take back")
        if holding.value != row.day:
            raise DayRefused(f"{holding.by} has dated it otherwise: {holding.value}")
        return Settling(None, row.because or because, by, at)

    return _said_of_all(archive, rows, said)


def _said_of_all(archive: TakingDown, rows: Iterable[DayRow], saying: Saying) -> ManySaid:
    said: dict[str, Settling] = {}

    def say(row: DayRow) -> None:
        story_id = archive.full_id(row.story)
        if story_id in said:
            raise DayRefused("a row before this one has the same story")
        said[story_id] = saying(story_id, row)

    refused = refused_among(rows, say, lambda row: row.story)
    archive.keep_said(Logged(*one) for one in said.items())
    return ManySaid(tuple(said), tuple(refused))
