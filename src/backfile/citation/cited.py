"""What a citation is of: a version of a story, with the day, what the day rests on, and the token that proves both."""

from datetime import UTC, datetime
from typing import NamedTuple

from backfile.citation.token import Token, token_of
from backfile.model.story import Story, Version
from backfile.wording.age import day_stamp, say_day, say_ground, say_window
from backfile.wording.plain import one_line


class Cited(NamedTuple):
    """A story as one of its versions stands."""

    story: Story
    version: Version | None
    """None of a story that no archive holds."""

    @property
    def token(self) -> Token | None:
        """What `backfile verify` proves it by."""
        return token_of(self.story, self.version.id) if self.version else None

    @property
    def day(self) -> str:
        """ "23 February 2017", with who says so where the page does not; or "Undated"."""
        stamp = self.story.published
        return f"{say_day(stamp)}{' (dated by an archivist)' if say_ground(stamp) else ''}" if stamp else "Undated"

    @property
    def saved(self) -> str | None:
        """The day on which the page was saved, ISO 8601."""
        return self.story.captured_at.astimezone(UTC).date().isoformat() if self.story.captured_at else None


def cited(story: Story, version: str | None = None) -> Cited:
    """The citation of a story as `Archive.story(id, version=version)` gives it."""
    held = story.versions
    if not held:
        return Cited(story, None)
    if version is None:
        return Cited(story, held[-1])
    named = [one for one in held if one.id.startswith(version)] or [one for one in held if _is_shown(story, one)]
    return Cited(story, named[0] if len(named) == 1 else None)


def _is_shown(story: Story, version: Version) -> bool:
    """Whether the story's record is that of the version, which its first capture gives: an id of before a rereading names none."""
    return bool(
        story.captured_at
        and version.first_seen
        and datetime.fromisoformat(version.first_seen) == story.captured_at.astimezone(UTC)
    )


def said_saved(one: Cited) -> str | None:
    """ "2 May 2019": when the page was saved."""
    return say_day(day_stamp(one.saved)) if one.saved else None


def basis_note(one: Cited, now: datetime) -> str:
    """What the day rests on, or between which days an undated story was published: sentences."""
    stamp = one.story.published
    if stamp is None:
        return f"Undated. {say_window(one.story.window, now) or 'Nothing says when it was published.'}"
    ground = say_ground(stamp)
    said = f"{ground}." if ground else f"Date: {stamp.value}, from {stamp.basis}."
    return one_line(said + (" The page gives other dates too." if stamp.conflict else ""))


def provenance(one: Cited, now: datetime) -> str:
    """Basis of the date, version, day of saving and token: what forms without fields of their own for them have as a note."""
    parts = [basis_note(one, now)]
    if one.version:
        parts.append(f"Version {one.version.id}.")
    if saved := said_saved(one):
        parts.append(f"Saved {saved}.")
    return " ".join([*parts, str(one.token or f"Backfile story {one_line(one.story.id)}.")])
