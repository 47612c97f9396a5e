"""Entity tags of pages by what they are made of, so that a reader who has a page is told so before anything is read or set.

A page is made of the archive, the site's settings and code, the moment (ages change with the day, wherever in the world a story's day
ends: a quarter of an hour holds no midnight) and the address. Each change of the archive has a number, so one look at it says whether
any of a page's parts can have changed: its story, thread, copies, what archivists said.

So a page that was made is the same for the next reader who asks for it under the same tag: those asked for last are kept, as they were sent.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backfile.site.archive_protocol import ArchiveReader
from backfile.site.settings import SiteSettings
from backfile.tagged_answer import ASK_AGAIN, has_tag

_QUARTER = 900
_PAGES = (
    "/story/",
    "/change/",
    "/beside/",
    "/year",
    "/month/",
    "/day/",
    "/on/",
    "/newest",
    "/outlet",
    "/author",
    "/undated",
)
"""Pages made of the archive's tables alone. What is searched for rests on an index, which may lag behind; all else is tagged by its bytes."""


_MOST_KEPT = 16 * 1024 * 1024
"""Bytes of pages that are kept: some 3,000 stories as they are sent to a browser, packed."""


class _Made:
    """A page as it is sent."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.start: Message = {}
        self.body = b""


class PageTags:
    """ASGI middleware that answers 304 where nothing can have changed, tags pages so, and keeps those asked for last."""

    def __init__(
        self, app: ASGIApp, archive: ArchiveReader, now: Callable[[], datetime], settings: SiteSettings
    ) -> None:
        self._app = app
        self._archive = archive
        self._now = now
        self._kept: OrderedDict[str, _Made] = OrderedDict()
        self._size = 0
        self._made_by = hashlib.sha256(f"{_code()} {settings!r}".encode("utf-8", "replace")).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say that nothing changed."""
        path = str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))
        is_page = path == "/" or (path.startswith(_PAGES) and not path.endswith(".json"))
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not is_page:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag, asked_for = self._tag(scope, headers), headers.get("if-none-match")
        if asked_for == "*":  # whatever there is: the page says whether there is one
            await self._make(scope, receive, send, tag)
        elif has_tag(asked_for, tag):
            given = [(b"etag", tag.encode()), (b"cache-control", ASK_AGAIN.encode()), (b"vary", b"accept-encoding")]
            await send({"type": "http.response.start", "status": 304, "headers": given})
            await send({"type": "http.response.body", "body": b""})
        elif scope["method"] == "GET" and (kept := self._kept.get(tag)):
            self._kept.move_to_end(tag)
            await send({**kept.start})
            await send({"type": "http.response.body", "body": kept.body})
        else:
            await self._make(scope, receive, send, tag)

    async def _make(self, scope: Scope, receive: Receive, send: Send, tag: str) -> None:
        made = _Made(tag)

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                if message["status"] in (200, 304):
                    MutableHeaders(scope=message)["etag"] = tag
                made.start = {**message}
            made.body += message.get("body", b"")
            await send(message)

        await self._app(scope, receive, tagged)
        if scope["method"] == "GET" and made.start.get("status") == 200:
            self._keep(made)

    def _keep(self, made: _Made) -> None:
        """Keep a page, and let those go that were asked for longest ago."""
        before = self._kept.pop(made.tag, None)
        self._kept[made.tag] = made
        self._size += len(made.body) - (len(before.body) if before else 0)
        while self._size > _MOST_KEPT:
            self._size -= len(self._kept.popitem(last=False)[1].body)

    def _tag(self, scope: Scope, headers: Headers) -> str:
        parts = (
            self._archive.state(),
            self._made_by,
            str(int(self._now().timestamp()) // _QUARTER),
            scope["scheme"],
            headers.get("host", ""),
            scope.get("root_path", ""),
            scope["path"],
            scope["query_string"].decode("latin-1"),
            headers.get("accept-encoding", ""),
        )
        return f'"{hashlib.blake2b(chr(0).join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()}"'


@lru_cache(maxsize=1)
def _code() -> str:
    """The version, and a digest of what sets pages and words them."""
    package = Path(__file__).parent.parent
    sign = hashlib.blake2b(digest_size=8)
    for part in ("site", "wording"):
        for path in sorted((package / part).rglob("*")):
            if path.is_file() and path.suffix in (".py", ".html", ".xml", ".css", ".js", ".po"):
                sign.update(path.read_bytes())
    return f"{version('backfile')} {sign.hexdigest()}"
