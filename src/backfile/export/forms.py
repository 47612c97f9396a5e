"""Forms of an export by name: what each writes, and where."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from backfile.archive.reader import Archive
from backfile.export.csv_files import write_csv
from backfile.export.exported import Exported
from backfile.export.json_lines import write_json_lines
from backfile.export.ninjs import ninjs_text
from backfile.export.parquet_files import write_parquet
from backfile.export.stories import Stories
from backfile.export.story_folder import TextOf, with_front_matter, write_folder
from backfile.export.wacz_file import write_wacz
from backfile.export.warc_file import write_warc
from backfile.export.wxr_file import write_wxr

Write: TypeAlias = Callable[[Archive, Stories, Path], Exported]
"""Writes the stories of an archive to a new place."""


def forms(*, text: TextOf, markdown: TextOf) -> Mapping[str, Write]:
    """Every form: those of text are as the caller writes a story."""
    return {
        "jsonl": write_json_lines,
        "csv": write_csv,
        "parquet": write_parquet,
        "warc": write_warc,
        "wacz": write_wacz,
        "wxr": write_wxr,
        "ninjs": _folder(".json", ninjs_text),
        "markdown": _folder(".md", with_front_matter(markdown)),
        "text": _folder(".txt", text),
    }


def _folder(suffix: str, text_of: TextOf) -> Write:
    return lambda _, stories, out: write_folder(stories, out, suffix=suffix, text_of=text_of)
