"""Tables of a rescue (RFC 4180, safe to open in a spreadsheet): what to go looking for, and what became of every old address."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from backfile.export.csv_files import harmless
from backfile.publish.publishing import Published
from backfile.publish.rescue_findings import Findings

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LOOK = "https://web.archive.org/web/{}/{}"
"""Where the Internet Archive shows the capture that is nearest to a day. Nothing is fetched: this is for a person, or a crawler, to follow."""


def rescue_tables(found: Findings, published: Published) -> dict[str, str]:
    """The text of each table, by the name of its file."""
    return {
        "missing-addresses.csv": _table(
            ("address", "named_by", "named_in", "named_on", "published", "headline", "look_for"),
            (
                (
                    one.url,
                    " ".join(one.named_by),
                    one.origin,
                    one.seen,
                    one.published,
                    one.headline,
                    _look(one.url, one.seen),
                )
                for one in found.in_state("missing")
            ),
        ),
        "missing-pictures.csv": _table(
            ("picture", "story", "page", "look_for"),
            ((one.url, one.story, one.page, _look(one.url, None)) for one in found.missing_pictures),
        ),
        "addresses.csv": _table(
            ("address", "state", "story", "named_by", "reason"),
            ((one.url, one.state, one.story, " ".join(one.named_by), one.reason) for one in found.addresses),
        ),
        "not-files.csv": _table(("address", "why"), published.unkept),
    }


def _look(url: str, seen: str | None) -> str:
    day = _DAY.match(seen or "")
    return _LOOK.format("".join(day.groups()) if day else "2", quote(url, safe=":/?&=#%+,;@~!*'()"))


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return text.getvalue()
