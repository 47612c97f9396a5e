"""Years and days of other calendars than the Gregorian, as newspapers print them: Solar Hijri, Buddhist era, eras of Japan and Taiwan.

Solar Hijri (Iran, Afghanistan): the leap years of 1244 to 1472 are those in which 25 y + 11 leaves less than 8 when divided by 33
(the rule of 33 years, which agrees with the equinox in Tehran over that span). Buddhist era: Thailand counts 543 years more.
"""

from datetime import date, timedelta

_BUDDHIST = 543
_FIRST_SOLAR, _LAST_SOLAR = 1369, 1409
"""The Solar Hijri years of 1990 to 2031: years of the lunar calendar that come later are not among them."""
_ORIGIN = (1348, date(1969, 3, 21))
"""A new year's day."""
_LONG_MONTHS = 6

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of each era."""


def from_solar_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri one; None for no day of that calendar, or a year of another time."""
    if not (_FIRST_SOLAR <= year <= _LAST_SOLAR and 1 <= month <= 12 and 1 <= day <= _days_in(year, month)):
        return None
    first, start = _ORIGIN
    years = sum(366 if _is_leap(one) else 365 for one in range(first, year))
    months = sum(_days_in(year, one) for one in range(1, month))
    return start + timedelta(days=years + months + day - 1)


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _days_in(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 29 if month == 12 and not _is_leap(year) else 30


def from_buddhist(year: int) -> int:
    """The Gregorian year of one of the Buddhist era; the year itself where it is none."""
    return year - _BUDDHIST if 2400 <= year <= 2650 else year
