"""How bylines begin, in the languages of the web's press: "By ", "Ein Bericht von ", "Γράφει ο "."""

import re

from backfile.late_pattern import late

BY_WORDS = tuple("by von par por di door av af oleh".split())
"""The one word that most bylines begin with, by language: English, German, French, Spanish and Portuguese, Italian, Dutch, Swedish
and Norwegian, Danish, Indonesian. "Vom" is none of them: in mid-line it is "of the"."""
_BY = "|".join(BY_WORDS)
BYLINE_START = late(
    r"^\W{0,3}(?:(?:this (?:post|article|story|blog) (?:was )?written|(?:article|post|authored|blog)? ?written|authored|photos?|pictures|images|written|reported|posted|published|story|words|text|article|analysis|opinion|review|report|compiled|edited|fotos?|texte?|"
    r"geschrieben|veröffentlicht|erstellt|eingestellt|gepostet|verfasst|publié|publicado|escrito|rédigé|post author|beitrag|ein (?:beitrag|artikel|kommentar|gastbeitrag|interview)|eine kolumne|blog ?beitrag|gespeichert|hinzugefügt)\s*:?\s+)?"
    r"(?:(?:by|von|vom|par|por|di|da|door|av|af|oleh|(?:autorin/)?autor(?:in|a|es)?|author|authors|text|words|tekst|szerző|автор|текст|yazan|reporter|escribe|from(?=:? (?:staff|wire)\b)|skribent|redakteur(?:in)?)\s*[:：]?\s+|"
    r"(?:autor(?:in|a|es)?|auteure?|authors?|text(?: (?:&|und) (?:fotos?|bild(?:er)?))?|words|interview|contributors?|by|von)\s*[:：]\s*|"
    r"文(?:\s*[:：/／]|\s)\s*|(?:記者|取材|撮影|كتبت?|بقلم|تقرير|מאת|作者|记者|撰文|글|기자|โดย)\s*[:：/]?\s*)",
    re.I,
)
OTHER_WORK = late(
    r"^\W{0,3}(?:(?:medically |clinically |fact.?)?(?:photos?|pictures?|images?|fotos?|bild(?:er)?|video|graphics?|illustrations?|edited|reviewed|checked|fact-checked|translated|presented|sponsored|powered|supported|hosted|designed)\b"
    r"[^,|]{0,40}?\b(?:by|von|par|por|di|da|door|av|af)\b|(?:photos?|fotos?|bild|image|video)\s*:)",
    re.I,
)
"""Work on a story or its page that is not the writing of it."""
_FIRST_WORD = late(r"\W{0,3}(\w+)")
_OPENING = frozenset(
    "by von vom par por di da door av af oleh autor autorin autora autores autoren author authors text words tekst szerző yazan reporter escribe "
    "from skribent redakteur redakteurin this article post blog authored written photo photos picture pictures image images reported posted "
    "published story analysis opinion review report compiled edited foto fotos texte geschrieben veröffentlicht erstellt eingestellt "
    "gepostet verfasst blog gespeichert hinzugefügt interview auteur auteure contributor contributors publié publicado escrito rédigé beitrag beitragvon ein eine".split()
)
"""First words of bylines in Latin letters: looking a word up costs less than the pattern."""

_IN_LATIN = late(
    r"""\W{0,3}(?:
    (?:contributed|story|reporting|interview(?:ed)?|told|as\ told|transcribed)\s+(?:by|to)\s+
    |from\ our\s+(?=[a-z]+\ )
    |(?:eine?\s+)?[a-zäöü-]*(?:kommentar|kolumne|analyse|bericht|reportage|essay|porträt|rezension|kritik|glosse|beitrag|artikel
       |interview|gespräch|protokoll|recherche|aufgezeichnet|protokolliert)\s+von\s+
    |aus\ [^\W\d_]+\ berichte[nt]\s+
    |autor(?:[/*:_]-?inn?(?:en)?|\(in(?:nen)?\)|innen|s)\s*:?\s+
    |(?:texto|redactor(?:a)?|periodista|reportaje|entrevista|una\ crónica|un\ reportaje|crónica|reportagem)\s*(?::|\b(?:de|por)\b)\s*
    |(?:una?\ )?(?:articolo|intervista|inchiesta|servizio|testo|reportage)\s+di\s+|a\ cura\ di\s+
    |(?:scritto|pubblicato|redatto)\s+da\s+
    |(?:dal?|dalla)\s+(?:nostr[oa]\s+)?(?=inviat[oa]\ |corrispondente\ )
    |propos\s+recueillis\s+par\s+|recueilli\s+par\s+|(?:écrit|ecrit|signé|préparé)\s+par\s+
    |(?:un\ |une\ )?(?:article|reportage|enquête|récit|billet|chronique|texte|entretien|analyse)\s+(?:de|d[’']|par)\s*
    |de\s+(?:notre|nos)\s+(?=envoyée?s?\ |correspondante?s?\ )
    |(?:geschreven|tekst|bewerkt)\s+(?:door|van)\s+|van\s+onze\s+(?=[a-z]+\ )
    |(?:skriven|skrevet|publicerad|publisert|publiceret|en\ (?:artikel|text|krönika|kronik|analys|analyse|kommentar))\s+a[vf]\s+|journalist\s*:\s*
    |(?:teksti|kirjoittaja|toimittaja)\s*:\s*|kirjoittanut:?\s+
    |(?:opracowanie|opracował[ay]?|oprac\.|napisał[ay]?|autorzy|autorka|tekst)\s*:?\s+
    |(?:napsala?|autoři|autorka|připravila?)\s*:?\s+
    |írta\s*:?\s+|(?:scris|publicat|redactat)\s+de\s+
    |(?:yazar|haber|muhabir|röportaj|yazı|yazan)\s*:\s*
    |(?:penulis|laporan|pewarta|reporter)\s*:\s*
    |(?:tác\ giả|bài|tin)\s*:\s*|theo\s+(?=[A-ZĐÀ-Ỹ])
    )""",
    re.I | re.X,
)
_FIRST = frozenset(
    "writer text texte words report photo foto picture image autoren autora autores auteur redakteurin contributor "
    "contributed story reporting interview interviewed told as transcribed from ein eine das kommentar kolumne "
    "analyse bericht reportage essay porträt rezension glosse gastbeitrag gastkommentar gastartikel "
    "erfahrungsbericht leitartikel gespräch kritik protokoll aufgezeichnet protokolliert recherche aus autor "
    "autors autorinnen texto redactor redactora periodista reportaje entrevista una un une crónica reportagem "
    "articolo intervista inchiesta servizio testo a scritto pubblicato redatto da dal dalla propos recueilli "
    "écrit ecrit signé préparé article enquête récit billet chronique entretien de geschreven tekst bewerkt een "
    "van skriven skrevet publicerad publisert publiceret en journalist teksti kirjoittaja toimittaja kirjoittanut "
    "opracowanie opracował opracowała oprac napisał napisała autorzy autorka napsal napsala autoři připravil "
    "připravila írta scris publicat redactat yazar haber muhabir röportaj yazı yazan penulis laporan pewarta "
    "reporter tác bài tin theo".split()
)
"""First words of the pattern above, and of bylines that labels know: as they are looked up, few lines are matched with patterns."""
_IN_OTHERS = late(
    r"""\W{0,3}(?:
    (?:автори?ы?|текст|корреспондент|кореспондент|обозреватель|журналист(?:ка)?|подготовил[аи]?|беседовал[аи]?)\s*[:：]?\s+(?=[А-ЯЁІЇЄҐ])
    |γράφ(?:ει|ουν)(?:\s+(?:ο|η|οι))?\s*:?\s+|(?:συντάκτ(?:ης|ρια|ες)|κείμενο|ρεπορτάζ|επιμέλεια)\s*:\s*|(?:του|της|των)\s+(?=[Α-ΩΆ-Ώ])
    |(?:كتبت?|بقلم|تقرير|الكاتبة?|إعداد|أعدت?ه|تحرير|حاورت?ه|حوار|نویسنده|نوشته|به\ قلم|گزارش)\s*[:：]?\s+
    |(?:מאת|כתב|כתבה)\s*:?\s+
    |(?:लेखक|लेखिका|रिपोर्ट|संवाददाता|प्रस्तुति|द्वारा|লেখক|প্রতিবেদক|লিখেছেন)\s*[:：]?\s+
    |(?:โดย|เรื่อง|ผู้เขียน)\s*[:：]?\s*
    )""",
    re.I | re.X,
)
_WITH_PICTURES = late(
    r"\W{0,3}(?:texte?|words|tekst|story|report(?:age)?|bericht)\s*(?:&|and|und|et|och|og|/|\+)\s*(?:fotos?|photos?|photography|bild(?:er)?|pictures|video|foto)"
    r"\s*(?:[:：]|by|von|par|av|af)\s*",
    re.I,
)
"""Matches "Text & Fotos: "; not "Text und Kritik"."""
_BEYOND_LATIN = "\u0370"
"""Words of other scripts than the Latin come after it."""


def byline_start(text: str) -> re.Match[str] | None:
    """What begins a line as a byline: "By ", "Von: ", "文：". None for a line that begins otherwise."""
    return BYLINE_START.match(text) if may_begin_byline(text) else None


def may_begin_byline(text: str) -> bool:
    """True where the first word of a line is one that bylines begin with; always for other scripts than the Latin."""
    word = _first_word(text)
    return word in _OPENING or not word.isascii()


def _first_word(text: str) -> str:
    """The first word of a line, folded; nothing for a line that begins with a number or no word."""
    head = text.split(" ", 1)[0]
    if head.isalpha():
        return head.lower()
    found = None if head[:1].isdigit() else _FIRST_WORD.match(text)  # few lines: "By:", "(by", "文：張三"
    return found[1].lower() if found else ""


_FIRST_WORDS = _FIRST.union(filter(may_begin_byline, re.findall(r"[a-zß-ž]{2,}", BYLINE_START.pattern)))
"""With those that labels look up."""
_TEXTS = frozenset("text texte words tekst story report reportage bericht".split())


def may_open(text: str) -> bool:
    """True where the first word of a line is one that bylines begin with: of most lines nothing else is looked at."""
    word = _first_word(text)
    return word in _FIRST_WORDS or word > _BEYOND_LATIN


def opening_of(text: str) -> re.Match[str] | None:
    """What begins a line as a byline, with what labels know of it: "By ", "Ein Bericht von ", "Γράφει ο "."""
    word = _first_word(text)
    if word > _BEYOND_LATIN:
        return BYLINE_START.match(text) or _IN_OTHERS.match(text)
    if word not in _FIRST_WORDS:
        return None
    if word in _TEXTS and (found := _WITH_PICTURES.match(text)):
        return found
    return BYLINE_START.match(text) or _IN_LATIN.match(text)


def after_opening(text: str, end: int) -> str:
    """What follows an opening that ends there: who is named. With whom an interview was is not: "Interview von Ann Lee mit Bo Marsh"."""
    rest = text[end:]
    if end and _INTERVIEW.search(text, 0, end) and (found := _WITH_WHOM.search(rest)):
        return rest[: found.start()]
    return rest


_INTERVIEW = late(r"interview|gespräch|entretien|entrevista|intervista", re.I)
_WITH_WHOM = late(r"\s(?:mit|with|avec|con|com|met|med)\s")


def is_other_work(text: str) -> bool:
    """True for a line on work that is not the writing: photographs, edits, reviews, checks."""
    if text[:3].lower() in _BY_ITSELF:
        return False
    return OTHER_WORK.match(text) is not None or _PICTURED.match(text) is not None or is_edit(text)


_BY_ITSELF = frozenset(("by ", "by:", "von", "por", "par", "di ", "av ", "af "))
"""How most bylines begin: no work but the writing is named so."""


_PICTURED = late(
    r"\W{0,3}(?:foto(?:graf|s|grafie)?|photo(?:graph\w*)?|bild(?:er)?|иллюстрац\w+|фото|사진|تصوير)\s*(?:by)?\s*[:：]",
    re.I,
)


def is_edit(text: str) -> bool:
    """True for a line on who looked a story over, or where it was taken from: nobody in it is a writer. A photographer may sign."""
    first = text[:1]
    return (first in _EDIT_STARTS or not first.isascii()) and _EDITED.match(text) is not None


_EDIT_STARTS = frozenset("eErRfFcC([ ")


_EDITED = late(
    r"\W{0,3}(?:(?:edit(?:ed|ing|or)|editör|editora?|redaktor|redaktör|responsable|редактор|责任编辑|责编|編輯|编辑|校对|来源|來源|출처|편집|المصدر|مصدر)"
    r"\s*(?:by)?\s*[:：]|(?:edited|editing|reviewed|fact.?checked|checked)\s+by\b)",
    re.I,
)
"""Matches "Editor: Ann Lee", "责任编辑：王五", "Edited by Ann Lee"; not "Editor Ann Lee"."""


# --- a "by" that does not begin its line -----------------------------------------------------------------------------

BY_WITHIN = late(
    rf"(?:^|(?<=[\s|•·,–—/)\d]))(?:{_BY}|autor(?:in|a|es)?:|author:|escribe|текст:|автор:)\s*:?\s+(?=[\w@])", re.I
)
"""Matches "by " in "Updated 3 March, by Ann Lee"; not in "stand-by crew"."""
BY_AFTER_STAMP = late(
    rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?:,? \d{{1,2}}:\d\d(?: ?[ap]m| Uhr)?)?\W{{1,4}}(?:{_BY}):?\s+", re.I
)
"""Matches "03/01/2017 by ", before a name and an office: so long a line may be labelled as a dek."""
BY_AND_NAME = late(rf"\b(?i:{_BY})\b:?\s+(?=[A-ZÀ-Ž])[^|•·,]{{3,60}}(?: (?:and|AND|und|et|y) [^|•·,]{{3,60}})?")
"""Matches the end of "POSTED 4:47 PM, FEBRUARY 23, 2017, BY DANA KESSLER"."""
BY_NAME_ON = late(rf"(?i:{_BY})\s(?:[A-ZÀ-Þ][\w.'’-]*\s){{1,4}}(?:am|on|le|el|il|op|den)\s")
"""Matches "Von Christian am ", "By Ann Roe on "; not "By then it was on "."""
ENDS_AS_BYLINE = late(
    rf"(?:^|[|•·–—]\s|\b(?:post|posted|entry|story|article|item|submitted|published|written|reported|beitrag|eintrag|artikel|billet|nota|nieuws)\s)"
    rf"(?i:{_BY})\s+(?:[\w.'’-]+\s+){{1,4}}(?:(?:on|am|le|el|il|op|den|em|dne)\s+)?(?:[^\W\d_]{{2,12}}[.,]{{1,2}}\s*)?$",
    re.I,
)
"""Matches the end of "River notes post by Ann Roe on "; not of "The pier was seen by Ann Roe on "."""
STARTS_AS_BYLINE = late(rf"(?:{_BY}|written|story|text)\b", re.I)
"""Matches the start of "by Ann Roe on 3 March"; cheaper than `opening_of`, for lines that are known to be short."""

_ROUND_BY = " :.-–—|•\xa0"
_ALONE = frozenset(
    (
        *BY_WORDS,
        *(
            f"{work} {by}"
            for by in BY_WORDS
            for work in "written posted published authored words story text article geschrieben verfasst veröffentlicht escrito "
            "publicado publié rédigé scritto".split()
        ),
        *"author authors autor autoren autorin autora autores auteur writer text".split(),
    )
)


def is_by_alone(text: str) -> bool:
    """True for a line that says "Written by" and no more: the name stands in the next one."""
    return text.lower().strip(_ROUND_BY) in _ALONE


_ALL_STARTS = tuple(
    "view see show read find zeige voir ver lees se all more alle weitere mehr tous todos todas otros".split()
)
_ALL_BY = late(
    rf"(?:(?:view|see|show|read|find|zeige|voir|ver|lees|se)\s+)?(?:all|more|alle|alles|weitere|mehr|tous|todos|tous les|todas|otros)\b.{{0,24}}?\b(?:{_BY}|from|de|van)\s+(.+)",
    re.I,
)


def all_posts_of(text: str) -> str | None:
    """Whose the link under a story leads to: "View all posts by Ann Lee". None for another line."""
    found = _ALL_BY.match(text) if text.lower().startswith(_ALL_STARTS) else None
    return found[1].strip(" →»›.") if found else None
