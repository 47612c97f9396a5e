"""Relating plan: into how many blocks the stories of a corpus are parted, and the files between the steps.

A story's block is told from its id, so that all captures of it meet there; blocks are ranges of ids, so that tables are sorted by them. A
story's number is its block's, and its place in the block: 28 bits, as many as the archive's key runs have for a holder.
"""

import hashlib
from typing import NamedTuple

import orjson

from backfile.archive.store.key_runs import MOST_HOLDERS
from backfile.cluster.compaction import STORIES
from backfile.cluster.remote_files import WORK, OutFolder
from backfile.reader_name import reader_name

BLOCK_BYTES = 24 * 1024 * 1024
"""Of the corpus's files for a block of stories: some 1,900 stories of 13 kB, whose texts and runs of words a task holds at once: a process that does every step keeps within 400 MB."""
FOLDER = f"{WORK}/relating"
_PLAN = f"{FOLDER}/plan.json"
_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
"""Those of an id (base32), in the order in which ids are sorted."""
_RANK = {letter: number for number, letter in enumerate(_LETTERS)}
_LED_BY = 6
"""Letters of an id that say its block: 30 bits."""
_MOST_BLOCKS = 1 << 14


class RelatingPlan(NamedTuple):
    """How a corpus is parted."""

    state: str
    """Of the corpus: its files, and which Backfile looks at them."""
    files: tuple[str, ...]
    """Of stories."""
    blocks: int

    @property
    def shift(self) -> int:
        """Bits of a story's place in its block."""
        return (MOST_HOLDERS.bit_length() - 1) - (self.blocks - 1).bit_length()

    @property
    def place(self) -> int:
        """The bits of a story's number that are its place in its block."""
        return (1 << self.shift) - 1

    def block_of(self, story: str) -> int:
        """The block of an id."""
        place = 0
        for letter in story[:_LED_BY]:
            place = place << 5 | _RANK[letter]
        return place * self.blocks >> 5 * _LED_BY


class BlockTask(NamedTuple):
    """A task of one step: of a block of stories, a range of fingerprints, or a file."""

    out: str
    step: str
    number: int

    @property
    def key(self) -> str:
        """Names the task."""
        return f"{self.step}-{self.number:05}"

    @property
    def made(self) -> str:
        """The file that it writes, last of all that it writes."""
        return made_by(self.step, self.number)


def made_by(step: str, number: int) -> str:
    """The file that a task of a step writes."""
    return f"{FOLDER}/{step}/{number:05}"


def all_made_by(step: str, count: int) -> list[str]:
    """Those of all its tasks."""
    return [made_by(step, number) for number in range(count)]


def plan_of(out: OutFolder, block_bytes: int) -> RelatingPlan:
    """The plan for the corpus as it stands."""
    files = {name: size for name, size in out.names(STORIES).items() if name.endswith(".parquet")}
    blocks = min(_MOST_BLOCKS, max(1, round(sum(files.values()) / block_bytes)))
    known = orjson.dumps([sorted(files.items()), reader_name(), blocks])
    return RelatingPlan(hashlib.sha256(known).hexdigest(), tuple(sorted(files)), blocks)


def keep_relating_plan(out: OutFolder, plan: RelatingPlan) -> None:
    """Keep the plan before it is carried out. Raises OutputRefused."""
    out.write(_PLAN, orjson.dumps(plan._asdict()))


def held_relating_plan(out: OutFolder) -> RelatingPlan | None:
    """The plan that is being carried out; None where there is none."""
    data = out.read(_PLAN)
    if data is None:
        return None
    held = orjson.loads(data)
    return RelatingPlan(held["state"], tuple(held["files"]), held["blocks"])


def plan_at_work(out: OutFolder) -> RelatingPlan:
    """The plan that a task is of. Raises FileNotFoundError."""
    plan = held_relating_plan(out)
    if plan is None:
        raise FileNotFoundError(2, "the plan of the job is gone", _PLAN)
    return plan
