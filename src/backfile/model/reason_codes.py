"""The codes of every reason that a record or a list may give, a family each: docs/reasons.md has them with their sentences."""

from backfile.model.capture import SkipReason
from backfile.model.reasons import Code


class KindCode(Code):
    """Why a page is of its kind: Story.kind_reason."""

    PROSE = "prose", "words", "blocks"
    BRIEF = "brief", "words"
    ENTRY_TIMES = "entry-times"
    JSON_LD_TYPE = "json-ld-type", "type"
    OG_TYPE = "og-type", "type"
    CAPTIONS = "captions", "captions"
    VIDEO_HEADLINE = "video-headline"
    VIDEO_PLAYER = "video-player"

    HEADINGS_IN_TEXT = "headings-in-text", "headings"
    LINKED_HEADINGS = "linked-headings", "headings"
    LINKED_LINES = "linked-lines", "lines"
    LINKS_OUTWEIGH_PROSE = "links-outweigh-prose", "lines", "words"
    LISTING_TYPE = "listing-type", "type"

    ERROR_TITLE = "error-title", "title"
    ERROR_HEADING = "error-heading", "heading"
    ERROR_SENTENCE = "error-sentence", "sentence"

    LOGIN_TITLE = "login-title", "title"
    LOGIN_FORM = "login-form"
    PAYWALL = "paywall"

    NO_TEXT = "no-text"
    NO_PROSE = "no-prose"
    OTHER_TYPE = "other-type", "type"
    UNLIKELY = "unlikely", "facts", "log_odds"
    """`facts` are the two that speak most against a story, by their names in story/likelihood.py."""
    NO_BODY = "no-body"
    UNTOLD = "untold"
    """A kind that no rule gave a reason for."""


SKIPPED_AS: dict[Code, SkipReason] = {
    KindCode.HEADINGS_IN_TEXT: SkipReason.LISTING,
    KindCode.LINKED_HEADINGS: SkipReason.LISTING,
    KindCode.LINKED_LINES: SkipReason.LISTING,
    KindCode.LINKS_OUTWEIGH_PROSE: SkipReason.LISTING,
    KindCode.LISTING_TYPE: SkipReason.LISTING,
    KindCode.ERROR_TITLE: SkipReason.ERROR_PAGE,
    KindCode.ERROR_HEADING: SkipReason.ERROR_PAGE,
    KindCode.ERROR_SENTENCE: SkipReason.ERROR_PAGE,
    KindCode.LOGIN_TITLE: SkipReason.LOGIN_WALL,
    KindCode.LOGIN_FORM: SkipReason.LOGIN_WALL,
    KindCode.PAYWALL: SkipReason.LOGIN_WALL,
    KindCode.NO_TEXT: SkipReason.NO_STORY,
    KindCode.NO_PROSE: SkipReason.NO_STORY,
    KindCode.OTHER_TYPE: SkipReason.NO_STORY,
    KindCode.UNLIKELY: SkipReason.NO_STORY,
}
"""Why a page of such a kind is no story in an archive."""


class ClueCode(Code):
    """Why a clue to a date did not decide: Evidence.why_not."""

    OUTRANKED = "outranked", "by"
    """`by` is the rule that comes first. The clue could have decided; every other reason here says that it could not."""
    UNREADABLE = "unreadable"
    NO_YEAR = "no-year"
    AFTER_CAPTURE = "after-capture"
    BEFORE_WEB = "before-web"
    AFTER_TEXT = "after-text"
    SERVED = "served"
    OUTSIDE = "outside"
    IN_TEXT = "in-text"
    IN_SENTENCE = "in-sentence"
    HEADS_SENTENCE = "heads-sentence"
    WORDS_BEFORE = "words-before"
    OF_EVENT = "of-event"
    OF_SPAN = "of-span"
    OF_REVIEW = "of-review"
    OF_LIST = "of-list"
    SEVERAL_DAYS = "several-days"


class SettledCode(Code):
    """Why what an archivist said of a day did not decide: Evidence.why_not."""

    PAGE_STANDS = "page-stands"
    PAGE_AGREES = "page-agrees"
    TAKEN_BACK = "taken-back", "by", "day", "because"
    SETTLED_ANEW = "settled-anew", "by", "day", "because"


class OldCode(Code):
    """A reason of a record that an earlier Backfile stored: words alone, shown and never decided by."""

    IN_WORDS = "in-words", "words"


CODES: dict[str, Code] = {code: code for family in (KindCode, ClueCode, SettledCode, OldCode) for code in family}
"""Every code that a stored record may have, by its name: no two families share one."""
