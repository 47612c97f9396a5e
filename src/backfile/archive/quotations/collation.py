"""Forms of one utterance set side by side, word by word, and the days and speakers that they disagree about.

The plan. Every form is set beside the fullest as any two texts are (passages/word_runs.py). A word counts without case, accents and marks; a word that an outlet put in brackets is another word than
the same one said; an ellipsis stands for words left out. Nothing is changed: each run is printed as it was.
"""

import re
from collections.abc import Iterable, Sequence

from backfile.archive.passages.word_runs import Token, blocks_of
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.search.words import NO_SPACES
from backfile.model.quotation import BETWEEN_PIECES, Aligned, Difference, Quotation, Utterance, Variant
from backfile.story.identity import fold

_GAP = r"\[?(?:…|\.(?:\s?\.){2,3})\]?"
_PIECE = re.compile(rf"(?P<gap>{_GAP})|[{NO_SPACES}]|[^\s{NO_SPACES}]+?(?={_GAP}|[\s{NO_SPACES}]|$)")
"""Matches an ellipsis, "…" or ". . .", one character of a script without spaces, or all up to the next of these."""
_LEFT_OUT = "…"
_LEFT = {"cut": "left-out"}
"""Of a form words are not cut: it leaves them out."""


def form_of(text: str) -> tuple[str, ...]:
    """The text as far as it counts for telling one form from another."""
    return tuple(token.key for token in _tokens(text))


def collate(utterance: str, quotations: Sequence[Quotation]) -> Utterance:
    """The quotations of one utterance as its variants, whatever order they come in."""
    forms: dict[tuple[str, ...], list[Quotation]] = {}
    for quotation in sorted(quotations, key=_by_date):
        forms.setdefault(form_of(quotation.text), []).append(quotation)
    ordered = sorted(forms.items(), key=lambda form: (-_said(form[0]), _by_date(form[1][0])))
    full = ordered[0][1][0].text
    later = sorted(ordered[1:], key=lambda form: _by_date(form[1][0]))
    variants = tuple(_variant(full, printed, is_fullest=False) for _, printed in later)
    fullest = _variant(full, ordered[0][1], is_fullest=True)
    outlets = dict.fromkeys(q.outlet for q in sorted(quotations, key=_by_date) if q.outlet)
    return Utterance(utterance, (fullest, *variants), tuple(_differences(quotations)), tuple(outlets))


def align(full: str, text: str) -> tuple[Aligned, ...]:
    """`text` beside `full` in runs; the runs' texts, in order, are all that each prints."""
    fulls, owns = _tokens(full), _tokens(text)
    runs = []
    for kind, a, b, c, d in blocks_of([token.key for token in fulls], [token.key for token in owns]):
        own, only_gap = _slice(text, owns[c:d]), all(token.key == _LEFT_OUT for token in owns[c:d])
        kind = "left-out" if kind == "changed" and only_gap else _LEFT.get(kind, kind)
        runs.append(Aligned(kind, own, _slice(full, fulls[a:b])))
    return tuple(runs)


def _variant(full: str, printed: list[Quotation], *, is_fullest: bool) -> Variant:
    once = {quotation.story: quotation for quotation in reversed(printed)}
    return Variant(
        printed[0].text, align(full, printed[0].text), tuple(sorted(once.values(), key=_by_date)), is_fullest
    )


def _said(form: tuple[str, ...]) -> int:
    """How many words the form gives as said: what an outlet put in or left out does not make a form fuller."""
    return sum(word != _LEFT_OUT and not word.startswith("[") for word in form)


def _tokens(text: str) -> list[Token]:
    found = []
    for piece in _PIECE.finditer(text):
        if piece["gap"] and not text.startswith(BETWEEN_PIECES, piece.start() - 1):
            found.append(Token(_LEFT_OUT, piece.start(), piece.end()))
        elif word := "".join(words_of(piece[0])):
            key = f"[{word}]" if _is_put_in(text, piece) else word
            found.append(Token(key, piece.start(), piece.end()))
        elif found:
            found[-1] = found[-1]._replace(end=piece.end())  # a dash on its own goes with the word before it
    return found


def _is_put_in(text: str, piece: re.Match[str]) -> bool:
    """Whether the whole word stands in square brackets: "[send]", the second word of "[his own]"; not "[W]e"."""
    open_before = text.rfind("[", 0, piece.start()) > text.rfind("]", 0, piece.start())
    word = piece[0].strip(".,;:!?'\"“”‘’()")
    return open_before or (word.startswith("[") and ("]" not in word or word.endswith("]")))


def _slice(text: str, tokens: list[Token]) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


def _by_date(quotation: Quotation) -> tuple[bool, str, str, str, int]:
    """Oldest first, the undated last."""
    stamp = quotation.published
    return stamp is None, stamp.value if stamp else "", quotation.story, quotation.version, quotation.number


def _differences(quotations: Sequence[Quotation]) -> Iterable[Difference]:
    if len(days := _days(quotations)) > 1:
        yield Difference("day", tuple(days))
    if len(speakers := _speakers(quotations)) > 1:
        yield Difference("speaker", tuple(speakers))


def _days(quotations: Sequence[Quotation]) -> list[str]:
    """The days given for the words, and the day of a story that printed them before the first of those."""
    given = {quotation.said_on for quotation in quotations if quotation.said_on}
    printed = {
        q.published.value[:10] for q in quotations if q.published and q.published.precision not in ("month", "year")
    }
    if given and printed and min(printed) < min(given):
        given.add(min(printed))
    return sorted(given)


def _speakers(quotations: Sequence[Quotation]) -> list[str]:
    """The speakers named, each once: "Spicer" is "Sean Spicer" here, since the words are the same."""
    names = {fold(q.speaker): q.speaker for q in sorted(quotations, key=_by_date, reverse=True) if q.speaker}
    kept: list[set[str]] = []
    shown = []
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        words = set(words_of(name))
        if not any(words <= other for other in kept):
            kept.append(words)
            shown.append(names[name])
    return shown
