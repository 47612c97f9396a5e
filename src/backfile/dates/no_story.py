"""Clues on a page that is no story: an error page, a front page, an event, a list of search results. No story, no publication.

A page may be taken for a list and be a story all the same: what its metadata and its words claim of a publication stands. What is
told from a place alone (an address, a day by a headline among others) does not date what is no story.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from backfile.dates.clue import Clue
from backfile.dates.precedence import RULES
from backfile.model.clue_rules import DateRule
from backfile.model.page import Page
from backfile.model.reason_codes import ClueCode, KindCode
from backfile.model.reasons import Reason

_A_DAY = len("2018-10-13")
_NOTHING_PUBLISHED = frozenset(
    (
        KindCode.ERROR_TITLE,
        KindCode.ERROR_HEADING,
        KindCode.ERROR_SENTENCE,
        KindCode.LOGIN_TITLE,
        KindCode.LOGIN_FORM,
        KindCode.SEARCH_ADDRESS,
    )
)
_BY_PLACE = frozenset(
    (DateRule.VISIBLE_BARE, DateRule.TIME_BARE, DateRule.DATELINE, DateRule.SIGNED, DateRule.NAMED_BOX)
)
_OF_THE_PAGE = frozenset((DateRule.URL, DateRule.JSON_LD_PAGE_PUBLISHED, DateRule.JSON_LD_PAGE_CREATED))
_OF_UPDATES = frozenset(rule.name for rule in RULES.values() if rule.field == "updated")
_OF_PUBLICATION = frozenset(RULES) - _OF_UPDATES


def without_publication(clues: Sequence[Clue], why_no_story: Reason, page: Page) -> list[Clue]:
    """The clues of a page that is no story, with those marked that date nothing there."""
    if why_no_story.code in _NOTHING_PUBLISHED or _is_front_page(page.url) or _is_of_another_trade(why_no_story):
        unfit = _OF_PUBLICATION
    else:
        unfit = _OF_THE_PAGE
        stamps = (c.stamp for c in clues if c.rule not in _OF_UPDATES and c.why_not in (None, ClueCode.AFTER_TEXT.of()))
        days = {stamp.day for stamp in stamps if stamp is not None} - {None}
        if len(days) > 1 or days & _days_of_events(page):
            unfit |= _BY_PLACE
    fault = ClueCode.NO_STORY.of()
    return [clue._replace(why_not=fault) if clue.why_not is None and clue.rule in unfit else clue for clue in clues]


def _is_of_another_trade(why: Reason) -> bool:
    """Whether a page is a shop's, a forum's, a small ad or an event by its own lines: the day on it is that of a sale, a post, an
    evening."""
    facts = why.said.get("facts")
    return isinstance(facts, tuple) and not _OF_ANOTHER_TRADE.isdisjoint(facts)


_OF_ANOTHER_TRADE = frozenset(("shop-lines", "thread-lines", "small-ad-lines", "event-lines", "other-section"))
"""Facts of story/likelihood.py that only such pages have."""


def _days_of_events(page: Page) -> set[str]:
    """The days on which the page's JSON-LD says that something begins or ends."""
    values = (node.get(key) for node in page.linked_data for key in ("startDate", "endDate"))
    return {value[:_A_DAY] for value in values if isinstance(value, str)}


def _is_front_page(url: str | None) -> bool:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path in ("", "/") and not parts.query
