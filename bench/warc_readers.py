"""How many pages a second and core Backfile, news-please and Fundus read of one WARC, each by its own reader of WARCs.

    python bench/warc_readers.py SET_DIR[:LIMIT] ... [--times 3] [--news-please PYTHON] [--fundus PYTHON] [--work /tmp]

Each in an environment of its own, on loopback alone:

    python -m venv np && np/bin/pip install news-please==1.6.16
    python -m venv fu && fu/bin/pip install fundus==0.5.7 curl_cffi==0.14.0   # fundus 0.5.7 does not import with curl_cffi 0.17

Packs the sets into one WARC (bench/pack_warc.py). By turns, so many times: `backfile read --jsonl`; news-please's CommonCrawlExtractor, given the
WARC as a file that it has downloaded before; Fundus' CCNewsSource and CCNewsScraper, which read by HTTP, from a server of this script's own. Fundus reads the pages
of the publishers that it has a parser for, and passes over the rest: Backfile reads a WARC of those pages alone too. Prints the medians of the CPU time
(user and system) of a reader's process, its beginning taken out (the same command on a WARC of no page), and the greatest memory.
"""

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from pack_warc import pages, response, warcinfo
from process_tree import ENVIRONMENT, program

_DATE = "2024-06-01T00:00:00Z"

_NEWS_PLEASE = """
import sys, os, shutil, urllib.parse, logging
from newsplease.crawler import commoncrawl_crawler
from newsplease.crawler.commoncrawl_extractor import CommonCrawlExtractor
import boto3, botocore
def no_bucket(*_, **__): raise botocore.exceptions.NoCredentialsError()
boto3.client = no_bucket  # it asks Amazon otherwise
count = [0]
def take(article): count[0] += 1
path, folder = sys.argv[1], sys.argv[2]
CommonCrawlExtractor().extract_from_commoncrawl(
    path, take, lambda *_: None, strict_date=False, local_download_dir_warc=folder, continue_after_error=True, ignore_unicode_errors=True,
    delete_warc_after_extraction=False, log_level=logging.CRITICAL)
print(count[0])
"""
_FUNDUS = """
import sys
from fundus import PublisherCollection
from fundus.scraping.html import CCNewsSource
from fundus.scraping.scraper import CCNewsScraper
met = taken = 0
for article in CCNewsScraper(CCNewsSource(*PublisherCollection, warc_path=sys.argv[1])).scrape("catch"):
    met += 1
    if article.exception is None:
        taken += bool(article.plaintext)
        article.title, article.authors, article.publishing_date
print(met, taken)
"""
_OUR_DOMAINS = """
import json
from urllib.parse import urlparse
from fundus import PublisherCollection
print(json.dumps([urlparse(one).netloc for publisher in PublisherCollection for one in [publisher.domain, *publisher.deprecated_domains]]))
"""


class Measured(NamedTuple):
    """One run of a reader."""

    cpu: float
    memory: int
    """Bytes at the height, of the reader's own process."""
    printed: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SET_DIR[:LIMIT]")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--news-please", metavar="PYTHON")
    parser.add_argument("--fundus", metavar="PYTHON")
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = given.work / f"backfile-readers-{os.getpid()}"
    folder.mkdir()
    try:
        compare(folder, given)
    finally:
        shutil.rmtree(folder)


def compare(folder: Path, given: argparse.Namespace) -> None:
    none = folder / "none.warc.gz"
    make_warc(none, [])
    whole = folder / "all.warc.gz"
    count = make_warc(whole, given.sets)
    readers = {"Backfile": (ours(whole), ours(none), count)}
    if given.news_please:
        readers["news-please"] = (news_please(given.news_please, whole), news_please(given.news_please, none), count)
    if given.fundus:
        told = subprocess.run([given.fundus, "-c", _OUR_DOMAINS], capture_output=True, text=True, check=True).stdout
        known = folder / "known.warc.gz"
        of_known = make_warc(known, given.sets, set(json.loads(told)))
        address = served(folder)
        readers["Fundus"] = (
            [given.fundus, "-c", _FUNDUS, f"{address}/known.warc.gz"],
            [given.fundus, "-c", _FUNDUS, f"{address}/none.warc.gz"],
            of_known,
        )
        readers["Backfile, the pages of Fundus' publishers"] = (ours(known), ours(none), of_known)
    print(f"{count} pages, {whole.stat().st_size:,} bytes, load {os.getloadavg()[0]:.1f}", flush=True)
    measured: dict[str, list[tuple[Measured, Measured]]] = {name: [] for name in readers}
    for _ in range(given.times):
        for name, (command, empty, _count) in readers.items():
            measured[name].append((run(command), run(empty)))
    for name, (_, _, number) in readers.items():
        print(line_of(name, number, measured[name]), flush=True)


def make_warc(path: Path, sets: list[str], domains: Collection[str] | None = None) -> int:
    """The pages of the sets as one WARC, of these domains where they are named; how many."""
    count = 0
    with path.open("wb") as file:
        file.write(gzip.compress(warcinfo(_DATE), mtime=0))
        for set_dir, truth in pages(sets):
            page = set_dir / "html" / f"{truth['id']}.html.gz"
            if not truth.get("url") or not page.exists():
                continue
            if domains is None or truth["url"].split("/")[2] in domains:
                file.write(gzip.compress(response(gzip.decompress(page.read_bytes()), truth, _DATE), mtime=0))
                count += 1
    return count


def ours(path: Path) -> list[str]:
    return program("read", path, "--jsonl")


def news_please(python: str, path: Path) -> list[str]:
    """It looks for a file of the WARC's name in its folder of downloads."""
    return [python, "-c", _NEWS_PLEASE, path.name, str(path.parent)]


def served(folder: Path) -> str:
    """The address of a server of the folder's files."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Writes no log."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def run(command: Sequence[str]) -> Measured:
    with subprocess.Popen(
        command,
        env=ENVIRONMENT if command[0] == sys.executable else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as reader:
        assert reader.stdout
        printed = reader.stdout.read()
        _, _, used = os.wait4(reader.pid, 0)
        reader.returncode = 0
    return Measured(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, printed.decode(errors="replace"))


def line_of(name: str, count: int, runs: list[tuple[Measured, Measured]]) -> str:
    cpu = statistics.median(whole.cpu - empty.cpu for whole, empty in runs)
    begun = statistics.median(empty.cpu for _, empty in runs)
    most = max(whole.memory for whole, _ in runs) >> 20
    said = runs[0][0].printed
    taken = f"{len(said.splitlines())} stories" if name.startswith("Backfile") else f"printed {said.strip()!r}"
    return f"{name}: {count} pages, {cpu:.1f} s of CPU, {count / cpu:.1f} pages a second and core, {begun:.1f} s to begin, {most} MB, {taken}"


if __name__ == "__main__":
    main()
