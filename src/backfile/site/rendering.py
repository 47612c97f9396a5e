"""How pages are set: the templates, and the files that go with them, each under an address with its digest."""

import hashlib
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from backfile.site.page_links import FILES_LINKS
from backfile.site.set_words import set_words
from backfile.site.settings import SiteSettings
from backfile.site.site_address import year_path
from backfile.wording.age import said_weekdays
from backfile.wording.counted_things import COUNTS
from backfile.wording.site_languages import gettext, ngettext, say_number
from backfile.wording.takedown_words import say_takedown
from backfile.wording.told_names import headed, told

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
ASSETS = _HERE / "assets"


class Asset(NamedTuple):
    """A file served for ever under its digest."""

    path: str
    digest: str
    payload: bytes
    media_type: str


class Look(NamedTuple):
    """The files that a site's pages are set with."""

    style: Asset
    icon: Asset
    logo: Asset | None


_INCLUDE = re.compile(r'^[ \t]*\{% include "([\w.]+)" %\}\n', re.MULTILINE)


class _Joined(FileSystemLoader):
    """Templates with those that they include written in their places: each of a page's thousand pieces was handed on once more by each."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As Jinja has it. The empty comment ends the line as the tag of the inclusion did, which both leave no newline."""
        source, path, is_current = super().get_source(environment, template)

        def included(found: re.Match[str]) -> str:
            return self.get_source(environment, found[1])[0].removesuffix("\n") + "{##}\n"

        return _INCLUDE.sub(included, source), path, is_current


def _asset(stem: str, suffix: str, media_type: str, payload: bytes) -> Asset:
    digest = hashlib.sha256(payload).hexdigest()[:16]
    return Asset(f"/{stem}-{digest}.{suffix}", digest, payload, media_type)


def look_of(settings: SiteSettings) -> Look:
    """The style sheet in the owner's colours, the icon, the owner's logo."""
    style = (ASSETS / "style.css").read_bytes()
    for colour, scheme in ((settings.accent, "light"), (settings.accent_dark, "dark")):
        if colour:
            rule = f"{_ACCENTED} {{ color: {colour}; }}"
            style += f"\n@media screen and (prefers-color-scheme: {scheme}) {{ {rule} }}\n".encode()
    icon = _asset("icon", "svg", "image/svg+xml", (ASSETS / "icon.svg").read_bytes())
    logo = _asset("logo", "image", settings.logo.media_type, settings.logo.payload) if settings.logo else None
    return Look(_asset("style", "css", "text/css; charset=utf-8", style), icon, logo)


_ACCENTED = ".when, .entry-date, .person-dates, .nameplate a, .nameplate a:visited"
"""What the owner's colour is for: dates, and the name of the archive."""
COPY_SCRIPT = (ASSETS / "copy.js").read_text("utf-8")
"""The one script, inline and allowed by its hash; the site is whole without it."""


def setting(settings: SiteSettings | None = None, look: Look | None = None) -> Environment:
    """The templates: every value is escaped, and a name that is not given is an error."""
    settings = settings or SiteSettings()
    look = look or look_of(settings)
    templates = Environment(
        loader=_Joined(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.globals.update(
        site=settings,
        site_language=settings.language,
        weekdays=said_weekdays,
        _=_said,
        ngettext=_said_of,
        links=FILES_LINKS,
        style=look.style.path,
        icon=look.icon.path,
        logo=look.logo and look.logo.path,
        year_path=year_path,
        copy_script=Markup(COPY_SCRIPT),  # noqa: S704 our own file
    )
    words = {"number": say_number, "told": told, "headed": headed, "takedown": say_takedown}
    templates.filters |= {**COUNTS, **words, "set_words": set_words}
    return templates


def _said(message: str, /, **values: object) -> Markup:
    """A sentence of a template, its values escaped: as Jinja's newstyle gettext, which takes a tenth of a page's time for all that it looks up."""
    words = _markup(gettext(message))
    return words % values if values else words


def _said_of(one: str, many: str, count: int, /, **values: object) -> Markup:
    """A sentence in the form that goes with so many."""
    words = _markup(ngettext(one, many, count))
    return words % values if values else words


@lru_cache(maxsize=4096)
def _markup(words: str) -> Markup:
    return Markup(words)  # noqa: S704 - our own words, or a translator's
