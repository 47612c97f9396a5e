"""docs/quotes.md names every certainty, act and kind that a quotation may have."""

from pathlib import Path

import pytest

from backfile.quotes.find_speakers import CERTAINTIES

DOCS = (Path(__file__).parents[2] / "docs" / "quotes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*CERTAINTIES, "direct", "mixed", "indirect", "speech", "belief", "intention"])
def test_the_docs_say_what_it_means(name):
    assert f"`{name}`" in DOCS
