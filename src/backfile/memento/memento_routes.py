"""Memento's addresses: TimeGate, TimeMap and the mementos themselves, with the headers of RFC 7089.

A memento is answered with the bytes that were saved, under a policy of its own: a sandbox without scripts that loads nothing.
"""

from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from backfile.archive.reader import Archive
from backfile.errors import SourceError
from backfile.kept_captures import open_capture
from backfile.memento.held_mementos import Memento, asked_moment, mementos_of, moment_of, nearest

Base = Callable[[Request], str]
"""The site's own address, without a slash at its end."""
_LINKS = "application/link-format"
_POLICY = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
_VARIES = {"vary": "accept-datetime"}


def memento_routes(archive: Archive, base: Base) -> list[Route]:
    """The routes over an archive."""
    pages = _Mementos(archive, base)
    return [
        Route("/timegate/{address:path}", pages.gate, methods=["GET"]),
        Route("/timemap/link/{address:path}", pages.map, methods=["GET"]),
        Route("/memento/{moment}/{address:path}", pages.memento, methods=["GET"]),
    ]


class _Mementos:
    def __init__(self, archive: Archive, base: Base) -> None:
        self._archive = archive
        self._base = base

    async def gate(self, request: Request) -> Response:
        """Leads to the memento that is nearest to Accept-Datetime."""
        address = _address(request, 1)
        try:
            asked = asked_moment(request.headers.get("accept-datetime"))
        except ValueError:
            words = "Accept-Datetime is malformed: write it as Thu, 31 May 2007 20:35:00 GMT.\n"
            return PlainTextResponse(words, 400, headers=_VARIES)
        held = mementos_of(self._archive, address)
        if not held:
            return _nothing(address)
        chosen = nearest(held, asked)
        links = ", ".join([_original(address), *self._found_by(request, address), *self._ends(request, held, chosen)])
        where = self._at(request, chosen)
        return RedirectResponse(where, 302, headers={**_VARIES, "link": links, "cache-control": "no-cache"})

    async def map(self, request: Request) -> Response:
        """All mementos of an address."""
        address = _address(request, 2)
        held = mementos_of(self._archive, address)
        if not held:
            return _nothing(address)
        span = f'from="{held[0].header}"; until="{held[-1].header}"'
        lines = [
            _original(address),
            f'<{self._base(request)}/timemap/link/{address}>; rel="self"; type="{_LINKS}"; {span}',
            f'<{self._base(request)}/timegate/{address}>; rel="timegate"',
            *(self._link(request, one, _rel(one, held)) for one in held),
        ]
        return Response(",\n".join(lines) + "\n", media_type=_LINKS, headers={"cache-control": "no-cache"})

    async def memento(self, request: Request) -> Response:
        """The bytes as they were saved at a moment; another moment leads to the nearest."""
        address = _address(request, 2)
        try:
            asked = moment_of(request.path_params["moment"])
        except ValueError:
            return PlainTextResponse("A moment has 14 digits: 20070531203500.\n", 404)
        held = mementos_of(self._archive, address)
        if not held:
            return _nothing(address)
        chosen = nearest(held, asked)
        if chosen.at != asked:
            return RedirectResponse(self._at(request, chosen), 302)
        links = ", ".join([_original(address), *self._found_by(request, address), *self._ends(request, held, chosen)])
        return self._shown(chosen, links)

    def _shown(self, chosen: Memento, links: str) -> Response:
        one = chosen.capture
        try:
            capture = open_capture(self._archive, one.story or "", one)
        except SourceError as error:
            return PlainTextResponse(f"The saved page cannot be had. {error.message}\n", 404)
        charset = f"; charset={capture.charset}" if capture.charset else ""
        headers = {
            "content-type": f"{capture.media_type or 'text/html'}{charset}",
            "memento-datetime": chosen.header,
            "link": links,
            "content-security-policy": _POLICY,
            "x-robots-tag": "noindex",
        }
        return Response(capture.payload, headers=headers)

    def _found_by(self, request: Request, address: str) -> Iterator[str]:
        yield f'<{self._base(request)}/timegate/{address}>; rel="timegate"'
        yield f'<{self._base(request)}/timemap/link/{address}>; rel="timemap"; type="{_LINKS}"'

    def _ends(self, request: Request, held: list[Memento], chosen: Memento) -> Iterator[str]:
        """The first, the last and the chosen, each once."""
        for one in dict.fromkeys((held[0], chosen, held[-1])):
            yield self._link(request, one, _rel(one, held))

    def _link(self, request: Request, one: Memento, rel: str) -> str:
        return f'<{self._at(request, one)}>; rel="{rel}"; datetime="{one.header}"'

    def _at(self, request: Request, one: Memento) -> str:
        return f"{self._base(request)}/memento/{one.moment}/{_fit(one.capture.url)}"


def _rel(one: Memento, held: list[Memento]) -> str:
    words = [word for word, end in (("first", held[0]), ("last", held[-1])) if one is end]
    return " ".join([*words, "memento"])


def _original(address: str) -> str:
    return f'<{address}>; rel="original"'


def _nothing(address: str) -> Response:
    return PlainTextResponse(f"No capture of {address} is held whose time is known.\n", 404, headers=_VARIES)


def _address(request: Request, parts: int) -> str:
    """The address after so many parts of the path, with its query, escapes as they came."""
    scope = request.scope
    path: bytes = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0]
    path = path.removeprefix(scope.get("root_path", "").encode()).split(b"/", parts + 1)[-1]
    query: bytes = scope["query_string"]
    if b"%3a%2f%2f" in path[:16].lower():
        path = unquote_to_bytes(path)
    return _fit((path + (b"?" + query if query else b"")).decode("ascii", "replace"))


def _fit(address: str) -> str:
    """The address as a header and a link may hold it."""
    return "".join(char if "!" <= char <= "~" and char not in '<>"' else _escaped(char) for char in address)


def _escaped(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
