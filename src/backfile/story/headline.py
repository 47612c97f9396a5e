"""The headline as the newsroom wrote it, kicker and dek beside it."""

import html
import re
from typing import Any

from backfile.model.label import FieldKind, Label
from backfile.model.page import Block, Page
from backfile.story.linked import text_of
from backfile.story.outlet import letters_of

_SITE_MARK = re.compile(r"\s+(?:[|–—·•»:]|-{1,2}|::)\s+")
_MARKUP = re.compile(r"<[^>]{1,200}>")


def find_headline_text(
    page: Page, labels: list[Label], node: dict[str, Any] | None, site: str | None
) -> tuple[str | None, str | None]:
    """(headline, kicker): the wording on which the printed line and the page's metadata agree most, as it is printed."""
    export = page.capture.export
    if export and export.headline:
        return export.headline, None
    printed = next((b for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.HEADLINE), None)
    kicker = next(
        (b.text for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.KICKER), None
    )
    claims = _claims(page, node, site)
    if printed is not None:
        before = _kicker_in(printed, [text for text, _ in claims])
        text = printed.text[len(before) :].lstrip(" :–—|-") if before else _without_rest(printed, claims)
        kicker = before.rstrip(" :–—|-") or kicker
        claims.insert(0, (text.lstrip(":–—| "), 1.2))
    return _agreed(claims), kicker


def _claims(page: Page, node: dict[str, Any] | None, site: str | None) -> list[tuple[str, float]]:
    """What the metadata call the story, each with the weight of its word: measured on pages whose headline is known."""
    said = [(text_of(node.get("headline")), 0.9)] if node else []
    said += [(meta.content, 0.5) for meta in page.metas if meta.name == "og:title"][:1]
    said += [(meta.content, 0.2) for meta in page.metas if meta.name == "twitter:title"][:1]
    said.append((page.title, 0.2))
    return [(without_site(html.unescape(_MARKUP.sub("", text)), site), weight) for text, weight in said if text]


def _kicker_in(printed: Block, claimed: list[str]) -> str:
    """What stands before the headline in the printed line, where the metadata give the line without it."""
    for title in claimed:
        if len(title) > 15 and printed.text.endswith(title) and len(title) < len(printed.text):
            before = printed.text[: -len(title)]
            if before[-1] in " :–—|-" or len(before) in printed.seams:
                return before
    return ""


def _without_rest(printed: Block, claims: list[tuple[str, float]]) -> str:
    """The printed line without a dek or a stamp set in the same heading, where all that the metadata give is its start."""
    text = printed.text
    for title, _ in claims:
        rest = text[len(title) :]
        if len(title) > 15 and text.startswith(title) and rest and (len(title) in printed.seams or _STAMP.match(rest)):
            return title
    return text


_STAMP = re.compile(r"\W{0,4}\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}")


def _agreed(claims: list[tuple[str, float]]) -> str | None:
    """The wording with most weight. Wordings that differ in marks alone are one; so is a title and its start, where a mark
    parts a site's or section's name from it."""
    votes: dict[str, float] = {}
    texts: dict[str, list[str]] = {}
    keys = [letters_of(text) for text, _ in claims]
    for (text, weight), key in zip(claims, keys, strict=True):
        lone = keys.count(key) == 1
        start = next(
            (k for (t, _), k in zip(claims, keys, strict=True) if k != key and k and _continues(text, t, lone)), key
        )
        votes[start] = votes.get(start, 0.0) + weight
        if start == key:
            texts.setdefault(start, []).append(text)
    best = max((key for key in votes if key), key=votes.__getitem__, default=None)
    if best is None:
        return None
    return max(texts[best], key=lambda text: len(_PARTING.findall(text)))


_PARTING = re.compile(r"[:,;–—|-]\s")


def _continues(text: str, part: str, lone: bool) -> bool:
    """True where `text` is `part` with a site's or section's name set after it by a mark, or before it where nobody else
    gives it that start: a start that is repeated is a kicker."""
    if len(part) <= 12 or len(text) <= len(part):
        return False
    if text.startswith(part):
        return _MARK_AFTER.match(text[len(part) :]) is not None
    return lone and text.endswith(part) and _MARK_BEFORE.search(text[: -len(part)]) is not None


_MARK_AFTER = re.compile(r"\s*[|ㅣ·•»]|\s+[-–—:]+\s")
_MARK_BEFORE = re.compile(r"[|ㅣ·•»:]\s*$|\s[-–—]+\s$")


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end, where a mark sets that off."""
    known = (site or "").lower()
    for mark in reversed(list(_SITE_MARK.finditer(title))):
        tail = title[mark.end() :].strip().lower()
        if not 2 <= len(tail) <= 60:
            break
        if mark[0].strip() in _BARS or (
            known and (tail in known or (known in tail and len(tail) < 2 * len(known) + 4))
        ):
            head = title[: mark.start()].strip()
            return without_site(head, site) if head else title
    return title


_BARS = frozenset(("|", "»", "::", "•", "·"))


def find_dek(page: Page, labels: list[Label]) -> str | None:
    """The dek as printed under the headline."""
    if page.capture.export and page.capture.export.dek:
        return page.capture.export.dek
    return next((b.text for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.DEK), None)
