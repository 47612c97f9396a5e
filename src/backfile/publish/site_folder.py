"""The folder of a published site: only what has changed is written, and what is no longer made is taken away."""

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson

from backfile.errors import OutputRefused

_MANIFEST = ".backfile-files.json"
_BEGUN = ".backfile-begun.txt"
"""Files that a run was about to write, a line each: of a run that broke off, what the list of the whole does not have."""


def write_if_changed(folder: Path, file: str, payload: bytes) -> bool:
    """Writes a file of the folder, whole or not at all; False where it was so already."""
    path = folder / file
    try:
        if path.stat().st_size == len(payload) and path.read_bytes() == payload:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.new")
    partial.write_bytes(payload)
    partial.replace(path)
    return True


class SiteFolder:
    """What stands in the folder, and what this run has made. Raises OutputRefused for a folder with files of somebody else's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._before = self._held()
            if not self._before and any(path.name != _BEGUN for path in folder.iterdir()):
                message = "There is something in it that was not published from here: name an empty folder."
                raise OutputRefused(message, str(folder))
            self._begun = (folder / _BEGUN).open("a", encoding="utf-8")
        except OSError as error:
            raise OutputRefused(f"It cannot be written: {error.strerror or error}.", str(folder)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._begun.close()

    def _held(self) -> set[str]:
        held = set((self.folder / _BEGUN).read_text("utf-8").split("\n")) if (self.folder / _BEGUN).exists() else set()
        if (self.folder / _MANIFEST).exists():
            held |= set(orjson.loads((self.folder / _MANIFEST).read_bytes())["files"])
        return held - {""}

    def as_left(self, sign: str) -> dict[str, Any] | None:
        """What the run before told of itself, where it was made of the same and nobody has touched its files since."""
        try:
            listed = orjson.loads((self.folder / _MANIFEST).read_bytes())
            if listed.get("sign") != sign or (self.folder / _BEGUN).stat().st_size:
                return None
            written = (self.folder / _MANIFEST).stat().st_mtime_ns
            if any((self.folder / file).stat().st_mtime_ns > written for file in listed["files"]):
                return None
        except FileNotFoundError:
            return None
        (self.folder / _BEGUN).unlink()
        told: dict[str, Any] = listed["told"]
        return told

    def begin(self, files: Iterable[str]) -> None:
        """Says that these are about to be written: should the run break off, the next knows that they are its own."""
        self._begun.write("".join(f"{file}\n" for file in files if file not in self._before))
        self._begun.flush()

    def add(self, file: str, payload: bytes) -> bool:
        """Writes a file; whether it was new or another."""
        self.begin((file,))
        self.made.add(file)
        return write_if_changed(self.folder, file, payload)

    def keep(self, files: Iterable[str]) -> bool:
        """Has files of the run before stay as they are; False, and nothing done, where one is not there."""
        files = list(files)
        if not all((self.folder / file).is_file() for file in files):
            return False
        self.made.update(files)
        return True

    def finish(self, sign: str, told: dict[str, Any]) -> int:
        """Takes away what was there and was not made again, and lists what is, with a sign of what it was made of and what the run tells of
        itself; how many were taken away."""
        gone = sorted(self._before - self.made)
        for file in gone:
            (self.folder / file).unlink(missing_ok=True)
            self._empty(os.path.dirname(file))  # noqa: PTH120 - a name in the list, not a path on the disk
        listed = orjson.dumps({"sign": sign, "told": told, "files": sorted(self.made)}, option=orjson.OPT_INDENT_2)
        if not write_if_changed(self.folder, _MANIFEST, listed):
            (self.folder / _MANIFEST).touch()  # its time says since when nobody has touched the files
        (self.folder / _BEGUN).unlink()
        return len(gone)

    def _empty(self, name: str) -> None:
        while name:
            try:
                (self.folder / name).rmdir()
            except OSError:
                return
            name = os.path.dirname(name)  # noqa: PTH120
