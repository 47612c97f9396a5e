"""Quotations in languages other than English: marks with the cue beside them, and clauses joined to a cue.

The same records as for English, from one table a language (`languages`) and two shapes that European newspapers share:
a quotation with "said Name" before or after it, and "Name said that ..." with "according to".
"""

import re
from functools import lru_cache

from backfile.lexicon.english_words import listed
from backfile.lexicon.foreign_cues import JAPANESE_CUE, JAPANESE_SPEAKER, TABLES, Table
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.pieces import Draft, Paragraph
from backfile.quotes.quotation_marks import Stretch, is_title, is_utterance

Span = tuple[int, int]

_NAME_WORD = r"(?:[A-Z][\w]{0,3}\.|[^\W\d_](?:[\w.’'-]*\w)?)"
_SOURCE = rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,7}}"
"""Up to eight words: "der Sprecher des Ministeriums", "Dr. Roy"; no further than the stop of a sentence."""
_REACH = 130
"""How far before its cue a source may start, in letters."""
_SENTENCE = re.compile(r"[^.?!…]+(?:[.?!…]+(?!\s[\"A-ZÄÖÜÉÈÀÁÍÓÚÑ«„“¡¿])[^.?!…]*)*[.?!…]*")
"""Matches up to a stop that a capital letter or an opening mark follows; not the stop of "M. Roy"."""
_WORD = re.compile(r"\w+")
_AFTER_VERB = re.compile(rf"\s(?P<source>{_SOURCE})")
_NAME_AFTER = re.compile(r",(?:\s[A-ZÄÖÜÉÁÍÓÚ][\w-]+){2,3}(?=[,.])")
"""Matches ", Claire Dumont," after an office; not ", mardi"."""


_JOINING = frozenset(listed("von van der des de del la da zu vom für und du d’ y e et - le"))
"""Small words inside the name of a source: "Sprecher der Polizei", "Ursula von der Leyen"."""
_ARTICLES = frozenset(listed("der die das dem den des ein eine einem einer eines le la les un une el los las una"))
_CONJUNCTIONS = re.compile(
    r"(?:(?:dass|als|wie|und|aber|doch|so|ob|denn|wenn|weil|que|como|cuando|pero|comme|et|mais|alors)(?:\s|$))+"
)
"""Matches "als " before a source ("als er"); not "Alsbach"."""


class _Patterns:
    """The compiled patterns of one language."""

    def __init__(self, table: Table) -> None:
        self.cue = re.compile(rf"\s(?:{table.cues}|{table.according}|{table.following or table.according})\b")
        """Where a cue may stand: looked for first, since the patterns below try every word as the start of a source."""
        after = f"{table.cues}|{table.closing}" if table.closing else table.cues
        self.after = re.compile(rf"\s?[,–—-]?\s?(?P<cue>{after})(?:\s(?P<source>{_SOURCE}))?")
        self.before = re.compile(
            rf"\b(?P<source>{_SOURCE})\s(?P<cue>{table.cues})(?:\s[^,.:«»„“”\"]{{0,60}})?\s?[:,]?\s?$"
        )
        self.clause = re.compile(
            rf"\b(?P<source>{_SOURCE})\s(?P<cue>{table.cues})(?:\s[^,.:;]{{0,50}}?)??{table.joins}(?P<content>[^:;]+)"
        )
        self.according = re.compile(rf"(?P<cue>{table.according})\s(?P<source>{_SOURCE})(?P<comma>,?)\s?")
        self.following = (
            re.compile(rf"(?P<source>{_SOURCE})\s(?P<cue>{table.following}),?\s") if table.following else None
        )


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    return _Patterns(TABLES[language])


def draft_foreign(body: str, paragraphs: list[Paragraph], language: str) -> list[Draft]:
    """The quotations of `paragraphs`, in order, for any language; cues where a table knows them."""
    drafts: list[Draft] = []
    for start, end, stretches in ((p.start, p.end, p.stretches) for p in paragraphs):
        whole = [s for s in stretches if s.inner_end > s.inner_start and _spoken(body, s, end, language)]
        found = [_direct(body, (start, end), stretch, language) for stretch in whole]
        found = [draft for draft in found if draft.pieces[0][0] < draft.pieces[0][1]]  # marks around a comma alone
        found = _joined(found)
        if language in TABLES:
            taken = [(s.start, s.end) for s in whole]
            found.extend(
                d for d in _indirect(body, start, end, language) if not any(a <= d.pieces[0][0] < b for a, b in taken)
            )
        drafts.extend(sorted(found, key=lambda draft: draft.pieces[0][0]))
    return drafts


def _spoken(body: str, stretch: Stretch, end: int, language: str) -> bool:
    """Whether marks hold speech: long enough and no title, or with a cue right after them."""
    if is_utterance(body, stretch):
        return not is_title(body, stretch)
    return language in TABLES and _patterns(language).after.match(body, stretch.end, end) is not None


def _direct(body: str, paragraph: Span, stretch: Stretch, language: str) -> Draft:
    start, end = stretch.inner_start, stretch.inner_end
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    draft = Draft([(start, end)], "direct", SPEECH, open_end=not stretch.closed)
    if language == "ja":
        _japanese(body, paragraph, stretch, draft)
    elif language in TABLES:
        _beside(body, paragraph, stretch, draft, language)
    draft.continues = draft.source is None
    return draft


def _beside(body: str, paragraph: Span, stretch: Stretch, draft: Draft, language: str) -> None:
    patterns = _patterns(language)
    hit = patterns.after.match(body, stretch.end, paragraph[1])
    if hit is not None:
        draft.cue = hit.span("cue")
        if hit["source"]:
            draft.source = _source(body, hit.span("source"), last_capital=True)
        else:
            draft.source = _clitic(body, draft.cue)
        return
    lead = body.rfind(". ", paragraph[0], stretch.start)
    lead = max(paragraph[0], lead + 1)
    cue = patterns.cue.search(body, lead, stretch.start)
    found = patterns.before.search(body, _back(body, cue.start(), lead), stretch.start) if cue else None
    if found is not None:
        draft.cue, draft.source = found.span("cue"), _subject(body, found, language)


def _clitic(body: str, cue: Span) -> Span | None:
    """The pronoun inside a French cue: "a-t-il dit"."""
    hit = re.search(r"-(ils?|elles?|on)\b", body[cue[0] : cue[1]])
    return (cue[0] + hit.start(1), cue[0] + hit.end(1)) if hit else None


def _source(body: str, span: Span, *, last_capital: bool = False) -> Span | None:
    """The source's words: with `last_capital` no further than the last capital letter of the first phrase."""
    start, end = span
    lead = _CONJUNCTIONS.match(body, start, end)
    if lead is not None:
        start = lead.end()
    if start >= end:
        return None
    text = body[start:end]
    if last_capital:
        capitals = [m for m in _WORD.finditer(text) if text[m.start()].isupper()]
        if len(capitals) > 1 and capitals[0].group().lower() in _ARTICLES:
            capitals.pop(0)
        if capitals:
            stop = capitals[0]
            for following in capitals[1:]:
                between = text[stop.end() : following.start()].split()
                if len(between) > 2 or not _JOINING.issuperset(between):
                    break
                stop = following
            end = start + stop.end()
            name = _NAME_AFTER.match(body, end)
            end = name.end() if name else end
    while end > start and body[end - 1] in ".,'’-":
        end -= 1
    return None if body[start:end].lower() in _ARTICLES else (start, end)


def _japanese(body: str, paragraph: Span, stretch: Stretch, draft: Draft) -> None:
    hit = re.compile(JAPANESE_CUE).match(body, stretch.end, paragraph[1])
    if hit is None:
        return
    draft.cue = hit.span("cue")
    if hit["speaker"]:
        draft.source = hit.span("speaker")
        return
    sentence = body.rfind("。", paragraph[0], stretch.start) + 1
    lead = max(paragraph[0], sentence)
    found = re.search(JAPANESE_SPEAKER, body[lead : stretch.start])
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


def _indirect(body: str, start: int, end: int, language: str) -> list[Draft]:
    patterns = _patterns(language)
    cues = [hit.start() for hit in patterns.cue.finditer(body, start, end)]
    if patterns.according.match(body, start, end):
        cues.insert(0, start)
    found: list[Draft] = []
    for sentence in _SENTENCE.finditer(body, start, end) if cues else ():
        a, b = sentence.span()
        cue = next((at for at in cues if a <= at < b), None)
        if cue is None:
            continue
        hit = patterns.clause.search(body, _back(body, cue, a), b)
        if hit is not None:
            source = _subject(body, hit, language)
            found.append(_clause_draft(body, hit.span("content"), hit.span("cue"), source))
            continue
        hit = patterns.according.search(body, cue, b)
        if hit is not None:
            found.extend(_according(body, (a, b), hit))
        elif patterns.following is not None and (hit := patterns.following.match(body, a + body[a].isspace(), b)):
            source = _source(body, hit.span("source"))
            found.append(_clause_draft(body, (hit.end(), b), hit.span("cue"), source))
    return found


def _subject(body: str, hit: "re.Match[str]", language: str) -> Span | None:
    """The subject of a cue: before it, or after it where another word has its place ("Dann sagte er")."""
    start, end = hit.span("source")
    table = TABLES[language]
    first = body[start:end].split()[0]
    if first.lower() in table.pronouns:
        return start, start + len(first)
    if first.lower() not in table.leads.split():
        return _source(body, (start, end), last_capital=bool(table.leads))
    after = _AFTER_VERB.match(body, hit.end("cue"))
    if after is None:
        return None
    first = after["source"].split()[0]
    if first.lower() in table.pronouns:
        return after.start("source"), after.start("source") + len(first)
    return _source(body, after.span("source"), last_capital=True)


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


def _according(body: str, sentence: Span, hit: "re.Match[str]") -> list[Draft]:
    """The content before or after the phrase: "Selon Mme Roy, ..." and "..., selon Mme Roy"."""
    a, b = sentence
    while a < b and body[a].isspace():
        a += 1
    source = _source(body, hit.span("source"), last_capital=True)
    if source is None:
        return []
    after = hit.end() if hit["comma"] and source[1] == hit.end("source") else source[1]
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
