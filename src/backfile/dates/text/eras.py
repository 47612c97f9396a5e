"""Decades and centuries: "the 1990s", "the late nineties", "the 19th century", "the 1600s"."""

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import DECADE, NUMBER, UNIT
from backfile.model.certainties import DateCertainty

_OF_WEATHER = frozenset({"highs", "lows", "temperatures"})
_REACH = 5


def decade(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the 1990s", "the early '80s", "the late nineties"; "the 1600s" are a century."""
    word = tokens.lower(end - 1)
    if len(word) != 5 and not _is_of_years(tokens, start, end):
        return None
    if word in DECADE:
        value = f"19{DECADE[word]}"
    elif len(word) == 5:
        value = word[:2] if word.endswith("00s") and word[:2] != "20" else word[:3]
    else:
        value = f"19{word[0]}"
    context.note(f"{value:0<4}", has_year=True)
    return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))


def _is_of_years(tokens: Tokens, start: int, end: int) -> bool:
    """ "the '80s", "the sixties"; not "in his 30s", "highs in the 60s"."""
    if "'" in tokens.kinds[start:end] or tokens.kinds[start - 2 : start] == "Zb":
        return True
    is_of_weather = any(tokens.lower(start - back) in _OF_WEATHER for back in range(1, _REACH))
    return tokens.kinds[start] == "t" and not is_of_weather and tokens.lower(end - 1)[:1] not in "1345"


def century(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "the 19th century", "the early twenty-first century", "eighteenth-century"."""
    if UNIT.get(tokens.lower(end - 1)) != "CE":
        return None
    at = end - 2 - (tokens.kinds[end - 2] == "-")
    which = ordinal(tokens.words[at])
    if which is None or which < 1:
        return None
    if tokens.kinds[at - 1] == "-" and at - 2 >= start and tokens.kinds[at - 2] == "u":
        which += NUMBER[tokens.lower(at - 2)]
    if which > 22 or tokens.words[end : end + 1] in (["BC"], ["B"], ["BCE"]):
        return None
    return Found(start, end, Reading("DATE", f"{which - 1:02d}", DateCertainty.AS_PRINTED))
