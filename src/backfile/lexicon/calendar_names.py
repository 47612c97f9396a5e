"""Names of months, weekdays, units and day words in the languages of news: lists `calendar.*` of languages/*.toml.

In small letters (as `str.casefold` gives them) and without their full stop.
"""

from collections.abc import Mapping

from backfile.lexicon.word_lists import by_language, in_all

Rows = Mapping[str, tuple[str, ...]]
"""By language: a row for each month or day, its spellings parted by spaces."""

MONTHS: Rows = by_language("calendar.months")
WEEKDAYS: Rows = by_language("calendar.weekdays")
DAY_WORDS: Rows = by_language("calendar.day-words")
"""Two rows: today, yesterday."""
UNITS: dict[str, tuple[str, ...]] = {
    unit: in_all(f"calendar.units.{unit}") for unit in ("second", "minute", "hour", "day", "week", "month", "year")
}
AGO_AFTER, AGO_BEFORE = in_all("calendar.ago-after"), in_all("calendar.ago-before")
"""Words for "ago" by where they stand: after the amount or before it."""

PAIRED_MONTHS: dict[str, tuple[int, int]] = {"كانون": (12, 1), "تشرين": (10, 11)}
"""Months of the Levant that two share: by "the first" (الأول) and "the second" (الثاني) after it."""

SOLAR_HIJRI: Rows = by_language("calendar.solar-hijri")
"""Months of Iran and Afghanistan, the first in March."""

_FIRST = ("en", "pl")
"""Languages whose word it is where two have it for different months: "listopada" is November in far more pages than October."""


def words_of(table: Rows, *, languages: tuple[str, ...] | None = None) -> dict[str, int]:
    """Spelling -> place of its row, counted from 0, over `languages` (all of them when None)."""
    found: dict[str, int] = {}
    for language in dict.fromkeys((*_FIRST, *table) if languages is None else languages):
        for number, row in enumerate(table.get(language, ())):
            for word in row.split(" "):
                found.setdefault(word.casefold(), number)
    return found
