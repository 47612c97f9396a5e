"""Limits: every bound on input that a user can meet, and what happens there. docs/limits.md is printed from it:

python -m backfile.limits > docs/limits.md
"""

from typing import NamedTuple

_MB = 1024 * 1024

LARGEST_PAYLOAD = 64 * _MB
"""Bytes. A page is rarely over 2 MB; anything larger than this is a recording or a bomb, and is not held in memory."""
LARGEST_HEADER = _MB
MOST_PIXELS = 40_000_000
"""Of a picture: the largest cameras that newsrooms used have 24 to 36 million; decoded these take 160 MB."""
LARGEST_WXR_HEAD = 16 * _MB
LARGEST_LIST = 64 * _MB
MOST_MENTIONS = 50_000
"""Addresses of one file that names them: what the sitemap protocol allows."""
LONGEST_MENTION = 2_000
"""Letters of an address, a headline or a day that a feed gives: browsers' addresses have two thousand."""
LARGEST_LINE = _MB
LARGEST_MEMBER = 16 * 1024 * _MB
LARGEST_RATIO = 1000
"""Unpacked to stored bytes of a whole zip; deflate itself cannot pass 1,032."""
LARGEST_PAGE_FILE = 32 * _MB
"""Bytes of a picture or a style sheet of a saved page: a photograph of a newsroom's has a tenth of that."""
LONGEST_SCRIPT = 4_000_000
LONGEST_TITLE = 2000
"""Letters; the longest title of a page in the sets has some 300."""
MOST_ATTRIBUTES = 1000
"""40,000 take the parser nine seconds; no page of the sets has 100."""
MOST_NESTING = 512
"""Elements; what Chromium keeps too. The deepest page of the sets has 55."""
MOST_FORMATTING = 64
"""Elements such as <b> and <font>, open at a time: each one that is left open is opened again in every block after it."""
LONGEST_READING = 120.0
LONGEST_SEARCH = 1000
DEEPEST_SEARCH = 50
MOST_PREFIXES = 10
"""Each stands for up to 500 words: 330 of them, which a line has room for, take 4 s of CPU among 200,000 stories."""
LONGEST_ADDRESS = 500
LONGEST_WAIT = 20.0
LONGEST_ANSWER = 60.0
LARGEST_REQUEST = 32 * 1024
"""Bytes of a request's line and headers: a browser's have two thousand."""


class Limit(NamedTuple):
    """A bound on input."""

    what: str
    most: str
    then: str
    """What happens past it, as a user sees it."""


LIMITS = (
    Limit(
        "a page's bytes, unpacked, and a capture's in a WARC or an export",
        f"{LARGEST_PAYLOAD // _MB} MB",
        "`read` raises ValueError; `add` skips it as `damaged` or `unreadable`, with a line",
    ),
    Limit(
        "a WARC record's own headers",
        f"{LARGEST_HEADER // _MB} MB",
        "the record is skipped as `damaged`; the next is looked for",
    ),
    Limit(
        "the head of a WordPress export",
        f"{LARGEST_WXR_HEAD // _MB} MB",
        "the file is skipped as of no kind that is read",
    ),
    Limit("a picture or a style sheet of a saved page", f"{LARGEST_PAGE_FILE // _MB} MB", "it is not shown"),
    Limit("a picture's pixels", f"{MOST_PIXELS // 1_000_000} million", "it is not shown"),
    Limit("a WACZ's description", f"{LARGEST_LIST // _MB} MB", "it is not used; the WARCs in it are read"),
    Limit(
        "the addresses that a feed, a sitemap or a list of addresses names",
        f"{MOST_MENTIONS:,}, each of {LONGEST_MENTION:,} letters",
        "the rest is not read, and the report says so",
    ),
    Limit("a line of a WACZ's list of pages", f"{LARGEST_LINE // _MB} MB", "the line is cut"),
    Limit("a file inside a zip", f"{LARGEST_MEMBER // (1024 * _MB)} GB", "it is skipped as `damaged`"),
    Limit(
        "a zip's content beside its size",
        f"{LARGEST_RATIO} times",
        "the rest is skipped as `damaged`: no saved pages pack so well",
    ),
    Limit(
        "a script that may hold the story",
        f"{LONGEST_SCRIPT:,} letters",
        "it is not looked into; the page is read without it",
    ),
    Limit(
        "a title, in the page's head or its linked data",
        f"{LONGEST_TITLE:,} letters",
        "what stands after them is not read as title",
    ),
    Limit(
        "attributes of one tag",
        f"{MOST_ATTRIBUTES:,}",
        "those after them are not read, where the tag is longer than 64 KB",
    ),
    Limit(
        "elements inside one another",
        f"{MOST_NESTING}, of `<b>`, `<font>` and the like {MOST_FORMATTING}",
        "the tags of deeper ones are not read, their text is, where the page has thousands of tags",
    ),
    Limit(
        "the reading of one page by `add`, `read` and `reread`, with one job or several",
        f"{LONGEST_READING:.0f} s",
        "it is skipped as `unreadable`, with a line; `backfile.read` in Python has no such bound, for a program's alarms are its own",
    ),
    Limit(
        "a search line",
        f"{LONGEST_SEARCH:,} letters, {DEEPEST_SEARCH} parentheses deep, {MOST_PREFIXES} words with a * at their end",
        "it is refused, with a line",
    ),
    Limit(
        "an address on a terminal", f"{LONGEST_ADDRESS} letters", "it is cut, and ends in “…”; `--json` has it whole"
    ),
    Limit("the time in which a browser must have sent a request", f"{LONGEST_WAIT:.0f} s", "the connection is closed"),
    Limit(
        "connections that are open at once, for each process",
        "256 fewer than the system grants it descriptors",
        "the one whose request, or whose taking of the answer, is waited for longest is closed",
    ),
    Limit(
        "a request's line and headers",
        f"{LARGEST_REQUEST // 1024} kB",
        "it is answered 431, and the connection is closed",
    ),
    Limit(
        "the time in which a browser must take some of an answer", f"{LONGEST_ANSWER:.0f} s", "the connection is closed"
    ),
)


def page() -> str:
    """docs/limits.md."""
    rows = [f"| {limit.what} | {limit.most} | {limit.then} |" for limit in LIMITS]
    return "\n".join((
        "# Limits",
        "",
        "What input may be, and what happens where it is more: nothing is skipped without a line. `src/backfile/limits.py` holds the values, and this page is",
        "printed from it.",
        "",
        "| of | at most | past that |",
        "|---|---|---|",
        *rows,
        "",
    ))  # fmt: skip


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - this is how docs/limits.md is made
