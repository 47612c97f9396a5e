"""Fields that come back when an archive is exported and added again: python -m bench.round_trips SOURCE...

Each form that `backfile add` reads: WARC, WACZ, WordPress's export. A line a field: how many stories have it the same, of those that came back. What differs by what the
form is (docs/export.md) is counted too: nothing is left out of the figures.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import backfile
from backfile import Archive, Story
from backfile.export.exported import Exported
from backfile.export.wacz_file import write_wacz
from backfile.export.warc_file import write_warc
from backfile.export.wxr_file import write_wxr

FIELDS = (
    "headline", "body", "published", "updated", "byline", "authors", "dek", "section", "tags", "url", "outlet", "language", "kind",
    "notes", "credits", "images", "quotes", "furniture",
)  # fmt: skip
FORMS = {"out.warc.gz": write_warc, "out.wacz": write_wacz, "out.xml": write_wxr}


def main(sources: list[str]) -> None:
    """Prints a table a form."""
    with tempfile.TemporaryDirectory() as folder, backfile.open(Path(folder) / "back") as archive:
        archive.add(*sources)
        print(f"{len(archive):,} stories")
        for name, write in FORMS.items():
            out = Path(folder) / name
            done = write(archive, archive.stories(), out)
            with backfile.open(Path(folder) / f"{name}-again") as again:
                again.add(out)
                _report(archive, again, done, name)


def _report(archive: Archive, again: Archive, done: Exported, name: str) -> None:
    told = {_key(story): story for story in again}
    pairs = [(story, told[_key(story)]) for story in archive if _key(story) in told]
    same = Counter(field for one, other in pairs for field in FIELDS if _value(one, field) == _value(other, field))
    print(f"\n{name}: {len(again):,} of {len(archive):,} stories come back, {len(pairs):,} of them are known again")
    for loss, count in done.lost.items():
        print(f"  {count:,} {loss}")
    print("  " + ", ".join(f"{field} {same[field] / max(1, len(pairs)):.3f}" for field in FIELDS))


def _key(story: Story) -> Any:
    """What a story is known again by: its address, else what it says."""
    return story.url or (story.headline, story.body[:200])


def _value(story: Story, field: str) -> Any:
    value = getattr(story, field)
    if field in ("published", "updated"):
        return value.value if value else None
    return [quote.text for quote in value] if field == "quotes" else value


if __name__ == "__main__":
    main(sys.argv[1:])
