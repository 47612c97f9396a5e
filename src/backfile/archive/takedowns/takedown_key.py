"""The takedown key: a secret file of the archive, without which the digests of redacted words say nothing and find nothing."""

import os
import secrets
from pathlib import Path

from backfile.archive.store.durable_files import sync_file, sync_folder
from backfile.archive.store.failures import disk_failure
from backfile.errors import ArchiveError

KEY = "takedown.key"
_BYTES = 32


def read_key(folder: Path) -> bytes:
    """The archive's key. Raises ArchiveError where it is not there: what was redacted could come back."""
    try:
        return bytes.fromhex((folder / KEY).read_text("ascii").strip())
    except FileNotFoundError as error:
        why = f"{KEY} is missing, by which words that were redacted are known again: put it back from a copy of the archive"
        raise ArchiveError(why, str(folder)) from error
    except (OSError, ValueError) as error:
        raise ArchiveError(f"it cannot be read ({error}): put it back from a copy", str(folder / KEY)) from error


def made_key(folder: Path) -> bytes:
    """The archive's key, made where there is none."""
    path = folder / KEY
    if not path.exists():
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_hex(_BYTES).encode() + b"\n")
                sync_file(file)
            sync_folder(folder)
        except OSError as error:
            raise disk_failure(error, folder) from error
    return read_key(folder)
