"""What matters when a story changes: the names, numbers, days and quotations that only one of two texts has."""

import re
from collections.abc import Callable, Iterable

from backfile.archive.store.record_form import Record
from backfile.archive.versions.written_fields import same_print
from backfile.model.changes import Matter

_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,:]\d+)*%?")
"""Matches "5", "1,900", "3.5%"; not the "17" of "B17"."""
_WORD = re.compile(r"(?P<before>(?<![\s.!?:\"'(])[\s.!?:\"'(]++)?(?P<word>\b[^\W\d_]+(?:['-][^\W\d_]+)*)")
_STOP = re.compile(r"[.!?:\n\"'(]")
"""What stands before the first word of a sentence or of a quotation."""
_NOUNS_ARE_CAPITAL = ("de", "lb")
"""Languages that begin every noun with a capital letter: there only the record's people and agencies are names."""


def matters(before: Record, after: Record) -> tuple[Matter, ...]:
    """What only one of two stories has, by kind; kinds without a difference are left out."""
    found = []
    for kind, of in _KINDS.items():
        one, other = dict.fromkeys(of(before)), dict.fromkeys(of(after))
        gone = tuple(text for text in one if text not in other)
        come = tuple(text for text in other if text not in one)
        if gone or come:
            found.append(Matter(kind, gone, come))
    return tuple(found)


def _names(record: Record) -> Iterable[str]:
    """Words that are printed with a capital where no sentence begins, but for those of its days: "Thursday"."""
    if record["language"] in _NOUNS_ARE_CAPITAL:
        yield from (named["name"] for field in ("people", "agencies") for named in record[field])
        return
    of_days = {found["word"] for day in record["dates"] for found in _WORD.finditer(day["text"])}
    for found in _WORD.finditer(same_print(record["body"]) or ""):
        word = found["word"]
        is_first = not found.start() or _STOP.search(found["before"] or "")
        if not is_first and word[0].isupper() and len(word) > 1 and word not in of_days:
            yield word.removesuffix("'s")


def _numbers(record: Record) -> Iterable[str]:
    return (found[0] for found in _NUMBER.finditer(f"{record['headline'] or ''} {record['body']}"))


def _days(record: Record) -> Iterable[str]:
    return (day["value"][:10] for day in record["dates"] if day["value"] and day["type"] in ("DATE", "TIME"))


def _quotations(record: Record) -> Iterable[str]:
    return (same_print(quote["text"]) or "" for quote in record["quotes"] if quote["kind"] != "indirect")


_KINDS: dict[str, Callable[[Record], Iterable[str]]] = {
    "names": _names, "numbers": _numbers, "days": _days, "quotations": _quotations,
}  # fmt: skip
