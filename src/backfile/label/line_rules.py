"""What a line of a page says that it is: the newsroom's notices, credits and notes, by their own words.

One list of rules, each with its name, one example that matches and one that must not (`tests/label/test_line_label.py` reads
both). A rule looks at a whole block, squeezed; patterns are anchored at its start unless a notice can begin anywhere.
"""

from backfile.label.closing_lines import CLOSING_LINES
from backfile.label.language_lines import LANGUAGE_LINES
from backfile.label.line_rule import LineRule
from backfile.label.newsroom_lines import NEWSROOM_LINES
from backfile.lexicon.agencies import SIGNS
from backfile.model.label import FieldKind, FurnitureKind
from backfile.model.label import RuleName as R

_AGENCY = r"[\w .'&-]{2,60}?"

LINE_RULES: tuple[LineRule, ...] = (
    LineRule(
        R.ARCHIVE_NOTICE,
        FurnitureKind.ARCHIVE_NOTICE,
        r"(?:.{0,40}\bthis (?:is an archived (?:article|story|page)|(?:article|story|page|content|post)(?: is| was)? (?:archived|from our archives?|(?:is )?(?:more than|over) \w+ (?:years?|months?) old|(?:was )?(?:originally )?(?:first )?published (?:more than|over) \w+ (?:years?|months?) ago)))"
        r"|.{0,60}\b(?:information in (?:the|this) (?:article|story) may be (?:outdated|out of date)|please (?:look at|check|note|see) the (?:time|date) ?stamp|this (?:article|story) is (?:more than|over) (?:\w+ )?(?:years?|months?) old\b|you are (?:viewing|reading) an archived)",
        400,
        "This is an archived article and the information in the article may be outdated.",
        "This is an archive that historians will use for years, the mayor said.",
        needs=("archive", " old", " ago", "date", "stamp"),
    ),
    LineRule(
        R.ARCHIVE_NOTICE,
        FurnitureKind.ARCHIVE_NOTICE,
        r"(?:dieser (?:artikel|beitrag) (?:ist (?:älter als|aus dem archiv)|wurde vor (?:mehr als|über))|este (?:artículo|contenido) (?:fue publicado hace más|tiene más)|cet article (?:date de plus|a plus) de)",
        400,
        "Dieser Artikel ist älter als ein Jahr.",
        "Dieser Artikel der Verfassung gilt seit 1949.",
    ),
    LineRule(
        R.ARCHIVE_NOTICE,
        FurnitureKind.ARCHIVE_NOTICE,
        r"\W{0,3}(?:you(?:['’]re| are) (?:viewing|reading|looking at|seeing) an? (?:archived\b|(?:old|older) (?:story|article|version|page|post)\b)|(?:from (?:our|the) archives?|archived? (?:story|article|content|page))\s*[:.–—]|(?:archived|old) (?:story|article|content|page)$"
        r"|(?:please note|note|heads up)[:,]? this (?:story|article|page|post) (?:is|was) (?:\w+ ){0,5}(?:old|ago|archived?)\b|(?:some )?(?:details|facts|information|content|links)(?: \w+){0,3} (?:may|might) (?:have changed since|no longer be|be out of date|not be current)"
        r"|this (?:story|article|page|post) (?:is from|is part of|comes from|has been moved to) (?:our|the) archives?\b"
        r"|(?:sie lesen|sie sehen) einen? (?:archivierten?|älteren?)|archivierter (?:artikel|beitrag|inhalt)|(?:dieser|der) (?:artikel|beitrag|text) (?:stammt|kommt) aus (?:dem|unserem) archiv|dieser (?:beitrag|inhalt) ist älter"
        r"|(?:cet article|ce contenu|cette page) (?:est archivée?|a été archivée?|provient de nos archives|a été publiée? il y a plus)|(?:article|contenu) archivé"
        r"|(?:este|esta|el) (?:artículo|contenido|noticia|nota) (?:pertenece a(?:l| la| nuestro)|forma parte de(?:l| la| nuestro)|es de(?:l)?) (?:archivo|hemeroteca)|noticia de archivo|está(?:s)? (?:viendo|leyendo) (?:una noticia|un contenido) (?:de archivo|archivad)"
        r"|est[ea] (?:conteúdo|notícia|matéria|artigo) (?:foi publicad[ao] há mais|tem mais de|faz parte do (?:nosso )?arquivo|é do arquivo)"
        r"|(?:questo|contenuto) (?:articolo|contenuto|d['’]archivio)(?: è (?:stato )?(?:pubblicato più|archiviato|più vecchio|nell['’]archivio))|articolo d['’]archivio"
        r"|(?:den här|denna) artikeln? är (?:äldre|mer) än|denne (?:artikkelen|artiklen|saken) er (?:over|mer enn|mere end|ældre end)|архивн(?:ая|ый) (?:статья|новость|материал)|эта статья опубликована более)",
        300,
        "You are looking at an archived story. Details may have changed since it was published.",
        "You are looking at an old mill, the guide says, that nobody has run since 1931.",
    ),
    LineRule(
        R.BROWSER_NOTICE,
        FurnitureKind.BROWSER_NOTICE,
        r"(?:notice: )?(?:you(?:'re|’re| are| seem to be| appear to be) using an? (?:outdated|old|unsupported|older)(?: version of your)? browser|your (?:web )?browser (?:is (?:out of date|outdated|not supported|no longer supported)|does(?: not|n't|n’t) (?:support|have)|must)|"
        r"(?:this (?:site|website|page|browser)|you) (?:requires?|needs?|must (?:enable|have)|does not support) (?:javascript|the video|a modern browser)|please (?:enable|turn on) (?:javascript|cookies)|javascript (?:is|must be|has been|appears to be) (?:disabled|enabled|required|turned off)|we(?:'ve| have) detected that (?:javascript|you)|enable javascript|"
        r"to view this (?:video|content|page)[^.]{0,40} please (?:enable|upgrade)|microsoft does not recommend using ie|ihr browser|bitte aktivieren sie javascript|votre navigateur|su navegador|tu navegador|il tuo browser)",
        600,
        "Notice: you are using an outdated browser. Microsoft does not recommend using IE as your default browser.",
        "You are using an older phone? The county wants to hear from you, clerks said.",
    ),
    LineRule(
        R.CALL_OUT,
        FurnitureKind.CALL_OUT,
        r"(?:what(?:['’]s| is| are| do| would| was) (?:on |in )?(?:you|the best|the worst)|tell us|send us|share your|show us|do you (?:have|know|own|remember)|"
        r"have (?:you|a (?:tip|story|question|news))|got (?:a|an|news|something)|(?:who|which|where)(?:['’]s| is| are) your|call us|text us|e-?mail us|(?:submit|upload) your|vote (?:now|for|here|in)|"
        r"are you (?:a|an|affected|going|planning|ready)|fehler (?:gefunden|entdeckt)\?|did you (?:see|know|witness)|want to (?:share|tell|submit|see))"
        r".{0,120}[?!.:»”\"]?$",
        160,
        "What’s on your list for the spring fair?",
        "What you need to know about the vote is below, the clerk said in a long letter that was sent to all of the town's households and read aloud in the hall on Monday.",
    ),
    LineRule(
        R.CALL_OUT,
        FurnitureKind.CALL_OUT,
        r"\S.{0,80}#[a-za-z]\w{3,}\s*[?!].{0,120}[?!.:»”\"]?$",
        160,
        "Who is on your #SpringFairTeam?",
        "The #SpringFairTeam won the cup on Monday.",
        needs=("#",),
    ),
    LineRule(
        R.COOKIE_NOTICE,
        FurnitureKind.COOKIE_NOTICE,
        r"(?:we(?: and our partners)?|this (?:web)?site|our (?:web)?site|wir(?: und unsere partner)?|nous et nos partenaires|nosotros y nuestros socios|diese (?:web)?seite|nous|ce site|este (?:sitio|site)|questo sito|deze website) (?:use|uses|store|verwenden|verwendet|nutzen|utilisons|utilise|utiliza|utilizza|gebruikt)\b.{0,80}cookie",
        900,
        "We use cookies to improve your experience on this site.",
        "We use the money to feed people, she said.",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"our website is the place for\b|(?:sign up|subscribe|get (?:the|our|all|more)|register|join)\b.{0,120}\b(?:newsletters?|inbox|e-?mail (?:alerts?|updates?)|mailing list|briefing|headlines (?:sent|delivered)|text alerts?|whatsapp)"
        r"|(?:want more|don'?t miss|stay (?:informed|up to date|ahead|connected)|start your day|get the latest).{0,160}\b(?:newsletter|inbox|sign up|e-?mail)"
        r"|(?:please )?enter (?:your|a valid) e-?mail|by (?:signing up|subscribing|clicking|providing|entering|submitting)[^.]{0,80}\b(?:you|agree|terms|privacy|confirm)|thanks? (?:you )?for (?:signing up|subscribing)|(?:jetzt )?(?:unseren )?newsletter (?:abonnieren|bestellen)|melden sie sich .{0,40}newsletter|suscríbe(?:te|ase)|inscrivez-vous|iscriviti",
        420,
        "Sign up for our morning newsletter and never miss a story.",
        "Sign up starts Monday at the recreation center, 40 Elm Street, for children under 12.",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"(?:\S+ ){0,6}(?:delivered|straight|sent|right|direct(?:ly)?) to your (?:inbox|email|phone)",
        420,
        "The morning's news delivered to your inbox.",
        "The ballot will be delivered by the county.",
        needs=(" to your ",),
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"(?:(?:jetzt )?(?:kostenlos|gratis) (?:den|unseren|zum) .{0,40}newsletter|der newsletter .{2,60}: ?jetzt abonnieren|(?:abonnieren sie|melden sie sich|melde dich|bestellen sie|erhalten sie|holen sie sich|der newsletter) .{0,80}newsletter"
        r"|(?:inscrivez-vous|abonnez-vous|recevez|inscription|s['’]inscrire|s['’]abonner) .{0,80}(?:newsletter|lettre|infolettre|boîte (?:mail|de réception))"
        r"|(?:suscr[ií]b(?:ete|ase|ite|í)|suscripción|ap[uú]nt(?:ate|ese)|regístr(?:ate|ese)|recib(?:e|í|a)|inscríb(?:ete|ase)) .{0,80}(?:bolet[ií]n(?:es)?|newsletters?|correo|mail|bandeja)"
        r"|(?:assine|inscreva-se|cadastre-se|receba|subscreva|registe-se) .{0,80}(?:newsletters?|boletim|boletins|e-?mail)"
        r"|(?:iscriviti|iscrivetevi|ricevi|abbonati|registrati) .{0,80}(?:newsletter|posta|e-?mail)"
        r"|(?:prenumerera|anmäl dig|få|meld deg på|få|motta|tilmeld dig|modtag) .{0,60}(?:nyhetsbrev|nyhedsbrev|nyhetsbrevet|nyhedsbrevet)|(?:tilaa|tilaa) .{0,40}uutiskir|(?:přihlaste se|odebírejte) .{0,60}(?:newsletter|zpravodaj)"
        r"|(?:e-)?bülten.{0,40}(?:abone|kayıt)|подпи(?:шитесь|саться) на .{0,40}рассылку|εγγραφείτε .{0,40}newsletter|اشترك.{0,30}(?:النشرة|نشرتنا|البريدية)|(?:ニュースレター|メルマガ|メールマガジン).{0,20}(?:登録|購読)|(?:订阅|訂閱).{0,12}(?:电子报|電子報|通讯|簡訊)|뉴스레터.{0,12}(?:구독|신청)"
        r"|follow \S.{0,50} (?:via|by) e-?mail|(?:get|have|receive|read) .{3,80} (?:by|via|in your) (?:e-?mail|mail|inbox)\b.{0,40}$|(?:one|a) (?:e-?mail|letter|newsletter) (?:a|every|each) (?:day|week|morning|evening|month)|e-?mail address\b.{0,30}$|(?:enter|type in) your (?:e-?mail )?address\b)",
        320,
        "Assine a nossa newsletter de sábado",
        "Assine aqui, disse o prefeito.",
    ),
    LineRule(
        R.NEWSLETTER_LINE,
        FurnitureKind.NEWSLETTER,
        r"(?:jetzt |hier )?(?:kostenlos )?(?:den |unseren |zum |für den )?(?:\S+ )?newsletter (?:kostenlos )?(?:abonnieren|bestellen|anmelden|erhalten)",
        320,
        "Unseren wöchentlichen Newsletter abonnieren",
        "Der Newsletter der Stadt erreicht 400 Haushalte.",
        needs=("newsletter",),
    ),
    LineRule(
        R.RELATED_LINE,
        FurnitureKind.RELATED,
        r"(?:(?:read|see|watch|view|learn|find out|hear) (?:more|also|next|full|the full)|also (?:read|see|on)|related(?: (?:stories|articles?|coverage|content|links?|news|reading|topics?|posts?|video))?|more (?:on|from|about|stories|coverage|news|in)|recommended(?: for you| reading| stories| by)?|you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)|most (?:read|popular|viewed|shared|commented)|trending(?: now)?|up next|next (?:up|story|article|in)|previous (?:story|article)|"
        r"(?:don'?t|don’t) miss|editor'?s picks?|must[- ]reads?|top stories|latest (?:news|stories|headlines)|in case you missed it|continue reading(?! (?:with|for)\b)|click here|read:|watch:|listen:|see:|more:|photos:|photo:(?! [\w.'’-]+ [\w.'’-]+(?: ?/.{0,40})?$)|gallery:|video:|in pictures|"
        r"(?:lesen sie(?! (?:weiter )?mit\b)|lies|mehr zum thema|lesen sie auch|auch interessant|das könnte (?:sie|dich)|mehr (?:dazu|lesen|zu)|weitere (?:artikel|themen|nachrichten)|meistgelesen|zum thema|siehe auch|lesetipp|passend dazu)|(?:à lire|lire aussi|lire (?:la suite|également)|voir aussi|sur le même (?:sujet|thème))|(?:lea|leer|lee|ver) (?:también|más|además)|te puede interesar|más (?:información|noticias|sobre)|noticias? relacionadas?|(?:leggi|guarda) anche|potrebbe interessarti|leia (?:também|mais)|saiba mais|en savoir plus|veja (?:também|mais)|les (?:også|mer)|læs (?:også|mere)|läs (?:också|mer|även)|lue myös|baca juga|читайте (?:также|ещё|еще)|читайте|также по теме|关联阅读|相关阅读|相关新闻|関連記事|あわせて読みたい|관련기사)"
        r"(?!\w)",
        240,
        "READ MORE: Council votes to close the landfill",
        "Readings at the gauge have doubled since Friday.",
    ),
    LineRule(
        R.SHARE_LINE,
        FurnitureKind.SHARE,
        r"(?:(?:e-?mail|send|print) (?:this )?(?:story|article|page|link)|(?:e-?mail|text|print|tweet|pin) this\b.{0,40}$|(?:partager|condividi|compart(?:e|ir|a|ilhe|ilhar)) (?:l['’]article|cet article|l['’]articolo|questo articolo|est[ae] (?:noticia|artículo|nota|notícia|matéria)|la noticia|a notícia)$|(?:condividi|condividere|compartir|compart[ei]|compartilh(?:ar|e)|partager|partagez|teilen|teile|dela|del|sdílet|paylaş) (?:su|en|no|na|sur|auf|bei|op|på|via|per|par|por) (?:facebook|twitter|x\b|whatsapp|linkedin|e-?mail|telegram|bluesky|mastodon|xing).{0,60}$|printer[- ]friendly|send to a friend|share(?: this| on| via| to| the)?(?: (?:article|story|page|post|link|options))?\b(?:.{0,30}(?:facebook|twitter|email|linkedin|whatsapp|x\b|reddit|link))?[ \w,|·/-]{0,60}$|(?:facebook|twitter|tweet|x|whatsapp|email|e-mail|print|linkedin|reddit|pinterest|telegram|copy link|link kopieren|teilen|drucken|merken|compartir|partager|condividi|delen|dela|del|imprimer|imprimir|save|gift|share|flipboard|pocket|messenger|sms|mail|bluesky|threads|tumblr|more|copy|link|this|via|on|by|or|article|story|[|·,/•&+ -])+$|(?:follow|like|find|join) (?:us|@?\w+) on\b|auf (?:facebook|twitter|x|whatsapp) teilen|per e-?mail|artikel (?:teilen|drucken|merken|verschicken))",
        140,
        "Share this article on Facebook",
        "Share prices fell 3 percent on Friday, the company said.",
    ),
    LineRule(
        R.SHARE_LINE,
        FurnitureKind.SHARE,
        r"\W{0,3}(?:(?:you (?:may|can|are free to) |feel free to )?republish (?:this|our|it for)\b|(?:our|all our) (?:work|stories|articles|content|reporting) (?:is|are) free to (?:use|republish|share)|(?:this|the) (?:work|article|story|text) is (?:licensed|published|available|republished) under an? (?:creative commons|cc)\b|licensed under an? creative commons"
        r"|(?:cet article|ce texte) est (?:\w+ )?sous licence creative|(?:dieser|der) (?:artikel|text|beitrag) (?:steht|ist|erscheint) unter (?:einer |der )?(?:lizenz )?(?:creative|cc)|(?:este|esta) \S+ (?:está|se publica|foi publicad[oa]) (?:\w+ )?(?:bajo|sob) (?:una |uma )?licen[cç](?:ia|a) creative)",
        300,
        "Republish this article: our work is free to use.",
        "Republish the old map, he told the council, and see who buys it.",
    ),
    LineRule(
        R.FOLLOW_LINE,
        FurnitureKind.SHARE,
        r"add [^.]{2,60} as an? preferred source\b.{0,80}$|(?:follow|like|find|join) [^.]{2,60} on (?:facebook|twitter|instagram|telegram|whatsapp|youtube|tiktok|google news)\b.{0,120}$|for (?:the latest|more) [^.]{0,60}(?:follow|subscribe to|like) .{0,120}$",
        240,
        "Follow The Ledger on Twitter and Instagram @millbrookledger.",
        "Follow the river on foot, the guide says, and it takes two days.",
    ),
    LineRule(
        R.FOLLOW_LINE,
        FurnitureKind.PROMO,
        r"for (?:the latest|more) [^.]{0,60}download .{0,120}$|(?:download|get|install|try) (?:the|our) (?:free |new )?[^.]{0,40}\bapps?\b.{0,80}$|(?:laden sie|hol(?:en sie)? (?:sich|dir)|téléchargez|descarg(?:a|á|ue)|baixe|scarica|download) (?:\S+ ){0,3}(?:app|appli|application|aplicación|aplicativo)\b.{0,80}$",
        200,
        "Download the free KLMV 5 app for breaking news on your phone.",
        "Download the forms at the library, the clerk said, or pick them up on Monday.",
    ),
    LineRule(
        R.ADVERT_MARK,
        FurnitureKind.ADVERT,
        r"(?:[-–—(\[ ]*(?:advertisements?|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|story continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|continue reading below|(?:-? ?scroll (?:down )?to continue|continued below)(?: with content)?|(?:this )?advertisement (?:has not loaded yet|- ?continue reading below|· ?scroll to continue)[^.]{0,60}|don.t want to see this\?.{0,30}|anzeige|werbung|(?:continua|continúa) (?:depois|após|después) (?:da|a|de la) publicidade?|publicidade?|publicité|pubblicità|reklama?|annonse?|annons|mainos|реклама|iklan|广告|広告|광고|sponsored(?: content| by.{0,40})?|promoted|ad|paid (?:content|post)|partner content|der artikel (?:wird|geht) (?:nach|unten)[^.]{0,60}(?:fortgesetzt|weiter)|la suite après (?:cette|la) publicité|artikel (?:lanjut|gaat verder)[^.]{0,40}(?:iklan)?|skip ad(?:vertisement)?|report this ad|remove ads?)[-–—)\] .:]*)$",
        120,
        "- Advertisement -",
        "Advertisements for the lottery were pulled in May.",
    ),
    LineRule(
        R.AFFILIATE_NOTE,
        FurnitureKind.ADVERT,
        r"\W{0,3}(?:this (?:post|article|page|story|site) (?:may )?(?:contains?|includes?) affiliate|if you (?:buy|purchase) something (?:using|through|via) (?:the )?links|in diesem (?:artikel|beitrag|text) sind affiliate|dieser (?:artikel|beitrag|text) enthält affiliate)",
        420,
        "This article contains affiliate links, for which we may be paid.",
        "If you buy something at the market, bring a bag.",
    ),
    LineRule(
        R.TEMPLATE_MARK,
        FurnitureKind.OTHER,
        r"(?:\+\+\+\s?[\w-]+(?: \+\+\+)?|\[#\w+:.*\]|\$\$\w+\$\$|\{:? ?\w+ ?= ?[^}]*\}|\[\[?[a-za-z_]+(?: [\w-]+=[^\]]*)+\]\]?|<!-- .* -->)$",
        200,
        "$$AD_SLOT$$",
        "+++ The count goes on at noon, the clerk said +++",
    ),
    LineRule(
        R.EMBED_CONSENT,
        FurnitureKind.MEDIA,
        r"(?:empfohlener (?:redaktioneller |externer )?inhalt$|an dieser stelle (?:finden sie|findest du|befindet sich|ist|steht) (?:einen? )?(?:externe|eingebettete|inhalt)|ich bin (?:damit )?einverstanden, dass mir (?:externe )?inhalte|"
        r"(?:dabei|damit) können personenbezogene daten an|personenbezogene daten können an drittplattformen|link zum \S+-inhalt|externer inhalt|this content is (?:provided|hosted) by (?:a )?|this (?:article|page|content) contains content (?:provided|hosted) by|we ask for your permission before anything is loaded|"
        r"to view this (?:content|media|embed), (?:please )?(?:accept|allow|enable)|este contenido (?:no está disponible|se encuentra alojado)|ce contenu (?:est bloqué|n.est pas visible)|deze inhoud kan niet worden)",
        420,
        "Empfohlener redaktioneller Inhalt",
        "Externe Gutachter prüfen den Bau, sagte die Stadt am Montag.",
    ),
    LineRule(
        R.VIDEO_TITLE,
        FurnitureKind.MEDIA,
        r"(?:\d{1,2}:)?[0-5]?\d:[0-5]\d[ |·•-]+(?!(?:[ap]\.?\s?m\b|uhr\b|o.clock))[^\W\d_].{10,}[^.!?:”\"']$",
        140,
        "2:34 Council opens the new ferry terminal",
        "10:30 The gates opened and the first visitors came in.",
    ),
    LineRule(
        R.STAMP_LINE,
        FieldKind.STAMP,
        r"(?:published|posted|updated|last updated|first published|publiziert|veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|publikacja|aktualizacja|publisert|oppdatert|publicerad|uppdaterad)"
        r"(?: (?:am|on|at|le|el|il|den|op))?\s*:?\s+(?:\w{2,10}[,.]? )?(?:\d{1,2}[./ ]|\d{4}-|[a-z]\w{2,9} \d{1,2}, |(?=\d{1,2}:\d\d ?(?:[ap]\.?m\b)?[^:;!?]{3,40}\d{4}$)).{3,110}$",
        150,
        "Publiziert: 01.07.2023, 11:16",
        "Published in 1902 to little notice, the book is now taught everywhere.",
    ),
    LineRule(
        R.PAYWALL_LINE,
        FurnitureKind.PAYWALL,
        r"(?:this (?:article|content|story) is (?:only )?(?:for|reserved|exclusive|available)[^.]{0,30} subscribers|(?:already|are you) a (?:subscriber|member)\b|(?:log|sign) in to (?:continue|read|view|your)|to (?:continue|keep) reading|subscribe (?:now|today|to (?:continue|read|keep|unlock|the|our))|(?:you have|you've) (?:reached|read|used) (?:your|all|\w+ of)|unlock (?:this|the full|all)|create (?:an|a free) account|become a (?:member|subscriber)|(?:unlimited|full) (?:online|digital) access\b|subscribe for more\b|you can save this article by|start your (?:free )?(?:trial|subscription)|support (?:our|local|quality|independent) journalism|weiterlesen mit|jetzt (?:abonnieren|weiterlesen|testen)|dieser (?:artikel|inhalt) ist (?:exklusiv|nur) für|bereits (?:abonnent|registriert)|cet article est réservé|il vous reste|déjà abonné|contenido exclusivo|para seguir leyendo|inicia sesión)",
        320,
        "Already a subscriber? Log in to keep reading.",
        "Already a subsidiary of the larger bank, it will be sold in June.",
    ),
    LineRule(
        R.PAYWALL_LINE,
        FurnitureKind.PAYWALL,
        r"\W{0,3}(?:(?:jetzt |hier )?weiterlesen (?:mit|für|auf)\b|testen sie .{0,60}(?:monat|woche|euro|kostenlos|€)|(?:exklusiv|nur|dieser artikel ist) (?:\S+ ){0,4}(?:abonnent(?:en|innen)|abo-?kunden|mitglieder)\b|(?:sie (?:haben|sind)|bereits|schon) (?:\S+ ){0,3}(?:abonnent|abo\b|digitalabo|kunde\?)|(?:jetzt|hier) (?:abonnieren|abo (?:abschließen|bestellen)|einloggen|anmelden)(?: und| um|$|!)|um (?:diesen|den) (?:artikel|text|beitrag) (?:weiter|zu lesen|lesen)"
        r"|(?:cet article|la suite|article|contenu|ce contenu)(?: est| de cet article est)? (?:réservée?|exclusif|accessible|payant)\w* .{0,20}abonn|il vous reste \d+ ?%|déjà abonnée?|(?:s['’]abonner|abonnez-vous|je m['’]abonne|connectez-vous)(?: pour| à partir| et|$| dès)"
        r"|(?:este |esta )?(?:contenido|artículo|noticia)(?: es)? (?:exclusiv[oa]|sólo|solo|únicamente)(?: \S+){0,4} suscriptor|¿?ya (?:eres|es|sos) (?:suscriptor|socio)|suscr[ií]b(?:ete|ase|ite) (?:para|desde|por|y)\b|para (?:continuar|seguir) leyendo|(?:inicia|iniciá) sesión para"
        r"|(?:este )?conteúdo (?:é )?(?:exclusivo|restrito|só)(?: \S+){0,3} assinante|já é assinante|assine (?:para|a partir|por|já|agora)\b|continue (?:a ler|lendo|a leitura) (?:com|por|assinando)"
        r"|(?:questo )?(?:contenuto|articolo)(?: è)? (?:riservato|esclusivo)(?: \S+){0,3} abbonati|sei già (?:abbonat|registrat)|abbonati (?:per|a partire|ora|subito)\b|per continuare a leggere"
        r"|(?:redan|allerede) (?:prenumerant|abonnent|kund)|bli (?:prenumerant|abonnent)|(?:denne|den) (?:saken|artikkelen|artiklen|här artikeln) er? ?(?:for|kun|bara|er for|är för) (?:\S+ )?(?:abonnent|prenumerant|medlem)"
        r"|(?:материал|статья) доступ\w+ только (?:подписчикам|для)|この記事は(?:会員|有料)|(?:残り|ここから先は)\s?\d*.{0,8}(?:文字|会員)"
        r"|(?:keep|continue|finish) reading (?:for|with|by)\b|subscribe (?:for|from|at) (?:only |just )?[$£€\d]|(?:only )?(?:\$|£|€)\d[\d.]* (?:a|per|for (?:your|the) first|for \d+) (?:week|month|year|\d+ (?:weeks|months))|this (?:story|article|report) is (?:for|available (?:only )?to|free (?:only )?to|reserved for) (?:\S+ )?(?:subscribers|members|supporters)|(?:members|subscribers)[- ]only\b"
        r"|(?:you(?:['’]ve| have)|you get) (?:\w+ ){0,3}free (?:articles?|stories|views))",
        260,
        "Bli prenumerant och läs vidare",
        "Keep reading to your children, the teacher said, even when they can read.",
    ),
    LineRule(
        R.PAYWALL_LINE,
        FurnitureKind.PAYWALL,
        r"\W{0,3}(?:(?:jetzt )?(?:\S+ ){0,3}(?:gratis|kostenlos) testen\b|\w+ free (?:articles?|stories) (?:left|remaining))",
        260,
        "Vier Wochen gratis testen",
        "Two free seats remaining at the front went to the drummers.",
        needs=(" testen", " free "),
    ),
    LineRule(
        R.COMMENTS_LINE,
        FurnitureKind.COMMENTS,
        r"(?:(?:\d+|no|leave a|post a|add a|write a|view|show|read|join the|all|hide|see|load|0) (?:comments?|conversation|discussion|reply|replies)|comments? ?(?:\(\d+\)|closed|are closed|policy|section)|be the first to comment|what do you think\?? (?:leave|tell|share|comment)|have your say|(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer)(?: \(\d+\))?$|(?:deja|dejar|escribe|deixe|deixar|faça|lascia|laisser|laissez|écrire|poster|ajouter|schreibe?n?|plaats|skriv|legg igjen|lämna) (?:un|una|um|uma|einen?|een|en|ein) (?:comentario|comentário|commento|commentaire|kommentar|reactie)\b.{0,40}$|join the conversation|comments?$|(?:our )?community guidelines|discussion:?$)",
        160,
        "Leave a comment",
        "Comment came slowly from the governor's office.",
    ),
    LineRule(
        R.COPYRIGHT_LINE,
        FurnitureKind.FOOTER,
        r"(?:(?:©|\(c\)|copyright\b|&copy;)(?! (?:law|infring|claim|act|office|holder|protect|case|suit|disput|term|own))|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|this material may not be (?:published|reproduced)|(?:no part of )?this (?:article|story|content) may not be reproduced)",
        400,
        "© 2017 The Millbrook Ledger. All rights reserved.",
        "Copyright law has not kept up, the judge wrote.",
    ),
    LineRule(
        R.TAGS_LINE,
        FurnitureKind.TAGS,
        r"(?:tags?|topics?|filed under|keywords|schlagw(?:ö|o)rte?r?|themen|categories|category|in this (?:article|story)|etiquetas|temas|tópicos|assuntos|argomenti|mots[- ]clés|onderwerpen|stichw(?:ö|o)rter|posted in|tagged(?: with| as)?|más sobre|emner|labels?(?=:))(?: in)?\s*(?:[:|•]|$)",
        300,
        "Tags: council, landfill, budget",
        "Tags on the cattle showed where they came from.",
    ),
    LineRule(
        R.READING_TIME,
        FurnitureKind.BYLINE_BOX,
        r"(?:(?:estimated )?(?:read(?:ing)? ?(?:time)?:? ?)?(?:about |less than )?(?:\d+|a|one) ?-?(?:min(?:ute)?s?|m) ?(?:read|to read|listen|lesezeit|lectura|de lecture|di lettura|leestijd|lesetid)?\.?$|lesezeit.{0,20}$|(?:listen|follow|following|save|gift article|bookmark|font size|text size|a\+?|aa|listen to (?:this )?(?:article|story)|hear this story|anhören|vorlesen|zuhören|artikel anhören|escuchar|play|audio|share save|resize|larger|smaller|show more|show less|close|more|menu|search|loading.{0,20}|expand|collapse|next|previous|toggle caption|hide caption|enlarge(?: this)? image|enlarge|open image modal|open gallery|view gallery|full ?screen|zoom|back to top|top|image \d+ of \d+|\d+ ?/ ?\d+|\d+ of \d+)(?: ?\(?\d+ ?min\w*\.?\)?)?\W*$)",
        60,
        "3 min read",
        "Follow the river south for two miles.",
    ),
    LineRule(
        R.CORRECTION_NOTE,
        FieldKind.NOTE,
        r"(?:\W{0,3})(?:(?:this|the|an earlier|a previous|an? (?:earlier|previous|original|prior)) (?:article|story|version|report|headline|post|piece|caption)[^.]{0,80}\b(?:has been|was|have been|were|is being|incorrectly|misstated|misidentified|misspelled|stated|said|has since)\b[^.]{0,40}\b(?:corrected|updated|amended|changed|clarified|edited|revised|removed|incorrectly|misstated|misidentified|misspelled|wrong|erroneous|error|reflect|include|add)"
        r"|(?:corrections?|clarifications?|editor['’]?s['’]? notes?|editor['’]s note|update|updated|note to readers|korrektur|anmerkung der redaktion|hinweis der redaktion|anm\. d\. red|rectificati(?:on|ff)|correctif|corrección|fe de errata|nota (?:de la redacción|del editor)|errata|rettelse|rättelse)(?: \([^)]{0,40}\)|,? [^:]{0,40})?\s*[:—–]\s"
        r"|(?:this|a version of this|the) (?:story|article|report|column|essay|piece) (?:was )?(?:first|originally|previously) (?:published|appeared|ran|printed)\b"
        r"|(?:first|originally) (?:published|appeared) (?:in|on|at|by) [^.,]{2,60}\.?$"
        r"|(?:dieser (?:artikel|beitrag|text)|der (?:artikel|beitrag|text)) (?:ist|erschien|stammt|wurde) .{0,60}(?:erschienen|veröffentlicht|zuerst)"
        r"|(?:a|an) (?:correction|clarification|earlier version)[^.]{0,60}\b(?:this|story|article))",
        1200,
        "Correction: An earlier version of this story misstated the mayor's age.",
        "Corrections officers said the inmate was found at dawn.",
    ),
    LineRule(
        R.CORRECTION_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:(?:berichtigung|richtigstellung|klarstellung|präzisierung|korrigendum|nachtrag|aktualisierung|transparenzhinweis|redaktioneller hinweis|hinweis(?=: (?:dieser|der) (?:text|artikel|beitrag) (?:erschien|ist|wurde))|anm\. d\. ?red\.?"
        r"|correction|rectificatif|erratum|précisions?|mise à jour|actualisation|note de la rédaction|ndlr|n\.d\.l\.r\.?"
        r"|fe de erratas?|fe de errores|rectificación|corrección|aclaración|actualización|nota del? (?:editor|redactor|redacción)"
        r"|correção|correcção|errata|esclarecimento|atualização|actualização|nota d[aeo] (?:redação|redacção|editor|direção)"
        r"|errata corrige|rettifica|correzione|precisazione|aggiornamento|nota (?:della redazione|del direttore)|n\.d\.r\.?"
        r""
        r"|rättelse|förtydligande|uppdatering|korrigering|retting|presisering|oppdatering|rettelse|præcisering|opdatering|oikaisu|päivitys|täsmennys"
        r"|oprava|aktualizace|aktualizácia|helyesbítés|frissítés|corectură|düzeltme|güncelleme|editörün notu"
        r"|διόρθωση|ενημέρωση|исправление|поправка|уточнение|обновлено|от редакции|виправлення|تصحيح|توضيح|تحديث|ملاحظة المحرر|訂正|お詫びと訂正|追記|編集部注|更正|编者注|編者按|정정|바로잡습니다|편집자주)"
        r"(?: ?\([^)]{0,40}\)|, [^:：]{0,40}| [^:：]{0,24}\d[^:：]{0,20})?\s*[:：—–]\s*\S"
        r"|(?:dieser|der) (?:artikel|beitrag|text) wurde (?:\S+ ){0,8}(?:aktualisiert|korrigiert|ergänzt|überarbeitet|berichtigt|geändert)\b|in einer (?:früheren|ersten|vorherigen|älteren) (?:version|fassung)\b"
        r"|(?:cet article|ce texte) a été (?:modifié|corrigé|mis à jour|actualisé|complété)|une (?:version|première version)(?: précédente| antérieure| initiale)? de cet article"
        r"|est[ea] (?:artículo|noticia|texto|nota|información) (?:ha sido|fue) (?:corregid|actualizad|modificad|rectificad)|una versión (?:anterior|previa) de est[ea]"
        r"|est[ea] (?:matéria|reportagem|notícia|texto|artigo) foi (?:corrigid|atualizad|alterad|actualizad)|uma versão anterior dest[ea]"
        r"|questo articolo è stato (?:aggiornato|corretto|modificato)|una versione precedente di questo articolo"
        r""
        r"|(?:artikkelen|artikeln|saken) (?:er|är|har) (?:oppdatert|rettet|uppdaterad|rättad|blitt)|i en tidigare version av|(?:i )?en tidligere (?:versjon|version) av)",
        1200,
        "Correção: a ponte foi aberta em 1958, e não em 1968.",
        "Correções são raras, disse o prefeito na segunda-feira.",
    ),
    LineRule(
        R.PRINT_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:(?:a|an) (?:\w+ )?version of )?(?:this|the) (?:article|story|report|column|piece|review|essay|interview) (?:also |first |originally )?(?:appears|appeared|ran|runs|was (?:also |first )?(?:printed|published)|is published) (?:also )?(?:in|on) (?:print\b|pages? \w?\d|section \w|(?:the |our )?(?:\S+ ){0,5}(?:print|printed|edition|issue|newspaper|paper|section)\b)"
        r"|\W{0,3}(?:published|printed|from|appeared) (?:in |on )?(?:the |our )?(?:\S+ ){0,4}(?:print(?:ed)? edition\b|printed (?:paper|newspaper)\b)|\W{0,3}printed on pages? \w?\d"
        r"|\W{0,3}(?:dieser|der) (?:artikel|beitrag|text|bericht) (?:ist|erschien|erscheint|steht|stand) .{0,60}(?:gedruckten|print-?ausgabe|zeitungsausgabe|druckausgabe|ausgabe (?:vom|\d|nr)|auf seite \d)|\W{0,3}(?:erschienen in|aus) (?:der )?(?:print-?ausgabe|gedruckten ausgabe|ausgabe (?:vom|\d|nr))"
        r"|\W{0,3}(?:cet article|ce texte|cet entretien) (?:est|a été) (?:paru|publié|imprimé)\b.{0,40}(?:édition|numéro|page \d|journal|imprimé|papier)|\W{0,3}(?:article|texte) paru dans (?:le numéro|l['’]édition|le journal)"
        r"|\W{0,3}(?:este|esta) (?:artículo|texto|nota|reportaje|noticia|entrevista) (?:se publicó|apareció|fue publicad[oa]|salió)\b.{0,40}(?:edición|impres|página \d|número|papel)"
        r"|\W{0,3}(?:esta|este) (?:matéria|reportagem|texto|artigo|notícia) (?:foi publicad[oa]|saiu|apareceu)\b.{0,40}(?:edição|impress|página \d)"
        r"|\W{0,3}questo (?:articolo|testo) è (?:uscito|apparso|stato pubblicato)\b.{0,40}(?:edizione|cartace|pagina \d|numero)"
        r""
        r"|\W{0,3}(?:artikeln|artikkelen|artiklen|saken|texten) (?:publicerades|stod|fanns|ble publisert|sto|blev bragt)\b.{0,40}(?:papper|papir|trykt|tryckt|sidan \d|side \d)"
        r"|この記事は.{0,30}(?:紙面|朝刊|夕刊)",
        300,
        "A version of this article appears in print on Section A, Page 4 of the county edition.",
        "The article ran to 400 words, and the editor cut it to ten.",
    ),
    LineRule(
        R.HOW_MADE_NOTE,
        FieldKind.NOTE,
        r"\W{0,3}(?:this is an? (?:\w+ ){0,2}translation(?: (?:of|from|by|made|into|and)\b|[.,])|(?:this|the) (?:article|story|text|report|piece|interview|content|summary) (?:was|has been|is) (?:\w+ ){0,3}(?:translated\b|(?:generated|produced|written|created|compiled|summari[sz]ed) (?:\w+ ){0,4}(?:by|with|using|of) (?:\w+ ){0,3}(?:ai\b|artificial intelligence|automat|chatgpt|a machine|(?:large )?language model))|(?:machine|automatic(?:ally)?|automated)[- ]translat(?:ed|ion)\b|translator['’]?s['’]? note"
        r"|dies(?:er|es)? (?:ist eine (?:\w+ )?übersetzung|(?:text|artikel|beitrag|interview|gespräch) (?:wurde|ist) .{0,60}übersetzt)|(?:maschinell|automatisch) übersetzt"
        r"|(?:cet article|ce texte|cet entretien) (?:a été|est) .{0,40}tradui|(?:ceci est|il s['’]agit d['’]) ?une traduction|traduction automatique|traduit automatiquement|note (?:du traducteur|de la traductrice)"
        r"|esta es una traducción|(?:este|esta) (?:artículo|texto|nota|entrevista) (?:fue|ha sido|está) .{0,30}traducid|traducción automática|traducid[oa] automáticamente|nota del traductor"
        r"|(?:esta é|trata-se de) uma tradução|(?:este|esta) (?:artigo|texto|matéria|reportagem) foi .{0,30}traduzid|tradução automática|traduzid[oa] automaticamente|nota do tradutor"
        r"|questa è una traduzione|questo (?:articolo|testo) è stato .{0,30}tradott|traduzione automatica|nota del traduttore"
        r""
        r"|(?:denna|den här|denne) (?:artikeln?|texten|artikkelen|artiklen|saken) (?:är|er) .{0,30}(?:översatt|oversatt|oversat)|automatiskt? (?:översatt|oversatt|oversat)"
        r"|(?:эта статья|этот (?:текст|материал)) (?:\S+ ){0,3}перевед|машинный перевод"
        r"|(?:この記事|本記事|この翻訳)は.{0,20}翻訳|機械翻訳|(?:本文|此文).{0,12}(?:翻译|翻譯)|이 기사는.{0,20}번역)",
        300,
        "This is a machine translation of a story by our sister paper.",
        "This is a free translation service, and the clerks are proud of it.",
    ),
    LineRule(
        R.CONTRIBUTED_CREDIT,
        FieldKind.CREDIT,
        r"(?:[(\[—–*-]\s*)?(?:"
        + _AGENCY
        + r"(?:,? (?:and|&) (?:(?! (?:and|&) )[\w .'’-]){2,60})*|[a-z][\w.'’ ,&-]{2,160}) (?:also )?(?:contributed|reported|wrote|assisted) (?:to|for|from|in|with) (?:this (?:report|story|article|piece)|the reporting)\b"
        r"|(?:[a-z][\w.'’ -]{2,80}) (?:also )?contributed (?:reporting|to (?:this|the) (?:report|story|article))\b",
        420,
        "The Associated Press contributed to this report.",
        "The union contributed to this rise, the board said.",
        needs=("contributed", "reported", "wrote", "assisted"),
    ),
    LineRule(
        R.CONTRIBUTED_CREDIT,
        FieldKind.CREDIT,
        r"(?:additional )?(?:reporting|writing|editing|research) by\b"
        r"|(?:with|contains|includes) (?:reporting|files|information|material|wire reports?|a? ?reports?|contributions) (?:from|by) "
        r"|(?:--?|—|–|\() ?with (?:files|reporting) from|(?:sources?|quellen?|fuente|fonte|bron|kilde|källa) ?: ?(?:©? ?)[\w .,/&'’()-]{2,60}$|this (?:report|story|article) (?:was (?:produced|written|compiled|reported)|is (?:from|by|part of)|comes from|includes reporting)\b"
        r"|\(?(?:\W{1,3})?(?:with (?:\w+ ){0,2}inputs\b(?: from)?|reporting for this (?:story|report|article) was contributed by|mit (?:informationen|agenturmaterial|inhalten|texten) (?:von|der|des)"
        r"|avec(?: les?)? (?:l['’])?(?=(?:agences?|keystone|dépêches|"
        + SIGNS
        + r")\b)|con (?:información|informaciones|datos|aportes|material) de(?: la| las| los|l)?|con (?:agencias|fonte|"
        + SIGNS
        + r")\b"
        r"|com (?:informações|reportagem|dados) d[aeo]s?|com (?:agências?|"
        + SIGNS
        + r")\b|met (?:"
        + SIGNS
        + r")\b|su fonte|mit (?=(?:"
        + SIGNS
        + r")\b))"
        r" ?(?:[\w'’/&-]+,? ){0,5}(?:[\w'’/&-]+)?[.)]{0,2}$|\W{1,3}reporting by .{3,160}$"
        r"|\((?:source|quelle|fuente|fonte|bron|kilde|källa): ?[\w .,/&-]{2,60}\)$|(?:redaktion|übersetzung|schlussredaktion|faktencheck): ?(?:[a-zà-ž][\w.’-]+ ?){1,4}(?:,|$| \w+:)"
        r"|\(?(?:mit material von|unter verwendung von)|(?:our (?:standards|editorial)): ",
        420,
        "With files from the Eastmere Courier",
        "With files under her arm, the clerk left the hall.",
    ),
    LineRule(
        R.PICTURE_CREDIT,
        FieldKind.PHOTO_CREDIT,
        r"(?:cr[ée]dits? photos?|photo credits?|bildnachweise?|titelbild|beitragsbild|foto ?credits?)\s*[:©]",
        160,
        "Crédits photos : Agence du Lac",
        "Titelbilder der Zeitung hängen im Rathaus.",
    ),
    LineRule(
        R.INITIALS_AND_AGENCY,
        FieldKind.CREDIT,
        rf"\(?[a-zäöüłśż]{{2,5}} ?/ ?(?:{SIGNS})\)?\.?$",
        30,
        "kmw/PAP",
        "And/or is no answer.",
        needs=("/",),
    ),
    LineRule(
        R.PRINT_CREDIT,
        FieldKind.CREDIT,
        r"[(\[]?(?:agencies|agencias|agenturen|with agencies|with agency inputs|staff and agency|wires?)(?: ?[/,+&-] ?\w{2,10}){0,4}[)\]]?\.?$",
        60,
        "(Agencies)",
        "Agencies of the state meet on Monday.",
    ),
    *NEWSROOM_LINES,
    *CLOSING_LINES,
    *LANGUAGE_LINES,
)
