"""The site's pages of what changed: lists, one change word by word, two stories side by side."""

import pytest
from tests.site.client import Client, read, words
from tests.site.fake import CHANGES, COPY, COPY_UNDATED, FERRY, FakeArchive


@pytest.fixture
def site():
    return Client(FakeArchive([FERRY, COPY, COPY_UNDATED]))


def test_a_change_word_by_word(site):
    page = read(site, f"/change/{FERRY.id}/aaa111/bbb222")
    assert words(page, "h1") == ["What changed"]
    assert words(page, ".copies li")[1].startswith(f"23 February 2017 · 9 years ago · {FERRY.headline}")
    assert words(page, ".copies li")[1].endswith("(then, first seen 25 February 2017)")
    assert words(page, ".page-words strong") == ["Corrected, with a note."]
    assert words(page, ".grounds li") == ["Numbers: 7 no more; 11 new"]
    assert words(page, ".apparatus h2") == ["Headline"]
    assert words(page, ".variant-words") == ["Ferry to cross cut: on Monday put in: again"]


def test_the_storys_page_leads_to_what_changed(site):
    page = read(site, f"/story/{FERRY.id}")
    change = f"/change/{FERRY.id}/aaa111/bbb222"
    assert words(page, f'.versions a[href="{change}"]') == ["What changed"]
    assert [a.attributes["href"] for a in page.css('.copies a[href^="/beside/"]')] == [
        f"/beside/{FERRY.id}/copy2017",
        f"/beside/{FERRY.id}/copyundated",
    ]


def test_two_stories_side_by_side(site):
    page = read(site, f"/beside/{FERRY.id}/copyundated")
    assert words(page, ".copy-date") == ["23 February 2017", "Undated"]
    assert words(page, "del")[1].startswith("cut: ")
    assert words(page, "ins")[1:] == [f"put in: {COPY_UNDATED.body}"]


def test_the_list_of_changes(site):
    page = read(site, "/changes")
    assert words(page, ".copies li") == [
        (
            f"23 February 2017 · 9 years ago · {FERRY.headline}, {CHANGES[0].outlet}: corrected, with a note; first seen 25 February 2017;"
            " 2 of its names, numbers, days and quotations."
        )
    ]
    assert words(read(site, "/changes?kind=silent"), ".nothing") == ["Nothing stands on this page."]
    assert words(read(site, "/changes?kind=nonsense&page=x"), ".copies li")


@pytest.mark.parametrize("path", ["/change/nobody/a/b", f"/change/{FERRY.id}/a/b", f"/beside/{FERRY.id}/nobody"])
def test_what_is_not_there(site, path):
    assert site.get(path).status_code == 404
