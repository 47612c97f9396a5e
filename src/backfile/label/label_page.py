"""Page -> a label for each of its blocks: the body, a named field, or furniture of a kind, with the rule that said so."""

from collections.abc import Callable
from functools import cache

from backfile.label.body_blocks import find_body
from backfile.label.body_doubts import body_doubts, text_doubts
from backfile.label.draft import Draft
from backfile.label.headline_block import find_headline
from backfile.label.plain_text import read_plain_text
from backfile.label.rules import BLOCK_RULES, SETTLING_RULES, STORY_RULES, TEXT_RULES, BlockRule, Where
from backfile.label.story_region import Region
from backfile.model.label import FurnitureKind, Label, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Page

_ELSE = Label(FurnitureKind.OTHER, RuleName.NO_RULE)


def label_page(page: Page) -> LabelledPage:
    """The page with a label for each of its blocks, in their order."""
    if not page.blocks:
        return LabelledPage(page, ())
    region = Region(page)
    if page.is_plain_text:
        draft = read_plain_text(page, region)
        return LabelledPage(page, tuple(_labels(draft, _by_place(TEXT_RULES))), tuple(text_doubts(page)))
    draft = Draft(page, region, find_headline(page, region))
    draft.body = find_body(draft)
    in_script = page.state_from >= 0
    for rule in STORY_RULES:
        if rule.of_scripts or not in_script:
            rule.run(draft)
    draft.find_bounds()
    labels = _labels(draft, _by_place(BLOCK_RULES))
    for settling in SETTLING_RULES:
        settling.run(draft, labels)
    return LabelledPage(page, tuple(labels), tuple(body_doubts(draft, labels)))


_Says = Callable[[Draft, int, Block], Label | None]


@cache
def _by_place(rules: tuple[BlockRule, ...]) -> dict[Where, tuple[_Says, ...]]:
    """The rules for each place, in their order."""
    return {where: tuple(rule.says for rule in rules if where in rule.where) for where in Where}


def _labels(draft: Draft, rules: dict[Where, tuple[_Says, ...]]) -> list[Label]:
    labels = []
    body, given, headline, first, last = draft.body, draft.given, draft.headline, draft.first, draft.last
    for index, block in enumerate(draft.page.blocks):
        label = given.get(index)
        if label is None:
            if body[index]:
                where = Where.BODY
            elif headline < index < first:
                where = Where.HEAD
            else:
                where = Where.ABOVE if index < headline else Where.INSIDE if first <= index <= last else Where.BELOW
            for says in rules[where]:
                if (label := says(draft, index, block)) is not None:
                    break
        labels.append(label or _ELSE)
    return labels
