"""What shops, forums, small ads, jobs, events and searches print on their pages as lines and buttons of their own, by language.

The words are those of the systems that such sites run on (Shopify, WooCommerce, phpBB, vBulletin, XenForo, Discourse, The Events
Calendar) and of the great marketplaces, in their translations. A line counts as a whole: a story has these words in sentences.
"""

import re
from enum import StrEnum

from backfile.late_pattern import late

LONGEST = 48
"""Code points of a line that is looked up."""


class OtherLine(StrEnum):
    """Whose line it is."""

    SHOP = "shop-lines"
    THREAD = "thread-lines"
    SMALL_AD = "small-ad-lines"
    EVENT = "event-lines"


_LINES: dict[OtherLine, str] = {
    OtherLine.SHOP: "add to cart|add to bag|add to basket|add to trolley|add to wishlist|buy it now|add all to cart|sold out|in den warenkorb|in den einkaufswagen"
    "|auf die wunschliste|ausverkauft|ajouter au panier|ajouter à la liste de souhaits|añadir al carrito|agregar al carrito|añadir a la cesta|agregar a la cesta"
    "|adicionar ao carrinho|adicionar ao cesto|aggiungi al carrello|in winkelwagen|in winkelmand|in winkelmandje|lägg i varukorgen|lägg i kundvagn|legg i handlekurv"
    "|legg i handlekurven|læg i kurv|dodaj do koszyka|do koszyka|vložit do košíku|lisää ostoskoriin|kosárba|sepete ekle|в корзину|добавить в корзину|カートに入れる|加入购物车"
    "|加入購物車|장바구니 담기|أضف إلى السلة",
    OtherLine.THREAD: "thread starter|topic starter|original poster|post reply|reply to thread|reply to topic|reply to this topic|quick reply|new topic|new thread"
    "|senior member|junior member|well-known member|registered user|registered member|accepted answer|best answer|mark as solution|login to reply|log in to reply"
    "|you must be logged in to reply to this topic.|you must log in or register to reply here.|themenstarter|antwort erstellen|thema antworten|neues thema|auf thema antworten"
    "|beste antwort|répondre au sujet|répondre à ce sujet|nouveau sujet|meilleure réponse|responder al tema|tema nuevo|nuevo tema|mejor respuesta|responder ao tópico"
    "|novo tópico|melhor resposta|rispondi alla discussione|nuova discussione|miglior risposta|beantwoord dit onderwerp|nieuw onderwerp|svara i tråden|odpowiedz w temacie",
    OtherLine.SMALL_AD: "contact seller|contact the seller|message seller|message the seller|contact advertiser|contact the advertiser|contact owner|make an offer|make offer"
    "|report this ad|report ad|report this listing|ad details|posted in classifieds|apply for this job|apply for job|apply online|job description|job details|employment type"
    "|anbieter kontaktieren|verkäufer kontaktieren|nachricht an verkäufer|anzeige melden|privater anbieter|privatanbieter|festpreis|verhandlungsbasis|jetzt bewerben|stellenbeschreibung"
    "|contacter le vendeur|contacter l'annonceur|signaler l'annonce|signaler cette annonce|postuler|postuler à cette offre|contactar al vendedor|contactar vendedor|contactar con el anunciante"
    "|denunciar anuncio|denunciar este anuncio|inscribirme en esta oferta|contatar vendedor|contactar anunciante|candidatar-se|contatta il venditore|contatta inserzionista|segnala annuncio"
    "|candidati ora|bericht sturen|neem contact op met de verkoper|meld deze advertentie|solliciteer direct|kontakta säljaren|kontakt selger|skontaktuj się ze sprzedającym|aplikuj teraz",
    OtherLine.EVENT: "add to calendar|+ google calendar|+ ical export|+ add to google calendar|google calendar|icalendar|outlook 365|outlook live|export outlook .ics file|export .ics file"
    "|event details|event category:|event categories:|event navigation|event tags:|zum kalender hinzufügen|in kalender eintragen|veranstaltungsdetails|ajouter au calendrier"
    "|ajouter à mon calendrier|ajouter à l'agenda|añadir al calendario|agregar al calendario|adicionar ao calendário|aggiungi al calendario|toevoegen aan agenda"
    "|日時|開催日時|会場|定員|参加費|受講料|申込方法|お申し込み|主催|lägg till i kalender|legg til i kalender|dodaj do kalendarza|get tickets|buy tickets|tickets kaufen|comprar entradas|acheter des billets|acquista biglietti",
}
_BY_LINE = {line: kind for kind, lines in _LINES.items() for line in lines.split("|")}
_SHAPED = late(
    r"(?:posts|messages|beiträge|mensajes|mensagens|messaggi|berichten|inlägg)\s?:\s?[\d.,]+$|(?:joined|join date|registered|registriert|dabei seit|inscrit le|inscription|registrado|iscritto|lid geworden)\s?:\s?.{3,24}$"
    r"|reaction score\s?:?\s?[\d,]*$|last edited by .{3,36}$|zuletzt geändert von .{3,30}$"
)
"""Lines of a forum's members with a number or a day in them: "Joined: Mar 3, 2009", "Posts: 1,204"."""
_ADVERT_NUMBER = late(
    r"(?:ad (?:id|number|no\.?|ref\.?)|listing (?:id|number)|job (?:id|reference)|anzeigen-?(?:nummer|nr\.?|id)|referenz(?:nummer)?|réf(?:érence)?(?: de l['’]annonce)?|referencia(?: del anuncio)?)\s?[:#]\s?[\w-]{3,20}$"
)
_SEARCH_TITLE = late(
    r"\W*(?:search results?\b|results for\b|(?:you )?searched for\b|search\s*[:–—|-]|suchergebnisse?\b|suche nach\b|ergebnisse für\b|résultats? (?:de (?:la )?recherche|pour)\b|recherche\s*[:–—|-]|resultados (?:de (?:la )?(?:búsqueda|busca|pesquisa)|para)\b"
    r"|búsqueda\s*[:–—|-]|busca\s*[:–—|-]|risultati (?:della ricerca|per)\b|ricerca\s*[:–—|-]|zoekresultaten\b|resultaten voor\b|sökresultat\b|søkeresultat|søgeresultat|hakutulokset|wyniki wyszukiwania|výsledky (?:vyhledávání|hledání)|arama sonuçları"
    r"|результаты поиска|результати пошуку|検索結果|搜索结果|搜尋結果|검색 ?결과|نتائج البحث|תוצאות חיפוש)",
    re.I,
)
"""Matches "Search results for swan", "Suchergebnisse | Bote"; not "Search for missing swimmer goes on"."""


_BOOK = late(r"isbn(?:-1[03])?\s?[:：]?\s?(?:97[89][\d-]{10,15}|[\d-]{9,12}[\dx])$")
"""A book's number on a line of its own: a review has it among others."""


def other_line(line: str) -> OtherLine | None:
    """Whose line it is, if it is one that no story prints; `line` is in small letters."""
    found = _BY_LINE.get(line)
    if found is not None:
        return found
    if ":" in line and _SHAPED.match(line):
        return OtherLine.THREAD
    if line.startswith("isbn") and _BOOK.match(line):
        return OtherLine.SHOP
    return OtherLine.SMALL_AD if ":" in line and _ADVERT_NUMBER.match(line) else None


def heads_a_search(title: str) -> bool:
    """Whether a title or a heading is that of what a search found."""
    return _SEARCH_TITLE.match(title) is not None
