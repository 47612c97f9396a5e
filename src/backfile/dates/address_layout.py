"""The layout of a site's addresses: where in them the day of a story stands, as an archivist writes it down.

"paper.example/{year}/{month}/{day}/*" matches "https://www.paper.example/2003/05/20/fire.html" and says 2003-05-20. One layout is true of
all pages that a program of the site made, so that it dates all of them at once.
"""

import re
from datetime import date

_FIELDS = {"year": r"(?P<year>(?:19|20)\d\d)", "yy": r"(?P<yy>\d\d)", "month": r"(?P<month>0?[1-9]|1[0-2])", "day": r"(?P<day>0?[1-9]|[12]\d|3[01])"}  # fmt: skip
_FIELD = re.compile(r"\{(\w*)\}|\*")
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?", re.I)


class AddressLayout:
    """A layout. Raises ValueError, with a line for a person, for what is none."""

    def __init__(self, written: str) -> None:
        names = [found[1] for found in _FIELD.finditer(written) if found[0] != "*"]
        if wrong := [name for name in names if name not in _FIELDS]:
            raise ValueError(f"{{{wrong[0]}}} is no part of a day: there are {{year}}, {{yy}}, {{month}} and {{day}}")
        if len(set(names)) < len(names) or ("year" in names) == ("yy" in names):
            raise ValueError(f"{written!r} says no one year: write it as paper.example/{{year}}/{{month}}/{{day}}/*")
        if "day" in names and "month" not in names:
            raise ValueError(f"{written!r} has a day and no month")
        self._pattern = re.compile(self._as_pattern(written), re.I | re.ASCII)

    def day_of(self, address: str) -> str | None:
        """The day, month or year in an address of this layout, ISO 8601; None of another, and where there is no such day."""
        found = self._pattern.fullmatch(_bare(address))
        if found is None:
            return None
        said = {name: int(value) for name, value in found.groupdict().items()}
        year = said["year"] if "year" in said else _century(said["yy"])
        month, day = said.get("month"), said.get("day")
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            return None
        return "-".join(part for part in (f"{year:04d}", f"{month:02d}" if month else "", f"{day:02d}" if day else "") if part)  # fmt: skip

    @staticmethod
    def _as_pattern(written: str) -> str:
        bare, parts, at = _bare(written), [], 0
        for found in _FIELD.finditer(bare):
            parts += [re.escape(bare[at : found.start()]), _FIELDS[found[1]] if found[1] else "[^?#]*"]
            at = found.end()
        parts.append(re.escape(bare[at:]))
        return ("[^/?#]+" if bare.startswith("/") else "") + "".join(parts)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip(), count=1)


def _century(two: int) -> int:
    """The year of two digits, as POSIX has it (strptime, %y)."""
    return two + (1900 if two >= 69 else 2000)
