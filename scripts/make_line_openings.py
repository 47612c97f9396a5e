"""Writes src/backfile/label/line_openings.py: how the lines begin that each of LINE_RULES fits, read off the rules' patterns.

    python scripts/make_line_openings.py

Run it after a change of LINE_RULES; tests/label/test_line_openings.py tells when it is due.
"""

import json
import re._constants as op
import re._parser as parser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from backfile.label.language_lines import LANGUAGE_LINES
from backfile.label.line_openings import LENGTH, MARK, NUMBER
from backfile.label.line_rule import LineRule
from backfile.label.line_rules import LINE_RULES

OUT = Path(__file__).parents[1] / "src" / "backfile" / "label" / "line_openings.py"
ANY = "\0"
"""Closes an opening after which anything may come."""
_FEW = 12
"""Characters of a set, such as an apostrophe's two forms, that are gone through one by one."""


def main() -> None:
    """Writes the table into the module, all but its head, which is kept."""
    head, mark, _ = OUT.read_text(encoding="utf-8").partition("OPENINGS: ")
    rows = "".join(f"    {json.dumps(openings(rule), ensure_ascii=False)},\n" for rule in own_rules())
    OUT.write_text(f"{head}{mark}tuple[str, ...] = (\n{rows})  # fmt: skip\n", encoding="utf-8")


def own_rules() -> tuple[LineRule, ...]:
    """The rules whose patterns stand in the code; the languages' lists tell their own openings (label/language_lines.py)."""
    return LINE_RULES[: -len(LANGUAGE_LINES)]


def openings(rule: LineRule) -> str:
    """How the lines begin that a rule fits; "" where its lines can begin with anything and are told by a word in them."""
    if rule.needs:
        return ""
    found = {_row_form(opening) for opening in _begun(parser.parse(rule.pattern))}
    if "" in found:
        raise SystemExit(f"{rule.name} fits lines that can begin with anything: give it `needs` ({rule.pattern[:60]})")
    return "|".join(sorted(one for one in found if not any(one[:size] in found for size in range(1, len(one)))))


def _row_form(opening: str) -> str:
    """An opening as the table has it: marks and numbers at its head are all one, and end it further on."""
    opening = opening.rstrip(ANY)
    if opening and not opening[0].isalpha():
        return NUMBER if opening[0].isdigit() else MARK
    end = next((at for at, letter in enumerate(opening) if letter.isdigit() or letter in (MARK, "|")), LENGTH)
    return opening[:end]


def _begun(parts: Iterable[tuple[Any, Any]]) -> set[str]:
    """The first letters of what a pattern's parts, one after the other, match."""
    found = {""}
    for kind, value in parts:
        live = {one for one in found if len(one) < LENGTH and not one.endswith(ANY)}
        if not live:
            break
        found = (found - live) | {_cut(one + more) for one in live for more in _of_part(kind, value)}
    return found


def _cut(text: str) -> str:
    end = text.find(ANY)
    return text[: end + 1] if 0 <= end < LENGTH else text[:LENGTH]


def _of_part(kind: Any, value: Any) -> set[str]:
    match kind:
        case op.LITERAL:
            return {chr(value)}
        case op.IN:
            return _of_set(value)
        case op.BRANCH:
            return set[str]().union(*map(_begun, value[1]))
        case op.SUBPATTERN:
            return _begun(value[3])
        case op.ATOMIC_GROUP:
            return _begun(value)
        case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
            return _repeated(*value)
        case op.AT | op.ASSERT | op.ASSERT_NOT:
            return {""}
        case op.ANY | op.NOT_LITERAL:
            return {ANY}
    raise ValueError(f"a pattern's part that is not known here: {kind}")


def _of_set(members: list[tuple[Any, Any]]) -> set[str]:
    found = set()
    for kind, value in members:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE and chr(value[0]).isdigit() and chr(value[1]).isdigit():
            found.add("0")
        elif kind is op.RANGE and value[1] - value[0] <= _FEW:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found.add("0")
        elif kind is op.CATEGORY and value is op.CATEGORY_SPACE:
            found.add(" ")
        elif kind is op.CATEGORY and value is op.CATEGORY_NOT_WORD:
            found.add(MARK)
        else:
            return {ANY}
    return found if len(found) <= _FEW else {one if one.isalnum() or one == " " else MARK for one in found}


def _repeated(least: int, most: int, item: Any) -> set[str]:
    once, now = _begun(item), {""}
    found = {""} if least == 0 else set()
    for count in range(1, min(int(most), LENGTH) + 1):
        now = {_cut(one + more) for one in now for more in once if not one.endswith(ANY)} | {
            one for one in now if one.endswith(ANY)
        }
        found = found | now if count >= min(least, LENGTH) else found
    return found


if __name__ == "__main__":
    main()
