"""Archives of stories in which people are quoted, read as bare text."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store.capture_tables import SourceState
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import outcome_of
from backfile.model.capture import Capture, Place
from backfile.model.story import Outlet, Story
from backfile.reading import read_text

PATH = "/made-up.warc"
START = datetime(2019, 1, 1, tzinfo=UTC)


def told(address: str, published: str | None, body: str, *, headline: str = "A story") -> Story:
    """A story at `outlet.example/page`, its quotations, people and days read from its body."""
    domain = address.partition("/")[0]
    outlet = Outlet(domain.split(".")[0].title(), domain) if domain else Outlet(None, None)
    url = f"https://{address}" if domain else None
    return replace(read_text(body, published=published), url=url, outlet=outlet, headline=headline)


def archive_of(folder: Path, stories: Iterable[tuple[int | None, Story]], *, batch: int = 1000) -> Path:
    """An archive of the stories, each captured the number of days after the first that stands with it; nobody knows when, for None."""
    with Store(folder) as store:
        store.begin_source(SourceState(PATH, 1, 1, "digest"), copied=False)
        for count, (days, story) in enumerate(stories, 1):
            number = 10**6 + count if days is None else days
            at = None if days is None else START + timedelta(days=days)
            capture = Capture(b"", f"sha256:{number:064d}", Place(PATH, None, number * 10, 10), story.url, at)
            store.add(outcome_of(capture, story))
            if count % batch == 0:
                store.commit()
        store.commit()
        with IndexWriter(store.db, folder) as index:
            index.catch_up()
    return folder
