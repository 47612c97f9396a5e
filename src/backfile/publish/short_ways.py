"""Short ways: a link to a page that would say of a person what one story says leads to the story, and the page is not made.

Most people are quoted in one story and no more, and many names are given as an author's once: their pages were a third of a site's.
"""

import html
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol
from urllib.parse import unquote

from backfile.publish.static_page import Way
from backfile.site.anchors import anchor_name
from backfile.site.site_address import story_path

_PERSON = re.compile(r' href="/(speaker|author)/([^"?#]+)"')


class _Shelves(Protocol):
    def only_stories(self, names: Sequence[str], /) -> dict[str, str]:
        """Of names that one story gives as its author's: that story."""
        ...


class SpokenOf(Protocol):
    """What is asked of an archive; `backfile.archive.Archive` answers it."""

    @property
    def shelves(self) -> _Shelves:
        """Authors."""
        ...

    def only_stories(self, speaker_ids: Sequence[str], /) -> dict[str, tuple[str, int]]:
        """Of speakers whom one story quotes: that story, and the number of the quotation."""
        ...


def short_ways(text: str, archive: SpokenOf) -> Way:
    """Where the links of a page lead. All that the page names is asked at once."""
    named: dict[str, dict[str, str]] = {"speaker": {}, "author": {}}
    for kind, written in _PERSON.findall(text):
        target = _plain(written)
        named[kind][unquote(target)] = f"/{kind}/{target}"
    ways: dict[str, str] = {}
    if speakers := named["speaker"]:
        quoted = archive.only_stories(sorted(speakers))
        ways |= {speakers[one]: f"{story_path(story)}#{anchor_name(number)}" for one, (story, number) in quoted.items()}
    if authors := named["author"]:
        ways |= {
            authors[one]: story_path(story) for one, story in archive.shelves.only_stories(sorted(authors)).items()
        }
    return lambda target: ways.get(target, target)


@lru_cache(maxsize=10_000)
def _plain(written: str) -> str:
    return html.unescape(written)
