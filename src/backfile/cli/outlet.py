"""backfile outlet: outlets with their names and domains; an archivist joins two, or parts them."""

from pathlib import Path
from typing import Any

import click

from backfile.cli.options import archive_option
from backfile.cli.output import say
from backfile.cli.rulings import rule, rule_table, ruling_options, say_rulings
from backfile.cli.verb import verb


@verb(
    "backfile outlet --archive back",
    'backfile outlet "The Aldersford Courier" courier.example --because "its masthead" --archive back',
    'backfile outlet "Courier Weekend" courier.example --part --because "a paper of its own" --archive back',
)
@click.argument("one", metavar="[NAME]", required=False, help="A name or a domain of an outlet.")
@click.argument("other", metavar="[NAME]", required=False, help="That of the other.")
@ruling_options
@archive_option
def outlet(one: str | None, other: str | None, archive: Path, **given: Any) -> None:
    """List outlets with all their names, or say that two are one paper, or are not. Who, when and why are kept."""
    from backfile.open_archive import OpenArchive

    with OpenArchive(archive) as opened:
        if given["table"]:
            rule_table(opened, "outlet", given)
            return
        if one and other:
            rule(opened, "outlet", (one, other), given)
        elif any(given.values()):
            raise click.UsageError("name two outlets")
        for found in opened.outlet_names(one):
            say(f"{found.title}  {found.stories:,} stories")
            say(f"  {' | '.join(found.names)}")
        say_rulings([said for said in opened.rulings("outlet") if not one or one in said.pair])
