"""Where a page's blocks went: what is in the record of what was labelled, in words of what is not."""

import re
from collections.abc import Iterator, Sequence

from bench.sets import SavedPage

from backfile.model.capture import Capture, Place
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.model.story import Story
from backfile.reading import read_capture, read_labels

Fault = tuple[str, str]
"""Which promise is broken, and where."""


def faults_of(saved: SavedPage) -> Iterator[Fault]:
    """What of a saved page is lost, or stands in the record without standing in the page."""
    capture = Capture(saved.raw, "sha256:", Place(saved.id), url=saved.url, media_type="text/html")
    labelled = read_labels(capture)
    page, labels = labelled.page, labelled.labels
    story = read_capture(capture, analyse=False)
    if len(labels) != len(page.blocks):
        yield "labels", f"{len(labels)} labels for {len(page.blocks)} blocks"
        return
    yield from _furniture(page, labels, story)
    yield from _body(page, labels, story)
    yield from _slices(page, story)
    yield from _captions(page, labels, story)
    yield from _fields(page, labels, story)


def _furniture(page: Page, labels: Sequence[Label], story: Story) -> Iterator[Fault]:
    """All furniture is in the record, once, in order; what else is there is a field's block that the field does not hold."""
    labelled = list(zip(page.blocks, labels, strict=True))
    rest = iter("\n".join(run.text for run in story.furniture).split("\n") if story.furniture else [])
    others = [block.text for block, label in labelled if not isinstance(label.kind, FurnitureKind)]
    spare = set("\n".join(others).split("\n"))
    furniture = [block.text for block, label in labelled if isinstance(label.kind, FurnitureKind)]
    for text in "\n".join(furniture).split("\n") if furniture else []:
        for line in rest:
            if line == text:
                break
            if line not in spare:
                yield "furniture", f"not the page's: {line[:60]!r}"
        else:
            yield "furniture", f"lost: {text[:60]!r}"
            return
    for line in rest:
        if line not in spare:
            yield "furniture", f"not the page's: {line[:60]!r}"


def _body(page: Page, labels: Sequence[Label], story: Story) -> Iterator[Fault]:
    """All body blocks are in the body, once, in order; the dateline is a field, taken off the first. A gallery's captions are its story."""
    captions_count = story.kind == "gallery"
    due = "".join(
        _dense(block.text)
        for block, label in zip(page.blocks, labels, strict=True)
        if isinstance(label.kind, BodyKind) and (captions_count or label.kind is not BodyKind.CAPTION)
    )
    dateline = _dense(story.dateline.raw) if story.dateline else ""
    if due != dateline + _dense(story.body):
        yield "body", f"the record's body is not the page's: it starts {story.body[:60]!r}"


def _slices(page: Page, story: Story) -> Iterator[Fault]:
    """Body text is a slice of the page: each block's, and each cell's of a table's row, stands in a block of the page."""
    texts = {block.text for block in page.blocks}
    for block in story.blocks:
        for cell in block.text.split("\t"):
            if cell not in texts and not any(cell in text for text in texts):
                yield "slice", f"not in the page: {cell[:60]!r}"
        if story.body[block.start : block.end] != block.text:
            yield "slice", f"offsets do not give the block: {block.text[:60]!r}"


def _captions(page: Page, labels: Sequence[Label], story: Story) -> Iterator[Fault]:
    """Every caption is an image's, with its credit."""
    held = [set(_WORD.findall(f"{image.caption or ''} {image.credit or ''}")) for image in story.images]
    spare = {line for run in story.furniture for line in run.text.split("\n")}
    for block, label in zip(page.blocks, labels, strict=True):
        if label.kind is BodyKind.CAPTION and story.kind != "gallery":
            due = set(_WORD.findall(block.text))
            if not any(due <= words for words in held) and block.text not in spare:
                yield "caption", f"lost: {block.text[:60]!r}"


def _fields(page: Page, labels: Sequence[Label], story: Story) -> Iterator[Fault]:
    """Every block of a named field can be found in that field, or in furniture where the field has another's words."""
    held = _held(story)
    elsewhere = [_dense(line) for run in story.furniture for line in run.text.split("\n")]
    for block, label in zip(page.blocks, labels, strict=True):
        if isinstance(label.kind, FieldKind):
            text = _dense(block.text)
            kept = [*held[label.kind], *elsewhere]
            if not any(text in value or value in text for value in kept):
                yield label.kind.value, f"lost: {block.text[:60]!r} ({label.rule})"


def _held(story: Story) -> dict[FieldKind, list[str]]:
    stamps = [stamp.raw for stamp in (story.published, story.updated) if stamp]
    credits_ = [credit.raw for credit in story.credits]
    values: dict[FieldKind, list[str | None]] = {
        FieldKind.HEADLINE: [story.headline, story.kicker],
        FieldKind.KICKER: [story.kicker],
        FieldKind.DEK: [story.dek],
        FieldKind.BYLINE: [story.byline, *credits_],
        FieldKind.STAMP: [*stamps, *(clue.raw for clue in story.evidence)],
        FieldKind.CREDIT: [*credits_],
        FieldKind.PHOTO_CREDIT: [image.credit for image in story.images],
        FieldKind.NOTE: [note.text for note in story.notes],
    }
    return {kind: [_dense(value) for value in found if value] for kind, found in values.items()}


_WORD = re.compile(r"\w+")


def _dense(text: str) -> str:
    return "".join(text.split())
