"""The rules of single blocks, each at the edges of its reach: one block or one letter further, and the rule is silent."""

from types import SimpleNamespace
from typing import Any

import pytest

from backfile.label import body_rules, outside_rules
from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import Block, Box, Span

ROOT, STORY, LIST, QUOTE = (
    Box(-1, "body", "", 0),
    Box(0, "div", "", 1),
    Box(1, "ul", "", 2),
    Box(1, "blockquote", "", 2),
)
BOXES = (ROOT, STORY, LIST, QUOTE, Box(0, "div", "kicker", 1), Box(0, "div", "byline", 1), Box(0, "div", "", 1))
HEADLINE, FIRST, LAST = 5, 8, 12


def page_of(**changed: Any) -> Any:
    """A page of twenty-four blocks: the headline at 5, the body from 8 to 12."""
    blocks = [Block(f"Block {number}", "p", 1) for number in range(24)]
    region = {"hints": [None] * len(BOXES), "told": [None] * 24, "is_caption": lambda box: True}
    page = SimpleNamespace(blocks=blocks, boxes=BOXES)
    region |= {key: changed.pop(key) for key in list(changed) if key in region}
    return SimpleNamespace(
        page=page,
        region=SimpleNamespace(**region),
        **{"headline": HEADLINE, "first": FIRST, "last": LAST, "rows": None} | changed,
    )


@pytest.mark.parametrize(
    ("text", "tag", "emphasis", "is_heading"),
    [
        ("The bridge", "h3", 0, True),
        ("The bridge", "p", 10, True),
        ("The bridge", "p", 9, False),
        ("The bridge", "p", 0, False),
        ("The bridge.", "p", 11, False),
        ("x" * 79, "p", 79, True),
        ("x" * 80, "p", 80, False),
    ],
)
def test_headings(text: str, tag: str, emphasis: int, is_heading: bool) -> None:
    assert bool(body_rules.heading(page_of(), 9, Block(text, tag, 1, emphasis=emphasis))) is is_heading


@pytest.mark.parametrize(
    ("tag", "box", "kinds"),
    [
        ("p", 1, ()),
        ("p", 0, ()),
        ("li", 1, ("list_item",)),
        ("p", 2, ("list_item",)),
        ("p", 3, ("blockquote",)),
        ("pre", 1, ("preformatted",)),
    ],
)
def test_items_quotations_and_preformatted_text(tag: str, box: int, kinds: tuple[str, ...]) -> None:
    draft = page_of()
    draft.page.boxes = tuple(Box(1, "li", "", 2) if at == 2 else own for at, own in enumerate(BOXES))
    rules = ("list_item", "blockquote", "preformatted")
    block = Block("One of three", tag, box)
    assert tuple(rule for rule in rules if getattr(body_rules, rule)(draft, 9, block)) == kinds


def test_the_nearest_of_a_list_and_a_quotation_decides() -> None:
    draft = page_of()
    draft.page.boxes = (ROOT, Box(0, "li", "", 1), Box(1, "blockquote", "", 2), Box(2, "div", "", 3))
    block = Block("A quotation in a list", "p", 3)
    assert body_rules.list_item(draft, 9, block) is None
    assert body_rules.blockquote(draft, 9, block) is not None


def test_a_root_that_is_a_list_s_item_is_looked_at() -> None:
    draft = page_of()
    draft.page.boxes = (Box(-1, "li", "", 0), Box(0, "div", "", 1))
    assert body_rules.list_item(draft, 9, Block("Alone", "p", 1)) is None, "the outermost box is the page itself"


@pytest.mark.parametrize(("holds", "is_cell"), [(None, False), (True, True), (False, False)])
def test_cells(holds: bool | None, is_cell: bool) -> None:
    rows = None if holds is None else SimpleNamespace(hold=lambda box: holds)
    assert bool(body_rules.table_cell(page_of(rows=rows), 9, Block("4\t5", "tr", 1))) is is_cell


@pytest.mark.parametrize(
    ("at", "first", "is_caption"),
    [(4, 8, False), (5, 8, False), (6, 8, True), (14, 8, True), (20, 8, True), (4, 4, True), (3, 4, False)],
)
def test_captions_stand_from_the_headline_on(at: int, first: int, is_caption: bool) -> None:
    block = Block("The bridge in May", "p", 1)
    assert bool(outside_rules.caption_outside(page_of(first=first), at, block)) is is_caption
    hidden = [FurnitureKind.PROMO] * len(BOXES)
    assert outside_rules.caption_outside(page_of(first=first, hints=hidden), at, block) is None


@pytest.mark.parametrize(
    ("at", "text", "tag", "is_credit"),
    [
        (12, "AFP", "p", False),
        (13, "AFP", "p", True),
        (15, "AFP", "p", True),
        (16, "AFP", "p", False),
        (13, "AFP", "h4", False),
        (13, "The bridge", "p", False),
    ],
)
def test_an_agency_alone_stands_shortly_after_the_body(at: int, text: str, tag: str, is_credit: bool) -> None:
    assert bool(outside_rules.agency_alone(page_of(), at, Block(text, tag, 1))) is is_credit


@pytest.mark.parametrize(
    ("at", "length", "box", "is_kicker"),
    [(2, 79, 4, True), (1, 79, 4, False), (4, 80, 4, False), (4, 10, 6, False)],
)
def test_a_named_kicker_stands_close_above_the_headline(at: int, length: int, box: int, is_kicker: bool) -> None:
    assert bool(outside_rules.kicker_above_headline(page_of(), at, Block("x" * length, "p", box))) is is_kicker


@pytest.mark.parametrize(
    ("at", "text", "linked", "is_kicker"),
    [
        (4, "CITY HALL", 0, True),
        (3, "CITY HALL", 0, False),
        (4, "City Hall", 0, False),
        (4, "CITY HALL", 9, False),
        (4, "X" * 39, 0, True),
        (4, "X" * 40, 0, False),
    ],
)
def test_capitals_right_above_the_headline(at: int, text: str, linked: int, is_kicker: bool) -> None:
    block = Block(text, "p", 1, linked=linked)
    assert bool(outside_rules.capitals_above_headline(page_of(), at, block)) is is_kicker


@pytest.mark.parametrize(
    ("text", "href", "box", "is_kicker"),
    [
        ("City Hall", "", 1, True),
        ("City Hall and the Bridge", "", 1, False),
        ("City and the Bridge", "", 1, True),
        ("City Hall", "", 6, False),
        ("City Hall", "https://courier.example/tag/hall", 1, False),
        ("City Hall", "https://courier.example/category/hall", 1, False),
        ("City Hall", "https://courier.example/hall", 1, True),
        ("By Ann Lee", "", 1, False),
        ("Home", "", 1, False),
    ],
)
def test_a_line_in_the_headline_s_box(text: str, href: str, box: int, is_kicker: bool) -> None:
    draft = page_of()
    draft.page.boxes = (*BOXES, Box(1, "h1", "", 2))
    draft.region.hints = [None] * 8
    draft.page.blocks[HEADLINE] = Block("The bridge opens", "h1", 7)
    block = Block(text, "span", box, (Span(0, len(text), href),) if href else ())
    assert bool(outside_rules.line_in_headlines_box(draft, 4, block)) is is_kicker
    assert outside_rules.line_in_headlines_box(draft, 3, block) is None
    draft.region.hints[1] = FurnitureKind.PROMO
    assert outside_rules.line_in_headlines_box(draft, 4, block) is None


@pytest.mark.parametrize(
    ("at", "length", "box", "is_byline"),
    [(18, 199, 5, True), (19, 199, 5, False), (18, 200, 5, False), (18, 20, 6, False)],
)
def test_a_named_byline_stands_no_further_than_shortly_after_the_body(
    at: int, length: int, box: int, is_byline: bool
) -> None:
    text = "By Ann Lee".ljust(length, "e")
    assert bool(outside_rules.byline_outside(page_of(), at, Block(text, "p", box))) is is_byline


@pytest.mark.parametrize(("linked", "is_left"), [(15, False), (16, True), (20, True)])
def test_a_teaser_in_a_widget_is_left_to_the_rule_of_links(linked: int, is_left: bool) -> None:
    draft = page_of(hints=[FurnitureKind.WIDGET] * len(BOXES))
    block = Block("The bridge has shut.", "p", 1, linked=linked)
    assert (outside_rules.doubted_box(draft, 14, block) is None) is is_left
    assert outside_rules.doubted_box(draft, HEADLINE, block) is not None


@pytest.mark.parametrize(("linked", "is_links"), [(10, False), (11, True)])
def test_links_are_more_than_half_of_a_block(linked: int, is_links: bool) -> None:
    assert bool(outside_rules.links(page_of(), 14, Block("x" * 20, "p", 1, linked=linked))) is is_links


def test_a_box_s_name_is_believed_but_for_widgets_promotions_and_links_to_others() -> None:
    heard = (FurnitureKind.WIDGET, FurnitureKind.PROMO, FurnitureKind.RELATED)
    for kind in FurnitureKind:
        draft, block = page_of(hints=[kind] * len(BOXES)), Block("One", "p", 1)
        assert (outside_rules.believed_box(draft, 14, block) is None) is (kind in heard)
        assert (outside_rules.doubted_box(draft, 14, block) is None) is (kind not in heard)


@pytest.mark.parametrize(
    ("kind", "at", "is_heard"),
    [
        (FurnitureKind.SHARE, 2, True),
        (FurnitureKind.SHARE, 9, True),
        (FieldKind.KICKER, 8, True),
        (FieldKind.KICKER, 7, False),
    ],
)
def test_a_line_above_the_body_is_no_field(kind: Any, at: int, is_heard: bool) -> None:
    told: list[Any] = [None] * 24
    told[at] = SimpleNamespace(kind=kind, label=Label(kind, RuleName.PROSE))
    assert bool(outside_rules.line_outside(page_of(told=told), at, Block("Share", "p", 1))) is is_heard


@pytest.mark.parametrize(
    ("at", "neighbours", "is_call_out"), [(0, 6, True), (1, 6, True), (1, 1, False), (0, 1, False)]
)
def test_a_lone_line_has_no_neighbour_in_its_box(at: int, neighbours: int, is_call_out: bool) -> None:
    draft = page_of()
    draft.page.boxes = (*BOXES[:6], Box(1, "div", "", 2))
    draft.page.blocks = [Block("Neighbour", "p", neighbours) for _ in range(3)]
    block = Block("Help us to stay here", "p", 1)
    draft.page.blocks[at] = block
    assert bool(outside_rules.lone_line_above_headline(draft, at, block)) is is_call_out
