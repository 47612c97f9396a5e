"""backfile redirects: rules by which a web host leads old addresses to their stories."""

from pathlib import Path
from urllib.parse import urlsplit

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
    from backfile.publish.redirect_formats import FORMATS, fitted
    from backfile.publish.redirects import redirects as all_redirects
    from backfile.publish.static_paths import story_place
    from backfile.site.site_address import story_path

    own = urlsplit(address or "").path
    with Archive(archive) as opened:
        gone = (f"{own}{story_path(story)}" for story in sorted(opened.takedowns.forgotten))
        found = all_redirects(
            opened.addresses.of_stories(), lambda story: f"{address or ''}/{story_place(story)}", gone
        )
    fit = fitted(form, found)
    for line in FORMATS[form].write(fit):
        say(line)
    tell(f"{len(fit.led):,} old addresses")
    if fit.gone:
        tell(f"{len(fit.gone):,} stories that were taken out: their places answer 410")
    if fit.unled:
        tell(f"{len(fit.unled):,} old addresses are led nowhere: they are in the output, each with the reason")
    if not fit.led:
        raise Exit(1)
