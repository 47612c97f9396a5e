"""How pages are set: the templates, and the files that go with them, each under an address with its digest."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from backfile.site.set_words import set_words
from backfile.site.site_address import year_path

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
ASSETS = _HERE / "assets"


class Asset(NamedTuple):
    """A file served for ever under its digest."""

    path: str
    digest: str
    payload: bytes
    media_type: str


def _asset(name: str, media_type: str) -> Asset:
    payload = (ASSETS / name).read_bytes()
    digest = hashlib.sha256(payload).hexdigest()[:16]
    stem, suffix = name.split(".")
    return Asset(f"/{stem}-{digest}.{suffix}", digest, payload, media_type)


STYLE = _asset("style.css", "text/css; charset=utf-8")
ICON = _asset("icon.svg", "image/svg+xml")
COPY_SCRIPT = (ASSETS / "copy.js").read_text("utf-8")
"""The one script, inline and allowed by its hash; the site is whole without it."""


def setting() -> Environment:
    """The templates: every value is escaped, and a name that is not given is an error."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.globals.update(
        style=STYLE.path,
        icon=ICON.path,
        year_path=year_path,
        copy_script=Markup(COPY_SCRIPT),  # noqa: S704 our own file
    )
    templates.filters["counted"] = _counted
    templates.filters["set_words"] = set_words
    return templates


def _counted(number: int, one: str, many: str = "") -> str:
    """ "1 story", "1,204 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
