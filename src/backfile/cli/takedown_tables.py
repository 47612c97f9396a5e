"""Takedowns by table: what `backfile note`, `delist`, `redact` and `forget` do with --csv."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from backfile.archive.settled.rulings import DELIST, FORGET, NOTE, REDACT
from backfile.cli.given_tables import end_table, table_rows, tell_all_refused, tell_refused, words_in
from backfile.cli.output import say, say_csv, tell
from backfile.cli.takedown_options import say_done, tell_saved, word_of
from backfile.errors import BackfileError

if TYPE_CHECKING:
    from backfile.many_takedowns import ManyTaken, TakedownRow
    from backfile.open_archive import OpenArchive

_COLUMNS = {NOTE: "text", DELIST: "ground", REDACT: "words", FORGET: "ground"}
"""What a table says of its stories, by kind."""
_OTHER_NAMES = {"id": "story"}
"""As lists print the column."""
DONE = {
    NOTE: ("has the note", "has no note any more"),
    DELIST: ("is in no list any more, and is read at its address", "is in lists again"),
    REDACT: ("is redacted", "has the words again, but for what is left out elsewhere"),
    FORGET: ("is forgotten", "is in the archive again, read from its saved pages"),
}
"""What is said of each story: done, and taken back."""


class Standing(NamedTuple):
    """What flags say for all rows of a table, which need no column of it then."""

    story: str = ""
    value: str = ""


def take_table(
    archive: "OpenArchive", kind: str, given: dict[str, Any], standing: Standing | None = None, **risk: bool
) -> None:
    """Carry out a table of takedowns, or take it back; or print it with the stories that share each one's words. Exit 1 where a row is refused."""
    standing = standing or Standing()
    rows = [*_given_rows(given, kind, standing)]
    if given["copies"]:
        _say_copies(archive, rows)
        return
    from backfile.many_takedowns import TakedownTable, take_back_all, take_down_all

    meant = [_row(line, cells, kind, standing) for line, cells in rows]
    full = [row for row in meant if row.value or not _needs_value(given, kind)]
    table = TakedownTable(kind, full, word_of(given), _also(given))
    said = take_back_all(archive, table) if given["undo"] else take_down_all(archive, table, **risk)
    _say_outcome(said, kind, empty=len(meant) - len(full), undo=given["undo"])


def _given_rows(given: dict[str, Any], kind: str, standing: Standing) -> Iterator[tuple[int, dict[str, str]]]:
    needs_value = _needs_value(given, kind) and not standing.value
    needed = (() if standing.story else ("story",)) + ((_COLUMNS[kind],) if needs_value else ())
    rows = table_rows(given["table"], needed, _OTHER_NAMES)
    return ((line, cells) for line, cells in rows if any(cells.values()))


def _needs_value(given: dict[str, Any], kind: str) -> bool:
    """Whether a row has to say what is done: what is only looked at, or taken back, is named by its story, but for words."""
    return kind == REDACT or not (given["undo"] or given["copies"])


def _row(line: int, cells: dict[str, str], kind: str, standing: Standing) -> "TakedownRow":
    from backfile.many_takedowns import TakedownRow

    value = cells.get(_COLUMNS[kind]) or standing.value
    return TakedownRow(
        line,
        cells.get("story") or standing.story,
        " ".join(value.split()),
        words_in(cells, "also"),
        words_in(cells, "because"),
    )


def _also(given: dict[str, Any]) -> str | None:
    """What the flags say of stories that share words, for rows that do not say it."""
    from backfile.many_takedowns import ALL, NONE

    if not given["also"]:
        return NONE if given["only"] else None
    if given["only"] or given["also"] != (ALL,):
        raise click.UsageError(f"of a table, --only or --also {ALL} holds for all rows: ids stand in its column also")
    return ALL


def _say_copies(archive: "OpenArchive", rows: list[tuple[int, dict[str, str]]]) -> None:
    """The table again, each row with the stories that share the words of its own, and a column for the answer."""
    from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
    from backfile.many_takedowns import shares_words

    def shares(line: int, story: str) -> str:
        if story == EVERYWHERE:
            return ""
        try:
            return "; ".join(map(shares_words, archive.holdings(archive.full_id(story)).related))
        except BackfileError as error:
            tell_refused(line, story, error.message)
            return ""

    names = dict.fromkeys(name for _, cells in rows for name in cells if name != "shares")
    told = [{**cells, "shares": shares(line, cells.get("story", ""))} for line, cells in rows]
    say_csv([*dict.fromkeys((*names, "also", "shares"))], told)
    asked = sum(bool(row["shares"] and not row.get("also")) for row in told)
    tell(f"{asked:,} of {len(told):,} rows want an answer in the column also: all, none, or ids")


def _say_outcome(said: "ManyTaken", kind: str, *, empty: int, undo: bool) -> None:
    say_done(DONE[kind][undo], said.stories)
    tell_all_refused(said.refused)
    what = "taken back" if undo else "done"
    without = f", {empty:,} without {_COLUMNS[kind]}" if empty else ""
    say(f"{len(said.stories):,} {what}, {len(said.refused):,} refused{without}")
    tell_saved(said.saved)
    end_table(said, undo=undo)
