"""How long the dates in the text take beside reading the page, on a folder of saved pages.

python bench/dates_speed.py FOLDER [--rounds 5] [--most 300]

Reading without analysis and the dates of what was read are run over every page by turns, a round after another; the table gives
medians over the rounds in CPU time of this process, for all pages and for those in English (in other languages only dates
printed whole are looked for).
"""

import statistics
import time
from collections.abc import Iterable

from bench.speed import pages_asked

from backfile.dates.text.find_dates import find_dates
from backfile.model.capture import Capture
from backfile.model.story import Story
from backfile.reading import read_capture


def timed(captures: list[Capture]) -> list[tuple[Story, float, float]]:
    """Each page's story, and the seconds that reading it and finding its dates took."""
    found = []
    for capture in captures:
        start = time.process_time()
        story = read_capture(capture, analyse=False)
        read = time.process_time()
        find_dates(story.body, published=story.published, language=story.language)
        found.append((story, read - start, time.process_time() - read))
    return found


def row(name: str, rounds: Iterable[list[tuple[Story, float, float]]]) -> str:
    """Milliseconds a page to read and to find dates, their ratio, and words a second."""
    sums = [(sum(r for _, r, _ in one), sum(d for _, _, d in one), one) for one in rounds]
    read, dates = statistics.median(s[0] for s in sums), statistics.median(s[1] for s in sums)
    ratio = statistics.median(s[1] / s[0] for s in sums)
    pages = len(sums[0][2])
    words = sum(len(story.body.split()) for story, _, _ in sums[0][2])
    return f"{name:8}{pages:6}{read / pages * 1000:9.2f}{dates / pages * 1000:9.2f}{ratio:8.2f}{words / dates:12,.0f}"


def main() -> None:
    captures, count = pages_asked("Times the dates in the text beside reading, on a folder of saved pages.")
    rounds = [timed(captures) for _ in range(count)]
    print(f"{'pages':14}{'read ms':>9}{'dates ms':>9}{'ratio':>8}{'words/s':>12}")
    print(row("all", rounds))
    print(row("English", [[one for one in found if (one[0].language or "en")[:2] == "en"] for found in rounds]))


if __name__ == "__main__":
    main()
