"""A job: the relations over a whole corpus. Runs the steps one after another; what a step has made is not made again.

The order of what is kept makes it safe to end at any moment: the plan, then what each task of each step makes, then the tables, then the
note on them; only then is what is older, and what lies between the steps, taken away.
"""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, NamedTuple

import orjson

from backfile.cluster.compaction import FILE_BYTES, held_plan, join_parts
from backfile.cluster.reading_job import lock_corpus
from backfile.cluster.relating.corpus_outlets import LEADS, OUTLETS, keep_leads, keep_outlets, leads_among
from backfile.cluster.relating.corpus_utterances import (
    LIKEN,
    PRINT,
    SAY,
    UTTER,
    UTTERANCES,
    WORDINGS,
    gather_printings,
    join_utterances,
    liken_words,
    number_wordings,
    send_words,
    tell_printings,
)
from backfile.cluster.relating.rare_meetings import HEAR, MEET, meet_keys
from backfile.cluster.relating.related_blocks import BLOCKS, make_block
from backfile.cluster.relating.relating_plan import (
    BLOCK_BYTES,
    FOLDER,
    BlockTask,
    RelatingPlan,
    all_made_by,
    held_relating_plan,
    keep_relating_plan,
    plan_of,
)
from backfile.cluster.relating.relation_rows import SETTLE, settle_block
from backfile.cluster.relating.row_gathering import GATHER, gather_rows
from backfile.cluster.relating.text_comparing import COMPARE, compare_texts, view_pairs
from backfile.cluster.relating.text_sending import SEND, send_texts
from backfile.cluster.relating.thread_looks import LINK, LOOK, link_block, look_for_threads
from backfile.cluster.remote_files import OutFolder
from backfile.cluster.runners import Runner
from backfile.errors import OutputRefused, SourceUnreadable
from backfile.model.plain_values import plain_record

RELATIONS = "relations"
MADE = f"{RELATIONS}/made.json"
TABLES = ("stories", "versions", "copies", "threads")
_PARTS = {"stories": "related"}
"""The folder of a table's parts, where it is not called as the table."""


class RelatingProgress(NamedTuple):
    """How far a job has come."""

    step: str
    number: int
    """Of the step, from 1, of `steps`."""
    steps: int
    done: int
    """Tasks of the step, of `total`."""
    total: int
    seconds: float
    cores: int
    dashboard: str | None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(slots=True)
class RelatingReport:
    """What a job did."""

    captures: int = 0
    stories: int = 0
    versions: int = 0
    tables: dict[str, int] = field(default_factory=dict)
    """Rows of each table."""
    files: int = 0
    size: int = 0
    """Bytes of the tables."""
    between: int = 0
    """Bytes that lay between the steps: the shuffle."""
    seconds: float = 0.0
    is_held: bool = False
    """True where the tables were of this very corpus already."""
    is_stopped: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


Tell = Callable[[RelatingProgress], None]


def relate_corpus(
    to: str,
    runner: Runner,
    *,
    block_bytes: int = BLOCK_BYTES,
    progress: Tell | None = None,
    stop: threading.Event | None = None,
) -> RelatingReport:
    """Write the tables of relations beside the stories of the corpus at `to`.

    Safe to end at any moment and to run again. The tables are the same whoever carries out the tasks, and in whatever order. Raises
    OutputRefused, SourceUnreadable, ExtraMissing.
    """
    out = OutFolder(to)
    with ExitStack() as stack:
        if not out.names("stories"):
            raise SourceUnreadable("there is no corpus there: it has no stories", to)
        if out.local_path:
            lock_corpus(out.local_path, stack)
        if held_plan(out):
            raise OutputRefused("a reading of this corpus has not ended: run that command again first", to)
        return _Job(out, runner, progress or (lambda _: None), stop or threading.Event()).run(plan_of(out, block_bytes))


class _Step(NamedTuple):
    name: str
    work: Callable[[BlockTask], None]


_STEPS = (
    _Step(GATHER, gather_rows),
    _Step(BLOCKS, make_block),
    _Step(MEET, meet_keys),
    _Step(SEND, send_texts),
    _Step(COMPARE, compare_texts),
    _Step(SETTLE, settle_block),
    _Step(WORDINGS, number_wordings),
    _Step(HEAR, meet_keys),
    _Step(SAY, send_words),
    _Step(LIKEN, liken_words),
    _Step(UTTER, gather_printings),
    _Step(PRINT, tell_printings),
    _Step(LOOK, look_for_threads),
    _Step(LINK, link_block),
)


class _Job:
    """One run."""

    def __init__(self, out: OutFolder, runner: Runner, tell: Tell, stop: threading.Event) -> None:
        self._out = out
        self._runner = runner
        self._tell = tell
        self._stop = stop
        self._began = monotonic()

    def run(self, plan: RelatingPlan) -> RelatingReport:
        made = orjson.loads(self._out.read(MADE) or b"{}")
        if made.get("state") == plan.state:
            return RelatingReport(**made["report"], is_held=True)
        if held_relating_plan(self._out) != plan:
            self._out.remove(self._out.names(FOLDER))
            keep_relating_plan(self._out, plan)
        report = RelatingReport()
        for number, step in enumerate(_STEPS, 1):
            if not self._carried_out(step, number, plan):
                report.is_stopped = True
                return report
            if step.name == BLOCKS:
                self._once(OUTLETS, lambda: keep_outlets(self._out, self._notes(plan)))
            elif step.name == COMPARE:
                self._once(LEADS, lambda: self._lead(plan))
            elif step.name == LIKEN:
                self._once(UTTERANCES, lambda: join_utterances(self._out, plan.blocks))
        return self._written(plan, report)

    def _carried_out(self, step: _Step, number: int, plan: RelatingPlan) -> bool:
        """Whether all tasks of a step are done."""
        count = len(plan.files) if step.name == GATHER else plan.blocks
        there = self._out.names(f"{FOLDER}/{step.name}")
        tasks = [BlockTask(self._out.address, step.name, one) for one in range(count)]
        due = [task for task in tasks if task.made not in there]
        done = count - len(due)
        self._say(step.name, number, done, count)
        for one in self._runner.run(step.work, due, self._stop):
            if one.error is not None:
                raise OutputRefused(f"the relations cannot be made: {one.error}", one.task.made)
            done += 1
            self._say(step.name, number, done, count)
        return done == count

    def _say(self, step: str, number: int, done: int, count: int) -> None:
        runner = self._runner
        seconds = monotonic() - self._began
        self._tell(RelatingProgress(step, number, len(_STEPS), done, count, seconds, runner.cores, runner.dashboard))

    def _notes(self, plan: RelatingPlan) -> list[dict[str, Any]]:
        return [orjson.loads(self._out.read(name) or b"{}") for name in all_made_by(BLOCKS, plan.blocks)]

    def _once(self, name: str, make: Callable[[], None]) -> None:
        if self._out.read(name) is None:
            make()

    def _lead(self, plan: RelatingPlan) -> None:
        leads = leads_among(view_pairs(self._out, plan.blocks))
        keep_outlets(self._out, self._notes(plan), [story for story, _ in leads])
        keep_leads(self._out, leads)  # last: where it is, both are

    def _written(self, plan: RelatingPlan, report: RelatingReport) -> RelatingReport:
        """Write the tables out of the blocks' parts, then the note on them; then take away what is not needed."""
        older = self._out.names(RELATIONS)
        batch = 1 + max((int(name.rpartition("/")[2][:4]) for name in older if name.endswith(".parquet")), default=0)
        notes = self._notes(plan)
        report.captures, report.stories, report.versions = (
            sum(note[name] for note in notes) for name in ("captures", "stories", "versions")
        )
        report.between = sum(self._out.names(FOLDER).values())
        for table in TABLES:
            report.tables[table] = 0
            for number, parts in enumerate(self._shared_out(_PARTS.get(table, table))):
                name = f"{RELATIONS}/{table}/{batch:04}-{number:05}.parquet"
                made = join_parts(self._out, name, parts)
                report.files, report.size = report.files + 1, report.size + made.size
                report.tables[table] += made.rows
        report.seconds = round(monotonic() - self._began, 3)
        said = {name: value for name, value in report.to_dict().items() if name not in ("is_held", "is_stopped")}
        self._out.write(MADE, orjson.dumps({"state": plan.state, "report": said}, option=orjson.OPT_INDENT_2))
        self._out.remove(name for name in older if name != MADE)
        self._out.remove_work()
        return report

    def _shared_out(self, folder: str) -> list[list[str]]:
        """The parts of a table in files of about FILE_BYTES."""
        files: list[list[str]] = []
        held = 0
        for name, size in self._out.names(f"{FOLDER}/{folder}").items():
            if not files or held + size > FILE_BYTES:
                files.append([])
                held = 0
            files[-1].append(name)
            held += size
        return files
