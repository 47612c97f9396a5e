"""What a page says of itself to machines: title, share card (ogp.me), JSON-LD (schema.org/NewsArticle).

A date stands in each only where it is known; the age stands in none, since it would be wrong tomorrow.
"""

import json
from typing import Any, NamedTuple

from markupsafe import Markup

from backfile.model.story import Story
from backfile.site.site_address import followable
from backfile.site.when import When
from backfile.wording.plain import apart, characters, language_tag, one_line, shortened
from backfile.wording.story_names import headline_of, outlet_of

_DESCRIPTION_LENGTH = 200


class Card(NamedTuple):
    """The head of a story's page."""

    title: str
    """ "Headline · 23 February 2017 · Outlet", or "Undated · Headline · Outlet"."""
    share_title: str
    """The same without the outlet."""
    description: str
    url: str
    published: str | None
    linked_data: Markup


def card(story: Story, when: When, url: str) -> Card:
    """The card of a story whose page stands at `url`."""
    headline, outlet = apart(headline_of(story.headline)), apart(outlet_of(story) or "")
    named = (headline, when.day) if when.known else (when.day, headline)
    opening = apart(shortened(story.dek or story.body, _DESCRIPTION_LENGTH))
    return Card(
        title=" · ".join((*named, outlet) if outlet else named),
        share_title=" · ".join(named),
        description=f"{when.cited_line}. {opening}".strip(),
        url=url,
        published=when.machine,
        linked_data=_script_json(_news_article(story, when, url)),
    )


def _news_article(story: Story, when: When, url: str) -> dict[str, Any]:
    outlet, original = outlet_of(story), followable(story.url)
    fields = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline_of(story.headline),
        "url": url,
        "datePublished": when.machine,
        "dateModified": story.updated.value if story.updated else None,
        "description": one_line(story.dek) if story.dek else None,
        "inLanguage": language_tag(story.language),
        "author": [{"@type": "Person", "name": one_line(author.name)} for author in story.authors] or None,
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet} if outlet else None,
        "isBasedOn": original,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _script_json(value: dict[str, Any]) -> Markup:
    """JSON that may stand inside <script>: nothing in it can end the element (HTML 4.12.1.3)."""
    text = characters(json.dumps(value, ensure_ascii=False))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 every character that HTML could read is written as a JSON escape above
