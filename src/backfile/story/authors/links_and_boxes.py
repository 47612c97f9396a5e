"""The names of a story's writers as its page prints them: bylines, links to authors' own pages, author boxes."""

import re
import unicodedata
from collections.abc import Sequence

from backfile.lexicon.agencies import is_agency
from backfile.lexicon.byline_openings import (
    BY_WITHIN,
    BYLINE_START,
    OTHER_WORK,
    after_opening,
    all_posts_of,
    is_other_work,
    opening_of,
)
from backfile.lexicon.eastern_names import EASTERN, signed_names
from backfile.lexicon.split_names import is_no_person, is_systems_own, looks_like_name, may_be_name, name_parts
from backfile.lexicon.wide_scripts import is_wide
from backfile.model.label import BodyKind, FieldKind, FurnitureKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import HEADINGS, Block
from backfile.page.box_fields import BoxField, says
from backfile.story.authors.bare_names import are_people

_AUTHOR_PAGE = re.compile(
    r"(?:^|[/?&.])(authors?|autor(?:en|es|in|i|ka)?|auteurs?|autore|writers?|contributors?|profiles?|profil|people|person(?:en)?|staff|by|byline|journalists?|journalistes?|"
    r"periodistas?|redakteure?|redactie|reporters?|columnists?|users?|members?|membres|mitarbeiter|team|penulis|yazar(?:lar)?|skribent|forfatter|author_name|experts?)[/=-]+[^/]",
    re.I,
)
_SECTION_PAGE = re.compile(
    r"/(?:category|categories|tags?|topics?|section|rubrik|kategorie|themen?|temas?|sujet)/", re.I
)
"""Links under a headline that are set like bylines, and are none: "By" and the story's sections."""
_SURE = re.compile(r"aut|writer|contributor|by|journalist|periodista|column|penulis|yazar|forfatter", re.I)
_NO_NAMES = frozenset("the our my your his her their using staff all this that a an date topic category state".split())
_JOINS = re.compile(r"\s*(?:,|&|/|;|\||and|und|et|y|e|og|och|,\s*and)?\s*$", re.I)
_BEFORE_HEADLINE = 8
_AFTER_HEADLINE = 14
_AFTER_BODY = 16
_LONGEST_LINE = 200
_SHORT_LINE = 100
_LONGEST_LABEL = 24
_LONGEST_HEAD = 40
_CLOSED = frozenset(
    (FurnitureKind.COMMENTS, FurnitureKind.ADVERT, FurnitureKind.SECOND_STORY, FurnitureKind.NEWSLETTER,
     FurnitureKind.COOKIE_NOTICE, FurnitureKind.PAYWALL, FurnitureKind.REPLAY_BANNER)
)  # fmt: skip
"""Furniture that names people who did not write this story."""


_OUTSIDE = frozenset((FurnitureKind.OTHER, FurnitureKind.BYLINE_BOX, FieldKind.BYLINE))


class Zones:
    """Where a page names its story's writers: around the headline down to the body, and after the body's end."""

    __slots__ = ("_labelled", "_labels", "_of_author", "_page", "first", "head", "is_eastern")

    def __init__(self, labelled: LabelledPage) -> None:
        page, labels = labelled.page, labelled.labels
        self._page, self._labels, self._labelled = page, labels, labelled
        self._of_author: dict[int, bool] = {}
        headline = next(iter(labelled.of(FieldKind.HEADLINE)), -1)
        self.first = next(
            (i for i in labelled.body if i > headline and labels[i].kind is not BodyKind.CAPTION), len(labels)
        )
        start = max(0, (headline if headline >= 0 else self.first - _AFTER_HEADLINE) - _BEFORE_HEADLINE)
        self.is_eastern = bool(labelled.body) and is_wide(page.blocks[labelled.body[len(labelled.body) // 2]].text)
        """Whether the body is written in a script in which no name has a capital, and no space parts words."""
        end = min(self.first, start + _LONGEST_HEAD)
        self.head = self._open(range(start, end)) + self._open(
            range(max(end, self.first - _AFTER_HEADLINE), self.first)
        )
        for index in range(self.first, min(self.first + 2, len(labels))):
            block = page.blocks[index]
            if len(block.text) < 60 and self.in_author_box(block):
                self.head.append(index)

    def in_body(self) -> list[int]:
        """The body's first and last two blocks, where they are short."""
        body = self._labelled.body
        return [i for i in body[:2] + body[-2:] if len(self._page.blocks[i].text) < _SHORT_LINE]

    def opening(self) -> list[int]:
        """The body's first four blocks but for captions."""
        return [i for i in self._labelled.body[:4] if self._labels[i].kind is not BodyKind.CAPTION]

    def after_body(self) -> list[int]:
        """The blocks that follow the body, and notices on authors anywhere below."""
        last = self._labelled.body[-1] if self._labelled.body else self.first
        after = last + 1 + _AFTER_BODY
        found = self._open(range(last + 1, min(len(self._labels), after)))
        return found + [i for i in self._labelled.of(FurnitureKind.AUTHOR_BIO) if i >= after]

    def amid_body(self) -> list[int]:
        """Short headings between the body's first block and its last that are no part of it: of notices on writers."""
        labels, blocks, last = self._labels, self._page.blocks, self._labelled.body[-1] if self._labelled.body else 0
        return [
            i
            for i in range(self.first, last)
            if labels[i][0] in _OUTSIDE and blocks[i].tag in HEADINGS and len(blocks[i][0]) < _SHORT_LINE
        ]

    def labelled_in_body(self) -> list[int]:
        """Lines among the body's that a writer's label opens: "Autorin: Ann Lee"."""
        last, blocks = self._labelled.body[-1] if self._labelled.body else -1, self._page.blocks
        return [
            i
            for i in range(self.first, last + 1)
            if len(text := blocks[i].text) < _SHORT_LINE and ":" in text[:_LONGEST_LABEL] and _is_labelled(text)
        ]

    def in_author_box(self, block: Block) -> bool:
        """True where the block's element, or one of the two around it, is named a byline or an author."""
        known = self._of_author.get(block.box)
        if known is None:
            known = self._of_author[block.box] = self._is_authors(block.box)
        return known

    def _is_authors(self, box: int) -> bool:
        boxes = self._page.boxes
        for _ in range(3):
            if box <= 0:
                return False
            name = boxes[box].name
            if name and says(name, BoxField.AUTHOR):
                return True
            box = boxes[box].parent
        return False

    def _open(self, among: range) -> list[int]:
        labels, blocks = self._labels, self._page.blocks
        return [i for i in among if len(blocks[i][0]) < _LONGEST_LINE and labels[i][0] not in _CLOSED]


def named_after_by(block: Block, text: str, end: int, *, is_byline: bool) -> list[str]:
    """Who is named after the "by" of a line; none where it has none, or tells of photographs, edits and reviews.

    `text` is the block's, parted, and `end` where the "by" ends that it begins with, 0 where it begins with none. `is_byline`:
    the page's names or the line's place say that it is a byline or a stamp, so that a pen name of one word in small letters is
    one, and "by" may stand in mid-line.
    """
    if is_other_work(text):
        return []
    if not text.isascii() and EASTERN.search(text):
        return signed_names(text)
    linked = _linked_after_by(block, is_byline=is_byline) if block.links else []
    if not end:
        found = BY_WITHIN.search(text)
        if found is None:
            return linked
        end = found.end()
    if any(-1 <= span.start - end <= 1 and _leads_to_nobody(span.href) for span in block.links):
        return []
    rest = after_opening(text, end).lstrip(" |")
    parts = name_parts(rest)
    named = leading_names(parts)
    if linked:
        return named if len(named) > len(linked) else linked
    if named:
        return named
    return parts[:1] if parts and _is_pen_name(parts[0], rest, is_byline=is_byline) else []


def _is_labelled(text: str) -> bool:
    """True where a byline's opening with its colon is all that stands before a name."""
    opening = opening_of(text)
    if opening is None or ":" not in opening[0]:
        return False
    first = [*name_parts(text)[:1]]
    return bool(first) and are_people(first)


def _leads_to_nobody(href: str) -> bool:
    return _SECTION_PAGE.search(href) is not None or is_systems_own(href)


def leading_names(parts: Sequence[str]) -> list[str]:
    """The names that open a list of parts, up to the first that is neither a name nor an agency: a job, an office, a section."""
    named = []
    for part in parts:
        if not is_agency(part) and (not may_be_name(part) or is_no_person(part)):
            break
        named.append(part)
    return named


def _is_pen_name(name: str, rest: str, *, is_byline: bool) -> bool:
    """A name of one or two words that is all there is on the line but for the stamp, with a capital unless the line is sure to be
    a byline."""
    if name.lower() in _NO_NAMES:
        return False
    is_all = len(name) == len(rest.strip(" .|"))
    if may_be_name(name):  # in a script without capitals: three words are a name there too
        return is_all or is_byline
    return name.count(" ") < 2 and (is_byline or (name[:1].isupper() and is_all))


def _linked_after_by(block: Block, *, is_byline: bool) -> list[str]:
    """The links that follow "by" with nothing between but commas and "and"."""
    text, names, end = block.text, [], -1
    for span in block.links:
        before = text[max(end, 0) : span.start]
        if end < 0:
            opened = before.rstrip(" :") + " x"
            found = BYLINE_START.match(opened)
            if found is None and is_byline:
                found = next((m for m in BY_WITHIN.finditer(opened) if m.end() == len(opened) - 1), None)
            if (
                found is None
                or found.end() != len(opened) - 1
                or OTHER_WORK.match(opened)
                or _leads_to_nobody(span.href)
            ):
                continue
        elif not _JOINS.match(before) or text[span.start].isdigit():
            break
        names.append(text[span.start : span.end])
        end = span.end
    return names if names and not is_no_person(names[0].strip()) else []


def author_links(block: Block, marked: frozenset[str], *, sure_only: bool) -> list[str]:
    """Texts of links to authors' own pages, by their address, or marked so in the page (`rel=author`). An address that leads to a
    person's page is made of the name."""
    names = []
    for span in block.links:
        text = block.text[span.start : span.end].strip()
        name = all_posts_of(text)
        if name and looks_like_name(name):
            names.append(name)
            continue
        found = _AUTHOR_PAGE.search(span.href)
        is_marked = span.href in marked
        if not text or not (found or is_marked):
            continue
        if is_no_person(text) or OTHER_WORK.search(block.text[: span.start]):
            continue
        if is_marked or (
            found
            and (_SURE.match(found[1]) or (not sure_only and looks_like_name(text)))
            and _agrees(text, span.href[found.start(1) :])
        ):
            names.append(text)
    return names


def _agrees(name: str, address: str) -> bool:
    """True where a word of the name, without its marks, stands in the address, or nothing but a number does."""
    plain = folded(name)
    return any(word in address.lower() for word in plain.split() if len(word) > 2) or looks_like_name(name)


def folded(name: str) -> str:
    """A name as addresses write it: small letters, without accents."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
