"""Which stories are on one matter, in what order, and on which grounds; what an archive says came later."""

import pytest

from backfile.errors import StoryMissing
from backfile.model.story import ThreadLink
from backfile.open_archive import OpenArchive
from backfile.wording.thread_words import NOTHING_LATER, say_later
from tests.threads.told import codes_of, id_at, thread_at

DOCK = ("dock-closed", "dock-inquiry", "dock-settles")


def test_what_came_later_on_a_matter(ferry: OpenArchive) -> None:
    later = ferry.later(id_at(ferry, "dock-closed"))
    assert [link.id for link in later] == [id_at(ferry, "dock-inquiry"), id_at(ferry, "dock-settles")]
    assert say_later(later) == "2 later stories here follow this matter, the last on 2 November 2016."


def test_what_came_before(ferry: OpenArchive) -> None:
    orders = {link.headline: link.order for link in thread_at(ferry, "dock-settles")}
    assert orders["Sandhaven dock closed after pile gives way"] == "before"
    assert orders["Board asks who passed the Marisol Quay piles"] == "before"


@pytest.mark.parametrize("name", DOCK)
def test_nothing_of_another_matter_is_in_a_thread(ferry: OpenArchive, name: str) -> None:
    dock = {id_at(ferry, one) for one in (*DOCK, "dock-undated")}
    assert {link.id for link in thread_at(ferry, name)} <= dock - {id_at(ferry, name)}


def test_the_fair_of_another_year_is_another_matter(ferry: OpenArchive) -> None:
    assert thread_at(ferry, "fair-2016") == ()


def test_a_story_on_its_own_has_no_thread(ferry: OpenArchive) -> None:
    assert thread_at(ferry, "library") == ()
    assert say_later(thread_at(ferry, "library")) == NOTHING_LATER


def test_an_undated_story_joins_without_an_order(ferry: OpenArchive) -> None:
    (undated,) = [link for link in thread_at(ferry, "dock-closed") if link.published is None]
    assert (undated.id, undated.order) == (id_at(ferry, "dock-undated"), "unknown")
    assert "days-possible" in codes_of(undated)


def test_a_quotation_of_both_is_a_ground(ferry: OpenArchive) -> None:
    (link,) = [one for one in thread_at(ferry, "dock-closed") if one.id == id_at(ferry, "dock-inquiry")]
    assert "shared-quotation" in codes_of(link)
    assert "both name Arundel, Corvane, Farrant and Lansbury" in map(str, link.because)


def test_the_days_between_are_said(ferry: OpenArchive) -> None:
    (link,) = [one for one in thread_at(ferry, "dock-closed") if one.id == id_at(ferry, "dock-inquiry")]
    assert "they are 8 days apart" in map(str, link.because)


def test_each_of_two_names_the_other_on_the_same_grounds(ferry: OpenArchive) -> None:
    threads = {
        entry.id: {link.id: link for link in ferry.thread(entry.id)} for entry in ferry.search("", limit=50).entries
    }
    pairs = [(one, other) for one, links in threads.items() for other in links]
    assert pairs
    for one, other in pairs:
        assert threads[other][one].because == threads[one][other].because
        assert {threads[other][one].order, threads[one][other].order} in (
            {"before", "after"}, {"same-day"}, {"unknown"},
        )  # fmt: skip


def test_a_story_that_is_not_there(ferry: OpenArchive) -> None:
    with pytest.raises(StoryMissing):
        ferry.thread("nothere")


def test_the_sample_papers_running_matters(courier: OpenArchive) -> None:
    """The water main that broke, and the storm: each with what the paper printed on it within days."""
    threads = {
        entry.headline: {link.headline for link in courier.thread(entry.id)} for entry in courier.search("", limit=50)
    }
    main = "‘It was a river with a street sign in it’: Main break empties 1911 pipe into downtown"
    storm = "Live updates: Nor’easter hits Wren County"
    assert threads[main] == {
        "In pictures: Cooper Street under water",
        "Watch: Mayor Lindqvist on the water main, in full",
    }
    assert threads[storm] == {"Nor’easter strips roofs along Port Linden waterfront"}
    assert threads["Nurses at St. Brendan’s Memorial set strike date"] == set()


def test_the_record_as_json_has_the_reasons_and_their_codes() -> None:
    link = ThreadLink("7ab2", order="after")
    assert link.to_dict()["because"] == link.to_dict()["grounds"] == []
