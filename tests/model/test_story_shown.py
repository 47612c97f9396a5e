"""How a Story shows itself to a program, a prompt and a notebook."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import backfile
from backfile.model.story import Copy, Outlet, Stamp, Story, Version, Window, story_from_dict
from backfile.wording.notebook import story_html

NOW = datetime(2026, 11, 30, tzinfo=UTC)
STAMP = Stamp("2017-02-23", "day", "unknown", "url", "2017/02/23")
STORY = Story(
    id="k7",
    url="https://ledger.example/ferry",
    headline="Ferry fares to rise",
    outlet=Outlet("The Ledger", "ledger.example"),
    published=STAMP,
    body="Fares rise.",
    versions=(Version("aaa", "2017-02-23T22:00:00Z", None, 2), Version("bbb", None, None, 1, ("headline",))),
    copies=(Copy("c2", "Beacon", "Fares rise", STAMP), Copy("c3", published=None)),
)


def test_a_story_can_be_a_member_of_a_set() -> None:
    page = "<h1>Barn</h1><p>“The barn burned,” the mayor, Ann Lee, said on Monday.</p><p>Copyright 2024</p>"
    read = backfile.read(page, url="https://ledger.example/2017/02/23/barn.html")
    assert len({read, backfile.read(page, url="https://ledger.example/2017/02/23/barn.html"), STORY}) == 2
    assert hash(STORY) == hash(replace(STORY))


def test_versions_and_copies_survive_json() -> None:
    record = json.loads(json.dumps(STORY.to_dict()))
    assert record["versions"][1] == {
        "id": "bbb",
        "first_seen": None,
        "last_seen": None,
        "captures": 1,
        "changed": ["headline"],
        "reader": None,
        "change": None,
    }
    assert record["copies"][0]["published"]["value"] == "2017-02-23"
    assert story_from_dict(record) == STORY


def test_repr_is_one_line() -> None:
    assert repr(STORY) == "<Story story, 2017-02-23 (url): 'Ferry fares to rise', The Ledger, 0 blocks, id k7>"
    undated = repr(Story(id="x", kind="gallery", body="One\ntwo " * 50))
    assert undated.startswith("<Story gallery, undated: 'One\\ntwo ")
    assert "\n" not in undated
    assert len(undated) < 140


def test_a_notebook_shows_day_and_age() -> None:
    shown = story_html(STORY, NOW)
    assert "From 23 February 2017 · 9 years ago" in shown
    assert "Ferry fares to rise" in shown
    assert STORY._repr_html_()


def test_a_notebook_says_undated_and_what_is_left() -> None:
    shown = story_html(replace(STORY, published=None, window=Window("2001-01-01", "2002-03-04")), NOW)
    assert "Undated<br>It was published between 1 January 2001 and 4 March 2002." in shown
    assert "2017" not in shown


def test_a_notebook_says_who_dated_it() -> None:
    stamp = STAMP._replace(basis="archivist", raw="Ruth Okafor, on 25 November 2026: the printed paper")
    assert "Dated by an archivist, Ruth Okafor" in story_html(replace(STORY, published=stamp), NOW)


def test_a_saved_pages_words_are_no_markup() -> None:
    bad = "<img src=x onerror=alert(1)>"
    story = replace(STORY, headline=bad, byline=bad, url=bad, body=bad, id=bad, outlet=Outlet(bad, None))
    shown = story_html(story, NOW)
    assert "<img" not in shown
    assert shown.count("&lt;img") == 6
