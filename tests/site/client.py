"""A reader of the site without a network: requests go straight to the application."""

import asyncio
from datetime import UTC, datetime

import httpx
from selectolax.lexbor import LexborHTMLParser

from backfile.site import make_app

BASE = "http://archive.example"
IN_2026 = datetime(2026, 11, 23, 12, tzinfo=UTC)
IN_2040 = datetime(2040, 3, 1, 12, tzinfo=UTC)


class Client:
    """Asks the site of an archive, at one moment, for pages."""

    def __init__(self, archive, *, now=IN_2026, app_errors=True, settings=None, mounted=()):
        self._app = make_app(archive, now=lambda: now, settings=settings, mounted=mounted)
        self._app_errors = app_errors

    def get(self, path, **options):
        return self.ask("GET", path, **options)

    def ask(self, method, path, **options):
        async def asked():
            transport = httpx.ASGITransport(self._app, raise_app_exceptions=self._app_errors)
            async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
                return await client.request(method, path, **options)

        return asyncio.run(asked())


def read(site, path, status=200):
    """The page that the site answers with."""
    answer = site.get(path)
    assert answer.status_code == status, path
    return LexborHTMLParser(answer.text)


def words(page, selector):
    """The text of each element that the selector finds, white space folded."""
    return [" ".join(node.text(deep=True).split()) for node in page.css(selector)]
