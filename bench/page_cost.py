"""What a story's page costs beside a trivial page of the same frameworks: made, asked for again, and not changed.

    python -m bench.page_cost ARCHIVE

CPU time in this process, medians of seven interleaved rounds over forty stories, without a network. "Made" is a page that nobody asked for
yet, "again" one that was made for another reader.
"""

import asyncio
import statistics
import sys
import time
from datetime import UTC, datetime
from itertools import count

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from backfile.archive import Archive
from backfile.site import make_app

ROUNDS, STORIES = 7, 40
PARAGRAPHS = ["The old cable ferry at Alder Ferry will carry cars again. " * 6] * 12
PAGE = Environment(autoescape=True).from_string(
    "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{% for words in paragraphs %}<p>{{ words }}</p>{% endfor %}"
)


async def trivial(_request: Request) -> HTMLResponse:
    return HTMLResponse(PAGE.render(title="Ferry to cross again", paragraphs=PARAGRAPHS))


async def asked(app: ASGIApp, path: str, *headers: tuple[bytes, bytes], query: str = "") -> Message:
    """The head of what an application answers."""
    messages: list[Message] = []

    async def send(message: Message) -> None:
        messages.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode(), "scheme": "http",
        "headers": [(b"host", b"archive.example"), *headers], "server": ("archive.example", 80), "client": ("127.0.0.1", 1),
        "root_path": "", "http_version": "1.1",
    }  # fmt: skip
    await app(scope, receive, send)
    return messages[0]


async def costs(site: ASGIApp, paths: list[str]) -> dict[str, float]:
    """Milliseconds of CPU an answer, by its kind."""
    tags = {path: dict((await asked(site, path))["headers"])[b"etag"] for path in paths}
    plain = Starlette(routes=[Route("/story/{id:path}", trivial)])
    new = count()
    kinds = {
        "trivial page": lambda path: asked(plain, path),
        "made": lambda path: asked(site, path, query=f"new={next(new)}"),
        "made, packed": lambda path: asked(site, path, (b"accept-encoding", b"br"), query=f"new={next(new)}"),
        "again": lambda path: asked(site, path),
        "again, packed": lambda path: asked(site, path, (b"accept-encoding", b"br")),
        "not changed": lambda path: asked(site, path, (b"if-none-match", tags[path])),
    }
    took: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind, ask in kinds.items():
            began = time.process_time()
            for path in paths:
                await ask(path)
            took[kind].append((time.process_time() - began) / len(paths) * 1000)
    return {kind: statistics.median(times) for kind, times in took.items()}


if __name__ == "__main__":
    with Archive(sys.argv[1]) as archive:
        site = make_app(archive, now=lambda: datetime.now(UTC))
        paths = [f"/story/{entry.id}" for entry in archive.newest(limit=STORIES)]
        for kind, took in asyncio.run(costs(site, paths)).items():
            print(f"{kind:<16}{took:>8.3f} ms")
