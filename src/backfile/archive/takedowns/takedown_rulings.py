"""Takedown rulings: what archivists said of stories, as it holds (docs/takedown.md, docs/decisions/0018-takedown.md)."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from backfile.archive.settled.rulings import DELIST, FORGET, LEAVE_OUT, NOTE, REDACT, Ruling, all_rulings, holding
from backfile.archive.takedowns.leave_out_rules import LeaveOutRules, rules_from

EVERYWHERE = "*"
"""Stands for every story, where a ruling is on one."""


class Takedowns(NamedTuple):
    """What holds now."""

    notes: Mapping[str, Ruling] = {}
    """By the story's id."""
    delisted: Mapping[str, Ruling] = {}
    forgotten: Mapping[str, Ruling] = {}
    redactions: tuple[Ruling, ...] = ()
    left_out: Ruling | None = None
    """The rules by which the archive's owner leaves stories out."""

    @property
    def rules(self) -> LeaveOutRules:
        """The rules themselves."""
        return rules_from(self.left_out.value) if self.left_out and self.left_out.value else LeaveOutRules()

    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many of each kind, with their ground where one is kept: no names, no addresses, no reasons."""
        found: Counter[str] = Counter()
        for kind, said in ((DELIST, self.delisted), (FORGET, self.forgotten)):
            found.update(f"{kind}: {ruling.value}" for ruling in said.values())
        found.update({NOTE: len(self.notes), REDACT: len(self.redactions)})
        return tuple(sorted((name, count) for name, count in found.items() if count))


def read_takedowns(db: sqlite3.Connection) -> Takedowns:
    """What archivists said of stories, as far as it holds."""
    said = all_rulings(db)
    by_story = {kind: {one.one: one for one in holding(said, kind)} for kind in (NOTE, DELIST, FORGET)}
    rules = holding(said, LEAVE_OUT)
    return Takedowns(
        by_story[NOTE],
        by_story[DELIST],
        by_story[FORGET],
        tuple(holding(said, REDACT)),
        rules[-1] if rules else None,
    )
