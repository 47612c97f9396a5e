import gzip
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfile.capture import load_capture, read_captures, text_damage
from backfile.capture.wxr_posts import page_body
from backfile.model.capture import ExportFields, SkipReason

from .making import WXR_HEAD, WXR_TAIL, captures, faults, item, read, reasons, urls, wxr, zipped

THREE = [item("One story"), item("Two stories"), item("Three stories")]
URLS = ["https://valley.example/one", "https://valley.example/two", "https://valley.example/three"]


def test_a_published_post(tmp_path: Path) -> None:
    (capture,) = captures(
        read(tmp_path / "export.xml", wxr(item("Mill &amp; market", "First.\n\nSecond line\nthird.")))
    )
    assert capture.url == "https://valley.example/mill"
    assert capture.captured_at is None  # the channel's date is the export's
    assert capture.payload.decode() == (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Mill &amp; market</title></head>\n'
        "<body><article>\n<h1>Mill &amp; market</h1>\n<p>First.</p>\n<p>Second line<br>\nthird.</p>\n"
        "</article></body></html>\n"
    )
    assert capture.export == ExportFields(
        headline="Mill & market",
        authors=("Jane Doe",),
        published_raw="2017-02-23 11:47:00-0500",
        published_local_raw="2017-02-23 11:47:00",
        updated_raw="2017-02-24 08:00:00-0500",
        section="Local news",
        tags=("mill",),
        outlet="The Valley Courier",
        language="en-GB",
    )


def test_zeros_are_no_time(tmp_path: Path) -> None:
    zeros = {"post_date_gmt": "0000-00-00 00:00:00", "post_modified_gmt": "0000-00-00 00:00:00"}
    (capture,) = captures(read(tmp_path / "a.xml", wxr(item(**zeros))))
    assert capture.export is not None
    assert (capture.export.published_raw, capture.export.updated_raw) == ("2017-02-23 11:47:00", "2017-02-24 08:00:00")


@pytest.mark.parametrize(
    ("on_wall", "in_utc", "raw"),
    [
        ("2022-09-28 21:14:00", "2022-09-29 01:14:00", "2022-09-28 21:14:00-0400"),
        ("2022-09-29 06:59:00", "2022-09-29 01:14:00", "2022-09-29 06:59:00+0545"),
        ("2022-09-29 01:14:00", "2022-09-29 01:14:00", "2022-09-29 01:14:00Z"),
        ("2022-09-29 01:21:00", "2022-09-29 01:14:00", "2022-09-29 01:14:00Z"),
        ("2016-11-05 10:00:00", "2004-06-03 10:00:00", "2004-06-03 10:00:00Z"),
        ("0000-00-00 00:00:00", "2022-09-29 01:14:00", "2022-09-29 01:14:00Z"),
    ],
)
def test_the_two_clocks_of_a_post_tell_its_offset(tmp_path: Path, on_wall: str, in_utc: str, raw: str) -> None:
    (capture,) = captures(read(tmp_path / "a.xml", wxr(item(post_date=on_wall, post_date_gmt=in_utc))))
    assert capture.export is not None
    assert capture.export.published_raw == raw


def test_what_is_not_published(tmp_path: Path) -> None:
    drafts = [item(status=status) for status in ("draft", "trash", "private", "future", "pending")]
    others = [item(post_type=kind) for kind in ("page", "attachment", "nav_menu_item", "revision", "product")]
    found = read(tmp_path / "a.xml", wxr(*drafts, *others, item("Kept story")))
    assert reasons(found) == [SkipReason.NOT_PUBLISHED] * 10
    assert urls(found) == ["https://valley.example/kept"]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_versions_and_other_prefixes(tmp_path: Path, version: str) -> None:
    data = (
        wxr(*THREE)
        .decode()
        .replace("export/1.2/", f"export/{version}/")
        .replace("xmlns:wp", "xmlns:ns0")
        .replace("wp:", "ns0:")
        .encode()
    )
    assert urls(read(tmp_path / "a", data)) == URLS


def test_compressed_and_zipped(tmp_path: Path) -> None:
    for data in (
        gzip.compress(wxr(*THREE)),
        zipped({"export/a.xml": wxr(*THREE)}),
        zipped({"a.xml.gz": gzip.compress(wxr(*THREE))}),
    ):
        assert urls(read(tmp_path / "a", data)) == URLS


def test_an_item_named_in_a_comment_is_none(tmp_path: Path) -> None:
    data = wxr(*THREE).replace(b"<channel>", b"<!-- each <item> is a post --><channel>")
    assert urls(read(tmp_path / "a.xml", data)) == URLS


def test_another_text_encoding(tmp_path: Path) -> None:
    data = wxr(item("Café")).decode().replace('"UTF-8"', '"ISO-8859-1"').encode("latin-1")
    (capture,) = captures(read(tmp_path / "a.xml", data))
    assert capture.export is not None
    assert capture.export.headline == "Café"


@pytest.mark.parametrize("name", ["GBK", "no-such-encoding"])
def test_a_text_encoding_that_is_not_read(tmp_path: Path, name: str) -> None:
    found = read(tmp_path / "a.xml", wxr(item()).replace(b'"UTF-8"', f'"{name}"'.encode()))
    assert reasons(found) == [SkipReason.NOT_READABLE_KIND]
    assert "encoding" in faults(found)[0].message


def test_control_characters_are_read_as_spaces(tmp_path: Path) -> None:
    found = read(tmp_path / "a.xml", wxr(item("One story", "be\x0bfore\x08after\x00"), *THREE[1:]))
    assert urls(found) == URLS
    assert not faults(found)
    assert b"be fore after" in captures(found)[0].payload


@pytest.mark.parametrize("broken", ["<b>not closed", "]]></content:encoded></wrong><![CDATA["])
def test_a_stretch_that_is_no_xml_costs_one_post(tmp_path: Path, broken: str) -> None:
    bad = item("Bad", "XX").replace("<![CDATA[XX]]>", broken if "CDATA" not in broken else f"<![CDATA[{broken}]]>")
    data = wxr(THREE[0], bad, *THREE[1:])
    found = read(tmp_path / "a.xml", data)
    assert urls(found)[0] == URLS[0]
    assert urls(found)[-1] == URLS[-1]
    (fault,) = faults(found)
    assert fault.reason is SkipReason.DAMAGED
    assert "line" in fault.message
    assert fault.place.offset is not None
    assert data.index(b"<title><![CDATA[Bad") < fault.place.offset < data.index(b"<title><![CDATA[Three")


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        (b"Caf\xe9 owners", b"Caf\xe9 owners"),
        (b"\xff\xfe", b"\xff\xfe"),
        (b"caf\xe9 and bell\xe8", b"caf\xe9 and bell\xe8"),
    ],
)
def test_a_byte_that_is_no_utf8_costs_a_character(tmp_path: Path, broken: bytes, shown: bytes) -> None:
    found = read(tmp_path / "a.xml", wxr(THREE[0], item("Bad", "XX"), *THREE[1:]).replace(b"XX", broken))
    assert urls(found) == [URLS[0], "https://valley.example/bad", *URLS[1:]]
    assert not faults(found)
    assert shown in captures(found)[1].payload
    assert text_damage(captures(found)[1])
    assert not text_damage(captures(found)[0])


@pytest.mark.parametrize("title", ["Bell & Sons", "Bell &Sons", "Bell &", "Bell&nbsp;Sons", "Caf\u00e9 & bar &c."])
def test_a_bare_ampersand_costs_no_post(tmp_path: Path, title: str) -> None:
    bad = item("Bad").replace("<title><![CDATA[Bad]]></title>", f"<title>{title}</title>")
    found = read(tmp_path / "a.xml", wxr(THREE[0], bad, *THREE[1:]))
    assert len(captures(found)) == 4
    export = captures(found)[1].export
    assert export is not None
    due = title.replace("&nbsp;", "\xa0")
    assert export.headline in (due, due.replace("&", "+"))


def test_a_post_that_was_repaired_is_read_again_from_its_byte(tmp_path: Path) -> None:
    found = read(tmp_path / "a.xml", wxr(THREE[0], item("Bad", "XX"), *THREE[1:]).replace(b"XX", b"Caf\xe9"))
    assert [load_capture(capture.place).payload for capture in captures(found)] == [
        capture.payload for capture in captures(found)
    ]


def test_damage_in_what_the_channel_says_costs_no_post(tmp_path: Path) -> None:
    found = read(tmp_path / "a.xml", wxr(*THREE).replace(b"The Valley Courier", b"The Caf\xe9 Courier"))
    assert urls(found) == URLS


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_both_schemes_of_the_namespace(tmp_path: Path, scheme: str) -> None:
    data = wxr(*THREE).replace(b"http://wordpress.org/export", f"{scheme}://wordpress.org/export".encode())
    assert urls(read(tmp_path / "a.xml", data)) == URLS


def test_a_post_behind_a_password_is_not_published(tmp_path: Path) -> None:
    found = read(tmp_path / "a.xml", wxr(item("Shut", post_password="sesame"), item("Open", post_password="")))
    assert urls(found) == ["https://valley.example/open"]
    assert reasons(found) == [SkipReason.NOT_PUBLISHED]


@pytest.mark.parametrize(
    ("content", "due"),
    [
        ('[vc_row][vc_column width="1/2"]One.[/vc_column][/vc_row]', "<p>One.</p>"),
        ("[et_pb_text admin_label='a']One.[/et_pb_text][et_pb_text]Two.[/et_pb_text]", "<p>One.</p>\n<p>Two.</p>"),
        ("[dropcap]O[/dropcap]ne.", "<p>One.</p>"),
        ('One.[contact-form-7 id="12" title="Write"]', "<p>One.</p>"),
        ("[button link='/a']Read[/button] it.", "<p>Read it.</p>"),
        ("He wrote “recieve” [sic] and [his words] stay.", "<p>He wrote “recieve” [sic] and [his words] stay.</p>"),
    ],
)
def test_shortcodes_go_and_their_text_stays(content: str, due: str) -> None:
    assert page_body(content) == due


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), packed=st.booleans())
def test_an_export_cut_at_any_byte(tmp_path: Path, data: st.DataObject, packed: bool) -> None:
    whole = wxr(*THREE)
    cut = data.draw(st.integers(len(WXR_HEAD), len(whole) - len("</rss>\n")))
    part = whole[:cut]
    if packed:
        part = gzip.compress(whole, mtime=0)[: data.draw(st.integers(200, 300))]
    found = read(tmp_path / "cut.xml.gz", part)
    assert urls(found) == URLS[: len(captures(found))]
    if not packed:
        assert len(captures(found)) == part.count(b"</item>")
    assert [fault.reason for fault in faults(found)] == [SkipReason.TRUNCATED]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
    ],
)
def test_entities_are_refused(tmp_path: Path, doctype: str) -> None:
    data = wxr(item("One", "]]>&b;&x;<![CDATA[")).decode().replace("<rss", doctype + "<rss", 1).encode()
    found = read(tmp_path / "a.xml", data)
    assert reasons(found) == [SkipReason.NOT_READABLE_KIND]
    assert "entities" in faults(found)[0].message


def test_a_large_export_is_read_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    with path.open("w") as out:
        out.write(WXR_HEAD)
        for number in range(1500):
            out.write(item(f"s{number} story", "Words. " * 3000))
        out.write(WXR_TAIL)
    tracemalloc.start()
    count = sum(1 for _ in read_captures(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1500
    assert peak < 8_000_000 < path.stat().st_size


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("One.\r\n\r\n\r\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("<div>One.</div>\n\nTwo <em>words</em>.", "<div>One.</div>\n<p>Two <em>words</em>.</p>"),
        (
            "<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->",
            "<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->",
        ),
        ('He said [sic].\n\n[gallery ids="1,2"]', "<p>He said [sic].</p>"),
        (
            '[caption id="a" width="3"]<img src="a.jpg" /> The mill[/caption]Words.',
            '<figure><img src="a.jpg" /><figcaption> The mill</figcaption></figure>\n<p>Words.</p>',
        ),
        ("A\n\n<pre>x\n\ny</pre>\n\nB", "<p>A</p>\n<pre>x\n\ny</pre>\n<p>B</p>"),
        (
            "[embed]https://video.example/1[/embed]",
            '<p><a href="https://video.example/1">https://video.example/1</a></p>',
        ),
    ],
)
def test_a_posts_content_as_html(content: str, body: str) -> None:
    assert page_body(content) == body
