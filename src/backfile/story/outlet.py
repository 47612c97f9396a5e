"""Whose page it is: the outlet's name and domain, its section, tags, language."""

import re
from typing import Any
from urllib.parse import urlsplit

from backfile.model.story import Outlet
from backfile.story.linked import names_of, text_of
from backfile.story.parts import Parts

_NAME_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher", "cre", "copyright")
_SECTION_METAS = (
    "article:section",
    "parsely-section",
    "section",
    "sailthru.section",
    "cxenseparse:section",
    "category",
    "dc.subject",
)
_TAG_METAS = ("article:tag", "news_keywords", "parsely-tags", "keywords")
_SECOND_LEVEL = frozenset("co com org net gov edu ac or ne go gob gov".split())
_LANGUAGE_METAS = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
_LANGUAGE = re.compile(r"^([a-zA-Z]{2,3})(?:[-_].*)?$")


def find_outlet(parts: Parts, node: dict[str, Any] | None) -> Outlet:
    """The outlet by its own name (og:site_name, then the publisher in JSON-LD) and the page's domain."""
    page = parts.page
    export = page.capture.export
    name = export.outlet if export else None
    name = name or parts.meta(_NAME_METAS[:1])
    if not name and node:
        name = next((given for given, _ in names_of(node.get("publisher"))), None)
    name = name or next((value for key in _NAME_METAS[1:4] if (value := parts.meta((key,))) and len(value) < 60), None)
    if name and name.startswith(("http://", "https://", "@")):
        name = None
    return Outlet(" ".join(name.split()) if name else None, domain_of(page.url))


_TITLE_PARTS = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|:\s+|\s*[|»]\s*")


def outlet_in_title(title: str | None, headline: str | None) -> str | None:
    """The other part of a page's title where one part of it is the headline: "Headline - The Ledger", "The Ledger: Headline"."""
    if not title or not headline:
        return None
    for mark in _TITLE_PARTS.finditer(title):
        before, after = title[: mark.start()], title[mark.end() :]
        for name, rest in ((after, before), (before, after)):
            if letters_of(rest) == letters_of(headline) and 2 < len(name) < 50:
                return name.strip()
    return None


def letters_of(text: str) -> str:
    """A text's letters and digits alone, folded: what two wordings that differ in marks have in common."""
    return "".join(filter(str.isalnum, text.casefold()))


def domain_of(url: str | None) -> str | None:
    """The host of an address without "www."; None where there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def site_word(domain: str | None) -> str:
    """The word that tells a domain's owner: "example" of news.example.co.uk."""
    parts = (domain or "").split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else ""


def find_section(parts: Parts, node: dict[str, Any] | None) -> str | None:
    """The section that the newsroom filed it under."""
    export = parts.page.capture.export
    if export and export.section:
        return export.section
    section = parts.meta(_SECTION_METAS) or (text_of(node.get("articleSection")) if node else None)
    return section if section and len(section) < 80 and not section.startswith("http") else None


def find_tags(parts: Parts, node: dict[str, Any] | None) -> tuple[str, ...]:
    """The newsroom's tags, in its order, once each."""
    export = parts.page.capture.export
    if export and export.tags:
        return export.tags
    for name in _TAG_METAS:
        values = parts.metas.get(name)
        if values:
            return _split_tags(values)
    said = node.get("keywords") if node else None
    values = (
        [said]
        if isinstance(said, str)
        else [item for item in said if isinstance(item, str)]
        if isinstance(said, list)
        else []
    )
    return _split_tags(values)


_TAG_MARKS = re.compile(r"[,;|]")


def _split_tags(values: list[str]) -> tuple[str, ...]:
    if len(values) == 1:
        values = _TAG_MARKS.split(values[0])
    tags = (" ".join(value.split()) for value in values)
    return tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) < 80))


def find_language(parts: Parts, body: str) -> str | None:
    """BCP 47 primary language: as the page says, unless its own letters deny it; else by its text."""
    page = parts.page
    export = page.capture.export
    said = [page.language_tag, *(text for name in _LANGUAGE_METAS for text in parts.metas.get(name, ()))]
    if export and export.language:
        said.insert(0, export.language)
    script = _script_language(body)
    for tag in said:
        found = _LANGUAGE.match(tag.strip()) if tag else None
        if found:
            code = found[1].lower()
            if script is None or code in script:
                return code
    if script is not None and len(script) == 1:
        return script[0]
    return _detected(body) if len(body) >= 60 else None


_SCRIPTS = (
    ("\u3040", "\u30ff", ("ja",)), ("\uac00", "\ud7a3", ("ko",)), ("\u0590", "\u05ff", ("he", "yi", "iw")),
    ("\u0600", "\u06ff", ("ar", "fa", "ur", "ps", "ckb", "ug", "sd")), ("\u0370", "\u03ff", ("el",)),
    ("\u0900", "\u097f", ("hi", "mr", "ne", "sa")), ("\u0980", "\u09ff", ("bn", "as")), ("\u0e00", "\u0e7f", ("th",)),
    ("\u0b80", "\u0bff", ("ta",)), ("\u0c00", "\u0c7f", ("te",)), ("\u10a0", "\u10ff", ("ka",)), ("\u0530", "\u058f", ("hy",)),
    ("\u0400", "\u04ff", ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg")),
    ("\u4e00", "\u9fff", ("zh", "ja", "ko", "yue")),
)  # fmt: skip


def _script_language(body: str) -> tuple[str, ...] | None:
    """The languages that the text's letters allow; None for Latin letters or too few to tell."""
    sample = body[:400]
    if len(sample) < 40 or sample.isascii():
        return None
    beyond = [c for c in sample if c >= "\u0370"]  # no script of the table starts sooner
    letters = sum(map(str.isalpha, sample))
    if 8 * len(beyond) <= letters:
        return None
    for low, high, languages in _SCRIPTS:
        if sum(low <= c <= high for c in beyond) * (8 if languages == ("ja",) else 2) > letters:
            return languages
    return None


def _detected(body: str) -> str | None:
    import py3langid

    language: str = py3langid.classify(body[:1000])[0]
    return language
