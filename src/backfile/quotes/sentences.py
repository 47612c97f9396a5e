"""Sentences of a tokenised paragraph, as index ranges; a quotation's own full stop may end one.

American printing puts the full stop inside the marks, so '"...," he said. "..."' is three sentences, and
'"Is it?" Spicer said.' one.
"""

from backfile.lexicon.english_words import listed
from backfile.quotes.word_classes import CAP, CUE, CUE_VERBS, END, NAME, QUOTED, Tokens

_STARTERS = frozenset(
    listed("""
    the he she it they we but and in on at a an his her their this that these those there when while after
    before if as for i you still also however meanwhile mr. mrs. ms. according both some many most one so what
""")
)
"""Words that begin a sentence when they have a capital letter after an abbreviation ("in the U.S. He ...")."""


def split_sentences(tokens: Tokens, body: str) -> list[tuple[int, int]]:
    """Index ranges [start, end) of the sentences of `tokens`, covering all of it."""
    tags, words = tokens.tags, tokens.words
    count = len(tags)
    found: list[tuple[int, int]] = []
    start, stops = 0, END | QUOTED
    for at in [k for k, word in enumerate(words) if word[-1] in _LAST or tags[k] & stops]:
        if tags[at] & stops:
            if at < start or not _ends(tokens, body, at):
                continue
        elif not (len(words[at]) > 1 and _ends_abbreviated(tokens, at)):
            continue
        found.append((start, at + 1))
        start = at + 1
    if start < count:
        found.append((start, count))
    return found if all(end - start <= _LONGEST for start, end in found) else _cut(found)


_LAST = ".?!”"
_LONGEST = 200
"""Tokens: what goes on longer without a stop is a list or a table, and no clause of it reaches so far."""


def _cut(sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(at, min(at + _LONGEST, end)) for start, end in sentences for at in range(start, end, _LONGEST)]


def _ends_abbreviated(tokens: Tokens, at: int) -> bool:
    after = at + 1
    return (
        after < len(tokens.tags)
        and (bool(tokens.tags[after] & CAP and tokens.low[after] in _STARTERS) or bool(tokens.tags[after] & QUOTED))
        and (len(tokens.words[at]) > 3 or tokens.words[at] == "p.m.")
        and tokens.low[at] not in ("mr.", "mrs.", "ms.", "dr.", "sen.", "rep.", "gov.", "gen.", "st.")
    )


def _ends(tokens: Tokens, body: str, at: int) -> bool:
    after = at + 1
    if after >= len(tokens.tags):
        return True
    tag, following = tokens.tags[at], tokens.tags[after]
    if following & END:
        return False
    if tag & END:
        return bool(following & (CAP | QUOTED)) or not tokens.words[after][0].islower()
    stretch = tokens.quoted[at]
    last = body[stretch.inner_start : stretch.inner_end].rstrip(" ’'”")[-1:]
    if last not in tuple(".?!…"):
        return bool(following & QUOTED) and False
    if following & QUOTED:
        return True
    if not following & CAP:
        return False
    return last == "." or not _names_speaker(tokens, after)


def _names_speaker(tokens: Tokens, at: int) -> bool:
    """Whether a name and a cue stand here: 'Spicer said', not 'Spicer then left'."""
    for index in range(at, min(at + 7, len(tokens.tags))):
        tag = tokens.tags[index]
        if tag & CUE and "d" in CUE_VERBS.get(tokens.low[index], ("", ""))[1]:
            return index > at
        if not tag & NAME and tokens.low[index] not in ("he", "she", "they"):
            return False
    return False
