"""Text made fit for its place: what may not stand in a page, a title or a feed is taken out or shown as a mark.

Rules: XML 1.0 section 2.2 (characters), Unicode UAX 9 section 2 (directional formatting characters).
"""

import re
import unicodedata

_NOT_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_SPACES = re.compile(r"\s+")

_RTL_LANGUAGES = frozenset({
    "ar", "arc", "arz", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug",
    "ur", "yi", "ji",
})  # fmt: skip
_RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand"})
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def characters(text: str) -> str:
    """The text with what is no character of XML or HTML shown as U+FFFD."""
    return _NOT_CHARACTERS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """For titles, cards, citations and feeds: one line, with nothing in it that could turn the date beside it round."""
    if text.isprintable() and "  " not in text:  # no such character and no white space but the space: the usual case
        return text.strip()
    return _SPACES.sub(" ", _TURNS_TEXT.sub("", characters(text))).strip()


def apart(text: str) -> str:
    """The line in isolates where it runs from right to left, so that no date beside it is drawn in (UAX 9, 2.4)."""
    return (
        f"\u2068{text}\u2069"
        if not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
        else text
    )


def shortened(text: str, limit: int) -> str:
    """The text in one line, cut at a word's end."""
    line = one_line(text)
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def opening_words(quotation: str) -> str:
    """What a quotation begins with, in one line and without its marks, to be named by."""
    line = " ".join(quotation.split()).strip("“”\"'")
    return line if len(line) <= _LONGEST_OPENING else line[:_LONGEST_OPENING].rpartition(" ")[0] + "…"


_LONGEST_OPENING = 60
"""Letters of a quotation that are shown."""


def language_tag(language: str | None) -> str | None:
    """The language as BCP 47 writes it; None where it is none."""
    if language is None or not _LANGUAGE_TAG.fullmatch(language):
        return None
    return language.replace("_", "-")


def direction(language: str | None) -> str:
    """ "rtl" or "ltr" for a known language, "auto" for an unknown one."""
    tag = language_tag(language)
    if tag is None:
        return "auto"
    parts = tag.lower().split("-")
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RTL_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RTL_LANGUAGES else "ltr"
