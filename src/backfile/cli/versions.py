"""backfile versions: the versions of one story."""

from datetime import UTC, datetime
from pathlib import Path

from backfile.cli.options import archive_option, json_option, story_argument
from backfile.cli.output import say, say_json
from backfile.cli.verb import verb

SCHEMA = "backfile/versions/1"


@verb("backfile versions k7ca --archive back")
@story_argument
@archive_option
@json_option
def versions(story_id: str, archive: Path, as_json: bool) -> None:
    """List a story's versions, the oldest first. Each says when it was seen and what changed."""
    from backfile.archive import Archive
    from backfile.wording.age import heading
    from backfile.wording.change_words import say_field, say_kind

    with Archive(archive) as opened:
        story = opened.story(opened.full_id(story_id))
    if as_json:
        say_json({"schema": SCHEMA, "story": story.id, "versions": [one.to_dict() for one in story.versions]})
        return
    say(heading(story.published, datetime.now(UTC)))
    say(" | ".join(part for part in (story.headline, story.outlet.name or story.outlet.domain, story.id) if part))
    say()
    for number, one in enumerate(story.versions, 1):
        seen = f"seen {one.first_seen} to {one.last_seen}" if one.first_seen else "seen on a day not known"
        say(f"{number}  {one.id}  {seen}, in {one.captures} capture{'s' if one.captures > 1 else ''}")
        if one.change:
            say(f"   {say_kind(one.change)}: {', '.join(say_field(name).lower() for name in one.changed)}")
