"""Short ways: a link to a page that would say of a person what one story says leads to the story, and the page is not made.

Most people are quoted in one story and no more, and many names are given as an author's once: their pages were a third of a site's.
"""

from typing import Protocol
from urllib.parse import unquote

from backfile.site.anchors import anchor_name
from backfile.site.site_address import story_path

_SPEAKER, _AUTHOR = "/speaker/", "/author/"


class _Shelves(Protocol):
    def only_story(self, name: str, /) -> str | None:
        """The one story that names an author so."""
        ...


class SpokenOf(Protocol):
    """What is asked of an archive; `backfile.archive.Archive` answers it."""

    @property
    def shelves(self) -> _Shelves:
        """Authors."""
        ...

    def only_story(self, speaker_id: str, /) -> tuple[str, int] | None:
        """The one story that quotes a speaker, and the number of the quotation."""
        ...


class ShortWays:
    """The ways from the pages of one archive."""

    def __init__(self, archive: SpokenOf) -> None:
        self._archive = archive

    def way(self, target: str) -> str:
        """Where a link to an address of the site leads."""
        if target.startswith(_SPEAKER) and "?" not in target:
            quoted = self._archive.only_story(unquote(target.removeprefix(_SPEAKER)))
            return f"{story_path(quoted[0])}#{anchor_name(quoted[1])}" if quoted else target
        if target.startswith(_AUTHOR) and "?" not in target:
            story = self._archive.shelves.only_story(unquote(target.removeprefix(_AUTHOR)))
            return story_path(story) if story else target
        return target
