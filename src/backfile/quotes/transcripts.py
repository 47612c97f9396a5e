"""Transcripts and questions with answers: paragraphs that open with a speaker's label and a colon.

As news agencies print them: the last name in capitals ("SPICER:"), "Q:" and "A:", or a name that comes back.
"""

import re

from backfile.quotes.cues import SPEECH
from backfile.quotes.drafts import Draft, Paragraph

_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Z.’'\- ]{1,40}|Q|A|Q\.|A\.|Question|Answer|(?:[A-Z][\w.’'-]+\s?){1,4})"
    r"(?:\s\([^)]{1,40}\))?:\s+(?=\S)"
)
"""Matches "SPICER: Good", "Q: When", "Jake Tanner: Yes"; not "He said: no"."""
_PLAIN = re.compile(r"[A-Z][A-Z.’'\- ]+$|[QA]\.?$|Question$|Answer$")
"""Matches a label that cannot be anything else."""


def read_labels(body: str, paragraphs: list[Paragraph]) -> dict[int, Draft]:
    """Paragraph number to its quotation, for the paragraphs that open with a label; none where fewer than two do."""
    found = {}
    names = []
    for number, paragraph in enumerate(paragraphs):
        hit = _LABEL.match(body, paragraph.start, paragraph.end)
        if hit is not None and body[hit.end()] not in "\"“«„‘'":
            found[number] = hit
            names.append(hit["label"])
    plain = [name for name in names if _PLAIN.match(name)]
    again = {name for name in names if names.count(name) > 1}
    if len(plain) < 2 and not (again and len(names) > 2):
        return {}
    return {
        number: Draft([(hit.end(), paragraphs[number].end)], "direct", SPEECH, source=hit.span("label"), labelled=True)
        for number, hit in found.items()
        if _PLAIN.match(hit["label"]) or hit["label"] in again
    }
