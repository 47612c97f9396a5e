"""Finds what names a story without its date: in pages, feeds, records, and what the command line prints.

A story is named where its headline stands, or a link to it. Beside it, in the same item, must stand its day with the year,
or the word Undated; in a record its stamp, or null. An age, where one is said, must be the right one; in what outlives the
day (a title, a card, a citation, a feed) there must be none.
"""

import json
import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from backfile.wording.age import say_age, say_day

ATOM = "{http://www.w3.org/2005/Atom}"
_ITEMS = ("li", "tr", "dd", "title", "article", "summary")
_LINES = (".running-line", ".end", ".citation")
_AGE = re.compile(r"\b(?:\d+ \w+ ago|yesterday|this year|last year)\b")
_NOT_SHOWN = ("value", "href", "id")


class Said(NamedTuple):
    """What must stand beside a story that is named."""

    id: str
    headline: str
    day: str
    """ "23 February 2017", or "Undated"."""
    age: str | None
    value: str | None
    """The stamp's, for records."""


def said_of(story, now):
    stamp = story.published
    if stamp is None:
        return Said(story.id, story.headline, "Undated", None, None)
    return Said(story.id, story.headline, say_day(stamp), say_age(stamp, now), stamp.value)


def slips_in_answer(path, answer, known):
    """What slips in an answer of the site; `known` are all that stories of the archive can be named as."""
    kind = answer.headers["content-type"].split(";")[0]
    if kind == "text/html":
        yield from slips_in_page(path, LexborHTMLParser(answer.text), known)
    elif kind == "application/json":
        yield from slips_in_record(path, answer.json(), known)
    elif kind == "application/atom+xml":
        yield from slips_in_feed(path, answer.content, known)


def slips_in_page(path, page, known):
    for node in page.css("title, body *"):
        own = node.text(deep=False)
        for said in known:
            if said.headline in own and node.tag != "script":
                yield from _item(path, node, said)
            for name, value in node.attributes.items():
                if said.headline in (value or "") and name not in _NOT_SHOWN:
                    yield from _lasting(f"{path} {node.tag} {name}", value, said)
    for node in page.css('meta[content]:not([name="citation_title"])'):
        for said in known:
            if said.headline in node.attributes["content"]:
                yield from _lasting(f"{path} meta", node.attributes["content"], said)
    for node in page.css('script[type="application/ld+json"]'):
        yield from _linked_data(path, json.loads(node.text()), known)
    yield from _links(path, page, known)
    yield from _story_page(path, page, known)


def _item(path, node, said):
    item = node
    while item.tag not in _ITEMS and item.parent is not None and item.tag != "body":
        item = item.parent
    text = " ".join(item.text(deep=True).split())
    if said.day not in text:
        yield f"{path}: “{said.headline}” in <{item.tag}> without {said.day}: {text[:200]}"
    if item.tag in ("li", "tr") and _AGE.search(text) and (said.age or "") not in text:
        yield f"{path}: “{said.headline}” with another age than {said.age}: {text[:200]}"
    if item.tag == "title" and _AGE.search(text):
        yield f"{path}: an age in the title: {text}"


def _links(path, page, known):
    """Links to other stories; those of a story's own page to itself lead to versions and records."""
    for link in page.css('main a[href^="/story/"]'):
        found = [said for said in known if link.attributes["href"].startswith(f"/story/{said.id}")]
        if found and not path.startswith(f"/story/{found[0].id}"):
            item = link
            while item.tag not in _ITEMS and item.tag != "body":
                item = item.parent
            text = " ".join(item.text(deep=True).split())
            if not any(said.day in text for said in found):
                yield f"{path}: a link to {found[0].id} in <{item.tag}> without {found[0].day}: {text[:200]}"


def _story_page(path, page, known):
    """On its own page a story's date is its head, and stands in each line that goes with it onto paper or elsewhere."""
    if not path.startswith("/story/"):
        return
    own = [said for said in known if path.startswith(f"/story/{said.id}")]
    days = {said.day for said in own}
    head = page.css_first("#when")
    if head is None or not any(_head_says(head, day) for day in days):
        yield f"{path}: the head is not the date"
    if not any(day in page.css_first("title").text() for day in days):
        yield f"{path}: no date in the title"
    for selector in _LINES:
        line = page.css_first(selector)
        text = line.text(deep=True) if line else ""
        if not any(day in text for day in days) or _AGE.search(text):
            yield f"{path}: {selector} is without the date, or has an age: {text}"


def _head_says(head, day):
    text = " ".join(head.text(deep=True).split())
    return text.startswith("Undated" if day == "Undated" else f"From {day} · ")


def _lasting(where, text, said):
    if said.day not in text:
        yield f"{where}: “{said.headline}” without {said.day}: {text[:200]}"
    if _AGE.search(text):
        yield f"{where}: an age in what outlives the day: {text[:200]}"


def _linked_data(path, record, known):
    for said in known:
        if record.get("headline") == said.headline and record.get("datePublished") != said.value:
            yield f"{path}: JSON-LD says {record.get('datePublished')}, not {said.value}"


def slips_in_record(where, value, known):
    """Every object that names a story, by its headline or its id, has its stamp, or null."""
    if isinstance(value, list):
        for item in value:
            yield from slips_in_record(where, item, known)
    if not isinstance(value, dict):
        return
    found = [s for s in known if s.headline == value.get("headline") or s.id in (value.get("id"), value.get("story"))]
    stamp = value.get("published", "nothing")
    if found and (stamp["value"] if isinstance(stamp, dict) else stamp) not in [said.value for said in found]:
        yield f"{where}: a record of “{found[0].headline}” says {stamp}, not {found[0].value}"
    for item in value.values():
        yield from slips_in_record(where, item, known)


def slips_in_feed(path, payload, known):
    for entry in ET.fromstring(payload).iter(f"{ATOM}entry"):
        title, summary = (entry.find(ATOM + name).text for name in ("title", "summary"))
        found = [said for said in known if said.headline in title]
        if not any(title.startswith(f"{said.day}: ") for said in found):
            yield f"{path}: an entry without its date: {title}"
        if not any(said.day in summary for said in found) or _AGE.search(title + summary):
            yield f"{path}: a summary without its date, or with an age: {summary[:200]}"


def slips_in_print(where, text, known, own=None, *, by_line=False):
    """What the command line prints: a list's paragraphs or lines, or one story (`own`), which its date heads."""
    if own is not None:
        top = "\n".join(text.split("\n\n")[:2]) if text.startswith("# ") else text.partition("\n\n")[0]
        line = f"From {own.day} · {own.age}" if own.age else "Undated"
        if line not in top:
            yield f"{where}: not headed by {line}: {top[:200]}"
    parts = text.splitlines() if by_line or own else re.split(r"\n\s*\n", text)
    for part in parts:
        for said in known:
            if said != own and (said.headline in part or said.id in part) and not _is_dated(part, said):
                yield f"{where}: “{said.headline}” without {said.day}: {part[:300]}"


def _is_dated(part, said):
    """With day and age; told among reasons, with the day alone."""
    if f"{said.day} · {said.age}" in part if said.age else "Undated" in part:
        return True
    return f"“{said.headline}” (" in part and said.day.lower() in part.lower()
