"""What `backfile.__all__` lists is what docs/python.md says is public."""

import re
from pathlib import Path

import backfile

ROOT = Path(__file__).parents[2]


def test_the_docs_and_the_package_agree() -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert sorted(re.findall(r"^### `([A-Za-z_]+)", page, flags=re.MULTILINE)) == sorted(backfile.__all__)


def test_each_name_is_there_and_says_what_it_is() -> None:
    for name in backfile.__all__:
        assert getattr(backfile, name).__doc__, name


def test_the_readme_uses_only_what_is_public() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"\bbackfile\.([a-z_]+)\(", readme)) <= set(backfile.__all__)
