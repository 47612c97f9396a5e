"""Agencies in a story, of state above all, with the abbreviation that the text introduces ("... (ICE)") and every mention.

Found by the word that makes a name an agency's ("Department of", "Bureau", "Choir"), by a company's legal form, by a short
list of bodies that go by one word, and by abbreviations that are introduced or widely known.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

from backfile.late_pattern import late
from backfile.lexicon.english_words import listed
from backfile.model.story import Named

_CAP = r"(?:U\.S\.|U\.N\.|[A-Z][\w&’'-]*[\w])"
_TAIL = rf"(?:\s(?:of|for|on)\s(?:the\s)?{_CAP}(?:(?:,\s|\s|,?\sand\s){_CAP})*)"
_BEFORE_OF = listed("""
    Department Bureau Ministry Office Centers Agency Commission Administration Authority Board Committee Council
    Court Institutes Association Society Institute Federation Foundation Union University
""")
_LAST = listed("""
    Department Bureau Ministry Commission Agency Administration Authority Enforcement Patrol Guard Court Senate
    Legislature Parliament Assembly Committee Police Council Reserve Service Board Office Society Union Association
    Federation Foundation Institute Guild Choir Orchestra Coalition Cooperative Conservancy Brigade
""")
LEGAL_FORMS = ("Inc", "Corp", "Ltd", "PLC", "plc", "Corporation", "Company")
"""How the name of a company ends."""
_AGENCY = late(
    rf"(?:(?:{_CAP}\s){{0,5}}(?:{'|'.join(_BEFORE_OF)}){_TAIL}"
    rf"|(?:{_CAP}\s(?:and\s)?){{1,5}}(?:{'|'.join(_LAST)})\b(?!\s(?:Station|Street|Square|Avenue|Road|Hall))"
    rf"|(?:{_CAP}\s(?:&\s)?){{1,4}}(?:(?:Inc|Corp|Ltd|Co)\.|(?:Inc|Corp|Ltd|PLC|plc|Corporation)\b)"
    rf"|(?<=[Tt]he\s)(?:{_CAP}\s(?:&\s)?){{1,4}}Company\b)"
)
"""Matches "U.S. Department of Homeland Security", "Federal Election Commission"; not "department stores"."""
_BODIES = late(
    rf"\b(?:Congress|Pentagon|Senate|Parliament|House of Representatives|Supreme Court|White House|"
    rf"{_CAP} (?:legislature|parliament|police))\b"
)
"""Matches "Congress", "Connecticut legislature"; not "congressional"."""
_INTRODUCED = late(r"\s\((?:the\s)?[“\"]?([A-Z][A-Z.&]{1,7})[”\"]?\)|,\s(?:or|known\sas)\s([A-Z]{2,7})\b")
_ONE_WORD = frozenset(["Congress", "Pentagon", "Senate", "Parliament", "House"])
_LOWER = ("legislature", "parliament", "police", "Supreme Court")
_KNOWN = frozenset(
    listed("""
    FBI CIA ICE EPA FEMA NASA NSA IRS DEA ATF DHS HHS CDC FDA FCC FTC NTSB FAA TSA DOJ OSHA NOAA NIH FEC GAO CBO
    NLRB NATO USDA HUD NHTSA USCIS CBP ODNI DIA NYPD LAPD MI5 MI6 IAEA
""")
)
_CAPITALISED = late(r"[A-Z][A-Za-z56]+")
_WORDS = frozenset([*_BEFORE_OF, *_LAST, *LEGAL_FORMS])
_NEVER_ALONE = frozenset(
    listed(
        "Society Union Foundation Institute Association Federation Reserve Service Board Brigade Company Corporation Guild Coalition Cooperative Conservancy"
    )
)
"""Words that are a name only beside others: "the Society said" is of one named before."""
_REACH = 120
"""How many letters before and after its word an agency's name may have."""
_LEADS = frozenset(
    listed("""
    the a an in on at by of for from to with and but or as if when while after before since this that these
    those his her its their our my former according
""")
)
_OFFICE_AFTER = late(
    r"\s(?:Secretary|Director|Chief|Chairman|Commissioner|Administrator|Press|Leader|Counsel|Correspondent)\b"
)


def find_agencies(body: str, skip: Iterable[tuple[int, int]]) -> tuple[Named, ...]:
    """Each agency once, with its mentions; `skip` holds the spans where no agency is looked for."""
    found: dict[str, list[tuple[int, int]]] = {}
    short: dict[str, str] = {}
    people, names = _Spans(skip), []
    printed = set(_CAPITALISED.findall(body))
    for hit in _around(_AGENCY, body, _WORDS & printed):
        start, end = _trim(body, hit.start(), hit.end())
        if people.touch(start, end) or _OFFICE_AFTER.match(body, end):
            continue
        name = _printed(body, start, end)
        if name in _NEVER_ALONE:
            continue
        names.append((start, end))
        found.setdefault(name, []).append((start, end))
        introduced = _INTRODUCED.match(body, end)
        if introduced:
            short[(introduced[1] or introduced[2])] = name
    spans = [hit.span() for hit in _around(_BODIES, body, [*_LOWER, *_ONE_WORD & printed])]
    for word in (_KNOWN | short.keys()) & printed:
        spans.extend((at, at + len(word)) for at in _places(body, word) if _is_whole(body, at, at + len(word)))
    taken = _Spans(names)
    for start, end in sorted(spans):
        if not people.touch(start, end) and not taken.touch(start, end) and not _OFFICE_AFTER.match(body, end):
            name = _printed(body, start, end)
            found.setdefault(short.get(name, name), []).append((start, end))
    by_name = {name: abbreviation for abbreviation, name in short.items()}
    _fold(found)
    rows = [Named(name, by_name.get(name), tuple(sorted(set(spans)))) for name, spans in found.items()]
    return tuple(sorted(rows, key=lambda row: row.mentions[0]))


def _around(pattern: "re.Pattern[str]", body: str, words: Iterable[str]) -> list["re.Match[str]"]:
    """The matches of `pattern` about any of `words`, in order: a search of the whole body would take ten times as long."""
    hits: list[re.Match[str]] = []
    done = 0
    for at in sorted(chain.from_iterable(_places(body, word) for word in words)):
        if at < done:
            continue
        first = max(done, body.rfind(" ", 0, max(0, at - _REACH)) + 1)
        hit = pattern.search(body, first, min(len(body), at + _REACH))
        if hit is not None:
            hits.append(hit)
            done = hit.end()
    return hits


def _places(body: str, word: str) -> Iterator[int]:
    at = body.find(word)
    while at >= 0:
        yield at
        at = body.find(word, at + 1)


def _is_whole(body: str, start: int, end: int) -> bool:
    return not (start and body[start - 1].isalnum()) and not body[end : end + 1].isalnum()


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    """The span without a sentence's first word: "In", "The"."""
    while True:
        word = body[start:end].split(None, 1)
        if len(word) < 2 or (word[0].lower() not in _LEADS and not word[0].endswith(("’s", "'s"))):
            return start, end
        start += len(body[start:end]) - len(body[start:end][len(word[0]) :].lstrip())


def _printed(body: str, start: int, end: int) -> str:
    return " ".join(body[start:end].split())


class _Spans:
    """Spans that a place may touch."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether any of them shares a letter with this one."""
        before = bisect_left(self._starts, end)
        return bool(before) and self._furthest[before - 1] > start


def _fold(found: dict[str, list[tuple[int, int]]]) -> None:
    """A shorter name goes to the longer that ends with it: "Department of Justice" to "U.S. Department of Justice"."""
    ending_in: dict[str, str] = {}
    for name in found:
        for space in re.finditer(" ", name):
            ending_in.setdefault(name[space.end() :], name)
    for name in sorted(found, key=len):
        longer = ending_in.get(name)
        if longer is not None:
            found[longer].extend(found.pop(name))
