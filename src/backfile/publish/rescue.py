"""A rescue: whatever is left of a paper's site becomes an archive, a static site and one report, in one folder.

    archive/   the archive (backfile serve, search, export ...)      site/       the site, for any web host
    redirects/ rules for hosts that redirect                         report.html, report.json, report.txt, *.csv

Safe to stop and to run again: sources that are in are passed over, and only what changed is written.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from backfile.archive import Archive
from backfile.errors import OutputRefused, SourceMissing
from backfile.ingest import add_sources
from backfile.model.added import Added, Progress
from backfile.publish.browser_search import need_pagefind
from backfile.publish.publishing import Published, Settings, publish
from backfile.publish.redirect_formats import lines_of
from backfile.publish.redirects import redirects
from backfile.publish.rescue_findings import find
from backfile.publish.rescue_report import RescueReport, report_files
from backfile.publish.rescue_tables import rescue_tables
from backfile.publish.static_paths import story_place
from backfile.publish.written_files import write_if_changed
from backfile.site.site_address import story_path

ARCHIVE, SITE = "archive", "site"
_RULES = {
    "nginx": "nginx.conf",
    "apache": "htaccess.txt",
    "caddy": "Caddyfile",
    "netlify": "_redirects",
    "csv": "redirects.csv",
}


@dataclass(frozen=True)
class Rescue:
    """What a rescue is asked to do."""

    sources: Sequence[str]
    folder: Path
    settings: Settings
    """Without an address, that of most stories."""


def rescue(
    asked: Rescue, *, adding: Callable[[Progress], None], publishing: Callable[[Published], None]
) -> tuple[Added, RescueReport | None]:
    """Does it: what was added, and the report; none where adding was stopped.

    Raises SourceMissing, before anything is made, where one of the sources is not there; OutputRefused, ExtraMissing, ArchiveError.
    """
    if asked.settings.has_search:
        need_pagefind()
    _expect_there(asked.sources)
    _expect_own(asked.folder)
    added = add_sources(asked.folder / ARCHIVE, asked.sources, jobs=asked.settings.processes, progress=adding)
    if added.is_stopped:
        return added, None
    with Archive(asked.folder / ARCHIVE) as archive:
        settings = replace(
            asked.settings, address=asked.settings.address or _own_address(archive), keeps_addresses=True
        )
        published = publish(archive, asked.folder / SITE, settings, progress=publishing)
        found = find(archive)
        report = RescueReport(settings.address, found, published)
        _write(asked.folder, archive, report)
    return added, report


def _expect_own(folder: Path) -> None:
    """Raises OutputRefused for a folder in which somebody else's things lie."""
    try:
        others = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    except OSError as error:
        raise OutputRefused(f"It cannot be read: {error.strerror or error}.", str(folder)) from error
    if others and ARCHIVE not in others:
        message = f"There is something in it that is no rescue's ({others[0]}): name an empty folder, or one of a rescue before."
        raise OutputRefused(message, str(folder))


def _expect_there(sources: Sequence[str]) -> None:
    """Raises SourceMissing, naming every one that is not there: a word misspelt is no gap in a paper's site."""
    missing = [source for source in sources if not os.path.lexists(source)]
    if missing:
        why = "there is no such file or folder, and nothing was made: mend the name, or leave it out"
        raise SourceMissing(why, ", ".join(missing))


def _own_address(archive: Archive) -> str:
    """The site at whose addresses most stories stood."""
    hosts: Counter[str] = Counter()
    for one in archive.addresses.of_stories():
        hosts[f"https://{urlsplit(one.url).netloc}"] += 1
    return min(hosts, key=lambda host: (-hosts[host], host), default="https://archive.example")


def _write(folder: Path, archive: Archive, report: RescueReport) -> None:
    gone = map(story_path, sorted(archive.takedowns.forgotten))
    rules = redirects(archive.addresses.of_stories(), lambda story: f"/{story_place(story)}", gone)
    files = {f"redirects/{file}": "\n".join(lines_of(form, rules)) + "\n" for form, file in _RULES.items()}
    files |= rescue_tables(report.found, report.published) | report_files(report)
    for name, text in files.items():
        write_if_changed(folder, name, text.encode("utf-8", "surrogateescape"))
