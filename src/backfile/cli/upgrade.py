"""backfile upgrade: bring an archive of an older Backfile up, and its search index."""

from pathlib import Path
from typing import Annotated

import typer

from backfile.cli.output import tell


def upgrade(
    archive: Annotated[Path, typer.Argument(metavar="DIR", readable=False, help="The archive's folder.")],
) -> None:
    """Bring an archive that an older Backfile made up to this one's format, and its search index with it."""
    from backfile.archive.store.schema import FORMAT
    from backfile.archive.store.upgrade import upgrade_archive

    before = upgrade_archive(archive.absolute())
    tell(f"It is of this Backfile's format ({FORMAT})" + (f"; it was {before}" if before != FORMAT else ""))
