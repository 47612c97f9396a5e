"""backfile check: is every stored thing readable, and its digest right?"""

from pathlib import Path

from click.exceptions import Exit

from backfile.cli.options import archive_option
from backfile.cli.output import say, tell
from backfile.cli.verb import verb


@verb("backfile check --archive back")
@archive_option
def check(archive: Path) -> None:
    """Look for damage in an archive. All that it holds or refers to is read, and what is wrong is printed."""
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
    raise Exit(1)
