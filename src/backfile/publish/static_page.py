"""A page of the site as a file: links lead to files, and what only a server could do, or say today, is taken out.

The site writes its own links root-relative and in double quotes, and escapes all that is a story's: a pattern finds no others.
"""

import base64
import hashlib
import html
import re
from dataclasses import dataclass
from functools import lru_cache

from backfile.publish.static_paths import address_of, file_of, relative
from backfile.wording.site_languages import gettext, spoken_tag

PLACEHOLDER = "static.invalid"
"""The host that pages are made for (RFC 6761, "invalid"): wherever it stands in one, the address that the reader will have is put."""
_NEED_A_SERVER = ("/at/", "/raw/", "/trace", "/api/", "/timegate/", "/timemap/")


def _links_to(paths: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r'<a\b[^>]*\bhref="(?:' + "|".join(paths) + r')[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


_DEAD, _DEAD_UNSEARCHED = _links_to(_NEED_A_SERVER), _links_to((*_NEED_A_SERVER, "/search"))
_FORM = re.compile(r'<form\b[^>]*\baction="(/[^"]*)"[^>]*>.*?</form>', re.DOTALL)
"""A form asks a server, but for the search, which the reader's browser answers."""
_LINK = re.compile(r'(\b(?:href|src|action)=")(/[^"]*)"')
_OWN = re.compile(rf"http://{re.escape(PLACEHOLDER)}(/[^\s\"<>\\&)]*)?")
_AGE = re.compile(r'(<span class="(?:age|entry-age)">)[^<]*</span>')
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
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

    def page(self, text: str, *, at: str) -> tuple[str, list[str]]:
        """The text of the file `at`, and the addresses of the site that it links to."""
        found: list[str] = []
        up = "../" * at.count("/")

        def led(match: re.Match[str]) -> str:
            target, link = _link(match[2])
            if target is not None:
                found.append(target)
            return f'{match[1]}{up + link or "./"}"'

        text = _FORM.sub(lambda form: form[0] if self.has_search and form[1] == _SEARCH else "", text)
        text = _LINK.sub(led, (_DEAD if self.has_search else _DEAD_UNSEARCHED).sub(r"\1", text))
        text = _AGE.sub(r"\1</span>", self.own_addresses(text))
        return text.replace("</head>", f"{self._head(text, at)}</head>", 1), found

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


@lru_cache(maxsize=100_000)
def _link(written: str) -> tuple[str | None, str]:
    """An address as a page writes it: the address of the site, None of the search, and the link to its file from the site's own folder."""
    target, hash_mark, fragment = html.unescape(written).partition("#")
    path, mark, query = target.partition("?")
    if path == _SEARCH:
        return None, html.escape(address_of(SEARCH_PAGE) + mark + query)
    return target, html.escape(address_of(file_of(target)) + hash_mark + fragment)


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
