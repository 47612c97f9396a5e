"""The reader's name: which Backfile read a page, so that an archive knows which of its records an older one made."""

import zlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

_PARTS = ("lexicon", "page", "label", "story", "dates", "quotes")
"""What decides how a page is read: their files, and `reading`."""


@lru_cache(maxsize=1)
def reader_name() -> str:
    """The version, and a sign of the code and the tables that read pages: it changes with every change in them."""
    here = Path(__file__).parent
    files = [here / "reading.py", *(path for part in _PARTS for path in sorted((here / part).rglob("*")))]
    sign = 0
    for path in files:
        if path.is_file() and path.suffix not in (".pyc", ".so"):
            sign = zlib.crc32(path.read_bytes(), sign)
    return f"{version('backfile')}+{sign:08x}"
