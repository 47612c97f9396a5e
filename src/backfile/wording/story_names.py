"""What a story and its outlet are called in one line, in titles, lists, citations and feeds."""

from backfile.model.story import Story
from backfile.wording.plain import one_line
from backfile.wording.site_languages import gettext, to_translate

NO_HEADLINE = to_translate("Story without a headline")


def headline_of(headline: str | None) -> str:
    """The headline in one line, or words that say that there is none."""
    return one_line(headline or "") or gettext(NO_HEADLINE)


def outlet_of(story: Story) -> str | None:
    """The outlet's name, else its domain."""
    return one_line(story.outlet.name or story.outlet.domain or "") or None
