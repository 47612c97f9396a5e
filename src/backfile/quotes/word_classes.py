"""A paragraph as tokens, each with every word class that it may have: what the clause rules read instead of a parse.

Classes are bits, since most English words have several.  No model: closed classes by list, verbs by list and spelling
(the regular inflections of English), names by their capital letter.
"""

import re
from collections.abc import Iterator
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
COMMA, CUE, NOUN_CUE, ADJ_CUE, AUX, MARKED, UNSURE = (1 << n for n in range(32, 39))
# UNSURE: a name or another word, told by those beside it; the highest bit, so that one look at the largest finds it
# MARKED: the first word after a quotation mark, where the quotation is a few words of the sentence

FINITE = FINITE_AUX | MODAL | PAST | THIRD
"""Classes that may carry the tense of a clause (a present plural, BASE, may too)."""
VERB = FINITE | PART | ING | BASE
FUNCTION = DET | PREP | CONJ | SUB | REL | THAT | AUX | MODAL | SUBJECT | OBJECT | POSS | ADV | TO | PUNCT | WH | QUOTED
"""Classes that no noun of a phrase has."""

TOKEN = re.compile(
    r"[#@]?\w+(?:(?:['’&/-]|\.-?)\w+|,\d{3}\b)*(?:[’'](?=\s|$))?|\.\.\.+|[$€£]\d[\d,.]*\d|--+|[^\w\s\"“”„«»]",
)
"""A word ("U.S", "D-Conn", "didn't", "officials'", "5,000"), an ellipsis, or one mark.  Matches "x-ray"; not "  "."""

ABBREVIATIONS = frozenset(
    listed("""
    mr mrs ms dr sen sens rep reps gov govs lt col gen maj capt sgt adm cmdr rev prof hon st jr sr pres sec atty
    asst dept inc corp co ltd llc vs etc conn ala ariz ark calif colo del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va
    d.c u.s jan feb mar apr aug sept oct nov dec supt det insp cpl pvt ave blvd u.n e.g i.e messrs mme v sra srta dra lic sig dott avv mevr dhr mw drs dipl nr bzw
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
            return NAME | CAP | (ADV | UNSURE if low.endswith("ly") and len(low) > 6 else 0)
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
    tokens = Tokens([], [], [], [], {}, set(), set())
    at = start
    for stretch in stretches:
        _scan(body, at, stretch.start, tokens)
        quoted = len(tokens.words)
        tokens.quoted[quoted] = stretch
        if body[stretch.inner_start].islower():
            tokens.running.add(quoted)
        if body[stretch.inner_end - 1] in ".?!":
            tokens.stopped.add(quoted)
        _add_token(tokens, _QUOTATION, stretch.start)
        at = stretch.end
    _scan(body, at, end, tokens)
    tags = tokens.tags
    if marked:
        for index, at in enumerate(tokens.starts):
            if at in marked:
                tags[index] |= MARKED
    if tags and max(tags) >= UNSURE:
        _tell_names(tokens.words, tags)
    return tokens


def _tell_names(words: list[str], tags: list[int]) -> None:
    """Words that only those beside them show to be names: "Rep. Will Hurd", "First Selectman Pell"; "Connelly said", not "Clearly, he"."""
    for k, tag in enumerate(tags):
        if tag < UNSURE:
            continue
        word, tag = words[k], tag & ~UNSURE
        if word in ("Will", "May"):
            named = _is_will_or_may(word, tags, k)
            tag = NAME | CAP if named else tag
        elif word == "First":
            named = k + 2 < len(words) and bool(tags[k + 1] & tags[k + 2] & NAME)
            tag = (tag | NAME) & ~ADV if named else tag
        elif not _opens_sentence(tags, k) or _is_subject(words, tags, k):
            tag &= ~ADV
        tags[k] = tag


def _is_will_or_may(word: str, tags: list[int], k: int) -> bool:
    """Whether "Will" or "May" stands beside another name or a past verb: "Rep. Will Hurd", "Theresa May", "May said"."""
    before, after = tags[k - 1] if k else END, tags[k + 1] if k + 1 < len(tags) else 0
    verb = after & (PAST | THIRD) and not after & (BASE | NAME)
    surname = word == "May" and before & NAME and not before & TIME
    return bool(verb or surname or (word == "Will" and after & NAME and not before & (END | QUOTED)))


_ADVERB_STEM = re.compile(
    r"(?:al|ic|[osuv]us|ive|ful|less|[ea]nt|[aeiou]r|ed|ing|[aei]b|[aeou]te|[ou]se|ure|i|ish|id|act|ect|ene|eme|ir|ck|me|re|te|ne|ge|ce)$"
)
"""Matches the adjectives in "Alternatively" and "Luckily"; not "Connel" or "Brand"."""


def _opens_sentence(tags: list[int], k: int) -> bool:
    return not k or bool(tags[k - 1] & (END | QUOTED))


def _is_subject(words: list[str], tags: list[int], k: int) -> bool:
    """Whether a word that opens a sentence is followed as a name is: by a verb, or by what describes somebody."""
    after = tags[k + 1] if k + 1 < len(tags) else 0
    if after & COMMA and k + 2 < len(tags):
        described = words[k + 2] in ("a", "an") or tags[k + 2] & NUM
        return words[k + 2] in ("who", "whose") or bool(described and _ADVERB_STEM.search(words[k][:-2]) is None)
    return bool(after & (PAST | THIRD | FINITE_AUX | MODAL | NAME)) and not after & (SUBJECT | DET)


def _scan(body: str, start: int, end: int, tokens: Tokens) -> None:
    """Adds the tokens of body[start:end], one space-parted chunk after the other."""
    words, low, tags, starts = tokens.words, tokens.low, tokens.tags, tokens.starts
    add_word, add_low, add_tag, add_start, chunks = words.append, low.append, tags.append, starts.append, _CHUNKS
    at = start
    for chunk in body[start:end].split(" "):
        for word, small, tag, offset in chunks[chunk]:
            add_word(word)
            add_low(small)
            add_tag(tag)
            add_start(at + offset)
        at += len(chunk) + 1


def _add_token(tokens: Tokens, token: tuple[str, str, int, int], at: int) -> None:
    word, small, tag, _ = token
    tokens.words.append(word)
    tokens.low.append(small)
    tokens.tags.append(tag)
    tokens.starts.append(at)


_Token = tuple[str, str, int, int]
"""A word, in small letters, its classes and its place in its chunk."""
_QUOTATION: _Token = ("“”", "“”", QUOTED, 0)


def _read_chunk(chunk: str) -> tuple[_Token, ...]:
    """The tokens of a stretch without spaces: one word as a rule, or a word and a mark."""
    if chunk in _UNSURE:
        return ((chunk, chunk.lower(), CLASSES[chunk] | UNSURE, 0),)
    if chunk.isalpha():
        return ((chunk, chunk.lower(), CLASSES[chunk], 0),)
    word, mark = chunk[:-1], chunk[-1:]
    if mark in _MARKS and word.isalpha() and word not in _UNSURE:
        if mark == "." and _abbreviated(word):
            return ((chunk, chunk.lower(), CLASSES[chunk], 0),)
        return (word, word.lower(), CLASSES[word], 0), (mark, mark, CLASSES[mark], len(word))
    return tuple(_tokens_of(chunk))


_MARKS = frozenset(",.?!;:")


def _tokens_of(chunk: str) -> Iterator[_Token]:
    found: list[tuple[str, int]] = []
    for hit in TOKEN.finditer(chunk):
        word, at = hit.group(), hit.start()
        if word == "." and found and found[-1][1] + len(found[-1][0]) == at and _abbreviated(found[-1][0]):
            found[-1] = found[-1][0] + ".", found[-1][1]
        else:
            found.append((word, at))
    for word, at in found:
        tag = CLASSES[word]
        yield word, word.lower(), tag | UNSURE if word in _UNSURE else tag, at


_UNSURE = frozenset(["Will", "May", "First"])
_MOST_CHUNKS = 40_000
"""Some twelve megabytes; a language's commonest chunks are met before it is full. With 20,000 every sixth word of a thousand stories was read anew."""


class _Chunks(dict[str, tuple[_Token, ...]]):
    """Chunk to its tokens, remembered: most chunks of a text come again."""

    def __missing__(self, chunk: str) -> tuple[_Token, ...]:
        found = _read_chunk(chunk)
        if len(self) < _MOST_CHUNKS:
            self[chunk] = found
        return found


_CHUNKS = _Chunks()


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
