"""WordPress exports as captures (WXR 1.0 to 1.2: RSS 2.0 with WordPress's own elements), one published post a capture.

Read as a stream by expat, in flat memory. What an attacker could put into XML is refused, not worked around: a file
that declares entities is not read, nothing outside the file is ever looked up, and a post has at most LARGEST_PAYLOAD
characters. Control characters that XML forbids, which WordPress writes all the same, are read as spaces; a post with bytes that are
no UTF-8, or with a bare "&", is read with these made harmless (`wxr_repair`). After what else is no XML, reading goes on at the next <item>, with the head of the file (its encoding, namespaces, title and
authors) read again before it; that is also how one post is read again from its byte.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from backfile.capture.faults import Fault
from backfile.capture.wxr_repair import Restorer, repaired
from backfile.limits import LARGEST_PAYLOAD, LARGEST_WXR_HEAD
from backfile.model.capture import SkipReason

_STEP = 64 * 1024
_FORBIDDEN = bytes(range(9)) + b"\x0b\x0c" + bytes(range(14, 32))
_TO_SPACES = bytes.maketrans(_FORBIDDEN, b" " * len(_FORBIDDEN))
_ITEM_START = re.compile(rb"<item[\s>]")
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_WORDPRESS = re.compile(r"https?://wordpress\.org/export/[\d.]+/(excerpt/)?")


@dataclass(slots=True)
class Category:
    """A <category> of an item."""

    domain: str
    name: str


@dataclass(slots=True)
class Item:
    """An <item> as the export has it."""

    offset: int
    """Bytes from the file's start to its "<item>"."""
    length: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    """Under "title", "link", "content:encoded", "excerpt:encoded", "dc:creator", "wp:post_date", ..."""
    categories: list[Category] = field(default_factory=list)


@dataclass(slots=True)
class Channel:
    """What the export says of the site."""

    title: str | None = None
    language: str | None = None
    authors: dict[str, str] = field(default_factory=dict)
    """Display names under logins."""


class _Reader:
    """The handlers of one parser: fills `channel`, and `items` with those that are complete."""

    def __init__(self, channel: Channel, shift: int) -> None:
        self.channel = channel
        self.shift = shift
        """Bytes of the file that were not given to this parser, once past the head."""
        self.items: list[Item] = []
        self.is_closed = False
        self.first_item: int | None = None
        """Its byte. What the channel says after it is not seen when one post is read again, so it is left out."""
        self._item: Item | None = None
        self._path: list[str] = []
        self._text: list[str] = []
        self._size = 0
        self._login = ""
        self.parser = expat.ParserCreate(namespace_separator="\n")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    @property
    def open_item(self) -> Item | None:
        """The item being read."""
        return self._item

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = _short_name(name)
        self._path.append(name)
        self._text, self._size = [], 0
        if name == "item" and len(self._path) == 3:
            self._item = Item(self.parser.CurrentByteIndex + self.shift)
            if self.first_item is None:
                self.first_item = self._item.offset
        elif name == "category" and self._item and len(self._path) == 4:
            self._item.categories.append(Category(attributes.get("domain", ""), ""))

    def _characters(self, text: str) -> None:
        self._size += len(text)
        if self._size > LARGEST_PAYLOAD:
            at = self.parser.CurrentByteIndex + self.shift
            raise Fault(SkipReason.DAMAGED, f"A post over {LARGEST_PAYLOAD >> 20} MB: passed over.", at)
        self._text.append(text)

    def _end(self, name: str) -> None:
        text, self._text = "".join(self._text), []
        name = self._path.pop()
        depth = len(self._path)
        if self._item and depth == 2 and name == "item":
            end = (
                self.parser.CurrentByteIndex + self.shift + len("</item>")
            )  # blanks in the tag are none of WordPress's
            self._item.length = end - self._item.offset
            self.items.append(self._item)
            self._item = None
        elif self._item and depth == 3:
            self._item_text(self._item, name, text)
        elif self.first_item is None:
            self._channel_text(name, text, depth)
        self.is_closed = depth == 0

    def _item_text(self, item: Item, name: str, text: str) -> None:
        if name == "category":
            item.categories[-1].name = text.strip()
        else:
            item.texts.setdefault(name, text)

    def _channel_text(self, name: str, text: str, depth: int) -> None:
        text = text.strip()
        if depth == 2 and name == "title":
            self.channel.title = text or None
        elif depth == 2 and name == "language":
            self.channel.language = text or None
        elif name == "wp:author_login":
            self._login = text
        elif name == "wp:author_display_name" and text:
            self.channel.authors[self._login] = text

    def _refuse_entity(self, *_: object) -> None:
        message = "The file declares XML entities: no export of WordPress does, and they can be an attack. Not read."
        raise Fault(SkipReason.NOT_READABLE_KIND, message)


def _short_name(name: str) -> str:
    """The name with the prefix that WordPress uses, whatever prefix and version the file has."""
    namespace, _, local = name.rpartition("\n")
    if not namespace:
        return local
    if namespace == _CONTENT:
        return f"content:{local}"
    if namespace == _DUBLIN_CORE:
        return f"dc:{local}"
    wordpress = _WORDPRESS.fullmatch(namespace)
    if wordpress:
        return f"excerpt:{local}" if wordpress[1] else f"wp:{local}"
    return name


def read_items(raw: BinaryIO) -> Iterator[tuple[Channel, Item] | Fault]:
    """The items of an export, in order, and a fault for each stretch that is no XML; ends after the last."""
    head = _head(raw)
    at: int | None = 0
    while at is not None:
        at = yield from _read_from(raw, head, at)


def read_item(raw: BinaryIO, offset: int, length: int | None) -> tuple[Channel, Item]:
    """The item at a byte. Raises Fault."""
    head = _head(raw)
    raw.seek(offset)
    if length is None:
        return _only_item(_read_from(raw, head, offset))
    reader = _reader_after_head(head, offset)
    try:
        _feed(reader, raw.read(min(length, 2 * LARGEST_PAYLOAD)), offset)
    except Fault:
        if not reader.items:
            if (found := _repaired_item(raw, head, offset)) is not None:
                return found
            raise
    if not reader.items:
        raise Fault(SkipReason.DAMAGED, "There is no post here: the file is not the one that was added.", offset)
    return reader.channel, reader.items[0]


def _only_item(found: Iterator[tuple[Channel, Item] | Fault]) -> tuple[Channel, Item]:
    first = next(found, Fault(SkipReason.DAMAGED, "There is no post here: the file is not the one that was added."))
    if isinstance(first, Fault):
        raise first
    return first


def _head(raw: BinaryIO) -> bytes:
    """What comes before the first item, cleaned. Found by parsing: "<item>" may stand in a comment too."""
    raw.seek(0)
    reader, head = _Reader(Channel(), 0), bytearray()
    try:
        while reader.first_item is None and len(head) < LARGEST_WXR_HEAD and (more := raw.read(_STEP)):
            head += more
            _feed(reader, more, 0)
    except Fault:
        pass  # reported when the items are read
    if reader.first_item is None and (start := _ITEM_START.search(head)):
        return _cleaned(repaired(bytes(head[: start.start()]))[0])
    return _cleaned(bytes(head[: reader.first_item]))


def _cleaned(data: bytes) -> bytes:
    """Control characters as spaces, so that every byte keeps its place (WordPress writes UTF-8, never UTF-16)."""
    return data.translate(_TO_SPACES)


def _reader_after_head(head: bytes, offset: int) -> _Reader:
    """A parser that has read the head and expects what stands at `offset`."""
    reader = _Reader(Channel(), max(0, offset - len(head)))
    _feed(reader, head, 0)
    return reader


def _feed(reader: _Reader, data: bytes, offset: int, *, is_last: bool = False) -> None:
    """Give the parser bytes that stand at `offset`. Raises Fault with the byte and line of what is no XML."""
    try:
        reader.parser.Parse(_cleaned(data), is_last)
    except (LookupError, ValueError) as error:
        message = f"The export's text encoding is not read ({error}): convert the file to UTF-8."
        raise Fault(SkipReason.NOT_READABLE_KIND, message, 0) from error
    except expat.ExpatError as error:
        at = max(0, reader.parser.ErrorByteIndex) + (reader.shift if offset else 0)
        what = expat.errors.messages.get(error.code, "no XML")
        name = str(what) if isinstance(what, str) else str(error)
        line = "" if reader.shift else f", line {error.lineno}"
        message = (
            f"The export is no XML here ({name}{line}): passed over, up to the next post. Export it again if you can."
        )
        raise Fault(SkipReason.DAMAGED, message, at) from error


def _read_from(raw: BinaryIO, head: bytes, at: int) -> Generator[tuple[Channel, Item] | Fault, None, int | None]:
    """Items from byte `at` (0 or an item's start) on; gives the byte to go on from after a fault, None at the end."""
    reader = None
    try:
        reader = _reader_after_head(head, at) if at else _Reader(Channel(), 0)
        raw.seek(at)
        offset = at
        while data := raw.read(_STEP):
            _feed(reader, data, offset)
            offset += len(data)
            while reader.items:
                yield reader.channel, reader.items.pop(0)
        if not reader.is_closed:
            yield _cut_short(reader, offset)
        return None
    except Fault as fault:
        if reader:
            while reader.items:
                yield reader.channel, reader.items.pop(0)
        broken = reader.open_item if reader and fault.reason is SkipReason.DAMAGED else None
        if broken is not None and (found := _repaired_item(raw, head, broken.offset)) is not None:
            yield found
            return _next_item(raw, broken.offset + 1)
        yield fault
        if at == 0 and fault.reason is SkipReason.DAMAGED and reader and reader.first_item is None:
            return _next_item(raw, 0)  # damage in what the channel says of itself
        if fault.reason is not SkipReason.DAMAGED or fault.offset is None or fault.offset < len(head):
            return None
        return _next_item(raw, max(fault.offset, at + 1))


def _repaired_item(raw: BinaryIO, head: bytes, start: int) -> tuple[Channel, Item] | None:
    """The item at a byte with what expat refuses in it made harmless; None where that is not enough."""
    raw.seek(start)
    data = b""
    while (end := data.find(b"</item>")) < 0 and len(data) < 2 * LARGEST_PAYLOAD and (more := raw.read(_STEP)):
        data += more
    if end < 0:
        return None
    sound, stray = repaired(data[: end + len(b"</item>")])
    try:
        reader = _reader_after_head(head, start)
        _feed(reader, sound, start)
    except Fault:
        return None
    if not reader.items:
        return None
    item = reader.items[0]
    restore = Restorer(stray)
    item.texts = {name: restore(text) for name, text in item.texts.items()}
    for category in item.categories:
        category.name = restore(category.name)
    return reader.channel, item


def _cut_short(reader: _Reader, size: int) -> Fault:
    item = reader.open_item
    message = "The export ends before its closing tag: it was cut short. Export it again if you can."
    return Fault(SkipReason.TRUNCATED, message, item.offset if item else size)


def _next_item(raw: BinaryIO, start: int) -> int | None:
    """The byte of the first <item> after `start`."""
    raw.seek(start)
    base, window = start, b""
    while more := raw.read(_STEP):
        window += more
        found = _ITEM_START.search(window)
        if found:
            return base + found.start()
        base, window = base + len(window) - 6, window[-6:]
    return None
