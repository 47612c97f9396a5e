"""Readers who send half a request and stay, as many as there are, and one who sends a whole one: is he answered?

    python -m bench.slow_readers ARCHIVE [--readers 10000] [--descriptors 1024] [--asks 20] [--again 5]

`backfile serve` runs with so many descriptors at most. Half of the slow readers send the half of a request's headers, a quarter nothing at all, a quarter ask for the
newest stories again and again and take nothing of what they get. Then, and while who was let go comes again, a reader asks for a story's page by whole requests,
each on a connection of its own. Prints how long he waited; exits 1 where it was over a second, or he was refused. Loopback only.
"""

import argparse
import http.client
import re
import resource
import selectors
import socket
import statistics
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

_HALF = b"GET /newest HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
_WHOLE = b"GET /newest HTTP/1.1\r\nHost: localhost\r\n\r\n"
_MOST_SECONDS = 1.0
_SETTLED = 5.0
"""Seconds after the rush: while 10,000 come within a second, the system's queue is full, and whoever finds it so tries again a second later."""


def served(archive: Path, descriptors: int) -> tuple[subprocess.Popen[str], int]:
    """`backfile serve` under a limit of descriptors, and its port."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

    command = [sys.executable, "-m", "backfile.cli", "serve", "--archive", str(archive), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=limited)
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r":(\d{4,5})\b", line):
            return process, int(found[1])
    raise SystemExit("backfile serve did not start")


class SlowReaders:
    """Connections that stay; who is let go comes again some seconds later."""

    def __init__(self, port: int, again: float) -> None:
        self._port = port
        self._again = again
        self._watched = selectors.DefaultSelector()
        self._returning: deque[tuple[float, int]] = deque()
        self.let_go = 0
        self._kept: list[socket.socket] = []

    def come(self, number: int) -> None:
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(("127.0.0.1", self._port))
        self._watched.register(one, selectors.EVENT_WRITE, number)

    def turn(self, seconds: float) -> None:
        """Do for so long what such readers do."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            while self._returning and self._returning[0][0] <= time.monotonic():
                self.come(self._returning.popleft()[1])
            for key, events in self._watched.select(min(left, 0.05)):
                assert isinstance(key.fileobj, socket.socket)
                self._act(key.fileobj, key.data, events)

    def _act(self, one: socket.socket, number: int, events: int) -> None:
        try:
            if events & selectors.EVENT_WRITE:
                one.send((_HALF, _HALF, b"", _WHOLE * 30)[number % 4])
                self._watched.modify(
                    one, selectors.EVENT_READ if number % 4 != 3 else 0 or selectors.EVENT_READ, number
                )
                if number % 4 == 3:
                    self._watched.unregister(one)  # takes nothing
                return
            if not one.recv(1):
                raise ConnectionResetError
        except OSError:
            self.let_go += 1
            self._watched.unregister(one)
            one.close()
            self._returning.append((time.monotonic() + self._again, number))


def main() -> None:
    asked = argparse.ArgumentParser(description="Slow readers, and one who is not.")
    asked.add_argument("archive", type=Path)
    asked.add_argument("--readers", type=int, default=10_000)
    asked.add_argument("--descriptors", type=int, default=1024)
    asked.add_argument("--asks", type=int, default=20)
    asked.add_argument("--again", type=float, default=5, help="seconds after which who was let go comes again")
    given = asked.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    process, port = served(given.archive, given.descriptors)
    try:
        at_rest = [asked_once(port) for _ in range(5)]
        slow = SlowReaders(port, given.again)
        for number in range(given.readers):
            slow.come(number)
            if number % 200 == 0:
                slow.turn(0.01)
        slow.turn(_SETTLED)
        waited, refused = [], 0
        for _ in range(given.asks):
            slow.turn(0.5)
            try:
                waited.append(asked_once(port))
            except (OSError, http.client.HTTPException):
                refused += 1
        print(
            f"at rest {statistics.median(at_rest) * 1000:.0f} ms; {slow.let_go:,} slow readers were let go and came again"
        )
        longest = max(waited, default=float("inf"))
        print(
            f"{given.readers:,} slow readers at {given.descriptors:,} descriptors: {len(waited)} of {given.asks} whole requests answered, "
            f"{statistics.median(waited or [0]) * 1000:.0f} ms in the middle, {longest * 1000:.0f} ms at most"
        )
        sys.exit(refused > 0 or longest > _MOST_SECONDS)
    finally:
        process.terminate()


def asked_once(port: int) -> float:
    """Seconds until a whole answer to a whole request."""
    start = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/newest")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise http.client.HTTPException(f"answered {answer.status}")
    return time.monotonic() - start


if __name__ == "__main__":
    main()
