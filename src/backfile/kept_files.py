"""Kept files: the pictures and style sheets of a saved page, found where its archive's captures lie."""

from datetime import datetime
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urljoin

from backfile.archive.addresses.address_queries import Addresses
from backfile.archive.versions.version_decision import Outcome
from backfile.capture.page_files import MhtmlParts, PageFile, load_page_file, page_file, places_beside, relative_to
from backfile.errors import SourceError
from backfile.kept_captures import capture_of
from backfile.model.addresses import CaptureAt
from backfile.model.capture import Place
from backfile.model.entry import CaptureEntry
from backfile.model.story import EMBEDDED
from backfile.page.decode import decode
from backfile.page.embedded_pictures import embedded_picture

_MOST_TRIED = 8
"""Captures of one address that are tried: revisits, which hold no bytes, and lost files stand before what can be shown."""


class FoundFile(NamedTuple):
    """A file of a saved page, and when it was saved."""

    file: PageFile
    captured_at: str | None


class HeldAt(NamedTuple):
    """That a file of a saved page is held, and when it was saved, where that is known."""

    captured_at: str | None


class PageFiles:
    """The files of one capture of a page."""

    def __init__(self, addresses: Addresses, capture: CaptureEntry) -> None:
        self._addresses = addresses
        self._capture = capture

    def holds(self, reference: str) -> bool:
        """Whether the archive has a capture, or a file beside the page, of what the page refers to; its bytes are not looked at."""
        return self.first(reference) is not None

    def first(self, reference: str) -> "HeldAt | None":
        """When that was saved which `load` tries first; None where nothing is held of it. Its bytes are not looked at."""
        if reference.startswith(EMBEDDED):
            return HeldAt(self._capture.captured_at)
        captures = self._captures(reference)
        if captures:
            return HeldAt(captures[0].captured_at)
        return HeldAt(self._capture.captured_at) if self._beside(reference) or self._part(reference) else None

    def load(self, reference: str) -> FoundFile | None:
        """What the page refers to by an address, absolute or relative: of several captures the one nearest in time."""
        if reference.startswith(EMBEDDED):
            return self._embedded(reference)
        for one in self._captures(reference)[:_MOST_TRIED]:
            if file := load_page_file(one.place, one.url):
                return FoundFile(file, one.captured_at)
        for place in self._beside(reference):
            if file := load_page_file(place):
                return FoundFile(file, self._capture.captured_at)
        part = self._part(reference)
        return FoundFile(part, self._capture.captured_at) if part else None

    def _embedded(self, name: str) -> FoundFile | None:
        """A picture that the page has in itself; None where the page is not to be had any more."""
        try:
            held = self._capture
            page = capture_of(
                self._addresses.folder, Outcome(held.place, held.url, held.captured_at, held.payload_digest)
            )
        except SourceError:
            return None
        payload = embedded_picture(decode(page.payload, page.charset).text, name)
        file = page_file(payload, None, "") if payload else None
        return FoundFile(file, self._capture.captured_at) if file else None

    def _captures(self, reference: str) -> list[CaptureAt]:
        url = self.absolute(reference)
        found = [one for one in self._addresses.captures_at(url) if one.reason] if url else []
        return sorted(found, key=lambda one: (not one.is_exact, _apart(one.captured_at, self._capture.captured_at)))

    def absolute(self, reference: str) -> str | None:
        """The reference as an address of the web; None where it is none."""
        try:
            url = urljoin(self._capture.url or "", reference)
        except ValueError:
            return None
        return url if url.startswith(("http://", "https://")) else None

    def _beside(self, reference: str) -> list[Place]:
        written = [reference, relative_to(self._capture.url, reference)]
        places = [place for one in written if one for place in places_beside(self._capture.place, one)]
        return [place for place in places if place.member is not None or self._addresses.is_source(place.path)]

    def _part(self, reference: str) -> PageFile | None:
        if self._capture.place.offset is not None:  # a record of a web archive holds one response
            return None
        return self._parts.find(reference, self._capture.url)

    @cached_property
    def _parts(self) -> MhtmlParts:
        return MhtmlParts(self._capture.place)


def _apart(one: str | None, other: str | None) -> float:
    """Seconds between two captures; those of unknown time stand last."""
    if not one or not other:
        return float("inf")
    return abs((datetime.fromisoformat(one) - datetime.fromisoformat(other)).total_seconds())
