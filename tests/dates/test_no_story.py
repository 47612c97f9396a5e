"""A page that is no story was not published as one, whatever days stand on it."""

import pytest

from backfile.model.reason_codes import ClueCode
from backfile.reading import read

DAY = "https://courier.example/2018/05/03/x"
EVENT = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Fair","startDate":"2018-10-13T19:00"}</script>'
WEB_PAGE = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","url":"https://courier.example/","datePublished":"2016-04-02T10:00:00Z"}</script>'
LINKS = "".join(
    f'<div><h3><a href="/news/{n}">Mill at the creek is sold for a dollar to {name}</a></h3><p>{n} May 2018</p></div>'
    for n, name in enumerate(("Ann Roe", "Sam Poe", "Pat Loe", "Jo Moe", "Al Foe", "Di Noe", "Vi Hoe", "Cy Boe"), 1)
)
PAGES = {
    "an error page at an address with a day": (DAY, "<title>Page not found</title><h1>Page not found</h1><p>It may have been moved.</p>"),
    "an error page in German": (DAY, "<html lang=de><title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>03.05.2018</p><p>Die Seite gibt es nicht.</p>"),
    "an error page with metadata of its template": (
        DAY,
        '<title>404 Not Found</title><meta property="article:published_time" content="2018-05-03"><h1>404 Not Found</h1><p>Try the search.</p>',
    ),
    "an event": (DAY, f"<title>Fair - Events</title>{EVENT}<h1>Fair</h1><p>Saturday, October 13, 2018, 7 p.m.</p><p>Bring a coat.</p>"),
    "a front page with metadata of its own": ("https://courier.example/", f"<title>Courier</title>{WEB_PAGE}<h1>Courier</h1>{LINKS}"),
    "a front page with today's day": ("https://courier.example", f"<title>Courier</title><p>Thursday, May 3, 2018</p>{LINKS}"),
    "a day's list at its address": ("https://courier.example/2018/05/03/", f"<title>May 3, 2018 | Courier</title><h1>Archive</h1>{LINKS}"),
    "results of a search": ("https://courier.example/search?q=mill", f"<title>Search: mill</title><h1>8 results for mill</h1>{LINKS}"),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_no_story_has_no_publication(name):
    url, page = PAGES[name]
    story = read(page, url, analyse=False)
    assert story.kind in ("listing", "other")
    assert story.published is None


def test_the_clues_are_kept_with_the_reason():
    url, page = PAGES["an error page at an address with a day"]
    assert [clue.why_not for clue in read(page, url).evidence] == [ClueCode.NO_STORY.of()]


def test_what_a_list_claims_of_its_publication_stands():
    """It may be a story that was taken for a list."""
    page = f'<title>Ten mills</title><meta property="article:published_time" content="2018-05-03">{LINKS}'
    story = read(page, "https://courier.example/ten-mills", analyse=False)
    assert story.kind == "listing"
    assert story.published.value == "2018-05-03"
