"""Packs sets of saved pages into one .warc.gz of response records, to add real input as a crawler would have left it.

    python bench/pack_warc.py SET_DIR[:LIMIT] ... --out FILE.warc.gz [--date 2024-06-01T00:00:00Z]

A set is a folder with html/<id>.html.gz and truth.jsonl, a line a page with its id, url and, where known, captured_at
(UTC where it has no offset). A WARC record must have a date: pages without one get --date. Pages without an address, or
without a file, are left out and counted. The WARC holds publishers' pages: keep it out of the project.
"""

import argparse
import base64
import gzip
import hashlib
import json
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SET_DIR[:LIMIT]")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--date", default="2024-06-01T00:00:00Z", help="for pages whose truth gives none")
    given = parser.parse_args()
    written = left_out = 0
    with given.out.open("wb") as out:
        out.write(gzip.compress(warcinfo(given.date), mtime=0))
        for folder, truth in pages(given.sets):
            file = folder / "html" / f"{truth['id']}.html.gz"
            if not truth.get("url") or not file.exists():
                left_out += 1
                continue
            out.write(gzip.compress(response(gzip.decompress(file.read_bytes()), truth, given.date), mtime=0))
            written += 1
    print(f"{given.out}: {written} pages, {left_out} left out, {given.out.stat().st_size} bytes", file=sys.stderr)


def pages(sets: list[str]) -> Iterator[tuple[Path, dict[str, Any]]]:
    for item in sets:
        name, _, limit = item.partition(":")
        lines = (
            Path(name, "truth.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
        )  # not at U+2028, which JSON leaves as it is
        for line in lines[: int(limit) if limit else None]:
            yield Path(name), json.loads(line)


def warc_date(truth: dict[str, Any], default: str) -> str:
    raw = truth.get("captured_at")
    if not raw:
        return default
    moment = datetime.fromisoformat(raw)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def response(html: bytes, truth: dict[str, Any], default_date: str) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(html) + html
    return record("response", warc_date(truth, default_date), block, "application/http; msgtype=response", truth["url"])


def warcinfo(date: str) -> bytes:
    return record("warcinfo", date, b"software: backfile bench/pack_warc.py\r\n", "application/warc-fields")


def record(kind: str, date: str, block: bytes, content_type: str, url: str | None = None) -> bytes:
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {date} {url}")
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Date: {date}", f"WARC-Record-ID: <urn:uuid:{name}>"]
    lines += [f"WARC-Target-URI: {url}"] if url else []
    lines += [f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}"]
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


if __name__ == "__main__":
    main()
