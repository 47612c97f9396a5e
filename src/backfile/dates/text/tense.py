"""Which way a bare weekday, month or day points: by the verb that governs it, as English word order shows it.

The nearest verb before the expression in its sentence decides, else the one just after it ("Friday will be ..."). A
preposition of limit ("by Friday", "until June") points forward in news; verbs of saying point back.
"""

import re

from backfile.dates.text.context import Context
from backfile.dates.text.time_tokens import Tokens

_FUTURE = frozenset(
    "will ll shall won't wo would'll upcoming scheduled slated due expected expects expect plans plan planned planning "
    "intends hopes aims set begins starts opens going would could may might can should must be".split()
)
_PAST = frozenset(
    "was were had did said says announced told reported made took came went held began became found left won lost fell rose "
    "got gave met saw ran led set has have been broke sent kept brought hit cut put died shot sold".split()
)
_SCHEDULED = frozenset(
    "comes returns resumes meets plays hosts faces leaves arrives heads opens begins starts ends closes expires takes visits "
    "travels convenes kicks go runs resume reopen reopens restarts restart reconvenes reconvene".split()
)
"""News tells what is past in the past tense: the present tense beside a day tells what is on the calendar."""
_PROSPECTIVE = frozenset(
    "agreed asked ordered vowed promised pledged invited required decided prepared summoned threatened offered hoped intended "
    "urged arranged told".split()
)
"""Past forms whose "to" leads on: "agreed to meet Friday"."""
_BASE_FORMS = frozenset(
    "open begin start leave return meet play close vote face travel run end visit kick arrive".split()
)
_SUBJECTS = frozenset(
    {
        "we",
        "they",
        "i",
        "you",
        "polls",
        "schools",
        "classes",
        "doors",
        "talks",
        "voters",
        "students",
        "lawmakers",
        "officials",
    }
)
_LIMITS = frozenset(("through", "thru"))
_FROM_THEN = ("beginning", "starting", "effective")
"""Words before a day from which something holds: "Beginning Monday, fares rise"."""
_OVER_BY_THEN = frozenset(
    "ran lasted continued stretched held worked stayed went played occurred took visited met traveled travelled served lived spent raged burned".split()
)
"""Past forms of what went on up to a day: "ran through Sunday". What was closed or suspended through a day is so still."""
_CLOCK = frozenset("noon midnight morning am pm a.m p.m a p m .".split())
_NEAR = 4
_NOT_FAR = 6
_TO_BE = frozenset({"is", "are", "was", "were"})
_SURE_FUTURE = frozenset("will ll shall upcoming scheduled slated due expected expects intends".split())
_NOT_VERBS = frozenset("united embed need feed seed speed indeed hundred red bed shed unprecedented led".split())
_REACH = 12
_AFTER = 4
_PAST_FORM = re.compile(r"[a-z]{2,}ed")


def direction_of(tokens: Tokens, start: int, end: int) -> int:
    """1 where the verb near tokens[start:end] points forward, -1 where it points back, 0 where none is near."""
    limit = _limit_before(tokens, start)
    if limit in ("until", "till", *_FROM_THEN):
        return 1
    if limit in _LIMITS:
        return -1 if _is_over_by_then(tokens, start) else 1
    return _by_verb(tokens, start, end) or (1 if limit == "by" else 0)


def _limit_before(tokens: Tokens, start: int) -> str:
    """The word before an expression, over a time of day that stands between: "by" of "by noon Tuesday"."""
    at = start - 1
    while at > 0 and (tokens.lower(at) in _CLOCK or tokens.kinds[at] in ("n", ":")):
        at -= 1
    return tokens.lower(at) if at >= 0 else ""


def _is_over_by_then(tokens: Tokens, start: int) -> bool:
    """Whether the verb before "through Sunday" tells of what went on up to that day."""
    for at in range(start - 2, max(-1, start - _REACH), -1):
        if tokens.kinds[at] in ".|":
            return False
        if tokens.lower(at) in _OVER_BY_THEN:
            return True
    return False


def retells(tokens: Tokens, start: int, end: int, context: Context) -> bool:
    """Whether a month or a day without its year is of the past year told of; not where its verb points forward."""
    return context.is_past_passage and (context.is_narrative or direction_of(tokens, start, end) <= 0)


def _by_verb(tokens: Tokens, start: int, end: int) -> int:
    words, kinds = tokens.words, tokens.kinds
    if _is_on_calendar(tokens, start):
        return 1
    if kinds[end : end + 2] == "'w" and words[end + 1] == "s":
        return _of_whose(tokens, start, end)
    stop = max(-1, start - 1 - _REACH)
    for at in range(start - 1, stop, -1):
        if kinds[at] in ".|":
            break
        told = _told_before(tokens, at, start)
        if told is not None:
            return told
    return _by_verb_after(tokens, end)


def _told_before(tokens: Tokens, at: int, start: int) -> int | None:
    """What the word at `at`, before the expression, says of its direction; None where it says nothing."""
    words = tokens.words
    word, distance = words[at].lower(), start - at
    if word in _SURE_FUTURE or (word in _SCHEDULED and distance <= _NEAR):
        return 1
    if word in _BASE_FORMS and at and words[at - 1].lower() in _SUBJECTS:
        return 1
    if (word in _TO_BE or (word in _PROSPECTIVE and distance <= _NOT_FAR)) and words[at + 1].lower() == "to":
        return 1
    if word in _FUTURE:
        return 1 if _is_future(tokens, at) else -1 if word in _PAST else 0
    if word in _PAST or (_PAST_FORM.fullmatch(word) and word not in _NOT_VERBS):
        return 1 if _follows_future(tokens, at) else -1
    return None


def _by_verb_after(tokens: Tokens, end: int) -> int:
    """What the verb just after the expression says: "Friday will be ..."."""
    for at in range(end, min(end + _AFTER, len(tokens.words))):
        if tokens.kinds[at] in ".|":
            break
        word = tokens.words[at].lower()
        if word in ("will", "ll", "shall"):
            return 1
        if word in _PAST or _PAST_FORM.fullmatch(word):
            return -1
    return 0


def _is_on_calendar(tokens: Tokens, start: int) -> bool:
    """ "The vote is Monday", "the vote is on Monday", "the game is at 7 p.m. Friday"."""
    at = start - 1 - (tokens.lower(start - 1) in ("on", "this"))
    while at > 0 and (tokens.lower(at) in _CLOCK or tokens.kinds[at] in ("n", ":") or tokens.lower(at) == "at"):
        at -= 1
    return tokens.lower(at) in ("is", "are")


def _of_whose(tokens: Tokens, start: int, end: int) -> int:
    """ "Monday's drills": the verb before governs the drills and not the day; what they will do tells of the day."""
    before = tokens.lower(start - 1)
    if before == "before" or (before == "of" and tokens.lower(start - 2) == "ahead"):
        return 1
    ahead = range(end + 2, min(end + 2 + _AFTER, len(tokens.words)))
    return 1 if any(tokens.lower(at) in ("will", "shall") for at in ahead) else -1


def _is_future(tokens: Tokens, at: int) -> bool:
    word = tokens.lower(at)
    if word in ("would", "could", "may", "might", "can", "should", "must"):
        return tokens.lower(at + 1) != "have" and word in ("would", "should", "must")
    if word == "be":
        return tokens.lower(at - 1) in ("to", "will", "ll", "would", "not", "must", "should")
    if word == "set" and tokens.lower(at + 1) == "for":
        return True
    if word == "set":
        return tokens.lower(at + 1) in ("to", "for") and tokens.lower(at - 1) in ("is", "are", "was", "were", ",")
    if word in ("going", "plan", "plans", "planned", "planning", "hopes", "aims", "expect"):
        return tokens.lower(at + 1) in ("to", "for", "on")
    return True


def _follows_future(tokens: Tokens, at: int) -> bool:
    """ "will be held", "to be released", "is scheduled": the form in -ed is no past there."""
    before = [tokens.lower(at - back) for back in (1, 2, 3)]
    if before[0] == "be" and before[1] in ("will", "to", "ll", "not", "would", "should", "must"):
        return True
    return before[0] in ("will", "ll")
