"""Clauses joined to a cue in languages other than English: "Name said that ...", "according to Name, ..."."""

import re

from backfile.lexicon.foreign_offices import offices_of
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.foreign_sources import (
    Told,
    clitic,
    past_aside,
    source_after,
    source_before,
    words_after,
    words_before,
)
from backfile.quotes.pieces import Draft, Paragraph

Span = tuple[int, int]

_REACH = 130
"""How far before its cue a source may start, in letters."""
_SENTENCE = re.compile(
    r"[^.?!…]+(?:(?:(?:(?<=\b[A-Z])|(?<=\bDr)|(?<=\bSt)|(?<=\bSr)|(?<=\bMr)|(?<=\bMe)|(?<=\bSra)|(?<=\bDra)|(?<=\bIng)|(?<=\bProf)|(?<=\bsig))\."
    r"|[.?!…]+(?!\s[\"A-ZÄÖÜÉÈÀÁÍÓÚÑ«„“¡¿]))[^.?!…]*)*[.?!…]*"
)
"""Matches up to a stop that a capital letter or an opening mark follows; not the stop of "M. Roy", "Dr. Roth"."""


def find_clauses(told: Told, paragraph: Paragraph) -> list[Draft]:
    """The attributions of a paragraph whose content is a clause, in order."""
    body, patterns, start, end = told.body, told.patterns, paragraph.start, paragraph.end
    cues = [hit.start() for hit in patterns.cue.finditer(body, start, end)]
    if patterns.according.match(body, start, end):
        cues.insert(0, start)
    asides = list(patterns.aside.finditer(body, start, end)) if patterns.aside is not None else []
    found: list[Draft] = []
    for sentence in _SENTENCE.finditer(body, start, end) if cues or asides else ():
        a, b = sentence.span()
        aside = next((hit for hit in asides if a <= hit.start() < b), None)
        if aside is not None:
            found.extend(_aside(told, (a, b), aside))
            continue
        cue = next((at for at in cues if a <= at < b), None)
        if cue is not None:
            found.extend(_in_sentence(told, (a, b), cue))
    return found


def _aside(told: Told, sentence: Span, hit: "re.Match[str]") -> list[Draft]:
    """The main clause of "Wie die Sprecherin mitteilte, bleibt das Bad zu", before or after the clause that attributes it."""
    body, (a, b) = told.body, sentence
    while a < b and body[a].isspace():
        a += 1
    start, end = (hit.end() + 1, b) if hit.start() <= a else (a, hit.start())
    while start < end and body[start] in " ,":
        start += 1
    if end - start < _SHORTEST:
        return []
    source = source_before(told, hit.start("cue"), hit.start("source")) or hit.span("source")
    return [_clause_draft(body, (start, end), hit.span("cue"), source)]


_SHORTEST = 12
"""Letters of a clause."""


def _in_sentence(told: Told, sentence: Span, cue: int) -> list[Draft]:
    body, patterns, (a, b) = told.body, told.patterns, sentence
    first = _back(body, cue, a)
    hit = patterns.reported.search(body, cue, b)
    if hit is not None:
        source = clitic(body, hit.span("cue")) or source_before(told, hit.start("cue"), a)
        if source is None:
            source = source_after(told, hit.end("cue"), hit.start("content"))
        if source is not None:
            return [_clause_draft(body, hit.span("content"), hit.span("cue"), source)]
    if told.language == "de" and (hit := patterns.said_after.search(body, a, b)) is not None:
        body_named = _BODY.match(body, hit.end("cue"), b)
        source = source_after(told, hit.end("cue"), b) or (body_named.span(1) if body_named else None)
        if source is not None and _SUBJUNCTIVE.search(body, a, hit.start()):
            start = a + len(body[a:b]) - len(body[a:b].lstrip())
            return [_clause_draft(body, (start, hit.start()), hit.span("cue"), source)]
    hit = patterns.clause.search(body, first, b)
    if hit is not None:
        return [_clause_draft(body, hit.span("content"), hit.span("cue"), words_before(told, hit))]
    hit = patterns.according.search(body, cue, b)
    if hit is not None:
        return _according(told, sentence, hit)
    if patterns.following is not None and (hit := patterns.following.match(body, a + body[a].isspace(), b)):
        return [_clause_draft(body, (hit.end(), b), hit.span("cue"), words_after(told, hit))]
    return []


_BODY = re.compile(
    r"\s((?:der|die|das|ein|eine)\s(?:[a-zäöü]+e\s)?[A-ZÄÖÜ][\w-]+(?:\s(?:der|des|für|von)\s[A-ZÄÖÜ][\w-]+)?)(?=[\s.,])"
)
"""Matches " die Verwaltung", " ein Sprecher der Polizei": who says something and has no name."""
_SUBJUNCTIVE = re.compile(
    r"\b(?:sei|seien|habe|hätten?|werden?(?=\s[a-zäöü]+en\b)|werde|würden?|könnten?|könne|müssten?|müsse|sollten?|solle|wollten?|wolle|dürften?|dürfe|gebe|gäbe|"
    r"komme|gehe|stehe|bleibe|brauche|lasse|wisse|sehe|handele|handle|bestehe|liege|lägen?|kämen?|stünden?|gäben|nähmen?|sähen?|laufe|halte|mache|nehme|finde|führe|gelte|brenne|fehle|reiche)\b"
)
"""Matches a verb by which German reports what somebody said: "Die Ursache sei unklar, teilte ... mit"."""


def _back(body: str, cue: int, start: int) -> int:
    """Where the words before a cue start that may be its source, no further back than `start`."""
    first = body.rfind(" ", start, max(start, cue - _REACH)) + 1
    return max(first, start)


def _clause_draft(body: str, content: Span, cue: Span, source: Span | None) -> Draft:
    start, end = content
    while end > start and body[end - 1] in " .,;!?…\n":
        end -= 1
    return Draft([(start, end)], _kind(body, start, end), SPEECH, cue=cue, source=source)


def _kind(body: str, start: int, end: int) -> str:
    return "mixed" if any(mark in body[start:end] for mark in '«»„“”"') else "indirect"


def _according(told: Told, sentence: Span, hit: "re.Match[str]") -> list[Draft]:
    """The content before or after the phrase: "Selon Mme Roy, ..." and "..., selon Mme Roy"."""
    body, (a, b) = told.body, sentence
    while a < b and body[a].isspace():
        a += 1
    source = source_after(told, hit.end("cue"), b)
    if source is None and offices_of(told.language).articles:
        source = words_after(told, hit)  # where no article parts them, a source without a name has no end that is seen
    if source is None:
        return []
    after = past_aside(told, source[1])
    if (
        a + 3 < hit.start() and hit.start() < after < b - 12 and body[hit.start() - 2] != ","
    ):  # "Die Tuba lag laut Roy ..."
        return [_split_draft(body, [(a, hit.start()), (after, b)], hit.span("cue"), source)]
    start, end = (a, hit.start()) if hit.start() > a + 12 else (after, b)
    while start < end and body[start] in " ,":
        start += 1
    while end > start and body[end - 1] in " .,;":
        end -= 1
    if end - start < 8:
        return []
    return [Draft([(start, end)], _kind(body, start, end), SPEECH, cue=hit.span("cue"), source=source)]


def _split_draft(body: str, pieces: list[Span], cue: Span, source: Span) -> Draft:
    """A content cut in two by its cue."""
    trimmed = []
    for start, end in pieces:
        while start < end and body[start] in " ,":
            start += 1
        while end > start and body[end - 1] in " .,;":
            end -= 1
        trimmed.append((start, end))
    return Draft(trimmed, _kind(body, trimmed[0][0], trimmed[-1][1]), SPEECH, cue=cue, source=source)
