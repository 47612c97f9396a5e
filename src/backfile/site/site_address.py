"""Addresses: the site's own, and which addresses of the saved page a reader may follow (RFC 3986)."""

from urllib.parse import quote, urlencode, urlsplit


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


def _part(name: str) -> str:
    return quote(name.encode("utf-8", "replace"), safe="")


def year_path(year: int | None) -> str:
    """Where a year's stories are listed, or the undated."""
    return "/undated" if year is None else f"/year/{year:04d}"


def with_query(path: str, **values: str | int | None) -> str:
    """The path with those of the values that are given."""
    given = {name.rstrip("_"): value for name, value in values.items() if value not in (None, "")}
    return f"{path}?{urlencode(given, errors='replace')}" if given else path


def followable(url: str | None) -> str | None:
    """The address where it is a web address with a host; None for javascript:, data:, relative and broken ones."""
    if not url or url != url.strip() or any(ord(char) <= 32 for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None
