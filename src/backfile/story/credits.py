"""Credit lines and editors' notes, out of the blocks that are labelled so."""

import re

from backfile.late_pattern import late
from backfile.lexicon.agencies import agency_name, is_agency
from backfile.lexicon.word_lists import alternatives
from backfile.model.story import Credit, Note

_CONTRIBUTED = late(
    rf"\b(?:{alternatives('credits.contributed')})|\bcontribut|\bmitarbeit\b|\bpropos recueillis|\bentretien réalisé|\bcolabora|\bcolaborou|\bcollaborat[oai]\b|\bmedewerking\b|\bbijdragen\b",
    re.I,
)
_REPORTED = late(
    r"\breport(?:ed|ing)\b|\bwith files\b|\binputs\b|\b(?:información|informações|informationen|informatie)\b|\bresearch\b|\bwrote\b|\bwriting\b|mit material|verwendung",
    re.I,
)
_PHOTO = late(r"\bphotos?\b|\bimages?\b|\bvideo\b|\bfoto", re.I)
_SOURCE_END = late(r"\s+(?:also )?(?:contribut|report(?!s\b)|wrote|assist)", re.I)
_LEAD = late(
    rf"^\W*(?:{alternatives('credits.leads')})\s*:?\s*|"
    r"^\W*(?:(?:additional )?(?:reporting|writing|editing|research) by|(?:with|contains|includes) (?:reporting|files|information|material|wire reports?|a? ?reports?|contributions) (?:from|by)|"
    r"with (?:files|reporting|(?:\w+ )?inputs?) from|with(?= \w+ inputs)|inputs? from|information from|reporting for this (?:story|report|article) was contributed by|"
    r"mit (?:informationen|agenturmaterial|inhalten|texten|material) (?:von|der|des)|unter verwendung von|(?:unter )?mitarbeit(?: von)?|avec(?: l['’])?|mit|"
    r"propos recueillis par|entretien réalisé par|con la colaboración de|"
    r"con (?:información|informaciones|datos|aportes|material) de(?: la| las| los|l)?|información de|con(?: fonte)?|com (?:informações|reportagem|dados) d[aeo]s?|com|colabor(?:ou|aram|ó|aron)|"
    r"(?:ha|hanno) collaborato|met(?: (?:informatie|medewerking|bijdragen) van)?|su fonte|sources?|quellen?|fuentes?|fontes?|bron|kilde|källa)\b\s*:?\s*(?:the (?=staff))?",
    re.I,
)
_IN_A_PLACE = late(r" in [A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*)*(?=,? and |,? [A-Z]|$)")
"""Where one of several reporters was: "Jo Marsh in Pell and Ann Roe in Harrow"."""
_OTHER_JOB = late(r";.*$|\s+inputs$", re.I | re.S)
_AGENCIES = late(r"\s*(?:/|,|\bund\b|\band\b|\bet\b|\by\b|\be\b|\ben\b)\s*")
_JOB = late(
    r"^(?:[\w .'’&-]{0,40}\b(?:intern|reporter|writer|correspondent|editor|staffer|journalist|photographer|producer)s?\b)\s+(?=[A-Z])"
)
_NOTE_KINDS = (
    (
        "reprint",
        re.compile(
            rf"\b(?:{alternatives('notes.reprint')})|"
            r"\b(?:(?:first|originally|previously) (?:published|appeared|ran|printed)|reprinted|republished|zuerst (?:erschienen|veröffentlicht)|erschien zuerst|"
            r"ursprünglich (?:erschienen|veröffentlicht)|(?:d[’']abord|initialement) (?:été )?(?:publié|paru)|(?:publicad[oa]|apareció|publicou) originalmente|"
            r"originalmente (?:publicad|apareci)|originariamente|oorspronkelijk|eerder verschenen|verscheen eerder|zuerst (?:im|in|bei|auf)\b.{0,60}erschienen|pour la première fois|"
            r"por primera vez|pela primeira vez|per la prima volta)",
            re.I,
        ),
    ),
    (
        "editors-note",
        re.compile(
            r"\bnames?\b.{0,60}\b(?:changed|withheld|altered)|namen? .{0,40}geändert|(?:pré)?noms? .{0,40}(?:changé|modifié)|nombres? .{0,40}(?:cambiad|modificad)",
            re.I,
        ),
    ),
    (
        "correction",
        re.compile(
            rf"\b(?:{alternatives('notes.correction')})|"
            r"correct|correg|misstat|(?:earlier|previous) version|(?:früheren|vorherigen) (?:version|fassung)|version (?:précédente|antérieure)|versión (?:anterior|previa)|"
            r"versão anterior|(?:ersten|prima|primera|première|primeira) (?:version\b|versione|versión|versão)|erramos|for the record|versione precedente|eerdere versie|tidigare version|tidligere ver|misidentif|misspel|incorrect|korrig|korrekt|berichtig|richtigstell|rectif|corrig|erro[rn]|errat|correç|correcci|correzion|corrett|rettific|"
            r"rettelse|retting|rettet|rättelse|rättat|oikaisu|sprostow|oprav|helyesb|düzelt|διόρθωσ|исправл|поправк|تصحيح|訂正|更正|정정|바로잡",
            re.I,
        ),
    ),
    (
        "clarification",
        re.compile(
            rf"\b(?:{alternatives('notes.clarification')})|"
            r"clarif|klarstell|präzisier|précision|precisión|precisazion|aclara|esclarec|chiariment|verduidelijk|förtydlig|presiser|уточн|توضيح",
            re.I,
        ),
    ),
    (
        "editors-note",
        re.compile(
            rf"\b(?:{alternatives('notes.editors-note')})|"
            r"editor|\bnote|anmerkung|anm\.|hinweis|nota\b|n\.? ?d\.? ?l\.? ?[ar]|redaktion|redacción|redação|rédaction|redazione|redactie|编者|編者|編集部|편집자|ملاحظة",
            re.I,
        ),
    ),
    (
        "update",
        re.compile(
            rf"\b(?:{alternatives('notes.update')})|"
            r"update|amended|changed|revised|aktualis|aktualiz|actualis|actualiz|atualiz|aggiorn|mise? à jour|màj|bijgewerkt|uppdater|oppdater|opdater|päivit|güncel|"
            r"обновл|تحديث|nachtrag|nachträg|ergänz|aangepast|gewijzigd|aanvulling|追記|更新",
            re.I,
        ),
    ),
)


def read_credit(raw: str) -> Credit:
    """Who a credit line names, and for what."""
    source = _source(raw)
    if _CONTRIBUTED.search(raw):
        role = "contributed"
    elif is_agency(raw):
        role, source = "wire", agency_name(raw) or source
    elif _of_agencies(source) and not _REPORTED.search(raw):
        role = "wire"
    elif _REPORTED.search(raw):
        role = "reported"
    else:
        role = "photo" if _PHOTO.search(raw) else "source"
    return Credit(raw, source or raw, role)


def _source(raw: str) -> str:
    led = _LEAD.match(raw)
    end = None if led else _SOURCE_END.search(raw)
    source = raw[led.end() :] if led else raw[: end.start()] if end and end.start() > 0 else raw
    if _SENTENCE.match(source):
        return raw
    source = _JOB.sub("", _OTHER_JOB.sub("", source).strip(" .()[]—–*-:"))
    return _IN_A_PLACE.sub("", source)


_SENTENCE = late(r"(?:this|the) (?:story|article|report|piece)\b", re.I)


def _of_agencies(source: str) -> bool:
    """Whether each part is an agency, or one is and the others are initials or desks: "dpa, afp", "svo/dpa", "dpa/lnw"."""
    parts = [part for part in _AGENCIES.split(source) if part]
    named = [agency_name(part) is not None for part in parts]
    return (
        agency_name(source) is not None
        or all(named)
        or (
            "/" in source
            and any(named)
            and all(
                is_known or (part.islower() and len(part) <= _INITIALS)
                for part, is_known in zip(parts, named, strict=True)
            )
        )
    )


_INITIALS = 5


def read_note(text: str) -> Note:
    """A correction, update, clarification, editor's note or word of reprint. Its date is left to the dates stage."""
    head = text[:160]
    label = _LABEL.match(head)
    if label is not None and _CLARIFIED.search(label[0]):
        return Note("clarification", text)  # whatever it says of an earlier version
    kind = next((name for name, pattern in _NOTE_KINDS if pattern.search(head)), "editors-note")
    return Note(kind, text)


_LABEL = late(r"[^:：]{3,60}[:：]")
_CLARIFIED = dict(_NOTE_KINDS)["clarification"]


def rights_credit(text: str) -> Credit | None:
    """The agency whose rights a line below the story reserves: "© 2018 The Associated Press. All rights reserved."."""
    found = _RIGHTS.match(text)
    holder = found["holder"].strip() if found else ""
    return Credit(text, agency_name(holder) or holder, "wire") if holder and is_agency(holder) else None


_RIGHTS = late(
    r"\W{0,2}(?:copyright|©|\(c\)|&copy;)\W*(?:copyright|©|\(c\))?\W*(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?)?,?\s*(?:by )?(?P<holder>[^\W\d_][\w .&'’-]{2,50}?)(?=[.,;|(]|\s+all rights|\s*$)",
    re.I,
)
