"""Takedowns of a table: every row that can be carried out is, all in one go, and each that cannot is named with why (docs/takedown.md)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from backfile.archive.settled.rulings import DELIST, FORGET, NOTE, REDACT, Ruling
from backfile.archive.takedowns.redactor import Redactor
from backfile.archive.takedowns.takedown_key import made_key, read_key
from backfile.archive.takedowns.takedown_reader import Related
from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
from backfile.archive.takedowns.word_digests import Forms, forms_of
from backfile.errors import StoryForgotten, TakedownRefused
from backfile.many_days import RowRefused, reason_of, refused_among
from backfile.model.entry import CaptureEntry
from backfile.model.takedown_grounds import TakedownGround
from backfile.taking_down import TakenOut, TakingDown, Word, words_id

ALL, NONE = "all", "none"
"""Answers to whether the stories that share a story's words are meant too."""
_PARTED = re.compile(r"[\s,;]+")
"""Between ids in one cell."""
_MOST_NAMED = 10


class TakedownRow(NamedTuple):
    """A row of a table of takedowns."""

    line: int
    """Of the table, the head counted."""
    story: str
    """A story's id, the start of it, or its old address; of a redaction also EVERYWHERE."""
    value: str
    """The line of a note, a ground, or the words that are to be left out; of a taking back as it was said, "" where that is not asked."""
    also: str | None = None
    """ALL, NONE or ids of stories that share its words; None where the row does not say."""
    because: str | None = None


class TakedownTable(NamedTuple):
    """A table of takedowns of one kind, and what holds for the rows that do not say it."""

    kind: str
    """NOTE, DELIST, REDACT or FORGET."""
    rows: Sequence[TakedownRow]
    word: Word
    also: str | None = None
    """ALL or NONE."""


class ManyTaken(NamedTuple):
    """What became of a table's rows."""

    stories: tuple[str, ...]
    """Ids of those that were taken down, or taken back; of a redaction those that had the words."""
    refused: tuple[RowRefused, ...]
    saved: TakenOut = TakenOut()


class _Table:
    """One table under way: its rows' stories, and what is said of them."""

    def __init__(self, archive: TakingDown, table: TakedownTable) -> None:
        self.archive = archive
        self.kind = table.kind
        self.table = table
        self.by_row: dict[TakedownRow, str] = {}
        """The full id of each row's story."""
        self.said: dict[tuple[str, str], Ruling] = {}
        self.line_of: dict[str, int] = {}
        """The line that speaks of a story, as its own or as one that shares words with its own."""
        self._at = table.word.at or datetime.now(UTC)
        self._refused: dict[int, RowRefused] = {}
        self._named: set[tuple[str, str]] = set()

    @property
    def refused(self) -> tuple[RowRefused, ...]:
        """Rows that were not carried out, in their order."""
        return tuple(self._refused[line] for line in sorted(self._refused))

    def each(self, work: Callable[[TakedownRow], None]) -> None:
        """`work` on each row that is not refused yet; what it raises is why the row is refused."""
        left = [row for row in self.table.rows if row.line not in self._refused]
        for one in refused_among(left, work, lambda row: row.story or "(no story)"):
            self._refused[one.line] = one

    def name(self, row: TakedownRow, story: str) -> None:
        """Keep which story a row is of. Raises TakedownRefused where a row before has it."""
        if (story, self._apart(row)) in self._named:
            raise TakedownRefused("a row before this one has the same story")
        self._named.add((story, self._apart(row)))
        self.by_row[row] = story

    def others(self, row: TakedownRow, stories: Iterable[str]) -> list[str]:
        """Those of these stories that have no row of their own."""
        return [one for one in stories if (one, self._apart(row)) not in self._named]

    def say(self, row: TakedownRow, stories: Iterable[str], value: str | None, other: str = "") -> None:
        """Keep what a row says of stories; what was said of one by a row before stays."""
        word = self.word_of(row)
        for one in stories:
            ruling = Ruling(self.kind, one, other, value, word.because, word.by, word.said_at)
            self.said.setdefault((one, other), ruling)
            self.line_of.setdefault(one, row.line)

    def word_of(self, row: TakedownRow) -> Word:
        """Why and who, of a row."""
        return self.table.word._replace(because=row.because or self.table.word.because, at=self._at)

    def _apart(self, row: TakedownRow) -> str:
        """What two rows of one story may differ by: of redactions the words."""
        return row.value if self.kind == REDACT else ""


def take_down_all(
    archive: TakingDown, table: TakedownTable, *, for_good: bool = False, destroy: bool = False
) -> ManyTaken:
    """Carry out every row of a table that can be: notes, delistings, redactions or forgettings, the archive made again at most once.

    A row is refused, among else, whose story shares its words with others that have no row, and that does not say whether they are meant
    too. Raises TakedownRefused where what is destroyed could not be had back and that was not asked for; ArchiveLocked, ArchiveFull.
    """
    archive.expect_undoable((), for_good=for_good, destroy=destroy)
    down = _Down(_Table(archive, table), for_good=for_good, destroy=destroy)
    return down.run()


class _Down:
    """Rows that take down."""

    def __init__(self, table: _Table, *, for_good: bool, destroy: bool) -> None:
        self._table = table
        self._archive = table.archive
        self._risk = {"for_good": for_good, "destroy": destroy}
        self._captures: dict[str, list[CaptureEntry]] = {}
        """Saved pages of each story that is forgotten or redacted."""
        self._forms: dict[TakedownRow, Forms] = {}
        self._with_words: Mapping[str, int] = {}
        """Stories that have words of any row that is of all stories."""

    def run(self) -> ManyTaken:
        """Carry out what is not refused."""
        table, kind = self._table, self._table.kind
        table.each(self._find)
        if kind == REDACT:
            self._find_words()
        table.each(self._say)
        said = [*table.said.values()]
        if kind in (NOTE, DELIST):
            self._archive.keep_said(said)
            return ManyTaken(tuple(one.one for one in said), table.refused)
        if not said:
            return ManyTaken((), table.refused)
        stories = tuple(self._captures) if kind == REDACT else tuple(one.one for one in said)
        captures = [one for held in self._captures.values() for one in held]
        redacted = stories if kind == REDACT else ()
        saved = self._archive.carry_out(said, captures, destroy=self._risk["destroy"], redacted=redacted)
        return ManyTaken(stories, table.refused, saved)

    def _find(self, row: TakedownRow) -> None:
        reason_of(row.because, self._table.table.word.because)
        if self._table.kind in (DELIST, FORGET):
            _expect_ground(row.value)
        everywhere = self._table.kind == REDACT and row.story == EVERYWHERE
        self._table.name(row, EVERYWHERE if everywhere else self._archive.full_id(row.story))

    def _find_words(self) -> None:
        """The forms of every row's words, none of which may stand in a reason; the stories that have those that are left out everywhere."""
        key = made_key(self._archive.folder)

        def form(row: TakedownRow) -> None:
            self._forms[row] = forms_of(row.value, key)

        self._table.each(form)
        words = Redactor(self._forms.values(), key)

        def expect_clean(row: TakedownRow) -> None:
            word = self._table.word_of(row)
            if words.hits(word.because or "") or words.hits(word.by):
                raise TakedownRefused(
                    "its reason, or the name of who says so, has words that are to be redacted: put it otherwise"
                )

        self._table.each(expect_clean)
        everywhere = [form for row, form in self._forms.items() if self._table.by_row[row] == EVERYWHERE]
        if everywhere:
            self._with_words = self._archive.standing(everywhere, (EVERYWHERE,))

    def _say(self, row: TakedownRow) -> None:
        story = self._table.by_row[row]
        scope = [EVERYWHERE] if story == EVERYWHERE else self._meant(row, story)
        if self._table.kind == REDACT:
            form = self._forms[row]
            self._expect_undoable(self._having(form, scope))
            self._table.say(row, scope, form.to_json(), form.id)
            return
        if self._table.kind == FORGET:
            self._expect_undoable(scope)
        self._table.say(row, scope, row.value)

    def _having(self, form: Forms, scope: Sequence[str]) -> Iterable[str]:
        """The stories that have a row's words. Raises TakedownRefused where no story that the row names has them."""
        if scope == [EVERYWHERE]:
            return self._archive.standing([form], tuple(self._with_words))
        found = self._archive.standing([form], scope)
        if not found:
            raise TakedownRefused("the words are nowhere in it: look how they are spelt")
        return found

    def _expect_undoable(self, stories: Iterable[str]) -> None:
        captures = {one: self._archive.captures_of(one) for one in stories}
        for held in captures.values():
            self._archive.expect_undoable(held, **self._risk)
        self._captures |= captures

    def _meant(self, row: TakedownRow, story: str) -> list[str]:
        """The story of a row, and those that share its words and are meant too. Raises ValueError where the row does not say."""
        beside = {one.entry.id: one for one in self._archive.holdings(story).related}
        also = row.also or self._table.table.also
        unsaid = self._table.others(row, beside)
        if also == ALL:
            return [story, *unsaid]
        if also == NONE or not (also or unsaid):
            return [story]
        if not also:
            told = "; ".join(shares_words(beside[one]) for one in unsaid[:_MOST_NAMED])
            more = f"; and {len(unsaid) - _MOST_NAMED} more" if len(unsaid) > _MOST_NAMED else ""
            raise ValueError(
                f"other stories share its words and have no row: put {ALL}, {NONE} or their ids in its column also ({told}{more})"
            )
        ids = [self._archive.full_id(one) for one in _PARTED.split(also)]
        if strange := [one for one in ids if one not in beside]:
            raise ValueError(f"{', '.join(strange)} shares no words with it: give it a row of its own")
        return [story, *self._table.others(row, ids)]


def take_back_all(archive: TakingDown, table: TakedownTable) -> ManyTaken:
    """Take back what the rows of such a table said, where it holds still. What was forgotten or redacted is read again from its saved pages.

    ALL is, of a story that is forgotten, what was forgotten with it: at the same time, by the same archivist, for the same reason. Raises
    ArchiveLocked, ArchiveFull.
    """
    back = _Back(_Table(archive, table))
    return back.run()


class _Back:
    """Rows that take back."""

    def __init__(self, table: _Table) -> None:
        self._table = table
        self._archive = table.archive
        downs = self._archive.takedowns
        self._held: Mapping[str, Ruling] = {NOTE: downs.notes, DELIST: downs.delisted, FORGET: downs.forgotten}.get(
            table.kind, {}
        )
        self._redacted = {(one.one, one.other) for one in downs.redactions}
        self._key = read_key(self._archive.folder) if self._redacted else b""

    def run(self) -> ManyTaken:
        """Take back what is not refused."""
        table = self._table
        table.each(self._find)
        table.each(self._say)
        stories = tuple(dict.fromkeys(one.one for one in table.said.values()))
        gone = self._archive.carry_back(table.said.values()) if table.said else ()
        why = "its saved page is not to be had: what was taken out stays out until it is added again"
        left = (RowRefused(table.line_of[one], one, why) for one in gone)
        return ManyTaken(tuple(one for one in stories if one not in gone), (*table.refused, *left))

    def _find(self, row: TakedownRow) -> None:
        everywhere = self._table.kind == REDACT and row.story == EVERYWHERE
        story = EVERYWHERE if everywhere else self._id(row.story)
        if not self._holds(story, self._other(row)):
            raise TakedownRefused("no archivist said that of it: there is nothing to take back")
        held = self._held.get(story)
        if held and row.value and held.value != row.value:
            raise TakedownRefused(f"{held.by} has said otherwise: {held.value}")
        self._table.name(row, story)

    def _other(self, row: TakedownRow) -> str:
        """What a ruling names beside its story: of words their id."""
        return words_id(row.value, self._key) if self._table.kind == REDACT else ""

    def _id(self, given: str) -> str:
        return _forgotten_id(self._archive, given) if self._table.kind == FORGET else self._archive.full_id(given)

    def _say(self, row: TakedownRow) -> None:
        story, other = self._table.by_row[row], self._other(row)
        self._table.say(row, [story, *self._also(row, story, other)], None, other)

    def _holds(self, story: str, other: str) -> bool:
        return (story, other) in self._redacted if self._table.kind == REDACT else story in self._held

    def _also(self, row: TakedownRow, story: str, other: str) -> list[str]:
        also = row.also or self._table.table.also
        if also in (None, NONE) or story == EVERYWHERE:
            return []
        if also != ALL:
            beside = [self._id(one) for one in _PARTED.split(also)]
        elif self._table.kind == FORGET:
            stroke = self._held[story]._replace(one="")
            beside = [one for one, said in self._held.items() if said._replace(one="") == stroke and one != story]
        else:
            beside = [one.entry.id for one in self._archive.holdings(story).related]
        return self._table.others(row, [one for one in beside if self._holds(one, other)])


def shares_words(related: Related) -> str:
    """A story that shares another's words, in a line: "k7ca... (copy, 93%): Bridge is closed | Courier | 2003-05-20"."""
    entry = related.entry
    when = entry.published.value[:10] if entry.published else "undated"
    share = f"{related.relation}, {related.share:.0%}"
    return f"{entry.id} ({share}): {entry.headline or '(no headline)'} | {entry.outlet or 'unknown outlet'} | {when}"


def _forgotten_id(archive: TakingDown, given: str) -> str:
    """The id of a story that is forgotten: from its id, the start of it, or its old address. Raises StoryMissing."""
    found = [one for one in archive.takedowns.forgotten if one.startswith(given)] if given else []
    if len(found) == 1 or given in found:
        return given if given in found else found[0]
    try:
        return archive.full_id(given)
    except StoryForgotten as error:
        return error.story


def _expect_ground(given: str) -> None:
    if given not in [*TakedownGround]:
        raise ValueError(f"{given!r} is no ground: give one of {', '.join(TakedownGround)}")
