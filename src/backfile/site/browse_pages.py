"""The handlers for browsing: the front page, the newest, outlets with their sections, authors, the undated, doubts."""

from collections.abc import Callable, Sequence
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from backfile.model.doubts import WEIGHTS
from backfile.model.shelves import OutletLine
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.lists import PAGE_SIZE, items, page_number, paging
from backfile.site.site_address import (
    author_path,
    outlet_path,
    same_day_path,
    with_query,
    year_path,
)
from backfile.site.speaker_pages import Renderer
from backfile.site.story_lists import StoryLists, number_in
from backfile.site.year_bars import year_bars
from backfile.wording.age import say_day_of_years
from backfile.wording.plain import one_line
from backfile.wording.site_languages import gettext

NAMES_A_PAGE = 200
"""Outlets or authors on a page: a name and its count take some 150 bytes."""
_ON_FRONT_OUTLETS, _ON_FRONT_SAME_DAY, _ON_FRONT_NEWEST = 24, 5, 5
_SHOWN_AT_ONCE = 40
"""Sections and authors of an outlet, and outlets of an author, on a page: what more there are is found by a search."""


class BrowsePages(StoryLists):
    """The pages to browse in by outlet, author and doubt, and the doors to all."""

    def __init__(
        self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer, *, is_static: bool = False
    ) -> None:
        super().__init__(archive, now, render)
        self._is_static = is_static
        """Whether the pages are to be kept: they name no day as today's; a section's years are not pages, most of which would be empty, nor are
        the years of a list that is one page."""

    async def front(self, request: Request) -> Response:
        """The front page: a door to every way through the archive."""
        if outlet := one_line(request.query_params.get("outlet", "")):
            return RedirectResponse(outlet_path(outlet), status_code=301)
        if request.query_params.get("page"):
            return RedirectResponse(with_query("/newest", page=request.query_params["page"]), status_code=301)
        now = self._now()
        years = self._archive.years()
        counts = dict(years)
        dated = [year for year, _ in years if year is not None]
        outlets = self._archive.shelves.outlets()
        same_day = self._archive.shelves.on_this_day(
            now.month, now.day, limit=_ON_FRONT_SAME_DAY if not self._is_static else 0
        )
        return self._render(
            request,
            "front.html",
            is_static=self._is_static,
            stories=sum(counts.values()),
            undated=counts.get(None, 0),
            first=min(dated, default=None),
            last=max(dated, default=None),
            rows=year_bars(years, year_path),
            outlets=_linked(outlets[:_ON_FRONT_OUTLETS]),
            outlet_count=len(outlets),
            today=say_day_of_years(now.month, now.day),
            today_path=same_day_path(now.month, now.day),
            same_day=items(same_day, now),
            newest=items(self._archive.newest(limit=_ON_FRONT_NEWEST), now),
        )

    async def newest(self, request: Request) -> Response:
        """The newest dated stories."""
        number = page_number(request.query_params.get("page"))
        found = self._archive.newest(limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE)
        counts = dict(self._archive.years())
        return self._list(request, "newest.html", found, stories=sum(counts.values()), undated=counts.get(None, 0))

    async def outlets(self, request: Request) -> Response:
        """All outlets, most stories first."""
        lines = self._archive.shelves.outlets()
        names = [(line.title, outlet_path(line.key), line.stories) for line in lines]
        return self._names(
            request, gettext("Outlets"), gettext("Papers, stations and sites, those of the most stories first."), names
        )

    async def authors(self, request: Request) -> Response:
        """All names of authors, most stories first."""
        names = [(name, author_path(name), stories) for name, stories in self._archive.shelves.authors()]
        words = gettext(
            "Names that stories give as their authors’, those of the most stories first. Two people of one name stand together."
        )
        return self._names(request, gettext("Authors"), words, names)

    async def outlet(self, request: Request) -> Response:
        """An outlet's stories: all, those of a section, those of a year."""
        shelf = self._archive.shelves.outlet(request.path_params["key"])
        if shelf is None:
            raise HTTPException(404, gettext("There is no outlet of that name or address here."))
        section = one_line(request.query_params.get("section", "")) or None
        year, number = (
            number_in(request.query_params.get("year", ""), 4),
            page_number(request.query_params.get("page")),
        )
        found = self._archive.shelves.outlet_stories(
            shelf.key, section=section, year=year, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE
        )
        has_years = self._has_years(shelf.stories)
        in_year, in_section = (None, None) if self._is_static else (year, section)
        return self._list(
            request,
            "outlet.html",
            found,
            path=outlet_path(shelf.key, section=section, year=year),
            shelf=shelf,
            section=section,
            year=year,
            rows=year_bars(
                shelf.years,
                lambda one: outlet_path(shelf.key, section=in_section, year=one) if has_years else None,
                chosen=year,
            ),
            sections=[
                (name, outlet_path(shelf.key, section=name, year=in_year), n)
                for name, n in shelf.sections[:_SHOWN_AT_ONCE]
            ],
            authors=[(name, author_path(name), n) for name, n in shelf.authors[:_SHOWN_AT_ONCE]],
            feed_path=with_query("/feed.atom", outlet=shelf.key),
            speakers_path=with_query("/speakers", outlet=shelf.key),
            without_section=outlet_path(shelf.key, year=year),
            without_year=outlet_path(shelf.key, section=section),
        )

    async def author(self, request: Request) -> Response:
        """The stories that name an author so."""
        shelf = self._archive.shelves.author(request.path_params["name"])
        if shelf is None:
            raise HTTPException(404, gettext("No story here names an author so."))
        year, number = (
            number_in(request.query_params.get("year", ""), 4),
            page_number(request.query_params.get("page")),
        )
        found = self._archive.shelves.author_stories(
            shelf.name, year=year, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE
        )
        has_years = self._has_years(shelf.stories)
        return self._list(
            request,
            "author.html",
            found,
            path=author_path(shelf.name, year=year),
            shelf=shelf,
            year=year,
            rows=year_bars(
                shelf.years, lambda one: author_path(shelf.name, year=one) if has_years else None, chosen=year
            ),
            outlets=_linked(shelf.outlets[:_SHOWN_AT_ONCE]),
            without_year=author_path(shelf.name),
        )

    async def undated(self, request: Request) -> Response:
        """The stories that nothing dates."""
        number = page_number(request.query_params.get("page"))
        found = self._archive.by_year(None, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE)
        return self._list(request, "undated.html", found)

    async def doubts(self, request: Request) -> Response:
        """Stories that may be read wrong, and why: the heaviest doubts first."""
        doubt = request.query_params.get("doubt")
        doubt = doubt if doubt in WEIGHTS else None
        number = page_number(request.query_params.get("page"))
        first = (number - 1) * PAGE_SIZE
        found = self._archive.doubts(doubt=doubt, limit=PAGE_SIZE, offset=first)
        return self._render(
            request,
            "doubts.html",
            doubt=doubt,
            total=found.total,
            words=[(name, with_query("/doubts", doubt=name), n) for name, n in found.words],
            lines=list(
                zip(items((one.entry for one in found), self._now()), (one.doubts for one in found), strict=True)
            ),
            paging=paging("/doubts", number, more=found.total > first + PAGE_SIZE, query={"doubt": doubt or ""}),
        )

    def _has_years(self, stories: int) -> bool:
        """Whether the years of a list are pages."""
        return stories > PAGE_SIZE or not self._is_static

    def _names(self, request: Request, title: str, words: str, names: Sequence[tuple[str, str, int]]) -> Response:
        number = page_number(request.query_params.get("page"))
        first = (number - 1) * NAMES_A_PAGE
        return self._render(
            request,
            "names.html",
            title=title,
            words=words,
            total=len(names),
            names=names[first : first + NAMES_A_PAGE],
            paging=paging(request.url.path, number, more=len(names) > first + NAMES_A_PAGE),
        )


def _linked(lines: Sequence[OutletLine]) -> list[tuple[str, str, int]]:
    return [(line.title, outlet_path(line.key), line.stories) for line in lines]
