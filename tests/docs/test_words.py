"""docs/words.md has a line for each furniture kind, and no line for a kind that is not there."""

import re
from pathlib import Path

from backfile.model.capture import SkipReason
from backfile.model.label import BodyKind, FieldKind, FurnitureKind
from backfile.model.reason_codes import DoubtCode

ROOT = Path(__file__).parents[2]
WORDS = (ROOT / "docs" / "words.md").read_text("utf-8")


def test_each_furniture_kind_has_its_line() -> None:
    section = WORDS.split("\n## Furniture\n")[1].split("\n## ")[0]
    told = re.findall(r"^\| `([a-z-]+)` \| \S", section, flags=re.MULTILINE)
    assert sorted(told) == sorted(kind.value for kind in FurnitureKind)


def test_each_label_of_body_and_field_has_its_line() -> None:
    section = WORDS.split("\n## What a block becomes\n")[1].split("\n## ")[0]
    told = re.findall(r"^\| `([a-z-]+)` \| \S", section, flags=re.MULTILINE)
    assert sorted(told) == sorted(kind.value for kind in (*BodyKind, *FieldKind))


def test_each_doubt_has_its_line() -> None:
    section = WORDS.split("\n## Doubts\n")[1].split("\n## ")[0]
    told = re.findall(r"^\| `([a-z-]+)` \| [a-z]+(?:, [a-z]+)? \| \S", section, flags=re.MULTILINE)
    assert sorted(told) == sorted(DoubtCode)


def test_no_word_is_told_twice() -> None:
    words = re.findall(r"^\| ([^|`]+) \|", WORDS, flags=re.MULTILINE)
    told = [word for word in words if word not in ("word", "kind", "---")]
    assert sorted(set(told)) == sorted(told)


def test_each_reason_to_skip_is_in_the_docs() -> None:
    pages = "\n".join(page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert [reason.value for reason in SkipReason if f"`{reason.value}`" not in pages] == []
