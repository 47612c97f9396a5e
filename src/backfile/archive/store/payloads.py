"""Payloads taken into the archive with `--copy`: a file each, zstd, named by the digest of what is in it."""

from pathlib import Path

import zstandard

from backfile.archive.store.durable_files import replace_file
from backfile.archive.store.failures import disk_failure
from backfile.errors import ArchiveDamaged, ArchiveError

FOLDER = "payloads"
_LARGEST = 2**31


def payload_path(folder: Path, digest: str) -> Path:
    """Where the payload of a digest ("sha256:...") lies, whether it is there or not."""
    name = digest.removeprefix("sha256:")
    return folder / FOLDER / name[:2] / f"{name}.zst"


def keep_payload(folder: Path, digest: str, payload: bytes) -> None:
    """Take the payload in, whole or not at all. Nothing is done where it is in already."""
    path = payload_path(folder, digest)
    if path.exists():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, zstandard.compress(payload, 3))
    except OSError as error:
        raise disk_failure(error, folder) from error


def load_payload(folder: Path, digest: str) -> bytes | None:
    """The payload, or None if it was not taken in. Raises ArchiveDamaged."""
    path = payload_path(folder, digest)
    try:
        return zstandard.ZstdDecompressor().decompress(path.read_bytes(), max_output_size=_LARGEST)
    except FileNotFoundError:
        return None
    except zstandard.ZstdError as error:
        raise ArchiveDamaged(f"a payload cannot be decompressed ({error})", str(path)) from error
    except OSError as error:
        raise ArchiveError(f"a payload cannot be read: {error.strerror}", str(path)) from error
