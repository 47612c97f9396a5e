"""A crawl with pictures, style sheets and pages that would do harm, made by hand; and an archive of it."""

import re
import struct
import zlib

from tests.capture.making import gz, http, record

from backfile.open_archive import OpenArchive

AT = "2019-05-20T10:00:00Z"
LATER = "2021-05-20T10:00:00Z"
WORDS = """The old cable ferry at Alder Ferry will carry cars again from Monday, eleven weeks after a spring flood tore its
landing from the east bank and cut the town in two, the county said.
The county has asked the state for money towards a bridge in each of the last nine years. A study in 2014 put its cost at 41
million dollars, and nobody has said where such a sum should come from.
Engineers who looked at the landing in February said that it could stand for another twenty years if the piles are replaced."""
FERRY, HOSTILE = "https://courier.example/2017/02/ferry.html", "https://courier.example/2017/03/hostile.html"
STYLE = "https://static.courier.example/main.css"
PICTURE = "https://static.courier.example/img/ferry.png?w=300"
SCRIPT = "parent.document.title='ran';document.title='ran';fetch('/reached');new Image().src='/reached'"


def png(red: int, green: int, blue: int, *, width: int = 40, height: int = 30) -> bytes:
    """A picture of one colour (PNG, W3C 2003)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + bytes((red, green, blue)) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def article(body: str, head: str = "") -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in re.split(r"(?<=[.])\n", WORDS))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry to cross again</title>'
        '<meta property="article:published_time" content="2017-02-23T16:47:00-05:00"><meta property="og:site_name" content="The Courier">'
        f"{head}</head><body><article><h1>Ferry to cross again</h1><p class=byline>By Ann Lee</p>{paragraphs}{body}</article></body></html>"
    ).encode()


FERRY_PAGE = article(
    f'<figure><img src="{PICTURE}" alt="A ferry"><figcaption>The ferry at its landing. (Photo: Jo Ash)</figcaption></figure>'
    '<img src="/gone.png" alt="Not saved"><a href="https://other.example/">away</a>',
    f'<link rel="stylesheet" href="{STYLE}">',
)
HOSTILE_PAGE = article(
    f"""<img src="{PICTURE}" onerror="{SCRIPT}" onload="{SCRIPT}"><img src=x onerror="{SCRIPT}">
    <a id=away href="javascript:{SCRIPT}">run</a><a id=out target=_top href="https://evil.example/">out</a>
    <iframe srcdoc="<script>{SCRIPT}</script>"></iframe><object data="/reached"></object><embed src="/reached">
    <svg onload="{SCRIPT}"><script>{SCRIPT}</script><use href="/reached#a"/></svg><math href="javascript:{SCRIPT}"><mtext>x</mtext></math>
    <form id=f action="/reached" target=_top><input name=q autofocus onfocus="{SCRIPT}"><button formaction="/reached">go</button></form>
    <video src="/reached" poster="/reached" onerror="{SCRIPT}"></video><details open ontoggle="{SCRIPT}">x</details>
    <style>@import "/reached"; body {{ background: url(/reached) }} p {{ background: u\\72l(/reached) }}</style>
    <noscript><p title="</noscript><img src=x onerror={SCRIPT}>"></noscript><template><script>{SCRIPT}</script></template>
    <p style="background: url('/reached')">styled</p><link rel=prefetch href="/reached"><table background="/reached"><tr><td>x</table>""",
    f"""<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=/reached"><script>{SCRIPT}</script>
    <script src="/reached"></script><link rel=stylesheet href="/reached">""",
)
RECORDS = (
    record(http(FERRY_PAGE), FERRY, WARC_Date=AT),
    record(http(article("", "<title>Later</title>")), FERRY, WARC_Date=LATER),
    record(http(HOSTILE_PAGE), HOSTILE, WARC_Date=AT),
    record(http(png(200, 30, 30), "image/png"), PICTURE, WARC_Date=AT),
    record(http(png(30, 30, 200), "image/png"), PICTURE, WARC_Date=LATER),
    record(http(b"h1 { color: #123456; background: url(img/ferry.png?w=300) }", "text/css"), STYLE, WARC_Date=AT),
    record(http(b"alert(1)", "application/javascript"), "https://static.courier.example/a.js", WARC_Date=AT),
)


def archive_with_pictures(folder):
    """The archive of the crawl, in a folder of its own."""
    warc = folder / "crawl.warc.gz"
    warc.write_bytes(gz(list(RECORDS)))
    with OpenArchive(folder / "archive") as archive:
        archive.add(warc)
    return folder / "archive"
