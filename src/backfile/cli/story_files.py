"""Stories as files: one each in a folder, named for the page that it was read from."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from backfile.errors import SourceUnreadable
from backfile.model.capture import Place
from backfile.model.story import Story

_KINDS = re.compile(r"\.(?:gz|zst|x?html?|xht|mhtml?|txt|text|asc|warc|arc|wacz|zip|xml)$", re.I)


class StoryFiles:
    """Writes stories into a folder, which is made where it is not there. A file of an earlier run is written anew."""

    def __init__(self, folder: Path, suffix: str, text_of: Callable[[Story], str]) -> None:
        self._folder = folder
        self._suffix = suffix
        self._text_of = text_of
        self._taken: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SourceUnreadable(f"the folder cannot be made: {error.strerror}", str(folder)) from error

    @property
    def count(self) -> int:
        """Files written."""
        return len(self._taken)

    def write(self, place: Place, story: Story) -> None:
        """A story's file. Raises SourceUnreadable where it cannot be written."""
        path = self._path(place, story)
        try:
            path.write_text(self._text_of(story), "utf-8")
        except OSError as error:
            raise SourceUnreadable(f"it cannot be written: {error.strerror}", str(path)) from error

    def _path(self, place: Place, story: Story) -> Path:
        """ "mill-roof.json" of mill-roof.html, "crawl-k7ca.json" of a capture among others; the second of a name is "mill-roof-2.json"."""
        name = stem_of(place) if place.offset is None else f"{stem_of(place)}-{story.id}"
        tried, times = f"{name}{self._suffix}", 1
        while tried.lower() in self._taken or _is_source(self._folder / tried, place):
            times += 1
            tried = f"{name}-{times}{self._suffix}"
        self._taken.add(tried.lower())
        return self._folder / tried


def stem_of(place: Place) -> str:
    """The name of the file that a capture is in, without the ends that say its kind."""
    name = PurePosixPath(place.member or place.path).name
    stem = name
    while _KINDS.search(stem):
        stem = _KINDS.sub("", stem)
    return (stem or name) if name != "-" else "stdin"


def _is_source(path: Path, place: Place) -> bool:
    return place.member is None and path.exists() and Path(place.path).exists() and path.samefile(place.path)
