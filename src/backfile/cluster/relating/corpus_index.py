"""The index in which threads look for stories with the same rare words: Tantivy's, of a corpus's stories, other views left out.

Each block writes segments of its own. A segment is files of its own, named by a random number, and a list of segments makes an index: so the
segments of all blocks are one index wherever they lie together, which counts words over the whole corpus, as an archive's does.
"""

import shutil
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
import tantivy

from backfile.archive.search.documents import text_of_story
from backfile.archive.search.index_reader import Opened, folder_for_links, take_away
from backfile.archive.search.index_schema import STORIES, open_index
from backfile.archive.store.record_form import Record
from backfile.archive.versions.stamp_days import days_of
from backfile.cluster.relating.related_blocks import StoryFacts
from backfile.cluster.relating.relating_plan import FOLDER
from backfile.cluster.remote_files import OutFolder

INDEX = f"{FOLDER}/index"
_HEAP = 32_000_000
"""Bytes that Tantivy gathers before it writes a segment: some ten thousand stories."""
_META = "meta.json"


def document_of(story: StoryFacts, record: Record) -> dict[str, Any]:
    """What is indexed of a story: its words, and the days that its stamp can mean."""
    first, last = days_of(story.published) if story.published else (None, None)
    days = {"first_day": first.toordinal(), "last_day": last.toordinal()} if first and last else {}
    return {"key": story.number, "text": text_of_story(record), **days}


def write_segments(out: OutFolder, number: int, documents: Iterable[dict[str, Any]]) -> None:
    """Write the segments of a block, then the list of them. Raises OSError, OutputRefused."""
    with tempfile.TemporaryDirectory(prefix="backfile-index-") as name:
        folder = Path(name)
        index = open_index(folder, STORIES)
        writer = index.writer(_HEAP, 1)
        for document in documents:
            writer.add_document(tantivy.Document.from_dict(document, index.schema))
        writer.commit()
        writer.wait_merging_threads()
        meta = orjson.loads((folder / _META).read_bytes())
        segments = tuple(segment["segment_id"].replace("-", "") for segment in meta["segments"])
        for path in folder.iterdir():
            if path.name.startswith(segments):
                with out.new_file(f"{INDEX}/{path.name}") as partial:
                    shutil.copyfile(path, partial)
        out.write(f"{INDEX}/{number:05}.json", orjson.dumps({"meta": meta, "segments": segments}))


@lru_cache(maxsize=1)
def opened_index(address: str, _state: str, blocks: int) -> Opened:
    """The index of all blocks, kept open while this process looks into it. Of a corpus elsewhere the files are fetched first. Raises OSError."""
    out = OutFolder(address)
    notes = [orjson.loads(out.read(f"{INDEX}/{number:05}.json") or b"") for number in range(blocks)]
    wanted = tuple(segment for note in notes for segment in note["segments"])
    meta = notes[0]["meta"] | {"segments": [segment for note in notes for segment in note["meta"]["segments"]]}
    links = folder_for_links(Path(out.path))
    try:
        for name in out.names(INDEX):
            file = name.rpartition("/")[2]
            if file.startswith(wanted):
                _bring(out, name, links / file)
        (links / _META).write_bytes(orjson.dumps(meta))
        index = open_index(links, STORIES)
        return Opened(index.searcher(), index.schema, ())
    finally:
        take_away(links)  # its files are mapped


def _bring(out: OutFolder, name: str, to: Path) -> None:
    if out.local_path:
        to.symlink_to(out.local_path.absolute() / name)
    else:
        out.system.get_file(f"{out.path}/{name}", str(to))
