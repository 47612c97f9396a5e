"""Search index check: are its files as Tantivy wrote them, and does it hold each story with the days that the tables give?"""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import orjson
import tantivy

from backfile.archive.integrity.rebuild import UNDECODABLE
from backfile.archive.search.index_reader import IndexReader
from backfile.archive.search.index_schema import QUOTATIONS, STORIES
from backfile.errors import BackfileError
from backfile.model.entry import Fault

_MAGIC = 1337
"""Ends every file of Tantivy's, after a footer in JSON and its length (tantivy, directory/footer.rs)."""
_NUMBERS = ("key", "outlet", "first_day", "last_day", "year")
_STEP = 10_000
_MEND = "remove this folder, then `backfile upgrade` makes it again"
_DUE = {
    STORIES: "SELECT key, outlet, first_day, last_day, year FROM stories WHERE lead IS NULL",
    QUOTATIONS: (
        "SELECT quotations.key, outlet, first_day, last_day, NULL FROM quotations JOIN versions"
        " ON versions.key = quotations.key / 65536 JOIN stories ON stories.key = versions.story WHERE quotations.shown"
    ),
}


def index_faults(db: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    """What is wrong in the search indexes."""
    for name in (STORIES, QUOTATIONS):
        reader = IndexReader(db, folder, name)
        try:
            if broken := [path.name for path in sorted((folder / name).glob("*.*")) if not _is_whole(path)]:
                yield Fault(str(folder / name), f"{', '.join(broken)}: not as it was written; {_MEND}")
                continue
            yield from _of_index(db, reader, folder / name)
        except BackfileError as error:
            yield Fault(str(folder / name), error.message)
        except (*UNDECODABLE, OSError) as error:
            yield Fault(str(folder / name), f"it cannot be read ({error}); {_MEND}")
        finally:
            reader.close()


def _of_index(db: sqlite3.Connection, reader: IndexReader, place: Path) -> Iterator[Fault]:
    searcher = reader.index().searcher
    if behind := reader.stories_behind():
        yield Fault(str(place), f"{behind} stories are newer than the index; `backfile upgrade` brings it up")
        return
    due = db.execute(_DUE[place.name])
    wrong = found = 0
    indexed = _numbers(searcher, _NUMBERS[:4] if place.name == QUOTATIONS else _NUMBERS)
    for key, *numbers in due:
        held = indexed.pop(key, None)
        found += held is not None
        wrong += held is not None and held != tuple(numbers)[: len(held)]
    total = found + len(indexed)
    missing = db.execute(f"SELECT count(*) FROM ({_DUE[place.name]})").fetchone()[0] - found  # noqa: S608 - words of ours
    if missing or indexed:
        yield Fault(
            str(place),
            f"of what can be searched {missing} are missing, and {len(indexed)} of {total} are too many; {_MEND}",
        )
    if wrong:
        yield Fault(str(place), f"the days or outlets of {wrong} are not those of the database; {_MEND}")


def _numbers(searcher: tantivy.Searcher, fields: tuple[str, ...]) -> dict[int, tuple[int | None, ...]]:
    """The numbers of every document, by its key."""
    hits = searcher.search(tantivy.Query.all_query(), max(searcher.num_docs, 1)).hits
    found: dict[int, tuple[int | None, ...]] = {}
    for at in range(0, len(hits), _STEP):
        addresses = [address for _, address in hits[at : at + _STEP]]
        columns = [searcher.fast_field_values(field, addresses) for field in fields]
        for key, *numbers in zip(*columns, strict=True):
            if key is not None:
                found[int(key)] = tuple(None if number is None else int(number) for number in numbers)
    return found


def _is_whole(path: Path) -> bool:
    """Whether a file of Tantivy's has the checksum that it ends with; other files have none, and pass."""
    if path.suffix in (".json", ".lock", ".new") or path.name.startswith("."):
        return True
    stored = path.read_bytes()
    if len(stored) < 8 or int.from_bytes(stored[-4:], "little") != _MAGIC:
        return False
    length = int.from_bytes(stored[-8:-4], "little")
    try:
        footer = orjson.loads(stored[-8 - length : -8])
        return bool(footer["crc"] == zlib.crc32(stored[: -8 - length]))
    except (ValueError, LookupError, TypeError):
        return False
