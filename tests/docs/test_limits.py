"""docs/limits.md is what backfile.limits prints, and the limits are kept."""

from pathlib import Path

import pytest

import backfile
from backfile.limits import LARGEST_PAYLOAD, MOST_ATTRIBUTES, page
from backfile.page.endless_tags import without_endless_tags

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"


def test_the_page_is_what_the_module_prints() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_read_takes_no_page_over_the_limit() -> None:
    with pytest.raises(ValueError, match="64 MB at most"):
        backfile.read(b"<p>" + b"a" * LARGEST_PAYLOAD)


def test_a_tag_of_endless_attributes_is_cut_and_nothing_else() -> None:
    attributes = b"".join(b' a%d="x > y"' % n for n in range(10_000))
    markup = (
        b'<p title="">before</p>' * 900
        + b"<div class=story"
        + attributes.replace(b">", b"-")
        + b"><p>after</p></div>" * 9
    )
    cut = without_endless_tags(markup)
    assert cut.count(b"=") == 900 + MOST_ATTRIBUTES
    assert cut.startswith(b'<p title="">before</p>' * 900 + b'<div class=story a0="x - y"')
    assert cut.endswith(b"><p>after</p></div>" * 9)
    prose = (
        b"<p>The ferry crossed the river on Monday with nine of the mill's horses on board, as it did before.</p>" * 4
    )
    assert "nine of the mill" in backfile.read(b"<h1>Ferry</h1><div" + attributes + b">" + prose).body


@pytest.mark.parametrize(
    "inside", [b"a" * 200_000, b"<p>" * 90_000, b"<p " + b"a" * 200_000 + b">", b'<p data="' + b"<x " * 60_000 + b'">']
)
def test_other_pages_stay_as_they_are(inside: bytes) -> None:
    markup = b"<html><body>" + inside + b"</body></html>"
    assert without_endless_tags(markup) == markup
