"""The language of a story: as its page says, unless its letters or its commonest words deny it; else by those."""

from backfile.lexicon.text_language import tell_language
from backfile.story.labelled_page import Parts

_LANGUAGE_METAS = ("og:locale", "content-language", "language", "dc.language", "inlanguage")


def find_language(parts: Parts, body: str) -> str | None:
    """BCP 47 primary language of the body."""
    export = parts.page.capture.export
    said = [text for name in _LANGUAGE_METAS for text in parts.metas.get(name, ())]
    return tell_language(body, [export.language if export else None, parts.page.language_tag, *said])
