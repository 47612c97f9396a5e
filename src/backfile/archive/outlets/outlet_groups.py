"""Outlet groups: which names and domains are one paper, from what stories give and archivists said. Decided here, from plain values.

A domain is one outlet, by whatever names its pages call it. A name without a domain is of the outlet whose pages print it, where that
is one. Then a name that archivists parted stands by itself, and what they joined is one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from backfile.archive.settled.rulings import JOIN, PART, Ruling
from backfile.story.identity import fold

_Group: TypeAlias = tuple[str, str]


class NamedOutlet(NamedTuple):
    """A row of outlet_names."""

    key: int
    folded: str
    domain: str

    def is_called(self, asked: str) -> bool:
        """Whether it has that name or that domain."""
        return bool(asked) and (self.folded == fold(asked) or self.domain == asked.strip().lower())


def stands_for(rows: Sequence[NamedOutlet], rulings: Iterable[Ruling]) -> dict[int, int]:
    """For each row the one that stands for its outlet: the first of all that are one."""
    rulings = [*rulings]
    groups = _grouped(rows, [ruling for ruling in rulings if ruling.value == PART])
    for ruling in rulings:
        if ruling.value == JOIN:
            _join(groups, [row.key for row in rows if row.is_called(ruling.one) or row.is_called(ruling.other)])
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
            printed_by[row.folded].add(groups[row.key])
    for row in rows:
        if not row.domain:
            known = printed_by[row.folded]
            groups[row.key] = next(iter(known)) if len(known) == 1 else ("name", row.folded)
    return groups


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
