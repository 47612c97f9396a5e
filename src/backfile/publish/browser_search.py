"""Search in the reader's browser: Pagefind's indexes of some years each, which the page joins (mergeIndex).

Pagefind holds all that it indexes in memory, some 0.6 MB a story: parts keep that flat, and a part whose stories are what they were is
not made again. Few parts are better than many: an index that lacks a word gives those that begin like it.
"""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import orjson

from backfile.archive import Archive
from backfile.errors import ExtraMissing, OutputRefused
from backfile.publish.search_page import search_page
from backfile.publish.site_folder import SiteFolder
from backfile.publish.static_paths import file_of
from backfile.site.site_address import story_path
from backfile.wording.site_languages import ENGLISH, spoken_tag

_MOST_IN_A_PART = 1_800
"""Stories in one index: 1.15 GB while it is made (0.64 MB for each of 1,500 made-up stories of 13 kB), so that all of a publishing stays in 1.5 GB."""
_PARTS = "search/parts.json"
_UNDATED = 0
"""Before every year."""
_YEARS = 4096
"""More than any story says, and a power of two: spans are halved."""
_NOT_NEEDED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Pagefind's own looks: the search page has its own."""


class _Held(NamedTuple):
    """A story that is to be found."""

    year: int
    id: str
    words: bytes
    """A digest of what the search has of it."""


class _Part(NamedTuple):
    """Stories of one index."""

    name: str
    stories: list[_Held]

    def digest(self) -> str:
        """Another one where a story came, went or is another now, or the site speaks another language."""
        language = "" if spoken_tag() == ENGLISH else spoken_tag()
        return hashlib.sha256(
            language.encode() + b"".join(one.id.encode() + b"\0" + one.words for one in self.stories)
        ).hexdigest()


def need_pagefind() -> None:
    """Raises ExtraMissing where Pagefind is not installed."""
    if find_spec("pagefind") is None or find_spec("pagefind_bin") is None:
        raise ExtraMissing("search in the browser", "pagefind", "publish")


def add_search(archive: Archive, site: SiteFolder) -> int:
    """Writes the indexes of all stories into the site; how many had to be made."""
    before = _parts_before(site.folder)
    parts, made = [], 0
    for part in _parts(archive, site):
        digest = part.digest()
        files = before.get((part.name, digest))
        if files is None or not site.keep(files):
            files, made = _index(archive, part, site), made + 1
        parts.append({"name": part.name, "digest": digest, "files": files})
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


def _parts(archive: Archive, site: SiteFolder) -> Iterator[_Part]:
    """The stories in parts by year: a span of years is halved until its stories fit in one, so that a story that comes moves no other but where
    its own part is full. The undated come first."""
    held = [
        _Held(
            int(entry.published.value[:4]) if entry.published else _UNDATED,
            entry.id,
            site.words_of(file_of(story_path(entry.id))),
        )
        for entry in archive.entries()
    ]
    yield from _halved(sorted(held), 0, _YEARS)


def _halved(held: list[_Held], first: int, years: int) -> Iterator[_Part]:
    if not held:
        return
    if len(held) <= _MOST_IN_A_PART:
        yield _Part("all" if years == _YEARS else f"{first}-{first + years - 1}", held)
    elif years > 1:
        middle = first + years // 2
        yield from _halved([one for one in held if one.year < middle], first, years // 2)
        yield from _halved([one for one in held if one.year >= middle], middle, years // 2)
    else:
        yield from _by_id(held, f"{first}-{first}", 0)


def _by_id(held: list[_Held], name: str, place: int) -> Iterator[_Part]:
    """The stories of one year in parts by a digest of their ids."""
    if len(held) <= _MOST_IN_A_PART:
        yield _Part(name, held)
        return
    bit = [hashlib.sha256(one.id.encode()).digest()[place // 8] >> place % 8 & 1 for one in held]
    for side in (0, 1):
        yield from _by_id([one for one, its in zip(held, bit, strict=True) if its == side], f"{name}-{side}", place + 1)


def _index(archive: Archive, part: _Part, site: SiteFolder) -> list[str]:
    """The files of a part's index."""
    with tempfile.TemporaryDirectory(prefix="backfile-search-") as work:
        for one in part.stories:
            path = Path(work, "site", file_of(story_path(one.id)))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(search_page(archive.story(one.id)), "utf-8", "replace")
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
            spoken_tag(),  # of the site: by it Pagefind chooses an index in the browser, so stories of all languages are in that one
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        if done.returncode:
            raise OutputRefused(f"Pagefind could not make the index: {done.stderr.strip()[-300:]}", str(site.folder))
        files = []
        for path in sorted(Path(work, "index").rglob("*")):
            if path.is_file() and not path.name.startswith(_NOT_NEEDED):
                files.append(f"search/{part.name}/{path.relative_to(Path(work, 'index'))}")
                site.add(files[-1], path.read_bytes())
        return files
