"""A quotation before its speaker is known, and from its tokens to code points of the body: pieces inside their marks."""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from backfile.quotes import word_classes as w
from backfile.quotes.quotation_marks import Stretch
from backfile.quotes.word_classes import Tokens

Span = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A quotation before its speaker is known; spans are code points into the body."""

    pieces: list[Span]
    kind: str
    act: str
    cue: Span | None = None
    source: Span | None = None
    hearer: Span | None = None
    passive: bool = False
    continues: bool = False
    """No cue of its own: it goes on in the voice of the one before."""
    labelled: bool = False
    """Its source is the label of a transcript."""
    interview: bool = False
    """Its source is the label of an interview, whose parties are people."""
    answers: bool = False
    """It answers a question of an interview under no label."""
    omitted: bool = False
    """Its cue has no subject, in a language that leaves the pronoun out."""
    open_end: bool = False
    """Its last piece has no closing mark."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its tokens and sentences."""

    start: int
    end: int
    tokens: Tokens
    stretches: list[Stretch]
    sentences: list[Span]


def span_of(t: Tokens, found: tuple[int, int] | None) -> Span | None:
    """Code points of a token range, without a possessive's "'s"."""
    if found is None:
        return None
    start, end = t.starts[found[0]], t.end_of(found[1] - 1)
    last = t.words[found[1] - 1]
    if t.tags[found[1] - 1] & w.GENITIVE:
        end -= 2 if last[-1] == "s" else 1
    elif t.tags[found[1] - 1] & w.SUBJECT and ("'" in last or "’" in last):
        end = start + len(last.replace("’", "'").split("'")[0])
    return start, end


def spans_of(body: str, paragraph: Paragraph, a: int, b: int) -> list[Span]:
    """The code points of content tokens [a, b): inside the marks where all of it is quoted, else with them."""
    t = paragraph.tokens
    while b > a and t.tags[b - 1] & w.PUNCT and t.words[b - 1] not in ")]":
        b -= 1
    while a < b and t.tags[a] & w.PUNCT and t.words[a] not in "([":
        a += 1
    if a >= b:
        return []
    if all(k in t.quoted for k in range(a, b)):
        return [inner_of(body, t.quoted[k]) for k in range(a, b)]
    start, end = t.starts[a], t.end_of(b - 1)
    stretches = paragraph.stretches
    for stretch in stretches[bisect_right(stretches, start - 1, key=attrgetter("end")) :]:
        if stretch.start > end:
            break
        if stretch.inner_start == start and stretch.inner_end < end:
            start = stretch.start
        if stretch.start > start and stretch.inner_end in (end, end + 1) and stretch.closed:
            end = stretch.end
    return [(start, end)]


def inner_of(body: str, stretch: Stretch) -> Span:
    """What stands inside the marks of a quotation, without the comma before the closing one."""
    start, end = stretch.inner_start, stretch.inner_end
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    return start, end


def kind_of(pieces: list[Span], stretches: list[Stretch]) -> str:
    """Whether all of the pieces stands in marks (direct), some of it (mixed) or none (indirect)."""
    inside = total = 0
    for start, end in pieces:
        total += end - start
        for stretch in stretches[bisect_right(stretches, start, key=attrgetter("end")) :]:
            if stretch.start >= end:
                break
            inside += min(end, stretch.end) - max(start, stretch.start)
    if not inside:
        return "indirect"
    return "direct" if inside >= total - 2 * len(pieces) else "mixed"
