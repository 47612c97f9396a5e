"""Dates that are printed whole ("3. Mai 2017", "mai 2017", "2017年5月3日"), in the languages that stamps are read in.

What is known of English beyond that (weekdays, verbs, spans) is not known here: a day without its year is left out.
"""

import re
from collections.abc import Iterator

from backfile.dates.printed_days import find_days
from backfile.model.certainties import DateCertainty
from backfile.model.story import DateMention

# the digits of a year, of "令和5年" and of other scripts: a paragraph without them holds no full date
_MAY_DATE = re.compile(r"\d{4}|\d年|\d[./-]\d")
_PARAGRAPH = re.compile(r"[^\n]+")


def full_dates(text: str, language: str) -> Iterator[DateMention]:
    """The full dates of a text: day, month and year, or month and year."""
    for paragraph in _PARAGRAPH.finditer(text):
        if not _MAY_DATE.search(paragraph[0]):
            continue
        for day in find_days(paragraph[0], language=language):
            if day.year is None or day.month is None or day.other is not None or not 1000 <= day.year < 2200:
                continue
            value = f"{day.year:04d}-{day.month:02d}" + (f"-{day.day:02d}" if day.day else "")
            start, end = paragraph.start() + day.start, paragraph.start() + day.end
            yield DateMention(text[start:end], start, end, "DATE", value, None, DateCertainty.AS_PRINTED.value)
