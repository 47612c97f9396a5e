"""What a page is: a story, a live blog, a gallery, a video, a listing, or no story at all, and why.

One table of rules, gone through in order: the first that has something to say decides. A page with prose that none of
them knows is a story, unless what it is made of speaks against it (`likelihood`).
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from backfile.label.head_lines import begins_byline, is_dated
from backfile.lexicon.error_pages import ERROR_TITLE, is_error_page
from backfile.lexicon.other_pages import heads_a_search
from backfile.lexicon.schema_org import types_of
from backfile.model.doubts import Doubt, doubt
from backfile.model.label import BodyKind, FieldKind, FurnitureKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.reason_codes import DoubtCode, KindCode
from backfile.model.reasons import Reason
from backfile.story.kind_counts import Shape
from backfile.story.likelihood import is_sections, log_odds, speaking_against, story_facts, telling

_VIDEO_TITLE = re.compile(r"\W*(?:video|watch|vidéo|vídeo)\b", re.I)
_LOGIN = re.compile(
    r"^(?:log ?in|sign ?(?:in|up)|anmelden|anmeldung|einloggen|login|subscribe|register|registrieren|connexion|se connecter|iniciar sesión|accedi|inloggen|"
    r"logga in|logg inn|log ind|zaloguj|přihlášení|giriş yap|войти|вход|ログイン|로그인|登录|登錄|تسجيل الدخول)(?!\w)",
    re.I,
)
_ASKS_TO_LOG_IN = re.compile(
    r"(?:forgot(?:ten)? (?:your )?password|create an account|already (?:a subscriber|have an account)|passwort vergessen|noch kein konto|olvidó su contraseña|"
    r"mot de passe oublié|password dimenticata|wachtwoord vergeten)",
    re.I,
)
"""What a form for logging in says beside its fields."""
_OTHER_TYPES = (
    "Product",
    "DiscussionForumPosting",
    "QAPage",
    "Recipe",
    "JobPosting",
    "Event",
    "SearchResultsPage",
    "ProfilePage",
)
_OTHER_SUBTYPES = frozenset(
    "MusicEvent TheaterEvent ComedyEvent DanceEvent ScreeningEvent LiteraryEvent BusinessEvent EducationEvent ExhibitionEvent Festival FoodEvent "
    "SaleEvent SocialEvent ChildrensEvent VisualArtsEvent RealEstateListing Vehicle Car Motorcycle Apartment SingleFamilyResidence Hotel Restaurant".split()
)
"""What calendars, dealers and houses name their pages by; a review of a play may name the play so, and is a story by its other signs."""
_LISTING_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "Blog"))
_VIDEO_OG = frozenset(("video", "video.other", "video.episode", "video.movie"))
_FEW_WORDS = 25
_FEW_PARAGRAPHS = 60
"""Words of a page that may only say that there is none."""
_TOLD_IN = 3
"""Paragraphs in which a story is told, however short they are."""

Verdict: TypeAlias = tuple[str, Reason] | None
"""(kind, reason)"""


class Seen(NamedTuple):
    """What the rules look at."""

    labelled: LabelledPage
    shape: Shape
    node: dict[str, Any] | None
    """The story's own JSON-LD node."""
    types: set[str]
    """The types of all the page's JSON-LD nodes."""
    og_type: str
    title: str
    headline: str


class Kind(NamedTuple):
    """What a page is."""

    kind: str
    reason: Reason
    doubt: Doubt | None
    """Where what speaks for it and what speaks against it are near even."""


def find_kind(labelled: LabelledPage, node: dict[str, Any] | None, headline: str | None) -> Kind:
    """What the page is, and why."""
    page = labelled.page
    types: set[str] = set()
    for item in page.linked_data:
        types |= types_of(item)
    og_type = (labelled.meta(("og:type",)) or "").lower()
    seen = Seen(labelled, Shape(labelled), node, types, og_type, page.title or "", headline or "")
    verdicts = (verdict for rule in RULES if (verdict := rule(seen)) is not None)
    prose = "story", KindCode.PROSE.of(seen.shape.body_words, seen.shape.prose_blocks)
    kind, reason = next(verdicts, prose)
    return Kind(kind, reason, _near_even(seen, kind, reason))


def _near_even(seen: Seen, kind: str, reason: Reason) -> Doubt | None:
    """The doubt about a story that its facts speak against and that has neither byline nor date, and about a page of prose that was taken
    for none though they do not. Of 1,180 pages whose kind is known the first marks 15 of 48 that are none, and 5 of 996 stories; the
    second 8 of 18 stories that were missed, and 1 in 9 of those that are none.
    """
    if seen.labelled.page.is_plain_text or seen.labelled.page.capture.export is not None:
        return None
    if kind not in STORIES and (reason.code not in _BY_WEIGHT or _paragraphs(seen) < _TOLD_IN):
        return None
    if kind in STORIES and _reads_as_story(seen, lightly=True):
        return None
    odds = log_odds(story_facts(seen.labelled, seen.node, seen.types))
    is_even = odds < 0 if kind in STORIES else odds > _NEAR
    return doubt("kind", DoubtCode.KIND_NEAR_EVEN, kind, round(odds, 1)) if is_even else None


STORIES = frozenset(("story", "live-blog", "video", "gallery"))
_BY_WEIGHT = frozenset(
    (KindCode.HEADINGS_IN_TEXT, KindCode.LINKED_HEADINGS, KindCode.LINKED_LINES, KindCode.LINKS_OUTWEIGH_PROSE, KindCode.LISTING_TYPE,
     KindCode.FRONT_PAGE, KindCode.OTHER_TYPE, KindCode.UNLIKELY)
)  # fmt: skip
"""Reasons for which a page is no story that weigh one thing against another."""
_NEAR = -1.0


def _error_page(seen: Seen) -> Verdict:
    if seen.node is not None or _reads_as_story(seen, lightly=True) or _says_more_than_an_error(seen):
        return None
    body, blocks = seen.labelled.body, seen.labelled.page.blocks
    opening = blocks[body[0]].text if body else blocks[0].text if blocks else ""
    words = seen.shape.body_words
    text = "\n".join([blocks[at].text for at in body]) if words < _FEW_PARAGRAPHS else ""
    why = is_error_page(seen.title, seen.headline, opening, words, text)
    return ("other", why) if why else None


def _no_text(seen: Seen) -> Verdict:
    return None if seen.labelled.page.blocks else ("other", KindCode.NO_TEXT.of())


def _login_page(seen: Seen) -> Verdict:
    if seen.shape.body_words >= 60:
        return None
    if _LOGIN.match(seen.title) and not _reads_as_story(seen):
        return "other", KindCode.LOGIN_TITLE.of(seen.title[:60])
    if (
        seen.node is None
        and seen.shape.body_words < _FEW_WORDS
        and any(_ASKS_TO_LOG_IN.search(seen.labelled.page.blocks[at].text) for at in seen.labelled.body)
    ):
        return "other", KindCode.LOGIN_FORM.of()
    return None


def _live_blog(seen: Seen) -> Verdict:
    if seen.shape.entry_times >= 3:
        return "live-blog", KindCode.ENTRY_TIMES.of()
    if seen.node is not None and "LiveBlogPosting" in types_of(seen.node):
        return "live-blog", KindCode.JSON_LD_TYPE.of("LiveBlogPosting")
    return None


def _gallery(seen: Seen) -> Verdict:
    words, captions = seen.shape.body_words, seen.shape.captions
    paragraphs = len(seen.labelled.of(BodyKind.PARAGRAPH))
    if paragraphs >= _TOLD_IN and captions < 2 * paragraphs:
        return None  # a story with its pictures
    if captions >= 3 and words < 20 * captions and words < 120:
        return _unlikely(seen) or ("gallery", KindCode.CAPTIONS.of(captions))
    return None


def _headings_in_text(seen: Seen) -> Verdict:
    if seen.og_type == "article" or "headline" in (seen.node or {}):
        return None
    listed, words = seen.shape.listed, seen.shape.body_words
    if listed < 4:
        return None
    if words > _LONG_READ and words > 60 * listed and not _FRONT_PAGE.match(seen.labelled.page.url or ""):
        return None
    return "listing", KindCode.HEADINGS_IN_TEXT.of(listed)


_FRONT_PAGE = re.compile(r"https?://[^/?#]+/?(?:(?:blog|news|aktuelles|index\.\w+)/?)?$", re.I)
"""Matches "https://paper.example/blog/"; not "https://paper.example/blog/a-story": whole posts may stand on a front page."""
_LONG_READ = 1500
"""So many words, and sixty for each of the headings that lead elsewhere, are a text about what it lists."""


def _video_by_headline(seen: Seen) -> Verdict:
    if seen.shape.body_words >= 120 or not _VIDEO_TITLE.match(seen.headline):
        return None
    if seen.shape.body_words < 60 and ":" in seen.headline:
        return "video", KindCode.VIDEO_HEADLINE.of()
    if seen.shape.players or "VideoObject" in seen.types or (seen.node and "video" in seen.node):
        return "video", KindCode.VIDEO_PLAYER.of()
    return None


def _video_by_metadata(seen: Seen) -> Verdict:
    if seen.node is not None or seen.shape.body_words < 5:
        return None
    if seen.og_type in _VIDEO_OG:
        return "video", KindCode.OG_TYPE.of(seen.og_type)
    if seen.shape.body_words < 120 and "VideoObject" in seen.types:
        return "video", KindCode.JSON_LD_TYPE.of("VideoObject")
    return None


def _another_type(seen: Seen) -> Verdict:
    if seen.node is not None or not seen.types:
        return None
    other = next((name for name in _OTHER_TYPES if name in seen.types), None)
    if other is not None:
        return "other", KindCode.OTHER_TYPE.of(other)
    weak = seen.types & _OTHER_SUBTYPES
    if weak and not _reads_as_story(seen):
        return "other", KindCode.OTHER_TYPE.of(min(weak))
    listing = seen.types & _LISTING_TYPES
    if listing and seen.shape.body_words < 300:
        return "listing", KindCode.LISTING_TYPE.of(min(listing))
    return None


def _search_results(seen: Seen) -> Verdict:
    """An address that asks for something to be searched gives what was found, with a few words of each."""
    is_asked = _SEARCH.search(seen.labelled.page.url or "") is not None
    is_headed = heads_a_search(seen.title) or heads_a_search(seen.headline)
    if seen.node is not None or not (is_asked or is_headed) or _reads_as_story(seen):
        return None
    return "listing", KindCode.SEARCH_ADDRESS.of()


_SEARCH = re.compile(
    r"/(?:search|suche|recherche|buscar|busca|busqueda|ricerca|zoeken|sok|haku)(?:/|\.\w+)?(?:\?|$)|[?&](?:q|query|search|keywords?|searchterm)=",
    re.I,
)
"""Matches "/search?q=swan", "/index.php?query=swan"; not "/news/search-goes-on"."""


def _front_page(seen: Seen) -> Verdict:
    """A site's front page has the beginnings of many stories, and is none."""
    page = seen.labelled.page
    if (
        seen.node is not None
        or not _ROOT.match(page.url or "")
        or seen.shape.body_words >= _LONG_FRONT
        or _reads_as_story(seen)
    ):
        return None
    links = sum(block.linked * 2 > len(block.text) or "\n" in block.text for block in page.blocks)
    return ("listing", KindCode.FRONT_PAGE.of(links)) if links >= _LINES_OF_A_FRONT else None


_ROOT = re.compile(r"https?://[^/?#]+/?(?:index\.\w+)?(?:\?(?:srsltid|utm_\w+|gclid|fbclid|ref|source)=[^#]*)?$", re.I)
_LONG_FRONT, _LINES_OF_A_FRONT = 300, 5
"""Words that are a text of its own, wherever it stands; links that a front page has at least."""


def _few_words(seen: Seen) -> Verdict:
    words = seen.shape.body_words
    if words >= _FEW_WORDS:
        return None
    if words < 8 and seen.labelled.has(FurnitureKind.PAYWALL):
        return "other", KindCode.PAYWALL.of()
    if seen.node is None and seen.shape.linked_headings >= 5:
        return "listing", KindCode.LINKED_HEADINGS.of(seen.shape.linked_headings)
    if seen.node is None and seen.shape.outside_links > 15:
        return "listing", KindCode.LINKED_LINES.of(seen.shape.outside_links)
    if words < 8 and not (words and _is_headed_in_full(seen)):
        return "other", KindCode.NO_PROSE.of()
    return _unlikely(seen) or ("story", KindCode.BRIEF.of(words))


def _is_headed_in_full(seen: Seen) -> bool:
    """Whether a page has headline, byline and stamp: a post of one short sentence has them, and no list."""
    labelled, blocks = seen.labelled, seen.labelled.page.blocks
    is_signed = labelled.has(FieldKind.BYLINE) or any(
        begins_byline(blocks[at].text) for at in labelled.of(FieldKind.STAMP)
    )
    is_stamped = any(
        is_dated(blocks[at].text) for kind in (FieldKind.STAMP, FieldKind.BYLINE) for at in labelled.of(kind)
    )
    return labelled.headline >= 0 and is_signed and is_stamped


def _links_outweigh_prose(seen: Seen) -> Verdict:
    if seen.node is not None or seen.og_type == "article":
        return None
    words, links = seen.shape.body_words, seen.shape.outside_links
    if links <= 40 or words >= 6 * links or (words > _READ and words > _FULL_BLOCK * seen.shape.prose_blocks):
        return None
    is_apart = not seen.shape.listed and not _FRONT_PAGE.match(seen.labelled.page.url or "")
    if is_apart and (_reads_as_story(seen, lightly=True) or _is_brief(seen)):
        return None  # a brief beside the links of its site
    return "listing", KindCode.LINKS_OUTWEIGH_PROSE.of(links, words)


def _is_brief(seen: Seen) -> bool:
    """Whether the text is one full paragraph, with nothing but a byline or a stamp between it and an <h1>."""
    labelled = seen.labelled
    body, blocks = labelled.body, labelled.page.blocks
    if labelled.headline < 0 or blocks[labelled.headline].tag != "h1" or len(body) != 1:
        return False
    between = [label.kind for label in labelled.labels[labelled.headline + 1 : body[0]]]
    is_under = bool(between) and all(kind in _HEADS for kind in between)
    return is_under and len(blocks[body[0]].text) >= _FULL_PARAGRAPH


_HEADS = frozenset((FieldKind.BYLINE, FieldKind.STAMP, FieldKind.DEK, BodyKind.CAPTION, FieldKind.PHOTO_CREDIT))
_FULL_PARAGRAPH = 160
"""Code points of two sentences: a teaser has one."""
_READ, _FULL_BLOCK = 400, 36
"""So many words, in paragraphs of so many, are a text on a page with a big menu."""


def _unlikely(seen: Seen) -> Verdict:
    labelled = seen.labelled
    if (
        labelled.page.is_plain_text
        or labelled.page.capture.export is not None
        or any(labelled.has(kind) for kind in _NEWSROOMS_OWN)
    ):
        return None
    if not (against := speaking_against(labelled, seen.node, seen.types, seen.og_type)):
        return None
    if len(against) == 1 and _reads_as_story(seen, lightly=is_sections(labelled.page.url or "")):
        return None  # a word in the address, say, is one voice
    facts = story_facts(labelled, seen.node, seen.types) | {"thread-boxes": "thread-boxes" in against}
    odds = log_odds(facts)
    return ("other", KindCode.UNLIKELY.of(telling(facts), round(odds, 1))) if odds < 0 else None


def _reads_as_story(seen: Seen, *, lightly: bool = False) -> bool:
    """Whether headline, byline, date and paragraphs agree that a page is a story: no one clue outweighs them.

    `lightly`: the one clue is a word that stories have too, so byline or date will do: briefs have no byline, and columns no date.
    """
    labelled = seen.labelled
    is_dated = labelled.has(FieldKind.STAMP) or seen.node is not None or "article:published_time" in labelled.metas
    is_signed = labelled.has(FieldKind.BYLINE)
    if labelled.headline < 0 or is_dated + is_signed < (1 if lightly else 2):
        return False
    return _paragraphs(seen) >= _FEWEST_PARAGRAPHS


def _says_more_than_an_error(seen: Seen) -> bool:
    """Whether a headline with words of its own and several paragraphs stand against an error's words in it: "404 jobs to go"."""
    has_own_words = seen.labelled.headline >= 0 and len(ERROR_TITLE.sub("", seen.headline).split()) >= _OWN_WORDS
    return has_own_words and _paragraphs(seen) > _FEWEST_PARAGRAPHS


def _paragraphs(seen: Seen) -> int:
    """How many paragraphs are as long as a sentence of news."""
    blocks = seen.labelled.page.blocks
    return sum(len(blocks[at].text) >= _PARAGRAPH for at in seen.labelled.of(BodyKind.PARAGRAPH))


_PARAGRAPH, _FEWEST_PARAGRAPHS, _OWN_WORDS = 80, 2, 4

_NEWSROOMS_OWN = (FieldKind.CREDIT, FieldKind.NOTE, FurnitureKind.ARCHIVE_NOTICE)
"""What only a newsroom prints: such a page is a story, whatever else it looks like."""

RULES: tuple[Callable[[Seen], Verdict], ...] = (
    _error_page,
    _no_text,
    _login_page,
    _live_blog,
    _gallery,
    _headings_in_text,
    _video_by_headline,
    _video_by_metadata,
    _another_type,
    _search_results,
    _front_page,
    _few_words,
    _links_outweigh_prose,
    _unlikely,
)
"""The rules in their order: the first that has something to say decides."""
