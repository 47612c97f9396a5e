"""Credit lines and editors' notes, out of the blocks that are labelled so."""

import re

from backfile.late_pattern import late
from backfile.lexicon.agencies import agency_name, is_agency
from backfile.model.story import Credit, Note

_CONTRIBUTED = late(r"\bcontribut", re.I)
_REPORTED = late(
    r"\breport(?:ed|ing)\b|\bwith files\b|\bresearch\b|\bwrote\b|\bwriting\b|mit material|verwendung", re.I
)
_PHOTO = late(r"\bphotos?\b|\bimages?\b|\bvideo\b|\bfoto", re.I)
_SOURCE_END = late(r"\s+(?:also )?(?:contribut|report|wrote|assist)", re.I)
_LEAD = late(
    r"^\W*(?:(?:additional )?(?:reporting|writing|editing|research) by|(?:with|contains|includes) (?:reporting|files|information|material|wire reports?|a? ?reports?|contributions) (?:from|by)|"
    r"with (?:files|reporting) from|source|quelle|fuente|fonte|bron|kilde|källa|mit material von|unter verwendung von)\s*:?\s*(?:the (?=staff))?",
    re.I,
)
_JOB = late(
    r"^(?:[\w .'’&-]{0,40}\b(?:intern|reporter|writer|correspondent|editor|staffer|journalist|photographer|producer)s?\b)\s+(?=[A-Z])"
)
_NOTE_KINDS = (
    ("reprint", re.compile(r"\b(?:(?:first|originally) (?:published|appeared|ran)|reprinted|republished)\b", re.I)),
    (
        "correction",
        re.compile(
            r"correct|misstat|misidentif|misspel|incorrect|korrektur|rectif|erro[rn]|errata|rettelse|rättelse", re.I
        ),
    ),
    ("clarification", re.compile(r"clarif", re.I)),
    ("editors-note", re.compile(r"editor|note|anmerkung|hinweis|nota", re.I)),
    ("update", re.compile(r"update|amended|changed|revised|aktualis", re.I)),
)


def read_credit(raw: str) -> Credit:
    """Who a credit line names, and for what."""
    end = _SOURCE_END.search(raw)
    source = raw[: end.start()] if end and end.start() > 0 else _LEAD.sub("", raw)
    source = _JOB.sub("", source.strip(" .()[]—–*-:"))
    if _CONTRIBUTED.search(raw):
        role = "contributed"
    elif _REPORTED.search(raw):
        role = "reported"
    elif is_agency(raw):
        role, source = "wire", agency_name(raw) or source
    elif _PHOTO.search(raw):
        role = "photo"
    else:
        role = "wire" if agency_name(source) else "source"
    return Credit(raw, source or raw, role)


def read_note(text: str) -> Note:
    """A correction, update, clarification, editor's note or word of reprint. Its date is left to the dates stage."""
    head = text[:160]
    kind = next((name for name, pattern in _NOTE_KINDS if pattern.search(head)), "editors-note")
    return Note(kind, text)
