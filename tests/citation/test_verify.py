"""A citation is proved point by point, or what is not so any more is said, and why."""

import json

import pytest
from click.testing import CliRunner

from backfile import Archive
from backfile.citation.citation_forms import FORMS
from backfile.citation.citation_line import citation_line
from backfile.citation.cited import cited
from backfile.citation.verify import verify
from backfile.cli.verb import app
from backfile.errors import QueryError, StoryMissing


def points(archive: Archive, citation: str) -> dict[str, tuple[str, str]]:
    """How each point stands, and the code of why."""
    return {point.what: (point.shown.value, point.detail.code.value) for point in verify(archive, citation).points}


@pytest.fixture(scope="session")
def lines(archive: Archive, ids: dict[str, str]) -> dict[str, str]:
    return {name: citation_line(cited(archive.story(story))) for name, story in ids.items()}


def test_a_citation_of_a_dated_story_is_proved(archive: Archive, lines: dict[str, str]) -> None:
    assert points(archive, lines["dated"]) == {
        "version": ("proved", "version-held"),
        "words": ("proved", "words-held"),
        "date": ("proved", "date-held"),
        "saved-page": ("proved", "page-gives-both"),
        "as-printed": ("proved", "printed-so"),
    }
    assert verify(archive, lines["dated"]).is_whole


def test_a_token_alone_is_proved_and_so_is_each_form(archive: Archive, ids: dict[str, str]) -> None:
    from datetime import UTC, datetime

    one = cited(archive.story(ids["dated"]))
    for citation in (str(one.token), *(FORMS[form](one, datetime.now(UTC)) for form in ("csl", "bibtex", "ris"))):
        assert set(points(archive, citation)) == {"version", "words", "date", "saved-page"}
        assert verify(archive, citation).is_whole


@pytest.mark.parametrize(
    ("change", "point"),
    [
        (lambda line: line.replace("2 March 2004", "2 March 2014"), "as-printed"),
        (lambda line: line.replace("Bridge shut", "Bridge open"), "as-printed"),
        (lambda line: line[:-1] + ("0" if line[-1] != "0" else "1"), "date"),
        (lambda line: line[:-20] + ("0" if line[-20] != "0" else "1") + line[-19:], "words"),
    ],
)
def test_what_is_altered_is_contradicted(archive: Archive, lines: dict[str, str], change, point: str) -> None:
    assert points(archive, change(lines["dated"]))[point][0] == "contradicted"


def test_altered_words_are_not_those_of_the_page_either(archive: Archive, ids: dict[str, str]) -> None:
    token = cited(archive.story(ids["dated"])).token
    assert token
    altered = str(token._replace(words="0" * 16))
    assert points(archive, altered)["saved-page"] == ("contradicted", "page-gives-record")


def test_a_page_that_is_gone_cannot_be_read_again(archive: Archive, lines: dict[str, str]) -> None:
    found = points(archive, lines["gone"])
    assert found.pop("saved-page") == ("unprovable", "page-lost")
    assert {shown for shown, _ in found.values()} == {"proved"}


def test_a_day_that_was_settled_since_is_told_with_the_day_before(archive: Archive, ids, lines: dict[str, str]) -> None:
    assert points(archive, lines["undated"])["date"] == ("proved", "undated-still")
    archive.settle(ids["undated"], "2004-03", because="the county's minutes", by="Ruth Okafor")
    proof = verify(archive, lines["undated"])
    date = next(point for point in proof.points if point.what == "date")
    assert (date.shown, date.detail.said["was"], date.detail.said["value"]) == ("changed", None, "2004-03")
    assert "Ruth Okafor" in str(date.detail)
    again = points(archive, proof.citation)
    assert again["date"] == ("proved", "date-held")
    assert again["saved-page"] == ("proved", "page-gives-words")


def test_a_version_that_is_not_held_is_told(archive: Archive, ids: dict[str, str]) -> None:
    token = cited(archive.story(ids["dated"])).token
    assert token
    assert points(archive, str(token._replace(version="0" * 12))) == {"version": ("unprovable", "version-not-held")}


def test_what_is_no_citation_of_ours_is_refused(archive: Archive, lines: dict[str, str]) -> None:
    with pytest.raises(QueryError, match="no token"):
        verify(archive, "Ann Lee, “Bridge shut,” The Post")
    with pytest.raises(QueryError, match="several"):
        verify(archive, lines["dated"] + lines["gone"])
    with pytest.raises(StoryMissing):
        verify(archive, "backfile:aaaaaaaaaaaaaaaa/000000000000/0000000000000000-0000000000000000")


def test_the_command_says_each_point_and_exits_by_them(archive: Archive, lines: dict[str, str]) -> None:
    where = ["--archive", str(archive.folder)]
    whole = CliRunner().invoke(app, ["verify", lines["dated"], *where])
    assert (whole.exit_code, whole.stdout.count("proved  ")) == (0, 5)
    lost = CliRunner().invoke(app, ["verify", "-", "--json", *where], input=lines["gone"])
    assert (lost.exit_code, json.loads(lost.stdout)["proved"]) == (1, False)
    assert CliRunner().invoke(app, ["cite", lines["dated"].split("/")[-2][:12], *where]).exit_code == 1


def test_cite_prints_what_verify_proves(archive: Archive, ids: dict[str, str]) -> None:
    made = CliRunner().invoke(app, ["cite", ids["dated"], "--archive", str(archive.folder)])
    assert verify(archive, made.stdout).is_whole
