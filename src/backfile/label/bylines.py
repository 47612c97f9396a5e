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
