"""Captions that no element and no name tells: a short paragraph that says whose picture it is about, or has the photographer's line under it."""

import re

from backfile.label.draft import Draft
from backfile.late_pattern import late
from backfile.lexicon.agencies import PICTURE_SIGNS, is_agency
from backfile.model.label import BodyKind, FieldKind, Label, RuleName
from backfile.model.page import HEADINGS

_CAPTION = Label(BodyKind.CAPTION, RuleName.CREDITED_CAPTION)
_CREDIT = Label(FieldKind.PHOTO_CREDIT, RuleName.CREDITED_CAPTION)
_LONGEST, _LONGEST_CREDIT = 320, 70
_PICTURE = (
    r"(?:(?:ap |file |staff |courtesy |handout )?(?:photo(?:graph|graphy|s)?|image|picture|pic)(?: credit| courtesy| source)?s?|cr[ée]dits?|cr[ée]dito|"
    r"(?:archiv|symbol|agentur)?(?:foto|bild)(?:s|quelle|nachweis|credit)?|fotograf(?:ía|ia|in|ie)?|imagen|imagem|immagine|zdj[ęe]cie|fot\.|kuva|写真|사진|图片|圖)"
)
_BY = r"\s*(?:[:：©/|]|\b(?:by|von|de|di|par|via|av|door)\b)\s*"
_AGENCY = rf"(?:{PICTURE_SIGNS})"
_LINE = late(
    rf"[(\[]?{_PICTURE}{_BY}\S.{{1,60}}$|©\s?(?!(?:19|20)\d\d)\S.{{2,50}}$|.{{2,50}}(?:/|\bvia |\| ?){_AGENCY}[)\]]?\.?$",
    re.I,
)
"""Matches "Photo: Ann Roe", "Foto: dpa", "Ann Roe via AP"; not "Photos of the mill hang in the hall"."""
_CAPITALS = late(r"[A-ZÀ-Ž][A-ZÀ-Ž .,'’-]{2,40}\s?[/|]\s?[A-ZÀ-Ž][A-ZÀ-Ž .'’&-]{1,40}$")
"""Matches "IDA MARRACK / THE COURIER"."""
_END = late(
    rf"[(\[]\s*(?:{_PICTURE}{_BY}[^()\[\]]{{2,60}}|ap photo[^()]{{0,50}}|[^()\[\]]{{2,50}}(?:/|\bvia ){_AGENCY})[)\]]\s*$"
    rf"|(?<=[.!?”\"»)]) ?{_PICTURE}\s*[:：©]\s*[^.:]{{2,50}}[.)]?$",
    re.I,
)
"""Matches "... in the spring (Image: COURIER)", "The hall in 1931. Photo: Ann Roe"."""
_SIGNS = ("(", "[", ":", "：", "©", "/", "|", " by ", " via ", " von ")


def credited_captions(draft: Draft) -> None:
    """Captions and credits among the text: what ends in a picture's credit, and what stands right after a picture with a line under it
    that is one."""
    page, body = draft.page, draft.body
    pictured = {picture.block for picture in page.pictures}
    for index, block in enumerate(page.blocks):
        text = block.text
        if not body[index] or len(text) > _LONGEST or block.tag in HEADINGS or not any(sign in text for sign in _SIGNS):
            continue
        if _is_credit(text):
            before = index - 1
            if before in pictured and body[before] and _may_be_caption(draft, before):
                draft.give(before, _CAPTION)
                draft.give(index, _CREDIT)
            elif index in pictured or draft.given.get(before) == _CAPTION:
                draft.give(index, _CREDIT)
        elif _END.search(text):
            draft.give(index, _CAPTION)


def _is_credit(text: str) -> bool:
    if len(text) > _LONGEST_CREDIT:
        return False
    return _LINE.match(text) is not None or _CAPITALS.match(text) is not None or is_agency(text)


def _may_be_caption(draft: Draft, index: int) -> bool:
    """Whether a block stands in a box of its own and is no longer than a caption."""
    block, after = draft.page.blocks[index], draft.page.blocks[index + 1]
    return len(block.text) <= _LONGEST and block.box != after.box and block.tag not in HEADINGS
