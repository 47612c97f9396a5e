"""Pairs of captures made from real pages, and whether the change between the two is told for what it is.

    python -m bench.version_pairs SET_DIR ... [--each 40] [--misses]

Of each page one thing is changed: its furniture (which makes no version), a sentence of the body (silent), a correction put under it
(correction), the day of its stamp (date-only), or the headline (headline-only). `each` pages are taken for each kind, spread over the
sets, of those where that can be done: the text to change stands in the page's source. Sets are as bench/pack_warc.py has them.
"""

import argparse
import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from bench.set_pages import pages_of

from backfile.archive.versions.change_kinds import changed_fields, kind_of_change
from backfile.archive.versions.kept_stories import why_not_kept
from backfile.model.story import Story
from backfile.reading import read

NONE = "no version"
_LEAST_PARAGRAPHS = 4
_RELATED = (
    '<aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/n/1">Harbour board meets again in the spring</a></li>'
    '<li><a href="/n/2">Ten places to see the leaves turn</a></li></ul></aside></body>'
)
_CORRECTION = "<p>Correction: An earlier version of this story gave a wrong figure for the cost of the work.</p>"
_MARK = r"(?:&\w+;|&#\w+;|\\?[^\w\s<>])"
"""Matches one mark of a text: "&amp;", "&#038;", "&", or the quotation mark of a script with its backslash."""
_SPACE = r"(?:\s|&nbsp;|&#160;|</?(?:span|em|b|i|br|strong)\b[^<>]*>)+"
"""Matches what parts two words, elements within a line with it."""
_AROUND = ("related", "navigation", "footer", "widget", "newsletter", "comments", "advert", "share")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""Matches the "2017-02-23" of a stamp."""


class Pair(NamedTuple):
    """A page, and what it is made into."""

    page: str
    due: str
    before: bytes
    after: bytes
    url: str | None


def furniture(source: str, story: Story) -> str | None:
    """Another list of related stories, other links in the furniture, other numbers of comments."""
    changed = source.replace("</body>", _RELATED, 1)
    for piece in (piece for piece in story.furniture if piece.kind in _AROUND):
        words = html.escape(piece.text, quote=False).split("\n")[0]
        if len(words) > 10 and changed.count(f">{words}<") == 1 and piece.text not in story.body:
            changed = changed.replace(f">{words}<", f">{words} today<")
            break
    return changed if changed != source else None


def sentence(source: str, story: Story) -> str | None:
    """Other words in a paragraph, wherever they stand."""
    for block in story.blocks[1:-1]:
        words = block.text.split()
        if block.kind == "paragraph" and len(words) > 15:
            part = _printed(" ".join(words[4:12]))
            if re.search(rf"<p\b[^>]*>[^<>]*{part}", source):
                return re.sub(part, " ".join([*words[4:7], "eleven", "more", *words[9:12]]), source)
    return None


def correction(source: str, story: Story) -> str | None:
    """A correction under the last paragraph."""
    last = next((block for block in reversed(story.blocks) if block.kind == "paragraph"), None)
    end = html.escape(last.text[-40:], quote=False) if last else ""
    if not end or source.count(end + "</p>") != 1:
        return None
    return source.replace(end + "</p>", end + "</p>" + _CORRECTION)


def bumped(source: str, story: Story) -> str | None:
    """The stamp that says when the page was changed, else the one of its publication, three days on, wherever it stands."""
    stamp = story.updated or story.published
    found = _DAY.match(stamp.raw) if stamp and stamp.basis in ("json-ld", "meta") else None
    printed = {clue.where.partition(":")[0] for clue in story.evidence if clue.value} - {"json-ld", "meta"}
    if stamp is None or found is None or (printed and stamp == story.published):
        return None  # a newsroom would change the day in print as well
    later = datetime.fromisoformat(found[0]) + timedelta(days=3)
    return source.replace(stamp.raw, later.date().isoformat() + stamp.raw[10:])


def headline(source: str, story: Story) -> str | None:
    """Another headline, wherever it stands."""
    words = (story.headline or "").split()
    if len(words) < 4 or (story.headline or "") in story.body:
        return None
    changed = re.sub(_printed(story.headline or ""), " ".join([*words[2:], *words[:2]]).replace('"', ""), source)
    return changed if changed != source else None


def _printed(text: str) -> str:
    """A pattern for a text as a page's source has it: marks as they are or as references, letters of other alphabets also as escapes."""
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter.isspace():
        return _SPACE
    if not letter.isalnum():
        return _MARK
    return letter if letter.isascii() else rf"(?:{letter}|\\u{ord(letter):04x}|\\u{ord(letter):04X})"


CHANGES: dict[str, tuple[str, Callable[[str, Story], str | None]]] = {
    "furniture": (NONE, furniture),
    "sentence": ("silent", sentence),
    "correction": ("correction", correction),
    "date": ("date-only", bumped),
    "headline": ("headline-only", headline),
}


def pairs(sets: list[str], each: int) -> Iterator[tuple[str, Pair]]:
    """The pairs, each with the name of its change: a page is made into one pair, the kind that there are fewest of."""
    made: Counter[str] = Counter()
    for name, url, source in pages_of(sets):
        text = source.decode("utf-8", "replace")
        story = read(text.encode(), url=url)
        if why_not_kept(story) or len(story.blocks) < _LEAST_PARAGRAPHS:
            continue
        for change in sorted(CHANGES, key=lambda one: made[one]):
            due, work = CHANGES[change]
            after = work(text, story) if made[change] < each else None
            if after is not None:
                made[change] += 1
                yield change, Pair(name, due, text.encode(), after.encode(), url)
                break
        if all(made[change] >= each for change in CHANGES):
            return


def told(pair: Pair) -> tuple[str, tuple[str, ...]]:
    """What the change is told to be, and which fields differ."""
    before, after = (read(page, url=pair.url).to_dict() for page in (pair.before, pair.after))
    fields = changed_fields(before, after)
    return (kind_of_change(before, after) if fields else NONE), fields


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SET_DIR")
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--misses", action="store_true", help="print the pairs that are told wrong")
    given = parser.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for change, pair in pairs(given.sets, given.each):
        kind, fields = told(pair)
        total[change] += 1
        right[change] += kind == pair.due
        if given.misses and kind != pair.due:
            print(f"{pair.page}: {change} told as {kind}, fields {', '.join(fields)}")
    print("| changed | due | pairs | told right |\n|---|---|---|---|")
    for change, (due, _) in CHANGES.items():
        print(f"| {change} | {due} | {total[change]} | {right[change]} |")
    print(f"| all | | {total.total()} | {right.total()} |")


if __name__ == "__main__":
    main()
