"""What a byline or a metadata field names: people, agencies, and what is neither (IPTC: byline is a person's name)."""

import re
from functools import lru_cache

from backfile.label.bylines import BYLINE_END, byline_start
from backfile.story import nobody
from backfile.story.outlet import site_word

LONGEST_NAME = 70
_KEPT = 512
"""A page names its people in many places: what was made of a text is kept for so many texts."""
_TITLES = r"Jr|Sr|III?|IV|M\.?D|Ph\.?D|RN|RDN?|MS|MSc|BSc|MA|MPH|MBA|BSN|DO|DDS|DVM|CFP|CFA|CPA|CSCS|JD|Esq|FAND|FACLM|LCSW|PharmD|EdD|D?NP|PA-C|D?PT|MSW|LMFT"
"""Degrees and the like, as American bylines set them after a name."""
_TITLES_AFTER = re.compile(rf"(?:,?\s+(?:{_TITLES})\b\.?)+$")
_SPLIT = re.compile(
    r"\s*(?:[;|/•·●▪、]|\s[-–—]\s|,(?!\s*(?:"
    + _TITLES
    + r")\b)|\b(?:and|und|et|y|e(?!\.)|och|og|en|i|with|mit|AND|UND)\b|&|، )\s*"
)
_TAIL = re.compile(
    r"(?:\s*[|•·,–—/-]\s*|\s+|^)(?:\(?@\w+\)?|\S+@\S+\.\w+|https?://\S+|(?:published|updated|posted|last updated|last modified|veröffentlicht|publicado|aktualisiert|stand|on|under|filed|reviewed|fact|edited|photos?|fotos?)\b.*|"
    r"\d+\s*min(?:ute)?s?\b.*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\b\d{1,2}:\d\d.*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|follow\b.*|"
    r"\b\d+ (?:hours?|days?|minutes?|weeks?|months?|years?) ago.*|(?:read|view) (?:more|all|bio|full).*|share this.*|email .*|see all.*|(?:more|all) (?:stories|posts|articles|from|by).*|"
    r"(?:in|under|for|at)\s(?!['’]t\b).*|(?:leave a|no|one|\d+) comments?.*|kommentare?\b.*|comments?\b.*|schreibe .*|eingetragen .*|gespeichert .*|abgelegt .*|im gespräch.*|ein(?:en)? kommentar\b.*|illustration(?:en)?\b.*|für\b.*|aus\b.*)$",
    re.I,
)
_FROM_DIGIT = re.compile(
    r"[\s|•·,–—(»-]*(?:\b(?:on|le|el|am|den|op|il|em|at)\s+)?(?:\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?"
    r"(?:\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?<![a-zà-ž\d])[\d٠-٩].*$",
    re.I,
)
_ARTICLES = frozenset("the le la les el los il lo der die das de het al o a den det".split())
_NAME_WORD = r"(?:[A-ZÀ-ŽΑ-ΩА-Я](?:[^\W\d_]|[.'’-])*|(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|bin|ben|el|ter|zu|y)|d['’][A-ZÀ-Ž]\w+)"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}$")
_WORD = re.compile(r"\w+")
_ADDRESS_END = re.compile(r"\.\w{2,4}$")
_CONTENTLESS = re.compile(
    r"\b(?:the|der|die|das|online|redaktion|news|nachrichten|digital|com|de|www|staff|newsroom|editors?|team|desk|web)\b"
)


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
_DIGIT = re.compile(r"[\d٠-٩]")
_WORDS_OF_A_DATE = 60
"""So many code points hold what stands before the first number of a date: "on Thursday, February"."""
_LEFT_OVER = re.compile(r"\s+(?:am|on|at|um|le|el|den|il|em|op)$")


def name_parts(printed: str) -> list[str]:
    """The names in a byline or a metadata field, roles and desks among them still."""
    return list(_parts(printed))


@lru_cache(maxsize=_KEPT)
def _parts(printed: str) -> tuple[str, ...]:
    printed = " ".join(printed.split())
    opening = byline_start(printed)
    if opening is None and _PLAIN_NAME.match(printed) and looks_like_name(printed):
        return (_once(printed),)
    text = without_tail(printed[opening.end() :] if opening else printed)
    return tuple([clean for part in _SPLIT.split(text) if (clean := _clean(part))]) if text else ()


def _once(name: str) -> str:
    """A name that stands twice, beside its portrait's own text, once."""
    half = len(name) // 2
    is_double = name[half : half + 1] == " " and name[:half] == name[half + 1 :] and " " in name[:half]
    return name[:half] if is_double else name


def _clean(part: str) -> str:
    bare = part.strip(" .,|•·–—-()*:»")
    if "(" in bare and ")" not in bare:
        bare += ")"
    if not bare.isascii():
        bare = BYLINE_END.sub("", bare)
    opening = byline_start(bare)
    return _once(bare[opening.end() :].strip() if opening else bare.strip())


_PLAIN_NAME = re.compile(r"[A-ZÀ-Ž][^\W\d_A-Z]+(?: [A-ZÀ-Ž][^\W\d_A-Z]+)+$")
"""Words of a capital and small letters: nothing in it parts names, and nothing follows."""


_SYSTEMS_OWN = re.compile(r"/author/(?:admin\w*|webmaster|root|wordpress|wp\w*)/?$", re.I)


def is_systems_own(address: str) -> bool:
    """True for the page of the user that a publishing system begins with: whatever its name, it wrote nothing."""
    return _SYSTEMS_OWN.search(address) is not None


def same_name(name: str) -> str:
    """A name as it is compared: case, degrees and what goes before a name left aside."""
    return _TITLES_BEFORE.sub("", _TITLES_AFTER.sub("", name)).casefold()


_TITLES_BEFORE = re.compile(r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.? )+", re.I)


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
_ODD = re.compile(r"\d+[^a-z]*$|.*\bwww\.|.*\w\.\w+\.\w+\.\w+$|.*\be\. ?v\b")
"""Numbers; addresses and names of variables; the German sign of a registered society."""


@lru_cache(maxsize=_KEPT)
def looks_like_name(text: str) -> bool:
    """True for two to five words, all with capitals but for particles, none of them an organisation's."""
    if len(text) > _LONGEST_WITH_TITLES:
        return False
    if "," in text or text[-1:] == "." or text[-1:].isupper():
        text = _TITLES_AFTER.sub("", text)
    if len(text) >= _LONGEST_LOOK or _NAME.match(text) is None:
        return False
    words = text.split(" ")
    return (
        words[-1][0].isupper()
        and words[0].lower() not in _ARTICLES
        and not (text.isupper() and "." not in text and all(len(word) < 5 for word in words))
        and nobody.ORGANISATIONS.isdisjoint(_WORD.findall(text.lower()))
        and not ("." in text[-5:] and _ADDRESS_END.search(text))
    )


_LONGEST_LOOK, _LONGEST_WITH_TITLES = 45, 90


_BLOG_HOSTS = (
    ".wordpress.com", ".blogspot.com", ".blogspot.de", ".substack.com", ".typepad.com", ".tumblr.com", ".livejournal.com",
    ".bearblog.dev", ".hypotheses.org", ".over-blog.com", ".github.io", ".micro.blog", ".blogger.de", ".twoday.net",
)  # fmt: skip
"""Hosts that give each writer a site: one that bears a pen name is nobody else's."""


class Site:
    """The site's own names: they are nobody's, but where a site is named after the person who writes it."""

    __slots__ = ("_names",)

    def __init__(self, outlet: str | None, domain: str | None) -> None:
        if domain and domain.endswith(_BLOG_HOSTS):
            outlet = domain = None
        self._names = {
            letters for word in (outlet, domain, site_word(domain)) if word and (letters := folded_letters(word))
        }

    def is_called(self, name: str) -> bool:
        """True where the name is the site's, or one begins with the other."""
        letters = folded_letters(name)
        if not letters:
            return not any(map(str.isalpha, name)) or bool(self._names)
        if letters in self._names:
            return True
        return any(
            len(letters) > 3 and len(own) > 3 and (letters.startswith(own) or own.startswith(letters))
            for own in self._names
        )


def folded_letters(name: str) -> str:
    """A name's letters and digits alone, folded, without the words that outlets add to theirs."""
    return _CONTENTLESS.sub("", _MARKS.sub("", name.casefold())).replace(" ", "")


_MARKS = re.compile(r"[^\w ]|_")
