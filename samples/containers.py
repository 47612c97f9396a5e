"""The files that hold pages: WARC 1.1 records, WACZ 1.1.1, WordPress's WXR 1.2. The clock has no part in them."""

import base64
import gzip
import hashlib
import io
import json
import zipfile
import zlib
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from samples.pages import Page
from samples.rendering import Story

LONG_AGO = (2024, 1, 1, 0, 0, 0)
"""The time that every member of a zip is given."""


def zipped(text: bytes) -> bytes:
    """One gzip member with no name and no time in it."""
    return gzip.compress(text, 9, mtime=0)


Fields = list[tuple[str, str]]


class Warc:
    """A WARC file being written in memory, each record a gzip member of its own (WARC 1.1, annex D)."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.members: list[bytes] = []
        fields = b"software: samples/make_samples.py\r\nformat: WARC File Format 1.1\r\n"
        self._write("warcinfo", "2024-01-01T00:00:00Z", [("Content-Type", "application/warc-fields")], fields)

    def response(self, page: Page, payload: bytes, *, coded: bool = False) -> None:
        """A page; `coded` sends it gzip-encoded in chunks, as servers of the time did."""
        has_charset = page.template != "table"
        http: Fields = [("Content-Type", f"text/html; charset={page.charset}" if has_charset else "text/html")]
        entity = zipped(payload) if coded else payload
        digest = digest_of(entity)
        if coded:
            payload = _chunked(entity)
            http += [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
        else:
            http += [("Content-Length", str(len(payload)))]
        more = [("WARC-Payload-Digest", digest)]
        self.record("response", page.url or "", page.captured_at or "", ("200 OK", http), payload, more)

    def record(
        self, kind: str, url: str, date: str, http: tuple[str, Fields], payload: bytes, more: Fields | None = None
    ) -> None:
        """Any record of an HTTP answer: `http` is its status and headers."""
        status, headers = http
        head = "".join(f"{line}\r\n" for line in [f"HTTP/1.1 {status}", *(f"{n}: {v}" for n, v in headers), ""])
        fields = [("WARC-Target-URI", url), ("Content-Type", "application/http; msgtype=response"), *(more or [])]
        self._write(kind, date, fields, head.encode() + payload)

    def _write(self, kind: str, date: str, fields: Fields, block: bytes) -> None:
        name = uuid5(NAMESPACE_URL, f"{self.name} {len(self.members)}")
        head: Fields = [("WARC-Type", kind), ("WARC-Record-ID", f"<urn:uuid:{name}>"), ("WARC-Date", date), *fields]
        head.append(("Content-Length", str(len(block))))
        lines = ["WARC/1.1", *(f"{n}: {v}" for n, v in head), ""]
        self.members.append(zipped("".join(f"{line}\r\n" for line in lines).encode() + block + b"\r\n\r\n"))

    def bytes(self) -> bytes:
        """The file so far."""
        return b"".join(self.members)


def digest_of(payload: bytes) -> str:
    """WARC-Payload-Digest as crawlers write it: SHA-1 in base 32."""
    return "sha1:" + base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()


def _chunked(data: bytes) -> bytes:
    """RFC 9112 section 7.1."""
    half = len(data) // 2
    parts = [data[:half], data[half:]]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def wacz(warc: bytes, name: str, pages: list[tuple[Page, str]]) -> bytes:
    """A WACZ of one WARC: datapackage.json, pages/pages.jsonl, an empty index."""
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    lines = [head] + [{"id": str(p.number), "url": p.url, "ts": p.captured_at, "title": title} for p, title in pages]
    files = {
        f"archive/{name}": warc,
        "indexes/index.cdx": b"",
        "pages/pages.jsonl": "".join(json.dumps(line) + "\n" for line in lines).encode(),
    }
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "The Aldersford Courier, 2022 (made up)",
        "created": "2024-01-01T00:00:00Z",
        "software": "samples/make_samples.py",
        "resources": [
            {
                "name": path.rsplit("/", 1)[1],
                "path": path,
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                "bytes": len(data),
            }
            for path, data in files.items()
        ],
    }
    files["datapackage.json"] = json.dumps(package, indent=2).encode()
    return _zip(files)


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for path, data in files.items():
            member = zipfile.ZipInfo(path, LONG_AGO)
            stored = path.endswith((".gz", ".cdx"))
            out.writestr(member, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


PARAGRAPHS = "\n\n"

CHANNEL = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- {mark} -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Wren County Post</title>
<link>http://wrencountypost.example</link>
<description>All of Wren County, every Wednesday</description>
<pubDate>Sat, 01 Feb 2014 12:00:00 +0000</pubDate>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>http://wrencountypost.example</wp:base_site_url>
<wp:base_blog_url>http://wrencountypost.example</wp:base_blog_url>
{authors}
{items}
</channel>
</rss>
"""


def _cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def wxr(mark: str, posts: list[tuple[int, str, Story]]) -> bytes:
    """A WordPress export; each post is (number, status, story). Three entries that are no posts follow."""
    names = sorted({name for _, _, story in posts for name in story["authors"]})
    authors = "\n".join(
        f"<wp:author><wp:author_login>{_login(n)}</wp:author_login><wp:author_display_name>{_cdata(n)}</wp:author_display_name></wp:author>"
        for n in names
    )
    items = [_item(number, "post", status, story) for number, status, story in posts]
    blank: Story = {
        "authors": ["Naomi Feld"],
        "blocks": [],
        "notes": [],
        "tags": [],
        "section": "News",
        "updated": None,
    }
    draft = blank | {
        "headline": "Draft: who owns the mill?",
        "published": "2013-12-01T09:00:00-05:00",
        "blocks": [
            {"kind": "paragraph", "text": "Nobody picks up the telephone in Port Linden. Check again in January."}
        ],
    }
    about = blank | {
        "headline": "About the Post",
        "published": "2008-01-02T09:00:00-05:00",
        "blocks": [{"kind": "paragraph", "text": "The Post has been printed every Wednesday since 1921."}],
    }
    picture = blank | {"headline": "mill-2009", "published": "2009-05-03T09:00:00-04:00"}
    items += [
        _item(506, "post", "draft", draft),
        _item(507, "page", "publish", about),
        _item(508, "attachment", "inherit", picture),
    ]
    return CHANNEL.format(mark=mark, authors=authors, items="\n".join(items)).encode()


def _login(name: str) -> str:
    return name.lower().replace(" ", "")


def _item(number: int, kind: str, status: str, story: Story) -> str:
    local, gmt = _clocks(story["published"])
    changed, changed_gmt = _clocks(story["updated"] or story["published"])
    parts = [block["text"] for block in story["blocks"]] + [f"<em>{note['text']}</em>" for note in story["notes"]]
    tags = "".join(f'<category domain="post_tag" nicename="t">{_cdata(tag)}</category>\n' for tag in story["tags"])
    return f"""<item>
<title>{escape(story["headline"])}</title>
<link>http://wrencountypost.example/?p={number}</link>
<dc:creator>{_cdata(_login(story["authors"][0]))}</dc:creator>
<guid isPermaLink="false">http://wrencountypost.example/?p={number}</guid>
<content:encoded>{_cdata(PARAGRAPHS.join(parts))}</content:encoded>
<excerpt:encoded>{_cdata("")}</excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date>{local}</wp:post_date>
<wp:post_date_gmt>{gmt}</wp:post_date_gmt>
<wp:post_modified>{changed}</wp:post_modified>
<wp:post_modified_gmt>{changed_gmt}</wp:post_modified_gmt>
<wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type>
<category domain="category" nicename="c">{_cdata(story["section"])}</category>
{tags}</item>"""


def _clocks(value: str) -> tuple[str, str]:
    """(the newsroom's wall clock, the same in UTC), as WordPress prints them."""
    at = datetime.fromisoformat(value)
    return f"{at:%Y-%m-%d %H:%M:%S}", f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def opened(name: str, data: bytes) -> Any:
    """What a file holds, whichever zlib packed it: for comparing two of them."""
    if name.endswith(".gz"):
        return _members(data)
    if name.endswith(".wacz"):
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            return {n: opened(n, z.read(n)) for n in z.namelist() if n != "datapackage.json"}
    return data


def _members(data: bytes) -> list[bytes]:
    """The gzip members that are whole."""
    members: list[bytes] = []
    while data:
        reader = zlib.decompressobj(31)
        member = reader.decompress(data)
        if not reader.eof:
            break
        members.append(member)
        data = reader.unused_data
    return members
