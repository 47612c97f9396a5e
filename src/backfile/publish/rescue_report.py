"""The one report of a rescue: as text, as JSON and as a page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from jinja2 import Environment

from backfile.model.addresses import EvidenceRead
from backfile.publish.publishing import Published
from backfile.publish.rescue_findings import Findings

SCHEMA = "backfile/rescue/1"
_TEMPLATE = Path(__file__).parent / "assets" / "rescue.html"
_MOST_SHOWN = 200
"""Rows of a table on the page: the CSV beside it has all."""


class RescueReport(NamedTuple):
    """What is held, what is missing, and what was written."""

    address: str
    found: Findings
    published: Published

    def counts(self) -> list[tuple[str, int]]:
        """The numbers in the order of the report; those of a part stand below it, indented."""
        found, published = self.found, self.published
        lacking = len(found.missing_pictures)
        missing = Counter(" ".join(one.named_by) for one in found.in_state("missing"))
        return [
            ("Stories", found.stories),
            *((f"  dated by {basis}", count) for basis, count in found.dated.items()),
            ("  undated", found.undated),
            ("Old addresses", len(found.addresses)),
            ("  held", len(found.in_state("held"))),
            ("  saved, but no story", len(found.in_state("saved"))),
            ("  missing", sum(missing.values())),
            *((f"    named by {kinds.replace(' ', ', ')}", count) for kinds, count in missing.most_common()),
            ("  that the site answers", published.kept),
            ("  that need a redirect", len(published.unkept)),
            ("Pictures", len(found.pictures)),
            ("  held", len(found.pictures) - lacking),
            ("  missing", lacking),
            ("Passed over", sum(one.captures for one in found.skipped)),
            *((f"  {one.reason}", one.captures) for one in found.skipped),
            ("Files of the site", published.files),
        ]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values (`backfile/rescue/1`)."""
        found, published = self.found, self.published
        lacking = len(found.missing_pictures)
        return {
            "schema": SCHEMA,
            "address": self.address,
            "stories": found.stories,
            "dated": found.dated,
            "undated": found.undated,
            "addresses": {state: len(found.in_state(state)) for state in ("held", "saved", "missing")},
            "answered": published.kept,
            "not_files": [{"address": url, "why": why} for url, why in published.unkept],
            "pictures": {"held": len(found.pictures) - lacking, "missing": lacking},
            "evidence": [one.to_dict() for one in found.evidence],
            "skipped": [one._asdict() for one in found.skipped],
            "files": published.files,
            "broken_links": published.broken,
        }


def report_files(report: RescueReport) -> dict[str, str]:
    """The report in its three forms, by the names of their files."""
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_TEMPLATE.read_text("utf-8"))
    found = report.found
    return {
        "report.txt": "\n".join(report_lines(report)) + "\n",
        "report.json": orjson.dumps(report.to_dict(), option=orjson.OPT_INDENT_2).decode() + "\n",
        "report.html": page.render(
            report=report,
            found=found,
            counts=report.counts(),
            missing=found.in_state("missing")[:_MOST_SHOWN],
            missing_pictures=found.missing_pictures[:_MOST_SHOWN],
            evidence=found.evidence[:_MOST_SHOWN],
        ),
    }


def report_lines(report: RescueReport) -> list[str]:
    """The report as text."""
    counts = report.counts()
    width = max(len(name) for name, _ in counts)
    lines = [f"{name:<{width}} {count:>10,}" for name, count in counts]
    lines += ["", "Evidence read:", *map("  {}".format, _evidence_lines(report.found.evidence))]
    lines += [
        "",
        "Passed over, and what can be done:",
        *(f"  {one.reason}: {one.advice}" for one in report.found.skipped),
    ]
    return lines


def _evidence_lines(evidence: Sequence[EvidenceRead]) -> Iterator[str]:
    """ "feed: 40 addresses, 31 held (https://paper.example/feed.xml)"; of fronts and redirects how many there are."""
    for kind, group in groupby(evidence, key=lambda one: one.kind):
        read = list(group)
        where = read[0].origin if len(read) == 1 else f"in {len(read):,}"
        yield f"{kind}: {sum(one.addresses for one in read):,} addresses, {sum(one.held for one in read):,} held ({where})"
    if not evidence:
        yield "none: no feed, sitemap or section front was among the sources"
