"""The files that a job is to read: named, found in folders and buckets, or listed in a crawl's lists of paths (`warc.paths.gz`)."""

import gzip
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import NamedTuple

from backfile.capture.faults import fault_of_os_error
from backfile.capture.files import SourceFile, walk
from backfile.cluster.remote_files import RemoteOpener, file_system, is_remote
from backfile.limits import LARGEST_LIST
from backfile.model.capture import Place, Skipped, SkipReason

_PATH_LIST = re.compile(r"(?:^|[/.])paths(?:\.txt)?(?:\.gz)?$")
"""Matches "warc.paths.gz", "2017-02.paths"; not "paths.html"."""
_FILE_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{6})?(?!\d)")
"""Matches the day of "CC-NEWS-20170223010101-00001.warc.gz"; not "00001"."""
_ASKED_AT_ONCE = 16
"""Files of a list that a server is asked the size of at a time."""


class Input(NamedTuple):
    """A file to read."""

    address: str
    """Its path on this machine, absolute, or its fsspec address."""
    size: int
    changed: str
    """What the file system says of its content: S3's ETag, a time of change."""
    is_named: bool
    """True where the user named this file itself."""


class Choice(NamedTuple):
    """Which of the files that are found in folders and lists are wanted."""

    prefix: str | None = None
    """What stands before the paths of a list."""
    since: date | None = None
    until: date | None = None


class Listing(NamedTuple):
    """What was found."""

    inputs: list[Input]
    """Each once, in the order given."""
    refused: list[Skipped]
    """What cannot be read."""
    left_out: int
    """Files of other days."""


def list_inputs(sources: Sequence[str], choice: Choice) -> Listing:
    """The files of the sources given. Raises SourceUnreadable, ExtraMissing."""
    inputs: dict[str, Input] = {}
    refused: list[Skipped] = []
    left_out = 0
    for source in sources:
        for found in _found(source, choice):
            if isinstance(found, Skipped):
                if found.reason.is_fault:
                    refused.append(found)
            elif not found.is_named and not _is_wanted(found.address, choice):
                left_out += 1
            else:
                inputs.setdefault(found.address, found)
    return Listing(list(inputs.values()), refused, left_out)


def _found(source: str, choice: Choice) -> Iterator[Input | Skipped]:
    if _PATH_LIST.search(source):
        yield from _listed(source, choice)
    elif is_remote(source):
        yield from _remote(source)
    else:
        for found in walk(source):
            yield _local(found) if isinstance(found, SourceFile) else found


def _local(file: SourceFile) -> Input:
    return Input(file.path, file.size, _changed(file.path), file.is_named)


def _changed(path: str) -> str:
    system, inner = file_system(path)
    return _sign(system.info(inner))


def _sign(facts: dict[str, object]) -> str:
    """What changes with a file's content: the first of these that a file system gives."""
    names = ("ETag", "etag", "checksum", "mtime", "LastModified", "last_modified", "created")
    found = next((facts[name] for name in names if facts.get(name)), "")
    return str(found.timestamp() if isinstance(found, datetime) else found).strip('"')


def _remote(source: str) -> Iterator[Input | Skipped]:
    system, inner = file_system(source)
    try:
        facts = system.info(inner)
        if facts["type"] != "directory":
            yield Input(system.unstrip_protocol(inner), int(facts["size"] or 0), _sign(facts), is_named=True)
            return
        for path, one in sorted(system.find(inner, detail=True).items()):
            if not path.rpartition("/")[2].startswith("."):
                yield Input(system.unstrip_protocol(path), int(one["size"] or 0), _sign(one), is_named=False)
    except OSError as error:
        yield fault_of_os_error(error).at(Place(source))


def _listed(source: str, choice: Choice) -> Iterator[Input | Skipped]:
    """The files that a list names, each asked for its size."""
    try:
        with RemoteOpener().open_file(source) as file:
            data = file.read(LARGEST_LIST)
        lines = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8", "replace").split()
    except (OSError, EOFError) as error:
        yield Skipped(Place(source), SkipReason.UNREADABLE, f"The list cannot be read ({error}).")
        return
    addresses = [_address(line, choice) for line in lines]
    yield from (Input(one, 0, "", is_named=False) for one in addresses if not _is_wanted(one, choice))
    with ThreadPoolExecutor(_ASKED_AT_ONCE) as pool:
        yield from pool.map(_asked, [one for one in addresses if _is_wanted(one, choice)])


def _address(line: str, choice: Choice) -> str:
    if choice.prefix is None or is_remote(line):
        return line
    return f"{choice.prefix.rstrip('/')}/{line.lstrip('/')}"


def _asked(address: str) -> Input | Skipped:
    try:
        system, inner = file_system(address)
        facts = system.info(inner)
    except OSError as error:
        return fault_of_os_error(error).at(Place(address))
    return Input(
        system.unstrip_protocol(inner) if is_remote(address) else inner,
        int(facts["size"] or 0),
        _sign(facts),
        is_named=False,
    )


def _is_wanted(path: str, choice: Choice) -> bool:
    """Whether the day in a file's name is one of those wanted; a name without a day is wanted where all days are."""
    if choice.since is None and choice.until is None:
        return True
    found = _FILE_DAY.search(path.rpartition("/")[2])
    if not found:
        return False
    day = "-".join(found.groups())
    return (choice.since is None or day >= str(choice.since)) and (choice.until is None or day <= str(choice.until))
