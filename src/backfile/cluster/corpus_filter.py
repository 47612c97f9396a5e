"""Which rows of a corpus are wanted: `domain = 'x.example' and year = 2017`, as SQL writes a condition (ISO 9075, the little of it that
one column beside one value takes), as an expression of Arrow's that is read off the files' own bounds where that is possible.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from backfile.errors import QueryError

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?![\w.]))|(?P<word>[A-Za-z_]\w*)|(?P<mark><>|!=|<=|>=|[=<>(),]))"
)
_COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "=": lambda column, value: column == value,
    "!=": lambda column, value: column != value,
    "<>": lambda column, value: column != value,
    "<": lambda column, value: column < value,
    "<=": lambda column, value: column <= value,
    ">": lambda column, value: column > value,
    ">=": lambda column, value: column >= value,
}
_EXAMPLE = "write it as domain = 'paper.example' and year = 2017"


def filter_of(where: str, schema: Any) -> Any:
    """The expression of a condition on columns of `schema`, Arrow's. Raises QueryError."""
    return _Parser(where, schema).whole()


class _Parser:
    """Reads a condition by its grammar: or, and, not, parentheses, a column beside a value."""

    def __init__(self, where: str, schema: Any) -> None:
        self._schema = schema
        self._tokens = _tokens(where)
        self._at = 0

    def whole(self) -> Any:
        found = self._any()
        if self._at < len(self._tokens):
            raise QueryError(f"“{self._tokens[self._at][1]}” is not expected there: {_EXAMPLE}")
        return found

    def _any(self) -> Any:
        found = self._all()
        while self._is_next("or"):
            found = found | self._all()
        return found

    def _all(self) -> Any:
        found = self._one()
        while self._is_next("and"):
            found = found & self._one()
        return found

    def _one(self) -> Any:
        if self._is_next("not"):
            return ~self._one()
        if self._is_next("("):
            found = self._any()
            self._expect(")")
            return found
        return self._comparison()

    def _comparison(self) -> Any:
        import pyarrow.compute as pc

        name = self._take("word", "a column")
        if name not in self._schema.names:
            raise QueryError(f"there is no column {name}: there are {', '.join(self._schema.names)}")
        column = pc.field(name)
        if self._is_next("is"):
            is_not = self._is_next("not")
            self._expect("null")
            return ~column.is_null() if is_not else column.is_null()
        if self._is_next("in"):
            self._expect("(")
            values = [self._value(name)]
            while self._is_next(","):
                values.append(self._value(name))
            self._expect(")")
            return column.isin(values)
        mark = self._take("mark", "=, <, >, in or is")
        if mark not in _COMPARED:
            raise QueryError(f"“{mark}” compares nothing: {_EXAMPLE}")
        return _COMPARED[mark](column, self._value(name))

    def _value(self, name: str) -> Any:
        """A value of the column's own type."""
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "the end")
        self._at += 1
        wanted = str(self._schema.field(name).type)
        try:
            if kind == "number" and wanted.startswith("int"):
                return int(text)
            if kind == "text" and wanted == "string":
                return text[1:-1].replace("''", "'")
            if kind == "text" and wanted.startswith("date"):
                return date.fromisoformat(text[1:-1])
        except ValueError as error:
            raise QueryError(f"{text} is no day: write it as '2017-02-23'") from error
        needed = "a number" if wanted.startswith("int") else "text in single quotes"
        raise QueryError(f"{name} is compared with {needed}, not with {text}: {_EXAMPLE}")

    def _is_next(self, word: str) -> bool:
        found = self._at < len(self._tokens) and self._tokens[self._at][1].lower() == word
        self._at += found
        return found

    def _expect(self, word: str) -> None:
        if not self._is_next(word):
            raise QueryError(f"“{word}” is missing: {_EXAMPLE}")

    def _take(self, kind: str, what: str) -> str:
        if self._at >= len(self._tokens) or self._tokens[self._at][0] != kind:
            found = self._tokens[self._at][1] if self._at < len(self._tokens) else "the end"
            raise QueryError(f"{what} is expected, and there is {found}: {_EXAMPLE}")
        self._at += 1
        return self._tokens[self._at - 1][1]


def _tokens(where: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    where = where.rstrip()
    while at < len(where):
        found = _TOKEN.match(where, at)
        if not found or not found.lastgroup:
            raise QueryError(f"“{where[at:].strip()[:20]}” is not understood: {_EXAMPLE}")
        tokens.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return tokens
