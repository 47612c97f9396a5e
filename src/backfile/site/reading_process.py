"""A process of the site's that makes pages which take long: a request on its standard input, the answer on its standard output.

Each way a frame is a length, JSON and, of an answer, the body. The process ends when its input does: when the site stops, in
whatever way.
"""

import asyncio
import signal
import sys
import traceback
from collections.abc import Mapping
from typing import IO, Any

import orjson
from starlette.types import ASGIApp, Message, Scope

_SIZES = 2
"""Numbers of 4 bytes before a frame: how long its JSON is, and its body."""
_HEADER = ("method", "path", "raw_path", "query_string", "scheme", "server", "client", "root_path", "http_version")


def frame(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """One way's message."""
    text = orjson.dumps(head)
    return len(text).to_bytes(4, "big") + len(body).to_bytes(4, "big") + text + body


def sizes(start: bytes) -> tuple[int, int]:
    """How long the JSON and the body are that follow the first FRAME_START bytes."""
    return int.from_bytes(start[:4], "big"), int.from_bytes(start[4:], "big")


FRAME_START = 4 * _SIZES


def written_scope(scope: Scope) -> dict[str, Any]:
    """A request without a body as plain values."""
    values = {name: scope.get(name) for name in _HEADER}
    written = {name: value.decode("latin-1") if isinstance(value, bytes) else value for name, value in values.items()}
    return written | {"headers": [[part.decode("latin-1") for part in pair] for pair in scope["headers"]]}


def read_scope(written: dict[str, Any]) -> Scope:
    """The request that was written."""
    scope: Scope = {"type": "http", "asgi": {"version": "3.0"}, **written}
    for name in ("raw_path", "query_string"):
        scope[name] = (written[name] or "").encode("latin-1")
    scope["headers"] = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in written["headers"]]
    return scope


async def answered(app: ASGIApp, scope: Scope) -> tuple[dict[str, Any], bytes]:
    """What an application answers: status and headers, and the body."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    try:
        await app(scope, receive, send)
    except Exception:  # a defect of ours, which the site has answered with 500: the site's log is to have it
        traceback.print_exc()
    start = next(message for message in messages if message["type"] == "http.response.start")
    headers = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in start.get("headers", ())]
    return {"status": start["status"], "headers": headers}, b"".join(message.get("body", b"") for message in messages)


def answer_all(app: ASGIApp, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    with asyncio.Runner() as runner:
        while len(start := requests.read(FRAME_START)) == FRAME_START:
            scope = read_scope(orjson.loads(requests.read(sizes(start)[0])))
            answers.write(frame(*runner.run(answered(app, scope))))
            answers.flush()


def main() -> None:
    """Answer what the site asks of the archive in the folder that the command line names, under the settings of a site.toml beside it."""
    from backfile.site.app import open_app

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the site's to answer
    site = sys.argv[2] if len(sys.argv) > 2 else None
    answer_all(open_app(sys.argv[1], beside=False, site=site), sys.stdin.buffer, sys.stdout.buffer)
