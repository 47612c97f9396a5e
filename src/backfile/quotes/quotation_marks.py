"""Where quotation marks open and close in a paragraph: straight, curly, guillemets, low-high, corner brackets.

The marks of each language after the Unicode Standard, chapter 6.2 ("Quotation Marks and Brackets"), and CLDR's
delimiters.  A paragraph that opens a quotation and does not close it goes on in the next one that opens with a mark.
"""

import re
from typing import NamedTuple


class Stretch(NamedTuple):
    """Words between quotation marks; code points into the body."""

    start: int
    """Of the opening mark."""
    end: int
    """After the closing mark, or the end of the paragraph where there is none."""
    inner_start: int
    inner_end: int
    closed: bool
    """False: the quotation goes on in the next paragraph, or the closing mark is missing."""


PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "〝": "〟", "‹": "›", "‚": "‘’",
}  # fmt: skip
"""Opening mark to the marks that close it."""

_DOUBLE = re.compile("[\"“”„«»「」『』〝〟]|''|``")
"""Matches the mark in 'he said "no"'; not the apostrophe in "don't"."""
_PLAIN_DOUBLE = re.compile('["“”„«»「」『』〝〟]')
"""Matches the same marks but for those made of two signs: a class alone is found three times as fast."""
_SINGLE_OPEN = re.compile(r"(?<![\w,.?!’'])[‘'](?=[\w\[…])")
"""Matches ‘ before a word; not the apostrophe inside or after one."""
_SINGLE_CLOSE = re.compile(r"(?<=[,.?!…\w])[’'](?!\w)")
_BRITISH = re.compile(r"[,.?!…][’'](?=\s|$|[,.])")
"""Matches the end of 'I will go,' he said; its absence says that single marks are not speech here."""
_WORD = re.compile(r"\w+")
_CAPITAL_WORDS = re.compile(r"\W*(?:(?:[A-Z0-9]\S*|a|an|the|of|and|in|on|to|for|with|by|at|from|or|is)(?:\s+|$))+$")
"""Matches "The Art of the Deal"; not "The idea that he would"."""


def find_stretches(body: str, paragraphs: list[tuple[int, int]], *, single: bool = False) -> list[list[Stretch]]:
    """The quoted stretches of each paragraph, in order; with `single`, between single marks."""
    found: list[list[Stretch]] = []
    for start, end in paragraphs:
        if single:
            found.append(_single_in(body, start, end))
            continue
        unclosed = bool(found and found[-1] and not found[-1][-1].closed)
        found.append(
            _double_in(body, start, end, open_from=start if unclosed and _closes_first(body, start, end) else None)
        )
    return found


def _closes_first(body: str, start: int, end: int) -> bool:
    """Whether the first mark of a paragraph closes what an earlier one opened: 'We tried."'."""
    hit = _DOUBLE.search(body, start, end)
    if hit is None or hit.start() == start:
        return False
    if hit.group() in ("”", "»"):
        return True
    after = body[hit.end()] if hit.end() < end else " "
    return hit.group() == '"' and not body[hit.start() - 1].isspace() and not after.isalnum()


def uses_single_marks(body: str) -> bool:
    """Whether speech stands between single marks in this text, as in much British printing."""
    doubles = sum(body.count(mark) for mark in '"“”„«»「')
    return not doubles and _BRITISH.search(body) is not None and _SINGLE_OPEN.search(body) is not None


def _double_in(body: str, start: int, end: int, *, open_from: int | None = None) -> list[Stretch]:
    if open_from is None and _PLAIN_DOUBLE.search(body, start, end) is None and not _has_pairs(body, start, end):
        return []
    found: list[Stretch] = []
    opened: tuple[int, int, str] | None = None
    if open_from is not None:
        first = _DOUBLE.search(body, start, end)
        assert first is not None
        opened = (start, start, {"”": "“", "»": "«"}.get(first.group(), '"'))
    for hit in _DOUBLE.finditer(body, start, end):
        mark, at, after = hit.group(), hit.start(), hit.end()
        if opened is None:
            if _opens(body, mark, at=at, after=after, bounds=(start, end)):
                opened = (at, after, mark)
            continue
        if _closes(body, opened[2], mark, after=after, end=end):
            found.append(Stretch(opened[0], after, opened[1], at, True))
            opened = None
        elif mark == opened[2] and mark in ('"', "“"):  # the closing mark was forgotten
            stop = _last_stop(body, opened[1], at)
            found.append(Stretch(opened[0], stop, opened[1], stop, True))
            opened = (at, after, mark)
    if opened is not None and _WORD.search(body, opened[1], end):
        found.append(Stretch(opened[0], end, opened[1], end, False))
    return found


def _has_pairs(body: str, start: int, end: int) -> bool:
    return body.find("''", start, end) >= 0 or body.find("``", start, end) >= 0


def _opens(body: str, mark: str, *, at: int, after: int, bounds: tuple[int, int]) -> bool:
    if mark in PAIRS:
        return True
    if mark in ('"', "''", "``"):
        before = body[at - 1] if at > bounds[0] else " "
        inside = body[after] if after < bounds[1] else " "
        if before.isdigit() and inside in " ,.;)":  # inches: 6'2"
            return False
        return not inside.isspace() or before.isspace() or before in ",:"
    return False


def _closes(body: str, opener: str, mark: str, *, after: int, end: int) -> bool:
    if opener in PAIRS:
        return mark in PAIRS[opener] or (mark == '"' and opener in "“„")
    if mark == '"' and opener == '"':
        inside = body[after] if after < end else " "
        before = body[after - 2]
        return not (inside.isalnum() and before.isspace())
    return mark in ("''", "”", '"')


def _last_stop(body: str, start: int, end: int) -> int:
    """After the last sentence-ending mark in body[start:end], or `end` without its spaces."""
    for at in range(end - 1, start, -1):
        if body[at] in ".?!,":
            return at + 1
    return end


def _single_in(body: str, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    at = start
    while True:
        opening = _SINGLE_OPEN.search(body, at, end)
        if opening is None:
            return found
        inner = opening.end()
        close = None
        for hit in _SINGLE_CLOSE.finditer(body, inner, end):
            close = hit
            if body[hit.start() - 1] != "s":  # "the boys' school" does not end a quotation
                break
        if close is None:
            if opening.start() == start:
                found.append(Stretch(opening.start(), end, inner, end, False))
            return found
        found.append(Stretch(opening.start(), close.end(), inner, close.start(), True))
        at = close.end()


def words_in(body: str, stretch: Stretch) -> int:
    """How many words stand between the marks, counted as far as ten."""
    count = 0
    for _ in _WORD.finditer(body, stretch.inner_start, stretch.inner_end):
        count += 1
        if count == 10:
            break
    return count


def is_title(body: str, stretch: Stretch) -> bool:
    """Whether the marks hold a title ("The Art of the Deal"): every main word has a capital letter."""
    inner = body[stretch.inner_start : stretch.inner_end].strip(" ,.’'")
    return "!" not in inner and len(inner) < 90 and " " in inner and _CAPITAL_WORDS.match(inner) is not None


def is_utterance(body: str, stretch: Stretch) -> bool:
    """Whether a stretch is taken as one whole in its sentence: long enough, or punctuated as speech is."""
    last = body[stretch.inner_end - 1 : stretch.inner_end]
    if body[stretch.start] in "「『〝":
        return stretch.inner_end - stretch.inner_start >= 8 or last == "。"
    return (last != "" and last in ",.?!;…—-") or not stretch.closed or words_in(body, stretch) >= 4
