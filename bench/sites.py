"""Folds of sites: whatever is trained on some is tested on others."""

from urllib.parse import urlsplit
from zlib import crc32

FOLDS = 5
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "net", "nom", "or", "org"})


def site_of(url: str | None, otherwise: str) -> str:
    """The registered domain, near enough to keep one publisher's pages in one fold."""
    parts = (urlsplit(url or "").hostname or otherwise).lower().split(".")
    size = 3 if len(parts) > 2 and (parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2) else 2
    return ".".join(parts[-size:])


def fold_of(site: str) -> int:
    """Which of the folds a site is in, 0 to 4: the same for ever."""
    return crc32(site.encode()) % FOLDS
