"""Every block of a page gets one label: the body, a named field, or furniture of a kind, with the rule that said so."""

from itertools import pairwise
from typing import NamedTuple

from backfile.label.body_blocks import body_blocks, key_points, state_body
from backfile.label.body_kinds import BodyKinds
from backfile.label.head_zone import head_zone_label
from backfile.label.headline_block import find_headline
from backfile.label.live_entries import entry_times, open_entries
from backfile.label.model_vote import embedded_posts, summary_at_head, weigh, without_lone_subheads
from backfile.label.nesting import nearest_boxes
from backfile.label.outside import NAMED, Bounds, outside_label
from backfile.label.plain_text import text_labels
from backfile.label.second_story import second_story
from backfile.label.short_parts import add_parts, repeats
from backfile.label.story_region import Region
from backfile.model.label import POINTS_AT_HEAD, BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.page.box_names import says

_ARTICLE = frozenset(("article",))
_FIGURE = frozenset(("figure",))
_CREDIT_LENGTH = 80
_CAPTION = BodyKind.CAPTION
_HEADLINE = Label(FieldKind.HEADLINE, "headline-block")
_DEK = Label(FieldKind.DEK, "summary-at-head")
_POINT = Label(FieldKind.DEK, POINTS_AT_HEAD)
_POST = Label(FurnitureKind.MEDIA, "embedded-post")
_PRINTED_BEFORE = Label(FurnitureKind.OTHER, "printed-before")
_ENTRY_TIME = Label(BodyKind.ENTRY_TIME, "entry-time")
_SECOND_STORY = Label(FurnitureKind.SECOND_STORY, "article-with-own-h1")
_FOLDED = {kind: Label(kind or FurnitureKind.NAVIGATION, "folded-box") for kind in (None, *FurnitureKind)}
_BELIEVED: dict[FurnitureKind | None, Label] = {
    kind: label
    for kind, label in NAMED.items()
    if kind not in (FurnitureKind.WIDGET, FurnitureKind.PROMO, FurnitureKind.RELATED)
}
"""The kinds of box that are believed whatever the block says."""


def label_blocks(page: Page) -> list[Label]:
    """A label for each of the page's blocks, in their order."""
    if not page.blocks:
        return []
    if page.is_plain_text:
        return text_labels(page)
    region = Region(page)
    headline = find_headline(page, region)
    given: dict[int, Label] = {}
    body = state_body(page) if page.state_from >= 0 else _printed_body(page, region, headline, given)
    second = second_story(page, headline, body)
    body[second:] = [False] * len(body[second:])
    _take_dek(page, body, headline, given)
    bounds = Bounds(headline, _first(body), _last(body))
    kinds = BodyKinds(page, body, region.tags)
    clocks = entry_times(page, region)
    if clocks:
        bounds = Bounds(headline, open_entries(page, region, body, clocks), max(bounds.last, clocks[-1]))
        given = dict.fromkeys(clocks, _ENTRY_TIME) | given
    if headline >= 0:
        given[headline] = _HEADLINE
    labels = _labels(page, region, _Found(body, given, bounds, kinds))
    _label_second(page, region, labels, second)
    _settle(page, labels, is_live=bool(clocks))
    return labels


def _printed_body(page: Page, region: Region, headline: int, given: dict[int, Label]) -> list[bool]:
    """The blocks of a body that stands in the page; what it is not, though it stands in it, is added to `given`."""
    body = body_blocks(page, region, headline)
    if not any(body) and headline >= 0 and region.move_under(page, headline):
        body = body_blocks(page, region, headline)
    body = weigh(page, region, body, headline)
    posts = embedded_posts(page, region)
    for index in posts:
        body[index] = False
    add_parts(page, region, body, headline)
    without_lone_subheads(page, region, body)
    again = repeats(page, body)
    for index in again:
        body[index] = False
    given |= dict.fromkeys(again, _PRINTED_BEFORE) | dict.fromkeys(posts, _POST)
    return body


def _take_dek(page: Page, body: list[bool], headline: int, given: dict[int, Label]) -> None:
    """Move what sums the story up before its first paragraph from the body to `given`."""
    dek = summary_at_head(page, body, headline)
    if dek >= 0:
        body[dek] = False
        given[dek] = _DEK
    for index in key_points(page, body):
        body[index] = False
        given[index] = _POINT


def _first(body: list[bool]) -> int:
    return body.index(True) if True in body else len(body)


def _last(body: list[bool]) -> int:
    return len(body) - 1 - body[::-1].index(True) if True in body else -1


class _Found(NamedTuple):
    """What is known of a page's blocks before each gets its label."""

    body: list[bool]
    """Per block: whether it is of the body."""
    given: dict[int, Label]
    """Labels that are settled."""
    bounds: Bounds
    kinds: BodyKinds


def _labels(page: Page, region: Region, found: _Found) -> list[Label]:
    """Most blocks of a page stand in boxes whose names say that they are furniture: their labels are made once."""
    labels = []
    body, given, bounds, kinds = found
    hints, (headline, first, _) = region.hints, bounds
    for index, block in enumerate(page.blocks):
        hint = hints[block[2]]
        if index in given:
            label = given[index]
        elif "\n" in block[0]:
            label = _FOLDED[hint]
        elif body[index]:
            label = kinds.label(block)
        elif headline < index < first:
            if hint is None or says(page.boxes[block.box].name, "byline"):
                label = head_zone_label(page, region, index, first)
            else:
                label = outside_label(page, region, index, bounds)
        else:
            label = (hint is not None and _BELIEVED.get(hint)) or outside_label(page, region, index, bounds)
        labels.append(label)
    return labels


def _label_second(page: Page, region: Region, labels: list[Label], second: int) -> None:
    """All of another story is labelled so, but what a name says to be furniture and stands in no <article>."""
    if second < len(labels):
        article_around = nearest_boxes(page, _ARTICLE)
        for index in range(second, len(labels)):
            box = page.blocks[index].box
            if region.hints[box] is None or article_around[box]:
                labels[index] = _SECOND_STORY


def _settle(page: Page, labels: list[Label], *, is_live: bool) -> None:
    """What a block is by the others: a photographer's line after a caption; the opening words of a gallery or a live blog."""
    kinds = [label[0] for label in labels]
    _settle_captions(page, labels, [index for index, kind in enumerate(kinds) if kind is _CAPTION])
    if FieldKind.DEK in kinds and FieldKind.BYLINE in kinds and (is_live or BodyKind.PARAGRAPH not in kinds):
        for index in range(kinds.index(FieldKind.BYLINE) + 1, len(kinds)):
            if kinds[index] is FieldKind.DEK:
                labels[index] = Label(BodyKind.PARAGRAPH, "opening-words")


def _settle_captions(page: Page, labels: list[Label], captions: list[int]) -> None:
    second = [index for before, index in pairwise(captions) if index == before + 1]
    figure_around = nearest_boxes(page, _FIGURE) if second else []
    for index in second:
        before, block = page.blocks[index - 1], page.blocks[index]
        is_short = len(block.text) < _CREDIT_LENGTH and not block.text.endswith(".")
        if is_short and labels[index - 1].kind is _CAPTION:
            figure = figure_around[block.box]
            if figure and figure == figure_around[before.box]:
                labels[index] = Label(FieldKind.PHOTO_CREDIT, "after-caption")
