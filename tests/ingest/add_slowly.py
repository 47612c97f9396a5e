"""Run as a program by test_killed: adds FOLDER to ARCHIVE in small batches, saying when each is safe."""

import sys
import time
from pathlib import Path

from tests import pages, reading

import backfile.capture
import backfile.housekeeping
import backfile.ingest
import backfile.workers
from backfile.archive.store.writer import Store


def main() -> None:
    backfile.capture.source_files = pages.source_files  # type: ignore[attr-defined]
    backfile.capture.read_captures = pages.read_captures  # type: ignore[attr-defined]
    backfile.workers.read_page = reading.read_page
    backfile.ingest._BATCH = 5
    backfile.housekeeping._INDEX_SECONDS = 0.02
    commit = Store.commit

    def slow_commit(store: Store) -> int:
        count = commit(store)
        kept = store.db.execute("SELECT count(*) FROM captures").fetchone()[0]
        print(kept, flush=True)
        time.sleep(0.01)
        return count

    Store.commit = slow_commit  # type: ignore[method-assign]
    backfile.ingest.add_sources(sys.argv[1], [Path(sys.argv[2])])


if __name__ == "__main__":
    main()
