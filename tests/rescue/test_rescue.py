"""backfile rescue: archive, site and report of what is left, and the gaps filled later."""

import csv
import json
from pathlib import Path

import pytest
from tests.rescue.test_mentions import AT, page, response

from backfile import Archive
from backfile.errors import OutputRefused, SourceMissing
from backfile.model.added import Progress
from backfile.publish.publishing import Published, Settings
from backfile.publish.rescue import Rescue, rescue
from backfile.publish.rescue_report import RescueReport

FEED = (
    f"<rss><channel><item><link>{AT}/?p=7</link><title>Ferry stopped</title><pubDate>Tue, 06 May 2008 17:30:00 EDT</pubDate></item>"
    f"<item><link>{AT}/lost</link><title>=1+1</title><pubDate>Mon, 05 May 2008 10:00:00 EDT</pubDate></item></channel></rss>"
)
CRANE = (
    f'<title>The crane falls</title><meta property="og:image" content="{AT}/crane.jpg"><article><h1>The crane falls</h1>'
    f'<img src="/crane.jpg" alt="The crane"><p>The crane at the harbor fell on its side at noon, as <a href="/ferry">the ferry</a> and <a href="/tug">the tug</a>'
    " had done before it, and nobody was hurt, the harbor office told reporters who had come to see it.</p><p>It will be put up again by the end of the month, the"
    " office said, and cost the town less than a new one, for which there is no money left this year.</p></article>"
)


def run(folder: Path, *sources: Path, address: str = "") -> RescueReport:
    settings = Settings(address, has_search=False)
    asked = Rescue([str(source) for source in sources], folder, settings)

    def silent(_: Progress | Published) -> None:
        pass

    report = rescue(asked, adding=silent, publishing=silent)[1]
    assert report
    return report


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def left(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("left")
    (folder / "crawl.warc").write_bytes(
        page("ferry", "Ferry stopped")
        + response(f"{AT}/crane", CRANE)
        + response(f"{AT}/feed", FEED, head="200 OK\r\nContent-Type: text/xml")
        + response(f"{AT}/?p=7", "", head="301 Moved\r\nLocation: /ferry")
        + response(f"{AT}/robots.txt", "User-agent: *", head="200 OK\r\nContent-Type: text/plain")
    )
    (folder / "addresses.txt").write_text(f"{AT}/ferry\n{AT}/bells\n")
    (folder / "found.warc").write_bytes(page("bells", "Bells are rung again"))
    return folder


@pytest.fixture(scope="module")
def rescued(left, tmp_path_factory) -> tuple[Path, RescueReport]:
    folder = tmp_path_factory.mktemp("rescued") / "to"
    return folder, run(folder, left / "crawl.warc", left / "addresses.txt")


def test_the_report_says_what_is_held_and_what_is_missing(rescued):
    folder, _ = rescued
    told = json.loads((folder / "report.json").read_bytes())
    assert told["address"] == AT
    assert (told["stories"], told["dated"], told["undated"]) == (2, {"feed": 1}, 1)
    assert told["addresses"] == {"held": 3, "saved": 0, "missing": 3}
    assert told["pictures"] == {"held": 0, "missing": 1}
    assert {(one["kind"], one["addresses"], one["held"]) for one in told["evidence"]} == {
        ("feed", 2, 1), ("list", 2, 1), ("redirect", 1, 1),
    }  # fmt: skip
    assert {one["reason"]: one["captures"] for one in told["skipped"]} == {
        "feed": 1, "http-status": 1, "address-list": 1, "not-a-page": 1,
    }  # fmt: skip
    assert "feed: 2 addresses, 1 held" in (folder / "report.txt").read_text()
    assert f"<td>{AT}/lost</td>" in (folder / "report.html").read_text()


def test_what_to_go_looking_for(rescued):
    folder, _ = rescued
    missing = {row["address"]: row for row in rows(folder / "missing-addresses.csv")}
    assert {url: row["named_by"] for url, row in missing.items()} == {
        f"{AT}/bells": "list", f"{AT}/lost": "feed", f"{AT}/tug": "link",
    }  # fmt: skip
    lost = missing[f"{AT}/lost"]
    assert (lost["headline"], lost["named_in"], lost["published"]) == (
        "'=1+1",
        f"{AT}/feed",
        "Mon, 05 May 2008 10:00:00 EDT",
    )
    assert lost["look_for"] == f"https://web.archive.org/web/20080601/{AT}/lost"
    assert [row["picture"] for row in rows(folder / "missing-pictures.csv")] == [f"{AT}/crane.jpg"]
    assert {row["address"]: row["state"] for row in rows(folder / "addresses.csv")}[f"{AT}/?p=7"] == "held"
    assert [row["address"] for row in rows(folder / "not-files.csv")] == [f"{AT}/?p=7"]


def test_the_site_answers_old_addresses_and_rules_lead_the_others(rescued):
    folder, report = rescued
    with Archive(folder / "archive") as archive:
        ferry = archive.at(f"{AT}/?p=7").story
        assert ferry
        assert ferry.id == archive.at(f"{AT}/ferry").stories[0].id
    assert f"story/{ferry.id}/" in (folder / "site" / "ferry" / "index.html").read_text()
    assert f'"/?p=7" "/story/{ferry.id}/"' in (folder / "redirects" / "nginx.conf").read_text()
    assert report.published.kept == 2


def test_again_writes_nothing_and_what_is_found_later_fills_the_gap(rescued, left):
    folder, _ = rescued
    before = {
        path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file() and "archive" not in path.parts
    }
    assert run(folder, left / "crawl.warc").published.written == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before
    later = run(folder, left / "found.warc")
    assert {one.url for one in later.found.in_state("missing")} == {f"{AT}/lost", f"{AT}/tug"}
    assert later.found.stories == 3


def test_a_folder_of_somebody_else_is_refused(tmp_path, left):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(OutputRefused, match=r"no rescue's \(thesis.txt\)"):
        run(tmp_path, left / "crawl.warc")


def test_a_source_that_is_not_there_is_said_and_nothing_is_made(tmp_path, left):
    with pytest.raises(SourceMissing, match=r"nosuch\.warc, .*nor-this: there is no such file"):
        run(tmp_path / "rescued", left / "crawl.warc", tmp_path / "nosuch.warc", tmp_path / "nor-this")
    assert not (tmp_path / "rescued").exists()


def test_links_of_a_text_lead_to_held_stories_and_keep_address_and_day_of_what_is_not(rescued):
    folder, _ = rescued
    with Archive(folder / "archive") as archive:
        ferry, crane = (archive.at(f"{AT}/{name}").stories[0].id for name in ("ferry", "crane"))
        assert archive.addresses.listed_at([f"{AT}/?p=7", f"{AT}/ferry/?utm_source=x", f"{AT}/tug"]) == {
            f"{AT}/?p=7": ferry, f"{AT}/ferry/?utm_source=x": ferry,
        }  # fmt: skip
    text = (folder / "site" / "story" / crane / "index.html").read_text()
    assert f'<a href="../../story/{ferry}/">the ferry</a>' in text
    assert f'<a href="{AT}/tug" data-originalurl="{AT}/tug" data-versiondate="2008-06-01"' in text
