"""The handlers for who said what: speakers, one speaker, one utterance."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from backfile.site.archive_protocol import ArchiveReader
from backfile.site.lists import PAGE_SIZE, page_number, paging
from backfile.site.quotation_views import by_name, grounds_in_words, quote_lines, speaker_lines, utterance_page
from backfile.site.site_address import with_query
from backfile.wording.plain import one_line

_LONGEST = 200


class Renderer(Protocol):
    """Sets a template as an answer: `Pages.rendered`."""

    def __call__(self, request: Request, template: str, /, **values: object) -> Response:
        """The page."""


class SpeakerPages:
    """The pages of who said what, over one archive."""

    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer) -> None:
        self._archive = archive
        self._now = now
        self._render = render

    async def speakers(self, request: Request) -> Response:
        """People who are quoted, those in the most stories first: of one name, of one outlet, or all."""
        number = page_number(request.query_params.get("page"))
        name, outlet = (one_line(request.query_params.get(field, ""))[:_LONGEST] for field in ("name", "outlet"))
        found = self._archive.speakers(
            name=name or None, outlet=outlet or None, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE
        )
        return self._render(
            request,
            "speakers.html",
            name=name,
            outlet=outlet,
            without_outlet=with_query("/speakers", name=name),
            names=by_name(speaker_lines(found[:PAGE_SIZE], self._now())),
            paging=paging("/speakers", number, more=len(found) > PAGE_SIZE, query={"name": name, "outlet": outlet}),
        )

    async def speaker(self, request: Request) -> Response:
        """What one person said, by date."""
        number, now = page_number(request.query_params.get("page")), self._now()
        speaker = self._archive.speaker(request.path_params["id"])
        first = (number - 1) * PAGE_SIZE
        found = self._archive.quotes(speaker=speaker.entry.id, limit=PAGE_SIZE, offset=first)
        return self._render(
            request,
            "speaker.html",
            line=speaker_lines([speaker.entry], now)[0],
            grounds=grounds_in_words(speaker),
            namesakes=speaker_lines(speaker.namesakes, now),
            items=quote_lines(found.quotations, now),
            paging=paging(request.url.path, number, more=found.total > first + PAGE_SIZE),
        )

    async def utterance(self, request: Request) -> Response:
        """One utterance as every outlet and version prints it; one that is printed once is read in its story."""
        page = utterance_page(self._archive.utterance(request.path_params["id"]), self._now())
        if page.printings == 1:
            return RedirectResponse(page.variants[0].lines[0].path, status_code=303)
        return self._render(request, "utterance.html", page=page)
