"""News agencies: how bylines, datelines and credit lines print them, and their full names (lists `agencies.*` of languages/*.toml)."""

import re

from backfile.lexicon.word_lists import alternatives, in_all


def _by_print(rows: tuple[str, ...]) -> dict[str, str]:
    """What is printed, in small letters, to the full name: rows "The Associated Press: ap, associated press"."""
    named = (row.split(": ", 1) for row in rows)
    return {printed: name for name, prints in named for printed in prints.split(", ")}


AGENCIES = _by_print(in_all("agencies.names"))
SIGNS = alternatives("agencies.signs")
"""What agencies sign lines with, as alternatives of a pattern in small letters."""
PICTURE_SIGNS = f"{SIGNS}|{alternatives('agencies.pictures')}"
"""With those of the agencies that have pictures alone."""


def agency_name(text: str) -> str | None:
    """The agency's full name where the text is one's name or sign ("AP", "(dpa)"), else None."""
    return AGENCIES.get(text.strip(" ()[].,/—–-").lower())


_ORGANISATION = re.compile(
    r"^(?:the )?(?:[A-Z][\w.&-]* ){0,3}(?:News Service|Press Service|Press Agency|News Agency|Newswire|Wire Service|Wire|Press Association|"
    r"Associated Press|Nachrichtenagentur|Presseagentur|Presse-Agentur|Agencia \w+|Agence \w+|Agenzia \w+)$"
)


_LONGEST = 70


def is_agency(text: str) -> bool:
    """True for a known agency, a name that says that it is one, or the capitals that one signs with: "(NPS)"."""
    if len(text) > _LONGEST:
        return False
    plain = text.strip(" ()[].,/—–-")
    if plain.isupper() and " " in plain:
        plain = plain.title()
    return (
        plain.lower() in AGENCIES
        or _ORGANISATION.match(plain) is not None
        or (text != plain and plain.isupper() and len(plain) <= 5)
    )
