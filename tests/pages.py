"""Made-up pages, and a small reader of folders of them: what the tests of adding need of a source."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from backfile.errors import SourceUnreadable
from backfile.model.capture import Capture, Place, Skipped, SkipReason


def page(headline: str, *paragraphs: str) -> str:
    return f"<title>{headline}</title>" + "".join(f"<p>{text}</p>" for text in paragraphs)


def bundle(path: Path, captures: Iterable[tuple[str | None, str | None, str]]) -> Path:
    """A file of many captures, (url, captured_at, html) each on a line: what a WARC is, in small."""
    lines = [json.dumps({"url": url, "at": at, "html": html}) + "\n" for url, at, html in captures]
    path.write_text("".join(lines))
    return path


class SourceFile(NamedTuple):
    path: str
    size: int


def source_files(source: str | Path) -> Iterator[SourceFile]:
    paths = [Path(source)] if Path(source).is_file() else sorted(Path(source).rglob("*"))
    return (SourceFile(str(path), path.stat().st_size) for path in paths if path.is_file())


def read_captures(source: str | Path, **_: object) -> Iterator[Capture | Skipped]:
    """Reads folders, bundles (.lines) and single pages (.html)."""
    if not Path(source).exists():
        yield Skipped(Place(str(source)), SkipReason.MISSING_FILE, "there is no such file")
    for file in source_files(source):
        yield from _read_file(file.path)


def _read_file(source: str) -> Iterator[Capture | Skipped]:
    path = Path(source)
    if path.suffix == ".html":
        yield _capture(path.read_bytes(), Place(source), None, None)
        return
    if path.suffix != ".lines":
        yield Skipped(Place(source), SkipReason.NOT_READABLE_KIND, "a file of no kind that is read")
        return
    offset = 0
    for line in path.read_bytes().splitlines(keepends=True):
        place = Place(source, None, offset, len(line))
        offset += len(line)
        if line.startswith(b"skip"):
            yield Skipped(place, SkipReason.NOT_A_PAGE, "an image")
            continue
        yield _line(line, place)


def load_capture(place: Place) -> Capture:
    data = Path(place.path).read_bytes()
    if place.offset is None:
        return _capture(data, place, None, None)
    assert place.length is not None
    if len(data) < place.offset + place.length:
        raise SourceUnreadable("the file ends before it", str(place))
    return _line(data[place.offset : place.offset + place.length], place)


def _line(line: bytes, place: Place) -> Capture:
    record = json.loads(line)
    return _capture(record["html"].encode(), place, record["url"], record["at"])


def _capture(payload: bytes, place: Place, url: str | None, at: str | None) -> Capture:
    digest = "sha256:" + hashlib.sha256(payload).hexdigest()
    moment = datetime.fromisoformat(at) if at else None
    return Capture(payload, digest, place, url, moment, media_type="text/html")
