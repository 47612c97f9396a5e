"""A story's text as HTML: its blocks with their links, and nothing that a page could do."""

import html
from collections.abc import Iterator
from itertools import groupby

from backfile.model.story import ARCHIVE_NOTE, BodyBlock, Image, Story

_WRAPPED = {"list-item": ("<ul>", "</ul>"), "table": ("<table>", "</table>")}
"""Blocks that stand in a box with those beside them."""
_ELEMENTS = {
    "subhead": ("<h2>", "</h2>"),
    "entry-time": ("<h3>", "</h3>"),
    "list-item": ("<li>", "</li>"),
    "quote": ("<blockquote><p>", "</p></blockquote>"),
    "embed": ("<blockquote><p>", "</p></blockquote>"),
    "preformatted": ("<pre>", "</pre>"),
}
_PARAGRAPH = ("<p>", "</p>")
_SAFE = ("http://", "https://", "mailto:")


def body_html(story: Story) -> str:
    """The body, a line a block, with the dateline at its head; its first picture above it and the others below, notes and credits at the end."""
    pictures = [*_pictures(story.images)]
    blocks = _blocks(story.blocks, story.dateline.raw if story.dateline else "")
    credited = (credit.raw for credit in story.credits if credit.role != "photo" and credit.raw != story.byline)
    set_above = [note.text for note in story.notes if note.kind == ARCHIVE_NOTE]
    after = (*(note.text for note in story.notes if note.kind != ARCHIVE_NOTE), *credited)
    above = (f"<p><strong>Note from the archive:</strong> {html.escape(text)}</p>" for text in set_above)
    lines = [*above, *pictures[:1], *blocks, *pictures[1:], *(f"<p>{html.escape(text)}</p>" for text in after)]
    return "\n".join(lines)


def _blocks(blocks: tuple[BodyBlock, ...], dateline: str) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        before, after = _WRAPPED.get(kind, ("", ""))
        inner = "\n".join(map(_block, run))
        if dateline and kind == "paragraph":
            inner = inner.replace("<p>", f"<p>{html.escape(dateline)} ", 1)
            dateline = ""
        yield "\n".join(part for part in (before, inner, after) if part)


def _block(block: BodyBlock) -> str:
    if block.kind == "table":
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in block.text.split("\t"))
        return f"<tr>{cells}</tr>"
    before, after = _ELEMENTS.get(block.kind, _PARAGRAPH)
    return f"{before}{_linked(block)}{after}"


def _linked(block: BodyBlock) -> str:
    parts, at = [], 0
    for link in block.links:
        if link.start < at or not link.href.startswith(_SAFE):
            continue
        words = html.escape(block.text[link.start : link.end])
        parts += [html.escape(block.text[at : link.start]), f'<a href="{html.escape(link.href)}">{words}</a>']
        at = link.end
    return "".join((*parts, html.escape(block.text[at:])))


def _pictures(images: tuple[Image, ...]) -> Iterator[str]:
    """Those that stand with words; the first where none does: metadata name the same picture again in other sizes."""
    shown = [image for image in images if image.url and image.url.startswith(_SAFE)]
    for image in [image for image in shown if image.caption or image.credit] or shown[:1]:
        credit = f' <span class="credit">{html.escape(image.credit)}</span>' if image.credit else ""
        words = f"{html.escape(image.caption or '')}{credit}".strip()
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        yield f'<figure><img src="{html.escape(image.url or "")}" alt="">{caption}</figure>'
