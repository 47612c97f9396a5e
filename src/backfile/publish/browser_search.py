"""Search in the reader's browser: Pagefind's indexes of some years each, which the page joins (mergeIndex).

Pagefind holds all that it indexes in memory, some 0.1 MB a story: parts keep that flat, and a part whose stories are what they were is
not made again. Few parts are better than many: an index that lacks a word gives those that begin like it.
"""

import hashlib
import html
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import orjson

from backfile.archive import Archive
from backfile.errors import ExtraMissing, OutputRefused
from backfile.model.story import Story
from backfile.publish.site_folder import SiteFolder
from backfile.publish.static_paths import address_of, file_of
from backfile.site.site_address import story_path
from backfile.wording.age import say_day

_MOST_IN_A_PART = 5_000
"""Stories in one index: 0.6 GB while it is made."""
_LANGUAGE = "en"
"""Of the site's own words, by which Pagefind chooses an index in the browser: stories of other languages are to be found beside its own."""
_PARTS = "search/parts.json"
_UNDATED = 0
"""Before every year."""
_NOT_NEEDED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Pagefind's own looks: the search page has its own."""


def need_pagefind() -> None:
    """Raises ExtraMissing where Pagefind is not installed."""
    if find_spec("pagefind") is None or find_spec("pagefind_bin") is None:
        raise ExtraMissing("search in the browser", "pagefind", "publish")


def add_search(archive: Archive, site: SiteFolder) -> int:
    """Writes the indexes of all stories into the site; how many had to be made."""
    before = _parts_before(site.folder)
    parts, made = [], 0
    for name, lines in _parts(archive):
        digest = hashlib.sha256(b"\0".join(text.encode("utf-8", "replace") for _, text in lines)).hexdigest()
        files = before.get((name, digest))
        if files is None or not site.keep(files):
            files, made = _index(name, lines, site), made + 1
        parts.append({"name": name, "digest": digest, "files": files})
    site.add(_PARTS, orjson.dumps(parts, option=orjson.OPT_INDENT_2))
    return made


def part_names(site: SiteFolder) -> list[str]:
    """The parts, that of the newest years first."""
    names = [part["name"] for part in orjson.loads((site.folder / _PARTS).read_bytes())]
    return names[::-1]


def _parts_before(folder: Path) -> dict[tuple[str, str], list[str]]:
    try:
        parts = orjson.loads((folder / _PARTS).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return {(part["name"], part["digest"]): part["files"] for part in parts}


def _parts(archive: Archive) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(name, the stories' pages as Pagefind is to see them) of each part: the undated, then years in order, as many as fit in one."""
    by_year: defaultdict[int, list[str]] = defaultdict(list)
    for entry in archive.entries():
        by_year[int(entry.published.value[:4]) if entry.published else _UNDATED].append(entry.id)
    held: list[str] = []
    for year, of_year in sorted(by_year.items()):
        of_year.sort()
        if held and len(held) + len(of_year) > _MOST_IN_A_PART:
            yield _part(archive, held, year)
            held = []
        held += of_year
        while len(held) > _MOST_IN_A_PART:
            yield _part(archive, held[:_MOST_IN_A_PART], year)
            held = held[_MOST_IN_A_PART:]
    if held:
        yield _part(archive, held, None)


def _part(archive: Archive, ids: list[str], before: int | None) -> tuple[str, list[tuple[str, str]]]:
    name = f"{f'to-{before}' if before else 'last'}-{ids[0]}"
    return name, [(file_of(story_path(story_id)), _page(archive.story(story_id))) for story_id in ids]


def _page(story: Story) -> str:
    """A page of nothing but what is looked for and what a result shows."""
    outlet = story.outlet.name or story.outlet.domain or ""
    words = "".join(f"<p>{html.escape(block.text)}</p>" for block in story.blocks)
    above = " ".join(part for part in (story.kicker, story.dek, story.byline) if part)
    filters = "".join(
        f'<i data-pagefind-ignore data-pagefind-filter="{name}">{html.escape(value)}</i>'
        for name, value in (("outlet", outlet), ("year", story.published.value[:4] if story.published else "undated"))
        if value
    )
    shown = "".join(
        f'<i data-pagefind-ignore data-pagefind-meta="{name}">{html.escape(value)}</i>'
        for name, value in (
            ("day", say_day(story.published) if story.published else "Undated"),
            ("date", story.published.value if story.published else ""),
            ("outlet", outlet),
            ("path", address_of(file_of(story_path(story.id)))),
        )
        if value
    )
    headline = html.escape(story.headline or story.body[:80])
    return (
        f'<!DOCTYPE html><html lang="{html.escape(story.language or "en")}"><body><main data-pagefind-body>'
        f"<h1>{headline}</h1>{filters}{shown}<p>{html.escape(above)}</p>{words}</main></body></html>"
    )


def _index(name: str, pages: Iterable[tuple[str, str]], site: SiteFolder) -> list[str]:
    """The files of a part's index."""
    with tempfile.TemporaryDirectory(prefix="backfile-search-") as work:
        for file, text in pages:
            path = Path(work, "site", file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            f"{work}/site",
            "--output-path",
            f"{work}/index",
            "--quiet",
            "--force-language",
            _LANGUAGE,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        if done.returncode:
            raise OutputRefused(f"Pagefind could not make the index: {done.stderr.strip()[-300:]}", str(site.folder))
        files = []
        for path in sorted(Path(work, "index").rglob("*")):
            if path.is_file() and not path.name.startswith(_NOT_NEEDED):
                files.append(f"search/{name}/{path.relative_to(Path(work, 'index'))}")
                site.add(files[-1], path.read_bytes())
        return files
