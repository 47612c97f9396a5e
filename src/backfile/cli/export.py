"""backfile export: write stories in another form, whole or not at all."""

from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import archive_option
from backfile.cli.output import say, tell
from backfile.cli.verb import verb

_FORMS = ("jsonl", "csv", "parquet", "warc", "wacz", "wxr", "ninjs", "markdown", "text")
_SHOWN = 20
"""Captures left out that are printed; the rest are counted."""


@verb(
    "backfile export --format csv --to tables --archive back",
    'backfile export "outlet:courier from:2001 to:2005" --format wacz --to courier.wacz --archive back',
)
@click.argument("query", required=False, help="Only the stories that this search finds; all when not given.")
@click.option("--format", "form", type=click.Choice(_FORMS), required=True, help="What to write (docs/export.md).")
@click.option(
    "--to",
    "out",
    metavar="OUT",
    type=click.Path(path_type=Path),
    required=True,
    help="A file or folder that is not there yet.",
)
@archive_option
def export(query: str | None, form: str, out: Path, archive: Path) -> None:
    """Write stories in another form: tables, records, web archives, WordPress's export, text."""
    from backfile.archive import Archive
    from backfile.cli.written_stories import story_markdown, story_text
    from backfile.export.forms import forms
    from backfile.export.stories import chosen_stories

    by_name = forms(
        text=lambda story: "\n".join(story_text(story, None)) + "\n",
        markdown=lambda story: "\n".join(story_markdown(story, None)) + "\n",
    )
    with Archive(archive) as opened:
        done = by_name[form](opened, chosen_stories(opened, query), out)
    say(f"{done.count:,} {done.what} written to {out}")
    for loss, count in done.lost.items():
        tell(f"{count:,} {loss}")
    for place, why in done.left_out[:_SHOWN]:
        tell(f"left out: {place}: {why}")
    if len(done.left_out) > _SHOWN:
        tell(f"... and {len(done.left_out) - _SHOWN:,} more left out")
    if done.left_out or not done.count:
        raise Exit(1)
