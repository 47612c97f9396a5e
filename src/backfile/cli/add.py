"""backfile add: take sources into an archive."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from backfile.cli.options import archive_option, usual_jobs, whole_number
from backfile.cli.output import say_counts, shown, tell
from backfile.cli.progress_bar import Bar
from backfile.cli.verb import verb

if TYPE_CHECKING:
    from backfile.model.added import Added, Progress

_NAME = 24
"""Columns for the name of a file in the live line."""


@verb(
    "backfile add crawl.warc.gz pages/ --archive back",
    "backfile add export.xml --archive back --jobs 2",
    "backfile add corpus --where \"domain = 'paper.example' and year = 2017\" --archive back",
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, help="Files and folders of saved pages.")
@archive_option
@click.option(
    "--jobs",
    metavar="N",
    type=whole_number(1, 1_000),
    help="Processes that read pages; else one a processor, at most 4.",
)
@click.option("--copy", is_flag=True, help="Take the pages' bytes into the archive too.")
@click.option("--where", metavar="CONDITION", help="Of a corpus, only these stories: domain = 'x' and year = 2017.")
def add(sources: tuple[str, ...], archive: Path, jobs: int | None, copy: bool, where: str | None) -> None:
    """Add saved pages to an archive. Safe to stop and to run again: what is in is passed over."""
    if "-" in sources:
        raise click.UsageError("an archive refers to files: save the page to a file and add that")
    corpora = [source for source in sources if _is_corpus(source)]
    if corpora and (len(sources) > 1 or jobs or copy):
        raise click.UsageError("a corpus is added alone, without --jobs and --copy: its pages are read already")
    if where is not None and not corpora:
        raise click.UsageError("--where chooses stories of a corpus (docs/cluster.md)")
    with Bar() as bar:

        def progress(come: "Progress") -> None:
            bar(come.done, come.total, come.captures, _live(come))

        if corpora:
            from backfile.cluster.corpus_adding import add_corpus

            added = add_corpus(archive, sources[0], where, progress=progress)
        else:
            from backfile.ingest import add_sources

            added = add_sources(archive, sources, jobs=jobs or usual_jobs(), copy=copy, progress=progress)
    _table(added)
    for line in added.told:
        tell(line)
    if (more := added.faults + added.damaged - len(added.told)) > 0 and added.told:
        tell(f"... and {more:,} more, in the report")
    is_empty = added.captures == sum(added.skipped.values())
    if is_empty and not added.told and not added.is_stopped:
        others = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
        tell(f"{sources[0]}{others}: {'no story was found' if added.captures else 'there is nothing in it to read'}")
    tell(f"Report: {_near(added.report)}")
    if added.is_stopped:
        tell("Stopped. What the table counts is safe; run the same command again to go on.")
    if added.faults or added.damaged or added.is_stopped or is_empty:
        raise Exit(1)


def _is_corpus(source: str) -> bool:
    """Whether `backfile cluster read` wrote this folder; what lies elsewhere can be nothing else that is added."""
    tables = (Path(source, name).is_dir() for name in ("stories", "skipped"))
    try:
        return "://" in source or (Path(source, "manifest.jsonl").is_file() and any(tables))
    except OSError:  # a folder that may not be looked into: its reading says so
        return False


def _live(come: "Progress") -> str:
    """The file, and what came of it so far: "crawl.warc.gz: stories 310, undated 12, skipped 87; "."""
    name = Path(come.file).name or "..."
    short = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
    return f"{shown(short)}: stories {come.stories:,}, undated {come.undated:,}, skipped {come.skipped:,}; "


def _table(added: "Added") -> None:
    rows = [
        ("Captures", added.captures),
        ("  already held", added.held),
        ("New stories", added.stories),
        ("New versions", added.versions),
        ("  undated", added.undated),
        ("  in doubt", added.doubtful),
        *((f"    {word}", count) for word, count in added.doubts.most_common()),
        ("Skipped", sum(added.skipped.values())),
        *((f"  {reason}", count) for reason, count in added.skipped.most_common()),
        ("Faults", added.faults),
        *([("Damaged text", added.damaged)] if added.damaged else []),
    ]
    say_counts(rows)


def _near(path: str) -> str:
    """The path from here, where it lies below."""
    return str(Path(path).relative_to(Path.cwd())) if Path(path).is_relative_to(Path.cwd()) else path
