"""The files of a source: one file, or a folder's tree in the order of names, each folder once."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from backfile.capture.faults import Fault, fault_of_os_error
from backfile.model.capture import Place, Skipped, SkipReason

_LEADS_OUT = "A link to a place outside the folder given: not followed. Name that place itself to add it."


class SourceFile(NamedTuple):
    """A file to read."""

    path: str
    """Absolute; "-" for standard input."""
    size: int
    """Bytes; 0 for standard input."""
    is_named: bool
    """True where the user named this file itself, False where it was found in a folder."""


def source_files(source: str | os.PathLike[str]) -> Iterator[SourceFile]:
    """The files that `read_captures` reads for this source, in the same order. Opens none."""
    return (found for found in walk(source) if isinstance(found, SourceFile))


def walk(source: str | os.PathLike[str]) -> Iterator[SourceFile | Skipped]:
    """The files of a source, and what in it is no file that can be read."""
    if os.fspath(source) == "-":
        yield SourceFile("-", 0, is_named=True)
        return
    top = Path(os.path.abspath(source))  # noqa: PTH100 - resolve() would put a link's target in the place of its name
    visited: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        found = _look_at(path, top, visited)
        if isinstance(found, list):
            waiting.extend(reversed(found))
        else:
            yield found


def _look_at(path: Path, top: Path, visited: set[tuple[int, int]]) -> SourceFile | Skipped | list[Path]:
    """A file, or why it is none, or a folder's entries by name."""
    is_top = path == top
    place = Place(str(path).encode("utf-8", "backslashreplace").decode())
    try:
        if place.path != str(path):
            return Skipped(place, SkipReason.UNREADABLE, "The name is not UTF-8: rename it, then add it.")
        if not is_top and path.name.startswith("."):
            return Skipped(place, SkipReason.NOT_A_PAGE, "A hidden file or folder: not read unless it is named itself.")
        facts = path.stat()
        if not is_top and path.is_symlink() and not path.resolve().is_relative_to(top.resolve()):
            return Skipped(place, SkipReason.NOT_A_PAGE, _LEADS_OUT)
        if stat.S_ISREG(facts.st_mode):
            return SourceFile(str(path), facts.st_size, is_top)
        if not stat.S_ISDIR(facts.st_mode):
            return Skipped(
                place, SkipReason.NOT_READABLE_KIND, "Neither a file nor a folder: a device, a pipe or a socket."
            )
        if (facts.st_dev, facts.st_ino) in visited:
            return Skipped(place, SkipReason.NOT_A_PAGE, "A link to a folder that is read already.")
        visited.add((facts.st_dev, facts.st_ino))
        return sorted(path.iterdir())
    except OSError as error:
        return _broken_link(path, place) or fault_of_os_error(error).at(place)
    except ValueError:  # a zero byte in a name given by a program
        return Fault(SkipReason.MISSING_FILE, "No file can have such a name.").at(place)


def _broken_link(path: Path, place: Place) -> Skipped | None:
    if path.is_symlink():
        return Skipped(place, SkipReason.MISSING_FILE, "A link to a file that is not there. Remove or mend the link.")
    return None
