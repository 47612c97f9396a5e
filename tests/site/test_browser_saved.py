"""Saved pages in a real browser: hostile ones stay inert, behind either of the two walls; good ones look as they did."""

import time

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from tests.site.chromium import CHROMIUM, Chromium
from tests.site.client import IN_2026
from tests.site.saved import FERRY, HOSTILE, HOSTILE_PAGE, archive_with_pictures
from tests.site.served import served

from backfile.archive import Archive
from backfile.site import make_app
from backfile.site.responses import saved_policy

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium")


@pytest.fixture(scope="module")
def browser():
    with Chromium() as one:
        yield one


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(archive_with_pictures(tmp_path_factory.mktemp("saved"))) as opened:
        yield opened


class Noted:
    """An application, and the paths that it was asked for."""

    def __init__(self, app):
        self._app = app
        self.paths = []

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            self.paths.append(scope["path"])
        await self._app(scope, receive, send)


@pytest.fixture(scope="module")
def noted(archive):
    return Noted(make_app(archive, now=lambda: IN_2026))


@pytest.fixture(scope="module")
def base(noted):
    with served(noted) as address:
        yield address


def raw(archive, url):
    story = archive.full_id(url)
    return f"/raw/{story}/{archive.captures_of(story)[0].payload_digest[7:23]}"


def wait(browser):
    """Time for what a page would do by itself; its own timers do not run in a sandbox."""
    time.sleep(0.4)
    browser.run("1")  # takes in what happened meanwhile


@pytest.mark.parametrize("part", ["", "/page"], ids=["framed", "by itself"])
def test_a_hostile_saved_page_stays_inert(browser, archive, base, noted, part):
    at = raw(archive, HOSTILE) + part
    noted.paths.clear()
    browser.open(base + at)
    wait(browser)
    assert browser.run("document.title") != "ran"
    assert browser.run("location.href") == base + at
    assert [path for path in noted.paths if not path.startswith(("/raw/", "/style-", "/icon-"))] == []
    assert not any(event.get("method") == "Page.javascriptDialogOpening" for event in browser.events)


def test_the_policy_alone_holds_a_hostile_page(browser):
    """The bytes as they were saved, nothing taken out: under the policy they run nothing and reach nothing but a page in their place."""

    async def page(request):
        files = f"http://{request.headers['host']}/raw/file/"
        markup = HOSTILE_PAGE.replace(b'http-equiv="refresh"', b"")
        return Response(markup, headers={"content-security-policy": saved_policy(files)}, media_type="text/html")

    app = Noted(Starlette(routes=[Route("/raw/page", page)]))
    with served(app) as base:
        browser.open(f"{base}/raw/page")
        wait(browser)
        assert browser.run("document.title") == "Ferry to cross again"
        assert browser.run("self.origin") == "null"
        assert set(app.paths) <= {"/raw/page", "/favicon.ico"}


def test_a_good_page_looks_as_it_did(browser, archive, base):
    at = base + raw(archive, FERRY)
    browser.open(f"{at}/page")
    look = browser.run(
        "[getComputedStyle(document.querySelector('h1')).color, document.images[0].naturalWidth, self.origin,"
        " document.querySelectorAll('a[href]').length]"
    )
    assert look == ["rgb(18, 52, 86)", 40, "null", 0]


def test_the_frame_shows_it_on_a_phone_and_in_the_dark(browser, archive, base, noted):
    at = raw(archive, FERRY)
    noted.paths.clear()
    for width, dark in ((360, False), (1280, True)):
        browser.open(base + at, width=width, dark=dark)
        assert browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        assert browser.run("document.querySelector('iframe').getBoundingClientRect().height") > 300
    wait(browser)
    assert f"{at}/page" in noted.paths
    assert any("/file/" in path for path in noted.paths)
