"""The search line taken apart: words, "phrases", -word, OR, and the fields headline: byline: outlet: speaker: quote: (docs/cli.md)."""

import re
from datetime import date
from typing import NamedTuple

from backfile.archive.search.words import words_of
from backfile.errors import QueryError

FIELDS = ("headline", "byline", "outlet", "speaker", "quote")
_PIECE = re.compile(r'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):(?=[^\s/]))?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))')
"""Matches `-headline:"town hall"` and `fire`; not a lone quotation mark."""
_LONGEST = 1000


class Term(NamedTuple):
    """Words that must stand together; one word also in its other endings."""

    words: tuple[str, ...]
    field: str | None = None
    is_exact: bool = False
    """True for a phrase in quotation marks: no other endings."""


class Clause(NamedTuple):
    """Any of these terms, or none of them."""

    terms: tuple[Term, ...]
    is_excluded: bool = False


def parse_query(line: str) -> list[Clause]:
    """The clauses of a search, all of which must hold; none for an empty line, which is a list of everything.

    Raises QueryError with a line for a person.
    """
    line = re.sub("[“”„«»]", '"', line.strip())
    if len(line) > _LONGEST:
        raise QueryError(f"the search is longer than {_LONGEST} characters")
    if line.count('"') % 2:
        raise QueryError('a quotation mark is missing: write "town hall" with one at each end')
    clauses: list[Clause] = []
    joins = False
    for piece in _PIECE.finditer(line):
        if piece[0] == "OR":
            if joins or not clauses or clauses[-1].is_excluded:
                raise QueryError("OR stands between two words: fire OR flood")
            joins = True
            continue
        term = _term(piece)
        if term is None:
            continue
        if joins and piece["minus"]:
            raise QueryError("OR cannot be followed by a word that is left out with -")
        if joins:
            clauses[-1] = Clause((*clauses[-1].terms, term))
        else:
            clauses.append(Clause((term,), bool(piece["minus"])))
        joins = False
    if joins:
        raise QueryError("OR stands between two words: fire OR flood")
    if line and not clauses:
        raise QueryError("there is no word to search for")
    return clauses


def expect_order(since: date | None, until: date | None) -> None:
    """Raises QueryError for days that end before they begin."""
    if since and until and since > until:
        raise QueryError(f"nothing is published from {since} on and up to {until}: the first day comes after the last")


def _term(piece: re.Match[str]) -> Term | None:
    """The term, or None for marks without a letter or digit."""
    field = piece["field"].lower() if piece["field"] else None
    text = piece["plain"] if piece["phrase"] is None else piece["phrase"]
    if field is not None and field not in FIELDS:
        if piece["phrase"] is not None or field.startswith("http"):
            known = ", ".join(f"{name}:" for name in FIELDS)
            raise QueryError(f"there is no field {field}: to search in; there are {known}")
        field, text = None, f"{field} {text}"
    words = words_of(text)
    return Term(words, field, piece["phrase"] is not None) if words else None
