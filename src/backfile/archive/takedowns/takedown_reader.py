"""An archive's takedowns as its readers see them, and what goes with a story that is to be taken down. Read only."""

from __future__ import annotations  # types of answers are loaded with what gives them

from typing import TYPE_CHECKING, NamedTuple

from backfile.archive.rooms import ArchiveRooms
from backfile.archive.store.database import at_one_moment
from backfile.archive.takedowns.hidden_stories import DELISTED, LEFT_OUT
from backfile.archive.versions.version_rows import versions_of
from backfile.model.entry import Entry

if TYPE_CHECKING:
    from backfile.archive.takedowns.redactions import Redactions
    from backfile.archive.takedowns.takedown_rulings import Takedowns

_SHARED = (
    "SELECT other, share, ifnull(theirs.lead, theirs.key) = ifnull(own.lead, own.key) AND ifnull(own.lead, 1) > 0 FROM copies"
    " JOIN stories AS own ON own.key = story JOIN stories AS theirs ON theirs.key = other WHERE story = ?"
    " ORDER BY share DESC, theirs.id"
)


class Related(NamedTuple):
    """A story that shares words with one that is to be taken down, hidden or not."""

    entry: Entry
    relation: str
    """"view", or a relation of docs/schema.md: "copy", "rewrite", "shares"."""
    share: float


class Holdings(NamedTuple):
    """What an archive has of a story."""

    entry: Entry
    versions: tuple[str, ...]
    captures: int
    pictures: int
    related: tuple[Related, ...]


class ArchiveTakedowns(ArchiveRooms):
    """What is taken down and set right: the part of `Archive` that takedowns/ answers."""

    @property
    def takedowns(self) -> Takedowns:
        """What archivists said of stories, as it holds."""
        return self._stories.takedowns

    @at_one_moment
    def is_listed(self, story_id: str) -> bool:
        """Whether lists and search engines may show the story; else it is read at its address alone. Raises StoryMissing."""
        return self._stories.is_listed(story_id)

    @property
    def redactions(self) -> Redactions:
        """Which words are left out of which story. Raises ArchiveError where the key is missing that they are known by."""
        return self._stories.redactions

    def note_of(self, story_id: str) -> str | None:
        """The line that an archivist set above the story."""
        said = self.takedowns.notes.get(story_id)
        return said.value if said else None

    @at_one_moment
    def delisted(self) -> list[str]:
        """The ids of stories that are in no list, and are read at their addresses."""
        return self._stories.hidden_ids(DELISTED)

    @at_one_moment
    def left_out(self) -> list[str]:
        """The ids of stories that the owner's rules leave out of every output."""
        return self._stories.hidden_ids(LEFT_OUT)

    @at_one_moment
    def pictures_left_out(self, story_id: str, *, version: str | None = None) -> set[str]:
        """Addresses of the pictures of a story that the owner's rules leave out. Raises StoryMissing."""
        return self._stories.pictures_left_out(story_id, version)

    @at_one_moment
    def holdings(self, story_id: str) -> Holdings:
        """What there is of a story: versions, captures, pictures, and every story that shares words with it. Raises StoryMissing."""
        from backfile.archive.passages.copies import relation_of  # loads numpy
        from backfile.archive.store.capture_queries import captures_of

        key, newest = self._stories.find(story_id)
        rows = self._db.execute(_SHARED, (key,)).fetchall()
        return Holdings(
            self._stories.bare_entry(key),
            tuple(version.id for _, version in versions_of(self._db, key)),
            len(captures_of(self._db, key)),
            len(self._stories.records.load(newest, fields=("images",))["images"]),
            tuple(
                Related(self._stories.bare_entry(other), "view" if is_view else relation_of(share), share / 1000)
                for other, share, is_view in rows
            ),
        )
