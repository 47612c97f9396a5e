"""Notes, credits and offers in the words of many newsrooms: rows of LINE_RULES, a language a line, English, German, French, Spanish,
Portuguese, Italian and Dutch.
"""

from backfile.label.line_rule import LineRule
from backfile.model.label import FieldKind, FurnitureKind
from backfile.model.label import RuleName as R

_DATED = r"(?=[^:]{0,40}\d)(?:[^:/|]|(?<=\d):(?=\d)){0,60}:\s"
"""What goes on from a note's word to its colon and has a day or a clock in it: ", 14:30 Uhr: "."""

NEWSROOM_LINES: tuple[LineRule, ...] = (
    LineRule(
        R.CORRECTION_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:corrected|updated?|aktualisierung|ergänzung|nachtrag|korrektur|mise à jour|actualización|atualização|atualizado|aggiornamento|aggiornato)\b"
        + _DATED,
        320,
        "Update, 14:30 Uhr: Die Straße ist wieder frei.",
        "Update zur Lage: Die Straße ist wieder frei.",
    ),
    LineRule(
        R.CORRECTION_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:corrected on (?=[^.]{0,20}\d)|(?:due to|because of|owing to) (?:an? )?(?:\w+ )?(?:editing|reporting|production|transcription|transmission) errors?\b"
        r"|an? (?:earlier|previous|original|prior|first) version (?:of (?:this|the) \w+ )?(?:\w+ ){0,3}?(?:misidentified|misstated|misspelled|incorrectly|wrongly|gave|said|stated|named|did not|omitted|included|contained|referred|suggested|reported|described)\b"
        r"|for the record\b[^:.]{0,30}:\s|we have (?:amended|corrected|clarified|updated|changed|removed|edited) (?:this|the|our|an) (?:\w+ )?(?:article|story|report|post|piece|column|headline|spelling|name|caption|figure|quote|sentence|photo|number|age|title|date|error)s?\b|note: ?this (?:story|article|post|column|piece|report)\b"
        r"|this (?:story|article|post|column|piece|essay|report|interview) (?:is|was|has been) (?:re-?published|reprinted|translated|adapted|excerpted)\b"
        r"|(?:re-?published|reprinted|translated) (?:with (?:the )?(?:kind )?permission|by permission|courtesy|from the (?:original|\w+ by))\b"
        r"|a version of this (?:\w+ )?(?:article|story|column|essay|review|post|piece)\b.{0,40}\b(?:appear|ran\b|published|print)"
        r"|(?:this|the) (?:story|article|column|report) (?:also )?(?:ran|appeared|was printed|was published) (?:on|in|as) (?:page\b|the (?:\S+ ){0,3}?(?:print|edition|issue|paper|newspaper)\b)"
        r"|this is an? (?:machine|automatic|automated|edited|shortened|abridged|condensed|updated|corrected|revised) (?:translation|version|extract|excerpt|transcript)\b|this is a translation of\b"
        r"|(?:some|all|the|his|her|their|certain) (?:\w+ ){0,3}?names? (?:of (?:the )?\w+(?: \w+)? )?(?:in this \w+ )?(?:has|have) been (?:changed|altered|withheld)\b"
        r"|(?:full )?disclosures?: (?!.{0,160}(?:affiliate|commission))\w|(?:content |trigger |reader )?warning: (?:this|the following|some|contains|readers)\b)",
        900,
        "Due to an editing error, an earlier version of this report said that the vote was on Monday.",
        "Due to an error in reading the gauge, the gates were left open, the keeper said.",
    ),
    LineRule(
        R.CORRECTION_NOTE,
        FieldKind.NOTE,
        r"\W{0,4}(?:hinweis: (?:in einer|dieser|der (?:text|artikel|beitrag))\b|(?:ergänzung|gegendarstellung)\s?:\s"
        r"|wir haben (?:den|die|das|dies\w*|einen|eine) (?:\S+ ){0,4}?(?:fehler|angaben?|stelle|passage|satz|überschrift|text|artikel|namen?|zahl)\b[^.]{0,60}(?:korrigiert|berichtigt|geändert|ergänzt|angepasst|entfernt|richtiggestellt)\.?$"
        r"|(?:alle )?namen? (?:\S+ ){0,4}(?:geändert|bekannt)\)?\.?$"
        r"|dans une (?:(?:première|précédente) version\b|version (?:précédente|antérieure|initiale))|une (?:première )?version (?:précédente|antérieure|initiale) (?:de ce|du)|(?:les?|son|leurs?|tous les) (?:pré)?noms?\b[^.]{0,40}(?:changé|modifié|d['’]emprunt)"
        r"|(?:cet article|ce texte|cet entretien|cette chronique) (?:est paru|a été publié|a paru|est parue)\b"
        r"|(?:erratum|rectificatif|fe de err\w+|rectificatie|correctie|errata|rectificación|rettifica|ndlr|berichtigung)\.\s"
        r"|n\. ?de (?:la )?r\.|est[ea] (?:artículo|texto|reportaje|columna|entrevista|noticia|nota) (?:fue publicad[oa]|se publicó|apareció) (?:originalmente|originariamente|por primera vez)\b"
        r"|en una (?:primera )?versión (?:anterior|previa|inicial)\b|una (?:primera )?versión (?:\w+ )?de est[ea]\b|(?:el|los) nombres? [^.]{0,40}(?:cambiad|fictici|modificad)"
        r"|erramos\s?:|nomes? (?:de [^.]{2,20} )?(?:fictícios?|trocados?|alterados?)\b|est[ea] (?:texto|reportagem|artigo|matéria|coluna|entrevista) foi publicad[oa] (?:originalmente|pela primeira vez)"
        r"|(?:em )?uma (?:primeira )?versão (?:anterior|inicial|prévia) d"
        r"|in una (?:prima versione|versione precedente|precedente versione) d[ei]|questo (?:articolo|testo|pezzo) è (?:uscito|apparso|stato pubblicato) (?:per la prima volta|originariamente|originalmente)|(?:i nomi|il nome) [^.]{0,30}(?:di fantasia|inventat|cambiat)"
        r")",
        900,
        "ERRAMOS: O prefeito tem 54 anos, e não 45, como publicado.",
        "Erramos por la sierra dos días, dijo el pastor.",
    ),
    LineRule(
        R.CONTRIBUTED_CREDIT,
        FieldKind.CREDIT,
        r"\W{0,3}(?:inputs? from (?:\w+,? ){0,3}\w+\W{0,2}$|information from: |compiled (?:from|by) (?:wire|agency|staff|news)\b|from (?:wire|news service|combined|local) (?:and \w+ )?(?:reports|services|wires)\b"
        r"|(?:unter )?mitarbeit(?: von|:)|(?:dieser|der) (?:artikel|text|beitrag) (?:entstand|ist entstanden|erscheint) in (?:zusammenarbeit|kooperation)\b"
        r"|propos recueillis par\b|entretien réalisé par\b|con la colaboración de\b.{2,60}$|información de (?:\S+ ){1,4}\S+$|colabor(?:ou|aram|ó|aron)\b(?! (?:com|con|para)\b)[: ].{2,60}$"
        r"|(?:ha|hanno) collaborato\b.{0,60}$|con (?:ansa|agi|adnkronos)\W?$|met (?:bijdragen|dank aan)\b.{0,60}$)",
        240,
        "Unter Mitarbeit von Jo Marsch",
        "Unter Mitarbeitern der Werft wächst die Sorge.",
    ),
    LineRule(
        R.CONTRIBUTED_CREDIT,
        FieldKind.CREDIT,
        r"(?:[a-z][\w.&'’-]* ){0,3}(?:writers?|reporters?|correspondents?|staff|journalists?) (?:[\w.'’-]+,? ){2,14}contributed\.?$",
        240,
        "AP writer Jo Marsh in Pell contributed.",
        "Writers of all kinds contributed recipes.",
        needs=("contributed",),
    ),
    LineRule(
        R.PICTURE_CREDIT,
        FieldKind.PHOTO_CREDIT,
        r"[(\[]?(?:(?:file )?photo by (?!.{0,60}(?: show| of the | from ))|(?:foto|fotos|fotografía|imagen|imagem|immagine|beeld|bild|bilder|illustration|ilustración|photo(?: d['’]archives?)?|image|picture)\s?:\s?(?=\S+(?: \S+)?(?: ?[/(–—-].{0,50})?$)|foto (?=[\w.'’-]+ [\w.'’-]+ ?/))[^.:]{3,70}\.?[)\]]?$",
        90,
        "Foto: Ana Paz/EFE",
        "Foto: Der Markt am Morgen, bevor die ersten Kunden kommen",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"(?:get|receive) (?:our|the) (?:\S+ ){0,3}e-?mails?\b|want (?:more )?(?:\S+ ){0,4}by e-?mail\?"
        r"|(?:jeden (?:morgen|tag|abend)|jede woche)\b.{0,60}(?:postfach|e-?mail|newsletter)"
        r"|(?:recevez )?(?:chaque|tous les) (?:matins?|jours?|semaines?|soirs?)\b.{0,60}(?:boîte|courriel|e-?mail|mail)|recevez (?:chaque|tous les) .{0,60}(?:courriel|e-?mail|mail|boîte)"
        r"|(?:las noticias|lo más importante|toda la información)\b.{0,50}(?:en tu correo|en su correo|en tu (?:mail|bandeja))"
        r"|(?:as notícias|o melhor|as principais notícias)\b.{0,50}(?:no seu e-?mail|na sua caixa)"
        r"|ricevi\b.{0,60}(?:casella|mail|posta)|(?:ogni (?:mattina|giorno|settimana))\b.{0,60}(?:casella|mail|posta)",
        240,
        "Jeden Morgen das Wichtigste in Ihrem Postfach",
        "Jeden Morgen um sechs macht der Bäcker auf.",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"(?:[^.:]{3,40}: )?(?:what you need to know,? every (?:morning|day|week|evening)|das wichtigste\b[^.]{0,40}(?:e-?mail|postfach))\b",
        160,
        "Unser Morgenbrief: das Wichtigste jeden Tag per E-Mail",
        "Das Wichtigste sei die Sicherheit der Kinder, sagte sie.",
        needs=("what you need to know", "das wichtigste"),
    ),
    LineRule(
        R.PAYWALL_LINE,
        FurnitureKind.PAYWALL,
        r"to read (?:this|the (?:full|whole|rest)) (?:\w+ )?(?:story|article|post)?,? ?(?:become|subscribe|join|sign|log|register|please)\b|already have an account\?|not (?:yet )?a (?:subscriber|member)\?|(?:continue|keep) reading with\b|subscribe to (?:read|see|continue)\b"
        r"|lesen sie (?:weiter )?mit\b.{0,40}(?:plus|\+|abo|premium)|(?:jetzt|hier|nur) (?:\S+ ){0,4}(?:euro|€) (?:testen|lesen|im monat)|den (?:vollständigen|ganzen) (?:artikel|text|beitrag) (?:lesen|gibt)"
        r"|réservé aux abonnés|pour lire (?:la suite|cet article),? (?:abonnez|connectez|créez|devenez)"
        r"|hazte (?:socio|suscriptor)|(?:suscríbete|regístrate|inicia sesión) para (?:leer|seguir|continuar)"
        r"|(?:artigo|texto|reportagem|conteúdo) exclusiv[oa] (?:para|a|de) assinantes|para (?:continuar a ler|continuar lendo|ler (?:a íntegra|na íntegra|este))\b.{0,40}(?:assin|login|cadastr|subscrev)|(?:abbonati|accedi|registrati) per (?:leggere|continuare)",
        260,
        "Hazte socio para leer este artículo",
        "Hazte a un lado, le dijo el guardia al alcalde.",
    ),
    LineRule(
        R.SHARE_LINE,
        FurnitureKind.SHARE,
        r"(?:teilen sie diesen?|partagez cet(?:te)?|comparte est[ea]|condividi quest[oa]|compartilhe est[ea]|partilhe est[ea]|del denne|dela (?:den här|denna)) (?:artikel|beitrag|text|bericht|verhaal|article|page|histoire|artículo|noticia|nota|articolo|notizia|notícia|matéria|artigo|reportagem|saken|artikeln)\b.{0,40}$",
        80,
        "Partagez cet article",
        "Partagez cette table avec vos voisins, dit le maire.",
    ),
    LineRule(
        R.ARCHIVE_NOTICE,
        FurnitureKind.ARCHIVE_NOTICE,
        r"\W{0,3}(?:this (?:page|story|article|content) is no longer (?:being )?(?:updated|maintained)|est[ea] (?:noticia|artículo|contenido|nota) (?:fue publicad[oa]|se publicó) hace más"
        r"|(?:contenido|noticia|artículo) de archivo\W*$|(?:conteúdo|notícia|matéria) de arquivo\W*$|questo articolo ha più di|contenuto d['’]archivio"
        r"|diese (?:seite|meldung) (?:wird|ist) (?:nicht mehr aktualisiert|aus dem archiv|archiviert)|cette page n['’]est plus (?:mise à jour|actualisée))",
        300,
        "This page is no longer updated.",
        "This page is no longer than the last, the clerk said of the minutes.",
    ),
)
