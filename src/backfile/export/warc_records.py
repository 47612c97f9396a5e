"""Captures as WARC records (ISO 28500:2017, WARC 1.1): those of web archives to the byte as they are stored, others made."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import zstandard

from backfile.archive.reader import Archive
from backfile.archive.versions.version_decision import Outcome
from backfile.capture.faults import Fault
from backfile.capture.feed_entry import refers_to
from backfile.capture.file_kinds import HEAD_BYTES, Kind, kind_of
from backfile.capture.http import parse_response
from backfile.capture.nearby import original_nearby
from backfile.capture.one_record import read_with_next
from backfile.capture.open_place import Opener
from backfile.capture.record_loop import Record
from backfile.errors import SourceError
from backfile.export.exported import Exported
from backfile.export.made_records import END, as_warc, member_of, resource_headers
from backfile.kept_captures import capture_of, open_capture
from backfile.model.capture import Place
from backfile.model.entry import CaptureEntry
from backfile.model.story import Story

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
CUT = "records that are cut off or give a wrong length: what is there of them is written anew, marked WARC-Truncated"
NO_TIME = "captures of unknown time: other programs than Backfile take the time of this export for theirs"
NO_ADDRESS = "captures without an address: each has its file's name for one"
A_POST = "It is a post of a CMS's export, whose fields a WARC cannot hold: export it with --format wxr."


class Written(NamedTuple):
    """A record to be written, compressed as a member of its own (WARC 1.1, annex D)."""

    member: bytes
    headers: dict[str, str]
    """Names in lower case."""
    status: str | None = None
    media_type: str | None = None


@dataclass
class WarcRecords:
    """Makes records of an archive's captures, each once."""

    archive: Archive
    now: datetime
    done: Exported

    def __post_init__(self) -> None:
        self._opener = Opener()
        self._written: set[Place] = set()

    def of(self, story: Story) -> Iterator[Written]:
        """The records that the captures of a story and of its other views need, without those that were given before."""
        views = (self.archive.story(copy.id) for copy in story.copies if copy.is_view)
        shown = ((one, held) for one in (story, *views) for held in self.archive.captures_of(one.id))
        for one, held in shown:
            if held.place in self._written:
                continue
            try:
                yield from self._of_capture(one.id, held, one.url)
                self.done.count += 1
            except SourceError as error:
                self.done.left_out.append((error.place or str(held.place), error.message))

    def _of_capture(self, story_id: str, held: CaptureEntry, address: str | None) -> list[Written]:
        """A capture's own record, the one that it repeats, and what a feed said of it. Raises SourceError where it is gone or sealed."""
        self._written.add(held.place)
        if not self.archive.redactions.of(story_id).is_idle:
            open_capture(self.archive, story_id, held)
        found = self._stored(held) if held.place.offset is not None else None
        return [self._made(held, address)] if found is None else found

    def _stored(self, held: CaptureEntry) -> list[Written] | None:
        """Records of a web archive as they are stored; None where they are gone, and the archive's own copy has to do."""
        try:
            with self._opener.open(held.place.path, held.place.member) as raw:
                if kind_of(raw.read(HEAD_BYTES), held.place.member or held.place.path) is Kind.WXR:
                    raise SourceError(A_POST, str(held.place))
                record, following = read_with_next(raw, held.place)
            records = [record]
            if following is not None and refers_to(following, record):
                records.append(following)
            if record.headers.get("warc-type", "").lower() == "revisit":
                original = original_nearby(record, self._opener)
                records += [original] if original is not None and original.place not in self._written else []
            self._written.update(one.place for one in records)
            return [self._as_stored(one) for one in records]
        except (OSError, Fault):
            return None

    def _as_stored(self, record: Record) -> Written:
        response = parse_response(record.block)
        shown = (str(response.status), response.media_type) if response else (None, None)
        length = record.place.length
        if "warc-type" in record.headers and length is not None and not record.is_cut:
            return Written(self._bytes_of(record.place, length), record.headers, *shown)
        headers = as_warc(record, is_http=response is not None)
        if record.is_cut:
            headers["warc-truncated"] = headers.get("warc-truncated", "unspecified")
            self.done.lost[CUT] += 1
        return Written(member_of(headers, record.block), headers, *shown)

    def _bytes_of(self, place: Place, length: int) -> bytes:
        """A record to the byte, as a gzip member; one that is stored otherwise is compressed."""
        with self._opener.open(place.path, place.member) as raw:
            raw.seek(place.offset or 0)
            stored = raw.read(length)
        if stored.startswith(_GZIP):
            return stored
        if stored.startswith(_ZSTD):
            return gzip.compress(zstandard.ZstdDecompressor().decompressobj().decompress(stored), mtime=0)
        return gzip.compress(stored + END, mtime=0)  # a place in a file that is not compressed ends with the block

    def _made(self, held: CaptureEntry, address: str | None) -> Written:
        """A resource record (section 6.4) of a saved file, or of the archive's own copy of a capture, under the best address known."""
        capture = capture_of(self.archive.folder, Outcome(held.place, held.url, held.captured_at, held.payload_digest))
        if capture.export is not None:
            raise SourceError(A_POST, str(held.place))
        if capture.captured_at is None:
            self.done.lost[NO_TIME] += 1
        if not (url := capture.url or address):
            self.done.lost[NO_ADDRESS] += 1
        headers = resource_headers(capture, url, self.now)
        return Written(member_of(headers, capture.payload), headers, "200", capture.media_type or "text/html")
