"""Searching: the search line, dates, outlets, excerpts, and an index that can be lost."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told
from tests.pages import bundle, page

import backfile
from backfile.archive import Archive
from backfile.archive.integrity.upgrade import upgrade_archive
from backfile.archive.search.query import parse_query
from backfile.errors import ArchiveError, QueryError
from backfile.ingest import add_sources

STORIES = {
    "fire": page("Barn fire", "<!-- published: 2017-02-23 -->The mayor reports that a barn burned on Mill Road."),
    "flood": page(
        "Flood",
        "<!-- published: 2018-05 --><!-- authors: Tom Birch, Eve Ash -->Mill workers fled the river. The road to the mill was closed.",
    ),
    "vote": page("Vote", "<!-- published: 2019 --><!-- outlet: The Élan --><!-- byline: By Ann Roe -->Mayors vote."),
    "old": page("No date", "A mayor speaks in the town hall. " + "Nothing more was said. " * 30 + "A goose flew."),
    "tokyo": page("東京", "<!-- published: 2018-05-31 -->東京都知事は記者会見で述べた。"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        from tests import pages, reading

        patch.setattr("backfile.capture.source_files", pages.source_files, raising=False)
        patch.setattr("backfile.capture.read_captures", pages.read_captures, raising=False)
        patch.setattr("backfile.workers.read_page", reading.read_page)
        source = bundle(place / "a.lines", [(f"https://t.example/{k}", None, v) for k, v in STORIES.items()])
        add_sources(place / "archive", [source])
    return place / "archive"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mayor", {"fire", "vote", "old"}),
        ("mayors", {"fire", "vote", "old"}),
        ("MAYOR report", {"fire"}),
        ('"mayor reports"', {"fire"}),
        ('"mayor report"', set()),
        ('"mayors"', {"vote"}),
        ("mill -river", {"fire"}),
        ("-mill", {"vote", "old", "tokyo"}),
        ("barn OR vote", {"fire", "vote"}),
        ("mayor barn OR vote", {"fire", "vote"}),
        ("headline:flood", {"flood"}),
        ("headline:mill", set()),
        ("byline:roe", {"vote"}),
        ('byline:"tom birch" eve', {"flood"}),
        ('byline:"birch eve"', set()),
        ('outlet:"the elan"', {"vote"}),
        ("Élan OR elan byline:ANN", set()),
        ("知事", {"tokyo"}),
        ("事知", set()),
        ("mill-road", {"fire"}),
        ("nosuchword", set()),
        ("mayor AND barn", {"fire"}),
        ("mayor NOT barn", {"vote", "old"}),
        ("mayor AND NOT (barn OR vote)", {"old"}),
        ("NOT (mill OR mayor)", {"tokyo"}),
        ("(barn OR vote) mayor", {"fire", "vote"}),
        ("mill OR (mayor vote)", {"fire", "flood", "vote"}),
        ('"mayor that"~1', {"fire"}),
        ('"mayor that"', set()),
        ("may*", {"fire", "vote", "old"}),
        ("wor*", {"flood"}),
        ("headline:flo*", {"flood"}),
        ("headline:(barn OR flood)", {"fire", "flood"}),
        ("author:birch", {"flood"}),
        ("author:roe", set()),
        ("outlet:elan", {"vote"}),
        ("-outlet:elan mayor", {"fire", "old"}),
        ("kind:story mayor", {"fire", "vote", "old"}),
        ("kind:gallery", set()),
        ("from:2018 to:2018-05-30", {"flood"}),
        ("mill from:2018", {"flood"}),
        ("barn OR from:2019", {"fire", "vote"}),
        ("undated:yes", {"old"}),
        ("mayor undated:no", {"fire", "vote"}),
        ("updated:2019", set()),
        ("at 10:30", set()),
        ("https://t.example mayor", set()),
    ],
)
def test_search_line(archive: Archive, query: str, found: set[str]) -> None:
    result = archive.search(query)
    assert {(entry.url or "").rpartition("/")[2] for entry in result.entries} == found
    assert result.total == len(found)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?! --", "no word"),
        ('"town hall', "quotation mark"),
        ("OR fire", "OR stands"),
        ("fire OR", "OR stands"),
        ("fire OR OR flood", "OR stands"),
        ('title:"town hall"', "no field title:"),
        ("title:hall", "no field title:"),
        ("x" * 1001, "longer"),
        ("AND fire", "AND stands"),
        ("fire AND", "AND stands"),
        ("fire AND AND flood", "AND stands"),
        ("fire NOT", "NOT stands"),
        ("(fire flood", "not closed"),
        ("fire) flood", "closes nothing"),
        ("(" * 60 + "a" + ")" * 60, "too many parentheses"),
        (" ".join(f"{one}*" for one in "abcdefghijk"), "more than 10 words with a"),
        ("+fire", "leave . out"),
        ("fire^2", "leave . out"),
        ("ferry~1", "goes with a phrase"),
        ("fe?ry", "at the end of a word"),
        ("fe*ry", "at the end of a word"),
        ("* fire", "at the end of a word"),
        ("fire && flood", "write AND"),
        ("fire || flood", "write OR"),
        ("[2017 TO 2018]", "from:"),
        ("!fire", "write NOT"),
        ("from:yesterday", "from: .* is not a date"),
        ("to:2017-02-31", "in the calendar"),
        ("undated:maybe", "undated:yes"),
        ("fire NEAR flood", "no NEAR"),
        ("fire NEAR/5 flood", "no NEAR/5"),
        ("fire XOR flood", "no XOR"),
        ('"ferr* boat"', "in a phrase"),
        ("outlet:*", "outlet: what"),
        ("from: 2017", "without a space"),
    ],
)
def test_bad_search_lines(archive: Archive, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        archive.search(query)


def ids(archive: Archive, query: str, since: date | None = None, until: date | None = None) -> list[str]:
    found = archive.search(query, since=since, until=until, sort="date").entries
    return [(entry.url or "").rpartition("/")[2] for entry in found]


def test_what_is_asked_twice_is_looked_for_once() -> None:
    assert parse_query("ferry ferry (ferry OR ferry)") == parse_query("ferry")


def test_a_page_of_what_was_found_is_the_same_page_however_it_is_ordered(archive: Archive) -> None:
    every = [entry.id for entry in archive.search("mayor OR mill", sort="date").entries]
    paged = [archive.search("mayor OR mill", sort="date", limit=1, offset=at).entries[0].id for at in range(4)]
    assert paged == every
    assert archive.search("mayor OR mill", limit=5, offset=4).entries == ()


@pytest.mark.parametrize("query", ["mayor OR mill", "", "undated:yes", "from:1990 mayor OR mill"])
def test_all_found_are_gone_through_page_by_page(archive: Archive, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    monkeypatch.setattr("backfile.archive.search.run_search._AT_ONCE", 1)
    found = [story.id for story in archive.stories(where=query)]
    every = archive.search(query, sort="date", limit=100).entries
    assert sorted(found) == sorted(entry.id for entry in every)
    dated = [entry.id for entry in every if entry.published]
    assert found[: len(dated)] == dated


def test_words_that_are_not_there_are_answered_with_those_that_are(archive: Archive) -> None:
    assert archive.search("mayer").suggestions == ("mayor",)
    assert archive.search("toen hall").suggestions == ("town",)
    assert archive.search("xyzzy").suggestions == ()
    assert archive.search("mayor").suggestions == ()


def test_a_word_is_found_in_the_endings_of_its_story_s_language(tmp_path: Path) -> None:
    stories = {
        "en": told("a.example/en", "2017-01-01", "The council reported that it was informed of the plans."),
        "de": told("a.example/de", "2017-01-01", "Der Rat informierte die Bürger. Die Häuser am Fluss sind alt."),
        "fr": told("a.example/fr", "2017-01-01", "Le conseil a informé les habitants des maisons au bord de l’eau."),
        "ru": told("a.example/ru", "2017-01-01", "Совет города сообщил о новых домах у реки."),
        "el": told("a.example/el", "2017-01-01", "Ο δήμαρχος μίλησε για τα νέα σπίτια στην πόλη."),
    }
    given = [(at, replace(story, language=language)) for at, (language, story) in enumerate(stories.items())]
    with Archive(archive_of(tmp_path / "a", given)) as archive:

        def found(query: str) -> set[str]:
            return {(entry.url or "").rpartition("/")[2] for entry in archive.search(query).entries}

        assert found("reports") == {"en"}
        assert found("plan") == {"en"}
        assert found("haus") == found("häusern") == found("HAUSER") == {"de"}
        assert found("maison") == {"fr"}
        assert found("дом") == {"ru"}
        assert found("ΜΊΛΗΣΕ") == found("μιλησε") == {"el"}
        assert found("informiert") == {"de"}


def test_dates(archive: Archive) -> None:
    words = "mayor OR mill OR 東"
    assert ids(archive, words) == ["vote", "tokyo", "flood", "fire", "old"]
    assert ids(archive, words, until=date(2018, 1, 1)) == ["fire"]
    assert ids(archive, words, since=date(2018, 5, 20), until=date(2018, 5, 21)) == ["flood"]
    assert ids(archive, words, since=date(2018, 6, 1)) == ["vote"]
    assert ids(archive, words, since=date(2019, 12, 31)) == ["vote"]
    assert ids(archive, words, since=date(2020, 1, 1)) == []
    assert ids(archive, words, until=date(2017, 2, 23), since=date(2017, 2, 23)) == ["fire"]


def test_without_words_it_is_a_list_by_date(archive: Archive) -> None:
    assert ids(archive, "") == ["vote", "tokyo", "flood", "fire", "old"]
    assert ids(archive, " ", since=date(2018, 1, 1), until=date(2018, 5, 31)) == ["tokyo", "flood"]
    found = archive.search("", until=date(2018, 1, 1), sort="rank")
    assert [entry.headline for entry in found.entries] == ["Barn fire"]
    assert found.undated_left_out == 1
    assert archive.search("", outlet="the elan").total == 1
    assert archive.search("", limit=2, offset=4).entries[0].headline == "No date"


def test_the_undated_alone(archive: Archive) -> None:
    assert [entry.headline for entry in archive.search("mayor", undated=True).entries] == ["No date"]
    assert archive.search("", undated=True).total == 1
    assert archive.search("barn", undated=True).total == 0
    with pytest.raises(QueryError, match="no side of a day"):
        archive.search("mayor", undated=True, since=date(2018, 1, 1))


def test_counts(archive: Archive) -> None:
    found = archive.search("mayor OR mill")
    assert found.years == ((2019, 1), (2018, 1), (2017, 1), (None, 1))
    assert found.outlets == (("The Élan", 1),)
    assert found.undated_left_out == 0
    assert archive.search("mayor", since=date(2000, 1, 1)).undated_left_out == 1
    assert archive.search("mayor", outlet="the elan").total == 1
    assert archive.search("mayor", limit=1, offset=1).total == 3
    with pytest.raises(QueryError, match="no order"):
        archive.search("mayor", sort="size")


def test_excerpts_and_marks(archive: Archive) -> None:
    [entry] = archive.search("goose").entries
    assert entry.excerpt.startswith("… ")
    assert [entry.excerpt[a:b] for a, b in entry.marks] == ["goose"]
    [entry] = archive.search("report headline:barn").entries
    assert [entry.excerpt[a:b] for a, b in entry.marks] == ["reports", "barn"]
    assert entry.published is not None


def test_an_index_that_is_lost_or_damaged_is_made_again(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "archive")
    shutil.rmtree(copy / "search")
    searched_after_an_upgrade(copy)
    for path in (copy / "search").glob("*.json"):
        path.write_bytes(b"{damaged")
    searched_after_an_upgrade(copy)
    (copy / "search" / "meta.json").write_bytes(b"damaged")
    searched_after_an_upgrade(copy)


def searched_after_an_upgrade(folder: Path) -> None:
    with Archive(folder) as archive, pytest.raises(ArchiveError, match="backfile upgrade"):
        archive.search("mayor")
    upgrade_archive(folder)
    with Archive(folder) as archive:
        assert archive.search("mayor").total == 3


def test_a_search_says_what_the_index_does_not_have_yet(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "archive")
    old = shutil.copytree(copy / "search", tmp_path / "search")
    add_sources(copy, [bundle(tmp_path / "b.lines", [("https://t.example/new", None, STORIES["fire"])])])
    with Archive(copy) as archive:
        assert (archive.search("mayor").total, archive.search("mayor").stories_behind) == (4, 0)
    shutil.rmtree(copy / "search")
    shutil.copytree(old, copy / "search")
    with Archive(copy) as archive:
        assert (archive.search("mayor").total, archive.search("mayor").stories_behind) == (3, 1)
        assert [fault.message for fault in archive.check()][-1].startswith("1 stories are newer than the index")
    upgrade_archive(copy)
    with Archive(copy) as archive:
        assert (archive.search("mayor").total, archive.search("mayor").stories_behind) == (4, 0)


def test_an_index_that_cannot_be_made_is_found_by_check(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "archive")
    shutil.rmtree(copy / "search")
    (copy / "search").write_text("in the way")
    with Archive(copy) as archive:
        assert [fault.place for fault in archive.check()] == [str(copy / "search")]


def test_lists(archive: Archive) -> None:
    names = {entry.url: entry.headline for entry in archive.newest()}
    assert list(names.values()) == ["Vote", "東京", "Flood", "Barn fire"]
    assert [entry.headline for entry in archive.newest(limit=1, offset=1)] == ["東京"]
    assert [entry.headline for entry in archive.newest(outlet="The Élan")] == ["Vote"]
    assert [entry.headline for entry in archive.by_year(2018)] == ["東京", "Flood"]
    assert [entry.headline for entry in archive.by_year(None)] == ["No date"]
    assert archive.years() == ((2019, 1), (2018, 2), (2017, 1), (None, 1))
    assert archive.outlets() == (("The Élan", 1),)


def test_a_reader_sees_what_a_writer_adds(tmp_path: Path) -> None:
    source = bundle(tmp_path / "a.lines", [("https://t.example/1", None, STORIES["fire"])])
    with backfile.open(tmp_path / "archive") as archive:
        archive.add(source)
        assert archive.search("mayor").total == 1
        bundle(source, [(f"https://t.example/{n}", None, STORIES["fire"]) for n in range(3)])
        add_sources(tmp_path / "archive", [source])
        assert archive.search("mayor").total == 3
        assert len(archive.newest()) == 3


def test_a_search_loads_nothing_that_reads_pages_or_compares_texts(archive: Archive) -> None:
    program = (
        "import sys\nfrom backfile.archive import Archive\n"
        f"with Archive({str(archive.folder)!r}) as archive:\n"
        "    archive.search('goose'), archive.search('', undated=True), archive.newest(), archive.stats()\n"
        "not_needed = {'numpy', 'rapidfuzz', 'backfile.label', 'backfile.quotes', 'backfile.page', 'backfile.capture'}\n"
        "not_needed |= {'backfile.wording.notebook', 'backfile.wording.window_reasons', 'backfile.archive.takedowns.redactor'}\n"
        "print(sorted(not_needed & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
