"""Which lines stand between a headline and its story: bylines, stamps, bare names."""

import re

from backfile.late_pattern import late
from backfile.lexicon.byline_openings import byline_start, may_open, opening_of
from backfile.lexicon.european_names import is_given_anywhere
from backfile.lexicon.split_names import looks_like_name
from backfile.model.page import HEADINGS, Block

_ENDS_OF_SENTENCES = (".", "!", "?", ".”", '."')
"""A line that ends so and goes on in small letters is a sentence: "By then the mill had closed."."""
_LONGEST_ALONE = 80
_MOST_WORDS = 6
_SIGNED = late(
    r"(?:本[报報社]|\S{2,5}日?報?)?(?:記者|记者)\s?\S{2,8}$|\S{2,5}(?:\s?·\s?\S{2,5})?\s?(?:記者|기자|특파원|记者)(?: 외 \d+명)?$"
)
"""Matches "김철수 기자", "本报记者 王五"; not a sentence with a reporter in it."""


def begins_byline(text: str) -> bool:
    """True where a line begins as a byline does, and somebody is named after that."""
    found = byline_start(text)
    if found is None:
        return _is_byline_alone(text)
    named = text[found.end() :]
    return named != "" and not (text[-1] == "。" or (named[0].islower() and text.endswith(_ENDS_OF_SENTENCES)))


def _is_byline_alone(text: str) -> bool:
    """True for a line that is a byline as a whole, by an opening that may begin a sentence too: "Eine Analyse von Ann Lee"."""
    if len(text) > _LONGEST_ALONE or not may_open(text):
        return False
    opening = opening_of(text)
    if opening is None:
        return _SIGNED.match(text) is not None
    named = text[opening.end() :].strip()
    if not named or named[-1] in ".!?:;。" or len(named.split()) > _MOST_WORDS:
        return False
    return named[0].isupper() or not (named[0].islower() or named[0].isdigit())


def is_subhead(block: Block) -> bool:
    """A heading that begins as a byline does and names nobody: "By the numbers", "Von der Planung bis zum Fest"."""
    begun = byline_start(block.text) if block.tag in HEADINGS else None
    return begun is not None and block.text[begun.end() :][:1].islower()


_DATED = late(
    r"\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:ago|hace|vor \d|il y a)\b|\d+\s?[年日時]|\b\d{4}년|\d{1,2} (?:hours?|mins?|minutes?|days?) ago",
    re.I,
)
_DIGIT = late(r"\d")
_AGO = ("ago", "hace", "il y a")


def is_dated(text: str) -> bool:
    """True where a line says a day, a time or how long ago: it has a digit in it or one of few words."""
    if _DIGIT.search(text) is None:
        folded = text.lower()
        if not any(word in folded for word in _AGO):
            return False
    return _DATED.search(text) is not None


BARE_NAME = late(
    r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3}(?: ?/ ?[A-ZÀ-Ž][\w.'’-]+(?: [A-ZÀ-Ž][\w.'’-]+){1,3})*$"
)


_STAMP = (
    r"(?:[A-Za-zÀ-ž]{2,9}\.?,? )?(?:\d{1,2}\.? ?[A-Za-zÀ-ž]{3,10}\.?,? \d{4}|[A-Za-zÀ-ž]{3,10}\.? \d{1,2},? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
    r"(?:\W{1,3}\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?| Uhr)?)?"
)
NAME_BESIDE_STAMP = late(
    rf"(?:{_STAMP}\s*[|•·–—-]\s*(?P<after>\D{{5,60}})|(?P<before>\D{{5,60}}?)\s*[|•·–—-]\s*{_STAMP}(?:\W{{1,4}}[^\W\d]{{3,20}}\W{{1,4}}{_STAMP})?)$"
)
"""Matches "04.02.2022 | 13:10 Uhr | Ann Lee", "Ann Lee | 04.02.2022 - Stand: 05.02.2022"; not "3 March 2017 Quarry Road"."""
_SHORTEST_BESIDE, _LONGEST_BESIDE = 12, 110


def is_name_and_stamp(text: str) -> bool:
    """A person's name that a mark alone parts from the stamp: a byline without a "by"."""
    if not _SHORTEST_BESIDE < len(text) < _LONGEST_BESIDE or _DIGIT.search(text) is None:
        return False
    found = NAME_BESIDE_STAMP.match(text)
    return found is not None and looks_like_name((found["before"] or found["after"]).strip(" |•·–—-"))


def is_stamp_alone(block: Block) -> bool:
    """A day with its year in a short line that is no heading, no item of a list and no sentence."""
    text = block.text
    if len(text) > _LONGEST_STAMP or block.tag in _NO_STAMPS or text.endswith(_ENDS_OF_SENTENCES):
        return False
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS and is_dated(text)


_LONGEST_STAMP, _FEWEST_DIGITS = 40, 5
_NO_STAMPS = HEADINGS | {"li", "td", "th", "dt", "dd", "figcaption"}
_SIGNED_LINE = late(
    r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3}(?:\s*[,|•·/@—–]|\s-\s|\s(?:and|und|et|y|e|en|och|og|i)\s[A-ZÀ-Ž]).{1,40}$"
)
_LONGEST_SIGNED = 60


def is_signed_line(text: str) -> bool:
    """A person's name, by its given name, and what a byline sets after one: "Ann Lee, reporter", "Ann Lee • Bo Marsh"."""
    if len(text) >= _LONGEST_SIGNED or text.endswith((".", "!", "?", "”", '"', ":", "…")):
        return False
    return _SIGNED_LINE.match(text) is not None and is_given_anywhere(text.split(" ", 1)[0])


def is_head_line(text: str) -> bool:
    """A byline, a stamp or a bare name: what stands between headline and body even where no box parts them."""
    size = len(text)
    return (size < 160 and begins_byline(text)) or (size < 80 and (is_dated(text) or BARE_NAME.match(text) is not None))
