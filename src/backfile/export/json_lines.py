"""Records as JSON, one a line: the whole of what the archive knows of each story."""

from pathlib import Path

import orjson

from backfile.archive.reader import Archive
from backfile.export.exported import Exported
from backfile.export.stories import Stories
from backfile.export.whole_output import whole_output


def write_json_lines(_: Archive, stories: Stories, out: Path) -> Exported:
    """Writes the new file `out` of one record a line (docs/schema.md)."""
    done = Exported("stories")
    with whole_output(out, is_folder=False) as path, path.open("wb") as file:
        for story in stories:
            done.count += 1
            file.write(orjson.dumps(story.to_dict(), option=orjson.OPT_APPEND_NEWLINE))
    return done
