"""The authors of a story that prints no byline: whom the saved file names elsewhere, said so that it is not taken for the
printed line."""

from typing import NamedTuple

from backfile.model.story import Story
from backfile.wording.site_languages import ngettext


class NamedAuthors(NamedTuple):
    """Who wrote it by all but a byline, and the archive's word on that."""

    names: tuple[str, ...]
    ground: str

    @property
    def line(self) -> str:
        """ "Ann Lee, Tom Birch (named as the authors in the saved file; no printed byline was found)"."""
        return f"{', '.join(self.names)} ({self.ground})"


def named_authors(story: Story) -> NamedAuthors | None:
    """The authors where no byline is printed; None where one is, or where nobody is named."""
    if story.byline or not story.authors:
        return None
    ground = ngettext(
        "named as the author in the saved file; no printed byline was found",
        "named as the authors in the saved file; no printed byline was found",
        len(story.authors),
    )
    return NamedAuthors(tuple(author.name for author in story.authors), ground)
