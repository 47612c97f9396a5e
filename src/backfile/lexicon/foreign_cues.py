"""Cues of languages other than English: words that attribute, and how a clause is joined to them (lists `quotations.*`), and the cues of Japanese."""

from functools import cache
from typing import NamedTuple

from backfile.lexicon.word_lists import by_language, entries


class Table(NamedTuple):
    """The cues of one language, as alternatives of a pattern."""

    cues: str
    """Finite cue verbs, with their auxiliaries and clitic subjects."""
    joins: str
    """What joins a reported clause to its cue, the comma before it included."""
    according: str
    """What stands before a source as "according to" does."""
    following: str
    """What stands after a source in the same sense ("Angaben zufolge"); empty where the language has none."""
    pronouns: dict[str, str]
    """Pronoun to gender: "m", "f", or "" for the rest."""
    closing: str
    """A cue that only stands after what it reports (", so der Minister"); empty where the language has none."""
    leads: frozenset[str]
    """Words that may come before the verb without being its subject ("Dann sagte er"); empty where they take no turn."""
    partial: str
    """Verbs that quote a few words ("sprach von einem „Wunder“")."""
    aside: str = ""
    """An adverbial clause that attributes the main one ("wie der Minister mitteilte")."""
    not_sources: frozenset[str] = frozenset()
    """Words that begin no source: relative pronouns, conjunctions."""
    drops: bool = False
    """Whether a pronoun as subject is left out ("«...», dijo.")."""


LANGUAGES = frozenset(by_language("quotations.verbs"))
"""Languages other than English that have a table."""


@cache
def table_of(language: str) -> Table:
    """The table of one of LANGUAGES, out of its lists `quotations.*`."""

    def pattern(name: str) -> str:
        written = "|".join(entries(f"quotations.{name}", language)).replace(" ", r"\s")
        return f"(?:{written})" if written else ""

    auxiliaries = "".join(rf"{word}\s|" for word in entries("quotations.auxiliaries", language))
    return Table(
        cues=f"(?:{auxiliaries}){pattern('verbs')}" if auxiliaries else pattern("verbs"),
        joins=pattern("joins"),
        according=pattern("according"),
        following=pattern("following"),
        pronouns={word: gender for gender in ("m", "f", "") for word in entries(_PRONOUNS[gender], language)},
        closing=pattern("closing"),
        leads=frozenset(entries("quotations.leads", language)),
        partial=pattern("partial"),
        aside="".join(entries("quotations.aside", language)),
        not_sources=frozenset(entries("quotations.not-sources", language)),
        drops=bool(entries("quotations.drops-subject", language)),
    )


_PRONOUNS = {"m": "quotations.pronouns.he", "f": "quotations.pronouns.she", "": "quotations.pronouns.they"}

JAPANESE_CUE = (
    r"と(?:も)?(?:(?P<speaker>[^、。「」\s]{2,20}?)(?:は|が)[^。「」]{0,20}?)?"
    r"(?P<cue>述べ|語|話|言|発表|説明|強調|指摘|コメント|訴え|主張|書)"
)
"""Matches と述べた and と山田さんは話した after a closing bracket; not と alone."""
JAPANESE_SPEAKER = r"([^、。「」\s]{2,24}?)(?:は|が)[^「」。]{0,40}$"
"""Matches 首相は before an opening bracket: the topic of the sentence."""
