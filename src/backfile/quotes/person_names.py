"""Where people are named in a story: found by capital letters, titles and given names, with the office printed there.

What newsrooms do: full name and title or description at first mention ("White House Press Secretary Sean Spicer",
"Jim Himes, D-Conn.", "spokesman Brian Fallon"), the last name alone after (AP Stylebook, "names", "titles").
"""

from backfile.lexicon.english_words import listed
from backfile.lexicon.given_names import EITHER, FEMALE, MALE, gender_of, is_given
from backfile.lexicon.offices import (
    ABBREVIATED,
    COURTESY,
    NOT_PERSON,
    OFFICE_MODIFIERS,
    OFFICES,
    PARTICLES,
    PARTY,
    PLACE_LEADS,
    SUFFIXES,
    SURNAMES,
)  # fmt: skip
from backfile.quotes import word_classes as w
from backfile.quotes.people import Mention
from backfile.quotes.phrases import nounlike
from backfile.quotes.pieces import Paragraph
from backfile.quotes.word_classes import Tokens


def find_mentions(paragraphs: list[Paragraph]) -> list[Mention]:
    """Every capitalised run outside quotations that may name a person, in order."""
    found: list[Mention] = []
    for paragraph in paragraphs:
        starts = {start for start, _ in paragraph.sentences}
        tags = paragraph.tokens.tags
        stop, count = 0, len(tags)
        for k in [k for k, tag in enumerate(tags) if tag & w.NAME]:
            if k < stop:
                continue
            stop = _run_end(paragraph.tokens, k, count)
            if stop == k + 1:
                mention = _single(paragraph.tokens, k, first=k in starts)
            else:
                mention = _mention(paragraph.tokens, k, stop, first=k in starts)
            if mention is not None:
                found.append(mention)
    return found


def find_foreign_mentions(paragraphs: list[Paragraph]) -> list[Mention]:
    """The names of people in a language whose grammar is not read: shown by a listed given name or a title before.

    In German every noun has a capital letter, so that nothing else tells a name.
    """
    found: list[Mention] = []
    for paragraph in paragraphs:
        t = paragraph.tokens
        done = 0
        for k, low in enumerate(t.low):
            if k < done or low not in _SHOWING or not t.tags[k] & w.CAP:
                continue
            done = min(_run_end(t, k, len(t.tags)), k + _LONGEST)
            if k + 1 < len(t.tags) and t.tags[k + 1] & w.NAME and t.low[k + 1] not in PARTICLES:
                mention = _mention(t, k, done, first=False, aside=False)
                if mention is not None and mention.sure:
                    found.append(mention)
    return sorted([*found, *_last_names(paragraphs, found)], key=lambda mention: mention.start)


_SHOWING = frozenset([*MALE, *FEMALE, *EITHER, *ABBREVIATED, *COURTESY, *OFFICES])
_LONGEST = 5


def _last_names(paragraphs: list[Paragraph], full: list[Mention]) -> list[Mention]:
    """Where the last names of `full` stand alone."""
    lasts = {mention.name[-1] for mention in full}
    inside = {at for mention in full for at in range(mention.start, mention.end)}
    return [
        Mention((t.words[k],), t.starts[k], t.end_of(k), None, None, sure=False, subject=False)
        for t in (paragraph.tokens for paragraph in paragraphs)
        if not lasts.isdisjoint(t.words)
        for k, word in enumerate(t.words)
        if word in lasts and t.starts[k] not in inside
    ]


def _run_end(t: Tokens, k: int, count: int) -> int:
    """The end of the run of capitalised words at `k`, with particles and initials inside it."""
    while k < count:
        tag = t.tags[k]
        if tag & w.NAME and not tag & (w.TIME | w.DET):
            if tag & w.GENITIVE:
                return k + 1
            k += 1
        elif (t.low[k] in PARTICLES and k + 1 < count and t.tags[k + 1] & w.NAME) or (
            tag & w.CAP and t.low[k] in OFFICES
        ):
            k += 1
        else:
            break
    return k


def _mention(t: Tokens, start: int, stop: int, *, first: bool, aside: bool = True) -> Mention | None:
    """The person named by tokens [start, stop), if it may be one; with `aside` what follows may describe them."""
    if stop <= start:
        return None
    title = next((k for k in range(stop - 2, start - 1, -1) if _is_title(t, k)), None)
    name_at = start if title is None else title + 1
    if (
        title is None
        and first
        and stop - start > 1
        and not is_given(t.words[start])
        and t.tags[start] & (w.VERB | w.NOUN | w.ADJ)
    ):
        name_at += 1
    while name_at < stop - 1 and (
        t.low[name_at] in PARTY or (t.tags[name_at] & w.ADJ and not is_given(t.words[name_at]))
    ):
        name_at += 1
    if stop - name_at > 2 and name_at and t.tags[name_at - 1] & w.PREP and is_given(t.words[name_at + 1]):
        name_at += not is_given(t.words[name_at])  # "attorney for Ohio Ann Lee"
    elif stop - name_at > 2 and first and t.low[name_at].endswith("s") and is_given(t.words[name_at + 1]):
        name_at += not is_given(t.words[name_at])  # "Defendants James Lee and"
    words = [_bare(t, k) for k in range(name_at, stop)]
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    if not words or (not words[0][:1].isupper() and words[0].lower() not in PARTICLES):
        return None
    if words[0].startswith(("#", "@", *_PARTY_MARKS)) or _is_thing(words):
        return None
    if len(words) > 1 and words[0].isupper() and len(words[0]) > 3 and words[1][1:2].islower():
        words[0] = words[0].capitalize()  # "REBECCA Cooke", at the head of a story
    single = len(words) == 1
    if single and (_is_brief(words[0]) or words[0].lower() in OFFICES):
        return None
    role, courtesy = _role(t, (start, title, name_at, stop), aside=aside)
    if single and title is None and (t.tags[stop - 1] & w.GENITIVE or t.tags[name_at] & w.ADJ):
        role = None
    sure = title is not None or role is not None or (is_given(words[0]) and not single)
    if not sure and not single and (words[0].lower() in PLACE_LEADS or (name_at and t.low[name_at - 1] == "the")):
        return None
    return Mention(
        tuple(words),
        t.starts[name_at],
        t.starts[name_at + len(words) - 1] + len(words[-1]),
        role,
        courtesy or (gender_of(words[0]) if not single else None),
        sure,
        not (single and first and words[0].endswith("s")) and _acts(t, stop, first=first),
    )


def _single(t: Tokens, k: int, *, first: bool) -> Mention | None:
    """The person whom one capitalised word may name, mostly by the last name."""
    word, low = _bare(t, k), t.low[k]
    if not word[:1].isupper() or word.lower() in NOT_PERSON or _is_brief(word) or t.tags[k] & w.ADV:
        return None
    if word.startswith(_PARTY_MARKS):
        return None
    at = t.starts[k]
    if low in OFFICES:  # "King said": only where somebody of the story bears the name
        return Mention((word,), at, at + len(word), None, None, sure=False, subject=False)
    role = None
    after = k + 1 < len(t.tags) and (t.tags[k + 1] & w.COMMA or t.words[k + 1] == "(")
    if (after or (k and t.low[k - 1] in OFFICES)) and not t.tags[k] & (w.GENITIVE | w.ADJ):
        role, _ = _role(t, (k, None, k, k + 1), aside=True)
    acts = not (first and word.endswith("s")) and _acts(t, k + 1, first=first)
    return Mention((word,), at, at + len(word), role, None, role is not None, acts)


def _is_brief(word: str) -> bool:
    """Whether a word alone is an abbreviation: "GOP", "Mr"."""
    return word.isupper() or (len(word) < 4 and not word[1:].islower())


def _acts(t: Tokens, stop: int, *, first: bool) -> bool:
    """Whether the name that ends at `stop` is likely the subject of its clause."""
    if t.tags[stop - 1] & w.GENITIVE or stop >= len(t.tags):
        return False
    after = t.tags[stop]
    return bool(after & (w.FINITE | w.CUE)) or (first and bool(after & w.COMMA) and _aside_follows(t, stop + 1))


def _is_thing(words: list[str]) -> bool:
    """Whether a word shows the run to be no person: "Lee Foundation", not "Bill Hall"."""
    low = [word.lower() for word in words]
    if len(low) > 1 and is_given(words[0]):
        return any(word in NOT_PERSON and word not in SURNAMES for word in low[1:])
    return any(word in NOT_PERSON for word in low)


def _aside_follows(t: Tokens, k: int) -> bool:
    """Whether what follows a name's comma is about a person: ", who", ", 45,", ", the mayor", ", for his part"."""
    return k < len(t.tags) and (t.low[k] in ("who", "whose", "the", "a", "for") or bool(t.tags[k] & (w.NUM | w.ING)))


def _is_title(t: Tokens, k: int) -> bool:
    low = t.low[k]
    if is_given(t.words[k]) and not low.endswith("."):  # "Dean Kamen"
        return False
    return (
        low in ABBREVIATED
        or low in COURTESY
        or (low in OFFICES and low not in _NO_TITLES and not t.tags[k] & w.GENITIVE)
    )


_PARTY_MARKS = ("D-", "R-", "I-")
_NO_TITLES = frozenset(
    listed("""
    liberal conservative independent socialist son daughter wife husband uncle aunt nephew niece cousin widow friend
    colleague boss mate resident member teacher
""")
)
"""Words for people that are no title with a capital letter: "Son Heung-min", "Liberal Arts"."""


def _bare(t: Tokens, k: int) -> str:
    word = t.words[k]
    if t.tags[k] & w.GENITIVE:
        return word[:-2] if word[-1] == "s" else word[:-1]
    return word


def _role(t: Tokens, run: tuple[int, int | None, int, int], *, aside: bool) -> tuple[str | None, str | None]:
    """The office printed with the name, and the gender that a title tells; `run`: start, title, name and end."""
    start, title, name_at, stop = run
    if title is not None:
        if t.low[title] in COURTESY:
            gender = COURTESY[t.low[title]] or None
            return (_role_after(t, stop) if aside else None), gender
        first = title
        while first > start and not t.tags[first - 1] & w.GENITIVE:
            if t.low[first - 1] in PARTY and t.low[first] not in ("national", "party"):
                break
            first -= 1
        words = [ABBREVIATED.get(t.low[k], t.words[k]) for k in range(first, title + 1)]
        role = " ".join(words)
        party = _party_after(t, stop)
        return (f"{role}, {party}" if party else role), _office_gender(t.low[title])
    before = name_at - 1
    if before >= 0 and t.low[before] in OFFICES and not t.tags[before] & w.GENITIVE and t.words[before] not in _PLAIN:
        first = before
        while aside and first > 0 and _role_word(t, first - 1):
            first -= 1
        return " ".join(t.words[first : before + 1]), _office_gender(t.low[before])
    if not aside:
        return None, None
    return _role_after(t, stop) or _role_before(t, name_at, stop), None


_PLAIN = frozenset(["major", "general", "liberal", "conservative", "independent", "chief", "rival", "junior"])
"""Words for an office that, in small letters before a name, are adjectives: "a major Warhol show"."""


def _role_before(t: Tokens, name_at: int, stop: int) -> str | None:
    """The office before a name that stands in apposition: "The group's founder, Ann Lee, said"."""
    comma = name_at - 1
    closed = stop < len(t.tags) and t.tags[stop] & w.PUNCT
    if comma < 1 or not closed or not t.tags[comma] & w.COMMA or stop - name_at < 2:
        return None
    first = comma
    while first > 0 and comma - first < 7 and (_role_word(t, first - 1) or t.low[first - 1] in ("of", "for")):
        first -= 1
    words = t.low[first:comma]
    if not first or not t.tags[first - 1] & (w.DET | w.POSS | w.GENITIVE) or OFFICES.isdisjoint(words):
        return None
    if words[-1] not in OFFICES and "of" not in words and "for" not in words:
        return None
    return " ".join(t.words[first:comma])


def _role_word(t: Tokens, k: int) -> bool:
    tag = t.tags[k]
    if tag & w.GENITIVE or tag & (w.FUNCTION & ~w.TO) or tag & w.TO:
        return False
    return bool(tag & (w.NAME | w.NOUN | w.ADJ)) or t.low[k] in OFFICE_MODIFIERS or not tag & w.VERB


def _office_gender(office: str) -> str | None:
    if office.endswith("woman") or office in (
        "actress",
        "wife",
        "mother",
        "daughter",
        "sister",
        "widow",
        "aunt",
        "niece",
        "queen",
    ):
        return "f"
    if (office.endswith("man") and office not in ("alderman",)) or office in (
        "husband",
        "father",
        "son",
        "brother",
        "uncle",
        "pope",
        "king",
    ):
        return "m"
    return None


def _party_after(t: Tokens, stop: int) -> str | None:
    """The party and place after a name ("D-Conn." in "Rep. Jim Himes, D-Conn."), None where none is printed."""
    if (stop + 1 < len(t.words) and t.tags[stop] & w.COMMA) or (stop < len(t.words) and t.words[stop] == "("):
        word = t.words[stop + 1] if stop + 1 < len(t.words) else ""
        if word[:2] in ("D-", "R-", "I-"):
            return word
    return None


def _role_after(t: Tokens, stop: int) -> str | None:
    """The description in apposition: ", a spokesman for the campaign,"; None where there is none."""
    if stop + 1 < len(t.tags) and t.words[stop] == "(":
        return _party_after(t, stop)
    if stop + 1 >= len(t.tags) or not t.tags[stop] & w.COMMA:
        return None
    k = stop + 1
    if t.tags[k] & w.NUM and k + 1 < len(t.tags) and t.tags[k + 1] & w.COMMA:
        k += 2
    if k >= len(t.tags) or t.words[k][:2] in ("D-", "R-", "I-"):
        return t.words[k] if k < len(t.tags) else None
    if (
        t.tags[k] & (w.CONJ | w.PREP | w.WH | w.REL)
        or (t.tags[k] & w.VERB and not nounlike(t.tags[k]))
        or (stop and t.low[stop - 2] == "of")
    ):
        return None
    first, office = k, False
    while k < len(t.tags) and k - first < 16:
        tag = t.tags[k]
        if tag & (w.PUNCT | w.QUOTED | w.REL | w.AUX | w.MODAL) or (
            tag & w.FINITE and not tag & (w.NAME | w.NOUN | w.ADJ) and not tag & w.PART
        ):
            break
        office = (
            office or (t.low[k] in OFFICES and t.low[k] not in _PLAIN) or t.low[k].endswith(("man", "woman", "ist"))
        )
        if not office and tag & w.PREP:
            break
        k += 1
    if not office or k == first or (k < len(t.tags) and not t.tags[k] & (w.PUNCT | w.REL)):
        return None
    if t.tags[first] & w.DET:
        first += 1
    if t.tags[first] & w.ADV or any(is_given(t.words[i]) and t.tags[i + 1] & w.NAME for i in range(first, k - 1)):
        return None  # another person of a list: "Andrew, Governor Bill Richardson and"
    return " ".join(t.words[first:k]).replace(" ,", ",") or None
