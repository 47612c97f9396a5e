"""Made-up pages and archives, by hand, so that a test knows every byte."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import zstandard

from backfile.capture import load_capture, read_captures
from backfile.model.capture import Capture, Skipped, SkipReason

DATE = "2017-02-23T16:47:00Z"


def page(words: str = "The mill reopened on Monday.") -> bytes:
    title = words.split(".")[0]
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><p>{words}</p></body></html>".encode()


def http(
    body: bytes, content_type: str | None = "text/html; charset=utf-8", *headers: str, status: str = "200 OK"
) -> bytes:
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {content_type}"] if content_type else []), *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(block: bytes, url: str | None = "https://valley.example/a", kind: str = "response", **fields: str) -> bytes:
    """A WARC record; fields by name with underscores for hyphens."""
    values = {
        "WARC-Type": kind,
        "WARC-Date": DATE,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }
    if url:
        values["WARC-Target-URI"] = url
    values |= {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in values.items() if value)
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(words: str, url: str, **fields: str) -> bytes:
    return record(http(page(words)), url, **fields)


def warcinfo() -> bytes:
    return record(b"software: made by hand\r\n", None, "warcinfo", Content_Type="application/warc-fields")


def gz(records: list[bytes]) -> bytes:
    """One member a record, as web archives are."""
    return b"".join(gzip.compress(item, mtime=0) for item in records)


def zst(records: list[bytes], dictionary: bytes | None = None) -> bytes:
    if dictionary is None:
        return b"".join(zstandard.ZstdCompressor().compress(item) for item in records)
    compressor = zstandard.ZstdCompressor(dict_data=zstandard.ZstdCompressionDict(dictionary))
    frame = b"\x5d\x2a\x4d\x18" + len(dictionary).to_bytes(4, "little") + dictionary
    return frame + b"".join(compressor.compress(item) for item in records)


def arc(*pages: tuple[str, bytes]) -> list[bytes]:
    about = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    first = b"filedesc://valley.arc 0.0.0.0 20010203040506 text/plain %d\n" % len(about) + about + b"\n"
    rest = [f"{url} 10.0.0.1 20010203040506 text/html {len(block)}\n".encode() + block + b"\n" for url, block in pages]
    return [first, *rest]


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def wacz(warcs: dict[str, bytes], pages: list[dict[str, str]], hashes: dict[str, str] | None = None) -> bytes:
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages"}), *map(json.dumps, pages)]
    resources = [{"path": f"archive/{name}", "hash": (hashes or {}).get(name)} for name in warcs]
    files = {f"archive/{name}": data for name, data in warcs.items()}
    files["pages/pages.jsonl"] = "\n".join(lines).encode()
    files["datapackage.json"] = json.dumps({"profile": "data-package", "resources": resources}).encode()
    return zipped(files, zipfile.ZIP_STORED)


WXR_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1" created="2017-03-01 09:00" -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
	<title>The Valley Courier</title>
	<link>https://valley.example</link>
	<pubDate>Wed, 01 Mar 2017 09:00:00 +0000</pubDate>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:author><wp:author_login><![CDATA[jdoe]]></wp:author_login>
	<wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
"""
WXR_TAIL = "</channel>\n</rss>\n"


def item(title: str = "Mill reopens", content: str = "First.\n\nSecond.", **fields: str) -> str:
    values = {
        "post_date": "2017-02-23 11:47:00",
        "post_date_gmt": "2017-02-23 16:47:00",
        "post_modified": "2017-02-24 08:00:00",
        "post_modified_gmt": "2017-02-24 13:00:00",
        "status": "publish",
        "post_type": "post",
    } | fields
    elements = "".join(f"<wp:{name}><![CDATA[{value}]]></wp:{name}>\n" for name, value in values.items())
    return (
        f"\t<item><title><![CDATA[{title}]]></title><link>https://valley.example/{title.split()[0].lower()}</link>\n"
        f"<dc:creator><![CDATA[jdoe]]></dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>\n"
        f"<excerpt:encoded><![CDATA[]]></excerpt:encoded>{elements}"
        '<category domain="category" nicename="news"><![CDATA[Local news]]></category>'
        '<category domain="post_tag" nicename="mill"><![CDATA[mill]]></category></item>\n'
    )


def wxr(*items: str) -> bytes:
    return (WXR_HEAD + "".join(items) + WXR_TAIL).encode()


def read(path: Path, data: bytes | None = None, **given: object) -> list[Capture | Skipped]:
    """What reading gives, after making sure that every capture is read again the same."""
    if data is not None:
        path.write_bytes(data)
    found = list(read_captures(path, **given))  # type: ignore[arg-type]
    if not given:
        for capture in captures(found):
            assert load_capture(capture.place) == capture
    return found


def captures(found: list[Capture | Skipped]) -> list[Capture]:
    return [item for item in found if isinstance(item, Capture)]


def reasons(found: list[Capture | Skipped]) -> list[SkipReason]:
    return [item.reason for item in found if isinstance(item, Skipped)]


def faults(found: list[Capture | Skipped]) -> list[Skipped]:
    return [item for item in found if isinstance(item, Skipped) and item.reason.is_fault]


def urls(found: list[Capture | Skipped]) -> list[str | None]:
    return [capture.url for capture in captures(found)]
