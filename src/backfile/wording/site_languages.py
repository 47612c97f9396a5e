"""The language that a site's own words are said in: English as the source has it, or a catalogue of GNU gettext (docs/site.md#language).

A catalogue is one file, locale/CODE/LC_MESSAGES/backfile.po, read by Babel when a site in that language begins; days and numbers are
Unicode CLDR's. The language is that of the page being made (a context variable): two sites in one process do not meet in it, and what
is no page of a site, a record, an answer of the API, a command, is English.
"""

import gettext as gnu
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from backfile.errors import BackfileError, ExtraMissing
from backfile.model.reasons import TRANSLATE

if TYPE_CHECKING:
    from babel import Locale

Given = ParamSpec("Given")
Made = TypeVar("Made")
ENGLISH = "en"
CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "backfile"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SKELETONS = ("y", "yMMMM", "yMMMMd")
"""Of a year, a month, a day: CLDR's names for the forms that a language writes them in."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class SiteLanguage(NamedTuple):
    """A language other than English, with its sentences and its way with days and numbers."""

    tag: str
    """BCP 47."""
    sentences: gnu.GNUTranslations
    locale: "Locale"


_SPOKEN: ContextVar[SiteLanguage | None] = ContextVar("language of the page that is made", default=None)


def known_languages() -> list[str]:
    """English, and the languages that there is a catalogue of."""
    return sorted([ENGLISH, *(path.parts[-3] for path in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))])


def known_language(tag: str) -> str | None:
    """The language of that tag, "de" of "de-AT" too; None where there is no catalogue of it."""
    if not _TAG.fullmatch(tag):
        return None
    parts = tag.replace("_", "-").split("-")
    found = next((one for one in known_languages() if one == parts[0].lower()), None)
    return found and "-".join((found, *parts[1:]))


@lru_cache
def site_language(tag: str) -> SiteLanguage | None:
    """The language of a known tag; None of English. Raises ExtraMissing, BackfileError."""
    found = known_language(tag)
    if found is None:
        raise BackfileError(f"there is no catalogue of the language {tag}; there are {', '.join(known_languages())}")
    code = found.partition("-")[0]
    if code == ENGLISH:
        return None
    try:
        from babel import Locale, UnknownLocaleError  # heavy: only where a site is in another language than English
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po
    except ImportError as error:
        raise ExtraMissing(f"a site in the language {tag}", "Babel", "languages") from error
    with (CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        written = BytesIO()
        write_mo(written, read_po(file, locale=code))
    written.seek(0)
    try:
        locale = Locale.parse(found, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale(code)
    return SiteLanguage(found, gnu.GNUTranslations(written), locale)


@contextmanager
def speaking(language: SiteLanguage | None) -> Iterator[None]:
    """Within it, sentences are said in this language."""
    before = _SPOKEN.set(language), TRANSLATE.set(language.sentences.gettext if language else None)
    try:
        yield
    finally:
        _SPOKEN.reset(before[0])
        TRANSLATE.reset(before[1])


def spoken_in(
    language: SiteLanguage | None, work: Callable[Given, Awaitable[Made]]
) -> Callable[Given, Awaitable[Made]]:
    """The work, all that it says being said in this language."""
    if language is None:
        return work

    async def spoken(*given: Given.args, **more: Given.kwargs) -> Made:
        with speaking(language):
            return await work(*given, **more)

    return spoken


def spoken_tag() -> str:
    """The language that is spoken, as `lang` has it."""
    spoken = _SPOKEN.get()
    return spoken.tag if spoken else ENGLISH


def gettext(message: str) -> str:
    """The message in the language that is spoken."""
    spoken = _SPOKEN.get()
    return spoken.sentences.gettext(message) if spoken else message


def pgettext(context: str, message: str) -> str:
    """The message as it is said in a context, where other languages have several words for it."""
    spoken = _SPOKEN.get()
    return spoken.sentences.pgettext(context, message) if spoken else message


def ngettext(one: str, many: str, count: int) -> str:
    """The message in the form that the language has for so many."""
    spoken = _SPOKEN.get()
    return spoken.sentences.ngettext(one, many, count) if spoken else one if count == 1 else many


def to_translate(message: str) -> str:
    """The message as it is, gathered for translators: of tables, whose rows are said later."""
    return message


def say_number(number: int) -> str:
    """ "1,204"; "1.204" in German."""
    spoken = _SPOKEN.get()
    if spoken is None:
        return f"{number:,}"
    from babel.numbers import format_decimal

    return format_decimal(number, locale=spoken.locale)


def say_percent(share: float) -> str:
    """ "82%"; "82 %" in German."""
    spoken = _SPOKEN.get()
    if spoken is None:
        return f"{share:.0%}"
    from babel.numbers import format_percent

    return format_percent(share, locale=spoken.locale)


def say_calendar(parts: tuple[int, ...]) -> str | None:
    """A year, a month of a year or a day in the spoken language's own order; None where that is English."""
    spoken = _SPOKEN.get()
    return _calendar(spoken, parts) if spoken else None


@lru_cache(maxsize=4096)
def _calendar(language: SiteLanguage, parts: tuple[int, ...]) -> str:
    from babel.dates import format_skeleton

    day = date(*(*parts, 1, 1)[:3])
    return format_skeleton(_SKELETONS[len(parts) - 1], day, locale=language.locale)


def say_month_day(month: int, day: int) -> str | None:
    """A day of every year; None where English is spoken."""
    spoken = _SPOKEN.get()
    if spoken is None:
        return None
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", date(2000, month, day), locale=spoken.locale)


def month_names(width: str) -> list[str] | None:
    """The twelve months as they stand alone, "wide" or "abbreviated"; None where English is spoken."""
    spoken = _SPOKEN.get()
    return [str(spoken.locale.months["stand-alone"][width][month]) for month in range(1, 13)] if spoken else None


def weekday_names(width: str) -> list[str] | None:
    """Monday to Sunday as they stand alone, "wide" or "short"; None where English is spoken."""
    spoken = _SPOKEN.get()
    return [str(spoken.locale.days["stand-alone"][width][day]) for day in range(7)] if spoken else None


def say_weekday(name: str) -> str | None:
    """A weekday of that English name; None where English is spoken, and of what is none."""
    if name not in WEEKDAYS or (names := weekday_names("wide")) is None:
        return None
    return names[WEEKDAYS.index(name)]
