"""Transcripts and questions with answers: paragraphs that open with a speaker's label and a colon; posts that are embedded.

As news agencies print them: the last name in capitals ("SPICER:"), "Q:" and "A:", or a name that comes back. A post ends
with its author, handle and day ("— Ann Lee (@annlee) June 2, 2016"), as Twitter's own embed prints it.
"""

import re

from backfile.lexicon.english_words import listed
from backfile.lexicon.given_names import is_given
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.interviews import LABEL, read_interview
from backfile.quotes.pieces import Draft, Paragraph

_POST = re.compile(
    r"(?P<content>.*?)\s*[—–-]{1,2}\s?(?P<source>[^\W\d_][^\n@()—]{1,48}?)\s\(@\w{1,15}\)\s?[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\s*"
)
"""Matches "No deal! — Ann Lee (@annlee) June 2, 2016"; not "- Ann Lee (D)"."""
_PLAIN = re.compile(
    r"[A-Z][A-Z.’'\- ]+$|[QA]\.?$|(?:Question|Answer|Frage|Antwort|Pregunta|Respuesta|Pergunta|Resposta|Réponse|Domanda|Risposta|Vraag|Antwoord)$"
)
"""Matches a label that cannot be anything else."""


def read_labels(body: str, paragraphs: list[Paragraph], *, english: bool = True) -> dict[int, Draft]:
    """Paragraph number to its quotation, for embedded posts and, where two or more do, paragraphs that open with a label.

    In another language than English only an interview is told from a list of facts.
    """
    posts = _read_posts(body, paragraphs) if "(@" in body else {}
    interview = read_interview(body, paragraphs)
    if interview or not english:
        return posts | interview
    found = {}
    names = []
    for number, paragraph in enumerate(paragraphs):
        if body.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL)) < 0:
            continue
        hit = LABEL.match(body, paragraph.start, paragraph.end)
        if hit is not None and body[hit.end()] not in "\"“«„‘'" and not is_notice(hit["label"]):
            found[number] = hit
            names.append(hit["label"])
    plain = [name for name in names if _PLAIN.match(name)]
    again = {name for name in names if names.count(name) > 1 and _is_name(body, name, names.count(name))}
    if len(plain) < 2 and not (again and len(names) > 2):
        return posts
    return posts | {
        number: Draft([(hit.end(), paragraphs[number].end)], "direct", SPEECH, source=hit.span("label"), labelled=True)
        for number, hit in found.items()
        if _PLAIN.match(hit["label"]) or hit["label"] in again
    }


_LONGEST_LABEL = 140


def is_notice(label: str) -> bool:
    """Whether a word before a colon is a newsroom's own: "WATCH:", "BREAKING:", "Price:"."""
    return not _NOTICES.isdisjoint(label.lower().split())


_NOTICES = frozenset(
    listed("""
    breaking new watch read related more update updated updates video photo photos note correction exclusive opinion
    analysis listen see also poll live must developing flashback source sources via credit caption tags fill weight
    price where when what why how pros cons verdict date time location tip bonus step fact claim rating total score
    ingredients serves warning advertisement subscribe follow image email phone website address twitter
""")
)


def _is_name(body: str, label: str, count: int) -> bool:
    """Whether a label in small letters is a person's: a given name leads it, or the text names it elsewhere too."""
    words = label.split()
    return _PLAIN.match(label) is not None or is_given(words[0]) or body.count(words[-1]) > count


def _read_posts(body: str, paragraphs: list[Paragraph]) -> dict[int, Draft]:
    found: dict[int, Draft] = {}
    for number, paragraph in enumerate(paragraphs):
        hit = _POST.fullmatch(body, paragraph.start, paragraph.end)
        if hit is None:
            continue
        content = hit.span("content")
        if content[0] == content[1] and number:  # the author stands in a paragraph of his own
            before = paragraphs[number - 1]
            content = before.start, before.end
            found[number - 1] = Draft([], "direct", SPEECH)
        if content[0] < content[1]:
            found[number] = Draft([content], "direct", SPEECH, source=hit.span("source"), labelled=True)
    return found
