"""How fast, and in how much memory, captures are read: a made-up WARC of a given size, read through read_captures.

python bench/read_speed.py make FILE MEGABYTES      (.warc, .warc.gz or .warc.zst by FILE's name)
/usr/bin/time -v python bench/read_speed.py read FILE
"""

import gzip
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path

import zstandard

from backfile.capture import read_captures

STEMS = ("mill", "river", "council", "vote", "fair", "bridge")
WORDS = [stem + ending for stem in STEMS for ending in ("", "s", "ing", "side", "er", "man")]


def paragraph(rng: random.Random) -> str:
    return f'<p class="c{rng.random()}">{" ".join(rng.choices(WORDS, k=40))}.</p>'


def response(number: int, rng: random.Random) -> bytes:
    text = " ".join(paragraph(rng) for _ in range(rng.randint(20, 500)))
    html = f"<!DOCTYPE html><html><head><title>Story {number}</title></head><body>{text}</body></html>".encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2017-02-23T16:47:00Z\r\n"
        f"WARC-Payload-Digest: sha1:{number}\r\nWARC-Target-URI: https://valley.example/{number}\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make(path: Path, megabytes: int) -> None:
    rng, size, number = random.Random(7), 0, 0
    packers = {"gz": lambda data: gzip.compress(data, 6), "zst": zstandard.ZstdCompressor().compress}
    pack = packers.get(path.suffix[1:], bytes)
    with path.open("wb") as out:
        while size < megabytes * 1_000_000:
            record = response(number, rng)
            out.write(pack(record))
            size, number = size + len(record), number + 1
    print(f"{number} records, {size} bytes inside, {path.stat().st_size} in the file")


def read(path: Path) -> None:
    started, inside, counts = time.perf_counter(), 0, Counter[str]()
    for found in read_captures(path):
        counts[type(found).__name__] += 1
        inside += len(getattr(found, "payload", b""))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rate = inside / 1e6 / seconds
    print(f"{dict(counts)} {inside / 1e6:.0f} MB of pages, {seconds:.1f} s, {rate:.0f} MB/s, peak {peak} MB")


if __name__ == "__main__":
    make(Path(sys.argv[2]), int(sys.argv[3])) if sys.argv[1] == "make" else read(Path(sys.argv[2]))
