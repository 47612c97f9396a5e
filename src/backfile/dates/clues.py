"""Page -> every clue that may say when its story was published or updated, each under the name of its rule.

What is looked at: the export, the JSON-LD node of the story itself, meta elements, microdata and <time> elements in
the story's region, stamps printed between the headline and the text and just after it, and the address. decide.py
holds what each rule is worth.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from backfile.dates.address import find_address_day
from backfile.dates.cues import NOT_THE_STORY, field_of
from backfile.dates.days import day_first_of
from backfile.dates.parse import ParsedStamp, find_stamps, parse_stamp
from backfile.dates.places import rule_of_meta
from backfile.dates.region import Region
from backfile.dates.story_node import story_nodes
from backfile.model.page import Block, Page


class Clue(NamedTuple):
    """Something on the page that may say when."""

    rule: str
    """A name in decide.PRECEDENCE."""
    where: str
    """ "json-ld:datePublished", "meta:article:published_time", "url", "visible": as Evidence.where."""
    raw: str
    stamp: ParsedStamp | None
    """None where the raw text could not be read."""
    why_not: str | None = None
    """Set where the clue is no date of the story's."""


_LONGEST_STAMP_LINE = 240
_DIGIT = re.compile(r"\d")
_ITEMPROP_RULES = {
    "datepublished": "microdata-published", "pubdate": "microdata-published", "published": "microdata-published",
    "dc:issued": "microdata-published", "datecreated": "microdata-created", "dc:created": "microdata-created",
    "dc:date": "microdata-created", "datemodified": "microdata-updated",
}  # fmt: skip
_CLASS_RULES = (("publish", "time-published"), ("updated", "time-updated"), ("modif", "time-updated"))


def find_clues(page: Page, region: Region, language: str | None) -> list[Clue]:
    """Every clue of the page, in no order of worth."""
    read = _Reader(page, language)
    return [
        *_from_export(page, read),
        *_from_linked_data(page, region, read),
        *_from_metas(page, read),
        *_from_times(page, region, read),
        *_from_blocks(page, region, read),
        *_from_address(page),
    ]


class _Reader:
    """parse_stamp with what the page says of its language and its capture."""

    def __init__(self, page: Page, language: str | None) -> None:
        tag = page.language_tag or ""
        self.language = tag if tag[:2].lower() == (language or "")[:2] else language
        self.day_first = day_first_of(self.language)
        self.captured_at = page.capture.captured_at

    def one(self, raw: str) -> ParsedStamp | None:
        return parse_stamp(raw, language=self.language, day_first=self.day_first)

    def all(self, raw: str) -> list[ParsedStamp]:
        return find_stamps(raw, language=self.language, day_first=self.day_first, captured_at=self.captured_at)


def _from_export(page: Page, read: _Reader) -> Iterator[Clue]:
    export = page.capture.export
    if export is None:
        return
    for rule, where, raw in (
        ("export-published", "export:post_date_gmt", export.published_raw),
        ("export-published", "export:post_date", export.published_local_raw),
        ("export-updated", "export:post_modified", export.updated_raw),
    ):
        if raw:
            yield Clue(rule, where, raw, read.one(raw))


def _from_linked_data(page: Page, region: Region, read: _Reader) -> Iterator[Clue]:
    for node, standing in story_nodes(page, region.headline):
        for key, suffix in (("datePublished", "published"), ("dateModified", "updated"), ("dateCreated", "created")):
            raw = _text_of(node.get(key))
            if raw:
                yield Clue(f"json-ld-{standing}-{suffix}", f"json-ld:{key}", raw, read.one(raw))


def _text_of(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return str(value).strip()[:80] or None if isinstance(value, str | int) else None


def _from_metas(page: Page, read: _Reader) -> Iterator[Clue]:
    for name, content in page.metas:
        rule = rule_of_meta(name)
        if rule is not None and len(content) < 80:
            yield Clue(rule, f"meta:{name}", content, read.one(content))


def _from_times(page: Page, region: Region, read: _Reader) -> Iterator[Clue]:
    for mark in page.times:
        raw = mark.value or mark.text
        if not raw or len(raw) > 80:
            continue
        rule = _ITEMPROP_RULES.get(mark.itemprop)
        near = region.holds(mark.block, mark.box)
        if rule is None:
            if not near:
                continue
            rule = next((rule for part, rule in _CLASS_RULES if part in mark.itemprop), None)
            rule = rule or {"updated": "time-updated", "published": "time-published"}.get(
                field_of(_before(page.blocks, mark.block, mark.text)) or "", "time-bare"
            )
        stamp = read.one(raw) or (read.one(mark.text) if mark.value and mark.text else None)
        where = f"time:{mark.itemprop}" if mark.itemprop else "time"
        yield Clue(rule, where, raw, stamp, None if near else "it stands outside the story")


def _before(blocks: Sequence[Block], at: int, text: str) -> str:
    """What is printed before `text` in its block, and in a short block before it."""
    own = blocks[at].text if at < len(blocks) else ""
    found = own.find(text) if text else -1
    head = own[: max(found, 0)]
    return head if head else _label_before(blocks, at)


def _label_before(blocks: Sequence[Block], at: int) -> str:
    """The block before, where it is a label: a few words that stand for the next block."""
    if at <= 0 or at > len(blocks) or len(blocks[at - 1].text) > 30:
        return ""
    return blocks[at - 1].text


def _from_blocks(page: Page, region: Region, read: _Reader) -> Iterator[Clue]:
    for at in region.stamp_blocks():
        block = page.blocks[at]
        text = block.text
        if len(text) > _LONGEST_STAMP_LINE or not (_DIGIT.search(text) or read.captured_at):
            continue
        stamps = read.all(text)
        since = 0
        for stamp in stamps:
            before = text[since : stamp.start] or (_label_before(page.blocks, at) if since == 0 else "")
            since = stamp.end
            yield _visible(text, before, stamp, region.place_of(at))


def _visible(text: str, before: str, stamp: ParsedStamp, place: str) -> Clue:
    field = field_of(before)
    why_not = None
    if field is None and NOT_THE_STORY.search(before):
        why_not = "the words before it say that it is not the story's"
    rule = {"published": "visible-published", "updated": "visible-updated"}.get(field or "", "visible-bare")
    if place == "after":
        rule = {"visible-published": "after-published", "visible-updated": "after-updated"}.get(rule, "after-bare")
    return Clue(rule, "visible", text[:160], stamp, why_not)


def _from_address(page: Page) -> Iterator[Clue]:
    if page.url:
        found = find_address_day(page.url)
        if found is not None:
            yield Clue("url", "url", found.raw, found.stamp)
