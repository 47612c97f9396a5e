"""Pages made: the site's application asked for each address, in this process or in several, until no link leads to a new one."""

import asyncio
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from backfile.archive import Archive
from backfile.parent_process import end_with_parent
from backfile.publish.site_folder import write_if_changed
from backfile.publish.static_page import PLACEHOLDER, StaticPages, leading_page
from backfile.publish.static_paths import file_of, relative
from backfile.site.app import make_app
from backfile.site.reading_process import answered, read_scope
from backfile.site.settings import SiteSettings

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


class Made(NamedTuple):
    """What became of an address."""

    target: str
    status: int
    is_changed: bool
    links: tuple[str, ...]


class Maker:
    """Makes pages of an archive as files."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._app = make_app(
            Archive(job.archive), now=lambda: job.now, settings=replace(job.site, base=None), is_static=True
        )
        self._runner = asyncio.Runner()

    def make(self, targets: list[str]) -> list[Made]:
        """The files of these addresses; nothing is written for what the site does not have."""
        return [self._made(target) for target in targets]

    def _made(self, target: str) -> Made:
        path, _, query = target.partition("?")
        scope = read_scope(
            {
                "method": "GET", "path": unquote(path), "raw_path": path, "query_string": query, "scheme": "http",
                "server": [PLACEHOLDER, 80], "client": ["127.0.0.1", 0], "root_path": "", "http_version": "1.1",
                "headers": [["host", PLACEHOLDER]],
            }
        )  # fmt: skip
        head, body = self._runner.run(answered(self._app, scope))
        headers = dict(map(tuple, head["headers"]))
        kind, file = headers.get("content-type", ""), file_of(target)
        links: list[str] = []
        if head["status"] in _LED and headers["location"].startswith("/"):
            there, mark, fragment = headers["location"].partition("#")
            body, links, kind = self._led(file, there, mark + fragment), [there], _LEADING
        elif head["status"] != 200:
            return Made(target, head["status"], False, ())
        if kind.startswith("text/html"):
            text, links = self._job.pages.page(body.decode(), at=file)
            body = text.encode()
        elif not kind.startswith(("image/", "text/css", _LEADING)):
            body = self._job.pages.own_addresses(body.decode()).encode()
        return Made(target, 200, write_if_changed(self._job.folder, file, body), tuple(dict.fromkeys(links)))

    def _led(self, file: str, there: str, mark: str) -> bytes:
        """A page for what the site redirects."""
        to = file_of(there)
        return leading_page(relative(to, at=file) + mark, self._job.pages.own(to) + mark).encode()


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
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(job,)) as pool:
        running: set[Future[list[Made]]] = set()
        while waiting or running:
            while waiting and len(running) < 2 * processes:
                parcel = [waiting.popleft() for _ in range(min(_PARCEL, len(waiting)))]
                begin([file_of(target) for target in parcel])
                running.add(pool.submit(_make, parcel))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                new = dict.fromkeys(link for made in future.result() for link in made.links if link not in seen)
                seen.update(new)
                waiting.extend(new)
