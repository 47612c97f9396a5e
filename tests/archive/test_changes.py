"""Changes between versions: their kind, what matters of them, word by word; lists of them over an archive."""

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archive.told import archive_of, told

from backfile.archive import Archive
from backfile.archive.passages.word_runs import word_runs
from backfile.archive.versions.change_kinds import kind_of_change
from backfile.archive.versions.matters import matters
from backfile.archive.versions.written_fields import same_print, written_in
from backfile.errors import QueryError, StoryMissing
from backfile.model.story import Note, Stamp, Story
from backfile.story.identity import story_id


def stamp(value: str) -> Stamp:
    return Stamp(value, "minute" if "T" in value else "day", "unknown", "visible", value)


BODY = (
    "The council voted 5-3 on Tuesday, Feb. 21, 2017, to close the Mill Road bridge."
    " “It is not safe, and it has not been safe for years,” said Mayor Ann Leigh."
)
STORY = replace(
    told("courier.example/bridge", "2017-02-21", BODY, headline="Bridge to close"), updated=stamp("2017-02-21T18:00")
)
CORRECTED = Note("correction", "An earlier version of this story gave the wrong vote.", None)


def told_again(body: str) -> dict[str, Any]:
    """The fields that are found in a body."""
    anew = told("courier.example/bridge", "2017-02-21", body)
    return {name: getattr(anew, name) for name in ("body", "blocks", "dates", "quotes", "people", "agencies")}


SIX = told_again(BODY.replace("5-3", "6-2"))


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("correction", {**SIX, "notes": (CORRECTED,)}),
        ("correction", {"notes": (CORRECTED,), "updated": stamp("2017-02-22T09:00")}),
        ("update", {**SIX, "updated": stamp("2017-02-22T09:00")}),
        ("update", {**SIX, "notes": (Note("update", "This story has been updated.", None),)}),
        ("silent", SIX),
        ("silent", {**SIX, "updated": None}),
        ("silent", {"headline": "Bridge closes", **SIX}),
        ("date-only", {"updated": stamp("2017-02-22T09:00")}),
        ("date-only", {"published": stamp("2017-02-22"), "updated": stamp("2017-02-22T09:00")}),
        ("headline-only", {"headline": "Bridge closes"}),
    ],
)
def test_kinds(kind: str, changes: dict[str, Any]) -> None:
    assert kind_of_change(STORY.to_dict(), replace(STORY, **changes).to_dict()) == kind


def test_a_note_that_stood_there_before_corrects_nothing() -> None:
    noted = replace(STORY, notes=(CORRECTED,))
    assert kind_of_change(noted.to_dict(), replace(noted, **SIX).to_dict()) == "silent"


def test_how_it_is_printed_is_no_change() -> None:
    again = replace(
        STORY, body=BODY.replace("“", '"').replace("”", '"').replace(". ", ".\n\n"), byline="By Jo Ash",
        updated=stamp("2017-02-21T18:00:31+01:00"),
    )  # fmt: skip
    assert written_in(again.to_dict()) == written_in(replace(STORY, byline="JO ASH").to_dict())
    assert same_print(" \u200b ") is None


def test_what_matters() -> None:
    later = (
        BODY.replace("5-3", "6-2").replace("Leigh", "Lee").replace("Feb. 21", "Feb. 22").replace("for years", "at all")
    )
    found = matters(STORY.to_dict(), replace(STORY, **told_again(later)).to_dict())
    assert {one.kind: (one.gone, one.come) for one in found} == {
        "names": (("Leigh",), ("Lee",)),
        "numbers": (("5", "3", "21"), ("6", "2", "22")),
        "days": (("2017-02-21",), ("2017-02-22",)),
        "quotations": (
            ("It is not safe, and it has not been safe for years",),
            ("It is not safe, and it has not been safe at all",),
        ),
    }


def test_word_by_word() -> None:
    runs = word_runs(
        "The vote was 5-3 on Tuesday, and the bridge closes.",
        "The vote was 6-2 on Wednesday, and the old bridge closes.",
    )
    assert [(run.kind, run.before.strip(), run.after.strip()) for run in runs] == [
        ("same", "The vote was", "The vote was"),
        ("changed", "5-3 on Tuesday", "6-2 on Wednesday"),
        ("same", ", and the", ", and the"),
        ("added", "", "old"),
        ("same", "bridge closes.", "bridge closes."),
    ]


TEXTS = st.lists(st.sampled_from(["the ", "fire ", "5-3", ", ", "\n\n", "東", "can’t ", "  "]), max_size=30).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_runs_give_both_texts_again(before: str, after: str) -> None:
    runs = word_runs(before, after)
    given_again = "".join(run.before for run in runs), "".join(run.after for run in runs)
    assert given_again == tuple(text if text.strip() else "" for text in (before, after))
    assert not any(run.kind == other.kind for run, other in itertools.pairwise(runs))


def archive_with_changes(folder: Path, *, batch: int = 1000) -> Archive:
    other = told("beacon.example/bridge", None, "Rain fell on the town all day.", headline="Rain")
    dated = replace(other, published=stamp("2019-01-05"))
    changed: list[tuple[int, Story]] = [
        (40, replace(STORY, **SIX, headline="Bridge closes", notes=(CORRECTED,))),
        (3, STORY),
        (20, replace(STORY, **SIX)),
        (5, other),
        (9, dated),
    ]
    return Archive(archive_of(folder, changed, batch=batch))


BRIDGE = story_id(STORY.url, None, "")


@pytest.mark.parametrize("batch", [1, 1000])
def test_changes_of_an_archive(tmp_path: Path, batch: int) -> None:
    with archive_with_changes(tmp_path / "a", batch=batch) as archive:
        assert [version.change for version in archive.story(BRIDGE).versions] == [None, "silent", "correction"]
        found = archive.changes()
        assert [(change.kind, change.headline, change.seen) for change in found] == [
            ("correction", "Bridge closes", "2019-02-10T00:00:00Z"),
            ("silent", "Bridge closes", "2019-01-21T00:00:00Z"),
            ("date-only", "Rain", "2019-01-10T00:00:00Z"),
        ]
        assert [change.weight for change in found] == [0, 4, 0]
        assert [change.kind for change in archive.changes(kind="silent")] == ["silent"]
        assert [change.kind for change in archive.changes(since="2019-01-21", outlet="courier")] == [
            "correction",
            "silent",
        ]
        assert archive.changes(limit=1, offset=2).total == 3
        with pytest.raises(QueryError, match="date-only"):
            archive.changes(kind="quiet")


def test_one_change_word_by_word(tmp_path: Path) -> None:
    with archive_with_changes(tmp_path / "a") as archive:
        first, second, last = (version.id for version in archive.story(BRIDGE).versions)
        assert archive.diff(BRIDGE).before == second
        change = archive.diff(BRIDGE, first)
        assert (change.before, change.after, change.kind) == (first, last, "correction")
        assert change.diff is not None
        assert [field.field for field in change.diff.fields] == ["headline", "body", "notes"]
        assert archive.diff(BRIDGE, first, second).diff.fields[0].runs[1] == ("changed", "5-3 ", "6-2 ")  # type: ignore[union-attr]
        with pytest.raises(StoryMissing, match="no one version"):
            archive.diff(BRIDGE, "beef")


def test_a_story_of_one_version_has_no_change(tmp_path: Path) -> None:
    archive = Archive(archive_of(tmp_path / "a", [(1, STORY)]))
    with pytest.raises(StoryMissing, match="one version"):
        archive.diff(BRIDGE)
    assert archive.changes().total == 0


def test_two_stories_side_by_side(tmp_path: Path) -> None:
    copy = told(
        "post.example/1",
        "2017-02-22",
        BODY.replace(", Feb. 21, 2017,", "") + " It closes in May.",
        headline="Bridge to close",
    )
    with Archive(archive_of(tmp_path / "a", [(1, STORY), (2, copy)])) as archive:
        body = archive.beside(BRIDGE, story_id(copy.url, None, "")).fields[-1]
        assert [(run.kind, run.before.strip(), run.after.strip()) for run in body.runs if run.kind != "same"] == [
            ("cut", ", Feb. 21, 2017,", ""),
            ("added", "", ". It closes in May"),
        ]
