"""Beside a story's date on its page: by whom it is where it is not the page's, and for the undated the likeliest days."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from backfile.model.entry import LikelyDay
from backfile.model.story import Story
from backfile.wording.age import day_stamp, said_against, say_age, say_days, say_ground
from backfile.wording.plain import one_line


class LikelyLine(NamedTuple):
    """A likely day, or run of days."""

    days: str
    """ "9 August 2017", "2 March 2015 to 5 March 2015"."""
    age: str
    reasons: tuple[str, ...]


class Placing(NamedTuple):
    """What stands beside the date."""

    ground: str | None
    """ "Dated by an archivist, Ruth Okafor, on 25 November 2026: ..."."""
    against: str | None
    """What an archivist holds against the page's date."""
    likely: tuple[LikelyLine, ...]


def placing_of(story: Story, likely: Iterable[LikelyDay], now: datetime) -> Placing:
    """What stands beside the story's date at `now`."""
    return Placing(
        ground=_sentence(say_ground(story.published)),
        against=_sentence(said_against(story)),
        likely=tuple(_line(one, now) for one in likely),
    )


def _line(likely: LikelyDay, now: datetime) -> LikelyLine:
    days, age = say_days(likely.first, likely.last), say_age(day_stamp(likely.last), now)
    return LikelyLine(days, age, tuple(one_line(str(why)) for why in likely.because))


def _sentence(words: str | None) -> str | None:
    return f"{one_line(words).rstrip('.')}." if words else None
