"""What `backfile outlet` and `backfile speaker` share: an archivist joins two of a kind, parts them, or takes that back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from backfile.cli.date import login_name
from backfile.cli.output import say

if TYPE_CHECKING:
    from backfile.archive.settled.rulings import Ruling
    from backfile.open_archive import OpenArchive

_WORDS = {"join": "are one", "part": "are not one"}


def ruling_options(command: Callable[..., None]) -> Callable[..., None]:
    """The flags with which an archivist says something of two."""
    for option in (
        click.option("--undo", is_flag=True, help="Take back what was said of the two."),
        click.option("--part", is_flag=True, help="The first is not of the second; else they are joined."),
        click.option("--by", metavar="NAME", help="Who says so; else the login name."),
        click.option("--because", metavar="WORDS", help="Why."),
    ):
        command = option(command)
    return command


def rule(archive: "OpenArchive", kind: str, pair: tuple[str, str], given: dict[str, Any]) -> None:
    """Carry out what the flags say."""
    from backfile.archive.settled.rulings import JOIN, PART, Ruling
    from backfile.archive.store.capture_tables import in_utc

    why = " ".join((given["because"] or "").split())
    if given["undo"] and given["part"]:
        raise click.UsageError("--undo takes back what was said: it takes no --part")
    if not why and not given["undo"]:
        raise click.UsageError('say why with --because "...": it is kept with what you say')
    value = None if given["undo"] else PART if given["part"] else JOIN
    who = " ".join((given["by"] or login_name()).split())
    archive.rule(Ruling(kind, *pair, value, why or None, who, in_utc(datetime.now(UTC)) or ""))


def say_rulings(rulings: "list[Ruling]") -> None:
    """What archivists said that holds."""
    for one in rulings:
        say(f"{one.one} and {one.other} {_WORDS[one.value or '']}: {one.by}, {one.at[:10]}: {one.because}")
