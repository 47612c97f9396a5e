"""Chosen captures as a WARC file (ISO 28500:2017), each record a gzip member (annex D)."""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from backfile.archive.reader import Archive
from backfile.export.exported import Exported
from backfile.export.made_records import file_head
from backfile.export.stories import Stories
from backfile.export.warc_records import WarcRecords
from backfile.export.whole_output import whole_output

SOFTWARE = f"backfile {version('backfile')}"


def write_warc(archive: Archive, stories: Stories, out: Path, *, now: datetime | None = None) -> Exported:
    """Writes every capture of the stories into the new file `out`. `now` is the time of the export, the clock's where it is not given."""
    now = now or datetime.now(UTC)
    done = Exported("captures")
    records = WarcRecords(archive, now, done)
    with whole_output(out, is_folder=False) as path, path.open("wb") as file:
        file.write(file_head(SOFTWARE, now))
        for story in stories:
            for written in records.of(story):
                file.write(written.member)
    return done
