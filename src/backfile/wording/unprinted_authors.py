"""The authors of a story that prints no byline: whom the saved file names elsewhere, said so that it is not taken for the
printed line."""

from typing import NamedTuple

from backfile.model.story import Story


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
    noun = "author" if len(story.authors) == 1 else "authors"
    names = tuple(author.name for author in story.authors)
    return NamedAuthors(names, f"named as the {noun} in the saved file; no printed byline was found")
