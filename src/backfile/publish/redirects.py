"""Old addresses for a host that redirects (301, RFC 9110 section 15.4.2): which can be led, which cannot and why, and what is gone (410).

Hosts read paths and queries as they are asked for, so that these are the addresses as they were saved: of several stories at one
address the one that was saved there last. Of a story that was forgotten the archive has no address: what is gone is its place on the site.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from backfile.archive.addresses.story_addresses import StoryAddress

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_UNASKED = ' "<>\\^`{|}'
"""What browsers escape in a path or a query before they ask for it, where it was written as it is (WHATWG URL, percent-encode sets)."""
_KEPT = "".join(chr(code) for code in range(33, 127) if chr(code) not in _UNASKED)
FRONT = "it is a site's front page"
NO_ADDRESS = "it cannot be read as an address"
CONTROL = "it has control characters, which no browser asks for"
SEVERAL = "another story stood at the same path of another host, and rules know no host"


class Redirect(NamedTuple):
    """An old address, and where its story is now."""

    url: str
    path: str
    """As it is asked for, escapes and all."""
    query: str
    target: str


class Unled(NamedTuple):
    """An old address that is led nowhere."""

    url: str
    why: str


class Redirects(NamedTuple):
    """What a host is to do."""

    led: Sequence[Redirect]
    unled: Sequence[Unled]
    gone: Sequence[str] = ()
    """Paths at which, and below which, a story stood that was forgotten: "/story/4xx2k"."""


def redirects(
    addresses: Iterable[StoryAddress], target_of: Callable[[str], str], gone: Iterable[str] = ()
) -> Redirects:
    """Every old address, in order. `target_of` a story's id is where it stands; `gone` are paths."""
    led: dict[tuple[str, str], Redirect] = {}
    unled: list[Unled] = []
    for address in addresses:
        found, target = _asked(address.url), target_of(address.story)
        if isinstance(found, str):
            unled.append(Unled(address.url, found))
        elif found not in led:
            led[found] = Redirect(address.url, *found, target)
        elif led[found].target != target:
            unled.append(Unled(address.url, SEVERAL))
    return Redirects([*led.values()], unled, [*gone])


def _asked(url: str) -> tuple[str, str] | str:
    """The path and the query by which a browser asks for an address; or why none can be led."""
    try:
        if _CONTROL.search(url):  # which urlsplit would leave out
            return CONTROL
        parts = urlsplit(url)
    except ValueError:
        return NO_ADDRESS
    path, query = (quote(part, safe=_KEPT) for part in (parts.path, parts.query))
    if path in ("", "/") and not query:
        return FRONT
    return path or "/", query


def has_control(text: str) -> bool:
    """Whether an escaped control character is in it, which would end a line of some hosts' rules."""
    return _CONTROL.search(unquote(text)) is not None


def shown(url: str) -> str:
    """An address on one line."""
    return _CONTROL.sub(lambda found: quote(found[0]), url)
