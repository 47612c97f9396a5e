"""Stamps as a page prints them: by the headline, after the text, at its head, in a box named for them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backfile.dates.clue import Clue, Reader
from backfile.dates.cue_words import (
    IS_LABEL,
    NOT_THE_STORY,
    OF_AN_EVENT,
    OF_ANOTHER_DAY,
    OF_STATE,
    field_after,
    field_of,
)
from backfile.dates.parse_stamp import WITH_A_YEAR, ParsedStamp
from backfile.dates.stamp_faults import CITED, HEADS_NOTE, fault_of_words
from backfile.dates.stamp_region import Region
from backfile.late_pattern import late
from backfile.lexicon.byline_openings import BY_WORDS, ENDS_AS_BYLINE, STARTS_AS_BYLINE
from backfile.model.clue_rules import DateRule
from backfile.model.page import Block, Page
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason
from backfile.page.box_fields import BoxField, says

_LONGEST_NAMED = 100
_LONGEST_LABEL = 30
_SHORTEST_TITLE = 25
_AFTER_NAMED = 4
_LONGEST_AROUND = 110
_LONGEST_BEFORE = 50
_MOST_WORDS = 5
_LONGEST_TAIL = 30
_LONGEST_BYLINE = 12
# " | " between a headline and the site's name
_TITLE_MARK = late(r"\s[|–—-]\s")
_SEPARATOR = late(r"[|·•/—–:]")
# running words before a stamp: "ist Coverstar im", "tritt heute ihren Job"; not "Von Juliane Rohr", "by Jane Roe on"
_RUNNING = late(r"(?:\b[a-zà-öø-ÿа-яα-ω]{2,}\s+){3,}|[.!?]\s+[A-Z]")
# a sentence going on: "zum Vorstand bestellt"; not "| 4 min read", "by Jane Roe", "at 4 pm"
_GOES_ON = late(rf"(?!(?:{'|'.join(BY_WORDS)}|um|at|à)\b)[a-zà-öø-ÿа-яα-ω]{{2,}}\s+\w")
_LONGEST_DATELINE = 70
# "HARTFORD", "New York, N.Y.", "Frankfurt am Main"; not "On a cold morning"
_PLACE_WORDS = late(
    r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w.'’-]*(?:,?\s(?:[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w.'’-]*|am|an|der|de|la|du|sur|upon)){0,4}[,.:]?"
)
# a number in the first words, and what may part it from the text: "HARTFORD, Feb. 23, 2017 –"; not "In 2017 the mill was"
_HEAD_WITH_A_DAY = late(r"(?:[^\s\d]++\s){0,7}+[^\s\d]*+\d.{0,20}?\s?(?:[).]|\s?[-–—:|/„\"“«(])")
_PRESS_RELEASE = late(
    r"(?:presse(?:mitteilung|information|meldung)|(?:press|news) release|communiqué(?: de presse)?|comunicado(?: de prensa)?|comunicato(?: stampa)?|persbericht)"
    r"(?:\s(?:vom|of|from|du|del|van))?",
    re.I,
)
_AFTER_DATELINE = late(r"\s?[).]?\s?(?:[-–—:|/„\"“«(]|\.\s)|\)\s")
_DIGIT = late(r"\d")
# the story on itself: "This article was originally published on 26 Sep 2019 but has been updated"; not "... in the Post"
_SAYS_BOTH = late(
    r"(?:this|the) (?:article|story|post|page|piece)\b.{0,30}\b(?:originally|first) published (?:on|in)\b.*\bupdated\b",
    re.I,
)
# the story in another paper: "first appeared in the Ledger on ", "originally published by Ann Roe's blog on "; not "originally published on "
_OF_A_REPRINT = late(
    r"\b(?:first|originally) (?:published|appeared|ran|printed) (?:in|by|at)\b|\b(?:reprinted|republished) from\b", re.I
)
_BY_HEADLINE = {
    "published": DateRule.VISIBLE_PUBLISHED,
    "updated": DateRule.VISIBLE_UPDATED,
    None: DateRule.VISIBLE_BARE,
}
_AFTER_TEXT = {"published": DateRule.AFTER_PUBLISHED, "updated": DateRule.AFTER_UPDATED, None: DateRule.AFTER_BARE}
TOLD = {"published": DateRule.TOLD_PUBLISHED, "updated": DateRule.TOLD_UPDATED}
"""The rule of a stamp by the field that the words beside it name."""
_DASH = late(r"\s*[-–—]\s*")


def printed_clues(page: Page, region: Region, read: Reader) -> Iterator[Clue]:
    """The stamps printed in the story's region, the likeliest block first."""
    for at in region.stamp_blocks():
        block = page.blocks[at]
        text = block.spaced if at != region.headline_at else _after_title(block.spaced, page)
        since = 0
        stamps = read.all(text)
        after = _fields_after(page.blocks, at, stamps) if stamps else ()
        for number, stamp in enumerate(stamps):
            before = _unlinked(block, text, since, stamp.start) if block.links else text[since : stamp.start]
            if since == 0 and not before.strip():
                before = label_before(page.blocks, at)
            field = after[number] if after else field_of(before)
            if since > 0 and field is None and OF_STATE.search(before):
                field = "updated"
            clue = _visible(text, before, stamp, _Beside(field, _place_of(at, region), region.is_named(at)))
            why_not = clue.why_not or _fault_of_place(clue, at, region)
            if since > 0 and _DASH.fullmatch(text, since, stamp.start):
                why_not = ClueCode.OF_SPAN.of()
            since = stamp.end
            yield clue._replace(why_not=why_not, stands=region.stands(at))


def _after_title(text: str, page: Page) -> str:
    """What a headline's block says after what the page calls itself: "Ferry stops 5 May 2016" under <title>Ferry stops</title>."""
    said = (part for title in page.titles for part in (title.text, *_TITLE_MARK.split(title.text)))
    return text[max((len(part) for part in said if text.startswith(part)), default=0) :].strip()


def _fields_after(blocks: Sequence[Block], at: int, stamps: Sequence[ParsedStamp]) -> tuple[str | None, ...]:
    """The fields of a line's stamps by the words after them; empty where its words stand before their stamps.

    A line says what its stamps are before each of them or after each of them: "3 May published, 5 May updated". A word at
    its end may also head the stamp of the next line.
    """
    block = blocks[at]
    text = block.spaced
    tail = _unlinked(block, text, stamps[-1].end, len(text)) if block.links else text[stamps[-1].end :]
    if field_after(tail) is None or field_of(text[: stamps[0].start]) is not None:
        return ()
    if at + 1 < len(blocks) and len(blocks[at + 1].text) < _LONGEST_LABEL and WITH_A_YEAR.search(blocks[at + 1].text):
        return ()
    ends = [stamp.start for stamp in stamps[1:]]
    segments = [text[stamp.end : end] for stamp, end in zip(stamps, ends, strict=False)]
    return (*map(field_after, segments), field_after(tail))


def _place_of(at: int, region: Region) -> str:
    """ "head", "body" (in the text, or between its parts) or "after"."""
    place = region.place_of(at)
    is_in_body = at in region.body or (place == "head" and 0 <= region.first < at)
    return "body" if is_in_body and not region.is_named(at) else place


def _fault_of_place(clue: Clue, at: int, region: Region) -> Reason | None:
    if clue.rule == DateRule.VISIBLE_BARE and region.is_in_prose(at):
        return ClueCode.IN_TEXT.of()
    if clue.rule == DateRule.VISIBLE_BARE and (at in region.of_events or region.is_serving_clock(at, clue.stamp)):
        return ClueCode.OF_EVENT.of() if at in region.of_events else ClueCode.SERVED.of()
    return ClueCode.OF_EVENT.of() if is_of_an_event(region.page.blocks, at) else None


def _unlinked(block: Block, text: str, since: int, until: int) -> str:
    """text[since:until] without the links that end in it: a link's words are a title's, and no cue."""
    kept = []
    for link in block.links:
        start, end = (at + sum(seam <= at for seam in block.seams) for at in (link.start, link.end))
        if since <= start and end <= until:
            kept.append(text[since:start])
            since = end
    kept.append(text[since:until])
    return " ".join(kept)


def is_of_an_event(blocks: Sequence[Block], at: int) -> bool:
    """Whether a time or a place stands labelled in one of the two blocks on either side."""
    return any(":" in block.text and OF_AN_EVENT.match(block.text) for block in blocks[max(0, at - 2) : at + 3])


def label_before(blocks: Sequence[Block], at: int) -> str:
    """The block before, where it is a label: a few words that stand for the next block and for nothing else."""
    if at <= 0 or at > len(blocks) or len(blocks[at - 1].text) > _LONGEST_LABEL:
        return ""
    label = blocks[at - 1].text.rsplit("|", 1)[-1].strip()
    if at > 1 and _is_title_of_another(blocks[at - 2]):
        return ""
    return label if IS_LABEL.match(label) or OF_ANOTHER_DAY.match(label) else ""


def _is_title_of_another(block: Block) -> bool:
    """Whether a block is a link of some length: the title of another story, whose label and stamp follow it."""
    return block.tag != "h1" and len(block.text) > _SHORTEST_TITLE and block.linked * 2 > len(block.text)


def find_named_stamp(page: Page, region: Region, read: Reader) -> Clue | None:
    """A stamp alone in a box that is named for one ("post-date", "submitted"), anywhere in the story's region."""
    for at in range(region.start, min(region.end + _AFTER_NAMED, len(page.blocks))):
        block = page.blocks[at]
        if len(block.text) > _LONGEST_NAMED or not _DIGIT.search(block.text) or region.is_elsewhere(block.box):
            continue
        box = page.boxes[block.box]
        if not says(box.name, BoxField.STAMP_ALONE) and not (
            box.parent > 0 and says(page.boxes[box.parent].name, BoxField.STAMP_ALONE)
        ):
            continue
        text = block.spaced
        stamps = read.all(text)
        if stamps and stamps[0].day is not None and _stands_alone(text, stamps[0]):
            before = text[: stamps[0].start]
            field = field_of(before) or field_after(text[stamps[0].end :])
            clue = _visible(text, before, stamps[0], _Beside(field, "head", is_named=True))
            if clue.rule == DateRule.VISIBLE_BARE:
                return clue._replace(rule=DateRule.NAMED_BOX)
    return None


class _Beside(NamedTuple):
    """What a stamp's line and place say of it."""

    field: str | None
    """published | updated, by the words beside it."""
    place: str
    """head | body | after"""
    is_named: bool
    """True where its block is labelled as a stamp or a byline."""


def _visible(text: str, before: str, stamp: ParsedStamp, beside: _Beside) -> Clue:
    field, place, is_named = beside
    why_not = fault_of_words(text, before, field, stamp)
    if (
        why_not is None
        and field is None
        and (_runs_on(text[: stamp.start]) if is_named else not _stands_alone(text, stamp))
    ):
        why_not = ClueCode.IN_SENTENCE.of()
    rule = _BY_HEADLINE[field]
    is_alone = field is not None or _is_alone(before)
    if _SAYS_BOTH.match(text) and field == "published":
        return Clue(rule, "visible", text[:160], stamp, why_not, is_alone=is_alone)
    if field == "published" and _OF_A_REPRINT.search(text[: stamp.start]):
        return Clue(TOLD[field], "visible", text[:160], stamp, why_not)
    if place == "after":
        rule = _AFTER_TEXT[field]
        why_not = why_not or (ClueCode.OF_REVIEW.of() if CITED.search(text) else None)
    elif place == "body" and field is not None:
        why_not = why_not or (ClueCode.IN_SENTENCE.of() if len(text) - stamp.end > _LONGEST_TAIL else None)
        rule = TOLD[field]
    return Clue(rule, "visible", text[:160], stamp, why_not, is_alone=is_alone)


def _is_alone(before: str) -> bool:
    """Whether no label of another meaning, and no title, stands before a stamp: "Harbor | By Ann Roe | "; not "Opening night: "."""
    before = before.strip()
    return STARTS_AS_BYLINE.match(before) is not None or not (
        before.endswith((":", "(")) or len(_SEPARATOR.split(before)[-1].split()) > _MOST_WORDS
    )


def _runs_on(before: str) -> bool:
    """Whether the words before a stamp are a sentence or a caption rather than a byline."""
    if STARTS_AS_BYLINE.match(before):
        return len(before.split()) > _LONGEST_BYLINE
    if ENDS_AS_BYLINE.search(before):
        return False
    if _RUNNING.search(before):
        return True
    return len(before.split()) > _MOST_WORDS and not _SEPARATOR.search(before)


def dateline_clues(page: Page, region: Region, read: Reader) -> Iterator[Clue]:
    """A day with its year at the head of the text, or of the dek: "Karlsruhe, (12.11.2021). ...", "27.1.2022 - ..."."""
    for at in (*region.under_headline(), *region.first_of_body(2)):
        text = page.blocks[at].text
        if len(text) < _LONGEST_DATELINE or not _DIGIT.search(text, 0, _LONGEST_DATELINE):
            continue
        if not (WITH_A_YEAR.search(text, 0, _LONGEST_DATELINE) and _HEAD_WITH_A_DAY.match(text)):
            continue
        stamps = read.all(text[:_LONGEST_DATELINE])
        if stamps and stamps[0].kind == "full" and _heads_the_text(text, stamps[0]):
            yield Clue(DateRule.DATELINE, "dateline", text[: stamps[0].end], stamps[0])


def _heads_the_text(text: str, stamp: ParsedStamp) -> bool:
    before = text[: stamp.start].strip(" (,–—-/|")
    if not _AFTER_DATELINE.match(text, stamp.end):
        return False
    if not before or _PRESS_RELEASE.fullmatch(before):
        return True
    is_note = field_of(before) == "updated" or NOT_THE_STORY.is_in(before) or HEADS_NOTE.search(before) is not None
    return not is_note and _PLACE_WORDS.fullmatch(before) is not None


def _stands_alone(text: str, stamp: ParsedStamp) -> bool:
    """Whether the stamp is the line's own matter, not a day told in a sentence or a caption."""
    before, after = text[: stamp.start].strip(), text[stamp.end :].strip()
    if not before and not after:
        return True
    if before and _GOES_ON.match(after):
        return False
    if len(before) + len(after) > _LONGEST_AROUND:
        return False
    if stamp.kind == "relative" or stamp.precision in ("month", "year"):
        return len(before) < 12
    return not before or (len(before) < _LONGEST_BEFORE and not _runs_on(before + " "))
