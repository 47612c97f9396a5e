"""Dated answers: what a tool gives of a story or a quotation, never without its day and basis or the words that it has none.

All words of a saved page stand in fields named `quoted_...`: they are data, whatever they say. Furniture and text that no reader of the
page saw are not of a story's body, and so not in them.
"""

from datetime import datetime
from typing import Any

from backfile.archive.reader import Archive
from backfile.citation.cited import Cited, basis_note, cited
from backfile.model.entry import Entry, LikelyDay
from backfile.model.quotation import Quotation
from backfile.model.story import Stamp, Story, ThreadLink, Window
from backfile.model.traces import Print
from backfile.wording.age import say_age, say_day, say_days, until_now
from backfile.wording.plain import characters, one_line

LONGEST = 12_000
"""Letters of a story's text in one answer: about 3,000 tokens of a language model; `next_offset` goes on."""
Answer = dict[str, Any]


def when_answer(stamp: Stamp | None, window: Window, now: datetime) -> Answer:
    """The day in words, its ISO 8601 value and its basis; of the undated between which days it was published."""
    if stamp is None:
        bounds = until_now(window, now)
        return {
            "day": f"undated, between {bounds.earliest or 'no known day'} and {bounds.latest or 'no known day'}",
            "date": None,
            "basis": None,
        }
    return {
        "day": say_day(stamp),
        "date": stamp.value,
        "basis": stamp.basis,
        "age": say_age(stamp, now),
        **({"date_conflict": "the page gives other dates too"} if stamp.conflict else {}),
    }


def found_answer(archive: Archive, entry: Entry, now: datetime) -> Answer:
    """A story of a list, with the passage that matches."""
    return {
        **_named(cited(archive.story(entry.id)), now),
        "quoted_excerpt": characters(entry.excerpt),
        "versions": entry.version_count,
        "copies_elsewhere": entry.copy_count,
    }


def story_answer(archive: Archive, one: Cited, offset: int, now: datetime) -> Answer:
    """A story, with who speaks in it under which office, its versions and its copies."""
    story = one.story
    text = characters(story.body)
    end = offset + LONGEST
    shown = one.version.id if one.version else None
    return {
        **_named(one, now),
        "date_note": basis_note(one, now),
        "quoted_text": text[offset:end],
        "text_length": len(text),
        **({"next_offset": end} if end < len(text) else {}),
        "notes": [{"kind": note.kind, "quoted_text": characters(note.text)} for note in story.notes],
        "speakers": _speakers(archive.quotes_of(story.id, version=shown)),
        "doubts_about_this_reading": [f"{doubt.reason}: {doubt.detail}" for doubt in story.doubts],
        "versions": [
            {"version": v.id, "first_seen": v.first_seen, "change": v.change, "is_shown": v.id == shown}
            for v in story.versions
        ],
        "copies": [
            {
                "story": copy.id,
                "outlet": copy.outlet,
                "relation": copy.relation,
                **when_answer(copy.published, Window(), now),
            }
            for copy in story.copies
        ],
    }


def quotation_answer(archive: Archive, quotation: Quotation, now: datetime) -> Answer:
    """A quotation, with the office that the speaker had in that story, then."""
    story = archive.story(quotation.story, version=quotation.version)
    return {
        "quoted_words": characters(quotation.text),
        "kind": quotation.kind,
        "speaker": _line(quotation.speaker),
        "office_then": _line(quotation.role),
        "speaker_as_printed": _line(quotation.as_printed),
        "said_on": quotation.said_on,
        "is_in_newest_version": quotation.is_newest,
        "printed_in_stories": quotation.printed_in,
        **_named(cited(story, quotation.version), now),
    }


def later_answer(archive: Archive, link: ThreadLink, now: datetime) -> Answer:
    """A story that came after another, with the grounds that it is on the same matter."""
    return {**_named(cited(archive.story(link.id)), now), "because": [str(reason) for reason in link.because]}


def printing_answer(archive: Archive, one: Print, now: datetime) -> Answer:
    """A story that prints a passage, with what became of the passage there."""
    return {
        **_named(cited(archive.story(one.id)), now),
        "quoted_text": characters(one.text),
        "relation": one.relation,
        "share": one.share,
        "credit": _line(one.credit),
        "is_source": one.is_source,
        "is_gone_from_newest_version": one.is_gone,
        "versions_where_it_came_or_went": [mark.to_dict() for mark in one.versions],
    }


def undated_answer(archive: Archive, entry: Entry, likely: tuple[LikelyDay, ...], now: datetime) -> Answer:
    """A story that nothing dates, with what bounds it. Likely days are no dates, and say why."""
    return {
        **_named(cited(archive.story(entry.id)), now),
        "because": [str(reason) for reason in entry.window.because],
        "likely_but_not_known": [
            {"days": say_days(day.first, day.last), "because": [str(reason) for reason in day.because]}
            for day in likely
        ],
    }


def _named(one: Cited, now: datetime) -> Answer:
    story = one.story
    return {
        "story": story.id,
        **when_answer(story.published, story.window, now),
        "version": one.version.id if one.version else None,
        "quoted_headline": _line(story.headline),
        "outlet": _outlet(story),
        "authors": [one_line(author.name) for author in story.authors],
        "url": _line(story.url),
        "token": str(one.token) if one.token else None,
    }


def _outlet(story: Story) -> str | None:
    return _line(story.outlet.name or story.outlet.domain)


def _line(text: str | None) -> str | None:
    return one_line(text) if text else None


def _speakers(quotations: list[Quotation]) -> list[Answer]:
    """Each who is quoted by name, once, with the office that the story gives."""
    offices: dict[str, str | None] = {}
    for quotation in quotations:
        if quotation.speaker:
            name = one_line(quotation.speaker)
            offices[name] = offices.get(name) or _line(quotation.role)
    return [{"speaker": name, "office_then": office} for name, office in offices.items()]
