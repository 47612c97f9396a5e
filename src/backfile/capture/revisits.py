"""Which record a WARC revisit repeats (WARC 1.1, 5.11 to 5.15 and 6.7): by address and date, or payload digest.

Only what may be a page is kept, as two numbers a capture, so that a large crawl's index stays small.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from backfile.capture.http import parse_response
from backfile.capture.record_loop import Record
from backfile.capture.warc import may_be_page
from backfile.model.capture import Place


class OriginalIndex:
    """Where the records lie that revisits may refer to."""

    def __init__(self) -> None:
        self._files: list[Place] = []
        self._numbers: dict[Place, int] = {}
        self._found: dict[int, tuple[int, int]] = {}
        """Hash of a digest or of an address and date -> file number, offset."""

    def add(self, record: Record) -> None:
        """Take note of a record that revisits may refer to."""
        if record.headers.get("warc-type") not in ("response", "resource") or record.place.offset is None:
            return
        response = parse_response(record.block[:8192])
        media_type = response.media_type if response else None
        if media_type and not may_be_page(media_type):
            return
        where = (self._number(record.place._replace(offset=None, length=None)), record.place.offset)
        for key in _keys(record.headers, "warc-target-uri", "warc-date"):
            self._found.setdefault(key, where)

    def find(self, revisit: Mapping[str, str]) -> Place | None:
        """The place of the record that these headers of a revisit refer to."""
        for key in revisit_keys(revisit):
            if key in self._found:
                number, offset = self._found[key]
                return self._files[number]._replace(offset=offset)
        return None

    def places(self) -> Iterator[tuple[int, Place]]:
        """Each key that a revisit may have, and the record that it refers to."""
        for key, (number, offset) in self._found.items():
            yield key, self._files[number]._replace(offset=offset)

    def _number(self, file: Place) -> int:
        if file not in self._numbers:
            self._numbers[file] = len(self._files)
            self._files.append(file)
        return self._numbers[file]


def revisit_keys(revisit: Mapping[str, str]) -> list[int]:
    """What a revisit's headers say of the record that it refers to, the surest first."""
    return _keys(revisit, "warc-refers-to-target-uri", "warc-refers-to-date")


def _keys(headers: Mapping[str, str], url_field: str, date_field: str) -> list[int]:
    """By address and date first: that is the capture meant; the digest gives any with the same bytes."""
    keys = []
    url, date = headers.get(url_field, "").strip("<>"), headers.get(date_field)
    if url and date:
        keys.append(_hash(f"{date} {url}"))
    digest = headers.get("warc-payload-digest")
    if digest:
        keys.append(_hash(digest.lower()))
    return keys


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).digest(), "little")
