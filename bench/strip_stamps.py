"""How well an undated page is bounded: every stamp is stripped from pages whose day is known, and their windows are looked at.

python -m bench.strip_stamps SET_FOLDER...      (each with truth.jsonl and html/ID.html.gz, as docs/measuring.md says)

Stripped are the address, scripts, meta and link elements with a digit, <time> elements, date attributes, and each full date that
stands outside a paragraph of running text. The capture's time stays where the truth has one. Printed: pages, those that
still give a day, the median window in days of those that do not, and the share of them whose window holds the day.
"""

import gzip
import re
import statistics
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from bench.sets import TruthSet

from backfile.dates.parse_stamp import find_stamps
from backfile.model.story import Story
from backfile.reading import read

_SCRIPT = re.compile(rb"<script\b.*?</script>", re.S | re.I)
_META = re.compile(rb"<(?:meta|link)\b[^>]*\d[^>]*>", re.I)
_TIME = re.compile(rb"<time\b.*?</time>", re.S | re.I)
_ATTRIBUTE = re.compile(
    rb"""\b(?:datetime|content|data-[\w-]*(?:date|time)[\w-]*|title)=["'][^"']*\d{4}[^"']*["']""", re.I
)
_BETWEEN_TAGS = re.compile(r">([^<]*\d[^<]*)<")
_LONGEST_STAMP = 160


def strip_stamps(page: bytes) -> str:
    """The page without the stamps that date it."""
    for pattern in (_SCRIPT, _META, _TIME, _ATTRIBUTE):
        page = pattern.sub(b"", page)
    return _BETWEEN_TAGS.sub(_without_days, page.decode("utf-8", "replace"))


def _without_days(between: re.Match[str]) -> str:
    text = between[1]
    if len(text) > _LONGEST_STAMP:
        return between[0]
    for stamp in reversed(find_stamps(text)):
        if stamp.precision != "year" or stamp.kind == "ambiguous":
            text = text[: stamp.start] + text[stamp.end :]
    return f">{text}<"


def read_stripped(folder: Path) -> list[tuple[str, Story]]:
    """(day of truth, story) for each page of a set whose day is known."""
    found = []
    for truth in TruthSet(folder).truths:
        if not truth.get("date_published"):
            continue
        page = gzip.decompress((folder / "html" / f"{truth['id']}.html.gz").read_bytes())
        captured = truth.get("captured_at")
        when = datetime.fromisoformat(captured) if captured else None
        if when is not None and when.tzinfo is None:
            when = when.replace(tzinfo=UTC)  # the set's own clock
        found.append((truth["date_published"][:10], read(strip_stamps(page), captured_at=when)))
    return found


def report(name: str, pages: list[tuple[str, Story]]) -> None:
    undated = [(day, story) for day, story in pages if story.published is None]
    held = [(story.window.earliest or "") <= day <= (story.window.latest or "9999") for day, story in undated]
    widths = [
        (date.fromisoformat(story.window.latest) - date.fromisoformat(story.window.earliest)).days + 1
        for _, story in undated
        if story.window.latest and story.window.earliest
    ]
    proven = sum(len(story.window.because) > 0 and story.window.earliest != "1990-01-01" for _, story in undated)
    print(
        f"{name}: {len(pages)} pages, {len(pages) - len(undated)} still dated, {len(undated)} undated; "
        f"bounded on both sides {proven}, by the capture or the file {len(widths)}, "
        f"median window {statistics.median(widths) if widths else None} days, held {sum(held) / max(len(held), 1):.4f}"
    )


if __name__ == "__main__":
    for given in sys.argv[1:]:
        report(Path(given).name, read_stripped(Path(given)))
