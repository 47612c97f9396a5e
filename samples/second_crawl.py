"""The second crawl of the sample papers, samples/second: what a rescue finds of them later, and what dates some of the undated.

A page that the first crawl had cut off; the station's feed and the Post's, which name stories with their days; a news sitemap of the
Courier's; the addresses of its front as they lead elsewhere by now; pictures, drawn here.
"""

import struct
import zlib
from pathlib import Path

from samples.containers import Fields, Warc
from samples.pages import COURIER_NOW, POST, WALD, Page
from samples.rendering import Story, render

SECOND = Path(__file__).parent / "second"
FILE = "second-crawl.warc.gz"
_STATION = "2018-02-01T05:00:00Z"
_POST = "2016-04-01T05:00:00Z"
_COURIER = "2024-02-01T05:00:00Z"
_TURBINES = "/2018/01/18/planning-board-rejects-turbines/"
_LED = {
    "/courthouse-records": "/courts/county-clerk-charged",
    "/ferry-returns": "/news/linden-ferry-may-sail-again",
    "/ridge-trail": "/outdoors/pells-ridge-park",
    "/school-phones": "/schools/phones-locked-away",
    "/vaccine-line": "/health/drive-in-testing-site",
}
"""Addresses that the Courier's front names, and where they led two years later."""
_STATION_FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>WALD 7</title><link>{WALD}/</link><description>This feed is part of a sample back file and is made up.</description>
<item><title>Bell times to change at Eastbrook Elementary</title><link>{WALD}/2018/01/30/bell-times-to-change/</link><pubDate>Tue, 30 Jan 2018 17:05:00 -0500</pubDate></item>
<item><title>Planning board rejects wind turbines on Pell's Ridge</title><link>{WALD}{_TURBINES}</link><pubDate>Thu, 18 Jan 2018 22:10:00 -0500</pubDate></item>
<item><title>Crews battle stubborn brush fire near Quarry Road</title><link>{WALD}/news/crews-battle-stubborn-brush-fire/</link><pubDate>Wed, 09 Aug 2017 15:20:00 -0400</pubDate></item>
</channel></rss>
"""
_POST_FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wren County Post</title><subtitle>This feed is part of a sample back file and is made up.</subtitle>
<link href="{POST}/"/><entry><title>Parents press board on 50-minute bus rides</title><link href="{POST}/?p=1483"/><published>2014-09-16T06:00:00-04:00</published></entry>
<entry><title>Ferry crew wins a raise</title><link href="{POST}/2014/09/12/ferry-crew-wins-a-raise/"/><published>2014-09-12T06:00:00-04:00</published></entry></feed>
"""
_SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- This sitemap is part of a sample back file and is made up. -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>{COURIER_NOW}/government/county-budget-2024</loc><lastmod>2023-10-27</lastmod></url>
<url><loc>{COURIER_NOW}/news/otter-has-a-name</loc><news:news><news:publication_date>2024-01-30</news:publication_date><news:title>The otter has a name</news:title></news:news></url>
</urlset>
"""


def second_files(stories: dict[str, Story]) -> dict[str, bytes]:
    """The files of samples/second."""
    warc = Warc(FILE)
    turbines = Page("turbine-vote", "broadcaster", FILE, f"{WALD}{_TURBINES}", _STATION, stamp=None, outlet="wald")
    warc.response(turbines, render(turbines, stories))
    for url, kind, date, text in (
        (f"{WALD}/feed/", "application/rss+xml", _STATION, _STATION_FEED),
        (f"{POST}/feed/atom/", "application/atom+xml", _POST, _POST_FEED),
        (f"{COURIER_NOW}/news-sitemap.xml", "text/xml", _COURIER, _SITEMAP),
    ):
        warc.record("response", url, date, ("200 OK", _typed(kind)), text.encode())
    for old, new in _LED.items():
        moved = ("301 Moved Permanently", [("Location", f"{COURIER_NOW}{new}")])
        warc.record("response", f"{COURIER_NOW}{old}", _COURIER, moved, b"")
    for name, level in (("main-break.jpg", 0.55), ("135/1.jpg", 0.4), ("135/2.jpg", 0.6), ("135/3.jpg", 0.75)):
        # the name says JPEG, as the pages do; the bytes are a PNG's, and that is what counts
        warc.record(
            "response", f"{COURIER_NOW}/photos/{name}", _COURIER, ("200 OK", _typed("image/png")), flooded_street(level)
        )
    return {FILE: warc.bytes()}


def _typed(kind: str) -> Fields:
    return [("Content-Type", kind)]


WIDTH, HEIGHT = 240, 160


def flooded_street(level: float) -> bytes:
    """A PNG of a street of houses at sunrise, the water as high as `level` of the picture."""
    rows = (b"\0" + b"".join(bytes(_colour(2 * x, 2 * y, level)) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def _colour(x: int, y: int, level: float) -> tuple[int, int, int]:
    water = 2 * HEIGHT - int(2 * HEIGHT * (1 - level) * 0.6) - 20
    if y >= water:
        return _street(x, 2 * water - y, dim=True) if (y - water) % 9 < 6 else (92, 116, 130)
    return _street(x, y, dim=False)


def _street(x: int, y: int, *, dim: bool) -> tuple[int, int, int]:
    """The sky, a low sun, and six houses with lit windows; `dim` as the water mirrors it."""
    house, across = divmod(x, 80)
    top = (150, 110, 170, 130, 95, 160)[house]
    roof = top - max(0, 30 - abs(across - 40)) if 8 <= across < 72 else 2 * HEIGHT
    if y >= roof:
        is_window = y > top + 14 and (y - top) % 42 in range(12, 32) and across % 24 in range(8, 18)
        colour = (244, 212, 140) if is_window else ((120, 86, 80), (98, 92, 110), (140, 104, 84))[house % 3]
    elif (x - 330) ** 2 + (y - 190) ** 2 < 34**2:
        colour = (250, 226, 170)
    else:
        colour = (226 - y // 3, 176 - y // 6, 150 + y // 8)
    red, green, blue = colour
    return (red * 5 // 8, green * 5 // 8, blue * 6 // 8 + 20) if dim else (red, max(0, green), min(255, blue))
