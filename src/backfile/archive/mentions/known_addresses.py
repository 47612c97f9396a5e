"""Known addresses: where stories stood, what feeds, sitemaps, fronts, redirects and lists name, and what the stories' texts link to,
each with whether it is held. What is named and was never saved is what a rescue goes looking for.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from backfile.archive.addresses.plain_address import plain_address, split_plain
from backfile.archive.addresses.story_addresses import story_addresses
from backfile.archive.store.story_records import Records
from backfile.archive.takedowns.takedown_rulings import read_takedowns
from backfile.model.addresses import CaptureAt, EvidenceRead, KnownAddress, StoryLinks
from backfile.model.capture import SkipReason
from backfile.model.mentions import MentionKind
from backfile.story import identity

_FILES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "svg", "ico", "css", "js"})
"""Ends of addresses of pictures and the like: of a link in a text."""
_MENTIONS = "SELECT url, kind, origin, seen, published, headline, target FROM mentions ORDER BY address, seen IS NULL, seen, origin, url"


@dataclass(slots=True)
class _Named:
    """All that names one address."""

    url: str
    story: str | None = None
    kinds: dict[str, None] = field(default_factory=dict)
    origin: str | None = None
    seen: str | None = None
    published: str | None = None
    headline: str | None = None
    target: str | None = None


class _Naming(NamedTuple):
    url: str
    kind: str
    origin: str | None = None
    seen: str | None = None
    published: str | None = None
    headline: str | None = None
    target: str | None = None


class KnownAddresses:
    """Every address that an archive knows."""

    def __init__(self, db: sqlite3.Connection, records: Records) -> None:
        self._db = db
        self._records = records
        self._forgotten = read_takedowns(db).forgotten

    def stories(self) -> Iterator[StoryLinks]:
        """What each story links to and shows, one at a time."""
        for story, newest in self._db.execute("SELECT id, newest FROM stories ORDER BY key").fetchall():
            record = self._records.load(newest, fields=("url", "blocks", "images"))
            base = record["url"] or ""
            links = dict.fromkeys(
                url for block in record["blocks"] for link in block["links"] if (url := _joined(base, link["href"]))
            )
            images = dict.fromkeys(
                url for image in record["images"] if image["url"] and (url := _joined(base, image["url"]))
            )
            yield StoryLinks(story, record["url"], tuple(links), tuple(images))

    def named(self) -> dict[str, _Named]:
        """Every address under its plain form."""
        found: dict[str, _Named] = {}
        hosts = set()
        for one in story_addresses(self._db):
            self._note(found, _Naming(one.url, "story"), one.story)
            hosts.add(_host(one.url))
        for row in self._db.execute(_MENTIONS).fetchall():
            naming = _Naming(*row)
            if naming.kind != MentionKind.REDIRECT or _host(naming.url) in hosts:  # a crawl is led to others' hosts too
                self._note(found, naming)
            if naming.target is not None and _host(naming.target) in hosts:
                self._note(found, _Naming(naming.target, MentionKind.REDIRECT, naming.url, naming.seen))
        for story in self.stories():
            for url in story.links:
                if _host(url) in hosts and not _is_file(url):
                    self._note(found, _Naming(url, "link", story.url))
        return found

    def _note(self, found: dict[str, _Named], naming: _Naming, story: str | None = None) -> None:
        plain = plain_address(naming.url)
        if plain is None or identity.story_id(naming.url, None, "") in self._forgotten:
            return
        one = found.setdefault(plain, _Named(naming.url))
        one.story = one.story or story
        one.kinds[str(naming.kind)] = None
        one.origin = one.origin or naming.origin
        one.seen = one.seen or naming.seen
        one.published = one.published or naming.published
        one.headline = one.headline or naming.headline
        one.target = one.target or naming.target

    def all(self, captures_at: Callable[[str], Iterable[CaptureAt]]) -> Iterator[KnownAddress]:
        """Every one in order, with whether it is held."""
        found = self.named()
        for plain in sorted(found):
            one = found[plain]
            story, reason = one.story, None
            if story is None:
                story, reason = self._held(one, captures_at)
            if story is None and one.target and (led := found.get(plain_address(one.target) or "")):
                story = led.story or self._held(led, captures_at)[0]
            state = "held" if story else "saved" if reason else "missing"
            told = (one.origin, one.seen, one.published, one.headline)
            yield KnownAddress(one.url, state, story, tuple(one.kinds), *told, reason)

    def evidence(self, known: Iterable[KnownAddress]) -> Iterator[EvidenceRead]:
        """What was read as evidence, by kind and file; `known` are all addresses."""
        held = {plain_address(one.url) for one in known if one.state == "held"}
        counted: dict[tuple[str, str], list[int]] = {}
        for kind, origin, url in self._db.execute("SELECT kind, origin, url FROM mentions ORDER BY kind, origin"):
            count = counted.setdefault((kind, origin), [0, 0])
            count[0] += 1
            count[1] += plain_address(url) in held
        for (kind, origin), (addresses, own) in counted.items():
            yield EvidenceRead(kind, origin, addresses, own)

    def _held(
        self, one: _Named, captures_at: Callable[[str], Iterable[CaptureAt]]
    ) -> tuple[str | None, SkipReason | None]:
        """The story that gives the address as its own; else why what was saved there is none. A redirect or an error is nothing saved."""
        own = identity.story_id(one.url, None, "")
        if self._db.execute("SELECT 1 FROM stories WHERE id = ?", (own,)).fetchone():
            return own, None
        captures = list(captures_at(one.url))
        story = next((capture.story for capture in captures if capture.story), None)
        reasons = (capture.reason for capture in captures if capture.reason not in _NOTHING)
        return story, next(reasons, None)


_NOTHING = frozenset(
    {
        None,
        SkipReason.HTTP_STATUS,
        SkipReason.NOT_A_RESPONSE,
        SkipReason.REVISIT_UNRESOLVED,
        SkipReason.EMPTY,
        SkipReason.ERROR_PAGE,
    }
)
"""What was saved under these is not what stood at the address."""


def _joined(base: str, reference: str) -> str | None:
    try:
        url = urljoin(base, reference)
    except ValueError:
        return None
    return url.partition("#")[0] if url.startswith(("http://", "https://")) else None


def _host(url: str) -> str:
    return split_plain(plain_address(url) or "")[0]


def _is_file(url: str) -> bool:
    return urlsplit(url).path.rpartition(".")[2].lower() in _FILES
