"""What a story's page shows, made from the Story as it is read at one moment. Nothing here knows HTML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from backfile.citation.citation_forms import highwire_tags
from backfile.citation.citation_line import citation_line
from backfile.citation.cited import cited
from backfile.model.reason_codes import WindowCode
from backfile.model.reasons import Reason
from backfile.model.shelves import Neighbours
from backfile.model.story import ARCHIVE_NOTE, Copy, Evidence, Furniture, Note, Story
from backfile.site.copy_line import copy_line
from backfile.site.day_notes import has_notes
from backfile.site.lists import Item
from backfile.site.share import Card, card
from backfile.site.site_address import beside_path, change_path, followable, saved_path, story_path, with_query
from backfile.site.story_blocks import Part, body_parts
from backfile.site.story_ways import Links, Ways, byline_runs, neighbours, ways_from
from backfile.site.when import (
    Fact,
    When,
    bounds_of_the_undated,
    facts_of_the_undated,
    when,
    when_seen,
)
from backfile.wording.change_words import say_kind
from backfile.wording.copy_groups import copy_groups, say_share
from backfile.wording.date_case import say_case
from backfile.wording.plain import direction, language_tag
from backfile.wording.site_languages import gettext, speaking, to_translate
from backfile.wording.story_names import headline_of, outlet_of
from backfile.wording.told_names import headed, told
from backfile.wording.unprinted_authors import NamedAuthors, named_authors

_ABOUT_TIME = ("published", "updated", "captured_at", "window", "date")
_SAID = (WindowCode.PUBLISHED, WindowCode.PUBLISHED_DISPUTED)
"""What bounds a story by its date alone, which its page says first."""
_NOTE_NAMES = {
    "editors-note": to_translate("Editor’s note"),
    ARCHIVE_NOTE: to_translate("Note from the archive"),
}
_OWN_LABEL = re.compile(r"\W*[\w.’']+(?: [\w.’']+){0,3}\s?(?:[:：]|\s[—–-]\s)")
"""Matches "UPDATE:", "Note de la rédaction :", "[Correction, — "; not "An earlier version gave the wrong toll."."""


class VersionLine(NamedTuple):
    """A version in the list of versions."""

    number: int
    path: str
    first_seen: When
    last_seen: When
    captures: int
    changed: tuple[str, ...]
    kind: str | None
    """What kind of change led to it, in words."""
    change_path: str | None
    """Where that change is read word by word."""
    is_shown: bool

    @property
    def is_seen(self) -> bool:
        """Whether any of its saved pages says when it was saved."""
        return self.first_seen.known or self.last_seen.known


class CopyLine(NamedTuple):
    """A story that shares words with this one."""

    path: str
    headline: str
    outlet: str | None
    when: When
    share: str
    """How much, and whether it is the source."""
    beside: str
    """Where the two are read side by side."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story's page at one moment."""

    story: Story
    when: When
    updated: When | None
    card: Card
    path: str
    newest_path: str
    """Where its newest version is read: what search engines are to keep."""
    json_path: str
    trace_path: str
    """Where a paragraph is traced, but for its number."""
    kind: str | None
    """ "Live blog"; None for a plain story."""
    language: str | None
    direction: str
    outlet: str | None
    headline: str
    """As printed; words that say so where there is none."""
    named: NamedAuthors | None
    """The authors where no byline is printed."""
    undated_line: str
    """What the notice says beside the word Undated where no day is likely: the bounds, or that there are none."""
    undated_facts: tuple[Fact, ...]
    notes: tuple[tuple[str | None, Note], ...]
    """Each with its kind in words, None where its own first words say it."""
    parts: tuple[Part, ...]
    bounds: tuple[Reason, ...]
    """What bounds a dated story's time beside its date itself."""
    known: str | None
    """How the date is known, a sentence; None for the undated, and where an archivist's own words say it."""
    has_day_notes: bool
    """Whether days stand by the words of the body, so that there is something to switch off."""
    furniture: tuple[tuple[str, tuple[Furniture, ...]], ...]
    """Grouped by kind, kinds in words."""
    evidence: tuple[Evidence, ...]
    doubt_names: tuple[str, ...]
    """Of each doubt: its word, in words."""
    saved: When | None
    saved_path: str
    """Where the page is seen as it was saved."""
    source_path: str
    """Where its source is seen, each of `evidence` under its number."""
    original: str | None
    """The page's address where it may be followed."""
    versions: tuple[VersionLine, ...]
    shown: VersionLine | None
    """The version shown, where it is not the newest."""
    copies: tuple[tuple[str, tuple[CopyLine, ...]], ...]
    """Grouped under headings: its own views, copies, rewrites, passages."""
    ways: Ways
    around: tuple[tuple[str, Item], ...]
    """What the outlet published just before and just after, each with the word for it."""
    byline: Links
    """The byline as printed, in runs; the names of authors with their pages."""
    citation: str
    meta_tags: tuple[tuple[str, str], ...]
    """Names and contents of the citation, for Zotero."""
    copy_line: str


def story_page(story: Story, now: datetime, *, base: str, version: str | None = None, around: Neighbours) -> StoryPage:
    """The page of `story` at `now`; `base` is the site's own address, without a slash at its end."""
    dated = when(story.published, now)
    path = story_path(story.id, version=version)
    versions = tuple(_versions(story, now, version))
    shown = next((line for line in versions[:-1] if line.is_shown), None)
    named = cited(story, version)
    with speaking(None):  # what `backfile verify` and reference managers read is English
        citation, meta_tags = citation_line(named), tuple(highwire_tags(named))
    ways = ways_from(story, is_newest=shown is None)
    return StoryPage(
        story=story,
        when=dated,
        updated=when(story.updated, now) if story.updated else None,
        card=card(story, dated, base + path),
        path=path,
        newest_path=story_path(story.id),
        json_path=story_path(story.id, version=version, suffix=".json"),
        trace_path=with_query("/trace", story=story.id) + "&part=",
        kind=None if story.kind == "story" else headed(told(story.kind)),
        language=language_tag(story.language),
        direction=direction(story.language),
        outlet=outlet_of(story),
        headline=(story.headline or "").strip() or headline_of(None),
        named=named_authors(story),
        undated_line=bounds_of_the_undated(story, now),
        undated_facts=() if dated.known else facts_of_the_undated(story, now),
        notes=tuple((_note_name(note), note) for note in story.notes),
        parts=body_parts(story),
        bounds=tuple(_bounds(story)),
        known=say_case(story),
        has_day_notes=has_notes(story),
        furniture=tuple(_by_kind(story.furniture)),
        evidence=date_clues(story),
        doubt_names=tuple(headed(told(doubt.reason)) for doubt in story.doubts),
        saved=when_seen(story.captured_at, now) if story.captured_at else None,
        saved_path=saved_path(story.id, version=version),
        source_path=saved_path(story.id, version=version, suffix="/source"),
        original=followable(story.url),
        versions=versions,
        shown=shown,
        copies=tuple(
            (heading, tuple(_copy(story, copy, now) for copy in group)) for heading, group in copy_groups(story.copies)
        ),
        ways=ways,
        around=neighbours(around, now),
        byline=byline_runs(story.byline or "", ways.authors),
        citation=citation,
        meta_tags=meta_tags,
        copy_line=copy_line(story, dated, base + path),
    )


def without_comments(story: Story) -> Story:
    """The story without what readers wrote under it: they did not write for an archive."""
    return replace(story, furniture=tuple(piece for piece in story.furniture if piece.kind != "comments"))


def date_clues(story: Story) -> tuple[Evidence, ...]:
    """The clues to a story's date, in the order of the record."""
    return tuple(clue for clue in story.evidence if clue.field.split(".")[0] in _ABOUT_TIME)


def _note_name(note: Note) -> str | None:
    """ "Correction"; None where the newsroom's words begin with a label of their own, "CORRECTION:"."""
    name = gettext(_NOTE_NAMES[note.kind]) if note.kind in _NOTE_NAMES else headed(told(note.kind))
    says_it = note.text.casefold().lstrip(" *[(").startswith(name.split()[0].casefold())
    return None if says_it or _OWN_LABEL.match(note.text) else name


def _bounds(story: Story) -> Iterable[Reason]:
    """The window's reasons but the date, which the page has said; an undated story's stand in its notice."""
    return (reason for reason in story.window.because if story.published and reason.code not in _SAID)


def _by_kind(furniture: Iterable[Furniture]) -> Iterable[tuple[str, tuple[Furniture, ...]]]:
    kinds: dict[str, list[Furniture]] = {}
    for piece in furniture:
        kinds.setdefault(piece.kind, []).append(piece)
    for kind, pieces in kinds.items():
        yield headed(told(kind)), tuple(pieces)


def _versions(story: Story, now: datetime, shown: str | None) -> Iterable[VersionLine]:
    """Versions as the archive lists them, the oldest first; the last is shown where none is asked for."""
    earlier = [None, *(version.id for version in story.versions)]
    for number, version in enumerate(story.versions, start=1):
        before = earlier[number - 1]
        yield VersionLine(
            number=number,
            path=story_path(story.id, version=version.id),
            first_seen=when_seen(version.first_seen, now),
            last_seen=when_seen(version.last_seen, now),
            captures=version.captures,
            changed=tuple(told(name) for name in version.changed),
            kind=say_kind(version.change) if version.change else None,
            change_path=change_path(story.id, before, version.id) if before else None,
            is_shown=version.id == shown if shown is not None else number == len(story.versions),
        )


def _copy(story: Story, copy: Copy, now: datetime) -> CopyLine:
    pair: tuple[Story | Copy, ...] = (story, copy)
    first, second = sorted(pair, key=_by_day)
    return CopyLine(
        path=story_path(copy.id),
        headline=copy.headline or headline_of(None),
        outlet=copy.outlet,
        when=when(copy.published, now),
        share=say_share(copy),
        beside=beside_path(first.id, second.id),
    )


def _by_day(one: Story | Copy) -> tuple[bool, str, str]:
    """Of two stories the earlier is laid first, so that both lead to one page."""
    return one.published is None, one.published.value if one.published else "", one.id
