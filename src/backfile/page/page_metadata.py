"""What a page's metadata elements say: marks, as the walk met them -> metas, times, pictures, title, canonical address."""

from typing import NamedTuple

from backfile.limits import LONGEST_TITLE
from backfile.model.page import Meta, Picture, TimeMark
from backfile.page.embedded_pictures import embedded_name

Attributes = dict[str, str | None]
_DATE_PROPS = frozenset(
    "datepublished datemodified datecreated uploaddate dc:date dc:created dc:issued pubdate published".split()
)
_HATOM = "hatom-"
_DATE_CLASSES = frozenset(("published", "updated", "timeago"))
"""Classes of hAtom, and of the script that prints days as counted back."""
_DATE_ATTRIBUTES = (
    "datetime",
    "content",
    "data-datetime",
    "data-timestamp",
    "data-date",
    "data-time",
    "data-published",
    "title",
)
_DATED_BY = frozenset(("data-timestamp", "data-datetime", "data-published"))
_LONGEST_DATE = 80
_MOST_EMBEDDED = 60
"""Pictures that a page has in itself and that are looked at: as many of a story's are shown (site/story_pictures.py)."""
_new = tuple.__new__
"""Makes a record without the keyword handling of its own constructor, which costs as much again, hundreds of times a page."""


class Mark(NamedTuple):
    """An element that says something about the page or of a place in it."""

    tag: str
    """html, title, meta, link, script, img, time; "dated" for any other element that bears a date."""
    attributes: Attributes
    text: str
    """What it holds, where that is asked of its kind; of a <time> what stands in the line that is open at its end."""
    block: int
    """How many blocks came before it."""
    box: int
    """Index into the boxes of the one around it; of a picture its <figure>'s; -1 for none."""


class Said:
    """The tables that the marks fill: see `Page` for what each holds."""

    def __init__(self, marks: list[Mark]) -> None:
        self.metas: list[Meta] = []
        self.times: list[TimeMark] = []
        self.pictures: list[Picture] = []
        self._embedded_seen = 0
        self.linked_data_texts: list[str] = []
        self.canonical: str | None = None
        self.title: str | None = None
        self.language_tag: str | None = None
        for mark in marks:
            _READ[mark[0]](self, mark)

    def _html(self, mark: Mark) -> None:
        self.language_tag = mark.attributes.get("lang") or mark.attributes.get("xml:lang")

    def _title(self, mark: Mark) -> None:
        self.title = self.title or " ".join(mark.text[:LONGEST_TITLE].split()) or None

    def _meta(self, mark: Mark) -> None:
        _, attributes, _, block, box = mark
        get = attributes.get
        content = get("content")
        name = get("property") or get("name") or get("itemprop") or get("http-equiv")
        if content and name:
            name = name.lower()
            if box >= 0 and name in _DATE_PROPS:
                self.times.append(TimeMark(content, "", name, block, box))
            else:
                self.metas.append(_new(Meta, (name, " ".join(content.split()))))

    def _link(self, mark: Mark) -> None:
        if self.canonical is None and "canonical" in (mark[1].get("rel") or "").lower().split():
            self.canonical = mark[1].get("href")

    def _script(self, mark: Mark) -> None:
        self.linked_data_texts.append(mark.text)

    def _picture(self, mark: Mark) -> None:
        _, attributes, _, block, figure = mark
        get = attributes.get
        url = get("src") or ""
        if not url or url.startswith("data:"):
            url = get("data-src") or get("data-original") or get("data-lazy-src") or self._embedded(url)
        if url:
            self.pictures.append(_new(Picture, (url, get("alt") or "", block, max(figure, 0), figure)))

    def _embedded(self, address: str) -> str:
        """The name of a picture that the page has in itself; "" for a stand-in, and past as many as are looked at."""
        if not address or self._embedded_seen >= _MOST_EMBEDDED:
            return ""
        name = embedded_name(address)
        self._embedded_seen += name is not None
        return name or ""

    def _time(self, mark: Mark) -> None:
        attributes = mark.attributes
        prop = attributes.get("itemprop") or attributes.get("property") or attributes.get("class") or ""
        self.times.append(TimeMark(_date_in(attributes), mark.text, prop.lower(), mark.block, mark.box))

    def _dated(self, mark: Mark) -> None:
        """Microdata and RDFa on an element that is no <time>, and data- attributes that hold a time."""
        attributes = mark.attributes
        prop = (attributes.get("itemprop") or attributes.get("property") or "").lower()
        if not prop:
            prop = _class_for_date(attributes)
        if prop in _DATE_PROPS or prop.startswith(_HATOM) or not _DATED_BY.isdisjoint(attributes):
            value = _date_in(attributes)
            text = "" if value else " ".join(mark.text.split())[:_LONGEST_DATE]
            if value or text:
                self.times.append(TimeMark(value, text, prop, mark.block, mark.box))


def _class_for_date(attributes: Attributes) -> str:
    """The class that says which day the title of an element is, where its title is one; else ""."""
    title = attributes.get("title") or ""
    names = (attributes.get("class") or "").lower().split() if title[4:5] == "-" else ()
    return next((_HATOM + name for name in names if name in _DATE_CLASSES), "")


def _date_in(attributes: Attributes) -> str:
    return next((value for name in _DATE_ATTRIBUTES if (value := attributes.get(name))), "")


_READ = {
    "html": Said._html,
    "title": Said._title,
    "meta": Said._meta,
    "link": Said._link,
    "script": Said._script,
    "img": Said._picture,
    "time": Said._time,
    "dated": Said._dated,
}
