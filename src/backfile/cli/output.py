"""Output of every verb: lines of the result to stdout, lines about the work to stderr, records as JSON."""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from backfile.cli.talk import is_quiet, note
from backfile.limits import LONGEST_ADDRESS

# what a terminal takes as an order and not as a letter; not the ends of lines and tabs of a text
_ORDERS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what follows (Unicode UAX 9): U+202E shows an address backwards. Letters need none of them."""


def shown(text: str) -> str:
    """The text as it may go to a terminal: a saved page's words give it no orders."""
    return _ORDERS.sub("\ufffd", _TURNS.sub("", text))


def short(address: str) -> str:
    """An address, cut where it is longer than one that is read."""
    return address if len(address) <= LONGEST_ADDRESS else address[:LONGEST_ADDRESS] + "…"


def say(line: str = "") -> None:
    """A line of the result, to stdout."""
    sys.stdout.write(shown(line) + "\n")


def tell(line: str) -> None:
    """A line about the work, to stderr, after what was said before it."""
    note(line)
    if is_quiet():
        return
    sys.stdout.flush()
    sys.stderr.write(shown(line) + "\n")


def filled(name: str, width: int) -> str:
    """A name filled with spaces up to so many columns of a terminal, where letters of some scripts take two and marks none."""
    return name + " " * (width - columns(name))


def say_counts(rows: Sequence[tuple[str, int]], digits: int = 10) -> None:
    """A table of counts by name, the numbers in a column of so many places."""
    width = max(columns(name) for name, _ in rows)
    for name, count in rows:
        say(f"{filled(name, width)} {count:>{digits},}")


def columns(text: str) -> int:
    """The columns that a text takes on a terminal (Unicode UAX 11)."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def say_csv(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> None:
    """Rows as comma-separated values with a head (RFC 4180), to stdout."""
    write = csv_writer(columns)
    for row in rows:
        write(row)


def csv_writer(columns: Iterable[str]) -> Callable[[dict[str, Any]], None]:
    """Writes one row after another under a head, which is printed at once."""
    import csv

    writer = csv.DictWriter(sys.stdout, list(columns), lineterminator="\n")
    writer.writeheader()
    if not sys.stdout.isatty():
        return lambda row: writer.writerow(row) and None
    return lambda row: writer.writerow({k: shown(v) if isinstance(v, str) else v for k, v in row.items()}) and None


def say_json(record: Any, *, on_one_line: bool = False) -> None:
    """A record as JSON, to stdout."""
    sys.stdout.write(json_text(record, on_one_line=on_one_line) + "\n")
    if on_one_line:
        sys.stdout.flush()


def json_text(record: Any, *, on_one_line: bool = False) -> str:
    """A record as JSON."""
    import orjson

    from backfile.model.plain_values import plain_values

    return orjson.dumps(plain_values(record), option=0 if on_one_line else orjson.OPT_INDENT_2).decode()
