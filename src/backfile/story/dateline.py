"""The dateline: where a story was written, at the head of its first paragraph (AP Stylebook, "datelines")."""

from collections.abc import Callable

from backfile.late_pattern import late
from backfile.model.story import Dateline

_CAPS = r"[A-ZÀ-ÖØ-ÞŠŽĆČĐŁ][A-ZÀ-ÖØ-ÞŠŽĆČĐŁ.'’-]*"
_STATE = r"(?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.|[A-Z]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})"
_DATE = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jän|mär|mai|okt|dez)[a-z]*\.?(?: \d{4})?)"
_AGENCY = r"\(?(?:[A-Z][A-Za-z]{1,12}|[a-z]{2,4}|[A-Z][\w.]+(?: [A-Z][\w.]+){1,3})(?:[/-][A-Za-z]{2,12})*\)?"
_DASH = r"(?:--+|[—–―]|-)"
_DATELINE = late(
    rf"(?P<place>{_CAPS}(?:[ /]{_CAPS}){{0,4}}(?:, {_STATE}){{0,2}})"
    rf"(?:,? (?P<date>{_DATE}))?(?:,? (?:\((?P<agency>[^()]{{2,40}})\)|(?P<plain>AP|AFP|UPI|Reuters)))?(?:,? (?P<date2>{_DATE}))?\s*{_DASH}\s*",
    0,
)
_MIXED = late(
    rf"(?P<place>[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:[ /-][A-ZÀ-ÖØ-Þ][\w.'’-]+){{0,3}}(?:, {_STATE})?)"
    rf"(?:,? (?P<date>{_DATE}))? \((?P<agency>[A-Za-z][\w ./+-]{{1,40}})\)(?:,? (?P<date2>{_DATE}))?\s*(?:{_DASH}|\.|:)\s*"
)
_NO_PLACE = frozenset(
    "WATCH READ UPDATE UPDATED VIDEO PHOTOS BREAKING NOTE EDITOR LISTEN EXCLUSIVE OPINION ANALYSIS CORRECTION MORE LIVE NEW I A AD ON Q Q. A. TV PHOTO FILE".split()
)
_LONGEST = 90
_OPENS = late(r"[A-ZÀ-ÖØ-ÞŠŽĆČĐŁ][^.—–―(-]*[.—–―(-]")
"""A capital, and a mark that may end a dateline: what has neither is none."""


_STOPPED = late(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][\w'’-]{2,20}(?: [A-ZÀ-ÖØ-Þ][\w'’-]{2,20}){0,2})(?P<mark>\.\s?[-–—]\s*|\.\s+)(?=[A-ZÀ-ÖØ-Þ„«“\"])"
)


def split_dateline(paragraph: str, is_named_again: Callable[[str], bool]) -> tuple[Dateline | None, int, str | None]:
    """(dateline, its length in code points, the agency that it names) of a first paragraph; (None, 0, None) where there is none.

    `is_named_again` tells whether the rest of the page names a place: one set off by a full stop alone ("Erlenfurt. Das Stadtbad
    ...", as German regional papers do) is believed only where it does.
    """
    head = paragraph[: _LONGEST + 20]
    if not _OPENS.match(head):
        return None, 0, None
    found = _DATELINE.match(head) or _MIXED.match(head)
    if found is None:
        found = _STOPPED.match(head)
        if found and "-" not in found["mark"] and not is_named_again(found["place"][:-1]):
            found = None
    if found is None or found.end() > _LONGEST or found.end() >= len(paragraph):
        return None, 0, None
    place = found["place"].strip(" ,")
    if place.split()[0].strip(",") in _NO_PLACE or len(place) < 3:
        return None, 0, None
    groups = found.groupdict()
    agency = groups.get("agency") or groups.get("plain")
    return Dateline(found[0].strip(), place, groups.get("date") or groups.get("date2")), found.end(), agency
