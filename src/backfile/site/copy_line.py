"""Copy line: what is put after words that are copied from a story, with the day written out, or the word Undated."""

from backfile.model.story import Story
from backfile.site.when import When
from backfile.wording.plain import apart
from backfile.wording.site_languages import gettext
from backfile.wording.story_names import headline_of, outlet_of


def copy_line(story: Story, when: When, url: str) -> str:
    """ "— From 23 February 2017: “Headline,” The Outlet. https://..." """
    outlet = f" {apart(name)}." if (name := outlet_of(story)) else ""
    headline = gettext("“{headline}.”").format(headline=apart(headline_of(story.headline)))
    return f"— {when.cited_line}: {headline}{outlet} {url}"
