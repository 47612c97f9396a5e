"""Amounts in words and figures: "three", "2.5", "twenty-one", "two and a half", "several"."""

from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import NUMBER, ORDINAL

VAGUE = "X"
_NOT_VAGUE = frozenset({"couple", "consecutive", "straight", "successive"})
_FIGURES = ("n", "m", "u")
"""Kinds of numbers: "some 19 days" gives its number."""


def amount(tokens: Tokens, start: int, end: int) -> str:
    """The number that tokens[start:end] spell, as TIMEX3 writes it: "3", "2.5", "X" for an amount that is not given."""
    total, current, is_given, has_half = 0, 0, False, False
    for at in range(start, end):
        word, kind = tokens.lower(at), tokens.kinds[at]
        if kind in "nYm":
            number = word.replace(",", "")
            if "." in number or len(number) > 6:
                return number if number.count(".") == 1 and len(number) < 7 else VAGUE
            current, is_given = current + int(number), True
        elif word in ("half", "1/2"):
            has_half = True
        elif (
            kind == "q"
            and word not in _NOT_VAGUE
            and not (word == "some" and tokens.kinds[at + 1 : at + 2] in _FIGURES)
        ):
            return VAGUE
        elif word in ("hundred", "thousand", "million", "dozen"):
            current, is_given = max(current, 1) * NUMBER[word], True
            if word != "hundred":
                total, current = total + current, 0
        elif word in NUMBER and not (kind == "a" and (is_given or current or _is_of_number(tokens, at, start, end))):
            current, is_given = current + NUMBER[word], True
    if not is_given and not has_half:
        return VAGUE
    number_text = str(total + current)
    if not has_half:
        return number_text
    return f"{number_text}.5" if is_given and total + current else "0.5"


def _is_of_number(tokens: Tokens, at: int, start: int, end: int) -> bool:
    """Whether the article at `at` belongs to a number ("a hundred", "a half", "half an") and is not one itself."""
    return (
        (at > start and tokens.lower(at - 1) == "half")
        or tokens.lower(at + 1) == "half"
        or any(tokens.kinds[i] in "nYmu" or tokens.lower(i) in ("couple", "dozen") for i in range(at + 1, end))
    )


def ordinal(word: str) -> int | None:
    """1 for "first" and "1st"; -1 for "last" and "final"; None for no ordinal."""
    word = word.lower()
    if word in ORDINAL:
        return ORDINAL[word]
    if word in ("last", "final"):
        return -1
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else None
