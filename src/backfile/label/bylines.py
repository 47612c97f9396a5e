"""How newsrooms begin a byline, in the languages of the web's press."""

import re

from backfile.model.page import HEADINGS, Block

BYLINE_START = re.compile(
    r"^\W{0,3}(?:(?:this (?:post|article|story|blog) (?:was )?written|(?:article|post|authored|blog)? ?written|authored|photos?|pictures|images|written|reported|posted|published|story|words|text|article|analysis|opinion|review|report|compiled|edited|fotos?|texte?|"
    r"geschrieben|veröffentlicht|erstellt|eingestellt|gepostet|verfasst|publié|publicado|escrito|rédigé|post author|beitrag|ein (?:beitrag|artikel|kommentar|gastbeitrag|interview)|eine kolumne|blog ?beitrag|gespeichert|hinzugefügt)\s*:?\s+)?"
    r"(?:(?:by|von|vom|par|por|di|da|door|av|af|oleh|(?:autorin/)?autor(?:in|a|es)?|author|authors|text|words|tekst|szerző|автор|текст|yazan|reporter|escribe|from(?=:? (?:staff|wire)\b)|skribent|redakteur(?:in)?)\s*[:：]?\s+|"
    r"(?:autor(?:in|a|es)?|auteure?|authors?|text(?: (?:&|und) (?:fotos?|bild(?:er)?))?|words|interview|contributors?|by|von)\s*[:：]\s*|"
    r"(?:記者|文|取材|撮影|كتبت?|بقلم|تقرير|מאת|作者|记者|撰文|글|기자|โดย)\s*[:：/]?\s*)",
    re.I,
)
BYLINE_END = re.compile(r"\s*(?:記者|기자|특파원|记者)(?: 외 \d+명)?$")
OTHER_WORK = re.compile(
    r"^\W{0,3}(?:(?:medically |clinically |fact.?)?(?:photos?|pictures?|images?|fotos?|bild(?:er)?|video|graphics?|illustrations?|edited|reviewed|checked|fact-checked|translated|presented|sponsored|powered|supported|hosted|designed)\b"
    r"[^,|]{0,40}?\b(?:by|von|par|por|di|da|door|av|af)\b|(?:photos?|fotos?|bild|image|video)\s*:)",
    re.I,
)
"""Work on a story or its page that is not the writing of it."""


_FIRST_WORD = re.compile(r"\W{0,3}(\w+)")
_OPENING = frozenset(
    "by von vom par por di da door av af oleh autor autorin autora autores autoren author authors text words tekst szerző yazan reporter escribe "
    "from skribent redakteur redakteurin this article post blog authored written photo photos picture pictures image images reported posted "
    "published story analysis opinion review report compiled edited foto fotos texte geschrieben veröffentlicht erstellt eingestellt "
    "gepostet verfasst blog gespeichert hinzugefügt interview auteur auteure contributor contributors publié publicado escrito rédigé beitrag beitragvon ein eine".split()
)
"""First words of bylines in Latin letters: looking a word up costs less than the pattern."""


def byline_start(text: str) -> re.Match[str] | None:
    """What begins a line as a byline: "By ", "Von: ", "文：". None for a line that begins otherwise."""
    return BYLINE_START.match(text) if may_begin_byline(text) else None


def may_begin_byline(text: str) -> bool:
    """True where the first word of a line is one that bylines begin with; always for other scripts than the Latin."""
    head = text.split(" ", 1)[0]
    if not (head.isalpha() and head.isascii()):  # few lines: "By:", "(by", "文：張三"
        found = _FIRST_WORD.match(text)
        if found is None:
            return False
        head = found[1]
    return head.lower() in _OPENING or not head.isascii()


def begins_byline(text: str) -> bool:
    """True where a line begins as a byline does, and somebody is named after that."""
    found = byline_start(text)
    return found is not None and found.end() < len(text)


def is_subhead(block: Block) -> bool:
    """A heading that begins as a byline does and names nobody: "By the numbers", "Von der Planung bis zum Fest"."""
    begun = byline_start(block.text) if block.tag in HEADINGS else None
    return begun is not None and block.text[begun.end() :][:1].islower()


_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:ago|hace|vor \d|il y a)\b|\d+\s?[年日時]|\d{1,2} (?:hours?|mins?|minutes?|days?) ago",
    re.I,
)
_DIGIT = re.compile(r"\d")
_AGO = ("ago", "hace", "il y a")


def is_dated(text: str) -> bool:
    """True where a line says a day, a time or how long ago: it has a digit in it or one of few words."""
    if _DIGIT.search(text) is None:
        folded = text.lower()
        if not any(word in folded for word in _AGO):
            return False
    return _DATED.search(text) is not None


BARE_NAME = re.compile(
    r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3}(?: ?/ ?[A-ZÀ-Ž][\w.'’-]+(?: [A-ZÀ-Ž][\w.'’-]+){1,3})*$"
)


def is_head_line(text: str) -> bool:
    """A byline, a stamp or a bare name: what stands between headline and body even where no box parts them."""
    size = len(text)
    return (size < 160 and begins_byline(text)) or (size < 80 and (is_dated(text) or BARE_NAME.match(text) is not None))
