"""Long reads: what takes long is made by a process beside the site, and comes out the same."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.responses import PlainTextResponse
from tests.site.client import BASE
from tests.site.test_site_archive import folder  # noqa: F401 - a fixture

from backfile.site import open_app
from backfile.site.long_reads import LONG, LongReads
from backfile.site.reading_process import answered, frame, read_scope, sizes, written_scope

PATHS = (
    "/search?q=ferry+flood", "/search?q=%22", "/search?q=nothing-at-all&from=2017", "/undated", "/speakers", "/speaker/none",
    "/utterance/none", "/feed.atom", "/year/2017", "/year/17", "/search?q=%FF&page=2",
)  # fmt: skip


async def asked(app, path, **options):
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        return await client.get(path, **options)


def test_a_page_made_beside_is_the_same(folder):  # noqa: F811
    async def both():
        here, beside = open_app(folder, beside=False), open_app(folder)
        async with here.router.lifespan_context(here), beside.router.lifespan_context(beside):
            for path in PATHS:
                one, other = await asked(here, path), await asked(beside, path)
                assert (one.status_code, one.headers, one.text) == (other.status_code, other.headers, other.text), path
            tag = (await asked(beside, "/undated")).headers["etag"]
            assert (await asked(beside, "/undated", headers={"if-none-match": tag})).status_code == 304

    asyncio.run(both())


def test_a_process_that_died_is_said_and_replaced(folder):  # noqa: F811
    async def killed():
        app = open_app(folder)
        processes = app.user_middleware[-1].kwargs["processes"]
        async with app.router.lifespan_context(app):
            assert (await asked(app, "/undated")).status_code == 200
            os.kill(processes._idle[0]._process.pid, signal.SIGKILL)
            lost = await asked(app, "/newest")
            assert lost.status_code == 503
            assert "the process that made this page ended" in lost.text
            assert lost.headers["x-content-type-options"] == "nosniff"
            assert (await asked(app, "/newest")).status_code == 200
            pid = processes._idle[0]._process.pid
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)

    asyncio.run(killed())


def test_a_story_waits_for_no_search(folder):  # noqa: F811
    async def both():
        app = open_app(folder)
        processes = app.user_middleware[-1].kwargs["processes"]
        async with app.router.lifespan_context(app):
            path = (
                LexborHTMLParser((await asked(app, "/undated")).text).css_first(".entry-headline a").attributes["href"]
            )
            pid = processes._idle[0]._process.pid
            os.kill(pid, signal.SIGSTOP)  # as long as a read can be
            search = asyncio.create_task(asked(app, "/search?q=ferry"))
            assert (await asked(app, path)).status_code == 200
            assert not search.done()
            os.kill(pid, signal.SIGCONT)
            assert (await search).status_code == 200

    asyncio.run(both())


def test_a_page_that_took_long_is_made_beside_from_then_on(monkeypatch):
    made, used = [], [0.0]
    monkeypatch.setattr("backfile.site.long_reads.thread_time", lambda: used[0])

    async def slow(scope, receive, send):
        made.append(scope["path"])
        used[0] += LONG * 2 if scope["path"] == "/story/long" else LONG / 2
        await PlainTextResponse("here")(scope, receive, send)

    class Beside:
        async def answer(self, request):
            return {"status": 200, "headers": []}, f"beside {request['path']}".encode()

    async def all_asked():
        app = LongReads(slow, Beside(), None)
        return [(await asked(app, path)).text for path in ("/story/long", "/story/a", "/story/long", "/story/a")]

    assert asyncio.run(all_asked()) == ["here", "here", "beside /story/long", "here"]
    assert made == ["/story/long", "/story/a", "/story/a"]


def test_a_request_and_an_answer_cross_as_they_are():
    scope = {
        "type": "http", "method": "GET", "path": "/story/ü", "raw_path": b"/story/%C3%BC", "query_string": b"q=\xff",
        "headers": [(b"host", b"x\xe9")], "scheme": "http", "server": ("h", 1), "client": None, "root_path": "", "http_version": "1.1",
    }  # fmt: skip
    again = read_scope(written_scope(scope))
    assert {name: again[name] for name in scope if name != "server"} == {
        n: v for n, v in scope.items() if n != "server"
    }
    head, body = asyncio.run(answered(PlainTextResponse("ä"), scope))
    whole = frame(head, body)
    assert sizes(whole[:8])[1] == len("ä".encode())
    assert whole.endswith("ä".encode())


def test_the_process_ends_with_the_site(folder, tmp_path):  # noqa: F811
    program = f"""if True:
        import asyncio, os, signal
        from backfile.site.long_reads import ReadingProcesses
        from pathlib import Path
        async def main():
            processes = ReadingProcesses(Path({str(folder)!r}))
            await processes.answer({{"path": "/undated", "method": "GET", "headers": [["host", "x"]], "scheme": "http", "raw_path": "", "query_string": ""}})
            Path({str(tmp_path / "pid")!r}).write_text(str(processes._idle[0]._process.pid))
            os.kill(os.getpid(), signal.SIGKILL)
        asyncio.run(main())"""
    subprocess.run([sys.executable, "-c", program], check=False, cwd=tmp_path)
    pid = int((tmp_path / "pid").read_text())
    until = time.monotonic() + 30
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        if Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
            break
        time.sleep(0.05)
    assert time.monotonic() < until


def test_a_defect_is_told_in_the_log_and_answered(capfd):
    async def broken(scope, receive, send):
        await PlainTextResponse("failed", 500)(scope, receive, send)
        raise ValueError("a defect")

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    assert asyncio.run(answered(broken, scope))[0]["status"] == 500
    assert "ValueError: a defect" in capfd.readouterr().err
