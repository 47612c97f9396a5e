"""What kind of change leads from one version of a story to the next: told from the two records, without an archive."""

from backfile.archive.store.record_form import Record
from backfile.archive.versions.written_fields import STAMPS, WRITTEN, same_print, written_in

_CORRECTING = ("correction", "clarification", "editors-note")
"""Kinds of notes by which a newsroom owns a change."""


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """The fields of WRITTEN that are not the same."""
    one, other = written_in(before), written_in(after)
    names = {name for name in WRITTEN if one[name] != other[name]}
    if "body" in names and same_print(before["dek"]) != same_print(after["dek"]):
        names.add("dek")
        if same_print(before["body"]) == same_print(after["body"]):
            names.remove("body")
    return tuple(name for name in WRITTEN if name in names)


def kind_of_change(before: Record, after: Record) -> str:
    """correction: a note says so; update: the page's own stamp moved, or a note says so; silent: the text changed, and neither
    does; date-only: nothing but stamps; headline-only: nothing but the headline."""
    changed = changed_fields(before, after)
    new_notes = _notes(after) - _notes(before)
    if any(kind in _CORRECTING for kind, _ in new_notes):
        return "correction"
    if set(changed) <= set(STAMPS):
        return "date-only"
    if any(kind == "update" for kind, _ in new_notes) or ("updated" in changed and after["updated"]):
        return "update"
    return "headline-only" if changed == ("headline",) else "silent"


def _notes(record: Record) -> set[tuple[str, str | None]]:
    return {(note["kind"], same_print(note["text"])) for note in record["notes"]}
