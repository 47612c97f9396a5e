"""backfile speaker: a speaker's grounds over all stories; an archivist joins two, or parts them."""

from pathlib import Path
from typing import Any

import click

from backfile.cli.options import archive_option
from backfile.cli.output import say
from backfile.cli.rulings import rule, rule_table, ruling_options, say_rulings
from backfile.cli.verb import verb


@verb(
    "backfile speaker hallam --archive back",
    'backfile speaker qzv2 k7ca --because "her own web page" --archive back',
    'backfile speaker qzv2 k7ca --part --because "two women of one name" --archive back',
)
@click.argument(
    "one", metavar="[NAME|ID]", required=False, help="Words of a speaker's name; or an id, as this command prints it."
)
@click.argument("other", metavar="[ID]", required=False, help="The id of the other.")
@ruling_options
@archive_option
def speaker(one: str | None, other: str | None, archive: Path, **given: Any) -> None:
    """Show a speaker's grounds, or say that two speakers are one person, or are not. Who, when and why are kept."""
    from backfile.errors import QuotationMissing
    from backfile.open_archive import OpenArchive

    with OpenArchive(archive) as opened:
        if given["table"]:
            rule_table(opened, "speaker", given)
            return
        if one is None:
            raise click.UsageError("name a speaker, or give a table of pairs with --csv")
        if other:
            rule(opened, "speaker", (one, other), given)
        elif any(given.values()):
            raise click.UsageError("name two speakers by their ids")
        try:
            found = [opened.speaker(one).entry.id]
        except QuotationMissing:
            found = [entry.id for entry in opened.speakers(name=one)]
        if not found:
            raise QuotationMissing(f"there is no speaker {one} here")
        persons: set[str] = set()
        for speaker_id in found:
            who = opened.speaker(speaker_id)
            say(
                f"{who.entry.name}  {who.entry.quotations:,} quotations in {who.entry.stories:,} stories  {who.entry.id}"
            )
            for person, ground in opened.grounds_of(speaker_id):
                persons.add(person)
                say(f"  {person}  {ground.kind}: {ground.value}")
        say_rulings([said for said in opened.rulings("speaker") if said.pair & persons])
