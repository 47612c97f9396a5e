"""Shelf reader: the stories of an outlet, a section, an author or a day, the newest first, each list with its counts.

Counts come from indexes that hold nothing but what is counted; a list is read from the start of its index, so that a page of an
outlet of a million stories takes no longer than one of ten.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from backfile.archive.outlets.outlet_queries import outlet_titles, rows_of
from backfile.archive.shelves.shelf_tables import AUTHOR, SECTION, UNDATED
from backfile.archive.store.database import at_one_moment, kept
from backfile.archive.store.story_reader import StoryReader
from backfile.model.entry import Entry
from backfile.model.shelves import AuthorShelf, Counts, DayCount, Neighbours, OutletLine, OutletShelf, YearCounts
from backfile.story.identity import fold

_OF_OUTLET = "SELECT sort, key FROM stories WHERE outlet = ? AND lead IS NULL ORDER BY sort DESC LIMIT ?"
_OF_OUTLET_AND_YEAR = (
    "SELECT sort, key FROM stories WHERE outlet = ? AND year = ? AND lead IS NULL ORDER BY sort DESC LIMIT ?"
)
_SHELVED = "SELECT stories.sort, story FROM shelved JOIN stories ON key = story WHERE shelf = ? AND lead IS NULL"
_ON_SHELF = _SHELVED + " ORDER BY shelved.sort DESC LIMIT ?"
_ON_SHELF_IN_YEAR = _SHELVED + " AND year = ? ORDER BY shelved.sort DESC LIMIT ?"
_OF_DAYS = "WHERE first_day >= ? AND first_day <= ? AND last_day <= ? AND lead IS NULL"


class _Outlets:
    """What outlets are called in addresses, and which rows of outlet_names each has."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.rows: defaultdict[int, list[int]] = defaultdict(list)
        self.names: defaultdict[int, dict[str, None]] = defaultdict(dict)
        self.stories: Counter[int] = Counter()
        keys: dict[int, str] = {}
        rows = db.execute(
            "SELECT key, outlet, name, domain, stories FROM outlet_names ORDER BY domain = '', stories DESC, key"
        )
        for row, outlet, name, domain, stories in rows.fetchall():
            self.rows[outlet].append(row)
            self.names[outlet] |= dict.fromkeys(word for word in (name, domain) if word)
            self.stories[outlet] += stories
            keys.setdefault(outlet, domain or name)
        self.keys = keys


class _Shelf(NamedTuple):
    key: int
    outlet: int
    name: str
    stories: int


class ShelfReader:
    """The shelves of an archive whose database is open."""

    def __init__(self, db: sqlite3.Connection, stories: StoryReader) -> None:
        self._db = db
        self._stories = stories

    @at_one_moment
    def outlets(self) -> tuple[OutletLine, ...]:
        """Outlets with their stories, most first."""
        return kept(self._db, _outlet_lines)

    @at_one_moment
    def outlet(self, key: str) -> OutletShelf | None:
        """The outlet of that domain or name; None where there is none that has a story."""
        outlets = kept(self._db, _Outlets)
        found = self._find(key)
        if found is None or not outlets.stories[found]:
            return None
        title = outlet_titles(self._db).in_full[found]
        rows = outlets.rows[found]
        return OutletShelf(
            key=outlets.keys[found],
            title=title,
            names=tuple(name for name in outlets.names[found] if name != title),
            stories=outlets.stories[found],
            years=self._years_of_outlet(rows),
            sections=_named(self._shelves_in(SECTION, rows)),
            authors=_named(self._shelves_in(AUTHOR, rows)),
        )

    @at_one_moment
    def outlet_stories(
        self, key: str, *, section: str | None = None, year: int | None = None, limit: int, offset: int
    ) -> list[Entry]:
        """Stories of an outlet, of one of its sections or of one year: the newest first, the undated last."""
        outlets = kept(self._db, _Outlets)
        found = self._find(key)
        rows = [] if found is None else outlets.rows[found]
        if section is not None:
            shelves = [shelf.key for shelf in self._shelves(SECTION, section) if shelf.outlet in rows]
            return self._on_shelves(shelves, year, (limit, offset))
        if year is None:
            return self._merged(_OF_OUTLET, [(row,) for row in rows], (limit, offset))
        return self._merged(_OF_OUTLET_AND_YEAR, [(row, year) for row in rows], (limit, offset))

    @at_one_moment
    def author(self, name: str) -> AuthorShelf | None:
        """Who is named so as an author; None where nobody is."""
        shelves = self._shelves(AUTHOR, name)
        if not sum(shelf.stories for shelf in shelves):
            return None
        outlets, titles = kept(self._db, _Outlets), outlet_titles(self._db)
        counts: Counter[int] = Counter()
        for shelf in shelves:
            if shelf.outlet:
                counts[titles.outlets[shelf.outlet]] += shelf.stories
        lines = [OutletLine(outlets.keys[one], titles.in_full[one], n) for one, n in counts.most_common() if n]
        return AuthorShelf(
            name=max(shelves, key=lambda shelf: (shelf.stories, shelf.name)).name,
            stories=sum(shelf.stories for shelf in shelves),
            years=self._years_on_shelves([shelf.key for shelf in shelves]),
            outlets=tuple(lines),
        )

    @at_one_moment
    def author_stories(self, name: str, *, year: int | None = None, limit: int, offset: int) -> list[Entry]:
        """Stories that name an author so: the newest first, the undated last."""
        return self._on_shelves([shelf.key for shelf in self._shelves(AUTHOR, name)], year, (limit, offset))

    @at_one_moment
    def only_stories(self, names: Sequence[str]) -> dict[str, str]:
        """Of those names that one story gives as its author's: that story."""
        found = ((name, self._only_story(name)) for name in names)
        return {name: story for name, story in found if story is not None}

    @at_one_moment
    def authors(self) -> Counts:
        """Names of authors with their stories, most first."""
        return kept(self._db, _author_counts)

    @at_one_moment
    def days(self, first: date, last: date) -> list[DayCount]:
        """Days from the first to the last that have stories which say their day."""
        rows = self._db.execute(
            f"SELECT first_day, count(*) FROM stories {_OF_DAYS} AND first_day = last_day GROUP BY first_day",  # noqa: S608 - words of ours
            _span(first, last),
        )
        return [DayCount(date.fromordinal(day), stories) for day, stories in rows.fetchall()]

    @at_one_moment
    def vague_stories(self, first: date, last: date) -> int:
        """Stories that say no day, only a month or a year, which lies between the two."""
        query = f"SELECT count(*) FROM stories {_OF_DAYS} AND first_day < last_day"  # noqa: S608 - words of ours
        rows = self._db.execute(query, _span(first, last))
        return int(rows.fetchone()[0])

    @at_one_moment
    def nearest_days(self, first: date, last: date) -> tuple[date | None, date | None]:
        """The last day before and the first day after that have stories which say their day."""
        before, after = (
            self._db.execute(
                f"SELECT first_day FROM stories WHERE first_day {side} ? AND first_day = last_day AND lead IS NULL"  # noqa: S608 - words of ours
                f" ORDER BY first_day {order} LIMIT 1",
                (day.toordinal(),),
            ).fetchone()
            for side, order, day in (("<", "DESC", first), (">", "ASC", last))
        )
        return (date.fromordinal(before[0]) if before else None), (date.fromordinal(after[0]) if after else None)

    @at_one_moment
    def stories_between(self, first: date, last: date, *, limit: int, offset: int) -> list[Entry]:
        """Stories of these days, the newest first; those that say their month alone where all of it lies among them."""
        where = f"{_OF_DAYS} ORDER BY sort DESC LIMIT ? OFFSET ?"
        return self._stories.entries(where, (*_span(first, last), limit, offset))

    @at_one_moment
    def on_this_day(self, month: int, day: int, *, limit: int, offset: int = 0) -> list[Entry]:
        """Stories of that day of the month in every year, the oldest first."""
        days = _same_day(month, day, self._stories_years())
        marks = ", ".join("?" * len(days))
        where = f"WHERE first_day IN ({marks}) AND first_day = last_day AND lead IS NULL ORDER BY sort LIMIT ? OFFSET ?"
        return self._stories.entries(where, (*days, limit, offset))

    @at_one_moment
    def neighbours(self, story_id: str) -> Neighbours:
        """What the story's outlet published just before and just after it."""
        row = self._db.execute("SELECT outlet, sort, key FROM stories WHERE id = ?", (story_id,)).fetchone()
        if row is None or row[0] is None or row[1] is None:
            return Neighbours(None, None)
        outlet, sort, _ = row
        titles, outlets = outlet_titles(self._db), kept(self._db, _Outlets)
        rows = outlets.rows[titles.outlets[outlet]]
        return Neighbours(self._nearest(rows, sort, "<", "DESC"), self._nearest(rows, sort, ">", "ASC"))

    def _nearest(self, rows: Sequence[int], sort: int, side: str, order: str) -> Entry | None:
        query = (
            f"SELECT sort, key FROM stories WHERE outlet = ? AND lead IS NULL AND sort {side} ?"  # noqa: S608 - words of ours
            f" ORDER BY sort {order} LIMIT 1"
        )
        found = [one for row in rows for one in self._db.execute(query, (row, sort)).fetchall()]
        if not found:
            return None
        best: Callable[[Iterable[Any]], Any] = max if order == "DESC" else min
        return self._stories.bare_entry(best(found)[1])

    def _only_story(self, name: str) -> str | None:
        shelves = self._shelves(AUTHOR, name)
        if sum(shelf.stories for shelf in shelves) != 1:
            return None
        marks = ", ".join("?" * len(shelves))
        query = f"SELECT id FROM shelved JOIN stories ON key = story WHERE shelf IN ({marks}) AND lead IS NULL"  # noqa: S608 - only marks for values
        (story,) = self._db.execute(query, [shelf.key for shelf in shelves]).fetchone()
        return str(story)

    def _find(self, asked: str) -> int | None:
        """The outlet of that domain or name; of several, the one of the most stories."""
        outlets, titles = kept(self._db, _Outlets), outlet_titles(self._db)
        found = {titles.outlets[row] for row in rows_of(self._db, asked)}
        return max(found, key=lambda one: outlets.stories[one], default=None)

    def _shelves(self, kind: str, name: str) -> list[_Shelf]:
        rows = self._db.execute(
            "SELECT key, outlet, name, stories FROM shelves WHERE kind = ? AND folded = ?", (kind, fold(name))
        )
        return [_Shelf(*row) for row in rows.fetchall()]

    def _shelves_in(self, kind: str, rows: Sequence[int]) -> list[tuple[str, str, int]]:
        """Folded name, name and stories of each shelf of an outlet."""
        query = "SELECT folded, name, stories FROM shelves WHERE kind = ? AND outlet = ?"
        return [one for row in rows for one in self._db.execute(query, (kind, row)).fetchall()]

    def _on_shelves(self, shelves: Sequence[int], year: int | None, page: tuple[int, int]) -> list[Entry]:
        if year is None:
            return self._merged(_ON_SHELF, [(shelf,) for shelf in shelves], page)
        return self._merged(_ON_SHELF_IN_YEAR, [(shelf, year) for shelf in shelves], page)

    def _merged(self, query: str, values: Iterable[tuple[int, ...]], page: tuple[int, int]) -> list[Entry]:
        """A page of several lists that are each in order by date: the start of each is enough."""
        limit, offset = page
        found = {one for given in values for one in self._db.execute(query, (*given, limit + offset)).fetchall()}
        last_first = sorted(found, key=lambda one: (UNDATED if one[0] is None else one[0], one[1]), reverse=True)
        keys = [key for _, key in last_first[offset : offset + limit]]
        return self._stories.entries(f"WHERE key IN ({', '.join('?' * len(keys))}) ORDER BY sort DESC, key DESC", keys)

    def _years_of_outlet(self, rows: Sequence[int]) -> YearCounts:
        query = "SELECT year, count(*) FROM stories WHERE outlet = ? AND lead IS NULL GROUP BY year"
        return _newest_first(one for row in rows for one in self._db.execute(query, (row,)).fetchall())

    def _years_on_shelves(self, shelves: Sequence[int]) -> YearCounts:
        query = (
            "SELECT year, count(DISTINCT story) FROM shelved JOIN stories ON key = story WHERE shelf = ? AND lead IS NULL"
            " GROUP BY year"
        )
        return _newest_first(one for shelf in shelves for one in self._db.execute(query, (shelf,)).fetchall())

    def _stories_years(self) -> list[int]:
        ends = self._db.execute(
            "SELECT min(first_day), max(first_day) FROM stories WHERE first_day IS NOT NULL AND lead IS NULL"
        )
        first, last = ends.fetchone()
        return [] if first is None else list(range(date.fromordinal(first).year, date.fromordinal(last).year + 1))


def _span(first: date, last: date) -> tuple[int, int, int]:
    return first.toordinal(), last.toordinal(), last.toordinal()


def _same_day(month: int, day: int, years: Iterable[int]) -> list[int]:
    """The ordinal of that day in each of the years that have it: 29 February is in few."""
    found = []
    for year in years:
        try:
            found.append(date(year, month, day).toordinal())
        except ValueError:
            continue
    return found


def _newest_first(counts: Iterable[tuple[int | None, int]]) -> YearCounts:
    total: Counter[int | None] = Counter()
    for year, stories in counts:
        total[year] += stories
    return tuple(sorted(total.items(), key=lambda pair: (pair[0] is None, -(pair[0] or 0))))


def _named(shelves: Iterable[tuple[str, str, int]]) -> Counts:
    """Names that differ in case and accents alone as one, under the form that most stories print; most first."""
    total: Counter[str] = Counter()
    forms: dict[str, tuple[int, str]] = {}
    for folded, name, stories in shelves:
        total[folded] += stories
        forms[folded] = max(forms.get(folded, (0, "")), (stories, name))
    named = ((forms[folded][1], stories) for folded, stories in total.items() if stories)
    return tuple(sorted(named, key=lambda one: (-one[1], one[0])))


def _outlet_lines(db: sqlite3.Connection) -> tuple[OutletLine, ...]:
    outlets, titles = kept(db, _Outlets), outlet_titles(db)
    lines = (OutletLine(outlets.keys[one], titles.in_full[one], n) for one, n in outlets.stories.items() if n)
    return tuple(sorted(lines, key=lambda line: (-line.stories, line.title)))


def _author_counts(db: sqlite3.Connection) -> Counts:
    return _named(db.execute("SELECT folded, name, stories FROM shelves WHERE kind = ?", (AUTHOR,)).fetchall())
