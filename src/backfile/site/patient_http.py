"""HTTP connections that wait only so long, for a request and for a reader to take the answer: one that is half sent, or not taken, would
hold its descriptor and its bytes for ever, and the readers after it out."""

import asyncio
import resource
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from backfile.limits import LARGEST_REQUEST, LONGEST_ANSWER, LONGEST_WAIT

PATIENCE = LONGEST_WAIT
"""Seconds from a connection's first byte, or from its opening, to the end of a request's headers."""
ANSWER_PATIENCE = LONGEST_ANSWER
"""Seconds in which a reader must take some of an answer that waits for him."""
_RESERVED = 256
"""Descriptors that are kept for the archive's own files, and for readers who were let in and not counted yet."""
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class _Connections:
    """The connections of this process. Where there are more than descriptors, the one that has kept us waiting longest goes.

    Whoever sends a whole request is answered then, however many others send half of one and stay.
    """

    def __init__(self) -> None:
        self.most = 10_000
        self.open: set[PatientProtocol] = set()
        self.waiting: dict[PatientProtocol, None] = {}
        """Whose request is not whole, or not begun, by how long they wait."""
        self.untaken: dict[PatientProtocol, None] = {}
        """Who take nothing of their answer, by how long they do."""

    def make_room(self) -> None:
        while len(self.open) > self.most and (slowest := next(iter(self.waiting or self.untaken), None)):
            self.open.discard(slowest)
            slowest.let_go()


_connections = _Connections()


class PatientProtocol(HttpToolsProtocol):
    """uvicorn's own, which knows a time limit between two requests and none within one."""

    _timer: asyncio.TimerHandle | None = None
    _answering: asyncio.TimerHandle | None = None
    _head = 0
    """Bytes of the headers that came so far."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection was opened."""
        super().connection_made(transport)
        self._wait()
        _connections.open.add(self)
        _connections.make_room()

    def data_received(self, data: bytes) -> None:
        """Some of a request came: of a new one, where none is under way."""
        if self._timer is None and (self.cycle is None or self.cycle.response_complete):
            self._wait()
        if self._timer is not None:  # its headers are not whole
            self._head += len(data)
            if self._head > LARGEST_REQUEST:
                self.transport.write(_TOO_LARGE)
                self._drop()
                return
        super().data_received(data)

    def pause_writing(self) -> None:
        """More of an answer waits than the connection takes."""
        super().pause_writing()
        self._answering = asyncio.get_running_loop().call_later(ANSWER_PATIENCE, self._abort)
        _connections.untaken[self] = None

    def resume_writing(self) -> None:
        """The reader took some."""
        super().resume_writing()
        self._stop_answering()

    def on_headers_complete(self) -> None:
        """The request's headers are whole."""
        self._stop()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._stop()
        self._stop_answering()
        _connections.open.discard(self)
        super().connection_lost(exc)

    def let_go(self) -> None:
        """Close the connection, and forget what waits on it."""
        self._stop()
        self._abort()

    def _wait(self) -> None:
        self._head = 0
        _connections.waiting[self] = None
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._drop)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            del _connections.waiting[self]

    def _stop_answering(self) -> None:
        if self._answering is not None:
            self._answering.cancel()
            self._answering = None
            del _connections.untaken[self]

    def _abort(self) -> None:
        self._stop_answering()
        transport: Any = self.transport
        transport.abort()

    def _drop(self) -> None:
        self._stop()
        transport: Any = self.transport
        if not transport.is_closing():
            transport.close()


def allow_connections() -> None:
    """Let this process have as many open connections as the system grants it: 1,024 is what a shell gives."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    _connections.most = max(hard - _RESERVED, _RESERVED) if hard != resource.RLIM_INFINITY else _connections.most
