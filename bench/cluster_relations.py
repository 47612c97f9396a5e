"""Whether `backfile cluster relate` tells of a corpus what one archive tells of the same stories.

    python -m bench.cluster_relations STORIES.jsonl [--blocks 7] [--work /tmp]

STORIES has a line a story: {"id", "text"}, as bench/threads.py takes them. Prints how many relations each table has, how many of them the archive
has too, and what lies between the steps; ends with 1 at a difference.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.dataset
from bench.shared_words import keep, read

import backfile
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store.writer import Store
from backfile.cluster.corpus_rows import CORPUS_STORIES, corpus_story_row
from backfile.cluster.part_files import write_rows
from backfile.cluster.relating.relating_job import relate_corpus
from backfile.cluster.remote_files import OutFolder
from backfile.cluster.runners import RunnerHere
from backfile.one_capture import CaptureRead
from backfile.story.identity import story_id


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--blocks", type=int, default=7)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    stories = [json.loads(line) for line in given.stories.read_text("utf-8").rstrip("\n").split("\n")]
    with tempfile.TemporaryDirectory(dir=given.work) as folder:
        corpus, archive = Path(folder, "corpus"), Path(folder, "archive")
        keep(archive, stories)
        with Store(archive) as store, IndexWriter(store.db, archive) as index:
            index.catch_up()
        write_corpus(corpus, stories)
        size = sum(OutFolder(str(corpus)).names("stories").values())
        began, worked = time.monotonic(), time.process_time()
        report = relate_corpus(str(corpus), RunnerHere(), block_bytes=size // given.blocks)
        seconds, cpu = time.monotonic() - began, time.process_time() - worked
        print(
            f"{report.stories} stories, {report.tables} rows, {seconds:.1f} s, {cpu:.1f} s of CPU, {report.between:,} bytes between steps"
        )
        sys.exit(0 if compared(corpus, archive) else 1)


def write_corpus(folder: Path, stories: list[dict[str, str]]) -> None:
    """A corpus of the stories, in two files."""
    out = OutFolder(str(folder))
    rows = []
    for capture, story in read(stories):
        named = replace(story, id=story_id(story.url, story.headline, story.body))
        row = corpus_story_row(capture, CaptureRead(capture.place, None, named)).row
        rows.append({name: row[name] for name in CORPUS_STORIES})
    for number, some in enumerate((rows[::2], rows[1::2])):
        write_rows(out, f"stories/year=2010/0001-{number:05}.parquet", some, CORPUS_STORIES, group=50)


def compared(corpus: Path, folder: Path) -> bool:
    """Whether the tables say what the archive does."""
    is_same = True
    with backfile.open(folder) as archive:
        ids = [story.id for story in archive]
        for table, of_archive in (("copies", copies_of), ("threads", threads_of)):
            wanted = {row for story in ids for row in of_archive(archive, story)}
            found = set(rows_of(corpus, table))
            pairs = {row[:3] for row in found} & {row[:3] for row in wanted}
            print(
                f"{table}: {len(found)} in the corpus, {len(wanted)} in the archive, {len(found & wanted)} in both, {len(pairs)} but for the grounds"
            )
            for row in sorted(found ^ wanted)[:10]:
                print("  only in the", "corpus:" if row in found else "archive:", *row)
            is_same = is_same and found == wanted
    return is_same


def copies_of(archive: backfile.Archive, story: str) -> Iterator[tuple[Any, ...]]:
    yield from ((story, copy.id, copy.relation, copy.share) for copy in archive.story(story).copies)


def threads_of(archive: backfile.Archive, story: str) -> Iterator[tuple[Any, ...]]:
    for link in archive.thread(story):
        yield story, link.id, link.order, "; ".join(map(str, link.because))


def rows_of(corpus: Path, table: str) -> Iterator[tuple[Any, ...]]:
    names = {"copies": ("story", "other", "relation", "share"), "threads": ("story", "other", "order", "because")}[
        table
    ]
    if not Path(corpus, "relations", table).exists():
        return
    found = pyarrow.dataset.dataset(str(corpus / "relations" / table)).to_table(columns=list(names))
    yield from (tuple(row[name] for name in names) for row in found.to_pylist())


if __name__ == "__main__":
    main()
