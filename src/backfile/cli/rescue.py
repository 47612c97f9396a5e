"""backfile rescue: whatever is left of a site as an archive and a static site, with one report."""

from pathlib import Path

import click
from click.exceptions import Exit

from backfile.cli.options import Parsed, no_search_option, site_option, usual_jobs, web_address, whole_number
from backfile.cli.output import say, say_json, tell
from backfile.cli.progress_bar import Bar
from backfile.cli.verb import verb


@verb(
    "backfile rescue crawl.warc.gz feed.xml addresses.txt --to rescued",
    "backfile rescue export.xml pages/ --to rescued --address https://www.paper.example --site site.toml",
)
@click.argument(
    "sources",
    metavar="SOURCE...",
    nargs=-1,
    required=True,
    help="Files and folders of what is left: web archives, exports, saved pages, feeds, sitemaps, lists of addresses.",
)
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="A folder for the archive, the site and the report; one of a rescue before is gone on with.",
)
@click.option(
    "--address",
    metavar="URL",
    type=Parsed("address", web_address),
    help="Where the site will stand; site.toml's base, else the old address of most stories, if not given.",
)
@site_option
@no_search_option
@click.option(
    "--jobs",
    metavar="N",
    type=whole_number(1, 64),
    help="Processes that read and make pages; else one a processor, at most 4.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON (backfile/rescue/1).")
def rescue(
    sources: tuple[str, ...],
    folder: Path,
    address: str | None,
    site: Path | None,
    no_search: bool,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Make an archive and a static site of what is left of a paper's site, with one report."""
    from backfile.publish.publishing import Settings
    from backfile.publish.rescue import Rescue
    from backfile.publish.rescue import rescue as rescue_sources
    from backfile.publish.rescue_report import report_lines
    from backfile.site.settings import SiteSettings, read_settings

    if "-" in sources:
        raise click.UsageError("an archive refers to files: save the page to a file and rescue that")
    look = read_settings(site) if site else SiteSettings()
    settings = Settings(address or look.base or "", jobs or usual_jobs(), has_search=not no_search, site=look)
    with Bar() as bar:
        added, report = rescue_sources(
            Rescue(sources, folder, settings),
            adding=lambda come: bar(come.done, come.total, come.captures, f"stories {come.stories:,}; "),
            publishing=lambda _: None,
        )
    for line in added.told:
        tell(line)
    if report is None:
        tell("Stopped. What was read is safe; run the same command again to go on.")
        raise Exit(1)
    if as_json:
        say_json(report.to_dict())
    else:
        for line in report_lines(report):
            say(line)
    tell(f"Files of the site written: {report.published.written:,}, taken away: {report.published.taken_away:,}")
    tell(f"Report: {folder / 'report.html'}")
    if added.faults or added.damaged or not report.found.stories:
        raise Exit(1)
