"""What a search counts: stories. A print page is no story of its own, another outlet's copy is one, and says that there are others."""

import json
from collections.abc import Iterator

import pytest
from tests.cli.ended import runner
from tests.site.client import Client, read, words

from backfile.api.api_app import mounted_api
from backfile.archive import Archive
from backfile.open_archive import OpenArchive

STORY = "https://courier.example/2003/05/20/ferry-again.html"
PRINT, MOBILE = (
    "https://courier.example/print/2003/05/20/ferry-again.html",
    "https://m.courier.example/2003/05/20/ferry-again.html",
)
COPY = "https://beacon.example/news/ferry"
TEXT = (
    "The old cable ferry at Alder Ferry will carry cars again from Monday, eleven weeks after a spring flood tore its landing from the east bank.",
    "The county has asked the state for money towards a bridge in each of the last nine years, and nobody has said where it should come from.",
    "Engineers who looked at the landing in February said that it could stand for another twenty years if the piles below it are replaced.",
)


def saved(url: str, outlet: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in TEXT)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Ferry again</title><link rel="canonical" href="{url}"><meta property="og:url" content="{url}">'
        f'<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="2003-05-20T10:00:00Z"></head>'
        f"<body><article><h1>Ferry to cross again</h1><p class=byline>By Ann Lee</p>{body}</article></body></html>"
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("counts")
    (folder / "pages").mkdir()
    for number, (url, outlet) in enumerate(
        ((STORY, "The Courier"), (PRINT, "The Courier"), (MOBILE, "The Courier"), (COPY, "The Beacon"))
    ):
        (folder / "pages" / f"{number}.html").write_text(saved(url, outlet))
    with OpenArchive(folder / "back") as opened:
        opened.add(folder / "pages")
        yield opened


def test_views_are_counted_once_and_copies_elsewhere_are_named(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    found = archive.search("ferry")
    assert (found.total, len(found.entries)) == (2, 2)
    assert {(entry.url, entry.copy_count) for entry in found.entries} == {(STORY, 1), (COPY, 1)}
    assert dict(found.years) == {2003: 2}
    page = read(Client(archive), "/search?q=ferry")
    assert "2 stories" in words(page, "main")[0]
    assert words(page, "main")[0].count("1 copy elsewhere") == 2
    answer = Client(archive, mounted=[mounted_api(archive, lambda: None)]).get("/api/v1/search?q=ferry")
    assert answer.status_code == 200
    assert len(answer.json()["items"]) == 2
    ended = runner(capsys, "--archive", archive.folder)("search", "ferry", "--json")
    assert json.loads(ended.out)["total"] == 2
