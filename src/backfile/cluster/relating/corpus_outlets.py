"""What is told of the corpus as a whole, by the command itself: which names and domains are one outlet, and which stories are views of one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from backfile.archive.outlets.outlet_groups import NamedOutlet, stands_for
from backfile.archive.outlets.outlet_queries import OutletTitles
from backfile.cluster.relating.related_blocks import StoryFacts
from backfile.cluster.relating.relating_plan import FOLDER
from backfile.cluster.remote_files import OutFolder
from backfile.story.identity import fold

OUTLETS, LEADS = f"{FOLDER}/outlets.json", f"{FOLDER}/leads.json"


class CorpusOutlets:
    """The outlets of a corpus."""

    def __init__(self, rows: Sequence[tuple[int, int, str, str, int]]) -> None:
        """As OutletTitles has them."""
        self._rows = {(name, domain): (key, outlet) for key, outlet, name, domain, _ in rows}
        self._titles = OutletTitles(rows)

    def are_one(self, one: StoryFacts, other: StoryFacts) -> bool:
        """Whether two stories are of one outlet; of a story without one nobody knows."""
        first, second = (self._rows.get((story.name, story.domain)) for story in (one, other))
        return first is not None and second is not None and first[1] == second[1]

    def title(self, story: StoryFacts) -> str | None:
        """What its outlet is called."""
        row = self._rows.get((story.name, story.domain))
        return self._titles.of(row[0]) if row else None


def keep_outlets(out: OutFolder, notes: Iterable[dict[str, Any]], led: Iterable[StoryFacts] = ()) -> None:
    """Keep the outlets that the notes of blocks name; stories that are `led`, views of others, are not counted. Raises OutputRefused."""
    counts: Counter[tuple[str, str]] = Counter()
    for note in notes:
        for name, domain, stories in note["outlets"]:
            counts[name, domain] += stories
    for story in led:
        counts[story.name, story.domain] -= 1
    named = [(name, domain, stories) for (name, domain), stories in sorted(counts.items()) if name or domain]
    stands = stands_for([NamedOutlet(key, fold(name), domain) for key, (name, domain, _) in enumerate(named)], ())
    out.write(OUTLETS, orjson.dumps([(key, stands[key], *row) for key, row in enumerate(named)]))


def held_outlets(out: OutFolder) -> CorpusOutlets:
    """The outlets that are kept."""
    return CorpusOutlets([tuple(row) for row in orjson.loads(out.read(OUTLETS) or b"[]")])


def leads_among(pairs: Iterable[tuple[StoryFacts, StoryFacts]]) -> list[tuple[StoryFacts, StoryFacts]]:
    """Each story that is a view of another, with that one: `pairs` are views of one another."""
    facts: dict[int, StoryFacts] = {}
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        facts |= {one.number: one, other.number: other}
        beside[one.number].append(other.number)
        beside[other.number].append(one.number)
    leads: list[tuple[StoryFacts, StoryFacts]] = []
    seen: set[int] = set()
    for start in sorted(beside):
        if start not in seen:
            together = _joined(start, beside)
            seen |= together
            first = min((facts[number] for number in together), key=lambda one: one.view.rank)
            leads += [(facts[number], first) for number in sorted(together) if number != first.number]
    return leads


def keep_leads(out: OutFolder, leads: Iterable[tuple[StoryFacts, StoryFacts]]) -> None:
    """Keep which story leads each. Raises OutputRefused."""
    out.write(LEADS, orjson.dumps([[story.number, lead.number, lead.id] for story, lead in leads]))


def held_leads(out: OutFolder) -> dict[int, tuple[int, str]]:
    """Of each story that is a view of another: that one's number and id."""
    return {number: (lead, name) for number, lead, name in orjson.loads(out.read(LEADS) or b"[]")}


def _joined(start: int, beside: dict[int, list[int]]) -> set[int]:
    together, waiting = {start}, [start]
    while waiting:
        more = [other for other in beside[waiting.pop()] if other not in together]
        together.update(more)
        waiting += more
    return together
