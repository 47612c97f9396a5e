"""When a story is from, in every form that the site shows (DESIGN.md, "The date travels").

The age is computed at each reading and never leaves the page: what is copied, shared, cited or fed carries the day.
"""

import re
from datetime import date, datetime
from typing import NamedTuple

from backfile.model.story import Stamp, Story
from backfile.wording.age import day_stamp, heading, say_age, say_day, say_ground, say_window

UNDATED = "Undated"
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class When(NamedTuple):
    """A story's date as a reader meets it."""

    heading: str
    """ "From 23 February 2017 · 9 years ago", or "Undated"."""
    day: str
    """ "23 February 2017", or "Undated"."""
    age: str | None
    """ "9 years ago"; None for the undated."""
    machine: str | None
    """ISO 8601, for <time datetime>; None for the undated."""
    ground: str | None = None
    """ "Dated by an archivist, Ruth Okafor, on 25 November 2026: ..."; None where the page itself gives the date."""

    @property
    def cited(self) -> str:
        """The day, and that it is not the page's where it is not."""
        return f"{self.day} (dated by an archivist)" if self.ground else self.day

    @property
    def known(self) -> bool:
        """Whether the story has a date."""
        return self.machine is not None

    @property
    def line(self) -> str:
        """ "From 23 February 2017", or "Undated": true whenever it is read."""
        return f"From {self.day}" if self.known else UNDATED


class Fact(NamedTuple):
    """A sentence without its full stop, and the age that may be put to it on a page read now."""

    words: str
    age: str | None = None


def when(stamp: Stamp | None, now: datetime) -> When:
    """The date in `stamp` as it is said at `now`, which has a zone."""
    if stamp is None:
        return When(heading(None, now), UNDATED, None, None)
    return When(heading(stamp, now), say_day(stamp), say_age(stamp, now), stamp.value, say_ground(stamp))


def when_seen(moment: datetime | str | None, now: datetime) -> When:
    """A moment of the archive's own clock (when a page was saved), said in the same words."""
    if isinstance(moment, datetime):
        moment = moment.isoformat()
    day = (moment or "")[:10]
    if not _is_day(day):
        return When(UNDATED, "a day not known", None, None)
    return when(day_stamp(day), now)


def said_day(day: str) -> str:
    """An ISO day in words; anything else as it is."""
    return say_day(day_stamp(day)) if _is_day(day) else day


def bounds_of_the_undated(story: Story, now: datetime) -> str:
    """Between which days an undated story was published, a sentence; where nothing bounds it, that it may be old."""
    return say_window(story.window, now) or "Nothing says when it was published: it may be many years old."


def facts_of_the_undated(story: Story, now: datetime) -> tuple[Fact, ...]:
    """What is known of an undated story's time, in plain sentences."""
    facts = [Fact("Nothing on the saved page says for certain when this story was published. It may be many years old")]
    if story.updated is not None:
        on = "in" if story.updated.precision in ("month", "year") else "on"
        said = f"The page says that it was updated {on} {say_day(story.updated)}"
        facts.append(Fact(said, say_age(story.updated, now)))
    if bounds := say_window(story.window, now):
        facts.append(Fact(bounds.removesuffix(".")))
    if story.captured_at is not None:
        saved = when_seen(story.captured_at, now)
        facts.append(Fact(f"The story is at least as old as the saved page, which is from {saved.day}", saved.age))
    else:
        facts.append(Fact("The file does not say when the page was saved"))
    return tuple(facts)


def _is_day(text: str) -> bool:
    if not _ISO_DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
