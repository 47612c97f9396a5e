"""Kept captures: the capture that a row of an archive is of, read again from where it lies or as it was taken in."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from backfile import capture as sources
from backfile.archive.reader import Archive
from backfile.archive.store.payloads import load_payload
from backfile.archive.takedowns.redactions import Redactions
from backfile.archive.takedowns.redactor import IN_ADDRESS
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import SourceError, SourceUnreadable
from backfile.model.addresses import CaptureAt
from backfile.model.capture import Capture
from backfile.model.entry import CaptureEntry
from backfile.page.decode import decode


def capture_of(folder: Path, held: Outcome) -> Capture:
    """The capture, the same to the byte as when it was added. Raises SourceError where it is not to be had any more.

    `held` says where it lies, and the address and time that it was added with.
    """
    at = datetime.fromisoformat(held.captured_at) if held.captured_at else None
    try:
        found = sources.load_capture(held.place)
        if found.payload_digest == held.digest:
            is_whole = held.url is not None and IN_ADDRESS not in held.url
            return replace(found, url=held.url if is_whole else found.url or held.url, captured_at=at)
        changed = SourceUnreadable("The file is not what it was when it was added.", str(held.place))
    except SourceError as error:
        changed = SourceUnreadable(error.message, str(held.place))
    payload = load_payload(folder, held.digest)
    if payload is None or f"sha256:{hashlib.sha256(payload).hexdigest()}" != held.digest:
        raise changed
    return Capture(payload, held.digest, held.place, held.url, at)


def open_capture(archive: Archive, story_id: str, held: CaptureEntry | CaptureAt) -> Capture:
    """A story's capture as others may have it: to the byte, or not at all. Raises SourceError where it is gone, or has words that were redacted."""
    capture = capture_of(archive.folder, Outcome(held.place, held.url, held.captured_at, held.payload_digest))
    if is_sealed(archive, story_id, capture):
        raise SourceUnreadable(SEALED, archive.redactions.any.address(str(held.place)))
    return capture


def is_sealed(archive: "Sealing", story_id: str, capture: Capture) -> bool:
    """Whether a story's capture has words that were redacted: then its bytes are kept, and shown to nobody."""
    redactor = archive.redactions.of(story_id)
    if redactor.is_idle:
        return False
    text = decode(capture.payload, capture.charset).text
    return any(map(redactor.hits, (text, _TAG.sub("", text), _TAG.sub(" ", text), capture.url or "")))


class Sealing(Protocol):
    """What says which words are left out."""

    @property
    def redactions(self) -> Redactions:
        """Of the archive."""
        ...


SEALED = "Words in this saved page were redacted: it is kept, and shown to nobody."
_TAG = re.compile(r"<[^<>]*>")
"""Matches "<b>", "</b>"; not "1 < 2"."""


def shown_of(captures: Sequence[CaptureEntry], version: str | None) -> CaptureEntry | None:
    """The oldest of a story's captures that show a version, the newest one's where none is named."""
    shown = version or (captures[-1].version if captures else "")
    return next((one for one in captures if one.version.startswith(shown)), None)


def shown_capture(archive: Archive, story_id: str, version: str | None = None) -> Capture:
    """The oldest capture of a story's version, the newest where none is named. Raises StoryMissing, SourceError."""
    story = archive.story(story_id, version=version)
    shown = version or story.versions[-1].id
    held = next(one for one in archive.captures_of(story_id) if one.version.startswith(shown))
    return open_capture(archive, story_id, held)
