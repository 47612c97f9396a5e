"""Pages that archivists took in: what was skipped becomes a story by their word, and is skipped again when that is taken back.

The word is a ruling on the page's bytes and address, and holds for every capture of them: in a reread, and in an archive that is repaired.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from backfile.archive.settled.rulings import PAGE, Ruling, all_rulings, holding
from backfile.archive.store.capture_tables import digest_bytes, digest_text, place_from
from backfile.archive.store.story_records import Encoder
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome, outcome_of
from backfile.errors import ArchiveError, SourceError
from backfile.kept_captures import capture_of
from backfile.model.capture import Skipped, SkipReason
from backfile.model.entry import Fault
from backfile.model.reason_codes import KindCode
from backfile.one_capture import tried
from backfile.reader_name import reader_name
from backfile.reading import read_page

_MOST_NAMED = 5
_PAGES = (
    SkipReason.LISTING, SkipReason.ERROR_PAGE, SkipReason.LOGIN_WALL, SkipReason.NO_STORY, SkipReason.NOT_PUBLISHED,
)  # fmt: skip
"""Reasons of pages that were read and judged: a person may judge otherwise."""
_AT_BYTE = " at byte "


Page: TypeAlias = tuple[str, str]
"""A page's payload digest and its address, "" where that is not known."""


def _outcomes(db: sqlite3.Connection, where: str, values: Sequence[Any]) -> list[Outcome]:
    """Captures whose bytes are known: what became of each."""
    columns = "path, member, place, length, captures.digest, url, captured_at, reason, message"
    query = f"SELECT {columns} FROM captures JOIN sources ON sources.id = source WHERE {where}"  # noqa: S608 - words of ours
    rows = db.execute(query, values).fetchall()
    return [
        Outcome(
            place_from(tuple(row[:4])),
            row[5] or None,
            row[6] or None,
            digest_text(row[4]),
            reason=SkipReason(row[7]) if row[7] else None,
            message=row[8],
        )
        for row in rows
        if row[4]
    ]


def skipped_outcomes(db: sqlite3.Connection, where: str, values: Sequence[Any]) -> list[Outcome]:
    """Captures that were read and hold no story, and whose bytes are known: what became of each."""
    return _outcomes(db, f"reason IS NOT NULL AND {where}", values)


def skipped_pages(db: sqlite3.Connection) -> list[Outcome]:
    """Pages that were judged to be no story, each once, in the order of their files."""
    marks = ", ".join("?" * len(_PAGES))
    found = _outcomes(db, f"reason IN ({marks}) ORDER BY path, place, captures.key", _PAGES)
    return [*{(one.digest, one.url): one for one in reversed(found)}.values()][::-1]


def takings(db: sqlite3.Connection) -> dict[Page, Ruling]:
    """The words that hold on pages, by payload digest and address."""
    return {(said.one, said.other): said for said in holding(all_rulings(db), PAGE)}


def outcomes_at(db: sqlite3.Connection, given: str) -> list[Outcome]:
    """Captures at a place, as reports print it, or of an address; those of the whole file where none lies at that very place."""
    path, _, rest = given.partition("!/")
    path = path if rest else path.rpartition(_AT_BYTE)[0] or path
    file = str(Path(path).absolute())
    found = _outcomes(db, "(path IN (?, ?) OR url = ?)", (path, file, given))
    named = [
        one for one in found if given in (str(one.place), one.url) or given.replace(path, file, 1) == str(one.place)
    ]
    return named or found


def find_skipped(db: sqlite3.Connection, folder: Path, given: str) -> Outcome:
    """The one skipped capture at a place, as reports print it, or of an address. Raises ArchiveError."""
    found = [one for one in outcomes_at(db, given) if one.reason]
    if len({(one.digest, one.url) for one in found}) == 1:
        return found[0]
    if not found:
        why = "no page was skipped there: name a place as the report of `backfile add` has it, or the page's address"
        raise ArchiveError(f"{given}: {why}", str(folder))
    places = ", ".join(str(one.place) for one in found[:_MOST_NAMED])
    raise ArchiveError(f"{given}: {len(found)} pages were skipped there: name one, such as {places}", str(folder))


def read_taken(folder: Path, held: Outcome, said: Ruling, encoder: Encoder) -> Outcome:
    """A capture read as a story by an archivist's word. Raises ArchiveError where it has no text, SourceError where it is gone."""
    capture = capture_of(folder, held)
    reason = KindCode.TAKEN_IN.of(said.by, said.at[:10], said.because)
    read = tried(lambda: read_page(capture, taken=reason).story, capture)
    if isinstance(read, Skipped):
        raise ArchiveError(read.message, str(held.place))
    outcome = outcome_of(capture, read, encoder=encoder, reader=reader_name())
    if outcome.reading is None:
        raise ArchiveError(f"the page has no text that could be a story's ({outcome.message})", str(held.place))
    return outcome


def take_in_all(store: Store) -> list[Fault]:
    """Take in every skipped capture that an archivist's word holds for; what could not be."""
    faults = []
    for (digest, url), said in takings(store.db).items():
        for held in skipped_outcomes(store.db, "captures.digest = ? AND url = ?", (digest_bytes(digest), url)):
            try:
                store.take_in(read_taken(store.folder, held, said, store.records.encoder))
            except (ArchiveError, SourceError) as error:
                faults.append(Fault(str(held.place), f"{said.by} took it in, and it cannot be read: {error.message}"))
    return faults


def taken_story(db: sqlite3.Connection, held: Outcome) -> str | None:
    """The id of the story that a capture became."""
    row = db.execute(
        "SELECT id FROM captures JOIN versions ON versions.key = version JOIN stories ON stories.key = story"
        " WHERE captures.digest = ? AND captures.url = ?",
        (digest_bytes(held.digest), held.url or ""),
    ).fetchone()
    return str(row[0]) if row else None
