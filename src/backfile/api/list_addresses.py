"""List addresses: `.json` and `.csv` after the address of a list of the site lead to the API's page of the same list."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

_LISTS = {
    "/newest": "/stories",
    "/search": "/search",
    "/undated": "/undated",
    "/changes": "/changes",
    "/outlet/{key:path}": "/stories?outlet={key}",
    "/year/{year}": "/stories?year={year}",
    "/author/{name:path}": "/authors/{name}/stories",
}
"""Lists of the site, which take the same parameters there."""
_JSON_ALONE = {"/outlets": "/outlets", "/speakers": "/speakers"}
_PAGES = ("page",)
"""What the API has a cursor for."""


def list_routes() -> list[Route]:
    """The routes, for the site to take before its own."""
    table = [(path, to, form) for path, to in _LISTS.items() for form in ("json", "csv")]
    table += [(path, to, "json") for path, to in _JSON_ALONE.items()]
    return [
        Route(f"{path}.{form}", _led(to, "" if form == "json" else ".csv"), methods=["GET"]) for path, to, form in table
    ]


def _led(to: str, suffix: str) -> Callable[[Request], Awaitable[Response]]:
    async def led(request: Request) -> Response:
        named = {name: quote(str(value), safe="") for name, value in request.path_params.items()}
        path, _, query = to.format(**named).partition("?")
        asked = {name: value for name, value in request.query_params.items() if value and name not in _PAGES}
        parts = "&".join(filter(None, (query, urlencode(asked))))
        return RedirectResponse(f"/api/v1{path}{suffix}{'?' if parts else ''}{parts}", 307)

    return led
