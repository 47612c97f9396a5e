"""What matters when a story changes: the names, numbers, days and quotations that only one of two texts has."""

import re
from collections.abc import Callable, Iterable

from backfile.archive.store.record_form import Record
from backfile.archive.versions.written_fields import same_print
from backfile.model.changes import Matter

_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,:]\d+)*%?")
"""Matches "5", "1,900", "3.5%"; not the "17" of "B17"."""
_CAPITAL = re.compile(r"[^\W\d_a-z](?<!\w.)[^\W\d_]*+(?:['-][^\W\d_]+)*")
"""Matches "O'Brien"; and the "American" of "anti-American", which `_IN_A_WORD` tells. A pattern that begins with letters is found quickly."""
_IN_A_WORD = re.compile(r"\b[^\W\d_]+(?:['-][^\W\d_]+)*['-]$")
_LONGEST = 80
"""Letters before a word that are looked at for the beginning of it or of its sentence."""
_BETWEEN = " \t\n\r\f\v.!?:\"'("
"""What may stand between two words of which the second may begin a sentence."""
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
    of_days = {word for day in record["dates"] for word in _CAPITAL.findall(day["text"])}
    body = same_print(record["body"]) or ""
    for found in _CAPITAL.finditer(body):
        word = found[0]
        if word[0].isupper() and len(word) > 1 and word not in of_days and not _is_first(body, found.start()):
            yield word.removesuffix("'s")


def _is_first(text: str, at: int) -> bool:
    """Whether what begins there begins a sentence, a quotation or the text, or is a part of a word that began before."""
    before = text[max(0, at - _LONGEST) : at]
    if before.endswith(("'", "-")) and _IN_A_WORD.search(before):
        return True
    between = before[len(before.rstrip(_BETWEEN)) :]
    return at == len(between) or _STOP.search(between) is not None


def _numbers(record: Record) -> Iterable[str]:
    return (found[0] for found in _NUMBER.finditer(f"{record['headline'] or ''} {record['body']}"))


def _days(record: Record) -> Iterable[str]:
    return (day["value"][:10] for day in record["dates"] if day["value"] and day["type"] in ("DATE", "TIME"))


def _quotations(record: Record) -> Iterable[str]:
    return (same_print(quote["text"]) or "" for quote in record["quotes"] if quote["kind"] != "indirect")


_KINDS: dict[str, Callable[[Record], Iterable[str]]] = {
    "names": _names, "numbers": _numbers, "days": _days, "quotations": _quotations,
}  # fmt: skip
