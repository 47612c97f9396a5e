"""find_dates: every date expression in a text, with its TIMEX3 value."""

from collections.abc import Iterator
from datetime import date

from backfile.dates.text.context import Context, Found
from backfile.dates.text.date_rules import EACH, NAMED, RULES
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import MONTH_SHORT, WEEKDAY_SHORT
from backfile.dates.text.whole_dates import full_dates
from backfile.model.certainties import DateCertainty
from backfile.model.story import DateMention, Stamp

_MANY_YEARS = 5
_MANY_MONTHS = 10
_MOST = 0.6
_OF_NOW = frozenset({DateCertainty.COUNTED, DateCertainty.WEEKDAY_SAME_OR_LAST, DateCertainty.WEEKDAY_NEXT})
"""Rules that count from the publication day."""


def find_dates(
    text: str,
    *,
    published: Stamp | None,
    language: str | None = "en",
) -> tuple[DateMention, ...]:
    """The date expressions of `text` in order, offsets in code points.

    Anchored on the day of `published`; without one, what hangs on it has the value None. `language` is a primary
    subtag: in another language than English, only dates printed whole are found. Paragraphs begin at line breaks.
    """
    if (language or "en")[:2] != "en":
        return tuple(full_dates(text, language or ""))
    return tuple(_english(text, _day_of(published)))


def _day_of(published: Stamp | None) -> date | None:
    """The publication day; None where the stamp does not hold the day."""
    if published is None or len(published.value) < 10:
        return None
    return date.fromisoformat(published.value[:10])


def _english(text: str, published: date | None) -> Iterator[DateMention]:
    tokens = Tokens(text)
    kinds = tokens.kinds
    context = Context(published, is_narrative=_tells_history(tokens, published))
    at, paragraph = 0, 0
    while True:
        m = NAMED.search(kinds, at)
        if m is None:
            return
        start, end = m.span()
        line = kinds.rfind("|", paragraph, start)
        if line >= 0:
            context.start_paragraph()
            paragraph = line + 1
        at = start + 1
        assert m.lastgroup is not None
        found = _built(tokens, start, end, int(m.lastgroup[1:]), context)
        if found is None:
            continue
        last = found.end - 1
        if (
            kinds[last] == "."
            and last > found.start
            and kinds[last - 1] in "MDUQJpSWYn"
            and not _is_short(tokens, last - 1)
        ):
            last -= 1
        at = max(last + 1, start + 1)
        a, b = tokens.start(found.start), tokens.end(last)
        reading = found.reading
        if reading.certainty in _OF_NOW and reading.value is not None and len(reading.value) > len("2017-02"):
            context.return_to_now()
        yield DateMention(text[a:b], a, b, reading.type, reading.value, reading.anchor, reading.certainty.value)


def _is_short(tokens: Tokens, at: int) -> bool:
    """Whether the full stop after a token belongs to it: "Feb.", "Thurs."."""
    return tokens.words[at].capitalize() in MONTH_SHORT or tokens.words[at] in WEEKDAY_SHORT


def _tells_history(tokens: Tokens, published: date | None) -> bool:
    """Many years, most of them long past, and months, and hardly a weekday or a "today": an account of the past, not a
    day's news."""
    kinds = tokens.kinds
    if kinds.count("Y") < _MANY_YEARS or kinds.count("M") < _MANY_MONTHS:
        return False
    years = [int(word) for word, kind in zip(tokens.words, kinds, strict=True) if kind == "Y"]
    long_past = years if published is None else [year for year in years if year < published.year - 1]
    return (
        len(long_past) >= _MANY_YEARS
        and len(long_past) > _MOST * len(years)
        and len(long_past) > 3 * (kinds.count("D") + kinds.count("B"))
    )


def _built(tokens: Tokens, start: int, end: int, number: int, context: Context) -> Found | None:
    """The expression at `start`: by the rule that fits first, or by a later one where it turns out not to be."""
    found = RULES[number].build(tokens, start, end, context)
    while found is None and number + 1 < len(RULES):
        number += 1
        m = EACH[number].match(tokens.kinds, start)
        if m:
            found = RULES[number].build(tokens, start, m.end(), context)
    return found
