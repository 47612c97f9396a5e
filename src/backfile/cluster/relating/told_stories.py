"""Stories as threads lay them beside others, written by the step of copies and read by that of threads, whichever block they are of."""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import orjson
import zstandard

from backfile.archive.threads.closeness import WeighedWords, weighed_words
from backfile.archive.threads.story_traits import Traits
from backfile.archive.threads.told_links import Compared
from backfile.archive.threads.word_rarity import WordRarity
from backfile.cluster.relating.piece_files import PieceReader
from backfile.cluster.relating.related_blocks import StoryFacts, facts_of
from backfile.cluster.relating.relating_plan import FOLDER, RelatingPlan
from backfile.cluster.remote_files import OutFolder
from backfile.model.entry import Entry

TOLD = "told"
_MOST_KEPT = 1000
"""Stories that are kept at hand as they are compared, in some 40 MB: with 400 a look takes twice as long as with 2,000, since others are of any block."""


class ToldStory(NamedTuple):
    """A story with all that threads ask of it."""

    facts: StoryFacts
    outlet: str | None
    """What its outlet is called."""
    is_led: bool
    """Whether it is another view of a story: then that one stands for it."""
    is_form: bool
    shares: dict[int, int]
    """Whom it shares most words with, by their numbers, and how much."""
    traits: Traits

    @property
    def is_told(self) -> bool:
        """Whether threads have it."""
        return not (self.is_led or self.is_form)

    @property
    def compared(self) -> Compared:
        """The story with all that it is compared by."""
        facts = self.facts
        entry = Entry(facts.id, facts.headline, self.outlet, facts.url, facts.published, facts.window, "", "")
        return Compared(entry, self.traits)

    def kept(self) -> bytes:
        """As it is kept."""
        traits = {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in self.traits._asdict().items()
        }
        shares = list(self.shares.items())
        return orjson.dumps([self.facts.kept(), self.outlet, self.is_led, self.is_form, shares, traits])


def told_story(kept: bytes) -> ToldStory:
    """The story as it was kept."""
    facts, outlet, is_led, is_form, shares, traits = orjson.loads(kept)
    made: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value for name, value in traits.items()
    }
    made["words"] = Counter(made["words"])
    return ToldStory(facts_of(facts), outlet, is_led, is_form, dict(map(tuple, shares)), Traits(**made))


class ToldStories:
    """Reads stories by their numbers: those that are wanted next are fetched, compressed, in the order of their blocks."""

    def __init__(self, out: OutFolder, plan: RelatingPlan, rarity: WordRarity) -> None:
        self._out = out
        self._plan = plan
        self._rarity = rarity
        self._fetched: dict[int, bytes] = {}
        self._made: OrderedDict[int, tuple[ToldStory, WeighedWords]] = OrderedDict()

    def fetch(self, numbers: Iterable[int]) -> None:
        """These are asked for from now on, until others are fetched."""
        wanted: defaultdict[int, list[int]] = defaultdict(list)
        for number in sorted(set(numbers)):
            wanted[number >> self._plan.shift].append(number)
        self._fetched = {}
        for block, of_block in wanted.items():
            with PieceReader(self._out, told_file(block)) as file:
                self._fetched |= {number: next(file.packed(number & self._plan.place)) for number in of_block}

    def story(self, number: int) -> tuple[ToldStory, WeighedWords]:
        """A story that was fetched, and its words as they are laid beside others'."""
        if number not in self._made:
            story = told_story(zstandard.decompress(self._fetched[number]))
            self._made[number] = story, weighed_words(story.traits.words, self._rarity)
            if len(self._made) > _MOST_KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(number)
        return self._made[number]


def told_file(block: int) -> str:
    """The file of a block."""
    return f"{FOLDER}/{TOLD}/{block:05}"


def stories_told(out: OutFolder, block: int) -> Iterator[ToldStory]:
    """The stories of a block that threads have."""
    with PieceReader(out, told_file(block)) as file:
        for place in file.numbers:
            story = told_story(next(file.pieces(place)))
            if story.is_told:
                yield story


def plain_facts(story: ToldStory) -> list[Any]:
    """What rows of threads say of a story."""
    return [story.facts.kept(), story.outlet]
