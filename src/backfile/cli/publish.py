"""backfile publish: an archive as files that any web host serves."""

from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import (
    Parsed,
    archive_option,
    no_search_option,
    site_option,
    usual_jobs,
    web_address,
    whole_number,
)
from backfile.cli.output import say_counts, tell
from backfile.cli.verb import verb

_SHOWN = 20


@verb(
    "backfile publish site --address https://archive.paper.example --archive back",
    "backfile publish site --address https://www.paper.example --keep-addresses --archive back",
)
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A folder for the files; of an earlier publishing, only what has changed is written.",
)
@click.option(
    "--address",
    metavar="URL",
    type=Parsed("address", web_address),
    help="Where the files will stand; site.toml's base if not given.",
)
@site_option
@click.option(
    "--keep-addresses", is_flag=True, help="Have a page at each old address that can be a file lead to its story."
)
@no_search_option
@click.option(
    "--jobs",
    metavar="N",
    type=whole_number(1, 64),
    help="Processes that make pages; as many as processors, at most four, if not given.",
)
@archive_option
def publish(
    folder: Path,
    address: str | None,
    site: Path | None,
    keep_addresses: bool,
    no_search: bool,
    jobs: int | None,
    archive: Path,
) -> None:
    """Write an archive's site as files that any web host serves."""
    from backfile.archive import Archive
    from backfile.publish.publishing import Settings, publish
    from backfile.site.settings import SiteSettings, read_settings

    look = read_settings(site) if site else SiteSettings()
    stands_at = address or look.base
    if not stands_at:
        raise click.UsageError("say where the files will stand: --address https://archive.paper.example")
    settings = Settings(stands_at, jobs or usual_jobs(), keep_addresses, not no_search, look)
    with Archive(archive) as opened:
        done = publish(opened, folder, settings, progress=lambda _: None)
    say_counts(
        [
            ("Stories", done.stories),
            ("Pages made", done.made),
            ("Files", done.files),
            ("  written", done.written),
            ("  taken away", done.taken_away),
            *([("Old addresses kept", done.kept)] if keep_addresses else []),
        ]
    )
    for url, why in done.unkept[:_SHOWN]:
        tell(f"{url}: {why}")
    if done.unkept:
        tell(f"{len(done.unkept):,} old addresses cannot be files: backfile redirects has them for the host to lead")
    for target in done.broken[:_SHOWN]:
        tell(f"a page links to {target}, which is not there")
    if done.broken:
        raise Exit(1)
