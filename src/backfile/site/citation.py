"""A story's citation and the line that copied words carry: both with the day written out, or the word Undated."""

from datetime import datetime

from backfile.model.story import Story
from backfile.site.plain import apart, one_line
from backfile.site.share import headline_of, outlet_of
from backfile.site.when import When, when_seen
from backfile.wording.enumeration import enumerated


def citation(story: Story, when: When, now: datetime) -> str:
    """'Ann Lee, “Headline,” The Outlet, 23 February 2017, https://... Saved 2 May 2019. Backfile story 1a2b.'"""
    authors = enumerated([apart(one_line(author.name)) for author in story.authors])
    named = ", ".join(filter(None, (authors, f"“{apart(headline_of(story.headline))},”")))
    parts = [f"{named} {outlet}" if (outlet := apart(outlet_of(story) or "")) else named, when.cited]
    line = f"{parts[0]} {parts[1]}" if parts[0].endswith("”") else ", ".join(parts)
    where = f", {one_line(story.url)}" if story.url else ""
    saved = f" Saved {when_seen(story.captured_at, now).day}." if story.captured_at else ""
    return f"{line}{where}.{saved} Backfile story {one_line(story.id)}."


def copy_line(story: Story, when: When, url: str) -> str:
    """What is put after words copied from the story: '— From 23 February 2017: “Headline,” The Outlet. https://...'"""
    outlet = f" {apart(name)}." if (name := outlet_of(story)) else ""
    line = f"From {when.cited}" if when.known else when.line
    return f"— {line}: “{apart(headline_of(story.headline))}.”{outlet} {url}"
