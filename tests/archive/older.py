"""Records and archives as earlier Backfiles left them."""

import tarfile
from pathlib import Path
from typing import Any

from backfile.model.plain_values import GROUNDS

_ADDED = {*GROUNDS.values(), "clock_basis", "clock_raw"}
ARCHIVES = Path(__file__).parent / "older_archives"
"""Archives of formats 1 to 7, of the sample pages: made by scripts/older_archives.sh, each by the last commit that wrote it."""
FORMATS = (1, 2, 3, 4, 5, 6, 7)


def without_codes(record: Any) -> Any:
    """The record without what later Backfiles put beside its sentences and stamps."""
    if isinstance(record, list):
        return [without_codes(item) for item in record]
    if not isinstance(record, dict):
        return record
    return {name: without_codes(item) for name, item in record.items() if name not in _ADDED}


def unpacked(number: int, place: Path) -> Path:
    """An archive of that format, in a folder of its own."""
    with tarfile.open(ARCHIVES / f"{number}.tar.gz") as packed:
        packed.extractall(place, filter="data")
    return place / str(number)
