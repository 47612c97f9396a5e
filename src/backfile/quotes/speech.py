"""The whole reading of a story for speech: quotations with their speakers, people and agencies.

Pure: text in, records out; no model, no network, no clock.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from backfile.model.story import Named, Quote
from backfile.quotes.agencies import find_agencies
from backfile.quotes.drafts import Draft, Paragraph, draft_quotes, read_paragraphs
from backfile.quotes.names import Mention, Person, find_mentions, gather_people
from backfile.quotes.voices import Cast, Voice, find_voice

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
    block_spans: Sequence[tuple[int, int]] | None = None,
    headline: str | None = None,
    language: str | None = None,
) -> Speech:
    """The quotations, people and agencies of `body`; offsets are code points into it.

    `block_spans` are its paragraphs (without: its lines); what lies outside them is not read.
    """
    del headline, language
    spans = list(block_spans) if block_spans is not None else [m.span() for m in _PARAGRAPH.finditer(body)]
    paragraphs = read_paragraphs(body, spans)
    mentions = find_mentions(body, paragraphs)
    people = gather_people(mentions)
    agencies = find_agencies(body, [(m.start, m.end) for m in mentions if m.person is not None])
    drafts = draft_quotes(body, paragraphs)
    quotes = _resolved(body, drafts, Cast(body, people, mentions, agencies, _sentence_starts(paragraphs)))
    return Speech(quotes, tuple(_named(person) for person in people), agencies)


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
        certainty=voice.certainty,
        act=draft.act,
        to=body[draft.hearer[0] : draft.hearer[1]] if draft.hearer else None,
    )


def _named(person: Person) -> Named:
    spans = tuple((m.start, m.end) for m in person.mentions)
    return Named(person.full, person.role, spans)


__all__ = ["Mention", "Speech", "analyse_speech"]
