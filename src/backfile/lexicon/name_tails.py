"""What stands beside a name in a byline, on one line with it and with no mark between: offices, agencies, places in brackets."""

from collections.abc import Callable

from backfile.late_pattern import late
from backfile.lexicon.agencies import agency_name
from backfile.lexicon.given_names import is_given

_ROLES = frozenset(
    "writer reporter correspondent editor columnist journalist contributor analyst producer anchor photographer critic intern fellow "
    "meteorologist publisher attorney blogger author redakteur redakteurin redaktionsmitglied redaktionsleiter redaktionsleiterin "
    "chefredakteur chefredakteurin reporterin korrespondent korrespondentin volontär volontärin autorin autor kolumnist kolumnistin "
    "rechtsanwalt rechtsanwältin gastautor gastautorin fotograf fotografin enviado enviada corresponsal periodista redactor redactora columnista "
    "colunista repórter envoyé envoyée correspondant correspondante journaliste chroniqueur chroniqueuse inviato inviata corrispondente "
    "giornalista redacteur verslaggever correspondente reporterka dziennikarz dziennikarka redaktor redaktorka toimittaja skribent "
    "krönikör muhabir".split()
)
"""What a newsroom calls one who writes, one at a time: several are a desk."""
_BEFORE_ROLES = frozenset(
    "our the a unser unsere unserer unserem unseren notre nos nuestro nuestra nostro nostra onze vår vores sr senior staff chief deputy assistant "
    "associate managing guest special spécial spéciale speciale especial political politics sports sport business health science education crime city "
    "foreign home news arts culture features general digital data investigative investigations environment technology tech economics "
    "legal royal world national local state us u.s uk night weekend transport features food travel opinion europe washington white house "
    "entertainment lifestyle religion courts government breaking contributing executive freelance junior".split()
)
"""What stands before such a word: whose it is, what it writes about."""
_BRACKET = late(
    r"(.+?)\s*[(\[](?:[^()\[\]]*\b(?:(?i:foto\w*|photos?|texte?)|à|in|aus|mit|avec|with|con|dpa|afp|(?i:manager|editor|chief|pressesprecher\w*|sponsored|"
    + "|".join(sorted(_ROLES))
    + r"))\b[^()\[\]]*|[A-Z]{2,5})[)\]]?$"
)
"""Matches "Ann Lee (à Lyon)", "Ann Lee (AP)", "Ann Lee (Managing Editor)"; not "Ann Lee (Bookworm)"."""


def without_office(part: str, looks_like_name: Callable[[str], bool]) -> str:
    """A person's name without what stands beside it: "Staff Writer Ann Lee", "Ann Lee (Berlin)", "Ann Lee Associated Press"."""
    bracketed = _BRACKET.match(part) if "(" in part or "[" in part else None
    if bracketed is not None and looks_like_name(bracketed[1]):
        return bracketed[1]
    words = part.split(" ")
    if len(words) < 3:
        return part
    low = [word.lower().strip(".,") for word in words]
    first = next((at for at, word in enumerate(low) if word not in _ROLES and word not in _BEFORE_ROLES), len(low))
    rest = " ".join(words[first:])
    if not _ROLES.isdisjoint(low[:first]) and looks_like_name(rest):
        return rest
    return _without_end(words, low) or part


def _without_end(words: list[str], low: list[str]) -> str | None:
    """A given name and a family name that an office or an agency follows at once: "Ann B. Lee Political editor"."""
    if not is_given(low[0]):
        return None
    end = 3 if len(low[1]) == 1 or low[1] in _PARTICLES else 2
    after = next((at for at in range(end, len(low)) if low[at] not in _BEFORE_ROLES), len(low))
    if after < len(low) and (low[after] in _ROLES or agency_name(" ".join(words[after:])) is not None):
        return " ".join(words[:end])
    return None


_PARTICLES = frozenset("de van von der la al bin".split())
