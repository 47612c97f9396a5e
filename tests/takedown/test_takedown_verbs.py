"""The verbs `note`, `delist` and `forget`: what they ask for, what they say, and how they end."""

import json
from pathlib import Path

import pytest

from backfile.archive.settled.archivist_log import LOG
from backfile.open_archive import OpenArchive
from tests.cli.ended import Run, runner
from tests.takedown.conftest import COPY, OTHER, STORY, VIEW, Ids

SAYS = ("--because", "letter 7", "--by", "Jo Ash")


@pytest.fixture
def run(archive: OpenArchive, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(archive.folder.parent)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return runner(capsys, "--archive", "back")


def test_stories_with_the_same_words_are_listed_and_asked_for(run: Run, ids: Ids) -> None:
    story, view, copy = ids(STORY), ids(VIEW), ids(COPY)
    asked = run("delist", story, "--ground", "privacy", *SAYS)
    assert asked.code == 2
    assert f"--also {view}" in asked.err
    assert f"{copy} (copy, " in asked.err
    assert "2 versions, 2 captures, 0 pictures" in asked.err
    done = run("delist", story, "--ground", "privacy", *SAYS, "--also", copy[:6], "--also", view)
    assert (done.code, len(done.out.splitlines())) == (0, 3)
    assert run("search", "deckhand").code == 1
    back = run("delist", story, "--undo", "--also", "all")
    assert back.code == 0, back.err
    assert run("search", "deckhand").code == 0


def test_the_log_has_who_why_and_when(run: Run, ids: Ids) -> None:
    assert run("note", ids(OTHER), "The fares did not rise.", *SAYS).code == 0
    said = json.loads(Path("back", LOG).read_text())["said"]
    assert (said["kind"], said["value"], said["by"], said["because"]) == (
        "note", "The fares did not rise.", "Jo Ash", "letter 7",
    )  # fmt: skip
    assert "Note from the archive" in run("show", ids(OTHER)).out
    assert run("note", ids(OTHER), "--undo").code == 0
    assert "Note from the archive" not in run("show", ids(OTHER)).out


def test_a_story_is_forgotten_and_had_back(run: Run, ids: Ids) -> None:
    story = ids(OTHER)
    done = run("forget", story, "--ground", "request", *SAYS)
    assert (done.code, done.out) == (0, f"{story} is forgotten\n")
    assert "fares.html" in done.err
    shown = run("show", story)
    assert (shown.code, "was taken out of this archive" in shown.err) == (1, True)
    assert "forget: request" in run("stats").out
    assert run("forget", story, "--undo").code == 0
    assert run("show", story).code == 0


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("note", "STORY", *SAYS), "say the line"),
        (("note", "STORY", "words", "--undo"), "--undo takes no text"),
        (("note", "STORY", "words"), "say why"),
        (("delist", "STORY", *SAYS, "--only"), "say on what ground"),
        (("delist", "STORY", *SAYS, "--ground", "spite"), "'spite' is not one of"),
        (("delist", "STORY", *SAYS, "--ground", "other", "--only", "--also", "all"), "it takes no --also"),
        (("delist", "STORY", *SAYS, "--ground", "other", "--also", "OTHER"), "shares no words"),
        (("forget", "STORY", *SAYS, "--ground", "other", "--only", "--destroy"), "--for-good"),
        (("forget", "STORY", "--undo"), "nothing to take back"),
        (("note", "zzzz", "words", *SAYS), "there is no story"),
    ],
)
def test_wrong_use_is_said_and_nothing_is_done(run: Run, ids: Ids, given: tuple[str, ...], says: str) -> None:
    named = {"STORY": ids(STORY), "OTHER": ids(OTHER)}
    ended = run(*(named.get(one, one) for one in given))
    assert ended.code in (1, 2)
    assert says in ended.err
    assert not Path("back", LOG).exists()
