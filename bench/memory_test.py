"""Adds a large WARC of real pages and gives the peak memory of the whole process tree.

    python bench/memory_test.py SET_DIR[:LIMIT] ... --megabytes 1000 --jobs 2 [--work /tmp]

The pages of the sets (as in bench/pack_warc.py) are repeated, each time under another address and with another last
line, until the WARC, not compressed, has the size asked for. It and the archive are deleted at the end, unless --keep.
"""

import argparse
import shutil
import sys
import time
from pathlib import Path

from pack_warc import pages, response, warcinfo
from process_tree import add_command, run_watched


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SET_DIR[:LIMIT]")
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    parser.add_argument("--keep", action="store_true", help="leave the WARC and the archive")
    given = parser.parse_args()
    folder = given.work / f"backfile-memory-{int(time.time())}"
    folder.mkdir()
    warc, archive = folder / "large.warc", folder / "archive"
    try:
        count = make(warc, given.sets, given.megabytes * 1_000_000)
        print(f"{warc}: {count} pages, {warc.stat().st_size / 1e6:.0f} MB", file=sys.stderr)
        ran = run_watched(add_command(warc, archive, given.jobs))
        size = sum(file.stat().st_size for file in archive.rglob("*") if file.is_file())
        print(f"exit {ran.code}, {ran.seconds:.0f} s, {count / ran.seconds:.0f} pages a second, {given.jobs} jobs")
        print(f"peak of the whole process tree: {ran.peak_pss / 1e6:.0f} MB (Pss), {ran.peak_rss / 1e6:.0f} MB (Rss)")
        print(f"archive: {size / 1e6:.0f} MB, {size / warc.stat().st_size:.1%} of the WARC")
    finally:
        if not given.keep:
            shutil.rmtree(folder)


def make(warc: Path, sets: list[str], size: int) -> int:
    """Write the WARC; the number of its pages."""
    import gzip

    count = turn = 0
    with warc.open("wb") as out:
        out.write(warcinfo("2024-06-01T00:00:00Z"))
        while out.tell() < size:
            turn += 1
            for folder, truth in pages(sets):
                file = folder / "html" / f"{truth['id']}.html.gz"
                if not truth.get("url") or not file.exists() or out.tell() >= size:
                    continue
                html = gzip.decompress(file.read_bytes()) + b"\n<!-- turn %d -->\n" % turn
                address = f"{truth['url'].rstrip('/')}/turn-{turn}"
                out.write(response(html, {**truth, "url": address}, "2024-06-01T00:00:00Z"))
                count += 1
    return count


if __name__ == "__main__":
    main()
