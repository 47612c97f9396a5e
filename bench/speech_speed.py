"""How long the reading for speech takes on the bodies of saved pages, by language.

python bench/speech_speed.py FOLDER [--rounds 5] [--most 300]

The pages are read once without analysis; then quotations, people and agencies are looked for in their bodies, in CPU time of
this process: the first pass, with no word remembered, and the median of the rounds after it.
"""

import argparse
import statistics
import time
from collections import Counter
from pathlib import Path

from speed import load

from backfile.model.story import Story
from backfile.quotes import analyse_speech
from backfile.reading import read_capture

NOT_SPOKEN = ("caption", "table", "entry-time", "subhead")


def seconds_of(stories: list[Story]) -> dict[str, float]:
    """CPU seconds for all stories of each language."""
    taken: Counter[str] = Counter()
    for story in stories:
        spans = [(block.start, block.end) for block in story.blocks if block.kind not in NOT_SPOKEN]
        started = time.process_time()
        analyse_speech(story.body, block_spans=spans, headline=story.headline, language=story.language)
        taken[tongue(story)] += time.process_time() - started
    return taken


def tongue(story: Story) -> str:
    return (story.language or "?").split("-")[0]


def main() -> None:
    said = argparse.ArgumentParser(description="Times the reading for speech on a folder of saved pages.")
    said.add_argument("folder", type=Path)
    said.add_argument("--rounds", type=int, default=5)
    said.add_argument("--most", type=int, default=300, help="pages to read at most")
    given = said.parse_args()
    read = [read_capture(capture, analyse=False) for capture in load(given.folder, given.most)]
    stories = [story for story in read if isinstance(story, Story) and story.body]
    first = sum(seconds_of(stories).values())
    rounds = [seconds_of(stories) for _ in range(given.rounds)]
    every = statistics.median(sum(taken.values()) for taken in rounds)
    print(
        f"{len(stories)} stories: {first / len(stories) * 1000:.2f} ms each at first, {every / len(stories) * 1000:.2f} after"
    )
    words: Counter[str] = Counter()
    count: Counter[str] = Counter(tongue(story) for story in stories)
    for story in stories:
        words[tongue(story)] += len(story.body.split())
    for name, number in count.most_common():
        seconds = statistics.median(taken[name] for taken in rounds)
        print(
            f"{name:<4}{number:>4} stories{seconds / number * 1000:>8.2f} ms each{words[name] / seconds:>12,.0f} words/s"
        )


main()
