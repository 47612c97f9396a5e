"""How the site answers: tags, guards, odd requests, hostile stories, failures."""

import asyncio
import base64
import hashlib
import re
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.site.client import IN_2026, IN_2040, Client
from tests.site.fake import HOSTILE, FakeArchive
from tests.site.markup import Markup

from backfile.errors import ArchiveDamaged
from backfile.site import make_app

PAGES = (
    "/", "/years", "/year/2017", "/undated", "/search", "/search?q=ferry", "/story/ferry2017", "/story/undated1",
    "/story/ferry2017.json", "/feed.atom", "/about", "/robots.txt",
)  # fmt: skip
HOSTILE_PATH = "/story/" + quote(HOSTILE.id, safe="")


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/search?q=%22", "/story/nope"])
def test_every_answer_is_guarded(site, path):
    headers = site.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "last-modified" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_a_page_not_changed_is_not_sent_again(site, path):
    first = site.get(path)
    tag = first.headers["etag"]
    for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = site.get(path, headers={"if-none-match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert site.get(path, headers={"if-none-match": '"other"'}).content == first.content
    assert first.headers["cache-control"] == "no-cache"


def test_an_age_that_changed_is_another_page(site, archive):
    tag = site.get("/story/ferry2017").headers["etag"]
    later = Client(archive, now=IN_2040).get("/story/ferry2017", headers={"if-none-match": tag})
    assert later.status_code == 200
    assert "23 years ago" in later.text


@pytest.mark.parametrize("path", [*PAGES, "/nowhere"])
def test_head_answers_as_get(site, path):
    get, head = site.get(path), site.ask("HEAD", path)
    assert head.status_code == get.status_code
    assert head.headers["etag"] == get.headers["etag"]
    assert head.headers["content-length"] == get.headers["content-length"]


def test_other_methods_are_refused_in_the_sites_own_look(site):
    answer = site.ask("POST", "/search")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert "masthead" in answer.text


def test_the_style_sheet_stands_at_its_digest_for_ever(site):
    page = LexborHTMLParser(site.get("/").text)
    sheets = [link.attributes["href"] for link in page.css('link[rel="stylesheet"]')]
    assert len(sheets) == 1
    answer = site.get(sheets[0])
    assert hashlib.sha256(answer.content).hexdigest()[:16] in sheets[0]
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert site.get("/style-0000000000000000.css").status_code == 404
    icon = page.css_first('link[rel="icon"]').attributes["href"]
    assert site.get(icon).headers["content-type"] == "image/svg+xml"


def test_the_one_script_is_the_one_allowed(site):
    answer = site.get("/story/ferry2017")
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-([^']+)'", answer.headers["content-security-policy"]) == digests
    assert "<script" not in site.get("/").text


def test_a_hostile_story_is_only_words(site):
    answer = site.get(HOSTILE_PATH)
    assert answer.status_code == 200
    assert Markup(answer.text).faults == []
    page = LexborHTMLParser(answer.text)
    assert len(page.css("script")) == 2
    assert not page.css("img, svg, iframe, b, i, u, [onload], [onerror], [style]")
    for link in page.css("a[href], link[href]"):
        assert re.match(r"(/|#|https?://)", link.attributes["href"]), link.html
    assert page.css_first("title").text().startswith('</title><script>alert(1)</script> "quoted" back')
    assert page.css_first(".dek").text().startswith("{{ 7 * 7 }}")
    assert page.css_first(".head").attributes["dir"] == "auto"
    assert "lang" not in page.css_first(".head").attributes
    assert "\x00" not in answer.text
    assert "\u202e" not in page.css_first("title").text()
    assert site.get(HOSTILE_PATH + ".json").json()["body"] == HOSTILE.body


@pytest.mark.parametrize("path", ["/", "/year/2016", "/search?q=script", "/feed.atom", "/about"])
def test_a_hostile_story_is_only_words_in_lists(site, path):
    text = site.get(path).text
    assert "<script" not in text
    assert "<b>Outlet" not in text
    assert "javascript:" not in text


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "q=%FF%FE", "q=%ED%A0%80", "q=" + "a" * 5000, "q=%3Cscript%3Ealert(1)%3C/script%3E", "q&q&q=", "=&=&",
        "q=a&page=-1", "q=a&page=99999999999999999999", "q=a&page=%D9%A3", "q=a&page=²", "q=a&sort=evil&sort=",
        "q=a&outlet=%F0%9F%97%9E", "q=a&from=" + "9" * 400, "q=%E2%80%AEa", "from=2017", "outlet=x", "%q=%",
    ],
)  # fmt: skip
def test_odd_queries_get_a_sound_page(site, query):
    for path in ("/search", "/", "/undated", "/years", "/feed.atom", "/story/ferry2017"):
        answer = site.get(f"{path}?{query}")
        assert answer.status_code in (200, 301, 303, 400), path
        assert "<script>alert" not in answer.text
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert Markup(answer.text).faults == []


@pytest.mark.parametrize(
    "path",
    [
        "/story/", "/story/.json", "/story/%00", "/story/%FF", "/story/%F0%9F%97%9E", "/story/../../etc/passwd",
        "/story/a/b/c", "/story/" + "x" * 3000, "/story/%3Cscript%3E", "/story/ferry2017?version=%00", "/year/",
        "/%E2%80%AE",
        "/style-.css", "/icon-%F0%9F%97%9E.svg", "/story/%ED%A0%80.json",
    ],
)  # fmt: skip
def test_odd_addresses_get_a_page_that_says_so(site, path):
    answer = site.get(path)
    assert answer.status_code == 404
    assert Markup(answer.text).faults == []
    assert "<script>" not in answer.text


@pytest.mark.parametrize("host", ["", "a b", '"><script>', "[::1", "xn--", "a:99999", "é".encode()])
def test_odd_hosts_break_nothing(site, host):
    for path in ("/", "/story/ferry2017", "/feed.atom", "/nowhere"):
        answer = site.get(path, headers={"host": host})
        assert answer.status_code < 500
        assert '"><script>"' not in answer.text


class Broken(FakeArchive):
    """An archive that cannot be read, or that has a defect."""

    def __init__(self, error):
        super().__init__([])
        self._error = error

    def years(self):
        raise self._error


def test_an_archive_that_fails_is_told_of_plainly():
    answer = Client(Broken(ArchiveDamaged("the digest of a record is wrong", "/a"))).get("/years")
    assert answer.status_code == 503
    assert "the digest of a record is wrong" in answer.text
    assert Markup(answer.text).faults == []


def test_a_defect_of_ours_is_a_page_too_with_its_guards():
    answer = Client(Broken(ZeroDivisionError()), app_errors=False).get("/years")
    assert answer.status_code == 500
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "ZeroDivisionError" not in answer.text
    assert Markup(answer.text).faults == []


def test_robots_are_kept_from_searches(site):
    said = site.get("/robots.txt").text
    assert "User-agent: GPTBot\n" in said.partition("\nDisallow: /\n\n")[0]
    assert said.endswith(
        "User-agent: *\nDisallow: /search\nDisallow: /trace\nDisallow: /raw/\n\nLicense: http://archive.example/license.xml\n"
    )


def test_an_address_with_a_slash_too_many_leads_to_the_page(site):
    answer = site.get("/years/?page=2", headers={"host": "evil.example"})
    assert (answer.status_code, answer.headers["location"]) == (307, "/years?page=2")


@pytest.mark.parametrize("path", ["/nowhere", "/search", "/years/"])
def test_bytes_that_are_no_text_in_a_query_break_nothing(archive, path):
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"q=\x8d\x97e", "root_path": "",
        "scheme": "http", "http_version": "1.1", "headers": [(b"host", b"archive.example")], "server": ("archive.example", 80),
    }  # fmt: skip
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(make_app(archive, now=lambda: IN_2026)(scope, None, send))
    assert sent[0]["status"] in (200, 307, 404)


@pytest.mark.parametrize(
    "path", ["/", "/story/ferry2017", "/feed.atom", "/feed.json", "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/nowhere"]
)  # fmt: skip
@pytest.mark.parametrize("name", ["host", "x-forwarded-host", "forwarded"])
def test_a_host_that_anybody_can_write_is_not_repeated(site, path, name):
    value = "host=evil.example" if name == "forwarded" else "evil.example"
    assert "evil" not in site.get(path, headers={name: value}).text


def test_the_machines_own_names_are_believed(site):
    assert "http://localhost:8610/" in site.get("/robots.txt", headers={"host": "localhost:8610"}).text
