"""A page saved whole by a browser as MHTML (RFC 2557): its first part is the page."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from backfile.capture.faults import Fault
from backfile.capture.instants import instant_of_mail_date
from backfile.model.capture import SkipReason

if TYPE_CHECKING:
    from email.message import Message


class SavedPage(NamedTuple):
    """A page as the file that holds it gives it."""

    payload: bytes
    media_type: str
    charset: str | None = None
    url: str | None = None
    captured_at: datetime | None = None


def read_mhtml(data: bytes) -> SavedPage:
    """The page of an MHTML file. Raises Fault where it holds none."""
    from email import message_from_bytes  # loads a mail library: most pages are none of MHTML

    try:
        message = message_from_bytes(data)
        part = next((part for part in message.walk() if _is_page(part)), None)
        payload = part.get_payload(decode=True) if part else None
    except (ValueError, LookupError, RecursionError, AssertionError) as error:
        raise Fault(SkipReason.DAMAGED, f"The MHTML file cannot be read ({error}): save the page again.") from error
    if part is None or not isinstance(payload, bytes):
        raise Fault(SkipReason.NOT_READABLE_KIND, "An MHTML file without a page in it.")
    url = message.get("snapshot-content-location") or part.get("content-location")
    charset = part.get_content_charset()
    return SavedPage(
        payload, part.get_content_type(), charset, _text(url), instant_of_mail_date(_text(message.get("date")))
    )


def _is_page(part: "Message") -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None
