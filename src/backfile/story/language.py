"""The language of a story: as its page says, unless its letters or its commonest words deny it; else by those."""

from backfile.lexicon.text_language import tell_language
from backfile.model.labelled_page import LabelledPage

_LANGUAGE_METAS = ("og:locale", "content-language", "language", "dc.language", "inlanguage")


def find_language(labelled: LabelledPage, body: str) -> str | None:
    """BCP 47 primary language of the body."""
    export = labelled.page.capture.export
    said = [text for name in _LANGUAGE_METAS for text in labelled.metas.get(name, ())]
    return tell_language(body, [export.language if export else None, labelled.page.language_tag, *said])
