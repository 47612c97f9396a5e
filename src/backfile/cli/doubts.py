"""backfile doubts: stories whose reading is in doubt, the heaviest doubts first, with the command that shows why."""

import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.cli.lists import form_asked, list_options, say_list, tell_part
from backfile.cli.options import archive_option, outlet_option
from backfile.cli.output import tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.entry import Doubtful

SCHEMA = "backfile/doubts/1"


@verb("backfile doubts --archive back", "backfile doubts --doubt cut-off --limit 100 --archive back")
@click.option("--doubt", metavar="WORD", help="Only stories with this doubt: a word of docs/words.md, such as cut-off.")
@outlet_option
@archive_option
@list_options("Stories")
def doubts(doubt: str | None, outlet: str | None, archive: Path, limit: int, offset: int) -> None:
    """List the stories whose reading is in doubt. The heaviest doubts come first, each with what was seen."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.doubts(doubt=doubt, outlet=outlet, limit=limit, offset=offset)
    now = datetime.now(UTC)
    say_list(found, lambda one: _lines(one, now, archive), schema=SCHEMA)
    tell_part(found, "in doubt", offset=offset)
    if found.words and not form_asked():
        tell(", ".join(f"{word} {count:,}" for word, count in found.words))
    if not found.total:
        raise Exit(1)


def _lines(one: "Doubtful", now: datetime, archive: Path) -> Iterator[str]:
    from backfile.cli.written_stories import entry_lines

    yield from entry_lines(one.entry, now)
    yield from (f"  {doubt.reason} ({doubt.field}): {doubt.detail}" for doubt in one.doubts)
    yield f"  Every block of its page, with its label: backfile show {one.entry.id} --blocks -a {shlex.quote(str(archive))}"
