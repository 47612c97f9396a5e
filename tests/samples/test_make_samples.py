"""The script that is kept writes the files that are kept."""

import gzip
import html
import json
import re

import pytest
from samples.containers import opened
from samples.expectations import expectation
from samples.make_samples import HERE, make_expected, make_files
from samples.outlets import MARK
from samples.pages import PAGES, Page
from samples.rendering import render
from samples.second_crawl import SECOND, second_files
from samples.story_data import load_stories

SAVED = HERE / "saved"


def test_the_script_writes_the_files_that_are_committed() -> None:
    made = make_files()
    kept = {str(path.relative_to(SAVED)): path.read_bytes() for path in SAVED.rglob("*") if path.is_file()}
    assert sorted(made) == sorted(kept)
    for name, data in made.items():
        assert opened(name, data) == opened(name, kept[name]), name


def test_the_script_writes_the_second_crawl_that_is_committed() -> None:
    made = second_files(load_stories())
    assert sorted(made) == sorted(path.name for path in SECOND.iterdir())
    for name, data in made.items():
        assert opened(name, data) == opened(name, (SECOND / name).read_bytes()), name


def test_the_script_writes_the_expectations_that_are_committed() -> None:
    assert make_expected() == (HERE / "expected.json").read_text("utf-8")


def test_twice_the_same_bytes() -> None:
    assert make_files() == make_files()


def test_every_page_says_that_it_is_made_up() -> None:
    for name, data in make_files().items():
        if name.startswith("pages/"):
            page = gzip.decompress(data) if name.endswith(".gz") else data
            assert MARK.encode("ascii") in page.replace(b"&#39;", b"'"), name


def test_no_address_is_a_real_site() -> None:
    for line in json.loads(make_expected()):
        if line["url"]:
            assert re.match(r"https?://[a-z0-9.-]+\.example/", line["url"])


def test_the_whole_is_small() -> None:
    assert sum(len(data) for data in make_files().values()) < 1_500_000


def test_the_truncated_file_ends_inside_a_record() -> None:
    data = make_files()["truncated.warc.gz"]
    whole = opened("truncated.warc.gz", data)
    assert len(whole) == 2
    assert b"turbines" not in b"".join(whole)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.story], ids=lambda page: f"{page.story}-{page.template}"
)
def test_what_is_expected_is_on_the_page(page: Page) -> None:
    stories = load_stories()
    expected = expectation(page, stories)
    shown = shown_on(page, render(page, stories).decode(page.charset))
    texts = [text for _, text in expected.get("body", [])] + [item["starts"] for item in expected.get("furniture", [])]
    texts += [item["starts"] for item in expected.get("notes", [])]
    texts += [expected[name] for name in ("headline", "kicker", "dek", "byline", "dateline") if expected.get(name)]
    assert [text for text in texts if " ".join(text.split()) not in shown] == []


def shown_on(page: Page, text: str) -> str:
    """The page's text, its scripts' JSON opened, white space folded."""
    if page.template != "text":
        text = re.sub(r"<(script|style)\b(?! id=).*?</\1>", " ", text, flags=re.DOTALL)
        text = html.unescape(re.sub(r"<[^>]+>", " ", text.replace('\\"', '"')))
    return " ".join(text.split())
