"""Token: the end of each citation, by which `backfile verify` finds the version that was cited and proves its words and its date.

`backfile:STORY/VERSION/WORDS-DATE`: the ids as the archive has them, and 16 hex digits each of the SHA-256 of the words and of the date
with its basis. No letter of it needs an escape in JSON, BibTeX, RIS, HTML or an address.
"""

import hashlib
import json
import re
from typing import Any, NamedTuple

from backfile.model.story import ARCHIVE_NOTE, Story

_TOKEN = re.compile(r"backfile:([a-z0-9]{1,40})/([0-9a-f]{12})/([0-9a-f]{16})-([0-9a-f]{16})(?![0-9a-z])")
"""Matches "backfile:k7ca2b3c4d5e6f7g/1a2b3c4d5e6f/0123456789abcdef-0123456789abcdef"; not one that is cut off."""
_DIGITS = 16
"""Of each digest: 64 bits, which no slip of the pen and no edit comes to by chance; the full bytes are in the archive."""


class Token(NamedTuple):
    """What a citation is proved by."""

    story: str
    version: str
    words: str
    """Digest of the words: headline, summary, byline, authors, body and notes."""
    date: str
    """Digest of the date with its precision and basis, or of there being none."""

    def __str__(self) -> str:
        return f"backfile:{self.story}/{self.version}/{self.words}-{self.date}"


def token_of(story: Story, version: str) -> Token:
    """The token of a story as its version of that id stands."""
    return Token(story.id, version, words_digest(story), date_digest(story))


def tokens_in(text: str) -> list[Token]:
    """The tokens that a text has, each once."""
    return list(dict.fromkeys(Token(*found.groups()) for found in _TOKEN.finditer(text)))


def words_digest(story: Story) -> str:
    """Of what the newsroom wrote, as the record has it, letter for letter."""
    authors = [[author.name, author.role] for author in story.authors]
    notes = [[note.kind, note.text] for note in story.notes if note.kind != ARCHIVE_NOTE]
    return _digest([story.headline, story.dek, story.byline, authors, story.body, notes])


def date_digest(story: Story) -> str:
    """Of when it was published, and of what says so."""
    stamp = story.published
    return _digest([stamp.value, stamp.precision, stamp.basis] if stamp else [])


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, separators=(",", ":")).encode()).hexdigest()[:_DIGITS]
