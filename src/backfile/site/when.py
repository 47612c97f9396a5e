"""When a story is from, in every form that the site shows (DESIGN.md, "The date travels").

The age is computed at each reading and never leaves the page: what is copied, shared, cited or fed carries the day.
"""

import re
from datetime import date, datetime
from typing import NamedTuple

from backfile.model.story import Stamp, Story
from backfile.wording.age import day_stamp, from_day, heading, say_age, say_day, say_ground, say_window
from backfile.wording.site_languages import gettext, pgettext, to_translate

UNDATED = to_translate("Undated")
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
    line: str = ""
    """ "From 23 February 2017", or "Undated": true whenever it is read."""
    ground: str | None = None
    """ "Dated by an archivist, Ruth Okafor, on 25 November 2026: ..."; None where the page itself gives the date."""

    @property
    def cited_line(self) -> str:
        """The line, and that the day is not the page's where it is not."""
        if not self.ground:
            return self.line
        return gettext("{line} (dated by an archivist)").format(line=self.line)

    @property
    def known(self) -> bool:
        """Whether the story has a date."""
        return self.machine is not None


class Fact(NamedTuple):
    """A sentence without its full stop, and the age that may be put to it on a page read now."""

    words: str
    age: str | None = None


def when(stamp: Stamp | None, now: datetime) -> When:
    """The date in `stamp` as it is said at `now`, which has a zone."""
    if stamp is None:
        return When(heading(None, now), gettext(UNDATED), None, None, gettext(UNDATED))
    day = say_day(stamp)
    return When(
        heading(stamp, now), day, say_age(stamp, now), stamp.value, from_day(stamp, day), ground=say_ground(stamp)
    )


def when_seen(moment: datetime | str | None, now: datetime) -> When:
    """A moment of the archive's own clock (when a page was saved), said in the same words."""
    if isinstance(moment, datetime):
        moment = moment.isoformat()
    day = (moment or "")[:10]
    if not _is_day(day):
        return When(gettext(UNDATED), gettext("a day not known"), None, None, gettext(UNDATED))
    return when(day_stamp(day), now)


def said_day(day: str) -> str:
    """An ISO day in words; anything else as it is."""
    return say_day(day_stamp(day)) if _is_day(day) else day


def bounds_of_the_undated(story: Story, now: datetime) -> str:
    """Between which days an undated story was published, a sentence; where nothing bounds it, that it may be old."""
    return say_window(story.window, now) or gettext("Nothing says when it was published: it may be many years old.")


def facts_of_the_undated(story: Story, now: datetime) -> tuple[Fact, ...]:
    """What is known of an undated story's time, in plain sentences."""
    facts = [
        Fact(
            gettext(
                "Nothing on the saved page says for certain when this story was published. It may be many years old"
            )
        )
    ]
    if story.updated is not None:
        facts.append(Fact(_updated(story.updated), say_age(story.updated, now)))
    if bounds := say_window(story.window, now):
        facts.append(Fact(bounds.removesuffix(".")))
    if story.captured_at is not None:
        saved = when_seen(story.captured_at, now)
        words = gettext("The story is at least as old as the saved page, which is from {day}").format(day=saved.day)
        facts.append(Fact(words, saved.age))
    else:
        facts.append(Fact(gettext("The file does not say when the page was saved")))
    return tuple(facts)


def _updated(stamp: Stamp) -> str:
    if stamp.precision == "year":
        words = pgettext("year", "The page says that it was updated in {day}")
    elif stamp.precision == "month":
        words = pgettext("month", "The page says that it was updated in {day}")
    else:
        words = gettext("The page says that it was updated on {day}")
    return words.format(day=say_day(stamp))


def _is_day(text: str) -> bool:
    if not _ISO_DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
