"""People from the names of a story: each once, with the fullest name, the office given and every mention.

A newsroom prints the full name at first mention and the last name alone after (AP Stylebook, "names"); of two people
of one last name, one keeps it bare.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from backfile.lexicon.given_names import is_given


@dataclass(slots=True)
class Mention:
    """One place where a name is printed."""

    name: tuple[str, ...]
    """Its words without title and possessive."""
    start: int
    """Code points into the body, of the name alone."""
    end: int
    role: str | None
    gender: str | None
    sure: bool
    """A title, a listed given name or a description shows that it is a person."""
    subject: bool
    """A verb follows: it is likely the subject of its clause."""
    person: "Person | None" = None
    nameless: bool = False
    """Its first word is one that a list has as no name: "Haunted Lee"."""


@dataclass(slots=True)
class Person:
    """A person of the story with every mention."""

    name: tuple[str, ...]
    role: str | None = None
    gender: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    alone_from: int | None = None
    """Where the first mention by last name alone begins."""

    @property
    def sure(self) -> bool:
        """Whether anything but a verb after the name shows that it is a person."""
        return len(self.name) > 1 or any(m.sure for m in self.mentions)

    @property
    def full(self) -> str:
        """The fullest name given."""
        return " ".join(self.name)


def gather_people(mentions: list[Mention], known: Sequence[Mention] = ()) -> list[Person]:
    """People from mentions: full names first, then last names and titles joined to them, in order of first mention.

    Full names of `known` (the headline's) are lent to people of the story; nobody is in the list by them alone.
    """
    people: list[Person] = []
    by_last: dict[str, list[Person]] = {}
    speaking = {mention.name[0] for mention in mentions if len(mention.name) == 1 and mention.subject}
    for mention in mentions:
        if len(mention.name) == 2 and not (mention.sure or mention.nameless) and mention.name[-1] in speaking:
            mention.sure = True  # "Ask Dorrit Heap about it": later "Heap said"
        if len(mention.name) > 1 and mention.sure:
            _join_full(mention, people, by_last)
    for mention in known:
        if len(mention.name) > 1 and mention.sure and mention.name[-1].lower() not in by_last:
            person = Person(mention.name, mention.role, mention.gender)
            people.append(person)
            by_last[mention.name[-1].lower()] = [person]
    for mention in mentions:
        if mention.person is None:
            _join_part(mention, people, by_last)
    people = [person for person in people if person.mentions]
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
    return sorted(people, key=lambda p: p.mentions[0].start)


def _join_full(mention: Mention, people: list[Person], by_last: dict[str, list[Person]]) -> None:
    last = mention.name[-1].lower()
    for person in by_last.get(last, ()):
        if (
            person.name[-len(mention.name) :] == mention.name
            or len(person.name) == 1
            or person.name[0] == mention.name[0]
            or _short_for(person.name[0], mention.name[0])
        ):
            _add(person, mention)
            return
    person = Person(mention.name)
    people.append(person)
    by_last.setdefault(last, []).append(person)
    _add(person, mention)


def _short_for(one: str, other: str) -> bool:
    a, b = sorted((one.lower().rstrip("."), other.lower().rstrip(".")), key=len)
    return b.startswith(a) and (len(a) == 1 or len(a) > 2)


def _add(person: Person, mention: Mention) -> None:
    mention.person = person
    person.mentions.append(mention)
    if len(mention.name) == 1 and (person.alone_from is None or mention.start < person.alone_from):
        person.alone_from = mention.start
    if len(mention.name) > len(person.name):
        person.name = mention.name
    if mention.role and (person.role is None or (len(mention.role) > len(person.role) and person.role in mention.role)):
        person.role = mention.role
    person.gender = person.gender or mention.gender


def _bearer(people: list[Person], mention: Mention) -> Person:
    """Whose the last name is: the one's who goes by it alone so far, or else was named first.

    Newsrooms keep the bare name for one of two people of that name, and print the other's given name each time.
    """
    alone = [p for p in people if p.alone_from is not None and p.alone_from < mention.start]
    return min(alone or people, key=lambda p: p.mentions[0].start if p.mentions else 0)


def _join_part(mention: Mention, people: list[Person], by_last: dict[str, list[Person]]) -> None:
    """Joins a last name, or a name that nothing shows to be a person's, to whom it names; or makes a person of it."""
    last = mention.name[-1].lower()
    candidates = by_last.get(last, [])
    if not candidates and not (mention.sure or mention.subject or is_given(mention.name[0])):
        return
    person = _bearer_of(mention, candidates) or _by_first_name(mention, people)
    if person is None and (mention.sure or (len(mention.name) < 4 and mention.subject)):
        person = Person(mention.name)
        people.append(person)
        by_last.setdefault(last, []).append(person)
    if person is not None:
        _add(person, mention)


def _bearer_of(mention: Mention, candidates: list[Person]) -> Person | None:
    """Whom of those with its last name a mention names; None where none of them fits."""
    if len(mention.name) > 1:
        candidates = [
            p for p in candidates if p.name[0] == mention.name[0] or p.name[-len(mention.name) :] == mention.name
        ]
    fitting = [p for p in candidates if not (mention.gender and p.gender and mention.gender != p.gender)]
    before = [p for p in fitting if p.mentions and p.mentions[0].start < mention.start]
    return _bearer(before or fitting[:1], mention) if fitting else None


def _by_first_name(mention: Mention, people: list[Person]) -> Person | None:
    """The one person whom a given name alone may mean."""
    if len(mention.name) > 1 or not is_given(mention.name[0]):
        return None
    first = mention.name[0].lower()
    found = [p for p in people if p.name[0].lower() == first and len(p.name) > 1]
    return found[0] if len(found) == 1 else None
