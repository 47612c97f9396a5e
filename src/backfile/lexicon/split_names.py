"""What a byline or a metadata field names: people, agencies, and what is neither (IPTC: byline is a person's name)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from backfile.late_pattern import late
from backfile.lexicon import not_people as nobody
from backfile.lexicon.agencies import agency_name
from backfile.lexicon.byline_openings import after_opening, is_edit, opening_of
from backfile.lexicon.eastern_names import EASTERN, eastern_names, is_eastern_name
from backfile.lexicon.european_names import is_given_anywhere
from backfile.lexicon.name_tails import is_office, without_office

LONGEST_NAME = 70
_KEPT = 512
"""A page names its people in many places: what was made of a text is kept for so many texts."""
_GENERATIONS = r"Jr|Sr|III?|IV"
"""Part of the name, as degrees are not."""
_TITLES = rf"{_GENERATIONS}|M\.?D|Ph\.?D|RN|RDN?|MS|MSc|BSc|BA|MA|MPH|MBA|BSN|DO|DDS|DMD|DVM|VMD|LVT|CFP|CFA|CPA|CSCS|JD|Esq|FAND|FACLM|LCSW|PharmD|EdD|D?NP|PA-C|D?PT|MSW|LMFT"
"""Degrees and the like, as American bylines set them after a name."""
_DEGREES = rf"(?:,?\s+(?:{_TITLES})\b\.?(?:,\s+[A-Z]{{2,7}}(?:-[A-Z]{{1,3}})?(?![\w.]))*)+"
"""A degree, and capitals after it: those are further ones, "MD, FACP"."""
_TITLES_AFTER = late(rf"{_DEGREES}$")
_DEGREE = rf"(?:,?\s+(?!(?:{_GENERATIONS})\b)(?:{_TITLES})\b\.?|,\s*(?!(?:{_GENERATIONS})\b)(?:[A-Z]\.?[a-z]{{0,3}}(?:[A-Z]\.?[a-z]{{0,4}}){{1,5}}(?:-[A-Z]{{1,3}})?|Dipl\.[\w.-]+)[.®™]?)"
_DEGREE_END = late(rf"{_DEGREE}+$")
_DEGREE_BETWEEN = late(rf"{_DEGREE}(?=\s*(?:[,;|/&)*†]|$|and\b|und\b|et\b))")
"""Degrees after a name: those that are listed, and after a comma what has capitals as they do: "MPhil", "FRCP"."""
_SPLIT = late(
    r"\s*(?:(?P<mark>[;|/•·●▪、／，；]|\s[-–—]\s|,|، )|\b(?:[Aa]nd|[Uu]nd|et|y|e(?!\.)|och|og|ja|oraz|en|i|с|и|та|і|και|και|ve|dan|with|mit|avec|AND|UND|ET|Y)\b|&|\b(?:con|com|met|med)\s(?=[A-Z]{2,6}\b))\s*"
)
_TAIL = late(
    r"(?:\s*[|•·,;.–—/-]\s*|\s+|^)(?:special(?:ly)? (?:to|for|correspondent)\b.*|exclusive(?:ly)? (?:to|for)\b.*|of the\b.*|from\b.*|via\b.*|on behalf of\b.*|"
    r"photograph(?:y|s|er)?\b.*|(?:pictures?|images?|bild(?:er)?|video|graphics?|grafik)\s?:.*|illustrat\w+ (?:by|von|par)\b.*|edit(?:ing|ed) by\b.*|(?:with )?additional reporting\b.*|symbolbild\b.*|twitter[ -]account\b.*|à\s.*|dans\s.*|"
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
_LEFT_OVER = late(
    r"\s+(?:am|on|at|um|le|el|den|il|em|op|"
    r"(?i:lesezeit|lesedauer|read(?:ing)? time|leestijd|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura)\W*)$"
)


def name_parts(printed: str) -> list[str]:
    """The names in a byline or a metadata field, roles and desks among them still."""
    return list(_parts(printed))


@lru_cache(maxsize=_KEPT)
def _parts(printed: str) -> tuple[str, ...]:
    printed = " ".join(printed.split())
    if not printed.isascii() and EASTERN.search(printed):
        return tuple(eastern_names(printed))
    opening = opening_of(printed)
    if _STATION.match(printed, opening.end() if opening else 0):
        return ()
    if opening is None and _PLAIN_NAME.match(printed) and looks_like_name(printed):
        return (_once(without_office(printed, looks_like_name)),)
    if is_edit(printed):
        return ()
    text = after_opening(printed, opening.end() if opening else 0)
    if "@" in text and (found := _MAILBOX.match(text)):
        text = found[1] or found[2]
    text = _PLACE_BETWEEN.sub("", text) if " in " in text else text
    if ". " in text and (found := _PLACE_AFTER_STOP.search(text)) and looks_like_name(text[: found.start()]):
        text = text[: found.start()]
    text = without_tail(_OUTLET_BETWEEN.sub("", text) if " the " in text else text)
    if "و" in text:
        text = _ARABIC_AND.sub(" | ", text)
    if _MARKS_BETWEEN.isdisjoint(text) and _WORDS_BETWEEN.isdisjoint(text.split(" ")):
        return (name,) if (name := _clean(text)) else ()
    return tuple(_named(text))


_STATION = late(r"[KW][A-Z]{2,3}(?:-?TV|-?FM)?[ -](?:\d+|(?:[Nn]ews|NEWS|[Dd]igital|[Ww]eb|[Ss]taff|TV)\b)")
"""A station's call sign (47 CFR 73.3550: K or W and two or three letters) and its channel: "KZTV 4 News"."""
_MARKS_BETWEEN = frozenset(";|/•·●▪、／，；-–—,،&")
_WORDS_BETWEEN = frozenset(
    "and And AND und Und UND et ET y Y e och og ja oraz en i с и та і και ve dan with mit avec con com met med".split()
)
"""One of these stands in every line that `_SPLIT` parts: looking for them costs less."""
_MAILBOX = late(r"\S+@\S+ \(([^()]+)\)$|([^<>]+?) ?<\S+@\S+>$")
"""A name beside its address, as feeds and mail write them: "lee@ledger.example (Ann Lee)" (RFC 5322, section 3.4)."""
_PLACE_BETWEEN = late(r" in [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?= (?:and|und|et|&) |, [A-Z])")
"""Where the first of several was: "Ann Lee in New York and Bo Marsh in London"."""
_OUTLET_BETWEEN = late(
    r",? (?:of|for|from|with) the [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?: staff)?(?=,? (?:and|&) [A-Z])"
)
"""Whom the first of several writes for: "Ann Lee of the Courier and Bo Marsh of the Gazette"."""
_PLACE_AFTER_STOP = late(r"(?<=[a-zà-žÀ-ŽA-Z]{3})\. [A-ZÀ-Ž][\w-]+(?: [A-ZÀ-Ž]\w+)?\.?$")
"""Where it was written, as the Spanish press sets it: "Ana Paz. Vigo"; not the family name of "J. Lee"."""
_ARABIC_AND = late(r"(?<=[\u0620-\u06ff])\s+و(?=[\u0620-\u06ff]{2,}\s+[\u0620-\u06ff]{2,}$)")
"""Arabic writes "and" on to the name that follows; a given name may begin so, and then no two words follow the other two."""


class _Part(NamedTuple):
    """What stands between two marks or words that part names."""

    whole: str
    text: str
    """Cleaned."""
    after_mark: bool
    is_name: bool


def _parted(text: str) -> list[_Part]:
    if "," in text or ". " in text:
        text = _DEGREE_BETWEEN.sub(_agency_alone, text)
    parts = []
    start, after_mark = 0, False
    for mark in (*_SPLIT.finditer(text), None):
        whole = text[start : mark.start() if mark else None]
        part = _clean(whole)
        parts.append(_Part(whole, part, after_mark, may_be_name(part)))
        if mark is not None:
            start = mark.end()
            # a comma before an "and" leaves nothing between them: the "and" counts
            after_mark = mark["mark"] is not None
    return parts


def _agency_alone(degree: re.Match[str]) -> str:
    """What has capitals as degrees do, where it is an agency's sign: "Ann Lee, AFP"."""
    return degree[0] if agency_name(degree[0].strip(", ")) is not None else ""


def _named(text: str) -> Iterator[str]:
    """The parts of a line, cleaned. After a person's name a mark sets off what and where that is, too: words in small letters,
    cities, an office. What an "and" adds to an office is one, unless it is named as people are: by a given name, or with an
    office of its own ("Ann Lee, Court Reporter, and Bo Marsh, Health Editor")."""
    has_name = after_office = has_office = False
    parts = _parted(text)
    for at, (whole, part, after_mark, is_name) in enumerate(parts):
        is_beside = has_name and after_mark
        if is_beside and is_office(part) and not has_office and is_no_person(part):
            after_office = has_office = True
        elif is_beside and (
            part in nobody.CITIES or _is_office_or_outlet(part, is_name=is_name) or _is_station(part, parts[0].text)
        ):
            after_office = True
        elif part and not (after_office and not after_mark and not _is_one_more(parts, at)):
            yield part
            after_office = (
                is_name and len(part) + _OFFICE < len(_BRACKETED.sub("", whole)) and whole.lstrip().startswith(part)
            )
            has_office = has_office and not is_name
        if at == 0 and _SITE.match(part):
            return  # the site's address, and where it is
        has_name = has_name or is_name


def _is_one_more(parts: list[_Part], at: int) -> bool:
    """True where what an "and" adds to an office is a person: by a given name, or by the office that follows."""
    part = parts[at]
    if is_given_anywhere(part.text.split(" ", 1)[0]):
        return True
    return part.is_name and at + 1 < len(parts) and parts[at + 1].after_mark and is_office(parts[at + 1].text)


def _is_office_or_outlet(part: str, *, is_name: bool) -> bool:
    """True for words in small letters, and for what has a word of an organisation's name and no given name before it: "BBC News",
    "CNN Business"; not "Emily Post"."""
    first = part.split(" ", 1)[0]
    if " " in part and first.isupper() and agency_name(first) is not None:
        return True
    if is_name or is_given_anywhere(first):
        return False
    return part[:1].islower() or not nobody.ORGANISATIONS.isdisjoint(_WORD.findall(part.lower()))


def _is_station(part: str, name: str) -> bool:
    """True for words in capitals after a name that is not: "Ann Lee, HAFENFUNK NORD"."""
    return " " in part and part.isupper() and not name.isupper() and not is_given_anywhere(part.split(" ", 1)[0])


_SITE = late(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$")
"""Matches "ledger.example"; not "J. Lee"."""
_BRACKETED = late(r"[(\[][\w. ]{1,5}[)\]]")
"""Initials in brackets: no office."""
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
    return _once(without_degrees(without_office(bare, looks_like_name)))


def without_degrees(name: str) -> str:
    """A person's name without the degrees after it: "Ann Lee" of "Ann Lee, MSc, PhD". "Jr." stays."""
    if name.isupper() or not ("," in name or name[-1:] in ".®™" or name[-1:].isupper()):
        return name
    cut = _DEGREE_END.sub("", name)
    return cut if cut != name and looks_like_name(cut) else name


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


def is_pages_own(text: str) -> bool:
    """True for what a page says to its readers beside a name: "See full bio", "Follow"."""
    words = _WORD.findall(text.lower())
    return bool(words) and (text.lower() in nobody.WHOLE or _opens_no_name(text.lower(), words))


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
        and _JOINTS.isdisjoint(words)
        and not (
            text.isupper()
            and "." not in text
            and all(len(word) < 5 for word in words)
            and not is_given_anywhere(words[0])
        )
        and nobody.ORGANISATIONS.isdisjoint(_WORD.findall(text.lower()))
        and not ("." in text[-5:] and _ADDRESS_END.search(text))
    )


_JOINTS = frozenset(
    "For FOR The THE Of OF From FROM At With Special SPECIAL Foto Fotos FOTO FOTOS Photo Photos PHOTO PHOTOS Text Texte Tekst".split()
)
"""Words that no name has in its midst: "Ann Lee For The Courier", "Ann Lee Foto Bo Marsh"."""
_LONGEST_LOOK, _LONGEST_WITH_TITLES = 45, 90
