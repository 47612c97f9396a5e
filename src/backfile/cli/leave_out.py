"""backfile leave-out: the rules of a site.toml by which stories and pictures are kept and not shown."""

from pathlib import Path

import click

from backfile.cli.date import login_name
from backfile.cli.options import archive_option
from backfile.cli.output import say
from backfile.cli.verb import verb


@verb(
    "backfile leave-out site.toml --archive back",
    'backfile leave-out site.toml --because "the agency’s contract ended" --archive back',
    "backfile leave-out --undo --archive back",
)
@click.argument("site", metavar="[FILE]", required=False, type=click.Path(path_type=Path), help="A site.toml.")
@click.option("--because", metavar="WORDS", help="Why; the file's name when not given.")
@click.option("--by", metavar="NAME", help="Who says so; else the login name.")
@click.option("--undo", is_flag=True, help="Show all of it again. The history is kept.")
@archive_option
def leave_out(site: Path | None, because: str | None, by: str | None, undo: bool, archive: Path) -> None:
    """Keep stories and pictures by rules of a site.toml, and show them in no output. They hold for what is added later too."""
    from backfile.open_archive import OpenArchive
    from backfile.site.settings import read_settings
    from backfile.taking_down import Word

    if (site is None) != undo:
        raise click.UsageError(
            "--undo takes no file" if undo else "name a site.toml, or take its rules back with --undo"
        )
    word = Word(because or (str(site) if site else None), by or login_name())
    with OpenArchive(archive) as opened:
        if site is None:
            opened.leave_in(word)
            say(f"Nothing is left out any more: {len(opened):,} stories are shown.")
            return
        count = opened.leave_out(read_settings(site).leave_out, word)
        say(f"{count:,} stories are kept and not shown; {len(opened):,} are shown.")
