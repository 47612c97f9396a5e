"""Whether two stories mean one person: the same full name, and an office or an outlet that both give."""

import base64
import hashlib

from backfile.model.quotation import Ground
from backfile.model.story import Outlet
from backfile.story.identity import fold

_ARTICLES = ("the ", "a ", "an ", "its ", "their ", "his ", "her ")
_NO_OFFICE = frozenset({
    "aide", "analyst", "attorney", "author", "board", "captain", "chief", "clerk", "coach", "deputy", "detective",
    "director", "doctor", "dr", "driver", "employee", "executive", "expert", "farmer", "father", "inspector",
    "investigator", "judge", "lawyer", "leader", "lieutenant", "lt", "manager", "member", "neighbor", "neighbour",
    "nurse", "officer", "official", "organizer", "owner", "parent", "pastor", "patient", "police", "president",
    "principal", "prof", "professor", "researcher", "resident", "retired", "rev", "reverend", "scientist", "senior",
    "sergeant", "sgt", "sister", "spokesman", "spokesperson", "spokeswoman", "student", "supervisor", "teacher",
    "trooper", "vice", "volunteer", "witness", "worker",
})  # fmt: skip
"""Words that many hold at once. A description of these alone ("police officer") tells nobody from a namesake."""


def grounds_of(name: str, role: str | None, outlet: Outlet, story: str) -> tuple[Ground, ...]:
    """What may join a person of this story to one of the same full name elsewhere; the story alone, where nothing.

    Two stories mean one person where the full name is the same and they share one of these: never by a last name alone.
    """
    if len(name.split()) < 2:
        return (Ground("story", story),)
    found = []
    if outlet.domain:
        found.append(Ground("outlet", outlet.domain.lower()))
    if office := office_of(role):
        found.append(Ground("office", office))
    return tuple(found) or (Ground("story", story),)


def office_of(role: str | None) -> str | None:
    """The office that a description names, folded; None for one that many hold ("officer", "a resident")."""
    if not role:
        return None
    words = fold(role).replace("’", "'")
    for article in _ARTICLES:
        words = words.removeprefix(article)
    words = words.strip(" ,.")
    parts = [part.strip(".,'") for part in words.split()]
    return None if all(part in _NO_OFFICE or len(part) < 2 for part in parts) else words


def person_id(name: str, ground: Ground) -> str:
    """An id for whoever has this name on this ground: 16 characters of lower-case base32."""
    return short_digest(f"{ground.kind}\n{ground.value}\n{fold(name)}")


def short_digest(text: str) -> str:
    """16 characters of lower-case base32, as `identity.story_id` has."""
    return base64.b32encode(digest(text)[:10]).decode().lower()


def hashed(text: str) -> int:
    """A number of 64 bits for a text."""
    return int.from_bytes(digest(text)[:8])


def digest(text: str) -> bytes:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
