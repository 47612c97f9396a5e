"""Lines that close a page's text, in the words of many newsrooms: offers, rights, print views' feet, who to write to: rows of LINE_RULES."""

from backfile.label.line_rule import LineRule
from backfile.model.label import FieldKind, FurnitureKind
from backfile.model.label import RuleName as R

_NETWORKS = r"(?:facebook|twitter|instagram|telegram|whatsapp|youtube|tiktok|linkedin|x\b|bluesky|mastodon|google news|social media|redes sociales)"

CLOSING_LINES: tuple[LineRule, ...] = (
    LineRule(
        R.FOLLOW_LINE,
        FurnitureKind.SHARE,
        r"(?:folg(?:en sie|t|e) (?:uns|der redaktion)|suivez(?:-nous| la rédaction| notre)|s[ií]g(?:ue|u[ae]n)(?:os|nos)|s[íi]guenos|siga(?:-nos| a)|acompanhe|seguici|segui(?:teci)?|volg ons|följ oss|følg oss|følg os|obserwuj nas|polub nas|takip edin|seuraa meitä)"
        rf"\b[^.]{{0,60}}\b{_NETWORKS}.{{0,60}}$",
        160,
        "Folgen Sie uns auf Facebook und Twitter.",
        "Folgen Sie dem Fluss zwei Tage lang, sagt der Führer.",
    ),
    LineRule(
        R.FOLLOW_LINE,
        FurnitureKind.PROMO,
        r"(?:listen to|subscribe to|follow|find|hear|download) (?:our|the|all|more of|every) [^.]{0,60}podcasts?\b.{0,80}$",
        160,
        "Listen to our podcast wherever you get your podcasts.",
        "Listen to the river at night, she says.",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"sign up (?:here |now |today )?(?:for|to) (?:the|our|its|a) [^.]{0,40}(?:letter|e-?mails?|alerts?|updates?|bulletin|digest)\b"
        r"|(?:like|enjoy|enjoyed|liked) (?:what you(?:['’]re| are)? ?read(?:ing)?|this (?:story|article|post|piece|column)|reading this)\s?\?"
        r"|(?:un(?:ser|sere|seren) )?newsletter:? .{2,80}(?:anmelden|abonnieren|bestellen|registrieren)\W*$"
        r"|(?:chcesz|otrzymuj|dostawaj) .{0,80}newsletter",
        240,
        "Sign up here for the Friday letter.",
        "Sign up for the swim at the hall by Friday.",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"[^.:]{3,40}: [^.]{0,90}(?:(?:by|via|per|par|por|via) e-?mail|in your inbox|ins postfach)\W*$",
        160,
        "The River Letter: all the news of the valley, once a week, by email.",
        "The answer: they write to one another by email, and often.",
        needs=("mail", "inbox", "postfach"),
    ),
    LineRule(
        R.COMMENTS_LINE,
        FurnitureKind.COMMENTS,
        r"to (?:comment|post a comment|leave a (?:comment|reply)|join the (?:discussion|conversation)),? (?:please |you must |you need to )?(?:be |first )?(?:log|sign|register|subscribe|become)"
        r"|(?:please |you (?:must|need to|have to) (?:be )?)?(?:log(?:ged)? ?in|sign(?:ed)? ?in|register(?:ed)?)(?: or \w+(?: \w+)?)? to (?:post |leave |add |write )?(?:a |your )?(?:comment|reply)\b"
        r"|(?:melden sie sich|bitte (?:melden|loggen) sie sich|einloggen|anmelden)[^.]{0,30}(?:kommentieren|kommentar)|(?:connectez-vous|identifiez-vous) pour (?:commenter|réagir)|(?:inicia|inicie) sesión para comentar",
        160,
        "To comment, log in or sign up.",
        "To comment on the case would be wrong, the judge wrote.",
    ),
    LineRule(
        R.COPYRIGHT_LINE,
        FurnitureKind.FOOTER,
        r"\W{0,3}(?:th(?:is|ese) (?:material|article|story|content|text|work|page)s? (?:is|are) (?:protected by |subject to )?copyright\b|no part of this (?:publication|page|site|article|material)\b"
        r"|(?:©\W{0,2})?riproduzione (?:riservata|vietata|consentita)\b|kopiera inte\b|nachdruck(?: und \w+)? (?:nur|verboten|,? auch)|vervielfältigung[^.]{0,40}(?:genehmigung|untersagt)"
        r"|(?:toute )?reproduction (?:interdite|réservée|totale ou partielle)|prohibida (?:la|su|toda) reproducción|reproducción (?:prohibida|total o parcial)|proibida a reprodução|todos os direitos|tutti i diritti|alle rechten voorbehouden|wszelkie prawa"
        r"|無断転載|無断複写|記事・写真の無断|무단 ?전재|저작권자|未经授权|未經授權|版权所有|版權所有)",
        400,
        "無断転載を禁じます。",
        "Nachdrucke alter Karten verkauft das Museum.",
    ),
    LineRule(
        R.SHARE_LINE,
        FurnitureKind.FOOTER,
        r"\W{0,3}(?:(?:find|see|view|read) this (?:article|story|page|document) (?:online )?at:?\s|(?:this )?(?:article|story|page)(?:['’]s)? (?:url|web address|permalink)\s?:"
        r"|(?:url|permalink|web address|source url|adresse|link|original (?:url|link))\s?:\s?(?:https?:|www\.)|(?:url|link) (?:dieses|zum|des) (?:artikels?|beitrags?)\s?:|url d[el] [^:]{3,20}:\s)",
        300,
        "Find this article at: http://mail.example/bridge",
        "Link: the old road and the new are one again",
    ),
    LineRule(
        R.SHARE_LINE,
        FurnitureKind.NAVIGATION,
        r"\W{0,3}(?:(?:(?:print|close|e-?mail|save)(?: this)?(?: (?:page|story|article|window))?|go back|back|fenster schließen|drucken|imprimir|cerrar(?: ventana)?|imprimer|fermer(?: la fenêtre)?|stampa|chiudi(?: finestra)?|afdrukken|sluiten)\W{0,5}){1,4}$"
        r"|\W{0,3}(?:return|(?:go )?back|retour|volver|voltar|torna|terug|tillbaka|tilbage|tilbake|powrót|wróć) (?:to|à|al?|para|alla|naar|till|til|do|na) (?:the |la |l['’]|o |a |de |den )?(?:[\w'’]+ ){0,2}(?:page|home|homepage|top|index|news|section|accueil|sommaire|portada|inicio|início|página|pagina|startsidan|forsiden|strony|strona|góry)\b.{0,16}$",
        60,
        "[Print this page] [Close window]",
        "Back to the river for the ferry crew",
    ),
    LineRule(
        R.TAGS_LINE,
        FurnitureKind.TAGS,
        r"(?:posted|filed|published) in (?!the\b)[^\W\d]\w+(?:[,/&]? (?:and )?[^\W\d]\w+){0,3}$",
        60,
        "Posted in News",
        "Posted in 1931 to the border, he stayed there.",
    ),
    LineRule(
        R.AUTHOR_LINE,
        FurnitureKind.AUTHOR_BIO,
        r"\W{0,3}(?:about the (?:writer|author|reporter|columnist)s?\s?[:–—-]|zur person\s?[:–—-]|(?:über|zu) (?:den autor|die autorin|die autoren)\s?[:–—-]|à propos de l['’]aute\w+\s?[:–—-]|sobre (?:el|la|o|a) autora?\s?[:–—-]"
        r"|(?:contact|e-?mail|reach|write to) (?:the )?(?:reporter|writer|author|columnist|correspondent|newsroom|news ?desk|editor)s?\b[^.]{0,40}(?:[:@]| at )|(?:reach|contact|e-?mail) [\w.'’-]+(?: [\w.'’-]+){0,2} at (?:\S+@|[(\d])"
        r"|(?:you can )?(?:reach|contact|e-?mail) (?:him|her|them) at\b)",
        300,
        "Contact the reporter: ann@mail.example",
        "About the writer she knew little, she said.",
    ),
    LineRule(
        R.ARCHIVE_NOTICE,
        FurnitureKind.ARCHIVE_NOTICE,
        r"you(?:['’]re| are) (?:viewing|reading|looking at|seeing) an? (?:\w+ )?(?:story|article|page|post|piece) from (?:our|the) archives?\b|esta noticia tiene más de\b|esta información (?:tiene|fue publicada hace) más",
        300,
        "You are reading a story from our archive.",
        "You are reading a story from our grandmother, he told them.",
    ),
    LineRule(
        R.CORRECTION_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:articolo (?:aggiornato|corretto|modificato) (?:alle|il|in data)\b|(?:artikeln|texten) har (?:upp|rätt|korr|änd)\w+|[※＊*]?\s?(?:この記事|本記事)は.{0,20}(?:更新|訂正|修正))",
        200,
        "Articolo aggiornato alle 16 con la replica del comune.",
        "Articolo 5 della legge, aggiornato nel 2009, dice altro.",
    ),
    LineRule(
        R.HOW_MADE_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:aus dem \w+ (?:übersetzt |übertragen )?von [^.]{2,50}$|traduit d\w['’]?\w* ?\w+ par [^.]{2,50}$|traducid[oa] del \w+ por [^.]{2,50}$|traduzid[oa] do \w+ por [^.]{2,50}$|tradotto d\w+['’]?\w* ?\w+ da [^.]{2,50}$|(?:vertaald )?uit het \w+ (?:vertaald )?door [^.]{2,50}$|translated (?:from the \w+ )?by [^.]{2,50}\.?$)",
        120,
        "Aus dem Englischen übersetzt von Jo Marsch",
        "Aus dem Rathaus kam am Abend von niemandem eine Antwort.",
    ),
    LineRule(
        R.CONTRIBUTED_CREDIT,
        FieldKind.CREDIT,
        r"\W{0,3}(?:information from (?:the )?[\w .'’&-]{3,50} was (?:also )?used in (?:this|the)\b|edited by (?:[\w.'’-]+ ?){2,4}\.?$|mit (?:material|inhalten) (?:der|des|von) (?:[\w/&-]+ ?){1,4}\.?$|(?:提供|出典|取材)\s?[:：/／]\s?.{2,20}$)",
        160,
        "Information from the Eastmere Courier was used in this story.",
        "Information from the dam comes twice a day.",
    ),
    LineRule(
        R.CONTRIBUTED_CREDIT,
        FieldKind.CREDIT,
        r"(?:[a-zà-ž][\w.'’-]+(?:,? (?:and )?)){2,9}also contributed\.?$",
        160,
        "Jo Marsh and Ida Marrack also contributed.",
        "The rain also contributed to the slide.",
        needs=("also contributed",),
    ),
)
