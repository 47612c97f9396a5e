"""Files beside the database that outlast a power cut: the disk has their bytes before their names, and the names before what relies on them."""

import os
from pathlib import Path
from typing import IO


def replace_file(path: Path, data: bytes) -> None:
    """Put the bytes in the file's place, whole or not at all. Raises OSError."""
    new = path.with_name(f"{path.name}.new")
    with new.open("wb") as file:
        file.write(data)
        sync_file(file)
    new.replace(path)
    sync_folder(path.parent)


def sync_file(file: IO[bytes]) -> None:
    """Wait until the disk has what was written. Its name may still be lost where the file is new: see `sync_folder`."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names of a folder as they are now (fsync(2): a file's own fsync does not promise its name)."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
