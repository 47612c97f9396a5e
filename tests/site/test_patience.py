"""A request that is half sent is waited for only so long; one that is whole is answered, before and after."""

import asyncio

import pytest
import uvicorn

from backfile.site import patient_http
from backfile.site.patient_http import PatientProtocol


async def _app(scope: dict[str, object], receive: object, send: object) -> None:
    assert scope["type"] == "http"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b"ok"})  # type: ignore[operator]


WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


async def _spoken(port: int, *parts: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for part in parts:
        writer.write(part)
        await asyncio.sleep(0.05)
    said = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return said


@pytest.mark.parametrize(
    ("parts", "answers"), [([b"GET / HT"], 0), ([b""], 0), ([WHOLE, b"GET / "], 1), ([WHOLE, WHOLE], 2)]
)
def test_half_sent_requests_are_dropped(parts: list[bytes], answers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient_http, "PATIENCE", 0.3)

    async def served() -> bytes:
        config = uvicorn.Config(
            _app, http=PatientProtocol, port=0, log_level="error", lifespan="off", timeout_keep_alive=1
        )
        server = uvicorn.Server(config)
        running = asyncio.ensure_future(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        said = await _spoken(server.servers[0].sockets[0].getsockname()[1], *parts)
        server.should_exit = True
        await running
        return said

    assert asyncio.run(served()).count(b"200 OK") == answers


def test_whose_request_is_whole_is_answered_however_many_wait_with_half_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient_http._connections, "most", 3)

    async def served() -> tuple[list[bytes], bytes]:
        config = uvicorn.Config(_app, http=PatientProtocol, port=0, log_level="error", lifespan="off", loop="uvloop")
        server = uvicorn.Server(config)
        running = asyncio.ensure_future(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        halves = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
        for _, writer in halves:
            writer.write(b"GET / HT")
        await asyncio.sleep(0.1)
        ended = [await reader.read() for reader, _ in halves[:2]]
        answer = await _spoken(port, WHOLE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        for _, writer in halves:
            writer.close()
        server.should_exit = True
        await running
        return ended, answer

    ended, answer = asyncio.run(served())
    assert ended == [b"", b""], "who waits longest is let go"
    assert b"200 OK" in answer


def _asked(app: object, parts: tuple[bytes, ...], read: bool = True) -> bytes:
    async def served() -> bytes:
        config = uvicorn.Config(
            app, http=PatientProtocol, port=0, log_level="error", lifespan="off", timeout_keep_alive=1
        )
        server = uvicorn.Server(config)
        running = asyncio.ensure_future(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        said = await (_spoken(port, *parts) if read else _unread(port, *parts))
        server.should_exit = True
        await running
        return said

    return asyncio.run(served())


async def _unread(port: int, *parts: bytes) -> bytes:
    """What is left to read for one who read nothing for half a second."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
    writer.write(b"".join(parts))
    await asyncio.sleep(0.5)
    said = b""
    try:
        while piece := await asyncio.wait_for(reader.read(1 << 20), 10):
            said += piece
    except ConnectionResetError:
        pass
    writer.close()
    return said


def test_headers_without_an_end_are_refused() -> None:
    line = b"X-A: " + b"a" * 8000 + b"\r\n"
    assert b"431" in _asked(_app, (b"GET / HTTP/1.1\r\n", *[line] * 5))
    assert _asked(_app, (b"GET / HTTP/1.1\r\nHost: x\r\n", line, line, b"\r\n")).count(b"200 OK") == 1


async def _large(scope: dict[str, object], receive: object, send: object) -> None:
    size = 32 << 20
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(size).encode())]})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": bytes(size)})  # type: ignore[operator]


@pytest.mark.parametrize(("patience", "whole"), [(0.2, False), (30.0, True)])
def test_a_reader_who_takes_nothing_is_let_go(patience: float, whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient_http, "ANSWER_PATIENCE", patience)
    said = _asked(_large, (WHOLE,), read=False)
    assert (len(said) > 32 << 20) == whole
