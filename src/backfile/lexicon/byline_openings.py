"""How bylines begin, in the languages of the web's press: "By ", "Ein Bericht von ", "Γράφει ο " (lists `bylines.*` of languages/*.toml)."""

import re

from backfile.late_pattern import late
from backfile.lexicon.word_lists import alternatives, in_all

BY_WORDS = in_all("bylines.by")
"""The one word that most bylines begin with. "Vom" is none of them: in mid-line it is "of the"."""
_BY = "|".join(BY_WORDS)
_WRITER, _LABEL = alternatives("bylines.writer"), alternatives("bylines.label")
BYLINE_START = late(
    rf"^\W{{0,3}}(?:(?:{alternatives('bylines.work')})\s*:?\s+)?(?:(?:{_LABEL})\s*[:：]\s*|(?:{_BY}|{_WRITER})\s*[:：]?\s+"
    rf"|文(?:\s*[:：/／]|\s)\s*|(?:{alternatives('bylines.joined')})\s*[:：/]?\s*)",
    re.I,
)
OTHER_WORK = late(
    rf"^\W{{0,3}}(?:(?:{alternatives('bylines.other-work')})\b[^,|]{{0,40}}?\b(?:{_BY})\b|(?:photos?|fotos?|bild|image|video)\s*:)",
    re.I,
)
"""Work on a story or its page that is not the writing of it."""
_FIRST_WORD = late(r"\W{0,3}(\w+)")
_FIRST_WORDS = frozenset(in_all("bylines.first-words"))
"""First words of bylines in Latin letters: looking a word up costs less than the patterns."""
_LINES = late(rf"\W{{0,3}}(?:{alternatives('bylines.lines')})", re.I)
_WITH_PICTURES = late(
    r"\W{0,3}(?:texte?|textos?|testo|words|tekst|story|report(?:age)?|bericht)\s*(?:&|and|und|et|och|og|en|e|y|i|/|\+)\s*(?:foto['’]?s?|fotografías?|fotografie|imagens|imágenes|photos?|photography|bild(?:er)?|pictures|video|zdjęcia)"
    r"\s*(?:[:：]|(?:by|von|par|av|af|door|por|de|di)\b)\s*",
    re.I,
)
"""Matches "Text & Fotos: "; not "Text und Kritik"."""
_BEYOND_LATIN = "\u0370"
"""Words of other scripts than the Latin come after it."""


def byline_start(text: str) -> re.Match[str] | None:
    """What begins a line as a byline: "By ", "Von: ", "文：". None for a line that begins otherwise."""
    return BYLINE_START.match(text) if may_begin_byline(text) else None


def may_begin_byline(text: str) -> bool:
    """True where the first word of a line is one that bylines begin with; always for other scripts than the Latin."""
    word = _first_word(text)
    return word in _FIRST_WORDS or not word.isascii()


def _first_word(text: str) -> str:
    """The first word of a line, folded; nothing for a line that begins with a number or no word."""
    head = text.split(" ", 1)[0]
    if head.isalpha():
        return head.lower()
    found = None if head[:1].isdigit() else _FIRST_WORD.match(text)  # few lines: "By:", "(by", "文：張三"
    return found[1].lower() if found else ""


_TEXTS = frozenset("text texte texto textos testo words tekst story report reportage bericht".split())


def may_open(text: str) -> bool:
    """True where the first word of a line is one that bylines begin with: of most lines nothing else is looked at."""
    word = _first_word(text)
    return word in _FIRST_WORDS or word > _BEYOND_LATIN


def opening_of(text: str) -> re.Match[str] | None:
    """What begins a line as a byline, with what labels know of it: "By ", "Ein Bericht von ", "Γράφει ο "."""
    word = _first_word(text)
    if word > _BEYOND_LATIN:
        return BYLINE_START.match(text) or _LINES.match(text)
    if word not in _FIRST_WORDS:
        return None
    if word in _TEXTS and (found := _WITH_PICTURES.match(text)):
        return found
    return BYLINE_START.match(text) or _LINES.match(text)


def after_opening(text: str, end: int) -> str:
    """What follows an opening that ends there: who is named. With whom an interview was is not: "Interview von Ann Lee mit Bo Marsh"."""
    rest = text[end:]
    if end and _INTERVIEW.search(text, 0, end) and (found := _WITH_WHOM.search(rest)):
        return rest[: found.start()]
    return rest


_INTERVIEW = late(r"interview|gespräch|entretien|entrevista|intervista", re.I)
_WITH_WHOM = late(r"\s(?:mit|with|avec|con|com|met|med)\s")


def is_other_work(text: str) -> bool:
    """True for a line on work that is not the writing: photographs, edits, reviews, checks."""
    if text[:3].lower() in _BY_ITSELF:
        return False
    return OTHER_WORK.match(text) is not None or _PICTURED.match(text) is not None or is_edit(text)


_BY_ITSELF = frozenset(("by ", "by:", "von", "por", "par", "di ", "av ", "af "))
"""How most bylines begin: no work but the writing is named so."""


_PICTURED = late(rf"\W{{0,3}}(?:{alternatives('bylines.pictured')})\s*(?:by)?\s*[:：]", re.I)


def is_edit(text: str) -> bool:
    """True for a line on who looked a story over, or where it was taken from: nobody in it is a writer. A photographer may sign."""
    first = text[:1]
    return (first in _EDIT_STARTS or not first.isascii()) and _EDITED.match(text) is not None


_EDIT_STARTS = frozenset("eErRfFcC([ ")


_EDITED = late(
    rf"\W{{0,3}}(?:(?:{alternatives('bylines.edited')})\s*(?:by)?\s*[:：]|(?:edited|editing|reviewed|fact.?checked|checked)\s+by\b)",
    re.I,
)
"""Matches "Editor: Ann Lee", "责任编辑：王五", "Edited by Ann Lee"; not "Editor Ann Lee"."""


# --- a "by" that does not begin its line -----------------------------------------------------------------------------

BY_WITHIN = late(
    rf"(?:^|(?<=[\s|•·,–—/)\d]))(?:{_BY}|autor(?:in|a|es)?:|author:|escribe|текст:|автор:)\s*:?\s+(?=[\w@])", re.I
)
"""Matches "by " in "Updated 3 March, by Ann Lee"; not in "stand-by crew"."""
BY_AFTER_STAMP = late(
    rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?:,? \d{{1,2}}:\d\d(?: ?[ap]m| Uhr)?)?\W{{1,4}}(?:{_BY}):?\s+", re.I
)
"""Matches "03/01/2017 by ", before a name and an office: so long a line may be labelled as a dek."""
BY_AND_NAME = late(rf"\b(?i:{_BY})\b:?\s+(?=[A-ZÀ-Ž])[^|•·,]{{3,60}}(?: (?:and|AND|und|et|y) [^|•·,]{{3,60}})?")
"""Matches the end of "POSTED 4:47 PM, FEBRUARY 23, 2017, BY DANA KESSLER"."""
BY_NAME_ON = late(rf"(?i:{_BY})\s(?:[A-ZÀ-Þ][\w.'’-]*\s){{1,4}}(?:am|on|le|el|il|op|den)\s")
"""Matches "Von Christian am ", "By Ann Roe on "; not "By then it was on "."""
ENDS_AS_BYLINE = late(
    rf"(?:^|[|•·–—]\s|\b(?:post|posted|entry|story|article|item|submitted|published|written|reported|beitrag|eintrag|artikel|billet|nota|nieuws)\s)"
    rf"(?i:{_BY})\s+(?:[\w.'’-]+\s+){{1,4}}(?:(?:on|am|le|el|il|op|den|em|dne)\s+)?(?:[^\W\d_]{{2,12}}[.,]{{1,2}}\s*)?$",
    re.I,
)
"""Matches the end of "River notes post by Ann Roe on "; not of "The pier was seen by Ann Roe on "."""
STARTS_AS_BYLINE = late(rf"(?:{_BY}|written|story|text)\b", re.I)
"""Matches the start of "by Ann Roe on 3 March"; cheaper than `opening_of`, for lines that are known to be short."""

_ROUND_BY = " :.-–—|•\xa0"
_ALONE = frozenset((*BY_WORDS, *in_all("bylines.alone")))


def is_by_alone(text: str) -> bool:
    """True for a line that says "Written by" and no more: the name stands in the next one."""
    return text.lower().strip(_ROUND_BY) in _ALONE


_ALL_STARTS = tuple(
    "view see show read find zeige voir ver lees se all more alle weitere mehr tous todos todas otros".split()
)
_ALL_BY = late(
    rf"(?:(?:view|see|show|read|find|zeige|voir|ver|lees|se)\s+)?(?:all|more|alle|alles|weitere|mehr|tous|todos|tous les|todas|otros)\b.{{0,24}}?\b(?:{_BY}|from|de|van)\s+(.+)",
    re.I,
)


def all_posts_of(text: str) -> str | None:
    """Whose the link under a story leads to: "View all posts by Ann Lee". None for another line."""
    found = _ALL_BY.match(text) if text.lower().startswith(_ALL_STARTS) else None
    return found[1].strip(" →»›.") if found else None
