"""Cues of German, French, Spanish, Portuguese, Italian, Dutch and Japanese, as data: words that attribute, and how a clause is joined to them.

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
    partial: str
    """Verbs that quote a few words ("sprach von einem „Wunder“")."""
    aside: str = ""
    """An adverbial clause that attributes the main one ("wie der Minister mitteilte")."""
    drops: bool = False
    """Whether a pronoun as subject is left out ("«...», dijo.")."""


TABLES = {
    "de": Table(
        cues=r"(?:hat\s|habe\s|haben\s)?(?:sagte[n]?|sagt|erklärte[n]?|erklärt|betonte[n]?|betont|teilte[n]?|meinte[n]?|meint|"
        r"schrieb(?:en)?|schreibt|berichtete[n]?|kündigte[n]?|warnte[n]?|warnt|forderte[n]?|fordert|behauptete[n]?|behauptet|"
        r"kritisierte[n]?|fügte[n]?|ergänzte[n]?|fragte[n]?|antwortete[n]?|twitterte[n]?|glaubt|glaubte[n]?|hofft|hoffte[n]?|"
        r"fürchtet|befürchtet|erzählte[n]?|erzählt|berichtet|räumte[n]?|versicherte[n]?|versichert|bestätigte[n]?|bestätigt|bedauerte[n]?|kommentierte[n]?|lobte[n]?|mahnte[n]?|verkündete[n]?|sprach|"
        r"schilderte[n]?|schildert|erinnerte[n]?|scherzte[n]?|rief(?:en)?|entgegnete[n]?|urteilte[n]?|resümierte[n]?|gab(?:en)?\san|gibt\szu|gab(?:en)?\szu|(?<=at\s)(?:gesagt|mitgeteilt)|(?<=aben\s)(?:gesagt|mitgeteilt))",
        joins=r",\s(?:dass\s)?",
        according=r"(?:[Ll]aut|[Nn]ach\s(?:Angaben|Auskunft|Ansicht|Einschätzung|Meinung|Aussage|Darstellung|Worten)\s(?:von|der|des))",
        following="zufolge",
        pronouns={"er": "m", "sie": "f", "es": ""},
        closing="so",
        leads="dann dennoch so in im am an auf bei beim nach über zu zum zur mit auch zudem außerdem gleichzeitig weiter dabei hier "
        "heute gestern darauf danach später zuvor ob aus seit vor für von gegenüber dazu jedoch trotzdem daraufhin anschließend",
        partial=r"(?:sprach(?:en)?|spricht|sprechen|nannte[n]?|nennt|bezeichnete[n]?|bezeichnet|lobte[n]?|lobt|verwies(?:en)?|verweist|rief(?:en)?|beschrieb(?:en)?|sieht|sah(?:en)?)",
        aside=r"\b[Ww]ie\s(?P<source>[^,.:;„“»«\"]{2,110}?)\s(?P<cue>(?:am\s\w+\s)?(?:mitteilte[n]?|mitteilt|sagte[n]?|sagt|berichtete[n]?|berichtet|erklärte[n]?|bestätigte[n]?|betonte[n]?|schreibt|schrieb))(?=[,.])",
    ),
    "fr": Table(
        cues=r"(?:a-t-(?:il|elle|on)\s[a-zéèêàâûôî]+(?:é|it|is|u|ert)\b|"
        r"ont-(?:ils|elles)\s[a-zéèêàâûôî]+(?:é|it|is|u|ert)\b|(?:a|ont|avait|avaient)\s(?:dit|déclaré|affirmé|ajouté|expliqué|"
        r"assuré|précisé|indiqué|estimé|lancé|écrit|souligné|annoncé|rappelé|promis|reconnu|confirmé|tweeté|insisté|regretté|raconté|confié|répondu|admis|prévenu|conclu|plaidé|résumé|noté|lâché|glissé|averti|soupiré|soutenu|fait\ssavoir|demandé)|"
        r"(?:dit|déclare|affirme|ajoute|explique|assure|précise|indique|estime|souligne|annonce|rappelle|pense|croit|espère|craint|"
        r"écrit|confie|raconte|déclarait|disait|expliquait|estimait|"
        r"sourit|soupire|lance|lâche|résume|conclut|répond|répondait|admet|reconnaît|confirme|prévient|insiste|plaide|regrette|poursuit|glisse|note|observe|témoigne|racontait|assurait|précisait|"
        r"déplore|martèle|s’amuse|s'amuse|s’exclame|s'exclame|s’inquiète|s'inquiète|s’étonne|s'étonne|se\ssouvient|demande)(?:-(?:t-)?(?:il|elle|ils|elles|on))?)",
        joins=r"\s(?:que\s|qu[’'])",
        according=r"(?:[Ss]elon|[Dd][’']après|[Aa]ux\syeux\sde)",
        following="",
        pronouns={"il": "m", "elle": "f", "on": "", "ils": "", "elles": ""},
        closing=r"(?:s[’'])?(?!peut|est|faut|sont|doi|ont|a-|va|fai|étai|ser|pou|veu|y-)[a-zéèêàâûôî]+(?:-t)?-(?:ils?|elles?)",
        leads="",
        partial=r"(?:s[’']est\s(?:dit|dite|déclaré|déclarée)|se\s(?:dit|déclare)|(?:a|ont|avait)\s(?:parlé|qualifié|dénoncé|évoqué|salué|jugé|promis|décrit)|parle(?:nt)?|parlait|qualifie|dénonce|dénonçait|évoque|évoquait|salue|juge|jugeait|décrit|voit|voient)",
        aside=r"\b(?:[Cc]omme|[Aa]insi\sque)\s(?P<cue>(?:l[’'](?:a|ont|avait|explique|affirme|indique|annonce|assure|écrit|admet|estime)|le\s(?:dit|disait|rappelle|précise|souligne|résume|raconte|note|reconnaît|confirme|rapporte))"
        r"(?:\s(?:expliqué|dit|affirmé|indiqué|annoncé|assuré|écrit|rappelé|précisé|souligné|résumé|raconté|noté|reconnu|confirmé|rapporté|déclaré))?)\s(?P<source>[^.:;„“»«\"]{2,110}?)(?=,\s(?:la|le|les|l[’']|un|une|il|elle|ce|cette|on|des|du|son|sa|ses|aucun|personne)\b|\.)",
    ),
    "es": Table(
        cues=r"(?:ha\s|han\s|había\s)?(?:dijo|dijeron|dice|dicen|afirmó|afirmaron|afirma|aseguró|aseguraron|asegura|declaró|declararon|"
        r"añadió|añadieron|añade|explicó|explicaron|explica|señaló|señalaron|señala|indicó|indicaron|indica|sostuvo|sostiene|agregó|"
        r"agregaron|contó|contaron|cuenta|relató|relata|respondió|responde|preguntó|admitió|admite|confirmó|confirma|recordó|recuerda|precisó|precisa|reveló|expresó|expresa|apuntó|apunta|"
        r"detalló|detalla|concluyó|bromeó|lamentó|denunció|prometió|alertó|alerta|avisó|exclamó|opinó|opina|consideró|considera|destacó|destaca|argumentó|reiteró|matizó|resumió|anunció|anunciaron|advirtió|advirtieron|advierte|comentó|manifestó|subrayó|insistió|reconoció|escribió|tuiteó|cree|"
        r"creen|espera|teme|piensa|dicho|afirmado|asegurado|declarado|explicado|anunciado)",
        joins=r"\sque\s",
        according=r"(?:[Ss]egún(?:\s(?:(?:ha|han)\s)?[a-záéíóú]+(?:ó|aron|ieron|ado|ido)\b)?|[Dd]e\sacuerdo\scon|[Aa]\sjuicio\sde|[Ee]n\spalabras\sde)",
        following="",
        pronouns={"él": "m", "ella": "f", "ellos": "", "ellas": ""},
        closing="",
        leads="",
        partial=r"(?:habló|hablaron|habla|calificó|calificaron|califica|tildó|denunció|denuncia|describió|llamó|consideró|considera|lamentó|celebró|definió|define|ve)",
        drops=True,
    ),
    "pt": Table(
        cues=r"(?:tinha\s|havia\s)?(?:disse(?:ram)?|diz(?:em)?|afirmou|afirmaram|afirma|assegurou|declarou|declararam|declara|acrescentou|acrescenta|explicou|explicaram|explica|"
        r"referiu|refere|indicou|indica|sublinhou|sublinha|garantiu|garante|anunciou|anunciaram|advertiu|alertou|alerta|avisou|comentou|lembrou|lembra|insistiu|reconheceu|"
        r"admitiu|admite|escreveu|contou|conta|relatou|relata|confirmou|confirma|adiantou|adianta|destacou|destaca|frisou|frisa|respondeu|perguntou|revelou|revela|"
        r"considerou|defendeu|argumentou|ressaltou|completou|concluiu|brincou|lamentou|acredita|espera|pensa|teme|dito|afirmado)",
        joins=r"\sque\s",
        according=r"(?:[Ss]egundo(?:\s(?:informou|disse|explicou|afirmou|contou|informaram|adiantou)\b)?|[Dd]e\sacordo\scom|[Nn]as\spalavras\sde|[Cc]onforme)",
        following="",
        pronouns={"ele": "m", "ela": "f", "eles": "", "elas": ""},
        closing="",
        leads="",
        partial=r"(?:falou|falaram|fala|classificou|classifica|considerou|considera|chamou|descreveu|descreve|denunciou|lamentou|elogiou|definiu|criticou|vê)",
        drops=True,
    ),
    "it": Table(
        cues=r"(?:(?:ha|hanno|aveva|avevano)\s(?:detto|dichiarato|affermato|aggiunto|spiegato|assicurato|precisato|sottolineato|annunciato|ricordato|promesso|ammesso|"
        r"riconosciuto|confermato|scritto|raccontato|commentato|risposto|chiesto|avvertito|concluso|sostenuto|ribadito|osservato|riferito)|"
        r"disse(?:ro)?|dice|dicono|afferma|affermò|dichiara|dichiarò|aggiunge|aggiunse|spiega|spiegano|spiegò|assicura|precisa|sottolinea|annuncia|ricorda|racconta|raccontano|"
        r"raccontò|commenta|commentò|risponde|rispose|chiede|avverte|conclude|sostiene|sostengono|ribadisce|osserva|scrive|ammette|ammise|pensa|crede|spera|teme|riferisce|conferma)",
        joins=r"\sche\s",
        according=r"(?:Secondo|(?<!un\s)(?<!il\s)(?<!al\s)(?<!el\s)secondo(?=\s(?:il|lo|la|l[’']|i|gli|le|un|una|alcun|font|quanto|[A-Z]))|[Aa]\sdetta\sdi|[Aa]\sgiudizio\sdi)",
        following="",
        pronouns={"lui": "m", "lei": "f", "loro": ""},
        closing="",
        leads="",
        partial=r"(?:(?:ha|hanno|aveva)\s(?:parlato|definito|chiamato|denunciato|giudicato|descritto|lodato)|parla|parlò|definisce|definì|chiama|chiamò|denuncia|giudica|descrive|vede)",
        drops=True,
    ),
    "nl": Table(
        cues=r"(?:(?:heeft|hebben|had|hadden)\s(?:gezegd|verklaard|gemeld|verteld|laten\sweten)|zei(?:den)?|zegt|zeggen|verklaarde[n]?|verklaart|vertelde[n]?|vertelt|vertellen|meldde[n]?|meldt|"
        r"melden|stelde[n]?|stelt|benadrukte[n]?|benadrukt|voegde[n]?|antwoordde[n]?|antwoordt|vroeg(?:en)?|vraagt|schreef|schreven|schrijft|liet(?:en)?\sweten|laat\sweten|legde[n]?|legt|"
        r"waarschuwde[n]?|waarschuwt|vond(?:en)?|vindt|vinden|denkt|dacht(?:en)?|hoopt|hoopte[n]?|vreest|vreesde[n]?|verzekerde[n]?|bevestigde[n]?|bevestigt|erkende[n]?|erkent|lachte|reageerde[n]?|reageert)",
        joins=r"(?:\sdat\s|,\sdat\s)",
        according=r"(?:[Vv]olgens)",
        following="",
        pronouns={"hij": "m", "zij": "f", "ze": "f"},
        closing="aldus",
        leads="dan toen zo in op aan bij met na naar over te tot voor van ook bovendien daarna daarbij hier vandaag gisteren later eerder maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        partial=r"(?:sprak(?:en)?|spreekt|spreken|noemde[n]?|noemt|noemen|omschreef|omschrijft|prees|prijst|ziet|zag|had\shet\sover|heeft\shet\sover)",
    ),
}  # fmt: skip

JAPANESE_CUE = (
    r"と(?:も)?(?:(?P<speaker>[^、。「」\s]{2,20}?)(?:は|が)[^。「」]{0,20}?)?"
    r"(?P<cue>述べ|語|話|言|発表|説明|強調|指摘|コメント|訴え|主張|書)"
)
"""Matches と述べた and と山田さんは話した after a closing bracket; not と alone."""
JAPANESE_SPEAKER = r"([^、。「」\s]{2,24}?)(?:は|が)[^「」。]{0,40}$"
"""Matches 首相は before an opening bracket: the topic of the sentence."""
