"""Archives of every format before this one are brought up with nothing lost, and their versions' ids still find them."""

import sqlite3
from pathlib import Path

import pytest
from tests.archive.older import FORMATS, unpacked

from backfile.archive import Archive
from backfile.archive.integrity.upgrade import upgrade_archive
from backfile.archive.store.schema import FORMAT
from backfile.errors import ArchiveOutdated, SourceMissing
from backfile.model.capture import Capture, Place


def gone(place: Place) -> Capture:
    raise SourceMissing("it was made elsewhere", str(place))


@pytest.mark.parametrize("number", FORMATS)
def test_an_older_archive_is_brought_up(tmp_path: Path, number: int) -> None:
    folder = unpacked(number, tmp_path)
    with sqlite3.connect(folder / "backfile.sqlite") as db:
        query = "SELECT id, digest FROM versions JOIN stories ON stories.key = story"
        held = [(story, digest if isinstance(digest, str) else digest.hex()) for story, digest in db.execute(query)]
        captures = db.execute("SELECT count(*) FROM captures").fetchone()[0]
    db.close()
    with pytest.raises(ArchiveOutdated, match="backfile upgrade"):
        Archive(folder)
    assert upgrade_archive(folder) == f"backfile/archive/{number}" != FORMAT
    with Archive(folder) as archive:
        assert archive.stats().captures == captures
        for story, digest in held:
            found = archive.story(story, version=digest[:12])
            assert len(found.versions) >= 1
            assert {version.change is None for version in found.versions[1:]} <= {False}
        said = [str(fault) for fault in archive.check(gone) if "can no longer be read" not in fault.message]
    assert said == []
