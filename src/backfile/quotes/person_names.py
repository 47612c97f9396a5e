"""Where people are named in a story: found by capital letters, titles and given names, with the office printed there.

What newsrooms do: full name and title or description at first mention ("White House Press Secretary Sean Spicer",
"Jim Himes, D-Conn.", "spokesman Brian Fallon"), the last name alone after (AP Stylebook, "names", "titles").
"""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.lexicon.given_names import gender_of, is_given
from backfile.lexicon.offices import (
    ABBREVIATED,
    COURTESY,
    NOT_PERSON,
    OFFICES,
    PARTICLES,
    PARTY,
    PLACE_LEADS,
    SUFFIXES,
    SURNAMES,
    is_title_calling,
)  # fmt: skip
from backfile.quotes import word_classes as w
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.people import Mention
from backfile.quotes.phrases import phrase_after
from backfile.quotes.pieces import Paragraph
from backfile.quotes.printed_roles import is_group, role_of, singular
from backfile.quotes.word_classes import CUE_VERBS, Tokens


def find_mentions(paragraphs: list[Paragraph]) -> list[Mention]:
    """Every capitalised run outside quotations that may name a person, in order."""
    found: list[Mention] = []
    for paragraph in paragraphs:
        starts = {start for start, _ in paragraph.sentences}
        tags = paragraph.tokens.tags
        stop, count, name = 0, len(tags), w.NAME
        for k in [k for k, tag in enumerate(tags) if tag & name]:
            if k < stop:
                continue
            follows = k + 1 < count and (tags[k + 1] & name or paragraph.tokens.low[k + 1] in _INSIDE)
            stop = _run_end(paragraph.tokens, k, count) if follows or tags[k] & _NOT_HEAD else k + 1
            if stop == k + 1:
                mention = _single(paragraph.tokens, k, first=k in starts)
            else:
                mention = _mention(paragraph.tokens, k, stop, first=k in starts)
            if mention is not None:
                found.append(mention)
    return found


_INSIDE = PARTICLES | OFFICES
"""Words that may stand inside a run without a capital letter, or with another class."""
_NOT_HEAD = w.TIME | w.DET


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


class _Run(NamedTuple):
    """A run of capitalised words, with the title inside it and where the name after that starts."""

    t: Tokens
    start: int
    stop: int
    title: int | None
    name_at: int
    words: list[str]
    """Of the name, without the genitive."""

    @property
    def single(self) -> bool:
        """Whether the name is one word."""
        return len(self.words) == 1

    @property
    def full(self) -> bool:
        """Whether a listed given name opens a name of several words."""
        return is_given(self.words[0]) and not self.single


def _mention(t: Tokens, start: int, stop: int, *, first: bool) -> Mention | None:
    """The person named by tokens [start, stop), if it may be one; what follows may describe them."""
    if stop <= start:
        return None
    title = _title_in(t, start, stop)
    name_at = _name_start(t, start, stop, title, first=first)
    run = _Run(t, start, stop, title, name_at, _name_words(t, name_at, stop))
    if first_answer(NOBODY, run):
        return None
    words, single = run.words, run.single
    if not single and words[0].isupper() and len(words[0]) > 3 and words[1][1:2].islower():
        words[0] = words[0].capitalize()  # "REBECCA Cooke", at the head of a story
    spoken = _after_said(t, start, stop)
    role, courtesy = role_of(t, (start, title, name_at, stop), aside=True, spoken=spoken)
    if single and title is None and (t.tags[stop - 1] & w.GENITIVE or t.tags[name_at] & w.ADJ):
        role = None
    sure = title is not None or role is not None or run.full
    if not sure and not single:
        if words[0].lower() in PLACE_LEADS or (name_at and t.low[name_at - 1] == "the"):
            return None
        sure = _told_of(t, stop)
    return Mention(
        tuple(words),
        t.starts[name_at],
        t.starts[name_at + len(words) - 1] + len(words[-1]),
        role,
        courtesy or (gender_of(words[0]) if not single else None),
        sure,
        spoken or (not (single and first and words[0].endswith("s")) and _acts(t, stop, first=first)),
        nameless=bool(t.tags[name_at] & (w.VERB | w.ADJ | w.NOUN | w.TIME)),
    )


def _title_in(t: Tokens, start: int, stop: int) -> int | None:
    """The last word of the title that a run opens with."""
    title = next((k for k in range(stop - 2, start - 1, -1) if _is_title(t, k)), None)
    if title is None and stop - start > 2 and is_title_calling(t.low[start]) and not is_given(t.words[start]):
        return start  # "Beekeeper Zdenka Malloy"
    if title is not None and stop - title > 3 and not is_given(t.words[title + 1]) and is_given(t.words[title + 2]):
        return title + 1  # "Deputy Coroner Yolanda Birch"
    return title


def _name_start(t: Tokens, start: int, stop: int, title: int | None, *, first: bool) -> int:
    """Where the name starts: after its title, and after words that have a capital letter for their place or are of no name."""
    at = start if title is None else title + 1
    opens = title is None and first and stop - start > 1
    if opens and not is_given(t.words[start]) and t.tags[start] & (w.VERB | w.NOUN | w.ADJ):
        at += 1
    while at < stop - 1 and (t.low[at] in PARTY or (t.tags[at] & w.ADJ and not is_given(t.words[at]))):
        at += 1
    if stop - at <= 2 or is_given(t.words[at]) or not is_given(t.words[at + 1]):
        return at
    placed = at and t.tags[at - 1] & w.PREP  # "attorney for Ohio Ann Lee"
    plural = first and t.low[at].endswith("s")  # "Defendants James Lee and"
    return at + 1 if placed or plural else at


def _name_words(t: Tokens, start: int, stop: int) -> list[str]:
    words = [_bare(t, k) for k in range(start, stop)]
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    return words


def _in_small_letters(run: _Run) -> bool | None:
    return (not run.words[0][:1].isupper() and run.words[0].lower() not in PARTICLES) or None


def _of_a_party(run: _Run) -> bool | None:
    return run.words[0].startswith(("#", "@", *_PARTY_MARKS)) or None


def _thing(run: _Run) -> bool | None:
    return _is_thing(run.words) or None


def _brief_or_office(run: _Run) -> bool | None:
    return (run.single and (_is_brief(run.words[0]) or run.words[0].lower() in OFFICES)) or None


def _group(run: _Run) -> bool | None:
    return (run.title is None and is_group(run.t, run.stop) and not run.full) or None


NOBODY: tuple[Reader[_Run, bool], ...] = (
    Reader(_in_small_letters, "eBay Lee said no."),
    Reader(_of_a_party, "He and D-Ohio Brant said no."),
    Reader(_thing, "Veldt & Sons Ltd. said yes."),
    Reader(_brief_or_office, "Dr. Mayor said no."),
    Reader(_group, "Tanner Brothers, a band of four, said no."),
)
"""What shows a run to name nobody."""


def _after_said(t: Tokens, start: int, stop: int) -> bool:
    """Whether the run stands where a speaker does after the cue: "said Oduya Connelly, a teller", "said one of them, Lee."."""
    if not start or not t.tags[start - 1] & (w.CUE | w.COMMA) or t.tags[stop - 1] & w.GENITIVE:
        return False
    if stop < len(t.tags) and not t.tags[stop] & (w.PUNCT | w.REL | w.PREP | w.ADV | w.TIME | w.SUB):
        return False
    k = start - 1
    if k > 1 and t.tags[k] & w.COMMA and stop - start > 1:
        k -= 1
        while k > max(0, start - _LONGEST_BEFORE) and not t.tags[k] & (w.PUNCT | w.QUOTED | w.CUE):
            k -= 1
    if k < 1 or t.tags[k] & w.CAP or not t.tags[k] & w.CUE or not t.tags[k] & (w.PAST | w.THIRD):
        return False
    if not t.tags[k - 1] & (w.PUNCT | w.QUOTED):  # not "I asked Lee"
        return False
    return "d" in CUE_VERBS.get(t.low[k], ("", ""))[1]


_LONGEST_BEFORE = 8
"""Tokens between "said" and the comma before a name."""


def _told_of(t: Tokens, stop: int) -> bool:
    """Whether what follows a name is said of people alone: "who", ", whose", ", 45,"."""
    last = t.low[stop - 1]
    if stop >= len(t.tags) or last in PARTY or last in OFFICES or t.words[stop - 1].isupper():
        return False
    plural = last.endswith("s") and not last.endswith("ss")  # "Data Scientists who"
    if t.low[stop] in ("who", "whose"):
        return not plural
    if plural and t.words[stop + 1 if stop + 1 < len(t.tags) else stop] in ("who", "whose"):
        return False
    if not t.tags[stop] & w.COMMA or stop + 2 >= len(t.tags):
        return False
    word = t.words[stop + 1]
    return word in ("who", "whose") or (word.isdecimal() and len(word) == 2 and bool(t.tags[stop + 2] & w.PUNCT))


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
        if after and is_group(t, k + 1):
            return None
        role, _ = role_of(t, (k, None, k, k + 1), aside=True)
    acts = (not (first and word.endswith("s")) and _acts(t, k + 1, first=first)) or _after_said(t, k, k + 1)
    return Mention((word,), at, at + len(word), role, None, role is not None, acts)


def _is_brief(word: str) -> bool:
    """Whether a word alone is an abbreviation: "GOP", "Mr"."""
    return word.isupper() or (len(word) < 4 and not word[1:].islower())


def _acts(t: Tokens, stop: int, *, first: bool) -> bool:
    """Whether the name that ends at `stop` is likely the subject of its clause."""
    if t.tags[stop - 1] & w.GENITIVE or stop >= len(t.tags):
        return False
    if t.low[stop] == "of":  # "Noor Haddad of the Game Department testified"
        stop = phrase_after(t, stop + 1, len(t.tags))
        if stop >= len(t.tags):
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
        or low.endswith("-elect")
        or (low.endswith("s") and low not in OFFICES and singular(low) in OFFICES and bool(t.tags[k + 1] & w.NAME))
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
