"""What a saved file holds: captures, where they lie, and what was passed over and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from backfile.model.mentions import Mention
from backfile.model.plain_values import plain_record


class Place(NamedTuple):
    """Where the bytes of a capture lie. Nothing is copied unless asked for."""

    path: str
    """The file on disk, absolute; "-" for standard input."""
    member: str | None = None
    """The file inside it, for zip and WACZ; nested members are joined by "!/"."""
    offset: int | None = None
    """Bytes from the start of that file to the record; None where the file is the capture."""
    length: int | None = None
    """Bytes of the record as stored; None where the file does not say."""

    def __str__(self) -> str:
        inner = f"!/{self.member}" if self.member else ""
        where = f" at byte {self.offset}" if self.offset is not None else ""
        return f"{self.path}{inner}{where}"

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(frozen=True, slots=True)
class ExportFields:
    """What a CMS export says of a story beside its HTML (WordPress WXR 1.2). Raw, as the export prints it."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    dek: str | None = None
    """The excerpt that an editor wrote, not one made from the body."""
    published_raw: str | None = None
    """wp:post_date with the offset that wp:post_date_gmt gives it; that with "Z" where the two tell none; else the wall clock alone."""
    published_local_raw: str | None = None
    """wp:post_date: the wall clock of the newsroom."""
    updated_raw: str | None = None
    """wp:post_modified and wp:post_modified_gmt, in the same way."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    outlet: str | None = None
    """The channel's title."""
    language: str | None = None
    is_import_day: bool = False
    """True where so many posts of the export share this day that it is an import's (wxr_days.py)."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved response (WARC 1.1 section 6.3 "response", or a file)."""

    payload: bytes
    """The page's bytes: transfer and content encodings undone, text encoding as saved."""
    payload_digest: str
    """"sha256:" and 64 hex digits, of `payload`."""
    place: Place
    url: str | None = None
    captured_at: datetime | None = None
    """When the page was saved: always with a zone; None when the file does not say. Never the file's mtime."""
    status: int | None = None
    media_type: str | None = None
    """Lower case, without parameters: "text/html"; "text/plain" for plain text."""
    charset: str | None = None
    """The charset of the HTTP Content-Type header, as written."""
    headers: tuple[tuple[str, str], ...] = ()
    """HTTP response headers in order, names lower case."""
    export: ExportFields | None = None
    feed_published_raw: str | None = None
    """When a feed said that the page's story was published, from a WARC metadata record beside the response. Raw."""
    is_cut: bool = False
    """True where the record ends before the page does: by its length, or its WARC-Truncated field."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, without the payload."""
        plain = plain_record(self)
        del plain["payload"]
        return plain


class SkipReason(StrEnum):
    """Why a capture gave no story. A fault is the input's; the others are how archives are."""

    NOT_A_PAGE = "not-a-page"
    """An image, a script, a stylesheet, a PDF: by its media type and its bytes."""
    NOT_A_RESPONSE = "not-a-response"
    """A WARC request, metadata, warcinfo or conversion record."""
    HTTP_STATUS = "http-status"
    """A redirect, an error: any status but 200, 203 and 206."""
    EMPTY = "empty"
    REVISIT_UNRESOLVED = "revisit-unresolved"
    """A WARC revisit whose original is not in the files given."""
    LISTING = "listing"
    ERROR_PAGE = "error-page"
    LOGIN_WALL = "login-wall"
    NO_STORY = "no-story"
    """A page with no story's text: product, forum, search, application shell."""
    NOT_PUBLISHED = "not-published"
    """An export's draft, trash, page, attachment or menu entry."""
    FEED = "feed"
    """An RSS, Atom or JSON feed: read as evidence of what it names (docs/evidence.md), as are the two that follow."""
    SITEMAP = "sitemap"
    ADDRESS_LIST = "address-list"
    """A file of addresses, one a line or in a table."""

    WITHHELD = "withheld"
    """A story that an archivist had forgotten: it stays out, however often it is added."""

    MISSING_FILE = "missing-file"
    NO_PERMISSION = "no-permission"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    """Bytes that are not what their container says: bad length, bad gzip, garbage between records."""
    NOT_READABLE_KIND = "not-readable-kind"
    """A file of no kind that Backfile reads."""
    UNREADABLE = "unreadable"
    """The page could not be read: a defect of ours or of the page, with the error's text."""

    @property
    def is_fault(self) -> bool:
        """True where something given could not be read: the command then exits 1."""
        return self in FAULTS


FAULTS = frozenset(
    {
        SkipReason.MISSING_FILE,
        SkipReason.NO_PERMISSION,
        SkipReason.TRUNCATED,
        SkipReason.DAMAGED,
        SkipReason.NOT_READABLE_KIND,
        SkipReason.UNREADABLE,
    }
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A capture, or a stretch of a file, that holds no story, with the reason."""

    place: Place
    reason: SkipReason
    message: str
    """One line for a person: what is wrong there, and what to do where something can be done."""
    url: str | None = None
    captured_at: datetime | None = None
    mentions: tuple[Mention, ...] = ()
    """What it says of other addresses."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)
