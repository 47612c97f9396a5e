"""The byline as printed, and the people it names."""

import re
from typing import Any

from backfile.label.agencies import agency_name, is_agency
from backfile.label.bylines import BYLINE_END, BYLINE_START
from backfile.model.label import FieldKind, Label
from backfile.model.page import Block, Page
from backfile.model.story import Author, Credit
from backfile.story.linked import names_of
from backfile.story.outlet import site_word

_SPLIT = re.compile(
    r"\s*(?:[;|/•·]|,(?!\s*(?:Jr|Sr|III?|IV|M\.?D|Ph\.?D|MD|PhD|RN|Esq)\b)|\band\b|\bund\b|\bet\b|\by\b|\be\b|\boch\b|\bog\b|\ben\b|\bi\b|&|\bwith\b|\bmit\b|، )\s*"
)
_TAIL = re.compile(
    r"(?:\s*[|•·,–—-]\s*|\s+|^)(?:\(?@\w+\)?|\S+@\S+\.\w+|https?://\S+|(?:published|updated|posted|last updated|veröffentlicht|aktualisiert|stand|on)\b.*|"
    r"\d+\s*min(?:ute)?s?\b.*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\b\d{1,2}:\d\d.*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|follow\b.*|"
    r"\b\d+ (?:hours?|days?|minutes?|weeks?|months?|years?) ago.*|(?:read|view) (?:more|all|bio|full).*|share this.*|email .*|see all.*|more (?:stories|from|by).*)$",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:staff(?: writer| reporter)?|reporter|correspondent|editor|writer|columnist|journalist|contributor|contributing\b.*|chief|bureau|special to|redakteur(?:in)?|"
    r"photos|korrespondent(?:in)?|reporter(?:in)?|redactor(?:a)?|corresponsal|journaliste|producer|anchor|photographer|critic|intern|fellow|producer|freelance\b.*|digital\b.*|senior\b.*)\b",
    re.I,
)
_NOT_A_PERSON = re.compile(
    r"^(?:by|von|par|minutes? ago|email(?: the)? author|view all(?: posts)?|all posts|staff|staff reports?|staff reporter|staff writer|web ?staff|news ?staff|admin(?:istrator)?|newsroom|news ?desk|web ?desk|editor(?:ial)?(?: (?:team|staff|board|desk))?|the editors?|editors|"
    r"redaktion|red|online ?redaktion|redacción|redaccion|la rédaction|rédaction|redazione|redactie|redaktionen|author|autor(?:en)?|guest(?: author| contributor)?|contributor|contributors|unknown|anonymous|none|null|"
    r"undefined|press release|wire|wires|wire (?:services?|reports?)|news services?|agencies|agencias|agenturen|from staff.*|from (?:wire|news) .*|follow|by|user|posted by|digital (?:team|staff|desk)|online|team|the (?:team|newsroom|staff)|copyright.*|photo.*|comment.*|share.*|https?:.*|www\..*|\W*|\d+.*|.*\b(?:cookies|javascript|subscribe|newsletter)\b.*)$",
    re.I,
)
_METAS = (
    "author",
    "articleauthor",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "og:article:author",
    "article:author_name",
    "dc.contributor",
    "citation_author",
    "creator",
)
_LONGEST_NAME = 70


def find_byline(page: Page, labels: list[Label]) -> str | None:
    """The byline as the page prints it, without the stamp or reading time that share its line."""
    for kind in (FieldKind.BYLINE, FieldKind.STAMP):
        for block, label in zip(page.blocks, labels, strict=True):
            if label.kind is kind:
                found = _printed(block) if kind is FieldKind.BYLINE else _in_stamp(block.text)
                if found:
                    return found
    return None


def _printed(block: Block) -> str | None:
    text = block.text
    for seam in reversed(block.seams):
        text = text[:seam] + " " + text[seam:]
    if _STAFF.match(text):
        return text
    text = _without_tail(text)
    if text and not _NOT_A_PERSON.match(BYLINE_START.sub("", text)):
        return text
    return _in_stamp(block.text)


_FROM_DIGIT = re.compile(
    r"[\s|•·,–—(-]*(?:\b(?:on|le|el|am|den|op|il|em)\s+)?(?:\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?"
    r"(?:\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?[\d٠-٩].*$",
    re.I,
)


def _without_tail(text: str) -> str:
    """A byline without the stamp, reading time or address after it: no name has a digit in it."""
    cut = _TAIL.sub("", text)
    found = _FROM_DIGIT.search(cut)
    if found and found.start() > 3:
        cut = cut[: found.start()]
    return cut.strip(" |•·,–—-")


_BY_IN_STAMP = re.compile(
    r"\b(?:[Bb][Yy]|[Vv]on|[Pp]ar|[Pp]or)\b:?\s+(?=[A-ZÀ-Ž])[^|•·,]{3,60}(?: (?:and|AND|und|et|y) [^|•·,]{3,60})?"
)


def _in_stamp(text: str) -> str | None:
    """The byline in a line such as "POSTED 4:47 PM, FEBRUARY 23, 2017, BY DANA KESSLER"."""
    found = _BY_IN_STAMP.search(text)
    if found is None:
        return None
    return found[0] if _STAFF.match(found[0]) else _without_tail(found[0]) or None


_STAFF = re.compile(
    r"(?:by|from)?\s*:?\s*(?:(?:[\w&'’-]+ ){0,3}(?:staff|newsroom|news desk)(?: (?:report|reports|reporter|reporters|writers?|and wire (?:reports|services)))?|"
    r"(?:wire|staff) reports?|from (?:staff|wire) (?:reports?|and wire reports?))\.?$",
    re.I,
)


_STAFF_WORDS = re.compile(r"\s*(?:\b(?:web|news|digital|online)\s+)?\b(?:staff|newsroom|reports?|writers?)\b.*$", re.I)


def byline_credit(byline: str | None) -> Credit | None:
    """The credit in a byline that names no person: an agency, or the newsroom's own staff."""
    if not byline:
        return None
    source = BYLINE_START.sub("", byline).strip(" .")
    last = source.rsplit(", ", 1)[-1]
    if is_agency(last):
        return Credit(byline, agency_name(last) or (last.title() if last.isupper() and " " in last else last), "wire")
    if is_agency(source):
        return Credit(byline, agency_name(source) or source, "wire")
    if _STAFF.match(byline.strip()):
        return Credit(byline, _STAFF_WORDS.sub("", source) or source, "staff")
    return None


def find_authors(
    page: Page, node: dict[str, Any] | None, byline: str | None, outlet: str | None, domain: str | None
) -> tuple[Author, ...]:
    """The people who wrote it; where none is named, the agency. Never the site itself, a desk or a page's own words."""
    site = {letters for word in (outlet, domain, site_word(domain)) if word and (letters := _letters(word))}
    agencies: tuple[Author, ...] = ()
    for names in _sources(page, node, byline):
        people = _people(names, site)
        if names == [byline]:  # "By Ann Lee, Northern Press Service": the agency is a credit
            people = tuple(author for author in people if author.role != "agency")
        if any(author.role != "agency" for author in people):
            return people
        agencies = agencies or people
    return agencies


def _letters(name: str) -> str:
    """A name's letters and digits alone, folded, without the words that outlets add to theirs."""
    return _OUTLET_WORDS.sub("", "".join(char for char in name.casefold() if char.isalnum() or char == " ")).replace(
        " ", ""
    )


_OUTLET_WORDS = re.compile(
    r"\b(?:the|der|die|das|online|redaktion|news|nachrichten|digital|com|de|www|staff|newsroom|editors?|team|desk|web)\b"
)


def _sources(page: Page, node: dict[str, Any] | None, byline: str | None) -> list[list[str]]:
    """Lists of names, the surest first: the story's JSON-LD, the page's metadata, the printed byline."""
    found = []
    if page.capture.export and page.capture.export.authors:
        return [list(page.capture.export.authors)]
    if node:
        found.append([name for name, _ in names_of(node.get("author")) or names_of(node.get("creator"))])
    for name in _METAS:
        values = [meta.content for meta in page.metas if meta.name == name and not meta.content.startswith("http")]
        if values:
            found.append(values)
    if byline:
        found.append([byline])
    return found


def _people(names: list[str], site: set[str]) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    for printed in names:
        for part in _parts(printed):
            author = _author(part, site)
            if author is not None:
                found.setdefault(author.name.casefold(), author)
    return tuple(found.values())


def _parts(printed: str) -> list[str]:
    text = _without_tail(BYLINE_START.sub("", " ".join(printed.split())))
    return [part.strip(" .,|•·–—-()*") for part in _SPLIT.split(text)] if text else []


def _author(part: str, site: set[str]) -> Author | None:
    part = BYLINE_END.sub("", BYLINE_START.sub("", part)).strip()
    if not part or len(part) > _LONGEST_NAME or _NOT_A_PERSON.match(part) or "@" in part:
        return None
    if is_agency(part):
        return Author(part, role="agency")
    letters = _letters(part)
    if (
        not letters
        or letters in site
        or any(letters.startswith(own) or own.startswith(letters) for own in site if len(letters) > 3 and len(own) > 3)
    ):
        return None
    if _ROLE.search(part) or part.count(" ") > 5:
        return None
    return Author(part)
