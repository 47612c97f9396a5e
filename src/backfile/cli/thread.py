"""backfile thread: the stories on one matter with another, before it and after it."""

from datetime import UTC, datetime
from pathlib import Path

import click

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say, say_json
from backfile.cli.verb import verb

SCHEMA = "backfile/thread/1"


@verb("backfile thread k7ca --archive back", "backfile thread k7ca --archive back --json")
@click.argument("story_id", metavar="ID", help="The story's id, as lists and searches print it, or the start of it.")
@archive_option
@json_option
def thread(story_id: str, archive: Path, as_json: bool) -> None:
    """Print the stories on one matter with a story, in the order of their days, each with the grounds that it is."""
    from backfile.archive import Archive
    from backfile.cli.written_stories import thread_lines
    from backfile.wording.age import heading
    from backfile.wording.thread_words import say_later

    with Archive(archive) as opened:
        found = opened.full_id(story_id)
        story, links = opened.story(found), opened.thread(found)
    if as_json:
        head = {"story": found, "headline": story.headline, "published": story.published}
        say_json({"schema": SCHEMA, **head, "later": say_later(links), "thread": [link.to_dict() for link in links]})
        return
    now = datetime.now(UTC)
    say(f"{heading(story.published, now)}. {say_later(links)}")
    for line in thread_lines(links, now, with_grounds=True):
        say(line)
