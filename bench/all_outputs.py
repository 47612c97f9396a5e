"""Everything that an archive gives out or holds at rest, unpacked: name and bytes of each, for whoever looks for words in all of it.

Gzip, zip, WACZ and what lies in them, Parquet, SQLite with its packed records, Pagefind's fragments and what pictures say of themselves are taken apart;
answers of the site are asked for packed (brotli, gzip) and unpacked.
"""

import asyncio
import contextlib
import io
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import httpx
import pyarrow.parquet
from PIL import Image

from backfile.api.api_app import mounted_api
from backfile.api.list_addresses import list_routes
from backfile.archive import Archive
from backfile.archive.store.database import DATABASE
from backfile.archive.store.record_form import unpack
from backfile.cli import main
from backfile.cli.written_stories import story_markdown, story_text
from backfile.export.forms import forms
from backfile.export.stories import chosen_stories
from backfile.memento.memento_routes import memento_routes
from backfile.model.plain_values import plain_values
from backfile.publish.publishing import Settings, publish
from backfile.site.app import make_app
from backfile.site.finding_aids import finding_routes
from backfile.site.site_address import base_of

Output = tuple[str, bytes]
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
BASE = "http://archive.example"
_LINK = re.compile(r"""(?:href|src|data-src)=["']([^"'#]+)""")
_LOC = re.compile(r"<loc>([^<]+)</loc>")
_GZIP, _ZIP, _PARQUET = b"\x1f\x8b", b"PK\x03\x04", b"PAR1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8")
_DEEPEST = 5
_LISTS = (
    "/stories",
    "/search?q=",
    "/quotations",
    "/speakers",
    "/undated",
    "/changes",
    "/outlets",
    "/counts",
    "/openapi.json",
)


def unpacked(name: str, payload: bytes, depth: int = 0) -> Iterator[Output]:
    """The bytes as they are, and what is packed in them."""
    yield name, payload
    if depth > _DEEPEST:
        return
    if payload.startswith(_GZIP):
        for number, member in enumerate(_members(payload)):
            yield from unpacked(f"{name} member {number}", member, depth + 1)
    elif payload.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(payload)) as held:
            for inner in held.namelist():
                yield from unpacked(f"{name}!/{inner}", inner.encode() + b"\n" + held.read(inner), depth + 1)
                yield from unpacked(f"{name}!/{inner}", held.read(inner), depth + 1)
    elif payload.startswith(_PARQUET):
        yield f"{name} rows", str(pyarrow.parquet.read_table(io.BytesIO(payload)).to_pylist()).encode()
    elif payload.startswith(_PICTURES):
        with contextlib.suppress(OSError), Image.open(io.BytesIO(payload)) as picture:
            yield f"{name} metadata", f"{picture.info} {dict(picture.getexif())}".encode()


def _members(payload: bytes) -> Iterator[bytes]:
    while payload:
        engine = zlib.decompressobj(31)
        try:
            yield engine.decompress(payload)
        except zlib.error:
            return
        payload = engine.unused_data


def at_rest(folder: Path) -> Iterator[Output]:
    """Every file of the archive's folder, and every value and record of its database. The paths of sources are where captures are found: they stay."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "payloads" not in path.parts and path.name != DATABASE:
            payload = path.read_bytes()
            if path.suffix == ".jsonl":  # a report's places are paths of sources too
                payload = re.sub(rb'"place":"[^"]*"', b"", payload)
            yield from unpacked(f"at rest {path.relative_to(folder)}", payload)
    with Archive(folder) as archive, contextlib.closing(sqlite3.connect(folder / DATABASE)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for number, row in enumerate(db.execute(f"SELECT * FROM {table}")):
                values = [value for value in row if table != "sources" or not isinstance(value, str)]
                said = b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)
                yield f"at rest {table} {number}", said
        for story, version, record in archive._stories.every_packed():
            yield f"at rest record {story} {version}", str(unpack(record)).encode("utf-8", "replace")
    free = sqlite3.connect(folder / DATABASE).execute("PRAGMA freelist_count").fetchone()[0]
    yield "at rest free pages", b"" if free == 0 else (folder / DATABASE).read_bytes()


def site(folder: Path, more: list[str]) -> Iterator[Output]:
    """Every page, feed, map, picture and saved page that is reached by links from the front page, packed and not."""
    with Archive(folder) as archive:
        mounted = [
            mounted_api(archive, lambda: NOW),
            *list_routes(),
            *memento_routes(archive, base_of),
            *finding_routes(archive, lambda: NOW),
        ]
        app = make_app(archive, now=lambda: NOW, mounted=mounted)
        stories = [entry.id for entry in archive.entries()] + archive.delisted()
        first = [
            "/",
            "/about",
            "/feed.atom",
            "/feed.json",
            "/sitemap.xml",
            "/robots.txt",
            "/opensearch.xml",
            "/newest",
            "/years",
            "/authors",
        ]
        first += ["/outlets", "/speakers", "/undated", "/doubts", "/changes", "/search?q=+", *more]
        first += [f"/story/{one}{end}" for one in stories for end in ("", ".json")] + [
            f"/raw/{one}{end}" for one in stories for end in ("", "/source")
        ]
        for one in archive.addresses.of_stories():
            first += [f"/timemap/link/{one.url}", f"/timegate/{one.url}"]
        first += [f"/api/v1{path}" for path in _LISTS]
        first += [
            f"/api/v1/stories/{one}{end}"
            for one in stories
            for end in ("", "/versions", "/copies", "/thread", "/quotations")
        ]
        yield from asyncio.run(_crawled(app, first))


async def _crawled(app: Callable[..., object], first: list[str]) -> list[Output]:
    waiting, seen, found = list(dict.fromkeys(first)), set(first), []
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        while waiting:
            path = waiting.pop()
            answer = await client.get(path, headers={"accept-encoding": "br" if len(path) % 2 else "gzip"})
            head = f"{path.partition('?')[0]}\n{dict(answer.headers)}".encode("utf-8", "replace")
            found.append(
                (f"site {path}", (b"" if path.startswith(("/timemap", "/timegate")) else head) + b"\n" + answer.content)
            )
            found += [*unpacked(f"site {path}", answer.content)][1:]
            text = answer.text if answer.headers.get("content-type", "").startswith(("text/", "application/")) else ""
            links = [*_LINK.findall(text), *_LOC.findall(text), answer.headers.get("location", "")]
            for link in filter(None, (_own(path, link) for link in links)):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
    return found


def _own(page: str, link: str) -> str | None:
    parts = urlsplit(urljoin(BASE + page, link.replace("&amp;", "&")))
    if (
        f"{parts.scheme}://{parts.netloc}" != BASE
        or parts.path.startswith(("/at/", "/memento"))
        or "page=" in parts.query
    ):
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def exports(folder: Path, scratch: Path) -> Iterator[Output]:
    """All stories in each of the nine forms."""
    written = forms(
        text=lambda story: "\n".join(story_text(story, None)),
        markdown=lambda story: "\n".join(story_markdown(story, None)),
    )
    with Archive(folder) as archive:
        for name, write in written.items():
            out = scratch / f"export-{name}"
            done = write(archive, chosen_stories(archive, None), out)
            yield f"export {name} report", str((done.left_out, done.lost)).encode()
            yield from _files(out, f"export {name}")


def published(folder: Path, scratch: Path) -> Iterator[Output]:
    """The archive as a static site, with Pagefind's search."""
    with Archive(folder) as archive:
        publish(
            archive,
            scratch / "published",
            Settings("https://archive.example", 1, keeps_addresses=True),
            progress=lambda _: None,
        )
    yield from _files(scratch / "published", "publish")


def _files(out: Path, name: str) -> Iterator[Output]:
    for path in sorted(out.rglob("*")) if out.is_dir() else [out]:
        if path.is_file():
            where = f"{name} {path.relative_to(out) if out.is_dir() else path.name}"
            yield where, str(path.relative_to(out)).encode()
            yield from unpacked(where, path.read_bytes())


def tools(folder: Path) -> Iterator[Output]:
    """What the tool server answers of each story, of lists and of what is undated."""
    from backfile.mcp.tool_server import Tools

    async def asked(archive: Archive) -> list[Output]:
        server = Tools(archive, lambda: NOW)
        found = [
            ("tools search", await server.search_archive("", limit=50)),
            ("tools quotes", await server.find_quotes(limit=50)),
        ]
        found += [("tools undated", await server.what_is_undated(limit=50))]
        for entry in archive.entries():
            found += [
                (f"tools {entry.id}", await server.get_story(entry.id)),
                (f"tools later {entry.id}", await server.later_stories(entry.id)),
            ]
        return [(name, str(plain_values(answer)).encode()) for name, answer in found]

    with Archive(folder) as archive:
        yield from asyncio.run(asked(archive))


def commands(folder: Path) -> Iterator[Output]:
    """What the command line prints of each story, and its lists."""
    with Archive(folder) as archive:
        stories = [entry.id for entry in archive.entries()]
    asked = [
        ["search", "", "--limit", "1000", "--json"],
        ["quotes", "--limit", "1000", "--json"],
        ["undated", "--json"],
        ["doubts", "--json"],
    ]
    asked += [
        ["changes", "--limit", "1000"],
        ["outlet"],
        ["stats", "--json"],
        ["redirects", "--to", "https://archive.example"],
        ["check"],
    ]
    asked += [[verb, one] for one in stories for verb in ("show", "versions", "thread", "cite")] + [
        ["show", one, "--json"] for one in stories
    ]
    for arguments in asked:
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.suppress(SystemExit):
            main([*arguments, "--archive", str(folder)])
        yield f"command {' '.join(arguments)}", out.getvalue().encode("utf-8", "replace")


PARTS = ("at-rest", "site", "exports", "publish", "tools", "commands")


def all_outputs(folder: Path, scratch: Path, parts: Iterable[str] = PARTS, *, more: list[str]) -> Iterator[Output]:
    """All of it, or these parts; `more` are addresses of the site to be asked for beside those that are linked."""
    made: dict[str, Callable[[], Iterator[Output]]] = {
        "at-rest": lambda: at_rest(folder),
        "site": lambda: site(folder, more),
        "exports": lambda: exports(folder, scratch),
        "publish": lambda: published(folder, scratch),
        "tools": lambda: tools(folder),
        "commands": lambda: commands(folder),
    }
    for part in parts:
        yield from made[part]()


def asked_for(name: str) -> list[str]:
    """Addresses at which a program asks the archive for a name."""
    words = quote(name)
    return [
        f"/api/v1/search?q={words}",
        f"/api/v1/quotations?speaker={words}",
        f"/api/v1/quotations?about={words}",
        f"/api/v1/speakers?name={words}",
    ]
