"""Page -> every clue that may say when its story was published or updated, each under the name of its rule.

What is looked at: the export, the JSON-LD node of the story itself, meta elements, microdata and <time> elements in
the story's region, stamps printed between the headline and the text and just after it, and the address. precedence.py
holds what each rule is worth.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from backfile.dates.address_day import find_address_days
from backfile.dates.clue import Clue, Reader
from backfile.dates.cue_words import BEFORE_ANOTHER_DAY, NOT_THE_STORY, OF_ANOTHER_DAY, UPDATED, field_after, field_of
from backfile.dates.meta_names import RULE_OF_META, folded_name
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.stamp_region import OTHER_DAYS, Region
from backfile.dates.visible_stamps import dateline_clues, label_before, printed_clues
from backfile.model.clue_rules import DateRule
from backfile.model.page import Block, NodeRole, Page, TimeMark
from backfile.model.reason_codes import ClueCode

_DIGITS = re.compile(r"\d+")
_MADE_BY_SERVERS = frozenset({"lastmodified", "lastmod", "modified", "date", "revised"})
_SERVING = 300
"""Seconds between a server's clock and the capture's."""
_ITEMPROP_RULES = {
    **dict.fromkeys(("datepublished", "pubdate", "published", "dc:issued"), DateRule.MICRODATA_PUBLISHED),
    **dict.fromkeys(("datecreated", "dc:created", "dc:date"), DateRule.MICRODATA_CREATED),
    "datemodified": DateRule.MICRODATA_UPDATED,
}
_CLASS_RULES = (
    ("publish", DateRule.TIME_PUBLISHED),
    ("pubdate", DateRule.TIME_PUBLISHED),
    ("updated", DateRule.TIME_UPDATED),
    ("modif", DateRule.TIME_UPDATED),
)
_NODE_RULES = (
    (
        "datePublished",
        {NodeRole.STORY: DateRule.JSON_LD_STORY_PUBLISHED, NodeRole.PAGE: DateRule.JSON_LD_PAGE_PUBLISHED},
    ),
    ("dateModified", {NodeRole.STORY: DateRule.JSON_LD_STORY_UPDATED, NodeRole.PAGE: DateRule.JSON_LD_PAGE_UPDATED}),
    ("dateCreated", {NodeRole.STORY: DateRule.JSON_LD_STORY_CREATED, NodeRole.PAGE: DateRule.JSON_LD_PAGE_CREATED}),
)
"""Keys of a JSON-LD node, with their rules by what the node stands for."""


def find_clues(page: Page, region: Region, read: Reader) -> list[Clue]:
    """Every clue of the page, in no order of worth."""
    return [
        *_from_beside(page, read),
        *_from_linked_data(page, read),
        *_from_metas(page, read),
        *_from_times(page, region, read),
        *printed_clues(page, region, read),
        *dateline_clues(page, region, read),
        *_from_address(page),
    ]


def _from_beside(page: Page, read: Reader) -> Iterator[Clue]:
    """What lies beside the page: the entry of a feed, the fields of an export."""
    feed = page.capture.feed_published_raw
    if feed is not None:
        yield Clue(DateRule.FEED_PUBLISHED, "feed", feed, read.one(feed))
    export = page.capture.export
    if export is None:
        return
    for rule, where, raw in (
        (DateRule.EXPORT_PUBLISHED, "export:post_date_gmt", export.published_raw),
        (DateRule.EXPORT_PUBLISHED, "export:post_date", export.published_local_raw),
        (DateRule.EXPORT_UPDATED, "export:post_modified", export.updated_raw),
    ):
        if raw:
            fault = ClueCode.OF_IMPORT.of() if export.is_import_day and rule is DateRule.EXPORT_PUBLISHED else None
            yield Clue(rule, where, raw, read.one(raw), fault)


def _from_linked_data(page: Page, read: Reader) -> Iterator[Clue]:
    for node, role, is_own in page.story_nodes:
        if not is_own:
            continue
        for key, rules in _NODE_RULES:
            raw = _text_of(node.get(key))
            if raw:
                yield Clue(rules.get(role, rules[NodeRole.STORY]), f"json-ld:{key}", raw, read.one(raw))


def _text_of(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return str(value).strip()[:80] or None if isinstance(value, str | int) else None


def _from_metas(page: Page, read: Reader) -> Iterator[Clue]:
    for name, content in page.metas:
        rule = RULE_OF_META[name]
        if rule is not None and len(content) < 80:
            stamp = read.one(content)
            is_served = rule == DateRule.META_UPDATED and _is_moment_of_serving(name, stamp, page)
            yield Clue(rule, f"meta:{name}", content, stamp, ClueCode.SERVED.of() if is_served else None)


def _is_moment_of_serving(name: str, stamp: ParsedStamp | None, page: Page) -> bool:
    """Whether a last-modified element was made by the server as it answered: its instant is the capture's."""
    captured_at = page.capture.captured_at
    if captured_at is None or stamp is None or stamp.zone != "stated" or folded_name(name) not in _MADE_BY_SERVERS:
        return False
    return abs((datetime.fromisoformat(stamp.value) - captured_at).total_seconds()) < _SERVING


def _from_times(page: Page, region: Region, read: Reader) -> Iterator[Clue]:
    lone = _lone_values(page) if page.times else {}
    for mark in page.times:
        raw = mark.value or mark.text
        if not raw or len(raw) > 80 or mark.itemprop in OTHER_DAYS:
            continue
        rule = _ITEMPROP_RULES.get(mark.itemprop)
        near = region.holds(mark.block, mark.box)
        if rule is not None:
            near = (near or lone.get(mark.itemprop) == 1) and not region.is_of_another_item(mark.box)
        elif near and not _is_of_listed(page.blocks, mark, region):
            rule = _rule_of_time(mark, page, region)
        else:
            continue
        stamp = read.one(raw) or (read.one(mark.text) if mark.value and mark.text else None)
        where = f"time:{mark.itemprop}" if mark.itemprop else "time"
        fault = None if near else ClueCode.OUTSIDE.of()
        if rule == DateRule.TIME_BARE and _is_of_another(page.blocks, mark):
            fault = ClueCode.WORDS_BEFORE.of()
        yield Clue(rule, where, raw, stamp, fault, region.stands(mark.block))


def _is_of_listed(blocks: Sequence[Block], mark: TimeMark, region: Region) -> bool:
    """Whether a mark stands beside a link in an item of a list after the text: another story, with its day."""
    at = mark.block
    return at < len(blocks) and blocks[at].tag == "li" and blocks[at].linked > 0 and region.place_of(at) == "after"


def _is_of_another(blocks: Sequence[Block], mark: TimeMark) -> bool:
    """Whether the words before a <time> element in its block say that it is not the story's."""
    own = blocks[mark.block].text if mark.block < len(blocks) else ""
    before = own[: own.find(mark.text)] if mark.text and mark.text in own else ""
    if not before:
        return False
    return bool(NOT_THE_STORY.is_in(before) or OF_ANOTHER_DAY.match(before) or BEFORE_ANOTHER_DAY.search(before))


def _rule_of_time(mark: TimeMark, page: Page, region: Region) -> DateRule:
    """The rule of a <time> element by the words before it, else by its class; with neither, by where it stands."""
    named = _rule_of_class(mark.itemprop) if mark.itemprop else None
    said = _field_within(mark.text) or _field_beside(page.blocks, mark.block, mark.text)
    if said == "updated":
        return DateRule.TIME_UPDATED
    if named is not None or said == "published":
        return named or DateRule.TIME_PUBLISHED
    return DateRule.AFTER_BARE if region.place_of(mark.block) == "after" else DateRule.TIME_BARE


def _rule_of_class(name: str) -> DateRule | None:
    return next((rule for part, rule in _CLASS_RULES if part in name), None)


def _lone_values(page: Page) -> dict[str, int]:
    """How many days a page gives under each itemprop: the only one speaks for the page wherever it stands."""
    found: dict[str, set[str]] = {}
    for mark in page.times:
        if mark.itemprop in _ITEMPROP_RULES:
            found.setdefault(mark.itemprop, set()).add((mark.value or mark.text)[:10])
    return {name: len(values) for name, values in found.items()}


def _field_within(text: str) -> str | None:
    """The field that the words inside a <time> element name: "Updated March 8", "March 8 (updated)"."""
    if not UPDATED.is_in(text):
        return None
    digits = list(_DIGITS.finditer(text))
    if not digits:
        return "updated"
    return field_of(text[: digits[0].start()]) or field_after(text[digits[-1].end() :])


def _field_beside(blocks: Sequence[Block], at: int, text: str) -> str | None:
    """The field that the words around `text` in its block name: after it, where they say no more, else before it, or in a
    label before its block."""
    own = blocks[at].text if at < len(blocks) else ""
    found = own.find(text) if text else -1
    head = own[: max(found, 0)]
    after = field_after(own[found + len(text) :]) if found >= 0 else None
    return after or field_of(head or label_before(blocks, at))


def _from_address(page: Page) -> Iterator[Clue]:
    export = page.capture.export
    imported = (export.published_local_raw or "")[:10] if export is not None and export.is_import_day else ""
    for found in find_address_days(page.url) if page.url else ():
        fault = (
            ClueCode.OF_IMPORT.of() if imported.startswith(found.stamp.value) else None
        )  # WordPress made it of its own date
        yield Clue(DateRule.URL, "url", found.raw, found.stamp, fault, "path" if found.is_path else "slug")
