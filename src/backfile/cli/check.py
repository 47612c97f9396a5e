"""backfile check: is every stored thing readable, and does each table, list and index say what the records say?"""

from collections.abc import Iterator
from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say, say_json, tell
from backfile.cli.progress_bar import Bar
from backfile.cli.verb import verb
from backfile.errors import ArchiveDamaged
from backfile.model.entry import Fault

SCHEMA = "backfile/check/1"


@verb("backfile check --archive back", "backfile check crawl.warc.gz", "backfile check --archive back --json")
@click.argument("files", metavar="[FILE]...", nargs=-1, help="Saved files to look through; else the archive.")
@archive_option
@json_option
def check(files: tuple[str, ...], archive: Path, as_json: bool) -> None:
    """Look for damage in an archive, or in saved files. Tables, lists and indexes are compared with the records."""
    counts: dict[str, int] = {}
    faults: list[Fault] = []
    with Bar("captures" if files else "steps") as bar:
        for fault in _file_faults(files, counts, bar) if files else _archive_faults(archive, counts, bar):
            faults.append(fault)
            if not as_json:
                say(f"{fault.place}: {fault.message}")
    if as_json:
        say_json({"schema": SCHEMA, "faults": [fault._asdict() for fault in faults], **counts})
    if faults:
        tell(f"{len(faults):,} fault{'' if len(faults) == 1 else 's'}")
        raise Exit(1)
    tell(f"All is well: {', '.join(f'{count:,} {name}' for name, count in counts.items())}.")


def _archive_faults(archive: Path, counts: dict[str, int], bar: Bar) -> Iterator[Fault]:
    from backfile.archive import Archive

    try:
        with Archive(archive) as opened:
            yield from opened.check(progress=bar.step)
            held = opened.stats()
    except ArchiveDamaged as error:
        yield Fault(error.place or str(archive), error.message)
        return
    counts |= {"captures": held.captures, "versions": held.versions, "stories": held.stories}


def _file_faults(files: tuple[str, ...], counts: dict[str, int], bar: Bar) -> Iterator[Fault]:
    """What of the files cannot be read. Each is read to its end."""
    from backfile.capture import read_captures, source_files
    from backfile.model.capture import Skipped

    counts |= {"files": 0, "captures": 0}
    for given in files:
        counts["files"] += sum(1 for _ in source_files(given))
        for found in read_captures(given):
            counts["captures"] += 1
            if isinstance(found, Skipped) and found.reason.is_fault:
                yield Fault(str(found.place), f"{found.reason}: {found.message}")
            bar(0, 0, counts["captures"])
