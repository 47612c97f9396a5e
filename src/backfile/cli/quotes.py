"""backfile quotes: who said what, and when."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.cli.lists import list_options, say_list, tell_part
from backfile.cli.options import archive_option, outlet_option, since_option, until_option
from backfile.cli.output import tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.quotation import Quotation

SCHEMA = "backfile/quotes/1"


@verb(
    'backfile quotes --speaker "county executive" --archive back',
    "backfile quotes --about ferry --from 2004 --to 2006 --archive back",
)
@click.option("--speaker", metavar="WORDS", help="Words of a name or an office, or a speaker's id.")
@click.option("--about", metavar="WORDS", help="Words of the quotation, or of its story's headline.")
@since_option
@until_option
@outlet_option
@archive_option
@list_options("Quotations")
def quotes(
    speaker: str | None,
    about: str | None,
    since: date | None,
    until: date | None,
    outlet: str | None,
    archive: Path,
    limit: int,
    offset: int,
) -> None:
    """List who said what, the newest first. Each stands with the date of the story that prints it."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.quotes(
            speaker=speaker, about=about, since=since, until=until, outlet=outlet, limit=limit, offset=offset
        )
    now = datetime.now(UTC)
    say_list(found, lambda quotation: _lines(quotation, now), schema=SCHEMA)
    tell_part(found, "found", offset=offset)
    if found.undated_left_out:
        tell(f"{found.undated_left_out} in undated stories left out, because a date was asked for")
    if not found.total:
        raise Exit(1)


def _lines(quotation: "Quotation", now: datetime) -> Iterator[str]:
    """A quotation of a list: the words, who is said to have said them, then the story with its date before all else."""
    from backfile.cli.written_stories import dated

    yield " ".join(quotation.text.split())
    yield f"  {said_by(quotation)}" + (f", {quotation.kind}" if quotation.kind != "direct" else "")
    where = (dated(quotation.published, now), quotation.outlet, quotation.headline, quotation.story)
    yield "  " + " | ".join(part for part in where if part)
    shared = f", printed in {quotation.printed_in} stories" if quotation.printed_in > 1 else ""
    yield f"  utterance {quotation.utterance}{shared}"


def said_by(quotation: "Quotation") -> str:
    """ "Sean Spicer, then described as White House Press Secretary"."""
    name = " ".join((quotation.speaker or "no speaker named").split())
    return f"{name}, then described as {' '.join(quotation.role.split())}" if quotation.role else name
