"""Thread links: whether two stories are on one matter, and the grounds for it, from what is known of the pair.

The plan. Right rather than full. Four things decide, each by itself: a passage that both print, a quotation that few others print, a
link from one page to the other where their words agree, and words. By words alone two are linked where their rare words are close, or
where the stories that are nearest to each are close to the other. Passages and words link those whose days can be near, since a town has
its fair, its budget and its flood again the next year. All else that two share goes with a link as its grounds, and makes none.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backfile.archive.passages.copies import SHARES
from backfile.archive.threads.closeness import Closeness, part_of_names, tells_which
from backfile.archive.threads.story_traits import Traits, is_number
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.reason_codes import ThreadCode
from backfile.model.reasons import Reason

_LEAST_WITH_LINK = 0.12
"""How close the words of two must be where one page links to the other: a newsroom links to all sorts of things."""


class _Bounds(NamedTuple):
    """What words alone must come to."""

    close: float
    agreed: float
    names: int
    """Rare names and numbers that both have; in the opening of both, where a day is not known."""
    named: float
    """The part of what they share that those must be."""


_NEWS = _Bounds(close=0.24, agreed=0.36, names=2, named=0.12)
_ANYTHING = _Bounds(close=0.3, agreed=0.52, names=3, named=0.3)
"""Two stories are news where both are dated or both name a day. All else must come to more: of 996 pages of publishers, shops and
advisers the first bounds alone linked 230 pairs, nearly all guides to one subject, and these 2. On ECB+ (bench/threads.py), told from both
sides, an agreement of 0.33 gives 0.472 of the pairs, 0.36 gives 0.455 and 0.41 0.420, at 0.994, 0.994 and 0.998 right."""
_CLOSE_ON_DAY, _DAYS_OF_ONE_MATTER = 0.12, 7
"""How close an outlet's stories of so few days must be. Of the sample paper's pairs within 400 days those on one matter within a day come to 0.14
and more, and all that are on none to 0.06 and less; of real pages' none of one outlet and week comes to 0.12."""
_NEAR = 31
"""Days between two that are said as a ground."""
_MOST_SHOWN = 4
"""Names, numbers or words that are shown of one kind, the rarest."""


class Pair(NamedTuple):
    """What is known of two stories."""

    one: Traits
    other: Traits
    closeness: Closeness
    share: int = 0
    """Thousandths of the shorter text that the longer has."""
    quotation: str | None = None
    """One that both print."""
    link: str | None = None
    """"to" or "from": one page links to the other."""
    gap: int | None = None
    """Days between them, none of an undated one's window more; None where a day is not known."""
    may_be_near: bool = True
    """Whether their days can be near."""
    is_one_outlet: bool = False


def can_be_linked(close_to: Closeness, share: int, quotation: str | None) -> bool:
    """Whether two stories may be linked at all, by what is known of them before their names and days are."""
    is_close = close_to.direct >= min(_CLOSE_ON_DAY, _LEAST_WITH_LINK) or close_to.agreement >= _NEWS.agreed
    return is_close or share >= SHARES or quotation is not None


def link_grounds(pair: Pair, rarity: WordRarity) -> tuple[Reason, ...]:
    """The grounds on which the two are of one matter, those that decide first; none where they are not."""
    deciding = [*_deciding(pair, rarity)]
    if not deciding:
        return ()
    return (*deciding, *_going_with(pair, rarity))


def turned(because: Iterable[Reason]) -> tuple[Reason, ...]:
    """The same grounds as the other of the two has them."""
    ways = {"to": "from", "from": "to"}
    return tuple(
        ThreadCode.PAGE_LINK.of(ways[str(why.values[0])]) if why.code == ThreadCode.PAGE_LINK else why
        for why in because
    )


def _deciding(pair: Pair, rarity: WordRarity) -> Iterator[Reason]:
    if pair.share >= SHARES and pair.may_be_near:
        yield ThreadCode.SHARED_PASSAGE.of(round(pair.share / 10))
    if pair.quotation:
        yield ThreadCode.SHARED_QUOTATION.of(pair.quotation)
    if pair.link and pair.closeness.direct >= _LEAST_WITH_LINK and _are_news(pair):
        yield ThreadCode.PAGE_LINK.of(pair.link)
    if pair.may_be_near:
        yield from _by_words(pair, rarity)


def _by_words(pair: Pair, rarity: WordRarity) -> Iterator[Reason]:
    one, other, (direct, agreement) = pair.one, pair.other, pair.closeness
    bounds = _NEWS if _are_news(pair) else _ANYTHING
    if direct < _CLOSE_ON_DAY and agreement < bounds.agreed:
        return
    names = [word for word in _shared(pair, rarity) if tells_which(word, one, other)]
    if direct >= _CLOSE_ON_DAY and _is_followed_up(pair, names, rarity):
        yield ThreadCode.CLOSE_WORDS.of(round(100 * direct))
        return
    if (direct < bounds.close and agreement < bounds.agreed) or not _may_be_news(pair):
        return
    if pair.gap is None:
        names = [word for word in names if word in one.opening and word in other.opening]
    if len({_bare(name) for name in names}) < bounds.names or part_of_names(one, other, rarity) < bounds.named:
        return
    if direct >= bounds.close:
        yield ThreadCode.CLOSE_WORDS.of(round(100 * direct))
    if agreement >= bounds.agreed:
        yield ThreadCode.CLOSE_TO_THE_SAME.of(round(100 * agreement))


def _is_followed_up(pair: Pair, names: Sequence[str], rarity: WordRarity) -> bool:
    """Whether an outlet prints both within days, with a name or a word of the headline in common, and not under one title each time."""
    if pair.gap is None or pair.gap > _DAYS_OF_ONE_MATTER or not pair.is_one_outlet:
        return False
    return pair.one.headline != pair.other.headline and bool(names or _in_headlines(pair, rarity))


def _shared(pair: Pair, rarity: WordRarity) -> list[str]:
    """The rare words that both have."""
    return [word for word in pair.one.words.keys() & pair.other.words.keys() if rarity.is_rare(word)]


def _in_headlines(pair: Pair, rarity: WordRarity) -> list[str]:
    """The words of both headlines that say what it is about."""
    return [word for word in pair.one.headline & pair.other.headline if rarity.is_telling(word)]


def _are_news(pair: Pair) -> bool:
    return pair.gap is not None or (pair.one.tells_of_day and pair.other.tells_of_day)


def _may_be_news(pair: Pair) -> bool:
    """Whether one of them names a day: of two guides to one subject neither does."""
    return pair.one.tells_of_day or pair.other.tells_of_day


def _bare(name: str) -> str:
    """A name without the sign of more than one: "EVs" is no second name beside "EV"."""
    return name.removesuffix("s")


def _going_with(pair: Pair, rarity: WordRarity) -> Iterator[Reason]:
    one, other = pair.one, pair.other
    shared = _shared(pair, rarity)
    names = [word for word in shared if word in one.names and word in other.names]
    numbers = [word for word in shared if is_number(word)]
    if names:
        yield ThreadCode.RARE_NAMES.of(tuple(one.names[name] for name in rarity.rarest(names, _MOST_SHOWN)))
    if numbers:
        yield ThreadCode.RARE_NUMBERS.of(rarity.rarest(numbers, _MOST_SHOWN))
    if in_headlines := _in_headlines(pair, rarity):
        yield ThreadCode.HEADLINE_WORDS.of(rarity.rarest(in_headlines, _MOST_SHOWN))
    words = [word for word in shared if word not in (*names, *numbers)]
    if words:
        yield ThreadCode.RARE_WORDS.of(rarity.rarest(words, _MOST_SHOWN))
    if pair.gap is None:
        yield from [ThreadCode.DAYS_POSSIBLE.of()] * pair.may_be_near
    elif pair.gap <= _NEAR:
        yield ThreadCode.DAYS_NEAR.of(pair.gap)
    if one.section and one.section == other.section:
        yield ThreadCode.SAME_SECTION.of(one.section)
    if tags := one.tags & other.tags:
        yield ThreadCode.SAME_TAGS.of(tuple(sorted(tags))[:_MOST_SHOWN])
