"""The lines of a page that name its story's writers: bylines under the headline, names alone on a line, and what else prints them."""

from collections.abc import Callable, Iterator

from backfile.lexicon.byline_openings import (
    BY_AFTER_STAMP,
    BY_WORDS,
    OTHER_WORK,
    is_by_alone,
    is_other_work,
    may_open,
    opening_of,
)
from backfile.lexicon.eastern_names import EASTERN, eastern_names
from backfile.lexicon.read_byline import byline_at
from backfile.lexicon.split_names import is_no_person, may_be_name, name_parts
from backfile.model.label import BodyKind, Byline, FieldKind, FurnitureKind, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Page
from backfile.story.authors.bare_names import (
    are_people,
    at_opening,
    begins_given,
    beside_office,
    beside_stamp,
    in_stamp_lines,
    is_told_of,
    repeated,
    signature,
    signed_twice,
    under_headline,
)
from backfile.story.authors.links_and_boxes import (
    Zones,
    author_links,
    leading_names,
    named_after_by,
)


def names_elsewhere(
    labelled: LabelledPage, zones: Zones, is_outlet: Callable[[str], bool], *, is_signed: bool
) -> Iterator[list[str]]:
    """Names that the page prints elsewhere than in a byline under its headline, the surest first. Names alone on their lines are
    none of a writer's where the outlet signs (`is_signed`), and whom the story tells of did not write it."""
    page, labels = labelled.page, labelled.labels
    tail = zones.after_body()
    yield _contacts(labelled, zones.head)
    yield beside_office(page, zones.head, is_outlet)
    yield [name for name in signed_twice(page, labels, zones.head, tail) if not is_told_of(labelled, name)]
    yield [name for name in _links(page, zones.head, sure_only=False) if not is_told_of(labelled, name)]
    yield boxed_names(labelled, zones, zones.head, with_bios=True)
    yield from named_in_bylines(labelled, zones, zones.in_body(), in_head=False)
    yield from named_in_bylines(labelled, zones, zones.labelled_in_body(), in_head=False)
    yield from named_in_bylines(labelled, zones, tail, in_head=False)
    yield from named_in_bylines(labelled, zones, zones.amid_body(), in_head=False)
    yield _links(page, tail, sure_only=True)
    yield repeated(page, boxed_names(labelled, zones, tail, with_bios=True))
    yield at_opening(page, [*zones.opening(), *(at for at in zones.head if "/" in page.blocks[at].text)])
    if is_signed:
        return
    yield beside_stamp(page, labels, zones.head)
    in_stamps = in_stamp_lines(page, labels, zones.head)
    given = list(filter(begins_given, in_stamps))
    for names in (signature(labelled), repeated(page, in_stamps), given, under_headline(page, labels, zones.head)):
        yield [name for name in names if not is_told_of(labelled, name)]


def signs_as_outlet(labelled: LabelledPage, zones: Zones, is_outlet: Callable[[str], bool]) -> bool:
    """True where a line under the headline that begins as a byline names the outlet first: nobody else signs."""
    for index in zones.head:
        text = labelled.page.blocks[index].text
        if len(text) < _LONGEST_BOXED and may_open(text) and (line := byline_at(labelled, index)).opening:
            first = line.text[len(line.opening) :].strip(" |")
            if is_outlet(first):
                return True
    return False


def named_in_bylines(labelled: LabelledPage, zones: Zones, among: list[int], *, in_head: bool) -> Iterator[list[str]]:
    """Who each line with a "by" names, or the line after one that is a "by" alone."""
    for index in among:
        if labelled.labels[index].rule is RuleName.FOLDED_BOX:
            text = labelled.page.blocks[index].text
            names = _in_folded(text) if len(text) < _LONGEST_FOLDED else []
        else:
            names = _in_line(labelled, zones, index, in_head=in_head)
        if names:
            yield names


def _in_line(labelled: LabelledPage, zones: Zones, index: int, *, in_head: bool) -> list[str]:
    """Who a line with a "by" names, or the line after it where it is a "by" alone."""
    blocks, kind = labelled.page.blocks, labelled.labels[index].kind
    block = blocks[index]
    may_begin = bool(block.seams) or kind is FieldKind.BYLINE or may_open(block.text)
    line = byline_at(labelled, index) if may_begin else _NO_BYLINE._replace(text=block.text)
    text, end = line.text, len(line.opening)
    if not end and kind is FieldKind.DEK and (found := BY_AFTER_STAMP.match(text)):
        end = found.end()
    is_byline = in_head and (kind in _OFTEN_BYLINES or (kind not in _NEVER_BOXED and _is_boxed(zones, block, text)))
    is_asked = end or is_byline or (zones.is_eastern and kind not in _NEVER_BOXED and EASTERN.search(text))
    names = named_after_by(block, text, end, is_byline=is_byline) if is_asked else []
    if not names and may_begin and len(text) < _BY_ALONE and is_by_alone(text) and index + 1 < len(blocks):
        names = _leading_people(byline_at(labelled, index + 1))
    return names


def _is_boxed(zones: Zones, block: Block, text: str) -> bool:
    """True for a short line in an author's box."""
    return len(text) < _LONGEST_BOXED and zones.in_author_box(block)


def _in_folded(text: str) -> list[str]:
    """Who the lines of a box of links and short lines name after a "by": "By Ann Lee", "Share"."""
    if _BYS.isdisjoint(text.lower().replace(":", " ").split()):
        return []
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if len(line) < _BY_ALONE and is_by_alone(line) and at + 1 < len(lines):
            names = name_parts(lines[at + 1])
            if at == 0 and line.lower().rstrip(" :") in BY_WORDS:
                return names[:1]
        else:
            names = name_parts(line) if opening_of(line) and not is_other_work(line) else []
        if names and are_people(names[:1]):
            return leading_names(names)
    return []


_LONGEST_FOLDED = 160
"""A box of more code points is a menu."""
_BYS = frozenset((*BY_WORDS, *"author authors autor autoren autorin auteur text texte words tekst story".split()))
_OFTEN_BYLINES = frozenset((FieldKind.BYLINE, FieldKind.STAMP))
_NEVER_BOXED = frozenset((FieldKind.HEADLINE, FieldKind.DEK, FurnitureKind.NAVIGATION, FurnitureKind.SHARE))
_BY_ALONE = 24
_LONGEST_BOXED = 120


_NO_BYLINE = Byline("", "", ())


def _leading_people(line: Byline) -> list[str]:
    """The names that a line opens with; none where it opens otherwise, or goes on as a sentence does."""
    return leading_names(line.names) if len(line.text) <= _LONGEST_OF_PEOPLE else []


_LONGEST_OF_PEOPLE = 160


def _links(page: Page, among: list[int], *, sure_only: bool) -> list[str]:
    """The links to authors' pages in the first block that has one, and in those that follow it at once."""
    names: list[str] = []
    last = -1
    for index in among:
        block = page.blocks[index]
        if last >= 0 and (index - last > 2 or OTHER_WORK.match(block.text)):
            break
        if block.links and (found := author_links(block, page.author_links, sure_only=sure_only)):
            names += found
            last = index
    return names


def boxed_names(labelled: LabelledPage, zones: Zones, among: list[int], *, with_bios: bool) -> list[str]:
    """The names in the first box that is named an author's or a byline."""
    for index in among:
        block = labelled.page.blocks[index]
        if labelled.labels[index].kind in _OF_PICTURES:
            continue
        if (with_bios and labelled.labels[index].kind is FurnitureKind.AUTHOR_BIO) or zones.in_author_box(block):
            line = byline_at(labelled, index)
            text, names = line.text, _leading_people(line)
            if not names and len(text) < _BY_ALONE and not text.isascii() and EASTERN.search(text):
                names = eastern_names(text)
            if names:
                return names
    return []


_OF_PICTURES = frozenset((BodyKind.CAPTION, FieldKind.PHOTO_CREDIT))


def lone_names(labelled: LabelledPage, head: list[int], *, surely: bool) -> Iterator[list[str]]:
    """The names that stand as a byline does but with no "by": the contacts of HTML's <address>, a line in a box named a byline;
    and, unless asked for what is sure, any name alone on its line."""
    blocks = labelled.page.blocks
    contacts = _contacts(labelled, head)
    if contacts:
        yield contacts
    for index in labelled.of(FieldKind.BYLINE):
        is_boxed = labelled.labels[index].rule is RuleName.NAMED_BYLINE
        if index not in head or (surely and not is_boxed):
            continue
        names = list(byline_at(labelled, index).names)
        if ((names and are_people(names)) or (is_boxed and _are_caseless(names))) and not is_other_work(
            blocks[index].text
        ):
            yield names


def _are_caseless(names: list[str]) -> bool:
    """True for names in scripts without capitals: nothing but their place tells them from other words."""
    return bool(names) and not any(
        name.isascii() or is_no_person(name) or not (may_be_name(name) or EASTERN.search(name)) for name in names
    )


def _contacts(labelled: LabelledPage, head: list[int]) -> list[str]:
    blocks = labelled.page.blocks
    names = [name for i in head if blocks[i].tag == "address" for name in name_parts(blocks[i].text)]
    return names if are_people(names) else []
