"""Words set as HTML: runs of a story's text with their links, dates, quotations' anchors and dateline. The only HTML that is not in a template:
a macro call for each run took a tenth of a page's time."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from backfile.site.day_notes import DayNote
from backfile.site.run import Piece


def set_words(pieces: Iterable[Piece]) -> Markup:
    """A paragraph's pieces."""
    return Markup("".join(_anchored(piece) for piece in pieces))  # noqa: S704 - every text below is escaped


def _anchored(piece: Piece) -> str:
    words = _linked(piece)
    return f'<span class="said" id="{escape(piece.anchor)}">{words}</span>' if piece.anchor else words


def _linked(piece: Piece) -> str:
    words = _dated(piece)
    if piece.is_dateline:
        return f'<span class="dateline">{words}</span>'
    if piece.is_held:
        return f'<a href="{escape(piece.href)}">{words}</a>'
    if piece.href:
        url, day = escape(piece.href), f' data-versiondate="{piece.linked_on}"' if piece.linked_on else ""
        return f'<a href="{url}" data-originalurl="{url}"{day} rel="nofollow noreferrer noopener">{words}</a>'
    return words


def _dated(piece: Piece) -> str:
    if not piece.dates:
        return str(escape(piece.text))
    return "".join(
        str(escape(text)) if note is None else _date(text, note, is_in_link=bool(piece.href))
        for text, note in piece.runs
    )


def _date(text: str, note: DayNote, *, is_in_link: bool) -> str:
    """A date of the text; where it is in a link, the link has the focus."""
    day = f'datetime="{escape(note.machine)}"'
    if note.words is None:
        return f"<time {day}>{escape(text)}</time>"
    focus = "" if is_in_link else ' tabindex="0"'
    return f'<time class="worked-out" {day}{focus} aria-description="{escape(note.words)}">{escape(text)}</time>'
