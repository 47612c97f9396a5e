"""Parameters of the API: each with its schema, read from a request or refused with what to do about it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from backfile.archive.search.search_days import first_day, last_day
from backfile.model.changes import CHANGE_KINDS
from backfile.model.doubts import WEIGHTS

MOST, FEW = 100, 20
_LONGEST = 1000


class Refused(ValueError):
    """A parameter that cannot be understood: a line for a person."""


class Parameter(NamedTuple):
    """A parameter of an endpoint."""

    name: str
    says: str
    schema: dict[str, Any]
    read: Callable[[str], Any]
    default: Any = None


Given = Mapping[str, Any]


def _text(value: str) -> str | None:
    if "\0" in value or len(value) > _LONGEST:
        raise Refused(f"it is longer than {_LONGEST:,} letters, or has a NUL in it")
    return value.strip() or None


def _words(value: str) -> str:
    return _text(value) or ""


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < 9 and least <= int(value) <= most):
            raise Refused(f"it is no whole number from {least:,} to {most:,}")
        return int(value)

    return read


def _one_of(*values: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in values:
            raise Refused(f"it is one of {', '.join(values)}")
        return value

    return read


def _day(parse: Callable[[str], date | None]) -> Callable[[str], date | None]:
    def read(value: str) -> date | None:
        try:
            return parse(value)
        except ValueError as error:
            raise Refused(str(error)) from error

    return read


_TEXT: dict[str, Any] = {"type": "string", "maxLength": _LONGEST}
_DAY: dict[str, Any] = {
    "type": "string",
    "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?)?$",
    "examples": ["2017-02-23", "2017-02", "2017"],
}
WORDS = Parameter("q", "What `backfile search` takes; all stories where it is empty.", _TEXT, _words, "")
SINCE = Parameter("from", "Published on this day or later; leaves the undated out.", _DAY, _day(first_day))
UNTIL = Parameter("to", "Published on this day or earlier; leaves the undated out.", _DAY, _day(last_day))
SEEN_SINCE = Parameter("from", "Seen first on this day or later.", _DAY, _day(first_day))
OUTLET = Parameter("outlet", "A name or a domain, whole.", _TEXT, _text)
SECTION = Parameter("section", "A section of the outlet.", _TEXT, _text)
YEAR = Parameter(
    "year", "Published in this year.", {"type": "integer", "minimum": 1, "maximum": 9999}, _number(1, 9999)
)
UNDATED = Parameter("undated", "Only stories that nothing dates.", {"enum": ["yes"]}, _one_of("yes"))
SORT = Parameter(
    "sort", "The best first, or the newest first.", {"enum": ["rank", "date"]}, _one_of("rank", "date"), "rank"
)
SPEAKER = Parameter("speaker", "A speaker's id, or words of a name or an office.", _TEXT, _text)
ABOUT = Parameter("about", "Words of the quotation or of its headline.", _TEXT, _text)
NAME = Parameter("name", "Words of a full name.", _TEXT, _text)
KIND = Parameter("kind", "A kind of change.", {"enum": list(CHANGE_KINDS)}, _one_of(*CHANGE_KINDS))
DOUBT = Parameter("doubt", "A word of docs/words.md for what is in doubt.", {"enum": list(WEIGHTS)}, _one_of(*WEIGHTS))
VERSION = Parameter("version", "A version's id; the newest if not given.", _TEXT, _text)
PASSAGE = Parameter("q", "The passage, four words of it or more.", _TEXT, _words, "")
CITATION = Parameter("q", "A citation, or the token at its end.", _TEXT, _words, "")
LIMIT = Parameter(
    "limit",
    "Most of a page.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": FEW},
    _number(1, MOST),
    FEW,
)
CURSOR = Parameter("cursor", "What `next` of the page before has.", {**_TEXT, "pattern": "^[A-Za-z0-9_-]*$"}, _text)


def read_parameters(parameters: tuple[Parameter, ...], query: Mapping[str, str]) -> dict[str, Any]:
    """The values by their names. Raises Refused, also for a parameter that there is not: a slip of the pen would go unseen."""
    known = {parameter.name: parameter for parameter in parameters}
    for name in query:
        if name not in known:
            raise Refused(f"there is no parameter {name!r} here: there are {', '.join(known) or 'none'}")
    values = {}
    for name, parameter in known.items():
        try:
            values[name] = parameter.read(query[name]) if name in query else parameter.default
        except Refused as error:
            raise Refused(f"{name}: {error}") from error
    return values
