"""Quotations, speakers and utterances as pages show them: each with the date of the story that prints it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from backfile.model.quotation import Aligned, Difference, Quotation, Speaker, SpeakerEntry, Utterance, Voice
from backfile.model.story import Quote
from backfile.site.anchors import anchor_name
from backfile.site.site_address import story_path
from backfile.site.when import UNDATED, When, said_day, when
from backfile.wording.age import from_to, say_window
from backfile.wording.enumeration import enumerated
from backfile.wording.plain import one_line, shortened
from backfile.wording.site_languages import gettext, to_translate
from backfile.wording.story_names import NO_HEADLINE

_OPENING = 90
_GROUNDS = {
    "office": to_translate("the same office is given: {value}"),
    "outlet": to_translate("in the same outlet: {value}"),
}
_DIFFER = {
    "day": to_translate("The same words are given to different days: {values}."),
    "speaker": to_translate("The same words are given to different speakers: {values}."),
}
_DOUBLE = frozenset('"“”„«»「」')
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」"}
_MOST_LINES, _MOST_NAMELESS = 6, 8
"""Of one speaker's quotations, and of speakers without a name, beside a story: the rest are in its text."""


class QuoteLine(NamedTuple):
    """A quotation in a list."""

    path: str
    """The sentence in its story, at the version that has it."""
    text: str
    is_spoken: bool
    """True where the words are the speaker's own, to be set in quotation marks."""
    who: str | None
    role: str | None
    when: When
    window: str | None
    headline: str
    outlet: str | None
    said_on: str | None
    compare: str | None
    """The utterance's page, where more than one story prints it."""
    printed_in: int


class SpeakerLine(NamedTuple):
    """A speaker in a list."""

    path: str
    name: str
    quotations: int
    stories: int
    roles: tuple[str, ...]
    outlets: tuple[str, ...]
    first: When
    last: When


class StorySpeaker(NamedTuple):
    """Who speaks in one story, under the office that it gives."""

    name: str
    path: str | None
    role: str | None
    lines: tuple[tuple[str, str, str | None, int], ...]
    """Of each quotation its anchor, its first words, the utterance's page and the stories that print it."""
    more: int
    """Quotations that the text has beside these."""


class VariantBlock(NamedTuple):
    """One form of an utterance."""

    is_fullest: bool
    runs: tuple[Aligned, ...]
    lines: tuple[QuoteLine, ...]


class UtterancePage(NamedTuple):
    """The page of an utterance at one moment."""

    title: str
    heading: str
    differences: tuple[str, ...]
    variants: tuple[VariantBlock, ...]
    outlets: tuple[str, ...]
    printings: int


def unquoted(text: str) -> str:
    """What was said without the marks around it and around each of its pieces; marks within words stay with the newsroom's page."""
    return " ".join(text.translate({ord(mark): " " for mark in _DOUBLE}).split()).strip(" '")


def paired(text: str) -> str:
    """The text without the marks that have lost their other half, as one that was cut has."""
    if _DOUBLE.isdisjoint(text):
        return text
    opened: list[tuple[int, str]] = []
    alone: set[int] = set()
    for at, char in enumerate(text):
        if opened and char in _PAIRS.get(opened[-1][1], '"' if opened[-1][1] == '"' else ""):
            opened.pop()
        elif char in _PAIRS or char == '"':
            opened.append((at, char))
        elif char in _DOUBLE:
            alone.add(at)
    alone.update(at for at, _ in opened)
    return "".join(char for at, char in enumerate(text) if at not in alone)


def speaker_path(person: str) -> str:
    """Where a speaker is read."""
    return f"/speaker/{quote(person, safe='')}"


def utterance_path(utterance: str) -> str:
    """Where an utterance is read, form beside form."""
    return f"/utterance/{quote(utterance, safe='')}"


def quote_lines(quotations: Iterable[Quotation], now: datetime) -> tuple[QuoteLine, ...]:
    """The quotations as a list shows them at `now`."""
    return tuple(_line(quotation, now) for quotation in quotations)


def speaker_lines(entries: Iterable[SpeakerEntry], now: datetime) -> tuple[SpeakerLine, ...]:
    """The speakers as a list shows them at `now`."""
    return tuple(_speaker(entry, now) for entry in entries)


def grounds_in_words(speaker: Speaker) -> tuple[str, ...]:
    """Why the stories are taken to mean one person, a sentence's end each; none where there is one story only."""
    return tuple(gettext(_GROUNDS[g.kind]).format(value=g.value) for g in speaker.grounds if g.kind in _GROUNDS)


def by_name(lines: Iterable[SpeakerLine]) -> tuple[tuple[SpeakerLine, ...], ...]:
    """Speakers of one name together, where the first of them stands."""
    named: dict[str, list[SpeakerLine]] = {}
    for line in lines:
        named.setdefault(line.name.casefold(), []).append(line)
    return tuple(tuple(group) for group in named.values())


def story_speakers(quotes: Sequence[Quote], voices: Iterable[Voice]) -> tuple[StorySpeaker, ...]:
    """Who speaks in a story, once under each name: those who are named first, in the order of first words.

    What has no speaker is left to the text, and so are offices and the nameless past the first few: a story of a hundred voices
    lists whom a reader may know.
    """
    named: dict[str, list[tuple[Quote, Voice]]] = {}
    for voice in voices:
        quotation = quotes[voice.number]
        if quotation.speaker:
            named.setdefault(quotation.speaker.casefold(), []).append((quotation, voice))
    speakers = [_story_speaker(found) for found in named.values()]
    nameless = [one for one in speakers if one.path is None]
    return tuple(one for one in speakers if one.path is not None) + tuple(nameless[:_MOST_NAMELESS])


def utterance_page(utterance: Utterance, now: datetime) -> UtterancePage:
    """The page of an utterance at `now`."""
    blocks = tuple(
        VariantBlock(variant.is_fullest, variant.aligned, quote_lines(variant.printed, now))
        for variant in utterance.variants
    )
    lines = [line for block in blocks for line in block.lines]
    days = dict.fromkeys(line.when.day for line in sorted(lines, key=lambda line: line.when.machine or "~"))
    who = next((line.who for line in lines if line.who), None)
    heading = gettext("What {name} said").format(name=who) if who else gettext("Words without a speaker")
    return UtterancePage(
        title=f"{heading} · {enumerated(list(days)) if len(days) < 3 else _from_to(list(days))}",
        heading=heading,
        differences=tuple(_difference(difference) for difference in utterance.differences),
        variants=blocks,
        outlets=utterance.outlets,
        printings=len(lines),
    )


def _line(quotation: Quotation, now: datetime) -> QuoteLine:
    version = None if quotation.is_newest else quotation.version
    text = one_line(quotation.text)
    return QuoteLine(
        path=f"{story_path(quotation.story, version=version)}#{anchor_name(quotation.number)}",
        text=unquoted(text) if quotation.kind == "direct" else paired(text),
        is_spoken=quotation.kind == "direct",
        who=one_line(quotation.speaker or "") or None,
        role=one_line(quotation.role or "") or None,
        when=when(quotation.published, now),
        window=None if quotation.published else say_window(quotation.window, now),
        headline=(quotation.headline or "").strip() or gettext(NO_HEADLINE),
        outlet=quotation.outlet,
        said_on=said_day(quotation.said_on) if quotation.said_on else None,
        compare=utterance_path(quotation.utterance) if quotation.printed_in > 1 else None,
        printed_in=quotation.printed_in,
    )


def _speaker(entry: SpeakerEntry, now: datetime) -> SpeakerLine:
    dates = when(entry.first, now), when(entry.last, now)
    counts = entry.quotations, entry.stories
    return SpeakerLine(speaker_path(entry.id), one_line(entry.name), *counts, entry.roles, entry.outlets, *dates)


def _story_speaker(found: list[tuple[Quote, Voice]]) -> StorySpeaker:
    openings = {_opening(quotation): voice for quotation, voice in reversed(found)}
    lines = tuple(
        (
            anchor_name(one.number),
            opening,
            utterance_path(one.utterance) if one.printed_in > 1 else None,
            one.printed_in,
        )
        for opening, one in reversed(openings.items())
    )
    role = next((quotation.role for quotation, _ in found if quotation.role), None)
    person = next((voice.person for _, voice in found if voice.person), None)
    name, more = one_line(found[0][0].speaker or ""), max(0, len(lines) - _MOST_LINES)
    return StorySpeaker(name, speaker_path(person) if person else None, role, lines[:_MOST_LINES], more)


def _opening(quotation: Quote) -> str:
    text = unquoted(quotation.text) if quotation.kind == "direct" else quotation.text
    return paired(shortened(text, _OPENING))


def _difference(difference: Difference) -> str:
    values = [said_day(value) if difference.kind == "day" else one_line(value) for value in difference.values]
    return gettext(_DIFFER[difference.kind]).format(values="; ".join(values))


def _from_to(days: list[str]) -> str:
    dated = [day for day in days if day != gettext(UNDATED)]
    return from_to(dated[0], dated[-1])
