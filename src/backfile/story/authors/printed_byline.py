"""The byline as printed."""

import re
from collections.abc import Sequence

from backfile.label.head_lines import NAME_BESIDE_STAMP, is_name_and_stamp
from backfile.late_pattern import late
from backfile.lexicon.agencies import agency_name, is_agency
from backfile.lexicon.byline_openings import BY_AND_NAME, opening_of
from backfile.lexicon.read_byline import byline_at
from backfile.lexicon.split_names import is_no_person, is_pages_own, name_parts, without_tail
from backfile.model.label import Byline, FieldKind, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block
from backfile.model.story import Author, Credit
from backfile.story.authors.bare_names import is_told_of


def find_byline(labelled: LabelledPage, authors: Sequence[Author]) -> str | None:
    """The byline as the page prints it, without the stamp or reading time that share its line."""
    blocks, names = labelled.page.blocks, {author.name for author in authors}
    printed: list[str] = []
    for index in labelled.of(FieldKind.BYLINE):
        text = blocks[index].text
        is_bare = labelled.labels[index].rule is RuleName.NAME_BEFORE_BODY and text not in names
        if is_bare and is_told_of(labelled, text):
            continue
        if found := _printed(byline_at(labelled, index), blocks[index]):
            printed.append(found)
    if printed:
        return next((line for line in printed if any(name in line for name in names)), printed[0])
    for index in labelled.of(FieldKind.STAMP):
        if found := _in_stamp(blocks[index].text):
            return found
    return None


def _printed(line: Byline, block: Block) -> str | None:
    text = _without_page_words(block)
    if _STAFF.match(text):
        return text
    start = len(line.opening) if text.startswith(line.opening) else 0
    named = without_tail(text[start:])
    if any(not is_no_person(part) for part in name_parts(named)):
        return text[:start] + named
    return _in_stamp(block.text)


def _without_page_words(block: Block) -> str:
    """A line without the links in it that say what the page does: "Ann Lee See full bio"."""
    text = block.spaced
    for span in block.links:
        words = block.text[span.start : span.end].strip()
        rest = " ".join(text.replace(words, " ", 1).split())
        if is_pages_own(words) and not all(map(is_no_person, name_parts(rest))):
            text = rest
    return text


def _in_stamp(text: str) -> str | None:
    """The byline in a line such as "POSTED 4:47 PM, FEBRUARY 23, 2017, BY DANA KESSLER"."""
    found = BY_AND_NAME.search(text)
    if found is None:
        beside = NAME_BESIDE_STAMP.match(text) if is_name_and_stamp(text) else None
        return (beside["before"] or beside["after"]).strip(" |•·") if beside else None
    return found[0] if _STAFF.match(found[0]) else without_tail(found[0]) or None


_STAFF = late(
    r"(?:by|from)?\s*:?\s*(?:(?:[\w&'’-]+ ){0,3}(?:staff|newsroom|news desk)(?: (?:report|reports|reporter|reporters|writers?|and wire (?:reports|services)))?|"
    r"(?:wire|staff) reports?|from (?:staff|wire) (?:reports?|and wire reports?))\.?$",
    re.I,
)


_STAFF_WORDS = late(r"\s*(?:\b(?:web|news|digital|online)\s+)?\b(?:staff|newsroom|reports?|writers?)\b.*$", re.I)


def byline_credit(byline: str | None) -> Credit | None:
    """The credit in a byline: the agency that it names, alone or with others, or the newsroom's own staff."""
    if not byline:
        return None
    opening = opening_of(byline)
    source = (byline[opening.end() :] if opening else byline).strip(" .")
    bracketed = _BRACKETED.search(source)
    beside = name_parts(bracketed[1]) if bracketed else []
    for named in dict.fromkeys((source.rsplit(", ", 1)[-1], source, *name_parts(source), *beside, *_endings(source))):
        if is_agency(named):
            return Credit(byline, _agency(named), "wire")
    if _STAFF.match(byline.strip()):
        return Credit(byline, _STAFF_WORDS.sub("", source) or source, "staff")
    return None


def _endings(source: str) -> list[str]:
    """The last words of a line, four at the most: an agency follows a name with no mark, "Bo Marsh Associated Press"."""
    words = source.split()
    return [" ".join(words[at:]) for at in range(max(1, len(words) - 4), len(words) - 1)]


_BRACKETED = late(r"\(([^()]{2,40})\)?$")
"""What ends a byline in brackets: "By Ann Lee (AP)"."""


def _agency(named: str) -> str:
    """The full name of an agency, or of the one that a reporter's name stands before: "Ann Lee The Associated Press"."""
    words = named.split()
    known = next((name for start in range(len(words)) if (name := agency_name(" ".join(words[start:])))), None)
    return known or (named.title() if named.isupper() and " " in named else named)
