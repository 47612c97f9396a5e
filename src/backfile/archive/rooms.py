"""Rooms of an open archive: what answers its questions, made when it is first asked for, and anew where the archive was made again meanwhile.

A repair, an upgrade and a takedown put another database in the place of the archive's: whoever has the old one open would go on
reading what was taken out.
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, Self, TypeVar, overload

from backfile.archive.store.database import DATABASE, open_to_read
from backfile.archive.store.story_reader import StoryReader

Made = TypeVar("Made")


class Room(Generic[Made]):
    """As `functools.cached_property`, for as long as the archive's database is the one that was opened."""

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, archive: None, owner: type) -> Self: ...
    @overload
    def __get__(self, archive: "ArchiveRooms", owner: type) -> Made: ...
    def __get__(self, archive: "ArchiveRooms | None", owner: type) -> "Made | Self":
        if archive is None:
            return self
        archive.renew()
        held = archive.__dict__
        if self._name not in held:
            held[self._name] = self._make(archive)
        found: Made = held[self._name]
        return found

    def __set__(self, archive: "ArchiveRooms", made: Made) -> None:
        archive.__dict__[self._name] = made


class ArchiveRooms:
    """An archive with its database and the reader of its stories."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder).absolute()
        self._path = str(self.folder / DATABASE)
        self._opened: tuple[int, int] | None = None

    @Room
    def _db(self) -> sqlite3.Connection:
        self._opened = self._file()
        return open_to_read(self.folder)

    @Room
    def _stories(self) -> StoryReader:
        return StoryReader(self.folder, self._db)

    def renew(self) -> None:
        """Leave the rooms of a database that is not the archive's any more; within one answer it stays."""
        db = self.__dict__.get("_db")
        if db is None or self._opened is None or db.in_transaction:
            return
        now = self._file()
        if now is not None and now != self._opened:
            self.leave()

    def leave(self) -> None:
        """Let go of every room; whoever reads in one reads on."""
        for name in [*self.__dict__]:
            if isinstance(getattr(type(self), name, None), Room):
                del self.__dict__[name]

    def _file(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - a Path takes twice as long, at each question
        except OSError:
            return None
        return found.st_dev, found.st_ino
