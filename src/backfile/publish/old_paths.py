"""Old addresses on the site's own host: which of them can be files, and which have to be led by the host.

A file server knows a path and no query, tells what a file is by its name's end, and runs what ends as a program does.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from backfile.archive.addresses.story_addresses import StoryAddress

_PAGES = frozenset({".html", ".htm", ".shtml", ".xhtml"})
_PROGRAMS = frozenset({".php", ".php3", ".phtml", ".asp", ".aspx", ".jsp", ".do", ".cfm", ".cgi", ".pl", ".dll", ".py"})
"""Ends of names that hosts run, or refuse, or send as something to be saved."""
_LONGEST_NAME = 240
"""Bytes of a file's name that every file system takes."""
QUERY = "its query tells it from others, and a file server reads none"
PROGRAM = "hosts take it for a program"
NAME = "it cannot be a file's name"
TAKEN = "another page of the site stands there"
SEVERAL = "another story stood there too, and was saved there later"
FRONT = "it is a site's front page"


class OldPath(NamedTuple):
    """An old address and the file that can stand at it."""

    url: str
    story: str
    file: str | None
    why_not: str | None = None


def old_paths(addresses: Iterable[StoryAddress], taken: frozenset[str]) -> list[OldPath]:
    """Each old address with its file, or why there is none; `taken` are the site's own files."""
    found: list[OldPath] = []
    used: dict[str | None, str] = dict.fromkeys(taken, "")
    for address in addresses:
        file, why_not = _file(address.url)
        if file is not None and used.get(file, address.story) != address.story:
            file, why_not = None, SEVERAL if used[file] else TAKEN
        if file is not None:
            used[file] = address.story
        found.append(OldPath(address.url, address.story, file, why_not))
    return found


def _file(url: str) -> tuple[str | None, str | None]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None, NAME
    if parts.query:
        return None, QUERY
    path = unquote(parts.path)
    steps = path.split("/")[1:]
    if not any(steps):
        return None, FRONT
    if any(_is_no_name(step) for step in steps[:-1] + [step for step in steps[-1:] if step]):
        return None, NAME
    suffix = PurePosixPath(steps[-1]).suffix.lower()
    if suffix in _PROGRAMS:
        return None, PROGRAM
    return ("/".join(steps) if suffix in _PAGES else "/".join((*filter(None, steps), "index.html"))), None


def _is_no_name(step: str) -> bool:
    return (
        step in ("", ".", "..")
        or step.startswith(".")
        or "\\" in step
        or len(step.encode("utf-8", "replace")) > _LONGEST_NAME
        or any(ord(c) < 32 for c in step)
    )
