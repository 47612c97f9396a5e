"""Images of the story with their captions and credits."""

import re

from backfile.late_pattern import late
from backfile.lexicon.agencies import PICTURE_SIGNS
from backfile.model.label import BodyKind, FieldKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Page
from backfile.model.story import Image
from backfile.page.build_page import absolute

_CREDIT = re.compile(
    r"\s*[(\[|]?\s*(?:(?:(?:photo|image|picture|foto|bild|credit|photo credit|image credit|courtesy|file photo|photograph|fotos|imago|getty images)\b[^()|]{0,10}(?:by|:|courtesy(?: of)?|©)|courtesy of)\s*[^()|]{2,80}"
    r"|\((?:photo|foto|fotos|bild|image|picture|imagen|immagine)\s*[:©]?\s+[^()]{2,60}\)|(?:source|quelle|bildquelle|fuente|fonte|bron)\s*:\s*[^()|]{2,60}|\((?:[^()]{0,60}(?:/| via | photo|getty|\b(?:"
    + PICTURE_SIGNS
    + r")\b)[^()]{0,60})\)|©\s*[^()|]{2,80})[)\]]?\.?\s*$",
    re.I,
)


def find_images(labelled: LabelledPage) -> tuple[Image, ...]:
    """The lead image (og:image) and those in figures beside the story's text, once each."""
    page, blocks = labelled.page, labelled.page.blocks
    captions: dict[int, list[str]] = {}
    for index in labelled.of(BodyKind.CAPTION):
        captions.setdefault(_figure(page, blocks[index].box), []).append(blocks[index].spaced)
    images = _captioned(labelled, captions) if captions else []
    lead = labelled.meta(_LEAD)
    if lead and all(image.url != lead for image in images):
        images.insert(0, Image(absolute(lead, page.url)))
    return tuple(images)


_LEAD = ("og:image", "og:image:url", "twitter:image")


def _captioned(labelled: LabelledPage, captions: dict[int, list[str]]) -> list[Image]:
    """The images of figures with a caption, in page order, and after them captions of no image."""
    page, blocks = labelled.page, labelled.page.blocks
    credited = _credited(labelled)
    found: dict[str, Image] = {}
    for picture in page.pictures:
        figure = picture.figure
        if figure <= 0 and picture.block < len(blocks):
            figure = blocks[picture.block].box  # of a caption that follows the picture at once
        if figure > 0 and figure in captions:
            url = absolute(picture.url, page.url)
            image = _image(url, " ".join(captions.pop(figure)))
            credit = _named(credited.pop(figure, None)) or image.credit
            shown = image._replace(url=None) if _is_stand_in(url) else image
            found.setdefault(url, shown._replace(credit=credit))
    rest = [(figure, _image(None, text)) for figure, texts in captions.items() for text in texts]
    return [
        *found.values(),
        *(image._replace(credit=_named(credited.get(figure)) or image.credit) for figure, image in rest),
    ]


def _credited(labelled: LabelledPage) -> dict[int, str]:
    """The credit of each figure, or of the caption right before it where no figure is around."""
    page, blocks, captions = labelled.page, labelled.page.blocks, labelled.of(BodyKind.CAPTION)
    credited = {}
    for index in labelled.of(FieldKind.PHOTO_CREDIT):
        figure = _figure(page, blocks[index].box)
        before = next((at for at in reversed(captions) if at < index), -1)
        if figure == blocks[index].box and 0 < index - before <= _CREDIT_REACH:
            figure = _figure(page, blocks[before].box)
        credited[figure] = blocks[index].text
    return credited


_CREDIT_REACH = 3


_STAND_IN = re.compile(
    r"[\w-]*(?:lazy|placeholder|blank|spacer|transparent|loading|fallback|pixel)[\w-]*\.(?:gif|png|svg|jpe?g)$", re.I
)
"""What a page shows until a script has loaded the picture: "lazyload-fallback.gif", "data:image/gif;..."."""


def _is_stand_in(url: str) -> bool:
    return url.startswith("data:") or _STAND_IN.match(url[url.rfind("/") + 1 :]) is not None


def _named(credit: str | None) -> str | None:
    """A credit that names somebody: not a "Photo:" whose name stands elsewhere."""
    return credit if credit and not _BARE_CREDIT.match(credit) else None


_BARE_CREDIT = re.compile(r"\W*(?:photo|foto|bild|image|credit)s?\W*$", re.I)


def _figure(page: Page, box: int) -> int:
    """The figure around a box, or the box itself."""
    at = box
    while at > 0:
        if page.boxes[at].tag == "figure":
            return at
        at = page.boxes[at].parent
    return box


def _image(url: str | None, text: str) -> Image:
    text = _COUNT.sub("", text)
    found = _credit_in(text) or _AFTER_A_STOP.search(text)
    if found is None:
        return Image(url, text)
    caption = text[: found.start()].strip() or None
    return Image(url, caption, found[0].strip(" ()[]|"))


_AFTER_A_STOP = late(
    r"(?<=[.!?”\"»)]) (?:(?:(?:AP|EPA|AFP|EFE|ANSA|PA|File|Staff|Courtesy) [Pp]hoto ?/ ?)[A-ZÀ-Ž][\w .&'’-]{1,40}"
    r"|[A-ZÀ-Ž][\w.'’-]+(?: [A-ZÀ-Ž][\w.'’-]+){0,3} ?(?:/|\bvia\b) ?[A-ZÀ-Ž][\w .&'’-]{1,40}|(?i:"
    + PICTURE_SIGNS
    + r"))\s*$"
)
"""A credit that no word and no bracket opens: "The quay in spring. Jo Marsh/AP"; not "The quay in spring. 1931"."""
_COUNT = re.compile(r"^\s*[\[(]\d+\s?/\s?\d+[\])]\s*")
"""A viewer's count before a caption: "[1/5]"."""


def _credit_in(text: str) -> re.Match[str] | None:
    """The credit that ends a caption. It is looked for at the words that one begins with: at each place it would cost far more."""
    low = text.lower()
    if len(low) != len(text):
        return _CREDIT.search(text)
    for start in sorted(_places(low)):
        head = text[:start].rstrip()
        if head[-1:] in _BRACKETS:
            head = head[:-1].rstrip()
        found = _CREDIT.match(text, len(head)) or _CREDIT.match(text, start)
        if found is not None:
            return found
    return None


def _places(low: str) -> set[int]:
    places = set()
    for word in _BEGINNINGS:
        at = low.find(word)
        while at >= 0:
            places.add(at)
            at = low.find(word, at + 1)
    return places


_BEGINNINGS = (
    "photo",
    "image",
    "picture",
    "foto",
    "bild",
    "credit",
    "courtesy",
    "file photo",
    "imago",
    "source",
    "quelle",
    "fuente",
    "fonte",
    "bron",
    "getty images",
    "(",
    "©",
)
_BRACKETS = frozenset("([|")
