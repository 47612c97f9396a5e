"""A capture decoded and parsed: blocks in reading order and metadata, each with its place."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from backfile.model.capture import Capture

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
"""Elements of a table's row."""


class Box(NamedTuple):
    """An element that holds blocks. `boxes[0]` is the root."""

    parent: int
    """Index into Page.boxes; -1 for the root."""
    tag: str
    name: str
    """Its class, id and other naming attributes in lower case, joined by spaces."""
    depth: int


class Span(NamedTuple):
    """A link inside a block's text."""

    start: int
    end: int
    href: str


class Block(NamedTuple):
    """A run of text that a browser would put on lines of its own."""

    text: str
    """White space folded to single spaces; a table row's cells joined by tabs."""
    tag: str
    """The block element around it: p, h1 ... h6, li, td, div, figcaption, blockquote, pre, ..."""
    box: int
    """Index into Page.boxes of that element."""
    links: tuple[Span, ...] = ()
    emphasis: int = 0
    """Code points of it in bold or strong."""
    linked: int = 0
    """Code points of it inside links."""
    seams: tuple[int, ...] = ()
    """Offsets where one inline element's text meets another's with no white space between: style may set them apart."""

    @property
    def spaced(self) -> str:
        """The text with a space at its seams: style sets "Apr 04" and "2013" apart where the markup has none."""
        if not self.seams:
            return self.text
        return " ".join(self.text[a:b] for a, b in pairwise((0, *self.seams, len(self.text))))


class Meta(NamedTuple):
    """A <meta> element."""

    name: str
    """Its property, name, itemprop or http-equiv, in lower case."""
    content: str


class TimeMark(NamedTuple):
    """A <time> element, or one with a datetime-like attribute or a date's itemprop."""

    value: str
    """Its datetime, content or title attribute; "" when it has none."""
    text: str
    itemprop: str
    """In lower case; "" when it has none."""
    block: int
    """Index into Page.blocks of the block it stands in, or would stand in."""
    box: int


class Picture(NamedTuple):
    """An <img> as it stands in the page."""

    url: str
    alt: str
    block: int
    """Index into Page.blocks of the block that follows it."""
    box: int
    figure: int = -1
    """Index into Page.boxes of the <figure> around it, -1 when there is none."""


class TitleSource(StrEnum):
    """What gives a page its title: the name of a meta element, or where else it stands."""

    JSON_LD = "json-ld"
    """headline of any JSON-LD node."""
    OG = "og:title"
    TWITTER = "twitter:title"
    META = "title"
    DC = "dc.title"
    SAILTHRU = "sailthru.title"
    PARSELY = "parsely-title"
    HEADLINE = "headline"
    ELEMENT = "<title>"
    """As browsers and search engines show it: the site's name follows as a rule."""


class Title(NamedTuple):
    """What a page calls itself."""

    by: TitleSource
    text: str
    """White space folded."""


class NodeRole(StrEnum):
    """What a JSON-LD node is to the story of its page."""

    STORY = "story"
    """An article, of any kind (schema.org Article and its kin)."""
    WORK = "work"
    """Another work that has its day: a recipe, a forum's thread."""
    PAGE = "page"
    """The page."""


class StoryNode(NamedTuple):
    """A JSON-LD node that speaks for the story."""

    node: dict[str, Any]
    role: NodeRole
    is_own: bool
    """False for the likeliest of several, where neither an address nor a title tells which is the story's."""


class CutSign(StrEnum):
    """How it is seen that a page is not whole."""

    RECORD = "record"
    """The record that holds it ends before its length."""
    TAG = "tag"
    """The markup ends inside a tag, a comment or a script."""
    TEXT = "text"
    """It ends in a line of text that no end tag follows."""
    BOXES = "boxes"
    """It ends with boxes open that only an end tag closes."""
    BODY = "body"
    """It writes out where its head ends and its body begins, and not where that ends."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a flat table. Everything after parsing works on this, not on a tree."""

    capture: Capture
    url: str | None
    """The best address known: the capture's, canonical, og:url."""
    encoding: str
    encoding_reason: str
    language_tag: str | None = None
    """<html lang>, as written."""
    title: str | None = None
    """<title>, white space folded."""
    blocks: tuple[Block, ...] = ()
    boxes: tuple[Box, ...] = ()
    metas: tuple[Meta, ...] = ()
    canonical: str | None = None
    linked_data: tuple[dict[str, Any], ...] = ()
    """JSON-LD objects, one a node, @graph and arrays opened, in page order."""
    titles: tuple[Title, ...] = ()
    """What the page calls itself, in page order, its <title> last."""
    story_nodes: tuple[StoryNode, ...] = ()
    """Those of `linked_data` that speak for the story, the surest first (page/story_nodes.py)."""
    times: tuple[TimeMark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    author_links: frozenset[str] = frozenset()
    """Addresses of links marked rel="author" or itemprop="author", as written."""
    state_from: int = -1
    """Index of the first block that a script held, where the story sits in one; -1 where it stands in the page."""
    is_plain_text: bool = False
    cut_sign: CutSign | None = None
    """How it is seen that the page was cut off before its end; None where it is whole, as far as that can be told."""
    is_mended: bool = False
    """True where its text was encoded twice, and that was undone."""

    @property
    def story_node(self) -> dict[str, Any] | None:
        """The JSON-LD node of the story itself; None where no node is an article's."""
        return next((found.node for found in self.story_nodes if found.role is NodeRole.STORY), None)
