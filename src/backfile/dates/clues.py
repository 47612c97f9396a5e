"""Page -> every clue that may say when its story was published or updated, each under the name of its rule.

What is looked at: the export, the JSON-LD node of the story itself, meta elements, microdata and <time> elements in
the story's region, stamps printed between the headline and the text and just after it, and the address. decide.py
holds what each rule is worth.
"""

import itertools
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
_LONGEST_AROUND = 110
# running words before a stamp: "ist Coverstar im", "tritt heute ihren Job"; not "Von Juliane Rohr", "by Jane Roe on"
_RUNNING = re.compile(r"(?:\b[a-zà-öø-ÿа-яα-ω]{2,}\s+){3,}|[.!?]\s+[A-Z]")
_LONGEST_DATELINE = 70
# "HARTFORD", "New York, N.Y.", "Frankfurt am Main"; not "On a cold morning"
_PLACE_WORDS = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w.'’-]*(?:,?\s(?:[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w.'’-]*|am|an|der|de|la|du|sur|upon)){0,4}[,.:]?")
_AFTER_DATELINE = re.compile(r"\s?[).]?\s?(?:[-–—:|/„\"“«(]|\.\s)|\)\s")
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
        *_from_dateline(page, region, read),
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
    lone = _lone_values(page)
    for mark in page.times:
        raw = mark.value or mark.text
        if not raw or len(raw) > 80:
            continue
        rule = _ITEMPROP_RULES.get(mark.itemprop)
        near = region.holds(mark.block, mark.box) or (rule is not None and lone.get(mark.itemprop) == 1)
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


def _lone_values(page: Page) -> dict[str, int]:
    """How many days a page gives under each itemprop: the only one speaks for the page wherever it stands."""
    found: dict[str, set[str]] = {}
    for mark in page.times:
        if mark.itemprop in _ITEMPROP_RULES:
            found.setdefault(mark.itemprop, set()).add((mark.value or mark.text)[:10])
    return {name: len(values) for name, values in found.items()}


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
        text = _spaced(block)
        if len(text) > _LONGEST_STAMP_LINE or not (_DIGIT.search(text) or read.captured_at):
            continue
        stamps = read.all(text)
        since = 0
        for stamp in stamps:
            before = text[since : stamp.start] or (_label_before(page.blocks, at) if since == 0 else "")
            since = stamp.end
            yield _visible(text, before, stamp, region.place_of(at), is_named=at in region.named)


def _spaced(block: Block) -> str:
    """The block's text with a space at its seams: style sets "Apr 04" and "2013" apart where the markup has none."""
    if not block.seams:
        return block.text
    edges = [0, *block.seams, len(block.text)]
    return " ".join(block.text[a:b] for a, b in itertools.pairwise(edges))


def _visible(text: str, before: str, stamp: ParsedStamp, place: str, *, is_named: bool) -> Clue:
    field = field_of(before)
    why_not = None
    if field is None and NOT_THE_STORY.search(before):
        why_not = "the words before it say that it is not the story's"
    elif field is None and not is_named and not _stands_alone(text, stamp):
        why_not = "it stands in a sentence"
    rule = {"published": "visible-published", "updated": "visible-updated"}.get(field or "", "visible-bare")
    if place == "after":
        rule = {"visible-published": "after-published", "visible-updated": "after-updated"}.get(rule, "after-bare")
    return Clue(rule, "visible", text[:160], stamp, why_not)


def _from_dateline(page: Page, region: Region, read: _Reader) -> Iterator[Clue]:
    """A day with its year at the head of the text: "Karlsruhe, (12.11.2021). ...", "27.1.2022 - ..."."""
    for at in sorted(region.body)[:2]:
        text = page.blocks[at].text
        if not _DIGIT.search(text, 0, _LONGEST_DATELINE):
            continue
        stamps = read.all(text[:_LONGEST_DATELINE])
        if stamps and stamps[0].kind == "full" and _heads_the_text(text, stamps[0]):
            yield Clue("dateline", "dateline", text[: stamps[0].end], stamps[0])


def _heads_the_text(text: str, stamp: ParsedStamp) -> bool:
    before = text[: stamp.start].strip(" (,–—-/|")
    return bool(_AFTER_DATELINE.match(text, stamp.end)) and (not before or bool(_PLACE_WORDS.fullmatch(before)))


def _stands_alone(text: str, stamp: ParsedStamp) -> bool:
    """Whether the stamp is the line's own matter, not a day told in a sentence or a caption."""
    before, after = text[: stamp.start].strip(), text[stamp.end :].strip()
    if not before and not after:
        return True
    if len(before) + len(after) > _LONGEST_AROUND:
        return False
    if stamp.kind == "relative" or stamp.precision in ("month", "year"):
        return len(before) < 12
    return not before or len(before) < 50 and not _RUNNING.search(before)


def _from_address(page: Page) -> Iterator[Clue]:
    if page.url:
        found = find_address_day(page.url)
        if found is not None:
            yield Clue("url", "url", found.raw, found.stamp)
