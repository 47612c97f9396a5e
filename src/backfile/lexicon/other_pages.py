"""What shops, forums, small ads, jobs, events and searches print on their pages as lines and buttons of their own, by language.

The words (lists `other-pages.*` of languages/*.toml) are those of the systems that such sites run on and of the great marketplaces. A
line counts as a whole: a story has these words in sentences.
"""

import re
from enum import StrEnum

from backfile.late_pattern import late
from backfile.lexicon.word_lists import alternatives, in_all

LONGEST = 48
"""Code points of a line that is looked up."""


class OtherLine(StrEnum):
    """Whose line it is."""

    SHOP = "shop-lines"
    THREAD = "thread-lines"
    SMALL_AD = "small-ad-lines"
    EVENT = "event-lines"


_BY_LINE = {line: kind for kind in OtherLine for line in in_all(f"other-pages.{kind.value.removesuffix('-lines')}")}
_SHAPED = late(
    r"(?:posts|messages|beiträge|mensajes|mensagens|messaggi|berichten|inlägg)\s?:\s?[\d.,]+$|(?:joined|join date|registered|registriert|dabei seit|inscrit le|inscription|registrado|iscritto|lid geworden)\s?:\s?.{3,24}$"
    r"|reaction score\s?:?\s?[\d,]*$|last edited by .{3,36}$|zuletzt geändert von .{3,30}$"
)
"""Lines of a forum's members with a number or a day in them: "Joined: Mar 3, 2009", "Posts: 1,204"."""
_ADVERT_NUMBER = late(
    r"(?:ad (?:id|number|no\.?|ref\.?)|listing (?:id|number)|job (?:id|reference)|anzeigen-?(?:nummer|nr\.?|id)|referenz(?:nummer)?|réf(?:érence)?(?: de l['’]annonce)?|referencia(?: del anuncio)?)\s?[:#]\s?[\w-]{3,20}$"
)
_SEARCH_TITLE = late(rf"\W*(?:{alternatives('other-pages.search-titles')})", re.I)
"""Matches "Search results for swan", "Suchergebnisse | Bote"; not "Search for missing swimmer goes on"."""


_BOOK = late(r"isbn(?:-1[03])?\s?[:：]?\s?(?:97[89][\d-]{10,15}|[\d-]{9,12}[\dx])$")
"""A book's number on a line of its own: a review has it among others."""


def other_line(line: str) -> OtherLine | None:
    """Whose line it is, if it is one that no story prints; `line` is in small letters."""
    found = _BY_LINE.get(line)
    if found is not None:
        return found
    if ":" in line and _SHAPED.match(line):
        return OtherLine.THREAD
    if line.startswith("isbn") and _BOOK.match(line):
        return OtherLine.SHOP
    return OtherLine.SMALL_AD if ":" in line and _ADVERT_NUMBER.match(line) else None


_SECTIONS = frozenset(in_all("other-pages.sections"))
_PARTS = late(r"\s+[|–—·•»:-]{1,2}\s+|:\s+|\s*[|»]\s*")


def is_of_other_section(title: str) -> bool:
    """Whether a part of a page's title is a part of its site that holds no stories: "Two goats | Small ads"."""
    return any(part.strip().lower() in _SECTIONS for part in _PARTS.split(title))


def heads_a_search(title: str) -> bool:
    """Whether a title or a heading is that of what a search found."""
    return _SEARCH_TITLE.match(title) is not None
