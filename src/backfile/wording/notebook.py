"""Notebook view of records: HTML with every word of a saved page escaped, and no story without its day and age."""

from collections.abc import Iterator
from datetime import datetime
from html import escape

from backfile.model.entry import Entry, SearchResult, Stats, Undated, UndatedResult
from backfile.model.quotation import Quotation, QuotationResult
from backfile.model.story import Story
from backfile.wording.age import heading, said_against, say_ground, say_window
from backfile.wording.unprinted_authors import named_authors

_OPENING = 400
"""Letters of the text that are shown."""


def story_html(story: Story, now: datetime) -> str:
    """A story's head: when it is from, its headline, who wrote it where, and how it begins."""
    named = named_authors(story)
    lines = (named.line if named else story.byline, story.outlet.name or story.outlet.domain, story.url)
    opening = story.body if len(story.body) <= _OPENING else story.body[:_OPENING].rstrip() + "…"
    counts = (
        _counted(len(story.blocks), "block"),
        _counted(len(story.quotes), "quotation"),
        f"{_counted(len(story.furniture), 'piece')} of furniture kept out",
        f"id {story.id}",
    )
    return (
        f"<div><p><strong>{escape(story.headline or '(no headline)')}</strong></p>"
        f"<p>{'<br>'.join(escape(line) for line in _days(story, now))}</p>"
        f"<p>{'<br>'.join(escape(line) for line in lines if line)}</p>"
        f'<p style="white-space: pre-line">{escape(opening)}</p>'
        f"<p><small>{escape(' · '.join(counts))}</small></p></div>"
    )


def entry_html(entry: Entry, now: datetime) -> str:
    """A story of a list: its headline, when it is from, its outlet."""
    lines = (escape(heading(entry.published, now)), escape(entry.outlet or ""), f"id {escape(entry.id)}")
    headline = escape(entry.headline or "(no headline)")
    return f"<p><strong>{headline}</strong><br>{' · '.join(line for line in lines if line)}</p>"


def quotation_html(quotation: Quotation, now: datetime) -> str:
    """A quotation of a list: the words, who said them, and the story with its day and age."""
    lines = (quotation.speaker or "no speaker named", heading(quotation.published, now), quotation.outlet or "")
    return f"<p>{escape(quotation.text)}<br>{' · '.join(escape(line) for line in lines if line)}</p>"


def result_html(result: SearchResult | UndatedResult | QuotationResult, now: datetime) -> str:
    """One page of a list."""
    shown = "".join(_item_html(one, now) for one in result)
    return f"<div><p>{len(result):,} of {result.total:,}</p>{shown}</div>"


def _item_html(item: Entry | Undated | Quotation, now: datetime) -> str:
    if isinstance(item, Quotation):
        return quotation_html(item, now)
    return entry_html(item.entry if isinstance(item, Undated) else item, now)


def archive_html(folder: str, stats: Stats, newest: list[Entry], now: datetime) -> str:
    """What an archive holds, and its newest stories."""
    counts = (_counted(stats.captures, "capture"), f"{stats.stories:,} stories", f"{stats.undated:,} undated")
    shown = "".join(entry_html(entry, now) for entry in newest)
    return f"<div><p><strong>{escape(folder)}</strong><br>{' · '.join(counts)}</p>{shown}</div>"


def _days(story: Story, now: datetime) -> Iterator[str]:
    """The day with the age; who says so where that is not the page; the days left to an undated story."""
    yield heading(story.published, now)
    if story.published is None and (window := say_window(story.window, now)):
        yield window
    yield from (f"{line}." for line in (say_ground(story.published), said_against(story)) if line)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
