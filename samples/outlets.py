"""The made-up outlets, and the furniture that each page template prints around a story.

Names end in ".example", which RFC 2606 keeps free of real sites.
"""

from typing import NamedTuple

MARK = "A made-up page of Backfile's sample back file"


class Outlet(NamedTuple):
    name: str
    short: str
    domain: str


OUTLETS = {
    "courier": Outlet("The Aldersford Courier", "Aldersford Courier", "www.aldersford-courier.example"),
    "post": Outlet("The Wren County Post", "Wren County Post", "wrencountypost.example"),
    "wald": Outlet("WALD 7 News", "WALD 7", "wald7.example"),
}

Furniture = dict[str, str]
"""Label -> text. A label is a furniture kind, or a kind, ":" and a word to tell two of one kind apart.

"{year}" is the year that the server printed when the page was saved.
"""

FURNITURE: dict[str, Furniture] = {
    "table": {
        "related": "RELATED STORIES",
        "share": "E-mail this story to a friend",
        "footer": "Copyright {year} The Aldersford Courier. All rights reserved.",
    },
    "print": {
        "share": "Close this window",
        "footer": "Copyright {year} The Aldersford Courier. All rights reserved.",
    },
    "wordpress": {
        "share": "Share this:",
        "related": "Related",
        "comments": "2 Responses to",
        "footer": "© {year} The Wren County Post.",
    },
    "broadcaster": {
        "archive-notice": "This is an archived story, and what it says may be out of date. "
        "Please check the time stamp to see when it was last changed.",
        "newsletter": "Get the WALD 7 morning briefing in your inbox",
        "related": "Most Viewed Stories",
        "browser-notice": "Notice: your browser is out of date. WALD7.example no longer supports Internet "
        "Explorer, and some parts of this site, like video, may not work. For the best experience, please upgrade "
        "your browser.",
        "footer": "Copyright © {year}, WALD7.example. Powered by a content management system.",
    },
    "modern": {
        "cookie-notice": "We and our partners use cookies to remember you and to measure how the site is used.",
        "share": "Share this story",
        "newsletter": "Get The First Tide, our morning newsletter",
        "related:inline": "Read more:",
        "related": "More from the Courier",
        "paywall": "This story is for subscribers",
        "footer": "© {year} The Aldersford Courier",
    },
    "amp": {
        "related": "More from the Courier",
        "footer": "© {year} The Aldersford Courier",
    },
    "live": {
        "newsletter": "Get storm alerts by email",
        "footer": "© {year} The Aldersford Courier",
    },
    "gallery": {
        "related": "More photos",
        "footer": "© {year} The Aldersford Courier",
    },
}
