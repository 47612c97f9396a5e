"""What a byline or a metadata field names: people, agencies, and what is neither (IPTC: byline is a person's name)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from backfile.late_pattern import late
from backfile.lexicon import not_people as nobody
from backfile.lexicon.agencies import agency_name
from backfile.lexicon.byline_openings import after_opening, is_edit, opening_of
from backfile.lexicon.eastern_names import EASTERN, eastern_names, is_eastern_name
from backfile.lexicon.given_names import is_given
from backfile.lexicon.name_tails import without_office

LONGEST_NAME = 70
_KEPT = 512
"""A page names its people in many places: what was made of a text is kept for so many texts."""
_TITLES = r"Jr|Sr|III?|IV|M\.?D|Ph\.?D|RN|RDN?|MS|MSc|BSc|BA|MA|MPH|MBA|BSN|DO|DDS|DMD|DVM|VMD|LVT|CFP|CFA|CPA|CSCS|JD|Esq|FAND|FACLM|LCSW|PharmD|EdD|D?NP|PA-C|D?PT|MSW|LMFT"
"""Degrees and the like, as American bylines set them after a name."""
_DEGREES = rf"(?:,?\s+(?:{_TITLES})\b\.?(?:,\s+[A-Z]{{2,7}}(?:-[A-Z]{{1,3}})?(?![\w.]))*)+"
"""A degree, and capitals after it: those are further ones, "MD, FACP"."""
_TITLES_AFTER = late(rf"{_DEGREES}$")
_DEGREES_IN = late(rf"{_DEGREES}(?=\s*(?:[,;|/&)*†]|$|and\b|und\b|et\b))")
_SPLIT = late(
    r"\s*(?:(?P<mark>[;|/•·●▪、／，；]|\s[-–—]\s|,|، )|\b(?:[Aa]nd|[Uu]nd|et|y|e(?!\.)|och|og|ja|oraz|en|i|с|и|та|і|και|και|ve|dan|with|mit|avec|AND|UND|ET|Y)\b|&|\b(?:con|com|met|med)\s(?=[A-Z]{2,6}\b))\s*"
)
_TAIL = late(
    r"(?:\s*[|•·,;.–—/-]\s*|\s+|^)(?:special(?:ly)? (?:to|for|correspondent)\b.*|exclusive(?:ly)? (?:to|for)\b.*|of the\b.*|from\b.*|via\b.*|on behalf of\b.*|"
    r"photograph(?:y|s|er)?\b.*|illustrat\w+ (?:by|von|par)\b.*|edit(?:ing|ed) by\b.*|(?:with )?additional reporting\b.*|symbolbild\b.*|twitter[ -]account\b.*|à\s.*|dans\s.*|"
    r"\(?@\w+\)?|\S+@\S+\.\w+|https?://\S+|(?:published|updated|posted|last updated|last modified|veröffentlicht|publicado|aktualisiert|stand|on|under|filed|reviewed|fact|edited|photos?|fotos?)\b.*|"
    r"\d+\s*min(?:ute)?s?\b.*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\b\d{1,2}:\d\d.*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|follow\b.*|"
    r"\b\d+ (?:hours?|days?|minutes?|weeks?|months?|years?) ago.*|(?:read|view) (?:more|all|bio|full).*|share this.*|email .*|see all.*|(?:more|all) (?:stories|posts|articles|from|by).*|"
    r"(?:in|under|for|at)\s(?!['’]t\b).*|(?:leave a|no|one|\d+) comments?.*|kommentare?\b.*|comments?\b.*|schreibe .*|eingetragen .*|gespeichert .*|abgelegt .*|im gespräch.*|ein(?:en)? kommentar\b.*|illustration(?:en)?\b.*|für\b.*|aus\b.*)$",
    re.I,
)
_FROM_DIGIT = late(
    r"[\s|•·,–—(»-]*(?:\b(?:on|le|el|am|den|op|il|em|at)\s+)?(?:\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?"
    r"(?:\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?<![a-zà-ž\d])[\d٠-٩].*$",
    re.I,
)
_ARTICLES = frozenset("the le la les el los il lo der die das de het al o a den det".split())
_NAME_WORD = r"(?:[A-ZÀ-ŽΑ-ΩА-Я](?:[^\W\d_]|[.'’-])*|(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|bin|ben|el|ter|zu|y)|d['’][A-ZÀ-Ž]\w+)"
_NAME = late(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}$")
_WORD = late(r"\w+")
_ADDRESS_END = late(r"\.\w{2,4}$")


@lru_cache(maxsize=_KEPT)
def without_tail(text: str) -> str:
    """A byline without the stamp, reading time, section or address after it."""
    if looks_like_name(text) or len(text) > _LONGEST:
        return text
    cut = _TAIL.sub("", text)
    digit = _DIGIT.search(cut)
    if digit is not None:
        found = _FROM_DIGIT.search(cut, max(0, digit.start() - _WORDS_OF_A_DATE))
        if found and found.start() > 1:
            cut = cut[: found.start()]
    return _LEFT_OVER.sub("", cut).strip(" |•·●▪,–—-»")


_LONGEST = 1000
"""Code points: a longer text is no byline, and patterns that begin anywhere take long over it."""
_DIGIT = late(r"[\d٠-٩]")
_WORDS_OF_A_DATE = 60
"""So many code points hold what stands before the first number of a date: "on Thursday, February"."""
_LEFT_OVER = late(r"\s+(?:am|on|at|um|le|el|den|il|em|op)$")


def name_parts(printed: str) -> list[str]:
    """The names in a byline or a metadata field, roles and desks among them still."""
    return list(_parts(printed))


@lru_cache(maxsize=_KEPT)
def _parts(printed: str) -> tuple[str, ...]:
    printed = " ".join(printed.split())
    if not printed.isascii() and EASTERN.search(printed):
        return tuple(eastern_names(printed))
    opening = opening_of(printed)
    if opening is None and _PLAIN_NAME.match(printed) and looks_like_name(printed):
        return (_once(without_office(printed, looks_like_name)),)
    if is_edit(printed):
        return ()
    text = after_opening(printed, opening.end() if opening else 0)
    if "@" in text and (found := _MAILBOX.match(text)):
        text = found[1] or found[2]
    text = without_tail(_PLACE_BETWEEN.sub("", text) if " in " in text else text)
    if "و" in text:
        text = _ARABIC_AND.sub(" | ", text)
    if _MARKS_BETWEEN.isdisjoint(text) and _WORDS_BETWEEN.isdisjoint(text.split(" ")):
        return (name,) if (name := _clean(text)) else ()
    return tuple(_named(text))


_MARKS_BETWEEN = frozenset(";|/•·●▪、／，；-–—,،&")
_WORDS_BETWEEN = frozenset(
    "and And AND und Und UND et ET y Y e och og ja oraz en i с и та і και ve dan with mit avec con com met med".split()
)
"""One of these stands in every line that `_SPLIT` parts: looking for them costs less."""
_MAILBOX = late(r"\S+@\S+ \(([^()]+)\)$|([^<>]+?) ?<\S+@\S+>$")
"""A name beside its address, as feeds and mail write them: "lee@ledger.example (Ann Lee)" (RFC 5322, section 3.4)."""
_PLACE_BETWEEN = late(r" in [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?= (?:and|und|et|&) |, [A-Z])")
"""Where the first of several was: "Ann Lee in New York and Bo Marsh in London"."""
_ARABIC_AND = late(r"(?<=[\u0620-\u06ff])\s+و(?=[\u0620-\u06ff]{2,}\s+[\u0620-\u06ff]{2,}$)")
"""Arabic writes "and" on to the name that follows; a given name may begin so, and then no two words follow the other two."""


def _named(text: str) -> Iterator[str]:
    """The parts of a line, cleaned. After a person's name a mark sets off what and where that is, too: words in small letters,
    cities; what an "and" adds to an office is one."""
    held = _DEGREES_IN.sub(lambda found: found[0].replace(",", "\0"), text) if "," in text else text
    start, after_mark, has_name, after_office = 0, False, False, False
    for mark in (*_SPLIT.finditer(held), None):
        whole = held[start : mark.start() if mark else None].replace("\0", ",")
        part = _clean(whole)
        is_name = may_be_name(part)
        if has_name and after_mark and (part in nobody.CITIES or _is_office_or_outlet(part, is_name=is_name)):
            after_office = True
        elif part and not (after_office and not after_mark and not is_given(part.split(" ", 1)[0])):
            yield part
            after_office = is_name and len(part) + _OFFICE < len(whole) and whole.lstrip().startswith(part)
        if start == 0 and _SITE.match(part):
            return  # the site's address, and where it is
        has_name = has_name or is_name
        if mark is not None:
            start, after_mark = mark.end(), mark["mark"] is not None


def _is_office_or_outlet(part: str, *, is_name: bool) -> bool:
    """True for words in small letters, and for what has a word of an organisation's name and no given name before it: "BBC News",
    "CNN Business"; not "Emily Post"."""
    first = part.split(" ", 1)[0]
    if " " in part and first.isupper() and agency_name(first) is not None:
        return True
    if is_name or is_given(first):
        return False
    return part[:1].islower() or not nobody.ORGANISATIONS.isdisjoint(_WORD.findall(part.lower()))


_SITE = late(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$")
"""Matches "ledger.example"; not "J. Lee"."""
_OFFICE = 4
"""So many code points more than the name hold an office."""


def may_be_name(text: str) -> bool:
    """True for what looks like a name, and for two to four words of a script without capitals."""
    return looks_like_name(text) or (
        not text.isascii() and _CASELESS.match(text) is not None and text.upper() == text.lower()
    )


_CASELESS = late(r"[^\s\d!-/:-@،؛؟।]{2,}(?: [^\s\d!-/:-@،؛؟।]{2,}){1,3}$")


def _once(name: str) -> str:
    """A name that stands twice, beside its portrait's own text, once."""
    half = len(name) // 2
    is_double = name[half : half + 1] == " " and name[:half] == name[half + 1 :] and " " in name[:half]
    return name[:half] if is_double else name


def _clean(part: str) -> str:
    bare = part.strip(" .,|•·–—-()*:»")
    if "(" in bare and ")" not in bare:
        bare += ")"
    opening = opening_of(bare)
    bare = bare[opening.end() :].strip() if opening else bare
    return _once(without_office(bare, looks_like_name))


_PLAIN_NAME = late(r"[A-ZÀ-Ž][^\W\d_A-Z]+(?: [A-ZÀ-Ž][^\W\d_A-Z]+)+$")
"""Words of a capital and small letters: nothing in it parts names, and nothing follows."""


_SYSTEMS_OWN = late(r"/author/(?:admin\w*|webmaster|root|wordpress|wp\w*)/?$", re.I)


def is_systems_own(address: str) -> bool:
    """True for the page of the user that a publishing system begins with: whatever its name, it wrote nothing."""
    return _SYSTEMS_OWN.search(address) is not None


def same_name(name: str) -> str:
    """A name as it is compared: case, degrees and what goes before a name left aside."""
    return TITLES_BEFORE.sub("", _TITLES_AFTER.sub("", name)).casefold()


TITLES_BEFORE = late(r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.? )+", re.I)


@lru_cache(maxsize=_KEPT)
def is_no_person(part: str) -> bool:
    """True for a desk, a role, a page's own words and what else no person is called."""
    if not part or len(part) > LONGEST_NAME or "@" in part or ": " in part or part.count(" ") > 5:
        return True
    low = part.lower()
    words = _WORD.findall(low)
    return (
        not words
        or low in nobody.WHOLE
        or not nobody.WORDS.isdisjoint(words)
        or words[-1] in nobody.LAST
        or bool([word for word in words if word.startswith(nobody.STEMS)])
        or _opens_no_name(low, words)
        or (("." in low or low[0].isdigit()) and _ODD.match(low) is not None)
    )


def _opens_no_name(low: str, words: list[str]) -> bool:
    first = words[0]
    if low.startswith(nobody.STARTS) or first in nobody.ALONE_OR_FIRST:
        return True
    if len(words) == 1:
        return False
    return first in nobody.FIRST or (len(words) == 2 and "admin" in words) or (first == "from" and words[1] in _SOURCES)


_SOURCES = frozenset(("wire", "news"))
_ODD = late(r"\d+[^a-z]*$|.*\bwww\.|.*\w\.\w+\.\w+\.\w+$|.*\be\. ?v\b")
"""Numbers; addresses and names of variables; the German sign of a registered society."""


@lru_cache(maxsize=_KEPT)
def looks_like_name(text: str) -> bool:
    """True for two to five words, all with capitals but for particles, none of them an organisation's."""
    if len(text) > _LONGEST_WITH_TITLES:
        return False
    if "," in text or text[-1:] == "." or text[-1:].isupper():
        text = _TITLES_AFTER.sub("", text)
    if len(text) >= _LONGEST_LOOK or _NAME.match(text) is None:
        return not text.isascii() and is_eastern_name(text)
    words = text.split(" ")
    return (
        words[-1][0].isupper()
        and words[0].lower() not in _ARTICLES
        and not (text.isupper() and "." not in text and all(len(word) < 5 for word in words) and not is_given(words[0]))
        and nobody.ORGANISATIONS.isdisjoint(_WORD.findall(text.lower()))
        and not ("." in text[-5:] and _ADDRESS_END.search(text))
    )


_LONGEST_LOOK, _LONGEST_WITH_TITLES = 45, 90
