"""Images of the story with their captions and credits."""

import re

from backfile.model.label import BodyKind, FieldKind, Label
from backfile.model.page import Page
from backfile.model.story import Image
from backfile.page.build import absolute

_CREDIT = re.compile(
    r"\s*[(\[|]?\s*(?:(?:photo|image|picture|foto|bild|credit|photo credit|image credit|courtesy|file photo|photograph|fotos|imago|getty images)\b[^()|]{0,10}(?:by|:|of|courtesy|©)\s*[^()|]{2,80}"
    r"|\((?:[^()]{0,60}(?:/| via | photo|getty|reuters|ap\b|afp|dpa|imago)[^()]{0,60})\)|©\s*[^()|]{2,80})[)\]]?\.?\s*$",
    re.I,
)


def find_images(page: Page, labels: list[Label]) -> tuple[Image, ...]:
    """The lead image (og:image) and those in figures beside the story's text, once each."""
    captions: dict[int, list[str]] = {}
    credited: dict[int, str] = {}
    for block, (kind, _) in zip(page.blocks, labels, strict=True):
        if kind is FieldKind.PHOTO_CREDIT:
            credited[_figure(page, block.box)] = block.text
        elif kind is BodyKind.CAPTION:
            captions.setdefault(_figure(page, block.box), []).append(block.text)
    found: dict[str | None, Image] = {}
    for picture in page.pictures:
        if picture.figure in captions and picture.figure > 0:
            url = absolute(picture.url, page.url)
            image = _image(url, " ".join(captions.pop(picture.figure)))
            found.setdefault(url, image._replace(credit=credited.get(picture.figure) or image.credit))
    lead = next(
        (meta.content for meta in page.metas if meta.name in ("og:image", "og:image:url", "twitter:image")), None
    )
    loose = [_image(None, text) for texts in captions.values() for text in texts]
    images = list(found.values()) + loose
    if lead and lead not in found:
        images.insert(0, Image(absolute(lead, page.url)))
    return tuple(images)


def _figure(page: Page, box: int) -> int:
    """The figure around a box, or the box itself."""
    at = box
    while at > 0:
        if page.boxes[at].tag == "figure":
            return at
        at = page.boxes[at].parent
    return box


def _image(url: str | None, text: str) -> Image:
    found = _CREDIT.search(text)
    if found is None:
        return Image(url, text)
    caption = text[: found.start()].strip() or None
    return Image(url, caption, found[0].strip(" ()[]|"))
