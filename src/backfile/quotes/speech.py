"""The whole reading of a story for speech: quotations with their speakers, people and agencies.

Pure: text in, records out; no model, no network, no clock.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from backfile.lexicon.given_names import gender_of
from backfile.lexicon.text_language import tell_language
from backfile.model.story import Named, Quote
from backfile.quotes.drafts import draft_quotes, read_paragraphs
from backfile.quotes.find_speakers import Cast, Voice, find_voice
from backfile.quotes.interviews import with_parties
from backfile.quotes.other_languages import draft_foreign
from backfile.quotes.people import Mention, Person, gather_people
from backfile.quotes.person_names import find_mentions
from backfile.quotes.pieces import Draft, Paragraph
from backfile.quotes.state_agencies import find_agencies
from backfile.quotes.transcripts import read_labels

Span = tuple[int, int]

_NO_LABELS: Mapping[int, Draft] = MappingProxyType({})
_PARAGRAPH = re.compile(r"[^\n]+")
"""Matches each printed line."""


class Speech(NamedTuple):
    """What a story's own words say of who said what."""

    quotes: tuple[Quote, ...]
    people: tuple[Named, ...]
    agencies: tuple[Named, ...]


def analyse_speech(
    body: str,
    *,
    block_spans: Sequence[Span] | None = None,
    headline: str | None = None,
    language: str | None = None,
) -> Speech:
    """The quotations, people and agencies of `body`; every offset is a code point into it.

    `block_spans` are its paragraphs (without: its lines); what lies outside them is not read.  `language` is a code
    ("en", "de-AT"); without one it is told from the text.  `headline` only lends a full name to a last name.
    """
    tongue = _tongue(body, language)
    paragraphs = read_paragraphs(body, _paragraph_spans(body, block_spans))
    labels = read_labels(body, paragraphs, english=tongue == "en")
    mentions, people = _people(paragraphs, headline, body=body, language=tongue, labels=labels)
    agencies = find_agencies(body, _spans_of_sure(people))
    cast = Cast(body, people, mentions, agencies, _sentence_starts(paragraphs), language=tongue)
    quotes = _resolved(body, _drafts(paragraphs, labels, cast), cast)
    return Speech(quotes, tuple(_named(person) for person in people if person.sure), agencies)


def find_quotes(
    body: str,
    *,
    people: Sequence[Named] | None = None,
    block_spans: Sequence[Span] | None = None,
    language: str | None = "en",
    headline: str | None = None,
) -> tuple[Quote, ...]:
    """The quotations of `body`; speakers are joined to `people`, where given, instead of those found in the text."""
    if people is None:
        return analyse_speech(body, block_spans=block_spans, headline=headline, language=language).quotes
    paragraphs = read_paragraphs(body, _paragraph_spans(body, block_spans))
    cast_people, mentions = _given_people(people)
    cast = Cast(body, cast_people, mentions, (), _sentence_starts(paragraphs), language=_tongue(body, language))
    labels = read_labels(body, paragraphs, english=cast.language == "en")
    return _resolved(body, _drafts(paragraphs, labels, cast), cast)


def find_people(
    body: str,
    *,
    block_spans: Sequence[Span] | None = None,
    leave_out: Sequence[Span] = (),
    headline: str | None = None,
) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The people and the agencies of `body`, each once; nothing comes from the spans `leave_out` (byline, credits)."""
    paragraphs = read_paragraphs(body, _paragraph_spans(body, block_spans))
    _, people = _people(paragraphs, headline, leave_out)
    taken = [*leave_out, *_spans_of_sure(people)]
    return tuple(_named(person) for person in people if person.sure), find_agencies(body, taken)


def _spans_of_sure(people: Sequence[Person]) -> list[Span]:
    return [(mention.start, mention.end) for person in people if person.sure for mention in person.mentions]


def _paragraph_spans(body: str, block_spans: Sequence[Span] | None) -> list[Span]:
    if block_spans is None:
        return [found.span() for found in _PARAGRAPH.finditer(body)]
    return [(start, end) for start, end in block_spans if start < end]


def _people(
    paragraphs: list[Paragraph],
    headline: str | None,
    leave_out: Sequence[Span] = (),
    *,
    body: str = "",
    language: str = "en",
    labels: Mapping[int, Draft] = _NO_LABELS,
) -> tuple[list[Mention], list[Person]]:
    mentions = find_mentions(paragraphs) if language == "en" else _foreign_mentions(body, paragraphs, language)
    if labels:
        mentions = with_parties(body, mentions, labels)
    if leave_out:
        mentions = [m for m in mentions if not any(a < m.end and m.start < b for a, b in leave_out)]
    known: list[Mention] = []
    if headline:
        head = read_paragraphs(headline, [(0, len(headline))])
        known = find_mentions(head) if language == "en" else _foreign_mentions(headline, head, language)
    return mentions, gather_people(mentions, known)


def _foreign_mentions(body: str, paragraphs: list[Paragraph], language: str) -> list[Mention]:
    from backfile.quotes.foreign_people import find_foreign_mentions  # its lists of names take a while to load

    return find_foreign_mentions(body, paragraphs, language)


def _tongue(body: str, language: str | None) -> str:
    return (language or tell_language(body) or _WHERE_TOO_SHORT).lower().split("-")[0]


_WHERE_TOO_SHORT = "en"
"""The language of a text too short to tell by: the one whose grammar is read whole."""


def _drafts(paragraphs: list[Paragraph], labels: dict[int, Draft], cast: Cast) -> list[Draft]:
    if cast.language != "en":
        return draft_foreign(cast.body, paragraphs, cast.language, labels=labels, mentions=cast.mentions)
    return draft_quotes(cast.body, paragraphs, labels)


def _given_people(people: Sequence[Named]) -> tuple[list[Person], list[Mention]]:
    made: list[Person] = []
    mentions: list[Mention] = []
    for named in people:
        words = tuple(named.name.split())
        person = Person(words, named.role, gender_of(words[0]) if len(words) > 1 else None)
        made.append(person)
        for start, end in named.mentions:
            mention = Mention(words, start, end, named.role, person.gender, sure=True, subject=False, person=person)
            person.mentions.append(mention)
            mentions.append(mention)
    return made, mentions


def _sentence_starts(paragraphs: list[Paragraph]) -> list[int]:
    return [p.tokens.starts[start] for p in paragraphs for start, _ in p.sentences]


def _resolved(body: str, drafts: list[Draft], cast: Cast) -> tuple[Quote, ...]:
    quotes = []
    before: Voice | None = None
    for draft in drafts:
        voice = find_voice(cast, draft, before)
        if draft.source is not None or draft.continues:
            before = voice
        quotes.append(_quote(body, draft, voice))
    return tuple(quotes)


def _quote(body: str, draft: Draft, voice: Voice) -> Quote:
    return Quote(
        " ".join(body[start:end] for start, end in draft.pieces),
        tuple(draft.pieces),
        draft.kind,
        cue=body[draft.cue[0] : draft.cue[1]] if draft.cue else None,
        cue_span=draft.cue,
        as_printed=body[draft.source[0] : draft.source[1]] if draft.source else None,
        speaker_span=draft.source,
        speaker=voice.name,
        role=voice.role,
        certainty=voice.certainty and voice.certainty.value,
        act=draft.act,
        to=body[draft.hearer[0] : draft.hearer[1]] if draft.hearer else None,
    )


def _named(person: Person) -> Named:
    spans = tuple((m.start, m.end) for m in person.mentions)
    return Named(person.full, person.role, spans)
