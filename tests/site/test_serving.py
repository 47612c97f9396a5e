"""The site as it is served: under a path, packed, told not to have changed, logged without readers, by several processes."""

import asyncio
import gzip
import io
import os
import signal
import subprocess
import sys
import time
import urllib.request
from datetime import timedelta

import brotli
import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.archive.told import archive_of, told
from tests.site.client import IN_2026, Client
from tests.site.fake import archive as made_up_archive

from backfile.archive import Archive
from backfile.encoding_choice import chosen_encoding
from backfile.open_archive import OpenArchive
from backfile.site import make_app
from backfile.site.access_log import AccessLog
from backfile.site.settings import SiteSettings


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("*", None),
        ("br;q=x", None),
        (None, None),
    ],
)
def test_how_an_answer_is_packed(site, accept, chosen):
    assert chosen_encoding(accept, "text/html", 5000) == chosen
    answer = site.get("/story/ferry2017", headers={"accept-encoding": accept or "identity"})
    assert answer.headers.get("content-encoding") == chosen
    assert "Ferry to cross again on Monday" in answer.text
    assert answer.headers["vary"] == "accept-encoding"
    again = site.get(
        "/story/ferry2017", headers={"accept-encoding": accept or "identity", "if-none-match": answer.headers["etag"]}
    )
    assert again.status_code == 304


def test_what_is_small_or_packed_already_is_sent_as_it_is():
    assert chosen_encoding("br", "text/html", 100) is None
    assert chosen_encoding("br", "image/jpeg", 50_000) is None


def test_the_style_sheet_is_packed_as_small_as_it_can_be(site):
    path = LexborHTMLParser(site.get("/").text).css_first('link[rel="stylesheet"]').attributes["href"]
    plain = site.get(path, headers={"accept-encoding": "identity"}).content
    sizes = [
        int(site.get(path, headers={"accept-encoding": name}).headers["content-length"]) for name in ("br", "gzip")
    ]
    assert sizes == [len(brotli.compress(plain, quality=11)), len(gzip.compress(plain, 9, mtime=0))]


def under(path, root="/old"):
    """What the site answers where a proxy takes the root off, as uvicorn hands it on."""

    async def asked():
        transport = httpx.ASGITransport(make_app(made_up_archive(), now=lambda: IN_2026), root_path=root)
        async with httpx.AsyncClient(transport=transport, base_url="http://archive.example") as client:
            return await client.get(root + path)

    return asyncio.run(asked())


@pytest.mark.parametrize("path", ["/", "/story/ferry2017", "/search?q=ferry", "/nowhere", "/year/2017"])
def test_under_a_path_every_link_leads_below_it(path):
    page = LexborHTMLParser(under(path).text)
    links = [node.attributes[name] for name in ("href", "src", "action") for node in page.css(f"[{name}]")]
    own = [link for link in links if link.startswith("/")]
    assert own
    assert [link for link in own if not link.startswith("/old/")] == []
    for link in page.css("link[rel=stylesheet]"):
        assert under(link.attributes["href"].removeprefix("/old")).status_code == 200


def test_under_a_path_addresses_and_redirects_have_it():
    page = LexborHTMLParser(under("/story/ferry2017").text)
    assert page.css_first('link[rel="canonical"]').attributes["href"] == "http://archive.example/old/story/ferry2017"
    assert under("/at/https://courier.example/2017/02/23/ferry").headers["location"] == "/old/story/ferry2017"
    assert under("/2017/02/23/ferry").headers["location"] == "/old/story/ferry2017"
    assert "Disallow: /old/search" in under("/robots.txt").text


def test_undated_stories_are_not_for_search_engines(site):
    assert LexborHTMLParser(site.get("/story/undated1").text).css('meta[name="robots"]')
    assert not LexborHTMLParser(site.get("/story/ferry2017").text).css('meta[name="robots"]')


def test_healthz(site):
    assert site.get("/healthz").text == "ok\n"


FERRY = told("courier.example/a", "2017-02-23", "The ferry sank.", headline="Ferry sinks")


def test_a_page_is_told_not_to_have_changed_before_anything_is_read(tmp_path, monkeypatch):
    with Archive(archive_of(tmp_path, [(1, FERRY)])) as archive:
        site, path = Client(archive), f"/story/{archive.newest()[0].id}"
        tag = site.get(path).headers["etag"]
        monkeypatch.setattr(Archive, "story", lambda *_, **__: pytest.fail("the story was read"))
        assert site.get(path, headers={"if-none-match": tag}).status_code == 304


def test_a_page_that_was_made_is_not_made_again(tmp_path, monkeypatch):
    """Until the archive changes, or its index is brought up."""
    folder = archive_of(tmp_path, [(1, FERRY)])
    with Archive(folder) as archive:
        site, path = Client(archive), f"/story/{archive.newest()[0].id}"
        made, read, story = [site.get(path)], [], Archive.story
        monkeypatch.setattr(Archive, "story", lambda *given, **more: (read.append(1), story(*given, **more))[1])
        made.append(site.get(path))
        assert (made[1].content, dict(made[1].headers), read) == (made[0].content, dict(made[0].headers), [])
        assert (site.ask("HEAD", path).content, len(read)) == (b"", 1)
        assert (site.get(path, headers={"accept-encoding": "gzip"}).text, len(read)) == (made[0].text, 2)
        (folder / "search" / "mark.json").touch()
        assert (site.get(path).content, len(read)) == (made[0].content, 3)
        archive_of(tmp_path, [(2, told("courier.example/b", "2017-02-24", "The ferry was raised.", headline="Raised"))])
        assert ("Raised" in site.get(path).text, len(read)) == (True, 4)


def test_pages_that_are_kept_have_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr("backfile.site.page_tags._MOST_KEPT", 9_000)
    with Archive(archive_of(tmp_path, [(1, FERRY)])) as archive:
        site = Client(archive)
        read, paths = [], [f"/story/{archive.newest()[0].id}?n={number}" for number in range(4)]
        for path in paths:
            site.get(path)
        story = Archive.story
        monkeypatch.setattr(Archive, "story", lambda *given, **more: (read.append(1), story(*given, **more))[1])
        site.get(paths[-1])
        assert read == []
        site.get(paths[0])
        assert read == [1]


def test_a_tag_changes_with_all_that_a_page_shows(tmp_path):
    folder = archive_of(tmp_path, [(1, FERRY)])

    def tag(now=IN_2026, **more):
        with Archive(folder) as archive:
            return Client(archive, now=now, **more).get(f"/story/{archive.newest()[0].id}").headers["etag"]

    first = tag()
    assert tag() == first
    assert tag(IN_2026 + timedelta(minutes=1)) == first
    assert tag(IN_2026 + timedelta(days=1)) != first
    assert tag(settings=SiteSettings(name="Another")) != first
    with OpenArchive(folder) as archive:
        archive.settle(archive.newest()[0].id, "2017-02-24", because="a clipping", by="Jo Ash", despite_page=True)
    assert tag() != first


def test_the_log_says_what_was_read_and_not_by_whom():
    for with_readers, said in (
        (False, "2026-11-23T12:00:00Z GET /search 200 "),
        (True, "2026-11-23T12:00:00Z GET 127.0.0.1 /search?q=ferry 200 "),
    ):
        out = io.StringIO()
        app = AccessLog(
            make_app(made_up_archive(), now=lambda: IN_2026), with_readers=with_readers, out=out, clock=lambda: IN_2026
        )

        async def asked(app=app):
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://a.example") as client:
                await client.get("/search?q=ferry")

        asyncio.run(asked())
        assert out.getvalue().startswith(said)
        assert out.getvalue().count("\n") == 1


def test_several_workers_answer_and_end(tmp_path):
    folder = archive_of(tmp_path / "archive", [(1, FERRY)])
    (tmp_path / "site.toml").write_text('name = "The Courier’s own"')
    command = [sys.executable, "-m", "backfile.cli", "serve", "--archive", folder, "--port", "0", "--workers", "2"]
    more = ["--site", tmp_path / "site.toml", "--root-path", "/old", "--log"]
    server = subprocess.Popen([*command, *more], stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        address = server.stderr.readline().split(" at ")[1].split()[0]
        for _ in range(100):
            try:
                answer = urllib.request.urlopen(f"{address}search?q=ferry", timeout=10).read().decode()
                break
            except OSError:
                time.sleep(0.1)
        assert "The Courier’s own" in answer
        assert 'href="/old/years"' in answer
        assert "GET /old/search 200" in server.stderr.readline()
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
        server.stderr.close()
    assert gone(server.pid), "its processes end with it"


def gone(group, patience=5):
    """Whether all processes of a group end soon."""
    for _ in range(patience * 20):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
