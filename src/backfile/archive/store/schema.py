"""The archive's tables, and the formats that archives were ever written in (docs/decisions/0009-archive-at-size.md)."""

import sqlite3

FORMAT = "backfile/archive/8"
OLDER = tuple(f"backfile/archive/{number}" for number in range(1, 8))
"""What archives say that were made before: `backfile upgrade` brings them up."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE dictionaries (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

-- What is held, counted as it changes: captures, stories and versions; stories by year; captures skipped by reason.
CREATE TABLE counts (kind TEXT, name TEXT, held INTEGER NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;

-- A file that was read. `done` is 1 when it was read to its end.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
  digest TEXT NOT NULL, copied INTEGER NOT NULL, done INTEGER NOT NULL
);

-- Every capture, and what became of it: a version, or a reason. "" and place -1 stand for "none". No two rows are of one
-- capture: the same digest, address and time at the same place. `digest` is a SHA-256, empty where there is no payload. `address` finds
-- captures by the plain form of their address (addresses/plain_address.py).
CREATE TABLE captures (
  key INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources, place INTEGER NOT NULL, member TEXT NOT NULL,
  length INTEGER, digest BLOB NOT NULL, url TEXT NOT NULL, captured_at TEXT NOT NULL, version INTEGER REFERENCES versions,
  reason TEXT, message TEXT, address INTEGER
);
CREATE INDEX captures_by_address ON captures (address) WHERE address IS NOT NULL;
CREATE INDEX captures_of_source ON captures (source, place);
CREATE INDEX captures_of_version ON captures (version) WHERE version IS NOT NULL;
CREATE INDEX captures_skipped ON captures (source, place) WHERE reason IS NOT NULL;

-- Names and domains that stories give for who published them, "" where one is not given; `folded` is the name without case
-- and accents, `letters` its letters and digits alone; `outlet` is the row that stands for the outlet they are of. `versions` counts the records that give them.
CREATE TABLE outlet_names (
  key INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL, letters TEXT NOT NULL, domain TEXT NOT NULL,
  stories INTEGER NOT NULL, outlet INTEGER NOT NULL, versions INTEGER NOT NULL, UNIQUE (domain, name)
);
CREATE INDEX outlet_names_of_outlet ON outlet_names (outlet);
CREATE INDEX outlet_names_by_letters ON outlet_names (letters);

-- What a list shows of a story, made from its newest version. Days are counted as date.toordinal does. `is_form` is
-- 1 where so many print it that they are not listed.
-- `lead` is the story that it is another view of, a print page say: one with a lead is in no list.
CREATE TABLE stories (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, outlet INTEGER REFERENCES outlet_names, first_day INTEGER,
  last_day INTEGER, year INTEGER, sort INTEGER, is_form INTEGER NOT NULL DEFAULT 0,
  lead INTEGER REFERENCES stories, newest INTEGER NOT NULL, change INTEGER NOT NULL, entry BLOB NOT NULL
);
CREATE INDEX stories_by_date ON stories (sort DESC) WHERE sort IS NOT NULL AND lead IS NULL;
CREATE INDEX stories_by_year ON stories (year, sort DESC) WHERE year IS NOT NULL AND lead IS NULL;
CREATE INDEX stories_by_day ON stories (first_day, last_day) WHERE first_day IS NOT NULL AND lead IS NULL;
CREATE INDEX stories_of_outlet_by_year ON stories (outlet, year, sort DESC) WHERE lead IS NULL;
CREATE INDEX stories_undated ON stories (id) WHERE year IS NULL AND lead IS NULL;
CREATE INDEX stories_by_outlet ON stories (outlet, sort DESC);
CREATE INDEX stories_by_change ON stories (change);
CREATE INDEX stories_led ON stories (lead) WHERE lead IS NOT NULL;

-- A section of an outlet, or an author's name in it, as stories print it; `folded` is the name without case and accents, `outlet` the row of
-- outlet_names, 0 where there is none; `stories` counts those that are no other story's view. `sort` is the story's, -1 of the undated.
CREATE TABLE shelves (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, outlet INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
  stories INTEGER NOT NULL, UNIQUE (kind, outlet, name)
);
CREATE INDEX shelves_by_name ON shelves (kind, folded);
CREATE TABLE shelved (
  shelf INTEGER, sort INTEGER, story INTEGER, PRIMARY KEY (shelf, sort, story)
) WITHOUT ROWID;
CREATE INDEX shelved_by_story ON shelved (story);

-- `shown` is the capture whose record is kept: the first by time, digest and address. `fields` are 6 bytes a field, of what
-- the newsroom wrote.
CREATE TABLE versions (
  key INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES stories, digest BLOB NOT NULL, first_seen TEXT,
  last_seen TEXT, captures INTEGER NOT NULL, shown INTEGER NOT NULL, reader INTEGER REFERENCES readers
);
CREATE INDEX versions_of_story ON versions (story);

-- What leads to each later version of a story from the one before it; `fields` are those that differ, `seen` is when that version was seen first.
CREATE TABLE changes (
  version INTEGER PRIMARY KEY REFERENCES versions, story INTEGER NOT NULL REFERENCES stories, before INTEGER NOT NULL,
  kind TEXT NOT NULL, fields TEXT NOT NULL, weight INTEGER NOT NULL, seen TEXT
);
CREATE INDEX changes_of_story ON changes (story);
CREATE INDEX changes_by_day ON changes (seen, version);

-- Ids that versions had before their pages were read again (reread.py): an address with one still finds its version.
CREATE TABLE former_versions (
  version INTEGER NOT NULL REFERENCES versions, digest BLOB NOT NULL, PRIMARY KEY (version, digest)
) WITHOUT ROWID;

-- The Backfiles that made the records.
CREATE TABLE readers (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

-- `base` is another version of the story, whose record is the dictionary of this one.
CREATE TABLE records (
  version INTEGER PRIMARY KEY REFERENCES versions, dictionary INTEGER, base INTEGER, digest BLOB NOT NULL, bytes BLOB NOT NULL
);
CREATE INDEX records_on_base ON records (base) WHERE base IS NOT NULL;

-- Runs of keys (key_runs.py): `bytes` of a short one; a long one is the file keys/<number>.run.
CREATE TABLE key_runs (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, entries INTEGER NOT NULL, bytes BLOB);

-- Stories that share words, of one outlet or of several, both ways: `share` is how much of the shorter the longer has, in
-- thousandths, 100 and more.
CREATE TABLE copies (
  story INTEGER, other INTEGER, share INTEGER NOT NULL, PRIMARY KEY (story, other)
) WITHOUT ROWID;

-- How long the text of each story is, in runs of words (passages/copies.py): short numbers (short_numbers.py).
CREATE TABLE text_runs (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

-- How many stories of other outlets have the text of a story, where any has: by itself, since a new text of a form changes the counts of a
-- hundred others, and their rows of `stories` would each be a page to write.
CREATE TABLE copied (story INTEGER PRIMARY KEY REFERENCES stories, copies INTEGER NOT NULL);

-- The same pairs, and whether the two are of one outlet; of a story without one nobody knows.
CREATE VIEW shared_pairs AS SELECT story, other, share, own.outlet IS NOT NULL
  AND (SELECT outlet FROM outlet_names WHERE key = own.outlet) IS (SELECT outlet FROM outlet_names WHERE key = theirs.outlet)
  AS at_home FROM copies JOIN stories AS own ON own.key = story JOIN stories AS theirs ON theirs.key = other;

-- Those of them that are copies.
CREATE VIEW copy_pairs AS SELECT * FROM shared_pairs WHERE share >= 700;

-- `key` is the version's, times 65,536, and the quotation's number in it. `form` tells its words and speaker from others in
-- the story; `shown` is 1 in the newest version that has them. All else is in the record.
CREATE TABLE quotations (
  key INTEGER PRIMARY KEY, wording INTEGER NOT NULL REFERENCES wordings, person INTEGER REFERENCES persons,
  form INTEGER NOT NULL, shown INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX quotations_of_wording ON quotations (wording);

-- Each different wording once, and the wording that stands for its utterance where it is one of several.
CREATE TABLE wordings (key INTEGER PRIMARY KEY, id BLOB NOT NULL, utterance INTEGER);
CREATE INDEX wordings_of_utterance ON wordings (utterance) WHERE utterance IS NOT NULL;
CREATE TABLE alike (wording INTEGER, other INTEGER, PRIMARY KEY (wording, other)) WITHOUT ROWID;

-- Of each wording the sign of its voice, and whether it is short (quotations/utterance_tables.py): short numbers (short_numbers.py).
CREATE TABLE voices (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

-- A full name, folded, and the words that find it.
CREATE TABLE names (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE name_words (word TEXT, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;

-- A name on one ground, and how many quotations have it; `speaker` is the person that stands for all who are joined.
CREATE TABLE persons (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name INTEGER NOT NULL REFERENCES names, kind TEXT NOT NULL,
  value TEXT NOT NULL, speaker INTEGER NOT NULL, held INTEGER NOT NULL
);
CREATE INDEX persons_of_name ON persons (name);
CREATE INDEX persons_of_speaker ON persons (speaker);
-- Two grounds that quotations give together, and how many do.
CREATE TABLE joins (person INTEGER, other INTEGER, held INTEGER NOT NULL, PRIMARY KEY (person, other)) WITHOUT ROWID;
-- In which stories a person is quoted (`sort` is the story's, -1 of the undated), and in how many quotations that are shown.
CREATE TABLE spoke (
  person INTEGER, sort INTEGER, story INTEGER, quotations INTEGER NOT NULL, PRIMARY KEY (person, sort, story)
) WITHOUT ROWID;
-- How a person is spelt, described and by which outlets quoted, and in how many quotations.
CREATE TABLE person_words (
  person INTEGER, kind TEXT, words TEXT, held INTEGER NOT NULL, PRIMARY KEY (person, kind, words)
) WITHOUT ROWID;
CREATE TABLE speakers (
  person INTEGER PRIMARY KEY, name INTEGER NOT NULL, quotations INTEGER NOT NULL, stories INTEGER NOT NULL
);
CREATE INDEX speakers_by_stories ON speakers (stories DESC, quotations DESC, person);

-- What archivists said of a story's day. Rows are only added; the last of a story holds, and without a value it takes
-- back the one before. `despite` is 1 where they said it against what the page says or leaves open.
CREATE TABLE settlings (
  key INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES stories, value TEXT, reason TEXT, archivist TEXT NOT NULL,
  at TEXT NOT NULL, despite INTEGER NOT NULL
);
CREATE INDEX settlings_of_story ON settlings (story);

-- What archivists said of other things than days: that two outlets, or two speakers, are one or are not. Rows are only added; the
-- last of a pair holds, and without a value it takes back the one before.
CREATE TABLE rulings (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, value TEXT, reason TEXT,
  archivist TEXT NOT NULL, at TEXT NOT NULL
);

-- The number in a story's address, among those of its outlet that are written the same way; `day` is the story's, where its
-- date is one.
CREATE TABLE number_runs (key INTEGER PRIMARY KEY, run TEXT NOT NULL UNIQUE);
CREATE TABLE numbers (
  story INTEGER PRIMARY KEY REFERENCES stories, run INTEGER NOT NULL REFERENCES number_runs, number INTEGER NOT NULL,
  day INTEGER
);
CREATE INDEX numbers_dated ON numbers (run, number) WHERE day IS NOT NULL;

-- Lists of stories on section fronts, each once; `seen` is when the first page that has it was saved. A story is named by
-- its id, since it may not be in the archive yet.
CREATE TABLE lists (key INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, seen TEXT);
CREATE TABLE listed (
  story TEXT NOT NULL, list INTEGER NOT NULL REFERENCES lists, place INTEGER NOT NULL, PRIMARY KEY (story, list)
) WITHOUT ROWID;
CREATE INDEX listed_in_order ON listed (list, place);

-- What feeds, sitemaps, fronts, redirects and lists of addresses say of an address, each thing once; `seen` is when the first file that
-- says it was saved, `origin` that file. `story` is the id of a story that gives the address as its own, `leads_to` the number of a
-- redirect's target: neither need be in the archive.
CREATE TABLE mentions (
  key INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, address INTEGER NOT NULL, story TEXT NOT NULL, leads_to INTEGER,
  kind TEXT NOT NULL, url TEXT NOT NULL, published TEXT, updated TEXT, headline TEXT, section TEXT, target TEXT,
  origin TEXT NOT NULL, seen TEXT
);
CREATE INDEX mentions_by_address ON mentions (address);
CREATE INDEX mentions_by_story ON mentions (story);
CREATE INDEX mentions_leading ON mentions (leads_to) WHERE leads_to IS NOT NULL
"""


def make_tables(db: sqlite3.Connection) -> None:
    """All tables, empty."""
    for statement in TABLES.split(";\n"):
        db.execute(statement)


def format_of(db: sqlite3.Connection) -> str:
    """What the archive says that it is."""
    found: str = db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()[0]
    return found
