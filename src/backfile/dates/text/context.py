"""What a date expression is read against: the publication day and the dates named before it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from backfile.dates.text.calendar import day_of
from backfile.model.certainties import DateCertainty

CERTAINTIES: dict[DateCertainty, str] = {
    DateCertainty.AS_PRINTED: 'the words give the value whole: "February 23, 2017", "two weeks"',
    DateCertainty.COUNTED: 'counted from the publication day: "yesterday", "last week", "two years ago"',
    DateCertainty.WEEKDAY_SAME_OR_LAST: "a bare weekday is the publication day itself or the last one before it",
    DateCertainty.WEEKDAY_NEXT: 'a bare weekday under a future verb, or after "until" or "by", is the next one',
    DateCertainty.NEAREST_DAY: "a day without a year, or a holiday, lies where it is nearest to the publication",
    DateCertainty.DAY_BY_VERB: "the same, and the verb near it points there",
    DateCertainty.MONTH_LAST: "a bare month or season is the last one, or one that is near ahead",
    DateCertainty.MONTH_BY_VERB: "the same, and the verb near it points there",
    DateCertainty.LAST_NAMED: 'counted from the last date named: "the following day", "three weeks later"',
    DateCertainty.LAST_NAMED_YEAR: "in a passage that retells the past, the year of the last date named with its year",
    DateCertainty.VAGUE: 'words that name no date or no amount: "recently", "several years"',
    DateCertainty.UNANCHORED: "it hangs on a publication day that is not known: no value",
}
"""Names of the rules of thumb that give values, with what each says; docs/dates.md prints the same."""


class Reading(NamedTuple):
    """What an expression says."""

    type: str
    """DATE | TIME | DURATION | SET"""
    value: str | None
    """TIMEX3 value; None where it hangs on a publication day that is not known."""
    certainty: DateCertainty
    """The rule of thumb that gave the value: a name in CERTAINTIES."""
    anchor: str | None = None
    """The day or date that it was counted from."""


class Found(NamedTuple):
    """An expression: its first token, the token after its last, and what it says."""

    start: int
    end: int
    reading: Reading


_ASIDE = 12
"""Years: further off than this, a year in a text that tells history is an aside."""


@dataclass
class Context:
    """The days that expressions hang on, kept up as the text is read."""

    published: date | None
    last_named: str | None = None
    """The value of the last date named, in its fullest form."""
    last_day: date | None = None
    """The last date named that is a day."""
    named_before: str | None = None
    day_before: date | None = None
    """The same of the paragraphs before: "The following year" may begin one."""
    last_year: int | None = None
    """The year of the last date named with its year in this passage."""
    quarter: str | None = None
    """The last quarter named: what "the quarter" means in a business report."""
    has_quarter_here: bool = False
    """True where this paragraph has named it."""
    is_past_passage: bool = False
    """True where that year lies before the year of publication: the passage retells the past."""
    aside: bool = False
    """True where the last year named lay far from those told of."""
    is_narrative: bool = False
    """True for a text that tells history: its years are many, and it names no day of the week."""

    def reference(self) -> date | None:
        """The day that "later" and "the following year" count from: the last date named, else the publication day."""
        return day_of(self.last_named) or day_of(self.named_before) or self.published

    def day_reference(self) -> date | None:
        """The day that "the day" and "the following day" mean: the last day named, else the publication day."""
        return self.last_day or self.day_before or self.published

    def has_named(self, *, day: bool) -> bool:
        """Whether a date has been named that "later" can count from: a day, for days."""
        return bool(self.last_day or self.day_before if day else self.last_named or self.named_before)

    def note(self, value: str | None, *, has_year: bool) -> None:
        """Remember a date that was named."""
        day = day_of(value)
        if value is None or day is None:
            return
        self.last_named = value
        if len(value) >= 10:
            self.last_day = day
        if has_year and (self.is_narrative or len(value) >= 7):
            if self._is_aside(day.year):
                return
            self.last_year = day.year
            self.is_past_passage = self.published is None or day.year < self.published.year

    def _is_aside(self, year: int) -> bool:
        """A year far from those told of is an aside ("declassified in 2005"), until a second one follows."""
        is_far = self.is_narrative and self.last_year is not None and abs(year - self.last_year) > _ASIDE
        is_second, self.aside = is_far and self.aside, is_far
        return is_far and not is_second

    def note_quarter(self, value: str) -> None:
        """Remember a quarter that was named; days do not count from it."""
        self.quarter = value
        self.has_quarter_here = True

    def return_to_now(self) -> None:
        """A day counted from the publication was named: the passage no longer retells the past."""
        if not self.is_narrative:
            self.last_year, self.is_past_passage = None, False

    def start_paragraph(self) -> None:
        """A new paragraph of a story published on a known day goes back to that day."""
        self.has_quarter_here = False
        if self.published is not None and not self.is_narrative:
            self.named_before, self.day_before = self.last_named or self.named_before, self.last_day or self.day_before
            self.last_named = self.last_day = self.last_year = None
            self.is_past_passage = False
