"""Store, versions, copies, search: `Archive` reads one, `backfile.ingest` adds to it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backfile.archive.reader import Archive

__all__ = ["Archive"]


def __getattr__(name: str) -> Any:
    """`Archive`, loaded when first used: a part of this package needs no more of it than it imports (PEP 562)."""
    if name != "Archive":
        raise AttributeError(f"module 'backfile.archive' has no attribute {name!r}")
    from backfile.archive.reader import Archive

    return Archive
