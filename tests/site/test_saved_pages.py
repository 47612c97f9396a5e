"""The saved page: as it was saved, its own pictures and style sheets in it, and nothing that could run, ask or fetch."""

import base64
import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.site.client import BASE, Client, read, words
from tests.site.saved import FERRY, HOSTILE, archive_with_pictures, article, png

from backfile.archive import Archive
from backfile.open_archive import OpenArchive
from backfile.site.clue_marks import marked_source
from backfile.site.safe_page import safe_page, safe_style

ADDRESSED = {"href", "action", "formaction", "srcdoc", "ping", "target", "http-equiv", "poster", "srcset"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(archive_with_pictures(tmp_path_factory.mktemp("saved"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(archive):
    return Client(archive)


def raw(archive, url, at=0):
    story = archive.full_id(url)
    return f"/raw/{story}/{archive.captures_of(story)[at].payload_digest[7:23]}"


def test_the_frame_says_when_and_where_from(archive, site):
    page = read(site, f"/raw/{archive.full_id(FERRY)}?version={archive.story(archive.full_id(FERRY)).versions[0].id}")
    assert words(page, "title")[0].startswith("Saved page · From 23 February 2017")
    assert (
        "as it was saved on 20 May 2019, from https://courier.example/2017/02/ferry.html"
        in words(page, ".page-words")[0]
    )
    frame = page.css_first("iframe").attributes
    assert frame["src"] == f"{raw(archive, FERRY)}/page"
    assert frame["sandbox"] in ("", None)
    assert words(page, ".saved-days li") == ["20 May 2019, shown here", "20 May 2021"]


def test_the_story_leads_to_its_saved_page_and_to_each_clue(archive, site):
    story = archive.full_id(FERRY)
    page = read(site, f"/story/{story}?version={archive.story(story).versions[0].id}")
    links = [node.attributes["href"] for node in page.css("a[href^='/raw/']")]
    assert f"/raw/{story}?version={archive.story(story).versions[0].id}" in links
    source = next(link for link in links if "#clue-0" in link)
    shown = read(site, source.partition("#")[0])
    assert words(shown, "#clue-0") == ["2017-02-23T16:47:00-05:00"]
    assert "<!DOCTYPE html>" in shown.css_first(".saved-source").text(deep=True)


def test_the_page_is_whole_with_its_own_files(archive, site):
    answer = site.get(f"{raw(archive, FERRY)}/page")
    page = LexborHTMLParser(answer.text)
    assert words(page, "h1") == ["Ferry to cross again"]
    assert words(page, "title") == ["Saved page · From 23 February 2017 · saved on 20 May 2019 · Ferry to cross again"]
    assert words(page, "body > p")[0] == "Saved page · From 23 February 2017 · saved on 20 May 2019"
    picture, lost = page.css("img")
    shown = site.get(f"{raw(archive, FERRY)}/{picture.attributes['src']}")
    assert shown.content == png(200, 30, 30), "of two captures of the picture the one saved with the page"
    assert shown.headers["content-type"] == "image/png"
    assert lost.attributes == {"alt": "Not saved"}
    style = site.get(f"{raw(archive, FERRY)}/{page.css_first('link').attributes['href']}")
    assert style.headers["content-type"] == "text/css; charset=utf-8"
    assert re.match(r'h1 \{ color: #123456; background: url\("[\w-]+"\) \}', style.text)
    inner = re.search(r'url\("([\w-]+)"\)', style.text)[1]
    assert site.get(f"{raw(archive, FERRY)}/file/{inner}").content == png(200, 30, 30)


@pytest.mark.parametrize("part", ["/page", "/file/{token}"])
def test_the_policy_of_what_was_saved(archive, site, part):
    at = raw(archive, FERRY)
    token = LexborHTMLParser(site.get(f"{at}/page").text).css_first("img").attributes["src"].removeprefix("file/")
    answer = site.get(at + part.format(token=token))
    policy = dict(rule.strip().partition(" ")[::2] for rule in answer.headers["content-security-policy"].split(";"))
    assert policy == {
        "sandbox": "",
        "default-src": "'none'",
        "img-src": f"{BASE}{at}/file/ data:",
        "style-src": f"{BASE}{at}/file/ 'unsafe-inline'",
        "form-action": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'self'",
    }
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert answer.headers["x-robots-tag"] == "noindex"


def test_a_host_that_is_none_gets_into_no_policy(archive, site):
    answer = site.get(f"{raw(archive, FERRY)}/page", headers={"host": "a.example; script-src *"})
    assert "script-src" not in answer.headers["content-security-policy"]


def test_a_hostile_page_has_nothing_left_that_acts(archive, site):
    text = site.get(f"{raw(archive, HOSTILE)}/page").text
    page = LexborHTMLParser(text)
    kept = {node.tag for node in page.css("*")}
    assert not kept & {"script", "base", "meta", "iframe", "object", "embed", "svg", "math", "video", "template"}
    for node in page.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), name
            assert name not in ADDRESSED
            if name == "src":
                assert value.startswith("file/")
            if name not in ("src", "title"):
                assert "/reached" not in value
    assert "/reached" not in re.sub(r'title="[^"]*"|u\\72l\(/reached\)', "", text), "what CSS hides, the policy stops"


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "Li4vLi4vZXRjL3Bhc3N3ZA", "!!!", "L2V0Yy9wYXNzd2Q", "ZmlsZTovLy9ldGMvcGFzc3dk", "a" * 4000],
)
def test_no_other_file_is_given_out(archive, site, name):
    assert site.get(f"{raw(archive, FERRY)}/file/{name}").status_code == 404


def test_what_is_no_picture_and_no_style_sheet_is_not_given_out(archive, site):
    for url in (FERRY, "https://static.courier.example/a.js", HOSTILE):
        token = base64.urlsafe_b64encode(url.encode()).decode().rstrip("=")
        assert site.get(f"{raw(archive, FERRY)}/file/{token}").status_code == 404


def test_a_capture_of_another_story_is_not_of_this_one(archive, site):
    story, other = archive.full_id(FERRY), raw(archive, HOSTILE).rpartition("/")[2]
    for path in (
        f"/raw/{story}/{other}",
        f"/raw/{story}/{other}/page",
        f"/raw/{story}/ab",
        "/raw/none",
        f"/raw/{story}/zzzzzzzzzz",
    ):
        assert site.get(path).status_code == 404, path


def test_a_page_that_is_gone_says_so(tmp_path):
    folder = archive_with_pictures(tmp_path)
    (tmp_path / "crawl.warc.gz").unlink()
    with Archive(folder) as archive:
        site = Client(archive)
        page = read(site, f"/raw/{archive.full_id(HOSTILE)}")
        assert page.css("iframe") == []
        assert "not where it lay" in words(page, ".trouble")[0]
        assert str(tmp_path) not in page.html
        assert "not where it lay" in site.get(f"{raw(archive, HOSTILE)}/page").text


@pytest.mark.parametrize(
    ("style", "safe"),
    [
        ("a { background: url(x.png) }", 'a { background: url("data:,") }'),
        ("a { background: URL( 'held.png' ) }", 'a { background: url("file") }'),
        ('@import "held.css" screen;', '@import url("file") screen;'),
        ("@import url(held.css);", '@import url("file");'),
        ("a { color: red }", "a { color: red }"),
    ],
)
def test_style_sheets(style, safe):
    assert safe_style(style, lambda reference: "file" if reference.startswith("held") else None) == safe


def test_pictures_that_a_script_was_to_load():
    held = {"big.jpg": "file/big"}
    dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    page = LexborHTMLParser(safe_page(f'<img src="{dot}" data-src="big.jpg"><img src="{dot}">', held.get, "Undated"))
    assert [node.attributes["src"] for node in page.css("img")] == ["file/big", dot]


def test_clues_that_the_source_does_not_print():
    assert [piece.text for piece in marked_source("<p>words</p>", ())] == ["<p>words</p>"]


def test_deep_and_broken_pages_are_set_in_time():
    for page in (
        "<div>" * 40_000,
        "<svg><script>" * 3000,
        "<b>" * 3000 + "x",
        "<p " + "a=1 " * 5000 + ">",
        "\0<!--",
        "",
    ):
        assert safe_page(page, lambda _: None, "Undated") is not None


def test_a_page_saved_whole_has_the_parts_of_its_file(tmp_path):
    picture = base64.b64encode(png(5, 6, 7)).decode()
    page = article('<figure><img src="cid:ferry"><figcaption>The ferry.</figcaption></figure>').decode()
    parts = [
        f"Content-Type: text/html; charset=utf-8\r\nContent-Location: {FERRY}\r\n\r\n{page}",
        f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <ferry>\r\n\r\n{picture}",
    ]
    head = f'Snapshot-Content-Location: {FERRY}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n'
    (tmp_path / "ferry.mhtml").write_text(head + "".join(f"--part\r\n{part}\r\n" for part in parts) + "--part--\r\n")
    with OpenArchive(tmp_path / "archive") as archive:
        archive.add(tmp_path / "ferry.mhtml")
        site, at = Client(archive), raw(archive, FERRY)
        shown = LexborHTMLParser(site.get(f"{at}/page").text).css_first("img").attributes["src"]
        assert site.get(f"{at}/{shown}").content == png(5, 6, 7)
