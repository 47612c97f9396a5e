"""The handlers: a request in, a page out. One moment a request: every age on a page is said by the same clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from backfile.errors import ArchiveError, ArchiveOutdated, BackfileError, QueryError, StoryForgotten, StoryLeftOut
from backfile.model.entry import SearchResult
from backfile.model.story import Story
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.date_panel import placing_of
from backfile.site.feed import UNKNOWN, feed_entry
from backfile.site.finding_aids import fed_entries, feed_asked
from backfile.site.held_links import with_held_links
from backfile.site.lists import PAGE_SIZE, items, page_number, paging
from backfile.site.page_links import page_links
from backfile.site.quotation_views import StorySpeaker, story_speakers
from backfile.site.rendering import COPY_SCRIPT, Asset, look_of, setting
from backfile.site.responses import ATOM, HTML, answer, answer_asset, answer_json, guards, noindex_unless
from backfile.site.robots import license_text, robots_text
from backfile.site.search_form import Asked, asked
from backfile.site.settings import SiteSettings, settings_of
from backfile.site.site_address import base_of, outlet_path, with_query
from backfile.site.story_page import story_page, without_comments
from backfile.site.story_pictures import story_pictures
from backfile.site.thread_views import ThreadView, thread_view
from backfile.site.year_bars import year_bars
from backfile.wording.site_languages import gettext, pgettext
from backfile.wording.takedown_words import say_forgotten

_OUTLETS_IN_FORM, _OUTLETS_BESIDE = 40, 15
"""A page of 500 outlets to choose from was 40 kB larger; the others are found by `outlet:`, and by the list of outlets."""


class Pages:
    """The site's pages over one archive."""

    def __init__(
        self, archive: ArchiveReader, now: Callable[[], datetime], settings: SiteSettings, *, is_static: bool = False
    ) -> None:
        self._archive = archive
        self._now = now
        self._settings = settings
        self._is_static = is_static
        """Whether the pages are to be kept, without what a server alone can answer."""
        self._look = look_of(settings)
        self._templates = setting(settings, self._look)

    async def search(self, request: Request) -> Response:
        """What a search finds, or the form with what is wrong in it."""
        form, number = asked(request.query_params), page_number(request.query_params.get("page"))
        if form.is_outlet_only:
            return RedirectResponse(outlet_path(form.outlet), status_code=303)
        found, complaint = None, None
        try:
            found = None if form.is_empty else self._found(form, number)
        except QueryError as error:
            complaint = error.message[:1].upper() + error.message[1:].removesuffix(".") + "."
        more = found is not None and found.total > number * PAGE_SIZE
        return self._page(
            request,
            "search.html",
            status=400 if complaint else 200,
            form=form,
            complaint=complaint,
            found=found,
            items=items(found.entries, self._now()) if found is not None else (),
            all_outlets=self._outlets_in_form(form.outlet),
            chosen=_chosen(form),
            **_facets(form, found),
            suggestions=[(word, _narrowed(form, q=word)) for word in found.suggestions] if found is not None else [],
            undated_only=_narrowed(form, from_="", to="", undated="yes"),
            first=(number - 1) * PAGE_SIZE + 1,
            paging=paging("/search", number, more=more, query=form.as_query()),
        )

    async def story(self, request: Request) -> Response:
        """The story, at its newest version or at the one asked for."""
        version = request.query_params.get("version") or None
        story = self._archive.story(request.path_params["id"], version=version)
        story = story if self._settings.comments else without_comments(story)
        around = self._archive.shelves.neighbours(story.id)
        page = story_page(story, self._now(), base=base_of(request), version=version, around=around)
        page = with_held_links(page, self._archive)
        likely = () if story.published else self._archive.likely_days(story.id, version=version)
        placing = placing_of(story, likely, self._now())
        pictures = story_pictures(story, self._archive, version, now=self._now(), rules=self._settings.leave_out)
        speakers = self._speakers(story, version)
        thread = None if page.shown else self._thread(story.id)
        values: dict[str, Any] = {"placing": placing, "speakers": speakers, "pictures": pictures, "thread": thread}
        values["traced"] = not page.shown and not self._is_static
        listed = self._archive.is_listed(story.id)
        return noindex_unless(listed, self._page(request, "story.html", page=page, listed=listed, **values))

    async def story_json(self, request: Request) -> Response:
        """The story's record, schema backfile/story/1."""
        version = request.query_params.get("version") or None
        story = self._archive.story(request.path_params["id"], version=version)
        record = replace(story, thread=tuple(self._archive.thread(story.id))).to_dict()
        return noindex_unless(self._archive.is_listed(story.id), answer_json(request, record))

    def _thread(self, story_id: str) -> ThreadView:
        """The story's thread; that it cannot be looked up, where the search index is missing or damaged: the story is read all the same."""
        try:
            return thread_view(self._archive.thread(story_id), self._now())
        except ArchiveError as error:
            return ThreadView(gettext("What came later cannot be looked up: {error}.").format(error=error.message), ())

    async def feed(self, request: Request) -> Response:
        """The newest stories as an Atom feed: of all outlets, of one or of its section, of an author, of a search."""
        base, now, asked = base_of(request), self._now(), feed_asked(request)
        try:
            found = fed_entries(self._archive, asked)
            entries = [feed_entry(entry, now, base, note=self._archive.note_of(entry.id)) for entry in found]
        except QueryError as error:
            raise HTTPException(404, error.message) from error
        updated = max((entry.updated for entry in entries), default=UNKNOWN)
        text = self._templates.get_template("feed.xml").render(
            entries=entries,
            base=base,
            updated=updated,
            outlet=" · ".join(filter(None, asked.values())) or None,
            path=with_query("/feed.atom", **asked),
        )
        return answer(request, text, media_type=ATOM)

    async def about(self, request: Request) -> Response:
        """What the archive holds and how its dates are to be read."""
        outlets = self._archive.shelves.outlets()
        lines = [(line.title, outlet_path(line.key), line.stories) for line in outlets[:_OUTLETS_BESIDE]]
        return self._page(request, "about.html", stats=self._archive.stats(), outlets=lines, outlet_count=len(outlets))

    async def robots(self, request: Request) -> Response:
        """What programs are asked to keep to."""
        text = robots_text(settings_of(request), base_of(request))
        return answer(request, text, media_type="text/plain; charset=utf-8")

    async def license(self, request: Request) -> Response:
        """The terms for programs that ask for them."""
        return answer(request, license_text(settings_of(request), base_of(request)), media_type="application/rsl+xml")

    async def healthy(self, request: Request) -> Response:
        """Whether the archive can be read: for whoever watches over the server."""
        self._archive.state()
        return answer(request, "ok\n", media_type="text/plain; charset=utf-8")

    async def style(self, request: Request) -> Response:
        """The one style sheet."""
        return _asset(request, self._look.style)

    async def icon(self, request: Request) -> Response:
        """The icon."""
        return _asset(request, self._look.icon)

    async def logo(self, request: Request) -> Response:
        """The owner's logo."""
        return _asset(request, self._look.logo)

    async def missing(self, request: Request, error: Exception) -> Response:
        """There is no story of that id, or no version; or there was one, of which a tombstone is left."""
        if isinstance(error, StoryForgotten):
            return self._notice(
                request, 410, gettext("This story was taken out"), say_forgotten(error.ground, error.day)
            )
        words = gettext("There is no story at this address, or no such version of it.")
        if isinstance(error, StoryLeftOut):
            words = gettext("The owner of this archive does not show this story.")
        return self._notice(request, 404, gettext("No such story"), words)

    async def unheard(self, request: Request, _error: Exception) -> Response:
        """There is no speaker or utterance of that id."""
        return self._notice(
            request, 404, gettext("Nobody is quoted here"), gettext("There is no speaker or utterance at this address.")
        )

    async def unreadable(self, request: Request, error: Exception) -> Response:
        """The archive failed under the reader."""
        words = error.message if isinstance(error, BackfileError) else ""
        return self._notice(request, 503, gettext("The archive could not be read"), words)

    async def refused(self, request: Request, error: Exception) -> Response:
        """An address or a method that the site does not have."""
        assert isinstance(error, HTTPException)
        if error.status_code != 404:
            words = gettext("This address can only be read.")
            return self._notice(request, error.status_code, gettext("Not possible here"), words, headers=error.headers)
        words = error.detail if error.detail != "Not Found" else gettext("Nothing stands at this address.")
        return self._notice(request, 404, gettext("No such page"), words)

    async def failed(self, request: Request, _error: Exception) -> Response:
        """A defect of ours; the server's log has it."""
        words = gettext("This page could not be made. The fault is the program’s, and its log says what it was.")
        response = self._notice(request, 500, gettext("Something went wrong"), words)
        response.headers.update(guards(COPY_SCRIPT))  # this answer passes outside the middleware
        return response

    def _outlets_in_form(self, chosen: str) -> list[tuple[str, int]]:
        """The outlets of the most stories, and the one that is chosen."""
        every = self._archive.outlets()
        shown = list(every[:_OUTLETS_IN_FORM])
        return shown + [pair for pair in every[_OUTLETS_IN_FORM:] if pair[0] == chosen]

    def _found(self, form: Asked, number: int) -> SearchResult:
        since, until = form.days
        return self._archive.search(
            form.words,
            since=since,
            until=until,
            outlet=form.outlet or None,
            undated=form.undated,
            sort=form.sort,
            limit=PAGE_SIZE,
            offset=(number - 1) * PAGE_SIZE,
        )

    def rendered(self, request: Request, template: str, /, **values: Any) -> Response:
        """A page of the site's, for handlers that stand elsewhere."""
        return self._page(request, template, **values)

    def _speakers(self, story: Story, version: str | None) -> tuple[StorySpeaker, ...]:
        """Who speaks in a story; none where the archive is older than the list of quotations."""
        try:
            return story_speakers(story.quotes, self._archive.voices(story.id, version=version))
        except ArchiveOutdated:
            return ()

    def _notice(self, request: Request, status: int, title: str, words: str, *, headers: Any = None) -> Response:
        response = self._page(request, "notice.html", status=status, title=title, words=words)
        response.headers.update(headers or {})
        return response

    def _page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
        links = page_links(request, status)
        text = self._templates.get_template(template).render(base=base_of(request), links=links, **values)
        return answer(request, text, media_type=HTML, status=status)


def _chosen(form: Asked) -> list[tuple[str, str]]:
    """What narrows the search beside its words, each with the search without it."""
    named = (
        (pgettext("search", "From {day}").format(day=form.since) if form.since else "", _narrowed(form, from_="")),
        (pgettext("search", "To {day}").format(day=form.until) if form.until else "", _narrowed(form, to="")),
        (form.outlet, _narrowed(form, outlet="")),
        (gettext("Undated only") if form.undated else "", _narrowed(form, undated="")),
        (gettext("Newest first") if form.sort == "date" else "", _narrowed(form, sort="")),
    )
    return [(words, path) for words, path in named if words]


def _facets(form: Asked, found: SearchResult | None) -> dict[str, Any]:
    """What was found by year and by outlet, each with the search narrowed to it; what is chosen is not offered again."""
    years = found.years if found else ()
    outlets = found.outlets if found and not form.outlet else ()
    undated = dict(years).get(None, 0)
    return {
        "years": year_bars(years, lambda year: _in_year(form, year)),
        "undated_count": undated,
        "undated_path": _in_year(form, None) if undated and not form.undated else None,
        "outlets": [(name, _narrowed(form, outlet=name), n) for name, n in outlets[:_OUTLETS_BESIDE]],
        "more_outlets": max(0, len(outlets) - _OUTLETS_BESIDE),
    }


def _narrowed(form: Asked, **changed: str) -> str:
    """The address of the search with these fields changed; with an outlet alone, the outlet's own page."""
    fields = form.as_query(**changed)
    if fields["outlet"] and not any(fields[name] for name in ("q", "from_", "to", "undated")):
        return outlet_path(fields["outlet"])
    return with_query("/search", **fields)


def _in_year(form: Asked, year: int | None) -> str:
    """The search within one year, or among the undated."""
    if year is None:
        return _narrowed(form, from_="", to="", undated="yes")
    return _narrowed(form, from_=f"{year:04d}", to=f"{year:04d}", undated="")


def _asset(request: Request, asset: Asset | None) -> Response:
    if asset is None or request.path_params["digest"] != asset.digest:
        raise HTTPException(404)
    return answer_asset(request, asset.payload, asset.media_type)
