"""The handlers for browsing by date: years, one year by month, one month in a calendar, one day, and one day of the month in every year."""

import calendar
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backfile.site.lists import PAGE_SIZE, page_number
from backfile.site.site_address import day_path, month_path, same_day_path, year_path
from backfile.site.story_lists import StoryLists, number_in
from backfile.site.year_bars import month_bars, nearest, weeks_of, year_bars
from backfile.wording.age import day_stamp, say_day, say_day_of_years, say_month
from backfile.wording.site_languages import gettext


class CalendarPages(StoryLists):
    """The pages of years, months and days, over one archive."""

    async def years(self, request: Request) -> Response:
        """Every year that has stories, by decade, the newest first."""
        counts = self._archive.years()
        return self._render(request, "years.html", rows=year_bars(counts, year_path), undated=dict(counts).get(None, 0))

    async def year(self, request: Request) -> Response:
        """The stories of one year, by month and in a list."""
        year = number_in(request.path_params["year"], 4)
        years = [one for one, _ in self._archive.years() if one is not None]
        if year is None or year not in years:
            raise HTTPException(
                404, gettext("There are no stories from the year {year} here.").format(year=request.path_params["year"])
            )
        number = page_number(request.query_params.get("page"))
        found = self._archive.by_year(year, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE)
        first, last = date(year, 1, 1), date(year, 12, 31)
        before, after = nearest(years, year)
        return self._list(
            request,
            "year.html",
            found,
            year=year,
            months=month_bars(year, self._archive.shelves.days(first, last)),
            stories=dict(self._archive.years())[year],
            vague=self._archive.shelves.vague_stories(first, last),
            before=before,
            after=after,
        )

    async def month(self, request: Request) -> Response:
        """The stories of one month, in a calendar and in a list."""
        try:
            first = date.fromisoformat(f"{request.path_params['month']}-01")
        except ValueError as error:
            raise HTTPException(404, gettext("A month is written 2017-02.")) from error
        year, month = first.year, first.month
        last = date(year, month, calendar.monthrange(year, month)[1])
        shelves, number = self._archive.shelves, page_number(request.query_params.get("page"))
        days = shelves.days(first, last)
        before, after = shelves.nearest_days(first, last)
        return self._list(
            request,
            "month.html",
            shelves.stories_between(first, last, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE),
            title=say_month(year, month),
            year=year,
            weeks=weeks_of(year, month, days),
            stories=sum(one.stories for one in days),
            vague=shelves.vague_stories(first, last),
            before=_month_link(before),
            after=_month_link(after),
        )

    async def day(self, request: Request) -> Response:
        """The stories of one day."""
        try:
            day = date.fromisoformat(request.path_params["day"])
        except ValueError as error:
            raise HTTPException(404, gettext("A day is written 2017-02-23, and must be in the calendar.")) from error
        shelves, number = self._archive.shelves, page_number(request.query_params.get("page"))
        found = shelves.stories_between(day, day, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE)
        before, after = shelves.nearest_days(day, day)
        return self._list(
            request,
            "day.html",
            found,
            title=say_day(day_stamp(day.isoformat())),
            day=day,
            month=(month_path(day.year, day.month), say_month(day.year, day.month)),
            same_day=(same_day_path(day.month, day.day), say_day_of_years(day.month, day.day)),
            stories=sum(one.stories for one in shelves.days(day, day)),
            before=_day_link(before),
            after=_day_link(after),
        )

    async def same_day(self, request: Request) -> Response:
        """The stories of one day of the month in every year."""
        text = request.path_params["day"]
        month, day = number_in(text[:2], 2), number_in(text[3:], 2)
        try:
            on = date(2000, month or 0, day or 0)  # a year that has every day
        except ValueError as error:
            raise HTTPException(404, gettext("A day of every year is written 02-23.")) from error
        number = page_number(request.query_params.get("page"))
        found = self._archive.shelves.on_this_day(
            on.month, on.day, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE
        )
        return self._list(request, "same_day.html", found, title=say_day_of_years(on.month, on.day))


def _month_link(day: date | None) -> tuple[str, str] | None:
    return None if day is None else (month_path(day.year, day.month), say_month(day.year, day.month))


def _day_link(day: date | None) -> tuple[str, str] | None:
    return None if day is None else (day_path(day), say_day(day_stamp(day.isoformat())))
