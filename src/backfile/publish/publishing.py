"""A whole archive as files: every page of the site, search, feed and sitemap, and the old addresses where they are to be kept."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import orjson
from markupsafe import Markup

from backfile.archive import Archive
from backfile.publish.browser_search import add_search, need_pagefind, part_names
from backfile.publish.making import Job, Made, make_all
from backfile.publish.old_paths import old_paths
from backfile.publish.script_words import script_words
from backfile.publish.site_folder import SiteFolder
from backfile.publish.sitemap import add_sitemap
from backfile.publish.static_page import StaticPages, leading_page
from backfile.publish.static_paths import file_of, relative
from backfile.site.rendering import setting
from backfile.site.settings import SiteSettings, expect_rules
from backfile.site.site_address import story_path
from backfile.wording.site_languages import site_language, speaking

_ASSETS = Path(__file__).parent / "assets"
_LAST_YEAR = 9998
"""Of an archive none of whose captures says when it was saved: nothing in it lies after that."""


@dataclass
class Published:
    """What a publishing did."""

    stories: int = 0
    files: int = 0
    made: int = 0
    """Pages that were made; of the others all that they are made of was as before."""
    written: int = 0
    """Files that were new, or other than before."""
    taken_away: int = 0
    broken: list[str] = field(default_factory=list)
    """Addresses of the site that a page links to and that are not there."""
    kept: int = 0
    """Old addresses at which a story or a page that leads to it stands."""
    unkept: list[tuple[str, str]] = field(default_factory=list)
    """(old address, why no file can stand there)"""


@dataclass(frozen=True)
class Settings:
    """How a site is published."""

    address: str
    """Where it will stand, without a slash at its end."""
    processes: int = 1
    keeps_addresses: bool = False
    has_search: bool = True
    site: SiteSettings = field(default_factory=SiteSettings)


def publish(archive: Archive, folder: Path, settings: Settings, *, progress: Callable[[Published], None]) -> Published:
    """Writes the site of the archive into the folder: what has not changed is left as it is. Raises OutputRefused, ExtraMissing."""
    if settings.has_search:
        need_pagefind()
    expect_rules(archive, settings.site)
    with speaking(site_language(settings.site.language)), SiteFolder(folder) as site:
        return _published(archive, site, settings, progress)


def _published(
    archive: Archive, site: SiteFolder, settings: Settings, progress: Callable[[Published], None]
) -> Published:
    pages = StaticPages(settings.address, _script("ages.js")[0], settings.has_search)
    job = Job(
        archive.folder, site.folder, pages, settings.site, _moment(archive), _made_with(settings, _moment(archive))
    )
    sign = hashlib.sha256(repr((archive.state(), job.sign, replace(settings, processes=1))).encode()).hexdigest()
    if (told := site.as_left(sign)) is not None:
        return Published(**{**told, "unkept": [(url, why) for url, why in told["unkept"]]})
    done = Published()
    stories = dict(sorted((entry.id, entry.published.value if entry.published else "") for entry in archive.entries()))
    done.stories = len(stories)
    for parcel in make_all(job, _first(archive, stories), settings.processes, site.begin):
        site.put(made.written for made in parcel if made.written)
        for made in parcel:
            _count(made, site, done)
        progress(done)
    _add(site, done, *_script("ages.js"))
    if settings.has_search:
        add_search(archive, site)
        _add_search_page(archive, site, pages, settings.site, done)
    if settings.keeps_addresses:
        _keep_addresses(archive, site, pages, done)
    dated = [file_of(story_path(story)) for story, day in stories.items() if day]
    add_sitemap(site, dated, settings.address, settings.site)
    done.files = len(site.made)
    told = {name: value for name, value in asdict(done).items() if name not in ("made", "written", "taken_away")}
    done.taken_away = site.finish(sign, told)
    return done


def _first(archive: Archive, stories: dict[str, str]) -> Iterator[str]:
    """The addresses that no page has to link to; stories by their days, of which those on one matter share what is asked, each before its record."""
    yield from ("/", "/about", "/feed.atom")
    for story in (*sorted(stories, key=stories.__getitem__), *archive.delisted()):
        yield from (story_path(story), story_path(story, suffix=".json"))


def _moment(archive: Archive) -> datetime:
    """The moment that pages are of: the last day of the year of the newest capture, so that a capture more changes no page but its own."""
    newest = archive.addresses.newest_capture()
    return datetime(newest.year if newest else _LAST_YEAR, 12, 31, tzinfo=UTC)


def _made_with(settings: Settings, moment: datetime) -> bytes:
    """A sign of all that pages are made with beside the archive: Backfile's own code and templates, the settings, the moment."""
    made_with = hashlib.sha256(repr((settings.address, settings.site, settings.has_search, moment)).encode())
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            made_with.update(path.read_bytes())
    return made_with.digest()


def _count(made: Made, site: SiteFolder, done: Published) -> None:
    if made.status != 200:
        done.broken.append(made.target)
        return
    site.made.add(file_of(made.target))
    done.made += not made.is_kept
    done.written += made.is_changed
    done.files = len(site.made)


def _add(site: SiteFolder, done: Published, file: str, payload: bytes) -> None:
    done.written += site.add(file, payload)


def _script(name: str) -> tuple[str, bytes]:
    """The file of a script of ours in the site's language, under a digest of what is in it, and its bytes."""
    payload = script_words((_ASSETS / name).read_text("utf-8")).encode()
    stem, suffix = name.split(".")
    return f"{stem}-{hashlib.sha256(payload).hexdigest()[:16]}.{suffix}", payload


def _add_search_page(
    archive: Archive, site: SiteFolder, pages: StaticPages, look: SiteSettings, done: Published
) -> None:
    script, payload = _script("search.js")
    _add(site, done, f"search/{script}", payload)
    templates = setting(look)
    text = templates.from_string((_ASSETS / "search.html").read_text("utf-8")).render(
        script=f"/search/{script}",
        outlets=archive.outlets()[:_MOST_OUTLETS],
        parts=Markup(orjson.dumps(part_names(site)).decode()),  # noqa: S704 - names of ours
    )
    page, _ = pages.page(text, at="search/index.html")
    _add(site, done, "search/index.html", page.encode())


_MOST_OUTLETS = 500


def _keep_addresses(archive: Archive, site: SiteFolder, pages: StaticPages, done: Published) -> None:
    """A page at each old address that can be a file, which leads to the story; the rest is told."""
    for old in old_paths(archive.addresses.of_stories(), frozenset(site.made)):
        if old.file is None:
            done.unkept.append((old.url, old.why_not or ""))
        else:
            story = file_of(story_path(old.story))
            _add(site, done, old.file, leading_page(relative(story, at=old.file), pages.own(story)).encode())
            done.kept += 1
