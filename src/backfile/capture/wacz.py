"""WACZ (Webrecorder, WACZ 1.1.1): a zip whose datapackage.json lists the WARCs, the pages and their digests."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

from backfile.capture.faults import Fault, fault_of_os_error
from backfile.capture.instants import instant_of
from backfile.capture.open_place import MEMBER_ERRORS, open_zip
from backfile.limits import LARGEST_LINE, LARGEST_LIST
from backfile.model.capture import Place, Skipped, SkipReason

_PAGE_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_DESCRIPTION = "datapackage.json"


class ListedPage(NamedTuple):
    """A line of a WACZ's list of pages."""

    url: str
    captured_at: datetime | None
    title: str | None


def is_wacz(archive: zipfile.ZipFile) -> bool:
    """True for a zip with a WACZ's description and folder of WARCs."""
    names = archive.namelist()
    return _DESCRIPTION in names and any(name.startswith("archive/") for name in names)


def listed_pages(archive: zipfile.ZipFile) -> Iterator[ListedPage]:
    """The pages that the maker of the WACZ listed. Lines that cannot be read are left out: the WARCs are the record."""
    for name in _PAGE_LISTS:
        if name not in archive.namelist():
            continue
        try:
            with archive.open(name) as lines:
                yield from _listed(lines)
        except MEMBER_ERRORS:
            continue


def _listed(lines: IO[bytes]) -> Iterator[ListedPage]:
    while line := lines.readline(LARGEST_LINE):
        record = _json_object(line)
        url, title, time = record.get("url"), record.get("title"), record.get("ts")
        if isinstance(url, str):
            moment = instant_of(time) if isinstance(time, str) else None
            yield ListedPage(url, moment, title if isinstance(title, str) and title else None)


def _json_object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def missing_members(archive: zipfile.ZipFile, place: Place) -> Iterator[Skipped]:
    """A fault for each file that the description lists and the zip lacks."""
    names = set(archive.namelist())
    for name, _ in _resources(archive):
        if name not in names:
            message = "The WACZ's description lists this file, and it is not there. Fetch the WACZ again if you can."
            yield Skipped(place._replace(member=name), SkipReason.MISSING_FILE, message)


def _resources(archive: zipfile.ZipFile) -> list[tuple[str, str | None]]:
    """Names and digests ("sha256:...") that the description gives."""
    try:
        if archive.getinfo(_DESCRIPTION).file_size > LARGEST_LIST:
            return []
        record = _json_object(archive.read(_DESCRIPTION))
    except (KeyError, *MEMBER_ERRORS):
        return []
    resources = record.get("resources")
    found = [item for item in resources if isinstance(item, dict)] if isinstance(resources, list) else []
    return [
        (item["path"], item.get("hash") if isinstance(item.get("hash"), str) else None)
        for item in found
        if isinstance(item.get("path"), str)
    ]


def check_wacz(path: str | os.PathLike[str]) -> Iterator[Skipped]:
    """A fault for each file of a WACZ whose bytes are not those of the digest in its description. Reads all of it."""
    place = Place(os.path.abspath(path))  # noqa: PTH100 - a link keeps its name
    try:
        with Path(path).open("rb") as raw, open_zip(raw) as archive:
            yield from missing_members(archive, place)
            names = set(archive.namelist())
            for name, digest in _resources(archive):
                fault = _digest_fault(archive, name, digest) if digest and name in names else None
                if fault:
                    yield fault.at(place._replace(member=name))
    except OSError as error:
        yield fault_of_os_error(error).at(place)
    except Fault as fault:
        yield fault.at(place)


def _digest_fault(archive: zipfile.ZipFile, name: str, digest: str) -> Fault | None:
    kind, _, stated = digest.partition(":")
    if kind not in ("sha256", "md5"):
        return None
    digester = hashlib.new(kind, usedforsecurity=False)
    try:
        with archive.open(name) as member:
            while piece := member.read(1024 * 1024):
                digester.update(piece)
    except MEMBER_ERRORS as error:
        return Fault(SkipReason.DAMAGED, f"This file in the WACZ cannot be read ({error}).")
    if digester.hexdigest() == stated.lower():
        return None
    return Fault(SkipReason.DAMAGED, "Its bytes are not those that the WACZ's description gives the digest of.")
