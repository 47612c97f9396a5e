"""backfile show: one story of an archive."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backfile.cli.options import archive_option, json_option, story_argument
from backfile.cli.output import say, say_json, tell
from backfile.cli.verb import verb
from backfile.errors import ArchiveError

if TYPE_CHECKING:
    from backfile.archive import Archive
    from backfile.model.story import ThreadLink


@verb(
    "backfile show k7ca --archive back",
    "backfile show k7ca --archive back --json",
    "backfile show k7ca --blocks --archive back",
)
@story_argument
@archive_option
@click.option("--version", metavar="VERSION", help="A version's id, or its start; else the newest.")
@click.option("--blocks", is_flag=True, help="Read its page again: every block, its label, the rule, the text.")
@json_option
def show(story_id: str, archive: Path, version: str | None, blocks: bool, as_json: bool) -> None:
    """Print a story, with what came later, its versions and its copies."""
    if blocks:
        _say_blocks(archive, story_id, version, as_json=as_json)
        return
    from backfile.archive import Archive
    from backfile.cli.written_stories import story_text, thread_lines
    from backfile.wording.thread_words import say_later

    with Archive(archive) as opened:
        story = opened.story(opened.full_id(story_id), version=version)
        of_form = opened.form_size(story.id)
        thread = _thread(opened, story.id)
    if as_json:
        say_json(replace(story, thread=thread or ()).to_dict())
        return
    now = datetime.now(UTC)
    for line in (
        *story_text(story, now, later=say_later(thread) if thread is not None else None),
        *thread_lines(thread or (), now),
    ):
        say(line)
    if of_form:
        say()
        say(f"Its text is of a form that about {of_form:,} stories print with small changes: they are not listed.")


def _thread(opened: "Archive", story_id: str) -> "tuple[ThreadLink, ...] | None":
    """The story's thread; None, and why on stderr, where the search index is missing or damaged: the story is shown all the same."""
    try:
        return opened.thread(story_id)
    except ArchiveError as error:
        tell(f"what came later cannot be looked up: {error}")
        return None


def _say_blocks(archive: Path, story_id: str, version: str | None, *, as_json: bool) -> None:
    """The blocks of the capture that a version is shown by, read where it lies. Raises SourceError where it is not there any more."""
    from backfile.archive import Archive
    from backfile.cli.tables import block_records, block_rows, say_table
    from backfile.kept_captures import shown_capture
    from backfile.reading import read_labels

    with Archive(archive) as opened:
        capture = shown_capture(opened, opened.full_id(story_id), version)
    labelled = read_labels(capture)
    if as_json:
        say_json(block_records(labelled))
        return
    say_table(*block_rows(labelled), is_first=True)
