"""Expressions of what comes again: "every Friday", "each year", "weekly"."""

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.durations import length
from backfile.dates.text.numbers import amount
from backfile.dates.text.relative_units import unit_of
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import FREQUENCY, MONTH_NUMBER, PART_OF_DAY, SEASON, WEEKDAY_NUMBER
from backfile.model.certainties import DateCertainty


def every(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "every two weeks", "each Friday", "every morning"."""
    word, kind = tokens.lower(end - 1), tokens.kinds[end - 1]
    if kind == "p":
        day = next((tokens.lower(at) for at in range(start, end) if tokens.kinds[at] == "D"), None)
        stem = f"XXXX-WXX-{WEEKDAY_NUMBER.get(day, 0) + 1}" if day else "XXXX-XX-XX"
        return Found(start, end, Reading("SET", f"{stem}T{PART_OF_DAY[word.rstrip('s')]}", DateCertainty.AS_PRINTED))
    if kind == "D":
        return Found(
            start, end, Reading("SET", f"XXXX-WXX-{WEEKDAY_NUMBER.get(word, 0) + 1}", DateCertainty.AS_PRINTED)
        )
    if kind == "S":
        return Found(start, end, Reading("SET", f"XXXX-{SEASON[word]}", DateCertainty.AS_PRINTED))
    if kind == "M":
        return Found(start, end, Reading("SET", f"XXXX-{MONTH_NUMBER.get(word, 1):02d}", DateCertainty.AS_PRINTED))
    count = amount(tokens, start + 1, end - 1)
    unit = unit_of(word)
    if kind in "UQHW" and tokens.kinds[start + 1] != "n" and count == "X":
        count = "2" if tokens.lower(start + 1) == "other" else "1"
    return Found(start, end, Reading("SET", length(count, unit), DateCertainty.AS_PRINTED))


_COUNTS = ("n", "u", "q", "m")
"""Kinds of numbers: "two Fridays ago" comes only once."""


def on_weekdays(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "on Sundays", "Monday nights", "on weekends"."""
    if tokens.kinds[start] == "W":
        if tokens.lower(start) != "weekends" or tokens.kinds[start - 1 : start] == "t":
            return None
        return Found(start, end, Reading("SET", "XXXX-WXX-WE", DateCertainty.AS_PRINTED))
    if (
        tokens.kinds[start - 1 : start] in _COUNTS
        or not tokens.words[start][0].isupper()
        or not tokens.lower(end - 1).endswith("s")
    ):
        return None
    value = f"XXXX-WXX-{WEEKDAY_NUMBER[tokens.lower(start).removesuffix('s')] + 1}"
    if tokens.kinds[end - 1] == "p":
        value += f"T{PART_OF_DAY[tokens.lower(end - 1).rstrip('s')]}"
    return Found(start, end, Reading("SET", value, DateCertainty.AS_PRINTED))


def frequency(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "daily", "annual"; not in a name ("Daily Mail")."""
    if tokens.words[start][0].isupper():
        return None
    return Found(start, end, Reading("SET", FREQUENCY[tokens.lower(start)], DateCertainty.AS_PRINTED))
