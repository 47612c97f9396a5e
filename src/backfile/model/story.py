"""The Story record, schema `backfile/story/1`: every field with the evidence for it (docs/schema.md)."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from backfile.model.doubts import Doubt
from backfile.model.notebook_views import html_of
from backfile.model.plain_reasons import with_reasons
from backfile.model.plain_values import plain_fields, plain_record
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason

SCHEMA = "backfile/story/1"
_DAY = len("2017-02-23")


class Outlet(NamedTuple):
    """Who published it."""

    name: str | None
    domain: str | None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Author(NamedTuple):
    """A person in the byline, names and roles as printed."""

    name: str
    role: str | None = None
    outlet: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Dateline(NamedTuple):
    """The place at the head of the text (AP usage)."""

    raw: str
    """As printed, with its dash: "HARTFORD, Feb. 23 (AP) --"."""
    place: str
    date: str | None = None
    """The date as printed in it, or None."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Stamp(NamedTuple):
    """When the page says that it was published or updated."""

    value: str
    """ISO 8601, as long as `precision` allows: "2017-02-23", "2017-02-23T16:47-05:00"."""
    precision: str
    """second | minute | day | month | year"""
    zone: str
    """stated | inferred | unknown: where the offset in `value` comes from; unknown has no offset."""
    basis: str
    """The kind of clue that decided: a Basis."""
    raw: str
    """The clue as printed."""
    conflict: bool = False
    """True where clues disagree by more than a day: all are in `evidence`."""
    clock_basis: str | None = None
    """The kind of clue that gave the time of day, where that is another than the one that decided the day."""
    clock_raw: str | None = None
    """That clue as printed."""

    @property
    def date(self) -> dt.date | None:
        """The day, as the outlet's calendar had it; None where only the month or the year is known."""
        return dt.date.fromisoformat(self.value[:_DAY]) if len(self.value) >= _DAY else None

    @property
    def datetime(self) -> dt.datetime | None:
        """The instant, with its offset; None where no time of day, or no zone, is known."""
        moment = dt.datetime.fromisoformat(self.value) if len(self.value) > _DAY else None
        return moment if moment is not None and moment.tzinfo else None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Window(NamedTuple):
    """When the story must have been published: inclusive days, either may be unknown."""

    earliest: str | None = None
    latest: str | None = None
    because: tuple[Reason, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Link(NamedTuple):
    """A link in a block."""

    start: int
    end: int
    """Code points into the block's own text."""
    href: str
    """As written, resolved against the page's address where that is known."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class BodyBlock(NamedTuple):
    """A block of the body."""

    kind: str
    """paragraph | subhead | list-item | quote | caption | table | embed | entry-time | preformatted"""
    text: str
    start: int
    end: int
    """Code points into Story.body: body[start:end] == text."""
    links: tuple[Link, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Furniture(NamedTuple):
    """A run of blocks kept out of the body."""

    kind: str
    text: str
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Credit(NamedTuple):
    """Who is owed for the story: a credit line (IPTC)."""

    raw: str
    source: str
    role: str
    """wire | contributed | reported | photo | ..."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


ARCHIVE_NOTE = "archive"
"""The kind of a note that an archivist set above a story."""


class Note(NamedTuple):
    """Words about the story beside it."""

    kind: str
    """correction | update | editors-note | clarification | reprint; archive: of an archivist, `date` the day on which it was set"""
    text: str
    date: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


EMBEDDED = "ni:///sha-256;"
"""How the name of a picture begins that its page has in itself (RFC 6920): it has no address."""


class Image(NamedTuple):
    """A picture of the story."""

    url: str | None
    caption: str | None = None
    credit: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class DateMention(NamedTuple):
    """A date expression in the body (TIMEX3, ISO-TimeML)."""

    text: str
    start: int
    end: int
    type: str
    """DATE | TIME | DURATION | SET"""
    value: str | None
    anchor: str | None = None
    certainty: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Quote(NamedTuple):
    """A quotation: source, cue and content, as PolNeAR names them."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    kind: str
    """direct | indirect | mixed"""
    cue: str | None = None
    cue_span: tuple[int, int] | None = None
    as_printed: str | None = None
    """The words that name the speaker at this place."""
    speaker_span: tuple[int, int] | None = None
    speaker: str | None = None
    role: str | None = None
    certainty: str | None = None
    """How the speaker was found: a name listed in docs/quotes.md."""
    act: str | None = None
    """speech | belief | intention"""
    to: str | None = None
    """The words that name whom it was said to: "reporters"; the subject of "were told"."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Named(NamedTuple):
    """A person or an agency, once a story."""

    name: str
    role: str | None = None
    mentions: tuple[tuple[int, int], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Evidence(NamedTuple):
    """A clue found on the page, used or not."""

    field: str
    value: str | None
    raw: str
    where: str
    """json-ld:datePublished, meta:article:published_time, url, visible, ..."""
    rule: str
    used: bool = False
    """True of the clue that decided, and of the one that gave the time of day where that is another."""
    why_not: Reason | None = None

    @property
    def could_decide(self) -> bool:
        """True of what decided, and of what would have if nothing came before it."""
        return self.used or self.why_not is None or self.why_not.code == ClueCode.OUTRANKED

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Version(NamedTuple):
    """The story as it stood in one or more captures of an archive."""

    id: str
    first_seen: str | None
    """When the earliest of its captures was saved, UTC; None where none says."""
    last_seen: str | None
    captures: int = 1
    changed: tuple[str, ...] = ()
    """Names of the fields that differ from the version before."""
    reader: str | None = None
    """Which Backfile read it, and made this record; None where that is not known."""
    change: str | None = None
    """correction | update | silent | date-only | headline-only: from the version before; None of the first"""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Copy(NamedTuple):
    """Another story that shares words with this one."""

    id: str
    outlet: str | None = None
    """The outlet's name, else its domain."""
    headline: str | None = None
    published: Stamp | None = None
    url: str | None = None
    relation: str = "copy"
    """copy: at least 0.7 of the shorter; rewrite: at least 0.4; shares: at least 0.1"""
    share: float = 1.0
    """The share of the shorter story's five-word runs that both have, to three places."""
    is_view: bool = False
    """True of another view of this very story: its print page, its AMP or mobile page, in the same outlet."""
    is_source: bool = False
    """True of the story that this text is from: the outlet is the one that a credit names."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class ThreadLink(NamedTuple):
    """Another story on the same matter, with the grounds that it is."""

    id: str
    outlet: str | None = None
    """The outlet's name, else its domain."""
    headline: str | None = None
    published: Stamp | None = None
    window: Window = Window()
    """When an undated one must have been published, as far as the archive tells."""
    url: str | None = None
    order: str = "unknown"
    """before | same-day | after | unknown: of the two days, as far as they are known"""
    because: tuple[Reason, ...] = ()
    """The grounds, those that decide first."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


_NO_OUTLET = Outlet(None, None)
_OPEN_WINDOW = Window()


@dataclass(frozen=True, slots=True, repr=False)
class Story:
    """A story as one capture shows it. Unknown is None, never a guess; offsets are code points into `body`."""

    id: str
    url: str | None = None
    outlet: Outlet = _NO_OUTLET
    language: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    kind: str = "story"
    """story | live-blog | video | gallery | listing | other"""
    kind_reason: Reason | None = None
    headline: str | None = None
    kicker: str | None = None
    dek: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    captured_at: dt.datetime | None = None
    window: Window = _OPEN_WINDOW
    body: str = ""
    blocks: tuple[BodyBlock, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    credits: tuple[Credit, ...] = ()
    notes: tuple[Note, ...] = ()
    images: tuple[Image, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    people: tuple[Named, ...] = ()
    agencies: tuple[Named, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    versions: tuple[Version, ...] = ()
    copies: tuple[Copy, ...] = ()
    thread: tuple[ThreadLink, ...] = ()

    def __repr__(self) -> str:
        """One line: kind, day and what it rests on, headline, outlet, length, id."""
        day = f"{self.published.value} ({self.published.basis})" if self.published else "undated"
        headline = self.headline or self.body[:_REPR_WIDTH]
        short = headline if len(headline) <= _REPR_WIDTH else headline[: _REPR_WIDTH - 1] + "…"
        outlet = self.outlet.name or self.outlet.domain or "no outlet"
        return f"<Story {self.kind}, {day}: {short!r}, {outlet}, {len(self.blocks)} blocks, id {self.id}>"

    def _repr_html_(self) -> str | None:
        """For notebooks: the headline, with its day and age, and how the text begins."""
        return html_of(self)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain Python values, in the order of docs/schema.md."""
        return {"schema": SCHEMA, **dict(plain_fields(_FIELDS, [getattr(self, name) for name in _FIELDS]))}


_REPR_WIDTH = 60
_FIELDS = tuple(f.name for f in fields(Story))


_NESTED: dict[str, Any] = {
    "outlet": Outlet,
    "dateline": Dateline,
    "published": Stamp,
    "updated": Stamp,
    "window": Window,
}
_LISTED: dict[str, Any] = {
    "authors": Author,
    "furniture": Furniture,
    "credits": Credit,
    "notes": Note,
    "images": Image,
    "dates": DateMention,
    "people": Named,
    "agencies": Named,
    "doubts": Doubt,
    "evidence": Evidence,
    "quotes": Quote,
    "blocks": BodyBlock,
    "versions": Version,
    "copies": Copy,
    "thread": ThreadLink,
}


_WITH_REASONS = (Evidence, Window, Doubt, ThreadLink)
_PLAIN = frozenset(
    kind
    for kind in (*_NESTED.values(), *_LISTED.values())
    if kind not in (*_WITH_REASONS, Copy) and not any("tuple" in str(of) for of in kind.__annotations__.values())
)
"""Kinds that hold words and numbers alone: of a record's hundred parts most are of these."""


def story_from_dict(record: dict[str, Any]) -> Story:
    """The Story that `to_dict` made `record` from (schema `backfile/story/1`)."""
    values: dict[str, Any] = {}
    record = with_reasons(record)
    for name in _FIELDS:
        value = record.get(name)
        if value is None:
            continue
        if name in _NESTED:
            value = _made(_NESTED[name], value)
        elif name in _LISTED:
            value = tuple(_made(_LISTED[name], item) for item in value)
        elif name == "captured_at":
            value = dt.datetime.fromisoformat(value)
        elif isinstance(value, list):
            value = tuple(value)
        values[name] = value
    return Story(**values)


def doubt_from_dict(record: dict[str, Any]) -> Doubt:
    """The Doubt of a plain record."""
    found: Doubt = _made(Doubt, record)
    return found


def stamp_from_dict(record: dict[str, Any] | None) -> Stamp | None:
    """The Stamp of a plain record, where there is one."""
    return Stamp(**record) if record else None


def window_from_dict(record: dict[str, Any]) -> Window:
    """The Window of a plain record."""
    window: Window = _made(Window, record)
    return window


def _made(kind: Any, item: dict[str, Any]) -> Any:
    """A record of `kind` from its plain values, lists turned back into tuples."""
    if kind in _PLAIN:
        return kind(**item)
    if kind is BodyBlock:
        item = {**item, "links": tuple(Link(**link) for link in item["links"])}
    elif kind in _WITH_REASONS:
        item = with_reasons(item)
    if kind in (Copy, ThreadLink) and item["published"] is not None:
        item = {**item, "published": Stamp(**item["published"])}
    if kind is ThreadLink:
        item = {**item, "window": window_from_dict(item["window"])}
    return kind(**{name: _tuples(value) if isinstance(value, list) else value for name, value in item.items()})


def _tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple([_tuples(value) if isinstance(value, list) else value for value in values])
