"""Last step of copies: the rows of a block's stories: whom each shares words with, and what is told of it by that."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import orjson

from backfile.archive.passages.copies import COPY, RELATIONS, REWRITE, passages_of, relation_of
from backfile.archive.passages.copy_links import FORM_PART
from backfile.archive.passages.credited_source import MOST_CREDITED, Source, source_among
from backfile.archive.threads.closeness import MOST_BESIDE
from backfile.archive.threads.story_traits import traits_of
from backfile.cluster.part_files import write_rows
from backfile.cluster.relating.corpus_index import document_of, write_segments
from backfile.cluster.relating.corpus_outlets import CorpusOutlets, held_leads, held_outlets
from backfile.cluster.relating.piece_files import PieceWriter, pieces_in, values_in
from backfile.cluster.relating.rare_meetings import COMMON, HOLDER_BITS, NUMBER
from backfile.cluster.relating.related_blocks import GROUP, Block, StoryFacts, facts_of
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, all_made_by, plan_at_work
from backfile.cluster.relating.text_comparing import COMPARE, Shared
from backfile.cluster.relating.told_stories import ToldStory, told_file
from backfile.cluster.remote_files import OutFolder
from backfile.model.flat_rows import DATED, Columns, Row, dated_row

SETTLE = "settle"
BOTH: Columns = {
    "title": "string", "outlet": "string", "date": "date32", "published": "string", "basis": "string", "other_title": "string",
    "other_outlet": "string", "other_url": "string", "other_date": "date32", "other_published": "string", "other_basis": "string",
}  # fmt: skip
"""What two stories are called, and the day of both with its basis."""
CORPUS_COPIES: Columns = {
    "story": "string", "other": "string", "relation": "string", "share": "double", "same_outlet": "bool", "is_view": "bool",
    "is_source": "bool", **BOTH,
}  # fmt: skip
"""Two stories that share words, both ways; what stands in Story.copies."""
RELATED_STORIES: Columns = {
    "story": "string", "version": "string", "captures": "int64", "versions": "int64", "copies": "int64", "view_of": "string",
    "is_form": "bool", "domain": "string", "outlet": "string", "url": "string", "title": "string", **DATED,
}  # fmt: skip
"""A story, once, however often it was captured."""


class Beside(NamedTuple):
    """Another story that shares words with one."""

    facts: StoryFacts
    share: int
    is_home: bool
    is_view: bool
    """Whether both are views of one story."""


def settle_block(task: BlockTask) -> None:
    """Write the rows of a block's stories. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    leads = held_leads(out)
    outlets = held_outlets(out)
    shared = _shared(out, plan.blocks, task.number)
    common = _common(out, plan.blocks, task.number)
    copies: list[Row] = []
    stories: list[Row] = []
    documents: list[dict[str, Any]] = []
    with (
        Block(out, task.number) as block,
        out.new_file(told_file(task.number)) as partial,
        PieceWriter(partial) as told,
    ):
        for place in block.places:
            held, record = block.story(place)
            story = facts_of(held)
            lead = leads.get(story.number, (story.number, None))
            beside = _beside(shared.get(story.number, ()), leads, lead[0])
            copies += _copy_rows(story, beside, outlets)
            count = sum(one.share >= COPY and not one.is_home and one.facts.number not in leads for one in beside)
            many = common.get(story.number, 0)
            is_form = many > 0 and FORM_PART * many >= len(passages_of(record["body"]).keys)
            stories.append(_story_row(story, outlets, copies=count, view_of=lead[1], is_form=is_form))
            most = sorted(beside, key=lambda one: -one.share)[:MOST_BESIDE]
            shares = {one.facts.number: one.share for one in most}
            is_led = story.number in leads
            told.add(place, ToldStory(story, outlets.title(story), is_led, is_form, shares, traits_of(record)).kept())
            if not is_led:
                documents.append(document_of(story, record))
    write_segments(out, task.number, documents)
    if copies:
        write_rows(out, f"{FOLDER}/copies/{task.number:05}", copies, CORPUS_COPIES, group=GROUP)
    if stories:
        write_rows(out, f"{FOLDER}/related/{task.number:05}", stories, RELATED_STORIES, group=GROUP)
    out.write(task.made, b"{}")


def _beside(shared: Iterable[Shared], leads: dict[int, tuple[int, str]], lead: int) -> list[Beside]:
    """Those that share words with a story, the dated first."""
    beside = [
        Beside(facts_of(one.other), one.share, one.is_home, leads.get(one.number, (one.number,))[0] == lead)
        for one in shared
    ]
    return sorted(beside, key=lambda one: (one.facts.sort is None, one.facts.sort, one.facts.id))


def _shared(out: OutFolder, blocks: int, number: int) -> dict[int, list[Shared]]:
    """What each story of a block shares, by its number."""
    found: defaultdict[int, list[Shared]] = defaultdict(list)
    for piece in pieces_in(out, all_made_by(COMPARE, blocks), number):
        for line in piece.splitlines():
            story, *shared = orjson.loads(line)
            found[story].append(Shared(*shared))
    return found


def _common(out: OutFolder, blocks: int, number: int) -> dict[int, int]:
    """How many fingerprints that many have each story of a block has, by its number."""
    found: defaultdict[int, int] = defaultdict(int)
    for code in values_in(out, [f"{FOLDER}/{COMMON}/{one:05}" for one in range(blocks)], number).tolist():
        found[code >> int(HOLDER_BITS)] += code & int(NUMBER)
    return found


def _copy_rows(story: StoryFacts, beside: Sequence[Beside], outlets: CorpusOutlets) -> list[Row]:
    """The rows of a story: its own views, copies, rewrites, then passages; the dated first."""
    copies = [one.facts for one in beside if one.share >= REWRITE][:MOST_CREDITED]
    credited = (one.credited for one in copies)
    source = source_among(story.credited, credited, [(one.number, outlets.title(one)) for one in copies])
    rows = [_copy_row(story, one, outlets, source) for one in beside]
    return sorted(rows, key=lambda row: (not row["is_view"], RELATIONS.index(row["relation"])))


def _copy_row(story: StoryFacts, one: Beside, outlets: CorpusOutlets, source: Source | None) -> Row:
    return {
        "story": story.id, "other": one.facts.id, "relation": relation_of(one.share), "share": one.share / 1000,
        "same_outlet": one.is_home, "is_view": one.is_view,
        "is_source": source is not None and source.story == one.facts.number,
        **row_of_both(story, outlets.title(story), one.facts, outlets.title(one.facts)),
    }  # fmt: skip


def row_of_both(own: StoryFacts, outlet: str | None, other: StoryFacts, its_outlet: str | None) -> Row:
    """The columns of BOTH."""
    mine, theirs = dated_row(own.published, own.window), dated_row(other.published, other.window)
    return {
        "title": own.headline, "outlet": outlet, "date": mine["date"], "published": mine["published"], "basis": mine["basis"],
        "other_title": other.headline, "other_outlet": its_outlet, "other_url": other.url, "other_date": theirs["date"],
        "other_published": theirs["published"], "other_basis": theirs["basis"],
    }  # fmt: skip


def _story_row(story: StoryFacts, outlets: CorpusOutlets, *, copies: int, view_of: str | None, is_form: bool) -> Row:
    return {
        "story": story.id, "version": story.version, "captures": story.captures, "versions": story.versions, "copies": copies,
        "view_of": view_of, "is_form": is_form, "domain": story.domain or None, "outlet": outlets.title(story),
        "url": story.url, "title": story.headline, **dated_row(story.published, story.window),
    }  # fmt: skip
