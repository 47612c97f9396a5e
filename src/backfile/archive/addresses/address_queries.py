"""Address queries: the stories and the captures that stood at an address, in whatever form it is asked for."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from backfile.archive.addresses.listed_addresses import listed_at
from backfile.archive.addresses.plain_address import (
    address_number,
    path_numbers,
    plain_address,
    split_plain,
    with_scheme,
)
from backfile.archive.addresses.story_addresses import StoryAddress, newest_capture, story_addresses
from backfile.archive.store.capture_tables import digest_text, place_from
from backfile.archive.store.story_reader import StoryReader
from backfile.archive.takedowns.hidden_stories import LEFT_OUT
from backfile.archive.takedowns.redactor import IN_ADDRESS
from backfile.archive.versions.held_versions import id_of
from backfile.errors import StoryMissing
from backfile.model.addresses import AddressResult, CaptureAt, EvidenceRead, KnownAddress, StoryLinks
from backfile.model.capture import SkipReason
from backfile.model.entry import Entry
from backfile.story.identity import story_id, urlkey

if TYPE_CHECKING:
    from backfile.archive.mentions.known_addresses import KnownAddresses

_MOST = 1000
"""Captures of one address that are looked at: a front page saved every hour has no story at its address."""
_MOST_NAMED = 5
_MOST_LED = 5
"""Redirects that are followed one after another, as curl and browsers follow some; more are a loop's."""
_LEADING = (
    "SELECT url, target FROM mentions WHERE address = ? AND target IS NOT NULL ORDER BY seen IS NULL, seen DESC, target"
)
_FOUND = (
    "SELECT path, member, place, length, captures.url, captured_at, captures.digest, reason, stories.id, versions.digest"
    " FROM captures JOIN sources ON sources.id = source LEFT JOIN versions ON versions.key = version"
    " LEFT JOIN stories ON stories.key = versions.story WHERE address BETWEEN ?1 AND ?2"
    " AND stories.lead IS NOT ?3 ORDER BY reason IS NOT NULL, captured_at = '', captured_at, captures.key LIMIT ?4"
)


class Addresses:
    """What an open archive holds of addresses."""

    def __init__(self, stories: StoryReader, db: sqlite3.Connection) -> None:
        self._stories = stories
        self._db = db
        self.folder = stories.folder
        """The archive's."""

    def at(self, address: str) -> AddressResult:
        """The stories and captures of an address, with or without "https://"; its very form comes before print pages and the like.

        Raises StoryForgotten where an archivist had it forgotten."""
        url = with_scheme(address)
        own = story_id(url, None, "") if url else ""  # a page may have been saved under another address than it gives
        self._stories.expect_not_forgotten(own)
        found = self._result(self.captures_at(address), [own] if own and self._stories.holds(own) else [])
        if not found.stories and url and (led := self._led_to(url)):
            return found._replace(stories=led)
        return found

    def _led_to(self, url: str) -> tuple[Entry, ...]:
        """The stories to which an address led, by the redirects that were saved, of which one may lead to the next."""
        for _ in range(_MOST_LED):
            rows = self._db.execute(_LEADING, (address_number(url),)).fetchall()
            target = next((there for here, there in rows if plain_address(here) == plain_address(url)), None)
            if target is None or plain_address(target) == plain_address(url):
                return ()
            own = story_id(target, None, "")
            self._stories.expect_not_forgotten(own)
            found = self._result(self.captures_at(target), [own] if self._stories.holds(own) else [])
            if found.stories:
                return found.stories
            url = target
        return ()

    def listed_at(self, addresses: Sequence[str]) -> dict[str, str]:
        """Of addresses those at which a story stood that lists show, or that led to one, each with the story's id: what links lead to."""
        return listed_at(self._db, addresses)

    def at_path(self, path: str) -> AddressResult:
        """The stories and captures of a path and its query, on whatever host."""
        numbers = path_numbers(path)
        if numbers is None:
            return AddressResult((), ())
        asked = split_plain(plain_address(f"http://any.example{path}") or "")[1]
        rows = self._db.execute(_FOUND, (*numbers, LEFT_OUT, _MOST))
        found = [
            _capture(row, is_exact=True)
            for row in rows
            if _is_same(row[4], lambda url: split_plain(plain_address(url) or "")[1] == asked)
        ]
        return self._result(found, [])

    def captures_at(self, address: str) -> list[CaptureAt]:
        """Every capture of an address, those of its very form first, those of stories before what was skipped."""
        url = with_scheme(address)
        number = address_number(url) if url else None
        if url is None or number is None:
            return []
        key, plain = urlkey(url), plain_address(url)
        rows = self._db.execute(_FOUND, (number, number, LEFT_OUT, _MOST))
        found = [
            _capture(row, is_exact=_is_same(row[4], lambda url: urlkey(url) == key))
            for row in rows
            if _is_same(row[4], lambda url: plain_address(url) == plain)
        ]
        return sorted(found, key=lambda one: not one.is_exact)

    def id_at(self, address: str) -> str:
        """The id of the one story that stood at an address. Raises StoryMissing, which names those that there are."""
        found = self.at(address)
        if found.story:
            return found.story.id
        named = ", ".join(entry.id for entry in found.stories[:_MOST_NAMED])
        skipped = next((one.reason for one in found.captures if one.reason), None)
        if named:
            why = f"more than one story stood at {address}: {named}; give the id of one"
        elif skipped:
            why = f"no story stood at {address}: what was saved there was skipped as {skipped.value}"
        else:
            why = f"nothing that was saved at {address} is here"
        raise StoryMissing(why, str(self._stories.folder))

    def of_stories(self) -> Iterator[StoryAddress]:
        """Every address at which a story stood, in order; of several stories at one, that of the newest capture first."""
        return story_addresses(self._db)

    def known(self) -> Iterator[KnownAddress]:
        """Every address of which anything is known, in order, with whether a story of it is held."""
        return self._known.all(self.captures_at)

    def evidence(self, known: Iterable[KnownAddress]) -> Iterator[EvidenceRead]:
        """What was read as evidence of addresses, by kind and file."""
        return self._known.evidence(known)

    def links(self) -> Iterator[StoryLinks]:
        """What each story links to and shows."""
        return self._known.stories()

    @cached_property
    def _known(self) -> "KnownAddresses":
        from backfile.archive.mentions.known_addresses import KnownAddresses

        return KnownAddresses(self._db, self._stories.records)

    def newest_capture(self) -> datetime | None:
        """When the newest capture was saved; None where no capture says."""
        return newest_capture(self._db)

    def is_source(self, path: str) -> bool:
        """Whether a file was added to the archive."""
        return self._db.execute("SELECT 1 FROM sources WHERE path = ?", (path,)).fetchone() is not None

    def _result(self, found: list[CaptureAt], own: Iterable[str]) -> AddressResult:
        named = dict.fromkeys([*own, *(one.story for one in found if one.story)])
        return AddressResult(tuple(self._stories.entry(story) for story in named), tuple(found))


def _is_same(url: str, is_asked: Callable[[str], bool]) -> bool:
    """Whether an address found by its number is the one asked for; of one that has words left out the number alone tells."""
    return IN_ADDRESS in url or is_asked(url)


def _capture(row: tuple[Any, ...], *, is_exact: bool) -> CaptureAt:
    *place, url, at, digest, reason, story, version = row
    return CaptureAt(
        story,
        id_of(version) if version is not None else None,
        place_from(tuple(place)),
        url,
        at or None,
        digest_text(digest),
        SkipReason(reason) if reason is not None else None,
        is_exact,
    )
