"""The least thing that a page sets: words set in one way, and the dates among them."""

from collections.abc import Iterator
from typing import NamedTuple

from backfile.site.day_notes import DayNote, Noted


class Piece(NamedTuple):
    """Words set in one way."""

    text: str
    href: str | None = None
    is_held: bool = False
    """True where `href` is a page of the site's."""
    linked_on: str | None = None
    """The day of a link to what is not held."""
    is_dateline: bool = False
    anchor: str | None = None
    """The id that a quotation's first words have."""
    dates: tuple[Noted, ...] = ()
    """The dates in `text`, in order, none over another."""

    def part(self, start: int, end: int) -> "Piece":
        """text[start:end] set in the same way. Of a date that is cut, the last part has the day in full."""
        if start == 0 and end >= len(self.text):
            return self
        if not self.dates:
            return Piece(self.text[start:end], *self[1:])
        dates = tuple(
            Noted(
                max(date.start, start) - start,
                min(date.end, end) - start,
                date.note if date.end <= end else date.note._replace(words=None),
            )
            for date in self.dates
            if date.start < end and date.end > start
        )
        return self._replace(text=self.text[start:end], dates=dates)

    @property
    def runs(self) -> Iterator[tuple[str, DayNote | None]]:
        """The text in runs, those that are dates with what they mean."""
        at = 0
        for start, end, note in self.dates:
            if start > at:
                yield self.text[at:start], None
            yield self.text[start:end], note
            at = end
        if self.text[at:]:
            yield self.text[at:], None
