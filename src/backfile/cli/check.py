"""backfile check: is every stored thing readable, and its digest right?"""

import typer

from backfile.cli.options import ARCHIVE, ArchiveOption
from backfile.cli.output import say, tell


def check(archive: ArchiveOption = ARCHIVE) -> None:
    """Look for damage: read all that an archive holds or refers to, and print what is wrong."""
    from backfile.archive import Archive

    faults = 0
    with Archive(archive) as opened:
        for fault in opened.check():
            faults += 1
            say(f"{fault.place}: {fault.message}")
        if not faults:
            held = opened.stats()
            tell(f"All is well: {held.captures:,} captures, {held.versions:,} versions, {held.stories:,} stories.")
            return
    tell(f"{faults:,} fault{'' if faults == 1 else 's'}")
    raise typer.Exit(1)
