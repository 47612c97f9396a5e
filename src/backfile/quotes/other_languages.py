"""Quotations in languages other than English: marks with the cue beside them.

The same records as for English, from one table a language (`lexicon.foreign_cues`) and the shapes that European newspapers share:
a quotation with "said Name" before or after it, one that a sentence announces with a colon, a few words quoted under a verb.
Clauses joined to a cue are in `foreign_clauses`.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from backfile.lexicon.foreign_cues import JAPANESE_CUE, JAPANESE_SPEAKER, LANGUAGES
from backfile.lexicon.foreign_offices import offices_of
from backfile.lexicon.word_lists import by_language
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.foreign_clauses import find_clauses
from backfile.quotes.foreign_patterns import unlisted_cue
from backfile.quotes.foreign_sources import (
    Told,
    clitic,
    in_view_of,
    person_right_after,
    source_after,
    source_before,
    subject_in,
    told_in,
    words_after,
    words_before,
)
from backfile.quotes.people import Mention
from backfile.quotes.pieces import Draft, Paragraph
from backfile.quotes.quotation_marks import Stretch, is_title, is_utterance, words_in

Span = tuple[int, int]


def draft_foreign(
    body: str, paragraphs: list[Paragraph], language: str, *, labels: Mapping[int, Draft], mentions: list[Mention]
) -> list[Draft]:
    """The quotations of `paragraphs`, in order, for any language; cues where a table knows them.

    `labels` are the paragraphs of a transcript or an interview, by number; `mentions` name the people of the story.
    """
    told = told_in(body, language, mentions) if language in LANGUAGES else None
    drafts: list[Draft] = []
    for number, paragraph in enumerate(paragraphs):
        if number in labels:
            drafts.append(labels[number])
            continue
        if told is not None and not paragraph.stretches and (line := _dialogue(body, paragraph, told)) is not None:
            drafts.append(line)
            continue
        sentences = [paragraph.tokens.starts[start] for start, _ in paragraph.sentences]
        places = [_place(body, paragraph, sentences, stretch) for stretch in paragraph.stretches]
        whole = [place for place in places if place.inner[0] < place.inner[1] and _spoken(body, place, told)]
        found = [_direct(body, place, told, language) for place in whole]
        found = _joined(found)
        if told is not None:
            taken = [(place.stretch.start, place.stretch.end) for place in whole]
            cues = {draft.cue for draft in found}
            found.extend(
                d
                for d in find_clauses(told, paragraph)
                if d.cue not in cues and not any(a <= d.pieces[0][0] < b for a, b in taken)
            )
        drafts.extend(sorted(found, key=lambda draft: draft.pieces[0][0]))
    return drafts


def _dialogue(body: str, paragraph: Paragraph, told: Told) -> Draft | None:
    """A line of dialogue that a dash opens and a cue closes or cuts: "– C’est un beau bateau, dit Paul Roy."."""
    opening = _DASH.match(body, paragraph.start, paragraph.end)
    if opening is None or told.language not in _WITH_DASHES:
        return None
    hit = told.patterns.in_dialogue.search(body, opening.end(), paragraph.end)
    if hit is None or _STOP.search(body, opening.end(), hit.start()):
        return None
    cue = hit.span("cue")
    source = clitic(body, cue) or source_after(told, cue[1], paragraph.end)
    if source is None:
        return None
    pieces = [(opening.end(), hit.start())]
    goes_on = _GOES_ON.match(body, source[1], paragraph.end)
    if goes_on is not None:
        pieces.append((goes_on.end(), paragraph.end))
    return Draft(pieces, "direct", SPEECH, cue=cue, source=source)


_WITH_DASHES = frozenset(by_language("quotations.dialogue-dashes"))
_DASH = re.compile(r"[–—]\s?(?=\S)|-\s(?=\S)")
_STOP = re.compile(r"[.;:]\s")
_GOES_ON = re.compile(r"[^–—\n]{0,60}?[–—][.,]?\s?(?=\S)")


class _Place(NamedTuple):
    """A quotation's marks and the sentence that they stand in."""

    stretch: Stretch
    inner: Span
    """The words without spaces and the comma before the closing mark."""
    lead: Span
    """From the start of the sentence to the opening mark."""
    end: int
    """Of the paragraph."""


def _place(body: str, paragraph: Paragraph, sentences: list[int], stretch: Stretch) -> _Place:
    start, end = stretch.inner_start, stretch.inner_end
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    at = bisect_right(sentences, stretch.inner_start) - 1
    lead = min(sentences[at], stretch.start) if at >= 0 else paragraph.start
    return _Place(stretch, (start, end), (lead, stretch.start), paragraph.end)


def _spoken(body: str, place: _Place, told: Told | None) -> bool:
    """Whether marks hold speech: long enough and no title, or a few words with a cue beside them."""
    stretch = place.stretch
    if is_utterance(body, stretch):
        return not (is_title(body, stretch) or _is_work(body, place))
    if told is None:
        return False
    if told.patterns.after.match(body, stretch.end, place.end) is not None or _told_beside(told, place) is not None:
        return True
    if words_in(body, stretch) < _FEWEST_WORDS:
        is_word = body[place.inner[0]].islower()  # a name has a capital letter: "nannte das Schiff „Margarita“"
        return is_word and any(
            place.lead[1] - hit.end() < _FARTHEST for hit in told.patterns.partial.finditer(body, *place.lead)
        )
    if is_title(body, stretch):
        return False
    cue = _last_cue(told, place.lead)
    return (cue is not None and place.lead[1] - cue[1] < _FARTHEST) or in_view_of(told, *place.lead)


def _told_beside(told: Told, place: _Place) -> tuple[Span, Span] | None:
    """A verb that no table has and the person after it: "«...», se quejó Ana Ruiz"."""
    cue = unlisted_cue(told.body, place.stretch.end, place.end)
    if cue is None or told.body[slice(*cue)].lower() in offices_of(told.language).small:  # "«Margarita» von Bulgakow"
        return None
    source = person_right_after(told, cue[1])
    return (cue, source) if source is not None else None


_BY = re.compile(r"\s(?:von|van|de|del|di|da|do|par)\s[^\W\d_a-zß-ÿ]")


def _is_work(body: str, place: _Place) -> bool:
    """Whether a name right after the marks says whose work they name: "„Das lange Haus am Fluss“ von Gero Roth"."""
    return _BY.match(body, place.stretch.end) is not None and body[place.inner[1] - 1] not in ".?!…,"


_FEWEST_WORDS = 2
_FARTHEST = 60
"""Letters between a verb and the few words that it quotes."""


def _direct(body: str, place: _Place, told: Told | None, language: str) -> Draft:
    draft = Draft([place.inner], "direct", SPEECH, open_end=not place.stretch.closed)
    if language == "ja":
        _japanese(body, place, draft)
    elif told is not None:
        _beside(told, place, draft)
    if draft.source is None:
        draft.continues = told is None or (draft.cue is None and _stands_alone(body, place))
        draft.omitted = told is not None and draft.cue is not None and told.patterns.table.drops
    return draft


_LETTER = re.compile(r"[^\W\d_]")


def _stands_alone(body: str, place: _Place) -> bool:
    """Whether no words of the reporter stand before the marks in their sentence."""
    return _LETTER.search(body, *place.lead) is None


def _beside(told: Told, place: _Place, draft: Draft) -> None:
    """The cue and the source of a quotation: after it, before it, or the subject of the sentence that announces it."""
    body, patterns = told.body, told.patterns
    hit = patterns.after.match(body, place.stretch.end, place.end)
    if hit is not None:
        draft.cue = hit.span("cue")
        draft.source = (
            clitic(body, draft.cue) or source_after(told, hit.end("cue"), place.end) or words_after(told, hit)
        )
        return
    beside = _told_beside(told, place)
    if beside is not None:
        draft.cue, draft.source = beside
        return
    lo, hi = place.lead
    cue = _last_cue(told, place.lead)
    if cue is not None and hi - cue[1] < 2 * _FARTHEST:
        source = clitic(body, cue) or source_before(told, cue[0], lo) or source_after(told, cue[1], hi)
        if source is None:
            found = patterns.before.search(body, max(lo, body.rfind(" ", lo, max(lo, cue[0] - _REACH)) + 1), hi)
            source = words_before(told, found) if found is not None else None
        if source is not None:
            draft.cue, draft.source = cue, source
            return
    according = patterns.according.search(body, lo, hi)
    if according is not None:
        draft.cue = according.span("cue")
        draft.source = source_after(told, according.end("cue"), hi) or words_after(told, according)
        return
    draft.source = subject_in(told, lo, hi)


_REACH = 130
"""How far before its cue a source may start, in letters."""


def _last_cue(told: Told, lead: Span) -> Span | None:
    """The cue nearest before an opening mark, in its sentence."""
    found = [hit.span() for hit in told.patterns.verb.finditer(told.body, *lead)]
    return found[-1] if found else None


def _japanese(body: str, place: _Place, draft: Draft) -> None:
    hit = re.compile(JAPANESE_CUE).match(body, place.stretch.end, place.end)
    if hit is None:
        return
    draft.cue = hit.span("cue")
    if hit["speaker"]:
        draft.source = hit.span("speaker")
        return
    start = place.stretch.start
    lead = max(place.lead[0], body.rfind("。", place.lead[0], start) + 1)
    found = re.search(JAPANESE_SPEAKER, body[lead:start])
    if found is not None:
        draft.source = (lead + found.start(1), lead + found.end(1))


def _joined(found: list[Draft]) -> list[Draft]:
    """A quotation with no cue right after one with its cue behind it is its second piece."""
    kept: list[Draft] = []
    for draft in found:
        before = kept[-1] if kept else None
        if (
            draft.continues
            and draft.cue is None
            and before is not None
            and before.cue is not None
            and before.pieces[0][1] <= before.cue[0]
        ):
            before.pieces.extend(draft.pieces)
            continue
        kept.append(draft)
    return kept
