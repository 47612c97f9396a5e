"""The examples of docs/python.md, of the pages on tools and API, and of the README are run, and what stands behind an arrow is what the line gives."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
_ASKING = ("docs/mcp.md", "docs/api.md")
"""Pages whose examples ask the archive of the sample, and write nothing."""
_ARROW = re.compile(r"^(\s*)([^#\n]*\S)  # → (.*)$", re.M)


@pytest.mark.parametrize("page", ["docs/python.md", "docs/mcp.md", "docs/api.md", "README.md"])
def test_every_example_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served_sample: Path) -> None:
    shutil.copy(ROOT / "samples" / "saved" / "pages" / "post" / "mill-roof.html", tmp_path / "page.html")
    shutil.copy(ROOT / "samples" / "saved" / "courier-2001.warc.gz", tmp_path / "crawl.warc.gz")
    if page in _ASKING:
        (tmp_path / "back").symlink_to(served_sample)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    told: list[tuple[str, str]] = []
    names: dict[str, Any] = {"told": told}
    blocks = _BLOCK.findall((ROOT / page).read_text("utf-8"))
    assert blocks
    expected = [arrow[2] for block in blocks for arrow in _ARROW.findall(block)]
    for block in blocks:
        exec(_ARROW.sub(r"\1told.append(repr(\2))", block), names)
    assert told == expected


@pytest.fixture(autouse=True)
def _quiet_afterwards() -> Any:
    """Handlers that an example adds are taken away."""
    import logging

    logger = logging.getLogger("backfile")
    before, level = list(logger.handlers), logger.level
    yield
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)
