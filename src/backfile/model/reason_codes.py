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
    FRONT_PAGE = "front-page", "links"
    SEARCH_ADDRESS = "search-address"

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
    TAKEN_IN = "taken-in", "by", "day", "because"
    """An archivist took the page in."""
    UNTOLD = "untold"
    """A kind that no rule gave a reason for."""


SKIPPED_AS: dict[Code, SkipReason] = {
    KindCode.HEADINGS_IN_TEXT: SkipReason.LISTING,
    KindCode.LINKED_HEADINGS: SkipReason.LISTING,
    KindCode.LINKED_LINES: SkipReason.LISTING,
    KindCode.LINKS_OUTWEIGH_PROSE: SkipReason.LISTING,
    KindCode.LISTING_TYPE: SkipReason.LISTING,
    KindCode.FRONT_PAGE: SkipReason.LISTING,
    KindCode.SEARCH_ADDRESS: SkipReason.LISTING,
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
    OF_ISSUE = "of-issue"
    OF_SPAN = "of-span"
    OF_REVIEW = "of-review"
    OF_LIST = "of-list"
    SEVERAL_DAYS = "several-days"
    NO_STORY = "no-story"
    OF_IMPORT = "of-import"
    """So many posts of an export share the day that it is that of a move to another content system."""
    NAMED_BEFORE = "named-before", "day"
    """A feed, a sitemap or a front that was saved on that day names the story: it cannot be newer."""


class SettledCode(Code):
    """Why what an archivist said of a day did not decide: Evidence.why_not."""

    PAGE_STANDS = "page-stands"
    PAGE_AGREES = "page-agrees"
    TAKEN_BACK = "taken-back", "by", "day", "because"
    SETTLED_ANEW = "settled-anew", "by", "day", "because"


class WindowCode(Code):
    """What on the page bounds when a story can have been published, or says more of it: Window.because."""

    PUBLISHED = "published", "value", "basis"
    PUBLISHED_DISPUTED = "published-disputed", "value", "basis"
    CHANGED_LATER = "changed-later", "day"
    SAVED = "saved", "day"
    CHANGED = "changed", "value", "basis"
    BEARS_DAY = "bears-day", "what", "day"
    """`what` is a kind of furniture or of note: comments, correction, clarification."""
    FOOTER_YEAR = "footer-year", "year"
    TOLD_AS_PAST = "told-as-past", "words"
    WEEKDAYS_FIT = "weekdays-fit", "weekdays", "fitting", "days"
    """`weekdays` are those of the text; `fitting` those of publication; `days` such days, where they can be listed."""
    NAMED_DAY = "named-day", "words", "days"
    NO_OLDER = "no-older"


class ArchiveCode(Code):
    """What else an archive holds that bounds an undated story or makes a day likely: Window.because, LikelyDay.because."""

    SETTLED = "settled", "value", "by", "day", "because"
    SEEN_FIRST = "seen-first", "day"
    LINKED_FROM = "linked-from", "day"
    NAMED_IN = "named-in", "what", "day"
    """`what` names the story: a MentionKind; it was saved on that day."""
    AGENCY_TEXT = "agency-text", "agency", "story"
    NUMBERED = "numbered", "number", "after", "after_day", "before", "before_day", "in_order", "looked_at", "grace"
    """`grace` is how many days are left on each side of the bound; 0 where it makes days likely."""
    LISTED = "listed", "newer", "older", "in_order", "looked_at", "grace"

    VERSION_DATED = "version-dated", "saved", "published"
    PAGE_CHANGED = "page-changed", "day"
    SAME_TEXT = "same-text", "story"
    SAME_TEXT_CHANGED = "same-text-changed", "story", "changed"
    SAME_TEXT_HERE = "same-text-here", "story"
    SAME_QUOTATION = "same-quotation", "text", "story"
    SAME_QUOTATIONS = "same-quotations", "count", "story"
    SAME_SPEAKERS = "same-speakers", "names", "story"
    FEW_DAYS_LEFT = "few-days-left"
    WEEKDAY_FITS = "weekday-fits", "weekday"


class ThreadCode(Code):
    """Why two stories are held to be on one matter: ThreadLink.because. The first five decide, the others go with them."""

    SHARED_PASSAGE = "shared-passage", "share"
    """`share` of the shorter text that the longer has, in hundredths."""
    SHARED_QUOTATION = "shared-quotation", "text"
    PAGE_LINK = "page-link", "way"
    """`way` is "to" where the page of the story asked about links to the other's, and "from" where that links to it."""
    CLOSE_WORDS = "close-words", "closeness"
    """`closeness` of the two by their rare words, in hundredths."""
    CLOSE_TO_THE_SAME = "close-to-the-same", "agreement"
    """`agreement` of the stories that are nearest to either, in hundredths."""
    RARE_NAMES = "rare-names", "names"
    RARE_NUMBERS = "rare-numbers", "numbers"
    HEADLINE_WORDS = "headline-words", "words"
    RARE_WORDS = "rare-words", "words"
    DAYS_NEAR = "days-near", "days"
    DAYS_POSSIBLE = "days-possible"
    """One of the two is undated, and its window leaves days near the other."""
    SAME_SECTION = "same-section", "section"
    SAME_TAGS = "same-tags", "tags"


class DoubtCode(Code):
    """Why a reading may be wrong: Doubt.reason. docs/words.md has what each means."""

    READINGS_DISAGREE = "body-readings-disagree", "share"
    """`share` is how much of the text the rules and the block model disagree on, in hundredths of the body."""
    OPENING = "opening-may-be-missing", "blocks"
    PROSE_LEFT_OUT = "prose-left-out", "share"
    """`share` of the page's prose that is in the body, in hundredths; so of the body that is hidden."""
    SCATTERED = "body-scattered", "blocks", "lines"
    SEVERAL_STORIES = "several-stories", "headline"
    """`headline` is that of the story below."""
    HIDDEN_TEXT = "hidden-text", "share"
    CUT_OFF = "cut-off", "sign"
    """`sign` is a CutSign."""
    DOUBLE_ENCODED = "double-encoded"
    KIND_NEAR_EVEN = "kind-near-even", "kind", "log_odds"
    """`log_odds` that the page is a story, by what it is made of."""
    DATES_CONFLICT = "dates-conflict", "value", "others"


class ProofCode(Code):
    """Of no record, so in no family: how a point of a citation stands in the archive, and what has changed since: Point.detail, Proof.since."""

    VERSION_HELD = "version-held", "version", "first_seen"
    VERSION_RENAMED = "version-renamed", "version", "reader"
    VERSION_NOT_HELD = "version-not-held", "version", "held"
    WORDS_HELD = "words-held"
    WORDS_READ_AGAIN = "words-read-again", "reader"
    WORDS_OTHER = "words-other", "reader"
    DATE_HELD = "date-held", "value", "basis"
    UNDATED_STILL = "undated-still"
    DATED_SINCE = "dated-since", "was", "value", "by", "day"
    DATE_READ_AGAIN = "date-read-again", "value", "reader"
    DATE_OTHER = "date-other", "value", "reader"
    PAGE_GIVES_BOTH = "page-gives-both", "place"
    PAGE_GIVES_WORDS = "page-gives-words", "place"
    PAGE_GIVES_RECORD = "page-gives-record", "place"
    PAGE_READ_OTHERWISE = "page-read-otherwise", "place"
    PAGE_LOST = "page-lost", "why"
    PRINTED_SO = "printed-so"
    PRINTED_OTHERWISE = "printed-otherwise", "field", "value"
    NEWER_VERSION = "newer-version", "version", "change", "first_seen"


class OldCode(Code):
    """A reason of a record that an earlier Backfile stored: words alone, shown and never decided by."""

    IN_WORDS = "in-words", "words"


FAMILIES: tuple[type[Code], ...] = (
    KindCode,
    ClueCode,
    SettledCode,
    WindowCode,
    ArchiveCode,
    ThreadCode,
    DoubtCode,
    OldCode,
)
CODES: dict[str, Code] = {code: code for family in FAMILIES for code in family}
"""Every code that a stored record may have, by its name: no two families share one."""
