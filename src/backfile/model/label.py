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


class Label(NamedTuple):
    """What a block is, and the rule that says so."""

    kind: BodyKind | FieldKind | FurnitureKind
    rule: str


POINTS_AT_HEAD = "points-at-head"
"""The rule of blocks that together are the dek: a list that sums the story up before its first paragraph."""
