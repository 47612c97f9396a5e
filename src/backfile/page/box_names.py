"""What a box is for, by the class, id and other names its makers gave it.

A name is read as words: "c-articleBody__related-links" is "c article body related links". Words are those that site
builders use (WordPress, Drupal, Arc, AMP, schema.org, and the newsroom's own), in the languages of the web's makers.
"""

import re
from functools import lru_cache

from backfile import compiled
from backfile.late_pattern import late
from backfile.model.label import FurnitureKind as F
from backfile.model.page import HEADINGS
from backfile.page.box_fields import BoxField, says
from backfile.page.unseen import UNSEEN_NAME, hides

_WORD = re.compile(r"[a-z]+(?:\d+(?![a-z]))?|[^\W\d_]+")

_BY_WORD: dict[F, str] = {
    F.COMMENTS: "comment comments disqus kommentare kommentar comentarios commentaires livefyre coral respond talk",
    F.RELATED: "related recirc recirculation recommended recommendations recommendation outbrain taboola morefrom readmore "
    "mostread mostpopular popular trending teaser teasers seealso ligatus plista recommender readalso alsoread latest "
    "relacionadas relacionados relatedlinks similar nextarticle prevnext onward onwards",
    F.SHARE: "share sharing social sharebar sharetools addthis sharedaddy sharethis jetpack socials addtoany shareicons bookmark",
    F.NEWSLETTER: "newsletter newsletters signup subscribe subscription mailchimp optin mailinglist boletin boletim infolettre nieuwsbrief nyhetsbrev nyhedsbrev nl",
    F.ADVERT: "ad advert advertisement ads adslot adunit sponsored sponsor anzeige werbung publicidad dfp adsbygoogle advertorial "
    "admarker commercial affiliate",
    F.NAVIGATION: "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager sitemap masthead topbar submenu "
    "navi hamburger toolbar",
    F.PAYWALL: "paywall piano meteredwall regwall subscriberwall paygate",
    F.AUTHOR_BIO: "bio biography aboutauthor authorbio authorbox authorbios",
    F.TAGS: "tags taglist tagcloud topics keywords tagging hashtags tagslist articletags",
    F.COOKIE_NOTICE: "cookie cookies gdpr consent cookiebanner onetrust didomi",
    F.FOOTER: "footer colophon copyright siteinfo",
    F.PROMO: "promo promobox promotion crosspromo teaserbox inlinepromo callout cta donate donation membership appeal",
    F.WIDGET: "widget sidebar poll quiz weather login modal popup popover overlay lightbox tooltip dropdown searchform search form sidebars",
    F.MEDIA: "player videoplayer videojs jwplayer audio brightcove playlist podcast",
    F.REPLAY_BANNER: "wm ipp wayback donato",
}
_HINTS: dict[str, F] = {word: kind for kind, words in _BY_WORD.items() for word in words.split()}
_PAIRS: dict[tuple[str, str], F] = {
    ("read", "more"): F.RELATED, ("more", "from"): F.RELATED, ("most", "read"): F.RELATED, ("most", "popular"): F.RELATED,
    ("see", "also"): F.RELATED, ("also", "read"): F.RELATED, ("further", "reading"): F.RELATED, ("up", "next"): F.RELATED,
    ("next", "article"): F.RELATED, ("more", "stories"): F.RELATED, ("more", "news"): F.RELATED, ("related", "article"): F.RELATED,
    ("author", "bio"): F.AUTHOR_BIO, ("about", "author"): F.AUTHOR_BIO, ("author", "box"): F.AUTHOR_BIO,
    ("author", "info"): F.AUTHOR_BIO, ("author", "description"): F.AUTHOR_BIO, ("about", "the"): F.AUTHOR_BIO,
    ("author", "card"): F.AUTHOR_BIO, ("sign", "up"): F.NEWSLETTER, ("site", "header"): F.NAVIGATION,
    ("page", "header"): F.NAVIGATION, ("site", "footer"): F.FOOTER, ("inline", "story"): F.RELATED,
    ("side", "bar"): F.WIDGET, ("wm", "ipp"): F.REPLAY_BANNER,
    ("recent", "posts"): F.RELATED, ("recent", "entries"): F.RELATED, ("recent", "stories"): F.RELATED, ("recent", "news"): F.RELATED,
    ("nl", "box"): F.NEWSLETTER, ("plus", "box"): F.PAYWALL, ("abo", "box"): F.PAYWALL, ("cmp", "layer"): F.COOKIE_NOTICE,
    ("cmp", "banner"): F.COOKIE_NOTICE, ("cmp", "container"): F.COOKIE_NOTICE, ("link", "list"): F.RELATED, ("rich", "link"): F.RELATED,
}  # fmt: skip
_WEAK = frozenset(
    (
        "wm",
        "form",
        "search",
        "commercial",
        "talk",
        "bookmark",
        "latest",
        "similar",
        "topics",
        "audio",
        "podcast",
        "respond",
        "ipp",
    )
)
"""Words that name a box's purpose only when they are all of a name, or lead it."""
_STEMS = re.compile(
    r"(?P<related>related|recommend|recirc|mostread|mostpopular|trending)|(?P<comments>comment|disqus)|(?P<newsletter>newsletter)|"
    r"(?P<share>sharing|socialshare|sharebar|sharetool)|(?P<advert>advert|adslot|sponsor)|(?P<navigation>breadcrumb|navbar|navigation)|"
    r"(?P<cookie>cookie|onetrust|consent)|(?P<promo>promo)"
)
_BY_STEM = {"cookie": F.COOKIE_NOTICE}
_SHORTEST_STEMMED = 7
"""A word must be longer to be known by its stem."""
_STEM_BEGINNINGS = tuple(re.sub(r"\(\?P<\w+>|\)", "", _STEMS.pattern).split("|"))
_TELLING_WORDS = frozenset(_HINTS) | {second for _, second in _PAIRS}


_walk = compiled.walk
if _walk is not None:
    _walk.tell(_TELLING_WORDS, _STEM_BEGINNINGS, _SHORTEST_STEMMED)


def words_of(name: str) -> list[str]:
    """The words in a box's names, in order."""
    return _walk.words_of(name) if _walk is not None and name.isascii() else _WORD.findall(name)


NAMING = tuple(
    "id role itemprop itemtype aria-label data-testid data-component data-component-name data-qa data-type".split()
)
"""Attributes that name a box, beside its class."""
_TELLING = frozenset((*NAMING, "hidden", "style"))
"""Those, and two that can hide it."""


def name_of(attributes: dict[str, str | None]) -> str:
    """A box's class, then id and other naming attributes, and "is-hidden" where it says that it is; in lower case."""
    name = attributes.get("class") or ""
    if not _TELLING.isdisjoint(attributes):
        for key, value in attributes.items():
            if key == "hidden" or (key == "style" and value and hides(value)):
                name = f"{name} {UNSEEN_NAME}"
            elif value and key in NAMING:
                name = f"{name} {value}"
    return name.lower()


@lru_cache(maxsize=16384)
def furniture_hint(name: str, tag: str) -> F | None:
    """The kind of furniture that a box's names say, or None. OTHER is said of what is hidden (`unseen.hides`), and so may be wrong:
    the story may be shown by a script."""
    return _hint_of_names(name, tag) or (F.OTHER if name and hides(name) else None)


def _hint_of_names(name: str, tag: str) -> F | None:
    by_tag = _TAGS.get(tag)
    if by_tag is not None:
        return by_tag
    if not (_walk.may_hint(name) if _walk is not None and name.isascii() else _may_hint(name)):
        return None
    for one in name.split():
        if one in _WHOLE_NAMES and name != one:
            continue
        if ":" in one or "[" in one:  # a utility class, "md:sticky", "[&_form]:m-0": how the box looks, not what it is
            continue
        found = _hint_of_one(one)
        if found is F.WIDGET:
            found = _more_telling(name) or found
        if found is not None and not (tag in HEADINGS and _is_of_a_heading(one, found)) and not _is_of_text(tag, found):
            return None if _is_storys(name, found) else found
    return None


def _is_storys(name: str, found: F) -> bool:
    """Whether another of a box's names says that it is the story's text, or a post, for all that one says of furniture."""
    if says(name, BoxField.STORY) or _STORY_PART.search(name) is not None:
        return True
    return found in _OF_NO_POST and _POST in name


_STORY_PART = late(r"(?:^|\s)(?:article|story|entry|post)__(?:body|content|text)(?=\s|$)")
"""A part of a block in the manner of BEM, as a whole name: "entry__content"."""
_POST = "status-publish"
"""WordPress puts it on a post's own box, with a post's categories and tags, which may be any word (get_post_class)."""
_OF_NO_POST = frozenset((F.COMMENTS, F.NAVIGATION, F.SHARE, F.TAGS, F.NEWSLETTER, F.FOOTER, F.COOKIE_NOTICE, F.MEDIA))
"""What no post is."""


_WHOLE_NAMES = frozenset(("ad", "nl"))
"""Names that tell where a box has no other: beside others they are letters that a machine made up ("nl nm nn")."""


def _more_telling(name: str) -> F | None:
    """What a widget is for, where another of its names says so: "widget widget_blog_subscription"."""
    told = (
        _hint_of_one(one.replace("widget", "").strip("_-")) for one in name.split() if ":" not in one and "[" not in one
    )
    return next((kind for kind in told if kind in _TELLING_KINDS), None)


_TELLING_KINDS = frozenset((F.NEWSLETTER, F.RELATED, F.TAGS, F.COMMENTS, F.SHARE, F.ADVERT, F.AUTHOR_BIO))


def _may_hint(name: str) -> bool:
    """Whether a word is among the names that can be a hint's: most boxes have none."""
    words = words_of(name)
    if not _TELLING_WORDS.isdisjoint(words):
        return True
    return any(len(word) > _SHORTEST_STEMMED and word.startswith(_STEM_BEGINNINGS) for word in words)


def _is_of_a_heading(one: str, found: F) -> bool:
    """A heading's own name says whose heading it is by the builder's words, "widget-title", and not that it is a widget; one of
    four words and more is the heading's own text, made an anchor: "how-to-sign-up"."""
    return found in (F.WIDGET, F.PROMO) or len(words_of(one)) >= _ANCHOR_WORDS


def _is_of_text(tag: str, found: F) -> bool:
    """ "paywall" on a paragraph marks the text that is for subscribers (schema.org, isAccessibleForFree: its cssSelector)."""
    return found is F.PAYWALL and tag in _TEXT_TAGS


_ANCHOR_WORDS = 4
_TEXT_TAGS = HEADINGS | {"p", "ul", "ol", "li", "blockquote"}


@lru_cache(maxsize=8192)
def _hint_of_one(one: str) -> F | None:
    """A single class name. Names that say what the box has ("has-sidebar", "with-comments", "no-ads") say not what it is."""
    words = words_of(one)
    if len(words) > 1 and not _HAVING.isdisjoint(words):
        words = words[: next(at for at, word in enumerate(words) if word in _HAVING)]
    if (
        words == _FRONTED
        or not words
        or words[0] in _STATES
        or words[-1] in ("open", "enabled", "active", "on", "anchor", "container")
    ):
        words = words[:-1] if words and words[-1] == "container" and words[0] not in _STATES else []
    for at, word in enumerate(words):
        stem = _STEMS.match(word) if len(word) > _SHORTEST_STEMMED else None
        if stem and stem.lastgroup:
            return _BY_STEM.get(stem.lastgroup) or F(stem.lastgroup)
        if word in _HINTS and (word not in _WEAK or len(words) == 1):
            if word == "teaser" and words[at + 1 : at + 2] == ["text"]:  # TYPO3's name for a story's own lead
                continue
            return _HINTS[word]
        if at and (words[at - 1], word) in _PAIRS:
            return _PAIRS[words[at - 1], word]
    return None


_STATES = frozenset(
    "has with no is without hide show single page theme wpb vc elementor js category tag post article parent td".split()
)
_HAVING = frozenset(("has", "without"))
"""What comes after one of these in a name is what the box has: "section--has-ads", "content-has-sidebar"."""
_FRONTED = ["node", "promoted"]
"""Drupal's word for a story that stands on the front page too (node.html.twig)."""
_TAGS = {
    "nav": F.NAVIGATION, "menu": F.NAVIGATION, "button": F.WIDGET, "label": F.WIDGET, "form": F.WIDGET, "noscript": F.OTHER,
    "legend": F.WIDGET, "dialog": F.WIDGET,
}  # fmt: skip


TELLING_TAGS = frozenset(_TAGS)
"""The elements that say what they are by themselves."""
