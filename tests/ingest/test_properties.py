"""Properties: add twice = add once; any order = the same archive; store then load = the same."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.logical import dump
from tests.pages import bundle, page

from backfile.archive import Archive
from backfile.archive.store.capture_tables import SourceState
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import outcome_of
from backfile.ingest import add_sources
from backfile.model.capture import Capture, Place
from backfile.model.reason_codes import WindowCode
from backfile.model.story import Author, BodyBlock, Credit, Link, Note, Outlet, Stamp, Story, Window

BODY = "river barn mayor vote mill road council fire flood rescue school budget " * 5
captures = st.lists(
    st.tuples(
        st.sampled_from([None, "https://a.example/1", "https://b.example/2", "https://c.example/3"]),
        st.sampled_from([None, "2017-01-02T03:04:05+00:00", "2018-01-02T03:04:05+00:00"]),
        st.builds(
            lambda title, marks, body: page(title, marks + body),
            st.sampled_from(["Barn", "River"]),
            st.sampled_from(["", "<!-- outlet: A -->", "<!-- published: 2017-02 -->", "<!-- kind: listing -->"]),
            st.sampled_from([BODY, BODY + "more", "Short.", "Mill Road."]),
        ),
    ),
    max_size=8,
)


def fresh() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def test_a_name_that_no_record_gives_any_more_is_no_outlets(tmp_path: Path) -> None:
    """The record kept is that of the first capture; here it gives no outlet, and one that came before it did."""
    late, early = (
        bundle(
            tmp_path / f"{year}.lines",
            [("https://a.example/1", f"{year}-01-01T00:00:00+00:00", page("Barn", mark + BODY))],
        )
        for year, mark in (("2018", "<!-- outlet: A -->"), ("2017", ""))
    )
    add_sources(tmp_path / "one", [early, late])
    add_sources(tmp_path / "other", [late])
    add_sources(tmp_path / "other", [early])
    assert dump(tmp_path / "one") == dump(tmp_path / "other")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(captures, captures, st.randoms())
def test_order_and_repetition_do_not_count(first: list, second: list, chance: object) -> None:  # type: ignore[type-arg]
    with fresh() as place:
        here = Path(place)
        one, two = bundle(here / "1.lines", first), bundle(here / "2.lines", second)
        add_sources(here / "ab", [one, two])
        add_sources(here / "ba", [two])
        add_sources(here / "ba", [one])
        assert dump(here / "ab") == dump(here / "ba")
        added = add_sources(here / "ab", [two, one])
        assert (added.stories, added.versions) == (0, 0)
        assert dump(here / "ab") == dump(here / "ba")


text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
maybe = st.none() | text
stamps = st.builds(lambda day: Stamp(day.isoformat(), "day", "unknown", "visible", "raw"), st.dates())
reasons = st.one_of(
    st.builds(WindowCode.SAVED.of, text),
    st.builds(WindowCode.NAMED_DAY.of, text, st.lists(text, max_size=2).map(tuple)),
    st.builds(WindowCode.NO_OLDER.of),
)
stories = st.builds(
    Story,
    id=st.just(""),
    url=maybe,
    outlet=st.builds(Outlet, maybe, maybe),
    tags=st.lists(text, max_size=2).map(tuple),
    headline=maybe,
    dek=maybe,
    authors=st.lists(st.builds(Author, text, maybe, maybe), max_size=2).map(tuple),
    published=st.none() | stamps,
    window=st.builds(Window, maybe, maybe, st.lists(reasons, max_size=2).map(tuple)),
    body=text.filter(str.strip),
    blocks=st.lists(st.builds(BodyBlock, text, text, st.just(0), st.just(1), st.just((Link(0, 1, "x"),)))).map(tuple),
    credits=st.lists(st.builds(Credit, text, text, text), max_size=2).map(tuple),
    notes=st.lists(st.builds(Note, text, text, maybe), max_size=2).map(tuple),
)


@settings(max_examples=30, deadline=None)
@given(stories)
def test_stored_then_loaded_is_the_same(story: Story) -> None:
    from dataclasses import replace

    with fresh() as place:
        outcome = outcome_of(Capture(b"x", "sha256:00", Place("/a")), story)
        assert outcome.reading is not None
        with Store(Path(place)) as store:
            store.begin_source(SourceState("/a", 1, 1, ""), copied=False)
            assert store.add(outcome).new_story
            assert store.add(outcome).is_held
            store.commit()
        with Archive(place) as archive:
            loaded = archive.story(outcome.reading.story)
            assert loaded.versions[0].captures == 1
            assert replace(loaded, versions=()) == replace(story, id=outcome.reading.story)
            assert len(archive.newest()) + len(archive.by_year(None)) == 1
