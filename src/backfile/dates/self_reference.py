"""Where a page tells in words when its story came out, away from the headline: looked at where nothing nearer says it.

"This entry was posted on June 3, 2004", "Dieser Beitrag wurde am 3. Juni 2004 um 14:48 Uhr geschrieben", a line that
begins with "Published on", and a signature with a day as the last line of the text.
"""

import re
from collections.abc import Iterator

from backfile.dates.clue import Clue, Reader
from backfile.dates.cue_words import IS_LABEL, NOT_THE_STORY, OF_ANOTHER_DAY, PUBLISHED, UPDATED, field_of
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.stamp_region import Region, heads_readers
from backfile.dates.visible_stamps import TOLD, is_of_an_event, label_before
from backfile.late_pattern import late
from backfile.lexicon.byline_openings import BY_NAME_ON
from backfile.model.clue_rules import DateRule
from backfile.model.page import Page
from backfile.model.reason_codes import ClueCode
from backfile.page.box_fields import BoxField, says

_LONGEST = 600
_LONGEST_LINE = 110
_LONGEST_SIGNATURE = 70
_AFTER_BODY = 40
_MOST_WORDS = 8
_DIGIT = late(r"\d")
# "This entry was posted", "Dieser Artikel wurde am", "Cet article a été publié"; not "This week"
_OF_ITSELF = late(
    r"(?:this|the above|dieser?s?|cet(?:te)?|este|esta|questo|dit|deze|denne|denna|ten|ta)\s"
    r"(?:entry|post|article|story|page|piece|item|column|report|interview|review|essay|editorial|artikel|beitrag|eintrag|text|seite|billet|entrada|artículo|artigo|"
    r"columna|nota|reportaje|crónica|entrevista|matéria|reportagem|coluna|texto|article|chronique|reportage|entretien|kolumne|interview|essay|"
    r"articolo|intervista|bericht|stuk|column|wpis|artykuł|tekst|sida|side|artikeln|krönika|kronik|článek|rozhovor)\b",
    re.I,
)
# "was first published", "Zuerst erschienen"; not "Posted"
_FIRST = late(
    r"\b(?:first|originally|previously|reprinted|republished|zuerst|erstmals|ursprünglich|erstveröffentlichung|initialement|première fois|d[’']abord paru|originalmente|"
    r"primera vez|primeira vez|originariamente|prima volta|oorspronkelijk|eerder|ursprungligen|först|opprinnelig|oprindeligt|først|pierwotnie|po raz pierwszy|"
    r"původně|poprvé|впервые|первоначально|ilk kez)\b|初出",
    re.I,
)
# "published", "appeared", "erschien"; not "opened"
_CAME_OUT = late(
    r"publi|veröffentlich|appeared|\bran\b|print|erschien|par[ua]\b|aparec|apareció|verschenen|pubblicat|ukazał|vyšel|опубликован|вышл|初出",
    re.I,
)
_LONGEST_REPRINT = 220
_HEAD_OF_BODY = 2
# "Datum ", "Date: "; not "Date night "
_DATED = late(r"(?:Datum|Date|Dato|Fecha|Data|Dátum)\s?:?\s?(?=\d|$)", re.I)
# a signature's end: "Annisa Rahmawati | ", "Benni "; not "It opened on "
_SIGNED = late(r"(?:[^\W\d_][\w.'’-]*+(?:[\s,|/–]|(?<=-))[\s,|/–-]*+){0,8}\(?$")
_SENTENCE = late(r"[.!?]\s|\b(?:on|am|until|since|for|in|of|the|im|vom|bis)\s*$", re.I)


def told_clues(page: Page, region: Region, read: Reader) -> list[Clue]:
    """Clues of the rules told-published, told-updated and signed.

    Sentences of the story on itself are taken as they are. Lines that say no more than "Published" may be another
    story's: they are used where all of them, near the text or else on the whole page, name one day.
    """
    near = range(max(region.start, 0), min(len(page.blocks), max(region.last, region.start) + _AFTER_BODY))
    found = list(_told_within(page, region, read, near))
    if not any(clue.rule in (DateRule.TOLD_PUBLISHED, DateRule.SIGNED) for clue in found):
        found += _told_within(page, region, read, range(near.stop, len(page.blocks)))
        found += _told_within(page, region, read, range(near.start))
    lines = [clue for clue in found if clue.rule == DateRule.TOLD_PUBLISHED and not _OF_ITSELF.match(clue.raw)]
    if len({clue.stamp.day for clue in lines if clue.stamp is not None}) < 2:
        return found
    return [clue._replace(why_not=ClueCode.SEVERAL_DAYS.of()) if clue in lines else clue for clue in found]


def reprint_clues(page: Page, region: Region, read: Reader) -> Iterator[Clue]:
    """Clues of the rule told-published from lines by which a reprint says when its story first came out.

    They stand under the headline, at the text's head or end, or just after it, and speak of the story itself: "This column was
    first published on ...", "Originally published in the Ledger on ...". The day is not this page's, and disputes it.
    """
    after = range(max(region.last, region.first + _HEAD_OF_BODY), min(len(page.blocks), region.last + _AFTER_BODY))
    head = range(max(region.start, 0), min(len(page.blocks), region.first + _HEAD_OF_BODY))
    for at in (*head, *after):
        block = page.blocks[at]
        text = block.text
        if at > region.last and heads_readers(text):
            return
        if len(text) > _LONGEST_REPRINT or not _DIGIT.search(text) or region.is_of_others(block.box):
            continue
        if is_of_reprint(text):
            yield from (Clue(DateRule.TOLD_PUBLISHED, "visible", text[:160], stamp) for stamp in read.all(text)[:1])


def is_of_reprint(text: str) -> bool:
    """Whether a line says of the story itself that it first came out before, or elsewhere."""
    first = _FIRST.search(text)
    if first is None or not _CAME_OUT.search(text):
        return False
    return first.start() == 0 or _OF_ITSELF.match(text) is not None


def _told_within(page: Page, region: Region, read: Reader, stretch: range) -> Iterator[Clue]:
    for at in stretch:
        block = page.blocks[at]
        text = block.text
        if at > region.last and heads_readers(text):
            return
        if len(text) > _LONGEST or not _DIGIT.search(text):
            continue
        label = label_before(page.blocks, at)
        if _is_told(text, label, page.boxes[block.box].name):
            if not _is_of_another(page, region, at, label):
                yield from _told(text, label, read.all(text))
        elif at == region.last and len(text) < _LONGEST_SIGNATURE:
            yield from _signed(text, read.all(text))


def _is_told(text: str, label: str, box: str) -> bool:
    """Whether a line tells of the story's own day, by its first words, its label, or its box's name and a word in it."""
    if _OF_ITSELF.match(text):
        return True
    if len(text) > _LONGEST_LINE or NOT_THE_STORY.starts(text):
        return False
    if BY_NAME_ON.match(text) or _DATED.match(text) or PUBLISHED.starts(text) or UPDATED.starts(text):
        return True
    return bool(IS_LABEL.match(label)) or (says(box, BoxField.STAMP_ALONE) and PUBLISHED.is_in(text))


def _is_of_another(page: Page, region: Region, at: int, label: str) -> bool:
    """Whether a line stands among other stories, an event's details, or in a sidebar with no label of its own."""
    box = page.blocks[at].box
    if region.is_of_others(box) or is_of_an_event(page.blocks, at):
        return True
    return region.is_in_sidebar(box) and not IS_LABEL.match(label)


def _told(text: str, label: str, stamps: list[ParsedStamp]) -> Iterator[Clue]:
    since = 0
    for number, stamp in enumerate(stamps):
        until = stamps[number + 1].start if number + 1 < len(stamps) else len(text)
        before = text[since : stamp.start] or (label if number == 0 else "")
        field = field_of(before) or field_of(text[stamp.end : until])
        since = stamp.end
        if (
            field is None
            and number == 0
            and (BY_NAME_ON.fullmatch(head := text[: stamp.start]) or _DATED.fullmatch(head))
        ):
            field = "published"
        if field is not None:
            yield Clue(TOLD[field], "visible", text[:160], stamp)


def _signed(text: str, stamps: list[ParsedStamp]) -> Iterator[Clue]:
    """A name and a day, as the last line of the text."""
    if len(stamps) != 1 or text[stamps[0].end :].strip(" .)|"):
        return
    before = text[: stamps[0].start]
    field = field_of(before)
    if field is not None:
        yield Clue(TOLD[field], "visible", text, stamps[0])
    elif len(before.split()) <= _MOST_WORDS and _SIGNED.match(before) and not _says_else(before):
        yield Clue(DateRule.SIGNED, "visible", text, stamps[0])


def _says_else(before: str) -> bool:
    """Whether what stands before a day is a sentence, or says of another day, and no name: "The fair returns in", "Accessed"."""
    if _SENTENCE.search(before) or NOT_THE_STORY.is_in(before) or OF_ANOTHER_DAY.match(before):
        return True
    return any(word.islower() and len(word) > 1 and word.strip(",") not in _JOINTS for word in before.split()[1:])


_JOINTS = frozenset(
    "de la le les du des van von der den dem di da del della dos das el al bin ben ibn y und and et og och en in im am på dnia dne zum for of the".split()
)
"""Words in small letters inside a name, between two or before a day."""
