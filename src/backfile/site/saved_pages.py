"""The saved page itself: as it was saved, in a sandbox, under a banner that says when (docs/decisions/0015-pictures.md).

`/raw/{story}/{capture}` frames `/raw/{story}/{capture}/page`, which is answered under a policy of its own wherever it is opened. A capture
is named by the start of its payload's digest, so its address outlives a repair of the archive.
"""

import base64
import binascii
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backfile.archive.versions.version_decision import Outcome
from backfile.capture.page_files import CSS, PageFile
from backfile.errors import SourceError
from backfile.kept_captures import SEALED, capture_of, is_sealed, shown_of
from backfile.kept_files import PageFiles
from backfile.model.capture import Capture
from backfile.model.entry import CaptureEntry
from backfile.model.story import EMBEDDED, Story
from backfile.page.decode import decode
from backfile.page.embedded_pictures import without_pictures
from backfile.site.archive_protocol import ArchiveReader
from backfile.site.clue_marks import marked_source
from backfile.site.responses import HTML, answer_saved, framing_policy
from backfile.site.safe_page import safe_page, safe_style, text_of, text_page
from backfile.site.settings import settings_of
from backfile.site.site_address import followable, raw_path, sources_at, story_path
from backfile.site.speaker_pages import Renderer
from backfile.site.story_page import date_clues
from backfile.site.when import When, when, when_seen
from backfile.wording.plain import language_tag
from backfile.wording.site_languages import gettext, to_translate
from backfile.wording.story_names import headline_of

_GONE = to_translate("The saved page is not where it lay when it was added, so it cannot be shown.")


class _Other(NamedTuple):
    """Another capture of the story."""

    path: str
    saved: When
    is_shown: bool


class SavedPages:
    """The saved pages of one archive."""

    def __init__(self, archive: ArchiveReader, now: Callable[[], datetime], render: Renderer) -> None:
        self._archive = archive
        self._now = now
        self._render = render

    async def framed(self, request: Request) -> Response:
        """The banner, and the saved page in a frame."""
        held, captures = self._held(request)
        trouble = None
        try:
            self._capture(held)
        except HTTPException as error:
            trouble = error.detail
        others = [
            _Other(_path_of(request, one), when_seen(one.captured_at, self._now()), one == held) for one in captures
        ]
        response = self._banner(request, held, trouble=trouble, others=others, original=followable(held.url))
        response.headers["content-security-policy"] = framing_policy(sources_at(request, "/raw/"))
        return response

    async def page(self, request: Request) -> Response:
        """The saved page, in its sandbox."""
        held, _ = self._held(request)
        capture = self._capture(held)
        decoded = decode(capture.payload, capture.charset)
        story, now = self._archive.story(request.path_params["id"], version=held.version or None), self._now()
        said = " · ".join(
            (
                gettext("Saved page"),
                when(story.published, now).line,
                gettext("saved on {day}").format(day=when_seen(held.captured_at, now).day),
            )
        )
        if is_sealed(self._archive, story.id, capture):
            text = text_page(self._redacted(decoded.markup, story.id), said)
        elif capture.media_type == "text/plain":
            text = text_page(decoded.text, said)
        else:
            files, hidden = PageFiles(self._archive.addresses, held), self._hidden(request, held)
            unseen = {name for name in hidden if name and name.startswith(EMBEDDED)}
            text = safe_page(
                without_pictures(decoded.text, unseen) if unseen else decoded.markup,
                lambda name: _place(name) if files.absolute(name) not in hidden and files.holds(name) else None,
                said,
            )
        answer = answer_saved(request, text.encode("utf-8", "replace"), HTML, files=self._files_at(request, held))
        if held.captured_at:
            saved = datetime.fromisoformat(held.captured_at).astimezone(UTC)
            answer.headers["memento-datetime"] = format_datetime(saved.replace(microsecond=0), usegmt=True)
        return answer

    async def file(self, request: Request) -> Response:
        """A picture or a style sheet of the saved page."""
        held, _ = self._held(request)
        reference, files = _reference(request.path_params["name"]), PageFiles(self._archive.addresses, held)
        is_hidden = reference is None or files.absolute(reference) in self._hidden(request, held)
        found = None if is_hidden or reference is None else files.load(reference)
        if found is None:
            raise HTTPException(404, gettext("The archive does not hold this part of the saved page."))
        media_type = f"{CSS}; charset=utf-8" if found.file.media_type == CSS else found.file.media_type
        payload = _style(found.file, reference) if found.file.media_type == CSS else found.file.payload
        return answer_saved(request, payload, media_type, files=self._files_at(request, held))

    async def source(self, request: Request) -> Response:
        """The saved page's source, with the clues to its date marked."""
        held, _ = self._held(request)
        story = self._archive.story(request.path_params["id"], version=held.version or None)
        try:
            capture = self._capture(held)
        except HTTPException as error:
            return self._banner(request, held, trouble=error.detail)
        if is_sealed(self._archive, story.id, capture):
            return self._banner(request, held, trouble=SEALED)
        pieces = marked_source(decode(capture.payload, capture.charset).text, date_clues(story))
        return self._banner(request, held, pieces=pieces)

    def _banner(self, request: Request, held: CaptureEntry, **values: Any) -> Response:
        """A page that says of a saved page when and where it is from."""
        story, now = self._archive.story(request.path_params["id"], version=held.version or None), self._now()
        return self._render(
            request,
            "raw.html",
            headline=headline_of(story.headline),
            language=language_tag(story.language),
            when=when(story.published, now),
            saved=when_seen(held.captured_at, now),
            url=held.url,
            story_path=story_path(story.id, version=held.version),
            inner=_path_of(request, held),
            **{"trouble": None, "others": (), "original": None, "pieces": None} | values,
        )

    def _held(self, request: Request) -> tuple[CaptureEntry, list[CaptureEntry]]:
        """The capture that is asked for, or that a version is read from, and all of the story."""
        story = request.path_params["id"]
        captures = list(self._archive.captures_of(story))
        name = request.path_params.get("capture")
        if name:
            found = next((one for one in captures if one.payload_digest.removeprefix("sha256:").startswith(name)), None)
        else:
            found = shown_of(captures, request.query_params.get("version"))
        if found is None:
            raise HTTPException(404, gettext("There is no such saved page of this story."))
        return found, captures

    def _capture(self, held: CaptureEntry) -> Capture:
        outcome = Outcome(held.place, held.url, held.captured_at, held.payload_digest)
        try:
            return capture_of(self._archive.folder, outcome)
        except SourceError as error:
            raise HTTPException(404, f"{gettext(_GONE)} {error.message}") from error

    def _redacted(self, markup: str | bytes, story_id: str) -> str:
        """What a page says, as text, with marks in it; nothing where words are so mixed with markup that they cannot be told apart."""
        redactor = self._archive.redactions.of(story_id)
        text = redactor.clean(text_of(markup))
        return SEALED if redactor.hits(text.replace("\n", "")) else text

    def _hidden(self, request: Request, held: CaptureEntry) -> set[str | None]:
        """Addresses of pictures that are not shown."""
        story_id, version = request.path_params["id"], held.version or None
        left_out = self._archive.pictures_left_out(story_id, version=version)
        return _hidden_urls(request, self._archive.story(story_id, version=version), left_out)

    def _files_at(self, request: Request, held: CaptureEntry) -> str:
        return sources_at(request, f"{_path_of(request, held)}/file/")


def _path_of(request: Request, held: CaptureEntry) -> str:
    return raw_path(request.path_params["id"], held.payload_digest)


def _hidden_urls(request: Request, story: Story, left_out: set[str]) -> set[str | None]:
    """Addresses of the pictures of a story that the owner does not show."""
    rules = settings_of(request).leave_out
    return {
        *left_out,
        *(image.url for image in story.images if image.url and rules.hides_picture(image.credit, image.caption)),
    }


def _place(reference: str) -> str:
    """Where a page in the frame asks for a file: beside its own address."""
    return f"file/{base64.urlsafe_b64encode(reference.encode()).decode().rstrip('=')}"


def _reference(name: str) -> str | None:
    try:
        return base64.urlsafe_b64decode(name + "=" * (-len(name) % 4)).decode()
    except (binascii.Error, ValueError):
        return None


def _style(file: PageFile, reference: str | None) -> bytes:
    """A style sheet with the addresses of its own pictures as the page's other files have them."""

    def found(inner: str) -> str | None:
        try:
            return _place(urljoin(reference or "", inner)).removeprefix("file/")
        except ValueError:
            return None

    return safe_style(decode(file.payload, file.charset).text, found).encode("utf-8", "replace")
