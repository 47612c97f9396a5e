"""Who said what, over all stories of an archive: speakers joined on sure ground only, utterances, versions."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.archive.told import archive_of, told
from tests.ingest.logical import dump

from backfile.archive import Archive
from backfile.archive.integrity.upgrade import upgrade_archive
from backfile.archive.quotations.quotation_texts import days_in, said_on
from backfile.archive.store.database import DATABASE
from backfile.errors import ArchiveError, QuotationMissing, StoryMissing
from backfile.model.quotation import BETWEEN_PIECES, Ground
from backfile.model.story import Story

LONG = "We have people who have driven fifty miles round to see their own mothers, and that ends on Monday"
STORIES = {
    "courier": told(
        "courier.example/1",
        "2017-02-23",
        f"“{LONG},” said County Commissioner Ruth Hallam on Thursday. “It cost too much.”\n\nOfficials said the ferry"
        " would cross every hour of the day.",
        headline="Ferry to cross again",
    ),
    "again": told("courier.example/2", "2018-05-01", "“I said that it would sink,” Ruth Hallam said."),
    "beacon": told(
        "beacon.example/1",
        "2017-02-25",
        "“People who have driven fifty miles round to see their own mothers ... that ends on Monday,” said County"
        " Commissioner Ruth Hallam on Friday.",
    ),
    "namesake": told("herald.example/1", "2016-01-01", "“I bake bread for a living,” said Ruth Hallam, a baker."),
    "last name": told("times.example/1", None, "“The bridge is too far away,” Ms. Hallam said."),
    "trooper one": told("a.example/1", "2015-01-01", "“It was very dark,” said Sgt. Amos Birch."),
    "trooper two": told("b.example/1", "2015-01-01", "“It was very cold,” said Sgt. Amos Birch."),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_of(tmp_path_factory.mktemp("quotations") / "archive", enumerate(STORIES.values()))


@pytest.fixture(scope="module")
def archive(folder: Path) -> Archive:
    return Archive(folder)


def speakers(archive: Archive, name: str) -> list[tuple[int, tuple[Ground, ...]]]:
    found = archive.speakers(name=name)
    return [(entry.stories, archive.speaker(entry.id).grounds) for entry in found]


def test_one_person_by_office_and_outlet_and_never_by_name_alone(archive: Archive) -> None:
    found = speakers(archive, "ruth hallam")
    assert [count for count, _ in found] == [3, 1]
    office, outlets = (
        Ground("office", "county commissioner"),
        [Ground("outlet", f"{n}.example") for n in ("beacon", "courier")],
    )
    assert set(found[0][1]) == {office, *outlets}
    assert Ground("outlet", "herald.example") in found[1][1]
    entry = archive.speakers(name="ruth hallam")[0]
    assert [other.stories for other in archive.speaker(entry.id).namesakes] == [1]
    assert (entry.roles, entry.outlets) == (("County Commissioner",), ("Courier", "Beacon"))
    assert [stamp and stamp.value for stamp in (entry.first, entry.last)] == ["2017-02-23", "2018-05-01"]


def test_the_only_story_of_a_speaker_who_has_no_namesake(archive: Archive) -> None:
    named = {one.id: one for one in archive.speakers(limit=100)}
    only = archive.only_stories([*named])
    assert only
    for one, entry in named.items():
        alone = entry.stories == 1 and not archive.speaker(one).namesakes
        assert (one in only) == alone, entry.name
    for one, (story, number) in only.items():
        assert archive.quotes(speaker=one).quotations[0].story == story
        assert archive.story(story).quotes[number].speaker


def test_a_last_name_and_a_rank_join_nothing(archive: Archive) -> None:
    assert len(archive.speakers(name="hallam")) == 3
    assert [count for count, _ in speakers(archive, "amos birch")] == [1, 1]
    assert not archive.speakers(name="officials")
    assert archive.quotes(speaker="officials").quotations[0].person is None


def test_every_id_of_a_ground_leads_to_the_speaker(archive: Archive, folder: Path) -> None:
    db = sqlite3.connect(folder / DATABASE)
    pairs = "SELECT own.id, of.id FROM persons AS own JOIN persons AS of ON of.key = own.speaker"
    for person, speaker in db.execute(pairs).fetchall():
        assert archive.speaker(person).entry.id == speaker
    with pytest.raises(QuotationMissing):
        archive.speaker("nobody")


def test_quotes_by_speaker_words_day_and_outlet(archive: Archive) -> None:
    def texts(**asked: Any) -> list[str]:
        return [quotation.text[:12] for quotation in archive.quotes(**asked).quotations]

    assert len(texts(speaker="hallam")) == 5
    assert texts(speaker="hallam commissioner") == texts(speaker="County  COMMISSIONER")
    assert texts(speaker="hallam", about="mothers") == ["People who h", "We have peop"]
    assert texts(speaker="commissioner", about="ferry") == ["We have peop"]  # a word of the headline
    assert texts(outlet="herald.example") == texts(outlet="HERALD") == ["I bake bread"]
    assert texts(speaker="hallam", since=date(2017, 2, 24), until=date(2018, 5, 1)) == ["I said that ", "People who h"]
    assert archive.quotes(speaker="hallam", since=date(2000, 1, 1)).undated_left_out == 1
    assert archive.quotes(limit=1).total == 8
    first, second = archive.quotes(limit=1).quotations, archive.quotes(limit=1, offset=1).quotations
    assert first != second
    assert archive.quotes(speaker="hallam").quotations[-1].published is None


def test_what_is_kept_of_a_quotation(archive: Archive) -> None:
    found = archive.quotes(about="mothers", outlet="courier").quotations[0]
    story = archive.story(found.story)
    assert found.version == story.versions[-1].id
    assert story.quotes[found.number].text == found.text.replace(BETWEEN_PIECES, " ")
    assert (found.role, found.said_on, found.printed_in, found.is_newest) == (
        "County Commissioner",
        "2017-02-23",
        2,
        True,
    )
    assert [q.number for q in archive.quotes_of(found.story)] == list(range(len(story.quotes)))


def test_the_utterance_with_its_difference(archive: Archive) -> None:
    found = archive.quotes(about="mothers").quotations[0]
    utterance = archive.utterance(found.utterance)
    assert [variant.printed[0].outlet for variant in utterance.variants] == ["Courier", "Beacon"]
    assert utterance.differences == (("day", ("2017-02-23", "2017-02-24")),)
    with pytest.raises(QuotationMissing):
        archive.utterance("none")
    with pytest.raises(StoryMissing):
        archive.quotes_of(found.story, version="zzz")


def test_the_day_of_the_saying_is_that_of_the_cue() -> None:
    def day(body: str) -> list[str | None]:
        record = told("a.example/1", "2017-02-23", body).to_dict()
        return [said_on(record["body"], quote, days_in(record)) for quote in record["quotes"]]

    assert day("“It was cold and dark,” Ann Lee said Tuesday.") == ["2017-02-21"]
    assert day("On Tuesday, Ann Lee told reporters that the bridge fell.") == ["2017-02-21"]
    assert day("“It was cold and dark,” Ann Lee said in a statement on Wednesday.") == ["2017-02-22"]
    assert day("Ann Lee said that the bridge fell on Tuesday.") == [None]
    assert day("The bridge fell Tuesday. Ann Lee said that it was old.") == [None]
    assert day("“It was cold and dark,” said Ann Lee, who was there on Tuesday.") == [None]


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_order_and_batches_do_not_count(folder: Path, tmp_path: Path, batch: int) -> None:
    numbered = list(enumerate(STORIES.values()))
    shuffled = numbered[3:] + numbered[:3][::-1]
    assert dump(archive_of(tmp_path / "b", shuffled, batch=batch)) == dump(folder)


def versions() -> list[tuple[int, Story]]:
    before = told(
        "courier.example/9", "2017-01-01", "“We will open in May,” said Mayor Ann Lee. “It is a fine old bridge.”"
    )
    after = told(
        "courier.example/9", "2017-01-01", "“We will open in June,” said Mayor Ann Lee. “It is old.”\n\nIt rained."
    )
    later = told(
        "courier.example/9", "2017-01-01", "“We will open in June,” said Mayor Ann Lee. “It is old.”\n\nIt snowed."
    )
    return [(1, before), (2, after), (3, later)]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
def test_each_form_once_from_the_newest_version_that_prints_it(tmp_path: Path, order: list[int]) -> None:
    given = versions()
    folder = archive_of(tmp_path / "a", [given[at] for at in order], batch=1)
    found = Archive(folder).quotes().quotations
    ids = [version.id for version in Archive(folder).story(found[0].story).versions]
    assert sorted((q.text, ids.index(q.version), q.is_newest) for q in found) == [
        (f"We will open in June{BETWEEN_PIECES}It is old.", 2, True),
        (f"We will open in May{BETWEEN_PIECES}It is a fine old bridge.", 0, False),
    ]
    assert dump(folder) == dump(archive_of(tmp_path / "b", given))


def test_a_better_capture_replaces_the_quotations_of_its_version(tmp_path: Path) -> None:
    story = STORIES["courier"]
    unread = told("courier.example/1", "2017-02-23", story.body, headline="Ferry to cross again")
    from dataclasses import replace

    bare = replace(unread, quotes=(), people=())
    folder = archive_of(tmp_path / "a", [(2, story)])
    assert Archive(folder).quotes().total == 2
    archive_of(folder, [(1, bare)])
    assert Archive(folder).quotes().total == 0
    found = dump(folder)
    tables = ("quotations", "wordings", "alike", "names", "persons", "joins", "spoke", "person_words", "speakers")
    assert all(found[name] == [] for name in tables)
    assert {kind for kind, *_ in found["keys"]} <= {"passages"}


def test_search_by_speaker_and_quotation(archive: Archive) -> None:
    def found(query: str) -> int:
        return archive.search(query).total

    assert found("speaker:hallam") == 5
    assert found('speaker:"ruth hallam"') == 4
    assert found("speaker:commissioner") == 2
    assert found('quote:"own mothers"') == 2
    assert found('quote:"too much officials"') == found('quote:"too much the ferry"') == 0
    assert found("quote:hallam") == 0
    assert found("-speaker:hallam") == 2


def test_an_older_index_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.archive.search.index_schema._FORMAT", 1)
    place = archive_of(tmp_path / "a", [(1, STORIES["courier"])])
    with Archive(place) as before:
        assert before.search("ferry").total == 1
    monkeypatch.undo()
    with Archive(place) as between, pytest.raises(ArchiveError, match="backfile upgrade"):
        between.search("ferry")
    upgrade_archive(place)
    with Archive(place) as after:
        assert after.search("speaker:hallam").total == 1
    assert (place / "search" / "mark.json").read_bytes().startswith(b'{"index":5')


def test_voices_say_whose_each_quotation_of_a_story_is(archive):
    for entry in archive.newest(limit=50):
        held = archive.quotes_of(entry.id)
        said = [(one.number, one.person, one.utterance, one.printed_in) for one in held]
        assert [tuple(voice) for voice in archive.voices(entry.id)] == said
