"""Seventh step: for each story of a block, whom it would be linked to by itself. Eighth: those that are linked from both sides, as rows."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson

import backfile.wording  # noqa: F401 - the sentences of reasons
from backfile.archive.passages.copies import COPY
from backfile.archive.search.index_reader import Opened
from backfile.archive.threads.closeness import MOST_BESIDE
from backfile.archive.threads.days_between import order_of, span
from backfile.archive.threads.link_grounds import turned
from backfile.archive.threads.near_stories import near_stories
from backfile.archive.threads.thread_reader import in_order
from backfile.archive.threads.told_links import Beside, near_enough, told_link
from backfile.archive.threads.word_rarity import WordRarity
from backfile.cluster.part_files import write_rows
from backfile.cluster.relating.corpus_index import opened_index
from backfile.cluster.relating.corpus_utterances import quoted_beside
from backfile.cluster.relating.piece_files import PieceWriter, pieces_in
from backfile.cluster.relating.related_blocks import GROUP, StoryFacts, facts_of
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, all_made_by, plan_at_work
from backfile.cluster.relating.relation_rows import BOTH, row_of_both
from backfile.cluster.relating.told_stories import ToldStories, ToldStory, plain_facts, stories_told
from backfile.cluster.remote_files import OutFolder
from backfile.model.flat_rows import Columns, Row
from backfile.model.reason_codes import ThreadCode
from backfile.model.reasons import Reason
from backfile.model.story import ThreadLink

LOOK, LINK = "look", "link"
CORPUS_THREADS: Columns = {
    "story": "string", "other": "string", "order": "string", "grounds": "string", "because": "string", **BOTH,
}  # fmt: skip
"""Two stories on one matter, both ways; what stands in Story.thread."""
_AT_ONCE = 200
"""Stories of a block that are looked for at a time: with forty others each, some 12 MB as they are kept."""


def look_for_threads(task: BlockTask) -> None:
    """Find whom the stories of a block would be linked to. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    opened = opened_index(task.out, plan.state, plan.blocks)
    rarity = WordRarity(opened.searcher)
    stories = ToldStories(out, plan, rarity)
    quoted = quoted_beside(out, plan.blocks, task.number)
    with out.new_file(task.made) as partial, PieceWriter(partial) as pieces:
        told = stories_told(out, task.number)
        while some := list(islice(told, _AT_ONCE)):
            others = [
                [*dict.fromkeys([*_near(opened, rarity, one), *one.shares, *quoted.get(one.facts.number, ())])]
                for one in some
            ]
            stories.fetch([one.facts.number for one in some] + [number for beside in others for number in beside])
            for one, beside in zip(some, others, strict=True):
                for other, because in _told_from(one, beside, quoted.get(one.facts.number, {}), stories, rarity):
                    reasons = [[why.code, *why.values] for why in because]
                    line = orjson.dumps(
                        [plain_facts(one), plain_facts(other), reasons], option=orjson.OPT_APPEND_NEWLINE
                    )
                    for block in {one.facts.number >> plan.shift, other.facts.number >> plan.shift}:
                        pieces.add(block, line)


def _near(opened: Opened, rarity: WordRarity, one: ToldStory) -> list[int]:
    """The stories with most of the same rare words."""
    return near_stories(opened, rarity, one.traits.words, span(one.facts), most=MOST_BESIDE + 1)


def _told_from(
    one: ToldStory, beside: list[int], quoted: dict[int, str], stories: ToldStories, rarity: WordRarity
) -> Iterator[tuple[ToldStory, tuple[Reason, ...]]]:
    """Whom a story would be linked to by itself, with the grounds."""
    beside = [number for number in beside if number != one.facts.number and one.shares.get(number, 0) < COPY]
    others = {number: stories.story(number) for number in beside}
    laid = [
        Beside(number, words, one.shares.get(number, 0), quoted.get(number))
        for number, (other, words) in others.items()
        if other.is_told
    ]
    _, words = stories.story(one.facts.number)
    for near in near_enough(words, laid):
        other, _ = others[near.beside.key]
        if because := told_link(one.compared, other.compared, near, rarity):
            yield other, because


def link_block(task: BlockTask) -> None:
    """Write the links of a block's stories. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    told: dict[tuple[int, int], tuple[Any, Any, list[Any]]] = {}
    for piece in pieces_in(out, all_made_by(LOOK, plan.blocks), task.number):
        for line in piece.splitlines():
            one, other, reasons = orjson.loads(line)
            told[one[0][0], other[0][0]] = one, other, reasons
    found: dict[int, list[tuple[ThreadLink, Row]]] = {}
    for (one, other), (held, beside, reasons) in sorted(told.items()):
        if one >> plan.shift == task.number and (other, one) in told:
            own, theirs = facts_of(held[0]), facts_of(beside[0])
            because = _reasons(reasons) if own.id < theirs.id else turned(_reasons(told[other, one][2]))
            found.setdefault(one, []).append(_linked(own, held[1], theirs, beside[1], because))
    rows = [row for links in found.values() for _, row in sorted(links, key=lambda one: in_order(one[0]))]
    if rows:
        write_rows(out, f"{FOLDER}/threads/{task.number:05}", rows, CORPUS_THREADS, group=GROUP)
    out.write(task.made, b"{}")


def _reasons(held: list[Any]) -> tuple[Reason, ...]:
    return tuple(
        ThreadCode(code).of(*(tuple(value) if isinstance(value, list) else value for value in values))
        for code, *values in held
    )


def _linked(
    own: StoryFacts, outlet: str | None, other: StoryFacts, its_outlet: str | None, because: tuple[Reason, ...]
) -> tuple[ThreadLink, Row]:
    order = order_of(own, other)
    link = ThreadLink(other.id, its_outlet, other.headline, other.published, other.window, other.url, order, because)
    return link, {
        "story": own.id, "other": other.id, "order": order, "grounds": "; ".join(why.code for why in because),
        "because": "; ".join(map(str, because)), **row_of_both(own, outlet, other, its_outlet),
    }  # fmt: skip
