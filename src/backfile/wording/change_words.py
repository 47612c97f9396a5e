"""Changes between versions in English: what kind they are, and what of them matters."""

from collections.abc import Iterable

from backfile.model.changes import Matter

KINDS = {
    "correction": "corrected, with a note",
    "update": "updated, and the page says so",
    "silent": "text changed without a word",
    "date-only": "nothing but its date changed",
    "headline-only": "nothing but its headline changed",
}
_FIELDS = {"dek": "summary"}
"""Fields by other names than their own."""


def say_kind(kind: str) -> str:
    """ "text changed without a word"."""
    return KINDS[kind]


def say_field(name: str) -> str:
    """A field as a heading: "Summary"."""
    return _FIELDS.get(name, name).capitalize()


def say_matters(matters: Iterable[Matter]) -> list[str]:
    """A line a kind: "Numbers: 5-3 no more, 6-2 new"."""
    return [f"{matter.kind.capitalize()}: {'; '.join(_sides(matter))}" for matter in matters]


def _sides(matter: Matter) -> Iterable[str]:
    if matter.gone:
        yield f"{', '.join(matter.gone)} no more"
    if matter.come:
        yield f"{', '.join(matter.come)} new"


def say_weight(weight: int) -> str:
    """How much of a change matters, for a list."""
    return "nothing that weighs" if not weight else f"{weight} of its names, numbers, days and quotations"
