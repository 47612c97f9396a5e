"""Quotations that no cue took: the next piece of the one before, one beside an unlisted verb, one that goes on alone.

A title, a headline in a list of sources and a few words that the reporter puts in marks are none.
"""

import re

from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.phrases import phrase_after
from backfile.quotes.pieces import Draft, Paragraph, Span, inner_of, span_of
from backfile.quotes.quotation_marks import Stretch, is_title, words_in
from backfile.quotes.subjects import main_subject, subject_of
from backfile.quotes.transcripts import is_notice
from backfile.quotes.word_classes import CUE_VERBS, Tokens

_CITED = re.compile(r"\s?[—–-]\s[A-Z][^\n]{2,60},\s[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\W*$")
"""Matches what follows a headline in a list of sources: " — Ottawa Star, August 15, 2008"; not " — Lee said"."""


def read_uncued(body: str, paragraph: Paragraph, k: int, sentence: Span, previous: Draft | None) -> Draft | None:
    """A quotation that no cue took: `previous` with it joined, one of its own, or None (a title, a scare quote)."""
    t = paragraph.tokens
    stretch = t.quoted[k]
    alone = all(t.tags[i] & (w.QUOTED | w.PUNCT) for i in range(*sentence))
    piece = inner_of(body, stretch)
    if piece[0] >= piece[1]:
        return None
    if (
        alone
        and previous is not None
        and previous.act == SPEECH
        and previous.kind != "indirect"
        and _runs_on(body, previous)
    ):
        previous.pieces.append(piece)
        previous.open_end = not stretch.closed
        return previous
    few = words_in(body, stretch) < 4 and t.words[k - 1 if k else k] != ":"
    if not alone and (is_title(body, stretch) or few):
        return None
    if _CITED.match(body, stretch.end, paragraph.end):
        return None
    if not alone and k == sentence[0]:
        beside = _told_beside(body, t, k, sentence[1])
        if beside is not None:
            return Draft([piece], "direct", SPEECH, cue=span_of(t, beside[1]), source=span_of(t, beside[0]))
    if alone or k == sentence[0] or all(t.tags[i] & w.PUNCT for i in range(sentence[0], k)):
        return Draft([piece], "direct", SPEECH, continues=True, open_end=not stretch.closed)
    found = _amid(t, k, sentence[0], piece)
    if found is None and _is_sentence(body, stretch):
        found = Draft([piece], "direct", SPEECH, continues=k - sentence[0] < _SHORT_LEAD)
    if found is not None:
        found.open_end = not stretch.closed
    return found


_IN_THE_WORDS = ["in", "the", "words", "of"]


def _is_sentence(body: str, stretch: Stretch) -> bool:
    """Whether the marks hold a sentence, which somebody said though no cue tells who: 'On July 9, "Ohio was a disaster" ...'."""
    inner = body[stretch.inner_start : stretch.inner_end]
    return inner[0].isupper() and words_in(body, stretch) >= _FEWEST_WORDS and _CODE.search(inner) is None


_CODE = re.compile(r"[%$={}<>\\]")
"""Matches what a program prints: "could not open %s"."""
_SHORT_LEAD = 3
"""Tokens before the marks in their sentence: after "No." the voice before goes on."""
_FEWEST_WORDS = 6
"""Of a sentence in marks: shorter ones are slogans and names of things."""


def _amid(t: Tokens, k: int, start: int, piece: Span) -> Draft | None:
    """A quotation inside its sentence, under the subject that it hangs on; None where nobody is seen to speak."""
    at = next((i for i in range(start, k - 4) if t.low[i : i + 4] == _IN_THE_WORDS), None)
    if at is not None:
        named = (at + 4, max(phrase_after(t, at + 4, k), at + 5))
        return Draft([piece], "direct", SPEECH, cue=(t.starts[at], t.end_of(at + 3)), source=span_of(t, named))
    colon = k - 1 if t.words[k - 1] == ":" else None
    told = (i for i in range(k - 1, start, -1) if t.tags[i] & w.CUE and t.tags[i] & (w.PAST | w.THIRD))
    cue = next((i for i in told if may_quote(t.low[i])), None)
    if colon is not None and any(is_notice(t.low[i]) for i in range(start, colon)) and cue is None:
        return Draft([piece], "direct", SPEECH, continues=True)
    if colon is not None and colon - start < 8 and cue is None:
        source: tuple[int, int] | None = (start, colon)
    else:
        source = (subject_of(t, cue, start) if cue else None) or main_subject(t, k, start)
    if source is None and colon is None:
        return None  # words that the reporter puts in marks
    found = Draft([piece], "direct", SPEECH, source=span_of(t, source), continues=source is None)
    if cue is not None and source is not None and source[1] <= cue:
        found.cue = (t.starts[cue], t.end_of(cue))
    return found


def may_quote(word: str) -> bool:
    """Whether direct speech may stand beside this verb."""
    return "d" in CUE_VERBS.get(word, ("", ""))[1]


def _told_beside(body: str, t: Tokens, k: int, end: int) -> tuple[Span, Span] | None:
    """The subject and the verb after a quotation that ends as speech does, whatever the verb: '"No," Lee barked back.'"""
    stretch = t.quoted[k]
    if not stretch.closed or body[stretch.inner_end - 1] not in ",?!" or k + 2 >= end:
        return None
    if t.tags[k + 1] & w.PAST and not t.tags[k + 1] & w.AUX:
        stop = phrase_after(t, k + 2, end)
        return ((k + 2, stop), (k + 1, k + 2)) if stop > k + 2 else None
    if body[stretch.inner_end - 1] != "," and not t.tags[k + 1] & (w.NAME | w.SUBJECT):
        return None
    for at in range(k + 2, min(end, k + 20)):
        if t.tags[at] & (w.PAST | w.THIRD) and not t.tags[at] & w.AUX:
            source = subject_of(t, at, k + 1)
            if source is not None and source[0] == k + 1:
                return source, (at, at + 1)
    return None


def _runs_on(body: str, previous: Draft) -> bool:
    """Whether a quotation may go on after its cue: not where its first part ended as a question or an exclamation."""
    end = previous.pieces[-1][1]
    return len(previous.pieces) > 1 or body[end - 1] not in "?!"
