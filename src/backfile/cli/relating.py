"""What `backfile cluster relate` does and prints."""

import threading
from typing import TYPE_CHECKING, NamedTuple

from backfile.cli.cluster_view import ClusterView
from backfile.cli.output import say_counts, say_json, tell

if TYPE_CHECKING:
    from backfile.cluster.relating.relating_job import RelatingReport
    from backfile.cluster.runners import Runner

RELATING_SCHEMA = "backfile/relating-report/1"


class Job(NamedTuple):
    """A corpus, and who works at it."""

    to: str
    runner: "Runner"
    view: ClusterView
    stop: threading.Event


def relate(job: Job, as_json: bool) -> bool:
    """Relate the stories of a corpus; whether that came to its end."""
    from backfile.cluster.relating.relating_job import relate_corpus

    report = relate_corpus(job.to, job.runner, progress=job.view.relating, stop=job.stop)
    job.view.end()
    if as_json:
        say_json({"schema": RELATING_SCHEMA, **report.to_dict()}, on_one_line=True)
    else:
        _say(report, job.to)
    return not report.is_stopped


def _say(report: "RelatingReport", to: str) -> None:
    if report.is_stopped:
        tell("Stopped. What was made is kept; run the same command again to go on.")
        return
    say_counts(
        [
            ("Captures", report.captures),
            ("Stories", report.stories),
            *((f"Rows of {table}", rows) for table, rows in report.tables.items()),
            ("Files written", 0 if report.is_held else report.files),
        ]
    )
    tell(f"{'Held already: ' if report.is_held else ''}{to.rstrip('/')}/relations")
