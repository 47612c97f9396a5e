"""The table of mentions: each thing said of an address once, as first seen; found again by a story's addresses, whichever came first."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from backfile.archive.addresses.plain_address import address_number, plain_address
from backfile.archive.quotations.speaker_grounds import short_digest
from backfile.model.mentions import HeldMention, Mention, MentionKind, MentionNumbers
from backfile.story import identity

_FIELDS = "kind, url, published, updated, headline, section, target, origin, seen"
_OF_NAMES = ", ".join(f"mentions.{name}" for name in _FIELDS.split(", "))
_BY_ID = f"SELECT {_FIELDS} FROM mentions WHERE story = ifnull(?2, (SELECT id FROM stories WHERE key = ?1))"  # noqa: S608 - words of ours
_BY_ADDRESS = (
    f"SELECT DISTINCT {_OF_NAMES}, captures.url FROM versions JOIN captures ON captures.version = versions.key"  # noqa: S608
    " JOIN mentions ON mentions.address = captures.address WHERE versions.story = ?"
)
_LEADING_TO = (
    f"SELECT DISTINCT {_OF_NAMES}, led.url, led.target, captures.url FROM versions"  # noqa: S608
    " JOIN captures ON captures.version = versions.key JOIN mentions AS led ON led.leads_to = captures.address"
    " JOIN mentions ON mentions.address = led.address WHERE versions.story = ?"
)


def keep_mentions(db: sqlite3.Connection, held: Iterable[HeldMention]) -> list[int]:
    """Keep what was said, with what says it and when that was saved. The keys of the stories of which something new was said."""
    told: dict[int, None] = {}
    for mention, origin, seen, found_by in held:
        numbers = found_by or numbers_of(mention)
        if numbers is None:
            continue
        digest = _digest(mention)
        row = db.execute("SELECT key, seen, origin FROM mentions WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            db.execute(
                "INSERT INTO mentions (digest, address, story, leads_to, kind, url, published, updated, headline, section, target,"
                " origin, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    digest,
                    *numbers,
                    mention.kind,
                    mention.url,
                    *mention[2:],
                    origin,
                    seen,
                ),
            )
        elif (seen or "~", origin) < (row[1] or "~", row[2]):
            db.execute("UPDATE mentions SET seen = ?, origin = ? WHERE key = ?", (seen, origin, row[0]))
        else:
            continue
        told |= dict.fromkeys(_stories_at(db, numbers, mention.target or mention.url))
    return [*told]


def held_mentions(db: sqlite3.Connection) -> Iterator[tuple[int, HeldMention]]:
    """All that is held, each with its key and with what it is found by."""
    for key, *row, address, story, leads_to in db.execute(
        f"SELECT key, {_FIELDS}, address, story, leads_to FROM mentions ORDER BY key"  # noqa: S608 - words of ours
    ).fetchall():
        yield key, _held(tuple(row))._replace(found_by=MentionNumbers(address, story, leads_to))


def remove_mentions(db: sqlite3.Connection, keys: Iterable[int]) -> tuple[list[HeldMention], list[int]]:
    """Take away what was said: what it was, and the keys of the stories of which it was said."""
    due = {*keys}
    gone = [(key, held) for key, held in held_mentions(db) if key in due] if due else []
    told: dict[int, None] = {}
    for key, held in gone:
        assert held.found_by is not None
        told |= dict.fromkeys(_stories_at(db, held.found_by, held.mention.target or held.mention.url))
        db.execute("DELETE FROM mentions WHERE key = ?", (key,))
    return [held for _, held in gone], [*told]


def numbers_of(mention: Mention) -> MentionNumbers | None:
    """What a mention is found by; None where its address is none."""
    address = address_number(mention.url)
    if address is None:
        return None
    leads_to = address_number(mention.target) if mention.target else None
    return MentionNumbers(address, identity.story_id(mention.url, None, ""), leads_to)


def ids_named(held: HeldMention) -> set[str]:
    """The ids that stories have which give the address as their own, or the one that it leads to."""
    named = {identity.story_id(url, None, "") for url in (held.mention.url, held.mention.target) if url}
    return named | {held.found_by.story} if held.found_by else named


def _digest(mention: Mention) -> str:
    """Of what makes it another: on fronts a link's words differ from page to page, and say no more."""
    is_front = mention.kind is MentionKind.FRONT
    said = mention._replace(headline=None, section=None) if is_front else mention
    return short_digest("\n".join(value or "" for value in said))


def _stories_at(db: sqlite3.Connection, numbers: MentionNumbers, url: str) -> Iterator[int]:
    """The keys of stories that stood at an address, that give it as their own, or to which it led."""
    number = numbers.address if numbers.leads_to is None else numbers.leads_to
    story = numbers.story if numbers.leads_to is None else identity.story_id(url, None, "")
    rows = db.execute(
        "SELECT DISTINCT versions.story FROM captures JOIN versions ON versions.key = version WHERE address IS NOT NULL AND address IN"
        " (SELECT ?1 UNION SELECT leads_to FROM mentions WHERE address = ?1 AND leads_to IS NOT NULL)"
        " UNION SELECT key FROM stories WHERE id = ?2",
        (number, story),
    )
    yield from [story for (story,) in rows.fetchall()]


def mentions_of(db: sqlite3.Connection, story: int, story_id: str | None = None) -> list[HeldMention]:
    """What is said of a story's addresses, in an order that does not rest on which came first. `story_id` where its row is not written yet."""
    if not has_mentions(db):
        return []
    found = [_held(row) for row in db.execute(_BY_ID, (story, story_id))]
    found += [_held(row) for row in db.execute(_BY_ADDRESS, (story,)) if _is_one(row[1], row[-1])]
    found += [
        _held(row)
        for row in db.execute(_LEADING_TO, (story,))
        if _is_one(row[1], row[-3]) and _is_one(row[-2], row[-1])
    ]
    return sorted(
        dict.fromkeys(found), key=lambda one: (one.seen or "~", one.origin, [value or "" for value in one.mention])
    )


def has_mentions(db: sqlite3.Connection) -> bool:
    """Whether anything is kept: in most archives nothing is, and nobody need ask story by story."""
    return db.execute("SELECT 1 FROM mentions LIMIT 1").fetchone() is not None


def _held(row: tuple[Any, ...]) -> HeldMention:
    kind, url, *said, origin, seen = row[:9]
    return HeldMention(Mention(url, MentionKind(kind), *said), origin, seen)


def _is_one(url: str, other: str) -> bool:
    return url == other or _plain(url) == _plain(other)


_plain = lru_cache(maxsize=10_000)(plain_address)
