"""What servers and publishing systems answer where there is no page: their titles, headings and sentences, in the languages of the
web's press. Saved with status 200, such a page looks like a short story.
"""

import re

from backfile.late_pattern import late
from backfile.model.reason_codes import KindCode
from backfile.model.reasons import Reason

ERROR_TITLE = late(
    r"\b(?:404|403|500|502|503)\b|(?:page|article|story|content|seite) (?:was |could )?(?:not|nicht) (?:be )?(?:found|gefunden)|not found|access denied|forbidden|page (?:unavailable|missing|no longer)|error\b.{0,20}$|"
    r"just a moment|attention required|are you (?:a robot|human)|request blocked|página no encontrada|page introuvable|service unavailable|site maintenance|bad gateway|"
    r"account suspended|welcome to nginx|domain is for sale|is for sale$|^410\b|\bindex of /",
    re.I,
)
"""Found in a title on a page of few words."""
_ERROR_LINE = late(
    r"""\W*(?:(?:error|fehler|erreur|errore|fout|fel|feil|fejl|błąd|chyba|ошибка|hata)?\W{0,3}(?:40[0-9]|410|50[0-4])\b.{0,40}
    |(?:oops|whoops|ups|hoppla)\W*(?:(?:that|this|the)\ page.{0,40}|something\ went\ wrong.{0,20})?|(?:sorry\W+)?(?:this|that|the)?\ ?(?:page|article|story|content|url)\ (?:you\ (?:requested|are\ looking\ for)\ )?(?:(?:(?:was|is|could|can|does)\ ?)?(?:not|n?[’']t)\ (?:be\ )?(?:found|exist|available)|(?:is\ )?no\ longer\ (?:available|exists)|(?:is\ |has\ )?(?:expired|missing|unavailable))
    |nothing\ (?:was\ )?found(?:\ here)?|(?:internal\ server|database)\ error|access\ denied|gone|forbidden|(?:this\ )?account\ (?:has\ been\ )?suspended\W?|welcome\ to\ nginx!?
    |(?:diese\ |die\ )?seite\ (?:wurde\ )?(?:leider\ )?nicht\ (?:gefunden|verfügbar|mehr\ verfügbar)|seite\ existiert\ nicht.{0,20}
    |página\ (?:no|não)\ (?:encontrada|existe|disponible|disponível)|page\ (?:introuvable|non\ trouvée)|pagina\ (?:non\ trovata|niet\ gevonden|nu\ a\ fost\ găsită|inexistentă)
    |sidan\ (?:kunde\ inte\ hittas|hittades\ inte|finns\ inte)|siden\ (?:ble|blev)\ ikke\ funde?t|siden\ (?:blev\ )?ikke\ fundet|siden\ finnes\ ikke|fant\ ikke\ siden
    |strona\ nie\ (?:została\ znaleziona|istnieje)|nie\ znaleziono\ strony|stránka\ (?:nenalezena|nebyla\ nalezena|neexistuje)|страница\ не\ (?:найдена|существует)|сторінку\ не\ знайдено
    |sayfa\ bulunamadı|halaman\ tidak\ ditemukan|az\ oldal\ nem\ található|sivua\ ei\ löyt(?:ynyt|y)|η\ σελίδα\ δεν\ βρέθηκε
    |ページが見つかりません.{0,8}|お探しのページ.{0,20}|페이지를\ 찾을\ 수\ 없습니다|页面不存在|找不到(?:页面|頁面)|頁面不存在|الصفحة\ غير\ موجودة|لم\ يتم\ العثور\ على\ الصفحة|הדף\ לא\ נמצא|पृष्ठ\ नहीं\ मिला
    )\W*$""",
    re.I | re.X,
)
"""The whole of a heading, or of a part of a title: not "Page not found: how the town lost its archive"."""
_ERROR_SENTENCE = late(
    r"""\b(?:(?:page|article|story|content|url|link)\ (?:that\ )?(?:you(?:[’']re|\ are)?\ (?:requested|looking\ for|trying\ to\ (?:reach|view)))|(?:can[’']t|cannot|couldn[’']t)\ (?:seem\ to\ )?find\ (?:the|that|this)\ page
    |no\ longer\ available\ on\ (?:this|our)\ (?:server|website|site)|briefly\ unavailable\ for\ scheduled\ maintenance|contact\ your\ hosting\ provider|this\ domain\ is\ for\ sale
    |(?:enable|turn\ on)\ (?:js|javascript)\ and\ (?:cookies|disable\ any\ ad\ blocker)|nginx\ web\ server\ is\ successfully|permission\ to\ access\ .{0,80}\ on\ this\ server
    |(?:angeforderte|aufgerufene|gesuchte)\ seite|página\ que\ (?:busca|você\ procura|procura)|page\ que\ vous\ (?:recherchez|cherchez|avez\ demandée)|pagina\ che\ (?:stai\ cercando|hai\ cercato)
    |pagina\ die\ (?:u|je)\ zoekt|sidan\ du\ (?:söker|letar)|siden,?\ du\ lete[rd]|strona,\ której\ szukasz|požadovaná\ stránka|страница,\ которую\ вы\ ищете|сторінка,\ яку\ ви\ шукаєте|aradığınız\ sayfa
    |halaman\ yang\ anda\ cari|a\ keresett\ oldal|etsimääsi\ sivua|σελίδα\ που\ (?:ψάχνετε|αναζητάτε)|pagina\ căutată)
    |お探しのページ|요청하신\ 페이지|您访问的页面|您訪問的頁面|الصفحة\ التي\ تبحث\ عنها""",
    re.I | re.X,
)
"""What such a page says to its reader."""
_TURNED_AWAY = {
    "asked": late(
        r"\b(?:page|story|article|address|link|url) (?:that )?you(?:[’']re| (?:have|were|are))? ?(?:asked|after|wanted?|requested|typed|tried|followed|looking)\b|"
        r"(?:gewünschte|angeforderte|aufgerufene|gesuchte)n? (?:seite|artikel|adresse)|page (?:que vous|demandée|recherchée)|página (?:que|solicitada|buscada)|pagina (?:che|richiesta|cercata)|"
        r"(?:pagina|artikel) (?:die|dat) (?:u|je) |gevraagde pagina",
        re.I,
    ),
    "gone": late(
        r"\b(?:(?:may|might|could|must|seems? to|appears? to) have been|(?:has|have) been|was) (?:moved|deleted|removed|renamed|taken down|archived)\b|(?:is|are) (?:not|no longer) (?:there|here|at this address)\b|"
        r"does(?:n[’']t| not) exist|(?:couldn[’']t|could not|can[’']t|cannot|didn[’']t) find (?:it|that|the page|what)|"
        r"(?:verschoben|gelöscht|umbenannt|entfernt) (?:worden|wurde)|wurde (?:verschoben|gelöscht|umbenannt|entfernt)|existiert nicht|nicht mehr (?:vorhanden|verfügbar)|"
        r"(?:été|a été) (?:déplacé|supprimé|renommé|retiré)|n[’']existe (?:plus|pas)|(?:sido|fue|haya) (?:movid|eliminad|borrad|trasladad)|(?:ya )?no existe|"
        r"foi (?:movid|removid|apagad|excluíd)|não existe|stat[ao] (?:spostat|rimoss|eliminat)|non esiste|(?:is|werd) (?:verplaatst|verwijderd)|bestaat niet",
        re.I,
    ),
    "address": late(
        r"\b(?:check|verify|retype|mistyped|typed) (?:the|your|that)? ?(?:address|url|spelling|link)\b|(?:old|broken|dead|wrong|outdated) link\b|"
        r"(?:prüfen|überprüfen|kontrollieren) sie (?:bitte )?(?:die|ihre) (?:adresse|eingabe|schreibweise|url)|vertippt|veralteten? link|"
        r"vérifi(?:ez|er) (?:l[’']|votre )(?:adresse|url|orthographe)|(?:compruebe|comprueba|verifique|verifica|revise|revisa) (?:la|que la) (?:dirección|url)|"
        r"verifique o endereço|(?:controlla|verifica|controllare) l[’']indirizzo|controleer (?:het|de) (?:adres|url|spelling)",
        re.I,
    ),
    "elsewhere": late(
        r"\b(?:(?:go|return|back|head|start) (?:back |again )?(?:to|at|from) (?:the|our) (?:home ?page|front page|homepage|start)|(?:use|try) (?:the|our|a)? ?search\b|you can (?:also )?search|search for (?:it|the story|the article|what))|"
        r"(?:zur|auf die|unsere) startseite|(?:nutzen|verwenden|benutzen) sie (?:bitte )?(?:die|unsere) such|page d[’']accueil|(?:utilisez|effectuez|essayez) (?:le|la|notre|une) (?:moteur|recherche)|"
        r"página (?:de inicio|principal|inicial)|(?:use|utilice|utiliza|prueba|utilize) (?:el|nuestro|a|la|o) (?:buscador|busca|búsqueda|pesquisa)|pagina (?:iniziale|principale)|usa la ricerca|(?:naar de|onze) (?:startpagina|homepage|voorpagina)",
        re.I,
    ),
}
"""What a newsroom's own error page says, each by itself harmless: two of them together are such a page."""
_PARTS = late(r"\s[-–—|·•:»]+\s|\s*\|\s*")
_FEW_WORDS, _SHORT, _TOGETHER = 150, 60, 2


def is_error_page(title: str, headline: str, opening: str, words: int, body: str = "") -> Reason | None:
    """Why a page is one, else None. `opening` is the first paragraph of the `body`, and `words` how many that has."""
    if words >= _FEW_WORDS:
        return None
    if ERROR_TITLE.search(title):
        return KindCode.ERROR_TITLE.of(title[:60])
    if headline and _ERROR_LINE.match(headline):
        return KindCode.ERROR_HEADING.of(headline[:60])
    if any(_ERROR_LINE.match(part) for part in _PARTS.split(title)):
        return KindCode.ERROR_TITLE.of(title[:60])
    if words < _SHORT and _ERROR_SENTENCE.search(opening):
        return KindCode.ERROR_SENTENCE.of(opening[:60])
    if words < _SHORT and sum(said.search(body) is not None for said in _TURNED_AWAY.values()) >= _TOGETHER:
        return KindCode.ERROR_SENTENCE.of(opening[:60])
    return None
