"""The names of a story's writers as its page prints them: bylines, links to authors' own pages, author boxes."""

import re
import unicodedata

from backfile.label.bylines import BYLINE_START, OTHER_WORK
from backfile.label.names import purpose
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Block, Page
from backfile.story.persons import is_no_person, looks_like_name, name_parts

_BY = re.compile(
    r"(?:^|(?<=[\s|•·,–—/)\d]))(?:by|von|vom|par|por|di|door|av|af|oleh|autor(?:in|a|es)?:|author:|escribe|текст:|автор:)\s*:?\s+(?=[\w@])",
    re.I,
)
_AUTHOR_PAGE = re.compile(
    r"(?:^|[/?&.])(authors?|autor(?:en|es|in|i|ka)?|auteurs?|autore|writers?|contributors?|profiles?|profil|people|person(?:en)?|staff|by|byline|journalists?|journalistes?|"
    r"periodistas?|redakteure?|redactie|reporters?|columnists?|users?|members?|membres|mitarbeiter|team|penulis|yazar(?:lar)?|skribent|forfatter|author_name|experts?)[/=-]+[^/]",
    re.I,
)
_SURE = re.compile(r"aut|writer|contributor|by|journalist|periodista|column|penulis|yazar|forfatter", re.I)
_NO_NAMES = frozenset("the our my your his her their using staff all this that a an date topic category state".split())
_JOINS = re.compile(r"\s*(?:,|&|/|;|\||and|und|et|y|e|og|och|,\s*and)?\s*$", re.I)
_BEFORE_HEADLINE = 8
_AFTER_HEADLINE = 14
_AFTER_BODY = 12
_LONGEST_LINE = 200
_CLOSED = frozenset(
    (FurnitureKind.COMMENTS, FurnitureKind.ADVERT, FurnitureKind.SECOND_STORY, FurnitureKind.NEWSLETTER,
     FurnitureKind.COOKIE_NOTICE, FurnitureKind.PAYWALL, FurnitureKind.REPLAY_BANNER)
)  # fmt: skip
"""Furniture that names people who did not write this story."""


class Zones:
    """Where a page names its story's writers: around the headline down to the body, and after the body's end."""

    __slots__ = ("body", "head", "tail")

    def __init__(self, page: Page, labels: list[Label]) -> None:
        headline = next((i for i, label in enumerate(labels) if label.kind is FieldKind.HEADLINE), -1)
        body = [i for i, label in enumerate(labels) if isinstance(label.kind, BodyKind)]
        first = next((i for i in body if i > headline and labels[i].kind is not BodyKind.CAPTION), len(labels))
        last = body[-1] if body else first
        start = max(0, headline - _BEFORE_HEADLINE)
        if headline < 0:
            start = max(0, first - _AFTER_HEADLINE)
        self.head = self._open(page, labels, range(start, min(first, start + 40)))
        self.tail = self._open(page, labels, range(last + 1, min(len(labels), last + 1 + _AFTER_BODY)))
        self.body = [i for i in (body[:2] + body[-2:]) if len(page.blocks[i].text) < 100]

    @staticmethod
    def _open(page: Page, labels: list[Label], among: range) -> list[int]:
        return [i for i in among if labels[i].kind not in _CLOSED and len(page.blocks[i].text) < _LONGEST_LINE]


def spaced(block: Block) -> str:
    """A block's text with a bar where inline elements meet with nothing between: style sets them apart."""
    text = block.text
    for seam in reversed(block.seams):
        before, after = text[seam - 1], text[seam]
        if after.islower() or before == ":" or (before == "y" and text[:seam].lower() == "by"):
            text = f"{text[:seam]} {text[seam:]}"
        elif after.isalnum() and before not in "'’(-":
            text = f"{text[:seam]} | {text[seam:]}"
    return text


def named_after_by(block: Block, *, is_byline: bool) -> list[str]:
    """Who is named after the "by" of a line; none where it has none, or tells of photographs, edits and reviews.

    `is_byline`: the page's names or the line's place say that it is a byline or a stamp, so that a pen name of one word in
    small letters is one, and "by" may stand in mid-line.
    """
    text = spaced(block) if block.seams else block.text
    found = BYLINE_START.match(text)
    if OTHER_WORK.match(text):
        return []
    linked = _linked_after_by(block, is_byline=is_byline)
    if linked:
        return linked
    if found is None and is_byline:
        found = _BY.search(text)
    if found is None:
        return []
    rest = text[found.end() :].lstrip(" |")
    first = name_parts(rest)[:1]
    if not first or not (looks_like_name(first[0]) or _is_pen_name(first[0], rest, is_byline=is_byline)):
        return []
    return [rest]


def _is_pen_name(name: str, rest: str, *, is_byline: bool) -> bool:
    """A name of one or two words that is all there is on the line but for the stamp, with a capital unless the line is sure to be
    a byline."""
    if name.count(" ") > 1 or name.lower() in _NO_NAMES:
        return False
    return is_byline or (name[:1].isupper() and len(name) == len(rest.strip(" .|")))


def _linked_after_by(block: Block, *, is_byline: bool) -> list[str]:
    """The links that follow "by" with nothing between but commas and "and"."""
    text, names, end = block.text, [], -1
    for span in block.links:
        before = text[max(end, 0) : span.start]
        if end < 0:
            opened = before.rstrip(" :") + " x"
            found = BYLINE_START.match(opened)
            if found is None and is_byline:
                found = next((m for m in _BY.finditer(opened) if m.end() == len(opened) - 1), None)
            if found is None or found.end() != len(opened) - 1 or OTHER_WORK.match(opened):
                continue
        elif not _JOINS.match(before):
            break
        names.append(text[span.start : span.end])
        end = span.end
    return names if names and not is_no_person(names[0].strip()) else []


def author_links(block: Block, marked: frozenset[str]) -> list[str]:
    """Texts of links to authors' own pages, by their address, or marked so in the page (`rel=author`). An address that leads to a
    person's page is made of the name."""
    names = []
    for span in block.links:
        text = block.text[span.start : span.end].strip()
        if not text or is_no_person(text) or OTHER_WORK.search(block.text[: span.start]):
            continue
        found = _AUTHOR_PAGE.search(span.href)
        if span.href in marked or (found and (_SURE.match(found[1]) or looks_like_name(text)) and _agrees(text, span.href[found.start(1) :])):
            names.append(text)
    return names


def _agrees(name: str, address: str) -> bool:
    """True where a word of the name, without its marks, stands in the address, or nothing but a number does."""
    plain = folded(name)
    return any(word in address.lower() for word in plain.split() if len(word) > 2) or looks_like_name(name)


def folded(name: str) -> str:
    """A name as addresses write it: small letters, without accents."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def in_author_box(page: Page, block: Block) -> bool:
    """True where the block's element, or one of the two around it, is named a byline or an author."""
    box = block.box
    for _ in range(3):
        if box <= 0:
            return False
        name = page.boxes[box].name
        if name and purpose(name).byline:
            return True
        box = page.boxes[box].parent
    return False
