"""Citation line: a story's citation as a reader sees and copies it, with the day written out, or the word Undated."""

from backfile.citation.cited import Cited, said_saved
from backfile.wording.enumeration import enumerated
from backfile.wording.plain import apart, one_line
from backfile.wording.story_names import headline_of, outlet_of


def citation_line(one: Cited) -> str:
    """ "Ann Lee, “Headline,” The Outlet, 23 February 2017, https://... Date from json-ld. Saved 2 May 2019. backfile:..." """
    return " ".join((f"{_head(one)}.", *_tail(one)))


def proof_line(one: Cited) -> str:
    """ "23 February 2017. Date from json-ld. Saved 2 May 2019. backfile:...": the day, what it rests on, and the token of the version and its digest."""
    return " ".join((f"{one.day}.", *_tail(one)))


def parts_of_line(one: Cited) -> dict[str, str]:
    """What a citation line says, by the names of the fields."""
    authors = {"authors": _authors(one)} if one.story.authors else {}
    outlet = {"outlet": named} if (named := apart(outlet_of(one.story) or "")) else {}
    return {**authors, "headline": apart(headline_of(one.story.headline)), **outlet, "date": one.day}


def _head(one: Cited) -> str:
    parts = parts_of_line(one)
    named = ", ".join(filter(None, (parts.get("authors"), f"“{parts['headline']},”")))
    named = f"{named} {parts['outlet']}, {one.day}" if "outlet" in parts else f"{named} {one.day}"
    return f"{named}, {one_line(one.story.url)}" if one.story.url else named


def _tail(one: Cited) -> list[str]:
    stamp = one.story.published
    tail = [f"Date from {stamp.basis}."] if stamp and "archivist" not in one.day else []
    if saved := said_saved(one):
        tail.append(f"Saved {saved}.")
    return [*tail, str(one.token or f"Backfile story {one_line(one.story.id)}.")]


def _authors(one: Cited) -> str:
    return enumerated([apart(one_line(author.name)) for author in one.story.authors])
