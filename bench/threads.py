"""Which stories of a file are on one matter, as an archive tells it: predictions for a benchmark of threads and copies.

    python -m bench.threads STORIES.jsonl OUT.jsonl

STORIES has a line a story: {"id", "text"}. OUT gets a line a story: {"id", "copies": [{"id", "relation", "share"}], "thread": [id, ...]}.
Where STORIES says the `event` and the `topic` of each, what the thread's links are worth is printed by ground: how many links
each ground decides, and which part of them is right, in all topics and in each half of them.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.shared_words import given_stories, keep

import backfile
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store.writer import Store
from backfile.model.reason_codes import ThreadCode

DECIDING = (
    ThreadCode.SHARED_PASSAGE,
    ThreadCode.SHARED_QUOTATION,
    ThreadCode.PAGE_LINK,
    ThreadCode.CLOSE_WORDS,
    ThreadCode.CLOSE_TO_THE_SAME,
)


def main() -> None:
    stories, path = given_stories(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        predicted, grounds = predictions(Path(folder, "archive"), stories)
    path.write_text("".join(json.dumps(one) + "\n" for one in predicted), "utf-8")
    if "event" in stories[0]:
        for name, topics in halves(stories).items():
            print(*table(name, [one for one in stories if one["topic"] in topics], grounds), sep="\n")


def predictions(
    folder: Path, stories: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], dict[tuple[str, str], set[str]]]:
    """What is to be scored, and the grounds that decide each link."""
    names = keep(folder, stories)
    with Store(folder) as store, IndexWriter(store.db, folder) as index:
        index.catch_up()
    predicted: list[dict[str, Any]] = []
    grounds: dict[tuple[str, str], set[str]] = {}
    with backfile.open(folder) as archive:
        for story, name in names.items():
            thread = archive.thread(story)
            copies = [
                {"id": names[copy.id], "relation": copy.relation, "share": copy.share}
                for copy in archive.story(story).copies
            ]
            predicted.append({"id": name, "copies": copies, "thread": [names[link.id] for link in thread]})
            for link in thread:
                first, second = sorted((name, names[link.id]))
                decided = {str(why.code) for why in link.because if why.code in DECIDING}
                grounds.setdefault((first, second), set()).update(decided)
    return predicted, grounds


def halves(stories: list[dict[str, Any]]) -> dict[str, set[str]]:
    """The topics: all of them, and every other one."""
    topics = sorted({one["topic"] for one in stories}, key=lambda topic: (len(topic), topic))
    return {"all topics": {*topics}, "first half": {*topics[::2]}, "second half": {*topics[1::2]}}


def table(name: str, stories: list[dict[str, Any]], grounds: dict[tuple[str, str], set[str]]) -> Iterable[str]:
    """How many links each ground decides among these stories, and which part is of one event, and of twins."""
    event = {one["id"]: one["event"] for one in stories}
    topic = {one["id"]: one["topic"] for one in stories}
    sizes = Counter(event.values())
    due = sum(size * (size - 1) // 2 for size in sizes.values())
    yield f"{name}: {len(stories)} stories, {due} pairs due"
    for ground in (None, *map(str, DECIDING)):
        pairs = [
            pair
            for pair, codes in grounds.items()
            if pair[0] in event and pair[1] in event and (not ground or ground in codes)
        ]
        right = sum(event[one] == event[other] for one, other in pairs)
        twins = sum(event[one] != event[other] and topic[one] == topic[other] for one, other in pairs)
        count = max(1, len(pairs))
        yield (
            f"  {ground or 'all':20} {len(pairs):5} links, precision {right / count:.4f}, across twins {twins / count:.4f},"
            f" recall {right / due:.4f}"
        )


if __name__ == "__main__":
    main()
