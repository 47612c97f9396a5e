"""Whose page it is: the outlet's name and domain, its section, tags."""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from backfile.capture.saved_from import origin_of_url
from backfile.late_pattern import late
from backfile.lexicon.schema_org import names_of, text_of, types_of
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Page
from backfile.model.story import Outlet
from backfile.story.identity import VIEW_HOST

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


def find_outlet(labelled: LabelledPage, node: dict[str, Any] | None) -> Outlet:
    """The outlet by its own name (og:site_name, then the publisher in JSON-LD) and the page's domain."""
    page = labelled.page
    export = page.capture.export
    name = export.outlet if export else None
    name = name or labelled.meta(_NAME_METAS[:1])
    if not name and node:
        name = next((given for given, _ in names_of(node.get("publisher"))), None)
    name = name or next(
        (value for key in _NAME_METAS[1:4] if (value := labelled.meta((key,))) and len(value) < 60), None
    )
    if name and name.startswith(("http://", "https://", "@")):
        name = None
    return Outlet(_LEGAL.sub("", " ".join(name.split())) if name else None, domain_of(_own_address(page.url)))


def _own_address(url: str | None) -> str | None:
    """The page's own where it is a replayed capture's: an archive is nobody's outlet."""
    return origin_of_url(url).url if url and ("/http" in url[_HOST:] or "/www." in url[_HOST:]) else url


_HOST = 8
"""Where a host begins in "https://paper.example"."""
_LEGAL = re.compile(r"(?<=\w\w)\s+[-–—|,]\s+[^-–—|]{0,100}\b(?:GmbH|AG|KG|Verlag|S\.A\.|S\.L\.|Ltd|LLC|Inc)\b.*$")
"""The company after an outlet's name: "Aldersford Courier - Courier Publishing GmbH & Co. KG"."""


_TITLE_PARTS = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|:\s+|\s*[|»]\s*")


def outlet_in_title(title: str | None, headline: str | None) -> str | None:
    """The other part of a page's title where one part of it is the headline: "Headline - The Ledger", "The Ledger: Headline"."""
    if not title or not headline:
        return None
    said = letters_of(headline)
    for mark in _TITLE_PARTS.finditer(title):
        before, after = title[: mark.start()], title[mark.end() :]
        for name, rest in ((after, before), (before, after)):
            if 2 < len(name) < 50 and letters_of(rest) == said and letters_of(name) not in _VIEWS:
                parts = _BARS.split(name.strip())
                return parts[-1] if name is after else parts[0]
    return None


_BARS = late(r"\s+[|–—·•»]\s+|\s+-\s+")
"""Between a section and the outlet: "Headline | Section | Outlet", "Outlet | Section | Headline"."""
_WEB_EDITION = late(r"\s+(?:on-?line|web edition|web|mobile|digital edition)$", re.I)


def section_in_title(labelled: LabelledPage, headline: str | None, outlet: str | None) -> str | None:
    """The part of a page's title between headline and outlet, "Headline | Transport | The Ledger", where the page's menu has it too."""
    page = labelled.page
    parts = [part.strip() for part in _TITLE_PARTS.split(page.title or "")]
    if len(parts) != _WITH_SECTION or not headline or not outlet or labelled.headline < 0:
        return None
    first, section, last = parts
    if {letters_of(first), letters_of(last)} != {letters_of(headline), letters_of(outlet)}:
        return None
    menu = (line for block in page.blocks[: labelled.headline] for line in block.text.split("\n"))
    return section if any(line.strip() == section for line in menu) else None


_WITH_SECTION = 3


def outlet_on_page(labelled: LabelledPage, in_title: str | None) -> str | None:
    """The outlet's name as its page prints it, where no metadata say it: the part of the title beside the headline, the text of the
    link home above the headline, the holder of the rights at the foot. "Courier On-Line" is "Courier" where the page prints that."""
    holder = _rights_holder(labelled)
    home = None if in_title else _link_home(labelled)
    named = in_title or (home if home and _is_confirmed(home, holder, labelled.page.url) else holder)
    if named is None:
        return None
    bare = _WEB_EDITION.sub("", named)
    if bare != named and (bare == holder or any(block.text == bare for block in labelled.page.blocks[:_MASTHEAD])):
        return bare
    return named


def _is_confirmed(home: str, holder: str | None, url: str | None) -> bool:
    """True where the page's address or its rights line says the name too: the link home may say anything."""
    said = letters_of(home)
    word = letters_of(site_word(domain_of(url)))
    return (holder is not None and said.startswith(letters_of(holder))) or (
        bool(word) and (word in said or said in word)
    )


_MASTHEAD = 12


def _link_home(labelled: LabelledPage) -> str | None:
    """The text of the first link above the headline that leads to the site's front page, where it is a name."""
    top = labelled.headline if labelled.headline >= 0 else _MASTHEAD
    for block in labelled.page.blocks[:top]:
        for span in block.links:
            name = block.text[span.start : span.end].strip()
            if _ROOT.match(span.href) and _SHORTEST_NAME < len(name) < _LONGEST_NAME and not _HOME_WORDS.match(name):
                return name
    return None


_SHORTEST_NAME, _LONGEST_NAME = 3, 50
_ROOT = late(r"(?:https?://[^/?#]+)?/?(?:m/|en/|de/|fr/|es/)?(?:index\.\w+)?$")
_HOME_WORDS = late(
    r"(?:home|homepage|home page|front ?page|main|start|startseite|zur startseite|accueil|inicio|início|portada|home|forside|hem|etusivu|главная|ana ?sayfa|الرئيسية|ホーム|首页|menu|"
    r"skip|back|zurück|retour|volver|log ?in|sign ?in|subscribe|news|nachrichten|search)\b.{0,20}$",
    re.I,
)


def _rights_holder(labelled: LabelledPage) -> str | None:
    """Whose rights the page's last lines reserve."""
    for block in labelled.page.blocks[: -_FOOT - 1 : -1]:
        found = _RIGHTS.search(block.text)
        if found and not _NO_HOLDER.match(found["holder"]):
            return _COMPANY.sub("", found["holder"].strip())
    return None


_COMPANY = late(
    r"(?:,?\s+(?:Inc|LLC|Ltd|Incorporated|Limited|GmbH(?: & Co)?|AG|Corp|Corporation|Company|Private Limited))*(?:\s+(?:19|20)\d\d)?$"
)


_FOOT = 6
_RIGHTS = late(
    r"(?:copyright|©|\(c\))\W{0,6}(?:copyright|©|\(c\))?\W{0,6}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s{0,4}(?:by )?(?P<holder>[^\W\d_][\w &'’-]{2,48}?)(?=[.,;|(\n]|\s+all rights|\s+alle rechte|\s*$)",
    re.I,
)
_NO_HOLDER = late(r"(?:all rights|alle rechte|tous droits|todos|reserved|notice|policy|information)\b", re.I)


_VIEWS = frozenset(
    "print printview printerfriendly printversion printable printableversion amp mobile drucken druckversion druckansicht imprimir imprimer stampa".split()
)
"""What a title says of the view of the page, folded; no outlet is called so."""


@lru_cache(maxsize=64)
def letters_of(text: str) -> str:
    """A text's letters and digits alone, folded: what two wordings that differ in marks have in common."""
    return _NO_LETTERS.sub("", text.casefold())


_NO_LETTERS = re.compile(r"[\W_]+")


def domain_of(url: str | None) -> str | None:
    """The host of an address without "www.", and without the "m." of mobile pages and the like; None where there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _VIEW_HOST.sub("", host.removeprefix("www.")) if host else None


_VIEW_HOST = late(rf"{VIEW_HOST}(?=[^.]+\.)")
"""Matches "m." of "m.courier.example"; not of "m.example", which is a paper's own."""


def site_word(domain: str | None) -> str:
    """The word that tells a domain's owner: "example" of news.example.co.uk."""
    parts = (domain or "").split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else ""


def find_section(labelled: LabelledPage, node: dict[str, Any] | None) -> str | None:
    """The section that the newsroom filed it under."""
    export = labelled.page.capture.export
    if export and export.section:
        return export.section
    section = labelled.meta(_SECTION_METAS) or (text_of(node.get("articleSection")) if node else None)
    if section and len(section) < _LONGEST_SECTION and not section.startswith("http"):
        return section
    return None if section else _in_breadcrumbs(labelled)


_LONGEST_SECTION = 80


def _in_breadcrumbs(labelled: LabelledPage) -> str | None:
    """The first step after the front page of the way that a page prints to itself, where nothing else names its section."""
    page = labelled.page
    for node in page.linked_data:
        if "BreadcrumbList" in types_of(node) and isinstance(items := node.get("itemListElement"), list):
            return _first_step(
                [text_of(item.get("name") or item.get("item")) or "" for item in items if isinstance(item, dict)], page
            )
    for block in page.blocks[: labelled.body[0] if labelled.body else 0]:
        if len(block.text) < _LONGEST_WAY and _CRUMBS.search(page.boxes[block.box].name):
            return _first_step(_STEPS.split(block.text), page)
    return None


def _first_step(steps: list[str], page: Page) -> str | None:
    titles = {letters_of(text) for _, text in page.titles}
    named = [step.strip() for step in steps if step.strip()]
    if len(named) < _FEWEST_STEPS or not _HOME_WORDS.match(named[0]):
        return None  # it does not begin at the front page: what its steps are is not known
    first = named[1]
    return first if first.count(" ") < _SECTION_SPACES and letters_of(first) not in titles else None


_FEWEST_STEPS = 2
_SECTION_SPACES = 4
_LONGEST_WAY = 200
_CRUMBS = late(
    r"(?<![a-z])(?:bread-?crumbs?|breadcrumblist|crumbs?|brotkr[uü]mel\w*|kruimel\w*|rootline|migas\w*|ariane)(?![a-z])"
)
_STEPS = late(r"\s*(?:[>»›/|→\n]|::)\s*")


def find_tags(labelled: LabelledPage, node: dict[str, Any] | None) -> tuple[str, ...]:
    """The newsroom's tags, in its order, once each."""
    export = labelled.page.capture.export
    if export and export.tags:
        return export.tags
    for name in _TAG_METAS:
        values = labelled.metas.get(name)
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
