"""A site's settings: whose archive it is, and what its owner says of it. site.toml has them (docs/site.md); without it they are Backfile's own."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from backfile.archive.takedowns.leave_out_rules import LeaveOutRules, day_span
from backfile.errors import BackfileError
from backfile.site.archive_protocol import ArchiveReader
from backfile.wording.site_languages import ENGLISH, known_language, known_languages, site_language

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LOGOS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
_LARGEST_LOGO = 200_000
"""Bytes: it comes with every first page."""
_GROUND, _DARK_GROUND = "#fdfbf6", "#161512"
"""The colours of the page that words stand on (style.css)."""
_LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: what can be read by most who see badly."""


@dataclass(frozen=True)
class Logo:
    """The owner's sign, for the head of each page."""

    payload: bytes
    media_type: str


@dataclass(frozen=True)
class Robots:
    """What is said to programs that visit the site."""

    index: bool = True
    """Whether search engines may list the stories."""
    ai: bool = False
    """Whether what is here may be used to train and to feed language models."""
    license: str | None = None
    """Where terms are for programs that ask (RSL): an address."""


@dataclass(frozen=True)
class SiteSettings:
    """What site.toml says."""

    name: str = "Backfile"
    language: str = ENGLISH
    """That of the site's own words and days, a tag of BCP 47 for which wording/ has a catalogue."""
    words: str | None = None
    """What the archive is, in the owner's words: a paragraph."""
    rights: str | None = None
    contact: str | None = None
    """Where readers write: an address of the web, or mailto:."""
    base: str | None = None
    """The site's own address, where a reader's browser does not know it: without a slash at its end."""
    accent: str | None = None
    accent_dark: str | None = None
    logo: Logo | None = None
    robots: Robots = field(default_factory=Robots)
    comments: bool = False
    """Whether readers' comments that were saved with a page are shown beside what else was kept out of a story."""
    leave_out: LeaveOutRules = field(default_factory=LeaveOutRules)
    """Stories and pictures that are kept, and not shown. Those for stories hold once the archive has them (`backfile leave-out`)."""


def settings_of(request: Request) -> SiteSettings:
    """The settings of the site that is asked."""
    found: SiteSettings = request.app.state.settings
    return found


def read_settings(path: Path) -> SiteSettings:
    """What a site.toml says. Raises BackfileError, which names the file, the key and what to write."""
    try:
        with path.open("rb") as file:
            given = tomllib.load(file)
    except OSError as error:
        raise BackfileError(f"it cannot be read ({error.strerror}); name another with --site", str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BackfileError(f"it is no TOML: {error}", str(path)) from error
    return _Reader(path).settings(given)


def expect_rules(archive: ArchiveReader, settings: SiteSettings) -> None:
    """Raises BackfileError where a site.toml leaves stories out that the archive still shows: its tables have to know."""
    rules, held = settings.leave_out, archive.takedowns.rules
    if rules.has_stories and rules._replace(picture_credits=()) != held._replace(picture_credits=()):
        do = f"backfile leave-out site.toml --archive {archive.folder}"
        raise BackfileError(
            f"its [leave-out] has rules for stories that the archive does not have yet: `{do}` first", "site.toml"
        )


class _Reader:
    """Takes the values out of a file, each with its kind; a name that is not known is an error, not a silence."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def settings(self, given: dict[str, Any]) -> SiteSettings:
        colours, robots = self._table(given, "colours"), self._table(given, "robots")
        left_out = self._table(given, "leave-out")
        settings = SiteSettings(
            name=self._text(given, "name") or "Backfile",
            language=self._language(given),
            words=self._text(given, "words"),
            rights=self._text(given, "rights"),
            contact=self._address(given, "contact", ("http", "https", "mailto")),
            base=self._base(given),
            accent=self._colour(colours, "accent", _GROUND),
            accent_dark=self._colour(colours, "accent-dark", _DARK_GROUND),
            logo=self._logo(given),
            robots=Robots(
                index=self._switch(robots, "index", default=True),
                ai=self._switch(robots, "ai", default=False),
                license=self._address(robots, "license", ("http", "https")),
            ),
            comments=self._switch(given, "comments", default=False),
            leave_out=LeaveOutRules(
                story_credits=self._words(left_out, "story-credits"),
                picture_credits=self._words(left_out, "picture-credits"),
                outlets=self._words(left_out, "outlets"),
                days=self._days(left_out, "days"),
            ),
        )
        for name, table in (("", given), ("colours.", colours), ("robots.", robots), ("leave-out.", left_out)):
            for key in table:
                known = ", ".join(sorted(_KNOWN[name]))
                self._expect(key in _KNOWN[name], f"{name}{key}", f"is no setting; those here are {known}")
        return settings

    def _text(self, table: dict[str, Any], key: str) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        self._expect(isinstance(value, str) and bool(value.strip()), key, 'must be words in quotes, "..."')
        return " ".join(str(value).split())

    def _language(self, given: dict[str, Any]) -> str:
        tag = self._text(given, "language")
        if tag is None:
            return ENGLISH
        found = known_language(tag)
        self._expect(
            found is not None, "language", f"must be one of {', '.join(known_languages())}; {tag} is none of them"
        )
        assert found
        site_language(found)  # what is missing or wrong is said once, and here
        return found

    def _words(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        is_list = isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)
        self._expect(is_list, key, 'must be a list of words in quotes, ["Getty", "AP Photo"]')
        return tuple(value)

    def _days(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        value = self._words(table, key)
        for text in value:
            try:
                day_span(text)
            except ValueError as error:
                self._expect(False, key, str(error))
        return value

    def _switch(self, table: dict[str, Any], key: str, *, default: bool) -> bool:
        value = table.get(key, default)
        self._expect(isinstance(value, bool), key, "must be true or false")
        return bool(value)

    def _address(self, table: dict[str, Any], key: str, schemes: tuple[str, ...]) -> str | None:
        value = self._text(table, key)
        if value is not None:
            fits = value.partition(":")[0] in schemes and " " not in value
            self._expect(fits, key, f"must be an address that begins with {' or '.join(f'{one}:' for one in schemes)}")
        return value

    def _base(self, given: dict[str, Any]) -> str | None:
        value = self._address(given, "base", ("http", "https"))
        if value is None:
            return None
        parts = urlsplit(value)
        fits = bool(re.fullmatch(r"[\w.:-]+", parts.netloc, re.ASCII)) and not parts.query and not parts.fragment
        self._expect(fits, "base", 'must be the address of the site alone, "https://archive.paper.example"')
        return value.rstrip("/")

    def _colour(self, table: dict[str, Any], key: str, ground: str) -> str | None:
        value = self._text(table, key)
        if value is not None:
            self._expect(bool(_COLOUR.fullmatch(value)), f"colours.{key}", 'must be six hex digits, "#7d2a12"')
            contrast = _contrast(value, ground)
            why = (
                f"has a contrast of {contrast:.1f} to the page's {ground}, and words need {_LEAST_CONTRAST} to be read"
            )
            self._expect(contrast >= _LEAST_CONTRAST, f"colours.{key}", why)
        return value

    def _logo(self, given: dict[str, Any]) -> Logo | None:
        name = self._text(given, "logo")
        if name is None:
            return None
        path = self._path.parent / name
        media_type = _LOGOS.get(path.suffix.lower())
        self._expect(media_type is not None, "logo", f"must be a file that ends in {', '.join(_LOGOS)}")
        try:
            payload = path.read_bytes()
        except OSError as error:
            raise BackfileError(f"logo: {path} cannot be read ({error.strerror})", str(self._path)) from error
        self._expect(len(payload) <= _LARGEST_LOGO, "logo", f"is larger than {_LARGEST_LOGO // 1000} kB")
        assert media_type
        return Logo(payload, media_type)

    def _table(self, given: dict[str, Any], key: str) -> dict[str, Any]:
        value = given.get(key, {})
        self._expect(isinstance(value, dict), key, f"must be a table: [{key}] on a line of its own")
        return dict(value)

    def _expect(self, fits: bool, key: str, words: str) -> None:
        if not fits:
            raise BackfileError(f"{key}: {words}", str(self._path))


_KNOWN = {
    "": {
        "name",
        "language",
        "words",
        "rights",
        "contact",
        "base",
        "logo",
        "comments",
        "colours",
        "robots",
        "leave-out",
    },
    "colours.": {"accent", "accent-dark"},
    "robots.": {"index", "ai", "license"},
    "leave-out.": {"picture-credits", "story-credits", "outlets", "days"},
}


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, relative luminance)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
