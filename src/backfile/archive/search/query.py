"""Search line parser: words, "phrases", prefix*, AND, OR, NOT, parentheses and fields, to a tree (docs/cli.md).

    any   = all (OR all)*            OR binds closer than the space:  mayor fire OR flood  is  mayor AND (fire OR flood)
    line  = any ((AND)? any)*
    all   = (NOT | -) all | ( line ) | field:( line ) | field:term | term
    term  = word | word* | "phrase" | "phrase"~3

Tantivy has a parser too. It finds nothing for `police AND NOT fire`, knows no prefix, and takes the 10 of 10:30 for a field.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from backfile.archive.search.search_days import first_day, last_day
from backfile.errors import QueryError
from backfile.limits import DEEPEST_SEARCH, LONGEST_SEARCH, MOST_PREFIXES
from backfile.model.reason_codes import DoubtCode

WORD_FIELDS = (
    "headline",
    "byline",
    "author",
    "outlet",
    "speaker",
    "quote",
    "place",
    "section",
    "kind",
    "tag",
    "credit",
    "doubt",
)
DAY_FIELDS = ("from", "to", "updated")
FIELDS = (*WORD_FIELDS, *DAY_FIELDS, "undated")
_TOKEN = re.compile(
    r'\s*(?:(?P<mark>[()])|(?P<minus>-(?=[\w"(]))|(?P<field>[A-Za-z]\w*):(?=[\w"(-])(?!//)'
    r'|"(?P<phrase>[^"]*)"(?:~(?P<slop>\d{1,2}))?|(?P<word>[^\s()"]+))'
)
"""Matches `-`, `headline:`, `"town hall"~2`, `ferr*`; the 10:30 and the https: of a text are no fields."""
_NO_FIELD = re.compile(r"https?$", re.IGNORECASE)
_MISUSED = {
    "+": "every word must be there as it is: leave + out",
    "^": "no word counts for more than another: leave ^ out",
    "~": '~ goes with a phrase: "town hall"~3',
    "?": "there is no ?, only * at the end of a word: ferr*",
    "&": "write AND, or only a space",
    "|": "write OR",
    "[": "days are given as from:2017-02 to:2018",
    "{": "days are given as from:2017-02 to:2018",
    "!": "write NOT, or - before the word",
}
"""Signs that other searches have, and what to write here."""
_SIGN = re.compile(r"^[+!]+(?=\w)|(?<=\w)[\^~](?=[\d.]*$)|(?<=\w)\?(?=\w)|^(?:&&?|\|\|?)$|^[\[{](?=\w)")
"""Matches the + of "+fire", the ~ of "ferry~2", "&&"; not the "C++", "what?" and "A&E" of a text."""

_STAR = re.compile(r"\w\*(?=\s|$)")
"""Matches the * of "ferr* boat"; not those of "M*A*S*H"."""
_NO_OPERATOR = re.compile(r"(?:NEAR|ADJ|WITHIN|W)(?:/?\d+)?|XOR|NOT/\d+")
"""Matches NEAR, NEAR/5, ADJ3, W/10, XOR, which other searches have between two words; not "Near"."""
_EMPTY_FIELD = re.compile(rf"({'|'.join(FIELDS)}):\*?", re.IGNORECASE)
"""Matches "outlet:" and "outlet:*"."""


class Term(NamedTuple):
    """Words that must stand together, near enough."""

    text: str
    field: str | None = None
    kind: str = "word"
    """word: in its other endings too | prefix: and however it goes on | phrase: as it is"""
    slop: int = 0
    """Of a phrase: how many places its words may be moved by."""


class Days(NamedTuple):
    """Published on or after, on or before; or last updated within."""

    field: str
    first: date
    last: date


class Undated(NamedTuple):
    """Stories that nothing dates, or those that something does."""

    is_wanted: bool


class All(NamedTuple):
    """All of these."""

    parts: tuple["Node", ...]


class Any(NamedTuple):
    """At least one of these."""

    parts: tuple["Node", ...]


class Not(NamedTuple):
    """Not this."""

    part: "Node"


Node: TypeAlias = Term | Days | Undated | All | Any | Not


def parse_query(line: str) -> All:
    """What a search line asks for, all of which must hold; nothing for an empty line, which is a list of everything.

    Raises QueryError with a line for a person.
    """
    line = re.sub("[“”„«»]", '"', line.strip())
    if len(line) > LONGEST_SEARCH:
        raise QueryError(f"the search is longer than {LONGEST_SEARCH} characters")
    if line.count('"') % 2:
        raise QueryError('a quotation mark is missing: write "town hall" with one at each end')
    tokens = list(_TOKEN.finditer(line))
    if sum((token["word"] or "").endswith("*") for token in tokens) > MOST_PREFIXES:
        raise QueryError(f"there are more than {MOST_PREFIXES} words with a * at their end")
    parts = _Parser(tokens).line()
    if line and not parts:
        raise QueryError("there is no word to search for")
    return All(parts)


def expect_order(since: date | None, until: date | None) -> None:
    """Raises QueryError for days that end before they begin."""
    if since and until and since > until:
        raise QueryError(f"nothing is published from {since} on and up to {until}: the first day comes after the last")


class _Parser:
    """Recursive descent over the tokens of a line."""

    def __init__(self, tokens: Sequence[re.Match[str]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def line(self) -> tuple[Node, ...]:
        """The whole line."""
        found = self._parts(None)
        if self._at < len(self._tokens):
            raise QueryError("a parenthesis ) closes nothing")
        return found

    def _parts(self, field: str | None) -> tuple[Node, ...]:
        """Parts, all of which must hold, up to the end or to a parenthesis."""
        found: list[Node] = []
        expected = False
        while not self._is_next(None, ")"):
            if self._is_next("AND"):
                if not found or expected:
                    raise QueryError("AND stands between two words: fire AND flood")
                self._at += 1
                expected = True
                continue
            one = self._any(field)
            found += [one] if one and one not in found else []
            expected = expected and one is None
        if expected:
            raise QueryError("AND stands between two words: fire AND flood")
        return tuple(found)

    def _any(self, field: str | None) -> Node | None:
        found = [self._one(field)]
        while self._is_next("OR"):
            self._at += 1
            if self._is_next("OR", "AND", None, ")"):
                raise QueryError("OR stands between two words: fire OR flood")
            found.append(self._one(field))
        parts = tuple(dict.fromkeys(one for one in found if one))
        return Any(parts) if len(parts) > 1 else parts[0] if parts else None

    def _one(self, field: str | None) -> Node | None:
        if self._is_next("OR"):
            raise QueryError("OR stands between two words: fire OR flood")
        token = self._tokens[self._at]
        self._at += 1
        if 1 < self._at < len(self._tokens) and token["word"] and _NO_OPERATOR.fullmatch(token["word"]):
            raise QueryError(
                f'there is no {token["word"]}: words near one another are "ferry mill"~5, and others AND, OR, NOT'
            )
        if token["minus"] or token["word"] == "NOT":
            if self._is_next(None, ")", "OR", "AND"):
                raise QueryError("NOT stands before what is to be left out: fire NOT flood")
            part = self._one(field)
            return Not(part) if part else None
        if token["mark"]:
            return self._group(field)
        if token["field"]:
            return self._in_field(token["field"], field)
        return _day(field, token) if field in (*DAY_FIELDS, "undated") else _term(token, field)

    def _group(self, field: str | None) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST_SEARCH:
            raise QueryError("there are too many parentheses within one another")
        parts = self._parts(field)
        if not self._is_next(")"):
            raise QueryError("a parenthesis ( is not closed")
        self._at += 1
        self._depth -= 1
        return All(parts) if len(parts) > 1 else parts[0] if parts else None

    def _in_field(self, name: str, outer: str | None) -> Node | None:
        field = name.lower()
        if _NO_FIELD.match(field):
            return self._one(outer)
        if field not in FIELDS:
            known = ", ".join(f"{one}:" for one in FIELDS)
            raise QueryError(
                f'there is no field {name}: to search in; there are {known} (write "{name} ..." for the word)'
            )
        return self._one(field)

    def _is_next(self, *words: str | None) -> bool:
        """Whether one of these words or marks comes next; None for the end."""
        if self._at == len(self._tokens):
            return None in words
        found = self._tokens[self._at]["mark"] or self._tokens[self._at]["word"]
        return found is not None and found in words


ANY_DOUBT = "any"
"""What is asked for of all stories in doubt."""


def expect_doubt(word: str) -> str:
    """The word as doubts have it. Raises QueryError for what is none."""
    if word.lower() not in (*DoubtCode, ANY_DOUBT):
        raise QueryError(f"there is no doubt {word!r}; there are {', '.join(DoubtCode)}, and {ANY_DOUBT}")
    return word.lower()


def _term(token: re.Match[str], field: str | None) -> Term | None:
    """The term, or None for marks without a letter or digit."""
    if field == "doubt":
        return Term(expect_doubt(token["phrase"] or token["word"] or ""), field)
    if token["phrase"] is not None:
        if _STAR.search(token["phrase"]):
            raise QueryError('a * in a phrase looks for nothing: write ferr* AND boat, or "ferry boat"')
        return Term(token["phrase"], field, "phrase", int(token["slop"] or 0)) if _has_word(token["phrase"]) else None
    word = token["word"]
    if _EMPTY_FIELD.fullmatch(word):
        name = word.partition(":")[0]
        raise QueryError(f"{name}: what? Write it without a space, {name}:2017 or {name}:ferry")
    if sign := _SIGN.search(word):
        raise QueryError(f"{word}: {_MISUSED[sign[0][0]]}")
    if "*" in word[:-1] or word == "*":
        raise QueryError(f"{word}: a * stands at the end of a word, with a letter before it: ferr*")
    if word.endswith("*"):
        return Term(word[:-1], field, "prefix") if _has_word(word) else None
    return Term(word, field) if _has_word(word) else None


def _has_word(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _day(field: str, token: re.Match[str]) -> Node:
    text = token["word"] or token["phrase"] or ""
    if field == "undated":
        if text.lower() not in ("yes", "no"):
            raise QueryError("write undated:yes, or undated:no")
        return Undated(text.lower() == "yes")
    try:
        first, last = first_day(text), last_day(text)
    except ValueError as error:
        raise QueryError(f"{field}: {error}") from error
    if first is None or last is None:
        raise QueryError(f"{field}: what day? Write {field}:2017, {field}:2017-02 or {field}:2017-02-23")
    return Days(field, first, last)
