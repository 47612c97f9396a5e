"""List addresses: `.json` and `.csv` after the address of a list of the site lead to the API's page of the same list."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, compile_path

_LISTS = {
    "/newest": "/stories",
    "/search": "/search",
    "/undated": "/undated",
    "/changes": "/changes",
    "/doubts": "/doubts",
    "/outlets": "/outlets",
    "/outlet/{key:path}": "/stories?outlet={key}",
    "/year/{year}": "/stories?year={year}",
    "/month/{month}": "/search?from={month}&to={month}&sort=date",
    "/day/{day}": "/search?from={day}&to={day}&sort=date",
    "/on/{day}": "/days/{day}/stories",
    "/authors": "/authors",
    "/author/{name:path}": "/authors/{name}/stories",
    "/speakers": "/speakers",
}
"""Lists of the site, which take the same parameters there."""
FORMS = {"json": "application/json", "csv": "text/csv"}
_PATTERNS = [compile_path(path)[0] for path in _LISTS]
_PAGES = ("page",)
"""What the API has a cursor for."""


def list_routes() -> list[Route]:
    """The routes, for the site to take before its own."""
    return [
        Route(f"{path}.{form}", _led(to, "" if form == "json" else ".csv"), methods=["GET"])
        for path, to in _LISTS.items()
        for form in FORMS
    ]


def form_addresses(path: str, asked: dict[str, str]) -> dict[str, str]:
    """Of a list of the site, whose path is as it stands in a link: where it is had in each form. Of another page none."""
    if not any(pattern.match(path) for pattern in _PATTERNS):
        return {}
    query = urlencode(_kept(asked))
    return {form: f"{path}.{form}{'?' if query else ''}{query}" for form in FORMS}


def _kept(asked: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in asked.items() if value and name not in _PAGES}


def _led(to: str, suffix: str) -> Callable[[Request], Awaitable[Response]]:
    async def led(request: Request) -> Response:
        named = {name: quote(str(value), safe="") for name, value in request.path_params.items()}
        path, _, query = to.format(**named).partition("?")
        parts = "&".join(filter(None, (query, urlencode(_kept(dict(request.query_params))))))
        return RedirectResponse(f"/api/v1{path}{suffix}{'?' if parts else ''}{parts}", 307)

    return led
