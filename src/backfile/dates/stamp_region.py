"""Where on a page a stamp of the story can stand: from just above its headline to just after its text."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property

from backfile.dates.cue_words import READERS
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.relative_stamps import looks_past
from backfile.dates.time_zones import OFFSETS_IN_USE
from backfile.model.label import BodyKind, FieldKind
from backfile.model.labelled_page import LabelledPage
from backfile.page.box_fields import BoxField, says

_ABOVE_HEADLINE = 10
_OVER_HEADLINE = 3
_WITHOUT_HEADLINE = 12
_AFTER_BODY = 6
_INTO_BODY = 3
_LONGEST_HEAD = 20
_JUST_UNDER = 3
_PROSE = 80
_FIRST_BLOCKS = 6
_LONGEST_HEADING = 30
_LONGEST_STAMP_LINE = 240
_LONGEST_IN_BODY = 90
_LONGEST_DATED_CAPTION = 60
_TO_THE_MINUTE = len("2017-02-23T16:47")
_SERVING = 2
"""Minutes between the clock on a page and the capture's, for the way there and clocks that differ."""
OTHER_DAYS = frozenset(
    "startdate enddate doortime validfrom validthrough expires birthdate deathdate foundingdate availabilitystarts availabilityends "
    "pricevaliduntil dtstart dtend".split()
)
"""Properties of schema.org, and classes of hCalendar, for days that are no story's."""
_DIGIT = re.compile(r"\d")
_ELSEWHERE = (BoxField.OTHERS, BoxField.SIDEBAR, BoxField.SITE)
"""Boxes whose stamps are other stories' or the site's."""


def heads_readers(text: str) -> bool:
    """Whether a line is the heading of the readers' comments: "Comments", "12 Kommentare"."""
    return len(text) < _LONGEST_HEADING and text.strip(" :()0123456789").lower() in READERS


class Region:
    """The story's blocks and what surrounds them."""

    def __init__(self, labelled: LabelledPage) -> None:
        self.page = labelled.page
        body = labelled.body
        self.named = sorted((*labelled.of(FieldKind.STAMP), *labelled.of(FieldKind.BYLINE)))
        self.is_named = frozenset(self.named).__contains__
        """The blocks that the labels call a stamp or a byline."""
        self.body = frozenset(body)
        words = (at for at in body if labelled.labels[at].kind is not BodyKind.CAPTION)
        self.first = next(words, body[0] if body else -1)
        """Where the text begins: a picture and its caption may stand above the stamp."""
        self.last = body[-1] if body else -1
        self.headline_at = labelled.top
        anchors = [at for at in (self.headline_at, self.first) if at >= 0] or self.named[:1]
        start = min(anchors) if anchors else 0
        reach = _ABOVE_HEADLINE if self.headline_at >= 0 else _WITHOUT_HEADLINE
        self.start = max(0, start - reach)
        self.end = self._end_after(max(self.last, start) + 1)
        self._around_headline = self._add_around(self.headline_at, set())
        self._own = self._own_boxes()
        self._elsewhere: dict[int, bool] = dict.fromkeys(self._own, False)

    @cached_property
    def of_events(self) -> frozenset[int]:
        """The blocks that hold a time which microdata call an event's, an offer's or a life's."""
        return frozenset(mark.block for mark in self.page.times if mark.itemprop in OTHER_DAYS)

    def is_serving_clock(self, at: int, stamp: ParsedStamp | None) -> bool:
        """Whether a stamp is a masthead's clock: the moment of the capture, where it does not stand under a headline."""
        captured_at = self.page.capture.captured_at
        if captured_at is None or stamp is None or len(stamp.value) < _TO_THE_MINUTE or self.is_under_headline(at):
            return False
        told = datetime.fromisoformat(stamp.value)
        apart = (told.replace(tzinfo=told.tzinfo or UTC) - captured_at).total_seconds() / 60
        offset = 15 * round(apart / 15)
        return abs(apart - offset) <= _SERVING and (offset in OFFSETS_IN_USE if told.tzinfo is None else offset == 0)

    def _end_after(self, text_end: int) -> int:
        """A few blocks after the text, and no further than the heading of the readers' comments."""
        blocks = self.page.blocks
        end = min(len(blocks), text_end + _AFTER_BODY)
        return next((at for at in range(text_end, end) if heads_readers(blocks[at].text)), end)

    def holds(self, block: int, box: int) -> bool:
        """Whether a mark at `block` in `box` stands in the story's region."""
        if not self.start <= block < self.end:
            return False
        if block < self.headline_at:
            if self._stands_over_headline(block, box):
                return True
            if not self._shares_headline_box(box):
                return False
        return self.is_under_headline(block) or not self.is_elsewhere(box)

    def _shares_headline_box(self, box: int) -> bool:
        """Whether a box in the page's body holds both this one and the headline: none holds a masthead and a headline,
        but for the table that old pages lay all of themselves out in."""
        boxes = self.page.boxes
        while box >= 0 and boxes[box].tag not in ("html", "body"):
            if box in self._around_headline:
                return boxes[box].tag not in ("table", "tbody", "tr") or self._is_in_cell(boxes[box].parent)
            box = boxes[box].parent
        return False

    def _is_in_cell(self, box: int) -> bool:
        boxes = self.page.boxes
        while box >= 0:
            if boxes[box].tag in ("td", "th"):
                return True
            box = boxes[box].parent
        return False

    def _stands_over_headline(self, at: int, box: int) -> bool:
        """Whether a block is one of the few right above the headline, in the box that holds it."""
        parent = self.page.boxes[box].parent
        return (
            self.headline_at - at <= _OVER_HEADLINE
            and parent in self._around_headline
            and self.page.boxes[parent].tag not in ("html", "body")
        )

    def is_under_headline(self, at: int) -> bool:
        """Whether a block stands between headline and text: nothing else's stamp does, whatever its box is called."""
        if not 0 <= self.headline_at < at:
            return False
        if at <= self.first and self.first - self.headline_at < _LONGEST_HEAD:
            return True
        is_near = at - self.headline_at <= _JUST_UNDER and at < len(self.page.blocks)
        return is_near and says(self.page.boxes[self.page.blocks[at].box].name, BoxField.STAMP_ALONE)

    def under_headline(self) -> range:
        """The blocks between the headline and the text."""
        return (
            range(self.headline_at + 1, self.first)
            if 0 <= self.headline_at < self.first - 1 < self.headline_at + _LONGEST_HEAD
            else range(0)
        )

    def is_in_prose(self, at: int) -> bool:
        """Whether a block stands after two paragraphs of the text (one may be a dek), in no box named for a stamp."""
        blocks, boxes = self.page.blocks, self.page.boxes
        if not 0 <= self.first < at - 1 or self.is_named(at) or says(boxes[blocks[at].box].name, BoxField.STAMP_ALONE):
            return False
        prose = (
            n in self.body and len(blocks[n].text) > _PROSE and blocks[n].tag != "figcaption"
            for n in range(self.first, at)
        )
        return sum(prose) > 1

    def first_of_body(self, most: int) -> list[int]:
        """The first blocks of the text."""
        return (
            [at for at in range(self.first, self.first + _FIRST_BLOCKS) if at in self.body][:most] if self.body else []
        )

    def stands(self, at: int) -> str:
        """ "over" the headline, "under" it and before the text, or ""."""
        return "over" if at < self.headline_at else "under" if self.is_under_headline(at) else ""

    def place_of(self, at: int) -> str:
        """ "head" between headline and text, "after" the text's end."""
        return "after" if self.last >= 0 and at > self.last and not self.is_named(at) else "head"

    def stamp_blocks(self) -> Iterator[int]:
        """Blocks that may print a stamp, the likeliest first.

        From the headline down to the text, above the headline going up, after the text; those that the labels name
        stand first in each stretch.
        """
        is_captured = self.page.capture.captured_at is not None
        blocks = self.page.blocks
        for stretch in self._stretches():
            within = frozenset(stretch)
            named = [at for at in self.named if at in within]
            for at in [*named, *(at for at in stretch if not self.is_named(at))] if named else stretch:
                block = blocks[at]
                text = block.text
                if len(text) > (_LONGEST_IN_BODY if at in self.body else _LONGEST_STAMP_LINE):
                    continue
                if not _DIGIT.search(text) and not (is_captured and looks_past(text)):
                    continue
                is_caption = block.tag == "figcaption" or "caption" in self.page.boxes[block.box].name
                if is_caption and not (len(block.text) < _LONGEST_DATED_CAPTION and block.text[:1].isdigit()):
                    continue
                if self.is_named(at) or self.holds(at, block.box):
                    yield at

    def _stretches(self) -> Iterator[Sequence[int]]:
        head_end = min(self.end, self.first + _INTO_BODY if self.first >= 0 else self.start + 30)
        below = range(self.headline_at, head_end) if self.headline_at >= 0 else range(head_end, head_end)
        yield below
        yield range(below.start - 1, self.start - 1, -1)
        yield range(max(self.last + 1, head_end), self.end)
        yield [at for at in self.named if not self.start <= at < self.end or head_end <= at <= self.last]

    def _own_boxes(self) -> set[int]:
        """The boxes around the headline and around the text: whatever they are called, they hold the story."""
        own = set(self._around_headline)
        for at in (self.first, self.last, *self.named):
            self._add_around(at, own)
        return own

    def _add_around(self, at: int, found: set[int]) -> set[int]:
        """The boxes around a block, up to one that is there already: those around it are there too."""
        boxes = self.page.boxes
        if 0 <= at < len(self.page.blocks):
            box = self.page.blocks[at].box
            while box >= 0 and box not in found:
                found.add(box)
                box = boxes[box].parent
        return found

    def is_elsewhere(self, box: int) -> bool:
        """Whether the box or one around it is named as holding other stories or the page's furniture."""
        known = self._elsewhere.get(box)
        if known is None:
            at = self.page.boxes[box]
            if at.tag in ("body", "html", "main", "article") or at.parent < 0:
                known = False
            else:
                known = (
                    at.tag in ("nav", "footer")
                    or any(says(at.name, field) for field in _ELSEWHERE)
                    or self.is_elsewhere(at.parent)
                )
            self._elsewhere[box] = known
        return known

    def is_of_others(self, box: int) -> bool:
        """Whether the box or one around it is named as holding other stories or readers' words."""
        return self._is_within(box, BoxField.OTHERS)

    def is_in_sidebar(self, box: int) -> bool:
        """Whether the box or one around it is named as standing beside the story: its details may, and much else."""
        return self._is_within(box, BoxField.SIDEBAR)

    def _is_within(self, box: int, field: BoxField) -> bool:
        boxes = self.page.boxes
        while box >= 0 and box not in self._own and boxes[box].tag not in ("body", "html", "main", "article"):
            if says(boxes[box].name, field):
                return True
            box = boxes[box].parent
        return False

    def is_of_another_item(self, box: int) -> bool:
        """Whether the microdata item around a box is not the one around the headline or the text."""
        boxes = self.page.boxes
        while box >= 0:
            if "schema.org/" in boxes[box].name:
                return box not in self._own
            box = boxes[box].parent
        return False
