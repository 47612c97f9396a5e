"""Fifth step: the texts that were sent to a block, each compared with those of the block that it may share words with.

What two stories share is sent to the blocks of both, each with what is told of the other.
"""

from typing import Any, NamedTuple

import orjson

from backfile.archive.passages.copies import SHARES, Shingles, shares_of, shingles
from backfile.archive.passages.copy_links import KeptShingles
from backfile.archive.passages.views import SAME_TEXT, are_views
from backfile.cluster.relating.corpus_outlets import held_outlets
from backfile.cluster.relating.piece_files import PieceWriter, pieces_in
from backfile.cluster.relating.related_blocks import Block, StoryFacts, facts_of
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, all_made_by, plan_at_work
from backfile.cluster.relating.text_sending import SEND
from backfile.cluster.remote_files import OutFolder

COMPARE, VIEWS = "compare", "views"


class Shared(NamedTuple):
    """What a story shares with another."""

    number: int
    """The other's."""
    share: int
    is_home: bool
    """Whether both are of one outlet."""
    other: list[Any]
    """The other's facts, as they are kept."""


def compare_texts(task: BlockTask) -> None:
    """Compare the texts that were sent to a block. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    outlets = held_outlets(out)
    views: list[tuple[list[Any], list[Any]]] = []
    with out.new_file(task.made) as partial, PieceWriter(partial) as pieces, Block(out, task.number) as block:
        own = _OwnTexts(block, plan.place)
        for piece in pieces_in(out, all_made_by(SEND, plan.blocks), task.number):
            for sent in piece.splitlines():
                facts, body, asking = orjson.loads(sent)
                others = [own.shingles(number) for number in asking]
                for number, share in zip(asking, shares_of(shingles(body), others), strict=True):
                    if share < SHARES:
                        continue
                    theirs = own.facts(number)
                    one, other = facts_of(facts), facts_of(theirs)
                    is_home = outlets.are_one(one, other)
                    if is_home and share >= SAME_TEXT and are_views(one.view, other.view, share):
                        views.append((facts, theirs))
                    for story, beside in ((one, theirs), (other, facts)):
                        line = [story.number, *Shared(beside[0], share, is_home, beside)]
                        pieces.add(story.number >> plan.shift, orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    out.write(f"{FOLDER}/{VIEWS}/{task.number:05}", orjson.dumps(views))


class _OwnTexts:
    """The texts of the block."""

    def __init__(self, block: Block, place: int) -> None:
        self._block = block
        self._place = place
        self._kept = KeptShingles()
        self._facts: dict[int, list[Any]] = {}

    def shingles(self, number: int) -> Shingles:
        held = self._kept.get(number)
        if held is not None:
            return held
        self._facts[number], record = self._block.story(number & self._place)
        return self._kept.put(number, shingles(record["body"]))

    def facts(self, number: int) -> list[Any]:
        return self._facts[number]


def view_pairs(out: OutFolder, blocks: int) -> list[tuple[StoryFacts, StoryFacts]]:
    """The stories that are views of one another, two by two."""
    found = (orjson.loads(out.read(f"{FOLDER}/{VIEWS}/{number:05}") or b"[]") for number in range(blocks))
    return [(facts_of(one), facts_of(other)) for views in found for one, other in views]
