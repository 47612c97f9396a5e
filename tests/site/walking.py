"""A walk over every link of the site, from its first page."""

import xml.etree.ElementTree as ET
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser
from tests.site.client import BASE

STARTS = ("/", "/search?q=ferry", "/search?q=e", "/search?q=council&sort=date", "/robots.txt")
ATOM = "{http://www.w3.org/2005/Atom}"


def walk(site, starts=STARTS):
    """Every address reachable within the site, with its answer."""
    return dict(steps(site, starts))


def steps(site, starts=STARTS):
    """The same, one after another as they are asked for."""
    waiting, seen = list(starts), set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = site.get(path)
        yield path, answer
        for link in links_of(answer):
            parts = urlsplit(urljoin(BASE + path, link))
            if f"{parts.scheme}://{parts.netloc}" == BASE:
                waiting.append(parts.path + (f"?{parts.query}" if parts.query else ""))


def links_of(answer):
    kind = answer.headers["content-type"].split(";")[0]
    if kind == "text/html":
        page = LexborHTMLParser(answer.text)
        return [node.attributes["href"] for node in page.css("a[href], link[href]")]
    if kind == "application/atom+xml":
        return [link.get("href") for link in ET.fromstring(answer.content).iter(f"{ATOM}link")]
    return []
