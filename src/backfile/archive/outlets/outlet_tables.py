"""Outlet tables: each name with each domain that stories give, and the outlet that they are of. Within the batch's transaction."""

import sqlite3
from collections import Counter

from backfile.archive.outlets.outlet_groups import NamedOutlet, letters_of, stands_for
from backfile.archive.settled.rulings import OUTLET, all_rulings, holding
from backfile.story.identity import fold


class OutletTables:
    """The table of outlets' names, open for writing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._keys: dict[tuple[str, str], int] = {}
        self._stories: Counter[int] = Counter()
        self._versions: Counter[int] = Counter()
        self._rulings = holding(all_rulings(db), OUTLET)
        self._is_anew = False
        """Whether the groups are to be made out again: there is a new name, and archivists joined or parted some."""
        self.moved: set[int] = set()
        """Rows that have come to be of another outlet in this batch."""

    def key_of(self, name: str, domain: str) -> int | None:
        """The row of a name and a domain, "" where one is not known; None where neither is."""
        if not name and not domain:
            return None
        if (name, domain) not in self._keys:
            row = self._db.execute(
                "SELECT key FROM outlet_names WHERE name = ? AND domain = ?", (name, domain)
            ).fetchone()
            self._keys[name, domain] = row[0] if row else self._insert(name, domain)
        return self._keys[name, domain]

    def count(self, outlet: int | None, stories: int) -> None:
        """So many stories more are of this name and domain, or less."""
        if outlet is not None:
            self._stories[outlet] += stories

    def hold(self, outlet: int | None, versions: int) -> None:
        """So many records more give this name and domain, or less."""
        if outlet is not None:
            self._versions[outlet] += versions

    def rule(self) -> None:
        """Archivists said something of outlets."""
        self._rulings = holding(all_rulings(self._db), OUTLET)
        self._is_anew = True

    def settle(self) -> None:
        """Bring the counts up to date, and the groups."""
        self._drop_unheld()
        if self._is_anew:
            self._group_anew()
        changed = [(stories, key) for key, stories in self._stories.items() if stories]
        self._db.executemany("UPDATE outlet_names SET stories = stories + ? WHERE key = ?", changed)
        self._stories.clear()

    def _insert(self, name: str, domain: str) -> int:
        letters = letters_of(name)
        key = self._db.execute(
            "INSERT INTO outlet_names (name, folded, letters, domain, stories, outlet, versions) VALUES (?, ?, ?, ?, 0, 0, 0)",
            (name, fold(name), letters, domain),
        ).lastrowid
        assert key is not None
        if self._rulings:
            self._is_anew = True  # one look at all names a batch, since archivists' words reach over them
            self._db.execute("UPDATE outlet_names SET outlet = key WHERE key = ?", (key,))
            return key
        if domain:
            self._stand("domain = ?", domain)
        if name:
            self._stand_nameless(letters)
        return key

    def _stand_nameless(self, letters: str) -> None:
        """Rows that give a name of these letters and no domain: of the one outlet that prints it, or of one of their own."""
        rows = self._db.execute(
            "SELECT DISTINCT outlet FROM outlet_names WHERE letters = ? AND domain != ''", (letters,)
        ).fetchall()
        self._stand("domain = '' AND letters = ?", letters, rows[0][0] if len(rows) == 1 else None)

    def _stand(self, where: str, value: str, outlet: int | None = None) -> None:
        """These rows are of that outlet; else they are one, and the first of them stands for all."""
        rows = self._db.execute(f"SELECT key, outlet FROM outlet_names WHERE {where} ORDER BY key", (value,)).fetchall()  # noqa: S608 - words of ours
        if not rows:
            return
        stands = rows[0][0] if outlet is None else outlet
        moved = [key for key, before in rows if before != stands]
        self._db.executemany("UPDATE outlet_names SET outlet = ? WHERE key = ?", [(stands, key) for key in moved])
        self.moved.update(moved)

    def _drop_unheld(self) -> None:
        """Count the records that give each; names that none gives any more are no outlet's."""
        changed = [(versions, key) for key, versions in self._versions.items() if versions]
        self._db.executemany("UPDATE outlet_names SET versions = versions + ? WHERE key = ?", changed)
        for key, versions in self._versions.items():  # one that came and went in this batch is held by none either
            if (
                versions <= 0
                and self._db.execute("DELETE FROM outlet_names WHERE key = ? AND versions = 0", (key,)).rowcount
            ):
                self._is_anew = True
                self._keys.clear()
        self._versions.clear()

    def _group_anew(self) -> None:
        rows = self._db.execute("SELECT key, folded, domain, outlet FROM outlet_names").fetchall()
        stands = stands_for([NamedOutlet(*row[:3]) for row in rows], self._rulings)
        moved = [row[0] for row in rows if stands[row[0]] != row[3]]
        self._db.executemany("UPDATE outlet_names SET outlet = ? WHERE key = ?", [(stands[key], key) for key in moved])
        self.moved.update(moved)
        self._is_anew = False
