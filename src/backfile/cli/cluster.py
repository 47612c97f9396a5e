"""backfile cluster: read web archives into a corpus of Parquet files, on many processes or machines."""

import re
from datetime import date
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.archive.search.search_days import first_day, last_day
from backfile.cli.cluster_view import ClusterView
from backfile.cli.options import Parsed, whole_number
from backfile.cli.output import say_counts, say_json, tell
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.cluster.job_report import JobReport

_SCHEDULER = re.compile(r"(?:tcp|tls|ws|wss|ucx)://[^\s/]+:\d+$")
_MEMORY = re.compile(r"\d+(?:\.\d+)? ?[MG]i?B$")
_MOST_FAILED = 20
REPORT_SCHEMA = "backfile/cluster-report/1"


@verb(
    "backfile cluster read crawl/ --to corpus --workers 2",
    "backfile cluster read s3://commoncrawl/crawl-data/CC-NEWS/2017/02/warc.paths.gz --prefix s3://commoncrawl/ --since 2017-02-23 --until 2017-02-23 --to s3://bucket/corpus --scheduler tcp://10.0.0.1:8786",
)
@click.argument(
    "what",
    metavar="read",
    type=click.Choice(["read"]),
    expose_value=False,
    help="What to do: read, sources into a corpus.",
)
@click.argument(
    "sources",
    metavar="SOURCE...",
    nargs=-1,
    required=True,
    help="WARC, WACZ, folders, lists of paths (warc.paths.gz); also as s3://.",
)
@click.option("--to", "out", metavar="OUT", required=True, help="The corpus: a folder, or such an address.")
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
    sources: tuple[str, ...],
    out: str,
    scheduler: str | None,
    workers: int | None,
    worker_memory: str | None,
    prefix: str | None,
    since: date | None,
    until: date | None,
    as_json: bool,
) -> None:
    """Read web archives into a corpus of Parquet files, on many processes or machines. Safe to stop and to run again."""
    _expect_sense(sources, scheduler, workers, worker_memory)
    from backfile.cluster.dask_runner import WORKER_MEMORY, DaskRunner
    from backfile.cluster.input_list import Choice
    from backfile.cluster.reading_job import read_sources
    from backfile.ingest import stopped_by_interrupt

    choice = Choice(prefix, since, until)
    with (
        DaskRunner(scheduler=scheduler, workers=workers or 1, memory=worker_memory or WORKER_MEMORY) as runner,
        stopped_by_interrupt() as stop,
        ClusterView(as_json=as_json) as view,
    ):
        report = read_sources(sources, out, runner, choice=choice, progress=view, stop=stop)
    if as_json:
        say_json({"schema": REPORT_SCHEMA, **report.to_dict()}, on_one_line=True)
    else:
        _say(report, out)
    if not report.is_whole or not (report.inputs or report.held):
        raise Exit(1)


def _expect_sense(sources: tuple[str, ...], scheduler: str | None, workers: int | None, memory: str | None) -> None:
    if "-" in sources:
        raise click.UsageError("a corpus refers to files: save what comes in to one, and name that")
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
