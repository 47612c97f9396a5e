"""How likely a page with prose on it is a story, and no product, forum thread, manual or shop window.

A logistic regression over two dozen facts, its weights a table in this file: `bench/train_kind.py` fits them (WCXB, page
types, five folds by site) and prints both the table and what it scores on sites that it has not seen.
"""

import math
import operator
import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from backfile.lexicon.other_pages import LONGEST, OtherLine, is_of_other_section, other_line
from backfile.model.label import BodyKind, FieldKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Page
from backfile.page.box_fields import BoxField, says

_STORY_ADDRESS = re.compile(
    r"/(?:blogs?|news|articles?|story|stories|posts?|magazine|press-releases?|insights|\d{4}/\d\d)(?:/|$)|\d{4}[-/]\d\d",
    re.I,
)
_OTHER_ADDRESS = re.compile(
    r"/(?:products?|shop|store|collections?|category|categories|tags?|topics?|forums?|threads?|questions|viewtopic\.php|docs?|"
    r"documentation|reference|api|services?|solutions|features|pricing|search|dp|itm|courses?|members|wiki|community|"
    r"discussions?|browse|market|(?:[\w-]+-)?jobs|careers)(?:/|\.|$|\?)|/(?:contact(?:-us)?|kontakt|impressum|imprint|privacy(?:-policy)?|datenschutz|terms(?:-of-(?:use|service))?|agb|faqs?|login|sign-?(?:in|up)|register|subscribe)(?:\.\w+)?/?$|//(?:[\w-]+\.)*(?:forums?|community|docs|discuss|shop|store|answers)\.",
    re.I,
)
_THREAD_ADDRESS = re.compile(
    r"//(?:[\w-]+\.)*[\w-]*forums?\.|/(?:showthread|viewthread|showtopic|viewtopic)\b|/t/[\w-]+/\d+|[?&](?:topic|thread|tid|t)=\d",
    re.I,
)
"""The addresses of forums' own systems: "//www.boatforum.example", "/t/how-to-splice/812"; not "/forum-on-housing-opens"."""
_SECTION = re.compile(
    r"/(?:collections?|category|categories|tags?|topics?|services?|solutions|features|courses?|members|community|discussions?|market|"
    r"(?:[\w-]+-)?jobs|careers)(?:/|\.|$|\?)|//(?:[\w-]+\.)*community\.",
    re.I,
)
"""Those words of the last that papers call sections of theirs by: "/features/food/0503.html"; not "/wiki/Ferry", "/dp/B0012"."""
_GOODS = frozenset(
    "Product Offer ProductGroup AggregateOffer SomeProducts IndividualProduct ProductCollection OfferCatalog".split()
)
_IS_SHOP = operator.methodcaller("endswith", "Store")
"""schema.org's shops are kinds of Store, and end so: "MensClothingStore"."""
_THREADS = frozenset("DiscussionForumPosting QAPage Question".split())
_SETS = frozenset("CollectionPage ItemList Blog".split())
_SERVICES = frozenset("Service LocalBusiness SoftwareApplication Course".split())

WEIGHTS: dict[str, float] = {
    "og-article": 0.47,
    "og-product": -1.43,
    "json-ld-article": 1.69,
    "published-time": 1.01,
    "author-meta": 0.41,
    "byline": 0.67,
    "stamp": 0.33,
    "story-address": 1.95,
    "other-address": -2.73,
    "front-page": -1.39,
    "slug": 0.69,
    "long-paragraphs": 1.81,
    "words": 0.93,
    "links": -0.85,
    "list-items": 1.29,
    "subheads": 0.79,
    "block-length": 1.01,
    "goods": -1.32,
    "threads": -0.97,
    "sets": -0.87,
    "services": -0.71,
    "thread-boxes": -2.0,
    "thread-address": -1.0,
    "shop-lines": -1.3,
    "thread-lines": -1.3,
    "small-ad-lines": -1.3,
    "event-lines": -1.0,
    "other-section": -2.5,
    "always": -1.72,
}
"""Per fact, as bench/train_kind.py fits them, in log odds; from "thread-boxes" on set by hand, since WCXB has few such
pages: each is a fact of how systems make them. "always" is the constant: fitted -1.93, and set a fifth nearer to a
story, since a story that is missed is not in the archive, and a page more in it does little harm."""


def story_facts(labelled: LabelledPage, node: dict[str, Any] | None, types: set[str]) -> dict[str, float]:
    """Facts about a page, each from 0 to 1."""
    page = labelled.page
    body = [page.blocks[i] for i in labelled.body if labelled.labels[i].kind is not BodyKind.CAPTION]
    letters = sum([len(b.text) for b in body])
    path = _path(page.url or "")
    count = max(len(body), 1)
    og_type = (labelled.meta(("og:type",)) or "").lower()
    return _against(labelled, node, types, og_type) | {
        "og-article": og_type == "article",
        "json-ld-article": node is not None,
        "published-time": "article:published_time" in labelled.metas,
        "author-meta": "author" in labelled.metas or "article:author" in labelled.metas,
        "byline": labelled.has(FieldKind.BYLINE),
        "stamp": labelled.has(FieldKind.STAMP),
        "story-address": _STORY_ADDRESS.search(page.url or "") is not None,
        "slug": min(max((part.count("-") + part.count("_") for part in path.split("/")), default=0), 6) / 6,
        "long-paragraphs": min(sum([len(b.text) > 200 for b in body]), 12) / 12,
        "words": min(math.log1p(letters / 6), 8) / 8,
        "links": sum([b.linked * 2 > len(b.text) for b in page.blocks]) / max(len(page.blocks), 1),
        "list-items": len(labelled.of(BodyKind.LIST_ITEM)) / count,
        "subheads": len(labelled.of(BodyKind.SUBHEAD)) / count,
        "block-length": min(letters / count, 360) / 360,
        "always": 1.0,
    }


def _against(labelled: LabelledPage, node: dict[str, Any] | None, types: set[str], og_type: str) -> dict[str, float]:
    """The facts that say what else a page is."""
    address = labelled.page.url or ""
    return {
        "og-product": "product" in og_type,
        "other-address": _OTHER_ADDRESS.search(address) is not None,
        "front-page": _path(address) == "" and not _ASKS.search(address),
        "goods": not types.isdisjoint(_GOODS) or any(map(_IS_SHOP, types)),
        "threads": not types.isdisjoint(_THREADS),
        "sets": not types.isdisjoint(_SETS),
        "services": not types.isdisjoint(_SERVICES),
        "other-section": node is None and is_of_other_section(labelled.page.title or ""),
        "thread-address": _THREAD_ADDRESS.search(address) is not None,
    } | (_lines(labelled.page) if node is None else dict.fromkeys(OtherLine, False))


_ASKS = re.compile(r"\?(?!(?:srsltid|utm_\w+|gclid|fbclid|ref|source)=).*=")
"""A question that a front page is asked, other than where its reader comes from."""


def _lines(page: Page) -> dict[str, float]:
    """Whether shops', forums', small ads' and events' own lines stand on a page: two of a forum's, since commenters have some too."""
    found = Counter(
        kind for block in page.blocks for line in _short_lines(block) if (kind := other_line(line)) is not None
    )
    return {kind: found[kind] >= _FEWEST_LINES[kind] for kind in OtherLine}


def _short_lines(block: Block) -> list[str]:
    """The lines of a block that are short, in small letters; of a row of links each of them."""
    text = block[0]
    if "\n" in text:
        lines = text.lower().split("\n")
    elif len(block.links) > 1 and block.linked * 10 >= 9 * len(text):
        lines = [text[span.start : span.end].lower().strip() for span in block.links]
    else:
        lines = [text.lower()] if len(text) <= LONGEST else []
    return [line for line in lines if len(line) <= LONGEST]


_FEWEST_LINES = {OtherLine.SHOP: 1, OtherLine.THREAD: 2, OtherLine.SMALL_AD: 2, OtherLine.EVENT: 2}


def is_sections(address: str) -> bool:
    """Whether the word by which an address speaks against a story may be a section's of a paper too."""
    return _SECTION.search(address) is not None and _OTHER_ADDRESS.search(_SECTION.sub("/", address)) is None


def _path(address: str) -> str:
    """The path of an address, without its slashes; the same word for one that is not known or is none ("http://[1/")."""
    try:
        return urlsplit(address).path.strip("/") if address else "unknown"
    except ValueError:
        return "unknown"


def log_odds(facts: dict[str, float]) -> float:
    """The log odds that the page is a story."""
    return sum(WEIGHTS[name] * value for name, value in facts.items())


def speaking_against(labelled: LabelledPage, node: dict[str, Any] | None, types: set[str], og_type: str) -> list[str]:
    """What on the page says that it is something else: a bare page with prose on it is a story until then."""
    facts = _against(labelled, node, types, og_type)
    against = [name for name, is_so in facts.items() if is_so]
    if against and any(says(box.name, BoxField.THREAD) for box in labelled.page.boxes):
        against.append("thread-boxes")
    return against


def telling(facts: dict[str, float]) -> tuple[str, ...]:
    """The two facts that speak most against a story, by their names; fewer where fewer do."""
    against = sorted(
        (WEIGHTS[name] * value, name) for name, value in facts.items() if WEIGHTS[name] * value < 0 and name != "always"
    )
    return tuple([name for _, name in against[:2]])
