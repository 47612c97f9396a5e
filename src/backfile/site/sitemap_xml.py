"""Sitemaps as XML (sitemaps.org, 0.9): addresses, and an index of files of them."""

import html
from collections.abc import Iterable

MOST_IN_MAP = 50_000
"""Addresses of one file."""
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def url_set(addresses: Iterable[str]) -> str:
    """A file of addresses."""
    lines = "".join(f"<url><loc>{html.escape(one)}</loc></url>\n" for one in addresses)
    return f"{_HEAD}<urlset {_SPACE}>\n{lines}</urlset>\n"


def map_index(addresses: Iterable[str]) -> str:
    """An index of the files at these addresses."""
    lines = "".join(f"<sitemap><loc>{html.escape(one)}</loc></sitemap>\n" for one in addresses)
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{lines}</sitemapindex>\n"
