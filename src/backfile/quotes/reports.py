"""Attributions in one sentence: a cue, its source and its content, by the shapes that `cues` gives each cue.

The outermost attribution of a stretch of words is kept, as PolNeAR keeps one label for a word: in "Clinton said voters
want change" the wish is part of what was said.  First the cues that end or split their sentence are read ("..., she
said."), then the others from left to right, each taking up its content.
"""

from dataclasses import dataclass, field

from backfile.quotes import words as w
from backfile.quotes.clauses import clause_end, skip_occasion, skip_time, starts_clause
from backfile.quotes.cues import BELIEF, HEARERS, INTENTION, SPEECH
from backfile.quotes.phrases import is_finite, main_subject, nounlike, phrase_after, subject_of, verb_after_to
from backfile.quotes.words import ACTS, CARRIERS, CUE_ADJECTIVES, CUE_NOUNS, CUE_VERBS, Tokens

Range = tuple[int, int]
_HEARERS = frozenset(HEARERS)
_CLOSERS = w.PUNCT | w.SUB


@dataclass(slots=True)
class Report:
    """One attribution, in token indexes of its paragraph."""

    pieces: list[Range]
    cue: Range
    source: Range | None
    act: str
    hearer: Range | None = None
    passive: bool = False
    after: int = 0
    """The first token that no part of this attribution has taken."""


@dataclass(slots=True)
class Sentence:
    """A sentence being read: tokens [start, end) and what has been found in it."""

    t: Tokens
    start: int
    end: int
    reports: list[Report] = field(default_factory=list)


def read_reports(t: Tokens, start: int, end: int) -> list[Report]:
    """The attributions of the sentence at tokens [start, end), in order."""
    if not any(t.tags[k] & (w.CUE | w.NOUN_CUE | w.ADJ_CUE) for k in range(start, end)):
        return []
    sentence = Sentence(t, start, end)
    at = start
    closing = _read_closing(sentence)
    if closing is not None:
        sentence.reports.append(closing)
        at = closing.after
    while at < end:
        tag = t.tags[at]
        found = None
        if tag & w.CUE:
            found = _read_verb(sentence, at)
        if found is None and tag & w.NOUN_CUE:
            found = _read_noun(sentence, at)
        if found is None and tag & w.ADJ_CUE:
            found = _read_adjective(sentence, at)
        if found is not None:
            sentence.reports.append(found)
            at = max(found.after, at + 1)
        else:
            at += 1
    return sentence.reports


# Cues that close or split their sentence: "..., she said.", "..., said Ann Lee, who ...", "..., according to ...".


def _read_closing(s: Sentence) -> Report | None:
    t = s.t
    for k in range(s.start, s.end):
        if not t.tags[k] & w.CUE:
            continue
        if t.low[k] == "according" and k + 1 < s.end and t.low[k + 1] == "to":
            return _according(s, k)
        lemma_shapes = CUE_VERBS.get(t.low[k])
        if lemma_shapes and "d" in lemma_shapes[1] and k > s.start:
            found = _closing_verb(s, k, lemma_shapes[0])
            if found is not None:
                return found
    return None


def _according(s: Sentence, k: int) -> Report | None:
    t = s.t
    stop = _source_end(t, k + 2, s.end)
    if stop == k + 2:
        return None
    source = (k + 2, stop)
    pieces = []
    if k > s.start:
        last = k - 1 if t.tags[k - 1] & w.PUNCT else k
        first = _content_start(t, s.start, last)
        if first < last:
            pieces.append((first, last))
    after = stop
    while after < s.end and t.tags[after] & w.PUNCT and not t.tags[after] & w.END:
        after += 1
    if after < s.end and (after > stop or (k == s.start and starts_clause(t, stop, s.end))) and (not pieces or not t.tags[after] & (w.SUB | w.REL | w.CONJ)):
        last = clause_end(t, after, s.end, embedded=False, infinitive=False, past=False)
        pieces.append((after, last))
        after = last
    return Report(pieces, (k, k + 2), source, SPEECH, after=max(after, stop)) if pieces else None


def _source_end(t: Tokens, at: int, end: int) -> int:
    """The end of the phrase that names a source after its cue, with its appositions, up to the comma that ends it."""
    k = phrase_after(t, at, end)
    if k == at:
        return at
    while k < end:
        tag = t.tags[k]
        if t.low[k] == "over" and k + 1 < end and t.tags[k + 1] & w.NUM:
            break
        if t.words[k] == "(":
            closing = next((i for i in range(k + 1, min(k + 6, end)) if t.words[i] == ")"), None)
            if closing is None:
                break
            k = closing + 1
            continue
        if (tag & (w.PREP | w.TO) and not t.tags[k + 1 if k + 1 < end else k] & w.TIME) or (tag & w.CONJ and t.low[k] == "and" and not starts_clause(t, k + 1, end)):
            stop = phrase_after(t, k + 1, end)
            if stop == k + 1:
                break
            k = stop
        elif tag & w.PART and k + 1 < end and t.tags[k + 1] & (w.PREP | w.TIME):
            k += 1
        elif tag & w.COMMA and k + 1 < end and _apposition(t, k + 1, end):
            k = _apposition(t, k + 1, end)
        else:
            break
    return k


def _apposition(t: Tokens, at: int, end: int) -> int:
    """The end of an apposition that starts at `at` and is followed by a comma or the sentence's end; else 0."""
    if not t.tags[at] & (w.DET | w.POSS | w.NAME | w.NOUN | w.ADJ | w.NUM) and t.tags[at] & (w.FUNCTION | w.VERB):
        return 0
    stop = phrase_after(t, at, end)
    while stop < end and t.tags[stop] & (w.PREP | w.TO | w.CONJ):
        further = phrase_after(t, stop + 1, end)
        if further == stop + 1:
            break
        stop = further
    if starts_clause(t, at, end) and not (stop < end and t.tags[stop] & w.REL):
        return 0
    return stop if stop > at and (stop >= end or t.tags[stop] & (w.PUNCT | w.REL)) else 0


def _closing_verb(s: Sentence, k: int, lemma: str) -> Report | None:
    t = s.t
    before = t.tags[k - 1]
    if before & (w.COMMA | w.QUOTED) and lemma not in _TRANSITIVE and _may_invert(t, k, s.end):
        stop = _source_end(t, k + 1, s.end)
        if stop > k + 1:
            return _closing_report(s, (k, k + 1), (k + 1, stop), edge=k, after=stop)
    if not t.tags[k] & (w.FINITE | w.BASE) or before & (w.TO | w.PREP | w.DET | w.MODAL):
        return None
    source = subject_of(t, _group_start(t, k, s.start), s.start)
    if source is None or source[0] <= s.start or not t.tags[source[0] - 1] & (w.COMMA | w.QUOTED | w.END):
        return None
    return _closing_report(s, (k, k + 1), source, edge=source[0], after=k + 1)


_TRANSITIVE = frozenset("tell remind assure inform urge press".split())
"""Verbs whose next words are hearers, never the speaker."""


_NEEDS_MARKS = frozenset(
    """respond reply retort answer continue interject read shout scream yell cry mutter murmur whisper chant order begin snap plead
    urge demand text email post blog object counter caption gush chide scoff sneer crow bellow thunder""".split()
)
"""Verbs that close a sentence only beside quotation marks."""


def _may_invert(t: Tokens, k: int, end: int) -> bool:
    """Whether 'said Smith' may stand here: a past or present cue and a noun phrase that is no clause."""
    if not t.tags[k] & (w.PAST | w.THIRD) or k + 1 >= end:
        return False
    following = t.tags[k + 1]
    if t.low[k + 1] in ("he", "she", "they", "i", "we", "you", "it"):
        return following & w.OBJECT == 0 and k + 2 < end and bool(t.tags[k + 2] & (w.PUNCT | w.PREP | w.ADV))
    if t.tags[k] & w.THIRD and t.tags[k] & (w.NOUN | w.NOUN_CUE) or t.tags[k] & w.CAP:
        return False
    if following & w.SUBJECT:
        return not starts_clause(t, k + 1, end) or t.low[k + 1] in ("one", "another", "others", "some")
    return (bool(following & (w.NAME | w.DET | w.POSS | w.ADJ | w.NUM)) or nounlike(following)) and not starts_clause(t, k + 1, end)


def _closing_report(s: Sentence, cue: Range, source: Range, *, edge: int, after: int) -> Report | None:
    """The report whose content stands before `edge`, if the cue clause really closes there."""
    t = s.t
    rest = _past_asides(t, after, s.end)
    first_end = edge - 1 if t.tags[edge - 1] & w.PUNCT else edge
    first = _content_start(t, s.start, first_end)
    spoken = any(t.tags[k] & w.QUOTED for k in range(first, first_end))
    if first >= first_end:
        return None
    act = ACTS[CUE_VERBS[t.low[cue[0]]][0]]
    pieces = [(first, first_end)]
    at_end = rest >= s.end or bool(t.tags[rest] & w.END)
    comma = not at_end and bool(t.tags[rest] & w.COMMA)
    clause = spoken or _has_verb(t, first, first_end)
    if not spoken and (CUE_VERBS[t.low[cue[0]]][0] in _NEEDS_MARKS or t.tags[cue[0]] & (w.THIRD | w.NOUN) == w.THIRD | w.NOUN):
        return None
    if at_end:
        return Report(pieces, cue, source, act, after=s.end) if clause else None
    if comma and rest + 1 < s.end:
        return _split_report(t, Report(pieces, cue, source, act), rest, s.end, spoken=spoken, clause=clause)
    beside = bool(t.tags[edge - 1] & w.QUOTED) and not t.tags[after] & w.THAT and not starts_clause(t, after, s.end)
    if spoken and (beside or t.tags[rest] & (_CLOSERS | w.CONJ | w.PREP | w.TO | w.ING | w.REL) or edge == cue[0]):
        return Report(pieces, cue, source, act, after=rest)
    if clause and t.tags[rest] & (w.SUB | w.CONJ) and not t.low[rest] == "so" and not spoken and t.low[rest] not in ("whether", "if"):
        return Report(pieces, cue, source, act, after=rest)
    return None


def _split_report(t: Tokens, report: Report, comma: int, end: int, *, spoken: bool, clause: bool) -> Report | None:
    """A content cut in two by its cue, or a cue clause with more of the reporter's words after it."""
    after = comma + 1
    report.after = after
    tag = t.tags[after]
    if tag & w.QUOTED:
        if not spoken:
            return None
        report.pieces.append((after, after + 1))
        report.after = after + 1
        return report
    if spoken:
        for k in range(after, min(end, after + 10)):  # "Clinton said, her voice rising, ..."
            if t.tags[k] & w.COMMA and k + 1 < end and t.tags[k + 1] & w.QUOTED and not _has_verb(t, after, k):
                report.pieces.append((k + 1, k + 2))
                report.after = k + 2
        return report
    finite = bool(tag & w.FINITE and is_finite(t, after))
    if tag & (w.ING | w.SUB | w.REL | w.CONJ) or (not clause and not finite) or tag & w.THAT:
        return report if clause and not tag & w.THAT else None
    if not finite and t.tags[report.pieces[0][0]] & (w.PREP | w.SUB | w.TIME | w.ING) and starts_clause(t, after, end):
        return None if not clause else report
    stop = clause_end(t, after, end, embedded=False, infinitive=False, past=True)
    report.pieces.append((after, stop))
    report.after = stop
    return report


def _past_asides(t: Tokens, at: int, end: int) -> int:
    """`at` moved past hearers, times and places after a closing cue: "told reporters in Ohio on Monday"."""
    if at < end and t.low[at - 1] in ("told", "tells", "telling", "tell", "reminded", "assured", "warned"):
        at = phrase_after(t, at, end)
    return skip_occasion(t, at, end, any_phrase=True)


def _content_start(t: Tokens, at: int, end: int) -> int:
    """`at` moved past what is never part of the content at the head of a sentence: "But", "And", dashes."""
    while at < end and (t.tags[at] & w.PUNCT or (t.tags[at] & w.CONJ and t.low[at] in ("but", "and", "yet"))):
        at += 1
    return at


def _has_verb(t: Tokens, start: int, end: int) -> bool:
    return any(t.tags[k] & (w.FINITE | w.BASE) and (is_finite(t, k) or t.tags[k] & w.BASE) for k in range(start, end))


# Cues before their content: "she said that ...", "were told they should", "urged Congress to ...".


def _read_verb(s: Sentence, k: int) -> Report | None:
    t = s.t
    entry = CUE_VERBS.get(t.low[k])
    if entry is None or _is_noun_here(t, k, s.start):
        return None
    lemma, shapes = entry
    voice = _voice(t, k, s.start)
    if voice is None:
        return None
    cue_start, mood = voice
    if mood == "finite":
        cue_start = _group_start(t, cue_start, s.start)
    if mood == "passive":
        return _passive(s, k, cue_start, entry)
    after = k + 1
    if after < s.end and t.low[after] in ("out", "on", "back") and lemma in ("point", "insist", "go", "fire", "shoot", "hit"):
        after += 1
    act = ACTS[lemma]
    found = _complement(s, after, shapes, lemma)
    if found is None:
        return None
    content, hearer, infinitive = found
    if infinitive and t.low[k] in CARRIERS and _carries(s, content[0]):
        return None
    if lemma in ("decline", "refuse") and t.low[min(content[0] + 1, s.end - 1)] in ("comment", "elaborate", "respond"):
        return None
    source = _source(s, cue_start, k, mood)
    if (k == s.start and t.tags[k] & (w.PART | w.ING)) or (k == s.start + 1 and t.tags[s.start] & w.SUB and t.tags[k] & w.PART):
        return _opening(s, content, (cue_start, after), lemma, infinitive=infinitive)
    if ACTS[lemma] == INTENTION and not infinitive and lemma in _PROMISES:
        act = SPEECH
    if s.t.low[s.start] == "as" and mood == "finite" and source is not None and source[0] == s.start + 1:
        return _as_said(s, (cue_start, after), source, act)
    if content[1] <= content[0] or (source is None and mood == "participle" and not s.reports):
        return None
    return _report(s, content, (cue_start, after), source, act, hearer=hearer, infinitive=infinitive)


_PROMISES = frozenset("vow promise pledge threaten swear demand agree".split())


def _as_said(s: Sentence, cue: Range, source: Range, act: str) -> Report | None:
    """"As she has said many times, ...": the content comes after the comma."""
    comma = next((k for k in range(cue[1], s.end) if s.t.tags[k] & w.COMMA), None)
    if comma is None or comma + 1 >= s.end:
        return None
    return _report(s, (comma + 1, s.end), cue, source, act)


def _carries(s: Sentence, to: int) -> bool:
    """Whether the infinitive at `to` is a cue with a content of its own: "declined to say whether"."""
    k = to + 1
    while k < s.end and s.t.tags[k] & w.ADV:
        k += 1
    if k + 1 >= s.end or not s.t.tags[k] & w.CUE:
        return False
    entry = CUE_VERBS.get(s.t.low[k])
    return entry is not None and set("sqz") & set(entry[1]) != set() and _complement(s, k + 1, entry[1], entry[0]) is not None


def _group_start(t: Tokens, k: int, lo: int) -> int:
    """Where the verb group that ends at `k` starts: "has repeatedly said", "did not say", "are suggesting"."""
    start = k
    j = k - 1
    while j >= lo and t.tags[j] & (w.AUX | w.MODAL | w.ADV | w.NEG) and not t.tags[j] & (w.SUBJECT | w.NAME):
        if t.tags[j] & (w.AUX | w.MODAL):
            start = j
        j -= 1
    return start


def _opening(s: Sentence, content: Range, cue: Range, lemma: str, *, infinitive: bool) -> Report | None:
    """A participle that opens the sentence: "Asked why he left, Ryan said", "Arguing that it is late, she"."""
    t = s.t
    comma = next((k for k in range(content[0], s.end) if t.tags[k] & w.COMMA and starts_clause(t, k + 1, s.end)), None)
    if comma is None:
        return None
    stop = phrase_after(t, comma + 1, s.end)
    main = (comma + 1, stop) if stop > comma + 1 else None
    asked = bool(t.tags[cue[0]] & w.PART)
    found = _report(s, (content[0], comma), cue, None if asked else main, ACTS[lemma], infinitive=infinitive)
    found.passive, found.hearer = asked, main if asked else None
    return found


def _report(
    s: Sentence, content: Range, cue: Range, source: Range | None, act: str, *, hearer: Range | None = None, infinitive: bool = False
) -> Report:
    """The report with its content cut where the reporter comes back."""
    t = s.t
    start, limit = content
    past = bool(t.tags[cue[1] - 1] & w.PAST)
    embedded = _embedded(t, s.start, cue[0], source)
    stop = clause_end(t, start, limit, embedded=embedded, infinitive=infinitive, past=past)
    return Report([(start, stop)], cue, source, act, hearer=hearer, after=stop)


def _embedded(t: Tokens, start: int, cue: int, source: Range | None) -> bool:
    """Whether the cue stands inside the subject of its sentence: no finite verb comes before it or its source."""
    if source is None or not t.tags[source[1] - 1] & (w.REL | w.THAT):
        return False
    return not any(t.tags[k] & w.FINITE and is_finite(t, k) for k in range(start, source[0]))


def _is_noun_here(t: Tokens, k: int, lo: int) -> bool:
    if k == lo:
        return not t.tags[k] & (w.ING | w.PART)
    before = t.tags[k - 1]
    tag = t.tags[k]
    following = t.tags[k + 1] if k + 1 < len(t.tags) else 0
    if tag & w.CAP and not before & w.PUNCT:
        return True
    if tag & (w.BASE | w.THIRD) and following & (w.MODAL | w.FINITE_AUX) and not following & w.SUBJECT:
        return True
    if tag & (w.BASE | w.THIRD) and not before & (w.TO | w.MODAL | w.AUX | w.SUBJECT):
        if before & (w.DET | w.POSS | w.GENITIVE | w.NUM | w.PREP):
            return True
        return bool(before & w.ADJ and not before & w.NAME)
    if tag & (w.PAST | w.PART) and before & (w.DET | w.POSS | w.GENITIVE) and not before & w.SUBJECT:
        return True
    return False


def _voice(t: Tokens, k: int, lo: int) -> tuple[int, str] | None:
    """Where the verb group of the cue at `k` starts, and how it stands: finite, passive, participle or infinitive."""
    tag = t.tags[k]
    j = k - 1
    while j >= lo and t.tags[j] & (w.ADV | w.NEG) and not t.tags[j] & (w.AUX | w.MODAL | w.SUBJECT | w.NAME):
        j -= 1
    before = t.tags[j] if j >= lo else 0
    if before & w.BE and tag & w.PART and not tag & w.ING:
        return _group_start(t, j, lo), "passive"
    if before & w.BE and tag & w.ING:
        return k, "finite"
    if before & w.TO:
        if tag & w.BASE:
            carrier = j - 1
            if carrier >= lo and t.low[carrier] in CARRIERS and not t.tags[carrier] & w.NOUN:
                return carrier, "finite"
            return k, "infinitive"
        return None
    if tag & w.ING:
        return k, "participle"
    if before & (w.MODAL | w.AUX) or tag & (w.PAST | w.THIRD):
        return k, "finite"
    if tag & w.BASE and before & (w.SUBJECT | w.REL | w.NAME | w.NOUN | w.CONJ | w.THAT | w.COMMA | w.GENITIVE | w.PART):
        return k, "finite"
    if tag & w.BASE and before and nounlike(before):
        return k, "finite"
    return None


def _source(s: Sentence, cue_start: int, k: int, mood: str) -> Range | None:
    if mood == "finite":
        if s.reports and s.reports[-1].source is not None and _joined(s.t, cue_start, s.reports[-1].after):
            return s.reports[-1].source
        found = subject_of(s.t, cue_start, s.start)
        if found is not None and s.reports and s.t.tags[found[1] - 1] & w.REL:
            earlier = s.reports[-1].source
            if earlier is not None and earlier[0] < found[0] <= earlier[1]:
                return earlier
        if found is not None and s.t.low[found[0]] in ("it", "that", "which") and found[1] - found[0] == 1:
            return found if s.t.low[found[0]] != "that" else None
        return found or (s.reports[-1].source if s.reports else main_subject(s.t, k, s.start))
    if s.reports and s.reports[-1].after >= k - 3 and (s.reports[-1].source or s.reports[-1].passive):
        return s.reports[-1].source
    found = main_subject(s.t, k, s.start)
    if found is None and mood == "participle" and k <= s.start + 1:
        for comma in range(k, s.end):
            if s.t.tags[comma] & w.COMMA:
                stop = phrase_after(s.t, comma + 1, s.end)
                if stop > comma + 1:
                    return comma + 1, stop
    return found


def _joined(t: Tokens, cue: int, after: int) -> bool:
    """Whether the cue shares the subject of the cue before it: "said he won and called for"."""
    k = cue - 1
    while k >= after and t.tags[k] & w.ADV:
        k -= 1
    return k >= after - 1 and bool(t.tags[k] & w.CONJ)


def _complement(s: Sentence, at: int, shapes: str, lemma: str) -> tuple[Range, Range | None, bool] | None:
    """What the cue before `at` takes: the range that its content is in, the hearers, whether it is an infinitive."""
    t, end = s.t, s.end
    if at >= end:
        return None
    direct = _clause_or_quote(t, at, end, shapes)
    if "o" in shapes and direct == at and not t.tags[at] & (w.THAT | w.QUOTED | w.WH | w.TO):
        stop = phrase_after(t, at, end)
        if stop < end and t.tags[stop] & w.THAT:
            return (stop + 1, end), (at, stop), False
    if direct is None and t.tags[at] & w.COMMA:
        direct = _past_aside(t, at, end, shapes)
    if direct is not None:
        return (direct, end), None, t.tags[direct] & w.TO != 0 and "i" in shapes
    if "o" in shapes or "O" in shapes or "f" in shapes:
        found = _with_hearers(t, at, end, shapes)
        if found is not None:
            return found
    if set("sqdz") & set(shapes):
        later = skip_occasion(t, at, end)
        if later == at and t.tags[at] & (w.PREP | w.TO):
            later = _that_ahead(t, at, end) or at
        if later > at and later < end:
            direct = _clause_or_quote(t, later, end, shapes)
            if direct is not None:
                return (direct, end), None, False
        lead = skip_occasion(t, at, end, any_phrase=True)
        if "s" in shapes and lead > at and lead + 1 < end and t.tags[lead] & w.COMMA and starts_clause(t, lead + 1, end):
            return (lead + 1 if later == lead else at, end), None, False
        if lemma in _READILY and not t.tags[at] & (w.PUNCT | w.CONJ | w.PREP | w.TO | w.SUB) and _has_verb(t, at, end):
            return (at, end), None, False
    return _phrase_content(t, at, end, shapes, lemma)


def _past_aside(t: Tokens, comma: int, end: int, shapes: str) -> int | None:
    """The content after an aside: "suggested, without evidence, that"."""
    for k in range(comma + 1, min(end, comma + 10)):
        if t.tags[k] & w.COMMA and k + 1 < end and t.tags[k + 1] & (w.THAT | w.TO | w.QUOTED):
            return _clause_or_quote(t, k + 1, end, shapes)
    return None


_READILY = frozenset("say claim argue believe think insist hope contend add note suggest".split())


def _that_ahead(t: Tokens, at: int, end: int) -> int | None:
    """The index of a "that" or a quotation that follows prepositional phrases: "said at the event in Ohio that"."""
    k = skip_occasion(t, at, end, any_phrase=True)
    return k if k < end and (t.tags[k] & (w.THAT | w.QUOTED) or t.tags[k] & w.PUNCT) else None


def _clause_or_quote(t: Tokens, at: int, end: int, shapes: str) -> int | None:
    """The index where the content starts, if it starts at `at`: after "that", at a quotation, a clause, "to" or a gerund."""
    tag, low = t.tags[at], t.low[at]
    following = t.tags[at + 1] if at + 1 < end else 0
    clausal = "s" in shapes or "z" in shapes
    if tag & w.ADV and following & (w.THAT | w.TO | w.QUOTED) and not tag & w.WH:
        return _clause_or_quote(t, at + 1, end, shapes)
    if tag & w.THAT and (clausal or "o" in shapes) and at + 1 < end and not following & w.END:
        if following & w.COMMA or clausal:
            return at + 1
    if tag & w.QUOTED and (clausal or "d" in shapes or "q" in shapes):
        return at
    if tag & w.PUNCT and following & w.QUOTED and (tag & w.COMMA or t.words[at] == ":") and ("d" in shapes or "s" in shapes):
        return at + 1
    if t.words[at] == ":" and "d" in shapes and at + 2 < end:
        return at + 1
    if tag & w.WH and ("q" in shapes or "s" in shapes and low in ("how", "what", "why", "whether")):
        return at
    if tag & w.TO and "i" in shapes and verb_after_to(following):
        return at
    if low == "not" and following & w.TO and "i" in shapes:
        return at
    if tag & w.ING and "g" in shapes:
        return at
    if clausal and starts_clause(t, at, end):
        return at
    if clausal and tag & w.SUB and low in ("if", "although", "while", "because", "when", "as") and "s" in shapes:
        return at
    return None


def _with_hearers(t: Tokens, at: int, end: int, shapes: str) -> tuple[Range, Range | None, bool] | None:
    """Content after the people it was said to: "told reporters that", "urged Congress to", "called on him to"."""
    first = at
    if t.tags[at] & w.PREP or t.low[at] == "for":
        if "f" in shapes and t.low[at] == "for":
            stop = phrase_after(t, at + 1, end)
            return ((at + 1, end), None, True) if stop > at + 1 or (at + 1 < end and t.tags[at + 1] & w.QUOTED) else None
        if t.low[at] not in ("on", "upon", "for", "with"):
            return None
        first = at + 1
    stop = _hearers_end(t, first, end)
    if stop == first or stop >= end:
        return None
    if "O" in shapes and t.tags[stop] & w.PREP:  # "asked anyone with information to call"
        further = phrase_after(t, stop + 1, end)
        if stop + 1 < further < end and t.tags[further] & w.TO:
            stop = further
    hearer = (first, stop)
    later = stop
    if "O" in shapes:
        k = stop + 1 if t.tags[stop] & (w.ADV | w.NEG) else stop
        if k < end and t.tags[k] & w.TO and k + 1 < end and verb_after_to(t.tags[k + 1]):
            return (k, end), hearer, True
        if t.low[stop] == "not" and stop + 1 < end and t.tags[stop + 1] & w.TO:
            return (stop, end), hearer, True
    if "o" not in shapes and "q" not in shapes:
        return None
    inner = "sqd"
    direct = _clause_or_quote(t, later, end, inner)
    if direct is None:
        later = skip_occasion(t, stop, end)
        if later < end and t.tags[later] & (w.PREP | w.TO):
            later = _that_ahead(t, later, end) or later
        direct = _clause_or_quote(t, later, end, inner) if later < end else None
    if direct is None:  # "telling a crowd in Ames, Iowa, that"
        ahead = next((k for k in range(stop, min(end, stop + 12)) if t.tags[k] & w.THAT and t.tags[k - 1] & w.COMMA), None)
        direct = _clause_or_quote(t, ahead, end, inner) if ahead is not None and not _has_verb(t, stop, ahead) else None
    if direct is None:
        return None
    return (direct, end), hearer, False


def _hearers_end(t: Tokens, at: int, end: int) -> int:
    """The end of the phrase that names hearers, before the clause that may follow it with no mark between."""
    stop = phrase_after(t, at, end)
    if stop == at:
        return at
    if t.tags[at] & w.OBJECT or t.low[at] in _HEARERS:
        return at + 1
    k = at
    while k + 1 < stop:  # "told supporters Trump would", "told CNN the plan is"
        k += 1
        if t.tags[k] & w.NAME and not t.tags[k - 1] & (w.NAME | w.DET | w.ADJ | w.GENITIVE) and t.low[k - 1] in _HEARERS:
            return k
    while stop + 1 < end and t.tags[stop] & w.CONJ and t.low[stop] == "and":
        further = phrase_after(t, stop + 1, end)
        if further == stop + 1:
            break
        stop = further
    return stop


def _phrase_content(t: Tokens, at: int, end: int, shapes: str, lemma: str) -> tuple[Range, Range | None, bool] | None:
    """Content that is no clause: "proposed a ban", "accused him of lying", "called it a disgrace", "described it as"."""
    tag = t.tags[at]
    if "n" in shapes and tag & (w.DET | w.POSS | w.NAME | w.ADJ) and not tag & w.SUBJECT:
        stop = phrase_after(t, at, end)
        if stop > at + 1:
            return (at, end), None, True
    if "a" in shapes and t.low[at] == "as" and at + 1 < end:
        return (at + 1, end), None, True
    if lemma == "refer" and t.low[at] == "to":
        at += 1
    if not set("batz") & set(shapes):
        return None
    stop = phrase_after(t, at, end)
    if stop == at or stop >= end:
        return None
    if "z" in shapes and lemma in ("show", "find", "see") and t.tags[stop] & w.ING:
        return (at, end), None, True
    if "b" in shapes and t.low[stop] in ("of", "for") or _of_inside(t, at, stop):
        k = _of_inside(t, at, stop) or stop
        return (k, end), (at, k), True
    if "a" in shapes and t.low[stop] == ("to" if lemma in ("liken", "compare") else "as"):
        return (at, end), None, True
    if "t" in shapes and (t.tags[stop] & (w.DET | w.QUOTED | w.ADJ | w.MARKED)) and stop + 1 <= end:
        return (at, end), None, True
    return None


def _of_inside(t: Tokens, at: int, stop: int) -> int | None:
    return next((k for k in range(at + 1, stop) if t.low[k] == "of" and t.tags[k + 1] & w.ING), None)


def _passive(s: Sentence, k: int, cue_start: int, entry: tuple[str, str]) -> Report | None:
    """"were told they should", "is expected to", "was quoted as saying", "it was reported that"."""
    t, end = s.t, s.end
    lemma, shapes = entry
    at = skip_time(t, k + 1, end)
    if at >= end:
        return None
    hearer = subject_of(t, cue_start, s.start)
    agent = None
    if t.low[at] == "by":
        stop = phrase_after(t, at + 1, end)
        agent, at = (at + 1, stop), stop
    if at >= end:
        return None
    cue = (cue_start, k + 1)
    tag = t.tags[at]
    found: Report | None = None
    if tag & w.TO and at + 1 < end and set("pOu") & set(shapes):
        found = _report(s, (at, end), cue, agent, ACTS[lemma], infinitive=True)
    elif lemma in ("accuse", "charge") and t.low[at] in ("of", "with"):
        found = _report(s, (at, end), cue, agent, ACTS[lemma], infinitive=True)
    elif (set("uo") & set(shapes) or (hearer is not None and t.low[hearer[0]] == "it")) and (tag & w.THAT or starts_clause(t, at, end) or tag & w.WH):
        found = _report(s, (at + 1 if tag & w.THAT else at, end), cue, agent, ACTS[lemma])
    if found is not None:
        found.passive = agent is None
        found.hearer = hearer if set("uO") & set(shapes) else None
    return found


# Nouns and adjectives: "the claim that", "his promise to", "is confident that".


def _read_noun(s: Sentence, k: int) -> Report | None:
    t = s.t
    entry = CUE_NOUNS.get(t.low[k])
    if entry is None or k + 1 >= s.end:
        return None
    _, shapes, act = entry
    at = k + 1
    owner, first = _owner(t, k, s.start), k
    if owner is None:
        first, owner = _light_verb(t, k, s.start)
    if t.tags[at] & w.PREP and t.low[at] in ("by", "from") and owner is None:
        stop = phrase_after(t, at + 1, s.end)
        if stop > at + 1:
            owner, at = (at + 1, stop), stop
    if at + 1 >= s.end:
        return None
    tag = t.tags[at]
    infinitive = False
    if tag & w.THAT and "t" in shapes and (starts_clause(t, at + 1, s.end) or t.tags[at + 1] & (w.COMMA | w.DET)):
        content = at + 1
    elif tag & w.TO and "i" in shapes and owner is not None and verb_after_to(t.tags[at + 1]):
        content, infinitive = at, True
    elif t.low[at] == "for" and "f" in shapes and owner is not None:
        content, infinitive = at + 1, True
    else:
        return None
    subject = not any(t.tags[i] & w.FINITE and is_finite(t, i) for i in range(s.start, k))
    stop = clause_end(t, content, s.end, embedded=subject, infinitive=infinitive, past=False)
    return Report([(content, stop)], (first, k + 1), owner, act, after=stop)


_LIGHT = frozenset(
    """express expressed expresses expressing voice voiced voices voicing raise raised raises raising make made makes making reiterated
    repeated repeat repeats share shared shares have has had hold held holds dismissed rejected disputed reject rejects dispute denied
    denies deny issued issue issues offered gave give gives drew floated""".split()
)


def _light_verb(t: Tokens, k: int, lo: int) -> tuple[int, Range | None]:
    """Where "expressed concern" starts, and whose it is; `k` and None where the noun has no such verb."""
    j = k - 1
    while j > lo and t.tags[j] & (w.ADJ | w.DET | w.ADV) and not t.tags[j] & w.VERB:
        j -= 1
    if j <= lo or t.low[j] not in _LIGHT:
        return k, None
    start = _group_start(t, j, lo)
    found = main_subject(t, j, lo) if t.tags[j] & w.ING else subject_of(t, start, lo)
    return (start, found) if found is not None else (k, None)


def _owner(t: Tokens, k: int, lo: int) -> Range | None:
    """Whose claim it is: "his", "Trump's", "the campaign's"."""
    j = k - 1
    while j >= lo and t.tags[j] & (w.ADJ | w.ADV | w.NUM | w.PART) and not t.tags[j] & (w.POSS | w.GENITIVE):
        j -= 1
    if j < lo:
        return None
    if t.tags[j] & w.POSS:
        return (j, j + 1)
    if t.tags[j] & w.GENITIVE:
        start = j
        while start > lo and nounlike(t.tags[start - 1]) and not t.tags[start - 1] & w.VERB:
            start -= 1
        if start > lo and t.tags[start - 1] & (w.DET | w.POSS):
            start -= 1
        return (start, j + 1)
    return None


_MAKE = frozenset(["made", "make", "makes", "making"])


def _read_adjective(s: Sentence, k: int) -> Report | None:
    t = s.t
    shapes, act = CUE_ADJECTIVES[t.low[k]]
    j = k - 1
    while j >= s.start and t.tags[j] & (w.ADV | w.NEG) and not t.tags[j] & w.AUX:
        j -= 1
    if t.low[k] == "clear" and j > s.start and t.low[j] == "it":
        j -= 1
    if j < s.start or not (t.tags[j] & (w.BE | w.FINITE_AUX) or (t.low[k] == "clear" and t.low[j] in _MAKE) or t.low[j] in ("seems", "feels", "felt", "remain", "remains", "seemed")):
        return None
    at = k + 1
    if at + 1 >= s.end:
        return None
    tag = t.tags[at]
    source = (j, j + 1) if t.tags[j] & w.SUBJECT else subject_of(t, j, s.start)
    if source is None:
        return None
    cue = (j if not t.tags[j] & w.SUBJECT else k, k + 1)
    if "i" in shapes and tag & w.TO and verb_after_to(t.tags[at + 1]):
        if t.low[k] == "set":
            return None
        return _report(s, (at, s.end), cue, source, act, infinitive=True)
    if "t" in shapes and (tag & w.THAT or starts_clause(t, at, s.end)) and t.low[source[0]] != "it":
        return _report(s, (at + 1 if tag & w.THAT else at, s.end), cue, source, act)
    if "q" in shapes and tag & w.WH and act == BELIEF and not t.low[source[0]].startswith("it"):
        return _report(s, (at, s.end), cue, source, act)
    return None


__all__ = ["BELIEF", "INTENTION", "SPEECH", "Report", "read_reports"]
