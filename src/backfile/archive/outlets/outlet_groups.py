"""Outlet groups: which names and domains are one paper, from what stories give and archivists said. Decided here, from plain values.

A domain is one outlet, by whatever names its pages call it. A name without a domain is of the outlet whose pages print it, where that
is one; "WALD 7" and "WALD7" are one name. Then a name that archivists parted stands by itself, and what they joined is one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from backfile.archive.settled.rulings import JOIN, PART, Ruling
from backfile.story.identity import fold

_Group: TypeAlias = tuple[str, str]
_MARK = re.compile(r"[\W_]+")
"""Matches what a name is written with at one place and without at another: spaces, hyphens, full stops, quotation marks."""


class NamedOutlet(NamedTuple):
    """A row of outlet_names."""

    key: int
    folded: str
    domain: str

    @property
    def letters(self) -> str:
        """The letters and digits of the name."""
        return letters_of(self.folded)


def letters_of(name: str) -> str:
    """The letters and digits of a name, by which two ways to write it are one; of a name without any all that it has."""
    folded = fold(name)
    return _MARK.sub("", folded) or folded


def called(rows: Iterable[NamedOutlet], asked: str) -> list[NamedOutlet]:
    """The rows of that name or domain; where there is none, those whose name has the same letters and digits."""
    name, domain, letters = fold(asked), asked.strip().lower(), letters_of(asked)
    alike = [row for row in rows if asked and (row.letters == letters or row.domain == domain)]
    return [row for row in alike if row.folded == name or row.domain == domain] or alike


def stands_for(rows: Sequence[NamedOutlet], rulings: Iterable[Ruling]) -> dict[int, int]:
    """For each row the one that stands for its outlet: the first of all that are one."""
    rulings = [*rulings]
    groups = _grouped(rows, [ruling for ruling in rulings if ruling.value == PART])
    for ruling in rulings:
        if ruling.value == JOIN:
            _join(groups, [row.key for name in (ruling.one, ruling.other) for row in called(rows, name)])
    first: dict[_Group, int] = {}
    for row in sorted(rows):
        first.setdefault(groups[row.key], row.key)
    return {key: first[group] for key, group in groups.items()}


def _grouped(rows: Sequence[NamedOutlet], parted: Sequence[Ruling]) -> dict[int, _Group]:
    groups: dict[int, _Group] = {}
    printed_by: defaultdict[str, set[_Group]] = defaultdict(set)
    for row in rows:
        if row.domain:
            groups[row.key] = _own(row, parted) or ("domain", row.domain)
            printed_by[row.letters].add(groups[row.key])
    for row in rows:
        if not row.domain:
            known = printed_by[row.letters]
            one = next(iter(known)) if len(known) == 1 else ("name", row.letters)
            groups[row.key] = ("parted", row.folded) if _is_parted(row, parted) else one
    return groups


def _is_parted(row: NamedOutlet, parted: Iterable[Ruling]) -> bool:
    """Whether a name was parted from another that has its letters."""
    return any(
        row.folded in (fold(ruling.one), fold(ruling.other)) and letters_of(ruling.one) == letters_of(ruling.other)
        for ruling in parted
    )


def _own(row: NamedOutlet, parted: Iterable[Ruling]) -> _Group | None:
    """The group of a name that was parted from others of its domain."""
    for ruling in parted:
        if row.folded and row.folded in (fold(ruling.one), fold(ruling.other)):
            is_first = row.folded == fold(ruling.one)
            if is_first or ruling.one.strip().lower() == row.domain:
                return ("parted", row.folded)
    return None


def _join(groups: dict[int, _Group], keys: Sequence[int]) -> None:
    joined = {groups[key] for key in keys}
    one = min(joined, default=None)
    for key, group in groups.items():
        if group in joined and one is not None:
            groups[key] = one
