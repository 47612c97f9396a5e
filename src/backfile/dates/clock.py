"""Times of day and zones as printed beside a day: 4:47 PM, 12:04 p.m. ET, 17h44, 17.44 Uhr, 17時44分, 16:47 (GMT+7)."""

import re
from typing import NamedTuple

from backfile.dates.time_zones import offset_minutes


class Clock(NamedTuple):
    """A time of day as it stands in a text."""

    start: int
    end: int
    hour: int
    minute: int
    second: int | None
    offset: int | None
    """Minutes east of Greenwich; None where no zone is stated."""


# "4:47 PM", "16:47:05", "04:47 π.μ.", "下午5:44"; not the ":47" of "1:16:47:05"
_COLON = re.compile(
    r"(?<![\d:])(?<!\d[.,])(?:(上午|下午|午前|午後|오전|오후|凌晨|早上|晚上|中午)\s?)?([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d)(?:[.,]\d+)?)?(?!\d|:\d)"
)
# "17h44", "17 h 44", "17h"; not "17hours", "17h441"
_LETTER_H = re.compile(r"(?<![\d:.])([01]?\d|2[0-4])\s?h(?:\s?([0-5]\d))?(?:min)?(?![\w])", re.I)
# "17.44 Uhr", "kl. 17.44", "klo 17.44", "4.47pm", "| 17.44"; not "3.25 percent"
_DOT = re.compile(
    r"(?<![\d.:])(?:(kl\.?|klo|kello|um|alle|ore|ora|at|pukul|jam|[|,])\s{0,2})?([01]?\d|2[0-4])\.([0-5]\d)(?:\.([0-5]\d))?(?!\d|[.,]\d)"
    r"(?=\s?(Uhr|uur|hrs?|WIB|WITA|WIT|GMT|BST|CES?T|[ap]\.?m\b)?)",
    re.I,
)
# "4 pm", "11 a.m."
_HOUR = re.compile(r"(?<![\d:.,/])(1[0-2]|0?[1-9])\s?(?=[ap]\.?\s?m\b)", re.I)
# "17時44分", "17时", "下午5時", "오후 5시 44분"
_CJK = re.compile(
    r"(?:(上午|下午|午前|午後|오전|오후|凌晨|早上|晚上|中午)\s?)?(?<!\d)([01]?\d|2[0-4])\s?[時时시點点]\s?(?:([0-5]?\d)\s?[分분])?(?:\s?([0-5]?\d)\s?[秒초])?"
)
_UHR = re.compile(r"(?<![\d:.,/])([01]?\d|2[0-4])(?=\s?Uhr\b)")
_HALF = re.compile(r"\s?(?:([ap])\.?\s?m\b\.?|(πμ|π\.μ\.|μμ|μ\.μ\.)|([صم])(?!\w)|(AM|PM)\b)", re.I)
_ZONE = re.compile(
    r"[\s,]{0,2}(?:Uhr|uur|hrs?\b|น\.)?[\s,]{0,2}\(?(?:(UTC|GMT|Z|\b[A-ZМСК]{2,5}\b|Eastern|Central|Mountain|Pacific)?\s?([+\-−]\d{1,2}(?::?\d{2})?)(?!\d|[:.,/-])"
    r"|(Z|[A-ZМСК]{2,5}|Eastern|Central|Mountain|Pacific)\b)"
)
_DIGIT = re.compile(r"\d")
_SHAPES = (
    (_COLON, frozenset(":：")), (_LETTER_H, frozenset("hH")), (_CJK, frozenset("時时시點点")), (_DOT, frozenset(".")),
    (_HOUR, frozenset("mM")), (_UHR, frozenset("Uu")),
)  # fmt: skip
"""The shapes of a time of day, each with the characters of which it has one."""
_AFTERNOON = frozenset({"下午", "午後", "오후", "晚上", "中午"})


def find_clock(text: str, start: int, end: int, *, day: tuple[int, int, int]) -> Clock | None:
    """The first time of day in text[start:end]; `day` settles summer time."""
    best: re.Match[str] | None = None
    if not _DIGIT.search(text, start, end):
        return None
    near = set(text[start:end])
    for pattern, marks in _SHAPES:
        if near.isdisjoint(marks):
            continue
        m = pattern.search(text, start, end)
        if m and (pattern is not _DOT or m[1] or m[5]) and (best is None or m.start() < best.start()):
            best = m
    return _read(text, best, day) if best else None


def read_zone(text: str, at: int, *, day: tuple[int, int, int]) -> tuple[int | None, int]:
    """(minutes east of Greenwich or None, where the zone's text ends) for the zone that stands at `at`."""
    m = _ZONE.match(text, at)
    if not m:
        return None, at
    if m[2]:
        sign = 1 if m[2][0] == "+" else -1
        digits = m[2][1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        return (sign * (hours * 60 + minutes), m.end()) if hours <= 14 and minutes < 60 else (None, at)
    offset = offset_minutes(m[3], day)
    return offset, (m.end() if offset is not None else at)


def _read(text: str, m: re.Match[str], day: tuple[int, int, int]) -> Clock | None:
    groups = m.groups()
    half, second = None, None
    if m.re is _COLON or m.re is _CJK:
        half, hour, minute, second = groups
    elif m.re is _DOT:
        hour, minute, second = groups[1:4]
    elif m.re is _LETTER_H:
        hour, minute = groups
    else:
        hour, minute = groups[0], None
    hours, end = int(hour), m.end()
    after = _HALF.match(text, end)
    if after:
        end = after.end()
        is_late = (after[1] or after[4] or "").lower().startswith("p") or after[2] in ("μμ", "μ.μ.") or after[3] == "م"
        hours = hours % 12 + (12 if is_late else 0) if hours <= 12 else hours
    elif half:
        hours = hours % 12 + 12 if half in _AFTERNOON and hours <= 12 else hours
    if hours > 23:
        return None
    offset, end = read_zone(text, end, day=day)
    return Clock(m.start(), end, hours, int(minute or 0), int(second) if second else None, offset)
