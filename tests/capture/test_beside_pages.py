"""Feeds, sitemaps and lists of addresses: what they name, and what is none of them."""

import gzip
from pathlib import Path

import pytest

from backfile.capture.sources import read_captures
from backfile.capture.wxr_days import days_of_import, import_days_at
from backfile.model.capture import Capture, Skipped, SkipReason
from backfile.model.mentions import Mention, MentionKind

AT = "https://ledger.example"
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>The Ledger</title><link>{AT}/</link>
<item><title>Ferry &amp;amp; tug</title><link>/ferry</link><pubDate>Mon, 06 May 2024 08:30:00 GMT</pubDate><category>Harbor</category></item>
<item><title><![CDATA[<b>Bells</b> rung]]></title><link>http://feeds.example/~r/1</link><feedburner:origLink>{AT}/bells</feedburner:origLink>
<dc:date>2024-05-07</dc:date><category>Town</category><category>Bells</category><source url="x"><title>Elsewhere</title></source></item>
<item><guid>{AT}/?p=3</guid></item><item><title>Nowhere</title><guid isPermaLink="false">{AT}/?p=4</guid></item></channel></rss>"""
OLD_RSS = f"""<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>L</title><link>{AT}</link><item><title>Ferry</title><link>{AT}/ferry</link></item></channel></rss>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item rdf:about="{AT}/ferry"><title>Ferry</title><dc:date>2004-05-06T08:30:00-05:00</dc:date></item></rdf:RDF>"""
ATOM = f"""<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:link rel="self" href="{AT}/atom"/><a:link href="{AT}/"/><a:entry>
<a:link rel="edit" href="{AT}/edit/1"/><a:link href="ferry"/><a:title type="html">Ferry</a:title><a:published>2024-05-06T08:30:00Z</a:published>
<a:updated>2024-05-09T01:00:00Z</a:updated><a:category term="harbor" label="Harbor"/></a:entry></a:feed>"""
OLD_ATOM = f"""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><link rel="alternate" type="text/html" href="{AT}/ferry"/>
<issued>2004-05-06T08:30:00Z</issued><modified>2004-05-07T00:00:00Z</modified></entry></feed>"""
JSON_FEED = f"""{{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "{AT}/", "items": [
{{"id": 1, "url": "/ferry", "title": "Ferry", "date_published": "2024-05-06T08:30:00Z", "tags": ["Harbor"]}}, {{"id": 2}}, 3]}}"""
NEWS = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{AT}/ferry</loc>
<n:news><n:publication><n:name>L</n:name></n:publication><n:publication_date>2024-05-06</n:publication_date><n:title>Ferry</n:title></n:news></url></urlset>"""
INDEX = f"<sitemapindex><sitemap><loc>{AT}/map-1.xml</loc></sitemap></sitemapindex>"
FERRY = f"{AT}/ferry"


def beside(tmp_path: Path, name: str, data: str | bytes) -> Skipped:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (found,) = read_captures(path)
    assert isinstance(found, Skipped)
    return found


@pytest.mark.parametrize(
    ("data", "mentions"),
    [
        (
            RSS,
            [
                Mention(FERRY, MentionKind.FEED, "Mon, 06 May 2024 08:30:00 GMT", None, "Ferry & tug", "Harbor"),
                Mention(f"{AT}/bells", MentionKind.FEED, "2024-05-07", None, "Bells rung"),
                Mention(f"{AT}/?p=3", MentionKind.FEED),
            ],
        ),
        (OLD_RSS, [Mention(FERRY, MentionKind.FEED, headline="Ferry")]),
        (RDF, [Mention(FERRY, MentionKind.FEED, "2004-05-06T08:30:00-05:00", None, "Ferry")]),
        (
            ATOM,
            [Mention(FERRY, MentionKind.FEED, "2024-05-06T08:30:00Z", "2024-05-09T01:00:00Z", "Ferry", "Harbor")],
        ),
        (OLD_ATOM, [Mention(FERRY, MentionKind.FEED, "2004-05-06T08:30:00Z", "2004-05-07T00:00:00Z")]),
        (JSON_FEED, [Mention(FERRY, MentionKind.FEED, "2024-05-06T08:30:00Z", None, "Ferry", "Harbor")]),
        (NEWS, [Mention(FERRY, MentionKind.NEWS_SITEMAP, "2024-05-06", None, "Ferry")]),
        (INDEX, [Mention(f"{AT}/map-1.xml", MentionKind.MAP)]),
    ],
    ids=["rss", "rss-0.91", "rdf", "atom", "atom-0.3", "json", "news", "index"],
)
def test_what_a_feed_or_a_sitemap_names(tmp_path, data, mentions):
    found = beside(tmp_path, "beside.xml", data)
    assert list(found.mentions) == mentions
    assert found.reason is (SkipReason.SITEMAP if data in (NEWS, INDEX) else SkipReason.FEED)
    assert not found.reason.is_fault
    assert beside(tmp_path, "packed.xml.gz", gzip.compress(data.encode())).mentions == found.mentions


def test_a_last_change_that_most_share_is_the_sitemap_s(tmp_path):
    days = ["2024-05-06"] * 6 + ["2023-01-02"]
    data = "".join(f"<url><loc>{AT}/{at}</loc><lastmod>{day}</lastmod></url>" for at, day in enumerate(days))
    found = beside(tmp_path, "map.xml", f"<urlset>{data}</urlset>")
    assert [mention.updated for mention in found.mentions] == [None] * 6 + ["2023-01-02"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.txt", f"{AT}/a\r\n\r\n{AT}/b,c\r\n"),
        ("list.csv", f"title;address\nFerry;{AT}/a\nBells;{AT}/b,c\n"),
        ("list.tsv", f"{AT}/a\t1\n{AT}/b,c\t2\n"),
    ],
)
def test_a_list_of_addresses(tmp_path, name, data):
    found = beside(tmp_path, name, data)
    assert found.reason is SkipReason.ADDRESS_LIST
    assert [mention.url for mention in found.mentions] == [f"{AT}/a", f"{AT}/b,c"]


def test_a_story_that_names_addresses_is_a_story(tmp_path):
    (tmp_path / "story.txt").write_text(f"Ferry stopped\n\n{AT}/a\n{AT}/b\n")
    assert [type(found) for found in read_captures(tmp_path / "story.txt")] == [Capture]


def test_a_feed_with_stray_characters_is_read_and_one_cut_off_as_far_as_it_goes(tmp_path):
    stray = (
        RSS.replace("Ferry &amp;amp; tug", "Ferry & caf\xe9").encode("latin-1").replace(b'<?xml version="1.0"?>', b"")
    )
    assert beside(tmp_path, "stray.xml", stray).mentions[0].headline == "Ferry & caf\udce9"
    cut = beside(tmp_path, "cut.xml", RSS[: RSS.index("<source")])
    assert [mention.url for mention in cut.mentions] == [FERRY]
    assert "no XML from line" in cut.message


def test_entities_are_refused_and_what_is_beyond_the_limit_is_told(tmp_path, monkeypatch):
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><link>{AT}/&a;</link></item></channel></rss>'
    assert beside(tmp_path, "bomb.xml", bomb).reason is SkipReason.NOT_READABLE_KIND
    monkeypatch.setattr("backfile.capture.xml_entries.MOST_MENTIONS", 3)
    many = "".join(f"<url><loc>{AT}/{at}</loc></url>" for at in range(4))
    found = beside(tmp_path, "many.xml", f"<urlset>{many}</urlset>")
    assert len(found.mentions) == 3
    assert "the rest is not read" in found.message


def test_a_redirect_and_a_metadata_record_are_mentions(tmp_path):
    def record(kind: str, media_type: str, block: bytes) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-05-07T10:00:00Z\r\nWARC-Target-URI: {AT}/?p=1\r\nContent-Type: {media_type}\r\n"
        return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"

    led = record("response", "application/http", b"HTTP/1.1 301 Moved\r\nLocation: /ferry\r\n\r\n")
    told = record("metadata", "text/xml", b"<item><pubDate>Mon, 06 May 2024 08:30:00 GMT</pubDate></item>")
    (tmp_path / "a.warc").write_bytes(led + told)
    found = [one.mentions for one in read_captures(tmp_path / "a.warc") if isinstance(one, Skipped)]
    assert found == [
        (Mention(f"{AT}/?p=1", MentionKind.REDIRECT, target=FERRY),),
        (Mention(f"{AT}/?p=1", MentionKind.FEED, "Mon, 06 May 2024 08:30:00 GMT"),),
    ]


@pytest.mark.parametrize(
    ("counts", "days"),
    [
        ({"2016-06-01": 400, "2016-06-02": 2, "2016-06-03": 3, "2016-06-04": 1}, {"2016-06-01"}),
        ({"2016-06-01": 12}, {"2016-06-01"}),
        ({"2016-06-01": 9}, set()),
        ({f"2016-{month:02d}-01": 30 for month in range(1, 13)} | {f"2016-01-{day:02d}": 1 for day in range(2, 28)}, set()),
        ({"2016-06-01": 300, "2016-06-02": 300, "2010-01-01": 4, "2010-01-02": 3, "2010-01-03": 4}, {"2016-06-01", "2016-06-02"}),
        ({"2016-05-01": 30, "2016-06-01": 30}, set()),
    ],
    ids=["move", "move-alone", "busy-day", "monthly", "two-nights", "two-issues"],
)  # fmt: skip
def test_days_of_an_import(counts, days):
    assert days_of_import(counts) == days


def exported(days: list[str], body: str = "") -> str:
    posts = "".join(
        f"<item><title>Post {at}</title><link>{AT}/{day.replace('-', '/')}/post-{at}/</link><content:encoded><![CDATA[{body}<p>The ferry to Winsome"
        f" Point was stopped at noon after its engine failed for the third time, its owner said.</p><p>Sixty passengers were taken off by boats.</p>]]></content:encoded>"
        f"<wp:post_date>{day} 10:00:00</wp:post_date><wp:post_date_gmt>{day} 10:00:00</wp:post_date_gmt><wp:status>publish</wp:status>"
        f"<wp:post_type>post</wp:post_type></item>"
        for at, day in enumerate(days)
    )
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    return f'<?xml version="1.0"?><rss version="2.0" {names}><channel><title>Ledger</title>{posts}</channel></rss>'


def test_an_import_s_day_is_never_published(tmp_path):
    from backfile.capture.loading import load_capture
    from backfile.reading import read_capture

    path = tmp_path / "export.xml"
    path.write_text(exported(["2016-06-01"] * 11, "Published: May 3, 1998\n\n"))
    found = [one for one in read_captures(path) if isinstance(one, Capture)]
    assert load_capture(found[3].place) == found[3]
    stamp = read_capture(found[3]).published
    assert stamp
    assert stamp.value == "1998-05-03"
    path.write_text(exported(["2016-06-01"] * 11))
    story = read_capture(next(one for one in read_captures(path) if isinstance(one, Capture)))
    assert story.published is None
    assert {str(clue.why_not and clue.why_not.code) for clue in story.evidence if clue.field == "published"} == {
        "of-import"
    }
    path.write_text(exported([f"2016-06-{day:02d}" for day in range(1, 12)]))
    assert import_days_at(str(path), None) == frozenset()
    story = read_capture(next(one for one in read_captures(path) if isinstance(one, Capture)))
    assert story.published
