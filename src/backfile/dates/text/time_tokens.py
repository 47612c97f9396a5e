"""A text as a row of tokens with a letter for the kind of each: what date_rules.py matches its patterns on.

Plan. One regular expression cuts the text into words, numbers and marks; a table tells the kind of each spelling once and
remembers it. The kinds make a string with one letter a token, so that a rule such as "the last week" is a pattern of
three letters, and the words that tell no time cost one lookup each.
"""

import re
from itertools import accumulate

from backfile.dates.text.time_words import KIND_OF, MONTH_SHORT, ONLY_CAPITAL, WEEKDAY_SHORT, ZONES

_TOKEN = re.compile(
    r"[^\W\d_]{2,}"
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?!\w)"
    r"|\d+(?=[ap]\.?m\b)|\d+:\d+(?=[ap]\.?m\b)"
    r"|[ap]\.m\.|[^\W\d_]|\n|[^\w\s]|\w+"
)
"""Leaves out nothing but white space: places are found again by walking over it."""
_YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2}")
_ORDINAL = re.compile(r"[1-3]?\d(?:st|nd|rd|th)")
_DECADE = re.compile(r"(?:(?:1\d|20)\d0|[1-9]0)s")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAMED_DAYS = frozenset({"9/11"})
_HALF_DAYS = frozenset({"a.m.", "p.m.", "am", "pm"})
_MARKS = {",": ",", ".": ".", "!": ".", "?": ".", "-": "-", "–": "-", "—": "-", "'": "'", "’": "'", "‘": "'", "`": "'",
          "\n": "|", "(": "(", ")": ")", "$": "$", "£": "$", "€": "$", "#": "$", "+": "+", "Q": "T",
          "1/2": "s"}  # fmt: skip


_REMEMBERED = 30_000
"""Spellings: the common words of a language, in some 3 MB."""


class _Kinds(dict[str, str]):
    """Token -> kind, worked out once for each spelling."""

    def __missing__(self, token: str) -> str:
        kind = _kind(token)
        if len(self) < _REMEMBERED:
            self[token] = kind
        return kind


def _kind(token: str) -> str:
    if token in _MARKS:
        return _MARKS[token]
    if token[0].isdecimal():
        return _number_kind(token)
    word = token.lower()
    if word in _HALF_DAYS:
        return "h"
    if token in ZONES:
        return "~"
    if token in MONTH_SHORT or (token.isupper() and token.capitalize() in MONTH_SHORT and len(token) < 5):
        return "M"
    if token in WEEKDAY_SHORT:
        return "w" if token in ("Sun", "Sat", "Mon", "Wed") else "D"
    if word in ONLY_CAPITAL and not token[0].isupper():
        return "w"
    return KIND_OF.get(word, "w")


def _number_kind(token: str) -> str:
    if len(token) <= 2 and token.isdecimal():
        return "n"
    if _YEAR.fullmatch(token):
        return "Y"
    for pattern, kind in ((_CLOCK, "C"), (_SLASHED, "/"), (_ORDINAL, "N"), (_DECADE, "Z"), (_NUMBER, "m")):
        if pattern.fullmatch(token):
            return kind
    return "/" if token[4:5] == "-" or token in _NAMED_DAYS else "w"


_KINDS = _Kinds()


class Tokens:
    """The tokens of a text, their places and their kinds."""

    __slots__ = ("_last", "_lines", "_text", "kinds", "words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[int] | None = None
        self._last = (0, 0)
        self.words: list[str] = _TOKEN.findall(text)
        kinds = _KINDS
        self.kinds = "".join([kinds[word] for word in self.words])

    def start(self, at: int) -> int:
        """Code points from the start of the text to token `at`."""
        first, place = self._last
        line = self.kinds.rfind("|", 0, at) + 1
        if not line <= first <= at:
            first, place = line, self._line(self.kinds.count("|", 0, line))
        words, index = self.words, self._text.index
        for word in words[first:at]:
            place = index(word, place) + len(word)
        place = index(words[at], place)
        self._last = at, place
        return place

    def _line(self, number: int) -> int:
        """Where a line of the text begins: a walk over its tokens need not begin at the text's first."""
        if self._lines is None:
            lengths = (len(line) + 1 for line in self._text.split("\n"))
            self._lines = [0, *accumulate(lengths)]
        return self._lines[number]

    def end(self, at: int) -> int:
        """Code points from the start of the text to the end of token `at`."""
        return self.start(at) + len(self.words[at])

    def lower(self, at: int) -> str:
        """Token `at` in lower case; "" outside the text."""
        return self.words[at].lower() if 0 <= at < len(self.words) else ""
