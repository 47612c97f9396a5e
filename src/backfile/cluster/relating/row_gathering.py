"""First step: the rows of each file of the corpus, sent to the blocks of their stories with what relations are told by."""

from typing import Any

import orjson

from backfile.archive.store.record_form import Record
from backfile.archive.versions.version_decision import version_digest
from backfile.cluster.relating.piece_files import PieceWriter
from backfile.cluster.relating.relating_plan import BlockTask, plan_at_work
from backfile.cluster.remote_files import OutFolder

GATHER = "gather"
_COLUMNS = ["record", "captured_at", "payload_digest", "capture_url"]
_KEPT = (
    "id", "url", "outlet", "language", "section", "tags", "kind", "headline", "kicker", "dek", "byline", "authors", "dateline",
    "published", "updated", "window", "body", "notes", "credits", "quotes", "dates",
)  # fmt: skip
"""Of a record; a fifth of it: most is evidence, and the body again by its blocks."""
ID = 16
"""Letters of a story's id, which stand before each line."""


def gather_rows(task: BlockTask) -> None:
    """Send the rows of a file of the corpus to their blocks. Raises OSError, OutputRefused."""
    from pyarrow.parquet import ParquetFile

    out = OutFolder(task.out)
    plan = plan_at_work(out)
    with (
        out.new_file(task.made) as partial,
        PieceWriter(partial) as pieces,
        out.open(plan.files[task.number]) as raw,
    ):
        file = ParquetFile(raw)
        for group in range(file.num_row_groups):  # a group has some 8 MB of text and records
            for batch in file.read_row_group(group, columns=_COLUMNS).to_batches(max_chunksize=64):
                for row in batch.to_pylist():
                    record = orjson.loads(row["record"])
                    pieces.add(plan.block_of(record["id"]), _line(record, row))


def _line(record: Record, row: dict[str, Any]) -> bytes:
    kept = {name: record[name] for name in _KEPT}
    kept["blocks"] = [{"links": block["links"]} for block in record["blocks"] if block["links"]]
    seen = [version_digest(record).hex(), row["captured_at"], row["payload_digest"] or "", row["capture_url"]]
    name: str = record["id"]
    return name.encode() + orjson.dumps([*seen, kept], option=orjson.OPT_APPEND_NEWLINE)
