"""Links of a page for programs: the same list as JSON and as CSV, its feeds, and how the archive is searched."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import quote

from starlette.requests import Request
from starlette.routing import BaseRoute

from backfile.api.list_addresses import FORMS, form_addresses
from backfile.site.site_address import with_query
from backfile.wording.plain import one_line
from backfile.wording.site_languages import to_translate

SEARCH_DESCRIPTION = "/opensearch.xml"
_FEEDS = {"/feed.atom": "application/atom+xml", "/feed.json": "application/feed+json"}


class Alternate(NamedTuple):
    """The same in another form."""

    media_type: str
    path: str
    title: str


class PageLinks(NamedTuple):
    """What a page's head links to, and its foot where it is a list."""

    feeds: tuple[Alternate, ...]
    forms: tuple[Alternate, ...] = ()
    own_feeds: tuple[Alternate, ...] = ()
    """Feeds of just this list."""
    search: str | None = None


FILES_LINKS = PageLinks(
    (Alternate("application/atom+xml", "/feed.atom", to_translate("Newest stories, each with its date")),)
)
"""Of a page that is written without a request, to be a file."""


def answers_programs(mounted: Sequence[BaseRoute]) -> bool:
    """Whether a site has lists in other forms, a second feed and a description of its search: one that is published as files has not."""
    return any(getattr(route, "path", None) == SEARCH_DESCRIPTION for route in mounted)


def page_links(request: Request, status: int = 200) -> PageLinks:
    """The links of the page that is asked for; of one that says that there is none nothing but the feed of all."""
    if status >= HTTPStatus.BAD_REQUEST:
        return FILES_LINKS
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    asked, is_live = dict(request.query_params), request.app.state.answers_programs
    narrowed = _narrowed(path, asked) if is_live else _of_outlet(path)
    title = to_translate("The newest of these stories, each with its date") if narrowed else FILES_LINKS.feeds[0].title
    feeds = tuple(Alternate(kind, with_query(feed, **narrowed), title) for feed, kind in _FEEDS.items())
    if not is_live:
        return PageLinks(feeds[:1])
    forms = form_addresses(quote(path.encode("utf-8", "replace"), safe="/"), asked)
    listed = (Alternate(FORMS[form], address, form.upper()) for form, address in forms.items())
    is_fed = bool(narrowed) or path == "/newest"
    return PageLinks(feeds, tuple(listed), feeds if is_fed and forms else (), SEARCH_DESCRIPTION)


def _of_outlet(path: str) -> dict[str, str | None]:
    """Of a site that is published as files, outlets have feeds of their own."""
    return {"outlet": path.removeprefix("/outlet/")} if path.startswith("/outlet/") else {}


def _narrowed(path: str, asked: dict[str, str]) -> dict[str, str | None]:
    """What the feed of a list is narrowed by."""
    if outlet := _of_outlet(path):
        return {**outlet, "section": asked.get("section") or None}
    if path.startswith("/author/"):
        return {"author": path.removeprefix("/author/")}
    if path == "/search" and (words := one_line(asked.get("q", ""))):
        return {"q": words, "outlet": one_line(asked.get("outlet", "")) or None}
    return {}
