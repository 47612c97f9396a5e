"""The site: which address is answered by what (docs/site.md). Handlers are async and read SQLite in line: it is quicker
than handing a millisecond's work to a thread (STACK.md)."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.datastructures import URL, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backfile.api.api_app import mounted_api
from backfile.api.list_addresses import list_routes
from backfile.errors import ArchiveError, QuotationMissing, StoryMissing
from backfile.memento.memento_routes import memento_routes
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.browse_pages import BrowsePages
from backfile.site.calendar_pages import CalendarPages
from backfile.site.change_pages import ChangePages
from backfile.site.finding_aids import finding_routes
from backfile.site.handlers import Pages
from backfile.site.long_reads import LongReads, ReadingProcesses
from backfile.site.old_addresses import OldAddresses
from backfile.site.page_links import answers_programs
from backfile.site.page_tags import PageTags
from backfile.site.rendering import COPY_SCRIPT
from backfile.site.responses import guards
from backfile.site.saved_pages import SavedPages
from backfile.site.settings import SiteSettings, expect_rules, read_settings
from backfile.site.site_address import base_of
from backfile.site.speaker_pages import SpeakerPages
from backfile.site.story_pictures import Pictures
from backfile.site.trace_pages import TracePages
from backfile.wording.site_languages import SiteLanguage, site_language, spoken_in

_SLASH_TOO_MANY = 307
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
"""Bytes that no query has (RFC 3986, 3.4), and that nobody need read as UTF-8."""
Handler = Callable[[Request], Awaitable[Response]]


def make_app(
    archive: ArchiveReader,
    *,
    now: Callable[[], datetime],
    beside: ReadingProcesses | None = None,
    settings: SiteSettings | None = None,
    is_static: bool = False,
    mounted: Sequence[BaseRoute] = (),
) -> Starlette:
    """The site of an archive. `now` gives the moment by which ages are said; it has a zone.

    Where the server says when it stops (ASGI lifespan), the archive is closed then. What takes long is made by the processes
    `beside`, if there are any. `is_static`: the pages are to be kept, and say nothing of the day on which they are made.
    """
    settings = settings or SiteSettings()
    language = site_language(settings.language)
    pages = Pages(archive, now, settings, is_static=is_static)
    old = OldAddresses(archive, now, pages.rendered, pages.missing)

    @asynccontextmanager
    async def closed_at_the_end(_app: Starlette) -> AsyncIterator[None]:
        yield
        archive.close()
        if beside:
            await beside.close()

    app = Starlette(
        routes=[
            *mounted,
            Route("/at/{address:path}", spoken_in(language, old.at), methods=["GET"]),
            *_raw_routes(SavedPages(archive, now, pages.rendered), language),
            *_picture_routes(Pictures(archive)),
            *_routes(pages, archive, now, language, is_static=is_static),
        ],
        middleware=[
            Middleware(_Guarded),
            *([] if is_static else [Middleware(PageTags, archive=archive, now=now, settings=settings)]),
            *([Middleware(LongReads, processes=beside, lost=spoken_in(language, pages.unreadable))] if beside else []),
        ],
        lifespan=closed_at_the_end,
        exception_handlers={
            StoryMissing: spoken_in(language, old.or_else(pages.missing)),
            QuotationMissing: spoken_in(language, pages.unheard),
            ArchiveError: spoken_in(language, pages.unreadable),
            HTTPException: spoken_in(language, old.or_else(pages.refused)),
            500: spoken_in(language, pages.failed),
        },
    )
    app.state.settings = settings
    app.state.answers_programs = answers_programs(mounted)
    return app


def open_app(archive_path: str | Path, *, beside: bool = True, site: str | Path | None = None) -> Starlette:
    """The site of the archive in a folder, by the machine's clock. Raises ArchiveMissing where there is none.

    What takes long is made by processes beside this one, unless `beside` says otherwise. `site` is a site.toml: raises BackfileError for
    what is wrong in it.
    """
    from backfile.archive import Archive  # heavy: only where an archive is opened

    folder = Path(archive_path).absolute()
    own = Path(site).absolute() if site else None
    settings = read_settings(own) if own else None
    archive = Archive(folder)
    expect_rules(archive, settings or SiteSettings())
    processes = ReadingProcesses(folder, own) if beside else None
    mounted = [
        mounted_api(archive, _utc),
        *memento_routes(archive, base_of),
        *list_routes(),
        *finding_routes(archive, _utc, language=site_language(settings.language) if settings else None),
    ]
    return make_app(archive, now=_utc, beside=processes, settings=settings, mounted=mounted)


def _utc() -> datetime:
    return datetime.now(UTC)


def _routes(
    pages: Pages,
    archive: ArchiveReader,
    now: Callable[[], datetime],
    language: SiteLanguage | None,
    *,
    is_static: bool,
) -> list[Route]:
    beside = archive, now, pages.rendered
    browsed, dated = BrowsePages(*beside, is_static=is_static), CalendarPages(*beside)
    spoken, changed = SpeakerPages(*beside), ChangePages(*beside)
    table: list[tuple[str, Handler]] = [
        ("/", browsed.front),
        ("/newest", browsed.newest),
        ("/years", dated.years),
        ("/year/{year}", dated.year),
        ("/month/{month}", dated.month),
        ("/day/{day}", dated.day),
        ("/on/{day}", dated.same_day),
        ("/outlets", browsed.outlets),
        ("/outlet/{key:path}", browsed.outlet),
        ("/authors", browsed.authors),
        ("/author/{name:path}", browsed.author),
        ("/undated", browsed.undated),
        ("/doubts", browsed.doubts),
        ("/search", pages.search),
        ("/story/{id:path}", pages.story),
        ("/speakers", spoken.speakers),
        ("/speaker/{id}", spoken.speaker),
        ("/utterance/{id}", spoken.utterance),
        ("/changes", changed.changes),
        ("/change/{id}/{before}/{after}", changed.change),
        ("/beside/{id}/{other}", changed.beside),
        ("/trace", TracePages(*beside).trace),
        ("/feed.atom", pages.feed),
        ("/about", pages.about),
        ("/robots.txt", pages.robots),
        ("/license.xml", pages.license),
        ("/healthz", pages.healthy),
        ("/style-{digest}.css", pages.style),
        ("/icon-{digest}.svg", pages.icon),
        ("/logo-{digest}.image", pages.logo),
    ]
    record = Route("/story/{id:path}.json", pages.story_json, methods=["GET"])  # English, as all records
    return [record, *(Route(path, spoken_in(language, handler), methods=["GET"]) for path, handler in table)]


def _raw_routes(saved: SavedPages, language: SiteLanguage | None) -> list[Route]:
    """A story's saved pages: that of its newest version, and each by its name."""
    table: list[tuple[str, Handler]] = [
        ("/raw/{id:path}/{capture:digest}/page", saved.page),
        ("/raw/{id:path}/{capture:digest}/source", saved.source),
        ("/raw/{id:path}/{capture:digest}/file/{name}", saved.file),
        ("/raw/{id:path}/{capture:digest}", saved.framed),
        ("/raw/{id:path}/source", saved.source),
        ("/raw/{id:path}", saved.framed),
    ]
    return [Route(path, spoken_in(language, handler), methods=["GET"]) for path, handler in table]


def _picture_routes(pictures: Pictures) -> list[Route]:
    path = "/picture/{id:path}/{version}/{number:int}"
    return [
        Route(path, pictures.shown, methods=["GET"]),
        Route(f"{path}/large", pictures.large, methods=["GET"]),
    ]


class _Digest(StringConvertor):
    """The start of a payload's digest, in an address."""

    regex = "[0-9a-f]{8,64}"


register_url_convertor("digest", _Digest())


class _Guarded:
    """Puts the guarding headers on every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._guards = [(name.encode(), value.encode()) for name, value in guards(COPY_SCRIPT).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                if b"location" in given:
                    headers = MutableHeaders(scope=message)
                    headers["location"] = _led_to(headers["location"], scope, message["status"])
                own = [guard for guard in self._guards if guard[0] not in given]  # a saved page has a policy of its own
                message["headers"] = [*message["headers"], *own]
            await send(message)

        if not scope.get("query_string", b"").isascii():
            scope = {
                **scope,
                "query_string": _NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), scope["query_string"]),
            }
        await self._app(scope, receive, guarded)


def _led_to(location: str, scope: Scope, status: int) -> str:
    """Where a redirect of the site leads: below the path that it stands under; for a slash too many, which Starlette alone answers by
    307, never by the host that a reader says he asks (RFC 9110, 10.2.2: a location may be a path)."""
    if location.startswith("/"):
        return str(scope.get("root_path", "")) + location
    asked = URL(location)
    return str(asked.replace(scheme="", netloc="")) if status == _SLASH_TOO_MANY else location
