"""Shelves: the sections of outlets, authors and days, as readers browse them."""

from dataclasses import replace
from datetime import date

import pytest
from tests.archive.told import archive_of, told

from backfile.archive import Archive
from backfile.model.story import Author, Outlet

TEXT = "The council met on Monday in the old hall by the river, and heard that the bridge will be painted again in the spring."


def at(address, day, headline, *, section=None, authors=(), text=TEXT):
    story = told(address, day, f"{text} {headline}.", headline=headline)
    return replace(story, section=section, authors=tuple(Author(name) for name in authors))


STORIES = [
    at("courier.example/1", "2017-02-23", "First", section="County", authors=("Ann Lee",)),
    at("courier.example/2", "2017-02-24", "Second", section="county", authors=("ANN LEE", "Tom Birch")),
    at("courier.example/3", "2016-02-24", "Third", section="Sport", authors=("Tom Birch",)),
    at("courier.example/4", None, "Fourth", section="County"),
    at("courier.example/5", "2017-02", "Fifth"),
    at("beacon.example/6", "2017-02-24", "Sixth", section="County", authors=("Ann Lee",)),
    replace(at("", "2017-02-24", "Seventh", authors=("Ann Lee",)), outlet=Outlet(None, None), id="nowhere"),
]


@pytest.fixture(scope="module")
def shelves(tmp_path_factory):
    stories = [replace(story, body=f"{story.headline} {n} " + story.body[n * 3 :]) for n, story in enumerate(STORIES)]
    with Archive(archive_of(tmp_path_factory.mktemp("shelves") / "a", enumerate(stories))) as archive:
        yield archive.shelves


def headlines(entries):
    return [entry.headline for entry in entries]


def test_an_outlet_has_its_years_sections_and_authors(shelves):
    found = shelves.outlet("courier.example")
    assert (found.title, found.key, found.names, found.stories) == (
        "Courier",
        "courier.example",
        ("courier.example",),
        5,
    )
    assert found.years == ((2017, 3), (2016, 1), (None, 1))
    assert found.sections == (("County", 3), ("Sport", 1))
    assert found.authors == (("Ann Lee", 2), ("Tom Birch", 2))
    assert shelves.outlet("Courier") == found
    assert shelves.outlet("nothing.example") is None


def test_an_outlets_stories_are_listed_by_date_the_undated_last(shelves):
    assert headlines(shelves.outlet_stories("courier.example", limit=9, offset=0)) == [
        "Second", "First", "Fifth", "Third", "Fourth",
    ]  # fmt: skip
    assert headlines(shelves.outlet_stories("courier.example", limit=2, offset=1)) == ["First", "Fifth"]
    assert headlines(shelves.outlet_stories("courier.example", year=2016, limit=9, offset=0)) == ["Third"]


def test_a_section_is_one_whatever_its_case_and_is_an_outlets_own(shelves):
    assert headlines(shelves.outlet_stories("courier.example", section="COUNTY", limit=9, offset=0)) == [
        "Second", "First", "Fourth",
    ]  # fmt: skip
    assert headlines(shelves.outlet_stories("beacon.example", section="County", limit=9, offset=0)) == ["Sixth"]
    assert headlines(shelves.outlet_stories("courier.example", section="County", year=2017, limit=9, offset=0)) == [
        "Second", "First",
    ]  # fmt: skip


def test_an_author_is_found_over_all_outlets(shelves):
    found = shelves.author("ann lee")
    assert (found.name, found.stories, found.years) == ("Ann Lee", 4, ((2017, 4),))
    assert [(line.title, line.stories) for line in found.outlets] == [("Courier", 2), ("Beacon", 1)]
    assert sorted(headlines(shelves.author_stories("Ann Lee", limit=9, offset=0))) == [
        "First", "Second", "Seventh", "Sixth",
    ]  # fmt: skip
    assert shelves.authors() == (("Ann Lee", 4), ("Tom Birch", 2))
    assert shelves.author("Nobody") is None


def test_days_are_counted_and_months_stand_apart(shelves):
    february = date(2017, 2, 1), date(2017, 2, 28)
    assert shelves.days(*february) == [(date(2017, 2, 23), 1), (date(2017, 2, 24), 3)]
    assert shelves.vague_stories(*february) == 1
    assert len(shelves.stories_between(*february, limit=9, offset=0)) == 5
    assert headlines(shelves.stories_between(date(2017, 2, 23), date(2017, 2, 23), limit=9, offset=0)) == ["First"]
    assert headlines(shelves.on_this_day(2, 24, limit=2)) == [
        "Third",
        *headlines(shelves.on_this_day(2, 24, limit=2))[1:],
    ]
    assert shelves.on_this_day(2, 29, limit=9) == []


def test_neighbours_are_of_the_same_outlet(shelves):
    ids = {entry.headline: entry.id for entry in shelves.outlet_stories("courier.example", limit=9, offset=0)}
    around = shelves.neighbours(ids["First"])
    assert (around.before.headline, around.after.headline) == ("Fifth", "Second")
    assert shelves.neighbours(ids["Second"]).after is None
    assert shelves.neighbours(ids["Fourth"]) == (None, None)


def test_two_outlets_of_one_name_are_each_found_by_their_titles_in_full(tmp_path):
    def of(domain):
        story = told(f"{domain}/1", "2017-01-01", f"The council of {domain} met in the hall today.")
        return replace(story, outlet=Outlet("The Gazette", domain))

    stories = [of("north.example"), of("south.example")]
    with Archive(archive_of(tmp_path / "a", enumerate(stories))) as archive:
        titles = [line.title for line in archive.shelves.outlets()]
        assert titles == ["The Gazette (north.example)", "The Gazette (south.example)"]
        for title in titles:
            assert archive.search("council", outlet=title).total == 1
            assert archive.shelves.outlet(title).title == title
            assert len(archive.shelves.outlet_stories(title, limit=9, offset=0)) == 1


def test_a_view_of_a_story_is_counted_nowhere(tmp_path):
    story = at("courier.example/2017/ferry", "2017-02-23", "Ferry", section="County", authors=("Ann Lee",))
    long = replace(story, body=" ".join(f"word{n}" for n in range(300)))
    view = replace(long, id="view", url="https://courier.example/2017/ferry?print=1")
    with Archive(archive_of(tmp_path / "a", enumerate([long, view]))) as archive:
        found = archive.shelves.outlet("courier.example")
        assert (len(archive), found.stories, found.sections, found.authors) == (
            1,
            1,
            (("County", 1),),
            (("Ann Lee", 1),),
        )
        assert len(archive.shelves.author_stories("Ann Lee", limit=9, offset=0)) == 1
