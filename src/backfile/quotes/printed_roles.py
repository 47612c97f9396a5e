"""What a story says that a person is: the title before the name, the apposition beside it, the gender that they tell.

A newsroom gives it once, at the first mention ("titles", AP Stylebook): "Fire Chief Lee", "Lee, a retired teller," or
"the head teacher, Ann Lee,".
"""

from backfile.lexicon.given_names import is_given
from backfile.lexicon.offices import ABBREVIATED, COURTESY, GROUPS, OFFICE_MODIFIERS, OFFICES, PARTY, is_calling
from backfile.quotes import word_classes as w
from backfile.quotes.phrases import nounlike
from backfile.quotes.word_classes import Tokens

Run = tuple[int, int | None, int, int]
"""A capitalised run as token indexes: its start, its title where it has one, its name, its end."""


def role_of(t: Tokens, run: Run, *, aside: bool, spoken: bool = False) -> tuple[str | None, str | None]:
    """The office printed with the name, and the gender that a title tells; `spoken`: "said" stands before the name."""
    start, title, name_at, stop = run
    if title is not None:
        if t.low[title] in COURTESY:
            gender = COURTESY[t.low[title]] or None
            return ((_role_after(t, stop) or _role_before(t, start, stop)) if aside else None), gender
        first = title
        while first > start and not t.tags[first - 1] & w.GENITIVE:
            if t.low[first - 1] in PARTY and t.low[first] not in ("national", "party"):
                break
            first -= 1
        words = [ABBREVIATED.get(t.low[k], t.words[k]) for k in range(first, title + 1)]
        if (
            t.low[title] not in OFFICES and singular(t.low[title]) in OFFICES
        ):  # "Commissioners Hal Brisco and Dot Ferraby"
            words[-1] = singular(words[-1])
        role = " ".join(words)
        party = _party_after(t, stop)
        return (f"{role}, {party}" if party else role), _office_gender(t.low[title])
    before = name_at - 1
    if before >= 0 and _leads_name(t, before, alone=stop - name_at == 1):
        first = before
        while aside and first > 0 and _role_word(t, first - 1):
            first -= 1
        return " ".join(t.words[first : before + 1]), _office_gender(t.low[before])
    if not aside:
        return None, None
    return _role_after(t, stop, spoken=spoken) or _role_before(t, name_at, stop), None


def singular(word: str) -> str:
    """A plural in -s as one: "commissioners", "deputies"."""
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _leads_name(t: Tokens, k: int, *, alone: bool) -> bool:
    """Whether a word before a name is an office: of a last name `alone` a listed one, else any that sounds like one."""
    word = t.low[k]
    if t.tags[k] & w.GENITIVE or t.words[k] in _PLAIN:
        return False
    return word in OFFICES or (not alone and is_calling(word) and not t.tags[k] & (w.FUNCTION | w.VERB))


_PLAIN = frozenset(["major", "general", "liberal", "conservative", "independent", "chief", "rival", "junior"])
"""Words for an office that, in small letters before a name, are adjectives: "a major Warhol show"."""


def _role_before(t: Tokens, name_at: int, stop: int) -> str | None:
    """The office before a name that stands in apposition: "The group's founder, Ann Lee, said"."""
    comma = name_at - 1
    closed = stop < len(t.tags) and t.tags[stop] & w.PUNCT
    if (
        comma < 1
        or not closed
        or not t.tags[comma] & w.COMMA
        or (stop - name_at < 2 and t.low[name_at] not in COURTESY)
    ):
        return None
    first = comma
    while first > 0 and comma - first < _LONGEST_BEFORE and _in_role(t, first - 1):
        first -= 1
    words = t.low[first:comma]
    if not first or not words or not t.tags[first - 1] & (w.DET | w.POSS | w.GENITIVE):
        return None
    head = next((k for k, word in enumerate(words) if word in ("of", "for")), len(words)) - 1
    return " ".join(t.words[first:comma]) if head >= 0 and is_calling(words[head]) else None


_LONGEST_BEFORE = 8
"""Tokens of an office before its name: a longer stretch is a clause."""


def _in_role(t: Tokens, k: int) -> bool:
    """Whether the word at `k` may stand inside an office before its name: "chief of the fire brigade", "head teacher"."""
    if t.low[k] in ("of", "for") or _role_word(t, k):
        return True
    before = t.low[k - 1] if k else ""
    if t.tags[k] & w.DET:
        return before in ("of", "for")
    return (
        bool(t.tags[k] & w.BASE) and not t.tags[k] & w.FUNCTION and before in ("the", "a", "his", "her", "its", "their")
    )


def _role_word(t: Tokens, k: int) -> bool:
    tag = t.tags[k]
    if tag & (w.GENITIVE | w.FUNCTION | w.TO) or (
        tag & w.NUM and k and t.tags[k - 1] & w.COMMA
    ):  # ", 47, cameraman Lee"
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


def _role_after(t: Tokens, stop: int, *, spoken: bool = False) -> str | None:
    """The description in apposition: ", a spokesman for the campaign,"; None where there is none."""
    if stop + 1 < len(t.tags) and t.words[stop] == "(":
        return _party_after(t, stop)
    first = _aside_start(t, stop)
    if first is None:
        return None
    if t.words[first][:2] in ("D-", "R-", "I-"):
        return t.words[first]
    if (
        t.tags[first] & (w.CONJ | w.PREP | w.WH | w.REL)
        or (t.tags[first] & w.VERB and not nounlike(t.tags[first]))
        or (stop and t.low[stop - 2] == "of")
    ):
        return None
    end = _aside_end(t, first)
    if end == first or (end < len(t.tags) and not t.tags[end] & (w.PUNCT | w.REL)):
        return None
    if not _is_office(t, first, end) and not (_article(t, first) and (spoken or _speaks_after(t, end))):
        return None
    if t.tags[first] & w.DET:
        first += 1
    if (
        first >= end
        or t.tags[first] & w.ADV
        or any(is_given(t.words[i]) and t.tags[i + 1] & w.NAME for i in range(first, end - 1))
    ):
        return None  # another person of a list: "Andrew, Governor Bill Richardson and"
    return " ".join(t.words[first:end]).replace(" ,", ",") or None


def _aside_start(t: Tokens, stop: int) -> int | None:
    """Where what follows the comma after a name starts, an age and its comma passed over."""
    if stop + 1 >= len(t.tags) or not t.tags[stop] & w.COMMA:
        return None
    k = stop + 1
    if t.tags[k] & w.NUM and k + 1 < len(t.tags) and t.tags[k + 1] & w.COMMA:
        k += 2
    return k if k < len(t.tags) else None


def _aside_end(t: Tokens, first: int) -> int:
    """Where an aside ends: at its comma, or before a verb that carries a clause."""
    k = first
    while k < len(t.tags) and k - first < _LONGEST_ASIDE:
        tag = t.tags[k]
        if tag & (w.PUNCT | w.QUOTED | w.REL | w.AUX | w.MODAL) or (
            tag & w.FINITE and not tag & (w.NAME | w.NOUN | w.ADJ) and not tag & w.PART
        ):
            break
        k += 1
    return k


_LONGEST_ASIDE = 16
"""Tokens: a longer aside is a clause of its own."""


def _head_end(t: Tokens, first: int, end: int) -> int:
    """The end of an aside's first noun phrase: before "of", "at", "in"."""
    return next((k for k in range(first, end) if t.tags[k] & (w.PREP | w.TO)), end)


def _is_office(t: Tokens, first: int, end: int) -> bool:
    stop = _head_end(t, first, end)
    follows = stop < end and t.low[stop] in ("of", "for")
    return any(
        is_calling(t.low[k]) and (t.low[k] not in _PLAIN or (follows and k == stop - 1)) for k in range(first, stop)
    )


def _article(t: Tokens, k: int) -> bool:
    return t.low[k] in ("a", "an", "the")


def _speaks_after(t: Tokens, comma: int) -> bool:
    """Whether a verb of speech follows the comma that closes an aside: ", a lock keeper, said"."""
    return (
        comma + 1 < len(t.tags)
        and bool(t.tags[comma] & w.COMMA)
        and t.tags[comma + 1] & (w.CUE | w.PAST) == w.CUE | w.PAST
    )


def is_group(t: Tokens, stop: int) -> bool:
    """Whether the aside after a name says that it is no person's: ", a company in Ohio,", ", a suburb of Dayton"."""
    first = _aside_start(t, stop)
    if first is None or not _article(t, first):
        return False
    end = _aside_end(t, first)
    return t.low[_head_end(t, first, end) - 1] in GROUPS
