"""A published site: whole, with links that lead somewhere, of no day, the same when nothing changed, and nothing left of what is gone."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.cli.ended import runner
from tests.publish.conftest import ADDRESS, SETTINGS, silent

import backfile
from backfile import Archive
from backfile.errors import ExtraMissing, OutputRefused
from backfile.publish.old_paths import old_paths
from backfile.publish.publishing import Published, Settings, publish
from backfile.publish.site_folder import SiteFolder
from backfile.publish.static_paths import file_of
from backfile.publish.written_files import LIST, UNFINISHED

WITHOUT_SEARCH = Settings(ADDRESS, has_search=False)


def _pages(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.html"))


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def test_every_link_leads_to_a_file(published: tuple[Path, Published]) -> None:
    folder, done = published
    assert done.broken == []
    pages = _pages(folder)
    assert len(pages) > 100
    for page in pages:
        tree = LexborHTMLParser(page.read_text("utf-8"))
        links = [
            node.attributes.get(name)
            for css, name in (
                ("a", "href"),
                ("link", "href"),
                ("script[src]", "src"),
                ("form", "action"),
                ("img", "src"),
            )
            for node in tree.css(css)
        ]
        for link in filter(None, links):
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            assert not parts.path.startswith("/"), (page, link)
            found = Path(os.path.normpath(page.parent / unquote(parts.path)))
            assert (found / "index.html" if found.is_dir() else found).is_file(), (page, link)


def test_a_form_asks_for_nothing_but_words(published: tuple[Path, Published]) -> None:
    folder, _ = published
    asking = {
        form for page in _pages(folder) for form in re.findall(r'<form[^>]* action="([^"]*)"', page.read_text("utf-8"))
    }
    assert asking
    assert all(form.endswith("search/") or form == "./" for form in asking), asking
    front = (folder / "index.html").read_text("utf-8")
    assert "headline:ferry" not in front, "the search in the browser knows no fields"


def test_years_are_pages_of_outlets_whose_list_is_longer_than_a_page(
    published: tuple[Path, Published], small: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = published
    assert [*folder.glob("outlet/*/section/*/index.html")]
    assert not [*folder.glob("outlet/*/**/year/*/index.html")]
    outlet = next(iter(folder.glob("outlet/*/index.html"))).read_text("utf-8")
    assert '<span class="bar-link">' in outlet, "a year is said with its stories all the same"
    monkeypatch.setattr("backfile.site.browse_pages.PAGE_SIZE", 1)
    publish(small, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
    assert [*(tmp_path / "site").glob("outlet/*/year/*/index.html")]
    assert not [*(tmp_path / "site").glob("outlet/*/section/*/*/*/index.html")]


def test_who_is_in_one_story_alone_is_read_there(sample: Archive, published: tuple[Path, Published]) -> None:
    folder, _ = published
    speakers = sample.speakers(limit=1000)
    only = sample.only_stories([one.id for one in speakers])
    assert only
    assert all(one.stories == 1 for one in speakers if one.id in only)
    assert {path.parent.name for path in folder.glob("speaker/*/index.html")} == {one.id for one in speakers} - set(
        only
    )
    listed = "".join(path.read_text("utf-8") for path in folder.glob("speakers/**/index.html"))
    for story, number in only.values():
        assert f'story/{story}/#q{number}"' in listed
        page = (folder / "story" / story / "index.html").read_text("utf-8")
        assert f'id="q{number}"' in page
        assert f'<a href="#q{number}"><bdi>' in page
    for name, stories in sample.shelves.authors():
        story = sample.shelves.only_stories([name]).get(name)
        assert (story is None) == (stories > 1)
        assert (folder / file_of(f"/author/{name}")).exists() == (story is None)
        if story:
            tree = LexborHTMLParser((folder / "story" / story / "index.html").read_text("utf-8"))
            assert not [link for link in tree.css(".byline a") if link.text() == name], "it would lead to itself"


def test_no_page_says_an_age_or_a_name_of_no_host(published: tuple[Path, Published]) -> None:
    folder, _ = published
    ages = 0
    for page in _pages(folder):
        text = page.read_text("utf-8")
        tree = LexborHTMLParser(text)
        ages += len(tree.css(".age, .entry-age"))
        assert all(not node.text().strip() for node in tree.css(".age, .entry-age")), page
        assert "static.invalid" not in text, page
    assert ages > 30
    assert "static.invalid" not in (folder / "feed.atom").read_text("utf-8")


def test_pages_say_what_a_server_says_in_headers(published: tuple[Path, Published]) -> None:
    folder, _ = published
    for page in _pages(folder):
        text = page.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        policy = LexborHTMLParser(text).css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe-inline" not in policy
        assert ("wasm-unsafe-eval" in policy) == (page.parent.name == "search")


def test_each_story_is_there_with_its_record(sample: Archive, published: tuple[Path, Published]) -> None:
    folder, done = published
    assert done.stories == len(sample)
    for story in sample:
        page = (folder / file_of(f"/story/{story.id}")).read_text("utf-8")
        assert (story.headline or "")[:20].split("’")[0].split("'")[0] in page
        assert json.loads((folder / f"story/{story.id}.json").read_bytes())["id"] == story.id


def test_the_same_again_writes_nothing_in_however_many_processes(small: Archive, tmp_path: Path) -> None:
    first = publish(small, tmp_path / "site", SETTINGS, progress=silent)
    before = _digests(tmp_path / "site")
    (tmp_path / "site" / "about" / "index.html").touch()  # so that all is made again
    other = replace(SETTINGS, address="https://other.example")
    for settings, processes in ((other, 1), (SETTINGS, 2)):
        again = publish(small, tmp_path / "site", replace(settings, processes=processes), progress=silent)
    assert (again.made, again.taken_away) == (first.made, 0)
    assert _digests(tmp_path / "site") == before
    assert (again.stories, again.files, again.kept, again.unkept) == (
        first.stories,
        first.files,
        first.kept,
        first.unkept,
    )


def test_where_nothing_changed_nothing_is_made(small: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(small, tmp_path / "site", SETTINGS, progress=silent)

    def made(*_: object) -> None:
        raise AssertionError("a page was made")

    with monkeypatch.context() as patched:
        patched.setattr("backfile.publish.publishing.make_all", made)
        again = publish(small, tmp_path / "site", SETTINGS, progress=silent)
        assert again == replace(first, made=0, written=0, taken_away=0)
        with pytest.raises(AssertionError, match="a page was made"):  # another setting
            publish(small, tmp_path / "site", replace(SETTINGS, address="https://other.example"), progress=silent)
    (tmp_path / "site" / "feed.atom").unlink()
    assert publish(small, tmp_path / "site", SETTINGS, progress=silent).written == 1


def test_old_addresses_lead_to_their_stories(sample: Archive, published: tuple[Path, Published]) -> None:
    folder, done = published
    old = old_paths(sample.addresses.of_stories(), frozenset())
    assert done.kept == sum(one.file is not None for one in old) > 3
    assert done.unkept == [(one.url, one.why_not) for one in old if one.file is None] != []
    for one in old:
        if one.file is not None:
            page = (folder / one.file).read_text("utf-8")
            link = re.search(r'<a href="([^"]+)">', page)
            assert link
            assert os.path.normpath(f"{Path(one.file).parent}/{link[1]}") == f"story/{one.story}"
            assert f'<link rel="canonical" href="{ADDRESS}/story/{one.story}/">' in page


def test_the_sitemap_lists_the_dated(sample: Archive, published: tuple[Path, Published]) -> None:
    folder, _ = published
    listed = {
        node.text
        for node in ElementTree.parse(folder / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    assert listed == {f"{ADDRESS}/story/{story.id}/" for story in sample if story.published}
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (folder / "robots.txt").read_text()


def test_a_story_that_is_taken_back_is_gone_from_every_file(small: Archive, tmp_path: Path) -> None:
    shutil.copytree(small.folder, tmp_path / "back")
    with backfile.open(tmp_path / "back") as archive:
        publish(archive, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
        before = _digests(tmp_path / "site")
        place = next(place for place, reason, _ in archive.skipped() if reason == "login-wall")
        taken = archive.take(str(place), because="it has the story's first lines", by="Ann Roy")
        publish(archive, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
        assert (tmp_path / "site" / "story" / taken.id / "index.html").is_file()
        archive.untake(taken.id, by="Ann Roy")
    with backfile.open(tmp_path / "back") as archive:
        done = publish(archive, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
    assert done.taken_away
    assert set(_digests(tmp_path / "site")) == set(before)
    held = b"".join(path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file())
    assert taken.id.encode() not in held


def test_a_folder_of_somebody_else_is_refused(sample: Archive, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("mine")
    with pytest.raises(OutputRefused, match="name an empty folder"):
        publish(sample, tmp_path, WITHOUT_SEARCH, progress=silent)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.html"]


def test_two_runs_do_not_publish_into_one_folder_at_once(small: Archive, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with SiteFolder(site):
        (site / f"{UNFINISHED}1").write_text("half of a page")
        with pytest.raises(OutputRefused, match="Another run is publishing into it: wait") as raised:
            publish(small, site, WITHOUT_SEARCH, progress=silent)
        assert raised.value.place == str(site)
        assert (site / f"{UNFINISHED}1").exists(), "the other's"
    held = "import os, sys, pathlib; from backfile.publish.site_folder import SiteFolder; SiteFolder(pathlib.Path(sys.argv[1])); os._exit(9)"
    left = subprocess.run([sys.executable, "-c", held, site], check=False)  # one that died with the folder in its hands
    assert left.returncode == 9
    assert publish(small, site, WITHOUT_SEARCH, progress=silent).stories == 2
    assert not [*site.glob(f"{UNFINISHED}*")]


def test_a_run_that_broke_off_is_gone_on_with(small: Archive, tmp_path: Path) -> None:
    class BrokenOff(Exception):
        pass

    def break_off(done: Published) -> None:
        raise BrokenOff

    with pytest.raises(BrokenOff):
        publish(small, tmp_path / "site", WITHOUT_SEARCH, progress=break_off)
    assert _pages(tmp_path / "site")
    done = publish(small, tmp_path / "site", WITHOUT_SEARCH, progress=silent)
    assert 0 < done.made < done.files
    publish(small, tmp_path / "whole", WITHOUT_SEARCH, progress=silent)
    assert _digests(tmp_path / "site") == _digests(tmp_path / "whole")


def test_the_command(
    sample: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = runner(capsys, "--archive", sample.folder)
    assert run("publish", tmp_path / "site").code == 2
    assert run("publish", tmp_path / "site", "--address", "archive.paper.example").code == 2
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine").write_text("")
    ended = run("publish", tmp_path / "site", "--address", ADDRESS, "--no-search")
    assert ended.code == 1
    assert "name an empty folder" in ended.err
    monkeypatch.setattr("backfile.publish.browser_search.find_spec", lambda _: None)
    with pytest.raises(ExtraMissing, match=r"pip install 'backfile\[publish\]'"):
        publish(sample, tmp_path / "other", SETTINGS, progress=silent)
