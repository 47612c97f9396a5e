"""Which story stands on which page: its template, address, the file that holds it and the time that it was saved."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Page:
    story: str | None
    template: str
    source: str
    """The file under samples/saved that holds the page."""
    url: str | None = None
    captured_at: str | None = None
    """WARC-Date, for a page in a WARC."""
    stamp: str | None = "full"
    """How the publication time is printed: full | relative | none."""
    knows_url: bool = True
    """False where neither the file nor the page says the address."""
    says_url: bool = True
    """False where the page itself does not."""
    saved_from: bool = False
    """True where a browser's "saved from url" comment gives the address."""
    published: str | None = None
    """What Backfile must give, where it is not what the story says; "unknown" for null."""
    charset: str = "utf-8"
    options: dict[str, Any] = field(default_factory=dict)
    kind: str = "story"
    number: int = 0
    outlet: str = "courier"

    @property
    def path(self) -> str:
        return "/" + self.url.split("/", 3)[3] if self.url else "/"


COURIER = "http://www.aldersford-courier.example"
COURIER_NOW = "https://www.aldersford-courier.example"
POST = "http://wrencountypost.example"
WALD = "http://wald7.example"

W2001 = "courier-2001.warc.gz"
W2017 = "wald7-2017.warc.gz"
W2024 = "courier-2024.warc.gz"
WACZ = "courier-2022.wacz"
TRUNCATED = "truncated.warc.gz"


def _table(story: str, source: str, path: str | None, **more: Any) -> Page:
    url = f"{COURIER}/news/{path}" if path else None
    return Page(story, "table", source, url, charset="windows-1252", says_url=False, **more)


def _post(story: str, source: str, path: str | None, **more: Any) -> Page:
    return Page(story, "wordpress", source, f"{POST}{path}" if path else None, outlet="post", **more)


def _wald(story: str, path: str | None, captured_at: str | None, source: str = W2017, **more: Any) -> Page:
    return Page(story, "broadcaster", source, f"{WALD}{path}" if path else None, captured_at, outlet="wald", **more)


def _courier(story: str, source: str, path: str, captured_at: str | None = None, **more: Any) -> Page:
    return Page(story, more.pop("template", "modern"), source, f"{COURIER_NOW}{path}", captured_at, **more)


BIO_RENN = {
    "name": "Tobias Renn",
    "text": "Tobias Renn has covered Wren County for the Post since 2008. He keeps bees, and they keep him.",
}
BIO_RAMAN = {"text": "Priya Raman covers the town and the river for the Courier. She joined the paper in 2018."}
BRIDGE = "/2017/11/30/halloran-bridge-closed-after-pileup-in-fog/"
CAPTURED = "2022-06-01T08:00:00Z"

PAGES = [
    # The Courier of 2001 to 2003: a table, one cell, <br><br>, windows-1252 bytes and no metadata.
    _table("ferry-fares", "pages/courier-2001/ferry.html", "2001/0306/ferry.html", saved_from=True),
    _table("mill-closing", W2001, "2001/1018/mill.html", captured_at="2001-10-20T03:12:44Z"),
    _table("river-crest", "pages/courier-2001/river.htm", None, stamp=None, knows_url=False),
    _table("skate-brief", "pages/courier-2001/brief0207.htm", None, knows_url=False),
    _table("harbormaster", W2001, "2003/0520/five.html", captured_at="2003-06-02T11:40:09Z"),
    _table("rail-talks", W2001, "2002/0613/rail.html", captured_at="2002-06-15T22:05:31Z"),
    _table("school-budget", W2001, "2003/1112/budget.html", captured_at="2003-11-14T19:22:00Z"),
    _table("lamp-room", "pages/courier-2001/lamp.html", "2002/0329/lamp.html", saved_from=True),
    Page("ferry-fares", "print", W2001, f"{COURIER}/print.asp?id=1172", "2001-03-09T02:00:12Z", charset="windows-1252"),
    # The Post's WordPress theme of 2012.
    _post("library-levy", "pages/post/library-levy.html.gz", "/2012/11/07/library-levy-passes/"),
    _post("market-day", "pages/post/market-day.html", "/2012/06/14/market-moves/", options={"bio": BIO_RENN}),
    _post("dam-inspection", "pages/post/dams.html.gz", "/2013/08/29/state-to-inspect-80-dams/"),
    _post("hospital-merger", "pages/post/hospitals.html", "/2012/09/05/hospitals-to-merge/"),
    _post("bus-routes", "pages/post/bus-routes.html", "/?p=1483", stamp=None),
    _post(
        "mill-roof",
        "pages/post/mill-roof.html",
        None,
        stamp=None,
        knows_url=False,
        says_url=False,
        options={
            "photo": {
                "file": "mill.jpg",
                "caption": "The Aldersford Mill on May 3, 2009, before the roof fell. (Post file photo)",
            }
        },
    ),
    _post("last-ferryman", "pages/post/last-ferryman.html.gz", "/2015/07/21/the-last-ferryman/"),
    # The station of 2016 to 2019: call-outs, archive notice, stamps in capitals, browser notice.
    _wald("water-letter", "/2017/03/02/aldersford-mayor-blasts-state-water-chief/", "2017-03-05T10:11:12Z"),
    _wald("bridge-pileup", BRIDGE, "2017-11-30T12:40:03Z"),
    _wald("bridge-pileup-later", BRIDGE, "2017-12-02T04:18:55Z"),
    _wald(
        "quarry-fire",
        "/news/crews-battle-stubborn-brush-fire/",
        "2017-08-10T01:00:00Z",
        stamp="updated",
        published="unknown",
    ),
    _wald("school-lockdown", None, None, "pages/wald7/emu.html", stamp=None, knows_url=False, says_url=False),
    _wald("county-race", "/2016/11/09/whitcombe-holds-on/", "2016-11-09T14:30:00Z"),
    _wald("heat-wave", "/weather/heat-knocks-out-power/", "2019-08-14T18:20:00Z", stamp="relative", says_url=False),
    _wald(
        "heat-wave",
        None,
        None,
        "pages/wald7/heat.html",
        stamp="relative",
        knows_url=False,
        says_url=False,
        published="unknown",
    ),
    _wald(
        "dam-inspection-wald",
        "/2013/08/29/state-to-inspect-80-dams-after-crack-found/",
        "2017-03-05T10:14:40Z",
        stamp=None,
        published="2013-08-29",
    ),
    _wald("emu-video", "/2017/10/11/video-deborah-the-emu/", "2017-10-13T07:00:00Z", kind="video"),
    _wald("ice-rescue", "/2018/01/17/teens-pull-man-from-river/", "2018-01-20T09:00:00Z", TRUNCATED),
    _wald(
        "turbine-vote",
        "/2018/01/18/planning-board-rejects-turbines/",
        "2018-01-20T09:00:05Z",
        TRUNCATED,
        options={"cut": True},
    ),
    # The Courier of 2020 to 2024: metadata everywhere, and everything between the paragraphs.
    _courier(
        "water-main",
        WACZ,
        "/news/2022/05/12/main-break-cooper-street",
        "2022-05-13T02:00:00Z",
        options={
            "amp": f"{COURIER_NOW}/amp/news/2022/05/12/main-break-cooper-street",
            "bio": BIO_RAMAN,
            "photo": {
                "file": "/photos/main-break.jpg",
                "credit": "Jun Okafor / Aldersford Courier",
                "caption": "Water runs down Cooper Street at sunrise on Thursday.",
            },
        },
    ),
    _courier(
        "water-main",
        WACZ,
        "/amp/news/2022/05/12/main-break-cooper-street",
        "2022-05-13T02:01:30Z",
        template="amp",
        options={"canonical": f"{COURIER_NOW}/news/2022/05/12/main-break-cooper-street"},
    ),
    _courier(
        "school-phones",
        WACZ,
        "/schools/phones-locked-away",
        "2022-10-01T00:00:00Z",
        options={
            "second": {"story": "second-helping", "url": "/business/haddads-bakery-open-again"},
        },
    ),
    _courier("pension-gap", WACZ, "/politics/aldersford-pension-gap", CAPTURED, options={"paywall": True}),
    _courier("lamp-room-again", WACZ, "/archive/the-lamp-room", CAPTURED),
    _courier("second-helping", WACZ, "/business/haddads-bakery-open-again", "2022-10-01T00:00:20Z"),
    _courier("flood-gallery", WACZ, "/photos/cooper-street-under-water", CAPTURED, template="gallery", kind="gallery"),
    _courier("mayor-video", WACZ, "/video/mayor-water-main", CAPTURED, kind="video"),
    _courier(
        "ferry-returns",
        "pages/courier/ferry-returns.html",
        "/news/linden-ferry-may-sail-again",
        options={"bio": BIO_RAMAN},
    ),
    _courier("courthouse-records", "pages/courier/courthouse.html", "/courts/county-clerk-charged"),
    _courier("ridge-trail", "pages/courier/ridge.html", "/outdoors/pells-ridge-park"),
    _courier("vaccine-line", "pages/courier/drive-in.html.gz", "/health/drive-in-testing-site"),
    _courier(
        "vaccine-line",
        "pages/courier/drive-in-print.html",
        "/print/health/drive-in-testing-site",
        template="print",
        stamp=None,
        options={"canonical": f"{COURIER_NOW}/health/drive-in-testing-site"},
    ),
    _courier(
        "parade-gallery",
        "pages/courier/parade.html",
        "/photos/fourth-of-july-parade",
        template="gallery",
        kind="gallery",
    ),
    _courier("county-budget", W2024, "/government/county-budget-2024", "2023-10-27T05:00:00Z", template="next"),
    _courier("thorvald-obituary", W2024, "/obituaries/agnes-thorvald", "2024-03-06T05:00:00Z", template="next"),
    _courier(
        "storm-damage", W2024, "/weather/2024/01/10/noreaster-port-linden", "2024-01-11T05:00:00Z", template="fusion"
    ),
    _courier("nurses-strike", W2024, "/business/nurses-set-strike-date", "2024-02-23T05:00:00Z", template="fusion"),
    _courier("storm-live", W2024, "/weather/live/noreaster", "2024-01-10T05:10:00Z", template="live", kind="live-blog"),
    # Papers of other towns.
    Page("stadtbad", "world", "pages/world/stadtbad.html", knows_url=False, charset="windows-1252"),
    Page("fundbuero", "world", "pages/world/fundbuero.html", knows_url=False),
    Page("pescadores", "world", "pages/world/pescadores.html", knows_url=False, charset="iso-8859-1"),
    Page("biblioteca", "world", "pages/world/biblioteca.html", knows_url=False),
    Page("souq", "world", "pages/world/souq.html", knows_url=False),
    Page("tram", "world", "pages/world/tram.html", knows_url=False, charset="shift_jis"),
    Page("persimmon", "world", "pages/world/persimmon.html", knows_url=False, charset="euc-jp"),
    Page("allotments", "world", "pages/world/allotments.html", knows_url=False),
    Page("pier-clock", "world", "pages/world/pier-clock.html", knows_url=False),
    # Plain text, as a clipping service kept it.
    Page(
        "quarry-fire",
        "text",
        "pages/clippings/quarry-fire.txt",
        knows_url=False,
        published="unknown",
        options={"byline": False},
    ),
    Page(
        "turbine-vote",
        "text",
        "pages/clippings/turbines.txt",
        knows_url=False,
        published="unknown",
        options={"byline": False},
    ),
    # Pages that hold no story.
    Page(None, "listing", WACZ, f"{COURIER_NOW}/schools", CAPTURED, kind="listing"),
    Page(None, "error", "pages/courier/gone.html", knows_url=False, kind="error-page"),
    Page(None, "login", "pages/courier/login.html", knows_url=False, kind="login-wall"),
]

EXPORT = "post-export-2013.xml"
EXPORTED = ["sewer-rates", "choir-tour", "bridge-bats", "tax-error", "gym-floor"]
"""Stories in the Post's WordPress export, which also holds a draft, a page and an attachment."""

for number, page in enumerate(PAGES, 1):
    page.number = 100 + number
