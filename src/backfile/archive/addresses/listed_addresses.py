"""Listed addresses: which of a page's links lead to stories that lists show, asked for all at once."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from backfile.archive.addresses.plain_address import address_number, plain_address
from backfile.archive.store.database import kept
from backfile.story.identity import story_id

_VIEWS = re.compile(r"^(?:www\d{0,2}|m|mobile|amp)\.")
"""Matches "www.", "m."; not "music."."""
_SHOWN = "(own.lead IS NULL OR leads.lead IS NULL AND leads.id IS NOT NULL)"
"""Neither delisted nor left out, nor a view of one that is."""
_BY_ID = (
    "SELECT own.id, COALESCE(leads.id, own.id) FROM stories AS own LEFT JOIN stories AS leads ON leads.key = own.lead"  # noqa: S608
    f" WHERE {_SHOWN} AND own.id IN ({{}})"
)
_BY_ADDRESS = (
    "SELECT address, captures.url, COALESCE(leads.id, own.id) FROM captures JOIN versions ON versions.key = version"  # noqa: S608
    " JOIN stories AS own ON own.key = versions.story LEFT JOIN stories AS leads ON leads.key = own.lead"
    f" WHERE {_SHOWN} AND address IN ({{}}) ORDER BY captured_at DESC, captures.key"
)
_LEADING = (
    "SELECT address, url, target FROM mentions WHERE address IN ({}) AND target IS NOT NULL ORDER BY seen, target"
)


def listed_at(db: sqlite3.Connection, addresses: Sequence[str]) -> dict[str, str]:
    """Of addresses those at which a story stood that lists show, or that led to one, each with the story's id."""
    domains = kept(db, _domains)
    addresses = [url for url in addresses if _host_of(url) in domains]
    found = _stood(db, addresses) if addresses else {}
    left = [url for url in addresses if url not in found]
    led = _led(db, left) if left else {}
    stories = _stood(db, [*led.values()]) if led else {}
    return found | {url: stories[target] for url, target in led.items() if target in stories}


def _domains(db: sqlite3.Connection) -> frozenset[str]:
    """The hosts of the archive's outlets: most links lead elsewhere, and need no looking up."""
    return frozenset(domain for (domain,) in db.execute("SELECT DISTINCT domain FROM outlet_names"))


def _host_of(url: str) -> str:
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].partition(":")[0].lower()
    return _VIEWS.sub("", host)


def _stood(db: sqlite3.Connection, addresses: Sequence[str]) -> dict[str, str]:
    ids = {story_id(url, None, ""): url for url in addresses}
    found = {ids[own]: story for own, story in db.execute(_BY_ID.format(_marks(ids)), [*ids])}
    numbers = _numbers(url for url in addresses if url not in found)
    for number, url, story in db.execute(_BY_ADDRESS.format(_marks(numbers)), [*numbers]) if numbers else ():
        if plain_address(url) == plain_address(numbers[number]):
            found.setdefault(numbers[number], story)
    return found


def _led(db: sqlite3.Connection, addresses: Sequence[str]) -> dict[str, str]:
    """Where redirects that were saved led."""
    numbers = _numbers(addresses)
    rows = db.execute(_LEADING.format(_marks(numbers)), [*numbers]).fetchall()
    return {numbers[here]: target for here, url, target in rows if plain_address(url) == plain_address(numbers[here])}


def _numbers(addresses: Iterable[str]) -> dict[int, str]:
    return {number: url for url in addresses if (number := address_number(url)) is not None}


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
