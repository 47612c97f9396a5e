"""Stories that share words with one, grouped as the site and the command line list them, with the heading of each group."""

from collections.abc import Iterable

from backfile.model.story import Copy
from backfile.wording.site_languages import gettext, say_percent, to_translate

VIEWS = to_translate("Other views of this story")
_HEADINGS = {
    "copy": to_translate("The same text elsewhere"),
    "rewrite": to_translate("Rewritten from the same text"),
    "shares": to_translate("Stories that share a passage"),
}


def copy_groups(copies: Iterable[Copy]) -> tuple[tuple[str, tuple[Copy, ...]], ...]:
    """The copies of a story under their headings: its own views, then what shares most."""
    groups: dict[str, list[Copy]] = {heading: [] for heading in (VIEWS, *_HEADINGS.values())}
    for copy in copies:
        groups[VIEWS if copy.is_view else _HEADINGS[copy.relation]].append(copy)
    return tuple((gettext(heading), tuple(group)) for heading, group in groups.items() if group)


def say_share(copy: Copy) -> str:
    """ "82% of the shorter"; with the word that it is the source, where a credit names it."""
    share = say_percent(copy.share)
    if copy.is_source:
        return gettext("{share} of the shorter, the source by its credit").format(share=share)
    return gettext("{share} of the shorter").format(share=share)
