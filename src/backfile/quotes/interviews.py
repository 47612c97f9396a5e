"""Interviews: who asks and who answers, by the names, the initials or "Q." and "A." before each turn, or by the questions alone.

Three forms are printed: a name and a colon before each turn; the name on a line of its own above it; questions as paragraphs of
their own with the answers below, the one who answers being named in the opening.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from backfile.lexicon.offices import NOT_PERSON
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.people import Mention
from backfile.quotes.pieces import Draft, Paragraph, Span

_NAME = r"(?:[A-ZÀ-ÖØ-Þ](?:\w|[.’'-](?=\w))*+\.?(?:\s(?:de|da|do|di|del|van|von|der|la))*\s?){1,4}"
LABEL = re.compile(rf"(?P<label>[A-Z][A-Z.’'\- ]{{1,40}}|[A-Z]\.?|{_NAME})(?:\s\([^)]{{1,40}}\))?\s?:\s+(?=\S)")
"""Matches "SPICER: Good", "Q: When", "Jake Tanner: Yes"; not "He said: no"."""
_LETTER = re.compile(r"(?P<label>[QA])[.)]\s+(?=[A-ZÀ-ÖØ-Þ“\"])")
"""Matches "Q. When"; "A. Lee" too, so that both letters are asked for."""
_HEAD = re.compile(rf"\s*(?P<label>{_NAME}):?\s*$")
"""Matches a line that is a name: "Osric Vane"."""
_I = re.compile(
    r"\b(?:I|my|me|we|our|us|ich|mein\w*|mir|mich|wir|je|j[’']|mon|ma|mes|nous|yo|mi|mis|me|nosotros|eu|meu|minha|nós|io|mio|mia|noi|ik|mijn|wij|we)\b"
)
_LONGEST_LABEL = 140
_LONGEST_QUESTION = 400
_FEWEST_TURNS = 4
_MOST_VOICES = 6
"""Of an interview: a list of facts about several people ("Age: 34") repeats more labels, and asks nothing."""
_FEWEST_QUESTIONS = 3
"""Without labels: two questions on lines of their own may be a writer's turn of speech."""


class Turn(NamedTuple):
    """What one party says in one paragraph."""

    voice: str
    """Its label made plain, so that a name and its initials are one."""
    label: Span
    content: Span
    asks: bool


def read_interview(body: str, paragraphs: list[Paragraph]) -> dict[int, Draft]:
    """Paragraph number to its quotation, where the paragraphs are an interview; else nothing."""
    if body.count("?") < 2 or len(paragraphs) < _FEWEST_TURNS:
        return {}
    questions = {number for number, p in enumerate(paragraphs) if _is_question(body, p)}
    turns = _turns(body, paragraphs)
    if _is_interview(turns, questions - turns.keys(), len(paragraphs)):
        voices = [turn.voice for turn in turns.values()]
        return {
            number: Draft([turn.content], "direct", SPEECH, source=turn.label, labelled=True, interview=True)
            for number, turn in turns.items()
            if voices.count(turn.voice) > 1
        }
    return {} if turns else _answers(body, paragraphs, questions)


def _is_question(body: str, paragraph: Paragraph) -> bool:
    short = paragraph.end - paragraph.start < _LONGEST_QUESTION
    return short and body[paragraph.start : paragraph.end].rstrip().endswith("?") and not paragraph.stretches


def _turns(body: str, paragraphs: list[Paragraph]) -> dict[int, Turn]:
    """The paragraphs that a label opens, or that stand below a line which is a name."""
    hits: dict[int, tuple[re.Match[str], int]] = {}
    before = 0
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        hit = None
        if body.find(":", start, min(end, start + _LONGEST_LABEL)) >= 0:
            hit = LABEL.match(body, start, end)
        if hit is None:
            hit = _LETTER.match(body, start, end)
        if hit is not None and body[hit.end()] not in "\"“«„‘'":
            hits[number] = hit, hit.end()
        elif before < start - 4 and start - before < _LONGEST_LABEL and (hit := _HEAD.match(body, before, start)):
            hits[number] = hit, start
        before = end
    voices = _voices({hit["label"].strip() for hit, _ in hits.values()})
    return {
        number: Turn(
            voices[hit["label"].strip()],
            (hit.start("label"), hit.start("label") + len(hit["label"].rstrip())),
            (at, paragraphs[number].end),
            "?" in body[at : paragraphs[number].end],
        )
        for number, (hit, at) in hits.items()
    }


def _voices(labels: set[str]) -> dict[str, str]:
    """Each label to the plain form that its initials and its last name share with it."""
    full = {label for label in labels if " " in label and not label.replace(".", "").replace(" ", "").isupper()}
    plain = {}
    for label in labels:
        letters = label.replace(".", "").replace(" ", "")
        same = next((name for name in sorted(full) if letters in (initials_of(name), name.split()[-1])), label)
        plain[label] = same.lower()
    return plain


def initials_of(name: str) -> str:
    """The first letters of a name's words."""
    return "".join(word[0] for word in name.split())


def _is_interview(turns: dict[int, Turn], questions: set[int], count: int) -> bool:
    """Whether most paragraphs are turns of a few voices, and one of these asks, or who asks has no label."""
    if len(turns) + len(questions) < _FEWEST_TURNS or 2 * (len(turns) + len(questions)) < count:
        return False
    said: dict[str, list[bool]] = {}
    for turn in turns.values():
        said.setdefault(turn.voice, []).append(turn.asks)
    again = [asked for asked in said.values() if len(asked) > 1]
    if len(again) > _MOST_VOICES:
        return False
    asked = any(2 * sum(asks) > len(asks) for asks in again)
    return (len(again) > 1 and asked) or (len(again) == 1 and len(questions) > 1)


def _answers(body: str, paragraphs: list[Paragraph], questions: set[int]) -> dict[int, Draft]:
    """The paragraphs between questions on lines of their own, where most speak of "I" and nothing is quoted in them."""
    if len(questions) < _FEWEST_QUESTIONS:
        return {}
    first = min(questions)
    answers = [n for n in range(first + 1, len(paragraphs)) if n not in questions]
    if any(n + 1 in questions for n in questions) or len(answers) < len(questions) or len(answers) > 3 * len(questions):
        return {}
    spoken = sum(_I.search(body, paragraphs[n].start, paragraphs[n].end) is not None for n in answers)
    if first == 0 or 2 * spoken < len(answers) or any(paragraphs[n].stretches for n in answers):
        return {}
    return {n: Draft([(paragraphs[n].start, paragraphs[n].end)], "direct", SPEECH, answers=True) for n in answers}


def with_parties(body: str, mentions: list[Mention], labels: Mapping[int, Draft]) -> list[Mention]:
    """The mentions with those of an interview's parties, whose full names are people's wherever they stand."""
    known = {mention.start: mention for mention in mentions}
    for name in {_label_of(body, draft) for draft in labels.values() if draft.interview and draft.source is not None}:
        words = tuple(name.split())
        low = {word.lower() for word in words}
        if len(words) < 2 or words[0].lower() in _NO_NAME or not NOT_PERSON.isdisjoint(low):
            continue
        if not all(word[1:2].islower() for word in words):
            continue
        at = body.find(name)
        while at >= 0:
            found = known.setdefault(at, Mention(words, at, at + len(name), None, None, sure=True, subject=True))
            found.sure = True
            at = body.find(name, at + 1)
    return sorted(known.values(), key=lambda mention: mention.start)


def _label_of(body: str, draft: Draft) -> str:
    assert draft.source is not None
    return body[draft.source[0] : draft.source[1]].strip()


_NO_NAME = frozenset("the der die das le la les el los il lo o a de het".split())
"""First words of an outlet's name."""
