"""Chosen captures as a WACZ (Webrecorder, WACZ 1.1.1): a zip of a WARC, an index of it, and a list of pages with title, text and dates."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import orjson

from backfile.archive.reader import Archive
from backfile.capture.instants import instant_of
from backfile.export.exported import Exported
from backfile.export.made_records import file_head, warc_date
from backfile.export.stories import Stories
from backfile.export.warc_file import SOFTWARE
from backfile.export.warc_records import WarcRecords, Written
from backfile.export.whole_output import whole_output
from backfile.model.story import Story

_WARC = "data.warc.gz"
_WWW = re.compile(r"www\d*\.")
_PAGES = {"format": "json-pages-1.0", "id": "pages", "title": "Stories", "hasText": True}


def write_wacz(archive: Archive, stories: Stories, out: Path) -> Exported:
    """Writes every capture of the stories, and a line a story in the list of pages, into the new file `out`."""
    now = datetime.now(UTC)
    done = Exported("captures")
    records = WarcRecords(archive, now, done)
    index: list[str] = []
    pages = [orjson.dumps(_PAGES)]
    with whole_output(out, is_folder=False) as path, zipfile.ZipFile(path, "w") as package:
        resources = []
        with _Member(package, f"archive/{_WARC}") as warc:
            warc.write(file_head(SOFTWARE, now))
            for story in stories:
                for written in records.of(story):
                    index += _index_lines(written, warc.size)
                    warc.write(written.member)
                pages += map(orjson.dumps, _page(archive, story))
        resources.append(warc.described())
        for name, lines in (
            ("indexes/index.cdx", [line.encode() for line in sorted(index)]),
            ("pages/pages.jsonl", pages),
        ):
            with _Member(package, name) as member:
                member.write(b"".join(line + b"\n" for line in lines))
            resources.append(member.described())
        _describe(package, resources, now)
    return done


class _Member:
    """A member of a WACZ: stored as it is, for readers that fetch parts of it (section 4 of the specification)."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self.name, self.size = name, 0
        self._digest = hashlib.sha256()
        self._file = package.open(name, "w", force_zip64=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        """More of it."""
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)

    def described(self) -> dict[str, Any]:
        """A resource of the package's description."""
        digest = f"sha256:{self._digest.hexdigest()}"
        return {"name": self.name.rpartition("/")[2], "path": self.name, "hash": digest, "bytes": self.size}


def _describe(package: zipfile.ZipFile, resources: list[dict[str, Any]], now: datetime) -> None:
    """datapackage.json, and the file with its digest."""
    description = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": SOFTWARE,
        "created": warc_date(now),
        "resources": resources,
    }
    text = orjson.dumps(description, option=orjson.OPT_INDENT_2)
    package.writestr("datapackage.json", text)
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(text).hexdigest()}"}
    package.writestr("datapackage-digest.json", orjson.dumps(digest))


def _page(archive: Archive, story: Story) -> Iterator[dict[str, Any]]:
    """The line of a story's page: the specification's fields, and beside them when the story was published and how that is known."""
    first = next(iter(archive.captures_of(story.id)), None)
    if first is None or not first.url:
        return
    yield {
        "id": story.id,
        "url": first.url,
        "ts": first.captured_at,
        "title": story.headline,
        "text": story.body,
        "published": story.published.value if story.published else None,
        "basis": story.published.basis if story.published else None,
        "earliest": story.window.earliest,
        "latest": story.window.latest,
    }


def _index_lines(written: Written, offset: int) -> Iterator[str]:
    """The record's line of the index (CDXJ): key, time, where it lies. What is no page of the web has none."""
    headers = written.headers
    url, saved = headers.get("warc-target-uri", "").strip("<>"), instant_of(headers.get("warc-date"))
    if headers.get("warc-type") not in ("response", "resource", "revisit") or saved is None:
        return
    fields = {
        "url": url,
        "mime": "warc/revisit" if headers["warc-type"] == "revisit" else written.media_type or "unk",
        "status": written.status or "-",
        "digest": headers.get("warc-payload-digest") or headers.get("warc-block-digest"),
        "length": str(len(written.member)),
        "offset": str(offset),
        "filename": _WARC,
    }
    held = {name: value for name, value in fields.items() if value}
    yield f"{urlkey(url)} {saved:%Y%m%d%H%M%S} {orjson.dumps(held).decode()}"


def urlkey(url: str) -> str:
    """ "example,paper)/2017/02/23/story?a=1" of https://www.paper.example/2017/02/23/story?a=1 (SURT, as CDX files are sorted by)."""
    try:
        parts = urlsplit(url.lower())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.lower().replace(" ", "%20")
    key = ",".join(reversed(_WWW.sub("", host, count=1).split(".")))
    if port not in (None, 80, 443):
        key += f":{port}"
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{key}){parts.path or '/'}{'?' + query if query else ''}"
