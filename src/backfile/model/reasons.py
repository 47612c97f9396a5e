"""Reasons as types: a code and the values that go with it. `reason_codes` has the codes; their English is wording/'s alone."""

from collections.abc import Callable
from contextvars import ContextVar
from enum import StrEnum
from typing import NamedTuple, Self, TypeAlias

from backfile.model.late_table import LateTable


class OtherStory(NamedTuple):
    """A story that a reason names, never without its date or the word that it has none."""

    id: str
    """"" of one that is not listed."""
    headline: str | None
    outlet: str | None
    published: str | None
    """As its Stamp has it; None for the undated."""
    by_archivist: bool = False
    """True where an archivist dated it."""


Value: TypeAlias = str | int | float | tuple[str, ...] | OtherStory | None

Words: TypeAlias = str | Callable[..., str]
"""A format of a reason's values by their names, or a function of them."""


class Code(StrEnum):
    """A family of reasons: a member is a code, with the names of the values that a reason of it has."""

    _value_: str
    names: tuple[str, ...]

    def __new__(cls, code: str, *names: str) -> Self:
        """A member made of `code, name of a value, ...`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.names = names
        return member

    def of(self, *values: Value) -> "Reason":
        """The reason of this code with its values, in the order of `names`."""
        if len(values) != len(self.names):
            raise TypeError(f"a reason {self} has the values {self.names}: {values} given")
        return Reason(self, values)


class Reason(NamedTuple):
    """Why: a code and its values. Compare the code; `str(reason)` is the sentence for a person."""

    code: Code
    values: tuple[Value, ...] = ()

    @property
    def said(self) -> dict[str, Value]:
        """The values by their names."""
        return dict(zip(self.code.names, self.values, strict=True))

    def __str__(self) -> str:
        words = SENTENCES.get(self.code)
        return self.code if words is None else self.put_in(words)

    def put_in(self, words: Words) -> str:
        """The words with the values in their places."""
        if not isinstance(words, str):
            return words(**self.said)
        translate = TRANSLATE.get()
        return (translate(words) if translate else words).format(**self.said)


TRANSLATE: ContextVar[Callable[[str], str] | None] = ContextVar("sentences of the page that is made", default=None)
"""Gives a sentence in another language, where a page of a site in that language is made (wording/site_languages.py)."""
SENTENCES: LateTable[Code, Words] = LateTable()
"""The sentence of each code. wording/ makes it, where that is loaded; a code without one is shown as it is."""
