"""What `backfile cluster relate` costs: CPU time by step, memory, and the bytes that lie between the steps.

    python -m bench.cluster_shuffle [--stories 8000] [--kind mixed] [--work /tmp]

Makes up so many stories (bench/made_stories.py: a tenth are copies, a twentieth of a form, three in a hundred in two versions), writes them as a corpus, and relates
them in one process of its own, block by block of the usual size. Prints CPU seconds of each step, the process's greatest memory (it grew from what it had when it
began), and bytes by folder a story.
"""

import argparse
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from bench.made_stories import KINDS, made

from backfile.cluster.corpus_rows import CORPUS_STORIES, corpus_story_row
from backfile.cluster.part_files import write_rows
from backfile.cluster.relating.relating_job import RelatingProgress, relate_corpus
from backfile.cluster.relating.relating_plan import FOLDER
from backfile.cluster.remote_files import OutFolder
from backfile.cluster.runners import RunnerHere
from backfile.one_capture import CaptureRead

_OF_A_FILE = 2000
"""Stories of a file of the corpus."""
_GROUP = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=8000)
    parser.add_argument("--kind", choices=KINDS, default="mixed")
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="backfile-shuffle-", dir=given.work))
    try:
        for work in (lambda: write_corpus(folder, given.stories, given.kind), lambda: relate(folder)):
            child = multiprocessing.get_context("fork").Process(target=work)
            child.start()
            child.join()
    finally:
        shutil.rmtree(folder)


def write_corpus(folder: Path, count: int, kind: str) -> None:
    out = OutFolder(str(folder))
    stories = (capture for story in range(count) for capture in made(story, kind))
    number = 0
    while some := list(islice(stories, _OF_A_FILE)):
        rows = []
        for one in some:
            row = corpus_story_row(one.capture, CaptureRead(one.capture.place, None, one.story)).row
            rows.append({name: row[name] for name in CORPUS_STORIES})
        write_rows(out, f"stories/year=2010/0001-{number:05}.parquet", rows, CORPUS_STORIES, group=_GROUP)
        number += 1


def relate(folder: Path) -> None:
    steps: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    memory: dict[str, int] = {}
    before = [time.process_time()]
    out = OutFolder(str(folder))
    corpus = sum(out.names("stories").values())
    began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def tell(come: RelatingProgress) -> None:
        now = time.process_time()
        steps[come.step] += round(1000 * (now - before[0]))
        before[0] = now
        memory[come.step] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        if come.done == come.total:
            sizes.update({name: size for name, size in out.names(FOLDER).items() if name not in sizes})

    report = relate_corpus(str(folder), RunnerHere(), progress=tell)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{report.stories:,} stories, {report.captures:,} captures, {corpus:,} bytes of corpus; rows: {report.tables}"
    )
    print(
        f"CPU {sum(steps.values()) / 1000:.1f} s, {sum(steps.values()) / report.captures:.2f} ms a capture; memory {most >> 10} MB at most, {began >> 10} at first"
    )
    print("ms a capture by step:", ", ".join(f"{step} {spent / report.captures:.2f}" for step, spent in steps.items()))
    print("MB at most by the end of each step:", ", ".join(f"{step} {size}" for step, size in memory.items()))
    folders: Counter[str] = Counter()
    for name, size in sizes.items():
        folders[name.removeprefix(f"{FOLDER}/").partition("/")[0]] += size
    between = ", ".join(
        f"{name} {size / report.captures:,.0f}" for name, size in folders.most_common() if size >= report.captures
    )
    print(
        f"bytes between steps: {report.between / report.captures:,.0f} a capture: {between}; tables {report.size / report.captures:,.0f}"
    )


if __name__ == "__main__":
    main()
