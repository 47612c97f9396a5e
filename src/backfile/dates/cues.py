"""Words beside a stamp that say whose time it is: the story's first day, its last change, or nothing of the kind.

Each pattern is a list of word beginnings in the languages of news, tried on the text just before a stamp.
"""

import re

_PUBLISHED = (
    r"publish|posted|post time|submitted|gespeichert von|first published"
    r"|originally|released?|issued|filed|created|submitted|written|added|veröffentlicht|geschrieben|verfasst|gepostet|erstellt|publiziert"
    r"|erschienen|eingestellt|publi[ée]|mis en ligne|par[ua]+ le|créé|publicad|publicación|publicação"
    r"|creado|criado|pubblicat|data pubblicazione|pubblicazione|gepubliceerd|geplaatst|publicerad|publisert"
    r"|udgivet|offentliggjort|oprettet|julkaistu|opublikowan|data publikacji|dodano|utworzono|publikov"
    r"|zveřejněno|vydáno|publikálva|megjelen|közzététel|publicat|data publicării|objavljeno|опубликован"
    r"|дата публикации|размещено|опубліковано|дата публікації|публикувано|δημοσ[ιί]ε|yayın|giriş|eklenme|نشر"
    r"|تاريخ|פורסם|प्रकाशित|diterbitkan|dipublikasikan|ditayangkan|公開|掲載|配信|发布|發布|发表|登録|입력|등록|승인|게시"
)
_DATED = r"dates?\s?:|datum\s?:|fecha\s?:|data\s?:|(?:datum|date|dato|fecha|data)\s?$"
_UPDATED = (
    r"updated?|last modified|modified|changed|last edited|edited|revised|revision|last reviewed|reviewed"
    r"|refreshed|amended|aktualisier|zuletzt|geändert|überarbeitet|letzte änderung|letztes update|update"
    r"|mis à jour|mise à jour|màj|maj|modifi[ée]|actualis[ée]|actualizad|actualización|atualizad|atualização"
    r"|modificad|editado|aggiornat|ultimo aggiornamento|ultima modifica|modificat|bijgewerkt|gewijzigd|laatste"
    r"|uppdatera|senast|oppdater|opdater|endret|ændret|sist|päivitetty|muokattu|aktualizac|aktualizov"
    r"|zaktualizowan|upravené|aktualizace|upraveno|frissít|módosít|actualizat|ažurirano|izmjen|обновлен|изменен"
    r"|оновлен|змінен|обновен|актуализир|ενημ[εέ]ρωσ|ενημερώθηκε|τελευταία|güncelle|son değişiklik|تحديث|محدث"
    r"|עודכן|עדכון|अपडेट|अद्यतन|diperbarui|cập nhật|更新|最終更新|수정|업데이트|최종"
)
_NOT_THE_STORY = (
    r"copyright|©|\(c\)|℗|all rights|expires?|valid until|gültig bis|joined|member since|born|geboren|deadline"
    r"|posts?:|registered|registriert|mitglied seit|event|when:|founded|established|est\.|since|seit|accessed|retrieved|viewed|abgerufen"
    r"|photo|foto|image|picture|getty|reuters/|caption|recorded on|air ?date|aired|captured|taken on|received"
    r"|accepted|collection date|zuletzt abgerufen|citation|引用|édition|edition|ausgabe|e-paper|comment|reply|replied|next|previous|vol\.|version"
    r"|corrections?|clarifications?|korrektur|rectificati|corrección|errata|isbn|issn|phone|tel|fax|sold|sales? |price|ends?\b|endet|offers?\b|angebot|until|bis|through|noch"
)

# the start of a word, or of one that a tag's end glued to the word before: "Jane RoeUpdated"
_EDGE = r"(?:(?<![^\W\d])|(?-i:(?<=[a-zà-ÿ])(?=[A-Z])))"

PUBLISHED = re.compile(rf"{_EDGE}(?:{_PUBLISHED})", re.I)
"""Matches "Posted 4:47 PM", "Veröffentlicht am"; not "Republished"."""
UPDATED = re.compile(rf"{_EDGE}(?:{_UPDATED})", re.I)
"""Matches "Updated 12:04 p.m.", "zuletzt aktualisiert"; not "undated"."""
DATED = re.compile(rf"{_EDGE}(?:{_DATED})", re.I)
"""Matches "Date:"; not "Update:". It says that a day follows, and means the publication where no other word stands before it."""
NOT_THE_STORY = re.compile(rf"{_EDGE}(?:{_NOT_THE_STORY})", re.I)
"""Matches "© 2024", "Photo taken on"; not "Posted on"."""

READERS = re.compile(
    r"(?:leave a |your |reader )?(?:comments?|responses?|repl(?:y|ies)|kommentare?|leserbriefe|commentaires?|comentarios?|comentários?|commenti|reacties?)",
    re.I,
)
"""Matches the whole of "Comments", "Leave a reply": what follows is the readers'."""
OF_AN_EVENT = re.compile(
    r"(?:(?:start )?time|doors|place|location|venue|where|uhrzeit|ort|einlass|beginn|lieu|heure|hora|lugar|luogo|ora|local|tijd|plaats|sted|tid|plats)\s?:",
    re.I,
)
"""Matches the start of "Time: 7 pm", "Venue: Mill Hall"; not "Times of London"."""

_GLUE = r"on|at|am|den|le|el|il|em|op|dne|dnia|the|date|datum|time|[:|·•/-]"
IS_LABEL = re.compile(
    rf"(?:(?:page|article|story|post|entry|content|first|last|originally|date|web|online|artikel|beitrag|seite|zuletzt|erstmals)\s+){{0,2}}"
    rf"(?:{_PUBLISHED}|{_UPDATED}|{_DATED})[^\W\d]*(?:\s*(?:{_GLUE}))*\s*$",
    re.I,
)
"""Matches the whole of "Published", "Last updated on:", "Page updated:"; not "Corona-Update", "Reviewed by Jane Roe"."""
OF_ANOTHER_DAY = re.compile(
    r"(?:event|(?:photo|foto|bild|image|picture)(?=\s(?:date|datum|taken|from|vom|du|del))|taken|recorded|aufgenommen|born|geboren|né|nacido|deadline"
    r"|bewerbungsschluss|frist|termin|veranstaltung|opening|premiere|première|kick-?off|performance|starts?|beginn|begins?|ends?|ende|expires?|valid"
    r"|when|wann|quand|cuándo|quando|wanneer|hvornår|när|dates|on sale|match|hearing|election)"
    r"(?:\s(?:date|day|time|and|&|on|from|am|le|el|vom|du|del|of|taken|datum|due|closes|until|s))*\s*:?\s*$",
    re.I,
)
"""Matches the whole of "When", "Event date:", "Photo taken on"; not "Date", "Published"."""


def field_of(before: str) -> str | None:
    """ "published", "updated" or None, by the last cue word in the text before a stamp."""
    if not before or before.isspace():
        return None
    last, field = -1, None
    for name, pattern in (("published", PUBLISHED), ("updated", UPDATED)):
        for m in pattern.finditer(before):
            if m.start() > last:
                last, field = m.start(), name
    return field or ("published" if DATED.search(before) else None)
