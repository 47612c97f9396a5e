"""An access log that says what was read, and not by whom: time, method, path, status, milliseconds. No address, no query, no browser's name."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import IO

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class AccessLog:
    """ASGI middleware that writes a line an answer; with readers' addresses and their queries only where the owner asks."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        with_readers: bool = False,
        out: IO[str] | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._app = app
        self._with_readers = with_readers
        self._out = out or sys.stderr
        self._clock = clock or (lambda: datetime.now(UTC))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and say so."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            self._write(scope, status, (time.perf_counter() - began) * 1000)

    def _write(self, scope: Scope, status: int, milliseconds: float) -> None:
        path = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0].decode("ascii", "backslashreplace")
        if self._with_readers:
            query = scope["query_string"].decode("ascii", "backslashreplace")
            path = f"{(scope.get('client') or ('-', 0))[0]} {path}{'?' + query if query else ''}"
        moment = self._clock().strftime("%Y-%m-%dT%H:%M:%SZ")
        self._out.write(f"{moment} {scope['method']} {path} {status} {milliseconds:.0f}\n")
        self._out.flush()
