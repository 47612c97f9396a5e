"""Finding aids for programs: feeds of an outlet, a section, an author or a search, the sitemap, and the description of the search.

The date in a feed is the story's and never the day on which it was added. The undated are in no feed but that of a search, and in no
sitemap: no program is to show a story without its day.
"""

import html
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from backfile.errors import QueryError
from backfile.model.entry import Entry
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.feed import FeedEntry, feed_entry
from backfile.site.page_links import SEARCH_DESCRIPTION
from backfile.site.responses import answer
from backfile.site.settings import settings_of
from backfile.site.site_address import base_of, story_path, with_query
from backfile.site.sitemap_xml import MOST_IN_MAP, map_index, url_set
from backfile.wording.plain import one_line
from backfile.wording.site_languages import SiteLanguage, gettext, spoken_in

_LENGTH = 50
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_XML = "application/xml; charset=utf-8"


def finding_routes(
    archive: ArchiveReader, now: Callable[[], datetime], *, language: SiteLanguage | None = None
) -> list[Route]:
    """The routes over an archive, whose feeds are in a language."""
    aids = _FindingAids(archive, now)
    return [
        Route("/feed.json", spoken_in(language, aids.json_feed), methods=["GET"]),
        Route("/sitemap.xml", aids.site_map, methods=["GET"]),
        Route("/sitemap-{year:int}.xml", aids.year_map, methods=["GET"]),
        Route(SEARCH_DESCRIPTION, spoken_in(language, aids.search_description), methods=["GET"]),
    ]


def fed_entries(archive: ArchiveReader, asked: dict[str, str | None]) -> Sequence[Entry]:
    """The newest stories of a search, an author, a section of an outlet, or of all. Raises QueryError."""
    outlet, section, author, words = (asked.get(name) for name in ("outlet", "section", "author", "q"))
    if words:
        found = archive.search(
            words, since=None, until=None, outlet=outlet, undated=False, sort="date", limit=_LENGTH, offset=0
        )
        return found.entries
    if author:
        return [one for one in archive.shelves.author_stories(author, limit=_LENGTH, offset=0) if one.published]
    if outlet and section:
        held = archive.shelves.outlet_stories(outlet, section=section, limit=_LENGTH, offset=0)
        return [one for one in held if one.published]
    return archive.newest(limit=_LENGTH, outlet=outlet)


def feed_asked(request: Request) -> dict[str, str | None]:
    """What a feed is asked to be of."""
    return {
        name: one_line(request.query_params.get(name, ""))[:1000] or None
        for name in ("outlet", "section", "author", "q")
    }


class _FindingAids:
    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime]) -> None:
        self._archive = archive
        self._now = now

    async def json_feed(self, request: Request) -> Response:
        """The same feed as JSON Feed 1.1."""
        base, asked = base_of(request), feed_asked(request)
        try:
            entries = fed_entries(self._archive, asked)
        except QueryError as error:
            raise HTTPException(404, error.message) from error
        now = self._now()
        made = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": gettext("{site}: stories, each with its date").format(site=settings_of(request).name),
            "home_page_url": f"{base}/",
            "feed_url": base + with_query("/feed.json", **asked),
            "items": [
                _json_item(feed_entry(entry, now, base, note=self._archive.note_of(entry.id))) for entry in entries
            ],
        }
        return answer(request, json.dumps(made, ensure_ascii=False), media_type="application/feed+json")

    async def site_map(self, request: Request) -> Response:
        """An index of the sitemaps of all years."""
        base = base_of(request)
        years = [year for year, _ in self._archive.years() if year is not None]
        return answer(request, map_index(f"{base}/sitemap-{year}.xml" for year in years), media_type=_XML)

    async def year_map(self, request: Request) -> Response:
        """The addresses of a year's stories."""
        year, base = request.path_params["year"], base_of(request)
        stories = self._archive.by_year(year, limit=MOST_IN_MAP, offset=0) if year < 10_000 else ()
        if not stories:
            raise HTTPException(404)
        return answer(request, url_set(base + story_path(one.id) for one in stories), media_type=_XML)

    async def search_description(self, request: Request) -> Response:
        """How browsers and other programs search here (OpenSearch 1.1)."""
        base, name = html.escape(base_of(request)), html.escape(settings_of(request).name)
        described = html.escape(
            gettext("Old stories of {site}, each with its date").format(site=settings_of(request).name)
        )
        text = (
            f'{_HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
            f"<ShortName>{name[:16]}</ShortName>\n<Description>{described}</Description>\n"
            f'<Url type="text/html" template="{base}/search?q={{searchTerms}}"/>\n'
            f'<Url type="application/json" template="{base}/api/v1/search?q={{searchTerms}}"/>\n'
            f'<Url type="application/feed+json" template="{base}/feed.json?q={{searchTerms}}"/>\n'
            "<InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n"
        )
        return answer(request, text, media_type="application/opensearchdescription+xml")


def _json_item(entry: FeedEntry) -> dict[str, Any]:
    item = {
        "id": entry.address,
        "url": entry.address,
        "external_url": entry.original,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published,
        "authors": [{"name": entry.outlet}] if entry.outlet else None,
    }
    return {name: value for name, value in item.items() if value is not None}
