"""The archive's tables, and the formats that archives were ever written in (docs/decisions/0002-archive.md)."""

import sqlite3

FORMAT = "backfile/archive/3"
WITHOUT_SETTLINGS = "backfile/archive/2"
WITHOUT_QUOTATIONS = "backfile/archive/1"
"""What archives say that were made before these tables: `backfile upgrade` brings them up."""

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
