"""Stories and pictures that the owner keeps and does not show: by credit, outlet and day, in every output, and counted."""

from pathlib import Path

import pytest

from backfile.archive.takedowns.leave_out_rules import LeaveOutRules, day_span
from backfile.errors import BackfileError, StoryLeftOut, TakedownRefused
from backfile.model.story import Credit
from backfile.open_archive import OpenArchive
from backfile.site.app import open_app
from tests.cli.ended import runner
from tests.site.client import Client
from tests.takedown.conftest import COPY, OTHER, STORY, WORD, Ids


def record(**fields: object) -> dict[str, object]:
    return {"byline": None, "dateline": None, "credits": [], **fields}


def credit(raw: str, role: str) -> dict[str, object]:
    return Credit(raw, raw, role).to_dict()


def test_a_credit_leaves_out_the_words_that_are_owed_to_it() -> None:
    rules = LeaveOutRules(story_credits=("Associated Press", "AP"))
    assert rules.is_credited(record(credits=[credit("The Associated Press", "wire")]))
    assert rules.is_credited(record(byline="By ANN LEE, associated press"))
    assert rules.is_credited(record(dateline={"raw": "ALDER FERRY (AP) —"}))
    assert not rules.is_credited(record(credits=[credit("AP contributed to this report", "contributed")]))
    assert not rules.is_credited(record(credits=[credit("AP Photo", "photo")]))
    assert not rules.is_credited(record(byline="By Al Apple, with the Depressed Associates"))
    assert LeaveOutRules(picture_credits=("Getty",)).hides_picture(None, "A ferry. Photo: getty")


@pytest.mark.parametrize("text", ["", "..", "May", "2001-13", "1997..1995", "1995...1997"])
def test_what_names_no_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"2017-02-23|names no days|calendar"):
        day_span(text)


def test_days_leave_out_what_lies_wholly_in_them() -> None:
    first, last = day_span("2003-05").first, day_span("2003-05").last
    assert first is not None
    assert last is not None
    assert LeaveOutRules(days=("..2003-05",)).is_of_days(first, last)
    assert LeaveOutRules(days=("2003",)).is_of_days(first, last)
    assert not LeaveOutRules(days=("2003-05-20..",)).is_of_days(first, last)
    assert not LeaveOutRules(days=("1900..",)).is_of_days(None, None)


def test_an_outlet_is_kept_and_in_no_output(archive: OpenArchive, ids: Ids) -> None:
    assert archive.leave_out(LeaveOutRules(outlets=("BEACON.example",)), WORD) == 1
    assert {entry.id for entry in archive.entries()} == {ids(STORY), ids(OTHER)}
    assert [name for name, _ in archive.outlets()] == ["The Courier"]
    assert archive.stats().left_out == 1
    assert archive.search("deckhand").total == 1
    with pytest.raises(StoryLeftOut):
        archive.story(ids(COPY))
    assert ids(COPY) not in archive
    assert archive.at(COPY).stories == ()
    assert COPY not in [one.url for one in archive.addresses.of_stories()]
    assert all(copy.id != ids(COPY) for copy in archive.story(ids(STORY)).copies)
    site = Client(archive)
    for path in (f"/story/{ids(COPY)}", f"/at/{COPY}", f"/raw/{ids(COPY)}", f"/story/{ids(COPY)}.json"):
        assert site.get(path).status_code == 404, path
    assert "does not show this story" in site.get(f"/story/{ids(COPY)}").text
    assert "Beacon" not in site.get("/outlets").text + site.get("/").text + site.get("/about").text
    assert "kept, and not shown by the rules" in site.get("/about").text
    archive.leave_in(WORD)
    assert archive.story(ids(COPY)).id in {entry.id for entry in archive.entries()}
    with pytest.raises(TakedownRefused, match="nothing to take back"):
        archive.leave_in(WORD)


def test_rules_hold_for_what_is_added_later(tmp_path: Path, pages: Path) -> None:
    with OpenArchive(tmp_path / "back") as archive:
        archive.add(pages / "fares.html")
        archive.leave_out(LeaveOutRules(days=("2003-05",)), WORD)
        assert archive.add(pages / "copy.html").stories == 1
        assert (len(archive), archive.stats().left_out) == (1, 1)
        assert [*archive.check()] == []


def test_rules_come_from_a_site_toml(archive: OpenArchive, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    site.write_text('[leave-out]\noutlets = ["beacon.example"]\ndays = ["2003-06"]\npicture-credits = ["Getty"]\n')
    archive.close()
    with pytest.raises(BackfileError, match="backfile leave-out"):
        open_app(archive.folder, beside=False, site=site)
    run = runner(capsys, "--archive", archive.folder)
    done = run("leave-out", site)
    assert done.out == "2 stories are kept and not shown; 1 are shown.\n"
    open_app(archive.folder, beside=False, site=site)
    assert run("leave-out", "--undo").out == "Nothing is left out any more: 3 stories are shown.\n"
    assert run("leave-out").code == 2
    site.write_text('[leave-out]\ndays = ["May"]\n')
    assert "is not a date" in run("leave-out", site).err
