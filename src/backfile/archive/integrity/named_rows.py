"""Rows of an archive's tables by what they name and not by their keys: so one archive can be laid beside another.

Two archives of the same captures say the same here, in whatever order the captures came. `check` lays an archive beside one that
is made again from its records; the tests lay one run beside another.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

Row: TypeAlias = tuple[Any, ...]


class Table(NamedTuple):
    """What a table says, a row at a time."""

    about: str
    """What a row is about, for a person: {0} is its first column."""
    query: str
    """Rows in an order of their own are not needed: they are put in order here."""
    names: int = 1
    """Columns that tell which row it is; the others are what is said of it."""


TABLES: dict[str, Table] = {
    "counts": Table("count of {0} {1}", "SELECT kind, name, held FROM counts", 2),
    "sources": Table("source {0}", "SELECT path, size, digest, copied, done FROM sources"),
    "captures": Table(
        "capture in {0} at {1} {2}",
        "SELECT path, place, member, length, captures.digest, url, captured_at, reason, message, address, versions.digest AS version"
        " FROM captures JOIN sources ON sources.id = source LEFT JOIN versions ON versions.key = version",
        7,
    ),
    "outlet_names": Table(
        "outlet {0} / {1}",
        "SELECT own.name, own.domain, own.folded, own.letters, own.stories, own.versions, (SELECT group_concat(name || '/' || domain, ';') FROM"
        " (SELECT name, domain FROM outlet_names AS one WHERE one.outlet = own.outlet ORDER BY 1, 2)) AS together"
        " FROM outlet_names AS own",
        2,
    ),
    "stories": Table(
        "story {0}",
        "SELECT id, name AS outlet, domain, first_day, last_day, year, sort, (SELECT copies FROM copied WHERE story = stories.key) AS copies, is_form, (SELECT hex(substr(bytes, 2 * (stories.key % 4096) + 1, 2)) FROM text_runs WHERE chunk = stories.key / 4096) AS runs, ifnull((SELECT id FROM stories AS first"
        " WHERE first.key = stories.lead), stories.lead) AS lead, entry, versions.digest AS newest FROM stories LEFT JOIN outlet_names ON outlet_names.key = stories.outlet LEFT JOIN versions ON versions.key = newest",
    ),
    "shelves": Table(
        "{0} {1} of outlet {2} / {3}",
        "SELECT kind, shelves.name, outlet_names.name AS outlet, domain, shelves.folded, shelves.stories FROM shelves"
        " LEFT JOIN outlet_names ON outlet_names.key = shelves.outlet",
        4,
    ),
    "shelved": Table(
        "story {0} under {1} {2}",
        "SELECT id, kind, shelves.name, shelved.sort, outlet_names.name AS outlet, domain FROM shelved LEFT JOIN stories"
        " ON stories.key = story LEFT JOIN shelves ON shelves.key = shelf LEFT JOIN outlet_names ON outlet_names.key = shelves.outlet",
        3,
    ),
    "versions": Table(
        "story {0}, version {1}",
        "SELECT id, versions.digest, first_seen, last_seen, versions.captures, readers.name AS reader,"
        " captures.digest AS shown, url, captured_at"
        " FROM versions LEFT JOIN stories ON stories.key = story LEFT JOIN captures ON captures.key = versions.shown"
        " LEFT JOIN readers ON readers.key = reader",
        2,
    ),
    "changes": Table(
        "change of story {0} to version {1}",
        "SELECT id, versions.digest, earlier.digest AS before, kind, fields, weight, seen FROM changes"
        " LEFT JOIN stories ON stories.key = changes.story LEFT JOIN versions ON versions.key = changes.version"
        " LEFT JOIN versions AS earlier ON earlier.key = changes.before",
        2,
    ),
    "former_versions": Table(
        "former id of story {0}, version {1}",
        "SELECT id, versions.digest, former_versions.digest AS former FROM former_versions"
        " LEFT JOIN versions ON versions.key = version LEFT JOIN stories ON stories.key = story",
        3,
    ),
    "records": Table(
        "the record of story {0}, version {1}",
        "SELECT id, versions.digest, records.digest AS record FROM records LEFT JOIN versions ON versions.key = version"
        " LEFT JOIN stories ON stories.key = versions.story",
        2,
    ),
    "copies": Table(
        "copy of story {0} in {1}",
        "SELECT a.id, b.id, share FROM copies LEFT JOIN stories a ON a.key = story LEFT JOIN stories b ON b.key = other",
        2,
    ),
    "quotations": Table(
        "story {0}, version {1}, quotation {2}",
        "SELECT stories.id, digest, quotations.key % 65536, wordings.id AS wording, persons.id AS person, form, quotations.shown"
        " FROM quotations LEFT JOIN versions ON versions.key = quotations.key / 65536 LEFT JOIN stories ON stories.key = story"
        " LEFT JOIN wordings ON wordings.key = wording LEFT JOIN persons ON persons.key = person",
        3,
    ),
    "wordings": Table(
        "wording {0}",
        "SELECT own.id, of.id AS utterance FROM wordings own LEFT JOIN wordings of ON of.key = own.utterance",
    ),
    "alike": Table(
        "wording {0} beside {1}",
        "SELECT a.id, b.id FROM alike LEFT JOIN wordings a ON a.key = wording LEFT JOIN wordings b ON b.key = other",
        2,
    ),
    "names": Table(
        "name {0}",
        "SELECT DISTINCT names.name, word FROM persons JOIN names ON names.key = persons.name"
        " LEFT JOIN name_words ON name_words.name = names.key",
        2,
    ),
    "persons": Table(
        "speaker {0}",
        "SELECT own.id, names.name, own.kind, own.value, of.id AS one_with, own.held FROM persons own"
        " LEFT JOIN persons of ON of.key = own.speaker LEFT JOIN names ON names.key = own.name",
    ),
    "joins": Table(
        "speaker {0} joined to {1}",
        "SELECT a.id, b.id, joins.held FROM joins LEFT JOIN persons a ON a.key = person LEFT JOIN persons b ON b.key = other",
        2,
    ),
    "spoke": Table(
        "speaker {0} in story {1}",
        "SELECT persons.id, stories.id, spoke.sort, quotations FROM spoke LEFT JOIN persons ON persons.key = person"
        " LEFT JOIN stories ON stories.key = story",
        2,
    ),
    "person_words": Table(
        "{1} of speaker {0}",
        "SELECT persons.id, person_words.kind, CASE person_words.kind WHEN 'outlet' THEN (SELECT name || ' / ' || domain"
        " FROM outlet_names WHERE key = words) ELSE words END, person_words.held FROM person_words LEFT JOIN persons ON persons.key = person",
        3,
    ),
    "speakers": Table(
        "speaker {0}",
        "SELECT persons.id, names.name, quotations, stories FROM speakers LEFT JOIN persons ON persons.key = person"
        " LEFT JOIN names ON names.key = speakers.name",
    ),
    "settlings": Table(
        "what an archivist said of story {0}",
        "SELECT id, value, reason, archivist, at, despite FROM settlings LEFT JOIN stories ON stories.key = story",
        6,
    ),
    "rulings": Table(
        "what an archivist said of {1} and {2}", "SELECT kind, one, other, value, reason, archivist, at FROM rulings", 7
    ),
    "numbers": Table(
        "the number in the address of story {0}",
        "SELECT id, number_runs.run, number, day FROM numbers LEFT JOIN stories ON stories.key = story"
        " LEFT JOIN number_runs ON number_runs.key = numbers.run",
    ),
    "lists": Table(
        "list {0}",
        "SELECT digest, story, seen, place FROM lists LEFT JOIN listed ON list = lists.key",
        2,
    ),
    "mentions": Table(
        "what {1} says of {2}",
        "SELECT digest, origin, url, kind, address, story, leads_to, published, updated, headline, section, target, seen FROM mentions",
        1,
    ),
}
"""Every table of an archive but meta, dictionaries and readers, which say nothing of stories, and voices and keys (held_keys.py)."""


OF_ONE_STORY: dict[str, Table] = {
    "stories": Table(
        "story {0}",
        "SELECT id, name AS outlet, domain, first_day, last_day, year, sort, entry, versions.digest AS newest FROM stories"
        " LEFT JOIN outlet_names ON outlet_names.key = stories.outlet LEFT JOIN versions ON versions.key = newest",
    ),
    **{name: TABLES[name] for name in ("shelved", "versions", "former_versions", "records", "settlings", "numbers")},
}
"""Tables whose rows rest on the records of one story, the one that their first column names: what can be compared where the record of another
is lost. Copies, counts, outlets and speakers rest on many."""


def rows_in_order(db: sqlite3.Connection, table: Table) -> tuple[list[str], Iterator[Row]]:
    """The names of the columns, and the rows in the order of all of them."""
    found = db.execute(f"SELECT * FROM ({table.query}) LIMIT 0")  # noqa: S608 - words of ours
    columns = [column[0] for column in found.description]
    places = ", ".join(str(at + 1) for at in range(len(columns)))
    return columns, iter(db.execute(f"{table.query} ORDER BY {places}"))


class Difference(NamedTuple):
    """A row that one side has otherwise than the other, or alone."""

    held: Row | None
    due: Row | None


def differences(held: Iterator[Row], due: Iterator[Row], names: int) -> Iterator[Difference]:
    """Where two tables in order are not the same; rows whose first columns agree are laid side by side."""
    one, other = next(held, None), next(due, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(held, None), next(due, None)
        elif one is not None and other is not None and _order(one[:names]) == _order(other[:names]):
            yield Difference(one, other)
            one, other = next(held, None), next(due, None)
        elif other is None or (one is not None and _order(one) < _order(other)):
            yield Difference(one, None)
            one = next(held, None)
        else:
            yield Difference(None, other)
            other = next(due, None)


def _order(row: Row) -> list[tuple[int, Any]]:
    """As SQLite puts values in order: none, numbers, texts, bytes."""
    return [
        (0, 0)
        if value is None
        else (3, value)
        if isinstance(value, bytes)
        else (2, value)
        if isinstance(value, str)
        else (1, value)
        for value in row
    ]
