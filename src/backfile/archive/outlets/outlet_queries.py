"""Outlets read: by which rows a name or a domain is found, what an outlet is called, and how many stories it has."""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from backfile.archive.outlets.outlet_groups import NamedOutlet, called, letters_of
from backfile.archive.store.database import kept

_WORD = re.compile(r"[^\W_]+")
_IN_FULL = re.compile(r".+ \(([\w-]+(?:\.[\w-]+)+)\)")
"""Matches "The Gazette (north.example)"; not "WKRN (Channel 2)"."""


def rows_of(db: sqlite3.Connection, asked: str) -> list[int]:
    """The rows of all outlets of that name or domain, whatever names their stories give.

    A title in full, as lists have it where two outlets are of one name, finds the one of its domain.
    """
    if in_full := _IN_FULL.fullmatch(asked):
        return _rows_of(db, in_full[1]) or _rows_of(db, asked)
    return _rows_of(db, asked)


def _rows_of(db: sqlite3.Connection, asked: str) -> list[int]:
    alike = db.execute(
        "SELECT key, folded, domain, outlet FROM outlet_names WHERE letters = ? OR domain = ?",
        (letters_of(asked), asked.strip().lower()),
    ).fetchall()
    of = {row[0]: row[3] for row in alike}
    outlets = {of[row.key] for row in called([NamedOutlet(*row[:3]) for row in alike], asked)}
    found = (db.execute("SELECT key FROM outlet_names WHERE outlet = ?", (outlet,)) for outlet in sorted(outlets))
    return [key for rows in found for (key,) in rows]


class OutletNames(NamedTuple):
    """An outlet with all that its stories call it."""

    title: str
    stories: int
    names: tuple[str, ...]
    """Names and domains, those of the most stories first."""


def outlet_names(db: sqlite3.Connection, asked: str | None = None) -> list[OutletNames]:
    """Outlets with every name and domain that their stories give, most stories first; `asked`: only the one of that name."""
    only = None if asked is None else set(rows_of(db, asked))
    rows = db.execute(
        "SELECT key, outlet, name, domain, stories FROM outlet_names ORDER BY stories DESC, key"
    ).fetchall()
    counts: defaultdict[int, int] = defaultdict(int)
    called: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for key, outlet, name, domain, stories in rows:
        if only is None or key in only:
            counts[outlet] += stories
            called[outlet] |= dict.fromkeys(word for word in (name, domain) if word)
    titles = outlet_titles(db)
    found = [OutletNames(titles.in_full[outlet], counts[outlet], tuple(names)) for outlet, names in called.items()]
    return sorted(found, key=lambda one: (-one.stories, one.title))


class OutletTitles:
    """What outlets are called: the name that most of their stories give, else the domain."""

    def __init__(self, rows: Iterable[tuple[int, int, str, str, int]]) -> None:
        """Of each row of outlet_names: its key, the row that stands for its outlet, name, domain, and how many stories give it."""
        rows = sorted(rows, key=lambda row: (row[1], row[2] == "", -row[4], row[2], row[3]))
        self.outlets = {key: outlet for key, outlet, *_ in rows}
        """The outlet of each row of outlet_names."""
        self._names: dict[int, str] = {}
        domains: dict[int, str] = {}
        for _, outlet, name, domain, _ in rows:
            self._names.setdefault(outlet, name or domain)
            if domain:
                domains.setdefault(outlet, domain)
        times = Counter(self._names.values())
        self.in_full = {
            outlet: f"{name} ({domain})" if times[name] > 1 and (domain := domains.get(outlet, name)) != name else name
            for outlet, name in self._names.items()
        }
        """Each outlet; where two have one name, with the domain."""

    def of(self, row: int | None) -> str | None:
        """The outlet of a row of outlet_names."""
        outlet = None if row is None else self.outlets.get(row)
        return None if outlet is None else self._names[outlet] or None


def outlet_titles(db: sqlite3.Connection) -> OutletTitles:
    """What the archive's outlets are called now."""
    return kept(db, _titles)


def _titles(db: sqlite3.Connection) -> OutletTitles:
    return OutletTitles(db.execute("SELECT key, outlet, name, domain, stories FROM outlet_names").fetchall())


def outlet_counts(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Outlets with their stories, most first."""
    return titled(db, db.execute("SELECT key, stories FROM outlet_names").fetchall())


def titled(db: sqlite3.Connection, counts: Iterable[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """Counts by row of outlet_names as counts by outlet, most first. Where two have one name, the domain is told too."""
    titles = outlet_titles(db)
    total: defaultdict[int, int] = defaultdict(int)
    for row, stories in counts:
        total[titles.outlets[row]] += stories
    named = [(titles.in_full[outlet], stories) for outlet, stories in total.items() if stories]
    return tuple(sorted(named, key=lambda one: (-one[1], one[0])))


def rows_of_words(db: sqlite3.Connection, words: Sequence[str], *, is_prefix: bool = False) -> list[int]:
    """The rows of all outlets whose name or domain has these words; the last as the beginning of one, for a prefix."""
    found = set()
    for outlet, name, domain in db.execute("SELECT outlet, folded, domain FROM outlet_names").fetchall():
        text = f" {' '.join(_WORD.findall(name))} {' '.join(_WORD.findall(domain))} "
        if all(f" {word}" + ("" if is_prefix and word == words[-1] else " ") in text for word in words):
            found.add(outlet)
    rows = db.execute("SELECT key, outlet FROM outlet_names").fetchall()
    return [key for key, outlet in rows if outlet in found]
