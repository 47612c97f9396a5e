"""backfile repair: a damaged archive made again from what is left of it."""

from pathlib import Path

from click.exceptions import Exit

from backfile.cli.options import archive_argument
from backfile.cli.output import say, tell
from backfile.cli.progress_bar import Bar
from backfile.cli.verb import verb


@verb("backfile repair back")
@archive_argument
def repair(archive: Path) -> None:
    """Make a damaged archive again from its records and its captures. What is lost is said."""
    from backfile.repair import repair_archive

    with Bar() as bar:
        done = repair_archive(archive.absolute(), lambda count: bar(0, 0, count))
    for fault in done.found:
        say(f"{fault.place}: {fault.message}")
    for fault in done.lost:
        say(f"lost: {fault.place}: {fault.message}")
    if done.found:
        tell(f"The database as it was is kept in {archive / 'damaged'}, or a folder numbered after it.")
    tell(
        f"Made again; {done.read_again:,} captures were read again, {len(done.lost):,} things are lost."
        " `backfile check` looks through it."
    )
    if done.lost:
        raise Exit(1)
