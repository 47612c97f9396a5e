"""Boxes that are furniture as a whole, taken as one block each and not walked: half of a news page is menus and footers.

Plan. A box is taken whole where its makers' names for it say that it is a menu, a footer or the like, where nothing in it
can be of use to the story (a heading of the first rank, a time, a script, what an author is linked by), and where no line
of it is as long as a sentence of prose. Its text comes from the parser itself, a line a text node.
"""

from functools import lru_cache

from selectolax.lexbor import LexborNode

from backfile.model.label import FurnitureKind as F
from backfile.page.box_names import furniture_hint
from backfile.page.elements import KINDS, Kind

_FOLDED = frozenset(
    (F.NAVIGATION, F.FOOTER, F.COMMENTS, F.SHARE, F.NEWSLETTER, F.COOKIE_NOTICE, F.REPLAY_BANNER, F.ADVERT)
)
"""The kinds of box of which no field of the story is read."""
_STORY_TAGS = frozenset(("article", "main"))
_FOLDED_STORIES = frozenset((F.COMMENTS, F.REPLAY_BANNER))
"""An <article> of class "ad-container" or "newsletter-post" is the story, with adverts in it or out of a newsletter."""
_LONGEST_LINE = 80
"""Code points: prose has longer lines (see label/story_region.py)."""
_LONGEST_WIDE = 26
"""The same for scripts that set words without spaces."""
OF_USE = frozenset("h1 time script style noscript select".split())
"""The elements that must be walked: those that a field may be read from, and those whose text is not shown."""
_OF_USE = ",".join((*sorted(OF_USE), "[rel=author]", "[itemprop^=date]", "[data-timestamp]"))
_TITLED = '[title^="19"],[title^="20"]'
UNDATED = OF_USE | {"a", "link", "meta"}
"""The elements that are not asked for a date of their own: <time> and <meta> are read anyway."""


def kept_open(root: LexborNode) -> tuple[set[int], set[int]]:
    """(Elements that have something in them that must be walked, elements other than <time> that bear a date), by their
    numbers in memory."""
    found: set[int] = set()
    dated: set[int] = set()
    for node in (*root.css(_OF_USE), *(node for node in root.css(_TITLED) if _is_titled_with_day(node.attributes))):
        if node.tag not in UNDATED and _bears_date(node):
            dated.add(node.mem_id)
        at: LexborNode | None = node
        while at is not None and (number := at.mem_id) not in found:
            found.add(number)
            at = at.parent
    return found, dated


def _bears_date(node: LexborNode) -> bool:
    attributes = node.attributes
    if "data-timestamp" in attributes or (attributes.get("itemprop") or "").startswith("date"):
        return True
    return _is_titled_with_day(attributes)


def _is_titled_with_day(attributes: dict[str, str | None]) -> bool:
    """Whether an element's title is a day for machines: the datetime design pattern of microformats.org, which blogs kept."""
    title = attributes.get("title") or ""
    return title[:2] in ("19", "20") and title[4:5] == "-"


@lru_cache(maxsize=16384)
def is_folded(name: str, tag: str) -> bool:
    """Whether a box is furniture by its name or its element. What a sidebar holds is told by its lines, and so it is walked."""
    return tag == "footer" or furniture_hint(name, tag) in (_FOLDED if tag not in _STORY_TAGS else _FOLDED_STORIES)


FOLDED_TAGS = frozenset(tag for tag, kind in KINDS.items() if kind == Kind.HOLDER and is_folded("", tag))
"""The elements that are furniture whatever their names."""


def folded_lines(node: LexborNode) -> str | None:
    """The box's lines, parted by line feeds; None where one is as long as a sentence."""
    text = node.text(separator="\n", strip=True)
    if not text:
        return ""
    lines = [folded for line in text.split("\n") if (folded := " ".join(line.split()))]
    longest = max(lines, key=len, default="")
    if not longest:
        return ""
    if len(longest) >= (_LONGEST_WIDE if "\u2e80" <= longest[len(longest) // 2] <= "\ud7a3" else _LONGEST_LINE):
        return None
    return "\n".join(lines)
