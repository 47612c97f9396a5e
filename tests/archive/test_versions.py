"""What is decided of captures, with no database."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told

from backfile.archive import Archive
from backfile.archive.versions.change_kinds import changed_fields
from backfile.archive.versions.held_versions import HeldChange, HeldVersion, version_records
from backfile.archive.versions.kept_stories import why_not_kept
from backfile.archive.versions.stamp_days import days_of, sort_key
from backfile.archive.versions.version_decision import Reading, outcome_of, seen_again
from backfile.model.capture import Capture, Place, SkipReason
from backfile.model.reason_codes import KindCode, OldCode
from backfile.model.reasons import Reason
from backfile.model.story import Credit, Stamp, Story


def stamp(value: str, precision: str = "day", basis: str = "visible") -> Stamp:
    return Stamp(value, precision, "unknown", basis, value)


def capture(payload: bytes = b"x", at: datetime | None = None) -> Capture:
    return Capture(payload, "sha256:" + payload.hex(), Place("/a"), captured_at=at)


STORY = Story(id="", url="https://t.example/1", headline="Fire", body="A barn burned.", published=stamp("2017-02-23"))


def read(story: Story) -> Reading:
    reading = outcome_of(capture(), story).reading
    assert reading is not None
    return reading


def fields(**changes: object) -> set[str]:
    from dataclasses import replace

    one, other = read(STORY), read(replace(STORY, **changes))  # type: ignore[arg-type]
    changed = {*changed_fields(replace(STORY, id="a").to_dict(), replace(STORY, **changes).to_dict())}  # type: ignore[arg-type]
    assert (one.digest == other.digest) == (not changed)
    return changed


def test_what_makes_a_version() -> None:
    assert fields(headline="Fire!") == {"headline"}
    assert fields(credits=(Credit("AP", "AP", "wire"),)) == {"credits"}
    assert fields(published=None, updated=stamp("2017-02-24")) == {"published", "updated"}
    assert fields(published=stamp("2017-02-23", basis="meta")) == set()
    assert fields(headline="Fire ", body="A barn\n\nburned.", byline=None) == set()
    assert fields(published=stamp("2017-02-23T10:15")) == {"published"}
    assert fields(dek="Fire.") == {"dek"}
    assert fields(dek="A barn", body="burned.") == set(), "the opening taken for a summary"
    assert fields(credits=(Credit("Photo by Ann Lee", "Ann Lee", "photo"),)) == set()
    assert fields(tags=("a",), section="News", kicker="Local", language="en") == set()


def test_seen_again_in_any_order() -> None:
    reading = read(STORY)
    times = [None, "2019-01-01T00:00:00Z", "2017-01-01T00:00:00Z"]
    for order in (times, times[::-1]):
        held = None
        for time in order:
            held = seen_again(held, reading, time)
        assert held is not None
        assert (held.first_seen, held.last_seen, held.captures) == (times[2], times[1], 3)


def test_versions_in_order() -> None:
    """One of unknown time is first: what a story says last is what it was seen to say last."""

    def held(digest: bytes, seen: str | None) -> HeldVersion:
        return HeldVersion(digest, seen, seen, 1)

    records = version_records(
        [held(b"ccc", None), held(b"bbb", "2018"), held(b"aaa", "2017")],
        {"626262": HeldChange(("body",), "silent"), "616161": HeldChange(("body",), "correction")},
    )
    changed = [(record.id, record.changed, record.change) for record in records]
    assert changed == [
        ("636363", (), None),
        ("616161", ("body",), "correction"),
        ("626262", ("body",), "silent"),
    ]


def test_a_page_of_unknown_time_is_not_what_a_story_says_last(tmp_path: Path) -> None:
    dated, undated = (
        told("post.example/1", day, f"The ferry came at {hour}.") for day, hour in (("2017-02-23", 8), (None, 9))
    )
    with Archive(archive_of(tmp_path / "a", [(1, dated), (None, undated)])) as archive:
        (entry,) = archive.newest()
        story = archive.story(entry.id)
    assert (len(story.versions), story.published and story.published.value) == (2, "2017-02-23")
    assert story.versions[-1].first_seen == "2019-01-02T00:00:00Z"


@pytest.mark.parametrize(
    ("kind", "why", "body", "reason"),
    [
        ("story", None, "text", None),
        ("gallery", None, "text", None),
        ("video", None, " ", SkipReason.NO_STORY),
        ("listing", KindCode.LINKED_LINES.of(99), "text", SkipReason.LISTING),
        ("listing", None, "text", SkipReason.LISTING),
        ("other", KindCode.ERROR_TITLE.of("404"), "text", SkipReason.ERROR_PAGE),
        ("other", KindCode.LOGIN_FORM.of(), "text", SkipReason.LOGIN_WALL),
        ("other", KindCode.OTHER_TYPE.of("QAPage"), "text", SkipReason.NO_STORY),
        ("other", OldCode.IN_WORDS.of("error-page: as an earlier Backfile said it"), "text", SkipReason.NO_STORY),
        ("other", None, "text", SkipReason.NO_STORY),
    ],
)
def test_refused(kind: str, why: Reason | None, body: str, reason: SkipReason | None) -> None:
    found = why_not_kept(Story(id="", kind=kind, kind_reason=why, body=body))
    assert (found and found[0]) == reason
    assert found is None or found[1]


def test_days() -> None:
    assert days_of(stamp("2017-12", "month")) == (date(2017, 12, 1), date(2017, 12, 31))
    assert days_of(stamp("2016-02", "month")) == (date(2016, 2, 1), date(2016, 2, 29))
    assert days_of(stamp("2017", "year")) == (date(2017, 1, 1), date(2017, 12, 31))
    assert days_of(stamp("2017-02-23T23:59-05:00", "minute")) == (date(2017, 2, 23), date(2017, 2, 23))


def test_sort_keys_never_tie_and_fit() -> None:
    assert sort_key(stamp("2017-02-23"), "a") != sort_key(stamp("2017-02-23"), "b")
    assert sort_key(stamp("2017-02-23T10:00Z", "minute"), "a") < sort_key(stamp("2017-02-23T10:01Z", "minute"), "a")
    assert sort_key(stamp("9999-12-31"), "a") < 2**63


def test_a_stamp_that_is_no_date_fails_on_its_own_capture() -> None:
    from dataclasses import replace

    with pytest.raises(ValueError):
        outcome_of(capture(), replace(STORY, published=stamp("2017-02-31")))


def test_moments_are_kept_in_utc() -> None:
    outcome = outcome_of(capture(at=datetime(2017, 2, 23, 21, 47, 5, 999, tzinfo=UTC)), STORY)
    assert outcome.captured_at == "2017-02-23T21:47:05Z"
