"""Pages on which nothing says when are given no date: a wrong one is worse than none (DESIGN.md)."""

from datetime import UTC, datetime

import pytest

from backfile.reading import read
from tests.dates.undated_pages import LAYOUTS, undated_pages

SAVED = datetime(2018, 5, 4, 12, tzinfo=UTC)
PAGES = dict(undated_pages())
ADDRESS = "https://www.winsomeledger.example/news/ferry-stopped"


@pytest.mark.parametrize("captured_at", [None, SAVED], ids=["time of capture unknown", "time of capture known"])
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_page_on_which_nothing_says_when_is_given_no_date(layout, captured_at):
    pages = {name: page for name, page in PAGES.items() if f" {layout}: " in name}
    assert len(pages) > 40
    stories = {name: read(page, ADDRESS, captured_at, analyse=False) for name, page in pages.items()}
    assert {name: story.published.raw for name, story in stories.items() if story.published} == {}
    assert all(story.body for story in stories.values())


def test_the_same_pages_with_a_stamp_under_the_headline_are_given_that():
    """What keeps the decoys out lets the stamp in."""
    missed = []
    for name, page in PAGES.items():
        stamped = page.replace("</h1>", "</h1><p>14 February 2017</p>")
        stamped = stamped.replace("</b></font><br>", "</b></font><br>14 February 2017<br>")
        stamp = read(stamped, ADDRESS, SAVED, analyse=False).published
        if stamp is None or stamp.value[:10] != "2017-02-14":
            missed.append((name, stamp and stamp.value))
    assert missed == []
