"""Old addresses as rules for a host that redirects (301, RFC 9110 section 15.4.2): nginx, Apache, Caddy, Netlify, or a table.

Hosts read paths and queries as they are asked for, so that these are the addresses as they were saved: of several stories at one
address the one that was saved there last.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from backfile.archive.addresses.story_addresses import StoryAddress

_ORDERS = re.compile(r"[\x00-\x20\x7f]")
"""What would end a line or a word of a host's rules: an address that has one is led by nobody."""


class Redirect(NamedTuple):
    """An old address, and where its story is now."""

    url: str
    path: str
    """As it was asked for, escapes and all."""
    query: str
    target: str


def redirects(addresses: Iterable[StoryAddress], target_of: Callable[[str], str]) -> Iterator[Redirect]:
    """Every old address once, in order; a site's front page, and what holds spaces or control characters, is led nowhere. `target_of` a story's id is where it stands."""
    done: set[tuple[str, str]] = set()
    for address in addresses:
        try:
            parts = urlsplit(address.url)
        except ValueError:
            continue
        key = parts.path, parts.query
        if key not in done and any(key) and key != ("/", "") and not _ORDERS.search(unquote(parts.path) + parts.query):
            done.add(key)
            yield Redirect(address.url, parts.path, parts.query, target_of(address.story))


def as_nginx(found: Iterable[Redirect]) -> Iterator[str]:
    """Two maps for the http block: addresses with a query by the whole of what was asked, the others by their path alone."""
    found = list(found)
    yield "# In the http block. In the server block of the old site:"
    yield "#   if ($backfile_asked) { return 301 $backfile_asked; }"
    yield "#   if ($backfile_path) { return 301 $backfile_path; }"
    yield "map_hash_bucket_size 512;"
    for name, variable, chosen in (
        ("$backfile_asked", "$request_uri", [(f"{one.path}?{one.query}", one.target) for one in found if one.query]),
        ("$backfile_path", "$uri", [(unquote(one.path), one.target) for one in found if not one.query]),
    ):
        yield f"map {variable} {name} {{"
        yield "    default '';"
        yield from (f'    "{_quoted(old)}" "{_quoted(new)}";' for old, new in chosen)
        yield "}"


def as_apache(found: Iterable[Redirect]) -> Iterator[str]:
    """Rules of mod_rewrite, for a .htaccess file at the root of the old site."""
    yield "RewriteEngine On"
    for one in found:
        if one.query:
            yield f'RewriteCond "%{{QUERY_STRING}}" "^{_pattern(one.query)}$"'
        yield f'RewriteRule "^{_pattern(unquote(one.path).lstrip("/"))}$" "{_percent(one.target)}{"?" if one.query else ""}" [R=301,L,NE]'


def _pattern(text: str) -> str:
    """A pattern (PCRE) of just this text, in double quotes."""
    return re.sub(r"([^\w/=&;,:~@!-])", r"\\\1", text)


def _percent(text: str) -> str:
    return text.replace("%", "\\%").replace("$", "\\$")


def as_caddy(found: Iterable[Redirect]) -> Iterator[str]:
    """A map for the site's block, and the line that leads by it."""
    yield "map {uri} {backfile} {"
    yield from (
        f'    "{_quoted(one.path + (f"?{one.query}" if one.query else ""))}" "{_quoted(one.target)}"' for one in found
    )
    yield '    default ""'
    yield "}"
    yield '@backfile not vars {backfile} ""'
    yield "redir @backfile {backfile} 301"


def _quoted(text: str) -> str:
    """What stands in double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def as_netlify(found: Iterable[Redirect]) -> Iterator[str]:
    """Lines of a _redirects file, which Netlify and Cloudflare Pages read; queries as Netlify has them."""
    for one in found:
        queries = " ".join(f"{name}={value}" for name, value in parse_qsl(one.query, keep_blank_values=True))
        yield " ".join(part for part in (one.path or "/", queries, one.target, "301!") if part)


def as_csv(found: Iterable[Redirect]) -> Iterator[str]:
    """A table with a head: the whole old address, and the new one."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="")
    for row in (("old_address", "new_address"), *((one.url, one.target) for one in found)):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


FORMATS: Mapping[str, Callable[[Iterable[Redirect]], Iterator[str]]] = {
    "nginx": as_nginx,
    "apache": as_apache,
    "caddy": as_caddy,
    "netlify": as_netlify,
    "csv": as_csv,
}
