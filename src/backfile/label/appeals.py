"""Whether a text asks a reader for something, by its shape: it speaks to "you" or of "us", and of money, accounts or subscriptions."""

import re

from backfile.late_pattern import late

_TO_READERS = late(
    r"\b(?:you|your|yours|yourself|we|our|us|ours|readers?"
    r"|sie|ihr|ihre|ihnen|ihren|wir|uns|unser\w*|du|dein\w*|dich|dir|euch|leser\w*"
    r"|vous|votre|vos|nous|notre|nos|lecteurs?|lectrices?"
    r"|usted|ustedes|tú|tu|te|tus|nosotros|nuestr\w+|lectores|vos"
    r"|voi|vostr\w+|noi|nostr\w+|lettori|ci|ti"
    r"|você|vocês|seu|nós|noss\w+|leitores"
    r"|jij|je|u|uw|jouw|wij|we|ons|onze|lezers?"
    r"|ni|du|din|ditt|vi|oss|vår\w*|våre|läsare|lesere|deg|dig"
    r"|ty|wy|twój|wasz\w*|nasz\w*|czytelni\w+)\b|ご?(?:読者|皆さま|皆様|お客様)|お(?:読み|申し込み|使い|手続き)|ください|당신|독자|여러분|您|你|我们|читател\w+|ваш\w*|наш\w*",
    re.I,
)
_OF_MONEY = late(
    r"\b(?:pa(?:y|ys|id|ying)|costs?|money|price|prices|cents?|pence|pennies|coins?|pounds?|dollars?|euros?|free|gift|donat\w+|contribut\w+|support\w*|subscri\w+|members?(?:hip)?|account|register\w*|log in|sign (?:in|up)|offer|trial|month|monthly|a week|a year|quarter|per month|fund\w*|chip in|cancel|independent"
    r"|zahl\w*|bezahl\w*|kost\w+|geld|preis\w*|euro|gratis|kostenlos|spend\w+|unterstütz\w+|abo|abonn\w+|abonnement|mitglied\w*|konto|registrier\w+|anmeld\w+|einlogg\w+|angebot|monat\w*|jahr|kündbar|beitrag"
    r"|pay(?:er|ez|ant|ants)|coûte\w*|argent|prix|gratuit\w*|don(?![’'])|dons|soutenez|soutenir|soutien|abonné\w*|abonnez|abonnement|adhér\w+|compte|inscri\w+|offre|essai|mois|par an|sans engagement"
    r"|pag(?:a|ar|an|as|ue)|cuesta|dinero|precio|gratis|dona\w*|apoy\w+|suscri\w+|socios?|cuenta|regístr\w+|registr\w+|oferta|mes|al año"
    r"|sost(?:en|ien)\w+|soldi|prezzo|gratuit\w+|dona(?:re|zione)|abbona\w+|account|iscri\w+|offerta|mese|all[’']anno"
    r"|apoi\w+|dinheiro|preço|assin\w+|conta|cadastr\w+|mês|por ano|doa\w+"
    r"|betaal\w*|betalen|kosten|steun\w*|doneer\w*|abonn\w+|lid|account|maand|per jaar"
    r"|betal\w+|støtt\w+|stöd\w*|prenumer\w+|abonner\w+|konto|måned\w*|månad\w*|gratis"
    r"|płac\w+|wspar\w+|wspier\w+|prenumer\w+|subskry\w+|konta|miesi\w+)\b|購読|申し込み|会員|登録|電子版|料金|無料|割引|ログイン|寄付|구독|회원|후원|订阅|会员|登录|捐|подпис\w+|поддерж\w+",
    re.I,
)
_WALL = late(
    r"\b(?:(?:with|without|need|create|open|have) an? (?:\w+ )?account|to (?:keep|continue|go on|carry on|finish) reading|(?:for|to) (?:our )?(?:subscribers|members)|subscri(?:be|ption)s?\b|log in|sign in|as far as you can"
    r"|weiterlesen|weiterzulesen|mit (?:einem )?abo\b|für abonnent\w+|jetzt (?:testen|abonnieren)|um (?:diesen|den) (?:artikel|text) zu lesen"
    r"|réservé\w* aux? abonné\w*|pour (?:lire|continuer)|abonnez-vous|seguir leyendo|para suscriptores|suscríb\w+|per (?:leggere|continuare)|abbonati|para (?:continuar|ler)|assine"
    r"|verder lezen|voor abonnees|läs vidare|les videre|læs videre|czytaj dalej|dla (?:subskrybentów|prenumeratorów))\b|続きをお?読|会員限定|電子版へのお申し込み|계속 읽|구독자|继续阅读|订阅后",
    re.I,
)
_SAID = late(
    r"[“”„«»「」\"]|\b(?:said|says|told|sagte|sagt|dit(?! (?:artikel|bericht|verhaal|stuk|nieuws))|a déclaré|dijo|ha detto|disse|zei)\b",
    re.I,
)
_CONTACT = late(
    r"\b(?:t[eé]l(?:ephone|efon|éfono|éphone|efono)?|phone|fax|fon|mobile|call)\b\.?:? ?[+(\d]|(?<!\d)[+(]?\d{2,5}[) /-]{1,2}\d{3,4}(?:[ -]\d{2,4})*(?!\d)|[\w.+-]+@[\w-]+\.\w+"
    r"|\b\d{1,2} ?(?:[ap]\.?m\.?|uhr)|\b\d{5}(?:-\d{4})? [A-Z]|\b\d{1,4} (?:[A-Z][\w.'’-]+ ){1,3}(?:St(?:reet)?|Road|Rd|Ave(?:nue)?|Row|Lane|Square|Way|Drive|Blvd)\b|\w+(?:straße|strasse|gasse|platz|weg) \d"
    r"|\b\d{1,4},? (?:rue|avenue|boulevard|chemin|quai)\b|\b(?:calle|avenida|via|piazza|rua) (?:[\w.'’-]+ ){1,4}\d{1,4}\b",
    re.I,
)
_OF_US = late(
    r"\b(?:we|our|us|wir|uns|unser\w*|nous|notre|nos|nosotros|nuestr\w+|noi|nostr\w+|nós|noss\w+|wij|we|ons|onze|vi|oss|vår\w*|vores|my|nasz\w*|nas)\b|お申|お手|弊紙|本紙|当社|우리|我们|본지|наш\w*|мы",
    re.I,
)
"""Who asks."""
_OF_PRESS = late(
    r"\b(?:journalis\w*|reporting|reporters?|newsrooms?|newspapers?|stor(?:y|ies)|articles?|reports?|reading|gazette|news|coverage"
    r"|\w*journalismus|zeitung\w*|artikel\w*|weiterlesen|lesen|redaktion\w*|berichte\w*|nachrichten"
    r"|information|presse|lecteurs?|lire|rédaction|reportages?|periodis\w+|noticias?|artículos?|leer|leyendo|redacción|contenido"
    r"|jornalis\w+|notícias?|artigos?|ler|lendo|reportagens|conteúdo|giornalis\w+|notizie|articol\w+|leggere|redazione|contenuto"
    r"|\w*journalistiek|krant|nieuws|lezen|redactie|dziennikar\w+|gazet\w+|artyku\w+|czyta\w+|redakcj\w+"
    r"|journalistik\w*|tidning\w*|artik\w+|läsa?|lese|avis\w*|nyheter)\b|記事|報道|新聞|기사|언론|新闻|报道|журналист\w*|новост\w+|стать\w+",
    re.I,
)
"""What is asked for: the paper and its stories."""
_ASKS = late(
    r"(?:^|[.!?:…”\"»] )(?:please |bitte |por favor,? )?(?:support|subscribe|donate|become|join|give|help|consider|chip in|sign up|register|log in|choose"
    r"|unterstützen|werden sie|abonnieren|spenden|testen|lesen sie|soutenez|abonnez|rejoignez|faites|devenez|apoy[ae]|suscr[ií]b\w+|dona"
    r"|ayud[ae]|apoie|assine|torne-se|doe|contribua|sostien\w*|abbona\w+|diventa|steun|word|doneer|neem|wesprzyj|zostań|wykup|stöd|bli|prenumerera"
    r"|støtt|abonner)\b"
    r"|\b(?:you|your|sie|ihnen|ihre?n?|vous|votre|usted|tu|você|seu|voi|vostro|ti|je|jij|u|uw|du|dig|deg|cię|ci|hágase|hazte)\b|ください|必要です",
    re.I,
)
"""A request, or a word to the reader: what an opinion on the press does not close with."""
_LIKED = late(
    r"\b(?:you (?:\w+ )?(?:like|enjoy|value|appreciate)d? (?:this|our|these|stories|reporting|what (?:you|we))\b|(?:ihnen|dir|euch) (?:dieser|der|dieses|unser) \w+ gefallen|(?:wenn|falls) (?:sie|ihr|du) unsere?\b"
    r"|(?:te|le|os|les) ha gustado (?:este|esta|lo que)|(?:ti|vi|le) è piaciut[oa] (?:questo|questa|l['’])|(?:article|enquête|récit|reportage|texte) (?:vous|t['’])\s?a plu|vous (?:avez aimé|appréciez) (?:cet|cette|nos|notre|ce)\b"
    r"|gostou (?:dest[ea]|da|do) (?:\w+)|(?:waardeer|vond|vind) (?:je|u) (?:dit|onze|ons)|gillade du|likte du|podobał\w* (?:ci|wam|państwu))",
    re.I,
)
"""Matches "If you value stories like this", "Cet article vous a plu ?": what only the paper says."""
_BOUGHT = late(r"\b(?:buy(?:ing)?|links?|clubs?|kauf\w*|comprar?)\b", re.I)
"""What a text on goods speaks of."""
_LONGEST, _LONGEST_WALL, _LONGEST_OFFICE = 700, 400, 300
"""Code points of an appeal, of what stands where reading ends, and of an office's address on a line of its own."""
_FEWEST_WORDS_OF_EACH, _FEWEST_OF_ALL, _FEWEST_CONTACTS, _FEWEST_SORTS = 2, 3, 3, 3


def asks_readers(text: str) -> bool:
    """Whether a text speaks to its readers of money: at least two words of each sort, and nobody is quoted."""
    if len(text) > _LONGEST or _SAID.search(text) or not _OF_US.search(text):
        return False
    return len(set(_folded(_TO_READERS, text))) >= _FEWEST_WORDS_OF_EACH <= len(set(_folded(_OF_MONEY, text)))


def reads_as_wall(text: str) -> bool:
    """Whether a text says that reading ends here without an account or a subscription."""
    return (
        len(text) <= _LONGEST_WALL
        and _WALL.search(text) is not None
        and not _SAID.search(text)
        and _OF_MONEY.search(text) is not None
    )


def is_contact(text: str) -> bool:
    """Whether a text says where an office is: telephone, mail, street and hours, three of them at least."""
    return sum(1 for _ in _CONTACT.finditer(text)) >= _FEWEST_CONTACTS


def asks_for_paper(text: str) -> bool:
    """Whether a paragraph of the text's own box asks readers for money for the paper: of money and of the press, three words at least,
    and a request. Of the last paragraphs of 2,400 stories 12 are such, and of these two are texts about gifts."""
    if len(text) > _LONGEST or _SAID.search(text) or not _ASKS.search(text) or _BOUGHT.search(text):
        return False
    money, press = set(_folded(_OF_MONEY, text)), set(_folded(_OF_PRESS, text))
    if money and _LIKED.search(text):
        return True
    speaks = len(money) >= _FEWEST_OF_ALL or _OF_US.search(text) is not None or _WALL.search(text) is not None
    return bool(money) and bool(press) and len(money) + len(press) >= _FEWEST_OF_ALL and speaks


def is_office(text: str) -> bool:
    """Whether a paragraph of the text's own box is an office's address: three sorts of contact in few words, and nobody says a thing."""
    if len(text) > _LONGEST_OFFICE or _SAID.search(text) or not is_contact(text):
        return False
    return len({_sort_of(found[0]) for found in _CONTACT.finditer(text)}) >= _FEWEST_SORTS


def _sort_of(contact: str) -> str:
    """Mail, a number, an hour or a street."""
    if "@" in contact:
        return "mail"
    return "hour" if _HOUR.search(contact) else "number" if _NUMBER.search(contact) else "street"


_HOUR, _NUMBER = late(r"(?:[ap]\.?m\.?|uhr)$", re.I), late(r"\d[ )/-]{1,2}\d|[+(]\d|^[^\W\d]\w*\.?:? ?\d$")


def _folded(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.lower() for found in pattern.findall(text)]
