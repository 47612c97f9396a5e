"""How newsrooms begin a byline, in the languages of the web's press."""

import re

BYLINE_START = re.compile(
    r"^\W{0,3}(?:(?:photos?|pictures|images|written|reported|posted|published|story|words|text|article|analysis|opinion|review|report|compiled|edited|fotos?|texte?)\s+)?"
    r"(?:(?:by|von|par|por|di|da|door|av|af|oleh|autor(?:in|a|es)?|author|text|tekst|szerző|автор|текст|yazan|reporter|from|skribent|redakteur(?:in)?)\s*[:：]?\s+|"
    r"(?:記者|文|取材|撮影|كتبت?|بقلم|تقرير|מאת|作者|记者|撰文|글|기자|โดย)\s*[:：/]?\s*)",
    re.I,
)
BYLINE_END = re.compile(r"\s*(?:記者|기자|특파원|记者)$")


def begins_byline(text: str) -> bool:
    """True where a line begins as a byline does, and somebody is named after that."""
    found = BYLINE_START.match(text)
    return found is not None and found.end() < len(text)


DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:ago|hace|vor \d|il y a)\b|\d+\s?[年日時]|\d{1,2} (?:hours?|mins?|minutes?|days?) ago",
    re.I,
)
BARE_NAME = re.compile(
    r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3}(?: ?/ ?[A-ZÀ-Ž][\w.'’-]+(?: [A-ZÀ-Ž][\w.'’-]+){1,3})*$"
)


def is_head_line(text: str) -> bool:
    """A byline, a stamp or a bare name: what stands between headline and body even where no box parts them."""
    size = len(text)
    return (size < 160 and begins_byline(text)) or (
        size < 80 and (DATED.search(text) is not None or BARE_NAME.match(text) is not None)
    )
