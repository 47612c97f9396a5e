"""What a reading changes in an archive: decided here, from plain values; carried out by `writer` (STYLE 4).

Many captures make one version, versions make a story. The same captures give the same versions in whatever order they
come.
"""

import hashlib
from dataclasses import replace
from typing import NamedTuple

import orjson

from backfile.archive.passages.copies import Passages, passages_of
from backfile.archive.quotations.quotation_rows import QuotationRow, quotation_rows
from backfile.archive.store.capture_tables import in_utc
from backfile.archive.store.list_entries import Listing, listing_of
from backfile.archive.store.record_form import Record, pack
from backfile.archive.store.story_records import Encoder, Stored
from backfile.archive.undated.address_numbers import Numbered, numbered
from backfile.archive.versions.held_versions import HeldVersion
from backfile.archive.versions.kept_stories import why_not_kept
from backfile.archive.versions.written_fields import written_in
from backfile.model.capture import Capture, Place, Skipped, SkipReason
from backfile.model.mentions import Mention
from backfile.model.story import Story
from backfile.story.identity import story_id
from backfile.story.link_lists import Lists


class Reading(NamedTuple):
    """A story ready to be stored: all that can be made of it alone is made here, where many processes share the work."""

    story: str
    """The story's id."""
    digest: bytes
    """Of what the newsroom wrote: 16 bytes."""
    record: Stored
    """The Story, without what the archive fills in."""
    listing: Listing
    number: Numbered | None
    """The number in its address."""
    passages: Passages
    """What finds the stories that share words with it."""
    quotations: tuple[QuotationRow, ...]
    """Who said what in it."""
    reader: str = ""
    """Which Backfile read it; "" where nobody knows any more."""

    @property
    def is_dated(self) -> bool:
        """Whether its page dates it."""
        return self.listing.sort is not None


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
    mentions: tuple[Mention, ...] = ()
    """What a page that is no story, or a file beside pages, says of other addresses."""
    doubts: tuple[str, ...] = ()
    """Why the reading may be wrong: words of `Story.doubts`, each once."""
    address: int | None = None
    """The number of its plain address, where `url` has words left out; else it is told from `url`."""


_DIGEST = 16
"""Bytes of the digest of a version."""


def outcome_of(
    capture: Capture,
    story: Story,
    lists: Lists = (),
    mentions: tuple[Mention, ...] = (),
    *,
    encoder: Encoder | None = None,
    reader: str = "",
) -> Outcome:
    """What becomes of a capture that was read; `lists` and `mentions` are those of a page that is a listing, `reader` is who read it."""
    outcome = Outcome(
        capture.place,
        capture.url,
        in_utc(capture.captured_at),
        capture.payload_digest,
        capture.media_type,
        doubts=tuple(dict.fromkeys(doubt.reason for doubt in story.doubts)),
    )
    refused = why_not_kept(story)
    if refused:
        return outcome._replace(reason=refused[0], message=refused[1], lists=lists, mentions=mentions)
    kept = replace(story, id=story_id(story.url, story.headline, story.body), versions=(), copies=(), thread=())
    return outcome._replace(reading=reading_of(kept.to_dict(), encoder or Encoder(), reader=reader))


def outcome_of_skipped(skipped: Skipped, digest: str = "") -> Outcome:
    """What becomes of a capture that was passed over."""
    at = in_utc(skipped.captured_at)
    return Outcome(
        skipped.place,
        skipped.url,
        at,
        digest,
        reason=skipped.reason,
        message=skipped.message,
        mentions=skipped.mentions,
    )


def reading_of(record: Record, encoder: Encoder, *, reader: str = "") -> Reading:
    """What is stored of a story's record (schema `backfile/story/1`)."""
    return Reading(
        story=record["id"],
        digest=version_digest(record),
        record=encoder.encode(pack(record)),
        listing=listing_of(record, 1),
        number=numbered(record["url"]),
        passages=passages_of(record["body"]),
        quotations=quotation_rows(record),
        reader=reader,
    )


def version_digest(record: Record) -> bytes:
    """What names a version: the digest of what the newsroom wrote."""
    return hashlib.sha256(orjson.dumps(written_in(record))).digest()[:_DIGEST]


def seen_again(held: HeldVersion | None, digest: bytes, captured_at: str | None) -> HeldVersion:
    """The version once this capture counts among its captures."""
    if held is None:
        return HeldVersion(digest, captured_at, captured_at, 1)
    times = [time for time in (held.first_seen, held.last_seen, captured_at) if time]
    return held._replace(
        first_seen=min(times, default=None), last_seen=max(times, default=None), captures=held.captures + 1
    )


def shown_first(captured_at: str | None, digest: str, url: str | None) -> tuple[str, str, str]:
    """Orders the captures of one version, whatever order they came in: the record of the least is kept."""
    return captured_at or "~", digest, url or ""
