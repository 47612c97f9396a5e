"""The Atom feed (RFC 4287): each title begins with the day or the word Undated, so that no feed reader can hide it.

RFC 4287 section 3.3 wants an instant where the archive knows a day. A day is given as its noon in UTC, the one time
that falls on that day in nearly every zone; a month or a year gives no `published`. `updated`, which every entry must
have, is the archive's own: the publication's instant or the start of its month or year, and 1970-01-01 for the undated.
It is never the time of saving or adding, which feed readers would show as the story's date.
"""

from datetime import UTC, datetime
from typing import NamedTuple

from backfile.model.entry import Entry
from backfile.model.story import Stamp
from backfile.site.site_address import followable, story_path
from backfile.site.when import when
from backfile.wording.plain import apart, one_line
from backfile.wording.site_languages import gettext
from backfile.wording.story_names import headline_of

UNKNOWN = "1970-01-01T00:00:00Z"


class FeedEntry(NamedTuple):
    """An entry of the feed."""

    title: str
    address: str
    published: str | None
    updated: str
    outlet: str | None
    original: str | None
    summary: str


def feed_entry(entry: Entry, now: datetime, base: str, *, note: str | None = None) -> FeedEntry:
    """The entry as the feed at `base` gives it; `note` is what an archivist set above the story."""
    said = gettext("Note from the archive: {note} ").format(note=one_line(note)) if note else ""
    dated = when(entry.published, now)
    instant = _instant(entry.published) if entry.published else None
    ground = f"{one_line(dated.ground)}. " if dated.ground else ""
    exact = entry.published is not None and entry.published.precision in ("second", "minute", "day")
    return FeedEntry(
        title=f"{dated.day}: {apart(headline_of(entry.headline))}",
        address=base + story_path(entry.id),
        published=instant if exact else None,
        updated=instant or UNKNOWN,
        outlet=one_line(entry.outlet or "") or None,
        original=followable(entry.url),
        summary=f"{dated.line}. {ground}{said}{apart(one_line(entry.excerpt))}".strip(),
    )


def _instant(stamp: Stamp) -> str:
    """RFC 3339, as near as the stamp allows; a clock without a zone is read as UTC."""
    if stamp.precision in ("second", "minute") and "T" in stamp.value:
        moment = datetime.fromisoformat(stamp.value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    day = (stamp.value[:10] + "-01-01")[:10]
    return f"{day}T12:00:00Z"
