"""Labelled blocks and metadata -> the fields of a Story that are not of its dates and its words."""

from datetime import datetime
from typing import NamedTuple

from backfile.lexicon.agencies import agency_name, is_agency
from backfile.model.doubts import Doubt
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.reasons import Reason
from backfile.model.story import Author, BodyBlock, Credit, Dateline, Furniture, Image, Note, Outlet
from backfile.story.authors.find_authors import find_authors
from backfile.story.authors.printed_byline import byline_credit, find_byline
from backfile.story.authors.site_names import Site
from backfile.story.body_text import body_of
from backfile.story.credits import read_credit, read_note, rights_credit
from backfile.story.furniture import furniture_of
from backfile.story.headline_text import find_dek, find_headline_text
from backfile.story.identity import story_id
from backfile.story.images import find_images
from backfile.story.kind import find_kind
from backfile.story.language import find_language
from backfile.story.outlet import (
    find_outlet,
    find_section,
    find_tags,
    letters_of,
    outlet_in_title,
    outlet_on_page,
    section_in_title,
)


class StoryFields(NamedTuple):
    """The fields of a Story, as `Story` has them, that its page gives: all but dates, speech and what an archive fills in."""

    id: str
    url: str | None
    outlet: Outlet
    language: str | None
    section: str | None
    tags: tuple[str, ...]
    kind: str
    kind_reason: Reason
    headline: str | None
    kicker: str | None
    dek: str | None
    byline: str | None
    authors: tuple[Author, ...]
    dateline: Dateline | None
    captured_at: datetime | None
    body: str
    blocks: tuple[BodyBlock, ...]
    furniture: tuple[Furniture, ...]
    credits: tuple[Credit, ...]
    notes: tuple[Note, ...]
    images: tuple[Image, ...]
    doubts: tuple[Doubt, ...]
    """About the body and the kind."""


def read_fields(labelled: LabelledPage) -> StoryFields:
    """The fields that a page's labelled blocks and metadata give."""
    page = labelled.page
    node = page.story_node
    outlet = find_outlet(labelled, node)
    headline, kicker = find_headline_text(labelled, node, outlet.name or outlet.domain)
    section = find_section(labelled, node)
    if kicker and section and letters_of(kicker) == letters_of(section) and not _is_named_kicker(labelled):
        kicker = None  # the section's name, printed over the headline
    kind, reason, kind_doubt = find_kind(labelled, node, headline)
    blocks, dateline, agency = body_of(labelled, with_captions=kind == "gallery")
    body = "\n\n".join([block.text for block in blocks])
    outlet = (
        outlet if outlet.name else outlet._replace(name=outlet_on_page(labelled, outlet_in_title(page.title, headline)))
    )
    section = section or section_in_title(labelled, headline, outlet.name)
    authors = find_authors(labelled, node, Site(outlet.name, outlet.domain))
    byline = find_byline(labelled, authors)
    dek = find_dek(labelled, headline)
    images = find_images(labelled)
    pictured = "\0".join([text for image in images for text in (image.caption, image.credit) if text])
    held = {
        FieldKind.HEADLINE: f"{headline or ''}\0{kicker or ''}",
        FieldKind.KICKER: kicker or "",
        FieldKind.DEK: dek or "",
        FieldKind.BYLINE: byline or "",
        FieldKind.PHOTO_CREDIT: pictured,
        BodyKind.CAPTION: pictured,
    }
    return StoryFields(
        id=story_id(page.url, headline, body),
        url=page.url,
        outlet=outlet,
        language=find_language(labelled, body),
        section=section,
        tags=find_tags(labelled, node),
        kind=kind,
        kind_reason=reason,
        headline=headline,
        kicker=kicker,
        dek=dek,
        byline=byline,
        authors=authors,
        dateline=dateline,
        captured_at=page.capture.captured_at,
        body=body,
        blocks=blocks,
        furniture=furniture_of(labelled, held),
        credits=_credits(labelled, byline, agency=agency, authors=authors),
        notes=tuple(map(read_note, labelled.texts(FieldKind.NOTE))),
        images=images,
        doubts=(*labelled.doubts, *([kind_doubt] if kind_doubt else [])),
    )


def _credits(
    labelled: LabelledPage, byline: str | None, *, agency: str | None, authors: tuple[Author, ...]
) -> tuple[Credit, ...]:
    """The credit in the byline or in its place, the one in the dateline, and the credit lines, in that order."""
    lines = list(map(read_credit, labelled.texts(FieldKind.CREDIT)))
    if not lines and (rights := _reserved(labelled)) is not None:
        lines.append(rights)
    if agency and is_agency(agency):
        lines.insert(0, Credit(f"({agency})", agency_name(agency) or agency, "wire"))
    export = labelled.page.capture.export
    sole = export.authors[0] if export and len(export.authors) == 1 else None
    named = byline_credit(byline or sole)
    if named is not None and not (named.role == "staff" and any(author.role != "agency" for author in authors)):
        lines.insert(0, named)
    return tuple(lines)


def _is_named_kicker(labelled: LabelledPage) -> bool:
    found = labelled.of(FieldKind.KICKER)
    return not found or labelled.labels[found[0]].rule is not RuleName.LINE_IN_HEADLINES_BOX


def _reserved(labelled: LabelledPage) -> Credit | None:
    """The agency that reserves its rights right below the story."""
    last = labelled.body[-1] if labelled.body else 0
    near = (at for at in labelled.of(FurnitureKind.FOOTER) if last - _RIGHTS_REACH < at <= last + _RIGHTS_REACH)
    return next((found for at in near if (found := rights_credit(labelled.page.blocks[at].text))), None)


_RIGHTS_REACH = 4
"""Blocks: further down the lines are the site's."""
