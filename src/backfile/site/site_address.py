"""Addresses: the site's own, and which addresses of the saved page a reader may follow (RFC 3986)."""

import re
from datetime import date
from urllib.parse import quote, urlencode, urlsplit

from starlette.requests import Request

from backfile.site.settings import settings_of

_NAMED = 16
"""Hex digits of a payload's digest that name a saved page in its address."""
_HOST = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?", re.ASCII)
"""Matches "archive.example:8610"; not "a.example; script-src *"."""

_NO_ADDRESS = re.compile(r"[\0-\x20]")
"""Matches a space and a line's end: no address has one."""
_OF_THE_MACHINE = re.compile(r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?")
"""Names by which a reader on the same machine asks; nobody else can be led to them."""


def base_of(request: Request) -> str:
    """The site's address as its owner gives it, else that of the socket that was asked.

    A request's own Host is believed of the machine's own names alone: anybody can write another, and a cache or a feed would keep it.
    """
    return settings_of(request).base or _as_served(request)


def _as_served(request: Request) -> str:
    if _OF_THE_MACHINE.fullmatch(request.headers.get("host", "")):
        return _as_asked(request)
    host, port = request.scope.get("server") or ("localhost", None)
    name = f"[{host}]" if ":" in host else host
    own = port if port != (443 if request.url.scheme == "https" else 80) else None
    return f"{request.url.scheme}://{name}{f':{own}' if own else ''}{request.scope.get('root_path', '')}"


def sources_at(request: Request, path: str) -> str:
    """An own address as policies have it: as the reader's browser asks for it, and as the owner gives it."""
    return " ".join(dict.fromkeys(f"{base}{path}" for base in (_as_asked(request), base_of(request))))


def _as_asked(request: Request) -> str:
    host = request.headers.get("host", request.url.netloc)
    root = request.scope.get("root_path", "")
    return f"{request.url.scheme}://{host if _HOST.fullmatch(host) else 'localhost'}{root}"


def story_path(story_id: str, *, version: str | None = None, suffix: str = "") -> str:
    """Where a story is read."""
    path = f"/story/{_part(story_id)}{suffix}"
    return with_query(path, version=version)


def change_path(story_id: str, before: str, after: str) -> str:
    """Where a story's change from one version to another is read."""
    return f"/change/{_part(story_id)}/{_part(before)}/{_part(after)}"


def beside_path(story_id: str, other: str) -> str:
    """Where two stories are read side by side."""
    return f"/beside/{_part(story_id)}/{_part(other)}"


def saved_path(story_id: str, *, version: str | None = None, suffix: str = "") -> str:
    """Where the page is seen that a story's version is read from."""
    return with_query(f"/raw/{_part(story_id)}{suffix}", version=version)


def picture_path(story_id: str, version: str, number: int) -> str:
    """Where a picture of a story's version is answered."""
    return f"/picture/{_part(story_id)}/{_part(version)}/{number}"


def raw_path(story_id: str, payload_digest: str) -> str:
    """Where a story's saved page of this digest is seen."""
    return f"/raw/{_part(story_id)}/{payload_digest.removeprefix('sha256:')[:_NAMED]}"


def _part(name: str) -> str:
    return quote(name.encode("utf-8", "replace"), safe="")


def year_path(year: int | None) -> str:
    """Where a year's stories are listed, or the undated."""
    return "/undated" if year is None else f"/year/{year:04d}"


def month_path(year: int, month: int) -> str:
    """Where a month's stories are listed."""
    return f"/month/{year:04d}-{month:02d}"


def day_path(day: date) -> str:
    """Where a day's stories are listed."""
    return f"/day/{day.isoformat()}"


def same_day_path(month: int, day: int) -> str:
    """Where the stories of one day of the month in all years are listed."""
    return f"/on/{month:02d}-{day:02d}"


def outlet_path(key: str, *, section: str | None = None, year: int | None = None) -> str:
    """Where an outlet's stories are listed, or those of one of its sections or of one year; `key` is its domain or its name."""
    return with_query(f"/outlet/{_part(key)}", section=section, year=year)


def author_path(name: str, *, year: int | None = None) -> str:
    """Where the stories that name an author so are listed."""
    return with_query(f"/author/{_part(name)}", year=year)


def with_query(path: str, **values: str | int | None) -> str:
    """The path with those of the values that are given."""
    given = {name.rstrip("_"): value for name, value in values.items() if value not in (None, "")}
    return f"{path}{'&' if '?' in path else '?'}{urlencode(given, errors='replace')}" if given else path


def followable(url: str | None) -> str | None:
    """The address where it is a web address with a host; None for javascript:, data:, relative and broken ones."""
    if not url or url != url.strip() or _NO_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None
