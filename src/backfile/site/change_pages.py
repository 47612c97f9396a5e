"""The handlers for what changed: all changes, one change word by word, and two stories side by side."""

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from backfile.model.changes import CHANGE_KINDS
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.change_views import DiffPage, beside_page, change_lines, change_page
from backfile.site.lists import PAGE_SIZE, page_number, paging
from backfile.site.responses import noindex_unless
from backfile.site.speaker_pages import Renderer
from backfile.wording.change_words import say_kind


class ChangePages:
    """The pages of changes, over one archive."""

    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer) -> None:
        self._archive = archive
        self._now = now
        self._render = render

    async def changes(self, request: Request) -> Response:
        """Changes of all stories, those seen last first, of one kind or of all."""
        number, kind = page_number(request.query_params.get("page")), request.query_params.get("kind")
        kind = kind if kind in CHANGE_KINDS else None
        first = (number - 1) * PAGE_SIZE
        found = self._archive.changes(kind=kind, limit=PAGE_SIZE, offset=first)
        return self._render(
            request,
            "changes.html",
            kind=kind,
            kinds=[(name, say_kind(name)) for name in CHANGE_KINDS],
            total=found.total,
            lines=change_lines(found, self._now()),
            paging=paging("/changes", number, more=found.total > first + PAGE_SIZE, query={"kind": kind or ""}),
        )

    async def change(self, request: Request) -> Response:
        """A story's change from one version to another."""
        story, before, after = (request.path_params[name] for name in ("id", "before", "after"))
        change = self._archive.diff(story, before, after)
        page = change_page(change, self._archive.story(story), self._now())
        return self._change(request, page, story)

    async def beside(self, request: Request) -> Response:
        """Two stories side by side."""
        one, other = request.path_params["id"], request.path_params["other"]
        stories = self._archive.story(one), self._archive.story(other)
        page = beside_page(stories, self._archive.beside(one, other), self._now())
        return self._change(request, page, one, other)

    def _change(self, request: Request, page: DiffPage, *story_ids: str) -> Response:
        listed = all(map(self._archive.is_listed, story_ids))
        return noindex_unless(listed, self._render(request, "change.html", page=page, listed=listed))
