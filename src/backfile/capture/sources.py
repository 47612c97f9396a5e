"""Saved files in, captures out: the front of this package. Bad input is reported, never raised."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from backfile.capture.faults import Fault, fault_of_os_error
from backfile.capture.files import SourceFile, walk
from backfile.capture.open_place import Opener
from backfile.capture.read_file import Reading, read_file, read_waiting
from backfile.capture.saved_from import Origin, given_origin
from backfile.model.capture import Capture, Place, Skipped

Found = Iterator[Capture | Skipped]


def read_captures(
    source: str | os.PathLike[str],
    *,
    url: str | None = None,
    captured_at: datetime | str | None = None,
    standard_input: BinaryIO | None = None,
) -> Found:
    """The captures of a file, of a folder's tree in the order of names, or of standard input ("-").

    What cannot be read is given as a Skipped, and reading goes on with the rest. `url` and `captured_at` hold for what
    does not say itself where and when it was saved. Revisits whose originals stand after them come last.
    Raises ValueError for a `captured_at` that is no instant with a zone.
    """
    return _under(given_origin(url, captured_at), _read_source(source, standard_input))


def _under(given: Origin, found: Found) -> Found:
    """What was given by the user, where the source says nothing."""
    for item in found:
        if isinstance(item, Capture) and ((not item.url and given.url) or (not item.captured_at and given.captured_at)):
            item = replace(item, url=item.url or given.url, captured_at=item.captured_at or given.captured_at)
        yield item


def _read_source(source: str | os.PathLike[str], standard_input: BinaryIO | None) -> Found:
    with ExitStack() as stack:
        copy: Path | None = None
        if os.fspath(source) == "-":
            copied = _copy_of(standard_input or sys.stdin.buffer, stack)
            if isinstance(copied, Skipped):
                yield copied
                return
            copy = copied
        reading = Reading(Opener(copy))
        for file in walk(source):
            if isinstance(file, Skipped):
                yield file
            else:
                yield from _read(file, reading)
        yield from read_waiting(reading)


def _read(file: SourceFile, reading: Reading) -> Found:
    place = Place(file.path)
    try:
        with reading.opener.open(file.path) as raw:
            yield from read_file(raw, place, reading, is_named=file.is_named)
    except OSError as error:
        yield fault_of_os_error(error).at(place)
    except Fault as fault:
        yield fault.at(place)


def _copy_of(stream: BinaryIO, stack: ExitStack) -> Path | Skipped:
    """Standard input in a file that can be sought in, gone when reading ends."""
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="backfile-"))
    path = Path(folder, "stdin")
    try:
        with path.open("wb") as copy:
            shutil.copyfileobj(stream, copy, 1024 * 1024)
    except OSError as error:
        return fault_of_os_error(error).at(Place("-"))
    return path
