"""Files by their fsspec addresses: on this machine's disk, in S3's buckets, or wherever else fsspec reaches.

A file is written whole or not at all. On a disk it is written under another name and renamed; in a bucket it appears when all of it
is there, so that it is made on the disk first and sent.
"""

import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from backfile.capture.open_place import Opener
from backfile.errors import ExtraMissing, OutputRefused, SourceUnreadable

WORK = "_work"
"""The folder of an output in which a job keeps what is not finished."""
_BLOCK = 8 * 1024 * 1024
"""Bytes that are fetched at once: reading goes forward, and a request to S3 takes as long as some 2 MB."""


def file_system(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises ExtraMissing and SourceUnreadable."""
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError as error:
        raise ExtraMissing("an address of files", "fsspec", "cluster") from error
    try:
        found: tuple[Any, str] = url_to_fs(address)
    except ImportError as error:
        if address.startswith(("s3://", "s3a://")):
            raise ExtraMissing("an address in S3", "s3fs", "s3") from error
        raise SourceUnreadable(f"nothing is installed that reads such an address ({error})", address) from error
    except ValueError as error:
        raise SourceUnreadable(f"no such address is known ({error})", address) from error
    return found


def is_remote(address: str) -> bool:
    """True of "s3://bucket/crawl.warc.gz", False of a path on this machine."""
    return "://" in address


class RemoteOpener(Opener):
    """Opens places wherever they lie."""

    def open_file(self, path: str) -> BinaryIO:
        """The file itself, seekable. Raises OSError."""
        if not is_remote(path):
            return super().open_file(path)
        system, inner = file_system(path)
        return cast(BinaryIO, system.open(inner, "rb", block_size=_BLOCK, cache_type="readahead"))


class OutFolder:
    """The folder that a corpus is written to."""

    def __init__(self, address: str) -> None:
        self._system, self._path = file_system(address.rstrip("/"))
        self._is_local = not is_remote(address)
        self.address = self._path if self._is_local else address.rstrip("/")

    @property
    def system(self) -> Any:
        """Its file system, fsspec's."""
        return self._system

    @property
    def path(self) -> str:
        """Its path in that file system."""
        return self._path.rstrip("/")

    @property
    def local_path(self) -> Path | None:
        """Where it lies on this machine; None elsewhere."""
        return Path(self._path) if self._is_local else None

    @contextmanager
    def new_file(self, name: str) -> Iterator[Path]:
        """Where to write a file meanwhile; it has its name when all of it is written. Raises OutputRefused."""
        folder = Path(self._path, WORK, "unfinished") if self._is_local else Path(tempfile.gettempdir())
        partial = folder / f"backfile-{uuid.uuid4().hex}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            yield partial
            self._keep(partial, name)
        except OSError as error:
            raise OutputRefused(f"it cannot be written: {error.strerror or error}", f"{self.address}/{name}") from error
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def _keep(self, partial: Path, name: str) -> None:
        if not self._is_local:
            self._system.put_file(str(partial), f"{self._path}/{name}")
            return
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        target = Path(self._path, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.replace(target)

    def write(self, name: str, data: bytes) -> None:
        """Write a small file whole. Raises OutputRefused."""
        with self.new_file(name) as partial:
            partial.write_bytes(data)

    def read(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none."""
        try:
            found: bytes = self._system.cat_file(f"{self._path}/{name}")
        except FileNotFoundError:
            return None
        return found

    def open(self, name: str) -> BinaryIO:
        """A file to be read, seekable. Raises OSError."""
        return cast(BinaryIO, self._system.open(f"{self._path}/{name}", "rb"))

    def names(self, folder: str) -> dict[str, int]:
        """The files below a folder, each with its size, by name from this one; none where there is no such folder."""
        top = f"{self.path}/"
        self._system.invalidate_cache()  # a bucket's listing is kept otherwise, and others write there
        try:
            found = self._system.find(top + folder, detail=True)
        except FileNotFoundError:
            return {}
        return {path.removeprefix(top): int(facts["size"]) for path, facts in sorted(found.items())}

    def remove(self, names: Iterable[str]) -> None:
        """Take files away; one that is not there is none."""
        for name in names:
            with suppress(FileNotFoundError):
                self._system.rm_file(f"{self._path}/{name}")

    def remove_work(self) -> None:
        """Take away what a job kept that is finished now."""
        self._system.invalidate_cache()
        if self._system.exists(f"{self._path}/{WORK}"):
            self._system.rm(f"{self._path}/{WORK}", recursive=True)
