"""Stories and entries written out, as text and as Markdown (CommonMark), each with its date."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from backfile.cli.output import short
from backfile.model.clue_rules import Basis
from backfile.model.entry import Entry
from backfile.model.story import ARCHIVE_NOTE, Stamp, Story, ThreadLink
from backfile.wording.age import heading, said_against, say_ground, with_age
from backfile.wording.copy_groups import copy_groups, say_share
from backfile.wording.thread_words import thread_groups
from backfile.wording.unprinted_authors import named_authors


def dated(stamp: Stamp | None, now: datetime | None) -> str:
    """ "23 February 2017 · 9 years ago", or "Undated"; of a date that the page does not give, by whom it is."""
    if stamp is None:
        return "Undated"
    by = " (dated by an archivist)" if stamp.basis == Basis.ARCHIVIST else ""
    return f"{with_age(stamp, now)}{by}"


def entry_lines(entry: Entry, now: datetime) -> Iterator[str]:
    """An entry of a list: its headline, then its date before all else."""
    yield entry.headline or "(no headline)"
    parts = [dated(entry.published, now), entry.outlet, entry.id]
    if entry.version_count > 1:
        parts.append(f"{entry.version_count} versions")
    if entry.copy_count:
        parts.append("1 copy" if entry.copy_count == 1 else f"{entry.copy_count} copies")
    yield "  " + " | ".join(part for part in parts if part)
    if ground := say_ground(entry.published):
        yield f"  {ground}"
    if entry.url:
        yield f"  {short(entry.url)}"
    if entry.excerpt:
        yield f"  {' '.join(entry.excerpt.split())}"


def story_text(story: Story, now: datetime | None, *, later: str | None = None) -> Iterator[str]:
    """A story to be read: its date first, then as the newsroom wrote it. No ages, where `now` is None: a file is read on another day.

    `later` says what came later, beside the age.
    """
    head = heading(story.published, now)
    yield f"{head}. {later}" if later and story.published else head
    if later and not story.published:
        yield later
    yield from _grounds(story)
    yield from _set_above(story)
    yield ""
    top = [line for line in (story.kicker, story.headline, story.dek, _byline(story), *_where(story)) if line]
    yield from (*top, "") if top else ()
    yield story.body
    yield from _after(story, now)


def story_markdown(story: Story, now: datetime | None) -> Iterator[str]:
    """A story as Markdown (CommonMark); `now` as for `story_text`."""
    yield f"# {_escaped(story.headline or '(no headline)')}"
    yield ""
    yield f"*{heading(story.published, now)}*"
    yield from (_escaped(line) for line in _grounds(story))
    for above in _set_above(story):
        yield ""
        yield _escaped(above)
    for line in (story.dek, _byline(story), *_where(story)):
        if line:
            yield ""
            yield _escaped(line)
    for block in story.blocks:
        yield ""
        yield _marked(block.kind, block.text)
    for line in _after(story, now):
        yield _escaped(line)


def _grounds(story: Story) -> Iterator[str]:
    """Who dated it, where that is not the page; and what stands against the page's date."""
    if ground := say_ground(story.published):
        yield f"{ground}."
    if against := said_against(story):
        yield f"{against}."


def _byline(story: Story) -> str | None:
    """The printed line; where there is none, who is named as the author, and that it is not printed."""
    named = named_authors(story)
    return named.line if named else story.byline


def _set_above(story: Story) -> Iterator[str]:
    """What an archivist set above the story."""
    for note in story.notes:
        if note.kind == ARCHIVE_NOTE:
            yield f"Note from the archive, {note.date}: {note.text}"


def _where(story: Story) -> Iterator[str]:
    if name := story.outlet.name or story.outlet.domain:
        yield name
    if story.url:
        yield short(story.url)


def _after(story: Story, now: datetime | None) -> Iterator[str]:
    """What stands beside the body: notes, credits, captions, and what the archive knows."""
    for note in story.notes:
        if note.kind != ARCHIVE_NOTE:
            yield ""
            yield note.text
    for credit in story.credits:
        yield ""
        yield credit.raw
    for image in story.images:
        if image.caption or image.credit:
            yield ""
            yield "Picture: " + " / ".join(part for part in (image.caption, image.credit) if part)
    if story.doubts:
        yield ""
        yield "In doubt:"
        yield from (f"  {one.reason} ({one.field}): {one.detail}" for one in story.doubts)
    if len(story.versions) > 1:
        yield ""
        yield f"{len(story.versions)} versions:"
        for version in story.versions:
            changed = ", ".join(version.changed)
            seen = version.first_seen or "at an unknown time"
            kind = f", {version.change}, changed: {changed}" if version.change else ""
            yield f"  {version.id} first seen {seen}{kind}"
    for heading_of_group, copies in copy_groups(story.copies):
        yield ""
        yield f"{heading_of_group}:"
        for copy in copies:
            outlet = copy.outlet or copy.url or "unknown outlet"
            parts = (dated(copy.published, now), outlet, copy.id, copy.headline or "(no headline)", say_share(copy))
            yield "  " + " | ".join(parts)


def thread_lines(links: Iterable[ThreadLink], now: datetime, *, with_grounds: bool = False) -> Iterator[str]:
    """The other stories on the matter, under what is known of their order."""
    for heading_of_group, group in thread_groups(links):
        yield ""
        yield f"{heading_of_group}:"
        for link in group:
            outlet = link.outlet or link.url or "unknown outlet"
            yield "  " + " | ".join((dated(link.published, now), outlet, link.id, link.headline or "(no headline)"))
            if with_grounds:
                yield from (f"    {reason}" for reason in link.because)


def _marked(kind: str, text: str) -> str:
    if kind == "preformatted":
        return "\n".join("    " + line for line in text.splitlines())
    text = _escaped(text)
    if kind == "subhead":
        return "## " + text
    if kind == "list-item":
        return "- " + text
    return "> " + text if kind == "quote" else text


def _escaped(text: str) -> str:
    """Text in which Markdown finds no marks of its own."""
    escaped = "".join("\\" + c if c in "\\`*_[]<>" else c for c in text)
    return "\\" + escaped if escaped[:1] in ("#", "+", "-") else escaped
