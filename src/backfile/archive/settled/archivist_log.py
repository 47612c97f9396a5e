"""The archivists' log: what they said, kept a second time in a file beside the database, a line of JSON each (docs/cli.md).

A line is written and on the disk before the database has it. `check` lays the two side by side, `repair` brings them together.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import orjson

from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.rulings import Ruling, all_rulings
from backfile.archive.settled.settling_log import all_settlings
from backfile.archive.store.durable_files import replace_file, sync_file, sync_folder
from backfile.archive.store.failures import disk_failure

LOG = "archivists.jsonl"
SCHEMA = "backfile/archivist/1"


class Logged(NamedTuple):
    """What an archivist said of a story's day."""

    story: str
    said: Settling


Line: TypeAlias = Logged | Ruling


def all_said(db: sqlite3.Connection) -> list[Line]:
    """All that archivists said, as the database has it."""
    return [*(Logged(*one) for one in all_settlings(db)), *all_rulings(db)]


def read_log(folder: Path) -> list[Line]:
    """All that was said, in the order of the log. Lines that are damaged are passed over."""
    try:
        lines = (folder / LOG).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise disk_failure(error, folder) from error
    return [line for stored in lines if (line := _parsed(stored))]


def _parsed(stored: bytes) -> Line | None:
    try:
        line = orjson.loads(stored)
        if line["schema"] != SCHEMA:
            return None
        return Logged(line["story"], Settling(**line["said"])) if "story" in line else Ruling(**line["said"])
    except (ValueError, LookupError, TypeError):
        return None


def append_log(folder: Path, lines: Iterable[Line]) -> None:
    """Add to the log, and wait until the disk has it. Raises ArchiveFull."""
    text = b"".join(orjson.dumps(_printed(line)) + b"\n" for line in lines)
    if not text:
        return
    try:
        with (folder / LOG).open("ab") as file:
            is_new = not file.tell()
            file.write(text)
            sync_file(file)
        if is_new:
            sync_folder(folder)
    except OSError as error:
        raise disk_failure(error, folder) from error


def rewrite_log(folder: Path, lines: Iterable[Line]) -> None:
    """Put these lines in the place of the log, whole or not at all. Raises ArchiveFull."""
    try:
        replace_file(folder / LOG, b"".join(orjson.dumps(_printed(line)) + b"\n" for line in lines))
    except OSError as error:
        raise disk_failure(error, folder) from error


def _printed(line: Line) -> dict[str, Any]:
    if isinstance(line, Ruling):
        return {"schema": SCHEMA, "said": line._asdict()}
    return {"schema": SCHEMA, "story": line.story, "said": line.said._asdict()}


def missing_from(said: Sequence[Line], other: Sequence[Line]) -> list[Line]:
    """What was said in the one and is not in the other."""
    left = Counter(other)
    found: list[Line] = []
    for line in said:
        if left[line]:
            left[line] -= 1
        else:
            found.append(line)
    return found
