"""backfile cluster: read web archives into a corpus of Parquet files, and relate its stories, on many processes or machines."""

import re
from datetime import date
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.archive.search.search_days import first_day, last_day
from backfile.cli.cluster_view import ClusterView
from backfile.cli.options import Parsed, whole_number
from backfile.cli.output import say_counts, say_json, tell
from backfile.cli.relating import Job, relate
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.cluster.input_list import Choice
    from backfile.cluster.job_report import JobReport

_SCHEDULER = re.compile(r"(?:tcp|tls|ws|wss|ucx)://[^\s/]+:\d+$")
_MEMORY = re.compile(r"\d+(?:\.\d+)? ?[MG]i?B$")
_MOST_FAILED = 20
REPORT_SCHEMA = "backfile/cluster-report/1"


@verb(
    "backfile cluster read crawl/ --to corpus --workers 2",
    "backfile cluster read s3://commoncrawl/crawl-data/CC-NEWS/2017/02/warc.paths.gz --prefix s3://commoncrawl/ --since 2017-02-23 --until 2017-02-23 --to s3://bucket/corpus --scheduler tcp://10.0.0.1:8786",
    "backfile cluster relate corpus --workers 2",
)
@click.argument(
    "what",
    metavar="read|relate",
    type=click.Choice(["read", "relate"]),
    help="What to do: read sources into a corpus; or relate the stories of a corpus: versions, copies, threads.",
)
@click.argument(
    "sources",
    metavar="SOURCE...",
    nargs=-1,
    required=True,
    help="WARC, WACZ, folders, lists of paths (warc.paths.gz); also as s3://. Of relate, the corpus.",
)
@click.option("--to", "out", metavar="OUT", help="The corpus that is read into: a folder, or such an address.")
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask scheduler whose workers read.")
@click.option("--workers", metavar="N", type=whole_number(1, 1_000), help="Processes here that read; 1 if not given.")
@click.option(
    "--worker-memory", metavar="SIZE", help="Of each process here: past it, it is begun anew; 1GB if not given."
)
@click.option("--prefix", metavar="ADDRESS", help="What stands before the paths of a list.")
@click.option(
    "--since",
    metavar="DAY",
    type=Parsed("day", first_day),
    help="Of lists and folders, files of this day or later, by their names.",
)
@click.option("--until", metavar="DAY", type=Parsed("day", last_day), help="Files of this day or earlier.")
@click.option("--json", "as_json", is_flag=True, help="Print progress and report as lines of JSON (docs/cli.md).")
def cluster(
    what: str,
    sources: tuple[str, ...],
    out: str | None,
    scheduler: str | None,
    workers: int | None,
    worker_memory: str | None,
    prefix: str | None,
    since: date | None,
    until: date | None,
    as_json: bool,
) -> None:
    """Read web archives into a corpus of Parquet files, on many processes or machines, or relate its stories. Safe to stop and to run again."""
    _expect_sense(scheduler, workers, worker_memory)
    from backfile.cluster.dask_runner import WORKER_MEMORY, DaskRunner
    from backfile.cluster.input_list import Choice
    from backfile.ingest import stopped_by_interrupt

    choice = Choice(prefix, since, until)
    to = _corpus_meant(what, sources, out, is_chosen=choice != Choice())
    with (
        DaskRunner(scheduler=scheduler, workers=workers or 1, memory=worker_memory or WORKER_MEMORY) as runner,
        stopped_by_interrupt() as stop,
        ClusterView(as_json=as_json) as view,
    ):
        job = Job(to, runner, view, stop)
        is_whole = relate(job, as_json) if what == "relate" else _read(job, sources, choice, as_json)
    if not is_whole:
        raise Exit(1)


def _read(job: Job, sources: tuple[str, ...], choice: "Choice", as_json: bool) -> bool:
    """Whether all was read and nothing was at fault."""
    from backfile.cluster.reading_job import read_sources

    report = read_sources(sources, job.to, job.runner, choice=choice, progress=job.view, stop=job.stop)
    job.view.end()
    if as_json:
        say_json({"schema": REPORT_SCHEMA, **report.to_dict()}, on_one_line=True)
    else:
        _say(report, job.to)
    return report.is_whole and bool(report.inputs or report.held)


def _corpus_meant(what: str, sources: tuple[str, ...], out: str | None, *, is_chosen: bool) -> str:
    """The corpus that is meant. Raises UsageError."""
    if what == "relate":
        if out is not None or is_chosen or len(sources) != 1:
            raise click.UsageError("name the corpus alone: backfile cluster relate corpus")
        return sources[0]
    if out is None:
        raise click.UsageError("--to is missing: name the corpus that is to be written")
    if "-" in sources:
        raise click.UsageError("a corpus refers to files: save what comes in to one, and name that")
    return out


def _expect_sense(scheduler: str | None, workers: int | None, memory: str | None) -> None:
    if scheduler and (workers or memory):
        raise click.UsageError("--workers and --worker-memory are of processes here: leave them out with --scheduler")
    if scheduler and not _SCHEDULER.match(scheduler):
        raise click.UsageError(f"{scheduler!r} is no scheduler's address: write it as tcp://10.0.0.1:8786")
    if memory and not _MEMORY.match(memory):
        raise click.UsageError(f"{memory!r} is no size of memory: write it as 1GB or 800MB")


def _say(report: "JobReport", out: str) -> None:
    rows = [
        ("Inputs read", report.inputs),
        ("  held already", report.held),
        *([("  of other days", report.left_out)] if report.left_out else []),
        ("Captures", report.captures),
        ("Stories", report.stories),
        ("  undated", report.undated),
        ("Skipped", report.skipped.total()),
        *((f"  {reason}", count) for reason, count in report.skipped.most_common()),
        ("Faults", report.faults),
        *([("Damaged text", report.damaged)] if report.damaged else []),
        ("Given up", sum(map(len, report.failed.values()))),
        ("Files written", report.files),
    ]
    say_counts(rows)
    for line in report.told:
        tell(line)
    for address, spans in list(report.failed.items())[:_MOST_FAILED]:
        for span in spans:
            tell(f"{address}{f' from byte {span.start}' if span.start else ''}: given up: {span.error}")
    if len(report.failed) > _MOST_FAILED:
        tell(f"... and {len(report.failed) - _MOST_FAILED:,} more inputs, in the manifest")
    if not (report.inputs or report.held or report.failed or report.is_stopped):
        tell("there is nothing in it to read" + (": all files are of other days" if report.left_out else ""))
    tell(f"Manifest: {out.rstrip('/')}/manifest.jsonl")
    if report.is_stopped:
        tell("Stopped. What was read is kept; run the same command again to go on.")
