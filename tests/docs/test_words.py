"""docs/words.md has a line for each furniture kind, and no line for a kind that is not there."""

import re
from pathlib import Path

from backfile.model.label import FurnitureKind

from backfile.model.capture import SkipReason

ROOT = Path(__file__).parents[2]
WORDS = (ROOT / "docs" / "words.md").read_text("utf-8")


def test_each_furniture_kind_has_its_line() -> None:
    table = WORDS[WORDS.index("\n## Furniture") :]
    assert sorted(re.findall(r"^\| `([a-z-]+)` \| \S", table, flags=re.MULTILINE)) == sorted(
        k.value for k in FurnitureKind
    )


def test_no_word_is_told_twice() -> None:
    words = re.findall(r"^\| ([^|`]+) \|", WORDS, flags=re.MULTILINE)
    told = [word for word in words if word not in ("word", "kind", "---")]
    assert sorted(set(told)) == sorted(told)


def test_each_reason_to_skip_is_in_the_docs() -> None:
    pages = "\n".join(page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert [reason.value for reason in SkipReason if f"`{reason.value}`" not in pages] == []
