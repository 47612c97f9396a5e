"""Where the cues of a language may stand, as compiled patterns: one set a language, made when first asked for."""

import re
from functools import lru_cache

from backfile.lexicon.foreign_cues import LANGUAGES, Table, table_of

_NAME_WORD = r"(?:[A-Z][\w]{0,3}\.|[^\W\d_](?:[\w.’'-]*\w)?)"
SOURCE = rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,7}}"
"""Up to eight words: "der Sprecher des Ministeriums", "Dr. Roy"; no further than the stop of a sentence."""


class CuePatterns:
    """The compiled patterns of one language."""

    def __init__(self, table: Table) -> None:
        cues = f"{table.cues}|{table.partial}"
        self.table = table
        self.cue = re.compile(rf"\s(?:{table.cues}|{table.according}|{table.following or table.according})\b")
        """Where a cue may stand: looked for first, since the patterns below try every word as the start of a source."""
        self.verb = re.compile(rf"(?<=\s)(?:{cues})\b")
        self.partial = re.compile(rf"(?<=\s){table.partial}(?!\w)")
        """A verb that quotes a word or two."""
        after = (
            f"{table.cues}|{table.according}|{table.closing}" if table.closing else f"{table.cues}|{table.according}"
        )
        self.after = re.compile(rf"\s?[,–—-]?\s?(?P<cue>{after})(?!\w)(?:\s(?P<source>{SOURCE}))?")
        self.before = re.compile(rf"\b(?P<source>{SOURCE})\s(?P<cue>{cues})(?:\s[^,.:«»„“”\"]{{0,60}})?\s?[:,]?\s?$")
        self.clause = re.compile(
            rf"\b(?P<source>{SOURCE})\s(?P<cue>{table.cues})(?:\s[^,.:;]{{0,50}}?)??{table.joins}(?P<content>[^:;]+)"
        )
        self.reported = re.compile(
            rf"(?<=\s)(?P<cue>{table.cues})(?:\s[^,.:;]{{0,90}}?)??(?:,\s[^,.:;]{{2,60}},)?{table.joins}(?P<content>[^:;]+)"
        )
        self.according = re.compile(rf"(?P<cue>{table.according})\s(?P<source>{SOURCE})(?P<comma>,?)\s?")
        self.following = (
            re.compile(rf"(?P<source>{SOURCE})\s(?P<cue>{table.following}),?\s") if table.following else None
        )
        self.said_after = re.compile(rf",\s(?P<cue>{table.cues})\s(?=\S)")
        """A cue that closes the clause before its comma."""
        self.in_dialogue = re.compile(rf"(?:,\s|\s?[–—]\s?|(?<=[?!…])\s)(?P<cue>{table.cues})(?!\w)")
        """A cue in a line of dialogue that a dash opens: "—Es tarde —dijo Ana"."""
        self.aside = re.compile(table.aside) if table.aside else None
        self.says_before = re.compile(
            rf"(?:^|[\s–—-])(?:{table.cues}|{table.according}|{table.closing or table.according})\s$"
        )
        self.says_after = re.compile(rf"\s(?:{cues})\b")


@lru_cache(maxsize=8)
def cue_patterns(language: str) -> CuePatterns:
    """The patterns of a language that has a table."""
    return CuePatterns(table_of(language))


_UNLISTED = re.compile(
    r"\s?,?\s(?P<cue>(?:(?:se|me|si|ha|hat|a|heeft|ont|avait|s[’'])\s?)?[a-zà-öø-ÿ]{3,}(?:\s(?:sich|zich))?)\s(?=\S)"
)
"""Matches ", grapte " and ", se quejó " after a quotation: a verb that no table has."""


def unlisted_cue(body: str, at: int, end: int) -> tuple[int, int] | None:
    """The word that may be a verb of speech right after a quotation's closing mark at `at`."""
    hit = _UNLISTED.match(body, at, end)
    return hit.span("cue") if hit is not None else None


_REACH = 40


def says_before(body: str, at: int, language: str) -> bool:
    """Whether a cue stands right before `at`: "dijo |Ana Ruiz"."""
    if language not in LANGUAGES:
        return False
    return cue_patterns(language).says_before.search(body, max(0, at - _REACH), at) is not None


def says_after(body: str, at: int, language: str) -> bool:
    """Whether a cue stands right after `at`: "Ana Ruiz| dijo"."""
    return language in LANGUAGES and cue_patterns(language).says_after.match(body, at) is not None
