"""A saved page made safe to look at: what could run, ask, send or fetch is taken out, what it looks like stays.

This is the second wall. The first is the policy that the page is answered under (`saved_policy`): a sandbox with an origin of its own
and no script, in which nothing loads but pictures and style sheets of the archive's. So an element that is not known here shows at
worst as it would in a browser without scripts.
"""

import html
import re
from collections.abc import Callable
from typing import Any, TypeAlias

from selectolax.lexbor import LexborHTMLParser

from backfile.page.build_page import bounded
from backfile.wording.plain import characters

Found: TypeAlias = Callable[[str], str | None]
"""Where a picture or a style sheet is answered that the page refers to; None where the archive does not hold it."""
_TAKEN_OUT = (
    "script, base, meta, iframe, frame, object, embed, applet, portal, fencedframe, template, svg, math, audio, video, source, track,"
    " noembed, noframes, plaintext, xmp, link:not([rel~=stylesheet])"
)
_KEPT = frozenset(
    "abbr align alt bgcolor border cellpadding cellspacing char charoff checked cite class clear color cols colspan compact coords datetime"
    " dir disabled face height hidden hreflang hspace id ismap label lang link headers media name noshade nowrap open placeholder readonly"
    " rel reversed role rows rowspan rules scope selected shape size span start style summary tabindex text title type value valign"
    " vlink vspace width wrap axis frame".split()
)
"""Attributes that say how a page looks or what its parts are, and none that names an address."""
_LAZY = ("src", "data-src", "data-original", "data-lazy-src", "data-url", "data-hi-res-src")
"""Where a picture's address stands, also where a script was to put it in place."""
_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|(@import\s+)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
"""Matches url(a.png), @import "a.css"."""
_PICTURE_DATA = re.compile(r"data:image/(?:jpeg|png|gif|webp);base64,[A-Za-z0-9+/=\s]+$", re.IGNORECASE)
"""What a page holds of a picture itself. No SVG, which may hold anything."""
_ACTS = re.compile(r"\s*(?!https?:)[a-z][\w+.-]*:|$", re.IGNORECASE)
"""Matches "javascript:..." and what is empty; not "https://...", "/news/1"."""
_TITLE, _BODY = re.compile(r"<title>(.*?)</title>", re.DOTALL), re.compile(r"<body[^>]*>")
"""As the parser writes them: values have no ">" of their own."""
_LINE = "all: initial; display: block; font: bold 16px sans-serif; color: #000; background: #ffe08a; padding: 6px 12px"
_LONGEST_REFERENCE = 2000


def safe_page(markup: str | bytes, found: Found, said: str) -> str:
    """A saved page as HTML in UTF-8, its pictures and style sheets those that are found; `said` is its date, for title and head."""
    tree = LexborHTMLParser(bounded(markup))
    for node in _outermost(tree.css(_TAKEN_OUT)):
        node.decompose()
    tree.unwrap_tags(["noscript"])  # what it holds is for readers without scripts: all are
    for node in tree.css("*"):
        _clean(node, found)
    for node in tree.css("link:not([href])"):
        node.decompose()
    for node in tree.css("style"):
        _set_text(node, safe_style(node.text(deep=True), found))
    return _under_its_date(characters(tree.html or ""), said)


def text_of(markup: str | bytes) -> str:
    """What a saved page says, a line a run of text."""
    tree = LexborHTMLParser(bounded(markup))
    for node in _outermost(tree.css(f"{_TAKEN_OUT}, style")):
        node.decompose()
    lines = tree.root.text(separator="\n").splitlines() if tree.root else ()
    return "\n".join(line.strip() for line in lines if line.strip())


def text_page(text: str, said: str) -> str:
    """A saved text as HTML, under its date."""
    shown = f'<pre style="white-space: pre-wrap">{html.escape(characters(text))}</pre>'
    return _under_its_date(f"<!DOCTYPE html><html><head></head><body>{shown}</body></html>", said)


def _under_its_date(page: str, said: str) -> str:
    """The page with its date in its title and at its head: it may be opened outside its frame."""
    line = html.escape(said)
    page = _TITLE.sub(lambda title: f"<title>{line} · {title[1]}</title>", page, count=1)
    return _BODY.sub(lambda body: f'{body[0]}<p style="{_LINE}">{line}</p>', page, count=1)


def safe_style(style: str, found: Found) -> str:
    """A style sheet whose addresses are those that are found, and nothing where none is."""

    def address(match: "re.Match[str]") -> str:
        where = _found(next((match[group] for group in (1, 2, 3, 5, 6) if match[group]), ""), found)
        return f'{match[4] or ""}url("{where or "data:,"}")'

    return _ADDRESS.sub(address, style)


def _outermost(nodes: list[Any]) -> list[Any]:
    """Those that stand in none of the others: what is taken out takes what it holds with it."""
    is_within: dict[int, bool] = {}  # of each element looked at: each is passed once, however deep a page is
    outermost = []
    for node in nodes:  # in the order of the page: what holds another comes first
        above, passed = node.parent, []
        while above is not None and above.mem_id not in is_within:
            passed.append(above.mem_id)
            above = above.parent
        found = above is not None and is_within[above.mem_id]
        is_within.update(dict.fromkeys(passed, found))
        is_within[node.mem_id] = True
        if not found:
            outermost.append(node)
    return outermost


def _clean(node: Any, found: Found) -> None:
    """The element with those of its attributes alone that are known, its addresses those that are found."""
    given = {name.lower(): value or "" for name, value in node.attributes.items()}
    for name in node.attributes:
        if name.lower() not in _KEPT:
            del node.attrs[name]
    if "style" in given:
        node.attrs["style"] = safe_style(given["style"], found)
    if node.tag == "img":
        _show(node, given, found)
    elif node.tag == "link":
        if where := _found(given.get("href", ""), found):
            node.attrs["href"] = where
    elif node.tag == "a" and not _ACTS.match(given.get("href", "")):
        node.attrs["title"] = given.get("title") or given.get("href", "")
    if background := given.get("background"):
        where = _found(background, found)
        if where:
            node.attrs["background"] = where


def _show(node: Any, given: dict[str, str], found: Found) -> None:
    places = [at for name in _LAZY if (at := _found(given.get(name, ""), found))]
    if places:  # a page that loads its pictures late shows a dot until then
        node.attrs["src"] = next((at for at in places if not at.startswith("data:")), places[0])


def _found(reference: str, found: Found) -> str | None:
    reference = reference.strip()
    if _PICTURE_DATA.match(reference):
        return reference
    if not reference or len(reference) > _LONGEST_REFERENCE or reference.startswith("#"):
        return None
    return found(reference)


def _set_text(node: Any, text: str) -> None:
    """Put a text into a style element; what could end the element is no style."""
    node.inner_html = text.replace("</", "<\\/")
