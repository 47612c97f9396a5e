"""backfile stats: what an archive holds."""

from pathlib import Path

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say_counts, say_json
from backfile.cli.verb import verb

SCHEMA = "backfile/stats/1"
_LONGEST = 50


@verb("backfile stats --archive back", "backfile stats --archive back --json")
@archive_option
@json_option
def stats(archive: Path, as_json: bool) -> None:
    """Count what an archive holds. Stories, versions and captures, by outlet and year, and what was skipped and why."""
    from backfile.archive import Archive

    with Archive(archive) as opened:
        held = opened.stats()
    if as_json:
        say_json({"schema": SCHEMA, **held._asdict()})
        return
    rows = [
        ("Files read", held.sources),
        ("Captures", held.captures),
        ("Stories", held.stories),
        ("  undated", held.undated),
        ("  that another outlet has too", held.copies),
        ("Versions", held.versions),
        ("Skipped", sum(count for _, count in held.skipped)),
        *((f"  {reason}", count) for reason, count in held.skipped),
    ]
    if held.takedowns:
        rows += [("Taken down or set right", sum(count for _, count in held.takedowns))]
        rows += [(f"  {kind}", count) for kind, count in held.takedowns]
    if held.left_out:
        rows += [("Left out by the owner's rules", held.left_out)]
    rows += [("Bytes on disk", held.bytes_on_disk)]
    rows += [("Years", len([year for year, _ in held.years if year is not None]))]
    rows += [(f"  {year}", count) for year, count in held.years if year is not None]
    rows += [("Outlets", len(held.outlets)), *((f"  {_short(outlet)}", count) for outlet, count in held.outlets)]
    say_counts(rows, digits=14)


def _short(name: str) -> str:
    """A name as far as a table has room for it."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
