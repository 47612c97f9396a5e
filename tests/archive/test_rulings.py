"""What archivists say of outlets and speakers: two are one, or are not; kept, undone, and the same however the stories came."""

from pathlib import Path

import pytest
from tests.archive.told import archive_of, told
from tests.cli.ended import Run, runner
from tests.ingest.logical import dump

from backfile.archive import Archive
from backfile.archive.settled.archivist_log import read_log
from backfile.archive.settled.rulings import JOIN, PART, Ruling
from backfile.errors import ArchiveError, DayRefused, QuotationMissing
from backfile.model.capture import Capture
from backfile.model.story import Outlet, Story
from backfile.open_archive import OpenArchive

AT = "2026-11-25T22:00:00Z"
WORDS = "“It is a fine ferry and I would not be without it,” said {} on Thursday of the crossing number {}."


def story(
    n: int, name: str | None, domain: str | None, who: str = "County Commissioner Ruth Hallam"
) -> tuple[int, Story]:
    one = told(f"{domain or 'x.example'}/{n}", "2017-02-23", WORDS.format(who, n), headline=f"Ferry {n}")
    return n, one.__class__(**{**{f: getattr(one, f) for f in one.__slots__}, "outlet": Outlet(name, domain)})


STORIES = [
    story(1, "The Courier", "courier.example"),
    story(2, "The Courier", None),
    story(3, None, "courier-news.example"),
    story(4, "Weekend", "courier.example"),
    story(5, "The Post", "post.example", "Ruth Hallam, a nurse"),
    story(6, "The Post", "post.example", "Fire Chief Ruth Hallam"),
    story(7, None, "far.example", "Fire Chief Ruth Hallam"),
]


def ruling(kind: str, one: str, other: str, value: str | None) -> Ruling:
    return Ruling(kind, one, other, value, "the masthead" if value else None, "Jo Ash", AT)


@pytest.fixture
def archive(tmp_path: Path) -> OpenArchive:
    return OpenArchive(archive_of(tmp_path / "archive", STORIES))


def outlets(archive: Archive) -> dict[str, int]:
    return dict(archive.outlets())


def test_two_outlets_are_one_and_are_two_again(archive: OpenArchive) -> None:
    before = dump(archive.folder)
    assert outlets(archive) == {"The Courier": 3, "The Post": 2, "courier-news.example": 1, "far.example": 1}
    archive.rule(ruling("outlet", "the courier", "courier-news.example", JOIN))
    assert outlets(archive)["The Courier"] == 4
    assert archive.search("ferry", outlet="courier-news.example").total == 4
    assert archive.search("outlet:courier ferry").total == 4
    assert {entry.outlet for entry in archive.newest(outlet="courier.example")} == {"The Courier"}
    archive.rule(ruling("outlet", "courier-news.example", "the courier", None))
    after = dump(archive.folder)
    assert len(after.pop("rulings")) == 2
    assert [name for name in after if after[name] != before[name]] == []


def test_a_name_on_a_domain_is_an_outlet_of_its_own(archive: OpenArchive) -> None:
    archive.rule(ruling("outlet", "Weekend", "courier.example", PART))
    assert outlets(archive) == {
        "The Courier": 2,
        "The Post": 2,
        "Weekend": 1,
        "courier-news.example": 1,
        "far.example": 1,
    }
    assert archive.search("ferry", outlet="weekend").total == 1
    archive.rule(ruling("outlet", "Weekend", "The Post", JOIN))
    assert outlets(archive)["The Post"] == 3


def test_names_that_differ_in_spaces_and_marks_alone_are_one(tmp_path: Path) -> None:
    written = [
        ("WALD 7", None),
        ("Wald7", None),
        ("Wald-7", "wald.example"),
        ("Wald 8", None),
        ("The Post", "a.example"),
    ]
    named = [story(n, *outlet) for n, outlet in enumerate([*written, ("ThePost", "b.example")], 1)]
    archive = OpenArchive(archive_of(tmp_path / "archive", named))
    assert outlets(archive) == {"WALD 7": 3, "Wald 8": 1, "The Post": 1, "ThePost": 1}
    assert archive.search("ferry", outlet="wald 7").total == 3
    assert archive.search("ferry", outlet="the post").total == 1
    archive.rule(ruling("outlet", "WALD 7", "Wald7", PART))
    assert outlets(archive) == {"WALD 7": 1, "Wald7": 1, "Wald-7": 1, "Wald 8": 1, "The Post": 1, "ThePost": 1}
    assert archive.search("ferry", outlet="wald 7").total == 1
    archive.rule(ruling("outlet", "WALD 7", "Wald7", None))
    assert outlets(archive)["WALD 7"] == 3
    early = archive_of(tmp_path / "early", named[2:])
    assert dump(archive_of(early, named)) != {}
    assert dict(Archive(early).outlets()) == outlets(archive)


def test_views_that_a_ruling_parts_are_found_each(tmp_path: Path) -> None:
    text = f"The ferry sails {' '.join(f'at hour{n} and' for n in range(40))} never on Sunday."
    views = []
    for n, name in enumerate(("WALD 7", "Wald7"), 1):
        one = told(f"wald{n}.example/{n}", "2017-02-23", text, headline="Ferry hours")
        views.append(
            (n, one.__class__(**{**{f: getattr(one, f) for f in one.__slots__}, "outlet": Outlet(name, None)}))
        )
    archive = OpenArchive(archive_of(tmp_path / "archive", views))
    assert archive.search("ferry").total == 1
    archive.rule(ruling("outlet", "WALD 7", "Wald7", PART))
    assert archive.search("ferry").total == 2
    archive.rule(ruling("outlet", "WALD 7", "Wald7", None))
    assert archive.search("ferry").total == 1


def speakers(archive: Archive) -> dict[str, int]:
    return {entry.id: entry.stories for entry in archive.speakers(name="hallam")}


def test_two_speakers_are_one_and_are_two_again(archive: OpenArchive) -> None:
    before, says = speakers(archive), dump(archive.folder)
    assert sorted(before.values()) == [2, 2, 3] or len(before) > 1, before
    one, other = sorted(before)[:2]
    archive.rule(ruling("speaker", one, other, JOIN))
    joined = speakers(archive)
    assert len(joined) == len(before) - 1
    assert joined[one] == before[one] + before[other]
    assert archive.quotes(speaker=other).total == joined[one]
    archive.rule(ruling("speaker", other, one, None))
    assert speakers(archive) == before
    after = dump(archive.folder)
    after.pop("rulings")
    assert [name for name in after if after[name] != says[name]] == []


def test_a_ground_that_does_not_belong_is_parted(archive: OpenArchive) -> None:
    (post,) = [
        one for one in speakers(archive) if any(ground.value == "post.example" for _, ground in archive.grounds_of(one))
    ]
    grounds = {ground.value: person for person, ground in archive.grounds_of(post)}
    assert set(grounds) >= {"post.example", "fire chief"}
    archive.rule(ruling("speaker", grounds["fire chief"], grounds["post.example"], PART))
    apart = {ground.value for _, ground in archive.grounds_of(grounds["post.example"])}
    assert "fire chief" not in apart


def test_order_does_not_count_and_a_check_finds_nothing(tmp_path: Path) -> None:
    early, late = OpenArchive(archive_of(tmp_path / "a", STORIES[:3])), OpenArchive(archive_of(tmp_path / "b", STORIES))
    said = [
        ruling("outlet", "The Courier", "courier-news.example", JOIN),
        ruling("speaker", *sorted(speakers(late))[:2], JOIN),
    ]
    for one in said:
        late.rule(one)
    early.rule(said[0])
    archive_of(tmp_path / "a", STORIES)  # the rest comes afterwards
    early.close()
    with OpenArchive(tmp_path / "a") as opened:
        opened.rule(said[1])
    first, second = dump(tmp_path / "a"), dump(tmp_path / "b")
    assert [name for name in first if first[name] != second[name]] == []
    with Archive(tmp_path / "b") as opened:
        assert list(opened.check(lambda place: Capture(b"", f"sha256:{(place.offset or 0) // 10:064d}", place))) == []
    assert read_log(tmp_path / "b") == said


def test_what_is_not_there_is_refused(archive: OpenArchive) -> None:
    with pytest.raises(ArchiveError, match="no outlet"):
        archive.rule(ruling("outlet", "The Courier", "nowhere.example", JOIN))
    with pytest.raises(QuotationMissing):
        archive.rule(ruling("speaker", "a", "b", JOIN))
    with pytest.raises(DayRefused, match="nothing to take back"):
        archive.rule(ruling("outlet", "The Courier", "The Post", None))


def test_the_commands(archive: OpenArchive, capsys: pytest.CaptureFixture[str]) -> None:
    run: Run = runner(capsys, "-a", archive.folder)
    assert "The Courier  3 stories\n  The Courier | courier.example | Weekend\n" in run("outlet").out
    joined = run("outlet", "The Courier", "courier-news.example", "--because", "the masthead", "--by", "Jo Ash")
    assert (joined.code, joined.err) == (0, "")
    assert "The Courier and courier-news.example are one: Jo Ash, 20" in joined.out
    assert run("outlet", "The Courier", "The Post").code == 2
    assert run("outlet", "The Courier", "courier-news.example", "--undo").code == 0
    assert run("outlet", "The Courier", "courier-news.example", "--undo").code == 1
    one, other = sorted(speakers(archive))[:2]
    said = run("speaker", one, other, "--because", "her web page", "--by", "Jo Ash")
    assert said.code == 0
    assert f"{one} and {other} are one: Jo Ash" in said.out
    assert "outlet: courier.example" in run("speaker", "hallam").out
    assert run("speaker", "nobody").code == 1
    assert run("speaker", one, "--part").code == 2
