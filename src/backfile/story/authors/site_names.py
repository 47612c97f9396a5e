"""A site's own names: they are nobody's, but where a site is named after the person who writes it."""

import re
from functools import lru_cache

from backfile.lexicon.european_names import is_given_anywhere
from backfile.lexicon.split_names import TITLES_BEFORE, looks_like_name
from backfile.story.outlet import site_word

_CONTENTLESS = re.compile(
    r"\b(?:the|der|die|das|online|redaktion|news|nachrichten|digital|com|de|www|staff|newsroom|editors?|team|desk|web)\b"
)
_BLOG_HOSTS = (
    ".wordpress.com", ".blogspot.com", ".blogspot.de", ".substack.com", ".typepad.com", ".tumblr.com", ".livejournal.com",
    ".bearblog.dev", ".hypotheses.org", ".over-blog.com", ".github.io", ".micro.blog", ".blogger.de", ".twoday.net",
)  # fmt: skip
"""Hosts that give each writer a site: one that bears a pen name is nobody else's."""


class Site:
    """The site's own names: they are nobody's, but where a site is named after the person who writes it."""

    __slots__ = ("_names", "owner")

    def __init__(self, outlet: str | None, domain: str | None) -> None:
        self.owner = _owner(outlet, domain)
        """Whom the site is named after, where its name is a person's and its domain is made of it."""
        if domain and domain.endswith(_BLOG_HOSTS):
            outlet = domain = None
        self._names = {
            letters for word in (outlet, domain, site_word(domain)) if word and (letters := folded_letters(word))
        }

    def is_called(self, name: str) -> bool:
        """True where the name is the site's, or one begins with the other."""
        letters = folded_letters(name)
        if not letters:
            return not any(map(str.isalpha, name)) or bool(self._names)
        if letters in self._names:
            return True
        return any(
            len(letters) > 3 and len(own) > 3 and (letters.startswith(own) or own.startswith(letters))
            for own in self._names
        )


def _owner(outlet: str | None, domain: str | None) -> str | None:
    name = TITLES_BEFORE.sub("", _SITE_MARK.split(outlet or "", maxsplit=1)[0])
    if not domain or name.count(" ") != 1 or not looks_like_name(name) or not is_given_anywhere(name.split(" ", 1)[0]):
        return None
    letters = folded_letters(domain)
    shared = [folded_letters(word) in letters for word in name.split(" ")]
    return name if all(shared) or (any(shared) and domain.endswith(_BLOG_HOSTS)) else None


_SITE_MARK = re.compile(r"\s[-–—|•·:]\s|[|:]")


@lru_cache(maxsize=512)
def folded_letters(name: str) -> str:
    """A name's letters and digits alone, folded, without the words that outlets add to theirs."""
    return _CONTENTLESS.sub("", _MARKS.sub("", name.casefold())).replace(" ", "")


_MARKS = re.compile(r"[^\w ]|_")
