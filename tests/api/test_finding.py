"""Feeds, the sitemap, the search's description, and lists as JSON and CSV beside the site's own."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.site.client import BASE, IN_2026, Client

from backfile import Archive
from backfile.api.api_app import mounted_api
from backfile.api.list_addresses import list_routes
from backfile.site.finding_aids import finding_routes


@pytest.fixture(scope="session")
def web(archive: Archive) -> Any:
    def now() -> Any:
        return IN_2026

    return Client(archive, mounted=[mounted_api(archive, now), *list_routes(), *finding_routes(archive, now)])


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/search.csv?q=ferry&from=&page=2", "/api/v1/search.csv?q=ferry"),
        ("/newest.json", "/api/v1/stories"),
        ("/undated.csv", "/api/v1/undated.csv"),
        ("/outlet/The%20Aldersford%20Courier.csv", "/api/v1/stories.csv?outlet=The%20Aldersford%20Courier"),
        ("/year/2001.json?limit=5", "/api/v1/stories?year=2001&limit=5"),
        ("/author/RUTH%20OKAFOR.csv", "/api/v1/authors/RUTH%20OKAFOR/stories.csv"),
        ("/speakers.json", "/api/v1/speakers"),
    ],
)
def test_a_list_as_json_or_csv_is_the_apis(web: Any, path: str, to: str) -> None:
    answer = web.get(path)
    assert (answer.status_code, answer.headers["location"]) == (307, to)
    assert web.get(to).status_code == 200


def test_a_year_as_csv_has_that_year_and_the_basis(web: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(web.get(web.get("/year/2001.csv").headers["location"]).text)))
    assert {row["day"][:4] for row in rows} == {"2001"}
    assert all(row["basis"] for row in rows)


@pytest.mark.parametrize("asked", ["", "?q=ferry", "?author=RUTH+OKAFOR", "?outlet=The+Aldersford+Courier"])
def test_a_feed_has_the_storys_day_and_never_another(web: Any, archive: Archive, asked: str) -> None:
    items = web.get(f"/feed.json{asked}").json()["items"]
    assert items
    for item in items:
        stamp = archive.story(item["id"].rsplit("/", 1)[1]).published
        day = stamp.value[:10] if stamp and len(stamp.value) >= 10 else None
        assert (item.get("date_published") or "")[:10] == (day or "")
    atom = ET.fromstring(web.get(f"/feed.atom{asked}").content)
    ids = [
        entry.findtext("{http://www.w3.org/2005/Atom}id")
        for entry in atom.findall("{http://www.w3.org/2005/Atom}entry")
    ]
    assert ids == [item["id"] for item in items]


def test_a_feed_of_a_search_that_is_none_is_404(web: Any) -> None:
    assert web.get("/feed.json?q=fire+AND+(").status_code == 404
    assert web.get("/feed.atom?q=fire+AND+(").status_code == 404


def test_the_sitemap_has_every_dated_story_and_no_other(web: Any, archive: Archive) -> None:
    space = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = ET.fromstring(web.get("/sitemap.xml").content)
    maps = [one.text.removeprefix(BASE) for one in index.findall("m:sitemap/m:loc", space) if one.text]
    found = [one.text for path in maps for one in ET.fromstring(web.get(path).content).findall("m:url/m:loc", space)]
    assert sorted(found) == sorted(f"{BASE}/story/{one.id}" for one in archive.newest(limit=1000))
    assert web.get("/sitemap-1850.xml").status_code == 404


def test_the_search_is_described(web: Any) -> None:
    answer = web.get("/opensearch.xml")
    urls = [one.attrib["template"] for one in ET.fromstring(answer.content).iter() if one.tag.endswith("Url")]
    assert f"{BASE}/search?q={{searchTerms}}" in urls
    assert answer.headers["content-type"].startswith("application/opensearchdescription+xml")


LISTS = {
    "newest", "search", "undated", "changes", "doubts", "outlets", "outlet", "year", "month", "day", "on", "authors", "author", "speakers",
}  # fmt: skip


def crawled(web: Any) -> dict[str, Any]:
    """A page of every kind that is reached by links, each by the first part of its path."""
    due, seen, found = ["/", "/search?q=ferry", "/doubts", "/changes"], set[str](), dict[str, Any]()
    while due:
        path = due.pop(0)
        kind = path.lstrip("/").partition("/")[0].partition("?")[0]
        if path in seen or kind in found:
            continue
        seen.add(path)
        answer = web.get(path)
        if answer.status_code == 200 and answer.headers["content-type"].startswith("text/html"):
            found[kind] = LexborHTMLParser(answer.text)
            links = (node.attributes["href"] or "" for node in found[kind].css("a[href^='/']"))
            due += [link.partition("#")[0] for link in links]
    return found


def test_every_list_links_to_itself_as_json_and_csv_and_to_its_feeds(web: Any) -> None:
    pages = crawled(web)
    assert pages.keys() >= LISTS
    for kind, page in pages.items():
        links = {
            node.attributes["type"]: node.attributes["href"]
            for node in page.css("link[rel=alternate], link[rel=search]")
        }
        assert {
            "application/atom+xml",
            "application/feed+json",
            "application/opensearchdescription+xml",
        } <= links.keys()
        assert ("text/csv" in links) == (kind in LISTS), kind
        foot = {node.attributes["href"] for node in page.css(".list-forms a")}
        assert {links[form] for form in ("application/json", "text/csv") if form in links and kind in LISTS} <= foot
        assert any("feed" in path for path in foot) == (kind in ("newest", "search", "outlet", "author")), kind
        for media_type, path in links.items():
            answer = web.get(path)
            answer = web.get(answer.headers["location"]) if answer.status_code == 307 else answer
            assert answer.status_code == 200, path
            assert answer.headers["content-type"].partition(";")[0] == media_type
            if media_type == "text/csv":
                rows = list(csv.DictReader(io.StringIO(answer.text)))
                assert rows or kind in ("changes", "doubts"), path


def test_a_list_that_is_narrowed_is_so_in_other_forms_too(web: Any, archive: Archive) -> None:
    page = LexborHTMLParser(web.get("/search?q=ferry&from=2001&page=1").text)
    links = [node.attributes["href"] for node in page.css("head link[rel=alternate]")]
    assert links == [
        "/feed.atom?q=ferry",
        "/feed.json?q=ferry",
        "/search.json?q=ferry&from=2001",
        "/search.csv?q=ferry&from=2001",
    ]
    page = LexborHTMLParser(Client(archive).get("/newest").text)
    assert [node.attributes["href"] for node in page.css("head link[rel=alternate]")] == ["/feed.atom"], (
        "none but what answers"
    )


@pytest.mark.parametrize("path", ["/outlet/nosuch.example", "/year/1066", "/author/Nobody%20Atall", "/nothing"])
def test_a_page_that_is_not_there_has_no_other_form(web: Any, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 404
    assert [link for link in re.findall(r'href="([^"]+)"', answer.text) if "nosuch" in link or ".csv" in link] == []
