"""Pairs of captures made from a page: each is told for what was changed (200 of real pages: bench/version_pairs.py)."""

import pytest
from bench.version_pairs import CHANGES, Pair, told

from backfile.reading import read

URL = "https://courier.example/2017/02/23/bridge"
PAGE = """<!doctype html><html lang="en"><head><title>Mill Road bridge to close in May | The Courier</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mill Road bridge to close in May",
"datePublished": "2017-02-23T16:47:00-05:00", "dateModified": "2017-02-23T18:10:00-05:00"}</script></head><body>
<nav><ul><li><a href="/news">News from the county</a></li><li><a href="/sport">Sport and games</a></li></ul></nav>
<article><h1>Mill Road bridge to close in May</h1><p class="byline">By Jo Ash</p>
<p>The bridge over the mill race will close in May for at least a year, the council decided on Tuesday night after two hours.</p>
<p>Eleven of its beams are cracked and the county has not found the money to mend more than four of them, said the engineer.</p>
<p>“It is not safe, and it has not been safe for years,” said Mayor Ann Leigh, who asked drivers to take the old quarry road instead.</p>
<p>Buses will turn round at the church, and the school will open a quarter of an hour later until the bridge is whole again.</p>
</article><aside class="related"><h3>Most read</h3><ul><li><a href="/a">Ferry fares to rise again</a></li></ul></aside>
<footer><p>All rights reserved by the Courier of the county.</p></footer></body></html>"""


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_told_for_what_it_is(change: str) -> None:
    due, work = CHANGES[change]
    after = work(PAGE, read(PAGE, url=URL))
    assert after is not None
    assert after != PAGE
    assert told(Pair(change, due, PAGE.encode(), after.encode(), URL))[0] == due


def test_a_page_without_its_headline_in_print_makes_no_pair() -> None:
    story = read(PAGE, url=URL)
    assert CHANGES["headline"][1](PAGE.replace("Mill Road", "Quay"), story) is None
