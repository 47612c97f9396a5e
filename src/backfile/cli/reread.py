"""backfile reread: kept captures read again by today's reader."""

from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import archive_option, json_option, whole_number
from backfile.cli.output import say_counts, say_json, tell
from backfile.cli.progress_bar import Bar
from backfile.cli.verb import verb
from backfile.model.entry import Fault

SCHEMA = "backfile/reread/1"
_MOST_TOLD = 20


@verb("backfile reread --archive back", "backfile reread --where 'outlet:courier to:2005' --archive back")
@click.option("--where", metavar="QUERY", help="Only the stories that this search finds.")
@click.option("--jobs", metavar="N", default=1, type=whole_number(1, 1_000), help="Processes that read pages; else 1.")
@archive_option
@json_option
def reread(where: str | None, jobs: int, archive: Path, as_json: bool) -> None:
    """Read an archive's captures again with today's reader. Better records take the old ones' place, and make no version."""
    from backfile.reread import reread_archive

    with Bar("records") as bar:
        done = reread_archive(archive, where=where, jobs=jobs, progress=bar.step)
    if as_json:
        lists = {name: [fault._asdict() for fault in getattr(done, name)] for name in ("gone", "refused")}
        counts = {"read": done.read, "replaced": done.replaced, "fields": dict(done.fields.most_common())}
        say_json({"schema": SCHEMA, **counts, **lists, "stopped": done.is_stopped})
    else:
        rows = [("Records read again", done.read), ("  that came out otherwise", done.replaced)]
        rows += [(f"    {name}", count) for name, count in done.fields.most_common()]
        rows += [("No story to this reader", len(done.refused)), ("Captures gone", len(done.gone))]
        say_counts(rows)
        _tell("the record is kept, though today's reader takes the page for no story", done.refused)
        _tell("the record is kept, and its capture is gone", done.gone)
    if done.is_stopped:
        tell("Stopped. What was read again is kept; run the same command again to go on.")
    if done.is_stopped or done.gone:
        raise Exit(1)


def _tell(what: str, faults: list[Fault]) -> None:
    for fault in faults[:_MOST_TOLD]:
        tell(f"{fault.place}: {what} ({fault.message})")
    if len(faults) > _MOST_TOLD:
        tell(f"... and {len(faults) - _MOST_TOLD:,} more; --json lists them all")
