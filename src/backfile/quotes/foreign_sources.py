"""The words that name a cue's source in another language: a pronoun, the person named before or after it, or a noun phrase.

A person who was found beside the cue is the source, with the office between them; after "de", "von", "à" somebody else is.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from backfile.lexicon.english_words import listed
from backfile.lexicon.foreign_offices import is_foreign_calling, offices_of
from backfile.quotes.foreign_patterns import SOURCE, CuePatterns, cue_patterns
from backfile.quotes.people import Mention

Span = tuple[int, int]


@dataclass(slots=True)
class Told:
    """A story in one language that has a table of cues, with the people named in it, in order."""

    body: str
    language: str
    mentions: list[Mention]
    starts: list[int]

    @property
    def patterns(self) -> CuePatterns:
        """Where the language's cues may stand."""
        return cue_patterns(self.language)


def told_in(body: str, language: str, mentions: list[Mention]) -> Told:
    """The story with the mentions that are somebody's, ready to be looked up by place."""
    known = [mention for mention in mentions if mention.person is not None]
    return Told(body, language, known, [mention.start for mention in known])


_STOPS = re.compile(r"[.;:!?…«»„“”\"\n](?=\s|\w|$)")
_OBLIQUE = frozenset(
    listed("""
    de du des d von vom van di da del della dell do dos das a al à au aux an zu zum zur gegenüber com ao con avec mit met tegen aan para por pour für
    voor per contra contre gegen sobre sur über over e y et und en ed sin sans ohne
""")
)
"""Words before a name that make it somebody else's: "la hermana de Ana Ruiz", "dijo a Ana Ruiz"."""


def after_oblique(body: str, lo: int, name: int) -> bool:
    """Whether the word before a name makes it somebody else's: "la hermana de Ana Ruiz"."""
    before = _WORD.findall(body[lo:name])
    return bool(before) and before[-1] in _OBLIQUE  # not "De Ruiter", with a capital letter


_THAT = frozenset(listed("que qu dass che dat ob si se wie cómo como comment wenn als"))
_WORD = re.compile(r"[^\W\d_]+")
_FARTHEST = 110
"""Letters between a cue and the name of its source: an office with its place fits, a second clause does not."""


def source_after(told: Told, at: int, limit: int) -> Span | None:
    """The source that begins after a cue's end at `at`: a pronoun, or the first person named there."""
    body = told.body
    first = _WORD.search(body, at, limit)
    if first is None:
        return None
    pronouns = told.patterns.table.pronouns
    if first.group().lower() in pronouns and first.start() <= at + 1:
        return first.span()
    for mention in told.mentions[bisect_left(told.starts, at) :]:
        if mention.start >= limit or mention.start - at > _FARTHEST:
            break
        if _joins(body, at, mention.start):
            return _with_office(told, mention, at)
    return None


def person_right_after(told: Told, at: int) -> Span | None:
    """The person whose name, with its office, begins right after `at`, an article between at most."""
    k = bisect_left(told.starts, at)
    if (
        k == len(told.mentions)
        or told.mentions[k].start - at > _FARTHEST
        or not _joins(told.body, at, told.mentions[k].start)
    ):
        return None
    start, end = _with_office(told, told.mentions[k], at)
    return (start, end) if len(_WORD.findall(told.body[at:start])) <= 1 else None


def in_view_of(told: Told, lo: int, hi: int) -> bool:
    """Whether a sentence opens with somebody's view: "Pour la ministre Aubrac, ..."."""
    first = _WORD.search(told.body, lo, hi)
    return first is not None and first.group().lower() in _FOR and person_right_after(told, first.end()) is not None


def _joins(body: str, at: int, name: int) -> bool:
    """Whether nothing but an office, a time or hearers stands between a cue's end and a name."""
    between = body[at:name]
    if _STOPS.search(between.rstrip(" .") if between.rstrip().endswith(".") else between):
        return False
    if "," in between and not (between.count(",") == 1 and re.search(r",\s(?:[\w.]{1,8}\s)?$", between)):
        return False
    words = [word.lower() for word in _WORD.findall(between)]
    return not words or (words[-1] not in _OBLIQUE and _THAT.isdisjoint(words))


def _with_office(told: Told, mention: Mention, lo: int) -> Span:
    """The name with the office that is printed before it, no further back than `lo`."""
    start = mention.start
    if mention.role:
        found = told.body.rfind(mention.role, lo, start)
        start = found if found >= 0 else start
    return start, mention.end


def source_before(told: Told, cue: int, lo: int) -> Span | None:
    """The source that ends before a cue that starts at `cue`, in the sentence from `lo` on."""
    body = told.body
    words = list(_WORD.finditer(body, max(lo, cue - 30), cue))
    pronouns = told.patterns.table.pronouns
    if words and words[-1].group().lower() in pronouns:
        return words[-1].span()
    at = bisect_left(told.starts, cue)
    for mention in reversed(told.mentions[max(0, at - 4) : at]):
        if mention.start < lo or cue - mention.end > _FARTHEST:
            break
        if not _leads(body, mention.end, cue):
            continue
        before = _WORD.findall(body[max(lo, mention.start - 20) : mention.start])
        if before and before[-1].lower() in _OBLIQUE and not (told.language == "pt" and before[-1] in ("a", "A")):
            continue
        return _with_office(told, mention, lo)
    return None


_ASIDE = re.compile(r"(?:\s\([^)]{1,20}\))?,\s[^.;:!?«»„“”\"]{2,90},\s$")
_ADVERBS = re.compile(r"(?:\s\([^)]{1,20}\))?\s(?:[a-zà-ÿß’'-]+\s){0,4}(?:[A-ZÄÖÜ][\w-]+\s)?(?:[a-zà-ÿß’'-]+\s){0,2}$")
_RELATIVE = frozenset(listed("que qui der die che dat quien"))


def _leads(body: str, end: int, cue: int) -> bool:
    """Whether a name that ends at `end` may be the subject of the cue: an aside in commas or a few words stand between."""
    between = body[end:cue]
    return (
        between == ", "
        or _ASIDE.fullmatch(between) is not None
        or (_ADVERBS.fullmatch(between) is not None and _RELATIVE.isdisjoint(between.split()))
    )


def subject_in(told: Told, lo: int, hi: int) -> Span | None:
    """The subject of a sentence that announces a quotation with no verb of speech: its first person, or pronoun."""
    first = _WORD.search(told.body, lo, hi)
    if first is not None and first.group().lower() in told.patterns.table.pronouns:
        return first.span()
    at = bisect_left(told.starts, lo)
    if at < len(told.mentions) and told.mentions[at].start < hi:
        mention = told.mentions[at]
        before = _WORD.findall(told.body[lo : mention.start])
        if not before or before[-1].lower() not in _OBLIQUE or before[0].lower() in _FOR:
            return _with_office(told, mention, lo)
    return None


_FOR = frozenset(["pour", "para", "per", "für", "voor"])
"""At the head of a sentence with a quotation: in somebody's view."""


def past_aside(told: Told, end: int) -> int:
    """After the office in commas that follows a name which ends at `end`; else after its comma."""
    at = bisect_left(told.starts, end) - 1
    mention = told.mentions[at] if at >= 0 else None
    if mention is not None and mention.end == end and mention.role:
        hit = re.compile(rf",\s(?:\w+\s|\w{{1,4}}[’'])?{re.escape(mention.role)},").match(told.body, end)
        if hit is not None:
            return hit.end()
    return end + 1 if told.body[end : end + 1] == "," else end


def phrase_before(told: Told, span: Span) -> Span:
    """The noun phrase at the end of the words before a cue: from its last article that no preposition leads."""
    offices = offices_of(told.language)
    determiners, joints = offices.determiners, offices.joints
    words = list(_WORD.finditer(told.body, *span))
    for k in range(len(words) - 2, 0, -1):
        before = words[k - 1].group().lower()
        if words[k].group().lower() in determiners and before not in _OBLIQUE and before not in joints:
            return words[k].start(), span[1]
    return span


def is_determined(language: str, phrase: str) -> bool:
    """Whether an article or a possessive opens a phrase: "die Sprecherin", "la jueza"."""
    return phrase.partition(" ")[0] in offices_of(language).determiners


def words_after(told: Told, hit: "re.Match[str]") -> Span | None:
    """The source that a match of cue and words holds, by its words alone: a clitic pronoun, or the first phrase."""
    return (
        _cut(told.body, hit.span("source"), last_capital=True) if hit["source"] else clitic(told.body, hit.span("cue"))
    )


def clitic(body: str, cue: Span) -> Span | None:
    """The pronoun inside a French cue: "a-t-il dit"."""
    hit = _CLITIC.search(body, *cue)
    return hit.span(1) if hit else None


_CLITIC = re.compile(r"-(ils?|elles?|on)\b")


def words_before(told: Told, hit: "re.Match[str]") -> Span | None:
    """The subject of a cue by its words alone: before it, or after it where another word has its place ("Dann sagte er")."""
    body, table = told.body, told.patterns.table
    start, end = hit.span("source")
    first = body[start:end].split()[0]
    if first.lower() in table.pronouns:
        return start, start + len(first)
    if first.lower() in table.not_sources or not _may_be_subject(first, told.language):
        return None
    if first.lower() not in table.leads:
        span = (start, end) if table.leads else phrase_before(told, (start, end))
        return _cut(body, span, last_capital=bool(table.leads))
    after = _AFTER_VERB.match(body, hit.end("cue"))
    if after is None:
        return None
    first = after["source"].split()[0]
    if first.lower() in table.pronouns:
        return after.start("source"), after.start("source") + len(first)
    return _cut(body, after.span("source"), last_capital=True)


def _may_be_subject(first: str, language: str) -> bool:
    """Whether a word may open the subject of a cue that no article opens: a capital letter, or what somebody is."""
    offices = offices_of(language)
    return bool(offices.articles) or first[0].isupper() or is_foreign_calling(first, language)


_AFTER_VERB = re.compile(rf"\s(?P<source>{SOURCE})")


_WORDS = re.compile(r"\w+")
_NAME_AFTER = re.compile(r",(?:\s[A-ZÄÖÜÉÁÍÓÚ][\w-]+){2,3}(?=[,.])")
"""Matches ", Claire Dumont," after an office; not ", mardi"."""


_JOINING = frozenset(listed("von van der des de del la da zu vom für und du d’ y e et - le"))
"""Small words inside the name of a source: "Sprecher der Polizei", "Ursula von der Leyen"."""
_ARTICLES = frozenset(listed("der die das dem den des ein eine einem einer eines le la les un une el los las una"))
_CONJUNCTIONS = re.compile(
    r"(?:(?:dass|als|wie|und|aber|doch|so|ob|denn|wenn|weil|que|como|cuando|pero|comme|et|mais|alors)(?:\s|$))+"
)
"""Matches "als " before a source ("als er"); not "Alsbach"."""


def _cut(body: str, span: Span, *, last_capital: bool = False) -> Span | None:
    """The words of a source: with `last_capital` no further than the last capital letter of the first phrase."""
    start, end = span
    lead = _CONJUNCTIONS.match(body, start, end)
    if lead is not None:
        start = lead.end()
    if start >= end:
        return None
    text = body[start:end]
    if last_capital:
        capitals = [m for m in _WORDS.finditer(text) if text[m.start()].isupper()]
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
