"""A citation has the day, what it rests on, and the version, in each form; an undated story gets no date in any."""

import json
from datetime import UTC, datetime

import pytest

from backfile.citation.citation_forms import FORMS, highwire_tags
from backfile.citation.citation_line import citation_line
from backfile.citation.cited import cited
from backfile.citation.token import date_digest, tokens_in, words_digest
from backfile.model.story import Author, Outlet, Stamp, Story, Version, Window

NOW = datetime(2026, 11, 30, tzinfo=UTC)
VERSION = Version("1a2b3c4d5e6f", "2019-05-02T00:00:00Z", None)
STORY = Story(
    "k7ca",
    url="https://paper.example/1",
    outlet=Outlet("The Post & Mail", "paper.example"),
    language="en",
    headline="100% of {fares}_rise",
    authors=(Author("Ann Lee"), Author("Tom Birch")),
    published=Stamp("2017-02-23T16:47", "minute", "unknown", "json-ld", "2017-02-23T16:47"),
    captured_at=datetime(2019, 5, 2, tzinfo=UTC),
    body="The ferry sails.",
    versions=(VERSION,),
)
UNDATED = Story("u7ca", headline="Airline fails", window=Window("1990-01-01", "2019-03-03"), versions=(VERSION,))


def as_form(form: str, story: Story) -> str:
    return FORMS[form](cited(story), NOW)


def test_a_line_ends_with_the_basis_the_day_of_saving_and_the_token() -> None:
    line = citation_line(cited(STORY))
    assert line.startswith(
        "Ann Lee and Tom Birch, “100% of {fares}_rise,” The Post & Mail, 23 February 2017, https://paper.example/1. "
    )
    assert line.endswith(f"Date from json-ld. Saved 2 May 2019. {cited(STORY).token}")


def test_csl_has_the_day_as_parts_and_literal_names() -> None:
    (item,) = json.loads(as_form("csl", STORY))
    assert item["issued"] == {"date-parts": [[2017, 2, 23]]}
    assert item["accessed"] == {"date-parts": [[2019, 5, 2]]}
    assert item["author"] == [{"literal": "Ann Lee"}, {"literal": "Tom Birch"}]
    assert (item["version"], item["archive_location"]) == (VERSION.id, str(cited(STORY).token))


def test_bibtex_escapes_what_latex_reads_but_in_the_address() -> None:
    entry = as_form("bibtex", STORY)
    assert r"title = {{100\% of \{fares\}\_rise}}" in entry
    assert r"journal = {The Post \& Mail}" in entry
    assert "author = {{Ann Lee} and {Tom Birch}}" in entry
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(("value", "line"), [("2017", "2017//"), ("2017-02", "2017/02/"), ("2017-02-23", "2017/02/23")])
def test_ris_has_as_much_of_the_day_as_is_known(value: str, line: str) -> None:
    precision = {4: "year", 7: "month", 10: "day"}[len(value)]
    stamp = Stamp(value, precision, "unknown", "meta", value)
    story = Story("k7ca", headline="Ferry", published=stamp, versions=(VERSION,))
    assert f"DA  - {line}\r\n" in as_form("ris", story)
    assert as_form("ris", story).endswith("ER  - \r\n")


def test_an_undated_story_has_no_date_anywhere_but_its_bounds_in_words() -> None:
    made = {form: as_form(form, UNDATED) for form in FORMS}
    assert "Undated" in made["text"]
    assert "issued" not in json.loads(made["csl"])[0]
    assert not {"date =", "year ="} & set(made["bibtex"].split("  "))
    assert "DA  -" not in made["ris"]
    assert "citation_publication_date" not in dict(highwire_tags(cited(UNDATED)))
    assert "between 1 January 1990 and 3 March 2019" in made["bibtex"]


def test_a_token_is_found_in_every_form() -> None:
    assert {tuple(tokens_in(as_form(form, STORY))) for form in FORMS} == {(cited(STORY).token,)}
    described = dict(highwire_tags(cited(STORY)))["DC.description"]
    assert tuple(tokens_in(described)) == (cited(STORY).token,)
    assert STORY.published
    assert f"Date from {STORY.published.basis}." in described


def test_a_token_that_is_cut_off_is_none() -> None:
    assert tokens_in(str(cited(STORY).token)[:-1]) == []


def test_words_and_date_have_digests_of_their_own() -> None:
    from dataclasses import replace

    later = replace(STORY, published=STORY.published and STORY.published._replace(basis="visible"))
    assert words_digest(later) == words_digest(STORY)
    assert date_digest(later) != date_digest(STORY)
    assert words_digest(replace(STORY, body="The ferry sailed.")) != words_digest(STORY)


def test_a_story_of_no_archive_has_no_token() -> None:
    assert citation_line(cited(Story("k7ca", headline="Ferry"))) == "“Ferry,” Undated. Backfile story k7ca."
