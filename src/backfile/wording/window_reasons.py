"""What on a page bounds when its story can have been published, in English."""

from backfile.model.reason_codes import WindowCode
from backfile.model.reasons import Code, Words
from backfile.wording.enumeration import enumerated

_WHAT = {"comments": "a comment"}


def _bears_day(what: str, day: str) -> str:
    return f"{_WHAT.get(what, f'a {what}')} bears the day {day}"


def _weekdays_fit(weekdays: tuple[str, ...], fitting: tuple[str, ...], days: tuple[str, ...]) -> str:
    fit = f"the text's {enumerated(weekdays)} fit{'s' if len(weekdays) == 1 else ''} a story published on a"
    return f"{fit} {' or '.join(fitting)}{': ' if days else ''}{', '.join(days)}"


def _named_day(words: str, days: tuple[str, ...]) -> str:
    return f'the text\'s "{words}" is {", ".join(days) or "no day of the window"}'


WINDOWS: dict[Code, Words] = {
    WindowCode.PUBLISHED: "published {value} ({basis})",
    WindowCode.PUBLISHED_DISPUTED: "published {value} ({basis}); clues disagree",
    WindowCode.CHANGED_LATER: "the page says that it was changed on {day}",
    WindowCode.SAVED: "saved on {day}",
    WindowCode.CHANGED: "changed {value} ({basis})",
    WindowCode.BEARS_DAY: _bears_day,
    WindowCode.FOOTER_YEAR: (
        "the footer's copyright year is {year} (which may be one behind), and nothing names a later one"
    ),
    WindowCode.TOLD_AS_PAST: 'the text tells of "{words}" as past',
    WindowCode.WEEKDAYS_FIT: _weekdays_fit,
    WindowCode.NAMED_DAY: _named_day,
    WindowCode.NO_OLDER: "the web is no older than 1990",
}
