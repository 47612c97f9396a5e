"""The attributions of one sentence: first the cue that closes or splits it, then the others from left to right.

Each takes up its content, so that a cue inside another's content is not read again.
"""

from backfile.quotes import word_classes as w
from backfile.quotes.closings import read_closing
from backfile.quotes.noun_cues import read_adjective, read_noun
from backfile.quotes.one_attribution import Report, Sentence
from backfile.quotes.verb_cues import read_verb
from backfile.quotes.word_classes import Tokens

_CUE = w.CUE | w.NOUN_CUE | w.ADJ_CUE
_MOST_CUES = 40
"""A sentence with more is a list of words, and nobody speaks in it."""


def read_reports(t: Tokens, start: int, end: int) -> list[Report]:
    """The attributions of the sentence at tokens [start, end), in order."""
    cues = [k for k in range(start, end) if t.tags[k] & _CUE]
    if not cues or len(cues) > _MOST_CUES:
        return []
    sentence = Sentence(t, start, end)
    after = start
    closing = read_closing(sentence, cues)
    if closing is not None:
        sentence.reports.append(closing)
        after = closing.after
    for at in cues:
        if at < after:
            continue
        tag = t.tags[at]
        found = None
        if tag & w.CUE:
            found = read_verb(sentence, at)
        if found is None and tag & w.NOUN_CUE:
            found = read_noun(sentence, at)
        if found is None and tag & w.ADJ_CUE:
            found = read_adjective(sentence, at)
        if found is not None:
            sentence.reports.append(found)
            after = max(found.after, at + 1)
    return sentence.reports
