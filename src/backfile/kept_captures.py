"""Kept captures: the capture that a row of an archive is of, read again from where it lies or as it was taken in."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from backfile import capture as sources
from backfile.archive.reader import Archive
from backfile.archive.store.payloads import load_payload
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import SourceError, SourceUnreadable
from backfile.model.capture import Capture
from backfile.model.entry import CaptureEntry


def capture_of(folder: Path, held: Outcome) -> Capture:
    """The capture, the same to the byte as when it was added. Raises SourceError where it is not to be had any more.

    `held` says where it lies, and the address and time that it was added with.
    """
    at = datetime.fromisoformat(held.captured_at) if held.captured_at else None
    try:
        found = sources.load_capture(held.place)
        if found.payload_digest == held.digest:
            return replace(found, url=held.url or found.url, captured_at=at)
        changed = SourceUnreadable("The file is not what it was when it was added.", str(held.place))
    except SourceError as error:
        changed = SourceUnreadable(error.message, str(held.place))
    payload = load_payload(folder, held.digest)
    if payload is None or f"sha256:{hashlib.sha256(payload).hexdigest()}" != held.digest:
        raise changed
    return Capture(payload, held.digest, held.place, held.url, at)


def shown_of(captures: Sequence[CaptureEntry], version: str | None) -> CaptureEntry | None:
    """The oldest of a story's captures that show a version, the newest one's where none is named."""
    shown = version or (captures[-1].version if captures else "")
    return next((one for one in captures if one.version.startswith(shown)), None)


def shown_capture(archive: Archive, story_id: str, version: str | None = None) -> Capture:
    """The oldest capture of a story's version, the newest where none is named. Raises StoryMissing, SourceError."""
    story = archive.story(story_id, version=version)
    shown = version or story.versions[-1].id
    held = next(one for one in archive.captures_of(story_id) if one.version.startswith(shown))
    return capture_of(archive.folder, Outcome(held.place, held.url, held.captured_at, held.payload_digest))
