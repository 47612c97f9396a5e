"""Handlers whose pages list stories: what pages by date and pages by outlet, author and doubt have in common."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from backfile.model.entry import Entry
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.lists import items, one_page, page_number, paging
from backfile.site.speaker_pages import Renderer


class StoryLists:
    """Pages that list stories, over one archive."""

    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer) -> None:
        self._archive = archive
        self._now = now
        self._render = render

    def _list(
        self, request: Request, template: str, found: Sequence[Entry], *, path: str | None = None, **values: Any
    ) -> Response:
        """A list of stories, a page of it; `path` is the list's address where the request's own is not in its plain form."""
        shown, more = one_page(found)
        number = page_number(request.query_params.get("page"))
        return self._render(
            request,
            template,
            items=items(shown, self._now()),
            paging=paging(path or request.url.path, number, more=more),
            **values,
        )


def number_in(text: str, length: int) -> int | None:
    """A number of so many digits in an address; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) == length else None
