"""Lines that are told by a language's own lists (`lines.*`, `notes.*`, `credits.*` of languages/*.toml): rows of LINE_RULES, and their openings.

A list is one row, whatever languages have it: its entries are the alternatives of the row's pattern.
"""

import re
from typing import NamedTuple

from backfile.label.line_openings import LENGTH, MARK
from backfile.label.line_rule import LineRule
from backfile.lexicon.word_lists import alternatives, in_all
from backfile.model.label import FieldKind, FurnitureKind
from backfile.model.label import RuleName as R


class _Row(NamedTuple):
    """A list and the lines that it makes."""

    words: str
    name: R
    kind: FieldKind | FurnitureKind
    longest: int
    example: str
    counter: str
    lead: str = ""
    """What may stand before an entry, marks alone."""
    tail: str = ""
    """What must follow it."""


_MARKS = r"\W{0,3}"
_TO_ITS_COLON = r"(?: ?\([^)]{0,40}\)|, [^:：]{0,40}| [^:：]{0,24}\d[^:：]{0,20})?\s*[:：—–]\s*\S"
_NAMES = r"[\w .,/&'’()-]{2,60}$"

_ROWS = (
    _Row("lines.archive-notice", R.ARCHIVE_NOTICE, FurnitureKind.ARCHIVE_NOTICE, 300, "Artykuł archiwalny", "Artykuł 5 mówi co innego."),
    _Row("lines.newsletter", R.NEWSLETTER_LINE, FurnitureKind.NEWSLETTER, 320, "Zapisz się na nasz newsletter", "Zapisz to, powiedział."),
    _Row("lines.related", R.RELATED_LINE, FurnitureKind.RELATED, 240, "Czytaj też: Rada zamyka most", "Czytają coraz mniej.", tail=r"(?!\w)"),
    _Row("lines.share", R.SHARE_LINE, FurnitureKind.SHARE, 140, "Deel dit artikel", "Deel dit brood met je buren, zei de bakker.", tail=r".{0,40}$"),
    _Row("lines.advert", R.ADVERT_MARK, FurnitureKind.ADVERT, 120, "Advertentie", "Advertenties brengen minder op.", _MARKS, r"[-–—)\] .:]*$"),
    _Row("lines.paywall", R.PAYWALL_LINE, FurnitureKind.PAYWALL, 260, "Pozostało 80% artykułu", "Pozostało im pięć dni.", _MARKS),
    _Row("lines.comments", R.COMMENTS_LINE, FurnitureKind.COMMENTS, 160, "Komentarze (12)", "Komentarze były ostre.", tail=r"(?: ?\(\d+\))?\W*$"),
    _Row("lines.cookies", R.COOKIE_NOTICE, FurnitureKind.COOKIE_NOTICE, 900, "Ta strona używa plików cookie.", "Ta strona używa starych nazw ulic."),
    _Row("lines.tags", R.TAGS_LINE, FurnitureKind.TAGS, 300, "Tagi: most, rada", "Tagi na rybach mówią, skąd są.", tail=r"\s*(?:[:|•]|$)"),
    _Row("lines.reading-time", R.READING_TIME, FurnitureKind.BYLINE_BOX, 60, "Leestijd: 3 min", "Leestijden zijn lang.", tail=r"(?!\w).{0,20}$"),
    _Row("notes.labels", R.CORRECTION_NOTE, FieldKind.NOTE, 1200, "Rectificatie: de brug is van 1958.", "Rectificaties zijn zeldzaam.", _MARKS, _TO_ITS_COLON),
    _Row("notes.sentences", R.CORRECTION_NOTE, FieldKind.NOTE, 900, "Dit artikel is aangepast.", "Dit artikel is van 1931.", _MARKS),
    _Row("notes.printed", R.PRINT_NOTE, FieldKind.NOTE, 300, "Dit artikel stond in de krant van zaterdag.", "Dit artikel staat in de wet.", _MARKS),
    _Row("notes.translated", R.HOW_MADE_NOTE, FieldKind.NOTE, 300, "Tłumaczenie automatyczne", "Tłumaczenie zajęło rok.", _MARKS),
    _Row("credits.leads", R.CONTRIBUTED_CREDIT, FieldKind.CREDIT, 240, "Źródło: PAP", "Źródło rzeki leży w górach.", _MARKS, r"\s?" + _NAMES),
    _Row("credits.pictures", R.PICTURE_CREDIT, FieldKind.PHOTO_CREDIT, 90, "Fot. Ada Lipka", "Fotel stoi w sali.", r"[(\[]?", r"\s?[^\s.:]{2,}(?: [^\s.:]+){0,5}\.?[)\]]?$"),
    _Row("agencies.signs", R.PRINT_CREDIT, FieldKind.CREDIT, 60, "(AP)", "Ap Lei Chau is an island.", r"[(\[]?", r"(?: ?[/,+&-] ?\w{2,10}){0,4}[)\]]?\.?$"),
)  # fmt: skip

LANGUAGE_LINES = tuple(
    LineRule(
        row.name, row.kind, f"{row.lead}(?:{alternatives(row.words)}){row.tail}", row.longest, row.example, row.counter
    )
    for row in _ROWS
)
_LETTERS = re.compile(r"(?:\\\.|[^\\.^$*+?{}\[\]()|\d-])*")
_MAYBE = ("?", "*", "{")


def _opening(entry: str) -> str:
    """The letters that every line of an entry begins with: "dit " of "dit (?:artikel|bericht)"."""
    found = _LETTERS.match(entry)
    letters = found[0] if found else ""
    return letters[: -1 if entry[len(letters) :].startswith(_MAYBE) else None].replace("\\", "")[:LENGTH]


LANGUAGE_OPENINGS = tuple(
    "|".join(dict.fromkeys((*(MARK if row.lead else ""), *map(_opening, in_all(row.words))))) for row in _ROWS
)
"""As OPENINGS has them, in the order of LANGUAGE_LINES."""
