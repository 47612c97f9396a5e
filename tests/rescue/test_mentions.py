"""What lies beside pages reaches their stories, whichever came first."""

from pathlib import Path

import pytest

import backfile
from backfile import Archive
from backfile.archive.integrity.named_rows import TABLES, rows_in_order
from backfile.archive.settled.rulings import Ruling
from backfile.archive.store.database import open_older
from backfile.archive.store.writer import Store
from backfile.model.mentions import HeldMention, Mention, MentionKind
from backfile.story.identity import story_id

AT = "https://ledger.example"
PROSE = (
    "<p>The ferry to Winsome Point was stopped at noon on Monday after its engine failed for the third time this month, its owner said.</p>"
    "<p>Sixty passengers were taken off by two fishing boats and a tug, and nobody was hurt, the harbor office told reporters.</p>"
)
FRONT_ITEMS = (
    ("ferry", "May 6, 2008"),
    ("bells", "May 5, 2008"),
    ("tug", "May 4, 2008"),
    ("pier", "May 3, 2008"),
    ("lock", "May 1, 2008"),
)


def response(
    url: str, body: str, *, at: str = "2008-06-01T10:00:00Z", head: str = "200 OK\r\nContent-Type: text/html"
) -> bytes:
    block = f"HTTP/1.1 {head}\r\n\r\n{body}".encode()
    header = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: {at}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\n"
    return f"{header}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def page(name: str, title: str) -> bytes:
    return response(
        f"{AT}/{name}", f"<title>{title}</title><article><h1>{title}</h1>{PROSE.replace('ferry', name)}</article>"
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sources")
    feed = f"<rss><channel><item><link>{AT}/?p=7</link><pubDate>Tue, 06 May 2008 17:30:00 EDT</pubDate><category>Harbor</category></item></channel></rss>"
    front = "".join(
        f'<li><h3><a href="/{name}">The {name} and what came of it</a></h3><span>{day}</span>'
        f"<p>What the {name} did on the day and the night after it, and who was there to see it and to say so.</p></li>"
        for name, day in FRONT_ITEMS
    )
    held = {
        "pages": page("ferry", "Ferry stopped")
        + page("bells", "Bells are rung again")
        + page("crane", "The crane falls"),
        "feed": response(f"{AT}/feed", feed, head="200 OK\r\nContent-Type: application/rss+xml")
        + response(f"{AT}/?p=7", "", head="301 Moved\r\nLocation: /ferry"),
        "front": response(f"{AT}/news/", f"<title>News</title><h1>News</h1><ul>{front}</ul>"),
        "map": response(
            f"{AT}/sitemap.xml", f"<urlset><url><loc>{AT}/crane</loc></url></urlset>", at="2008-05-20T00:00:00Z"
        ),
    }
    for name, data in held.items():
        (folder / f"{name}.warc").write_bytes(data)
    return {name: folder / f"{name}.warc" for name in held}


def told(archive: Archive) -> dict[str, object]:
    found = {}
    for story in archive:
        assert story.url
        found[story.url.removeprefix(AT)] = (
            story.published and (story.published.value, story.published.basis), story.section, len(story.versions),
            [mention.value for mention in story.dates if mention.text == "Monday"], story.window.latest, story.window.because,
        )  # fmt: skip
    return found


@pytest.fixture(scope="module")
def early(files, tmp_path_factory) -> Path:
    """An archive to which the pages came last."""
    folder = tmp_path_factory.mktemp("early")
    with backfile.open(folder) as archive:
        archive.add(files["feed"], files["front"], files["map"])
        archive.add(files["pages"])
    return folder


def test_what_is_said_reaches_the_story(early):
    with Archive(early) as archive:
        found = told(archive)
        assert found["/ferry"][:4] == (("2008-05-06T17:30:00-04:00", "feed"), "Harbor", 1, ["2008-05-05"])
        assert found["/bells"][0] == ("2008-05-05", "front")
        assert found["/crane"][0] is None
        assert any(
            "sitemap that was saved on 20 May 2008" in str(why) or "2008-05-20 names it" in str(why)
            for why in found["/crane"][5]
        )
        assert [entry.id for entry in archive.by_year(2008)] == [entry.id for entry in archive.newest()]
        assert archive.search("section:harbor").total == 1
        assert not [*archive.check()]


def test_evidence_that_comes_later_makes_the_same_archive_and_no_version(early, files, tmp_path):
    with backfile.open(tmp_path) as archive:
        archive.add(files["pages"])
        assert told(archive)["/ferry"][0] is None
        assert not archive.by_year(2008)
        report = archive.add(files["map"], files["front"], files["feed"])
        assert report.skipped == {"feed": 1, "http-status": 1, "sitemap": 1, "listing": 1}
        assert not report.versions
        assert [year for year, _ in archive.years()] == [2008, None]
        assert archive.search("from:2008 to:2008").total == 2
        with Archive(early) as other:
            assert told(archive) == told(other)
        assert not [*archive.changes().changes]
    one, other = open_older(tmp_path), open_older(early)
    for name in ("mentions", "stories", "shelves", "counts"):
        assert [*rows_in_order(one, TABLES[name])[1]] == [*rows_in_order(other, TABLES[name])[1]], name


def test_nothing_is_kept_of_what_is_said_of_a_forgotten_story(tmp_path):
    story, old = f"{AT}/ferry", f"{AT}/?p=7"
    with Store(tmp_path) as store:
        said = Ruling("forget", story_id(story, None, ""), "", "privacy", "a reason", "Ann Roe", "2020-01-01T00:00:00Z")
        store.rule(said)
        others = Mention(f"{AT}/bells", MentionKind.SITEMAP), Mention(old, MentionKind.LIST)
        mentions = (
            Mention(story, MentionKind.FEED, headline="Named"),
            Mention(old, MentionKind.REDIRECT, target=story),
            *others,
        )
        store.keep_mentions(HeldMention(mention, "feed", None) for mention in mentions)
        assert store.db.execute("SELECT url, kind FROM mentions ORDER BY key").fetchall() == [
            (other.url, other.kind) for other in others
        ]
