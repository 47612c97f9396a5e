"""Which stories an export takes."""

from collections.abc import Iterable
from typing import TypeAlias

from backfile.archive.reader import Archive
from backfile.model.story import Story

Stories: TypeAlias = Iterable[Story]


def chosen_stories(archive: Archive, query: str | None) -> Stories:
    """Every story in the order in which they came in; with a search line those that it finds, the newest first. Raises QueryError."""
    return archive.stories(where=query or None)
