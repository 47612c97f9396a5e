"""Elements that stand deeper than any page has them, let go before the page is parsed.

A parser looks through all open elements at many a tag, and what walks the tree afterwards does so too: 200 KB of nothing but <footer>
take a minute. What formats text (<b>, <font>) is worse where it is left open: it is opened again in every block that follows, and
8,000 blocks with a <font> each fill all memory there is. Browsers bound the first (Chromium: 512 elements).
"""

import re
from collections import Counter
from enum import IntEnum

from backfile import compiled
from backfile.limits import MOST_FORMATTING, MOST_NESTING


class TagKind(IntEnum):
    """What an element's tags do to the depth of what follows."""

    NESTED = 0
    NOT_NESTED = 1
    FORMATTING = 2
    RAW_TEXT = 3


_NOT_NESTED = b"""
    area base br col embed hr img input link meta param source track wbr
    html head body p li dt dd rp rt option optgroup colgroup thead tbody tfoot tr td th
"""
"""Void, or the end tag may be left out (HTML Standard, sections 13.1.2 and 13.1.2.4)."""
_FORMATTING = b"b big code em font i nobr s small strike strong tt u"
"""What is opened again in the block after the one that it was left open in (section 13.2.4.3)."""
_RAW_TEXT = b"script style textarea title xmp iframe noembed noframes"
"""What holds no tags (section 13.1.2)."""
_KINDS = {
    **dict.fromkeys(_NOT_NESTED.split(), TagKind.NOT_NESTED),
    **dict.fromkeys(_FORMATTING.split(), TagKind.FORMATTING),
    **dict.fromkeys(_RAW_TEXT.split(), TagKind.RAW_TEXT),
}
_TAG = re.compile(rb"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)|!--)")
_TEXT_ENDS = {b"": re.compile(b"-->")} | {name: re.compile(b"</" + name, re.I) for name in _RAW_TEXT.split()}


def without_deep_nesting(markup: bytes) -> bytes:
    """The markup without the tags of elements deeper than MOST_NESTING, and of <b>, <font> and the like past MOST_FORMATTING left open.

    The text of these elements is kept.
    """
    kept, at = [], 0
    for start in deep_tags(markup, MOST_NESTING, MOST_FORMATTING):
        kept.append(markup[at:start])
        end = markup.find(b">", start)
        at = end + 1 if end >= 0 else len(markup)
    return b"".join((*kept, markup[at:])) if kept else markup


def deep_tags_in_python(markup: bytes, nesting: int, formatting: int, /) -> list[int]:
    """Where the tags begin that open or close an element too many: the twin of compiled/nesting.h."""
    is_open: Counter[bytes] = Counter()
    is_dropped: Counter[bytes] = Counter()
    stack: list[bytes] = []
    formats, tags, at = 0, [], 0
    while (tag := _TAG.search(markup, at)) is not None:
        start, at = tag.span()
        closes, name = tag[1], (tag[2] or b"").lower()
        kind = _KINDS.get(name, TagKind.NESTED)
        if not name or (kind is TagKind.RAW_TEXT and not closes):
            end = _TEXT_ENDS[name].search(markup, at)
            at = end.start() if end else len(markup)
        elif kind is TagKind.NOT_NESTED or kind is TagKind.RAW_TEXT:
            continue
        elif not closes:
            if len(stack) == nesting or (kind is TagKind.FORMATTING and formats == formatting):
                is_dropped[name] += 1
                tags.append(start)
                continue
            is_open[name] += 1
            if kind is TagKind.FORMATTING:
                formats += 1
            else:
                stack.append(name)
        elif is_dropped[name]:
            is_dropped[name] -= 1
            tags.append(start)
        elif is_open[name]:
            is_open[name] -= 1
            if kind is TagKind.FORMATTING:
                formats -= 1
            else:
                while (inner := stack.pop()) != name:
                    is_open[inner] -= 1
    return tags


deep_tags = deep_tags_in_python
if compiled.walk is not None:
    compiled.walk.tell_tags({name: int(kind) for name, kind in _KINDS.items()})
    deep_tags = compiled.walk.deep_tags
