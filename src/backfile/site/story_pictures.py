"""Pictures of a story: those that the archive's captures hold, each with its own day of capture, and the captions of those that they lack."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backfile.archive.takedowns.leave_out_rules import LeaveOutRules
from backfile.kept_captures import shown_of
from backfile.kept_files import PageFiles
from backfile.model.story import Story
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.responses import answer_picture
from backfile.site.settings import settings_of
from backfile.site.site_address import picture_path
from backfile.site.story_blocks import Part
from backfile.site.when import When, when_seen
from backfile.wording.site_languages import gettext

_MOST = 60
"""Pictures of a story that are looked for: a gallery of more is a slide show of its own site's."""


class StoryPicture(NamedTuple):
    """A picture as a story's page shows it."""

    path: str | None
    """Where it is answered; None where the archive does not hold it."""
    large: str | None
    caption: str | None
    credit: str | None
    saved: When | None
    """When it was saved itself."""
    is_hidden: bool
    """True where the archive's owner does not show it."""


class StoryPictures(NamedTuple):
    """The pictures of a story, by where they stand on its page."""

    lead: StoryPicture | None
    """Above the text: the first with a caption that is held."""
    others: tuple[StoryPicture, ...]
    captioned: dict[str, StoryPicture]
    """Those whose caption is a part of the text, a gallery's, by the caption: it is printed once."""

    def of(self, part: Part) -> StoryPicture | None:
        """The picture over a caption of the text."""
        return self.captioned.get(_plain("".join(piece.text for piece in part.items[0])))


def story_pictures(
    story: Story, archive: ArchiveReader, version: str | None, *, now: datetime, rules: LeaveOutRules
) -> StoryPictures:
    """What a story's page shows of its pictures; nothing is loaded but where each lies."""
    pictures = tuple(_pictures(story, archive, version, now=now, rules=rules))
    printed = {_plain(block.text) for block in story.blocks if block.kind == "caption"}
    captioned = {_plain(one.caption): one for one in pictures if one.caption and _plain(one.caption) in printed}
    left = [one for one in pictures if one not in captioned.values()]
    lead = next((one for one in left if one.path and one.caption), None)
    return StoryPictures(lead, tuple(one for one in left if one is not lead), captioned)


def _pictures(
    story: Story, archive: ArchiveReader, version: str | None, *, now: datetime, rules: LeaveOutRules
) -> Iterator[StoryPicture]:
    shown = version or (story.versions[-1].id if story.versions else None)
    files = _files(archive, story, shown) if any(image.url for image in story.images) else None
    for number, image in enumerate(story.images[:_MOST]):
        held = files.first(image.url) if files and image.url and shown else None
        is_hidden = rules.hides_picture(image.credit, image.caption)
        if held is None or shown is None or is_hidden:
            yield StoryPicture(None, None, image.caption, image.credit, None, is_hidden)
            continue
        path = picture_path(story.id, shown, number)
        saved = when_seen(held.captured_at, now) if held.captured_at else None
        yield StoryPicture(path, f"{path}/large", image.caption, image.credit, saved, is_hidden)


def _plain(caption: str) -> str:
    return " ".join(caption.split())


def _files(archive: ArchiveReader, story: Story, version: str | None) -> PageFiles | None:
    held = shown_of(archive.captures_of(story.id), version)
    return PageFiles(archive.addresses, held) if held else None


class Pictures:
    """Answers pictures of stories."""

    def __init__(self, archive: ArchiveReader) -> None:
        self._archive = archive

    async def shown(self, request: Request) -> Response:
        """A picture as wide as a story's column."""
        from backfile.site.picture_making import SHOWN  # loads Pillow

        return self._answer(request, SHOWN)

    async def large(self, request: Request) -> Response:
        """The same as large as it is ever sent."""
        from backfile.site.picture_making import LARGE  # loads Pillow

        return self._answer(request, LARGE)

    def _answer(self, request: Request, width: int) -> Response:
        from backfile.site.picture_making import shown_picture  # loads Pillow

        version, number = request.path_params["version"], request.path_params["number"]
        story = self._archive.story(request.path_params["id"], version=version)
        image = story.images[number] if number < min(len(story.images), _MOST) else None
        url = (
            image.url
            if image and not settings_of(request).leave_out.hides_picture(image.credit, image.caption)
            else None
        )
        files = _files(self._archive, story, version) if url else None
        found = files.load(url) if files and url else None
        picture = shown_picture(found.file.payload, width) if found else None
        if picture is None:
            raise HTTPException(404, gettext("The archive does not hold this picture."))
        return answer_picture(request, *picture)
