"""What the writers of a story are, and for whom they write: the words that a byline sets beside a name.

A byline names an office and an outlet before the name ("Courier City Editor Ann Lee"), after it on its line ("Ann Lee, Court
Reporter", "Ann Lee, for The Courier", "Ann Lee (AP)") or on the next ("By Ann Lee" / "Staff Writer"). Metadata give both in
fields of their own (schema.org: Person, jobTitle, worksFor).
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from backfile.late_pattern import late
from backfile.lexicon.agencies import agency_name
from backfile.lexicon.byline_openings import BY_WORDS
from backfile.lexicon.name_tails import is_office, office_start
from backfile.lexicon.not_people import ORGANISATIONS, OUTLETS
from backfile.lexicon.read_byline import byline_at
from backfile.lexicon.schema_org import names_of
from backfile.model.label import BodyKind, Byline, FieldKind, FurnitureKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.story import Author
from backfile.story.authors.links_and_boxes import Zones
from backfile.story.authors.site_names import Site


class Beside(NamedTuple):
    """What stands beside a name."""

    role: str | None = None
    outlet: str | None = None

    def filled(self, other: "Beside") -> "Beside":
        """With what the other has where this has nothing."""
        return Beside(self.role or other.role, self.outlet or other.outlet)


_NOTHING = Beside()


def with_roles(
    authors: tuple[Author, ...], labelled: LabelledPage, zones: Zones, node: dict[str, Any] | None, site: Site
) -> tuple[Author, ...]:
    """The writers, each with the role and the outlet that the page prints beside the name, or that its metadata give."""
    people = [author.name for author in authors if author.role is None]
    if not people:
        return authors
    found = {name: _in_metadata(name, node) for name in people}
    for index in (*zones.head, *zones.in_body()):
        text = labelled.page.blocks[index].text
        if len(text) > _LONGEST_LINE or not any(name in text for name in people):
            continue
        told = _told(byline_at(labelled, index), people, site)
        if told and not any(told[-1][1]):
            told[-1] = told[-1][0], _on_next_lines(labelled, index, people, site)
        for name, beside in told:
            found[name] = found[name].filled(beside)
    return tuple(
        author._replace(role=found[author.name].role, outlet=found[author.name].outlet)
        if author.name in found
        else author
        for author in authors
    )


_LONGEST_LINE = 240


def _in_metadata(name: str, node: dict[str, Any] | None) -> Beside:
    """What the story's node says of its author: schema.org's jobTitle and worksFor, and what systems call them in their state."""
    said = (node or {}).get("author")
    for person in said if isinstance(said, list) else [said]:
        if isinstance(person, dict) and person.get("name") == name:
            role = next((text for key in _ROLE_KEYS if isinstance(text := person.get(key), str) and text.strip()), None)
            employers = [given for key in _OUTLET_KEYS for given, _ in names_of(person.get(key))]
            return Beside(role, employers[0] if employers else None)
    return _NOTHING


_ROLE_KEYS = ("jobTitle", "title", "role", "position")
_OUTLET_KEYS = ("worksFor", "affiliation", "org")


def _told(line: Byline, people: list[str], site: Site) -> list[tuple[str, Beside]]:
    """What a line says beside each of the people that it names, in its order."""
    text = line.text
    places = sorted((at, name) for name in people if (at := text.find(name)) >= 0)
    told = []
    for nth, (at, name) in enumerate(places):
        end = places[nth + 1][0] if nth + 1 < len(places) else len(text)
        beside = _read(text[at + len(name) : end], name, site)
        if nth == 0 and not beside.role:
            beside = beside.filled(_read(text[len(line.opening) : at], name, site))
        told.append((name, beside))
    return told


def _on_next_lines(labelled: LabelledPage, index: int, people: list[str], site: Site) -> Beside:
    """What the one or two short lines after a byline say, where they say an office or an outlet and nothing else."""
    blocks, beside = labelled.page.blocks, _NOTHING
    for at in range(index + 1, min(index + 3, len(blocks))):
        text = blocks[at].text
        if (
            labelled.labels[at].kind in _NO_OFFICE
            or len(text) > _LONGEST_OFFICE
            or any(name in text for name in people)
        ):
            break
        told = _read(text, people[0], site)
        if told == _NOTHING:
            break
        beside = beside.filled(told)
    return beside


_NO_OFFICE = frozenset(
    (
        BodyKind.CAPTION,
        FieldKind.PHOTO_CREDIT,
        FieldKind.HEADLINE,
        FieldKind.KICKER,
        FurnitureKind.NAVIGATION,
        FurnitureKind.RELATED,
    )
)
_LONGEST_OFFICE = 60


def _read(text: str, name: str, site: Site) -> Beside:
    beside = _NOTHING
    for piece in _pieces(text):
        beside = beside.filled(_read_piece(piece, name, site))
    return beside


def _pieces(text: str) -> Iterator[str]:
    """The parts of what stands beside a name, up to an address or a stamp."""
    for piece in _MARKS.split(text):
        if "@" in piece or _STAMP.search(piece):
            return
        piece = _JOINS.sub("", piece.strip()).strip(" .:*")
        if 1 < len(piece) <= _LONGEST_OFFICE and not piece.lower().startswith(_OF_PAGE):
            yield piece


_OF_PAGE = tuple("about view see more follow contact e-mail email meet read full all".split())
"""How what a page says to its readers beside a name begins: "About the author"."""
_MARKS = late(r"[|/•·●▪,;()\[\]–—]|\s-\s")
_JOINS = late(rf"^(?:and|und|et|y|e|{'|'.join(BY_WORDS)})\b\s*|\s*\b(?:and|und|et|y|e|&)$", re.I)
_STAMP = late(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./]\d|\b(?:updated|posted|published)\b", re.I)


def _read_piece(piece: str, name: str, site: Site) -> Beside:
    written_for = _FOR.match(piece)
    if written_for is not None:
        outlet = _STAFF_END.sub("", piece[written_for.end() :])
        is_sure = written_for["sure"] is not None or _is_outlet(outlet, name, site) or "the " in written_for[0].lower()
        return Beside(outlet=outlet) if outlet[:1].isupper() and is_sure else _NOTHING
    if agency_name(piece) is not None:
        return Beside(outlet=piece)
    if is_office(piece) or _STAFF_END.search(piece) or not _TITLES.isdisjoint(piece.lower().split()):
        return _office(piece, name, site)
    return Beside(outlet=piece) if _is_outlet(piece, name, site) else _NOTHING


_FOR = late(
    r"(?i:(?P<sure>(?:special(?:ly)?|exclusive(?:ly)?) (?:to|for)|for|für|pour|para|per|voor)|of|from|at|with|avec|mit|con|com|d[aeio]|del|della) (?:the |der |die |das |la |le |el |l['’])?"
)
_STAFF_END = late(r"(?:^|\s+)staff$", re.I)


_WHOSE = late(r"(?:our|the|a|an|unser(?:e[mnr]?)?|notre|nos|nuestr[oa]|nostr[oa]|onze|vår)\s+", re.I)


def _office(piece: str, name: str, site: Site) -> Beside:
    """An office, and the outlet whose it is: "Reporter at The Courier", "Courier sports editor", "Associated Press Writer"."""
    piece = _WHOSE.sub("", piece) if _WHOSE.match(piece) else piece
    after = _AT.search(piece)
    if after is not None and (is_office(piece[: after.start()]) or after[0].split()[0] == "at"):
        return Beside(piece[: after.start()], piece[after.end() :])
    start = office_start(piece)
    before = piece[:start].strip()
    if before and (agency_name(before) is not None or _is_outlet(before, name, site)):
        return Beside(piece[start:], before)
    return Beside(piece)


_TITLES = frozenset(
    "professor director president manager ceo founder consultant specialist officer lecturer researcher economist lawyer executive "
    "minister mayor student".split()
)
"""What guests are who write."""
_AT = late(r" (?:at|for|with) (?:the )?(?=[A-Z])| of the (?=[A-Z])")


def _is_outlet(text: str, name: str, site: Site) -> bool:
    """True for the site's own name, for one with a word of an outlet's, and for a station's capitals after a name that has none."""
    if not text[:1].isupper() or text in name:
        return False
    words = re.findall(r"[\w-]+", text.lower())
    if not (OUTLETS.isdisjoint(words) and ORGANISATIONS.isdisjoint(words)):
        return True
    return len(words) > 1 and (site.is_called(text) or (text.isupper() and "." not in text and not name.isupper()))
