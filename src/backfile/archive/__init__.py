"""Store, versions, copies, search: `Archive` reads one, `backfile.ingest` adds to it."""

from backfile.archive.reader import Archive

__all__ = ["Archive"]
