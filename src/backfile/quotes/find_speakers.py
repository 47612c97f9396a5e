"""Who speaks: the words that name a source, joined to a person or an agency of the story, with the reason.

A name is joined by itself; "he" and "she" to the nearest person of that gender, subjects and speakers first; "the
governor" to the one whose office it is; a quotation with no cue to the voice before it.  Anything else keeps its words.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from backfile.lexicon.english_words import listed
from backfile.lexicon.foreign_offices import is_foreign_calling
from backfile.lexicon.offices import is_calling
from backfile.lexicon.word_lists import in_all
from backfile.model.certainties import SpeakerCertainty
from backfile.model.story import Named
from backfile.quotes.foreign_sources import after_oblique, is_determined
from backfile.quotes.interviews import initials_of
from backfile.quotes.people import Mention, Person
from backfile.quotes.pieces import Draft
from backfile.quotes.state_agencies import LEGAL_FORMS

Span = tuple[int, int]

CERTAINTIES: dict[SpeakerCertainty, str] = {
    SpeakerCertainty.NAMED_BY_CUE: "the cue's subject holds the speaker's name",
    SpeakerCertainty.DESCRIBED_BY_CUE: "the cue's subject describes the speaker, or is one word that nothing shows to be a name",
    SpeakerCertainty.PRONOUN_NEAREST: "he or she: the nearest person that fits, subjects and speakers first; they or it: who spoke last",
    SpeakerCertainty.OFFICE: "an office or description that one person of the story has: the governor, the press secretary",
    SpeakerCertainty.AGENCY: "an agency of the story, by its name, its abbreviation or what it is: the department",
    SpeakerCertainty.SAME_VOICE: "no cue: the quotation goes on in the voice of the one before",
    SpeakerCertainty.NEAREST_SUBJECT: "no cue: the subject of the sentence that the quotation stands in",
    SpeakerCertainty.LABEL: "a transcript's label, a name before a colon, or an answer in an interview of one person",
}
"""Each name that a quotation's certainty may have, and what it says."""

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", *in_all("quotations.pronouns.he")), "m"),
    **dict.fromkeys(("she", "her", "hers", *in_all("quotations.pronouns.she")), "f"),
    **dict.fromkeys(
        (*listed("they their them who we our i my you it its which that one es"), *in_all("quotations.pronouns.they")),
        "",
    ),
}
_ELIDING = ("fr", "it")
_PREPOSITIONS = (
    " like ",
    " including ",
    " such as ",
    " of ",
    " for ",
    " to ",
    " with ",
    " by ",
    " from ",
    " at ",
    " against ",
    " about ",
    " on ",
    " in ",
    " under ",
    " between ",
)


@dataclass(slots=True)
class Cast:
    """Everybody of a story who may speak, and where each is mentioned."""

    body: str
    people: list[Person]
    mentions: list[Mention]
    agencies: tuple[Named, ...]
    sentences: list[int]
    """Where each sentence starts, in order."""
    language: str = "en"
    starts: list[int] = field(default_factory=list)
    heard: list[tuple[int, Person]] = field(default_factory=list)
    """Each place where a person was found to speak, in order."""
    groups: list[tuple[int, str]] = field(default_factory=list)
    """Each place where people or bodies spoke that are no single person, as printed."""

    def __post_init__(self) -> None:
        self.mentions = sorted((m for m in self.mentions if m.person is not None), key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]


@dataclass(slots=True)
class Voice:
    """A speaker found: the name or description, the office, and why."""

    name: str | None
    role: str | None = None
    certainty: SpeakerCertainty | None = None
    person: Person | None = None


def find_voice(cast: Cast, draft: Draft, before: Voice | None) -> Voice:
    """The speaker of `draft`; `before` is the one of the quotation before it."""
    if draft.answers:
        return _answering(cast)
    if draft.source is None and draft.omitted:
        return _pronoun(cast, draft.cue[0] if draft.cue else draft.pieces[0][0], None)
    if draft.source is None:
        if draft.passive or not draft.continues or before is None:
            return Voice(None)
        return Voice(before.name, before.role, SpeakerCertainty.SAME_VOICE if before.name else None, before.person)
    start, end = draft.source
    voice = _voice_of(cast, start, end)
    if draft.labelled:
        voice = _by_label(cast, start, end)
    elif draft.cue is None and voice.certainty in (SpeakerCertainty.NAMED_BY_CUE, SpeakerCertainty.DESCRIBED_BY_CUE):
        voice.certainty = (
            SpeakerCertainty.LABEL if cast.body[end : end + 1] == ":" else SpeakerCertainty.NEAREST_SUBJECT
        )
    if voice.person is not None:
        cast.heard.append((start, voice.person))
    elif voice.name is not None and voice.certainty != SpeakerCertainty.PRONOUN_NEAREST:
        cast.groups.append((start, voice.name))
    return voice


_QUESTION = frozenset(listed("q q. question frage pregunta pergunta domanda vraag unidentified"))
_ANSWER = frozenset(listed("a a. answer antwort respuesta resposta réponse risposta antwoord"))


def _by_label(cast: Cast, start: int, end: int) -> Voice:
    label = " ".join(cast.body[start:end].split())
    low = label.lower()
    if low in _QUESTION:
        return Voice(None)
    if low in _ANSWER:
        return _answering(cast)
    last = low.split()[-1]
    initials = label.replace(".", "").replace(" ", "")
    for person in cast.people:
        if person.name[-1].lower() == last or initials_of(person.full) == initials:
            return Voice(person.full, person.role, SpeakerCertainty.LABEL, person)
    return Voice(label, None, SpeakerCertainty.LABEL)


def _answering(cast: Cast) -> Voice:
    """Who answers under "A:": the story's one person, given in full, where it has no other."""
    sure = [person for person in cast.people if person.sure]
    if len(sure) != 1 or len(sure[0].name) < 2:
        return Voice(None)
    return Voice(sure[0].full, sure[0].role, SpeakerCertainty.LABEL, sure[0])


def _voice_of(cast: Cast, start: int, end: int) -> Voice:
    words = cast.body[start:end]
    low = words.lower()
    if cast.language in _ELIDING and low[:2] in ("l'", "l’"):
        low = f"le {low[2:]}"
    if low in ("they", "it"):
        return _group(cast, start)
    if low in _PRONOUNS:
        return _pronoun(cast, start, _PRONOUNS[low])
    inside = _mentions_in(cast, start, end)
    for mention in inside:
        if _heads(cast.body, start, mention) and not (
            cast.language != "en" and after_oblique(cast.body, start, mention.start)
        ):
            person = mention.person
            assert person is not None
            if person.sure:
                return Voice(person.full, person.role, SpeakerCertainty.NAMED_BY_CUE, person)
            return Voice(
                person.full if "," in words else _plain(words), person.role, SpeakerCertainty.DESCRIBED_BY_CUE, person
            )
    agency = _agency(cast, start, end)
    if agency is not None and not inside:
        return Voice(agency.name, None, SpeakerCertainty.AGENCY)
    if not inside and (low.startswith(("the ", "his ", "her ")) or is_determined(cast.language, low)):
        person = _by_office(cast, start, low)
        if person is not None:
            return Voice(person.full, person.role, SpeakerCertainty.OFFICE, person)
    return Voice(_plain(words), None, SpeakerCertainty.DESCRIBED_BY_CUE)


def _plain(words: str) -> str:
    """The words that name a source, without "the" and without "who"."""
    words = _ASIDE.split(" ".join(words.split()))[0]
    for tail in (" who", ", who", " that", " which", ", which"):
        words = words.removesuffix(tail)
    words = words.rstrip(",")
    return words[4:] if words[:4] in ("the ", "The ") else words


_ASIDE = re.compile(r",? (?:who|whose|which|where|speaking|citing)\b|, (?:asked|pressed|appearing|referring)\b")
"""Matches ", who" after a description; not " who" at its head."""


def _mentions_in(cast: Cast, start: int, end: int) -> list[Mention]:
    at = bisect_right(cast.starts, start - 1)
    found = []
    while at < len(cast.mentions) and cast.mentions[at].start < end:
        found.append(cast.mentions[at])
        at += 1
    return found


def _heads(body: str, start: int, mention: Mention) -> bool:
    """Whether the mention is whom the phrase is about: not the owner, nor after "for", nor in a longer description."""
    after = body[mention.end : mention.end + 2]
    if after in ("'s", "’s") or after[:1] in ("'", "’"):
        return False
    lead = f" {body[start : mention.start].lower()}"
    first = lead[lead.rfind(",") + 1 :]
    if any(word in first for word in _PREPOSITIONS):
        return False
    return _FOLLOWERS.match(body, mention.end) is None


_FOLLOWERS = re.compile(
    r" (?:camp|campaign|supporter|aide|adviser|official|surrogate|spokes|ally|allies|backer|voter|"
    r"release|administration|team|donor|loyalist|critic|delegate|operative|organizer|fan|ad\b)"
)
"""Matches " supporters" after a name, which makes it no person; not " said"."""


def _agency(cast: Cast, start: int, end: int) -> Named | None:
    for agency in cast.agencies:
        for a, b in agency.mentions:
            if start <= a and b <= end and not any(word in cast.body[start:a].lower() for word in _PREPOSITIONS):
                return agency if end - b < 2 or cast.body[b : b + 2] == " (" else None
    low = cast.body[start:end].lower()
    if low.startswith("the ") and " " not in low[4:]:
        return _agency_of_kind(cast, low[4:], start)
    return None


def _agency_of_kind(cast: Cast, kind: str, start: int) -> Named | None:
    """The last agency named before `start` that is such a one: "the department", "the company"."""
    near = None
    for agency in cast.agencies:
        words = agency.name.split()
        fits = words[-1].rstrip(".") in LEGAL_FORMS if kind in _COMPANIES else kind in agency.name.lower().split()
        if fits and agency.mentions[0][0] < start:
            near = agency
    return near


_COMPANIES = frozenset(["company", "firm", "manufacturer", "corporation"])


def _by_office(cast: Cast, start: int, low: str) -> Person | None:
    """The person whose office the phrase is: the head noun, and every other word of it, stand in the role."""
    words = [word for word in low.replace(",", " ").split()[1:] if word not in ("former", "then", "state", "longtime")]
    if not words or len(words) > 5:
        return None
    head = next((k - 1 for k, word in enumerate(words) if word in ("of", "for") and k), len(words) - 1)
    if cast.language != "en":
        if not any(is_foreign_calling(word, cast.language) for word in words[:2]):
            return None
    elif not is_calling(words[head]):
        return None
    best: Person | None = None
    best_at = -2
    for person in cast.people:
        role = (person.role or "").lower()
        if not role or not all(_in_role(cast, word, role) for word in words):
            continue
        last = max((m.start for m in person.mentions if m.start < start), default=-1)
        if last > best_at:
            best, best_at = person, last
    return best


def _in_role(cast: Cast, word: str, role: str) -> bool:
    """Whether a role has a word: in German as the end of a longer one too ("Sprecher", "Stadtsprecher")."""
    if cast.language == "en":
        return word in role
    return any(part == word or (cast.language == "de" and part.endswith(word)) for part in role.split())


def _group(cast: Cast, at: int) -> Voice:
    """The people or the body that spoke last, for "they" and "it", where nobody else has spoken since."""
    if not cast.groups or (cast.heard and cast.heard[-1][0] > cast.groups[-1][0]):
        return Voice(None)
    where, name = cast.groups[-1]
    near = bisect_right(cast.sentences, at) - bisect_right(cast.sentences, where)
    return Voice(name, None, SpeakerCertainty.PRONOUN_NEAREST) if near <= 2 else Voice(None)


def _pronoun(cast: Cast, at: int, gender: str | None) -> Voice:
    """The nearest person of a gender; of any, where a language leaves the pronoun out and the verb tells none."""
    if gender == "":
        return Voice(None)
    here = bisect_right(cast.sentences, at)
    scores: dict[int, float] = {}
    found: dict[int, Person] = {}
    upto = bisect_right(cast.starts, at - 1)
    for mention in cast.mentions[max(0, upto - 14) : upto]:
        person = mention.person
        assert person is not None
        if person.gender and gender and person.gender != gender:
            continue
        distance = here - bisect_right(cast.sentences, mention.start)
        score = 3.0 - 0.6 * distance + (0.9 if mention.subject else 0.0) + (0.5 if person.gender else -0.3)
        if _after_preposition(cast.body, mention.start):
            score -= 0.7
        _keep(scores, found, person, score)
    for where, person in cast.heard[-4:]:
        if person.gender and gender and person.gender != gender:
            continue
        distance = here - bisect_right(cast.sentences, where)
        _keep(scores, found, person, 3.6 - 0.6 * distance + (0.5 if person.gender else -0.3))
    if not scores:
        return Voice(None)
    person = found[max(scores, key=lambda key: scores[key])]
    person.gender = person.gender or gender
    return Voice(person.full, person.role, SpeakerCertainty.PRONOUN_NEAREST, person)


def _after_preposition(body: str, start: int) -> bool:
    words = body[max(0, start - 30) : start].lower().rstrip()
    return words.endswith((" of", " for", " to", " with", " by", " from", " against", " about", " on", " in"))


def _keep(scores: dict[int, float], found: dict[int, Person], person: Person, score: float) -> None:
    key = id(person)
    if key not in scores or scores[key] < score:
        scores[key], found[key] = score, person
