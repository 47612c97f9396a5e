"""XML entries: the repeated elements of feeds and sitemaps, read by expat with no entity and nothing outside the file.

A feed that XML refuses for a stray byte or a bare "&" is read with these made harmless (wxr_repair.py); one that breaks off gives
the entries that came before.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from backfile.capture.wxr_repair import Restorer, repaired
from backfile.limits import LONGEST_MENTION, MOST_MENTIONS

_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})
_KNOWN = (
    (re.compile(r"purl\.org/dc/"), "dc:"),
    (re.compile(r"google\.com/schemas/sitemap-news"), "news:"),
    (re.compile(r"feedburner"), "feedburner:"),
    (
        re.compile(
            r"sitemaps\.org/schemas/sitemap|google\.com/schemas/sitemap/0|w3\.org/2005/Atom|purl\.org/atom"
            r"|purl\.org/rss/1\.0/$|netscape\.com/rdf|backend\.userland\.com|blogs\.law\.harvard\.edu"
        ),
        "",
    ),
)
"""Namespaces with the prefix that stands for them here; the feeds' and sitemaps' own have none."""


@dataclass(slots=True)
class Entry:
    """One of them: texts and attributes by the name of the element, with all that it holds."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    links: list[dict[str, str]] = field(default_factory=list)
    """Attributes of <link> elements (Atom)."""
    terms: list[str] = field(default_factory=list)
    """The term attributes of <category> elements (Atom)."""
    attributes: dict[str, str] = field(default_factory=dict)
    guid_is_link: bool = True
    """False where <guid isPermaLink="false">."""

    def first(self, *names: str) -> str | None:
        """The first text under the first of these names that has one."""
        return next((text for name in names for text in self.texts.get(name, ()) if text), None)


@dataclass(slots=True)
class Entries:
    """What a file holds."""

    root: str = ""
    """ "rss", "rdf", "feed", "urlset", "sitemapindex"; "" of what is no XML."""
    base: str | None = None
    """The site's address, as the head gives it."""
    found: list[Entry] = field(default_factory=list)
    is_more: bool = False
    """True where there were more than are read."""
    fault: str | None = None
    """Why the rest could not be read."""


class _Refused(Exception):
    pass


class _Handlers:
    def __init__(self) -> None:
        self.entries = Entries()
        self._prefixes: dict[str, str] = {}
        self._path: list[str] = []
        self._entry: Entry | None = None
        self._entry_depth = 0
        self._text: list[str] = []
        self._size = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            if key.startswith("xmlns:"):
                self._prefixes[key[6:]] = _prefix_of(value, key[6:])
        name = self._name(name)
        self._path.append(name)
        self._text, self._size = [], 0
        if len(self._path) == 1:
            self.entries.root = name.rpartition(":")[2].lower()
        elif self._entry is None and name in _ENTRIES:
            if len(self.entries.found) >= MOST_MENTIONS:
                self.entries.is_more = True
                raise _Refused
            self._entry = Entry(attributes=attributes)
            self._entry_depth = len(self._path)
        if self._entry is not None:
            self._of_entry(self._entry, name, attributes)
        elif name == "link" and attributes.get("href") and attributes.get("rel", "alternate") == "alternate":
            self.entries.base = self.entries.base or attributes["href"]

    def _of_entry(self, entry: Entry, name: str, attributes: dict[str, str]) -> None:
        if name == "link" and attributes.get("href"):
            entry.links.append(attributes)
        elif name == "category" and attributes.get("term"):
            entry.terms.append(attributes.get("label") or attributes["term"])
        elif name == "guid":
            entry.guid_is_link = attributes.get("isPermaLink", "true").lower() != "false"

    def characters(self, text: str) -> None:
        self._size += len(text)
        if self._size <= LONGEST_MENTION:
            self._text.append(text)

    def end(self, _name: str) -> None:
        text, self._text = "".join(self._text).strip(), []
        name, depth = self._path.pop(), len(self._path)
        if self._entry is None:
            if name == "link" and depth == 2 and text:
                self.entries.base = self.entries.base or text
        elif depth == self._entry_depth - 1:
            self.entries.found.append(self._entry)
            self._entry = None
        elif text and self._size <= LONGEST_MENTION and (depth == self._entry_depth or ":" in name):
            self._entry.texts.setdefault(name, []).append(text)  # <source><title> is no title of the entry's

    def _name(self, name: str) -> str:
        prefix, colon, local = name.rpartition(":")
        return self._prefixes.get(prefix, f"{prefix}:") + local if colon else name

    def refuse(self, *_: object) -> None:
        self.entries.fault = "it declares XML entities, which can be an attack"
        self.entries.found.clear()
        raise _Refused


def _prefix_of(namespace: str, written: str) -> str:
    return next((prefix for pattern, prefix in _KNOWN if pattern.search(namespace)), f"{written}:")


def xml_entries(data: bytes) -> Entries:
    """The entries of a feed or a sitemap, as far as it can be read."""
    found = _parsed(data.lstrip())
    if found.fault is None or found.is_more or not found.root:
        return found
    sound, stray = repaired(data.lstrip())
    again = _parsed(sound)
    if len(again.found) < len(found.found) or (again.fault and not again.found):
        return found
    restore = Restorer(stray)
    for entry in again.found:
        entry.texts = {name: [restore(text) for text in texts] for name, texts in entry.texts.items()}
    return again


def _parsed(data: bytes) -> Entries:
    handlers = _Handlers()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.characters
    parser.EntityDeclHandler = handlers.refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except _Refused:
        pass
    except expat.ExpatError as error:
        handlers.entries.fault = f"it is no XML from line {error.lineno} on"
    except (LookupError, ValueError) as error:
        handlers.entries.fault = f"its text encoding is not read ({error})"
    return handlers.entries
