"""Writes the sample back file, samples/saved and samples/second, and what Backfile must make of it, samples/expected.json.

    python -m samples.make_samples          (or: make samples)

The same stories, templates and page list give the same bytes.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from samples.containers import Warc, digest_of, wacz, wxr, zipped
from samples.expectations import all_expected
from samples.outlets import MARK
from samples.pages import EXPORT, EXPORTED, PAGES, TRUNCATED, W2017, W2024, Page
from samples.rendering import Story, render
from samples.second_crawl import SECOND, second_files
from samples.story_data import load_stories

HERE = Path(__file__).parent
CUT = 0.6
"""The share of its last record that the truncated WARC still has."""
SPACER = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
"""A GIF of one clear pixel."""


def make_files() -> dict[str, bytes]:
    """Every file of the sample back file, by its path under samples/saved."""
    stories = load_stories()
    files = {name: data for page in PAGES for name, data in _as_file(page, stories)}
    sources = dict.fromkeys(page.source for page in PAGES if not page.source.startswith("pages/"))
    for source in sources:
        files[source] = _container(source, [page for page in PAGES if page.source == source], stories)
    files[EXPORT] = wxr(MARK, [(501 + n, "publish", stories[name]) for n, name in enumerate(EXPORTED)])
    return files


def _as_file(page: Page, stories: dict[str, Story]) -> Iterator[tuple[str, bytes]]:
    if page.source.startswith("pages/"):
        data = render(page, stories)
        yield page.source, zipped(data) if page.source.endswith(".gz") else data


def _container(source: str, pages: list[Page], stories: dict[str, Story]) -> bytes:
    warc_name = source.replace(".wacz", ".warc.gz")
    warc = Warc(warc_name)
    before_last = 0
    for page in pages:
        before_last = len(warc.bytes())
        warc.response(page, render(page, stories), coded=source == W2024)
    if source == W2017:
        _beside_pages(warc, pages[0], digest_of(render(pages[0], stories)))
    if source == TRUNCATED:
        whole = warc.bytes()
        return whole[: before_last + int((len(whole) - before_last) * CUT)]
    if source.endswith(".wacz"):
        titles = [(page, stories[page.story]["headline"] if page.story else "Schools") for page in pages]
        return wacz(warc.bytes(), warc_name, titles)
    return warc.bytes()


def _beside_pages(warc: Warc, seen: Page, payload_digest: str) -> None:
    """What a crawl holds beside stories: a revisit, a redirect, a page that was gone, a picture."""
    assert seen.url
    html = [("Content-Type", "text/html; charset=utf-8")]
    later = "2017-04-02T06:00:00Z"
    same = [
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
        ("WARC-Refers-To-Target-URI", seen.url),
        ("WARC-Refers-To-Date", seen.captured_at or ""),
        ("WARC-Payload-Digest", payload_digest),
    ]
    warc.record("revisit", seen.url, later, ("200 OK", html), b"", same)
    moved = ("301 Moved Permanently", [("Location", seen.url), *html])
    warc.record("response", "http://wald7.example/?p=88", later, moved, b"")
    gone = b"<html><body><h1>Not found</h1></body></html>"
    warc.record("response", "http://wald7.example/old", later, ("404 Not Found", html), gone)
    image = ("200 OK", [("Content-Type", "image/gif")])
    warc.record("response", "http://wald7.example/images/spacer.gif", later, image, SPACER)


def make_expected() -> str:
    """The text of expected.json: one page a line."""
    lines = [json.dumps(line, ensure_ascii=False) for line in all_expected(PAGES, load_stories())]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main() -> None:
    """Write all of it."""
    total = _write(HERE / "saved", make_files()) + _write(SECOND, second_files(load_stories()))
    (HERE / "expected.json").write_text(make_expected(), "utf-8")
    print(f"{len(PAGES) + len(EXPORTED)} pages, {total:,} bytes in {HERE}")


def _write(folder: Path, files: dict[str, bytes]) -> int:
    """Writes the files in place of all that is in the folder; the bytes of all."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return sum(map(len, files.values()))


if __name__ == "__main__":
    main()
