"""A site published again after a change: the same, byte by byte, as one that is published into an empty folder, with few pages made."""

import hashlib
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.conftest import ADDRESS, silent
from tests.takedown.conftest import COPY, FARES, HELD, NAME, OTHER, STORY, WORD, page

import backfile
from backfile import Archive
from backfile.model.takedown_grounds import TakedownGround
from backfile.open_archive import OpenArchive
from backfile.publish import browser_search
from backfile.publish.publishing import Published, Settings, publish
from backfile.publish.site_folder import SiteFolder
from backfile.publish.written_files import LIST
from backfile.site.settings import SiteSettings

WITHOUT_SEARCH = Settings(ADDRESS, keeps_addresses=True, has_search=False)
LONE = "https://herald.example/1998/11/07/clock.html"
CLOCK = (
    "The pier clock has stopped at ten past four for the third time this autumn, and nobody at the works yard can say why it does.",
    "“It goes when it likes,” said Pier Warden Owen Marsh, who has wound it each Friday since the old warden left for the coast.",
    "The council will hear in March what a new movement would cost, and whether the bell can be kept with it as it is.",
)
FLOOD = (
    "The Mill Lane bridge was shut on Thursday when the river rose to within a foot of its deck, the works office said.",
    "“We shut it before anybody asked us to,” said Works Director Ada Penn, who walked the bank at four in the morning.",
    "Buses go round by the upper ford until the water falls, which the office does not look for before the week is out.",
)


def digests(folder: Path) -> dict[str, str]:
    """Every file of a site that a host has to serve."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("again") / "pages"
    folder.mkdir()
    for name, made in {
        "held": page(STORY, f"{NAME} held over missing lamps", "The Courier", "2003-05-20", HELD),
        "copy": page(COPY, f"Lamps gone: {NAME} held", "The Beacon", "2003-05-21", HELD),
        "fares": page(OTHER, "Ferry fares to rise", "The Courier", "2003-06-02", FARES),
        "clock": page(LONE, "Pier clock stops again", "The Herald", "1998-11-07", CLOCK),
    }.items():
        (folder / f"{name}.html").write_text(made)
    return folder


@pytest.fixture(scope="module")
def published_once(pages: Path) -> tuple[Path, Published]:
    """The archive and its site beside each other, to be copied."""
    with backfile.open(pages.parent / "back") as archive:
        archive.add(pages)
        return pages.parent, publish(archive, pages.parent / "site", WITHOUT_SEARCH, progress=silent)


Change = Callable[[OpenArchive, Callable[[str], str], Path], object]


def _added(archive: OpenArchive, _ids: Callable[[str], str], pages: Path) -> object:
    url = "https://courier.example/2004/02/12/bridge.html"
    (pages.parent / "bridge.html").write_text(page(url, "Mill Lane bridge shut", "The Courier", "2004-02-12", FLOOD))
    return archive.add(pages.parent / "bridge.html")


def _changed(archive: OpenArchive, _ids: Callable[[str], str], pages: Path) -> object:
    again = page(OTHER, "Ferry fares to rise in June", "The Courier", "2003-06-02", (*FARES, CLOCK[2]))
    (pages.parent / "fares.html").write_text(again)
    return archive.add(pages.parent / "fares.html")


CHANGES: dict[str, Change] = {
    "added": _added,
    "changed": _changed,
    "re-dated": lambda archive, ids, _: archive.settle(
        ids(OTHER), "2003-06-01", because="the paper", by="Jo Ash", despite_page=True
    ),
    "noted": lambda archive, ids, _: archive.note([ids(OTHER)], "The fares did not rise.", WORD),
    "delisted": lambda archive, ids, _: archive.delist([ids(OTHER)], TakedownGround.PRIVACY, WORD),
    "redacted": lambda archive, ids, _: archive.redact(["Ruth Hallam"], [ids(OTHER)], WORD),
    "forgotten": lambda archive, ids, _: archive.forget([ids(COPY)], TakedownGround.PRIVACY, WORD),
}

_QUICK = {"added", "forgotten"}
"""Tried in every run of the tests: a story more, and one taken down."""


@pytest.mark.parametrize(
    "change", [one if one in _QUICK else pytest.param(one, marks=pytest.mark.long) for one in CHANGES]
)
def test_after_a_change_few_pages_are_made_and_the_site_is_as_if_made_anew(
    published_once: tuple[Path, Published], pages: Path, tmp_path: Path, change: str
) -> None:
    made, first = published_once
    shutil.copytree(made / "site", tmp_path / "site")
    shutil.copytree(made / "back", tmp_path / "back")
    with backfile.open(tmp_path / "back") as archive:
        urls = {entry.url: entry.id for entry in archive.entries()}
        CHANGES[change](archive, lambda url: urls[url], pages)
    with backfile.open(tmp_path / "back") as archive:
        again = publish(archive, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
        anew = publish(archive, tmp_path / "anew", WITHOUT_SEARCH, progress=silent)
    assert digests(tmp_path / "site") == digests(tmp_path / "anew")
    assert 0 < again.made < min(anew.made, first.made) * 0.8, "a paper of its own has nothing to do with it"
    held = b"".join(path.read_bytes() for path in tmp_path.joinpath("site").rglob("*") if path.is_file())
    assert (urls[COPY].encode() in held) == (change != "forgotten"), "in the list of the files too"
    assert (b"Ruth Hallam" in held) == (change != "redacted")


def test_without_the_search_nothing_asks_for_it(published_once: tuple[Path, Published]) -> None:
    for path in (published_once[0] / "site").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<form" not in text, path
        assert not re.search(r'href="[^"]*\bsearch/', text), path


@pytest.mark.long
def test_under_other_settings_every_page_is_made(published_once: tuple[Path, Published], tmp_path: Path) -> None:
    made, first = published_once
    shutil.copytree(made / "site", tmp_path / "site")
    named = replace(WITHOUT_SEARCH, site=SiteSettings(name="The Alder Ferry archive"))
    with backfile.open(made / "back") as archive:
        again = publish(archive, tmp_path / "site", named, progress=silent)
        assert again.made == first.made
        assert publish(archive, tmp_path / "site", named, progress=silent) == replace(
            again, made=0, written=0, taken_away=0
        )
        publish(archive, tmp_path / "anew", named, progress=silent)
    assert digests(tmp_path / "site") == digests(tmp_path / "anew")


def test_a_run_that_broke_off_is_believed_as_far_as_it_came(
    published_once: tuple[Path, Published], tmp_path: Path
) -> None:
    """Broken off under other settings, then run under the first: no page of the others stays."""
    made, first = published_once
    shutil.copytree(made / "site", tmp_path / "site")
    before = digests(tmp_path / "site")

    def break_off(done: Published) -> None:
        raise KeyboardInterrupt

    with backfile.open(made / "back") as archive:
        with pytest.raises(KeyboardInterrupt):
            publish(
                archive, tmp_path / "site", replace(WITHOUT_SEARCH, address="https://other.example"), progress=break_off
            )
        changed = sum(digests(tmp_path / "site")[file] != digest for file, digest in before.items())
        assert changed
        again = publish(archive, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
    assert changed <= again.made < first.made
    assert digests(tmp_path / "site") == before


def test_files_that_somebody_touched_are_made_again(published_once: tuple[Path, Published], tmp_path: Path) -> None:
    made, _ = published_once
    shutil.copytree(made / "site", tmp_path / "site")
    before = digests(tmp_path / "site")
    (tmp_path / "site" / "about" / "index.html").write_text("mine")
    (tmp_path / "site" / "feed.atom").unlink()
    (tmp_path / "site" / "years" / "index.html").touch()  # the same bytes
    (tmp_path / "site" / ".backfile-unfinished-17").write_text(NAME)  # of a run that was killed
    with backfile.open(made / "back") as archive:
        again = publish(archive, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
    assert (again.made, again.written) == (2, 2)
    assert digests(tmp_path / "site") == before


def test_a_list_that_is_damaged_is_said(published_once: tuple[Path, Published], tmp_path: Path) -> None:
    (tmp_path / LIST).write_text("no database")
    with (
        backfile.open(published_once[0] / "back") as archive,
        pytest.raises(backfile.BackfileError, match="name an empty folder"),
    ):
        publish(archive, tmp_path, WITHOUT_SEARCH, progress=silent)


@pytest.mark.long
def test_only_the_parts_of_the_search_whose_stories_changed_are_made(
    published_once: tuple[Path, Published], pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(published_once[0] / "back", tmp_path / "back")
    monkeypatch.setattr(browser_search, "_MOST_IN_A_PART", 2)
    made: list[str] = []
    index = browser_search._index

    def noted(archive: Archive, part: browser_search._Part, site: SiteFolder) -> list[str]:
        made.append(part.name)
        return index(archive, part, site)

    monkeypatch.setattr(browser_search, "_index", noted)
    searched = replace(WITHOUT_SEARCH, has_search=True)
    with backfile.open(tmp_path / "back") as archive:
        publish(archive, tmp_path / "site", searched, progress=silent)
        assert made == ["1984-1999", "2003-2003-0", "2003-2003-1"], "1998; three stories of 2003, by their ids"
        made.clear()
        urls = {entry.url: entry.id for entry in archive.entries()}
        archive.forget([urls[LONE]], TakedownGround.PRIVACY, WORD)
    with backfile.open(tmp_path / "back") as archive:
        publish(archive, tmp_path / "site", searched, progress=silent)
        assert made == []
        assert not (tmp_path / "site" / "search" / "1984-1999").exists()
        _added(archive, urls.__getitem__, pages)
    with backfile.open(tmp_path / "back") as archive:
        publish(archive, tmp_path / "site", searched, progress=silent)
    assert made == ["2004-2007"]
    assert {path.name for path in (tmp_path / "site" / "search").iterdir() if path.is_dir()} == {
        "2003-2003-0",
        "2003-2003-1",
        *made,
    }
