"""The rules by which the blocks of a page are labelled, in their order. `label_page` goes through them; nothing else does.

First the story's text is found: STORY_RULES look at the whole page, one after the other, and mark blocks. Then each block that
has no label yet gets one: of BLOCK_RULES, those for where it stands, the first that has something to say. SETTLING_RULES
look at the labels once more. A page of plain text has TEXT_RULES in place of BLOCK_RULES.

Each rule has the page or case that shows it: without the rule that page comes out otherwise (tests/label/test_rules.py).
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from backfile.label import body_rules as body
from backfile.label import head_rules as head
from backfile.label import outside_rules as outside
from backfile.label import plain_text as text
from backfile.label.body_blocks import points_at_head
from backfile.label.comments_below import comments_below
from backfile.label.credited_captions import credited_captions
from backfile.label.draft import Draft
from backfile.label.embedded_posts import embedded_posts
from backfile.label.headline_block import headline_block
from backfile.label.lists_below import list_below, teasers_below
from backfile.label.live_entries import entry_times
from backfile.label.model_vote import model_vote
from backfile.label.notes_at_end import appeal_at_end, author_note
from backfile.label.opening_run import opening_run
from backfile.label.second_story import label_second_story, second_story
from backfile.label.settling import after_caption, opening_words
from backfile.label.short_parts import lone_subheads, printed_before, short_parts
from backfile.label.summary_at_head import summary_at_head
from backfile.model.label import Label
from backfile.model.label import RuleName as R
from backfile.model.page import Block


class Where(StrEnum):
    """Where a block stands."""

    ABOVE = "before the headline"
    HEAD = "between the headline and the body's first block"
    BODY = "of the body"
    INSIDE = "among the body's blocks, and none of them"
    BELOW = "after the body's last block"


_ALL = frozenset(Where)
_BODY = frozenset((Where.BODY,))
_HEAD = frozenset((Where.HEAD,))
_ABOVE = frozenset((Where.ABOVE,))
_INSIDE = frozenset((Where.INSIDE,))
_BELOW = frozenset((Where.BELOW,))
_OUT = _ABOVE | _INSIDE | _BELOW


class StoryRule(NamedTuple):
    """A rule that looks at the whole page and marks blocks of it."""

    name: R
    run: Callable[[Draft], None]
    shown_by: str
    """The folder under tests/pages whose page comes out otherwise without the rule."""
    of_scripts: bool = True
    """False where it is not run on a story that a script holds."""


class BlockRule(NamedTuple):
    """A rule that looks at one block."""

    name: R
    where: frozenset[Where]
    says: Callable[[Draft, int, Block], Label | None]
    shown_by: str


class SettlingRule(NamedTuple):
    """A rule that looks at the labels that all blocks have."""

    name: R
    run: Callable[[Draft, list[Label]], None]
    shown_by: str


STORY_RULES: tuple[StoryRule, ...] = (
    StoryRule(R.SECOND_STORY, second_story, "second-story", of_scripts=False),
    StoryRule(R.OPENING_RUN, opening_run, "opening-before-a-list", of_scripts=False),
    StoryRule(R.MODEL_VOTE, model_vote, "lead-called-teaser-text", of_scripts=False),
    StoryRule(R.EMBEDDED_POST, embedded_posts, "post-in-the-story", of_scripts=False),
    StoryRule(R.CREDITED_CAPTION, credited_captions, "captions-in-plain-paragraphs", of_scripts=False),
    StoryRule(R.SHORT_PARTS, short_parts, "linked-subheads", of_scripts=False),
    StoryRule(R.LONE_SUBHEADS, lone_subheads, "lines-below-the-text", of_scripts=False),
    StoryRule(R.PRINTED_BEFORE, printed_before, "printed-twice", of_scripts=False),
    StoryRule(R.LIST_BELOW, list_below, "lists-below-the-text", of_scripts=False),
    StoryRule(R.TEASERS_BELOW, teasers_below, "teasers-with-summaries-below", of_scripts=False),
    StoryRule(R.COMMENTS_BELOW, comments_below, "comments-under-no-name", of_scripts=False),
    StoryRule(R.APPEAL_AT_END, appeal_at_end, "appeal-after-the-text", of_scripts=False),
    StoryRule(R.AUTHOR_NOTE, author_note, "note-on-the-writer"),
    StoryRule(R.SUMMARY_AT_HEAD, summary_at_head, "lead-called-teaser-text"),
    StoryRule(R.POINTS_AT_HEAD, points_at_head, "points-at-head"),
    StoryRule(R.ENTRY_TIME, entry_times, "live-blog-with-an-opening"),
    StoryRule(R.HEADLINE_BLOCK, headline_block, "capitals-above-the-headline"),
)

BLOCK_RULES: tuple[BlockRule, ...] = (
    BlockRule(R.FOLDED_BOX, _ALL, outside.folded_box, "wayback-toolbar"),
    BlockRule(R.HEADING, _BODY, body.heading, "linked-subheads"),
    BlockRule(R.PREFORMATTED, _BODY, body.preformatted, "figures-in-columns"),
    BlockRule(R.LIST_ITEM, _BODY, body.list_item, "linked-subheads"),
    BlockRule(R.BLOCKQUOTE, _BODY, body.blockquote, "pull-quote"),
    BlockRule(R.TABLE_CELL, _BODY, body.table_cell, "figures-in-columns"),
    BlockRule(R.PROSE, _BODY, body.prose, "capitals-above-the-headline"),
    BlockRule(R.LINE_RULES, _HEAD, head.line_in_head, "correction-note"),
    BlockRule(R.BOX_NAME, _HEAD, head.box_in_head, "gallery"),
    BlockRule(R.CAPTION, _HEAD, head.caption_in_head, "figure-with-its-photographer"),
    BlockRule(R.BY, _HEAD, head.by, "capitals-above-the-headline"),
    BlockRule(R.NAMED_BYLINE, _HEAD, head.named_byline, "staff-line"),
    BlockRule(R.POINTS_AT_HEAD, _HEAD, head.points_in_head, "points-over-the-byline"),
    BlockRule(R.DATED_LINE, _HEAD, head.dated_line, "br-br-in-td"),
    BlockRule(R.NAME_BEFORE_BODY, _HEAD, head.name_before_body, "figure-with-its-photographer"),
    BlockRule(R.DEK_IN_HEAD, _HEAD, head.dek_in_head, "figure-with-its-photographer"),
    BlockRule(R.HEAD_ZONE, _HEAD, head.head_zone, "front-of-cards"),
    BlockRule(R.BOX_NAME, _OUT, outside.believed_box, "author-bio"),
    BlockRule(R.LINE_RULES, _OUT, outside.line_outside, "bare-divs"),
    BlockRule(R.CAPTION, _OUT, outside.caption_outside, "numbered-paragraphs"),
    BlockRule(R.LONE_LINE_ABOVE_HEADLINE, _ABOVE, outside.lone_line_above_headline, "lines-above-the-headline"),
    BlockRule(R.BOX_NAME, _OUT, outside.doubted_box, "brief-of-short-lines"),
    BlockRule(R.AGENCY_ALONE, _ABOVE | _BELOW, outside.agency_alone, "figure-with-its-photographer"),
    BlockRule(R.KICKER_ABOVE_HEADLINE, _ABOVE, outside.kicker_above_headline, "lines-above-the-headline"),
    BlockRule(R.LINE_IN_HEADLINES_BOX, _ABOVE, outside.line_in_headlines_box, "kicker-in-the-headlines-box"),
    BlockRule(R.CAPITALS_ABOVE_HEADLINE, _ABOVE, outside.capitals_above_headline, "capitals-above-the-headline"),
    BlockRule(R.ABOVE_HEADLINE, _ABOVE, outside.above_headline, "bare-divs"),
    BlockRule(R.LINKS, _INSIDE | _BELOW, outside.links, "br-br-in-td"),
    BlockRule(R.NAMED_BYLINE, _INSIDE | _BELOW, outside.byline_outside, "lines-below-the-text"),
    BlockRule(R.INSIDE_BODY, _INSIDE, outside.inside_body, "heading-of-the-next-box"),
    BlockRule(R.OUTSIDE_BODY, _BELOW, outside.outside_body, "heading-of-the-next-box"),
)

TEXT_RULES: tuple[BlockRule, ...] = (
    BlockRule(R.FIRST_LINE, _ALL, text.first_line, "lines-above-a-plain-headline"),
    BlockRule(R.LINE_RULES, _ALL, text.line_in_text, "station-plain-text"),
    BlockRule(R.LINE_BEFORE_HEADLINE, _ABOVE, text.line_before_headline, "lines-above-a-plain-headline"),
    BlockRule(R.BY, _HEAD, text.by, "lines-above-a-plain-headline"),
    BlockRule(R.DATED_LINE, _HEAD, text.dated_line, "lines-above-a-plain-headline"),
    BlockRule(R.PROSE, _ALL, body.prose, "lines-above-a-plain-headline"),
)

SETTLING_RULES: tuple[SettlingRule, ...] = (
    SettlingRule(R.SECOND_STORY, label_second_story, "second-story"),
    SettlingRule(R.AFTER_CAPTION, after_caption, "figure-with-its-photographer"),
    SettlingRule(R.OPENING_WORDS, opening_words, "live-blog-with-an-opening"),
)
