"""backfile collate: one utterance as several outlets or versions print it, side by side."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say, say_json
from backfile.cli.quotes import said_by
from backfile.cli.verb import verb
from backfile.cli.written_stories import dated
from backfile.model.story import Stamp
from backfile.wording.age import say_day

if TYPE_CHECKING:
    from backfile.model.quotation import Aligned, Difference, Quotation, Utterance, Variant

SCHEMA = "backfile/utterance/1"
_DIFFER = {
    "day": "The same words are given to different days",
    "speaker": "The same words are given to different speakers",
}


@verb("backfile collate u5b1f0c --archive back")
@click.argument("utterance_id", metavar="ID", help="The utterance's id, as `backfile quotes` prints it.")
@archive_option
@json_option
def collate(utterance_id: str, archive: Path, as_json: bool) -> None:
    """Print an utterance as every outlet and version has it. Differences are marked: {+added+}, [-left out-]."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        found = opened.utterance(utterance_id)
    if as_json:
        say_json({"schema": SCHEMA, **found._asdict()})
        return
    for line in _lines(found, datetime.now(UTC)):
        say(line)


def _lines(utterance: "Utterance", now: datetime) -> Iterator[str]:
    for difference in utterance.differences:
        yield _difference(difference)
    for variant in utterance.variants:
        if variant is not utterance.variants[0] or utterance.differences:
            yield ""
        yield from (_printed(quotation, now) for quotation in variant.printed)
        yield "  " + _marked(variant)


def _difference(difference: "Difference") -> str:
    values = [_day(value) for value in difference.values] if difference.kind == "day" else difference.values
    return f"{_DIFFER[difference.kind]}: {'; '.join(values)}."


def _printed(quotation: "Quotation", now: datetime) -> str:
    parts = [dated(quotation.published, now), quotation.outlet, said_by(quotation)]
    if quotation.said_on:
        parts.append(f"said on {_day(quotation.said_on)}")
    return " | ".join(part for part in (*parts, quotation.story) if part)


def _day(value: str) -> str:
    return say_day(Stamp(value, "day", "unknown", "text", value))


def _marked(variant: "Variant") -> str:
    """The words, with marks where they differ from the fullest form (as wdiff has them)."""
    return " ".join(_run(run) for run in variant.aligned)


def _run(run: "Aligned") -> str:
    if run.kind == "same":
        return run.text
    gone = f"[-{run.full}-]" if run.full else ""
    put = f"{{+{run.text}+}}" if run.text else ""
    return f"{gone} {put}".strip()
