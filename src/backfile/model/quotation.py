"""What an archive gives out of who said what: quotations, speakers, and one utterance as several outlets print it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from backfile.model.flat_rows import WHEN, Columns, Row, when_row
from backfile.model.notebook_views import html_of
from backfile.model.plain_values import plain_record
from backfile.model.result_page import ResultPage
from backfile.model.story import Stamp, Window

_AS_THEY_ARE: Columns = {
    "story": "string", "version": "string", "number": "int64", "is_newest": "bool", "text": "string", "kind": "string",
    "act": "string", "speaker": "string", "person": "string", "role": "string", "as_printed": "string",
    "certainty": "string", "said_on": "string", "utterance": "string", "printed_in": "int64", "headline": "string",
    "outlet": "string",
}  # fmt: skip
QUOTATION_COLUMNS: Columns = {**_AS_THEY_ARE, **WHEN}


class Ground(NamedTuple):
    """Why a name in one story is taken for the same person in another: a full name, and this."""

    kind: str
    """office: the same office is given; outlet: in the same outlet; story: nothing more, so joined to no other story."""
    value: str
    """The office, the outlet's domain, or the story's id: folded."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Voice(NamedTuple):
    """Whose a quotation of a story is, over all stories."""

    number: int
    """Its place in Story.quotes, from 0."""
    person: str | None
    """The speaker's id, for `Archive.speaker`; None for offices, groups and the nameless."""
    utterance: str
    """For `Archive.utterance`."""
    printed_in: int
    """Stories that print this utterance."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Quotation(NamedTuple):
    """One quotation of one version of a story, as the archive lists it."""

    story: str
    version: str
    """The version's id, as in Story.versions."""
    number: int
    """Its place in Story.quotes, from 0."""
    is_newest: bool
    """True where the story's newest version has it."""
    text: str
    kind: str
    act: str | None
    speaker: str | None
    """As the story names the source; None where it names none."""
    person: str | None
    """The speaker's id, for `Archive.speaker`; None for offices, groups and the nameless."""
    role: str | None
    """The office or description, as this story gave it then."""
    as_printed: str | None
    certainty: str | None
    said_on: str | None
    """The day on which the story says that it was said, ISO 8601; None where it gives none beside the cue."""
    utterance: str
    """For `Archive.utterance`: one id for the same words in every story."""
    printed_in: int
    """Stories that print this utterance; other views of a story, its print page say, are that story."""
    headline: str | None
    outlet: str | None
    published: Stamp | None
    """Of that version."""
    window: Window

    def _repr_html_(self) -> str | None:
        """For notebooks: the words, who said them, and the story's day and age."""
        return html_of(self)

    def to_row(self) -> Row:
        """The record as a row of QUOTATION_COLUMNS."""
        return {**{name: getattr(self, name) for name in _AS_THEY_ARE}, **when_row(self.published, self.window)}

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(frozen=True, repr=False)
class QuotationResult(ResultPage[Quotation]):
    """One page of a list of quotations: the sequence of its quotations."""

    columns = QUOTATION_COLUMNS

    total: int
    quotations: tuple[Quotation, ...]
    undated_left_out: int = 0
    """Quotations of undated stories, left out because a date was asked for."""

    @property
    def _items(self) -> tuple[Quotation, ...]:
        return self.quotations


SPEAKER_COLUMNS: Columns = {
    "id": "string", "name": "string", "quotations": "int64", "stories": "int64", "roles": "string", "outlets": "string",
    "first": "string", "last": "string",
}  # fmt: skip


class SpeakerEntry(NamedTuple):
    """A person in the list of speakers."""

    id: str
    name: str
    quotations: int
    stories: int
    roles: tuple[str, ...]
    """Offices and descriptions as printed, each once, the latest first."""
    outlets: tuple[str, ...]
    first: Stamp | None
    """The earliest and the latest date of a story that quotes the speaker; None where all are undated."""
    last: Stamp | None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)

    def to_row(self) -> Row:
        """The record as a row of SPEAKER_COLUMNS: offices and outlets parted by semicolons, of the dates their values."""
        dates = {"first": self.first and self.first.value, "last": self.last and self.last.value}
        return {**self._asdict(), "roles": "; ".join(self.roles), "outlets": "; ".join(self.outlets), **dates}


class Speaker(NamedTuple):
    """A person over all stories that surely mean the same one."""

    entry: SpeakerEntry
    grounds: tuple[Ground, ...]
    """What joins the stories; one ground of kind story where there is only that story."""
    namesakes: tuple[SpeakerEntry, ...]
    """Speakers of the same full name that nothing sure joins to this one."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


BETWEEN_PIECES = "\u2009…\u2009"
"""What stands in `Quotation.text` for the story's own words between two pieces. Its thin spaces tell it from an ellipsis that is printed."""


class Aligned(NamedTuple):
    """A run of words beside those of the fullest form."""

    kind: str
    """same | added: not in the fullest form | left-out: only there | changed: other words in the same place"""
    text: str
    """As this form prints it; "" where it leaves words out."""
    full: str
    """As the fullest form prints it; "" where words were added."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Variant(NamedTuple):
    """One form of the words, with everywhere that prints it."""

    text: str
    aligned: tuple[Aligned, ...]
    printed: tuple[Quotation, ...]
    """By date, the undated last; each story once."""
    is_fullest: bool
    """True of the form that the others are set beside."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Difference(NamedTuple):
    """The same words, given to more than one day or speaker."""

    kind: str
    """day | speaker"""
    values: tuple[str, ...]
    """The days (ISO 8601) or the speakers, as given."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Utterance(NamedTuple):
    """The same utterance as printed by several outlets or versions."""

    id: str
    variants: tuple[Variant, ...]
    """The fullest first, then by date."""
    differences: tuple[Difference, ...]
    outlets: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)
