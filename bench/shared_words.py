"""Which stories of a file share words, as an archive tells it: predictions for a benchmark of copies and rewrites.

    python -m bench.shared_words STORIES.jsonl OUT.jsonl

STORIES has a line a story: {"id", "text"}. OUT gets a line a story: {"id", "copies": [{"id", "relation", "share"}], "thread": []}.
"""

import argparse
import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import backfile
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import outcome_of
from backfile.model.capture import Capture, Place
from backfile.model.story import Story


def keep(folder: Path, stories: list[dict[str, str]]) -> dict[str, str]:
    """Make an archive of the stories, each of an outlet of its own; their ids in it, and those in the file."""
    names: dict[str, str] = {}
    with Store(folder) as store:
        for one, (capture, story) in zip(stories, read(stories), strict=True):
            outcome = outcome_of(capture, story)
            assert outcome.reading is not None, one["id"]
            names[outcome.reading.story] = one["id"]
            store.add(outcome)
        store.commit()
    return names


def read(stories: list[dict[str, str]]) -> Iterator[tuple[Capture, Story]]:
    """The stories as they are read, each at an address of its own."""
    for number, one in enumerate(stories):
        story = replace(backfile.read_text(one["text"]), url=f"https://{one['id'].lower()}.example/{number}")
        digest = "sha256:" + hashlib.sha256(one["id"].encode()).hexdigest()
        yield Capture(one["text"].encode(), digest, Place("/made-up.warc", None, number, 1)), story


def given_stories(doc: str | None) -> tuple[list[dict[str, Any]], Path]:
    """The stories of the file that the command line names, and where the predictions go."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    return [json.loads(line) for line in given.stories.read_text("utf-8").rstrip("\n").split("\n")], given.out


def main() -> None:
    stories, path = given_stories(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        names = keep(Path(folder, "archive"), stories)
        with backfile.open(Path(folder, "archive")) as archive, path.open("w", encoding="utf-8") as out:
            for story, name in names.items():
                copies = [
                    {"id": names[copy.id], "relation": copy.relation, "share": copy.share}
                    for copy in archive.story(story).copies
                ]
                out.write(json.dumps({"id": name, "copies": copies, "thread": []}) + "\n")


if __name__ == "__main__":
    main()
