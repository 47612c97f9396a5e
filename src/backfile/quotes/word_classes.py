"""A paragraph as tokens, each with every word class that it may have: what the clause rules read instead of a parse.

Classes are bits, since most English words have several.  No model: closed classes by list, verbs by list and spelling
(the regular inflections of English), names by their capital letter.
"""

import re
from dataclasses import dataclass
from itertools import chain

from backfile.lexicon import english_words as lexicon
from backfile.lexicon.english_words import listed
from backfile.quotes import attribution_cues as cues
from backfile.quotes.quotation_marks import Stretch

DET, PREP, CONJ, SUB, REL, THAT, FINITE_AUX, MODAL = (1 << n for n in range(8))
SUBJECT, OBJECT, POSS, ADV, NEG, PAST, PART, ING = (1 << n for n in range(8, 16))
BASE, THIRD, NAME, NUM, TIME, TO, PUNCT, GENITIVE = (1 << n for n in range(16, 24))
QUOTED, END, WH, BE, HAVE, CAP, ADJ, NOUN = (1 << n for n in range(24, 32))
COMMA, CUE, NOUN_CUE, ADJ_CUE, AUX, MARKED = (1 << n for n in range(32, 38))
# MARKED: the first word after a quotation mark, where the quotation is a few words of the sentence

FINITE = FINITE_AUX | MODAL | PAST | THIRD
"""Classes that may carry the tense of a clause (a present plural, BASE, may too)."""
VERB = FINITE | PART | ING | BASE
FUNCTION = DET | PREP | CONJ | SUB | REL | THAT | AUX | MODAL | SUBJECT | OBJECT | POSS | ADV | TO | PUNCT | WH | QUOTED
"""Classes that no noun of a phrase has."""

TOKEN = re.compile(
    r"[#@]?\w+(?:(?:['’&/-]|\.-?)\w+|,\d{3}\b)*(?:[’'](?=\s))?|\.\.\.+|[$€£]\d[\d,.]*\d|--+|[^\w\s\"“”„«»]",
)
"""A word ("U.S", "D-Conn", "didn't", "officials'", "5,000"), an ellipsis, or one mark.  Matches "x-ray"; not "  "."""

ABBREVIATIONS = frozenset(
    listed("""
    mr mrs ms dr sen sens rep reps gov govs lt col gen maj capt sgt adm cmdr rev prof hon st jr sr pres sec atty
    asst dept inc corp co ltd llc vs etc conn ala ariz ark calif colo del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va
    d.c u.s jan feb mar apr aug sept oct nov dec supt det insp cpl pvt ave blvd u.n e.g i.e messrs mme v
""")
)


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of one paragraph; a real quotation is one token, QUOTED."""

    words: list[str]
    low: list[str]
    tags: list[int]
    starts: list[int]
    """Code points into the body."""
    quoted: dict[int, Stretch]
    """Token index to the quotation that it stands for."""
    running: set[int]
    """Quotations that start with a small letter: they go on with the sentence that they stand in."""
    stopped: set[int]
    """Quotations that end a sentence."""

    def end_of(self, k: int) -> int:
        """The code point after the word at `k`."""
        return self.quoted[k].end if k in self.quoted else self.starts[k] + len(self.words[k])


_REMEMBERED = 50_000


class _Classes(dict[str, int]):
    """Word to classes; a word not listed is judged by its form and remembered for the next time.

    Only the listed words judge others: what was met on one page must not change what is read on the next.
    """

    def __init__(self, listed_words: dict[str, int]) -> None:
        super().__init__(listed_words)
        self._listed = listed_words

    def __missing__(self, word: str) -> int:
        found = _guess(self._listed, word)
        if len(self) < _REMEMBERED + len(self._listed):
            self[word] = found
        return found


def _guess(known: dict[str, int], word: str) -> int:
    first = word[0]
    if not first.isalnum():
        return NAME if first in "#@" and len(word) > 1 else NUM if first in "$€£" and len(word) > 1 else PUNCT
    if first.isdigit():
        return NUM
    if "’" in word or "'" in word:
        return _contracted(known, word)
    low = word.lower()
    if low != word:
        base = known.get(low)
        if base is not None and base & (CUE | NOUN_CUE | ADJ_CUE) and word.isupper() and len(word) > 1:
            return NAME | CAP
        if base is None:
            return NAME | CAP | (ADV if low.endswith("ly") and len(low) > 6 else 0)
        return base | CAP | (0 if base & FUNCTION else NAME)
    return _by_ending(word)


def _by_ending(word: str) -> int:
    if word.endswith("ly"):
        return ADV
    if word.endswith("ed") and len(word) > 4:
        return PAST | PART
    if word.endswith("ing") and len(word) > 5:
        return ING
    if "-" in word or word.endswith(_ADJECTIVAL):
        return ADJ | NOUN
    return NOUN


_ADJECTIVAL = ("ful", "ous", "sive", "tive", "less")


def _contracted(known: dict[str, int], word: str) -> int:
    """Classes of "didn't", "he's", "Trump's" and "officials'"."""
    plain = word.replace("’", "'")
    low = plain.lower()
    cap = CAP if plain != low else 0
    listed = known.get(low)
    if listed is not None:
        return listed | cap
    stem, _, tail = low.rpartition("'")
    if tail == "t":
        return MODAL | AUX | NEG | cap
    if tail in ("ll", "d", "re", "ve", "m") or (tail == "s" and stem in _HOSTS):
        return SUBJECT | FINITE_AUX | AUX | cap
    if tail in ("s", ""):
        return GENITIVE | (NAME if cap else NOUN) | cap
    return NAME | CAP if cap else NOUN


_HOSTS = frozenset(listed("i you he she it we they that there who what where here how everyone everybody let"))


def regular_forms(base: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a regular verb: ("tries", "tried", "tried", "trying")."""
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    stem = base
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    if base in _DOUBLING:
        stem = base + base[-1]
    if base.endswith("e"):
        return third, base + "d", base + "d", (base if base.endswith(("ee", "oe", "ye")) else base[:-1]) + "ing"
    return third, stem + "ed", stem + "ed", stem + "ing"


_DOUBLING = frozenset(lexicon.DOUBLING)
_IRREGULAR = {line.split()[0]: tuple(line.split()[1:]) for line in lexicon.IRREGULAR}


def verb_forms(base: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of any verb."""
    found = _IRREGULAR.get(base)
    return (found[0], found[1], found[2], found[3]) if found else regular_forms(base)


def _add(classes: dict[str, int], words: str | list[str], bits: int) -> None:
    for word in [words] if isinstance(words, str) else words:
        classes[word] = classes.get(word, 0) | bits


def _table(text: str) -> dict[str, str]:
    rows = (entry.split() for entry in text.replace("\n", " | ").split("|") if entry.strip())
    return {row[0]: row[1].replace("-", "") for row in rows}


_SHAPES: dict[str, str] = {}
ACTS: dict[str, str] = {}
"""Cue lemma to speech, belief or intention: the first table that lists it."""
for _text, _act in (
    (cues.SPEECH_VERBS, cues.SPEECH),
    (cues.BELIEF_VERBS, cues.BELIEF),
    (cues.INTENTION_VERBS, cues.INTENTION),
):
    for _lemma, _letters in _table(_text).items():
        _SHAPES[_lemma] = "".join(sorted(set(_SHAPES.get(_lemma, "") + _letters)))
        ACTS.setdefault(_lemma, _act)

CUE_VERBS: dict[str, tuple[str, str]] = {}
"""Word form to (lemma, shapes)."""
for _lemma, _letters in _SHAPES.items():
    for _form in (_lemma, *verb_forms(_lemma)):
        CUE_VERBS.setdefault(_form, (_lemma, _letters))

CUE_NOUNS: dict[str, tuple[str, str, str]] = {}
"""Noun, singular or plural, to (lemma, shapes, act)."""
for _text, _act in (
    (cues.SPEECH_NOUNS, cues.SPEECH),
    (cues.BELIEF_NOUNS, cues.BELIEF),
    (cues.INTENTION_NOUNS, cues.INTENTION),
):
    for _lemma, _letters in _table(_text).items():
        for _form in (_lemma, regular_forms(_lemma)[0]):
            CUE_NOUNS.setdefault(_form, (_lemma, _letters, _act))

CUE_ADJECTIVES: dict[str, tuple[str, str]] = {
    lemma: (letters, act)
    for text, act in ((cues.INTENTION_ADJECTIVES, cues.INTENTION), (cues.BELIEF_ADJECTIVES, cues.BELIEF))
    for lemma, letters in _table(text).items()
}
CARRIERS = frozenset(form for base in cues.CARRIERS for form in (base, *verb_forms(base)))


def _classes() -> _Classes:
    known: dict[str, int] = {}
    for words, bits in (
        (lexicon.DETERMINERS, DET), (lexicon.POSSESSIVES, POSS), (lexicon.SUBJECTS, SUBJECT),
        (lexicon.EITHER_CASE, SUBJECT | OBJECT), (lexicon.OBJECTS, OBJECT), (lexicon.PREPOSITIONS, PREP),
        (lexicon.CONJUNCTIONS, CONJ), (lexicon.SUBORDINATORS, SUB), (lexicon.RELATIVES, REL),
        (lexicon.QUESTION_WORDS, WH), (lexicon.BE, BE | AUX), (lexicon.BE_FINITE, FINITE_AUX),
        (lexicon.HAVE, HAVE | AUX),
        (["has", "have", "had", "hasn't", "haven't", "hadn't"], FINITE_AUX), (lexicon.DO, AUX | FINITE_AUX),
        (lexicon.MODALS, MODAL | AUX), (lexicon.ADVERBS, ADV), (lexicon.TIMES, TIME), (lexicon.MONTHS, TIME),
        (lexicon.TIME_NOUNS, NOUN), (lexicon.ADJECTIVES, ADJ), (lexicon.COMMON_NOUNS, NOUN), ("that", THAT), ("to", TO),
        ("not", NEG), (list(".?!"), END | PUNCT), ([",", "—", "–", "--"], COMMA | PUNCT), (["the"], DET),
    ):  # fmt: skip
        _add(known, words, bits)
    for base in chain(lexicon.VERBS, _IRREGULAR, _SHAPES):
        if base in ("be", "have", "do"):
            continue
        third, past, part, ing = verb_forms(base)
        for form, bits in ((base, BASE), (third, THIRD), (past, PAST), (part, PART), (ing, ING)):
            _add(known, form, bits)
    for word in CUE_VERBS:
        known[word] = (known[word] if word in known else _guess(known, word)) | CUE
    for word in CUE_NOUNS:
        _add(known, word, NOUN_CUE | NOUN)
    for word in CUE_ADJECTIVES:
        _add(known, word, ADJ_CUE | ADJ)
    known["according"] = CUE
    for word in ("having", "being"):
        known[word] |= ING
    known["per"] = PREP | CUE
    for word in ("put", "puts"):
        known[word] |= CUE
    known["like"] = (known["like"] if "like" in known else _guess(known, "like")) | PREP
    known["may"] = MODAL | AUX | TIME
    known["march"] = NOUN | BASE | TIME
    known["will"] = MODAL | AUX
    known["can"] = MODAL | AUX
    known["so"] = ADV | SUB
    return _Classes(known)


CLASSES = _classes()


def tokenise(body: str, start: int, end: int, stretches: list[Stretch], marked: frozenset[int]) -> Tokens:
    """The tokens of body[start:end]; each of `stretches` (real quotations inside it, in order) is one token.

    `marked` holds where the other quotations start.
    """
    words: list[str] = []
    starts: list[int] = []
    quoted: dict[int, Stretch] = {}
    at = start
    for stretch in stretches:
        _scan(body, at, stretch.start, words, starts)
        quoted[len(words)] = stretch
        words.append("“”")
        starts.append(stretch.start)
        at = stretch.end
    _scan(body, at, end, words, starts)
    tags = list(map(CLASSES.__getitem__, words))
    if "Will" in words or "May" in words:
        _tell_names(words, tags)
    if marked:
        for index, at in enumerate(starts):
            if at in marked:
                tags[index] |= MARKED
    for index in quoted:
        tags[index] = QUOTED
    running = {k for k, stretch in quoted.items() if body[stretch.inner_start].islower()}
    stopped = {k for k, stretch in quoted.items() if body[stretch.inner_end - 1] in ".?!"}
    return Tokens(words, [w.lower() for w in words], tags, starts, quoted, running, stopped)


def _tell_names(words: list[str], tags: list[int]) -> None:
    """ "Will" and "May" are names beside another name or a past verb: "Rep. Will Hurd", "Theresa May", "May said"."""
    for k, word in enumerate(words):
        if word not in ("Will", "May"):
            continue
        before, after = tags[k - 1] if k else END, tags[k + 1] if k + 1 < len(words) else 0
        verb = after & (PAST | THIRD) and not after & (BASE | NAME)
        surname = word == "May" and before & NAME and not before & TIME
        if verb or surname or (word == "Will" and after & NAME and not before & (END | QUOTED)):
            tags[k] = NAME | CAP


def _scan(body: str, start: int, end: int, words: list[str], starts: list[int]) -> None:
    for found in TOKEN.finditer(body, start, end):
        word, at = found.group(), found.start()
        if word == "." and words and starts[-1] + len(words[-1]) == at and _abbreviated(words[-1]):
            words[-1] += "."
            continue
        words.append(word)
        starts.append(at)


def _abbreviated(word: str) -> bool:
    """Whether a full stop after this word belongs to it: "U.S", "J", "D-Conn", "Sept"; not "vote"."""
    return (
        word.lower() in ABBREVIATIONS
        or (len(word) == 1 and word.isupper())
        or (word[-2:-1] == "." and word[-1].isalpha())
        or _party(word)
        or word == "No"
    )


def _party(word: str) -> bool:
    """Whether a word is a party and an abbreviated state: "D-Conn", not "co-op"."""
    return word[1:2] == "-" and word[0] in "DRI" and word[2:].lower() in ABBREVIATIONS
