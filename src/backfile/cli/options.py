"""Arguments that several verbs take."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from backfile.archive.search.search_days import first_day, last_day
from backfile.capture.instants import given_instant

ArchiveOption: TypeAlias = Annotated[
    Path, typer.Option("--archive", metavar="DIR", readable=False, help="The archive's folder.")
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON (docs/cli.md).")]
ARCHIVE = Path("archive")


def _asked(parse: Callable[[str], date | None]) -> Callable[[str], date | None]:
    """What is no date said as the command line says it."""

    def day(text: str) -> date | None:
        try:
            return parse(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return day


def parse_moment(text: str) -> datetime:
    """An instant from the command line; without a zone it is none."""
    try:
        return given_instant(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


SinceOption: TypeAlias = Annotated[
    date | None, typer.Option("--from", metavar="DAY", parser=_asked(first_day), help="Published on this day or later.")
]
UntilOption: TypeAlias = Annotated[
    date | None, typer.Option("--to", metavar="DAY", parser=_asked(last_day), help="Published on this day or earlier.")
]
OutletOption: TypeAlias = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Of this outlet: its name or its domain.")
]
