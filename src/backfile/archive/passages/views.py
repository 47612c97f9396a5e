"""Views of one story: its print page, its AMP page, its mobile page, a second address in the same outlet.

Two stories of one outlet with the same text are views of one where their addresses say so, or where all of it is the same: headline
and words, and no day against another. Views are one story in lists, counts and searches, which show the lead: a dated one before an
undated, then a plain address before that of a print page, then the shorter.
"""

from typing import NamedTuple

from backfile.archive.addresses.plain_address import is_view_address
from backfile.model.story import Stamp
from backfile.story.identity import fold

SAME_TEXT = 800
"""Thousandths of the shorter text that the longer holds: a print page leaves captions and boxes out, and little else."""
_WHOLE = 990
"""Where addresses say nothing, all must be the same: two market reports of a day, of which one number changed, stay below."""
_AS_LONG = 0.8
"""How long the shorter must be beside the longer: the first of three pages is no view of the whole."""


class View(NamedTuple):
    """A story as far as it tells whether another is a view of it."""

    key: int
    id: str
    headline: str | None
    url: str | None
    published: Stamp | None
    runs: int
    """How long its text is."""

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """The lead of several views has the least."""
        return self.published is None, is_view_address(self.url), len(self.url or ""), self.id


def are_views(one: View, other: View, share: int) -> bool:
    """Whether two stories of one outlet that share so much are views of one."""
    if min(one.runs, other.runs) < _AS_LONG * max(one.runs, other.runs) or _other_day(one.published, other.published):
        return False
    if is_view_address(one.url) != is_view_address(other.url):
        return share >= SAME_TEXT
    return share >= _WHOLE and fold(one.headline or "") == fold(other.headline or "")


def _other_day(one: Stamp | None, other: Stamp | None) -> bool:
    """Whether two dates cannot be one: "2001-03" and "2001-03-06" can."""
    if one is None or other is None:
        return False
    first, second = one.value[:10], other.value[:10]
    return not (first.startswith(second) or second.startswith(first))
