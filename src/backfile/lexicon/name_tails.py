"""What stands beside a name in a byline, on one line with it and with no mark between: offices, agencies, what is in brackets."""

from collections.abc import Callable, Sequence

from backfile.late_pattern import late
from backfile.lexicon.agencies import agency_name
from backfile.lexicon.european_names import is_given_anywhere
from backfile.lexicon.not_people import ORGANISATIONS, OUTLETS

ROLES = frozenset(
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
_BRACKET = late(r"([^(\[]{3,60}?)\s*[(\[](?![^()\[\]]*(?:[a-z][A-Z]|[A-Z]{2}[a-z]|www))[^()\[\]]*[)\]]?$")
"""What a byline sets in brackets after a whole name is beside it: initials, a place, an agency, an office. A pet name stands within
the name, "Robert (Bob) Marsh"; capitals in mid-word are the name that one goes by elsewhere, "Ann Lee (AnnSoft)"."""


def without_office(part: str, looks_like_name: Callable[[str], bool]) -> str:
    """A person's name without what stands beside it: "Staff Writer Ann Lee", "Ann Lee (Berlin)", "Ann Lee Associated Press"."""
    bracketed = _BRACKET.match(part) if "(" in part or "[" in part else None
    if bracketed is not None and looks_like_name(bracketed[1]):
        return bracketed[1]
    words = part.split(" ")
    if len(words) < 3:
        return part
    low = [word.lower().strip(".,") for word in words]
    first = next((at for at, word in enumerate(low) if word not in ROLES and word not in _BEFORE_ROLES), len(low))
    rest = " ".join(words[first:])
    if not ROLES.isdisjoint(low[:first]) and looks_like_name(rest):
        return rest
    return _without_start(words, low, looks_like_name) or _without_end(words, low, looks_like_name) or part


def _without_start(words: list[str], low: list[str], looks_like_name: Callable[[str], bool]) -> str | None:
    """The name after an outlet and an office: "Courier City Editor Ann Lee". A given name must begin it."""
    last = max((at for at, word in enumerate(low[:-2]) if word in ROLES), default=-1)
    if last < 1 or not is_given_anywhere(low[last + 1]):
        return None
    rest = " ".join(words[last + 1 :])
    return rest if looks_like_name(rest) else None


def is_office(part: str) -> bool:
    """True for what a newsroom calls one who writes, with what stands before it: "Court Reporter", "Courier sports editor"."""
    return not ROLES.isdisjoint([word.strip(".,-/") for word in part.lower().split(" ")])


def office_start(part: str) -> int:
    """Where the office begins in a part that ends with one, after the outlet whose it is: 8 of "Courier sports editor"."""
    start = 0
    for word in part.split(" "):
        low = word.lower().strip(".,-")
        if low in ROLES or low in _BEFORE_ROLES:
            break
        start += len(word) + 1
    return min(start, len(part))


def _without_end(words: list[str], low: list[str], looks_like_name: Callable[[str], bool]) -> str | None:
    """A given name and a family name that an office or an agency follows at once: "Ann B. Lee Political editor". Any two or three
    words are a name before what is an office or an agency and nothing else."""
    if not is_given_anywhere(low[0]):
        return _before_office(words, low, looks_like_name)
    end = 3 if len(low[1]) == 1 or low[1] in _PARTICLES else 2
    if end >= len(low):
        return None
    after = next((at for at in range(end, len(low)) if low[at] not in _BEFORE_ROLES), len(low))
    is_beside = after < len(low) and (low[after] in ROLES or agency_name(" ".join(words[after:])) is not None)
    return " ".join(words[:end]) if is_beside or _is_of_outlet(low[end:]) else None


def _before_office(words: list[str], low: list[str], looks_like_name: Callable[[str], bool]) -> str | None:
    """The name in "Tamsin Rowe Staff Writer", "TAMSIN ROWE Associated Press"."""
    for end in (2, 3):
        name, rest = " ".join(words[:end]), low[end:]
        if end > 2 and len(low[1]) > 1 and low[1] not in _PARTICLES:
            break  # the third word is of the office
        is_office_alone = 1 < len(rest) <= _LONGEST_OFFICE and rest[-1] in ROLES and rest[0] not in _LINKS
        if not (is_office_alone or (rest and agency_name(" ".join(rest)) is not None)):
            continue
        is_plain = not any(
            word in ROLES or word in _BEFORE_ROLES or word in OUTLETS or word in _LINKS for word in low[:end]
        )
        if is_plain and looks_like_name(name):
            return name
    return None


_LONGEST_OFFICE = 3
"""Words: "senior political editor"."""
_LINKS = frozenset("to the of for and".split())


def _is_of_outlet(low: Sequence[str]) -> bool:
    """True for an outlet, or an office there, after a name: "Associated Press Writer", "Courier Staff", "Lake County Gazette"."""
    last = low[-1]
    if last in ROLES or last == "staff":
        return True
    return len(low) > 1 and (last in OUTLETS or last in ORGANISATIONS)


_PARTICLES = frozenset("de van von der la al bin".split())
