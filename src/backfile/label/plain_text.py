"""Pages that are plain text: what each line is, by its own words and its place."""

from backfile.label.head_lines import begins_byline, is_dated
from backfile.label.line_label import line_label
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Page

_SHORT_LINE = 40
_LONG_PARAGRAPH = 200
_HEAD_REACH = 8
_BYLINE_LENGTH, _STAMP_LENGTH = 120, 80
_CALL_OUT_BEFORE = Label(FurnitureKind.CALL_OUT, "line-before-headline")


def text_labels(page: Page) -> list[Label]:
    """The headline is the first line that no rule takes; short lines before it are call-outs."""
    labels: list[Label] = []
    headline = _text_headline(page)
    seen_body = False
    for index, block in enumerate(page.blocks):
        rule, size = line_label(block.text), len(block.text)
        if index == headline:
            labels.append(Label(FieldKind.HEADLINE, "first-line"))
        elif index < headline:
            is_notice = rule is not None and rule.kind is not FurnitureKind.NEWSLETTER
            labels.append(Label(rule.kind, rule.name) if rule and is_notice else _CALL_OUT_BEFORE)
        elif rule is not None:
            labels.append(Label(rule.kind, rule.name))
        elif not seen_body and size < _BYLINE_LENGTH and begins_byline(block.text):
            labels.append(Label(FieldKind.BYLINE, "by"))
        elif not seen_body and size < _STAMP_LENGTH and is_dated(block.text):
            labels.append(Label(FieldKind.STAMP, "dated-line"))
        else:
            seen_body = True
            labels.append(Label(BodyKind.PARAGRAPH, "prose"))
    return labels


def _text_headline(page: Page) -> int:
    """The line before the first long paragraph or notice that has no sentence's end; -1 when the text has none."""
    best = -1
    for index, block in enumerate(page.blocks[:_HEAD_REACH]):
        text = block.text
        is_sentence = text.endswith((".", '."')) and len(text) > _SHORT_LINE
        if len(text) > _LONG_PARAGRAPH or is_sentence or line_label(text) is not None:
            if best >= 0 or len(text) > _LONG_PARAGRAPH:
                break
            continue
        if begins_byline(text) or (is_dated(text) and len(text) < 60 and best >= 0):
            break
        best = index
    return best
