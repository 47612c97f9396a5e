"""What `backfile.__all__` lists is what docs/python.md says is public."""

import re
from pathlib import Path

import backfile
from backfile import errors
from backfile.model import capture, entry, quotation, story

ROOT = Path(__file__).parents[2]


def test_the_docs_and_the_package_agree() -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    headed = re.findall(r"^### `([A-Za-z_]+)", page, flags=re.MULTILINE)
    rows = re.findall(r"^\| (`[A-Z]\w+`(?:, `[A-Z]\w+`)*) \|", page, flags=re.MULTILINE)
    assert sorted([*headed, *re.findall(r"\w+", " ".join(rows))]) == sorted(backfile.__all__)


def test_whatever_the_public_functions_give_and_raise_is_public() -> None:
    """Every record of the model that a Story or an archive is made of, and every error."""
    modules = (errors, entry, quotation, story, capture)
    made = {name for module in modules for name, kind in vars(module).items() if _is_ours(kind, module)}
    assert made - set(backfile.__all__) == set()


def _is_ours(kind: object, module: object) -> bool:
    return isinstance(kind, type) and kind.__module__ == module.__name__ and not kind.__name__.startswith("_")


def test_each_name_is_there_and_says_what_it_is() -> None:
    for name in backfile.__all__:
        assert getattr(backfile, name).__doc__, name


def test_the_readme_uses_only_what_is_public() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"\bbackfile\.([a-z_]+)\(", readme)) <= set(backfile.__all__)
