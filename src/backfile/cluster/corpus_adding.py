"""A corpus, or a slice of it, taken into an archive: from its records, no page is read again."""

from collections.abc import Callable, Iterator
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any

import orjson

from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome, reading_of
from backfile.cluster.compaction import SKIPPED, STORIES
from backfile.cluster.corpus_filter import filter_of
from backfile.cluster.manifest import MANIFEST, ManifestLine, held_manifest
from backfile.cluster.remote_files import OutFolder, is_remote
from backfile.errors import ExtraMissing, SourceUnreadable
from backfile.ingest import add_outcomes, source_state
from backfile.model.added import Added, Progress
from backfile.model.capture import Place, SkipReason
from backfile.model.mentions import Mention, MentionKind

_BATCH = 256
"""Rows that are held at a time: 10 MB of records."""
_READ = (
    "record",
    "capture_url",
    "captured_at",
    "payload_digest",
    "media_type",
    "path",
    "member",
    "offset",
    "length",
    "damage",
    "doubts",
)


def add_corpus(
    folder: str | PathLike[str],
    corpus: str,
    where: str | None = None,
    *,
    progress: Callable[[Progress], None] | None = None,
) -> Added:
    """Add the captures of a corpus to the archive in `folder`: all, or the stories that `where` holds for.

    The archive is the same as if the files themselves had been added. Raises SourceUnreadable, QueryError, ExtraMissing, ArchiveLocked,
    ArchiveFull.
    """
    out = OutFolder(corpus)
    manifest = held_manifest(out)
    if not manifest:
        raise SourceUnreadable("there is no corpus there: it has no manifest", f"{corpus}/{MANIFEST}")
    stories, skipped = opened_table(out, STORIES), opened_table(out, SKIPPED)
    chosen = filter_of(where, stories.schema) if where and stories else None
    count = (stories.count_rows(filter=chosen) if stories else 0) + (
        skipped.count_rows() if skipped and not where else 0
    )
    outcomes = partial(_outcomes, stories=stories, skipped=None if where else skipped, chosen=chosen, manifest=manifest)
    return add_outcomes(folder, outcomes, count=count, progress=progress)


def opened_table(out: OutFolder, name: str) -> Any:
    """A table of a corpus as a data set of Arrow's; None where it has no file. Raises ExtraMissing."""
    try:
        import pyarrow
        import pyarrow.dataset as datasets
    except ModuleNotFoundError as error:
        raise ExtraMissing("a corpus", "pyarrow", "cluster") from error
    files = [f"{out.path}/{file}" for file in out.names(name) if file.endswith(".parquet")]
    if not files:
        return None
    by_year = datasets.partitioning(pyarrow.schema([("year", pyarrow.int32())]), flavor="hive")
    return datasets.dataset(
        files, filesystem=out.system, format="parquet", partitioning=by_year if name == STORIES else None
    )


def _outcomes(
    store: Store, *, stories: Any, skipped: Any, chosen: Any, manifest: dict[str, ManifestLine]
) -> Iterator[Outcome]:
    """What became of each capture, the stories first. Files that lie here and are as they were are held to be read."""
    known = [] if chosen is not None else _files_here(manifest)
    for state in known:
        store.begin_source(state, copied=False)
    if stories:
        for row in _rows(stories, _READ, chosen):
            line = manifest.get(row["path"])
            yield _story_outcome(row, store, line.reader if line else "")
    if skipped:
        yield from map(_skipped_outcome, _rows(skipped, None, None))
    for state in known:
        store.end_source(state.path)


def _files_here(manifest: dict[str, ManifestLine]) -> Any:
    here = (line for line in manifest.values() if not is_remote(line.address) and not line.failed)
    states = ((line, source_state(line.address)) for line in here if Path(line.address).is_file())
    return [state for line, state in states if state and state.size == line.size]


def _rows(table: Any, columns: tuple[str, ...] | None, chosen: Any) -> Iterator[dict[str, Any]]:
    names = list(columns) if columns else None
    for batch in table.to_batches(
        columns=names, filter=chosen, batch_size=_BATCH, batch_readahead=1, fragment_readahead=1
    ):
        yield from batch.to_pylist()


def _story_outcome(row: dict[str, Any], store: Store, reader: str) -> Outcome:
    reading = reading_of(orjson.loads(row["record"]), store.records.encoder, reader=reader)
    return _outcome(row, row["capture_url"])._replace(reading=reading, message=row["damage"])


def _skipped_outcome(row: dict[str, Any]) -> Outcome:
    lists = tuple(tuple(one) for one in orjson.loads(row["lists"] or "[]"))
    said = orjson.loads(row["mentions"] or "[]")
    mentions = tuple(Mention(**{**one, "kind": MentionKind(one["kind"])}) for one in said)
    outcome = _outcome(row, row["url"])._replace(reason=SkipReason(row["reason"]), message=row["message"])
    return outcome._replace(lists=lists, mentions=mentions)


def _outcome(row: dict[str, Any], url: str | None) -> Outcome:
    place = Place(row["path"], row["member"], row["offset"], row["length"])
    doubts = tuple(row["doubts"].split("; ")) if row["doubts"] else ()
    return Outcome(place, url, row["captured_at"], row["payload_digest"] or "", row["media_type"], doubts=doubts)
