"""The archive's tables and how they are opened: SQLite, WAL, synchronous FULL (docs/decisions/0002-archive.md)."""

import errno
import os
import sqlite3
import uuid
from pathlib import Path
from urllib.parse import quote

from backfile.errors import ArchiveDamaged, ArchiveError, ArchiveFull, ArchiveMissing

DATABASE = "backfile.sqlite"
FORMAT = "backfile/archive/3"
WITHOUT_SETTLINGS = "backfile/archive/2"
WITHOUT_QUOTATIONS = "backfile/archive/1"
"""What archives say that were made before these tables: brought up by whoever next opens them to write."""
NOT_A_FOLDER = "a file stands there, and an archive is a folder: name another with --archive"
_PAGE_CACHE = -16_000
"""16 MB, as SQLite counts it: kibibytes, negative."""
_DISK_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_SHMSIZE}

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE dictionaries (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

-- A file that was read. `done` is 1 when it was read to its end.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
  digest TEXT NOT NULL, copied INTEGER NOT NULL, done INTEGER NOT NULL
);

-- Every capture, and what became of it: a version, or a reason. "" and place -1 stand for "none", so that no two rows
-- are of one capture.
CREATE TABLE captures (
  key INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources, member TEXT NOT NULL, place INTEGER NOT NULL,
  length INTEGER, digest TEXT NOT NULL, url TEXT NOT NULL, captured_at TEXT NOT NULL, media_type TEXT,
  version INTEGER REFERENCES versions, reason TEXT, message TEXT,
  UNIQUE (source, member, place, digest, url, captured_at)
);
CREATE INDEX captures_of_version ON captures (version) WHERE version IS NOT NULL;
CREATE INDEX captures_skipped ON captures (reason) WHERE reason IS NOT NULL;

-- What a list shows of a story, made from its newest version. Days are counted as date.toordinal does.
CREATE TABLE stories (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, entry BLOB NOT NULL, outlet TEXT, domain TEXT,
  first_day INTEGER, last_day INTEGER, year INTEGER, sort INTEGER, copies INTEGER NOT NULL DEFAULT 0,
  newest INTEGER NOT NULL, change INTEGER NOT NULL
);
CREATE INDEX stories_by_date ON stories (sort DESC);
CREATE INDEX stories_by_year ON stories (year, sort DESC, id);
CREATE INDEX stories_by_outlet ON stories (outlet, sort DESC);
CREATE INDEX stories_by_change ON stories (change);

-- `shown` orders the captures of a version: the record kept is that of the least.
CREATE TABLE versions (
  key INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES stories, digest TEXT NOT NULL, first_seen TEXT,
  last_seen TEXT, captures INTEGER NOT NULL, fields TEXT NOT NULL, shown TEXT NOT NULL, UNIQUE (story, digest)
);
CREATE TABLE records (
  version INTEGER PRIMARY KEY REFERENCES versions, dictionary INTEGER, digest BLOB NOT NULL, bytes BLOB NOT NULL
);

CREATE TABLE bands (key INTEGER, story INTEGER, PRIMARY KEY (key, story)) WITHOUT ROWID;
CREATE INDEX bands_of_story ON bands (story);
CREATE TABLE copies (
  story INTEGER, other INTEGER, containment REAL NOT NULL, PRIMARY KEY (story, other)
) WITHOUT ROWID;
"""

QUOTATION_TABLES = """
-- What a list of quotations says of the version that has them.
CREATE TABLE printings (
  version INTEGER PRIMARY KEY REFERENCES versions, story INTEGER NOT NULL REFERENCES stories, headline TEXT,
  about TEXT NOT NULL, outlet TEXT, domain TEXT, dating BLOB NOT NULL, first_day INTEGER, last_day INTEGER, sort INTEGER
);
CREATE INDEX printings_of_story ON printings (story);

-- `shown` is 1 in the newest version of the story that has the quotation in these words.
CREATE TABLE quotations (
  version INTEGER NOT NULL REFERENCES printings, number INTEGER NOT NULL, story INTEGER NOT NULL,
  wording INTEGER NOT NULL REFERENCES wordings, shown INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL,
  kind TEXT NOT NULL, act TEXT, speaker TEXT, name TEXT, person TEXT, domain TEXT, office TEXT, role TEXT,
  as_printed TEXT, certainty TEXT, said_on TEXT, said_by TEXT NOT NULL, PRIMARY KEY (version, number)
);
CREATE INDEX quotations_of_name ON quotations (name, domain, office, person, shown, story);
CREATE INDEX quotations_of_person ON quotations (person);
CREATE INDEX quotations_of_wording ON quotations (wording, story);

-- A name on one ground; those that one story joins have the same speaker.
CREATE TABLE persons (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, speaker TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX persons_of_name ON persons (name);
CREATE INDEX persons_of_speaker ON persons (speaker);
CREATE TABLE speakers (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, quotations INTEGER NOT NULL, stories INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX speakers_of_name ON speakers (name);
CREATE INDEX speakers_by_quotations ON speakers (quotations DESC, name, id);

-- Each different wording once, and the utterance that it is a form of.
CREATE TABLE wordings (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, words TEXT NOT NULL, voice TEXT NOT NULL, utterance TEXT NOT NULL
);
CREATE INDEX wordings_of_utterance ON wordings (utterance);
CREATE TABLE prints (
  fingerprint INTEGER, wording INTEGER, PRIMARY KEY (fingerprint, wording)
) WITHOUT ROWID;
CREATE TABLE alike (wording INTEGER, other INTEGER, PRIMARY KEY (wording, other)) WITHOUT ROWID
"""

PLACING_TABLES = """
-- What archivists said of a story's day. Rows are only added; the last of a story holds, and without a value it takes
-- back the one before. `despite` is 1 where they said it against what the page says or leaves open.
CREATE TABLE IF NOT EXISTS settlings (
  key INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES stories, value TEXT, reason TEXT, archivist TEXT NOT NULL,
  at TEXT NOT NULL, despite INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS settlings_of_story ON settlings (story);

-- The number in a story's address, among those of its outlet that are written the same way.
CREATE TABLE IF NOT EXISTS numbers (
  story INTEGER PRIMARY KEY REFERENCES stories, run TEXT NOT NULL, number INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS numbers_of_run ON numbers (run, number);

-- Lists of stories on section fronts, each once; `seen` is when the first page that has it was saved. A story is named by
-- its id, since it may not be in the archive yet.
CREATE TABLE IF NOT EXISTS lists (key INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, seen TEXT);
CREATE TABLE IF NOT EXISTS listed (
  story TEXT NOT NULL, list INTEGER NOT NULL REFERENCES lists, place INTEGER NOT NULL, PRIMARY KEY (story, list)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS listed_in_order ON listed (list, place)
"""


def open_to_write(folder: Path) -> sqlite3.Connection:
    """The archive's database, made when there is none. The caller holds the writer's lock."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(folder / DATABASE, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA cache_size = {_PAGE_CACHE}")
        db.execute("BEGIN IMMEDIATE")
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            for statement in (TABLES + QUOTATION_TABLES + ";\n" + PLACING_TABLES).split(";\n"):
                db.execute(statement)
            marks = [("format", FORMAT), ("archive", uuid.uuid4().hex), ("change", 0)]
            db.executemany("INSERT INTO meta VALUES (?, ?)", marks)
        db.execute("COMMIT")
        _expect_format(db, folder)
    except sqlite3.Error as error:
        raise failure(error, folder, is_open=False) from error
    except OSError as error:
        raise ArchiveError(f"cannot make an archive here: {error.strerror}", str(folder)) from error
    return db


def open_to_read(folder: Path) -> sqlite3.Connection:
    """The archive's database, read only; sees what a writer commits meanwhile."""
    path = folder / DATABASE
    try:
        path.stat()
        if not os.access(path, os.R_OK, effective_ids=True):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    except PermissionError as error:
        message = "no permission to read the archive; change its permissions, or run as its owner"
        raise ArchiveError(message, str(folder)) from error
    except NotADirectoryError as error:
        raise ArchiveMissing(NOT_A_FOLDER, str(folder)) from error
    except OSError as error:
        raise ArchiveMissing("there is no archive here; `backfile add` makes one", str(folder)) from error
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    if not may_write(folder) and not path.with_name(DATABASE + "-wal").exists():
        address += "&immutable=1"  # on a read-only disk SQLite cannot make its shared memory file
    try:
        db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        _expect_format(db, folder)
    except sqlite3.Error as error:
        raise failure(error, folder, is_open=False) from error
    return db


def may_write(place: Path) -> bool:
    """Whether this process may make files there; what it does in another's name counts."""
    return os.access(place, os.W_OK, effective_ids=True)


def keeps_quotations(db: sqlite3.Connection) -> bool:
    """False of an archive made before quotations were kept."""
    return format_of(db) != WITHOUT_QUOTATIONS


def keeps_settlings(db: sqlite3.Connection) -> bool:
    """False of an archive made before archivists could date a story, and addresses were read for their numbers."""
    return format_of(db) == FORMAT


def format_of(db: sqlite3.Connection) -> str:
    """What the archive says that it is."""
    found: str = db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()[0]
    return found


def failure(error: sqlite3.Error, folder: Path, *, is_open: bool = True) -> ArchiveError:
    """SQLite's error as ours: a full disk, or damage; of a database that cannot even be opened, `check` knows no more."""
    if getattr(error, "sqlite_errorcode", None) in _DISK_FULL:
        return full(folder)
    advice = "`backfile check` says more" if is_open else "put a copy of it back, or add its sources to a new archive"
    return ArchiveDamaged(f"the database cannot be used ({error}); {advice}", str(folder / DATABASE))


def full(folder: Path) -> ArchiveFull:
    """The error for a disk that takes no more."""
    return ArchiveFull(
        "the disk is full. What was reported as added is safe; make room and run the same command again", str(folder)
    )


def disk_failure(error: OSError, folder: Path) -> ArchiveError:
    """A failed write of a file as ours: a full disk, or whatever the system says."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return full(folder)
    return ArchiveError(f"cannot write: {error.strerror}", error.filename or str(folder))


def _expect_format(db: sqlite3.Connection, folder: Path) -> None:
    try:
        row = db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        row = None
    if row is None:
        raise ArchiveMissing("the database there is not an archive, or was never finished", str(folder / DATABASE))
    if row[0] not in (FORMAT, WITHOUT_SETTLINGS, WITHOUT_QUOTATIONS):
        raise ArchiveError(f"this is an archive of another Backfile ({row[0]}); this one reads {FORMAT}", str(folder))
