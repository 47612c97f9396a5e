"""Cue verbs before their content: "she said that ...", "were told they should", "urged Congress to ..."."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import INTENTION, SPEECH
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.complements import complement_of
from backfile.quotes.hearers import Complement
from backfile.quotes.occasions import skip_time
from backfile.quotes.one_attribution import Range, Report, Sentence, group_start, report_of
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import nounlike, phrase_after, verb_after_to
from backfile.quotes.subjects import main_subject, subject_of
from backfile.quotes.verb_or_noun import is_noun_here
from backfile.quotes.word_classes import ACTS, CARRIERS, CUE_VERBS, Tokens

_PERSUADED = frozenset(["convince", "persuade"])
"""Verbs whose passive says what its subject thinks: "is convinced that"."""
_REPLIES = frozenset(["comment", "elaborate", "respond", "speculate", "reply"])
_NAMED = frozenset(["named", "identified", "quoted"])
"""Wishes that are about the story itself: "asked not to be named"."""
_WRITERS = frozenset(["i", "we", "you"])
"""Outside quotation marks these are the writer and the reader, who are no sources."""
_CLAIMED = frozenset(listed("asylum responsibility victory credit benefits lives ownership emergency bankruptcy war"))
"""What somebody claims or declares, which is an act and no report."""
_PAPERS = frozenset(listed("plan bill law measure proposal budget deal agreement rule ordinance amendment contract"))
"""What "calls for" something by having it inside, and says nothing."""
_PROMISES = frozenset(listed("vow promise pledge threaten swear demand agree"))


class _Verb(NamedTuple):
    """A cue verb in its sentence."""

    at: int
    cue: Range
    """Its group, with auxiliaries and particle."""
    lemma: str
    mood: str
    """finite, participle or infinitive."""


def read_verb(s: Sentence, k: int) -> Report | None:
    """The attribution of the cue verb at `k`, if it is a verb here and takes a content."""
    t = s.t
    entry = CUE_VERBS.get(t.low[k])
    if entry is None or is_noun_here(t, k, s.start):
        return None
    lemma, shapes = entry
    voice = _voice(t, k, s.start)
    if voice is None:
        return None
    start, mood = voice
    if mood == "passive" or (mood == "finite" and _is_short_passive(t, k, lemma)):
        return _passive(s, k, start, entry)
    if mood == "finite":
        start = group_start(t, start, s.start)
    after = k + 1
    if after < s.end and t.low[after] in ("out", "on", "back") and lemma in ("point", "insist", "go"):
        after += 1
    verb = _Verb(k, (start, after), lemma, mood)
    source = _as_source(s, verb, shapes)
    if source is not None:
        return _as_said(s, verb.cue, source, ACTS[lemma])
    if _means_else(s, verb):
        return None
    found = complement_of(s, after, shapes, lemma)
    if found is None and lemma == "ask" and mood == "finite" and s.start <= k <= s.start + 1:
        return _asked_by(s, k)
    if found is None or _says_nothing(s, k, lemma, found):
        return None
    report = first_answer(PLACED, _Placed(s, verb, found, _source(s, start, k, mood)))
    return report if report is not _NONE else None


def _is_short_passive(t: Tokens, k: int, lemma: str) -> bool:
    """Whether a verb that needs hearers is passive without its auxiliary: "hauled in and told that"."""
    return lemma in _NEEDS_HEARERS and bool(t.tags[k] & w.PART) and _that_follows(t, k + 1)


def _as_source(s: Sentence, verb: _Verb, shapes: str) -> Range | None:
    """The source of "As she has said many times, ..."."""
    t, (start, after) = s.t, verb.cue
    first = s.start + 1 if t.tags[s.start] & w.CONJ else s.start
    asked = after < s.end and t.tags[after] & (w.WH | w.THAT | w.TO | w.QUOTED)
    if t.low[first] != "as" or verb.mood != "finite" or asked or not set("sqzd") & set(shapes):
        return None
    source = subject_of(t, start, first)
    return source if source is not None and source[0] == first + 1 else None


def _means_else(s: Sentence, verb: _Verb) -> bool:
    """Whether a cue says nothing by what follows it: "point" without "out", "feeling", "claimed victory"."""
    low, lemma, after = s.t.low, verb.lemma, verb.cue[1]
    if (lemma == "point" and after == verb.at + 1) or (low[verb.at] == "feeling" and not _that_follows(s.t, after)):
        return True
    return lemma in ("claim", "declare") and not _CLAIMED.isdisjoint(low[after : min(after + 4, s.end)])


_NEEDS_HEARERS = frozenset(["tell", "inform", "assure", "notify", "convince"])
"""Verbs that are passive where "that" follows at once: "hauled in and told that"."""


def _that_follows(t: Tokens, k: int) -> bool:
    return k < len(t.tags) and bool(t.tags[k] & w.THAT)


def _says_nothing(s: Sentence, k: int, lemma: str, found: Complement) -> bool:
    """Whether the content is about the story itself ("asked not to be named") or is another cue ("declined to say")."""
    low, (content, _, infinitive) = s.t.low, found
    if infinitive and low[k] in CARRIERS and _carries(s, content[0]):
        return True
    start = low[content[0] : content[0] + 4]
    if "anonymity" in start or (infinitive and not _NAMED.isdisjoint(start)):
        return True
    return lemma in ("decline", "refuse") and not _REPLIES.isdisjoint(low[content[0] : content[0] + 2])


class _Placed(NamedTuple):
    """A cue verb with what it takes and whose it is."""

    s: Sentence
    verb: _Verb
    complement: Complement
    source: Range | None


_NONE = Report([], (0, 0), None, "")
"""The answer that nobody is reported here."""


def _writer(p: _Placed) -> Report | None:
    if p.source is None or p.source[1] - p.source[0] > 1:
        return None
    return _NONE if p.s.t.low[p.source[0]].replace("’", "'").split("'")[0] in _WRITERS else None


def _question(p: _Placed) -> Report | None:
    t = p.s.t
    if p.source is None or not p.source[0] or not t.tags[p.verb.at] & w.BASE:
        return None
    return _NONE if t.low[p.source[0] - 1] in ("do", "does", "did") else None


def _asked_aside(p: _Placed) -> Report | None:
    s, verb = p.s, p.verb
    t, k = s.t, verb.at
    if verb.lemma != "ask" or not t.tags[k] & w.PART or k - 1 <= s.start:
        return None
    commas = [i for i in range(s.start, k) if t.tags[i] & w.COMMA]
    return _asked(s, p.complement.content, verb.cue) if commas == [k - 1] else None


def _order(p: _Placed) -> Report | None:
    verb, start = p.verb, p.s.start
    heads = (verb.lemma == "assume" and verb.at == start) or (verb.mood == "infinitive" and verb.at == start + 1)
    return _NONE if heads else None


def _opens(p: _Placed) -> Report | None:
    s, verb = p.s, p.verb
    t, k = s.t, verb.at
    second = t.tags[k] & w.PART and k == s.start + 1 and t.tags[s.start] & w.SUB
    return (_opening(s, verb, p.complement) or _NONE) if second or k == s.start else None


def _paper(p: _Placed) -> Report | None:
    if p.source is None or not p.complement.infinitive or p.verb.lemma != "call":
        return None
    return _NONE if p.s.t.low[p.source[1] - 1] in _PAPERS else None


def _loose(p: _Placed) -> Report | None:
    content = p.complement.content
    alone = p.source is None and p.verb.mood == "participle" and not p.s.reports
    return _NONE if content[1] <= content[0] or alone else None


def _plain(p: _Placed) -> Report | None:
    s, verb, (content, hearers, infinitive), source = p
    act = ACTS[verb.lemma]
    if act == INTENTION and not infinitive and verb.lemma in _PROMISES:
        act = SPEECH
    return report_of(s, content, verb.cue, source, act, hearer=hearers, infinitive=infinitive)


PLACED: tuple[Reader[_Placed, Report], ...] = (
    Reader(_writer, "I think the bridge is safe."),
    Reader(_question, "Why did she say the bridge was safe?"),
    Reader(_asked_aside, "McAllen, asked whether Tolliver's comments were racist, declined to answer directly."),
    Reader(_order, "To say the bridge is safe is a mistake."),
    Reader(_opens, "Asked if he was sorry, Poole shook his head."),
    Reader(_paper, "The plan calls for cutting the corporate tax rate to 15 percent."),
    Reader(_loose, "A plan saying that the bridge is safe is late."),
    Reader(_plain, "Anselm said the cat was."),
)
"""What a cue verb reports by where it stands in its sentence."""


def _as_said(s: Sentence, cue: Range, source: Range, act: str) -> Report | None:
    """The content after the comma of "As she has said many times, ..."."""
    comma = next((k for k in range(cue[1], s.end) if s.t.tags[k] & w.COMMA), None)
    if comma is None or comma + 1 >= s.end:
        return None
    return report_of(s, (comma + 1, s.end), cue, source, act)


def _carries(s: Sentence, to: int) -> bool:
    """Whether the infinitive at `to` is a cue with a content of its own: "declined to say whether"."""
    k = to + 1
    while k < s.end and s.t.tags[k] & w.ADV:
        k += 1
    if k + 1 >= s.end or not s.t.tags[k] & w.CUE:
        return False
    entry = CUE_VERBS.get(s.t.low[k])
    return (
        entry is not None
        and set("sqz") & set(entry[1]) != set()
        and complement_of(s, k + 1, entry[1], entry[0]) is not None
    )


def _asked(s: Sentence, content: Range, cue: Range) -> Report:
    """A question put to the subject: "McAllen, asked whether he would run, declined"."""
    t = s.t
    end = next((k for k in range(content[0], s.end) if t.tags[k] & w.COMMA), s.end)
    found = report_of(s, (content[0], end), cue, None, SPEECH)
    found.passive, found.hearer = True, subject_of(t, cue[0] - 1, s.start)
    return found


def _asked_by(s: Sentence, k: int) -> Report | None:
    """A question whose asker is named: "Asked Tuesday by a reporter whether she would run, Lee said"."""
    t = s.t
    at = skip_time(t, k + 1, s.end)
    comma = next((i for i in range(at, s.end) if t.tags[i] & w.COMMA and starts_clause(t, i + 1, s.end)), None)
    if comma is None or t.low[at] != "by":
        return None
    start = next((i for i in range(at + 2, comma) if t.tags[i] & w.WH and not t.tags[i] & w.REL), None)
    if start is None:
        return None
    found = report_of(s, (start, comma), (k, k + 1), (at + 1, phrase_after(t, at + 1, comma)), SPEECH)
    found.hearer = (comma + 1, phrase_after(t, comma + 1, s.end))
    return found


def _opening(s: Sentence, verb: _Verb, complement: Complement) -> Report | None:
    """A participle that opens the sentence: "Asked why he left, Ryan said", "Arguing that it is late, she"."""
    t, cue, start = s.t, verb.cue, complement.content[0]
    comma = next((k for k in range(start, s.end) if t.tags[k] & w.COMMA and starts_clause(t, k + 1, s.end)), None)
    if comma is None:
        return None
    stop = phrase_after(t, comma + 1, s.end)
    main = (comma + 1, stop) if stop > comma + 1 else None
    asked = bool(t.tags[cue[0]] & w.PART)
    source = None if asked else main
    found = report_of(s, (start, comma), cue, source, ACTS[verb.lemma], infinitive=complement.infinitive)
    found.passive, found.hearer = asked, main if asked else None
    return found


def _voice(t: Tokens, k: int, lo: int) -> tuple[int, str] | None:
    """Where the verb group of the cue at `k` starts, and how it stands: finite, passive, participle or infinitive."""
    tag = t.tags[k]
    j = k - 1
    while j >= lo and t.tags[j] & (w.ADV | w.NEG) and not t.tags[j] & (w.AUX | w.MODAL | w.SUBJECT | w.NAME):
        j -= 1
    before = t.tags[j] if j >= lo else 0
    if before & w.BE and tag & w.PART and not tag & w.ING:
        return group_start(t, j, lo), "passive"
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
    if tag & w.BASE and before & (
        w.SUBJECT | w.REL | w.NAME | w.NOUN | w.CONJ | w.THAT | w.COMMA | w.GENITIVE | w.PART
    ):
        return k, "finite"
    if tag & w.BASE and before and nounlike(before):
        return k, "finite"
    return None


def _source(s: Sentence, cue_start: int, k: int, mood: str) -> Range | None:
    """Whose the cue at `k` is."""
    if mood == "finite":
        return _subject_or_earlier(s, cue_start, k)
    if s.reports and s.reports[-1].after >= k - 3 and (s.reports[-1].source or s.reports[-1].passive):
        return s.reports[-1].source
    found = main_subject(s.t, k, s.start)
    if found is None and mood == "participle" and k <= s.start + 1:
        return _after_comma(s, k)
    return found


def _subject_or_earlier(s: Sentence, cue_start: int, k: int) -> Range | None:
    """The subject of a finite cue; the source of the cue before it where both share one."""
    earlier = s.reports[-1].source if s.reports else None
    if earlier is not None and _joined(s.t, cue_start, s.reports[-1].after):
        return earlier
    found = subject_of(s.t, cue_start, s.start)
    if found is None:
        return earlier if s.reports else main_subject(s.t, k, s.start)
    if earlier is not None and s.t.tags[found[1] - 1] & w.REL and earlier[0] < found[0] <= earlier[1]:
        return earlier
    return None if s.t.low[found[0]] == "that" and found[1] - found[0] == 1 else found


def _after_comma(s: Sentence, k: int) -> Range | None:
    """The first noun phrase after a comma that follows `k`: "Citing costs, Lee ..."."""
    for comma in range(k, s.end):
        if s.t.tags[comma] & w.COMMA:
            stop = phrase_after(s.t, comma + 1, s.end)
            if stop > comma + 1:
                return comma + 1, stop
    return None


def _joined(t: Tokens, cue: int, after: int) -> bool:
    """Whether the cue shares the subject of the cue before it: "said he won and called for"."""
    k = cue - 1
    while k >= after and t.tags[k] & w.ADV:
        k -= 1
    return k >= after - 1 and bool(t.tags[k] & w.CONJ)


def _passive(s: Sentence, k: int, cue_start: int, entry: tuple[str, str]) -> Report | None:
    """A passive cue: "were told they should", "is expected to", "it was reported that"."""
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
    impersonal = hearer is not None and t.low[hearer[0]] == "it"
    if _is_done(s, at, entry, by=agent is not None):
        first = at - 1 if t.low[at - 1] == "not" else at
        found = report_of(s, (first, end), cue, agent, ACTS[lemma], infinitive=True)
    elif (set("uo") & set(shapes) or impersonal) and _is_told(t, at, end):
        found = report_of(s, (at + 1 if t.tags[at] & w.THAT else at, end), cue, agent, ACTS[lemma])
    else:
        return None
    if lemma in _PERSUADED:
        found.source = hearer
        return found
    found.passive = agent is None
    found.hearer = hearer if set("uO") & set(shapes) else None
    return found


def _is_done(s: Sentence, at: int, entry: tuple[str, str], *, by: bool) -> bool:
    """Whether a passive takes no clause: "is expected to", "was accused of", "was described by Lee as"."""
    t, end, (lemma, shapes) = s.t, s.end, entry
    if t.tags[at] & w.TO and at + 1 < end and set("pOu") & set(shapes) and verb_after_to(t.tags[at + 1]):
        return True
    described = by and "a" in shapes and t.low[at] == "as" and at + 1 < end
    return described or (lemma == "accuse" and t.low[at] == "of")


def _is_told(t: Tokens, at: int, end: int) -> bool:
    """Whether a clause or a question follows a passive."""
    return bool(t.tags[at] & w.THAT and at + 1 < end) or starts_clause(t, at, end) or bool(t.tags[at] & w.WH)
