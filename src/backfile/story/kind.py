"""What a page is: a story, a live blog, a gallery, a video, a listing, or no story at all, and why."""

import re
from typing import Any

from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.page.story_node import types_of
from backfile.story.likelihood import log_odds, speaks_against, story_facts, telling

_ERROR_TITLE = re.compile(
    r"\b(?:404|403|500|502|503)\b|(?:page|article|story|content|seite) (?:was |could )?(?:not|nicht) (?:be )?(?:found|gefunden)|not found|access denied|forbidden|page (?:unavailable|missing|no longer)|error\b.{0,20}$|"
    r"just a moment|attention required|are you (?:a robot|human)|request blocked|página no encontrada|page introuvable|service unavailable|site maintenance|bad gateway",
    re.I,
)
_VIDEO_TITLE = re.compile(r"\W*(?:video|watch|vidéo|vídeo)\b", re.I)
_LOGIN = re.compile(r"^(?:log ?in|sign ?in|anmelden|login|subscribe|register|connexion|iniciar sesión)\b", re.I)
_OTHER_TYPES = {
    "Product": "product",
    "DiscussionForumPosting": "forum thread",
    "QAPage": "forum thread",
    "Recipe": "recipe",
    "JobPosting": "job",
    "Event": "event",
    "SearchResultsPage": "search results",
    "ProfilePage": "profile",
}
_LISTING_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "Blog"))
_HEADINGS = frozenset(("h2", "h3", "h4"))
_FEW_WORDS = 25


class Shape:
    """Counts that kinds are told by."""

    __slots__ = (
        "body_words",
        "captions",
        "entry_times",
        "linked_headings",
        "listed",
        "longest",
        "outside_links",
        "players",
        "prose_blocks",
    )

    def __init__(self, page: Page, labels: list[Label]) -> None:
        since = 0  # linked headings since the last of the body
        self.linked_headings = self.players = self.listed = 0
        self.body_words = self.prose_blocks = self.captions = self.entry_times = self.outside_links = self.longest = 0
        for (text, tag, _, _, _, linked, _), (kind, _) in zip(page.blocks, labels, strict=True):
            if isinstance(kind, BodyKind):
                if kind is BodyKind.CAPTION:
                    self.captions += 1
                elif kind is BodyKind.ENTRY_TIME:
                    self.entry_times += 1
                else:
                    size = len(text) // 6
                    self.body_words += size
                    self.prose_blocks += 1
                    self.listed += since
                    since = 0
                    self.longest = max(self.longest, size)
            elif kind is FurnitureKind.MEDIA:
                self.players += 1
            elif linked * 2 > len(text):
                self.outside_links += len(text) > 25
                if tag in _HEADINGS:
                    self.linked_headings += 1
                    if self.prose_blocks:
                        since += 1


def find_kind(page: Page, labels: list[Label], node: dict[str, Any] | None, headline: str | None) -> tuple[str, str]:
    """(kind, reason). Reasons for "other" begin with error-page, login-wall or no-story: ingest counts by them."""
    shape = Shape(page, labels)
    types = set().union(*(types_of(item) for item in page.linked_data)) if page.linked_data else set()
    og_type = next((meta.content.lower() for meta in page.metas if meta.name == "og:type"), "")
    title = page.title or ""
    if shape.body_words < 150 and _ERROR_TITLE.search(title) and node is None:
        return "other", f"error-page: its title is {title[:60]!r}"
    if not page.blocks:
        return "other", "no-story: no text"
    if shape.body_words < 60 and _LOGIN.match(title):
        return "other", f"login-wall: its title is {title[:60]!r}"
    if (node is not None and "LiveBlogPosting" in types_of(node)) or shape.entry_times >= 3:
        return "live-blog", "entries with their times" if shape.entry_times >= 3 else "json-ld: LiveBlogPosting"
    if shape.body_words < 20 * shape.captions and shape.captions >= 3 and shape.body_words < 120:
        return "gallery", f"{shape.captions} captions and little else"
    if shape.listed >= 4 and og_type != "article" and "headline" not in (node or {}):
        return "listing", f"listing: {shape.listed} linked headings among its text"
    if shape.body_words < 60 and _VIDEO_TITLE.match(headline or "") and ":" in (headline or ""):
        return "video", "its headline"
    if (
        shape.body_words < 120
        and _VIDEO_TITLE.match(headline or "")
        and (shape.players or types & {"VideoObject"} or (node and "video" in node))
    ):
        return "video", "its headline and a player"
    if node is None and og_type in ("video", "video.other", "video.episode", "video.movie") and shape.body_words >= 5:
        return "video", f"og:type {og_type}"
    if node is None and types & {"VideoObject"} and shape.body_words < 120 and shape.body_words >= 5:
        return "video", "json-ld: VideoObject"
    if node is None:
        for name, said in _OTHER_TYPES.items():
            if name in types:
                return "other", f"no-story: json-ld says {said}"
        if types & _LISTING_TYPES and shape.body_words < 300:
            return "listing", f"listing: json-ld: {sorted(types & _LISTING_TYPES)[0]}"
    if shape.body_words < _FEW_WORDS:
        return _poor(shape, labels, node)
    if (
        node is None
        and shape.outside_links > 40
        and shape.body_words < 6 * shape.outside_links
        and og_type != "article"
    ):
        return "listing", f"listing: {shape.outside_links} linked lines against {shape.body_words} words of prose"
    if not page.is_plain_text and page.capture.export is None and not _NEWSROOMS_OWN & {label.kind for label in labels}:
        facts = story_facts(page, labels, node, types)
        odds = log_odds(facts)
        if odds < 0 and speaks_against(facts):
            return "other", f"no-story: {telling(facts)} (log odds {odds:.1f})"
    return "story", f"{shape.body_words} words in {shape.prose_blocks} blocks"


_NEWSROOMS_OWN = frozenset((FieldKind.CREDIT, FieldKind.NOTE, FurnitureKind.ARCHIVE_NOTICE))
"""What only a newsroom prints: such a page is a story, whatever else it looks like."""


def _poor(shape: Shape, labels: list[Label], node: dict[str, Any] | None) -> tuple[str, str]:
    if any(label.kind is FurnitureKind.PAYWALL for label in labels) and shape.body_words < 8:
        return "other", "login-wall: a paywall and no text"
    if shape.linked_headings >= 5 and node is None:
        return "listing", f"listing: {shape.linked_headings} linked headings and no story"
    if shape.outside_links > 15 and node is None:
        return "listing", f"listing: {shape.outside_links} linked lines and no story"
    if shape.body_words >= 8:
        return "story", f"a brief of {shape.body_words} words"
    return "other", "no-story: no prose"
