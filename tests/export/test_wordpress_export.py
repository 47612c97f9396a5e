"""Stories written as WordPress's export, and read again: dates, authors, sections, old addresses; the undated as drafts."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

import backfile
from backfile import Archive, Story
from backfile.export.wxr_file import DRAFTS, NO_CLOCK, OUTLETS, write_wxr

_WP = "{http://wordpress.org/export/1.2/}"
_COURIER = 'outlet:"The Aldersford Courier"'


@pytest.fixture(scope="module")
def export(sample: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wxr") / "out.xml"
    done = write_wxr(sample, sample.stories(where=_COURIER), out)
    assert done.count > 20
    assert done.lost[NO_CLOCK]
    assert OUTLETS not in done.lost
    return out


def _comparable(story: Story) -> tuple[object, ...]:
    day = story.published.value[:16] if story.published else None
    names = [author.name.casefold() for author in story.authors]
    return (story.body, day, names, story.section, set(story.tags), story.url, story.dek, story.outlet.domain)


def test_what_is_dated_comes_back_with_its_day(sample: Archive, export: Path, tmp_path: Path) -> None:
    with backfile.open(tmp_path / "again") as again:
        assert again.add(export).faults == 0
        found = {story.headline: story for story in again}
        for story in sample.stories(where=_COURIER):
            if not story.published or not story.published.date:
                assert story.headline not in found
                continue
            told = found[story.headline]
            assert _comparable(told) == _comparable(story)
            assert (told.updated and told.updated.date) == (story.updated and story.updated.date)


def test_the_undated_are_drafts_that_say_so(sample: Archive, tmp_path: Path) -> None:
    done = write_wxr(sample, sample.stories(), tmp_path / "out.xml")
    items = ElementTree.parse(tmp_path / "out.xml").iter("item")
    drafts = [item for item in items if item.findtext(f"{_WP}status") == "draft"]
    undated = [story for story in sample if not story.published or not story.published.date]
    assert len(drafts) == len(undated) == done.lost[DRAFTS]
    for draft in drafts:
        assert draft.findtext(f"{_WP}post_date") == "0000-00-00 00:00:00"
        content = draft.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
        assert content.startswith(("<p><em>This story is undated.", "<p><em>The day of this story is not known."))


def test_pictures_are_attachments_of_their_post(sample: Archive, export: Path) -> None:
    items = list(ElementTree.parse(export).iter("item"))
    posts = {item.findtext(f"{_WP}post_id"): item for item in items if item.findtext(f"{_WP}post_type") == "post"}
    attached = [item for item in items if item.findtext(f"{_WP}post_type") == "attachment"]
    told = {
        (posts[item.findtext(f"{_WP}post_parent")].findtext("link"), item.findtext(f"{_WP}attachment_url"))
        for item in attached
    }
    held = {(story.url, image.url) for story in sample.stories(where=_COURIER) for image in story.images if image.url}
    assert told == held
    assert len(told) > 3


def test_nothing_in_a_story_breaks_the_export(tmp_path: Path) -> None:
    prose = "<p>The board met ]]&gt; on Monday &amp; put &lt;script&gt; the vote on the ferry off until the fares are known to all of it.</p>"
    page = f"<h1>Mill ]]&gt;&lt;/title&gt;\x07 reopens</h1><p>March 3, 2004</p>{prose * 4}"
    (tmp_path / "page.html").write_text(page, "utf-8")
    with backfile.open(tmp_path / "back") as archive:
        archive.add(tmp_path / "page.html")
        (story,) = archive
        write_wxr(archive, archive.stories(), tmp_path / "out.xml")
    (item,) = ElementTree.parse(tmp_path / "out.xml").iter("item")
    assert item.findtext("title") == (story.headline or "").replace("\x07", " ")
    assert "&lt;script&gt;" in (item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or "")
