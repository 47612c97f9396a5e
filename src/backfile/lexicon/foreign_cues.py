"""Cues of German, French, Spanish and Japanese, as data: words that attribute, and how a clause is joined to them.

After the reference grammars of each language (Duden; Grevisse; Nueva gramática) for the subjunctive of reported speech
and inverted cue clauses, and after what their newspapers print.
"""

from typing import NamedTuple


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
    leads: str
    """Words that may come before the verb without being its subject ("Dann sagte er"); empty where they take no turn."""


TABLES = {
    "de": Table(
        cues=r"(?:hat\s|habe\s|haben\s)?(?:sagte[n]?|sagt|erklärte[n]?|erklärt|betonte[n]?|betont|teilte[n]?|meinte[n]?|meint|"
        r"schrieb(?:en)?|schreibt|berichtete[n]?|kündigte[n]?|warnte[n]?|warnt|forderte[n]?|fordert|behauptete[n]?|behauptet|"
        r"kritisierte[n]?|fügte[n]?|ergänzte[n]?|fragte[n]?|antwortete[n]?|twitterte[n]?|glaubt|glaubte[n]?|hofft|hoffte[n]?|"
        r"fürchtet|befürchtet|(?<=at\s)(?:gesagt|mitgeteilt)|(?<=aben\s)(?:gesagt|mitgeteilt))",
        joins=r",\s(?:dass\s)?",
        according=r"(?:[Ll]aut|[Nn]ach\sAngaben\s(?:von|der|des)|[Nn]ach\sAuskunft\s(?:von|der|des))",
        following="zufolge",
        pronouns={"er": "m", "sie": "f", "es": ""},
        closing="so",
        leads="dann dennoch so in im am an auf bei beim nach über zu zum zur mit auch zudem außerdem gleichzeitig weiter dabei hier "
        "heute gestern darauf danach später zuvor ob aus seit vor für von gegenüber dazu jedoch trotzdem daraufhin anschließend",
    ),
    "fr": Table(
        cues=r"(?:a-t-(?:il|elle|on)\s(?:dit|déclaré|affirmé|ajouté|expliqué|assuré|précisé|indiqué|estimé|lancé|écrit|souligné)|"
        r"ont-(?:ils|elles)\s(?:dit|déclaré|affirmé|ajouté|expliqué)|(?:a|ont|avait|avaient)\s(?:dit|déclaré|affirmé|ajouté|expliqué|"
        r"assuré|précisé|indiqué|estimé|lancé|écrit|souligné|annoncé|rappelé|promis|reconnu|confirmé|tweeté|insisté|regretté)|"
        r"(?:dit|déclare|affirme|ajoute|explique|assure|précise|indique|estime|souligne|annonce|rappelle|pense|croit|espère|craint|"
        r"écrit|confie|raconte|déclarait|disait|expliquait|estimait)(?:-(?:il|elle|ils|elles|on))?)",
        joins=r"\s(?:que\s|qu[’'])",
        according=r"(?:[Ss]elon|[Dd][’']après)",
        following="",
        pronouns={"il": "m", "elle": "f", "on": "", "ils": "", "elles": ""},
        closing="",
        leads="",
    ),
    "es": Table(
        cues=r"(?:ha\s|han\s|había\s)?(?:dijo|dijeron|dice|dicen|afirmó|afirmaron|afirma|aseguró|aseguraron|asegura|declaró|declararon|"
        r"añadió|añadieron|añade|explicó|explicaron|explica|señaló|señalaron|señala|indicó|indicaron|indica|sostuvo|sostiene|agregó|"
        r"agregaron|anunció|anunciaron|advirtió|advirtieron|advierte|comentó|manifestó|subrayó|insistió|reconoció|escribió|tuiteó|cree|"
        r"creen|espera|teme|piensa|dicho|afirmado|asegurado|declarado|explicado|anunciado)",
        joins=r"\sque\s",
        according=r"(?:[Ss]egún|[Dd]e\sacuerdo\scon)",
        following="",
        pronouns={"él": "m", "ella": "f", "ellos": "", "ellas": ""},
        closing="",
        leads="",
    ),
}  # fmt: skip

JAPANESE_CUE = (
    r"と(?:も)?(?:(?P<speaker>[^、。「」\s]{2,20}?)(?:は|が)[^。「」]{0,20}?)?"
    r"(?P<cue>述べ|語|話|言|発表|説明|強調|指摘|コメント|訴え|主張|書)"
)
"""Matches と述べた and と山田さんは話した after a closing bracket; not と alone."""
JAPANESE_SPEAKER = r"([^、。「」\s]{2,24}?)(?:は|が)[^「」。]{0,40}$"
"""Matches 首相は before an opening bracket: the topic of the sentence."""
