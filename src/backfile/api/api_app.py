"""The API as an application: routes from the table of endpoints; every fault as problem+json (RFC 9457)."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from backfile.api.cursors import CursorBroken, CursorLost, page_of
from backfile.api.description import description
from backfile.api.endpoints import ENDPOINTS, Endpoint, parameters_of
from backfile.api.parameters import Refused, read_parameters
from backfile.archive.reader import Archive
from backfile.errors import ArchiveError, BackfileError, QueryError, QuotationMissing, StoryForgotten, StoryMissing
from backfile.export.csv_files import harmless
from backfile.model.flat_rows import Row
from backfile.model.plain_values import plain_values
from backfile.model.story import SCHEMA, Story
from backfile.tagged_answer import tagged

Clock = Callable[[], datetime]
_JSON = "application/json"
_CSV = "text/csv; charset=utf-8"


def mounted_api(archive: Archive, now: Clock) -> Mount:
    """The API of an archive at its place. An address with the end of a line in it is the API's too: it says what is wrong there."""
    mount = Mount("/api/v1", make_api(archive, now))
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount


def make_api(archive: Archive, now: Clock) -> Starlette:
    """The API of an archive, to be mounted."""
    answers = ApiAnswers(archive, now)
    routes = [Route("/openapi.json", answers.described, methods=["GET"])]
    for endpoint in sorted(ENDPOINTS, key=lambda one: one.path.count("{")):
        if endpoint.columns:
            routes.append(Route(f"{endpoint.path}.csv", answers.as_csv(endpoint), methods=["GET"]))
        routes.append(Route(endpoint.path, answers.as_json(endpoint), methods=["GET"]))
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(
                CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=["ETag", "Link"]
            )
        ],
        exception_handlers={
            Refused: _refused,
            QueryError: _refused,
            StoryMissing: _missing,
            QuotationMissing: _missing,
            CursorBroken: _broken,
            CursorLost: _lost,
            ArchiveError: _unreadable,
            HTTPException: _no_such,
        },
    )


class ApiAnswers:
    """Handlers over one archive; they run in the thread that opened it."""

    def __init__(self, archive: Archive, now: Clock) -> None:
        self._archive = archive
        self._now = now
        self._description = _payload(description())

    async def described(self, request: Request) -> Response:
        """The API's own description."""
        return tagged(request, self._description, {"content-type": _JSON})

    def as_json(self, endpoint: Endpoint) -> Callable[[Request], Any]:
        """Answers with a record, or with a page of a list."""

        async def answer(request: Request) -> Response:
            if endpoint.one:
                record = endpoint.one(self._archive, _given(endpoint, request), self._now())
                return tagged(request, _payload(_plain(record)), {"content-type": _JSON})
            items, more = self._page(endpoint, request)
            payload = _payload({"items": plain_values(list(items)), "next": more})
            return tagged(request, payload, {"content-type": _JSON, **_link(more)})

        return answer

    def as_csv(self, endpoint: Endpoint) -> Callable[[Request], Any]:
        """Answers with a page of a list as CSV, the basis of each date a column."""

        async def answer(request: Request) -> Response:
            items, more = self._page(endpoint, request)
            payload = _csv(list(endpoint.columns or ()), [item.to_row() for item in items])
            return tagged(request, payload, {"content-type": _CSV, **_link(more)})

        return answer

    def _page(self, endpoint: Endpoint, request: Request) -> tuple[Sequence[Any], str | None]:
        assert endpoint.many
        given = _given(endpoint, request)
        items, cursor = page_of(endpoint.many(self._archive, given), given["limit"], given["cursor"])
        if cursor is None:
            return items, None
        return items, f"{request.url.path}?{urlencode({**request.query_params, 'cursor': cursor})}"


def _given(endpoint: Endpoint, request: Request) -> dict[str, Any]:
    return read_parameters(parameters_of(endpoint), request.query_params) | request.path_params


def _link(more: str | None) -> dict[str, str]:
    return {"link": f'<{more}>; rel="next"'} if more else {}


def _plain(record: Any) -> Any:
    """Plain values; a story as its own record is written."""
    plain = plain_values(record)
    if isinstance(getattr(record, "story", None), Story):
        plain["story"] = {"schema": SCHEMA, **plain["story"]}
    return plain


def _payload(value: Any) -> bytes:
    """JSON, the same bytes each time; a lone surrogate is written as its escape."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n"


def _csv(columns: list[str], rows: list[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8", "backslashreplace")


def _problem(status: int, detail: str) -> Response:
    title = HTTPStatus(status).phrase
    value = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return Response(_payload(value), status, media_type="application/problem+json")


async def _refused(_request: Request, error: Exception) -> Response:
    return _problem(400, error.message if isinstance(error, BackfileError) else str(error))


async def _missing(_request: Request, error: Exception) -> Response:
    assert isinstance(error, BackfileError)
    return _problem(410 if isinstance(error, StoryForgotten) else 404, error.message)


async def _broken(_request: Request, _error: Exception) -> Response:
    return _problem(400, "cursor: it is none of this archive's: take what `next` of the page before has")


async def _lost(_request: Request, _error: Exception) -> Response:
    return _problem(410, "cursor: the list has changed so much that its place is lost: begin again without it")


async def _unreadable(_request: Request, error: Exception) -> Response:
    assert isinstance(error, BackfileError)
    return _problem(503, error.message)


async def _no_such(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = (
        "there is nothing at this address: /api/v1/openapi.json has all" if error.status_code == 404 else error.detail
    )
    response = _problem(error.status_code, words)
    response.headers.update(error.headers or {})
    return response
