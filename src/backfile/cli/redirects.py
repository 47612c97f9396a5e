"""backfile redirects: rules by which a web host leads old addresses to their stories."""

from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import Parsed, archive_option, web_address
from backfile.cli.output import say, tell
from backfile.cli.verb import verb

_FORMATS = ("nginx", "apache", "caddy", "netlify", "csv")


@verb(
    "backfile redirects --format nginx --archive back",
    "backfile redirects --format csv --address https://archive.paper.example --archive back",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), required=True, help="Which host's rules; csv is a table."
)
@click.option(
    "--address",
    metavar="URL",
    type=Parsed("address", web_address),
    help="Where the published site stands; the same host if not given.",
)
@archive_option
def redirects(form: str, address: str | None, archive: Path) -> None:
    """Print rules by which a web host leads old addresses to their stories."""
    from backfile.archive import Archive
    from backfile.publish.redirects import FORMATS
    from backfile.publish.redirects import redirects as all_redirects
    from backfile.publish.static_paths import address_of, file_of
    from backfile.site.site_address import story_path

    def target_of(story: str) -> str:
        return f"{address or ''}/{address_of(file_of(story_path(story)))}"

    with Archive(archive) as opened:
        found = list(all_redirects(opened.addresses.of_stories(), target_of))
    for line in FORMATS[form](found):
        say(line)
    tell(f"{len(found):,} old addresses")
    if not found:
        raise Exit(1)
