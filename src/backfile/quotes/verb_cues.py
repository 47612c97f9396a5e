"""Cue verbs before their content: "she said that ...", "were told they should", "urged Congress to ..."."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import COPULAS, INTENTION, SPEECH
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.complements import complement_of
from backfile.quotes.occasions import skip_time
from backfile.quotes.one_attribution import Range, Report, Sentence, group_start, report_of
from backfile.quotes.phrases import is_plural, nounlike, phrase_after, verb_after_to
from backfile.quotes.subjects import main_subject, subject_of
from backfile.quotes.word_classes import ACTS, CARRIERS, CUE_VERBS, Tokens

_PERSUADED = frozenset(["convince", "persuade"])
"""Verbs whose passive says what its subject thinks: "is convinced that"."""
_REPLIES = frozenset(["comment", "elaborate", "respond", "speculate", "reply"])
_NAMED = frozenset(["named", "identified", "quoted"])
"""Wishes that are about the story itself: "asked not to be named"."""
_NO_NOUNS = frozenset(
    listed("""
    says tells thinks believes knows argues insists suggests denies adds explains contends maintains asserts alleges
    acknowledges concedes admits announces writes predicts wants expects agrees declines refuses vows
""")
)
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
    if entry is None or _is_noun_here(t, k, s.start):
        return None
    lemma, shapes = entry
    voice = _voice(t, k, s.start)
    if voice is None:
        return None
    start, mood = voice
    if mood == "passive" or (
        mood == "finite" and lemma in _NEEDS_HEARERS and t.tags[k] & w.PART and _that_follows(t, k + 1)
    ):
        return _passive(s, k, start, entry)
    if mood == "finite":
        start = group_start(t, start, s.start)
    after = k + 1
    if after < s.end and t.low[after] in ("out", "on", "back") and lemma in ("point", "insist", "go"):
        after += 1
    first = s.start + 1 if t.tags[s.start] & w.CONJ else s.start
    asked = after < s.end and t.tags[after] & (w.WH | w.THAT | w.TO | w.QUOTED)
    if t.low[first] == "as" and mood == "finite" and not asked and set("sqzd") & set(shapes):
        source = subject_of(t, start, first)
        if source is not None and source[0] == first + 1:
            return _as_said(s, (start, after), source, ACTS[lemma])
    if (lemma == "point" and after == k + 1) or (t.low[k] == "feeling" and not _that_follows(t, after)):
        return None
    if lemma in ("claim", "declare") and not _CLAIMED.isdisjoint(t.low[after : min(after + 4, s.end)]):
        return None
    found = complement_of(s, after, shapes, lemma)
    if found is None and lemma == "ask" and mood == "finite" and s.start <= k <= s.start + 1:
        return _asked_by(s, k)
    if found is None or _says_nothing(s, k, lemma, found):
        return None
    return _placed(s, _Verb(k, (start, after), lemma, mood), found)


_NEEDS_HEARERS = frozenset(["tell", "inform", "assure", "notify", "convince"])
"""Verbs that are passive where "that" follows at once: "hauled in and told that"."""


def _that_follows(t: Tokens, k: int) -> bool:
    return k < len(t.tags) and bool(t.tags[k] & w.THAT)


def _says_nothing(s: Sentence, k: int, lemma: str, found: tuple[Range, Range | None, bool]) -> bool:
    """Whether the content is about the story itself ("asked not to be named") or is another cue ("declined to say")."""
    low, (content, _, infinitive) = s.t.low, found
    if infinitive and low[k] in CARRIERS and _carries(s, content[0]):
        return True
    start = low[content[0] : content[0] + 4]
    if "anonymity" in start or (infinitive and not _NAMED.isdisjoint(start)):
        return True
    return lemma in ("decline", "refuse") and not _REPLIES.isdisjoint(low[content[0] : content[0] + 2])


def _placed(s: Sentence, verb: _Verb, found: tuple[Range, Range | None, bool]) -> Report | None:
    """The report of a verb and its content, by where the verb stands in the sentence."""
    t, k = s.t, verb.at
    content, hearer, infinitive = found
    source = _source(s, verb.cue[0], k, verb.mood)
    if (
        source is not None
        and source[1] - source[0] == 1
        and t.low[source[0]].replace("’", "'").split("'")[0] in _WRITERS
    ):
        return None
    if source is not None and t.tags[k] & w.BASE and source[0] and t.low[source[0] - 1] in ("do", "does", "did"):
        return None  # a question: "Why did she want to go?"
    commas = [i for i in range(s.start, k) if t.tags[i] & w.COMMA]
    if verb.lemma == "ask" and commas == [k - 1] and k - 1 > s.start and t.tags[k] & w.PART:
        return _asked(s, content, verb.cue)
    if (verb.lemma == "assume" and k == s.start) or (verb.mood == "infinitive" and k == s.start + 1):
        return None
    if verb.lemma == "ask" and t.tags[content[0]] & w.TO and not infinitive:
        return None
    if (t.tags[k] & w.PART and k == s.start + 1 and t.tags[s.start] & w.SUB) or k == s.start:
        return _opening(s, content, verb.cue, verb.lemma, infinitive=infinitive)
    act = ACTS[verb.lemma]
    if act == INTENTION and not infinitive and verb.lemma in _PROMISES:
        act = SPEECH
    if source is not None and infinitive and verb.lemma == "call" and t.low[source[1] - 1] in _PAPERS:
        return None
    if content[1] <= content[0] or (source is None and verb.mood == "participle" and not s.reports):
        return None
    return report_of(s, content, verb.cue, source, act, hearer=hearer, infinitive=infinitive)


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


def _opening(s: Sentence, content: Range, cue: Range, lemma: str, *, infinitive: bool) -> Report | None:
    """A participle that opens the sentence: "Asked why he left, Ryan said", "Arguing that it is late, she"."""
    t = s.t
    comma = next((k for k in range(content[0], s.end) if t.tags[k] & w.COMMA and starts_clause(t, k + 1, s.end)), None)
    if comma is None:
        return None
    stop = phrase_after(t, comma + 1, s.end)
    main = (comma + 1, stop) if stop > comma + 1 else None
    asked = bool(t.tags[cue[0]] & w.PART)
    found = report_of(s, (content[0], comma), cue, None if asked else main, ACTS[lemma], infinitive=infinitive)
    found.passive, found.hearer = asked, main if asked else None
    return found


def _is_noun_here(t: Tokens, k: int, lo: int) -> bool:
    if k == lo:
        return not t.tags[k] & (w.ING | w.PART)
    before = t.tags[k - 1]
    tag = t.tags[k]
    following = t.tags[k + 1] if k + 1 < len(t.tags) else 0
    if tag & w.CAP:
        return True
    if tag & w.ADJ_CUE and t.low[k - 1] in COPULAS:
        return True
    if tag & w.NOUN_CUE and tag & (w.BASE | w.THIRD) and before & w.PAST and not before & (w.AUX | w.NAME | w.NOUN):
        return True
    if tag & w.BASE and following & w.REL and not before & (w.SUBJECT | w.AUX | w.MODAL | w.TO | w.NEG):
        return True
    if tag & (w.BASE | w.THIRD) and following & (w.MODAL | w.FINITE_AUX) and not following & w.SUBJECT:
        return not any(t.tags[i] & (w.REL | w.WH) for i in range(max(lo, k - 6), k))  # "which critics say is late"
    relative = following & w.THAT and k + 2 < len(t.tags) and t.tags[k + 2] & (w.MODAL | w.FINITE_AUX)
    if relative and tag & w.BASE and nounlike(before) and not t.low[k - 1].endswith("s"):  # "a light show that can"
        return True
    if tag & w.BASE and tag & w.NOUN and nounlike(before) and not before & w.SUBJECT and not is_plural(t.low[k - 1]):
        return not (before & w.NAME and _several(t, k - 1, lo))  # "a Palestinian state", "a messy state budget"
    if tag & w.BASE and t.low[k - 1] in ("another", "each", "either"):
        return True
    if (
        tag & w.THIRD and before & (w.BASE | w.ING) and not before & (w.NAME | w.NOUN | w.ADJ | w.SUBJECT)
    ):  # "discuss answers to"
        return True
    if tag & (w.BASE | w.THIRD) and not before & (w.TO | w.MODAL | w.AUX | w.SUBJECT):
        if before & (w.DET | w.POSS | w.GENITIVE | w.NUM | w.PREP):
            return True
        return bool(t.low[k] not in _NO_NOUNS and before & w.ADJ and not before & w.NAME)
    return bool(tag & (w.PAST | w.PART) and before & (w.DET | w.POSS | w.GENITIVE) and not before & w.SUBJECT)


def _several(t: Tokens, last: int, lo: int) -> bool:
    """Whether the name that ends at `last` is one of several, or stands after a preposition: "Lee and Kim"."""
    while last > lo and t.tags[last] & w.NAME:
        last -= 1
    return bool(t.tags[last] & (w.PREP | w.CONJ))


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
    tag = t.tags[at]
    first = at - 1 if t.low[at - 1] == "not" else at
    found: Report | None = None
    if (tag & w.TO and at + 1 < end and set("pOu") & set(shapes) and verb_after_to(t.tags[at + 1])) or (
        (lemma == "accuse" and t.low[at] == "of")
        or (agent is not None and "a" in shapes and t.low[at] == "as" and at + 1 < end)
    ):
        found = report_of(s, (first, end), cue, agent, ACTS[lemma], infinitive=True)
    elif (set("uo") & set(shapes) or (hearer is not None and t.low[hearer[0]] == "it")) and (
        (tag & w.THAT and at + 1 < end) or starts_clause(t, at, end) or tag & w.WH
    ):
        found = report_of(s, (at + 1 if tag & w.THAT else at, end), cue, agent, ACTS[lemma])
    if found is not None and lemma in _PERSUADED:
        found.source = hearer
        return found
    if found is not None:
        found.passive = agent is None
        found.hearer = hearer if set("uO") & set(shapes) else None
    return found
