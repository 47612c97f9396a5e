"""What `backfile note`, `delist`, `redact` and `forget` share: why, who, and which stories beside the one that is named."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backfile.cli.date import login_name
from backfile.cli.options import archive_option
from backfile.cli.output import say, tell
from backfile.model.takedown_grounds import TakedownGround

if TYPE_CHECKING:
    from backfile.archive.takedowns.takedown_reader import Holdings, Related
    from backfile.open_archive import OpenArchive
    from backfile.taking_down import TakenOut, Word

_MOST_TOLD = 10
ground_option = click.option(
    "--ground",
    type=click.Choice([one.value for one in TakedownGround]),
    help="On what ground: said in public, without names.",
)
destroy_option = click.option(
    "--destroy", is_flag=True, help="Remove the archive's own copies of the saved pages too. It cannot be undone."
)
for_good_option = click.option(
    "--for-good", is_flag=True, help="Do it even where it cannot be undone, since a saved page is gone."
)


def ground_of(given: str | None) -> TakedownGround:
    """The ground that is given; without one it is wrong usage."""
    if given is None:
        raise click.UsageError(f"say on what ground: --ground {'|'.join(TakedownGround)}")
    return TakedownGround(given)


def takedown_options(command: Callable[..., None]) -> Callable[..., None]:
    """The flags that all of them take."""
    for option in (
        archive_option,
        click.option("--copies", is_flag=True, help="Print the table with the stories that share each one's words, and do nothing."),
        click.option(
            "--csv", "table", metavar="FILE", type=click.Path(path_type=Path),
            help="A table of stories, one a row, all done in one go; - for standard input.",
        ),
        click.option("--undo", is_flag=True, help="Take it back. The history is kept."),
        click.option("--only", is_flag=True, help="The story that is named and no other."),
        click.option(
            "--also", metavar="ID", multiple=True, help="This one too, of those that share its words; `all` for all of them."
        ),
        click.option("--by", metavar="NAME", help="Who says so; else the login name."),
        click.option("--because", metavar="WORDS", help="Why: kept in the archive, never shown in public."),
    ):  # fmt: skip
        command = option(command)
    return command


def expect_one(story_id: str | None) -> str:
    """The story that is named; without one it is wrong usage, where no table is given."""
    if story_id is None:
        raise click.UsageError("name a story, or give a table with --csv")
    return story_id


def expect_no_other(*named: object) -> None:
    """Beside a table nothing is named; else it is wrong usage."""
    if any(named):
        raise click.UsageError("--csv is a table of stories: name none beside it")


def word_of(given: dict[str, Any]) -> "Word":
    """Who says so and why, by the flags. Each row of a table may have a reason of its own."""
    from backfile.taking_down import Word

    if given["copies"] and not given["table"]:
        raise click.UsageError("--copies is of a table: it goes with --csv")
    why = " ".join((given["because"] or "").split())
    if not (why or given["undo"] or given["table"]):
        raise click.UsageError('say why with --because "...": it is kept with what you say')
    return Word(why or None, " ".join((given["by"] or login_name()).split()))


def stories_meant(archive: "OpenArchive", story_id: str, given: dict[str, Any], *, ask: str) -> list[str]:
    """The story, and those that share its words and are meant too. Asks for each on a terminal; else the flags have to say it."""
    from backfile.many_takedowns import ALL, shares_words

    named = archive.full_id(story_id)
    held = archive.holdings(named)
    _say_holdings(held)
    beside = {one.entry.id: one for one in held.related}
    if given["only"] or not beside:
        if given["only"] and given["also"]:
            raise click.UsageError("--only is the story alone: it takes no --also")
        return [named]
    if given["also"]:
        also = [*beside] if ALL in given["also"] else [_one_of(archive, one, beside) for one in given["also"]]
        return [named, *dict.fromkeys(also)]
    if not sys.stdin.isatty():
        ids = " ".join(f"--also {one}" for one in beside)
        raise click.UsageError(f"{len(beside)} other stories share its words: say --only, or {ids}")
    return [named, *(one for one, related in beside.items() if click.confirm(f"{ask} {shares_words(related)}?"))]


def _one_of(archive: "OpenArchive", given: str, beside: "dict[str, Related]") -> str:
    found = archive.full_id(given)
    if found not in beside:
        raise click.UsageError(f"{found} shares no words with the story: name it by itself")
    return found


def _say_holdings(held: "Holdings") -> None:
    """What there is of the story, and who else has its words: to stderr, since the result is what was done."""
    from backfile.many_takedowns import shares_words

    entry = held.entry
    tell(f"{entry.headline or '(no headline)'} | {entry.outlet or 'unknown outlet'} | {entry.id}")
    tell(f"  {len(held.versions)} versions, {held.captures} captures, {held.pictures} pictures")
    for related in held.related:
        tell(f"  {shares_words(related)}")


def say_done(words: str, story_ids: Iterable[str]) -> None:
    """A line a story."""
    for one in story_ids:
        say(f"{one} {words}")


def tell_saved(done: "TakenOut") -> None:
    """What became of the saved pages."""
    if done.destroyed:
        tell(f"{done.destroyed:,} saved pages that the archive had taken in are destroyed.")
    if done.shared:
        tell(f"{done.shared:,} are kept, since other stories rest on them.")
    if done.left:
        tell(f"{len(done.left):,} saved pages lie outside the archive and were left as they are:")
        for place in done.left[:_MOST_TOLD]:
            tell(f"  {place}")
        if len(done.left) > _MOST_TOLD:
            tell(f"  and {len(done.left) - _MOST_TOLD:,} more")
