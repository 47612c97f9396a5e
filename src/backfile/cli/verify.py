"""backfile verify: a citation against the archive."""

import sys
from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import archive_option, json_option
from backfile.cli.output import say, say_json
from backfile.cli.verb import verb


@verb(
    "backfile verify backfile:cc6jzqoh3mzhkgwd/1a2b3c4d5e6f/0123456789abcdef-0123456789abcdef --archive back",
    "backfile verify - --archive back",
)
@click.argument("citation", help="A citation, or the token at its end; - reads it from stdin.")
@archive_option
@json_option
def verify(citation: str, archive: Path, as_json: bool) -> None:
    """Prove a citation: its version, words and date, against the record and the saved page."""
    from backfile.archive import Archive
    from backfile.citation.verify import verify as proof_of

    text = sys.stdin.read() if citation == "-" else citation
    with Archive(archive) as opened:
        proof = proof_of(opened, text)
    if as_json:
        say_json(proof.to_dict())
    else:
        say(proof.citation)
        for point in proof.points:
            say(f"{point.shown:<12}  {point.what}: {point.detail}")
        for later in proof.since:
            say(f"{'since':<12}  {later}")
    if not proof.is_whole:
        raise Exit(1)
