"""No page takes long to read, whatever stands on it: what a damaged or a hostile page may hold, much of it."""

import time

import pytest

import backfile

PLAIN = "<p>The council said on Thursday that it would vote on the plan before the summer.</p>" * 5
LIMIT = 2.0
"""Seconds of a processor. Each of these took ten or more when it was found; now all take less than half a second."""

PAGES = {
    "a line of names joined by and": "<p>" + "By Ann Roe and " * 20 + "</p>",
    "a signature of hyphens": f"<p>{'a-' * 40}! March 5, 2014</p>",
    "a link of capitals": f"<p><a href='/'>{'A' * 50_000}</a></p>",
    "capitals without a space": "<p>" + "A" * 50_000 + "</p>",
    "one word of saying": "<p>" + "said " * 20_000 + "</p>",
    "one paragraph of short quotations": "<p>" + "&ldquo;Yes,&rdquo; he said. " * 5_000 + "</p>",
    "numbers in words without an end": "<p>" + "one hundred " * 8_000 + "</p>",
    "half a number": "<p>" + "twenty-" * 12_000 + "</p>",
    "a title of marks": f"<title>{' | a' * 5_000}</title>",
    "a title that runs into the page": "<title>" + "A: word - other, thing. " * 10_000,
    "an author of dashes": f'<meta name="author" content="{"—" * 50_000}">',
    "an author of addresses": f'<meta name="author" content="{"a@b." * 12_000}">',
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hard_page_is_read_in_time(name: str) -> None:
    page = f"<article><h1>Council to vote</h1>{PLAIN}{PAGES[name]}{PLAIN}</article>"
    if PAGES[name].startswith(("<title", "<meta")):
        page = f"{PAGES[name]}<article><h1>Council to vote</h1>{PLAIN}</article>"
    backfile.read("<p>warm")
    begun = time.process_time()
    backfile.read(page, url="https://ledger.example/2014/03/05/plan.html")
    assert time.process_time() - begun < LIMIT
