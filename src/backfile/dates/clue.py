"""A clue on a page that may say when, and how stamps are read on that page."""

from typing import NamedTuple

from backfile.dates.days import day_first_in, day_first_of
from backfile.dates.newsroom import host_of
from backfile.dates.parse import ParsedStamp, find_stamps, parse_stamp
from backfile.model.page import Page


class Clue(NamedTuple):
    """Something on the page that may say when."""

    rule: str
    """A name in decide.PRECEDENCE."""
    where: str
    """ "json-ld:datePublished", "meta:article:published_time", "url", "visible": as Evidence.where."""
    raw: str
    stamp: ParsedStamp | None
    """None where the raw text could not be read."""
    why_not: str | None = None
    """Set where the clue is no date of the story's."""
    stands: str = ""
    """ "over" the headline, or "under" it, before the text, where there is no place for another story's; else ""."""


class Reader:
    """parse_stamp with what the page says of its language and its capture."""

    def __init__(self, page: Page, language: str | None) -> None:
        tag = page.language_tag or ""
        self.language = tag if tag[:2].lower() == (language or "")[:2] else language
        self.day_first = day_first_of(self.language)
        if self.day_first is None:
            self.day_first = _day_first_of_outlet(page)
        self.captured_at = page.capture.captured_at
        self._read: dict[str, ParsedStamp | None] = {}

    def one(self, raw: str) -> ParsedStamp | None:
        """The first stamp of a metadata value. A page says the same in several places, and is read once."""
        try:
            return self._read[raw]
        except KeyError:
            stamp = self._read[raw] = parse_stamp(raw, language=self.language, day_first=self.day_first)
            return stamp

    def all(self, raw: str) -> list[ParsedStamp]:
        """Every stamp of a printed line."""
        return find_stamps(raw, language=self.language, day_first=self.day_first, captured_at=self.captured_at)


def _day_first_of_outlet(page: Page) -> bool | None:
    """The order of day and month by the page's locale ("en_GB"), else by the country of its address."""
    locale = next((day_first_of(meta.content) for meta in page.metas if meta.name == "og:locale"), None)
    return day_first_in(host_of(page.url)) if locale is None else locale
