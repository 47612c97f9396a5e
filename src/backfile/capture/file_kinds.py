"""What kind of file some bytes are, told by the bytes (magic numbers; WHATWG MIME Sniffing 7) before the name."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from backfile.capture.unpack import GZIP_MAGIC, ZSTD_MAGIC, ZSTD_SKIPPABLE

HEAD_BYTES = 16 * 1024
"""Bytes of a file's start that `kind_of` wants to see."""


class Kind(StrEnum):
    """A kind of file, as far as reading it goes."""

    EMPTY = "empty"
    GZIP = "gzip"
    ZSTD = "zstd"
    ZIP = "zip"
    WARC = "warc"
    ARC = "arc"
    WXR = "wxr"
    MHTML = "mhtml"
    HTML = "html"
    TEXT = "text"
    XML = "xml"
    """XML that is neither XHTML nor a WordPress export."""
    MACHINE_TEXT = "machine-text"
    """Text for machines: JSON, a stylesheet, a script, a table."""
    MEDIA = "media"
    """A picture, a recording, a font, a document of another program."""
    BINARY = "binary"
    """Bytes of no kind that is known here."""


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"RIFF", "a picture or recording"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"OTTO", "a font"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a sound recording"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"FLV\x01", "a video"),
    (b"FWS", "a Flash film"),
    (b"CWS", "a Flash film"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x00asm", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook document"),
    (b"{\\rtf", "a rich text document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (b"BZh", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ\x00", "an xz file: unpack it first"),
)
UTF8_MARK = b"\xef\xbb\xbf"
_BYTE_ORDER_MARKS = ((UTF8_MARK, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HTML_START = re.compile(
    rb"(?>(?:\s|<!--.*?-->|<\?xml[^>]*>|<\?php.*?\?>)*)<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
"""<!-- saved --> <!DOCTYPE html>; not <rss>, not "function () { return '<html>' }"."""
_HTML_TAG = re.compile(
    rb"<(?:html|head|title|body|meta|link|script|style|div|p|table|tr|td|h[1-6]|ul|ol|article|section|center|font"
    rb"|main|header|footer|nav|aside|figure|pre|dl|frameset|span|br|img|a\s|b>|i>|em>|strong>|blockquote|!doctype\s+html)(?:[\s/>]|$)|<a\s+href",
    re.IGNORECASE,
)
"""<p>, <a href=...>, <TABLE border=1>; not "a < b", not <channel>."""
_XML_START = re.compile(rb"\s*(?:<\?xml|<rss|<feed|<urlset|<sitemapindex|<svg|<opml|<kml|<rdf:rdf)", re.IGNORECASE)
_XHTML_ROOT = re.compile(rb"<html[\s>]", re.IGNORECASE)
_WXR_MARK = re.compile(rb"https?://wordpress\.org/export/\d", re.IGNORECASE)
_ARC_START = re.compile(rb"filedesc://\S* ")
_MHTML_START = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
_JSON_START = re.compile(rb"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"\d-]|\]))")
_MACHINE_NAMES = frozenset({
    "css", "js", "mjs", "cjs", "json", "jsonl", "ndjson", "cdx", "cdxj", "csv", "tsv", "map", "ts", "py", "sh", "sql",
    "yaml", "yml", "toml", "ini", "cfg", "conf", "lock", "po", "srt", "vtt", "m3u8", "svg", "less", "scss", "php",
    "asp", "jsp", "log", "sum", "md5", "sha256",
})  # fmt: skip
_PAGE_NAMES = frozenset({"html", "htm", "xhtml", "shtml", "xht", "mhtml", "mht", "txt", "text", "asc"})


def suffix_of(name: str) -> str:
    """What follows the last dot of a file's name, in lower case, compression aside: "html" of "a.html.gz"."""
    stem = re.sub(r"\.(gz|zst)$", "", PurePosixPath(name).name.lower())
    return stem.rpartition(".")[2] if "." in stem else ""


def kind_of(head: bytes, name: str = "") -> Kind:
    """The kind of a file whose first bytes are `head` (HEAD_BYTES of them, fewer if it is shorter)."""
    if not head:
        return Kind.EMPTY
    container = _container(head)
    if container:
        return container
    if media_name(head):
        return Kind.MEDIA
    text = ascii_of(head)
    if text is None:
        return Kind.BINARY
    return _text_kind(text, suffix_of(name))


def _container(head: bytes) -> Kind | None:
    if head.startswith(GZIP_MAGIC):
        return Kind.GZIP
    if head.startswith(ZSTD_MAGIC) or ZSTD_SKIPPABLE.match(head):
        return Kind.ZSTD
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK")):
        return Kind.ZIP
    if head.removeprefix(UTF8_MARK).lstrip(b"\r\n").startswith(b"WARC/"):
        return Kind.WARC
    return Kind.ARC if _ARC_START.match(head) else None


def _text_kind(text: bytes, suffix: str) -> Kind:
    if begins_as_html(text):
        return Kind.HTML
    if _XML_START.match(text):
        if _WXR_MARK.search(text):
            return Kind.WXR
        return Kind.HTML if _XHTML_ROOT.search(text[:2048]) and b"<svg" not in text[:256].lower() else Kind.XML
    if _MHTML_START.match(text):
        return Kind.MHTML
    if suffix in _MACHINE_NAMES or _JSON_START.match(text):
        return Kind.MACHINE_TEXT
    if _HTML_TAG.search(text) and suffix not in ("txt", "text", "asc"):
        return Kind.HTML
    return Kind.HTML if suffix in ("html", "htm", "xhtml", "shtml", "xht") else Kind.TEXT


def begins_as_html(head: bytes) -> bool:
    """True for bytes that no browser would take for anything but a page."""
    text = ascii_of(head[:HEAD_BYTES])
    return text is not None and _HTML_START.match(text) is not None


def looks_like_html(head: bytes) -> bool:
    """True for bytes with a tag of HTML near the start."""
    text = ascii_of(head[:HEAD_BYTES])
    return text is not None and _HTML_TAG.search(text) is not None


def media_name(head: bytes) -> str | None:
    """What a person calls a file with this magic number; None when it is not in the list."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[4:8] == b"ftyp":
        return "a video"
    if head[257:262] == b"ustar":
        return "a tar archive: unpack it first"
    return None


def ascii_of(head: bytes) -> bytes | None:
    """Text as bytes whose ASCII can be searched: UTF-16 made UTF-8, the mark taken off. None for what is no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore").encode("utf-8", "ignore")
    for pattern, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if head.startswith(pattern) and head[2:4][pattern.index(0) : pattern.index(0) + 1] == b"\0":
            return head.decode(encoding, "ignore").encode("utf-8", "ignore")
    return None if _is_binary(head) else head


def _is_binary(head: bytes) -> bool:
    """WHATWG's binary data bytes; a few are borne with, as old pages hold stray control characters."""
    strange = len(head) - len(head.translate(None, _CONTROL))
    return strange > 1 + len(head) // 200


_CONTROL = bytes((*range(9), 11, *range(14, 27), *range(28, 32)))


def claims_to_be_a_page(name: str) -> bool:
    """True for names that a saved page has."""
    return suffix_of(name) in _PAGE_NAMES
