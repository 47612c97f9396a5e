"""Stories as files, one each in a folder for its year: text, Markdown with front matter, ninjs."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson

from backfile.export.exported import Exported
from backfile.export.stories import Stories
from backfile.export.whole_output import whole_output
from backfile.model.story import Story

TextOf = Callable[[Story], str]
_LONGEST_SLUG = 60
"""Letters of a headline in a file's name: with day and id far from the 255 bytes that file systems take, in any script."""
_NOT_WORDS = re.compile(r"[\W_]+")


def write_folder(stories: Stories, out: Path, *, suffix: str, text_of: TextOf) -> Exported:
    """Writes 2017/2017-02-23-mill-roof-1f3c9a0b7d2e4c58.md and the like into the new folder `out`; the undated into undated/."""
    done = Exported("stories")
    with whole_output(out, is_folder=True) as folder:
        for story in stories:
            path = folder / story_path(story, suffix)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text_of(story), "utf-8")
            done.count += 1
    return done


def story_path(story: Story, suffix: str) -> Path:
    """Where a story's file lies in the folder: the day only as far as it is known."""
    day = story.published.value[:10] if story.published else ""
    name = "-".join(part for part in (day, slug(story.headline or ""), story.id) if part)
    return Path(day[:4] or "undated") / f"{name}{suffix}"


def slug(text: str) -> str:
    """ "mills-roof-gives-way" of "Mill’s roof gives way"; Latin letters lose their accents, those of other scripts stay as they are."""
    plain = "".join(map(_plain_letter, unicodedata.normalize("NFC", text.lower())))
    words = _NOT_WORDS.sub("-", re.sub("[’']", "", plain))[: _LONGEST_SLUG + 1]
    return words.strip("-") if len(words) <= _LONGEST_SLUG else words[:_LONGEST_SLUG].rpartition("-")[0].strip("-")


def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1]
    return base if base.isascii() else letter


def with_front_matter(text_of: TextOf) -> TextOf:
    """Markdown with a head of YAML, as Hugo, Jekyll and Pandoc read it. JSON's values are YAML's (YAML 1.2, section 1.3)."""

    def text(story: Story) -> str:
        head = "".join(
            f"{name}: {orjson.dumps(value).decode()}\n" for name, value in _front_matter(story).items() if value
        )
        return f"---\n{head}---\n\n{text_of(story)}"

    return text


def _front_matter(story: Story) -> dict[str, Any]:
    """`date` only where the day is known; `aliases` has the old address's path, so that Hugo answers it."""
    stamp = story.published
    return {
        "title": story.headline,
        "date": stamp.date if stamp else None,
        "published": stamp.value if stamp else None,
        "basis": stamp.basis if stamp else None,
        "earliest": None if stamp else story.window.earliest,
        "latest": None if stamp else story.window.latest,
        "undated": stamp is None,
        "updated": story.updated.value if story.updated else None,
        "author": [author.name for author in story.authors],
        "outlet": story.outlet.name or story.outlet.domain,
        "categories": [story.section] if story.section else [],
        "tags": list(story.tags),
        "language": story.language,
        "url_saved": story.url,
        "aliases": [path] if story.url and (path := urlsplit(story.url).path) not in ("", "/") else [],
        "backfile_id": story.id,
    }
