"""Old addresses: a reader who comes with the address that a story once had is led to it, or to all that stood there.

`/at/https://paper.example/2003/05/20/story.html` asks for one; and whatever the site itself has no page for is taken for an old path
of the host that was asked, or of any, so that a newsroom's old links answer where its domain leads to the archive.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from backfile.errors import StoryForgotten
from backfile.model.addresses import AddressResult, CaptureAt
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.lists import items
from backfile.site.site_address import story_path
from backfile.site.speaker_pages import Renderer
from backfile.site.when import When, when_seen
from backfile.wording.told_names import told

Failed = Callable[[Request, Exception], Awaitable[Response]]
_AT = b"/at/"
_MOST_SHOWN = 200


class _Line(NamedTuple):
    """A capture as a page lists it."""

    url: str
    saved: When
    reason: str | None


class OldAddresses:
    """Pages for old addresses over one archive."""

    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer, gone: Failed) -> None:
        self._archive = archive
        self._now = now
        self._render = render
        self._gone = gone

    async def at(self, request: Request) -> Response:
        """The story that stood at an address; where there are several, or none, all that is held of it."""
        asked = _asked(request).removeprefix(_AT).decode("utf-8", "replace")
        found = self._archive.at(asked)
        return self._led(found) or self._listed(request, asked, found)

    def or_else(self, missing: Failed) -> Failed:
        """A handler of what is not there that looks for an old path first."""

        async def looked_for(request: Request, error: Exception) -> Response:
            if request.method not in ("GET", "HEAD"):
                return await missing(request, error)
            path = _asked(request).decode("utf-8", "replace")
            own = f"http://{request.headers.get('host', '')}{path}"
            for asked, find in ((own, self._archive.at), (path, self._archive.at_path)):
                try:
                    found = find(asked)
                except StoryForgotten as forgotten:
                    return await self._gone(request, forgotten)
                if found.stories:
                    return self._led(found) or self._listed(request, unquote(path), found)
            return await missing(request, error)

        return looked_for

    def _led(self, found: AddressResult) -> Response | None:
        if found.story is None:
            return None
        # the address is the story's for good, but a capture that is added tomorrow may make them two
        return RedirectResponse(story_path(found.story.id), status_code=301, headers={"cache-control": "no-cache"})

    def _listed(self, request: Request, asked: str, found: AddressResult) -> Response:
        now = self._now()
        return self._render(
            request,
            "at.html",
            status=200 if found.stories else 404,
            asked=asked,
            items=items(found.stories, now),
            captures=[_line(one, now) for one in found.captures[:_MOST_SHOWN]],
            left_out=max(0, len(found.captures) - _MOST_SHOWN),
        )


def _asked(request: Request) -> bytes:
    """The path and query as they were asked for, below the path that the site stands under; escapes as they came."""
    scope = request.scope
    path: bytes = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0]
    query: bytes = scope["query_string"]
    return path.removeprefix(scope.get("root_path", "").encode()) + (b"?" + query if query else b"")


def _line(one: CaptureAt, now: datetime) -> _Line:
    return _Line(
        url=one.url,
        saved=when_seen(one.captured_at, now),
        reason=told(one.reason.value) if one.reason else None,
    )
