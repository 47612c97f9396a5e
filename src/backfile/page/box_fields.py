"""Which part of a page a box is for, by the names that its makers gave it: the story's fields, other stories, the site's own.

All stages ask here, and each name is looked at once for each question.
"""

import re
from enum import StrEnum
from functools import lru_cache

from backfile.late_pattern import late


class BoxField(StrEnum):
    """What a box can be for."""

    BYLINE = "byline"
    CAPTION = "caption"
    """A caption, or a credit for a picture."""
    DEK = "dek"
    EMBEDDED = "embedded"
    """A post of somebody else's."""
    HEADLINE = "headline"
    KICKER = "kicker"
    STAMP = "stamp"
    """Anything with a time in it."""
    STORY = "story"
    """The story's text."""
    AUTHOR = "author"
    """The story's writer, and nobody else: no commenter, no photographer."""
    PULL_QUOTE = "pull-quote"
    STAMP_ALONE = "stamp-alone"
    """The story's own day: "post-date", "entry-meta", "node__submitted"; not "update-list", "candidate"."""
    OTHERS = "others"
    """Other stories, or readers' words: "related-posts", "comment-list"; not "footer-row"."""
    SIDEBAR = "sidebar"
    """What stands beside the story: its details may, and much else."""
    THREAD = "thread"
    """A forum's thread, or a question with its answers: "postbody", "answercell"; not "question-of-the-day"."""
    SITE = "site"
    """The site's own: menus, mastheads, footers (not a story's own, "entry-footer"), the weather."""


_STORY = late(
    r"(?:article|story|entry|post|news|content|artikel|articulo|noticia|nota)[-_ ]?(?:body|content|text|main|copy|inhalt|cuerpo|texto)"
    r"|articlebody|storytext|post-?entry\b|maincontent|\bpost-content|field-name-body|\bbody-?(?:copy|text|content)|itemprop=articlebody|\bcuerpo\b|\brichtext\b|rich-text"
)
_CAPTION = late(
    r"caption|bildunterschrift|cutline|image-?text|legende|(?:photo|image|img|picture|media)[-_]*desc|pie-?de-?foto|foto-?pie|"
    r"\b(?:pic|img|image|photo)-?box|\bmedia-?info\b|"
    r"(?:image|photo|media|picture|img|bild)[-_]*(?:credit|source|copyright|author|byline)|photographer|\bcredit\b|bildrechte|fotocredit"
)
"""A caption, or a credit for a picture."""
_BYLINE = late(
    r"by-?line|\b(?:story|article|post|news)-?by\b|\bauthors?\b|author-?(?:name|s|list)|\bautor(?:es|en)?\b|signature|firma\b|contributor|writers?\b|reporter|verfasser"
)
_STAMP = late(
    r"time-?stamp|\bdates?\b|pub-?date|publish|posted|datum|fecha|dateline|\btime\b|last-?updated|modified|entry-date|post-date|datetime|uhrzeit|data-pub|updated"
)
_DEK = late(
    r"\bdek\b|sub-?head(?:line|ing)?|stand-?first|sub-?title|\bsummary\b|\blead\b|\bdeck\b|teaser-?text|intro\b|excerpt|chapo|entradilla|sommario|untertitel|vorspann|article-?(?:intro|lead|desc)|subtitulo|\bsynopsis|description|ingress|preamble|\bbajada\b|sou?s-?titre|sub-?titre|strapline|abstract"
)
_KICKER = late(
    r"kicker|eyebrow|over-?line|dachzeile|(?:ue|ü|o)ber-?zeile|vorzeile|chapeau|cintillo|rubric|spitzmarke|topline|roofline|super-?head|pre-?title|antetitulo|section-?(?:name|label|title)|supra-?title|surtitre|volanta|occhiello|roof"
)
_HEADLINE = late(r"head-?line|title|titre|titulo|titel|überschrift")
_EMBEDDED = late(
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|telegram-post|reddit-embed|mastodon-embed"
)
_AUTHOR = late(
    r"\A(?!.*(?:comment|review|related|teaser|expert|photo|image))"
    r".*?(?:byline|(?<![a-z])(?:authors?(?!it|iz)|autor(?:en|es|a)?|auteurs?|writers?|creator|contributors?|reporters?|verfasser|redakteur|skribent|signature|firma|writtenby|postedby|fn|vcard|(?:story|article|post|news)-?by)(?![a-z])"
    r"|(?:post|article|entry|story|blog|news)-?author|author-?(?:name|info|link|box|meta)|(?:written|posted|wrote)[-_]by)",
    re.S,
)
_PULL_QUOTE = late(r"pull[-_]?quote")
_STAMP_ALONE = late(
    r"(?<![a-z])(?:date|datum|datetime|posted|pub-?date|publish\w*|submitted|timestamp|dateline|byline|posted-?on|post-?created|create-?date"
    r"|news-?(?:single-?)?(?:date|timedata)|date-(?:header|display-single)|(?:news)?(?:post|entry|article|story|blog)-?_?(?:meta|date|info|data|time))(?![a-z])"
)
# each branch starts with a letter of its own, and looks back after it: so the engine passes over places by their first letter
_OTHERS = late(
    r"relat|recommend|recirc|comment|teaser|popular|trending|most-?read|latest|newsletter|upcoming|next-|prev|promo|outbrain|taboola|"
    r"disqus|twitter-tweet|video-?player|more-|readmore|archive-list|bio\b|up-?next|mehr-zum|weitere"
)
_THREAD = late(
    r"\b(?:phpbb|vbulletin|bbpress|viewtopic|viewthread|postbody|topic-(?:title|owner|starter)|messageindex|forum-?posts?|"
    r"answer-?cell|accepted-answer|discussionforumposting|message-(?:cell|inner|attribution))"
)
_SIDEBAR = late(r"side-?bar|widget")
_SITE = late(
    r"footer(?<!post[-_]footer)(?<!entry[-_]footer)(?<!asset[-_]footer)(?<!article[-_]footer)(?<!story[-_]footer)|breadcrumb|nav(?<!\wnav)|menu|"
    r"wm-?ipp|masthead|top-?bar|site-header|header-top|current-?date|weather"
)
_FIELDS: dict[BoxField, tuple[tuple[str, ...], re.Pattern[str]]] = {
    BoxField.BYLINE: (("by", "author", "autor", "signature", "firma", "contributor", "writer", "reporter", "verfasser"), _BYLINE),
    BoxField.CAPTION: (("caption", "bild", "cutline", "image", "legende", "photo", "foto", "img", "pic", "pie", "media", "credit"), _CAPTION),
    BoxField.DEK: (
        tuple(
            "dek sub stand summary lead deck teaser intro excerpt chapo entradilla sommario untertitel vorspann desc synopsis "
            "ingress preamble bajada strapline abstract sou".split()
        ),
        _DEK,
    ),
    BoxField.EMBEDDED: (("embed", "tweet", "media", "post"), _EMBEDDED),
    BoxField.HEADLINE: (("line", "tit", "überschrift"), _HEADLINE),
    BoxField.KICKER: ((), _KICKER),
    BoxField.STAMP: (("time", "date", "pub", "posted", "datum", "fecha", "modified", "zeit"), _STAMP),
    BoxField.STORY: (("body", "content", "text", "main", "copy", "inhalt", "cuerpo", "entry"), _STORY),
    BoxField.AUTHOR: ((), _AUTHOR),
    BoxField.PULL_QUOTE: (("pull",), _PULL_QUOTE),
    BoxField.STAMP_ALONE: ((), _STAMP_ALONE),
    BoxField.OTHERS: ((), _OTHERS),
    BoxField.SIDEBAR: ((), _SIDEBAR),
    BoxField.SITE: ((), _SITE),
    BoxField.THREAD: (("phpbb", "vbulletin", "bbp", "topic", "post", "answer", "message", "forum"), _THREAD),
}  # fmt: skip
"""What each field is told by. The pattern is tried only where one of the words before it, if there are any, stands in the name."""


@lru_cache(maxsize=16384)
def says(name: str, field: BoxField) -> bool:
    """Whether the names of a box say that it is for a field."""
    needs, pattern = _FIELDS[field]
    if needs:
        for need in needs:
            if need in name:
                break
        else:
            return False
    return pattern.search(name) is not None
