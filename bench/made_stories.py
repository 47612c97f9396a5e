"""Stories made up by number, to fill archives of any size: the same number is always the same story.

Words are made of syllables, and are as common as words are (Zipf's law); people, outlets and wire agencies come again as they do.
Nothing in them is of any newspaper. A story is about as long as a real one (7.6 kB of text, nine quotations), and its
record about as large. Of a hundred stories ten are copies of an agency's text, cut or mended, five print a form of which
one number changes, three were saved twice with a change, fifteen have no date, eight name only one of outlet and domain.
Short stories are the same with a fifth of the text, for archives so large that whole ones would take hours to make.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from backfile.model.capture import Capture, Place
from backfile.model.reason_codes import WindowCode
from backfile.model.story import (
    Author,
    BodyBlock,
    Credit,
    Dateline,
    DateMention,
    Evidence,
    Furniture,
    Link,
    Named,
    Outlet,
    Quote,
    Stamp,
    Story,
    Window,
)
from backfile.story.identity import story_id

KINDS = ("mixed", "short", "forms of one outlet", "forms of fifty")
PATH = "/made-up/crawl.warc"
_WORDS, _OUTLETS, _FORMS = 60_000, 300, 40
_SHORT = 0.2
_FIRST = date(2000, 1, 1)
_DAYS = 9000
_ONSETS = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sh sp st th tr".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = "b ck d g l m n p r s t x nd nt rk st".split()
_COMMON = (
    "the of and to in a that for on was said with as at by it from his her be an they have has will are were".split()
)


class Made(NamedTuple):
    """A story, and when it was saved."""

    capture: Capture
    story: Story


class _Said(NamedTuple):
    text: str
    speaker: str
    role: str


def made(number: int, kind: str = "mixed") -> Iterator[Made]:
    """The captures of the story of that number: one, or a second that shows it changed."""
    own = random.Random(f"{kind} {number}")
    is_form = kind.startswith("forms")
    story = _form(number, own, kind) if is_form else _mixed(number, own, _SHORT if kind == "short" else 1)
    at = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    yield Made(_capture(number, at, story), story)
    if not is_form and number % 33 == 7:
        later = _told(own, [*story.body.split("\n\n"), _sentence(own, 20)], story)
        yield Made(_capture(-number, at + timedelta(days=30), later), later)


def word(rank: int) -> str:
    """The word that is so common: 0 the most."""
    return _words()[rank]


@lru_cache(maxsize=1)
def _words() -> list[str]:
    own = random.Random(1)
    found = dict.fromkeys(_COMMON)
    while len(found) < _WORDS:
        syllables = own.choices((1, 2, 3), (2, 5, 3))[0]
        found["".join(own.choice(_ONSETS) + own.choice(_VOWELS) for _ in range(syllables)) + own.choice(_CODAS)] = None
    return list(found)


@lru_cache(maxsize=1)
def _weights() -> list[float]:
    return list(accumulate(1 / (rank + 2.7) for rank in range(_WORDS)))


@lru_cache(maxsize=1)
def _outlet_weights() -> list[float]:
    return list(accumulate(1 / (rank + 5) for rank in range(_OUTLETS)))


@lru_cache(maxsize=1)
def _drawn() -> list[str]:
    """A million words as common as they are: to draw one evenly is to draw it by its weight, in a fifth of the time."""
    return random.Random(2).choices(_words(), cum_weights=_weights(), k=1 << 20)


def _sentence(own: random.Random, length: int) -> str:
    drawn = _drawn()
    words = [drawn[own.getrandbits(20)] for _ in range(length)]
    if own.random() < 0.3:
        words[own.randrange(length)] = str(own.randrange(10_000))
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def _name(rank: int) -> str:
    return f"{word(200 + rank * 7919 % 1300).title()} {word(1500 + rank * 104_729 % 7500).title()}"


def _speakers(own: random.Random, outlet: int) -> list[tuple[str, str]]:
    """Three people: two whom the outlet quotes again and again, and one who is quoted once."""
    regulars = [int(own.paretovariate(0.8)) % 200 for _ in range(2)]
    people = [(_name(outlet * 1000 + rank), f"{word(300 + rank)} commissioner") for rank in regulars]
    return [*people, (_name(own.getrandbits(40)), f"a {word(own.randrange(300, 3000))}")]


def _outlet(rank: int, own: random.Random) -> Outlet:
    name, domain = (
        f"The {word(2000 + rank).title()} {('Post', 'Courier', 'Times')[rank % 3]}",
        f"{word(2000 + rank)}.example",
    )
    chance = own.random()
    return Outlet(name, None) if chance < 0.03 else Outlet(None, domain) if chance < 0.08 else Outlet(name, domain)


def _mixed(number: int, own: random.Random, length: float) -> Story:
    outlet = own.choices(range(_OUTLETS), cum_weights=_outlet_weights())[0]
    if number % 20 == 3:
        return _form_text(number, own, form=number // 20 % _FORMS, outlet=outlet)
    is_wire = number % 10 == 9
    source = random.Random(f"wire {number // 60}") if is_wire else own
    paragraphs, said = _paragraphs(source, _speakers(source, outlet if not is_wire else 999), length)
    if is_wire:
        paragraphs = paragraphs[: own.randint(len(paragraphs) * 7 // 10, len(paragraphs))]
        paragraphs[0] = _sentence(own, 24)
    wire = (Credit("Copyright The Associated Press", "The Associated Press", "wire"),) if is_wire else ()
    return _story(number, own, paragraphs, said, _outlet(outlet, own), wire=wire)


def _form(number: int, own: random.Random, kind: str) -> Story:
    return _form_text(number, own, form=number % 5, outlet=0 if kind == "forms of one outlet" else number % 50)


def _form_text(number: int, own: random.Random, *, form: int, outlet: int) -> Story:
    """A market report: always the same words, but for a number."""
    fixed = random.Random(f"form {form}")
    paragraphs = [_sentence(fixed, 22) for _ in range(12)]
    paragraphs[fixed.randrange(12)] += f" The number was {own.randrange(10**6)}."
    return _story(number, own, paragraphs, [], _outlet(outlet, own))


def _paragraphs(own: random.Random, speakers: list[tuple[str, str]], length: float) -> tuple[list[str], list[_Said]]:
    paragraphs: list[str] = []
    said: list[_Said] = []
    for _ in range(max(4, int(own.gauss(23, 6) * length))):
        text = " ".join(_sentence(own, own.randint(9, 26)) for _ in range(own.choice((2, 3, 3))))
        if own.random() < 0.4:
            speaker, role = own.choice(speakers)
            words = _sentence(own, own.choice((6, 14, 24, 30)))
            if own.random() < 0.05:  # a saying that many print, now and then cut short
                known = own.randrange(2000)
                speaker, role = _name(900_000 + known), f"{word(300 + known % 50)} minister"
                words = _sentence(random.Random(f"known {known}"), 24)
                words = words if own.random() < 0.8 else " ".join(words.split()[:16]) + "."
            said.append(_Said(words, speaker, role))
            text = f"“{words[:-1]},” said {role} {speaker}. {text}"
        paragraphs.append(text)
    return paragraphs, said


def _story(
    number: int,
    own: random.Random,
    paragraphs: list[str],
    said: list[_Said],
    outlet: Outlet,
    *,
    wire: tuple[Credit, ...] = (),
) -> Story:
    day = _FIRST + timedelta(days=int(_DAYS * own.random() ** 0.7))
    stamp = None
    if own.random() >= 0.15:
        value = f"{day}T{own.randrange(24):02}:{own.randrange(60):02}:{own.randrange(60):02}-05:00"
        stamp = Stamp(value, "second", "stated", "json-ld", value)
    site = outlet.domain or "archive.example"
    headline = _sentence(own, own.randint(5, 11))[:-1]
    bare = Story(
        id="",
        url=f"https://{site}/{day:%Y/%m}/{'-'.join(headline.lower().split()[:5])}-{number + 1000}.html",
        outlet=outlet,
        language="en",
        section=word(400 + number % 8),
        tags=tuple(word(own.randrange(500, 2000)) for _ in range(4)),
        headline=headline,
        dek=_sentence(own, 16),
        byline=f"By {_name(number % 4000)}",
        authors=(Author(_name(number % 4000), "Staff Writer"),),
        dateline=Dateline(f"{word(700 + number % 90).upper()} --", word(700 + number % 90).title())
        if number % 3 == 0
        else None,
        published=stamp,
        window=Window(str(day), "2025-01-01", (WindowCode.SAVED.of("2025-01-01"),)),
        furniture=_furniture(outlet.domain or "", own),
        credits=wire,
        evidence=_evidence(stamp, day),
    )
    return _told(own, paragraphs, bare, said)


def _told(own: random.Random, paragraphs: list[str], bare: Story, said: list[_Said] | None = None) -> Story:
    """The story with these paragraphs, and where in them its blocks, quotations and days stand."""
    from dataclasses import replace

    body = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for text in paragraphs:
        link = (Link(4, 20, f"https://archive.example/{own.randrange(10**7)}"),) if own.random() < 0.15 else ()
        blocks.append(BodyBlock("paragraph", text, at, at + len(text), link))
        at += len(text) + 2
    quotes = bare.quotes if said is None else tuple(_quotes(body, said))
    people = {quote.speaker: quote.role for quote in quotes if quote.speaker}
    return replace(
        bare,
        id=story_id(bare.url, bare.headline, body),
        body=body,
        blocks=tuple(blocks),
        quotes=quotes,
        people=tuple(Named(name, role, _places(body, name)) for name, role in people.items()),
        dates=tuple(
            DateMention(text, body.index(text), body.index(text) + len(text), "DATE", None)
            for text in {word(own.randrange(20, 60)) for _ in range(6)}
            if text in body
        ),
    )


def _quotes(body: str, said: list[_Said]) -> Iterator[Quote]:
    for one in said:
        words = one.text[:-1]
        start = body.find(words)
        if start < 0:
            continue
        end = start + len(words)
        cue = body.find("said", end)
        printed = f"{one.role} {one.speaker}"
        span = (cue + 5, cue + 5 + len(printed))
        yield Quote(
            words,
            ((start, end),),
            "direct",
            "said",
            (cue, cue + 4),
            printed,
            span,
            one.speaker,
            one.role,
            "named-by-cue",
            "speech",
        )


def _places(body: str, name: str) -> tuple[tuple[int, int], ...]:
    found, at = [], body.find(name)
    while at >= 0:
        found.append((at, at + len(name)))
        at = body.find(name, at + 1)
    return tuple(found)


def _furniture(domain: str, own: random.Random) -> tuple[Furniture, ...]:
    """What the outlet prints around every story, and links to others."""
    fixed = random.Random(domain)
    lines = [Furniture("navigation", _sentence(fixed, 12), "menu") for _ in range(8)]
    lines += [Furniture("footer", _sentence(fixed, 25), "page-foot") for _ in range(2)]
    return tuple(lines + [Furniture("related", _sentence(own, 9), "related-box") for _ in range(6)])


def _evidence(stamp: Stamp | None, day: date) -> tuple[Evidence, ...]:
    if stamp is None:
        return (Evidence("published", None, "Copyright 2025", "visible", "copyright-year"),)
    return (
        Evidence("published", stamp.value, stamp.raw, "json-ld:datePublished", "json-ld-published", used=True),
        Evidence("published", stamp.value, stamp.raw, "meta:article:published_time", "meta-published"),
        Evidence("published", str(day), f"{day:%B %d, %Y}", "visible", "visible-bare"),
    )


def _capture(number: int, at: datetime, story: Story) -> Capture:
    place = Place(PATH, None, abs(number) * 20_000 + (number < 0), 20_000)
    return Capture(b"", f"sha256:{abs(number):056x}{number < 0:08x}", place, story.url, at)
