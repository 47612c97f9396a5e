"""What can date a story: the rules that find clues, by name (Evidence.rule), and the kinds of clue (Stamp.basis).

dates/precedence.py says which kind a rule's clues are, and what each is worth.
"""

from enum import StrEnum


class DateRule(StrEnum):
    """What a clue to a date is."""

    EXPORT_PUBLISHED = "export-published"
    VISIBLE_PUBLISHED = "visible-published"
    URL = "url"
    JSON_LD_STORY_PUBLISHED = "json-ld-story-published"
    META_PUBLISHED = "meta-published"
    MICRODATA_PUBLISHED = "microdata-published"
    TIME_PUBLISHED = "time-published"
    JSON_LD_PAGE_PUBLISHED = "json-ld-page-published"
    VISIBLE_BARE = "visible-bare"
    TIME_BARE = "time-bare"
    FEED_PUBLISHED = "feed-published"
    DATELINE = "dateline"
    NAMED_BOX = "named-box"
    AFTER_PUBLISHED = "after-published"
    TOLD_PUBLISHED = "told-published"
    SIGNED = "signed"
    META_DATE = "meta-date"
    JSON_LD_STORY_CREATED = "json-ld-story-created"
    JSON_LD_PAGE_CREATED = "json-ld-page-created"
    MICRODATA_CREATED = "microdata-created"
    EXPORT_UPDATED = "export-updated"
    JSON_LD_STORY_UPDATED = "json-ld-story-updated"
    META_UPDATED = "meta-updated"
    VISIBLE_UPDATED = "visible-updated"
    MICRODATA_UPDATED = "microdata-updated"
    TIME_UPDATED = "time-updated"
    JSON_LD_PAGE_UPDATED = "json-ld-page-updated"
    AFTER_UPDATED = "after-updated"
    TOLD_UPDATED = "told-updated"
    AFTER_BARE = "after-bare"
    ARCHIVIST = "archivist"
    """What an archivist said of the story's day."""


class Basis(StrEnum):
    """A kind of clue, or who else gave the date."""

    JSON_LD = "json-ld"
    META = "meta"
    MICRODATA = "microdata"
    TIME = "time"
    VISIBLE = "visible"
    URL = "url"
    EXPORT = "export"
    FEED = "feed"
    """A feed that named the story, as the crawler kept it beside the page."""
    DATELINE = "dateline"
    GIVEN = "given"
    """Who read a bare text said when it was published."""
    ARCHIVIST = "archivist"
    """An archivist settled it: the page does not give it, and Stamp.raw says who, when and why."""
    ARCHIVE = "archive"
    """A day of the archive's own reckoning, to be said as the stamps of pages are."""
