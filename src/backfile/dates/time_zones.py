"""Zones as newsrooms print them: abbreviations with their offsets; summer time by rule where the name leaves it open.

Rules: United States, Energy Policy Act of 2005 and the acts before it; European Union, Directive 2000/84/EC. Names that
mean several zones (IST, CST, AST) are not in the table: they state nothing.
"""

from datetime import date, datetime, timedelta

OFFSETS: dict[str, int] = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "UT": 0,
    "BST": 60, "CET": 60, "MEZ": 60, "WEST": 60, "WAT": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "SAST": 120, "CAT": 120,
    "EEST": 180, "MSK": 180, "МСК": 180, "TRT": 180, "EAT": 180,
    "PKT": 300, "NPT": 345, "WIB": 420, "ICT": 420, "WITA": 480, "HKT": 480, "SGT": 480, "PHT": 480, "MYT": 480,
    "AWST": 480,
    "JST": 540, "KST": 540, "WIT": 540, "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540,
    "AKDT": -480, "HST": -600, "BRT": -180, "ART": -180, "CLT": -240, "PET": -300, "COT": -300,
    "NST": -210, "NDT": -150, "ADT": -180,
}  # fmt: skip
"""Minutes east of Greenwich."""

US_ZONES: dict[str, int] = {
    "ET": -300, "CT": -360, "MT": -420, "PT": -480, "AKT": -540,
    "EASTERN": -300, "CENTRAL": -360, "MOUNTAIN": -420, "PACIFIC": -480,
}  # fmt: skip
"""Names that hold all year: the offset of winter."""


def offset_minutes(name: str, day: tuple[int, int, int]) -> int | None:
    """Minutes east of Greenwich of the zone `name` on that day; None for a name that states no one zone."""
    name = name.upper().rstrip(".")
    if name in OFFSETS:
        return OFFSETS[name]
    winter = US_ZONES.get(name)
    if winter is None:
        return None
    return winter + 60 if is_us_summer(date(*day)) else winter


def is_us_summer(day: date) -> bool:
    """True on days of daylight saving time in the United States (the day of change counts to the new time)."""
    if day.year >= 2007:
        first, last = _sunday(day.year, 3, 2), _sunday(day.year, 11, 1)
    else:
        first, last = _sunday(day.year, 4, 1), _sunday(day.year, 11, 1) - timedelta(days=7)
    return first <= day < last


def _sunday(year: int, month: int, count: int) -> date:
    """The `count`th Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (count - 1))


def offset_text(minutes: int) -> str:
    """ "-05:00" for -300."""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


_EUROPE_WEST = "uk ie pt".split()
_EUROPE_CENTRE = "de fr it at ch nl be lu dk se no pl cz sk hu si hr rs ba me mk al li mt".split()
_EUROPE_EAST = "fi ee lv lt gr ro bg cy ua".split()
COUNTRY_OFFSETS: dict[str, int] = {
    **dict.fromkeys(_EUROPE_WEST, 0), **dict.fromkeys(_EUROPE_CENTRE, 60), **dict.fromkeys(_EUROPE_EAST, 120),
    "jp": 540, "kr": 540, "cn": 480, "hk": 480, "tw": 480, "sg": 480, "my": 480, "ph": 480, "vn": 420, "th": 420,
    "in": 330, "lk": 330, "np": 345, "bd": 360, "pk": 300, "ae": 240, "ke": 180, "ng": 60, "za": 120,
    "is": 0, "ar": -180, "uy": -180, "pe": -300, "ve": -240,
}  # fmt: skip
"""Winter offsets of countries that keep one time, by the last label of a host's name."""
_EUROPE = frozenset(_EUROPE_WEST + _EUROPE_CENTRE + _EUROPE_EAST)


def country_offset(host: str | None, instant: datetime) -> int | None:
    """Minutes east of Greenwich in the country of `host` at `instant`, in UTC; None where that is not one time."""
    country = (host or "").rsplit(".", 1)[-1].lower()
    winter = COUNTRY_OFFSETS.get(country)
    if winter is None:
        return None
    return winter + 60 if country in _EUROPE and _is_eu_summer(instant) else winter


def _is_eu_summer(instant: datetime) -> bool:
    """From 01:00 UTC on the last Sunday of March to 01:00 UTC on the last one of October (since 1996)."""
    first, last = (_last_sunday(instant.year, month) for month in (3, 10))
    return first <= (instant - timedelta(hours=1)).date() < last


def _last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


OFFSETS_IN_USE = frozenset(
    (*range(-11 * 60, 15 * 60, 60), -570, -270, -210, -150, 210, 270, 330, 345, 390, 510, 570, 630, 690, 765, 825)
)
"""Minutes east of Greenwich that a place has kept since 1990 (IANA tz database). West of -11:00 nobody prints a paper."""
_HOMES: dict[str, tuple[str, ...]] = {
    "is": ("is",), "ga": ("ie",), "cy": ("uk",), "de": ("de",), "it": ("it",), "da": ("dk",), "no": ("no",), "nb": ("no",), "nn": ("no",),
    "sv": ("se", "fi"), "pl": ("pl",), "cs": ("cz",), "sk": ("sk",), "hu": ("hu",), "sl": ("si",), "hr": ("hr",), "bs": ("ba",), "sr": ("rs",),
    "mk": ("mk",), "sq": ("al",), "mt": ("mt",), "ca": ("es",), "eu": ("es",), "gl": ("es",), "fi": ("fi",), "et": ("ee",), "lv": ("lv",),
    "lt": ("lt",), "el": ("gr",), "ro": ("ro",), "bg": ("bg",), "uk": ("ua",), "ja": ("jp",), "ko": ("kr",), "th": ("th",), "vi": ("vn",),
    "hi": ("in",), "mr": ("in",), "te": ("in",), "bn": ("in", "bd"), "ta": ("in", "lk", "sg"), "ne": ("np",),
}  # fmt: skip
"""Countries where papers in a language are made, for languages that are at home in one zone or two."""


def offsets_there(host: str | None, language: str | None, instant: datetime) -> frozenset[int]:
    """The offsets in use at `instant` where the newsroom can be: in the country of its host, else where its language is
    written, else anywhere."""
    offset = country_offset(host, instant)
    if offset is not None:
        return frozenset((offset,))
    homes = _HOMES.get((language or "")[:2], ())
    offsets = {country_offset(home, instant) for home in homes}
    return frozenset(found for found in offsets if found is not None) or OFFSETS_IN_USE
