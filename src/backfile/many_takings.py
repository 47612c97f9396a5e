"""Skipped pages that an archivist takes in as stories, and takes back: one, or every row of a table that can be, each that cannot named with why."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.settled.rulings import PAGE, TAKE, Ruling
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import ArchiveError
from backfile.many_days import ManySaid, reason_of, refused_among
from backfile.model.reason_codes import KindCode
from backfile.taking_down import TakingDown, Word, log_first
from backfile.takings import Page, find_skipped, outcomes_at, read_taken, take_in_all, taken_story, takings


class PageRow(NamedTuple):
    """A row of a table of pages."""

    line: int
    """Of the table, the head counted."""
    page: str
    """Where it lies, as the report of an adding has it, or its address; to take back also the story's id."""
    because: str | None = None
    """None where one reason holds for all rows."""


def take_one(archive: TakingDown, page: str, word: Word) -> str:
    """Take in a skipped page; the story's id. Raises ArchiveError, SourceError."""
    with Store(archive.folder) as store:
        held, said = _ruled_in(store, page, word)
        _take_in(store, [said])
        story = taken_story(store.db, held)
    assert story is not None
    return story


def untake_one(archive: TakingDown, story_id: str, word: Word) -> None:
    """Take back that a page is a story; the archive is made again without it. Raises StoryMissing, ArchiveError."""
    with Store(archive.folder) as store:
        _, pages = _taken_pages(archive, store, story_id)
        _keep_untaken(store, pages, word)
    _make_untaken(archive, pages)


def take_all(archive: TakingDown, rows: Iterable[PageRow], word: Word) -> ManySaid:
    """Take in the skipped pages of the rows as stories. Raises ArchiveLocked, ArchiveFull."""
    word = word._replace(at=word.at or datetime.now(UTC))
    taken: dict[Page, tuple[Outcome, Ruling]] = {}
    with Store(archive.folder) as store:

        def take(row: PageRow) -> None:
            held, said = _ruled_in(store, row.page, word._replace(because=reason_of(row.because, word.because)))
            if (said.one, said.other) in taken:
                raise ArchiveError("a row before this one has the same page")
            taken[said.one, said.other] = held, said

        refused = refused_among(rows, take, lambda row: row.page)
        _take_in(store, [said for _, said in taken.values()])
        stories = [taken_story(store.db, held) for held, _ in taken.values()]
    return ManySaid(tuple(filter(None, stories)), tuple(refused))


def untake_all(archive: TakingDown, rows: Iterable[PageRow], word: Word) -> ManySaid:
    """Take back that the pages of the rows are stories; the archive is made again without them, once. Raises ArchiveLocked, ArchiveFull."""
    stories: dict[str, None] = {}
    pages: dict[Page, None] = {}
    with Store(archive.folder) as store:

        def untake(row: PageRow) -> None:
            story, found = _taken_pages(archive, store, row.page)
            stories[story] = None
            pages.update(dict.fromkeys(found))

        refused = refused_among(rows, untake, lambda row: row.page)
        _keep_untaken(store, pages, word)
    if pages:
        _make_untaken(archive, pages)
    return ManySaid(tuple(stories), tuple(refused))


def _ruled_in(store: Store, given: str, word: Word) -> tuple[Outcome, Ruling]:
    """A skipped page, which can be read as a story, and the word that it is one. Raises ArchiveError, SourceError."""
    held = find_skipped(store.db, store.folder, given)
    said = Ruling(PAGE, held.digest, held.url or "", TAKE, word.because, word.by, word.said_at)
    read_taken(store.folder, held, said, store.records.encoder)
    return held, said


def _take_in(store: Store, said: Iterable[Ruling]) -> None:
    """Keep words on pages, in the log first, take the pages in, and have the indexes follow. Raises ArchiveFull."""
    rulings = [*said]
    log_first(store, *rulings)
    for one in rulings:
        store.rule(one)
    take_in_all(store)
    store.commit()
    with IndexWriter(store.db, store.folder) as index:
        index.catch_up()


def _keep_untaken(store: Store, pages: Iterable[Page], word: Word) -> None:
    """Keep the word that pages are no stories after all, of those that hold still as taken in."""
    at, held = word._replace(at=word.at or datetime.now(UTC)).said_at, takings(store.db)
    rulings = [Ruling(PAGE, *page, None, word.because, word.by, at) for page in pages if page in held]
    log_first(store, *rulings)
    for said in rulings:
        store.rule(said)
    store.commit()


def _make_untaken(archive: TakingDown, pages: Iterable[Page]) -> None:
    """Make the archive again without pages that were taken in; an undoing that was broken off is gone on with."""
    from backfile.repair import make_without  # a repair adds sources

    archive.let_go()
    make_without(archive.folder, {*pages})


def _taken_pages(archive: TakingDown, store: Store, given: str) -> tuple[str, list[Page]]:
    """The story that an archivist took in, by its page's place or its id, and its pages. Raises StoryMissing, ArchiveError."""
    held = takings(store.db)
    at_place = [one for one in outcomes_at(store.db, given) if (one.digest, one.url or "") in held]
    story_id = next(filter(None, (taken_story(store.db, one) for one in at_place)), None) or archive.full_id(given)
    pages = dict.fromkeys((one.payload_digest, one.url or "") for one in archive.captures_of(story_id))
    why = archive.story(story_id).kind_reason
    if found := [page for page in pages if page in held]:
        return story_id, found
    if why is None or why.code != KindCode.TAKEN_IN:
        raise ArchiveError("no archivist took this page in: there is nothing to take back", story_id)
    return story_id, [*pages]
