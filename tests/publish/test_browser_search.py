"""Search and ages of a published site in a real browser, from a plain file server."""

import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.site.chromium import CHROMIUM, Chromium

from backfile import Archive
from backfile.publish.publishing import Published

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture(scope="module")
def address(published: tuple[Path, Published]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(published[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as opened:
        yield opened


def _says(browser: Chromium, script: str, until: str) -> str:
    for _ in range(200):
        said = str(browser.call("Runtime.evaluate", expression=script)["result"].get("value"))
        if until in said:
            return said
        time.sleep(0.05)
    raise AssertionError(said)


FOUND = "document.getElementById('count').textContent + '|' + document.getElementById('found').innerText"


def test_a_search_finds_stories_with_their_days(browser: Chromium, address: str, sample: Archive) -> None:
    browser.open(f"{address}/search/?q=ferry")
    said = _says(browser, FOUND, "Ferry fares")
    assert said.startswith(f"{sample.search('ferry').total} stor")
    assert "6 March 2001" in said
    browser.open(f"{address}/search/?undated=yes")
    said = _says(browser, FOUND, "|Undated")
    assert said.startswith(f"{sample.search('', undated=True).total} stor")
    browser.open(f"{address}/search/?q=ferry&from=2013&to=2014")
    assert _says(browser, FOUND, "0 stories found")
    failed = [event for event in browser.events if event.get("method") in ("Network.loadingFailed", "Log.entryAdded")]
    assert failed == []


def test_an_age_stands_beside_each_date(browser: Chromium, address: str, sample: Archive) -> None:
    story = next(story for story in sample.stories(where="headline:fares"))
    browser.open(f"{address}/story/{story.id}/")
    assert "years ago" in _says(browser, "document.querySelector('#when').innerText", "years ago")
    browser.open(f"{address}/year/2001/")
    assert "years ago" in _says(browser, "document.querySelector('.entry-age').innerText", "years ago")
