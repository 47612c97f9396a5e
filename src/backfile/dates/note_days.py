"""The day of a note: the one that stands in its label, or beside the word that says what was done ("amended on 4 November 2022").

A day anywhere else in a note is a day of the matter, or the one that a reprint first ran on; a day without its year is none.
"""

import re

from backfile.dates.parse_stamp import parse_stamp
from backfile.dates.printed_days import PrintedDay, find_days
from backfile.late_pattern import late
from backfile.model.story import Note

_LABEL = late(r"\W{0,3}[^:：]{3,80}?[:：—–](?!\d)")
"""What a note begins with: "CORRECTION (June 12, 2000):", "Update, 25. Jänner 2018:"."""
_VERBS = (
    r"updated|corrected|amended|revised|changed|clarified|edited|modified|added|appended|aktualisiert|korrigiert|geändert|ergänzt|berichtigt|überarbeitet|"
    r"modifié|corrigé|mis à jour|actualisé|rectifié|actualiz(?:ad|ó)|corregid|corrigió|modific(?:ad|ó)|rectific(?:ad|ó)|atualizad|corrigid|alterad|aggiornat|corrett|modificat|"
    r"bijgewerkt|aangepast|gecorrigeerd|gewijzigd|uppdatera|rätta|ändra|oppdater|rettet|endret|opdateret|ændret|päivite|korja|zaktualizowan|poprawion|uzupełnion|обновл|исправл|дополн|измен|"
    r"correction|update|rectificatif|korrektur|corrección|correção|rettifica"
)
_DONE = late(rf"\b(?:{_VERBS})\w*\W{{1,2}}(?:\w+\W{{1,2}}){{0,4}}$", re.I)
_IN_BRACKETS = late(r"\([^()]{4,40}\)[.\s]*")
"""A day in brackets that ends a note: "... gehöre der SPD an. (22.10.2014)"."""
_DONE_AFTER = late(rf"\W{{1,3}}(?:\w+\W{{1,2}}){{0,3}}(?:{_VERBS})", re.I)
"""Just before a day, within five words of it, or after it, within four: "am 4. Mai 2018 korrigiert"."""


def dated(note: Note, language: str | None) -> Note:
    """The note with its day, where it says one."""
    if note.kind == "reprint":
        return note
    head = note.text[:_HEAD]
    label = _LABEL.match(head)
    end = label.end() if label else 0
    for day in find_days(head, language=language):
        if (
            day.start < end
            or _IN_BRACKETS.fullmatch(head[day.start - 1 :])
            or _DONE.search(head, 0, day.start)
            or _DONE_AFTER.match(head, day.end)
        ):
            value = _value(head, day, language)
            if value is not None:
                return note._replace(date=value)
    return note


_HEAD = 400


def _value(text: str, day: PrintedDay, language: str | None) -> str | None:
    if day.year is None or day.month is None or day.day is None:
        return None
    parsed = parse_stamp(text[day.start : day.end], language=language)
    return parsed.value[:10] if parsed is not None and parsed.precision in _WHOLE_DAYS else None


_WHOLE_DAYS = frozenset(("day", "minute", "second"))
