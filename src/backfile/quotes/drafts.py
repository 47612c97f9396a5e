"""From the attributions of each sentence to quotations over paragraphs: pieces joined, quotations with no cue placed.

A quotation cut by its cue is one ('"A," she said. "B."'); one that stands alone after it goes on in the same voice; a
paragraph that does not close its marks goes on in the next.
"""

import re

from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.attributions import read_reports
from backfile.quotes.one_attribution import Report
from backfile.quotes.pieces import Draft, Paragraph, Span, kind_of, span_of, spans_of
from backfile.quotes.quotation_marks import Stretch, find_stretches, is_title, is_utterance, uses_single_marks
from backfile.quotes.sentences import split_sentences
from backfile.quotes.subjects import main_subject, subject_of
from backfile.quotes.uncued import may_quote, read_uncued
from backfile.quotes.word_classes import tokenise

_NONE: frozenset[int] = frozenset()


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


_SAID_AFTER = re.compile(r"\s(?:[A-Z][\w’'-]+|he|she|they)\s(?:said|says|asked|told|added|tweeted|wrote|replied)\b")
"""Matches ' Lee said' after a quotation of a few words; not ' is what Lee said'."""


def _is_whole(body: str, start: int, stretch: Stretch) -> bool:
    """Whether a stretch is one unit of its sentence: an utterance, and no title in the middle of a sentence."""
    if not is_utterance(body, stretch):
        return stretch.start == start and _SAID_AFTER.match(body, stretch.end) is not None
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
        (k for k in range(end - 1, start, -1) if t.tags[k] & w.CUE and may_quote(t.low[k])),
        None,
    )
    source = main_subject(t, cue or end - 1, start)
    if cue is not None and not t.tags[cue] & w.ING:
        source = subject_of(t, cue, start) or source
    if found and found[0].continues:
        found[0].source, found[0].continues = span_of(t, source), False
        found[0].cue = (t.starts[cue], t.end_of(cue)) if cue is not None else None
    elif not found and cue is not None and source is not None and not paragraph.stretches:
        span = (paragraph.start, paragraph.end)
        found = [Draft([span], "indirect", SPEECH, cue=(t.starts[cue], t.end_of(cue)), source=span_of(t, source))]
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
                covered.update(k for k in range(a, b) if k in t.quoted)
        for k in range(start, end) if t.quoted else ():
            if k in t.quoted and k not in covered:
                draft = read_uncued(body, paragraph, k, (start, end), previous if not here else None)
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
        pieces.extend(spans_of(body, paragraph, a, b))
    if not pieces:
        return None
    last = report.pieces[-1][1] - 1
    return Draft(
        pieces,
        kind_of(pieces, paragraph.stretches),
        report.act,
        cue=(t.starts[report.cue[0]], t.end_of(report.cue[1] - 1)),
        source=span_of(t, report.source),
        hearer=span_of(t, report.hearer),
        passive=report.passive,
        open_end=last in t.quoted and not t.quoted[last].closed,
    )
