"""An ordered list of small readers: each knows one way of saying a thing, and the first that answers is right."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

Place = TypeVar("Place")
Answer = TypeVar("Answer")


class Reader(NamedTuple, Generic[Place, Answer]):
    """One row of such a list."""

    read: Callable[[Place], Answer | None]
    """What it finds at a place; None where the place is not its own, and the next row is asked."""
    example: str
    """A made-up passage that is read otherwise without it (tests/quotes/test_readers.py); "//" parts paragraphs."""


def first_answer(readers: Sequence[Reader[Place, Answer]], place: Place) -> Answer | None:
    """What the first reader says that has an answer."""
    for read, _ in readers:
        found = read(place)
        if found is not None:
            return found
    return None
