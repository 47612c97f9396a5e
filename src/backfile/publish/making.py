"""Pages made: the site's application asked for each address, in this process or in several, until no link leads to a new one."""

import multiprocessing
import re
import signal
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast
from urllib.parse import unquote

from starlette.types import Scope

from backfile.archive import Archive
from backfile.parent_process import end_with_parent
from backfile.publish.asked_archive import AskedArchive
from backfile.publish.search_page import search_page
from backfile.publish.short_ways import short_ways
from backfile.publish.static_page import PLACEHOLDER, StaticPages, leading_page
from backfile.publish.static_paths import file_of, relative
from backfile.publish.written_files import Written, WrittenFiles, as_written, digest_of, resting, write_file
from backfile.site.app import make_app
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.reading_process import answered, read_scope
from backfile.site.settings import SiteSettings
from backfile.wording.site_languages import site_language, speaking

Result = TypeVar("Result")
_STORY = re.compile(r"/story/([^?]+)(?<!\.json)")

_LED = frozenset({301, 302, 303, 307, 308})
_LEADING = "leading"
"""In place of a media type: a page that is whole."""
_PARCEL = 40
"""Addresses that a process makes at a time: a third of a second, so that asking for them costs nothing beside it."""


@dataclass(frozen=True)
class Job:
    """What every process has to know."""

    archive: Path
    folder: Path
    pages: StaticPages
    site: SiteSettings
    now: datetime
    """The moment that the pages are of: no age is said, but nothing is said to lie after it."""
    sign: bytes
    """Of all that pages are made with beside the archive."""


class Made(NamedTuple):
    """What became of an address."""

    target: str
    status: int
    links: tuple[str, ...] = ()
    written: Written | None = None
    """Its file."""
    is_changed: bool = False
    """Whether the file was new, or another."""
    is_kept: bool = False
    """Whether it was left as it was, and not made at all."""


class Maker:
    """Makes pages of an archive as files, but for those that all that they rest on would give again."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._archive = AskedArchive(Archive(job.archive))
        self._language = site_language(job.site.language)
        self._app = make_app(
            cast(ArchiveReader, self._archive),
            now=lambda: job.now,
            settings=replace(job.site, base=None),
            is_static=True,
        )
        self._files = WrittenFiles(job.folder, is_read_only=True)

    def make(self, targets: list[str]) -> list[Made]:
        """The files of these addresses; nothing is written for what the site does not have."""
        before = self._files.of_each([file_of(target) for target in targets])
        with speaking(self._language), self._archive.moment():
            return [self._kept(target, before.get(file_of(target))) or self._made(target) for target in targets]

    def close(self) -> None:
        """Lets the archive and the list of files go."""
        self._archive.close()
        self._files.close()

    def _kept(self, target: str, before: Written | None) -> Made | None:
        if before is None or before.sign != self._job.sign or (found := as_written(self._job.folder, before)) is None:
            return None
        rests, links = before.asked()
        if not self._archive.is_answered_so(rests):
            return None
        return Made(target, 200, links, found, is_kept=True)

    def _made(self, target: str) -> Made:
        self._archive.begin()
        head, body = _at_once(answered(self._app, _asked(target)))
        headers = dict(map(tuple, head["headers"]))
        kind, file = headers.get("content-type", ""), file_of(target)
        links: list[str] = []
        if head["status"] in _LED and headers["location"].startswith("/"):
            there, mark, fragment = headers["location"].partition("#")
            body, links, kind = self._led(file, there, mark + fragment), [there], _LEADING
        elif head["status"] != 200:
            return Made(target, head["status"])
        if kind.startswith("text/html"):
            text = body.decode()
            text, links = self._job.pages.page(text, at=file, way=short_ways(text, self._archive))
            body = text.encode()
        elif not kind.startswith(("image/", "text/css", _LEADING)):
            body = self._job.pages.own_addresses(body.decode()).encode()
        words = self._words(target)
        written, is_changed = write_file(self._job.folder, file, body)
        links = list(dict.fromkeys(links))
        written = resting(written._replace(sign=self._job.sign, words=words), self._archive.rests(), links)
        return Made(target, 200, tuple(links), written, is_changed)

    def _words(self, target: str) -> bytes:
        """Of a story's page a digest of what the search in the browser has of the story; empty of any other."""
        named = _STORY.fullmatch(target)
        if named is None:
            return b""
        return digest_of(search_page(self._archive.story(unquote(named[1]), version=None)).encode("utf-8", "replace"))

    def _led(self, file: str, there: str, mark: str) -> bytes:
        """A page for what the site redirects."""
        to = file_of(there)
        return leading_page(relative(to, at=file) + mark, self._job.pages.own(to) + mark).encode()


def _asked(target: str) -> Scope:
    path, _, query = target.partition("?")
    return read_scope(
        {
            "method": "GET", "path": unquote(path), "raw_path": path, "query_string": query, "scheme": "http",
            "server": [PLACEHOLDER, 80], "client": ["127.0.0.1", 0], "root_path": "", "http_version": "1.1",
            "headers": [["host", PLACEHOLDER]],
        }
    )  # fmt: skip


def _at_once(answer: Coroutine[Any, Any, Result]) -> Result:
    """The end of what waits for nothing, as the site's handlers: an event loop took a twelfth of a publishing."""
    try:
        answer.send(None)
    except StopIteration as end:
        return cast(Result, end.value)
    raise RuntimeError("a page of the site waits for something")


_here: list[Maker] = []


def _begin(job: Job) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    end_with_parent()
    _here.append(Maker(job))


def _make(targets: list[str]) -> list[Made]:
    return _here[0].make(targets)


def make_all(
    job: Job, first: Iterable[str], processes: int, begin: Callable[[list[str]], None]
) -> Iterator[list[Made]]:
    """Every address that is given or linked, in parcels as they are done. `begin` is told the files before they are made."""
    waiting = deque(dict.fromkeys(first))
    seen = set(waiting)

    def next_parcel() -> list[str]:
        parcel = [waiting.popleft() for _ in range(min(_PARCEL, len(waiting)))]
        begin([file_of(target) for target in parcel])
        return parcel

    def linked(parcel: list[Made]) -> list[Made]:
        new = dict.fromkeys(link for made in parcel for link in made.links if link not in seen)
        seen.update(new)
        waiting.extend(new)
        return parcel

    if processes == 1:
        with closing(Maker(job)) as maker:
            while waiting:
                yield linked(maker.make(next_parcel()))
        return
    # a process that is forked would take SQLite's locks of this one for its own
    beside = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(processes, beside, initializer=_begin, initargs=(job,)) as pool:
        running: set[Future[list[Made]]] = set()
        while waiting or running:
            while waiting and len(running) < 2 * processes:
                running.add(pool.submit(_make, next_parcel()))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield linked(future.result())
