"""Temporary folders that somebody else than root may look into."""

import tempfile
from pathlib import Path


def open_to_all(folder: Path) -> None:
    """Let everybody go through the folders that pytest made above this one, which are its user's alone."""
    top = Path(tempfile.gettempdir()).resolve()
    for above in folder.resolve().parents:
        if above.is_relative_to(top) and above != top:
            above.chmod(0o755)
