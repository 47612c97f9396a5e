"""What a page calls itself: <title>, the metas that give a title, the headlines of its JSON-LD."""

from collections.abc import Iterable
from typing import Any

from backfile.limits import LONGEST_TITLE
from backfile.model.page import Meta, Title, TitleSource

_METAS = {source.value: source for source in TitleSource if source not in (TitleSource.JSON_LD, TitleSource.ELEMENT)}


def find_titles(title: str | None, metas: Iterable[Meta], linked_data: Iterable[dict[str, Any]]) -> tuple[Title, ...]:
    """The titles of a page, each with what gives it."""
    found = [
        Title(source, meta.content[:LONGEST_TITLE]) for meta in metas if (source := _METAS.get(meta.name)) is not None
    ]
    for node in linked_data:
        headline = node.get("headline")
        if isinstance(headline, str) and (text := " ".join(headline[:LONGEST_TITLE].split())):
            found.append(Title(TitleSource.JSON_LD, text))
    if title:
        found.append(Title(TitleSource.ELEMENT, title))
    return tuple(found)
