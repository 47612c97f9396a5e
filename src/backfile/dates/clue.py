"""A clue on a page that may say when, and how stamps are read on that page."""

from functools import cached_property
from typing import NamedTuple

from backfile.dates.local_clock import host_of
from backfile.dates.parse_stamp import WITH_A_YEAR, ParsedStamp, find_stamps, parse_stamp
from backfile.dates.printed_days import day_first_in, day_first_of
from backfile.model.clue_rules import DateRule
from backfile.model.page import Page
from backfile.model.reasons import Reason


class Clue(NamedTuple):
    """Something on the page that may say when."""

    rule: DateRule
    where: str
    """ "json-ld:datePublished", "meta:article:published_time", "url", "visible": as Evidence.where."""
    raw: str
    stamp: ParsedStamp | None
    """None where the raw text could not be read."""
    why_not: Reason | None = None
    """Set where the clue is no date of the story's."""
    stands: str = ""
    """ "over" the headline, or "under" it, before the text, where there is no place for another story's; of an address, "path" or
    "slug"; else ""."""
    is_alone: bool = True
    """False for a printed stamp with other words in its line than a byline and words for the stamp."""


class Reader:
    """parse_stamp with what the page says of its language and its capture."""

    def __init__(self, page: Page, language: str | None) -> None:
        tag = page.language_tag or ""
        self.language = tag if tag[:2].lower() == (language or "")[:2] else language
        self.captured_at = page.capture.captured_at
        self._page = page
        self._read: dict[str, ParsedStamp | None] = {}

    def one(self, raw: str) -> ParsedStamp | None:
        """The first stamp of a metadata value. A page says the same in several places, and is read once."""
        try:
            return self._read[raw]
        except KeyError:
            stamp = self._read[raw] = parse_stamp(raw, language=self.language, day_first=self._order_in(raw))
            return stamp

    def all(self, raw: str) -> list[ParsedStamp]:
        """Every stamp of a printed line."""
        if self.captured_at is None and not WITH_A_YEAR.search(raw):
            return []
        order = self._order_in(raw)
        return find_stamps(raw, language=self.language, day_first=order, captured_at=self.captured_at)

    def _order_in(self, raw: str) -> bool | None:
        """`day_first`, asked for only where a text may have need of it: not "2017-02-23T16:47", nor "23.02.2017"."""
        return self.day_first if "/" in raw or ("-" in raw and raw[4:5] != "-") else None

    @cached_property
    def day_first(self) -> bool | None:
        """The order of day and month by the language, else by the page's locale ("en_GB"), else by the outlet's country."""
        order = day_first_of(self.language)
        if order is None:
            metas = self._page.metas
            order = next((day_first_of(meta.content) for meta in metas if meta.name == "og:locale"), None)
        return day_first_in(host_of(self._page.url)) if order is None else order
