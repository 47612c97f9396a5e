"""A page of the site as a file: links lead to files, and what only a server could do, or say today, is taken out.

The site writes its own links root-relative and in double quotes, and escapes all that is a story's: a pattern finds no others.
"""

import base64
import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from backfile.publish.static_paths import address_of, file_of, relative
from backfile.wording.site_languages import gettext, spoken_tag

PLACEHOLDER = "static.invalid"
"""The host that pages are made for (RFC 6761, "invalid"): wherever it stands in one, the address that the reader will have is put."""
_NEED_A_SERVER = ("/at/", "/raw/", "/trace", "/api/", "/timegate/", "/timemap/")
_FORM = re.compile(r'<form\b[^>]*\baction="(/[^"]*)"[^>]*>.*?</form>', re.DOTALL)
"""A form asks a server, but for the search, which the reader's browser answers."""
_TAG = re.compile(
    r'(<a\b[^>]*?\bhref=")(/[^"]*)("[^>]*>)'
    r"|(</a>)"
    r'|(<(?:link|img|script|form)\b[^>]*?\b(?:href|src|action)=")(/[^"]*)"'
    r'|(<span class="(?:age|entry-age)">)[^<]*'
)
"""What is another thing in a file: links, in one look for all, the words of an age. An element of `<a>` has no other in it."""
_OWN = re.compile(rf"http://{re.escape(PLACEHOLDER)}(/[^\s\"<>\\&)]*)?")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
Way = Callable[[str], str]
"""Where a link to an address of the site leads: to that address, or to one that tells a reader the same."""
_SEARCH = "/search"
SEARCH_PAGE = "search/index.html"


@dataclass(frozen=True)
class StaticPages:
    """How pages are turned into files."""

    address: str
    """Where the files will stand, without a slash at its end."""
    ages: str
    """The file of the script that says ages."""
    has_search: bool = True

    def page(self, text: str, *, at: str, way: Way = str) -> tuple[str, list[str]]:
        """The text of the file `at`, and the addresses of the site that it links to."""
        links = _Links(at, way, self.has_search)
        text = _FORM.sub(lambda form: form[0] if self.has_search and form[1] == _SEARCH else "", text)
        text = self.own_addresses(_TAG.sub(links.led, text))
        return text.replace("</head>", f"{self._head(text, at)}</head>", 1), links.found

    def own_addresses(self, text: str) -> str:
        """The text with the address that the site will have wherever it names its own."""
        return _OWN.sub(lambda match: self.own(file_of(html.unescape(match[1] or "/"))), text)

    def own(self, file: str) -> str:
        """The whole address of a file."""
        return f"{self.address}/{address_of(file)}"

    def _head(self, text: str, at: str) -> str:
        """What the site says in headers (CSP Level 3, section 3.3), and the script for ages."""
        own = " ".join(("'self'", *(f"'sha256-{_digest(script)}'" for script in _SCRIPT.findall(text))))
        wasm = " 'wasm-unsafe-eval'; connect-src 'self'" if at == SEARCH_PAGE else ""
        policy = f"default-src 'none'; style-src 'self'; img-src 'self'; script-src {own}{wasm}; form-action 'self'; base-uri 'none'"
        script = relative(self.ages, at=at)
        return (
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<script defer src="{script}"></script>\n'
        )


class _Links:
    """The links of one page."""

    def __init__(self, at: str, way: Way, has_search: bool) -> None:
        self.found: list[str] = []
        """Addresses of the site."""
        self._at, self._way, self._has_search = at, way, has_search
        self._up = "../" * at.count("/")
        self._is_dead = False

    def led(self, tag: re.Match[str]) -> str:
        """A tag as the file has it; nothing of a link that leads nowhere but its words."""
        before, written, after, end, other, its, age = tag.groups()
        if age:
            return str(age)
        if other:
            return f'{other}{self._to(its) or "./"}"'
        if end:
            is_dead, self._is_dead = self._is_dead, False
            return "" if is_dead else str(end)
        link = None if written.startswith(_NEED_A_SERVER) else self._to(written)
        self._is_dead = link is None
        return "" if link is None else f"{before}{link}{after}"

    def _to(self, written: str) -> str | None:
        """The link to what a page of the site writes so; None for the page itself, and for a search where there is none."""
        target, file, rest = _parts(written)
        if target is None:
            return self._up + address_of(file) + rest if self._has_search else None
        way = self._way(target)
        if way != target:
            target, file, rest = _parts(html.escape(way))
            if file == self._at:
                return rest or None
        assert target is not None
        self.found.append(target)
        return self._up + address_of(file) + rest or "./"


@lru_cache(maxsize=100_000)
def _parts(written: str) -> tuple[str | None, str, str]:
    """An address as a page writes it: the address of the site, None of the search; its file; what stands after that, as a page writes it."""
    target, hash_mark, fragment = html.unescape(written).partition("#")
    path, mark, query = target.partition("?")
    if path == _SEARCH:
        return None, SEARCH_PAGE, html.escape(mark + query)
    return target, file_of(target), html.escape(hash_mark + fragment)


@lru_cache(maxsize=100)
def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def leading_page(link: str, own: str) -> str:
    """A page that leads to another at once, without a script: `link` for readers, the whole address `own` for search engines."""
    title = html.escape(gettext("The story that stood here"))
    return (
        f'<!DOCTYPE html>\n<html lang="{spoken_tag()}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="canonical" href="{html.escape(own)}">\n<meta http-equiv="refresh" content="0; url={html.escape(link)}">\n</head>\n'
        f'<body>\n<p><a href="{html.escape(link)}">{title}</a></p>\n</body>\n</html>\n'
    )
