"""Rescues a site: python -m bench.rescue_site [STORIES] [--sets FOLDER] [--left-out 10]

A made-up paper's site (bench/wordpress_site.py) is served here, saved with wget as a WARC, one story in ten left out, and rescued. Then every internal link of the saved
stories is asked for, of a plain file server and by the rules for nginx; days are laid beside the truth. Wants wget; nginx where it is installed.
"""

import argparse
import csv
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.process_tree import run_watched
from bench.wordpress_site import Post, Site, make_posts, texts


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=int, default=200)
    parser.add_argument("--sets", type=Path, default=Path("../shared/data/sets"))
    parser.add_argument("--left-out", type=int, default=10, metavar="N", help="leave out one story in N")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    if shutil.which("wget") is None:
        sys.exit("wget is missing here: apt-get install wget")
    posts = make_posts(texts(given.sets), given.stories)
    folder = Path(tempfile.mkdtemp(prefix="backfile-rescue-", dir=given.work))
    try:
        with Site(posts) as site:
            kept = [post for post in posts if post.number % given.left_out != 3]
            save(site, kept, folder)
            base = site.base
        _rescue(folder, base, posts, kept)
    finally:
        shutil.rmtree(folder)


def save(site: Site, kept: list[Post], folder: Path) -> None:
    """Fetches these stories, their pictures, the feed and some old numbers into a WARC."""
    paths = [part for post in kept for part in (post.path, f"/wp-content/uploads/{post.number}.png")]
    paths += ["/feed/", *(old for old, new in site.led.items() if any(post.path == new for post in kept))]
    (folder / "urls.txt").write_text("".join(f"{site.base}{path}\n" for path in paths))
    command = [
        "wget",
        "-q",
        "-i",
        str(folder / "urls.txt"),
        f"--warc-file={folder / 'crawl'}",
        "-P",
        str(folder / "mirror"),
        "--no-directories",
        "--delete-after",
    ]
    subprocess.run(command, check=True)


def _rescue(folder: Path, base: str, posts: list[Post], kept: list[Post]) -> None:
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-m",
        "backfile.cli",
        "rescue",
        str(folder / "crawl.warc.gz"),
        "--to",
        str(folder / "to"),
        "--json",
    ]
    ran = run_watched([*command, "--jobs", "2"])
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime - began.ru_utime - began.ru_stime
    report = json.loads((folder / "to" / "report.json").read_bytes())
    site = folder / "to" / "site"
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    archive = sum(path.stat().st_size for path in (folder / "to" / "archive").rglob("*") if path.is_file())
    print(
        f"{len(posts):,} stories, {len(kept):,} saved, {report['stories']:,} held: exit {ran.code}, {ran.seconds / 60:.1f} minutes, {cpu:.0f} s of CPU, {ran.peak_pss / 1e6:.0f} MB at most"
    )
    print(f"archive {archive / 1e6:.1f} MB, site {size / 1e6:.1f} MB in {len(files):,} files")
    print(
        f"old addresses held {report['addresses']['held']:,}, missing {report['addresses']['missing']:,}; pictures held {report['pictures']['held']:,}, missing {report['pictures']['missing']:,}"
    )
    print(_pictures(site, report))
    print(_days(folder, base, kept))
    print(_links(folder, base, kept))


def _pictures(site: Path, report: dict[str, Any]) -> str:
    shown = (
        len({path.relative_to(site).parts[1] for path in (site / "picture").rglob("*.jpg")})
        if (site / "picture").exists()
        else 0
    )
    return f"pictures that the site has: {shown:,} of {report['pictures']['held']:,} held"


def _days(folder: Path, base: str, kept: list[Post]) -> str:
    from backfile import Archive

    counts: Counter[str] = Counter()
    with Archive(folder / "to" / "archive") as archive:
        for post in kept:
            found = archive.at(f"{base}{post.path}").stories
            stamp = found[0].published if found else None
            if not found:
                counts["of pages that were read as no story"] += 1
            elif stamp is None:
                counts[
                    "undated, as nothing says when"
                    if post.dated == "nothing"
                    else f"not found, though the {post.dated} says it"
                ] += 1
            elif post.dated == "nothing":
                counts["given by words of the text itself"] += 1
            elif stamp.value[:10] == post.day.isoformat():
                counts[f"right, by the {post.dated}"] += 1
            else:
                counts["wrong"] += 1
                print(
                    f"wrong: {post.path} is of {post.day} by the {post.dated}, read as {stamp.value} from {stamp.basis} ({stamp.raw})"
                )
    return "days: " + ", ".join(f"{count:,} {name}" for name, count in counts.most_common())


def _links(folder: Path, base: str, kept: list[Post]) -> str:
    """Links of saved stories to held ones, that are answered by a file, and that the rules for hosts lead."""
    from backfile import Archive

    with Archive(folder / "to" / "archive") as archive:
        held = {post.path for post in kept if archive.at(f"{base}{post.path}").stories}
    asked = [link.path for post in kept for link in post.links if link.path in held]
    site = folder / "to" / "site"
    by_file = sum(_is_file(site, path) for path in asked)
    with (folder / "to" / "redirects" / "redirects.csv").open(newline="") as file:
        rules = {row["old_address"]: row["new_address"] for row in csv.DictReader(file)}
    led = sum((target := rules.get(f"{base}{path}")) is not None and _is_file(site, target) for path in asked)
    could = sum(not urlsplit(path).query for path in asked)
    old = sum(1 for address in rules if "page_id=" in address)
    return f"internal links to what is held: {len(asked):,}; by a plain file server {by_file:,} of {could:,} that can be files; by a host's rules {led:,}; old numbers that lead: {old:,}"


def _is_file(site: Path, path: str) -> bool:
    parts = urlsplit(path)
    place = site / parts.path.lstrip("/")
    return not parts.query and (place.is_file() or (place / "index.html").is_file())


if __name__ == "__main__":
    main()
