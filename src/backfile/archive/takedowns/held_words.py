"""Held words: what the database says beside stories' records, without words that are left out. Within the batch's transaction."""

import sqlite3
from collections.abc import Collection, Iterator

from backfile.archive.addresses.plain_address import address_number
from backfile.archive.mentions.mention_tables import held_mentions, ids_named
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.rulings import Ruling
from backfile.archive.takedowns.redactions import Redactions

_CAPTURES = (
    "SELECT captures.key, url, message, address, id FROM captures LEFT JOIN versions ON versions.key = captures.version"
    " LEFT JOIN stories ON stories.key = story WHERE url != '' OR message IS NOT NULL"
)
_SETTLINGS = "SELECT key, story, value, reason, archivist, at, despite FROM settlings"
_RULINGS = "SELECT key, kind, one, other, value, reason, archivist, at FROM rulings"


def clean_captures(db: sqlite3.Connection, redactions: Redactions) -> None:
    """Addresses of captures, and what is said of those that were skipped. An address is found by its number as before."""
    for key, url, message, number, story in db.execute(_CAPTURES).fetchall():
        redactor = redactions.of(story) if story else redactions.everywhere
        cleaned = (redactor.address(url), redactor.clean(message) if message else message)
        if cleaned != (url, message):
            found_by = address_number(url) if number is None else number
            db.execute("UPDATE captures SET url = ?, message = ?, address = ? WHERE key = ?", (*cleaned, found_by, key))


def clean_settlings(db: sqlite3.Connection, redactions: Redactions) -> Iterator[int]:
    """Reasons that archivists gave for days. The keys of stories of which one was written anew."""
    for key, story, value, because, by, at, despite in db.execute(_SETTLINGS).fetchall():
        said = Settling(value, because, by, at, bool(despite))
        if (cleaned := redactions.settling(said)) != said:
            db.execute("UPDATE settlings SET reason = ? WHERE key = ?", (cleaned.because, key))
            yield story


def clean_rulings(db: sqlite3.Connection, redactions: Redactions) -> bool:
    """What archivists said of other things; whether any of it was written anew."""
    is_anew = False
    for key, *row in db.execute(_RULINGS).fetchall():
        said = Ruling(*row)
        if (cleaned := redactions.ruling(said)) != said:
            is_anew = True
            values = (cleaned.one, cleaned.other, cleaned.value, cleaned.because, key)
            db.execute("UPDATE rulings SET one = ?, other = ?, value = ?, reason = ? WHERE key = ?", values)
    return is_anew


def unclean_mentions(db: sqlite3.Connection, redactions: Redactions, forgotten: Collection[str]) -> Iterator[int]:
    """The keys of what is said of addresses that has such words, or is of a story that is forgotten."""
    for key, held in held_mentions(db):
        is_forgotten = bool(forgotten) and not ids_named(held).isdisjoint(forgotten)
        if is_forgotten or redactions.mention(held) != held:
            yield key
