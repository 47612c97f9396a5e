"""From the attributions of each sentence to quotations over paragraphs: pieces joined, quotations with no cue placed.

A quotation cut by its cue is one ('"A," she said. "B."'); one that stands alone after it goes on in the same voice; a
paragraph that does not close its marks goes on in the next.
"""

import re
from dataclasses import dataclass

from backfile.quotes import words as w
from backfile.quotes.attributions import read_reports
from backfile.quotes.cues import SPEECH
from backfile.quotes.marks import Stretch, find_stretches, is_title, is_utterance, uses_single_marks, words_in
from backfile.quotes.phrases import phrase_after
from backfile.quotes.reports import Report
from backfile.quotes.sentences import split_sentences
from backfile.quotes.subjects import main_subject, subject_of
from backfile.quotes.words import CUE_VERBS, Tokens, tokenise

Span = tuple[int, int]
_CITED = re.compile(r"\s?[—–-]\s[A-Z][^\n]{2,60},\s[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\W*$")
"""Matches what follows a headline in a list of sources: " — Ottawa Star, August 15, 2008"; not " — Lee said"."""
_NONE: frozenset[int] = frozenset()


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


def read_paragraphs(body: str, spans: list[Span]) -> list[Paragraph]:
    """Each of `spans` tokenised, its quotations found and its sentences split."""
    single = uses_single_marks(body)
    found = []
    for (start, end), stretches in zip(spans, find_stretches(body, spans, single=single), strict=True):
        whole = [s for s in stretches if s.inner_end > s.inner_start and _is_whole(body, start, s)]
        marked = frozenset(s.inner_start for s in stretches if s not in whole) if len(whole) < len(stretches) else _NONE
        tokens = tokenise(body, start, end, whole, marked)
        found.append(Paragraph(start, end, tokens, stretches, split_sentences(tokens, body)))
    return found


def _is_whole(body: str, start: int, stretch: Stretch) -> bool:
    """Whether a stretch is one unit of its sentence: an utterance, and no title in the middle of a sentence."""
    if not is_utterance(body, stretch):
        return False
    lead = body[start : stretch.start].rstrip()[-1:]
    return lead in ("", ",", ":", ".", "?", "!", "”", '"') or not is_title(body, stretch)


def draft_quotes(body: str, paragraphs: list[Paragraph], labels: dict[int, Draft]) -> list[Draft]:
    """The quotations of the body in order, each with its pieces, cue and the words that name its source.

    `labels` are the paragraphs of a transcript, by number.
    """
    drafts: list[Draft] = []
    carried: Draft | None = None
    before: Paragraph | None = None
    for number, paragraph in enumerate(paragraphs):
        if number in labels:
            drafts.append(labels[number])
            continue
        found = _draft_paragraph(body, paragraph)
        if before is not None and before.tokens.words[-1:] == [":"]:
            found = _announced(before, paragraph, found)
        before = paragraph
        if carried is not None and found and paragraph.stretches:
            first = paragraph.stretches[0]
            if first.start == paragraph.start and found[0].pieces[0][0] == first.inner_start:
                found = _carry_on(carried, found)
        if found:
            carried = found[-1] if found[-1].open_end else None
        elif carried is not None and not carried.open_end:
            carried = None
        drafts.extend(found)
    return [draft for draft in drafts if draft.pieces]


def _announced(before: Paragraph, paragraph: Paragraph, found: list[Draft]) -> list[Draft]:
    """The drafts of a paragraph that the one before announced with a colon: "She tweeted:"."""
    t = before.tokens
    start, end = before.sentences[-1]
    cue = next(
        (k for k in range(end - 1, start, -1) if t.tags[k] & w.CUE and _speaks(t.low[k])),
        None,
    )
    source = main_subject(t, cue or end - 1, start)
    if cue is not None and not t.tags[cue] & w.ING:
        source = subject_of(t, cue, start) or source
    if found and found[0].continues:
        found[0].source, found[0].continues = _span(t, source), False
        found[0].cue = (t.starts[cue], t.ends[cue]) if cue is not None else None
    elif not found and cue is not None and source is not None and not paragraph.stretches:
        span = (paragraph.start, paragraph.end)
        found = [Draft([span], "indirect", SPEECH, cue=(t.starts[cue], t.ends[cue]), source=_span(t, source))]
    return found


def _carry_on(carried: Draft, found: list[Draft]) -> list[Draft]:
    """What is left of `found` once its first quotation and `carried` are one, under whichever of them has a cue."""
    first = found[0]
    if first.cue is None:
        carried.pieces.extend(first.pieces)
        carried.open_end = first.open_end and len(found) == 1
        return found[1:]
    carried.open_end = False
    if carried.cue is None:
        first.pieces[:0] = carried.pieces
        carried.pieces = []
    return found


def _draft_paragraph(body: str, paragraph: Paragraph) -> list[Draft]:
    t = paragraph.tokens
    drafts: list[Draft] = []
    previous: Draft | None = None  # the draft that the last token of the sentence before belongs to
    for start, end in paragraph.sentences:
        reports = read_reports(t, start, end)
        covered: set[int] = set()
        here = []
        for report in reports:
            draft = _draft(body, paragraph, report)
            if draft is None:
                continue
            here.append((report.pieces[0][0], draft))
            for a, b in report.pieces:
                covered.update(k for k in t.quoted if a <= k < b)
        for k in t.quoted:
            if start <= k < end and k not in covered:
                draft = _uncued(body, paragraph, k, (start, end), previous if not here else None)
                if draft is not None and draft is not previous:
                    here.append((k, draft))
        here.sort(key=lambda item: item[0])
        drafts.extend(draft for _, draft in here)
        if here:
            previous = next((d for _, d in reversed(here) if d.kind != "indirect"), here[-1][1])
        elif not all(t.tags[k] & (w.QUOTED | w.PUNCT) for k in range(start, end)):
            previous = None
    return drafts


def _draft(body: str, paragraph: Paragraph, report: Report) -> Draft | None:
    t = paragraph.tokens
    pieces: list[Span] = []
    for a, b in report.pieces:
        pieces.extend(_spans(body, paragraph, a, b))
    if not pieces:
        return None
    last = report.pieces[-1][1] - 1
    return Draft(
        pieces,
        _kind(pieces, paragraph.stretches),
        report.act,
        cue=(t.starts[report.cue[0]], t.ends[report.cue[1] - 1]),
        source=_span(t, report.source),
        hearer=_span(t, report.hearer),
        passive=report.passive,
        open_end=last in t.quoted and not t.quoted[last].closed,
    )


def _span(t: Tokens, found: tuple[int, int] | None) -> Span | None:
    """Code points of a token range, without a possessive's "'s"."""
    if found is None:
        return None
    start, end = t.starts[found[0]], t.ends[found[1] - 1]
    last = t.words[found[1] - 1]
    if t.tags[found[1] - 1] & w.GENITIVE:
        end -= 2 if last[-1] == "s" else 1
    elif t.tags[found[1] - 1] & w.SUBJECT and ("'" in last or "’" in last):
        end = start + len(last.replace("’", "'").split("'")[0])
    return start, end


def _spans(body: str, paragraph: Paragraph, a: int, b: int) -> list[Span]:
    """The code points of content tokens [a, b): inside the marks where all of it is quoted, else with them."""
    t = paragraph.tokens
    while b > a and t.tags[b - 1] & w.PUNCT and t.words[b - 1] not in ")]":
        b -= 1
    while a < b and t.tags[a] & w.PUNCT and t.words[a] not in "([":
        a += 1
    if a >= b:
        return []
    if all(k in t.quoted for k in range(a, b)):
        return [_inner(body, t.quoted[k]) for k in range(a, b)]
    start, end = t.starts[a], t.ends[b - 1]
    for stretch in paragraph.stretches:
        if stretch.inner_start == start and stretch.inner_end < end:
            start = stretch.start
        if stretch.start > start and stretch.inner_end in (end, end + 1) and stretch.closed:
            end = stretch.end
    return [(start, end)]


def _inner(body: str, stretch: Stretch) -> Span:
    start, end = stretch.inner_start, stretch.inner_end
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    return start, end


def _kind(pieces: list[Span], stretches: list[Stretch]) -> str:
    inside = total = 0
    for start, end in pieces:
        total += end - start
        for stretch in stretches:
            inside += max(0, min(end, stretch.end) - max(start, stretch.start))
    if not inside:
        return "indirect"
    return "direct" if inside >= total - 2 * len(pieces) else "mixed"


def _uncued(body: str, paragraph: Paragraph, k: int, sentence: Span, previous: Draft | None) -> Draft | None:
    """A quotation that no cue took: `previous` with it joined, one of its own, or None (a title, a scare quote)."""
    t = paragraph.tokens
    stretch = t.quoted[k]
    alone = all(t.tags[i] & (w.QUOTED | w.PUNCT) for i in range(*sentence))
    piece = _inner(body, stretch)
    if piece[0] >= piece[1]:
        return None
    if (
        alone
        and previous is not None
        and previous.act == SPEECH
        and previous.kind != "indirect"
        and _runs_on(body, previous)
    ):
        previous.pieces.append(piece)
        previous.open_end = not stretch.closed
        return previous
    if not alone and (is_title(body, stretch) or words_in(body, stretch) < 4):
        return None
    if _CITED.match(body, stretch.end, paragraph.end):
        return None
    if not alone and k == sentence[0]:
        found = _told_beside(body, t, k, sentence[1])
        if found is not None:
            return Draft([piece], "direct", SPEECH, cue=_span(t, found[1]), source=_span(t, found[0]))
    if alone or k == sentence[0]:
        return Draft([piece], "direct", SPEECH, continues=True, open_end=not stretch.closed)
    colon = k - 1 if t.words[k - 1] == ":" else None
    cue = next((i for i in range(k - 1, sentence[0], -1) if t.tags[i] & w.CUE and _speaks(t.low[i])), None)
    if colon is not None and colon - sentence[0] < 8 and cue is None:
        source: Span | None = (sentence[0], colon)
    else:
        source = (subject_of(t, cue, sentence[0]) if cue else None) or main_subject(t, k, sentence[0])
    if source is None and colon is None:
        return None  # words that the reporter puts in marks
    found = Draft([piece], "direct", SPEECH, source=_span(t, source), continues=source is None)
    found.open_end = not stretch.closed
    if cue is not None and source is not None and source[1] <= cue:
        found.cue = (t.starts[cue], t.ends[cue])
    return found


def _speaks(word: str) -> bool:
    """Whether direct speech may stand beside this verb."""
    return "d" in CUE_VERBS.get(word, ("", ""))[1]


def _told_beside(body: str, t: Tokens, k: int, end: int) -> tuple[Span, Span] | None:
    """The subject and the verb after a quotation that ends as speech does, whatever the verb: '"No," Lee barked back.'"""
    stretch = t.quoted[k]
    if not stretch.closed or body[stretch.inner_end - 1] not in ",?!" or k + 2 >= end:
        return None
    if t.tags[k + 1] & w.PAST and not t.tags[k + 1] & w.AUX:
        stop = phrase_after(t, k + 2, end)
        return ((k + 2, stop), (k + 1, k + 2)) if stop > k + 2 else None
    if body[stretch.inner_end - 1] != "," and not t.tags[k + 1] & (w.NAME | w.SUBJECT):
        return None
    for at in range(k + 2, min(end, k + 20)):
        if t.tags[at] & (w.PAST | w.THIRD) and not t.tags[at] & w.AUX:
            source = subject_of(t, at, k + 1)
            if source is not None and source[0] == k + 1:
                return source, (at, at + 1)
    return None


def _runs_on(body: str, previous: Draft) -> bool:
    """Whether a quotation may go on after its cue: not where its first part ended as a question or an exclamation."""
    end = previous.pieces[-1][1]
    return len(previous.pieces) > 1 or body[end - 1] not in "?!"
