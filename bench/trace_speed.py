"""How long a trace takes: paragraphs drawn at random from an archive, each traced once, warm; CPU of all threads.

python -m bench.trace_speed ARCHIVE [COUNT]
"""

import random
import sys
import time

import backfile


def main() -> None:
    folder, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with backfile.open(folder) as archive:
        entries = archive.newest(limit=2000)
        drawn = random.Random(1).sample(entries, min(count, len(entries)))
        texts = [random.Random(one.id).choice(archive.story(one.id).body.split("\n\n")) for one in drawn]
        asked = [text for text in texts if len(text.split()) >= 4]
        archive.trace(asked[0])
        taken, prints = [], 0
        for text in asked:
            began = time.process_time()
            prints += len(archive.trace(text).prints)
            taken.append(1000 * (time.process_time() - began))
        taken.sort()
        print(
            f"{len(archive):,} stories, {len(taken)} paragraphs, {prints / len(taken):.1f} prints each:"
            f" median {taken[len(taken) // 2]:.1f} ms, p95 {taken[int(0.95 * len(taken))]:.1f} ms"
        )


if __name__ == "__main__":
    main()
