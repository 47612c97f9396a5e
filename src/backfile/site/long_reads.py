"""Long reads: pages that take long are made in processes of their own, so that whoever reads a story waits for none of them.

A story's page takes a few milliseconds; a search, a speaker of thousands of quotations or a list of the undated takes more, and an
event loop answers nobody meanwhile. What is a list or a search goes to another process at once; any other page does from the time on
that it took long here.
"""

import asyncio
import os
import sys
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from time import thread_time
from typing import Any, TypeAlias

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from backfile.errors import ArchiveError
from backfile.site.reading_process import FRAME_START, frame, sizes, written_scope

Lost: TypeAlias = Callable[[Request, Exception], Awaitable[Response]]
"""The answer where a process ended in the middle of a page."""
LONG = 0.015
"""Seconds of this thread's CPU, for which nobody else was answered: three times what a story's page takes."""
_LISTS = (
    "/search", "/speaker", "/utterance/", "/undated", "/feed.atom", "/newest", "/year/", "/month/", "/day/", "/on/", "/outlet",
    "/author", "/doubts", "/raw/", "/picture/", "/trace", "/api/", "/time", "/memento/",
)  # fmt: skip
_MOST_KNOWN = 10_000
_MOST_PROCESSES = 4
_PROGRAM = "from backfile.site.reading_process import main; main()"


class LongReads:
    """ASGI middleware that has some pages made by processes beside it."""

    def __init__(self, app: ASGIApp, processes: "ReadingProcesses", lost: Lost) -> None:
        self._app = app
        self._processes = processes
        self._lost = lost
        self._known_long: OrderedDict[str, None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, here or beside."""
        path = str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
        elif path.startswith(_LISTS) or path in self._known_long:
            await self._beside(scope, receive, send)
        else:
            began = thread_time()
            await self._app(scope, receive, send)
            if thread_time() - began > LONG:
                self._known_long[path] = None
                while len(self._known_long) > _MOST_KNOWN:
                    self._known_long.popitem(last=False)

    async def _beside(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            head, body = await self._processes.answer(written_scope(scope))
        except (OSError, EOFError):  # killed, or out of memory: the next request gets a new one
            error = ArchiveError("the process that made this page ended before it was whole; ask for it again")
            await (await self._lost(Request(scope), error))(scope, receive, send)
            return
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in head["headers"]]
        await send({"type": "http.response.start", "status": head["status"], "headers": headers})
        await send({"type": "http.response.body", "body": body})


class ReadingProcesses:
    """Processes that make pages of the archive in a folder, one page at a time each; begun when there is something to do."""

    def __init__(self, archive: Path, site: Path | None = None) -> None:
        self._asked_of = [str(archive), *([str(site)] if site else [])]
        self._idle: list[_Process] = []
        self._left = asyncio.Semaphore(max(1, min(_MOST_PROCESSES, (os.cpu_count() or 1) - 1)))

    async def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Status and headers, and the body. Raises EOFError, OSError where the process ended."""
        async with self._left:
            process = self._idle.pop() if self._idle else _Process(self._asked_of)
            try:
                answer = await process.answer(frame(request))
            except BaseException:
                await process.end()
                raise
            self._idle.append(process)
            return answer

    async def close(self) -> None:
        """Let the processes go."""
        while self._idle:
            await self._idle.pop().end()


class _Process:
    """One of the processes."""

    def __init__(self, asked_of: list[str]) -> None:
        self._asked_of = asked_of
        self._process: asyncio.subprocess.Process | None = None

    async def answer(self, asked: bytes) -> tuple[dict[str, Any], bytes]:
        """What it answers to a frame. Raises EOFError, OSError where it ended."""
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-c", _PROGRAM, *self._asked_of),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
        requests, answers = self._process.stdin, self._process.stdout
        assert requests
        assert answers
        requests.write(asked)
        await requests.drain()
        head, body = sizes(await answers.readexactly(FRAME_START))
        return orjson.loads(await answers.readexactly(head)), await answers.readexactly(body)

    async def end(self) -> None:
        """Let it go."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
