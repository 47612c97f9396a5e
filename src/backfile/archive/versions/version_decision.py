"""What a reading changes in an archive: decided here, from plain values; carried out by `writer` (STYLE 4).

Many captures make one version, versions make a story. The same captures give the same versions in whatever order they
come.
"""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import orjson

from backfile.archive.passages.copies import band_keys, shingles
from backfile.archive.quotations.quotation_rows import VersionQuotations, quoted_of
from backfile.model.capture import Capture, Place, Skipped, SkipReason
from backfile.model.reason_codes import SKIPPED_AS, KindCode
from backfile.model.story import Stamp, Story, Version
from backfile.story.identity import story_id
from backfile.story.link_lists import Lists
from backfile.wording.kind_reasons import say_detail

KEPT_KINDS = frozenset({"story", "live-blog", "video", "gallery"})
WRITTEN = ("headline", "dek", "byline", "body", "notes", "credits", "published", "updated")
"""What the newsroom wrote: a change in one of these makes a version."""


class Reading(NamedTuple):
    """A story ready to be stored."""

    story: str
    """The story's id."""
    digest: str
    """Of what the newsroom wrote: 32 hex digits."""
    fields: dict[str, str]
    """The same, a field at a time: 12 hex digits each."""
    record: bytes
    """The Story as JSON, without what the archive fills in."""
    shown: str
    """Orders the captures of one version: the record of the least is kept."""
    is_dated: bool
    bands: list[int]
    """Keys that find its copies (`copies.band_keys`): made here, where many processes share the work."""
    quoted: VersionQuotations
    """Who said what in it: made here too."""


class Outcome(NamedTuple):
    """What became of one capture: a reading, or a reason."""

    place: Place
    url: str | None
    captured_at: str | None
    """UTC, "2017-02-23T21:47:00Z"."""
    digest: str
    """Of the payload; "" where there is none."""
    media_type: str | None = None
    reading: Reading | None = None
    reason: SkipReason | None = None
    message: str | None = None
    """Why there is no reading; of a reading, what is wrong with the bytes that it was made from."""
    lists: Lists = ()
    """Of a listing, the stories that it links to."""


class HeldVersion(NamedTuple):
    """A version in the archive."""

    digest: str
    first_seen: str | None
    last_seen: str | None
    captures: int
    fields: dict[str, str]
    shown: str


def outcome_of(capture: Capture, story: Story, lists: Lists = ()) -> Outcome:
    """What becomes of a capture that was read; `lists` are those of a page that is a listing."""
    outcome = Outcome(
        capture.place, capture.url, in_utc(capture.captured_at), capture.payload_digest, capture.media_type
    )
    refused = refusal(story)
    if refused:
        return outcome._replace(reason=refused[0], message=refused[1], lists=lists)
    return outcome._replace(reading=reading_of(story, capture))


def outcome_of_skipped(skipped: Skipped, digest: str = "") -> Outcome:
    """What becomes of a capture that was passed over."""
    at = in_utc(skipped.captured_at)
    return Outcome(skipped.place, skipped.url, at, digest, reason=skipped.reason, message=skipped.message)


def reading_of(story: Story, capture: Capture) -> Reading:
    """The story with its identity, the digests of what was written, and the keys that find its copies."""
    kept = replace(story, id=story_id(story.url, story.headline, story.body), versions=(), copies=(), thread=())
    record = kept.to_dict()
    quoted = quoted_in(record)  # a stamp that is no date fails here, on its own capture
    fields = {name: _digest(_written(record[name]))[:12] for name in WRITTEN}
    return Reading(
        story=kept.id,
        digest=_digest(fields)[:32],
        fields=fields,
        record=orjson.dumps(record),
        shown=f"{in_utc(capture.captured_at) or '~'} {capture.payload_digest} {story.url or ''}",
        is_dated=kept.published is not None,
        bands=band_keys(shingles(story.body)),
        quoted=quoted,
    )


def quoted_in(record: dict[str, Any]) -> VersionQuotations:
    """The quotations of a story's record, as the archive keeps them."""
    stamp = Stamp(**record["published"]) if record["published"] else None
    return quoted_of(record, days_of(stamp) if stamp else None, sort_key(stamp, record["id"]) if stamp else None)


def seen_again(held: HeldVersion | None, reading: Reading, captured_at: str | None) -> HeldVersion:
    """The version once this capture counts among its captures."""
    if held is None:
        return HeldVersion(reading.digest, captured_at, captured_at, 1, reading.fields, reading.shown)
    times = [time for time in (held.first_seen, held.last_seen, captured_at) if time]
    return held._replace(
        first_seen=min(times, default=None),
        last_seen=max(times, default=None),
        captures=held.captures + 1,
        shown=min(held.shown, reading.shown),
    )


def in_order(held: list[HeldVersion]) -> list[HeldVersion]:
    """Oldest first; those of unknown time last, by digest."""
    return sorted(held, key=lambda version: (version.first_seen is None, version.first_seen, version.digest))


def version_records(held: list[HeldVersion]) -> tuple[Version, ...]:
    """`Story.versions`: in order, each with the names of the fields that changed since the one before."""
    records: list[Version] = []
    before: dict[str, str] | None = None
    for version in in_order(held):
        changed = tuple(n for n in WRITTEN if before is not None and before.get(n) != version.fields.get(n))
        records.append(Version(version.digest[:12], version.first_seen, version.last_seen, version.captures, changed))
        before = version.fields
    return tuple(records)


def days_of(stamp: Stamp) -> tuple[date, date]:
    """The first and last day that the stamp can mean: one day, or its month or year."""
    parts = [int(part) for part in stamp.value[:10].split("-")]
    if stamp.precision == "year":
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if stamp.precision == "month":
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(parts[0], parts[1], parts[2])
    return day, day


def sort_key(stamp: Stamp, story: str) -> int:
    """Newest is greatest: the minute of publication as printed, then a part of the id so that no two stories tie."""
    first, _ = days_of(stamp)
    minutes = first.toordinal() * 1440
    if "T" in stamp.value:
        then = datetime.fromisoformat(stamp.value)
        then = then.astimezone(UTC) if then.tzinfo else then.replace(tzinfo=UTC)
        minutes = then.toordinal() * 1440 + then.hour * 60 + then.minute
    return minutes << 30 | int(_digest(story)[:7], 16)


def refusal(story: Story) -> tuple[SkipReason, str] | None:
    """Why this is not kept as a story, from the kind that the reading gave it: a reason, and a line for a person."""
    if story.kind not in KEPT_KINDS:
        why = story.kind_reason or KindCode.UNTOLD.of()
        of_kind = SkipReason.LISTING if story.kind == "listing" else SkipReason.NO_STORY
        return SKIPPED_AS.get(why.code, of_kind), say_detail(why)
    if not story.body.strip():
        return SkipReason.NO_STORY, say_detail(KindCode.NO_BODY.of())
    return None


def _written(value: Any) -> Any:
    """A field as far as the newsroom wrote it: of a stamp its value, not where it was found."""
    return value["value"] if isinstance(value, dict) else value


def _digest(value: Any) -> str:
    return hashlib.sha256(orjson.dumps(value)).hexdigest()


def in_utc(moment: datetime | None) -> str | None:
    """ "2017-02-23T21:47:00Z": comparable as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
