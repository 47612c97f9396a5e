"""Links of a story's text: to a held story's own page; to what is not held as Robust Links (robustlinks.mementoweb.org/spec), with the old address
and the day that the link was of, by which a web archive finds what stood there then.
"""

from dataclasses import replace

from backfile.model.story import Story
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.run import Piece
from backfile.site.site_address import story_path
from backfile.site.story_blocks import Part
from backfile.site.story_page import StoryPage

_A_DAY = len("2017-02-23")
_MOST = 500
"""Links of a page that are looked up: a page has some ten, and SQLite takes a thousand values at a time at the least."""


def with_held_links(page: StoryPage, archive: ArchiveReader) -> StoryPage:
    """The page with its text's links led where they can be followed."""
    links = list(
        dict.fromkeys(piece.href for part in page.parts for item in part.items for piece in item if piece.href)
    )
    if not links:
        return page
    held = archive.addresses.listed_at(links[:_MOST])
    day = _day_of(page.story)
    return replace(page, parts=tuple(_led(part, held, day) for part in page.parts))


def _day_of(story: Story) -> str | None:
    """When the text linked so: the day of the story, else that on which its page was saved."""
    if story.published and len(story.published.value) >= _A_DAY:
        return story.published.value[:_A_DAY]
    return story.captured_at.date().isoformat() if story.captured_at else None


def _led(part: Part, held: dict[str, str], day: str | None) -> Part:
    return part._replace(items=tuple(tuple(_piece(piece, held, day) for piece in item) for item in part.items))


def _piece(piece: Piece, held: dict[str, str], day: str | None) -> Piece:
    if piece.href is None:
        return piece
    story = held.get(piece.href)
    return piece._replace(href=story_path(story), is_held=True) if story else piece._replace(linked_on=day)
