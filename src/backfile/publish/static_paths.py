"""The site's addresses as files: "/story/ID?version=V" is story/ID/version/V/index.html, and links to it are relative."""

import hashlib
import posixpath
import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from backfile.export.story_folder import slug
from backfile.site.site_address import story_path

_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What is a folder's name on every host and disk, and the same in a link: no letters that are told apart by case alone."""
_AS_A_FILE = re.compile(r"\.(?:json|atom|xml|txt|css|svg|csv|js|png|jpe?g|gif|webp)$")

_PICTURES = "/picture/"
"""Pictures have no end to their name on the site. As files they need one; which of a picture's kinds it names, no browser minds."""


@lru_cache(maxsize=100_000)
def file_of(target: str) -> str:
    """The file for an address of the site, path and query; the same for ever, and another for every address."""
    parts = urlsplit(target)
    steps = [segment for segment in parts.path.split("/") if segment]
    steps += [part for pair in parse_qsl(parts.query, keep_blank_values=True) for part in pair]
    if parts.path.startswith(_PICTURES):
        return "/".join(map(_folder, steps)) + ".jpg"
    suffix = _AS_A_FILE.search(parts.path)
    if suffix is None:
        return "/".join((*map(_folder, steps), "index.html"))
    if not parts.query:
        return "/".join((*map(_folder, steps[:-1]), steps[-1]))
    return "/".join(_folder(step.removesuffix(suffix[0])) for step in steps) + suffix[0]


def _folder(segment: str) -> str:
    """ "2017-02-23" as it is; "the-courier-1f3c9a" of "The%20Courier": the slug, and a digest that keeps two apart."""
    name = unquote(segment)
    if _PLAIN.fullmatch(name) and len(name) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(part for part in (slug(name).encode("ascii", "ignore").decode().strip("-"), digest) if part)


_LONGEST = 80


def address_of(file: str) -> str:
    """The path under which a host serves a file: a folder's for its index.html."""
    return file.removesuffix("index.html") if posixpath.basename(file) == "index.html" else file


def story_place(story: str) -> str:
    """The path of a story's page in a published site, without the first slash."""
    return address_of(file_of(story_path(story)))


def relative(file: str, *, at: str) -> str:
    """The link from the page in the file `at` to a file, by way of the site's own folder."""
    return "../" * at.count("/") + address_of(file) or "./"
