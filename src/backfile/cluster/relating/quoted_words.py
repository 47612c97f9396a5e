"""Quoted words: what a story's quotations say, as the steps that find who else prints them take it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import orjson

from backfile.archive.quotations.quotation_rows import form_of
from backfile.archive.quotations.quotation_texts import text_of
from backfile.archive.quotations.utterance_match import Wording, wording_of
from backfile.archive.store.record_form import Record
from backfile.cluster.relating.relating_plan import RelatingPlan

QUOTED = "quoted"


class Printed(NamedTuple):
    """A story that prints a wording."""

    story: int
    shown: int
    """How often lists show it: a quotation that several versions print alike is shown in the newest."""
    first: int | None
    """The number of its first quotation in the newest version; None where that has none."""
    direct: int | None
    """Of the first that is direct."""
    text: str | None
    """Its text."""


def quoted_lines(records: Sequence[Record], story: int, plan: RelatingPlan) -> Iterator[tuple[int, bytes]]:
    """A line for each wording that a story prints, with the block of the wording; the story's versions, the newest first."""
    printed: dict[bytes, tuple[Wording, Printed]] = {}
    seen: set[int] = set()
    for age, record in enumerate(records):
        forms = [form_of(record["body"], quote) for quote in record["quotes"]]
        for number, (form, quote) in enumerate(zip(forms, record["quotes"], strict=True)):
            wording = wording_of(quote["text"], quote["speaker"], record["id"])
            _, before = printed.get(wording.id, (wording, Printed(story, 0, None, None, None)))
            one = before._replace(shown=before.shown + (form not in seen))
            if not age and one.first is None:
                one = one._replace(first=number)
            if not age and one.direct is None and quote["kind"] == "direct":
                one = one._replace(direct=number, text=text_of(record["body"], quote["pieces"]))
            printed[wording.id] = wording, one
        seen.update(forms)
    for wording, one in printed.values():
        said = [wording.id.hex(), wording.words, wording.voice, *one]
        yield int.from_bytes(wording.id[:4]) * plan.blocks >> 32, orjson.dumps(said, option=orjson.OPT_APPEND_NEWLINE)
