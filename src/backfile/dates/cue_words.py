"""Words beside a stamp that say whose time it is: the story's first day, its last change, or nothing of the kind.

Each list (`stamps.*` of languages/*.toml) holds word beginnings in the languages of news, tried on the text just before a stamp.
"""

import re
from collections.abc import Iterable

from backfile.late_pattern import late
from backfile.lexicon.byline_openings import BY_WORDS
from backfile.lexicon.word_lists import alternatives, in_all

_PUBLISHED, _UPDATED = alternatives("stamps.published"), alternatives("stamps.updated")
_DATED = rf"(?:{alternatives('stamps.dated')})\s?[:：]|(?:datum|date|dato|fecha|data)\s?$"

# where a word starts, or one that a tag's end glued to the word before: "Jane RoeUpdated"
_STARTS = late(r"(?:(?<![^\W\d])|(?<=[a-zà-ÿ])(?=[A-Z]))[^\s\d]")


_REST_OF_WORD = late(r"[^\W\d]*")


class CueWords:
    """A list of word beginnings, tried only where a word starts and only those with its first letter: the lists are long, and a
    letter's part is made when it is first met."""

    def __init__(self, branches: Iterable[str]) -> None:
        firsts: dict[str, list[str]] = {}
        for branch in branches:
            first = branch.lstrip("\\")[0]
            for letter in {first.lower(), first.upper()}:
                firsts.setdefault(letter, []).append(branch)
        self._written = {letter: "|".join(some) for letter, some in firsts.items()}
        self._by_first: dict[str, re.Pattern[str]] = {}

    def starts(self, text: str, at: int = 0) -> bool:
        """Whether one of them stands at `at`."""
        first = text[at : at + 1]
        if first not in self._written:
            return False
        pattern = self._by_first.get(first)
        if pattern is None:
            pattern = self._by_first[first] = re.compile(self._written[first], re.I)
        return pattern.match(text, at) is not None

    def end_of(self, text: str, at: int) -> int | None:
        """Where the word that begins with one of them ends; None where none stands at `at`."""
        if not self.starts(text, at):
            return None
        m = self._by_first[text[at]].match(text, at)
        return _REST_OF_WORD.match(text, m.end()).end() if m else None  # type: ignore[union-attr]

    def is_in(self, text: str) -> bool:
        """Whether one of them starts a word of the text."""
        return any(self.starts(text, m.start()) for m in _STARTS.finditer(text))


PUBLISHED = CueWords(in_all("stamps.published"))
"""Has "Posted 4:47 PM", "Veröffentlicht am"; not "Republished"."""
UPDATED = CueWords(in_all("stamps.updated"))
"""Has "Updated 12:04 p.m.", "zuletzt aktualisiert"; not "undated"."""
NOT_THE_STORY = CueWords(in_all("stamps.not-the-story"))
"""Has "© 2024", "Photo taken on"; not "Posted on"."""
DATED = late(rf"(?<![^\W\d])(?:{_DATED})", re.I)
"""Matches "Date:"; not "Update:". It says that a day follows, and means the publication where no other word stands before it."""

READERS = frozenset(in_all("stamps.comments"))
"""What the heading of the readers' comments says, in lower case and without its number."""
OF_AN_EVENT = late(
    r"(?:(?:start )?time|doors|place|location|venue|where|uhrzeit|ort|einlass|beginn|lieu|heure|hora|lugar|luogo|ora|local|tijd|plaats|sted|tid|plats)\s?:",
    re.I,
)
"""Matches the start of "Time: 7 pm", "Venue: Mill Hall"; not "Times of London"."""

_GLUE = r"on|at|am|den|le|el|il|em|op|dne|dnia|the|date|datum|time|[:|·•/-]"
IS_LABEL = late(
    rf"(?:(?:page|article|story|post|entry|content|first|last|originally|date|web|online|artikel|beitrag|seite|zuletzt|erstmals)\s+){{0,2}}"
    rf"(?:{_PUBLISHED}|{_UPDATED}|{_DATED})[^\W\d]*+(?:\s*+(?:{_GLUE}))*+\s*+$",
    re.I,
)
"""Matches the whole of "Published", "Last updated on:", "Page updated:"; not "Corona-Update", "Reviewed by Jane Roe"."""
OF_ANOTHER_DAY = late(
    r"(?:event|doors|coming up|up next|on stage|in theaters|on view|(?:photo|foto|bild|image|picture)(?=\s(?:date|datum|taken|from|vom|du|del))|taken|recorded|aufgenommen|born|geboren|né|nacido|deadline"
    r"|bewerbungsschluss|frist|termin|veranstaltung|opening|premiere|première|kick-?off|performance|starts?|beginn|begins?|ends?|ende|expires?|valid"
    r"|closing|print|birth|due|sale|effective|release(?=\s(?:date|datum))|when|wann|quand|cuándo|quando|wanneer|hvornår|när|dates|on sale|match|hearing|election)"
    r"(?:\s(?:open|date|day|time|and|&|on|from|am|le|el|vom|du|del|of|taken|datum|due|closes|until|s))*\s*:?\s*$",
    re.I,
)
"""Matches the whole of "When", "Event date:", "Photo taken on"; not "Date", "Published"."""


def field_of(before: str) -> str | None:
    """ "published", "updated" or None, by the last cue word in the text before a stamp."""
    if not before or before.isspace():
        return None
    for m in reversed(list(_STARTS.finditer(before))):
        if PUBLISHED.starts(before, m.start()):
            return "published"
        if UPDATED.starts(before, m.start()):
            return "updated"
    return "published" if DATED.search(before) and not _is_label_of_another(before) else None


def _is_label_of_another(before: str) -> bool:
    """Whether the words before a "date:" say whose: "Event date:", "Print date:"; not "By Jane Roe Date:", "Start date", as
    forums have it."""
    if before.lower().startswith("start date"):
        return False
    return NOT_THE_STORY.is_in(before) or OF_ANOTHER_DAY.match(" ".join(before.split()[-2:])) is not None


_ISSUE = alternatives("stamps.issue")
OF_AN_ISSUE = late(
    rf"(?<![^\W\d])(?:{_ISSUE})(?:\s(?:of|dated|for|vom|von|du|de|del|della|van|från|fra|z|от|the))*\s?[:,]?\s*$", re.I
)
"""Matches the whole of "issue of", "Ausgabe vom"; not "reissued on"."""
THEN_AN_ISSUE = late(r"[\s,]{0,2}(?:print )?(?:issue|edition|nummer|号|號|期|호)(?![^\W\d])", re.I)
"""Matches " Issue" after "December 5, 2016"; not " issued"."""
BEFORE_ANOTHER_DAY = late(rf"(?:^|(?<=\s))(?:{alternatives('stamps.limits')})\s*$", re.I)
"""Matches the end of "Enter by ", "Prices as of ": words that stand before a limit, and never before a story's stamp."""
OF_STATE = late(
    r"(?<![^\W\d])(?:Stand|Letzter Stand|Status)(?:\s(?:vom|von|der Dinge|des (?:Artikels|Beitrags|Textes)))?\s?:?\s*$"
)
"""Matches the whole of "Stand: ". It says how old the text is: an update where another stamp stands before it, and alone the only day
that many a German station prints."""
_MARKS_AFTER = late(r"[\s,|·•()\[\]–—/.;-]+")
# what stands between a day and the word for it: "14:10 Uhr aktualisiert", "3 Mayıs 2017 tarihinde güncellendi", "3日に更新"
_GLUE_AFTER = late(r"(?:uhr|uur|hrs?|o’clock|at|was|wurde|tarihinde|te|日|일|号|に|を|को|에)(?![a-zà-ÿ])", re.I)
_BY_AFTER = late(rf"(?:{'|'.join(BY_WORDS)}|da|przez|jurnal)\s", re.I)
_LONGEST_AFTER = 40


def field_after(after: str) -> str | None:
    """ "published", "updated" or None, by the words after a stamp, where they say so and no more: "(updated)", "| Last
    modified", "Uhr aktualisiert", "更新"; not "| Harbor updates", nor "Updated:", which heads what comes next."""
    if not after or len(after) > _LONGEST_AFTER or after.rstrip().endswith((":", "：")):
        return None
    field, at = None, 0
    while at < len(after):
        if (m := _MARKS_AFTER.match(after, at)) or (m := _GLUE_AFTER.match(after, at)):
            at = m.end()
        elif (end := UPDATED.end_of(after, at)) is not None and after[at:end].lower() != "updates":
            field, at = "updated", end
        elif (end := PUBLISHED.end_of(after, at)) is not None:
            field, at = field or "published", end
        else:
            return field if field and _BY_AFTER.match(after, at) else None
    return field
