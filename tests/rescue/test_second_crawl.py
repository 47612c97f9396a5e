"""The second crawl of the sample papers: what it dates, finds and leads to."""

import shutil
from pathlib import Path

from samples.pages import COURIER_NOW, POST, WALD

import backfile
from backfile.publish.rescue_findings import find

SECOND = Path(__file__).parents[2] / "samples" / "second"
FIRE, BUSES = f"{WALD}/news/crews-battle-stubborn-brush-fire/", f"{POST}/?p=1483"


def test_what_the_second_crawl_brings(served_sample, tmp_path):
    shutil.copytree(served_sample, tmp_path / "back")
    with backfile.open(tmp_path / "back") as archive:
        before = find(archive)
        assert all(archive.at(url).stories[0].published is None for url in (FIRE, BUSES))
        versions = archive.stats().versions
        archive.add(SECOND)
        after = find(archive)
        days = [stamp.value[:10] for url in (FIRE, BUSES) if (stamp := archive.at(url).stories[0].published)]
        assert days == ["2017-08-09", "2014-09-16"]
        assert after.dated["feed"] == 2
        assert archive.stats().versions == versions + 1  # the page that the first crawl had cut off
        led = archive.at(f"{COURIER_NOW}/vaccine-line").stories[0]
        assert led.url == f"{COURIER_NOW}/health/drive-in-testing-site"
        assert f"{COURIER_NOW}/vaccine-line" in {one.url for one in archive.addresses.of_stories()}
        assert led.url in {one.url for one in archive.addresses.of_stories()}  # saved by hand: the page gives it
    assert [sum(one.is_held for one in found.pictures) for found in (before, after)] == [0, 4]
    assert {one.url for one in after.in_state("missing")} == {
        f"{COURIER_NOW}/news/otter-has-a-name",
        f"{COURIER_NOW}/storm-damage",
        f"{POST}/2014/09/12/ferry-crew-wins-a-raise/",
        f"{WALD}/2018/01/30/bell-times-to-change/",
    }
