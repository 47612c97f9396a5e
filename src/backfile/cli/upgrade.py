"""backfile upgrade: bring an archive of an older Backfile up, and its search index."""

from pathlib import Path

from backfile.cli.options import archive_argument
from backfile.cli.output import tell
from backfile.cli.verb import verb


@verb("backfile upgrade back")
@archive_argument
def upgrade(archive: Path) -> None:
    """Bring an archive of an older Backfile up to this one's format. Its search index is made again too."""
    from backfile.archive.integrity.upgrade import upgrade_archive
    from backfile.archive.store.schema import FORMAT

    before = upgrade_archive(archive.absolute())
    tell(f"It is of this Backfile's format ({FORMAT})" + (f"; it was {before}" if before != FORMAT else ""))
