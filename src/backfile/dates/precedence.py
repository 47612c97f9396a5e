"""What each rule that finds clues to a date is worth: one table, which docs/dates.md prints."""

from typing import NamedTuple

from backfile.model.clue_rules import Basis, DateRule
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason


class Rule(NamedTuple):
    """A line of the table of precedence."""

    name: DateRule
    field: str
    """published | updated"""
    basis: Basis
    """Stamp.basis of what it decides."""
    what: str
    """What the clue is, for a reader."""


PRECEDENCE: tuple[Rule, ...] = (
    Rule(DateRule.EXPORT_PUBLISHED, "published", Basis.EXPORT, "the CMS export's own field"),
    Rule(
        DateRule.VISIBLE_PUBLISHED, "published", Basis.VISIBLE, "a stamp by the headline with a word such as Published"
    ),
    Rule(DateRule.URL, "published", Basis.URL, "a full day in the address, where no other clue is within a day of it"),
    Rule(DateRule.JSON_LD_STORY_PUBLISHED, "published", Basis.JSON_LD, "datePublished of the story's own JSON-LD node"),
    Rule(
        DateRule.META_PUBLISHED,
        "published",
        Basis.META,
        "a meta element named for publication (article:published_time and kin)",
    ),
    Rule(DateRule.MICRODATA_PUBLISHED, "published", Basis.MICRODATA, "itemprop datePublished in the story's region"),
    Rule(DateRule.TIME_PUBLISHED, "published", Basis.TIME, "a <time> element marked as publication"),
    Rule(DateRule.JSON_LD_PAGE_PUBLISHED, "published", Basis.JSON_LD, "datePublished of the page's JSON-LD node"),
    Rule(DateRule.VISIBLE_BARE, "published", Basis.VISIBLE, "a stamp by the headline with no word beside it"),
    Rule(DateRule.TIME_BARE, "published", Basis.TIME, "a <time> element by the headline"),
    Rule(
        DateRule.FEED_PUBLISHED,
        "published",
        Basis.FEED,
        "the entry of a feed that names the address (docs/evidence.md)",
    ),
    Rule(
        DateRule.SITEMAP_PUBLISHED,
        "published",
        Basis.SITEMAP,
        "news:publication_date of a news sitemap that names the address",
    ),
    Rule(DateRule.DATELINE, "published", Basis.DATELINE, "a day with its year at the head of the text"),
    Rule(
        DateRule.FRONT_PUBLISHED,
        "published",
        Basis.FRONT,
        "the only day beside the link in a list of stories on another page",
    ),
    Rule(
        DateRule.NAMED_BOX,
        "published",
        Basis.VISIBLE,
        "a stamp alone in a box named for one, where nothing above it is found",
    ),
    Rule(
        DateRule.AFTER_PUBLISHED,
        "published",
        Basis.VISIBLE,
        "a stamp just after the text with a word such as Published",
    ),
    Rule(
        DateRule.TOLD_PUBLISHED,
        "published",
        Basis.VISIBLE,
        "a sentence about the story, or a line away from the headline that says Published",
    ),
    Rule(DateRule.SIGNED, "published", Basis.VISIBLE, "a day that ends a signature, the last line of the text"),
    Rule(DateRule.META_DATE, "published", Basis.META, "a meta element named date, created or issued"),
    Rule(DateRule.JSON_LD_STORY_CREATED, "published", Basis.JSON_LD, "dateCreated of the story's own JSON-LD node"),
    Rule(DateRule.JSON_LD_PAGE_CREATED, "published", Basis.JSON_LD, "dateCreated of the page's JSON-LD node"),
    Rule(DateRule.MICRODATA_CREATED, "published", Basis.MICRODATA, "itemprop dateCreated in the story's region"),
    Rule(DateRule.EXPORT_UPDATED, "updated", Basis.EXPORT, "the CMS export's field of the last change"),
    Rule(DateRule.JSON_LD_STORY_UPDATED, "updated", Basis.JSON_LD, "dateModified of the story's own JSON-LD node"),
    Rule(
        DateRule.META_UPDATED,
        "updated",
        Basis.META,
        "a meta element named for the last change (article:modified_time and kin)",
    ),
    Rule(DateRule.VISIBLE_UPDATED, "updated", Basis.VISIBLE, "a stamp by the headline with a word such as Updated"),
    Rule(DateRule.MICRODATA_UPDATED, "updated", Basis.MICRODATA, "itemprop dateModified in the story's region"),
    Rule(DateRule.TIME_UPDATED, "updated", Basis.TIME, "a <time> element marked as the last change"),
    Rule(DateRule.JSON_LD_PAGE_UPDATED, "updated", Basis.JSON_LD, "dateModified of the page's JSON-LD node"),
    Rule(DateRule.AFTER_UPDATED, "updated", Basis.VISIBLE, "a stamp just after the text with a word such as Updated"),
    Rule(DateRule.TOLD_UPDATED, "updated", Basis.VISIBLE, "a sentence about the story that says when it was changed"),
    Rule(DateRule.FEED_UPDATED, "updated", Basis.FEED, "the last change in the entry of a feed"),
    Rule(
        DateRule.SITEMAP_UPDATED, "updated", Basis.SITEMAP, "lastmod of a sitemap, where most addresses do not share it"
    ),
)
"""The first rule with a usable clue decides the day; the others are kept as evidence."""

NEVER: dict[DateRule, Reason] = {DateRule.AFTER_BARE: ClueCode.AFTER_TEXT.of()}
"""Rules whose clues are shown and never used, with the reason."""

RULES = {rule.name: rule for rule in PRECEDENCE}
RANKS = {rule.name: rank for rank, rule in enumerate(PRECEDENCE)}
