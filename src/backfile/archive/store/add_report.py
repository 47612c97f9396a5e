"""The report of an adding: reports/<n>.jsonl, a line a capture with what became of it (docs/cli.md)."""

from pathlib import Path
from types import TracebackType
from typing import Any

import orjson

from backfile.archive.store.failures import disk_failure
from backfile.model.capture import Place

FOLDER = "reports"


class Report:
    """Open from `with` to its end. The number is one more than the greatest there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        numbers = [int(path.stem) for path in (folder / FOLDER).glob("*.jsonl") if path.stem.isdigit()]
        self.path = folder / FOLDER / f"{max(numbers, default=0) + 1}.jsonl"

    def __enter__(self) -> "Report":
        try:
            self.path.parent.mkdir(exist_ok=True)
            self._file = self.path.open("wb")
        except OSError as error:
            raise disk_failure(error, self._folder) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        except OSError as failure:
            if error is None:
                raise disk_failure(failure, self._folder) from failure

    def line(self, place: Place, url: str | None, outcome: str, **more: Any) -> None:
        """One capture: `outcome` is story, version, capture, held or skipped."""
        record = {"place": str(place), "url": url, "outcome": outcome, **more}
        try:
            self._file.write(orjson.dumps(record) + b"\n")
        except OSError as error:
            raise disk_failure(error, self._folder) from error

    def flush(self) -> None:
        """Hand what was written to the system."""
        try:
            self._file.flush()
        except OSError as error:
            raise disk_failure(error, self._folder) from error
