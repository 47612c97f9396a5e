"""What the pages of changes show: a story's change word by word, two stories side by side, and lists of changes."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from backfile.model.changes import Change, Diff, WordRun
from backfile.model.story import Story
from backfile.site.site_address import change_path, story_path
from backfile.site.when import When, when, when_seen
from backfile.wording.change_words import say_field, say_kind, say_matters, say_weight
from backfile.wording.site_languages import gettext
from backfile.wording.story_names import NO_HEADLINE, headline_of, outlet_of


class Side(NamedTuple):
    """One of the two texts: a story, at one of its versions where it is a version."""

    path: str
    headline: str
    outlet: str | None
    when: When
    seen: When | None
    """When the version was first seen; None of a story that is set beside another."""


class DiffPage(NamedTuple):
    """Two texts side by side."""

    title: str
    kind: str | None
    """What kind of change it is, in words; None of two stories."""
    before: Side
    after: Side
    matters: tuple[str, ...]
    fields: tuple[tuple[str, tuple[tuple[WordRun, ...], ...]], ...]
    """Each field's name, and its lines in runs."""


class ChangeLine(NamedTuple):
    """A change in a list."""

    path: str
    headline: str
    outlet: str | None
    when: When
    kind: str
    seen: When
    weight: str


def change_page(change: Change, story: Story, now: datetime) -> DiffPage:
    """The page of a story's change at `now`."""
    assert change.diff is not None
    before, after = (_side(story, now, version) for version in (change.before, change.after))
    return DiffPage(gettext("What changed"), say_kind(change.kind), before, after, *_words(change.diff))


def beside_page(stories: tuple[Story, Story], diff: Diff, now: datetime) -> DiffPage:
    """The page of two stories side by side at `now`."""
    before, after = (_side(story, now) for story in stories)
    return DiffPage(gettext("Side by side"), None, before, after, *_words(diff))


def change_lines(changes: Iterable[Change], now: datetime) -> tuple[ChangeLine, ...]:
    """Changes as a list shows them at `now`."""
    return tuple(
        ChangeLine(
            change_path(one.story, one.before, one.after), (one.headline or "").strip() or gettext(NO_HEADLINE), one.outlet,
            when(one.published, now), say_kind(one.kind), when_seen(one.seen, now), say_weight(one.weight),
        )
        for one in changes
    )  # fmt: skip


def _side(story: Story, now: datetime, version: str | None = None) -> Side:
    seen = next((one.first_seen for one in story.versions if one.id == version), None)
    return Side(
        story_path(story.id, version=version), headline_of(story.headline), outlet_of(story), when(story.published, now),
        when_seen(seen, now) if version else None,
    )  # fmt: skip


def _words(diff: Diff) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[tuple[WordRun, ...], ...]], ...]]:
    fields = tuple((say_field(field.field), _lines(field.runs)) for field in diff.fields)
    return tuple(say_matters(diff.matters)), fields


def _lines(runs: Iterable[WordRun]) -> tuple[tuple[WordRun, ...], ...]:
    """The runs, cut where a line of the text ends."""
    lines: list[list[WordRun]] = [[]]
    for run in runs:
        before, after = run.before.split("\n"), run.after.split("\n")
        for at in range(max(len(before), len(after))):
            if at:
                lines.append([])
            piece = WordRun(run.kind, *(side[at] if at < len(side) else "" for side in (before, after)))
            if piece.before or piece.after:
                lines[-1].append(piece)
    return tuple(tuple(line) for line in lines if line)
