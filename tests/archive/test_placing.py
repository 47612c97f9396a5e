"""Undated stories placed by the rest of an archive: windows narrowed, likely days, in whatever order captures came."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.archive.told import START, archive_of, told

from backfile.archive import Archive
from backfile.archive.store.capture_tables import SourceState
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import outcome_of
from backfile.model.capture import Capture, Place
from backfile.model.entry import LikelyDay
from backfile.model.story import Credit, Outlet, Stamp, Story, Window
from backfile.page.build_page import build_page
from backfile.story.identity import story_id
from backfile.story.link_lists import lists_on

TEXT = (
    "Crews from six towns were working Wednesday to put out a brush fire near the old quarry, and ninety acres of peat have"
    " burned since noon, the county's fire marshal said at the roadside as the wind turned and the smoke came down."
)
WIRE = Credit("Northern Press", "Northern Press", "wire")


def archive_with(folder: Path, *stories: Story, day: int = 1) -> Archive:
    return Archive(archive_of(folder, [(day, story) for story in stories]))


def placed(archive: Archive, headline: str = "Undated") -> tuple[Window, tuple[LikelyDay, ...]]:
    (found,) = [one for one in archive.undated().stories if one.entry.headline == headline]
    story = archive.story(found.entry.id)
    assert story.published is None
    assert story.window == found.entry.window
    assert archive.likely_days(found.entry.id) == found.likely
    (listed,) = [entry for entry in archive.by_year(None) if entry.headline == headline]
    assert (listed.window.earliest, listed.window.latest) == (story.window.earliest, story.window.latest)
    return story.window, found.likely


def undated(address: str = "post.example/fire", body: str = TEXT) -> Story:
    return told(address, None, body, headline="Undated")


def test_it_is_no_newer_than_the_first_page_that_has_it(tmp_path: Path) -> None:
    first = replace(undated(), captured_at=START + timedelta(days=3))
    later = replace(undated(body=TEXT + " It is out."), captured_at=START + timedelta(days=40))
    folder = archive_of(tmp_path / "a", [(40, later), (3, first)])
    window, likely = placed(Archive(folder))
    assert window.latest == "2019-01-04"
    assert "seen first on 2019-01-04" in str(window.because[0])
    assert likely == ()


def test_a_copy_is_likely_of_its_day_and_bounds_nothing(tmp_path: Path) -> None:
    copy = told("beacon.example/a", "2017-08-09", TEXT + " More soon.", headline="Brush fire")
    window, likely = placed(archive_with(tmp_path / "a", undated(), copy, day=0))
    assert window.earliest == "1990-01-01"
    assert [(one.first, one.last) for one in likely] == [("2017-08-09", "2017-08-09")]
    assert tuple(map(str, likely[0].because)) == (
        "the same text ran as “Brush fire” (Beacon, 9 August 2017)",
        "the text names a weekday that fits a Wednesday",
    )


def test_the_same_text_at_another_address_of_the_outlet(tmp_path: Path) -> None:
    moved = told("post.example/2017/fire", "2017-08-09", TEXT, headline="Fire")
    other = told("post.example/other", "2014-01-01", "The council met, and the mayor spoke of " + "rain and snow " * 20)
    _, likely = placed(archive_with(tmp_path / "a", undated(), moved, other))
    assert [one.first for one in likely] == ["2017-08-09"]
    assert (
        str(likely[0].because[0])
        == "the same text stands at another address of this outlet: “Fire” (Post, 9 August 2017)"
    )


def agencys(published: str) -> Story:
    """The agency's own story."""
    return replace(
        told("northern.example/1", published, TEXT), outlet=Outlet("Northern Press News", "northern.example")
    )


@pytest.mark.parametrize("credited", ["here", "in a copy"])
def test_a_copy_is_no_older_than_the_story_that_its_credit_names(tmp_path: Path, credited: str) -> None:
    copy = told("b.example/1", "2017-08-11", TEXT)
    story = undated()
    if credited == "here":
        story = replace(story, credits=(WIRE,))
    else:
        copy = replace(copy, credits=(WIRE,))
    archive = archive_with(tmp_path / "a", story, copy, agencys("2017-08-10"))
    window, _ = placed(archive)
    assert (window.earliest, window.latest) == ("2017-08-10", "2019-01-02")
    assert str(window.because[1]) == (
        "the text is of Northern Press, whose own story is “A story” (Northern Press News, 10 August 2017)"
    )
    copies = archive.story(story_id(story.url, None, "")).copies
    assert [(one.outlet, one.is_source) for one in copies] == [("Northern Press News", True), ("B", False)]


def test_the_earliest_copy_bounds_nothing(tmp_path: Path) -> None:
    """Neither a copy that names its source, nor the source without a credit that names it."""
    credited = replace(told("b.example/1", "2017-08-11", TEXT), credits=(WIRE,))
    for name, other in (("a", credited), ("b", agencys("2017-08-10"))):
        window, likely = placed(archive_with(tmp_path / name, undated(), other))
        assert window.earliest == "1990-01-01"
        assert likely


def test_a_bound_that_contradicts_the_page_is_left_out(tmp_path: Path) -> None:
    """The page was saved before its source ran: it cannot be from after that."""
    window, likely = placed(archive_with(tmp_path / "a", replace(undated(), credits=(WIRE,)), agencys("2021-08-09")))
    assert (window.earliest, window.latest) == ("1990-01-01", "2019-01-02")
    assert likely == ()


QUOTE = "“You put it out on top and it walks away underneath, all night long,” said Fire Marshal Anita Lowell."


def test_a_story_with_the_same_quotation(tmp_path: Path) -> None:
    follow_up = told("beacon.example/a", "2017-08-10", f"The fire is out. {QUOTE} Rain came at noon.", headline="Out")
    story = undated(body=f"Ninety acres burned on Wednesday. {QUOTE}")
    window, likely = placed(archive_with(tmp_path / "a", story, follow_up))
    assert window.earliest == "1990-01-01"
    assert [one.first for one in likely] == ["2017-08-10"]
    assert "is also in “Out” (Beacon, 10 August 2017)" in str(likely[0].because[0])


def test_two_seldom_quoted_speakers_in_common(tmp_path: Path) -> None:
    both = "“{} it is,” said Fire Marshal Anita Lowell. “{} it was,” said Farmer Union Secretary Paul Dunn."
    follow_up = told("post.example/a", "2017-08-10", both.format("Dry", "Wet"), headline="Out")
    one_only = told("post.example/b", "2011-01-01", "“Cold it is,” said Fire Marshal Anita Lowell.", headline="Cold")
    _, likely = placed(archive_with(tmp_path / "a", undated(body=both.format("Hot", "Grim")), follow_up, one_only))
    assert [one.first for one in likely] == ["2017-08-10"]
    assert tuple(map(str, likely[0].because)) == (
        "Anita Lowell and Paul Dunn are also quoted in “Out” (Post, 10 August 2017)",
    )


def test_speakers_who_are_always_quoted_say_nothing(tmp_path: Path) -> None:
    both = "“{} it is,” said Fire Marshal Anita Lowell. “{} it was,” said Farmer Union Secretary Paul Dunn."
    often = [told(f"post.example/a{n}", f"2017-0{n % 9 + 1}-01", both.format(f"Dry{n}", f"Wet{n}")) for n in range(12)]
    _, likely = placed(archive_with(tmp_path / "a", undated(body=both.format("Hot", "Grim")), *often))
    assert likely == ()


def test_another_version_of_the_page_has_a_date(tmp_path: Path) -> None:
    dated = told("post.example/fire", "2017-08-09", TEXT, headline="Fire")
    folder = archive_of(tmp_path / "a", [(1, dated), (9, undated())])
    window, likely = placed(Archive(folder))
    assert window.earliest == "1990-01-01"
    assert likely[0].first == "2017-08-09"
    assert str(likely[0].because[0]) == (
        "another version of the page, saved on 2 January 2019, says that it was published on 9 August 2017"
    )


def test_an_older_version_without_a_date_is_placed_by_the_newest(tmp_path: Path) -> None:
    dated = told("post.example/fire", "2017-08-09", TEXT, headline="Fire")
    archive = Archive(archive_of(tmp_path / "a", [(1, undated()), (9, dated)]))
    (entry,) = archive.newest()
    older = archive.story(entry.id).versions[0].id
    assert archive.story(entry.id, version=older).published is None
    assert [one.first for one in archive.likely_days(entry.id, version=older)] == ["2017-08-09"]
    assert archive.likely_days(entry.id) == ()


def test_the_weekdays_of_a_short_window(tmp_path: Path) -> None:
    text = "The bridge was closed on December 20, 2018. It opened again on Wednesday."
    _, likely = placed(archive_with(tmp_path / "a", undated(body=text), day=0))
    assert [one.first for one in likely] == ["2018-12-20", "2018-12-26", "2018-12-27"]
    assert placed(archive_with(tmp_path / "b", undated(body=text), day=300))[1] == ()


def test_words_that_a_paper_puts_its_own_way_point_nowhere(tmp_path: Path) -> None:
    told_so = "The fire marshal said that surveillance video will shed more light on the investigation of the fire."
    later = told("beacon.example/a", "2017-08-10", told_so, headline="Another fire")
    assert placed(archive_with(tmp_path / "a", undated(body=f"It burned. {told_so}"), later))[1] == ()


def test_quotations_are_listed_with_the_narrowed_window(tmp_path: Path) -> None:
    archive = archive_with(tmp_path / "a", undated(body=QUOTE))
    assert archive.quotes().quotations[0].window.latest == placed(archive)[0].latest == "2019-01-02"


def test_a_capture_of_the_afternoon_may_be_of_the_next_day_farther_east(tmp_path: Path) -> None:
    with Store(tmp_path / "a") as store:
        capture = Capture(b"", "sha256:1", Place("/x"), "https://post.example/fire", START + timedelta(hours=13))
        store.add(outcome_of(capture, undated()))
        store.commit()
    assert placed(Archive(tmp_path / "a"))[0].latest == "2019-01-02"


def test_a_change_that_the_page_states(tmp_path: Path) -> None:
    changed = replace(undated(), updated=Stamp("2017-08-10", "day", "unknown", "visible", "x"))
    _, likely = placed(archive_with(tmp_path / "a", changed))
    assert [one.first for one in likely] == ["2017-08-10"]


def numbered_stories(count: int) -> list[Story]:
    first = date(2015, 3, 2)
    return [
        told(f"post.example/?p={100 + n * 10}", str(first + timedelta(days=n * 3)), f"Story {n}.") for n in range(count)
    ]


def test_between_two_numbers(tmp_path: Path) -> None:
    story = undated("post.example/?p=125", "It rained on Wednesday.")
    window, likely = placed(archive_with(tmp_path / "a", story, *numbered_stories(6)))
    assert window.earliest == "1990-01-01", "six stories are too few to bound a window"
    assert [one.first for one in likely] == ["2015-03-11"]  # a Wednesday between 8 and 11 March
    assert "comes after 120 (8 March 2015) and before 130 (11 March 2015)" in str(likely[0].because[0])
    assert "all 6 dated stories" in str(likely[0].because[0])


def test_ten_numbers_bound_the_window_with_a_month_on_each_side(tmp_path: Path) -> None:
    story = undated("post.example/?p=125", "It rained.")
    window, _ = placed(archive_with(tmp_path / "a", story, *numbered_stories(10)))
    assert (window.earliest, window.latest) == ("2015-02-05", "2015-04-11")


def test_numbers_of_another_outlet_say_nothing(tmp_path: Path) -> None:
    story = undated("other.example/?p=125", "It rained.")
    assert placed(archive_with(tmp_path / "a", story, *numbered_stories(12)))[1] == ()


def test_nothing_depends_on_the_order_in_which_captures_came(tmp_path: Path) -> None:
    story = undated("post.example/?p=125")
    copy = replace(told("a.example/1", "2015-03-09", TEXT), credits=(WIRE,))
    stories = [(4, one) for one in (story, copy, *numbered_stories(12))]
    ways = [stories, stories[::-1], stories[5:] + stories[:5]]
    found = [
        placed(Archive(archive_of(tmp_path / str(number), way, batch=1 + number * 4)))
        for number, way in enumerate(ways)
    ]
    assert found[0] == found[1] == found[2]
    assert found[0][1]


FRONT = """<html><body><nav><a href="/news">News from all of Wren County</a> <a href="/schools">Schools of the whole county</a>
<a href="/about">About this newspaper and us</a></nav><main>{}</main>
<aside><div><a href="/s8">Most read: the eighth story of all</a></div><div><a href="/s2">Most read: the second story</a></div>
<div><a href="/s5">Most read: the fifth story of all</a></div></aside></body></html>"""
ITEM = '<div class="card"><a href="/{0}"><img src="x.jpg"></a><h3><a href="/{0}">A headline of the story {0} here</a></h3></div>'


def front(order: list[str]) -> bytes:
    return FRONT.format("".join(ITEM.format(name) for name in order)).encode()


def with_front(folder: Path, stories: list[Story], payload: bytes, *, day: int = 60) -> Archive:
    """The stories, and a section front that was saved that many days after the first."""
    archive_of(folder, [(90, story) for story in stories])
    capture = Capture(
        payload, "sha256:front", Place("/front.html"), "https://post.example/", START + timedelta(days=day)
    )
    with Store(folder) as store:
        store.begin_source(SourceState("/front.html", 1, 1, "digest"), copied=False)
        lists = lists_on(build_page(capture)).lists
        store.add(outcome_of(capture, Story(id="", kind="listing"), lists))
        store.commit()
    return Archive(folder)


def dated_stories() -> list[Story]:
    first = date(2018, 5, 1)
    return [
        told(f"post.example/s{n}", str(first + timedelta(days=2 * n)), f"Story {n}.", headline=f"S{n}")
        for n in range(9)
    ]


def test_the_lists_of_a_page() -> None:
    page = build_page(Capture(front(["s3", "s2", "s1"]), "", Place("x"), "https://post.example/"))
    ids = {name: story_id(f"https://post.example/{name}", None, "") for name in ("s1", "s2", "s3", "s5", "s8")}
    found = lists_on(page).lists
    assert tuple(ids[name] for name in ("s3", "s2", "s1")) in found
    assert tuple(ids[name] for name in ("s8", "s2", "s5")) in found
    assert (
        lists_on(
            build_page(Capture(b"<a href=/x>only this long headline</a>", "", Place("x"), "https://p.example/"))
        ).lists
        == ()
    )
    assert lists_on(build_page(Capture(front(["s3", "s2", "s1"]), "", Place("x")))).lists == ()


def test_between_two_stories_of_a_list(tmp_path: Path) -> None:
    order = ["s8", "s7", "s6", "s5", "fire", "s4", "s3", "s2", "s1", "s0"]
    archive = with_front(tmp_path / "a", [*dated_stories(), undated(body="It rained on Thursday.")], front(order))
    window, likely = placed(archive)
    assert (window.earliest, window.latest) == ("2018-04-08", "2018-06-11")
    assert likely[0].first == "2018-05-10"  # the Thursday between 9 and 11 May
    assert "between “S5” (Post, 11 May 2018) and “S4” (Post, 9 May 2018), and all 9 dated stories" in str(
        likely[0].because[0]
    )


@pytest.mark.parametrize(
    "order",
    [
        ["fire", "s8", "s7", "s6", "s5", "s4", "s3", "s2"],
        ["s8", "s7", "s6", "s5", "s4", "fire"],
        ["s1", "s7", "s2", "fire", "s8", "s0", "s4"],
        ["s8", "s7", "fire", "s6", "s5"],
    ],
    ids=["pinned at the top", "at the end", "in no order", "too few"],
)
def test_lists_that_say_only_that_it_was_there(tmp_path: Path, order: list[str]) -> None:
    archive = with_front(tmp_path / "a", [*dated_stories(), undated()], front(order))
    window, likely = placed(archive)
    assert (window.earliest, window.latest) == ("1990-01-01", "2019-03-02")
    assert str(window.because[0]) == "a page that was saved on 2019-03-02 links to it"
    assert likely == ()


def test_the_undated_of_one_outlet(tmp_path: Path) -> None:
    archive = archive_with(tmp_path / "a", undated(), undated("other.example/x", "It snowed."), *dated_stories())
    assert archive.undated().total == 2
    for name in ("Post", "post", "post.example"):
        assert [one.entry.outlet for one in archive.undated(outlet=name).stories] == ["Post"]
    assert archive.undated(outlet="nobody").total == 0
    assert len(archive.undated(limit=1).stories) == 1
    assert archive.undated(limit=1, offset=1).stories == archive.undated().stories[1:]
