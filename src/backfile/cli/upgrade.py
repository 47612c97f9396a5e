"""backfile upgrade: bring an archive of an older Backfile up, and its search index."""

from pathlib import Path

import click

from backfile.cli.output import tell
from backfile.cli.verb import verb


@verb("backfile upgrade back")
@click.argument(
    "archive", metavar="DIR", envvar="BACKFILE_ARCHIVE", type=click.Path(path_type=Path), help="The archive's folder."
)
def upgrade(archive: Path) -> None:
    """Bring an archive of an older Backfile up to this one's format. Its search index is made again too."""
    from backfile.archive.integrity.upgrade import upgrade_archive
    from backfile.archive.store.schema import FORMAT

    before = upgrade_archive(archive.absolute())
    tell(f"It is of this Backfile's format ({FORMAT})" + (f"; it was {before}" if before != FORMAT else ""))
