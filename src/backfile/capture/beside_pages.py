"""Feeds, sitemaps and lists of addresses -> what they name (RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1, sitemaps 0.9 with
Google's news element, indexes of sitemaps; text or CSV with an address a line). Never a story, always a Skipped with its mentions.
"""

import csv
import html
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from backfile.capture.faults import Fault
from backfile.capture.file_kinds import HEAD_BYTES, ascii_of
from backfile.capture.unpack import GZIP_MAGIC, Unpacked
from backfile.capture.xml_entries import Entries, Entry, xml_entries
from backfile.limits import LARGEST_PAYLOAD, LONGEST_MENTION, MOST_MENTIONS
from backfile.model.capture import Place, Skipped, SkipReason
from backfile.model.mentions import Mention, MentionKind

_XML_ROOT = re.compile(rb"<(?:\w+:)?(rss|rdf|feed|urlset|sitemapindex)[\s>]", re.IGNORECASE)
"""<rss version="2.0">, <rdf:RDF xmlns=...>, <urlset>; not <feedback>."""
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)
_XML_START = re.compile(rb"\s*<(?:\?xml|!doctype\s+rss|rss|rdf:|feed|urlset|sitemapindex)", re.IGNORECASE)
_ADDRESS_IN = re.compile(rb"https?://", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_LOOKED_AT = 200
"""Lines of a text that tell whether it is a list of addresses."""
_GENERATED_FROM = 5
"""Entries of a sitemap from which a last change that most of them share is that of the sitemap's making."""
_MAP_KINDS = frozenset({"urlset", "sitemapindex"})


def beside_page(data: bytes, place: Place, *, url: str | None = None) -> Skipped | None:
    """What a file names that is a feed, a sitemap or a list of addresses; None for what is none."""
    data = _plain(data)
    head = ascii_of(data[:HEAD_BYTES])
    if head is None:
        return None
    if _XML_ROOT.search(head):
        return _of_xml(data, place, url)
    if _JSON_FEED.search(head):
        return _of_json(data, place, url)
    return _of_lines(data, place, url) if _ADDRESS_IN.search(head) and b"<" not in head else None


def may_be_beside(head: bytes) -> bool:
    """Whether bytes that were served as a page begin as a feed or a sitemap does."""
    return _XML_START.match(head) is not None and _XML_ROOT.search(head) is not None


def _plain(data: bytes) -> bytes:
    """A sitemap is often kept packed."""
    if not data.startswith(GZIP_MAGIC):
        return data
    try:
        return Unpacked(io.BytesIO(data)).read(LARGEST_PAYLOAD)
    except Fault:
        return b""


def _of_xml(data: bytes, place: Place, url: str | None) -> Skipped | None:
    entries = xml_entries(data)
    if entries.root not in ("rss", "rdf", "feed", *_MAP_KINDS) or (entries.fault and not entries.found):
        return None
    is_map = entries.root in _MAP_KINDS
    mentions = _map_mentions(entries) if is_map else _feed_mentions(entries, url)
    reason = SkipReason.SITEMAP if is_map else SkipReason.FEED
    what = "An index of sitemaps" if entries.root == "sitemapindex" else "A sitemap" if is_map else "A feed"
    return _skipped(place, reason, what, url, [*mentions], entries)


def _feed_mentions(entries: Entries, url: str | None) -> Iterator[Mention]:
    base = urljoin(url or "", entries.base or "")
    for entry in entries.found:
        link = _link_of(entry)
        if address := _address(link, base):
            yield Mention(
                address,
                MentionKind.FEED,
                entry.first("pubDate", "published", "issued", "dc:date", "dc:issued", "created"),
                entry.first("updated", "modified", "dc:modified"),
                _words(entry.first("title", "dc:title")),
                _section(entry),
            )


def _link_of(entry: Entry) -> str | None:
    """The story's own address: what FeedBurner and its kin led elsewhere, else the link, else a guid that is one."""
    own = entry.first("feedburner:origLink")
    if own or (own := entry.first("link")):
        return own
    for link in entry.links:
        if link.get("rel", "alternate") == "alternate" and "html" in link.get("type", "html"):
            return link["href"]
    guid = entry.first("guid") if entry.guid_is_link else None
    return guid or next((value for name, value in entry.attributes.items() if name.endswith("about")), None)


def _section(entry: Entry) -> str | None:
    """The one category of an entry: several are tags as well as sections, and nothing tells which."""
    named = [*entry.terms, *entry.texts.get("category", ()), *entry.texts.get("dc:subject", ())]
    return _words(named[0]) if len(named) == 1 and named[0].lower() != "uncategorized" else None


def _map_mentions(entries: Entries) -> Iterator[Mention]:
    changed = Counter(entry.first("lastmod") for entry in entries.found)
    common, times = changed.most_common(1)[0] if changed else (None, 0)
    is_generated = times >= _GENERATED_FROM and 2 * times > len(entries.found)
    for entry in entries.found:
        address = _address(entry.first("loc"), "")
        if address is None:
            continue
        if entries.root == "sitemapindex":
            yield Mention(address, MentionKind.MAP)
            continue
        last = entry.first("lastmod")
        published = entry.first("news:publication_date")
        kind = MentionKind.NEWS_SITEMAP if published else MentionKind.SITEMAP
        updated = None if is_generated and last == common else last
        yield Mention(address, kind, published, updated, _words(entry.first("news:title")))


def _of_json(data: bytes, place: Place, url: str | None) -> Skipped | None:
    import orjson  # few files are JSON feeds

    try:
        feed = orjson.loads(data)
        items = feed["items"]
    except (ValueError, LookupError, TypeError):
        return None
    if not isinstance(items, list):
        return None
    base = urljoin(url or "", _text(feed.get("home_page_url")) or "")
    found = [mention for item in items if isinstance(item, dict) and (mention := _json_mention(item, base))]
    return _skipped(place, SkipReason.FEED, "A feed", url, found)


def _json_mention(item: dict[str, Any], base: str) -> Mention | None:
    address = _address(_text(item.get("url")), base)
    if address is None:
        return None
    tags = item.get("tags")
    section = _text(tags[0]) if isinstance(tags, list) and len(tags) == 1 else None
    days = (_text(item.get("date_published")), _text(item.get("date_modified")))
    return Mention(address, MentionKind.FEED, *days, _words(_text(item.get("title"))), section)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) and len(value) <= LONGEST_MENTION else None


def _of_lines(data: bytes, place: Place, url: str | None) -> Skipped | None:
    text = data.decode("utf-8-sig", "replace")
    lines = [line for line in _LINE_ENDS.split(text) if line.strip()]
    looked_at = lines[:_LOOKED_AT]
    column = _column(looked_at)
    if column is None:
        return None
    found = [
        Mention(cells[column], MentionKind.LIST)
        for cells in _rows(lines)
        if len(cells) > column and _is_address(cells[column])
    ]
    listed = _skipped(place, SkipReason.ADDRESS_LIST, "A list of addresses", url, found)
    without = len(lines) - len(found)
    return replace(listed, message=f"{listed.message} Lines without one: {without:,}.") if without else listed


def _column(lines: list[str]) -> int | None:
    """The column that holds an address in every line, a head apart; None where there is none."""
    rows = [*_rows(lines)]
    has_head = bool(rows) and not any(map(_is_address, rows[0]))
    body = rows[has_head:]
    if not body or (has_head and len(rows[0]) == 1 and " " in rows[0][0]):
        return None
    columns = range(min(map(len, body)))
    return next((at for at in columns if all(_is_address(row[at]) for row in body)), None)


def _rows(lines: Iterable[str]) -> Iterator[list[str]]:
    """The cells of each line. An address alone in its line may hold commas."""
    for line in lines:
        if _is_address(line.strip()):
            yield [line.strip()]
            continue
        delimiter = "\t" if "\t" in line else ";" if line.count(";") >= max(1, line.count(",")) else ","
        try:
            yield [cell.strip() for cell in next(csv.reader(io.StringIO(line), delimiter=delimiter))]
        except (csv.Error, StopIteration):
            yield [line]


def _is_address(cell: str) -> bool:
    return len(cell) <= LONGEST_MENTION and _ADDRESS.match(cell) is not None


def _skipped(
    place: Place,
    reason: SkipReason,
    what: str,
    url: str | None,
    mentions: list[Mention],
    entries: Entries | None = None,
) -> Skipped:
    kept = tuple(dict.fromkeys(mentions[:MOST_MENTIONS]))
    message = f"{what}: {len(kept):,} addresses." if len(kept) != 1 else f"{what}: 1 address."
    if len(mentions) > MOST_MENTIONS or (entries and entries.is_more):
        message += f" It names more than {MOST_MENTIONS:,}: the rest is not read."
    if entries and entries.fault:
        message += f" The rest is not read: {entries.fault}."
    return Skipped(place, reason, message, url, None, kept)


def _address(link: str | None, base: str) -> str | None:
    try:
        found = urljoin(base, html.unescape(link).strip()) if link else ""
    except ValueError:
        return None
    return found if _is_address(found) else None


def _words(text: str | None) -> str | None:
    """A title as words: feeds write it as text, or as HTML, escaped."""
    if text is None:
        return None
    plain = html.unescape(text)
    return " ".join((_TAG.sub("", plain) if "<" in plain else plain).split()) or None
