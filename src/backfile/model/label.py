"""What a block of a page is: in the body, in a named field, or furniture of a kind."""

from enum import StrEnum
from typing import NamedTuple


class BodyKind(StrEnum):
    """A block of the story's own text."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    """A block quotation or a pull quote that says what the text does not."""
    CAPTION = "caption"
    TABLE = "table"
    """A row of a table; cells joined by tabs."""
    EMBED = "embed"
    """A post of somebody else's shown in the story."""
    ENTRY_TIME = "entry-time"
    """The time that heads a live blog's entry."""
    PREFORMATTED = "preformatted"


class FieldKind(StrEnum):
    """A block that becomes a named field of the Story."""

    HEADLINE = "headline"
    KICKER = "kicker"
    DEK = "dek"
    BYLINE = "byline"
    STAMP = "stamp"
    CREDIT = "credit"
    PHOTO_CREDIT = "photo-credit"
    NOTE = "note"


class FurnitureKind(StrEnum):
    """A block kept out of the body: docs/words.md says what each is."""

    CALL_OUT = "call-out"
    ARCHIVE_NOTICE = "archive-notice"
    BROWSER_NOTICE = "browser-notice"
    COOKIE_NOTICE = "cookie-notice"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    SHARE = "share"
    ADVERT = "advert"
    COMMENTS = "comments"
    NAVIGATION = "navigation"
    PAYWALL = "paywall"
    AUTHOR_BIO = "author-bio"
    TAGS = "tags"
    PROMO = "promo"
    FOOTER = "footer"
    BYLINE_BOX = "byline-box"
    """What stands about the byline and is no byline: "Follow", "3 min read", "Listen"."""
    MEDIA = "media"
    """A player's or a picture viewer's own words."""
    REPLAY_BANNER = "replay-banner"
    """A web archive's toolbar, put over the page when it was replayed."""
    SECOND_STORY = "second-story"
    """Another story loaded under the first."""
    WIDGET = "widget"
    """A form, a poll, a weather box: a part of the page that does something."""
    OTHER = "other"


class RuleName(StrEnum):
    """The rule that said what a block is: label/rules.py has them in their order, and the page that shows each."""

    NO_RULE = "no-rule"
    """Where every rule that could speak was left out."""
    HEADLINE_BLOCK = "headline-block"
    MODEL_VOTE = "model-vote"
    OPENING_RUN = "opening-run"
    SHORT_PARTS = "short-parts"
    LONE_SUBHEADS = "lone-subheads"
    EMBEDDED_POST = "embedded-post"
    PRINTED_BEFORE = "printed-before"
    SECOND_STORY = "second-story"
    LIST_BELOW = "list-below"
    TEASERS_BELOW = "teasers-below"
    COMMENTS_BELOW = "comments-below"
    APPEAL_AT_END = "appeal-at-end"
    AUTHOR_NOTE = "author-note"
    SUMMARY_AT_HEAD = "summary-at-head"
    POINTS_AT_HEAD = "points-at-head"
    CREDITED_CAPTION = "credited-caption"
    ENTRY_TIME = "entry-time"

    LINE_RULES = "line-rules"
    """Any of those below that go by a line's own words (label/line_rules.py)."""
    FOLDED_BOX = "folded-box"
    BOX_NAME = "box-name"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    PREFORMATTED = "pre"
    BLOCKQUOTE = "blockquote"
    TABLE_CELL = "table-cell"
    PROSE = "prose"
    CAPTION = "caption"
    BY = "by"
    NAMED_BYLINE = "named-byline"
    DATED_LINE = "dated-line"
    NAME_BEFORE_BODY = "name-before-body"
    DEK_IN_HEAD = "dek-in-head"
    HEAD_ZONE = "head-zone"
    LONE_LINE_ABOVE_HEADLINE = "lone-line-above-headline"
    AGENCY_ALONE = "agency-alone"
    LINE_IN_HEADLINES_BOX = "line-in-headlines-box"
    KICKER_ABOVE_HEADLINE = "kicker-above-headline"
    CAPITALS_ABOVE_HEADLINE = "capitals-above-headline"
    ABOVE_HEADLINE = "above-headline"
    LINKS = "links"
    INSIDE_BODY = "inside-body"
    OUTSIDE_BODY = "outside-body"
    FIRST_LINE = "first-line"
    LINE_BEFORE_HEADLINE = "line-before-headline"
    AFTER_CAPTION = "after-caption"
    OPENING_WORDS = "opening-words"

    ARCHIVE_NOTICE = "archive-notice"
    BROWSER_NOTICE = "browser-notice"
    CALL_OUT = "call-out"
    COOKIE_NOTICE = "cookie-notice"
    NEWSLETTER_LINE = "newsletter-line"
    RELATED_LINE = "related-line"
    SHARE_LINE = "share-line"
    ADVERT_MARK = "advert-mark"
    FOLLOW_LINE = "follow-line"
    AFFILIATE_NOTE = "affiliate-note"
    TEMPLATE_MARK = "template-mark"
    EMBED_CONSENT = "embed-consent"
    VIDEO_TITLE = "video-title"
    STAMP_LINE = "stamp-line"
    PAYWALL_LINE = "paywall-line"
    COMMENTS_LINE = "comments-line"
    COPYRIGHT_LINE = "copyright-line"
    AUTHOR_LINE = "author-line"
    TAGS_LINE = "tags-line"
    READING_TIME = "reading-time"
    CORRECTION_NOTE = "correction-note"
    PRINT_NOTE = "print-note"
    HOW_MADE_NOTE = "how-made-note"
    CONTRIBUTED_CREDIT = "contributed-credit"
    PICTURE_CREDIT = "picture-credit"
    INITIALS_AND_AGENCY = "initials-and-agency"
    PRINT_CREDIT = "print-credit"


class Byline(NamedTuple):
    """A line that may name a story's writers, taken apart."""

    text: str
    """The line, with a bar where inline elements meet with nothing between: style sets them apart."""
    opening: str
    """How it begins as a byline does: "By ", "Ein Bericht von "; "" where it does not."""
    names: tuple[str, ...]
    """Whom it names, roles and desks among them still, without offices, places and stamps beside them."""


class Label(NamedTuple):
    """What a block is, the rule that says so, and what the rule read in it."""

    kind: BodyKind | FieldKind | FurnitureKind
    rule: RuleName
    read: Byline | None = None
    """Of a byline."""
