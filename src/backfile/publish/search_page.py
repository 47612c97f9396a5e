"""A story as the search in the browser has it: a page for Pagefind to read, which no reader sees."""

import html

from backfile.model.story import Story
from backfile.publish.static_paths import story_place
from backfile.wording.age import say_day
from backfile.wording.site_languages import gettext


def search_page(story: Story) -> str:
    """A page of nothing but what is looked for and what a result shows."""
    outlet = story.outlet.name or story.outlet.domain or ""
    words = "".join(f"<p>{html.escape(block.text)}</p>" for block in story.blocks)
    above = " ".join(part for part in (story.kicker, story.dek, story.byline) if part)
    filters = "".join(
        f'<i data-pagefind-ignore data-pagefind-filter="{name}">{html.escape(value)}</i>'
        for name, value in (("outlet", outlet), ("year", story.published.value[:4] if story.published else "undated"))
        if value
    )
    shown = "".join(
        f'<i data-pagefind-ignore data-pagefind-meta="{name}">{html.escape(value)}</i>'
        for name, value in (
            ("day", say_day(story.published) if story.published else gettext("Undated")),
            ("date", story.published.value if story.published else ""),
            ("outlet", outlet),
            ("path", story_place(story.id)),
        )
        if value
    )
    headline = html.escape(story.headline or story.body[:80])
    return (
        f'<!DOCTYPE html><html lang="{html.escape(story.language or "en")}"><body><main data-pagefind-body>'
        f"<h1>{headline}</h1>{filters}{shown}<p>{html.escape(above)}</p>{words}</main></body></html>"
    )
