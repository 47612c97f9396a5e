"""Why a page is of its kind, in English."""

from backfile.model.reason_codes import SKIPPED_AS, KindCode
from backfile.model.reasons import Code, Reason, Words
from backfile.wording.age import say_settling

_TYPES = {
    "Product": "product",
    "DiscussionForumPosting": "forum thread",
    "QAPage": "forum thread",
    "Recipe": "recipe",
    "JobPosting": "job",
    "Event": "event",
    "SearchResultsPage": "search results",
    "ProfilePage": "profile",
}
"""schema.org's types of what is no story."""


def _unlikely(facts: tuple[str, ...], log_odds: float) -> str:
    return f"{', '.join(facts) or 'nothing speaks for one'} (log odds {log_odds:.1f})"


DETAILS: dict[Code, Words] = {
    KindCode.PROSE: "{words} words in {blocks} blocks",
    KindCode.BRIEF: "a brief of {words} words",
    KindCode.ENTRY_TIMES: "entries with their times",
    KindCode.JSON_LD_TYPE: "json-ld: {type}",
    KindCode.OG_TYPE: "og:type {type}",
    KindCode.CAPTIONS: "{captions} captions and little else",
    KindCode.VIDEO_HEADLINE: "its headline",
    KindCode.VIDEO_PLAYER: "its headline and a player",
    KindCode.HEADINGS_IN_TEXT: "{headings} linked headings among its text",
    KindCode.LINKED_HEADINGS: "{headings} linked headings and no story",
    KindCode.LINKED_LINES: "{lines} linked lines and no story",
    KindCode.LINKS_OUTWEIGH_PROSE: "{lines} linked lines against {words} words of prose",
    KindCode.LISTING_TYPE: "json-ld: {type}",
    KindCode.FRONT_PAGE: "a site's front page with {links} linked lines",
    KindCode.SEARCH_ADDRESS: "its address is that of a search",
    KindCode.ERROR_TITLE: "its title is {title!r}",
    KindCode.ERROR_HEADING: "its heading is {heading!r}",
    KindCode.ERROR_SENTENCE: "it says {sentence!r}",
    KindCode.LOGIN_TITLE: "its title is {title!r}",
    KindCode.LOGIN_FORM: "a form to log in and no text",
    KindCode.PAYWALL: "a paywall and no text",
    KindCode.NO_TEXT: "no text",
    KindCode.NO_PROSE: "no prose",
    KindCode.OTHER_TYPE: lambda type: f"json-ld says {_TYPES.get(type, type)}",  # noqa: A006 - the value's name
    KindCode.UNLIKELY: _unlikely,
    KindCode.NO_BODY: "no story's text was found on the page",
    KindCode.TAKEN_IN: lambda by, day, because: f"taken in by {say_settling(by, day, because)}",
    KindCode.UNTOLD: "the page holds no story",
}


def say_detail(reason: Reason) -> str:
    """Why a page is of its kind, without the name under which it is skipped: that stands beside it."""
    return reason.put_in(DETAILS[reason.code]) if reason.code in DETAILS else str(reason)


def _after(name: str, words: Words) -> Words:
    return f"{name}: {words}" if isinstance(words, str) else lambda **said: f"{name}: {words(**said)}"


KINDS: dict[Code, Words] = {
    code: _after(SKIPPED_AS[code], words) if code in SKIPPED_AS else words for code, words in DETAILS.items()
}
"""The same, after that name where there is one: "error-page: its title is '404'"."""
