"""A story in a list: what is kept of its newest version for lists, and the Entry made from that."""

import sqlite3
from typing import Any, NamedTuple

import orjson

from backfile.archive.store.old_records import window_in
from backfile.archive.versions.version_decision import days_of, sort_key
from backfile.model.entry import Entry
from backfile.model.story import Stamp

LEDE = 280
"""Code points of the body that a list shows."""
COLUMNS = "entry, copies, key"


class Listing(NamedTuple):
    """The columns of `stories` that come from the newest version's record."""

    entry: bytes
    outlet: str | None
    domain: str | None
    first_day: int | None
    last_day: int | None
    year: int | None
    sort: int | None


def listing_of(record: dict[str, Any], version_count: int) -> Listing:
    """What lists need of a story, from its newest version's record."""
    outlet = record["outlet"] or {}
    stamp = Stamp(**record["published"]) if record["published"] else None
    entry = {
        "id": record["id"],
        "headline": record["headline"],
        "outlet": outlet.get("name") or outlet.get("domain"),
        "url": record["url"],
        "published": record["published"],
        "window": record["window"],
        "kind": record["kind"],
        "excerpt": lede(record["body"]),
        "version_count": version_count,
    }
    days = days_of(stamp) if stamp else None
    return Listing(
        entry=orjson.dumps(entry),
        outlet=entry["outlet"],
        domain=outlet.get("domain"),
        first_day=days[0].toordinal() if days else None,
        last_day=days[1].toordinal() if days else None,
        year=days[0].year if days else None,
        sort=sort_key(stamp, record["id"]) if stamp else None,
    )


def entry_from(row: sqlite3.Row | tuple[Any, ...]) -> Entry:
    """The Entry of a row of `stories`, its COLUMNS."""
    kept = orjson.loads(row[0])
    kept["window"] = window_in(kept)
    published = kept.pop("published")
    return Entry(
        **kept,
        published=Stamp(**published) if published else None,
        copy_count=row[1],
    )


def lede(body: str) -> str:
    """The start of the body on one line, cut between words."""
    text = " ".join(body[: LEDE * 2].split())
    if len(text) <= LEDE:
        return text
    return text[:LEDE].rpartition(" ")[0].rstrip(" ,;:") + " …"
