"""backfile cite: a story's citation."""

from datetime import UTC, datetime
from pathlib import Path

import click

from backfile.cli.options import archive_option, story_argument
from backfile.cli.output import say
from backfile.cli.verb import verb


@verb("backfile cite k7ca --archive back", "backfile cite k7ca --format bibtex --archive back")
@story_argument
@archive_option
@click.option("--version", metavar="VERSION", help="A version's id, or its start; else the newest.")
@click.option(
    "--format", "form", type=click.Choice(("text", "csl", "bibtex", "ris")), default="text",
    help="A line of text, CSL-JSON, BibTeX or RIS; text if not given.",
)  # fmt: skip
def cite(story_id: str, archive: Path, version: str | None, form: str) -> None:
    """Print a story's citation, with its version, what its date rests on, and a token that proves both."""
    from backfile.archive import Archive
    from backfile.citation.citation_forms import FORMS
    from backfile.citation.cited import cited

    with Archive(archive) as opened:
        story = opened.story(opened.full_id(story_id), version=version)
    for line in FORMS[form](cited(story, version), datetime.now(UTC)).splitlines():
        say(line)
