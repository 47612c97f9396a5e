"""Tags with more attributes than any page has, cut before they are parsed: the parser compares each attribute with all before it.

Where a tag of that size can be is seen without looking at all of the page: a run of 64 KB has a whole window of 32 KB in it, and a
window of a page without a single ">" is rare.
"""

import re

from backfile.limits import MOST_ATTRIBUTES

_WINDOW = 32 * 1024
_TAG = re.compile(rb"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(rb"""\s[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?""")
"""Matches ` class="a b"`, ` hidden`, ` data-n=1`."""


def without_endless_tags(markup: bytes) -> bytes:
    """The markup, each tag with no more attributes than MOST_ATTRIBUTES: the first of them are kept."""
    at = 0
    while (at := _next_window(markup, at)) >= 0:
        start = markup.rfind(b"<", 0, at + 1)
        tag = _TAG.match(markup, start) if start >= 0 else None
        if tag is None or tag.end() <= at:
            at += _WINDOW
            continue
        kept = _cut(tag[0])
        markup = markup[:start] + kept + markup[tag.end() :]
        at = start + len(kept)
    return markup


def _next_window(markup: bytes, since: int) -> int:
    """Where a window begins that has no ">"; -1 where there is none any more."""
    for at in range(-(-since // _WINDOW) * _WINDOW, len(markup) - _WINDOW, _WINDOW):
        if markup.find(b">", at, at + _WINDOW) < 0:
            return at
    return -1


def _cut(tag: bytes) -> bytes:
    for count, attribute in enumerate(_ATTRIBUTE.finditer(tag), 1):
        if count == MOST_ATTRIBUTES:
            return tag[: attribute.end()] + b">"
    return tag
