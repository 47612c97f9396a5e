"""The headline as the newsroom wrote it, kicker and dek beside it."""

import re
from typing import Any

from backfile.model.label import FieldKind, Label
from backfile.model.page import Block, Page
from backfile.story.linked import text_of

_SITE_TAIL = re.compile(r"\s+(?:[|–—·•»:]|-{1,2}|::)\s+(?=[^|–—·•»]{2,60}$)")
_MARKUP = re.compile(r"<[^>]{1,200}>")


def find_headline_text(page: Page, labels: list[Label], node: dict[str, Any] | None, site: str | None) -> tuple[str | None, str | None]:
    """(headline, kicker). The printed headline, in the words of the metadata where those only set the kicker apart."""
    export = page.capture.export
    if export and export.headline:
        return export.headline, None
    printed = next((b for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.HEADLINE), None)
    kicker = next((b.text for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.KICKER), None)
    claimed = [title for title in _claimed(page, node, site) if title]
    if printed is None:
        return (claimed[0] if claimed else None), kicker
    apart = _set_apart(printed, claimed)
    if apart is not None:
        return apart
    return printed.text, kicker


def _claimed(page: Page, node: dict[str, Any] | None, site: str | None) -> list[str | None]:
    titles = [text_of(node.get("headline")) if node else None]
    titles += [meta.content for name in ("og:title", "twitter:title") for meta in page.metas if meta.name == name]
    titles.append(page.title)
    return [without_site(_MARKUP.sub("", title), site) if title else None for title in titles]


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end, where a mark sets that off."""
    found = _SITE_TAIL.search(title)
    if found is None:
        return title
    tail = title[found.end() :].strip().lower()
    known = (site or "").lower()
    if found[0].strip() in ("|", "»", "::", "•", "·") or (known and (tail in known or known in tail)):
        head = title[: found.start()].strip()
        return without_site(head, site) if head else title
    return title


def _set_apart(printed: Block, claimed: list[str]) -> tuple[str, str | None] | None:
    """(headline, kicker) where inline elements of the printed line meet with no space: a kicker and a headline in one h1."""
    for seam in printed.seams:
        before, after = printed.text[:seam].strip(), printed.text[seam:].strip()
        if any(title == after for title in claimed):
            return after, before
        if any(title == before for title in claimed):
            return before, None
    for title in claimed:
        if title != printed.text and title.replace(" ", "") == printed.text.replace(" ", ""):
            return title, None
    return None


def find_dek(page: Page, labels: list[Label]) -> str | None:
    """The dek as printed under the headline."""
    if page.capture.export and page.capture.export.dek:
        return page.capture.export.dek
    return next((b.text for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.DEK), None)
