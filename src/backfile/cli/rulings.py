"""What `backfile outlet` and `backfile speaker` share: an archivist joins two of a kind, parts them, or takes that back."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from backfile.cli.date import login_name
from backfile.cli.given_tables import YES, table_rows, tell_refused
from backfile.cli.output import say
from backfile.errors import BackfileError

if TYPE_CHECKING:
    from backfile.archive.settled.rulings import Ruling
    from backfile.open_archive import OpenArchive

_WORDS = {"join": "are one", "part": "are not one"}


def ruling_options(command: Callable[..., None]) -> Callable[..., None]:
    """The flags with which an archivist says something of two."""
    for option in (
        click.option("--undo", is_flag=True, help="Take back what was said of the two."),
        click.option(
            "--csv", "table", metavar="FILE", type=click.Path(path_type=Path),
            help="A table of pairs, columns one and other, and because and part where rows differ; - for standard input.",
        ),
        click.option("--part", is_flag=True, help="The first is not of the second; else they are joined."),
        click.option("--by", metavar="NAME", help="Who says so; else the login name."),
        click.option("--because", metavar="WORDS", help="Why."),
    ):  # fmt: skip
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


def rule_table(archive: "OpenArchive", kind: str, given: dict[str, Any]) -> None:
    """The same for every row of a table; rows that are refused are told with their line."""
    done = refused = 0
    for line, row in table_rows(given["table"], ("one", "other")):
        words = {
            **given,
            "because": row.get("because") or given["because"],
            "part": given["part"] or (row.get("part", "").casefold() in YES and not given["undo"]),
        }
        try:
            rule(archive, kind, (row["one"], row["other"]), words)
            done += 1
        except (click.UsageError, BackfileError) as error:
            refused += 1
            tell_refused(line, f"{row['one']}, {row['other']}", error.message)
    say(f"{done:,} {'taken back' if given['undo'] else 'said'}, {refused:,} refused")
    if refused:
        raise Exit(1)


def say_rulings(rulings: "list[Ruling]") -> None:
    """What archivists said that holds."""
    for one in rulings:
        say(f"{one.one} and {one.other} {_WORDS[one.value or '']}: {one.by}, {one.at[:10]}: {one.because}")
