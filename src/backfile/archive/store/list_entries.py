"""A story in a list: what is kept of its newest version for lists, and the Entry made from that."""

from typing import Any, NamedTuple

import orjson

from backfile.archive.shelves.shelf_tables import shelves_of
from backfile.archive.store.record_form import Record
from backfile.archive.versions.stamp_days import days_of, sort_key
from backfile.model.entry import Entry
from backfile.model.story import Stamp, Window, stamp_from_dict, window_from_dict

LEDE = 280
"""Code points of the body that a list shows."""


class Listing(NamedTuple):
    """What `stories` keeps of the newest version's record."""

    entry: bytes
    """What lists print and nothing is sought by, as JSON: an array, since its names would take as much room again."""
    name: str
    domain: str
    """Of the outlet; "" where the page gives none."""
    first_day: int | None
    last_day: int | None
    year: int | None
    sort: int | None
    shelves: tuple[tuple[str, str], ...]
    """Kind and name of each shelf (shelves/)."""


def listing_of(record: Record, version_count: int) -> Listing:
    """What lists need of a story, from its newest version's record."""
    outlet = record["outlet"] or {}
    stamp = stamp_from_dict(record["published"])
    days = days_of(stamp) if stamp else None
    window = record["window"]
    return Listing(
        entry=orjson.dumps(
            [
                record["headline"],
                record["url"],
                record["kind"],
                version_count,
                list(stamp) if stamp else None,
                [window["earliest"], window["latest"]],
                None if stamp else [window["because"], window["grounds"]],  # of the dated a list does not say why
            ]
        ),
        name=outlet.get("name") or "",
        domain=outlet.get("domain") or "",
        first_day=days[0].toordinal() if days else None,
        last_day=days[1].toordinal() if days else None,
        year=days[0].year if days else None,
        sort=sort_key(stamp, record["id"]) if stamp else None,
        shelves=shelves_of(record),
    )


def url_of_entry(kept: bytes) -> str | None:
    """The address in the Entry of a row of `stories`."""
    found: str | None = orjson.loads(kept)[1]
    return found


def entry_from(story: str, kept: bytes, *, outlet: str | None, copies: int, excerpt: str) -> Entry:
    """The Entry of a row of `stories`."""
    headline, url, kind, version_count, stamp, window, because = orjson.loads(kept)
    return Entry(
        id=story,
        headline=headline,
        outlet=outlet,
        url=url,
        published=Stamp(*stamp) if stamp else None,
        window=_window(window, *(because or ([], []))),
        kind=kind,
        excerpt=excerpt,
        version_count=version_count,
        copy_count=copies,
    )


def _window(ends: list[str | None], because: list[str], grounds: list[Any]) -> Window:
    return window_from_dict({"earliest": ends[0], "latest": ends[1], "because": because, "grounds": grounds})


def stamp_in(kept: bytes) -> Stamp | None:
    """The date that a row of `stories` has."""
    stamp: list[Any] | None = orjson.loads(kept)[4]
    return Stamp(*stamp) if stamp else None


def lede(body: str) -> str:
    """The start of the body on one line, cut between words."""
    text = " ".join(body[: LEDE * 2].split())
    if len(text) <= LEDE:
        return text
    return text[:LEDE].rpartition(" ")[0].rstrip(" ,;:") + " …"
