"""Bytes of one search of a published site over the wire: python -m bench.search_bytes SITE WORD [WORD ...]

SITE is a folder that `backfile publish` wrote. A plain file server, which packs nothing, serves it; for each word a browser that has nothing of it opens the search page with that
word asked for, as a reader's link does, and what it fetches until the stories stand there is counted by kind: payloads alone, and how many. Wants Debian's chromium.
"""

import argparse
import sys
import threading
import time
from collections import Counter
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.site.chromium import CHROMIUM, Chromium

_STILL = 1.0
"""Seconds without a request after which a search is at its end."""
_LONGEST = 60.0
_KINDS = {
    "pf_meta": "words' places",
    "pf_index": "index",
    "pf_fragment": "stories shown",
    "pf_filter": "filters",
    "pagefind": "program",
    "js": "program",
    "json": "program",
    "html": "page",
    "": "page",
    "css": "page",
}


class Fetched:
    """What was fetched so far."""

    def __init__(self) -> None:
        self.bytes: Counter[str] = Counter()
        self.files: Counter[str] = Counter()
        self.last = time.monotonic()

    def add(self, path: str, size: int) -> None:
        """A file was sent."""
        kind = _KINDS.get(Path(path.partition("?")[0]).suffix.removeprefix("."), "other")
        self.bytes[kind] += size
        self.files[kind] += 1
        self.last = time.monotonic()


class _Counting(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, fetched: Fetched, **more: Any) -> None:
        self._fetched = fetched
        super().__init__(*args, **more)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        payload = source.read()
        outputfile.write(payload)
        self._fetched.add(self.path, len(payload))

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def main() -> None:
    """Prints a line a word."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("words", nargs="+", metavar="WORD")
    given = parser.parse_args()
    if not CHROMIUM.exists():
        sys.exit(f"no browser at {CHROMIUM}: apt-get install chromium")
    if not (given.site / "search").is_dir():
        sys.exit(f"{given.site}: no search was published there")
    for word in given.words:
        fetched, shown = _searched(given.site, word)
        kinds = ", ".join(
            f"{kind} {size / 1000:.0f} kB in {fetched.files[kind]}" for kind, size in fetched.bytes.most_common()
        )
        whole, files = sum(fetched.bytes.values()), sum(fetched.files.values())
        print(f"{word}: {shown} stories shown, {whole / 1000:.0f} kB in {files} files ({kinds})")


def _searched(site: Path, word: str) -> tuple[Fetched, int]:
    fetched = Fetched()
    handler = partial(_Counting, directory=str(site), fetched=fetched)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with Chromium() as browser:
            fetched.last = started = time.monotonic()
            browser.open(f"http://127.0.0.1:{server.server_address[1]}/search/?q={quote(word)}")
            while time.monotonic() < min(fetched.last + _STILL, started + _LONGEST):
                time.sleep(0.05)
            found = browser.call(
                "Runtime.evaluate", expression="document.querySelectorAll('#found li').length", returnByValue=True
            )
            return fetched, int(found["result"]["value"])
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
