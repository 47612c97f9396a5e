"""Odd requests to a site that is served: python -m bench.odd_requests [ARCHIVE]

Methods, targets, header fields, query strings and searches that no browser sends, over a socket of this machine (loopback), each alone, to the site of the samples' archive or of one that is given. Every one must
be answered within SECONDS, by a status under 500 (501 and 505 may be said of a method and a version), without a field or a page that has a name from the
request's Host or Forwarded, without a second answer, and the site must answer a plain request after it. Prints each that is not, and a line of counts; exits 1 where there is one.
"""

import argparse
import re
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.slow_readers import served

import backfile

ROOT = Path(__file__).parents[1]
SECONDS = 2.0
_EVIL = b"evil.example"
_WITHOUT_END = re.compile(rb"HTTP/1\.1 (\d{3})")
SEARCHES = (
    "(" * 5000, ")" * 5000, "(" * 2000 + "ferry" + ")" * 2000, "NOT " * 2000 + "ferry", " AND ".join(["ferry"] * 1000), " OR ".join(f"w{n}*" for n in range(1000)), "a* " * 10, "a* " * 330, " OR ".join(f"{one}*" for one in "abcdefghij"), "the of and to in a that for on was " * 28,
    "a* " * 1000, "*", "* *", '"' * 999, '"' + "a " * 5000 + '"', '"a b"~99999999999999', "ferry^1000000000", "from:9999-99-99", "from:-1", "to:" + "9" * 4000, "outlet:" + "x" * 7000,
    "outlet:(" * 500, "headline:" * 500, "quote:\x00", "\x00", "\ufffd" * 2000, "\u202e" * 500, "𐀀" * 2000, "%", "%25%32%35", "../../etc/passwd", "'; DROP TABLE stories; --", "<script>alert(1)</script>",
    "ferry~9", "fer?y", "/fer.*y/", "[a TO z]", "{a TO *}", "+ferry -ferry", "!", "&& || !", "ferry AND", "AND ferry", "OR", "NOT", "a" * 7900,
)  # fmt: skip
TARGETS = (
    "/search?q=ferry&page=99999999999999999999", "/search?q=ferry&page=-1", "/search?q=ferry&page=1e9", "/search?" + "q=ferry&" * 500, "/search?q=ferry&sort=" + "x" * 3000, "/search?q[]=ferry",
    "/stories/../../etc/passwd", "/stories/%2e%2e/%2e%2e/etc/passwd", "/%00", "/" + "a/" * 2000, "/" + "%2f" * 1000, "//evil.example/", "/\\evil.example/", "/at/", "/at/javascript:alert(1)", "/at/" + "https://" * 300,
    "/at/https://evil.example/%0d%0aSet-Cookie:%20a=b", "/at/http://[::1", "/at/http://" + "a." * 2000 + "example/", "/years/99999", "/days/2017/02/31", "/days/0000/00/00", "/days/2017/13/99", "/raw/" + "0" * 64, "/raw/../../x",
    "/api/v1/stories?limit=-5", "/api/v1/stories?limit=1000000000", "/api/v1/stories?offset=99999999999999999999", "/api/v1/stories?cursor=" + "A" * 4000, "/api/v1/stories?cursor=%00", "/api/v1/search?q=" + "(" * 3000, "/api/v1/speakers/%F0%9F",
    "/timegate/http://evil.example/", "/timemap/link/" + "http://" * 200, "/timemap/json/%00", "/feed.xml?outlet=%00", "/speakers?page=%F0", "/trace?words=" + "a+" * 3000, "/trace?words=%00", "/suggest?q=" + "a" * 7000, "/?" + "&" * 7000,
    "/static/../app.py", "/static/%2e%2e%2fapp.py", "*", "http://evil.example/", "search", "/search?q=%", "/search?q=%zz", "/%e0%80%af",
)  # fmt: skip
FIELDS = (
    "Host: evil.example", "X-Forwarded-Host: evil.example", 'Forwarded: for=1;host="evil.example";proto=https', "X-Forwarded-Proto: javascript", "X-Original-URL: /raw/x", "Content-Length: 99999999999999999999", "Content-Length: -1",
    "Transfer-Encoding: chunked, chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: x", "Accept: " + "text/html," * 1000, "Accept-Language: " + "de;q=0." + "9" * 4000, "Accept-Encoding: " + "br;q=1," * 1000,
    'If-None-Match: "' + "x" * 6000 + '"', "If-None-Match: " + '"a",' * 1500, "If-Modified-Since: Thu, 99 Foo 99999 99:99:99 GMT", "Range: bytes=0-0," + "1-1," * 1500, "Range: bytes=-99999999999999999999", "Accept-Datetime: yesterday",
    "Accept-Datetime: Thu, 01 Jan 0001 00:00:00 GMT", "Accept-Datetime: Fri, 31 Dec 9999 23:59:59 +9999", "Cookie: " + "a=b; " * 1500, "Expect: 100-continue", "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "\x00: x", "X Y: z", ": empty", " folded: x", "X: \x0b\x00",
    "X-" + "a" * 7000 + ": b", "\r\n".join(f"X-{number}: 1" for number in range(400)),
)  # fmt: skip
METHODS = ("HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "CONNECT", "get", "G" * 3000, "GET\x00", "")
LINES = (
    b"GET / HTTP/9.9\r\n\r\n", b"GET /\r\n\r\n", b"\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", b"GET / HTTP/1.1\nHost: a\n\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 5000, b"GET / HTTP/1.1\r\n" + b"a" * 200_000,
    b"GET " + b"/" * 200_000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)  # fmt: skip


def requests() -> Iterator[tuple[str, bytes]]:
    """What each is, and its bytes."""
    for words in SEARCHES:
        quoted = "".join(f"%{byte:02x}" for byte in words.encode("utf-8", "surrogatepass"))
        yield f"search {words[:40]!r}", _get(f"/search?q={quoted if len(quoted) < 60_000 else words[:7900]}")
    for target in TARGETS:
        yield f"target {target[:60]!r}", _get(target)
    for field in FIELDS:
        yield f"field {field[:60]!r}", _get("/", fields=field)
    for method in METHODS:
        yield f"method {method[:20]!r}", _get("/", method=method)
    for line in LINES:
        yield f"line {line[:40]!r}", line


def _get(target: str, *, method: str = "GET", fields: str = "") -> bytes:
    host = "" if fields.lower().startswith("host:") else "Host: 127.0.0.1\r\n"
    return f"{method} {target} HTTP/1.1\r\n{host}{fields}{chr(13) + chr(10) if fields else ''}Connection: close\r\n\r\n".encode(
        "utf-8", "replace"
    )


def answer(port: int, request: bytes, seconds: float) -> tuple[bytes, float]:
    """All that comes back until the site closes, or nothing more comes; and the seconds to the end of it."""
    began, parts = time.monotonic(), []
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as line:
        try:
            line.sendall(request)
            while part := line.recv(65536):
                parts.append(part)
        except (TimeoutError, ConnectionError):
            pass
    return b"".join(parts), time.monotonic() - began


def wrong_with(request: bytes, got: bytes, seconds: float) -> str | None:
    """What is wrong with an answer."""
    if seconds > SECONDS:
        return f"{seconds:.1f} s"
    status = _WITHOUT_END.match(got)
    if got and status is None:
        return f"no answer of HTTP: {got[:40]!r}"
    if status and int(status[1]) >= 500 and int(status[1]) not in (501, 505):
        return f"status {int(status[1])}"
    if _EVIL in got.partition(b"\r\n\r\n")[0] and _EVIL not in request.split(b"\r\n")[0]:
        return "a name of the request's in the head"
    if b"host: evil" in request.lower() and _EVIL in got:
        return "a name of the request's in the page"
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backfile-odd-") as scratch:
        if given.archive is None:
            given.archive = Path(scratch) / "archive"
            with backfile.open(given.archive) as archive:
                archive.add(ROOT / "samples" / "saved", ROOT / "samples" / "second")
        sys.exit(_asked(given.archive) > 0)


def _asked(folder: Path) -> int:
    """How many are answered wrongly."""
    wrong = count = 0
    longest = 0.0
    process, port = served(folder, 1024)
    try:
        for first in ("/", "/search?q=ferry"):  # these begin the processes that make what takes long
            answer(port, _get(first), 60)
        for name, request in requests():
            got, seconds = answer(port, request, 10)
            why = wrong_with(request, got, seconds)
            after, _ = answer(port, _get("/healthz"), 10)
            if why is None and not after.startswith(b"HTTP/1.1 200"):
                why = "nothing is answered after it"
            if why:
                print(f"{name}: {why}", flush=True)
            count, wrong, longest = count + 1, wrong + (why is not None), max(longest, seconds)
    finally:
        process.terminate()
        process.wait()
    print(f"{count} odd requests: {wrong} wrong, the slowest {longest:.2f} s")
    return wrong


if __name__ == "__main__":
    main()
