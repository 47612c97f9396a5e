"""The people who wrote a story, by the page's metadata and by what it prints (schema.org author; IPTC creator)."""

import re
from collections.abc import Iterator
from typing import Any

from backfile.label.head_lines import begins_byline
from backfile.late_pattern import late
from backfile.lexicon import not_people as nobody
from backfile.lexicon.agencies import is_agency
from backfile.lexicon.read_byline import byline_at
from backfile.lexicon.split_names import is_no_person, looks_like_name, name_parts, same_name
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Page
from backfile.model.story import Author
from backfile.story.authors.author_metadata import claimed_names, is_outlets
from backfile.story.authors.bare_names import are_people, begins_given
from backfile.story.authors.byline_names import (
    boxed_names,
    lone_names,
    named_in_bylines,
    names_elsewhere,
    signs_as_outlet,
)
from backfile.story.authors.links_and_boxes import (
    Zones,
    author_links,
)
from backfile.story.authors.roles import with_roles
from backfile.story.authors.site_names import Site


def find_authors(labelled: LabelledPage, node: dict[str, Any] | None, site: Site) -> tuple[Author, ...]:
    """The people who wrote it, with their roles; where none is named, the agency. Never the site itself, a desk or a page's own
    words."""
    export = labelled.page.capture.export
    if export and export.authors:
        return _people(list(export.authors), site)
    zones = Zones(labelled)
    authors = _writers(labelled, zones, node, site)
    return with_roles(authors, labelled, zones, node, site) if authors else ()


def _writers(labelled: LabelledPage, zones: Zones, node: dict[str, Any] | None, site: Site) -> tuple[Author, ...]:
    claimed, agencies = _claimed(claimed_names(labelled, node, site), site)
    bylines, is_agencys = _told(labelled, zones, site)
    if claimed:
        return _corrected(labelled, zones, claimed, bylines, site)
    if bylines:
        return bylines[0]
    if is_agencys:
        return agencies  # a credit; who else the page names did not write it
    if is_outlets(node, site):
        return agencies
    is_signed = signs_as_outlet(labelled, zones, site.is_called)
    for names in names_elsewhere(labelled, zones, site.is_called, is_signed=is_signed):
        people = _persons(_people(names, site))
        if people:
            return people
    return agencies or ((Author(site.owner),) if site.owner else ())


def _claimed(said: Iterator[list[str]], site: Site) -> tuple[tuple[Author, ...], tuple[Author, ...]]:
    """(people, agencies) of the first of the metadata that names any; of a later one that names them and more, or that names
    others than the site."""
    claimed: tuple[Author, ...] = ()
    agencies: tuple[Author, ...] = ()
    for names in said:
        found = _people(names, site)
        people = _persons(found)
        if not people:
            agencies = agencies or found
        elif not claimed or _says_more(people, claimed, site):
            claimed = found if len(names) > 1 else people
    return claimed, agencies


def _says_more(people: tuple[Author, ...], claimed: tuple[Author, ...], site: Site) -> bool:
    if _all_sites(claimed, site):
        return not _all_sites(people, site)
    if all(_is_login(author.name) for author in claimed) and len(people) == len(claimed):
        return all(looks_like_name(author.name) for author in people)
    return set(_persons(claimed)) < set(people) and all(looks_like_name(author.name) for author in people)


def _all_sites(authors: tuple[Author, ...], site: Site) -> bool:
    return all(site.is_called(author.name) for author in authors)


def _told(labelled: LabelledPage, zones: Zones, site: Site) -> tuple[list[tuple[Author, ...]], bool]:
    """(the people whom each byline under the headline names, whether the first of them names an agency alone)."""
    bylines: list[tuple[Author, ...]] = []
    is_agencys = False
    for names in named_in_bylines(labelled, zones, zones.head, in_head=True):
        found = _people(names, site)
        people = _persons(found)
        if people:
            bylines.append(people)
        elif found and not bylines:
            is_agencys = True
    return bylines, is_agencys


def _persons(found: tuple[Author, ...]) -> tuple[Author, ...]:
    return tuple(author for author in found if author.role != "agency")


def _corrected(
    labelled: LabelledPage, zones: Zones, claimed: tuple[Author, ...], bylines: list[tuple[Author, ...]], site: Site
) -> tuple[Author, ...]:
    """What the metadata claim, or what the byline prints where it names other people, or more: metadata then tell who put the
    story into the system, or the first of several."""
    theirs = _names(claimed)
    if not any(map(str.isascii, theirs)) and any(map(_in_no_case, theirs)):
        return claimed  # the same people in another script, for all that a comparison can tell
    told = _surely_told(labelled, zones, claimed, bylines, site)
    alone = claimed[0].name if len(claimed) == 1 else ""
    if alone and (fuller := _fuller(alone, told)):
        return fuller
    if (more := _more_than(theirs, told)) and not _pictured(labelled, zones, more):
        return more
    if told and _all_others(theirs, told) and not _signs(labelled, zones, claimed):
        return told[0]
    return (alone and _with_others(labelled, zones, alone, site)) or _for_logins(labelled, zones, claimed) or claimed


def _surely_told(
    labelled: LabelledPage, zones: Zones, claimed: tuple[Author, ...], bylines: list[tuple[Author, ...]], site: Site
) -> list[tuple[Author, ...]]:
    """The people of the bylines that surely name some; of the names alone on a line where no byline does, or the metadata claim
    the site."""
    is_sites = _all_sites(claimed, site)
    told = [people for people in bylines if _are_sure(labelled.page, zones, people)]
    if is_sites or not told:
        told = [tuple(map(Author, names)) for names in lone_names(labelled, zones.head, surely=not is_sites)] or told
    return told


def _more_than(theirs: set[str], told: list[tuple[Author, ...]]) -> tuple[Author, ...]:
    """The people of a line that names all whom the metadata claim, and others."""
    return next((people for people in told if _names(people) > theirs), ())


def _all_others(theirs: set[str], told: list[tuple[Author, ...]]) -> bool:
    """True where no line names one of those that the metadata claim."""
    return not any(_names(people) & theirs for people in told)


def _names(people: tuple[Author, ...]) -> set[str]:
    return {same_name(author.name) for author in people}


def _fuller(claimed: str, told: list[tuple[Author, ...]]) -> tuple[Author, ...]:
    """The people of a line that prints a family name after the given name which is all that the metadata say."""
    if " " in claimed:
        return ()
    return next((people for people in told if any(one.name.startswith(claimed + " ") for one in people)), ())


def _with_others(labelled: LabelledPage, zones: Zones, name: str, site: Site) -> tuple[Author, ...]:
    """The people of the line under the headline that names one and others with them; none where no line does, and none of a site's
    name with the writer's in it: "Ann Lee – River Notes"."""
    for index in zones.head:
        text = labelled.page.blocks[index].text
        if name in text and len(text) > len(name) + 6 and not (_PICTURES.search(text) or site.is_called(text)):
            names = list(byline_at(labelled, index).names)
            if len(names) > 1 and name in names and are_people(names):
                return tuple(map(Author, dict.fromkeys(names)))
    return ()


def _for_logins(labelled: LabelledPage, zones: Zones, claimed: tuple[Author, ...]) -> tuple[Author, ...]:
    """The people of the author's box, where the metadata claim only what systems call their users."""
    if not all(_is_login(author.name) and author.name.isascii() for author in claimed):
        return ()
    return tuple(map(Author, boxed_names(labelled, zones, zones.head, with_bios=False)))


_PICTURES = late(r"\((?:photo|foto|pictures|bilder|illustration)", re.I)
"""Who made the pictures: "Ann Lee (reporting) and Bo Marsh (photography)"."""


def _pictured(labelled: LabelledPage, zones: Zones, people: tuple[Author, ...]) -> bool:
    """True where the line that names them says that one of them made the pictures."""
    blocks = labelled.page.blocks
    return any(_PICTURES.search(blocks[index].text) and people[-1].name in blocks[index].text for index in zones.head)


def _are_sure(page: Page, zones: Zones, people: tuple[Author, ...]) -> bool:
    """True for names that look like names, and for pen names that lead to their writers' pages."""
    unlike = {author.name for author in people if not looks_like_name(author.name)}
    if not unlike:
        return True
    linked = {name for i in zones.head for name in author_links(page.blocks[i], page.author_links, sure_only=True)}
    return unlike <= linked


def _signs(labelled: LabelledPage, zones: Zones, claimed: tuple[Author, ...]) -> bool:
    """True where a byline anywhere on the page, or a line of its own under the headline, names one of those that the metadata claim."""
    own = {author.name for author in claimed}
    blocks = labelled.page.blocks
    return any(blocks[index].text in own for index in zones.head) or any(
        len(block.text) < _SHORT_LINE
        and begins_byline(block.text)
        and any(author.name in block.text for author in claimed)
        and (any(" " in name for name in own) or not own.isdisjoint(byline_at(labelled, index).names))
        for index, block in enumerate(blocks)
    )


_SHORT_LINE = 160


def _in_no_case(name: str) -> bool:
    return name.upper() == name.lower()


def _is_login(name: str) -> bool:
    """True for what systems call their users: "ann.lee", "alee3"."""
    return name.islower() and " " not in name


def _people(names: list[str], site: Site) -> tuple[Author, ...]:
    """The people and agencies named; beside a person's name the site's is the outlet's."""
    found: dict[str, Author] = {}
    is_past_outlet = False
    for printed in names:
        if _COMPANY.search(printed):
            continue  # its parts are no people either: "Weir Publishing GmbH, Kiel, Germany"
        for part in name_parts(printed):
            author = _author(part, site)
            is_past_outlet = is_past_outlet or (author is None and site.is_called(part))
            if is_past_outlet and found and author is not None and author.role != "agency" and not begins_given(part):
                continue  # where it was written: "Por Ana Paz, Jornal do Vale — Vila Nova"
            if author is not None:
                found.setdefault(author.name.casefold(), author)
    authors = tuple(found.values())
    if len(authors) < 2:
        return authors
    return tuple(author for author in authors if not site.is_called(author.name)) or authors


_COMPANY = late(r"\b(?:GmbH|e\. ?V\b|S\.A\.|Ltd|LLC|Inc)\b")


def _is_written_small(name: str) -> bool:
    """True for a person's name in small letters: "ann lee"."""
    return name.islower() and " " in name and begins_given(name) and looks_like_name(name.title())


def _author(part: str, site: Site) -> Author | None:
    """A person or an agency; the site's name is a person's where it reads as one: blogs are named after who writes them."""
    if is_agency(part):
        return Author(part, role="agency")
    if is_no_person(part) or (site.is_called(part) and not _is_persons(part)):
        return None
    return Author(part)


def _is_persons(name: str) -> bool:
    """Whether a site's name reads as a person's: "Ada Brook", not "Ultima Hora" or "Eastmere Now"."""
    if not nobody.OUTLETS.isdisjoint(name.lower().split()) or "nachrichten" in name.lower():
        return False
    return looks_like_name(name) or _is_written_small(name)
