"""Kept words: what the archive's own files beside the database say, without words that are left out and addresses of what was forgotten."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import orjson

from backfile.archive.settled.archivist_log import read_log, rewrite_log
from backfile.archive.store.add_report import FOLDER as REPORTS
from backfile.archive.store.durable_files import replace_file
from backfile.archive.store.failures import disk_failure
from backfile.archive.takedowns.redactions import Redactions
from backfile.archive.takedowns.redactor import Redactor


def clean_beside(folder: Path, redactions: Redactions, forgotten: Collection[str]) -> None:
    """Write the archivists' log and the reports anew where they have such words. Raises ArchiveFull."""
    lines = read_log(folder)
    if (cleaned := [redactions.line(line) for line in lines]) != lines:
        rewrite_log(folder, cleaned)
    for report in sorted((folder / REPORTS).glob("*.jsonl")):
        _clean_report(report, redactions.any, forgotten, folder)


def _clean_report(path: Path, redactor: Redactor, forgotten: Collection[str], folder: Path) -> None:
    before = path.read_bytes().splitlines()
    after = [_cleaned(line, redactor, forgotten) for line in before]
    if after == before:
        return
    try:
        replace_file(path, b"".join(line + b"\n" for line in after))
    except OSError as error:
        raise disk_failure(error, folder) from error


def _cleaned(stored: bytes, redactor: Redactor, forgotten: Collection[str]) -> bytes:
    try:
        line: dict[str, Any] = orjson.loads(stored)
    except ValueError:
        return stored
    made = {name: redactor.clean(value) if _is_said(name, value) else value for name, value in line.items()}
    if made.get("story") in forgotten:
        made["url"] = None
    return stored if made == line else orjson.dumps(made)


def _is_said(name: str, value: object) -> bool:
    """Whether a field is words of the web; a place is where the archive finds a capture again."""
    return isinstance(value, str) and name != "place"
