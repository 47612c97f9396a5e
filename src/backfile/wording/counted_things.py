"""Counts with their nouns, as pages say them: "1 story", "1,204 stories"."""

from backfile.wording.site_languages import ngettext, say_number


def stories(count: int) -> str:
    """ "1,204 stories"."""
    return ngettext("{count} story", "{count} stories", count).format(count=say_number(count))


def saved_pages(count: int) -> str:
    """ "2 saved pages"."""
    return ngettext("{count} saved page", "{count} saved pages", count).format(count=say_number(count))


def versions(count: int) -> str:
    """ "2 versions"."""
    return ngettext("{count} version", "{count} versions", count).format(count=say_number(count))


def outlets(count: int) -> str:
    """ "2 outlets"."""
    return ngettext("{count} outlet", "{count} outlets", count).format(count=say_number(count))


def changes(count: int) -> str:
    """ "2 changes"."""
    return ngettext("{count} change", "{count} changes", count).format(count=say_number(count))


def quotations(count: int) -> str:
    """ "2 quotations"."""
    return ngettext("{count} quotation", "{count} quotations", count).format(count=say_number(count))


def clues(count: int) -> str:
    """ "2 clues"."""
    return ngettext("{count} clue", "{count} clues", count).format(count=say_number(count))


def copies_elsewhere(count: int) -> str:
    """ "2 copies elsewhere"."""
    return ngettext("{count} copy elsewhere", "{count} copies elsewhere", count).format(count=count)


COUNTS = {one.__name__: one for one in (stories, saved_pages, versions, outlets, changes, quotations, clues)}
"""By the names that templates have for them."""
